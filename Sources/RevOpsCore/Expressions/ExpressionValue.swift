/// What an expression works on and results in.
public enum ExpressionValue: Hashable, Sendable {
  /// Nothing, and why where that is known.
  case missing(because: String?)
  case truth(Bool)
  case number(Numeral)
  /// A share, as a fraction: `25%` is 0.25.
  case rate(Numeral)
  case money(Numeral, Currency)
  case span(TimeSpan)
  case date(CalendarDate)
  case moment(Moment)
  case period(Period)
  case text(String)
  case list([ExpressionValue])
  /// An object of a result, whose members are asked for by name.
  case record(JSONValue)

  /// Nothing, for no reason worth a word.
  static let nothing = ExpressionValue.missing(because: nil)

  /// Whether there is nothing.
  public var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  /// The number in a number, rate or amount.
  var numeral: Numeral? {
    switch self {
    case .number(let numeral), .rate(let numeral), .money(let numeral, _): numeral
    default: nil
    }
  }

  /// What kind of value it is.
  public var type: ExpressionType {
    switch self {
    case .missing: .unknown
    case .truth: .truth
    case .number: .number
    case .rate: .rate
    case .money: .money
    case .span: .span
    case .date: .date
    case .moment: .moment
    case .period: .period
    case .text: .text
    case .list(let items): .list(items.lazy.map(\.type).reduce(.unknown, ExpressionType.common))
    case .record(let json): ExpressionType(of: json)
    }
  }
}

extension ExpressionValue {
  /// A value of a result, read as the type that its schema gives it.
  init(_ json: JSONValue, as type: ExpressionType = .unknown) {
    switch json {
    case .null: self = .nothing
    case .bool(let truth): self = .truth(truth)
    case .integer(let whole): self = .number(Numeral(whole))
    case .number(let double): self = double.isFinite ? .number(.real(double)) : .nothing
    case .string(let text): self = ExpressionValue(text: text, as: type)
    case .array(let items):
      var element = ExpressionType.unknown
      if case .list(let known) = type { element = known }
      self = .list(items.map { ExpressionValue($0, as: element) })
    case .object: self = .record(json)
    }
  }

  private init(text: String, as type: ExpressionType) {
    switch type {
    case .date: self = (try? CalendarDate.parse(text)).map(ExpressionValue.date) ?? .text(text)
    default: self = .text(text)
    }
  }
}
