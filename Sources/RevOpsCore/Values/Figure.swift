/// A computed number, or the reason why there is none.
///
/// Unknown is never zero: text prints the reason, JSON writes `null` and lists the reason beside it.
public enum Figure: Hashable, Sendable {
  case value(Double)
  case absent(because: String)

  /// The number, or nil where there is none.
  public var value: Double? {
    guard case .value(let number) = self else { return nil }
    return number
  }

  /// Why there is no number, or nil where there is one.
  public var reason: String? {
    guard case .absent(let reason) = self else { return nil }
    return reason
  }
}

extension Figure: Encodable {
  /// Writes the number or null; the project's own encoder also keeps the reason.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
