/// A result as JSON knows it, with members in declaration order.
///
/// One tree serves the JSON output, the checks (`audit.rubric.score >= 60`), the what-if commands and the
/// diff, so a figure has the same name in all of them.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value.
  public struct Member: Hashable, Sendable {
    /// The key in snake_case.
    public var key: String
    /// What stands under it.
    public var value: JSONValue

    /// Makes a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key of an object, or nil.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A string of the source.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number of the source.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number of the source.
  public init(floatLiteral value: Double) { self = .number(value) }
}
