/// A quantity of a file with the way it is written, so that a changed one is written alike.
///
/// Amounts are exact: `22%` less five points is `17%`, never `16.999999999999998%`.
struct WrittenQuantity: Hashable, Sendable {
  /// How it is written.
  enum Form: Hashable, Sendable {
    /// `22%`: the amount is 22.
    case percent
    /// `3x`.
    case multiple
    /// `0.22`, `1200`, `1.2M`.
    case number
    /// `$1.2M`, `1,200 EUR`.
    case money(Currency)
    /// `60 days`.
    case span(TimeSpan.Unit)
    /// `2027-03-01`: the amount is a day number.
    case date
  }

  /// How many of what the form counts.
  var amount: ExactDecimal
  var form: Form

  init(_ amount: ExactDecimal, _ form: Form) {
    self.amount = amount
    self.form = form
  }

  /// Reads a text as a decoder would; nil for a text that is no quantity.
  init?(_ text: String, rates: ExchangeRates = ExchangeRates()) {
    if text.hasSuffix("%"), let share = Self.number(text.dropLast()) {
      self.init(share, .percent)
    } else if text.hasSuffix("x"), let multiple = Self.number(text.dropLast()) {
      self.init(multiple, .multiple)
    } else if let number = Self.number(text[...]) {
      self.init(number, .number)
    } else if let money = try? Money.parse(text, rates: rates) {
      self.init(money.amount, .money(money.currency))
    } else if let date = try? CalendarDate.parse(text) {
      self.init(ExactDecimal(Int(date.dayNumber)), .date)
    } else if let span = try? TimeSpan.parse(text), let amount = ExactDecimal(span.amount) {
      self.init(amount, .span(span.unit))
    } else {
      return nil
    }
  }

  private static func number(_ text: Substring) -> ExactDecimal? {
    var text = text
    while text.last == " " { text.removeLast() }
    return try? ExactDecimal.parse(String(text))
  }

  /// The quantity as decoders read it.
  var text: String {
    switch form {
    case .percent: "\(amount)%"
    case .multiple: "\(amount)x"
    case .number: "\(amount)"
    case .money(let currency): "\(amount) \(currency)"
    case .span(let unit): "\(amount) \(unit.rawValue)"
    case .date: "\(CalendarDate(dayNumber: amount.whole ?? 0))"
    }
  }

  /// The quantity as people read it: money with its sign and thousands parted.
  var words: String {
    switch form {
    case .money(let currency): NumberFormat.money(amount.double, "\(currency)")
    case .number where amount.magnitude > ExactDecimal(9_999):
      NumberFormat.number(amount.double, places: min(amount.places, 2))
    default: text
    }
  }

  /// So many times the quantity; nil for a day.
  func times(_ factor: ExactDecimal) -> WrittenQuantity? {
    form == .date ? nil : WrittenQuantity(amount * factor, form)
  }

  /// The quantity as a `Double` in the unit of its form.
  var value: Double { amount.double }
}
