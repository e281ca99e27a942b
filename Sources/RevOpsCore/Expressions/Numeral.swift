/// A number of the language: kept exactly where it was written, a `Double` where it was computed as one.
///
/// Sums, differences and products of exact numbers are exact, so `0.1 + 0.2 = 0.3` holds and nothing
/// overflows. A quotient is exact where it has at most 30 places. Numbers of more than 300 digits, and
/// whatever meets a computed figure, go on as `Double`; an exact number is then compared as the nearest one.
public enum Numeral: Sendable {
  case exact(ExactDecimal)
  case real(Double)

  private static let mostDigits = 300
  private static let quotientPlaces = 30

  /// A whole number.
  public init(_ whole: Int) { self = .exact(ExactDecimal(whole)) }

  /// The nearest `Double`; never infinite in a value of the language.
  public var double: Double {
    switch self {
    case .exact(let decimal): decimal.double
    case .real(let double): double
    }
  }

  /// Whether this is nothing.
  public var isZero: Bool {
    switch self {
    case .exact(let decimal): decimal.isZero
    case .real(let double): double == 0
    }
  }

  /// The whole number it is, or nil where it is none that a machine word holds.
  public var whole: Int? {
    switch self {
    case .exact(let decimal): decimal.whole
    case .real(let double): Int(exactly: double)
    }
  }

  /// Below zero where the first is less, zero where they are equal, above where it is more.
  static func order(_ a: Numeral, _ b: Numeral) -> Int {
    if case .exact(let a) = a, case .exact(let b) = b { return a < b ? -1 : a == b ? 0 : 1 }
    let (a, b) = (a.double, b.double)
    return a < b ? -1 : a == b ? 0 : 1
  }

  static prefix func - (a: Numeral) -> Numeral {
    switch a {
    case .exact(let decimal): .exact(-decimal)
    case .real(let double): .real(-double)
    }
  }

  static func + (a: Numeral, b: Numeral) -> Numeral {
    guard case .exact(let x) = a, case .exact(let y) = b else { return .real(a.double + b.double) }
    return bounded(x + y)
  }

  static func - (a: Numeral, b: Numeral) -> Numeral { a + -b }

  static func * (a: Numeral, b: Numeral) -> Numeral {
    guard case .exact(let x) = a, case .exact(let y) = b else { return .real(a.double * b.double) }
    return bounded(x * y)
  }

  /// The quotient; the divisor is not zero.
  static func / (a: Numeral, b: Numeral) -> Numeral {
    if case .exact(let x) = a, case .exact(let y) = b,
      let quotient = x.divided(by: y, places: quotientPlaces), quotient * y == x
    {
      return bounded(quotient)
    }
    return .real(a.double / b.double)
  }

  /// Whether it is a number at all, and no infinity that a `Double` ran into.
  var isFinite: Bool {
    guard case .real(let double) = self else { return true }
    return double.isFinite
  }

  /// An exact number as long as it is no longer than the language carries.
  private static func bounded(_ decimal: ExactDecimal) -> Numeral {
    guard decimal.coefficient.word == nil || decimal.places > mostDigits else { return .exact(decimal) }
    let digits = decimal.coefficient.magnitude.digits.utf8.count
    return max(digits, decimal.places) > mostDigits ? .real(decimal.double) : .exact(decimal)
  }
}

extension Numeral: Hashable {
  /// Whether both are the same number.
  public static func == (a: Numeral, b: Numeral) -> Bool { order(a, b) == 0 }

  /// Equal numbers hash alike, however they are kept.
  public func hash(into hasher: inout Hasher) { hasher.combine(double) }
}

extension Numeral: CustomStringConvertible {
  /// The digits in full, or the shortest form that reads back as the `Double`.
  public var description: String {
    switch self {
    case .exact(let decimal): decimal.description
    case .real(let double): Int(exactly: double).map(String.init) ?? double.description
    }
  }
}
