import Testing

@testable import RevOpsCore

@Suite struct RateTests {
  @Test(arguments: [
    ("25%", 0.25), ("0.25", 0.25), ("25 %", 0.25), ("1.3", 1.3), ("130%", 1.3), ("-5%", -0.05), ("0", 0),
    ("10", 10), ("1,200%", 12), (".5", 0.5), ("8.75%", 0.0875), ("100%", 1), ("0.1%", 0.001),
  ])
  func readsPercentagesAndFractions(text: String, expected: Double) throws {
    #expect(try Rate.parse(text).fraction == expected)
  }

  @Test func asksForThePercentSignOfABareNumberAboveTen() {
    let error = #expect(throws: QuantityError.self) { try Rate.parse("25") }
    #expect(error?.hint == "did you mean 25%?")
    #expect(error?.message(for: "win_rate") == "'win_rate' is 25, but a rate is a percentage or a fraction")
  }

  @Test(arguments: [
    "", "%", "a%", "25%%", "25% x", "-11", "1,20%", "12..3%", "$5", "25pct", "1e400%", "1e12%",
  ])
  func refusesWhatIsNoRate(text: String) {
    #expect(throws: QuantityError.self) { try Rate.parse(text) }
  }

  @Test func keepsTheDecimalThatWasWrittenForSumsToTheCent() throws {
    #expect(try Rate.parse("8.75%").exact?.description == "0.0875")
  }

  @Test(arguments: [
    ("3%/month", 0.03, Recurrence.month), ("3% a month", 0.03, .month), ("12% per year", 0.12, .year),
    ("0.05", 0.05, .year), ("1%/q", 0.01, .quarter), ("0.5% / wk", 0.005, .week),
  ])
  func readsTheTimeThatARateBelongsTo(text: String, fraction: Double, recurrence: Recurrence) throws {
    #expect(try RatePerPeriod.parse(text) == RatePerPeriod(Rate(fraction: fraction), each: recurrence))
  }

  @Test(arguments: ["3%/fortnight", "3%/", "25/month", "/month", "3% every month"])
  func refusesATimeThatNoRateBelongsTo(text: String) {
    #expect(throws: QuantityError.self) { try RatePerPeriod.parse(text) }
  }

  @Test func compoundsMonthlyChurnToAYear() throws {
    // 1 - 0.95^12 = 0.45963991...: 5 % a month is 46 % a year.
    let year = try RatePerPeriod.parse("5%/month").loss(each: .year).fraction
    #expect(abs(year - 0.459_639_912_3) < 1e-9)  // printed to ten places
    // 1.05^12 - 1 = 0.79585632...
    let growth = try RatePerPeriod.parse("5%/month").growth(each: .year).fraction
    #expect(abs(growth - 0.795_856_326_0) < 1e-9)
  }

  @Test(arguments: [
    // One tenth of a percent a day over a week: 1 - 0.999^7; 2 % a quarter over a year: 1 - 0.98^4.
    ("0.1%/day", Recurrence.week, 0.006_979_034_965), ("2%/quarter", .year, 0.077_631_84),
    ("2%/week", .week, 0.02),
  ])
  func turnsALossIntoOneOfAnotherTime(text: String, wanted: Recurrence, expected: Double) throws {
    let rate = try RatePerPeriod.parse(text)
    #expect(abs(rate.loss(each: wanted).fraction - expected) < 1e-12)  // one power
    #expect(try RatePerPeriod.parse("\(rate)") == rate)
  }

  @Test func growthOverItsOwnTimeIsItself() throws {
    #expect(try RatePerPeriod.parse("7%/month").growth(each: .month).fraction == 0.07)
    #expect(Rate(percent: 25) == Rate(fraction: 0.25))
    #expect(Rate(fraction: 0.25).percent == 25)
    #expect(Rate(fraction: 0.1) < Rate(fraction: 0.2))
    #expect(Ratio(2) < Ratio(3))
  }

  @Test func moneyOfATimeIsTakenInProportion() throws {
    #expect(try MoneyPerPeriod.parse("$100/month").units(each: .year) == 1_200)
    #expect(try MoneyPerPeriod.parse("$1,200").units(each: .quarter) == 300)
    #expect(try MoneyPerPeriod.parse("$70/week").units(each: .day) == 10)
    #expect(try MoneyPerPeriod.parse("$70/week").units(each: .week) == 70)
  }

  @Test func saysWhatIsWantedOfNothing() {
    #expect(QuantityError("", "a rate is wanted").message == "found nothing, but a rate is wanted")
    #expect(QuantityError("x", "a rate is wanted").message == "found 'x', but a rate is wanted")
    #expect(
      QuantityError("", "a rate is wanted").message(for: "win_rate")
        == "'win_rate' is empty, but a rate is wanted")
  }

  @Test(arguments: [0.0, 0.01, 0.05, 0.3, 0.5, 1])
  func comesBackFromAYearToTheMonth(monthly: Double) {
    let year = RatePerPeriod(Rate(fraction: monthly), each: .month).loss(each: .year)
    let month = RatePerPeriod(year, each: .year).loss(each: .month)
    #expect(abs(month.fraction - monthly) < 1e-9)  // two powers, the second of a number near 0
  }

  @Test func takesALossOfMoreThanAllAsAll() {
    #expect(RatePerPeriod(Rate(fraction: 1.5), each: .month).loss(each: .year).fraction == 1)
  }

  @Test func readsTheTimeThatAnAmountBelongsTo() throws {
    #expect(try MoneyPerPeriod.parse("$100/month").units(each: .year) == 1_200)
    #expect(try MoneyPerPeriod.parse("$1,200").units(each: .month) == 100)
    let money = try MoneyPerPeriod.parse("$100 a quarter")
    #expect(try MoneyPerPeriod.parse(money.description) == money)
  }

  @Test(arguments: [
    ("3x", 3.0), ("3:1", 3), ("3", 3), ("3.5X", 3.5), ("7 : 2", 3.5), ("1:4", 0.25), ("1,200x", 1_200),
  ])
  func readsRatios(text: String, expected: Double) throws {
    #expect(try Ratio.parse(text).value == expected)
  }

  @Test(arguments: ["", "x", "3:", ":1", "3:0", "3:1:1", "3xx", "3 to 1", "1e300:1e-300"])
  func refusesWhatIsNoRatio(text: String) {
    #expect(throws: QuantityError.self) { try Ratio.parse(text) }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func readsBackWhatItWrites(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let rate = Rate(fraction: Double.random(in: -30...30, using: &generator))
      #expect(try Rate.parse(rate.description) == rate)
      let ratio = Ratio(Double.random(in: 0...1e6, using: &generator))
      #expect(try Ratio.parse(ratio.description) == ratio)
      let churn = RatePerPeriod(rate, each: Recurrence.allCases.randomElement(using: &generator) ?? .month)
      #expect(try RatePerPeriod.parse(churn.description) == churn)
    }
  }
}
