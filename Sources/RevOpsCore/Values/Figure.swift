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

extension Figure {
  /// The figure that a number makes, where there is one.
  func map(_ body: (Double) -> Double) -> Figure {
    value.map { .value(body($0)) } ?? self
  }

  /// The figure that a number makes or lacks, where there is one.
  func flatMap(_ body: (Double) -> Figure) -> Figure {
    value.map(body) ?? self
  }

  /// The sum; absent where one of the two is.
  func adding(_ other: Figure) -> Figure { flatMap { a in other.map { a + $0 } } }

  /// The first less the second; absent where one of the two is.
  func less(_ other: Figure) -> Figure { flatMap { a in other.map { a - $0 } } }

  /// The product; absent where one of the two is.
  func times(_ other: Figure) -> Figure { flatMap { a in other.map { a * $0 } } }
}

extension Figure: Encodable {
  /// Writes the number or null; the project's own encoder also keeps the reason.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
