/// A whole number without sign, as digits to the base of one thousand million, lowest first.
///
/// A decimal base makes text, powers of ten and trailing zeros cheap; no limb at the top is zero.
struct DecimalLimbs: Hashable, Sendable {
  private static let base: UInt64 = 1_000_000_000
  private static let digitsInLimb = 9

  private var limbs: [UInt32]

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  init(_ word: UInt64) {
    var rest = word
    limbs = []
    while rest > 0 {
      limbs.append(UInt32(rest % DecimalLimbs.base))
      rest /= DecimalLimbs.base
    }
  }

  /// Reads ASCII digits, the highest first.
  init(digits: ArraySlice<UInt8>) {
    var limbs: [UInt32] = []
    var end = digits.endIndex
    while end > digits.startIndex {
      let start = max(digits.startIndex, end - DecimalLimbs.digitsInLimb)
      limbs.append(digits[start..<end].reduce(0) { $0 * 10 + UInt32($1 & 15) })
      end = start
    }
    self.init(limbs: limbs)
  }

  /// The number as one word, where it fits.
  var word: UInt64? {
    var word: UInt64 = 0
    for limb in limbs.reversed() {
      let (scaled, overflows) = word.multipliedReportingOverflow(by: DecimalLimbs.base)
      let (sum, carries) = scaled.addingReportingOverflow(UInt64(limb))
      guard !overflows, !carries else { return nil }
      word = sum
    }
    return word
  }

  /// The digits in ASCII, the highest first; `0` for zero.
  var digits: String {
    guard let top = limbs.last else { return "0" }
    return limbs.dropLast().reversed().reduce(String(top)) { text, limb in
      let digits = String(limb)
      return text + String(repeating: "0", count: DecimalLimbs.digitsInLimb - digits.utf8.count) + digits
    }
  }

  func adding(_ other: DecimalLimbs) -> DecimalLimbs {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(limbs.count, other.limbs.count) {
      carry += limb(index) + other.limb(index)
      sum.append(UInt32(carry % DecimalLimbs.base))
      carry /= DecimalLimbs.base
    }
    sum.append(UInt32(carry))
    return DecimalLimbs(limbs: sum)
  }

  /// The difference to a number that is not greater.
  func subtracting(_ other: DecimalLimbs) -> DecimalLimbs {
    var difference: [UInt32] = []
    var borrow: UInt64 = 0
    for index in limbs.indices {
      let raised = limb(index) + DecimalLimbs.base - other.limb(index) - borrow
      difference.append(UInt32(raised % DecimalLimbs.base))
      borrow = raised < DecimalLimbs.base ? 1 : 0
    }
    return DecimalLimbs(limbs: difference)
  }

  func multiplied(by other: DecimalLimbs) -> DecimalLimbs {
    var product = [UInt32](repeating: 0, count: limbs.count + other.limbs.count + 1)
    for (offset, factor) in limbs.enumerated() {
      var carry: UInt64 = 0
      for index in 0...other.limbs.count {
        carry += UInt64(product[offset + index]) + UInt64(factor) * other.limb(index)
        product[offset + index] = UInt32(carry % DecimalLimbs.base)
        carry /= DecimalLimbs.base
      }
    }
    return DecimalLimbs(limbs: product)
  }

  func timesPowerOfTen(_ power: Int) -> DecimalLimbs {
    var shifted = [UInt32](repeating: 0, count: power / DecimalLimbs.digitsInLimb) + limbs
    var factor: UInt64 = 1
    for _ in 0..<(power % DecimalLimbs.digitsInLimb) { factor *= 10 }
    var carry: UInt64 = 0
    for index in shifted.indices {
      carry += UInt64(shifted[index]) * factor
      shifted[index] = UInt32(carry % DecimalLimbs.base)
      carry /= DecimalLimbs.base
    }
    shifted.append(UInt32(carry))
    return DecimalLimbs(limbs: shifted)
  }

  /// Quotient and remainder, limb by limb; the divisor is not zero.
  ///
  /// Each limb of the quotient is found by halving its range: thirty comparisons, plain to see right,
  /// where the numbers are a few limbs long.
  func divided(by divisor: DecimalLimbs) -> (quotient: DecimalLimbs, remainder: DecimalLimbs) {
    var quotient = [UInt32](repeating: 0, count: limbs.count)
    var remainder = DecimalLimbs(0)
    for index in limbs.indices.reversed() {
      remainder = DecimalLimbs(limbs: [limbs[index]] + remainder.limbs)
      var (low, high) = (UInt64(0), DecimalLimbs.base - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if remainder < divisor.multiplied(by: DecimalLimbs(middle)) {
          high = middle - 1
        } else {
          low = middle
        }
      }
      quotient[index] = UInt32(low)
      remainder = remainder.subtracting(divisor.multiplied(by: DecimalLimbs(low)))
    }
    return (DecimalLimbs(limbs: quotient), remainder)
  }

  /// The limb at an index, zero above the top.
  private func limb(_ index: Int) -> UInt64 {
    index < limbs.count ? UInt64(limbs[index]) : 0
  }
}

extension DecimalLimbs: Comparable {
  static func < (a: DecimalLimbs, b: DecimalLimbs) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    return a.limbs.reversed().lexicographicallyPrecedes(b.limbs.reversed())
  }
}
