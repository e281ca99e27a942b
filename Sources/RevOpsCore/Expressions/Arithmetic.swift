/// The four operations and the order of values, once their types have been settled.
///
/// Whatever cannot be computed is missing with its reason: a division by zero, an amount in a currency
/// without a rate.
struct Arithmetic {
  let environment: ExpressionEnvironment

  /// The sum, or with `isDifference` the difference.
  func sum(_ a: ExpressionValue, _ b: ExpressionValue, isDifference: Bool) -> ExpressionValue {
    switch (a, b) {
    case (.missing, _): return a
    case (_, .missing): return b
    case (.money(let x, let currency), .money(let y, let other)):
      guard let y = convert(y, from: other, to: currency) else { return noRate(other, currency) }
      return finite(.money(isDifference ? x - y : x + y, currency))
    case (.rate(let x), .rate(let y)):
      return finite(.rate(isDifference ? x - y : x + y))
    case (.number(let x), .number(let y)), (.number(let x), .rate(let y)), (.rate(let x), .number(let y)):
      return finite(.number(isDifference ? x - y : x + y))
    case (.span(let x), .span(let y)):
      return span(x, isDifference ? TimeSpan(-y.amount, y.unit) : y)
    default: return calendarSum(a, b, isDifference: isDifference)
    }
  }

  private func calendarSum(
    _ a: ExpressionValue, _ b: ExpressionValue, isDifference: Bool
  ) -> ExpressionValue {
    switch (a, b) {
    case (.date(let date), .span(let span)):
      return moved(date, by: isDifference ? TimeSpan(-span.amount, span.unit) : span)
    case (.moment(let moment), .span(let span)):
      let span = isDifference ? TimeSpan(-span.amount, span.unit) : span
      return moved(moment, by: span)
    case (.span, .date), (.span, .moment): return calendarSum(b, a, isDifference: false)
    case (.moment(let x), .moment(let y)):
      return .span(TimeSpan((Double(x.seconds) - Double(y.seconds)) / 3_600, .hours))
    default:
      guard isDifference, let x = date(of: a), let y = date(of: b) else { return mismatch(a, b) }
      return .span(TimeSpan(Double(x - y), .days))
    }
  }

  /// The product, or with `isQuotient` the quotient.
  func product(_ a: ExpressionValue, _ b: ExpressionValue, isQuotient: Bool) -> ExpressionValue {
    if case .missing = a { return a }
    if case .missing = b { return b }
    return isQuotient ? quotient(a, b) : product(a, b)
  }

  private func product(_ a: ExpressionValue, _ b: ExpressionValue) -> ExpressionValue {
    switch (a, b) {
    case (.span(let span), _):
      guard let factor = b.plain else { return mismatch(a, b) }
      return finite(TimeSpan(span.amount * factor.double, span.unit))
    case (_, .span): return product(b, a)
    case (.money(let amount, let currency), _):
      guard let factor = b.plain else { return mismatch(a, b) }
      return finite(.money(amount * factor, currency))
    case (_, .money): return product(b, a)
    case (.rate(let x), .rate(let y)): return finite(.rate(x * y))
    default:
      guard let x = a.plain, let y = b.plain else { return mismatch(a, b) }
      return finite(.number(x * y))
    }
  }

  private func quotient(_ a: ExpressionValue, _ b: ExpressionValue) -> ExpressionValue {
    switch (a, b) {
    case (.span(let x), .span(let y)):
      guard y.amount != 0 else { return zeroDivision }
      return finite(.number(.real(x.amount / y.count(of: x.unit))))
    case (.money(let x, let currency), .money(let y, let other)):
      guard let y = convert(y, from: other, to: currency) else { return noRate(other, currency) }
      return y.isZero ? zeroDivision : finite(.number(x / y))
    default: break
    }
    guard let divisor = b.plain else { return mismatch(a, b) }
    guard !divisor.isZero else { return zeroDivision }
    return switch a {
    case .span(let span): finite(TimeSpan(span.amount / divisor.double, span.unit))
    case .money(let amount, let currency): finite(.money(amount / divisor, currency))
    case .rate(let rate): finite(b.type == .rate ? .number(rate / divisor) : .rate(rate / divisor))
    case .number(let number): finite(.number(number / divisor))
    default: mismatch(a, b)
    }
  }

  /// The value with the other sign.
  func negated(_ value: ExpressionValue) -> ExpressionValue {
    switch value {
    case .number(let number): .number(-number)
    case .rate(let rate): .rate(-rate)
    case .money(let amount, let currency): .money(-amount, currency)
    case .span(let span): .span(TimeSpan(-span.amount, span.unit))
    default: value.isMissing ? value : mismatch(value, value)
    }
  }

  // MARK: Order

  /// Below zero for less, zero for equal, above for more; nil where the values cannot be compared.
  ///
  /// Texts are ordered by their scalars and equal as Unicode has it, composed or not. An instant
  /// stands on its date in the company's zone when it meets a date.
  func order(_ a: ExpressionValue, _ b: ExpressionValue) -> Int? {
    switch (a, b) {
    case (.number(let x), .number(let y)), (.rate(let x), .rate(let y)), (.number(let x), .rate(let y)),
      (.rate(let x), .number(let y)):
      return order(x, y)
    case (.text(let x), .text(let y)): return order(x, y)
    case (.date(let x), .date(let y)): return order(x, y)
    case (.moment(let x), .moment(let y)): return order(x, y)
    case (.span(let x), .span(let y)): return order(x.count(of: .seconds), y.count(of: .seconds))
    case (.truth(let x), .truth(let y)): return x == y ? 0 : x ? 1 : -1
    case (.period(let x), .period(let y)):
      return x.start == y.start ? order(x.end, y.end) : order(x.start, y.start)
    case (.money(let x, let currency), _): return moneyOrder(x, currency, b)
    case (_, .money): return order(b, a).map { -$0 }
    default: return date(of: a).flatMap { x in date(of: b).map { y in order(x, y) } }
    }
  }

