extension ExactDecimal: CustomStringConvertible {
  /// Most digits that a text may have on either side of the point.
  private static let mostDigits = 100

  /// Reads a number as `Number` does, and keeps every digit.
  ///
  /// More than 100 digits on a side of the point are refused, so that no text makes a number that is
  /// larger than the text by more than that.
  public static func parse(
    _ text: String, style: NumberStyle = NumberStyle()
  ) throws(QuantityError) -> ExactDecimal {
    try reading(text) { bytes throws(QuantityError) in try parse(bytes, style: style) }
  }

  /// Reads a number from the bytes of a cell.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, style: NumberStyle = NumberStyle()
  ) throws(QuantityError) -> ExactDecimal {
    let cursor = ByteCursor(bytes)
    return try ExactDecimal(Number.scan(cursor, style: style), cursor)
  }

  /// Takes a number that was taken apart; the cursor stands for its text.
  init(_ number: NumberText, _ cursor: ByteCursor) throws(QuantityError) {
    let limit = ExactDecimal.mostDigits
    guard number.coefficient > 0 else {
      self = .zero
      return
    }
    guard -number.exponent <= limit, number.significantDigits + number.exponent <= limit
    else {
      throw cursor.refused("an exact number has at most \(limit) digits before and after the point")
    }
    if number.longDigits.isEmpty, let word = Int(exactly: number.coefficient) {
      self.init(WideInteger(number.isNegative ? -word : word), places: -number.exponent)
      return
    }
    let magnitude =
      number.longDigits.isEmpty
      ? DecimalLimbs(number.coefficient) : DecimalLimbs(digits: number.longDigits[...])
    self.init(WideInteger(magnitude, isNegative: number.isNegative), places: -number.exponent)
  }

  /// The shortest decimal that reads back as a number, so that 0.1 is one tenth; nil for infinity and NaN.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    let text = double.description
    guard let value = try? ExactDecimal.parse(text) else { return nil }
    self = value
  }

  /// The nearest `Double`, ties to even.
  public var double: Double {
    if let word = coefficient.word, word.magnitude <= 1 << 53, let power = NumberText.powerOfTen(places) {
      return Double(word) / power
    }
    return Double(description) ?? 0
  }

  /// The digits in full: no exponent, no group marks, no zeros at the end, `0` and never `-0`.
  public var description: String {
    let digits = coefficient.magnitude.digits
    let sign = isNegative ? "-" : ""
    guard places > 0 else { return sign + digits }
    let zeros = max(0, places + 1 - digits.utf8.count)
    let padded = String(repeating: "0", count: zeros) + digits
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// The digits in full with exactly so many places, which are not fewer than the own: `12.50`.
  public func description(places: Int) -> String {
    let missing = places - self.places
    guard missing > 0 else { return description }
    return description + (self.places == 0 ? "." : "") + String(repeating: "0", count: missing)
  }
}
