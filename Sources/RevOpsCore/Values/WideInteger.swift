/// A whole number of any size, one machine word while it fits.
///
/// Each value has one form, so that equality and hashing are those of the parts.
struct WideInteger: Hashable, Sendable {
  private enum Storage: Hashable, Sendable {
    case word(Int)
    case limbs(DecimalLimbs, isNegative: Bool)
  }

  private let storage: Storage

  init(_ word: Int) { storage = .word(word) }

  /// Takes a magnitude and a sign; a word again where it fits.
  init(_ limbs: DecimalLimbs, isNegative: Bool) {
    if let word = limbs.word, word <= (isNegative ? Int.min : .max).magnitude {
      storage = .word(Int(truncatingIfNeeded: isNegative ? 0 &- word : word))
    } else {
      storage = .limbs(limbs, isNegative: isNegative)
    }
  }

  var isZero: Bool { storage == .word(0) }

  var isNegative: Bool {
    switch storage {
    case .word(let word): word < 0
    case .limbs(_, let isNegative): isNegative
    }
  }

  /// The number as one machine word, where it fits.
  var word: Int? {
    guard case .word(let word) = storage else { return nil }
    return word
  }

  /// The number without its sign.
  var magnitude: DecimalLimbs {
    switch storage {
    case .word(let word): DecimalLimbs(UInt64(word.magnitude))
    case .limbs(let limbs, _): limbs
    }
  }

  static prefix func - (a: WideInteger) -> WideInteger {
    if let word = a.word, word != .min { return WideInteger(-word) }
    return WideInteger(a.magnitude, isNegative: !a.isNegative)
  }

  static func + (a: WideInteger, b: WideInteger) -> WideInteger {
    if let x = a.word, let y = b.word {
      let (sum, overflows) = x.addingReportingOverflow(y)
      if !overflows { return WideInteger(sum) }
    }
    let (x, y) = (a.magnitude, b.magnitude)
    if a.isNegative == b.isNegative { return WideInteger(x.adding(y), isNegative: a.isNegative) }
    return x < y
      ? WideInteger(y.subtracting(x), isNegative: b.isNegative)
      : WideInteger(x.subtracting(y), isNegative: a.isNegative)
  }

  static func * (a: WideInteger, b: WideInteger) -> WideInteger {
    if let x = a.word, let y = b.word {
      let (product, overflows) = x.multipliedReportingOverflow(by: y)
      if !overflows { return WideInteger(product) }
    }
    return WideInteger(a.magnitude.multiplied(by: b.magnitude), isNegative: a.isNegative != b.isNegative)
  }

  /// Quotient towards zero and the remainder with the sign of the dividend; the divisor is not zero.
  func dividedTruncating(by divisor: WideInteger) -> (quotient: WideInteger, remainder: WideInteger) {
    if let x = word, let y = divisor.word {
      let (quotient, overflows) = x.dividedReportingOverflow(by: y)
      if !overflows { return (WideInteger(quotient), WideInteger(x - quotient * y)) }
    }
    let (quotient, remainder) = magnitude.divided(by: divisor.magnitude)
    return (
      WideInteger(quotient, isNegative: isNegative != divisor.isNegative),
      WideInteger(remainder, isNegative: isNegative)
    )
  }

  /// The number times ten to a power, which is not negative.
  func timesPowerOfTen(_ power: Int) -> WideInteger {
    if let word, let factor = WideInteger.powerOfTen(power) {
      let (product, overflows) = word.multipliedReportingOverflow(by: factor)
      if !overflows { return WideInteger(product) }
    }
    return WideInteger(magnitude.timesPowerOfTen(power), isNegative: isNegative)
  }

  /// Ten to a power, while a word holds it.
  private static func powerOfTen(_ power: Int) -> Int? {
    guard power < 19 else { return nil }
    var result = 1
    for _ in 0..<power { result *= 10 }
    return result
  }
}

extension WideInteger: Comparable {
  static func < (a: WideInteger, b: WideInteger) -> Bool {
    if let x = a.word, let y = b.word { return x < y }
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.magnitude < a.magnitude : a.magnitude < b.magnitude
  }
}
