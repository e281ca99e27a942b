/// Numbers as plan files and tables write them.
///
/// `1200`, `1_200`, `1,200`, `1.5e6`, `1.2M`, `800k`, `3B`, and `(500)` for minus 500.
public enum Number {
  /// Reads a number, rounded once and correctly to the nearest `Double`.
  ///
  /// Refused are forms that could mean two numbers (`1,20`), and numbers too large for a `Double`.
  public static func parse(_ text: String, style: NumberStyle = NumberStyle()) throws(QuantityError) -> Double
  {
    try reading(text) { bytes throws(QuantityError) in try parse(bytes, style: style) }
  }

  /// Reads a number from the bytes of a cell.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, style: NumberStyle = NumberStyle()
  ) throws(QuantityError) -> Double {
    let cursor = ByteCursor(bytes)
    return try scan(cursor, style: style).double(cursor)
  }

  /// Reads a whole number, such as a count of deals; `2.5` is refused.
  public static func parseCount(_ text: String, style: NumberStyle = NumberStyle()) throws(QuantityError)
    -> Int
  {
    let value = try parse(text, style: style)
    guard abs(value) <= 9_007_199_254_740_992 else {
      throw QuantityError(text, "a count is at most 9,007,199,254,740,992")
    }
    guard let count = Int(exactly: value) else { throw QuantityError(text, "a count is a whole number") }
    return count
  }

  /// Takes a whole text apart as one signed number.
  static func scan(_ start: ByteCursor, style: NumberStyle) throws(QuantityError) -> NumberText {
    var cursor = start
    let isParenthesised = cursor.take("(")
    let sign = isParenthesised ? false : cursor.takeSign()
    var number = try NumberText(&cursor, style: style)
    _ = number.takeMagnitude(&cursor)
    number.isNegative = sign || isParenthesised
    if isParenthesised, !cursor.take(")") { throw start.refusedNumber(style) }
    if style.allowsExportForms, !number.isNegative { number.isNegative = cursor.take("-") }
    guard cursor.isAtEnd else { throw start.refusedNumber(style) }
    return number
  }
}

extension ByteCursor {
  /// Takes a plus or minus, and says whether it was a minus.
  mutating func takeSign() -> Bool {
    if take("-") { return true }
    _ = take("+")
    return false
  }
}

extension NumberText {
  /// The nearest `Double`, ties to even; refused where it would be infinite.
  func double(_ cursor: ByteCursor) throws(QuantityError) -> Double {
    let value = unsigned
    guard value.isFinite else {
      throw cursor.refused("a number is at most 1.8e308")
    }
    return isNegative ? -value : value
  }

  /// The value without its sign, infinite where it is too large.
  private var unsigned: Double {
    if longDigits.isEmpty {
      if coefficient == 0 { return 0 }
      // Both factors are exact, so one operation rounds once (Clinger 1990).
      if coefficient <= 1 << 53, let power = NumberText.powerOfTen(abs(exponent)) {
        return exponent < 0 ? Double(coefficient) / power : Double(coefficient) * power
      }
    }
    let digits = longDigits.isEmpty ? String(coefficient) : String(decoding: longDigits, as: UTF8.self)
    let power = min(max(exponent, -99_999), 99_999)
    // The text is digits and an exponent by now; a number too small for a Double is zero.
    return Double("\(digits)e\(power)") ?? 0
  }

  /// A power of ten that a `Double` holds exactly.
  static func powerOfTen(_ exponent: Int) -> Double? {
    guard exponent <= 22 else { return nil }
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
