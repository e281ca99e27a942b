import Testing

@testable import RevOpsCore

@Suite struct NumberFormatTests {
  // Ties by the written decimal, to the even digit: worked by hand.
  @Test(arguments: [
    (1.005, 2, "1.00"), (1.015, 2, "1.02"), (2.675, 2, "2.68"), (0.125, 2, "0.12"), (0.5, 0, "0"),
    (1.5, 0, "2"),
    (2.5, 0, "2"), (-2.5, 0, "-2"), (-0.4, 0, "0"), (0.05, 0, "0"), (0.5000001, 0, "1"),
    (999.995, 2, "1,000.00"),
    (1_234_567.891, 1, "1,234,567.9"), (1e21, 0, "1e21"), (-1.23456e300, 2, "-1.235e300"),
    (999_999_999_999_999, 0, "999,999,999,999,999"), (1.5e-7, 3, "0.000"),
    (12, 3, "12.000"), (0, 2, "0.00"), (-0.0, 1, "0.0"), (99_999.5, 0, "100,000"), (-1234.5, 1, "-1,234.5"),
  ])
  func roundsTheWrittenDecimalHalfToEven(number: Double, places: Int, text: String) {
    #expect(NumberFormat.number(number, places: places) == text)
  }

  @Test(arguments: [
    (0.25, "25.0%"), (1.234, "123.4%"), (-0.05, "-5.0%"), (0, "0.0%"), (0.0004, "<0.1%"), (-0.0004, ">-0.1%"),
    (0.145, "14.5%"), (0.0005, "<0.1%"), (0.0015, "0.2%"), (10, "1,000.0%"),
  ])
  func ratesAreInPercent(fraction: Double, text: String) {
    #expect(NumberFormat.rate(fraction) == text)
  }

  @Test(arguments: [
    (3.5, "3.5x"), (4, "4.0x"), (3.47, "3.47x"), (3.474, "3.47x"), (-1.25, "-1.25x"), (0.5, "0.5x"),
  ])
  func ratiosKeepTwoPlacesWhereTheyMatter(multiple: Double, text: String) {
    #expect(NumberFormat.ratio(multiple) == text)
  }

  @Test(arguments: [
    (6_250, "USD", "$6,250"), (-500, "USD", "-$500"), (12.5, "USD", "$12.50"),
    (1_234_567.5, "USD", "$1,234,568"),
    (0, "USD", "$0"), (99.999, "USD", "$100.00"), (1_200, "EUR", "€1,200"), (1_200, "CHF", "CHF 1,200"),
    (-1_200, "CHF", "-CHF 1,200"), (150.4, "GBP", "£150"), (7, "", "7"),
  ])
  func moneyHasItsSignBeforeTheSymbol(amount: Double, currency: String, text: String) {
    #expect(NumberFormat.money(amount, currency) == text)
  }

  @Test(arguments: [
    (950, "$950"), (999.4, "$999"), (999.6, "$1k"), (12_400, "$12.4k"), (99_960, "$100k"), (250_400, "$250k"),
    (999_600, "$1M"), (12_400_000, "$12.4M"), (1_234_567, "$1.2M"), (999_940_000, "$999.9M"),
    (999_960_000, "$1B"), (1_250_000_000, "$1.25B"), (3.2e12, "$3.2T"), (-12_400_000, "-$12.4M"), (0, "$0"),
  ])
  func compactMoneyChangesItsUnitAsItIsShown(amount: Double, text: String) {
    #expect(NumberFormat.compactMoney(amount, "USD") == text)
  }

  @Test func paidMoneyIsShownToTheCent() {
    #expect(NumberFormat.cents(12_345.675, "USD") == "$12,345.68")
    #expect(NumberFormat.cents(-0.005, "USD") == "$0.00")
    #expect(NumberFormat.cents(1_234.5, "JPY") == "¥1,234")
  }

  @Test(arguments: [
    (60, Report.Duration.days, "60 days", "60d"), (1, .days, "1 day", "1d"),
    (4.5, .months, "4.5 months", "4.5mo"),
    (0.25, .hours, "0.2 hours", "0.2h"), (1.04, .years, "1 year", "1y"), (5, .minutes, "5 minutes", "5min"),
  ])
  func lengthsOfTimeNameTheirUnit(length: Double, unit: Report.Duration, long: String, short: String) {
    #expect(NumberFormat.duration(length, unit) == long)
    #expect(NumberFormat.duration(length, unit, isShort: true) == short)
  }
}
