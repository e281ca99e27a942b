/// What foreign money is worth in the money of the workspace (`company.fx`).
///
/// `{EUR: 1.08}` in a workspace of dollars says that one euro is worth 1.08 dollars.
public struct ExchangeRates: Hashable, Sendable {
  /// The currency of the workspace.
  public let home: Currency
  /// Units of the home currency for one unit of the foreign one; each is above zero.
  public private(set) var rates: [Currency: ExactDecimal] = [:]

  /// Starts with the home currency alone, worth one.
  public init(home: Currency = .usd) {
    self.home = home
  }

  /// Adds a currency; a rate that is not above zero is refused.
  public mutating func add(_ currency: Currency, _ rate: ExactDecimal) throws(QuantityError) {
    guard rate > .zero else {
      throw QuantityError(rate.description, "an exchange rate is above zero")
    }
    guard currency != home || rate == .one else {
      throw QuantityError(rate.description, "\(home) is the workspace's own currency and worth 1")
    }
    rates[currency] = rate
  }

  /// Units of the home currency for one of another, or nil where none is known.
  public func rate(of currency: Currency) -> ExactDecimal? {
    currency == home ? .one : rates[currency]
  }

  /// The worth of money in the home currency, exact; nil without a rate.
  public func home(_ money: Money) -> Money? {
    rate(of: money.currency).map { Money(money.amount * $0, home) }
  }

  /// The worth of money in another currency; nil without a rate.
  ///
  ///     amount × rate of its currency / rate of the wanted one
  ///
  /// Exact towards the home currency; otherwise rounded eight digits behind the smallest coin.
  public func convert(_ money: Money, to wanted: Currency) -> Money? {
    guard money.currency != wanted else { return money }
    guard let atHome = home(money), let rate = rate(of: wanted) else { return nil }
    guard wanted != home else { return atHome }
    return atHome.amount.divided(by: rate, places: wanted.minorDigits + 8).map { Money($0, wanted) }
  }
}
