/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// The three capitals, one a byte.
  private let letters: UInt32

  /// US dollar, the currency of a workspace that names none.
  public static let usd = Currency(letters: 0x55_53_44)

  private init(letters: UInt32) { self.letters = letters }

  /// The currency of a code in use, in any case; nil for any other text.
  public init?(_ code: some StringProtocol) {
    guard code.utf8.count == 3 else { return nil }
    let letters = code.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1.isLetter ? $1 & 0xDF : 0) }
    guard Currency.digits[letters] != nil else { return nil }
    self.letters = letters
  }

  /// Reads a code such as `USD`.
  public static func parse(_ text: String) throws(QuantityError) -> Currency {
    let code = text.filter { !$0.isWhitespace }
    guard let currency = Currency(code) else {
      throw QuantityError(text, "a currency is an ISO 4217 code such as USD or EUR")
    }
    return currency
  }

  /// The code, three capitals.
  public var description: String {
    String(decoding: [16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }, as: UTF8.self)
  }

  /// Digits of the smallest coin: 2 for cents, 0 for yen.
  public var minorDigits: Int { Currency.digits[letters] ?? 2 }

  /// The sign that people write: `$ € £ ¥`; for every other currency its code.
  public var symbol: String {
    switch description {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    case "JPY": "¥"
    case let code: code
    }
  }

  /// Of two currencies the one whose smallest coin has more digits, this one where they have as many.
  func orFiner(_ other: Currency?) -> Currency {
    other.flatMap { $0.minorDigits > minorDigits ? $0 : nil } ?? self
  }

  /// Whether people write this currency with a dollar sign at home.
  var isDollar: Bool { self == .usd || Currency.dollars.contains(description) }

  private static let dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"]

  /// Minor digits by code.
  ///
  /// Source: ISO 4217 list one, as of 2026.
  private static let digits: [UInt32: Int] = {
    var digits: [UInt32: Int] = [:]
    for (minor, codes) in codesByMinorDigits {
      for code in codes.split(separator: " ") {
        digits[code.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = minor
      }
    }
    return digits
  }()

  private static let codesByMinorDigits: [(Int, String)] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
    (
      2,
      """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF \
      CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ \
      GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD \
      MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON \
      RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS \
      UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
      """
    ),
  ]
}

extension Currency {
  /// How many of the smallest coin make a unit: 100 cents a dollar, 1 for yen.
  var coinsPerUnit: Double { (0..<minorDigits).reduce(1.0) { product, _ in product * 10 } }
}