  private func order<Part: Comparable>(_ a: Part, _ b: Part) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  private func moneyOrder(_ amount: Numeral, _ currency: Currency, _ other: ExpressionValue) -> Int? {
    switch other {
    case .money(let y, let code):
      return convert(y, from: code, to: currency).map { Numeral.order(amount, $0) }
    case .number(let y):
      let shown = environment.shown ?? environment.rates.home
      return convert(amount, from: currency, to: shown).map { order($0, y) }
    default: return nil
    }
  }

  /// Two numbers; what converting leaves behind the millionth makes no difference.
  private func order(_ x: Numeral, _ y: Numeral) -> Int {
    let order = Numeral.order(x, y)
    guard order != 0, environment.shown != nil else { return order }
    let (a, b) = (x.double, y.double)
    return abs(a - b) <= max(1e-6, 1e-12 * max(abs(a), abs(b))) ? 0 : order
  }

  // MARK: Parts

  private func convert(_ amount: Numeral, from: Currency, to: Currency) -> Numeral? {
    guard from != to else { return amount }
    if case .exact(let decimal) = amount {
      return environment.rates.convert(Money(decimal, from), to: to).map { .exact($0.amount) }
    }
    guard let rate = environment.rates.rate(of: from), let base = environment.rates.rate(of: to) else {
      return nil
    }
    return .real(amount.double * rate.double / base.double)
  }

  /// The day of a date, or of an instant in the company's zone.
  func date(of value: ExpressionValue) -> CalendarDate? {
    switch value {
    case .date(let date): date
    case .moment(let moment): moment.local(in: environment.zone).date
    default: nil
    }
  }

  private func moved(_ date: CalendarDate, by span: TimeSpan) -> ExpressionValue {
    guard span.unit.isBusiness else {
      return reaches(span, from: date) ? .date(date.adding(span)) : outside(span)
    }
    let days = span.count(of: .businessDays).rounded(.down)
    // A business day is a day of the calendar at least, so that no more of them are gone through than there are.
    guard let whole = Int(exactly: days), reaches(TimeSpan(days, .days), from: date) else {
      return outside(span)
    }
    let end = environment.work.adding(businessDays: whole, to: date)
    guard end == .latest || end == .earliest else { return .date(end) }
    let counted = environment.work.businessDays(from: date, to: end)
    return abs(counted) < abs(whole) ? outside(span) : .date(end)
  }

  /// Whether the calendar has the day that lies so far from another.
  private func reaches(_ span: TimeSpan, from date: CalendarDate) -> Bool {
    switch span.unit {
    case .months, .quarters, .years:
      let month = Double(date.year * 12 + date.month - 1) + span.count(of: .months).rounded(.towardZero)
      return (12.0..<120_000).contains(month)
    default:
      let day = Double(date.dayNumber) + span.days.rounded(.down)
      return Double(CalendarDate.earliest.dayNumber)...Double(CalendarDate.latest.dayNumber) ~= day
    }
  }

  private func outside(_ span: TimeSpan) -> ExpressionValue {
    .missing(
      because: span.amount < 0
        ? "the calendar begins on \(CalendarDate.earliest)" : "the calendar ends on \(CalendarDate.latest)")
  }

  private func moved(_ moment: Moment, by span: TimeSpan) -> ExpressionValue {
    guard abs(span.count(of: .seconds)) < 1e12 else { return outside(span) }
    let end = environment.work.adding(span, to: moment, in: environment.zone)
    // An instant at either end stands for all those beyond it.
    let isAtEnd = end <= Moment(seconds: .min) || end >= Moment(seconds: .max)
    return isAtEnd && span.amount != 0 ? outside(span) : .moment(end)
  }

  /// The sum of two spans, in their unit or else in the finer of the two.
  private func span(_ a: TimeSpan, _ b: TimeSpan) -> ExpressionValue {
    guard a.unit != b.unit else { return finite(TimeSpan(a.amount + b.amount, a.unit)) }
    let unit = a.unit.seconds <= b.unit.seconds ? a.unit : b.unit
    return finite(TimeSpan(a.count(of: unit) + b.count(of: unit), unit))
  }

  private func finite(_ span: TimeSpan) -> ExpressionValue {
    span.amount.isFinite ? .span(span) : .missing(because: "the duration is too large for a number")
  }

  private func finite(_ value: ExpressionValue) -> ExpressionValue {
    value.numeral?.isFinite == false ? .missing(because: "the result is too large for a number") : value
  }

  private var zeroDivision: ExpressionValue { .missing(because: "it divides by zero") }

  private func noRate(_ from: Currency, _ to: Currency) -> ExpressionValue {
    .missing(because: "there is no exchange rate from \(from) to \(to)")
  }

  private func mismatch(_ a: ExpressionValue, _ b: ExpressionValue) -> ExpressionValue {
    .missing(because: "\(a.type) and \(b.type) do not go together")
  }
}

extension ExpressionValue {
  /// The number of a number or a rate: what may multiply anything.
  fileprivate var plain: Numeral? {
    switch self {
    case .number(let numeral), .rate(let numeral): numeral
    default: nil
    }
  }
}
