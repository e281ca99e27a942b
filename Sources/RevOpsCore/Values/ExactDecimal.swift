/// A decimal number kept exactly, however many digits it has.
///
///     value = coefficient / 10^places
///
/// Sums, differences and products are exact; only division and `rounded` round, as they are told.
/// Each value has one form without trailing zeros, so `1.50` and `1.5` are equal and hash alike.
public struct ExactDecimal: Hashable, Sendable {
  let coefficient: WideInteger
  /// Digits after the point, never negative.
  public let places: Int

  /// Nothing.
  public static let zero = ExactDecimal(0)
  /// One.
  public static let one = ExactDecimal(1)

  /// A whole number.
  public init(_ whole: Int) {
    self.init(WideInteger(whole), places: 0)
  }

  /// Takes a coefficient at a number of places, which may be negative, and drops trailing zeros.
  init(_ coefficient: WideInteger, places: Int) {
    guard places > 0 else {
      self.coefficient = places < 0 ? coefficient.timesPowerOfTen(-places) : coefficient
      self.places = 0
      return
    }
    var coefficient = coefficient
    var places = coefficient.isZero ? 0 : places
    if var word = coefficient.word {
      while places > 0, word % 10 == 0 {
        word /= 10
        places -= 1
      }
      coefficient = WideInteger(word)
    } else {
      let digits = Array(coefficient.magnitude.digits.utf8)
      let zeros = digits.reversed().prefix(places).prefix { $0 == UInt8(ascii: "0") }.count
      coefficient = WideInteger(
        DecimalLimbs(digits: digits.dropLast(zeros)), isNegative: coefficient.isNegative)
      places -= zeros
    }
    self.coefficient = coefficient
    self.places = places
  }

  /// Whether this is nothing.
  public var isZero: Bool { coefficient.isZero }
  /// Whether this is below zero.
  public var isNegative: Bool { coefficient.isNegative }
  /// The value without its sign.
  public var magnitude: ExactDecimal { isNegative ? -self : self }

  /// The value as a whole number, where it is one that a machine word holds.
  public var whole: Int? { places == 0 ? coefficient.word : nil }

  /// The coefficient at more places than the own.
  private func scaled(to places: Int) -> WideInteger {
    places == self.places ? coefficient : coefficient.timesPowerOfTen(places - self.places)
  }
}

extension ExactDecimal: Comparable {
  /// Compares by value.
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let places = max(a.places, b.places)
    return a.scaled(to: places) < b.scaled(to: places)
  }
}

extension ExactDecimal {
  /// The value with the other sign.
  public static prefix func - (a: ExactDecimal) -> ExactDecimal {
    ExactDecimal(-a.coefficient, places: a.places)
  }

  /// The exact sum.
  public static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    let places = max(a.places, b.places)
    return ExactDecimal(a.scaled(to: places) + b.scaled(to: places), places: places)
  }

  /// The exact difference.
  public static func - (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal { a + -b }

  /// The exact product.
  public static func * (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    ExactDecimal(a.coefficient * b.coefficient, places: a.places + b.places)
  }

  /// Adds exactly.
  public static func += (a: inout ExactDecimal, b: ExactDecimal) { a = a + b }

  /// Subtracts exactly.
  public static func -= (a: inout ExactDecimal, b: ExactDecimal) { a = a - b }
}
