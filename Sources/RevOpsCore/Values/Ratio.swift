/// How many times one amount is another: an LTV:CAC of `3:1`, a coverage of `3x`.
public struct Ratio: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The first amount over the second.
  public let value: Double

  /// A ratio of a value.
  public init(_ value: Double) { self.value = value }

  /// Compares by value.
  public static func < (a: Ratio, b: Ratio) -> Bool { a.value < b.value }

  /// The ratio as `parse` reads it: `3.5x`.
  public var description: String { "\(value)x" }

  /// Reads `3x`, `3:1` or `3`; a second part of zero is refused.
  public static func parse(_ text: String) throws(QuantityError) -> Ratio {
    try reading(text) { bytes throws(QuantityError) in
      let start = ByteCursor(bytes)
      var cursor = start
      let first = try takeNumber(&cursor, start)
      cursor.skipSpaces()
      if cursor.take(":") {
        cursor.skipSpaces()
        let second = try takeNumber(&cursor, start)
        guard second != 0 else { throw start.refused("the second part of a ratio is not 0") }
        guard cursor.isAtEnd, (first / second).isFinite else { throw start.refused(wanted) }
        return Ratio(first / second)
      }
      if !cursor.take("x") { _ = cursor.take("X") }
      guard cursor.isAtEnd else { throw start.refused(wanted) }
      return Ratio(first)
    }
  }

  private static let wanted = "a ratio is written like 3x, 3:1 or 3"

  private static func takeNumber(
    _ cursor: inout ByteCursor, _ start: ByteCursor
  ) throws(QuantityError) -> Double {
    guard cursor.startsNumber() else { throw start.refused(wanted) }
    let isNegative = cursor.takeSign()
    var number = try NumberText(&cursor, style: NumberStyle())
    number.isNegative = isNegative
    return try number.double(start)
  }
}
