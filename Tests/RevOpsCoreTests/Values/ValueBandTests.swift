import Testing

@testable import RevOpsCore

@Suite struct ValueBandTests {
  @Test(arguments: [
    (text: "<$1M", low: nil as Double?, high: 1e6 as Double?, currency: "USD" as String?),
    ("$1-5M", 1e6, 5e6, "USD"), ("$20M+", 20e6, nil, "USD"), ("$500K-2M", 500e3, 2e6, "USD"),
    ("$5M - $20M", 5e6, 20e6, "USD"), ("1–5M EUR", 1e6, 5e6, "EUR"), (">$20M", 20e6, nil, "USD"),
    ("≥ 20", 20, nil, nil),
    ("<=5", nil, 5, nil), ("11-50", 11, 50, nil), ("1,000+", 1_000, nil, nil), ("0.5-1.5", 0.5, 1.5, nil),
    ("$500-2K", 500, 2_000, "USD"), ("any", nil, nil, nil), ("< $1K", nil, 1_000, "USD"),
  ])
  func readsBands(text: String, low: Double?, high: Double?, currency: String?) throws {
    var rates = ExchangeRates()
    try rates.add(Currency.parse("EUR"), ExactDecimal.parse("1.08"))
    let band = try ValueBand.parse(text, rates: rates)
    #expect(band.low?.double == low)
    #expect(band.high?.double == high)
    #expect(band.currency?.description == currency)
    #expect(try ValueBand.parse(band.description, rates: rates) == band)
  }

  @Test(arguments: [
    "", "<", "+", "-", "5-1", "5-5", "1-2-3", "$1-€5", "<-5", "-5-1", "abc", "5", "$1M", "1-", "-5", "<1,20",
    "€5+", "5+6",
  ])
  func refusesWhatIsNoBand(text: String) throws {
    #expect(throws: QuantityError.self) { try ValueBand.parse(text) }
  }

  @Test func holdsItsLowerEdgeAndNotItsUpperOne() throws {
    let band = try ValueBand.parse("$1-5M")
    #expect(band.contains(1e6) && band.contains(4_999_999.99))
    #expect(!band.contains(5e6) && !band.contains(999_999))
  }

  @Test(arguments: [(0.5, nil as Int?), (1, 0), (10, 0), (10.5, 0), (11, 1), (50, 1), (51, nil)])
  func findsTheBandOfAValueInAListOfBandsWithGaps(value: Double, expected: Int?) throws {
    let bands = [try ValueBand.parse("1-10"), try ValueBand.parse("11-50")]
    #expect(ValueBand.index(of: value, in: bands) == expected)
    #expect(ValueBand.index(of: value, in: bands.reversed()) == expected.map { 1 - $0 })
  }

  @Test func findsTheStageOfACompany() throws {
    let stages = try ["<$1M", "$1-5M", "$5-20M", "$20M+"].map { try ValueBand.parse($0) }
    #expect([0, 1e6, 5e6, 20e6, 1e12].map { ValueBand.index(of: $0, in: stages) } == [0, 1, 2, 3, 3])
    #expect(ValueBand.index(of: 5, in: []) == nil)
  }
}
