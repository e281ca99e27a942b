/// An exact amount in a currency.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// The amount in units of the currency, every digit kept.
  public var amount: ExactDecimal
  /// The currency of the amount.
  public var currency: Currency

  /// An amount in a currency.
  public init(_ amount: ExactDecimal, _ currency: Currency = .usd) {
    self.amount = amount
    self.currency = currency
  }

  /// A whole amount in a currency.
  public init(_ units: Int, _ currency: Currency = .usd) {
    self.init(ExactDecimal(units), currency)
  }

  /// The amount in units of the currency, rounded once to the nearest `Double`.
  public var units: Double { amount.double }

  /// The amount to the smallest coin of the currency.
  public func rounded(_ mode: RoundingMode = .halfEven) -> Money {
    Money(amount.rounded(to: currency.minorDigits, mode), currency)
  }

  /// The amount and the code, as `parse` reads it: `1200.5 USD`.
  public var description: String { "\(amount) \(currency)" }
}

extension Money {
  /// Reads an amount with or without its currency: `$1.2M`, `1,200 EUR`, `€ 500`, `($300)`, `1200`.
  ///
  /// Without a sign or a code it is in the currency of the workspace, given by `rates`. `$` and `¥`
  /// are the workspace's own where that is a dollar or the yuan, else US dollars and yen. A currency that
  /// is neither the workspace's nor has a rate is refused.
  public static func parse(
    _ text: String, rates: ExchangeRates = ExchangeRates(), style: NumberStyle = NumberStyle()
  ) throws(QuantityError) -> Money {
    try reading(text) { bytes throws(QuantityError) in try parse(bytes, rates: rates, style: style) }
  }

  /// Reads an amount from the bytes of a cell.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, rates: ExchangeRates = ExchangeRates(),
    style: NumberStyle = NumberStyle()
  ) throws(QuantityError) -> Money {
    let start = ByteCursor(bytes)
    var reader = MoneyReader(cursor: start, home: rates.home, style: style)
    let number = try reader.read()
    guard reader.cursor.isAtEnd else { throw reader.refused() }
    if let currency = reader.currency { try start.requireRate(of: currency, in: rates) }
    return Money(try ExactDecimal(number, start), reader.currency ?? rates.home)
  }
}

extension ByteCursor {
  /// Refuses the text where the workspace cannot tell what its currency is worth.
  func requireRate(of currency: Currency, in rates: ExchangeRates) throws(QuantityError) {
    guard rates.rate(of: currency) == nil else { return }
    throw refused(
      "the workspace is in \(rates.home) and has no rate for \(currency)",
      hint: "give 1 \(currency) in \(rates.home) under company.fx")
  }
}
