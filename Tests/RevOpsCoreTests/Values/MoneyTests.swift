import Testing

@testable import RevOpsCore

@Suite struct MoneyTests {
  private func rates(_ home: String, _ foreign: [String: String] = [:]) throws -> ExchangeRates {
    var rates = ExchangeRates(home: try Currency.parse(home))
    for (code, rate) in foreign { try rates.add(Currency.parse(code), ExactDecimal.parse(rate)) }
    return rates
  }

  @Test(arguments: [
    ("$1.2M", "1200000 USD"), ("1,200", "1200 USD"), ("1,200 USD", "1200 USD"), ("USD 1,200", "1200 USD"),
    ("usd1200", "1200 USD"), ("€500", "500 EUR"), ("€ 500.50", "500.5 EUR"), ("500€", "500 EUR"),
    ("500\u{A0}EUR", "500 EUR"), ("500\u{202F}€\u{A0}", "500 EUR"), ("€\u{A0}500", "500 EUR"),
    ("500 EUR", "500 EUR"), ("£3k", "3000 GBP"), ("¥100", "100 JPY"), ("($300)", "-300 USD"),
    ("$(300)", "-300 USD"), ("-$300", "-300 USD"), ("$-300", "-300 USD"), ("(300 EUR)", "-300 EUR"),
    ("(300) EUR", "-300 EUR"), ("5M USD", "5000000 USD"), ("0.01", "0.01 USD"),
  ])
  func readsAmountsAsPeopleWriteThem(text: String, expected: String) throws {
    let rates = try rates("USD", ["EUR": "1.08", "GBP": "1.27", "JPY": "0.0067"])
    #expect(try Money.parse(text, rates: rates).description == expected)
  }

  @Test(arguments: [
    "", "$", "$$5", "5 XYZ", "USD", "5 USD USD", "USD 5 USD", "$5 USD", "$5€", "5 dollars", "(5", "1,20 USD",
    "€1.200,50", "--5", "-(5)", "5 USD x", "$ -", "1 2 USD",
  ])
  func refusesWhatIsNoAmount(text: String) throws {
    let rates = try rates("USD", ["EUR": "1.08"])
    #expect(throws: QuantityError.self) { try Money.parse(text, rates: rates) }
  }

  @Test func refusesMoneyWithoutARate() throws {
    let error = #expect(throws: QuantityError.self) { try Money.parse("€500", rates: rates("USD")) }
    #expect(error?.message == "found '€500', but the workspace is in USD and has no rate for EUR")
    #expect(error?.hint == "give 1 EUR in USD under company.fx")
  }

  @Test(arguments: [
    ("$1.2mm", "thousands, millions and billions are k, M and B", "did you mean $1.2M?"),
    ("1.2 M", "right behind the number", "did you mean 1.2M?"),
    ("1.2 million", "right behind the number", "did you mean 1.2M?"),
    ("€3 bn", "right behind the number", "did you mean €3B?"),
    ("500 thousand", "right behind the number", "did you mean 500k?"),
    ("lots", "money is written like $1.2M", nil), ("0x10", "money is written like $1.2M", nil),
    ("usd", "money is written like $1.2M", nil), ("12 XXZ", "'XXZ' is no ISO 4217 currency code", nil),
    ("1,20", "a comma stands before each group of three digits", "did you mean 1.20?"),
  ])
  func saysHowAnAmountThatWasMeantIsWritten(text: String, wanted: String, hint: String?) {
    let error = #expect(throws: QuantityError.self) { try Money.parse(text) }
    #expect(error?.wanted.contains(wanted) == true, "\(error?.message ?? "")")
    if let hint { #expect(error?.hint?.hasPrefix(hint) == true, "\(error?.hint ?? "none")") }
  }

  @Test(arguments: [
    ("1.2 M", "did you mean 1.2M?"), ("2 thousand", "did you mean 2k?"), ("5 mio", "did you mean 5M?"),
  ])
  func saysHowANumberWithItsMagnitudeIsWritten(text: String, hint: String) {
    let error = #expect(throws: QuantityError.self) { try Number.parse(text) }
    #expect(error?.hint == hint)
  }

  @Test(arguments: [("AUD", "AUD"), ("CAD", "CAD"), ("EUR", "USD")])
  func takesTheDollarSignForTheDollarOfTheWorkspace(home: String, expected: String) throws {
    let rates = try rates(home, home == "EUR" ? ["USD": "0.92"] : [:])
    #expect(try Money.parse("$5", rates: rates).currency.description == expected)
  }

  @Test func takesTheYenSignForTheYuanOfAChineseWorkspace() throws {
    #expect(try Money.parse("¥5", rates: rates("CNY")).currency.description == "CNY")
  }

  @Test func hasNoWorthInACurrencyWithoutARate() throws {
    let rates = try rates("USD", ["EUR": "1.08"])
    let yen = try Currency.parse("JPY")
    #expect(rates.convert(Money(5), to: yen) == nil)
    #expect(rates.convert(Money(5, yen), to: .usd) == nil)
    #expect(rates.convert(Money(5, yen), to: yen) == Money(5, yen))
    #expect(yen.minorDigits == 0 && Currency.usd.minorDigits == 2)
  }

  @Test func roundsToTheSmallestCoin() throws {
    #expect(Money(try ExactDecimal.parse("10.005"), .usd).rounded(.halfUp).description == "10.01 USD")
    #expect(
      Money(try ExactDecimal.parse("10.5"), try Currency.parse("JPY")).rounded().description == "10 JPY")
    #expect(
      Money(try ExactDecimal.parse("1.2345"), try Currency.parse("KWD")).rounded().description == "1.234 KWD")
  }

  @Test func convertsByTheRatesOfTheWorkspace() throws {
    let rates = try rates("USD", ["EUR": "1.08", "GBP": "1.35"])
    let euros = Money(1_000, try Currency.parse("EUR"))
    #expect(rates.home(euros)?.description == "1080 USD")
    #expect(rates.convert(euros, to: try Currency.parse("GBP"))?.description == "800 GBP")
    #expect(rates.convert(euros, to: euros.currency) == euros)
    #expect(rates.home(Money(5, try Currency.parse("CHF"))) == nil)
  }

  @Test func refusesRatesThatAreNoRates() throws {
    #expect(throws: QuantityError.self) { try rates("USD", ["EUR": "0"]) }
    #expect(throws: QuantityError.self) { try rates("USD", ["USD": "2"]) }
    #expect(throws: Never.self) { try rates("USD", ["USD": "1"]) }
  }

  @Test(arguments: [("usd", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("ZWG", 2)])
  func knowsTheSmallestCoins(code: String, digits: Int) throws {
    #expect(try Currency.parse(code).minorDigits == digits)
  }

  @Test(arguments: ["", "US", "USDX", "XXQ", "U D", "ÜSD"])
  func refusesCodesThatNoCountryUses(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func readsBackWhatItWrites(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let cents = Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)
      let money = Money(ExactDecimal(cents) * (try ExactDecimal.parse("0.01")), .usd)
      #expect(try Money.parse(money.description) == money)
      #expect(money.units == Double(cents) / 100)  // both rounded once from the same number
    }
  }
}
