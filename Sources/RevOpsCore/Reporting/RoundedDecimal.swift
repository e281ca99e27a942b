/// A number as the decimal digits that name it, for rounding as people do it.
///
/// The digits are the fewest that read back to the `Double`: what was written as 1.005 is 1.005 here, and its
/// tie is a tie, although the binary number lies a little below.
struct RoundedDecimal: Hashable {
  /// Digits 0 to 9, the most significant first, without leading zeros; none for zero.
  private var digits: [UInt8] = []
  /// How many of the digits stand behind the point; below zero for zeros to be added before it.
  private var scale = 0
  private var isNegative = false

  /// Takes a finite number; anything else counts as zero.
  init(_ number: Double) {
    guard number.isFinite else { return }
    isNegative = number < 0
    var isFraction = false
    var exponent = 0
    var bytes = Array(number.magnitude.description.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case 0x30...0x39:
        digits.append(byte - 0x30)
        if isFraction { scale += 1 }
      case 0x2E: isFraction = true
      default:
        exponent = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        bytes = []
      }
    }
    scale -= exponent
    dropLeadingZeros()
  }

  /// Whether there is nothing but zeros.
  var isZero: Bool { digits.isEmpty }

  /// Whether nothing but zeros stands behind the point.
  var isWhole: Bool { digits.suffix(max(0, scale)).allSatisfy { $0 == 0 } }

  /// The number to six digits and at least to the hundredth, without zeros at its end.
  var plain: String { text(places: max(2, 6 + scale - digits.count), trimming: 0) }

  /// How many digits stand before the point; 0 below one.
  var wholeDigits: Int { max(0, digits.count - scale) }

  /// The number times a power of ten, exactly.
  func shifted(by places: Int) -> RoundedDecimal {
    var result = self
    result.scale -= places
    return result
  }

  /// The number rounded to so many decimal places, a tie to the even digit.
  func rounded(to places: Int) -> RoundedDecimal {
    var result = self
    let dropped = scale - places
    guard dropped > 0 else {
      result.digits += repeatElement(0, count: digits.isEmpty ? 0 : -dropped)
      result.scale = places
      return result
    }
    result.scale = places
    guard dropped <= digits.count else {
      result.digits = []
      return result
    }
    let kept = digits.count - dropped
    result.digits = Array(digits[..<kept])
    let isOdd = kept > 0 && digits[kept - 1] % 2 == 1
    let isTie = digits[kept] == 5 && digits[(kept + 1)...].allSatisfy { $0 == 0 }
    if isTie ? isOdd : digits[kept] >= 5 { result.increment() }
    result.dropLeadingZeros()
    return result
  }

  /// The digits in groups of three before the point, the sign in front; zero has no sign.
  ///
  /// From 10¹⁵ on, where a `Double` no longer knows the last digits, an exponent: `1.234e18`.
  ///
  /// - Parameters:
  ///   - places: Decimal places that are always written.
  ///   - trimming: Whether zeros at the end of the places may go, down to this many.
  ///   - isGrouped: Whether commas part thousands.
  /// - Returns: The text, such as `-1,234.50`.
  func text(places: Int, trimming: Int? = nil, isGrouped: Bool = true) -> String {
    guard wholeDigits <= 15 else {
      let exponent = wholeDigits - 1
      return "\(shifted(by: -exponent).text(places: 3, trimming: 0))e\(exponent)"
    }
    let rounded = rounded(to: max(places, 0))
    var all = rounded.digits
    if all.count <= rounded.scale {
      all = Array(repeating: 0, count: rounded.scale + 1 - all.count) + all
    }
    var fraction = Array(all.suffix(rounded.scale))
    let whole = all.dropLast(rounded.scale)
    if let trimming {
      while fraction.count > trimming, fraction.last == 0 { fraction.removeLast() }
    }
    var bytes: [UInt8] = rounded.isZero || !isNegative ? [] : [0x2D]
    for (index, digit) in whole.enumerated() {
      if isGrouped, index > 0, (whole.count - index) % 3 == 0 { bytes.append(0x2C) }
      bytes.append(digit + 0x30)
    }
    if !fraction.isEmpty { bytes.append(0x2E) }
    bytes += fraction.map { $0 + 0x30 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func increment() {
    var index = digits.count
    while index > 0 {
      index -= 1
      guard digits[index] == 9 else {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }

  private mutating func dropLeadingZeros() {
    digits = Array(digits.drop { $0 == 0 })
  }
}
