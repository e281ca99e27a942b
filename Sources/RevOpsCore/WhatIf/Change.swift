/// What becomes of a value in a what-if: another value, or a change of what stands there.
///
///     -5pts    +2 pts       points of a rate                     25% becomes 20%
///     -20%     +10%         a share of the value                 25% becomes 20%
///     x1.1                  so many times the value
///     +15 days  +$50K  -2   an amount of the value's own kind
///     30%   =-500           the value itself; after `=` also one that begins with a sign
enum Change: Hashable, Sendable {
  /// The value itself, as it is written; nil for a list or a mapping, which stands for itself.
  case value(String?)
  /// So many times the value.
  case factor(ExactDecimal)
  /// So many percentage points more.
  case points(ExactDecimal)
  /// So much more of the value's own kind.
  case amount(WrittenQuantity)

  /// Reads a change, or says what keeps it from being one.
  static func parse(_ text: String, rates: ExchangeRates) throws(QuantityError) -> Change {
    if text.hasPrefix("=") { return .value(String(text.dropFirst())) }
    if let first = text.first, first == "x" || first == "×", let factor = number(text.dropFirst()) {
      return .factor(factor)
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return .value(text) }
    let rest = text.dropFirst()
    let factor = ExactDecimal(sign == "-" ? -1 : 1)
    for word in ["percentage points", "points", "pts", "pt", "pp"] where rest.hasSuffix(word) {
      guard let points = number(rest.dropLast(word.count)) else { break }
      return .points(points * factor)
    }
    guard let first = rest.first, first != "+", first != "-", first != " ",
      let size = WrittenQuantity(String(rest), rates: rates), size.form != .date
    else {
      throw QuantityError(
        text, "a change is written like -5pts, +20%, +15 days, +$50K or x1.1",
        hint: "write =\(printable(text)) for a value that begins with a sign")
    }
    if size.form == .percent { return .factor(.one + size.amount * factor * ExactDecimal.hundredth) }
    if size.form == .multiple { throw QuantityError(text, "a multiple is written like x1.1, without a sign") }
    return .amount(WrittenQuantity(size.amount * factor, size.form))
  }

  private static func number(_ text: Substring) -> ExactDecimal? {
    var text = text
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    guard let first = text.utf8.first, first.isDigit || first == UInt8(ascii: ".") else { return nil }
    return try? ExactDecimal.parse(String(text))
  }

  /// What a change makes of a value; nil where the value is replaced.
  ///
  /// - Parameters:
  ///   - value: What stands there.
  ///   - key: The last key of its path, whose last word may be the unit of a bare number: `sql_to_opp_days`.
  ///   - rates: What money of other currencies is worth.
  /// - Returns: The changed value, in the form of the old one.
  /// - Throws: That the change is of another kind than the value.
  func applied(
    to value: WrittenQuantity, under key: String, rates: ExchangeRates
  ) throws(QuantityError) -> WrittenQuantity? {
    switch self {
    case .value: return nil
    case .factor(let factor):
      if let product = value.times(factor) { return product }
      throw QuantityError(value.text, "a date is moved by a length of time, such as +30 days")
    case .points(let points):
      if value.form == .percent { return WrittenQuantity(value.amount + points, .percent) }
      // A bare number above 10 is no rate: `Rate.parse` refuses it too.
      guard value.form == .number, value.amount.magnitude <= ExactDecimal(10) else {
        throw QuantityError(value.words, "points change a rate such as 25%")
      }
      return WrittenQuantity(value.amount + points * ExactDecimal.hundredth, .number)
    case .amount(let size): return try value.adding(size, under: key, rates: rates)
    }
  }
}

extension ExactDecimal {
  /// One per cent.
  static let hundredth = ExactDecimal(WideInteger(1), places: 2)
}

extension WrittenQuantity {
  /// How a quantity of this kind is changed.
  fileprivate var changeHint: String {
    switch form {
    case .percent: "a rate is changed by points or by a share of it, such as +5pts or +20%"
    case .multiple: "a multiple is changed by a share of it, such as +20% or x1.1"
    case .number: "a number is changed by a number or by a share of it, such as +2 or +20%"
    case .money: "money is changed by an amount or by a share of it, such as +$5K or +20%"
    case .span: "a length of time is changed by one or by a share of it, such as +15 days or +20%"
    case .date: "a date is changed by a length of time, such as +30 days"
    }
  }

  /// The quantity with one more of its own kind.
  fileprivate func adding(
    _ size: WrittenQuantity, under key: String, rates: ExchangeRates
  ) throws(QuantityError) -> WrittenQuantity {
    switch (form, size.form) {
    case (.number, .number), (.money, .number):
      return WrittenQuantity(amount + size.amount, form)
    case (.money(let own), .money(let other)):
      guard let converted = rates.convert(Money(size.amount, other), to: own) else {
        throw QuantityError(words, "there is no rate from \(other) to \(own)")
      }
      return WrittenQuantity(amount + converted.amount, form)
    case (.number, .money(let other)):
      guard let converted = rates.convert(Money(size.amount, other), to: rates.home) else {
        throw QuantityError(words, "there is no rate from \(other) to \(rates.home)")
      }
      return WrittenQuantity(amount + converted.amount, form)
    case (.span(let own), .span(let other)) where own == other:
      return WrittenQuantity(amount + size.amount, form)
    case (.span(let own), .span(let other)):
      guard let added = ExactDecimal(TimeSpan(size.value, other).count(of: own)) else { return self }
      return WrittenQuantity(amount + added, form)
    case (.number, .span(let other)):
      let word = key.split(separator: "_").last.map(String.init) ?? ""
      guard let unit = TimeSpan.Unit(rawValue: word),
        let added = ExactDecimal(TimeSpan(size.value, other).count(of: unit))
      else { throw QuantityError(words, "a length of time cannot be added to a number without a unit") }
      return WrittenQuantity(amount + added, form)
    case (.date, .span(let unit)):
      let day = CalendarDate(dayNumber: amount.whole ?? 0).adding(TimeSpan(size.value, unit))
      return WrittenQuantity(ExactDecimal(Int(day.dayNumber)), .date)
    case (.percent, .number):
      throw QuantityError(
        text, "a rate is changed by points or by a share of it", hint: "such as +5pts or +20%")
    default:
      throw QuantityError(words, "\(size.words) is \(size.noun)", hint: changeHint)
    }
  }
}
