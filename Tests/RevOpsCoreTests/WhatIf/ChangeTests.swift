import Testing

@testable import RevOpsCore

@Suite("Changes of a value")
struct ChangeTests {
  private static let rates: ExchangeRates = {
    var rates = ExchangeRates()
    try? rates.add(Currency("EUR") ?? .usd, (try? ExactDecimal.parse("1.25")) ?? .one)
    return rates
  }()

  private func changed(_ value: String, by change: String, under key: String = "key") throws(QuantityError)
    -> String?
  {
    guard let quantity = WrittenQuantity(value, rates: Self.rates) else { return "no quantity" }
    return try Change.parse(change, rates: Self.rates).applied(to: quantity, under: key, rates: Self.rates)?
      .text
  }

  @Test(
    "a change comes out exact and in the form of the value, worked by hand",
    arguments: [
      ("22%", "-5pts", "17%"), ("0.3", "-10 pts", "0.2"), ("22%", "+0.5 points", "22.5%"),
      ("22%", "-20%", "17.6%"),
      ("$42,600", "-20%", "34080 USD"), ("$1.6M", "x1.1", "1760000 USD"), ("1200", "×0.5", "600"),
      ("$1M", "+$50K", "1050000 USD"), ("1M", "+$50K", "1050000"), ("$1M", "+100 EUR", "1000125 USD"),
      ("100 EUR", "+$125", "200 EUR"), ("74 days", "+15 days", "89 days"), ("2 weeks", "+7 days", "3 weeks"),
      ("8", "-2", "6"), ("3x", "+10%", "3.3x"), ("2027-01-31", "+1 month", "2027-02-28"),
      ("2027-03-01", "-1 day", "2027-02-28"), ("0.1", "+0.2", "0.3"),
    ])
  func changes(value: String, change: String, expected: String) throws {
    #expect(try changed(value, by: change) == expected)
  }

  @Test("a bare number takes a length of time where its key names the unit")
  func bareLengths() throws {
    #expect(try changed("10", by: "+2 weeks", under: "sql_to_opp_days") == "24")
    #expect(throws: QuantityError.self) { try changed("10", by: "+2 weeks", under: "accounts") }
  }

  @Test(
    "a value takes the place of the old one, behind '=' one with a sign too",
    arguments: ["30%", "=-500", "late"])
  func replaces(change: String) throws {
    #expect(try changed("22%", by: change) == nil)
  }

  @Test(
    "what does not fit the value is refused",
    arguments: [
      ("$3.36M", "-5pts"), ("74 days", "-5pts"), ("22%", "+15 days"), ("22%", "+5"), ("$1M", "+15 days"),
      ("2027-03-01", "x1.1"), ("2027-03-01", "+5"), ("1000", "-5pts"), ("$1M", "+5 GBP"), ("$1M", "+"),
      ("$1M", "--5"), ("$1M", "- 5"), ("$1M", "+3x"), ("$1M", "+few"), ("$1M", "+2027-01-01"),
    ])
  func refuses(value: String, change: String) {
    #expect(throws: QuantityError.self) { try changed(value, by: change) }
  }

  @Test(
    "a range has two ends, or a size to both sides",
    arguments: [
      ("-10%..+10%", "19.8%", "24.2%"), ("18%..25%", nil, nil), ("±5pts", "17%", "27%"),
      ("+-5pts", "17%", "27%"),
      ("10%", "19.8%", "24.2%"), ("x0.5 .. x2", "11%", "44%"), ("±0.5pts", "21.5%", "22.5%"),
    ] as [(String, String?, String?)])
  func ranges(text: String, low: String?, high: String?) throws {
    let range = try InputRange.parse(text, rates: Self.rates)
    let value = try #require(WrittenQuantity("22%"))
    #expect(try range.low.applied(to: value, under: "", rates: Self.rates)?.text == low)
    #expect(try range.high.applied(to: value, under: "", rates: Self.rates)?.text == high)
  }

  @Test("what is no range is refused", arguments: ["", "..", "5%..", "wide", "-5pts", "±", "±-5%"])
  func noRanges(text: String) {
    #expect(throws: QuantityError.self) { try InputRange.parse(text, rates: Self.rates) }
  }

  @Test("adding and taking away the same leaves every quantity as it was, on random ones")
  func addingIsUndone() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<500 {
      let base = ExactDecimal(Int.random(in: 1...1_000_000, using: &random)) * ExactDecimal.hundredth
      let step = ExactDecimal(Int.random(in: 1...10_000, using: &random)) * ExactDecimal.hundredth
      for (text, change) in [
        ("\(base)%", "\(step)pts"), ("\(base) USD", "\(step)"), ("\(base) days", "\(step) days"),
      ] {
        let there = try #require(try changed(text, by: "+" + change))
        #expect(try changed(there, by: "-" + change) == text)
      }
    }
  }
}
