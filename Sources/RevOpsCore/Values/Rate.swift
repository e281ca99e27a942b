/// A share of a whole: a win rate, a margin, a growth.
public struct Rate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The share as a fraction: 0.25 for 25 %.
  public let fraction: Double

  /// A share given as a fraction.
  public init(fraction: Double) { self.fraction = fraction }

  /// A share given in per cent.
  public init(percent: Double) { fraction = percent / 100 }

  /// The share in per cent.
  public var percent: Double { fraction * 100 }

  /// The fraction as the decimal that was written, for sums to the cent; nil where there is no number.
  public var exact: ExactDecimal? { ExactDecimal(fraction) }

  /// Compares by value.
  public static func < (a: Rate, b: Rate) -> Bool { a.fraction < b.fraction }

  /// The fraction, as `parse` reads it where it is at most 10.
  public var description: String {
    guard abs(fraction) > 10, let exact else { return "\(fraction)" }
    return "\(exact * ExactDecimal(100))%"
  }

  /// Reads `25%` or the fraction `0.25`.
  ///
  /// A bare number up to 10 is a fraction, since a retention of 1.3 is 130 %; above 10 it is refused,
  /// since nobody means 2,500 %.
  public static func parse(_ text: String, style: NumberStyle = NumberStyle()) throws(QuantityError) -> Rate {
    try reading(text) { bytes throws(QuantityError) in try parse(bytes, style: style) }
  }

  /// Reads a rate from the bytes of a cell.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, style: NumberStyle = NumberStyle()
  ) throws(QuantityError) -> Rate {
    let start = ByteCursor(bytes)
    var cursor = start
    guard start.startsNumber(style) else { throw start.refused(Rate.wanted) }
    let isNegative = cursor.takeSign()
    var number = try NumberText(&cursor, style: style)
    number.isNegative = isNegative
    cursor.skipSpaces()
    let isPercent = cursor.take("%")
    guard cursor.isAtEnd else { throw start.refused(Rate.wanted) }
    if isPercent { number.exponent -= 2 }
    let fraction = try number.double(start)
    guard isPercent || abs(fraction) <= 10 else {
      throw start.refused(Rate.wanted, hint: "did you mean \(QuantityError(start.text, "").text)%?")
    }
    guard abs(fraction) <= 1e9 else { throw start.refused("a rate is at most 100,000,000,000%") }
    return Rate(fraction: fraction)
  }

  private static let wanted = "a rate is a percentage or a fraction"
}

extension ByteCursor {
  /// Whether a number can begin here, behind a sign or not.
  func startsNumber(_ style: NumberStyle = NumberStyle()) -> Bool {
    let isSigned = current == UInt8(ascii: "-") || current == UInt8(ascii: "+")
    let first = peek(isSigned ? 1 : 0)
    return first.isDigit || first == style.mark
  }
}
