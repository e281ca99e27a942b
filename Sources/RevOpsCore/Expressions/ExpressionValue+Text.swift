extension ExpressionValue: CustomStringConvertible {
  /// The value as an expression would write it, but for texts, which stand without quotes.
  public var description: String {
    switch self {
    case .missing: ""
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): number.description
    case .rate(let rate): "\(rate * Numeral(100))%"
    case .money(let amount, let currency): "\(amount) \(currency)"
    case .span(let span): span.description
    case .date(let date): date.description
    case .moment(let moment): moment.description
    case .period(let period): period.description
    case .text(let text): text
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .record(let json): "{" + json.memberKeys.joined(separator: ", ") + "}"
    }
  }

  /// The value as the JSON of a result has it: a rate is a fraction, money a number of units, a date a text.
  public var json: JSONValue {
    switch self {
    case .missing: .null
    case .truth(let truth): .bool(truth)
    case .number(let number), .rate(let number), .money(let number, _):
      number.whole.map(JSONValue.integer) ?? .number(number.double)
    case .list(let items): .array(items.map(\.json))
    case .record(let json): json
    case .span, .date, .moment, .period, .text: .string(description)
    }
  }
}

extension JSONValue {
  fileprivate var memberKeys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }
}
