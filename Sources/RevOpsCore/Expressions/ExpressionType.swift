/// The kinds of values, known before an expression runs.
public enum ExpressionType: Hashable, Sendable {
  case truth
  case number
  /// A number whose name says its unit, such as `cycle_days`; a span may be compared with it.
  case timed(TimeSpan.Unit)
  case rate
  case money
  case span
  case date
  /// A date with a time of day.
  case moment
  case period
  case text
  indirect case list(ExpressionType)
  case record([ExpressionSchema.Field])
  /// Known only when it runs, such as a figure that is absent at present.
  case unknown

  /// The type of both, or `unknown` where they differ.
  static func common(_ a: ExpressionType, _ b: ExpressionType) -> ExpressionType {
    switch (a, b) {
    case _ where a == b: a
    case (.unknown, let known), (let known, .unknown): known
    case (.timed, .number), (.number, .timed), (.timed, .timed): .number
    case (.list(let a), .list(let b)): .list(common(a, b))
    case (.record(let a), .record(let b)): .record(merged(a, b))
    case (.text, .date), (.date, .text): .text
    default: .unknown
    }
  }

  private static func merged(_ a: [ExpressionSchema.Field], _ b: [ExpressionSchema.Field])
    -> [ExpressionSchema.Field]
  {
    var fields = a
    for field in b {
      if let index = fields.firstIndex(where: { $0.name == field.name }) {
        fields[index].type = common(fields[index].type, field.type)
      } else {
        fields.append(field)
      }
    }
    return fields
  }

  /// Whether it is a plain number, whatever it counts.
  var isNumber: Bool {
    switch self {
    case .number, .timed: true
    default: false
    }
  }
}

extension ExpressionType: CustomStringConvertible {
  /// The type in words that fit behind 'is'.
  public var description: String {
    switch self {
    case .truth: "true or false"
    case .number, .timed: "a number"
    case .rate: "a rate"
    case .money: "money"
    case .span: "a duration"
    case .date: "a date"
    case .moment: "a date with a time"
    case .period: "a period"
    case .text: "text"
    case .list: "a list"
    case .record: "a group of figures"
    case .unknown: "missing"
    }
  }

  /// The type as `revops eval` names it.
  public var name: String {
    switch self {
    case .truth: "boolean"
    case .number, .timed: "number"
    case .rate: "rate"
    case .money: "money"
    case .span: "duration"
    case .date: "date"
    case .moment: "moment"
    case .period: "period"
    case .text: "text"
    case .list: "list"
    case .record: "record"
    case .unknown: "missing"
    }
  }
}

extension ExpressionType {
  /// The type of a value of a result; `key` is its name, which may say a unit (`cycle_days`).
  init(of json: JSONValue, key: String = "") {
    switch json {
    case .null: self = .unknown
    case .bool: self = .truth
    case .integer, .number: self = TimeSpan.Unit(endOf: key).map(ExpressionType.timed) ?? .number
    case .string(let text): self = (try? CalendarDate.parse(text)) == nil ? .text : .date
    case .array(let items):
      self = .list(items.lazy.map { ExpressionType(of: $0) }.reduce(.unknown, ExpressionType.common))
    case .object(let members):
      self = .record(
        members.map { ExpressionSchema.Field($0.key, ExpressionType(of: $0.value, key: $0.key)) })
    }
  }
}

extension TimeSpan.Unit {
  /// The unit that the end of a key names: `_days`, `_business_hours`.
  init?(endOf key: String) {
    let units = TimeSpan.Unit.allCases.reversed()
    let match = units.first { unit in
      key.hasSuffix("_" + unit.rawValue.split(separator: " ").joined(separator: "_"))
    }
    guard let match else { return nil }
    self = match
  }
}
