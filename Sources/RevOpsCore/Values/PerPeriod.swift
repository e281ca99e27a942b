/// The time that a rate or an amount belongs to: `3%/month`, `$100 a year`.
public enum Recurrence: String, Hashable, Sendable, CaseIterable {
  case day, week, month, quarter, year

  /// How often this comes in a year of 365 days.
  public var timesAYear: Double {
    switch self {
    case .day: 365
    case .week: 365.0 / 7
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }

  private init?(word: String) {
    switch word {
    case "day", "d": self = .day
    case "week", "wk", "w": self = .week
    case "month", "mo": self = .month
    case "quarter", "qtr", "q": self = .quarter
    case "year", "yr", "y": self = .year
    default: return nil
    }
  }

  /// Splits `3%/month`, `3% a month` and `3% per month` into the quantity and its recurrence.
  static func split(_ text: String) throws(QuantityError) -> (quantity: String, recurrence: Recurrence?) {
    let (quantity, word) = parts(of: text)
    guard let word else { return (text, nil) }
    guard let recurrence = Recurrence(word: word.lowercased()) else {
      throw QuantityError(
        text, "a rate belongs to a day, week, month, quarter or year", hint: "write 3%/month")
    }
    return (quantity, recurrence)
  }

  private static func parts(of text: String) -> (quantity: String, word: String?) {
    let bytes = Array(text.utf8)
    if let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
      let word = bytes[(slash + 1)...].filter { !$0.isSpace }
      return (String(decoding: bytes[..<slash], as: UTF8.self), String(decoding: word, as: UTF8.self))
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard words.count >= 3, let last = words.last, ["a", "per"].contains(words[words.count - 2]) else {
      return (text, nil)
    }
    return (words.dropLast(2).joined(separator: " "), String(last))
  }
}

/// A rate with the time that it belongs to.
public struct RatePerPeriod: Hashable, Sendable, CustomStringConvertible {
  /// The share that comes or goes each time.
  public var rate: Rate
  /// How often it does.
  public var recurrence: Recurrence

  /// A rate for each time.
  public init(_ rate: Rate, each recurrence: Recurrence) {
    self.rate = rate
    self.recurrence = recurrence
  }

  /// What a loss at this rate comes to over another time, each loss taken from what is left.
  ///
  ///     1 − (1 − r)^(n/m)    m, n: how often the rate and the wanted time come in a year
  ///
  /// 5 % a month is 46.0 % a year. A loss of all or more stays all.
  public func loss(each wanted: Recurrence) -> Rate {
    guard wanted != recurrence else { return rate }
    return Rate(fraction: 1 - power(max(0, 1 - rate.fraction), recurrence.timesAYear / wanted.timesAYear))
  }

  /// What a growth at this rate comes to over another time, each growth on top of the last.
  ///
  ///     (1 + r)^(n/m) − 1
  ///
  /// 5 % a month is 79.6 % a year. A shrinking by all or more stays all.
  public func growth(each wanted: Recurrence) -> Rate {
    guard wanted != recurrence else { return rate }
    return Rate(fraction: power(max(0, 1 + rate.fraction), recurrence.timesAYear / wanted.timesAYear) - 1)
  }

  /// The rate and its time, as `parse` reads them: `0.03/month`.
  public var description: String { "\(rate)/\(recurrence.rawValue)" }

  /// Reads `3%/month`, `3% a month`, `3% per month`, or a bare rate for the recurrence given.
  public static func parse(
    _ text: String, each default: Recurrence = .year
  ) throws(QuantityError) -> RatePerPeriod {
    let (quantity, recurrence) = try Recurrence.split(text)
    return RatePerPeriod(try Rate.parse(quantity), each: recurrence ?? `default`)
  }
}

/// An amount with the time that it belongs to.
public struct MoneyPerPeriod: Hashable, Sendable, CustomStringConvertible {
  /// The amount that comes each time.
  public var money: Money
  /// How often it does.
  public var recurrence: Recurrence

  /// An amount for each time.
  public init(_ money: Money, each recurrence: Recurrence) {
    self.money = money
    self.recurrence = recurrence
  }

  /// The units of the currency that come in another time, in proportion.
  public func units(each wanted: Recurrence) -> Double {
    guard wanted != recurrence else { return money.units }
    return money.units * recurrence.timesAYear / wanted.timesAYear
  }

  /// The amount and its time, as `parse` reads them: `100 USD/month`.
  public var description: String { "\(money)/\(recurrence.rawValue)" }

  /// Reads `$100/month`, `$100 a month`, or a bare amount for the recurrence given.
  public static func parse(
    _ text: String, each default: Recurrence = .year, rates: ExchangeRates = ExchangeRates()
  ) throws(QuantityError) -> MoneyPerPeriod {
    let (quantity, recurrence) = try Recurrence.split(text)
    return MoneyPerPeriod(try Money.parse(quantity, rates: rates), each: recurrence ?? `default`)
  }
}
