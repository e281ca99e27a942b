import Testing

@testable import RevOpsCore

@Suite struct NumberTests {
  @Test(arguments: [
    ("1200", 1_200), ("1_200", 1_200), ("1,200", 1_200), ("1.5e6", 1_500_000), ("1.2M", 1_200_000),
    ("800k", 800_000), ("3B", 3_000_000_000), ("(500)", -500), ("-500", -500), ("+7", 7), (".5", 0.5),
    ("5.", 5), ("1,234,567.89", 1_234_567.89), ("  42 ", 42), ("1.5E-3", 0.0015), ("(1,200k)", -1_200_000),
    ("0", 0), ("007", 7), ("1e-400", 0), ("2.5b", 2_500_000_000),
    ("0.1", 0.1), ("123456789012345678901234567890", 1.2345678901234568e29),
  ])
  func readsTheFormsOfPlanFiles(text: String, expected: Double) throws {
    #expect(try Number.parse(text) == expected)
    #expect(try ExactDecimal.parse(text == "1e-400" ? "0" : text).double == expected)
  }

  @Test(arguments: [
    (text: "1,20", hint: "did you mean 1.20?"),
    ("0,123", "did you mean 0.123?"),
    ("1,2000", "did you mean 1.2000?"),
    ("1.200,50", "decimal: comma"),
    ("1.200.000", "decimal: comma"),
    ("12..3", "did you mean 12.3?"),
    ("1,20,000", "decimal: comma"),
    ("1234,567", "did you mean 1234.567?"),
    ("1,", "did you mean 1.?"),
  ])
  func saysWhatAFormOfTwoMeaningsMayMean(text: String, hint: String) {
    let error = #expect(throws: QuantityError.self) { try Number.parse(text) }
    #expect(error?.hint?.contains(hint) == true, "\(String(describing: error?.hint))")
  }

  @Test(arguments: [
    "", " ", "-", "()", "(", "(5", "5)", "(-5)", "--1", "1 2", "abc", "nan", "inf", ".inf", "-infinity",
    "0x10", "0o17", "1e", "1e+", "e5", "1_", "_1", "1__2", "1_,2", ".", "1.2.3M", "1k5", "5km", "1,200.5_0",
    "١٢", "１２", "1\u{0}", "1\n2", "12-", "$5", "5%", "1'200", "1 200",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(throws: QuantityError.self) { try Number.parse(text) }
    #expect(throws: QuantityError.self) { try ExactDecimal.parse(text) }
  }

  @Test(arguments: ["1e309", "1.8e308", "9e99999999999999999999", "1e400"])
  func refusesWhatADoubleCannotHold(text: String) {
    #expect(throws: QuantityError.self) { try Number.parse(text) }
  }

  @Test(arguments: [
    ("1.200,50", 1_200.5), ("1,20", 1.2), ("1.200", 1_200), ("1 234 567,8", 1_234_567.8),
    ("1\u{A0}200,5", 1_200.5), ("1\u{202F}200", 1_200), ("1\u{2009}200", 1_200), ("12,5-", -12.5),
  ])
  func readsExportsWithDecimalCommas(text: String, expected: Double) throws {
    let style = NumberStyle(decimalMark: .comma, allowsExportForms: true)
    #expect(try Number.parse(text, style: style) == expected)
  }

  @Test(arguments: [("1'200.50", 1_200.5), ("1’200", 1_200), ("1 200.5", 1_200.5), ("500-", -500)])
  func readsExportsWithDecimalPoints(text: String, expected: Double) throws {
    #expect(try Number.parse(text, style: NumberStyle(allowsExportForms: true)) == expected)
  }

  @Test(arguments: [("50", 50), ("1,200", 1_200), ("2k", 2_000), ("1e3", 1_000), ("-3", -3)])
  func readsCounts(text: String, expected: Int) throws {
    #expect(try Number.parseCount(text) == expected)
  }

  @Test(arguments: ["2.5", "1e300", "9007199254740993e3"])
  func refusesCountsThatAreNotWholeOrNotExact(text: String) {
    #expect(throws: QuantityError.self) { try Number.parseCount(text) }
  }

  @Test func roundsDigitsFarBehindTheOnesThatADoubleHolds() throws {
    // Just above and exactly at the middle of 1 and the next double, 1 + 2^-52.
    let middle = "1.00000000000000011102230246251565404236316680908203125"
    #expect(try Number.parse(middle) == 1)
    let above = middle + String(repeating: "0", count: 2_000) + "1"
    #expect(try Number.parse(above) == 1.0.nextUp)
    let long = "1" + String(repeating: "0", count: 5_000) + "e-5000"
    #expect(try Number.parse(long) == 1)
  }

  @Test func quotesNoControlCharactersAndNoLongTexts() {
    let error = #expect(throws: QuantityError.self) {
      try Number.parse("\u{1B}[31m" + String(repeating: "x", count: 500))
    }
    #expect(error?.message.unicodeScalars.contains { $0.value < 32 } == false)
    #expect((error?.message.count ?? 1_000) < 200)
  }
}
