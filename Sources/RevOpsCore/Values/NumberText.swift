/// How the numbers of a file are written.
public struct NumberStyle: Hashable, Sendable {
  /// The mark between whole units and their fraction.
  public enum DecimalMark: String, Hashable, Sendable, CaseIterable { case point, comma }

  /// The decimal mark; the other of point and comma groups thousands.
  public var decimalMark: DecimalMark
  /// Whether the forms of exports are read too: groups by spaces and apostrophes, a minus behind.
  public var allowsExportForms: Bool

  /// Describes a style; without arguments the one of plan files.
  public init(decimalMark: DecimalMark = .point, allowsExportForms: Bool = false) {
    self.decimalMark = decimalMark
    self.allowsExportForms = allowsExportForms
  }

  var mark: UInt8 { decimalMark == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
  var grouping: UInt8 { decimalMark == .point ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}

/// A number as written, taken apart but not yet rounded to anything.
///
///     value = digits × 10^exponent
struct NumberText {
  var isNegative = false
  /// The digits as one integer, while they fit.
  private(set) var coefficient: UInt64 = 0
  /// All significant digits in ASCII, where they do not fit; else empty.
  private(set) var longDigits: [UInt8] = []
  /// The power of ten behind the last digit.
  var exponent = 0
  /// The power of ten that its letter stands for, which the exponent holds too; 0 without a letter.
  private(set) var magnitude = 0
  /// How many digits there are from the first that is not zero on.
  private(set) var significantDigits = 0

  /// Digits beyond these cannot change a rounded `Double`, but for telling whether any is not zero.
  private static let longest = 800

  /// Takes a number without sign from the cursor: digits, groups, fraction and exponent.
  init(_ cursor: inout ByteCursor, style: NumberStyle) throws(QuantityError) {
    let whole = try takeGroups(&cursor, style)
    var fraction = 0
    if cursor.current == style.mark, whole > 0 || cursor.peek(1).isDigit {
      cursor.advance()
      fraction = takeDigits(&cursor)
      exponent -= fraction
    }
    guard whole + fraction > 0 else { throw cursor.refusedNumber(style) }
    switch cursor.current {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "_"): throw cursor.refusedNumber(style)
    default: takeExponent(&cursor)
    }
  }

  /// Multiplies by the power of ten that a letter stands for: k, M or B.
  mutating func takeMagnitude(_ cursor: inout ByteCursor) -> Bool {
    let power =
      switch cursor.current.lowercased {
      case UInt8(ascii: "k"): 3
      case UInt8(ascii: "m"): 6
      case UInt8(ascii: "b"): 9
      default: 0
      }
    guard power > 0, !cursor.peek(1).isLetter else { return false }
    cursor.advance()
    exponent += power
    magnitude = power
    return true
  }

  // MARK: Digits

  /// Takes the digits before the decimal mark; in groups of three where the style's mark sets them apart.
  private mutating func takeGroups(_ cursor: inout ByteCursor, _ style: NumberStyle) throws(QuantityError)
    -> Int
  {
    let startsWithZero = cursor.current == UInt8(ascii: "0")
    var count = takeDigits(&cursor)
    guard count > 0, let separator = GroupSeparator(at: cursor, style) else { return count }
    guard !separator.setsThreesApart || (count <= 3 && !startsWithZero) else {
      throw cursor.refusedNumber(style)
    }
    while GroupSeparator(at: cursor, style) == separator {
      cursor.advance(separator.length)
      let group = takeDigits(&cursor)
      guard group == 3 || (group > 0 && !separator.setsThreesApart) else { throw cursor.refusedNumber(style) }
      count += group
    }
    return count
  }

  private mutating func takeDigits(_ cursor: inout ByteCursor) -> Int {
    var count = 0
    while cursor.current.isDigit {
      append(cursor.current)
      cursor.advance()
      count += 1
    }
    return count
  }

  private mutating func append(_ digit: UInt8) {
    if significantDigits > 0 || digit != UInt8(ascii: "0") { significantDigits += 1 }
    if significantDigits <= 19 {
      coefficient = coefficient &* 10 &+ UInt64(digit & 15)
      return
    }
    if longDigits.isEmpty { longDigits = Array(String(coefficient).utf8) }
    if longDigits.count < NumberText.longest {
      longDigits.append(digit)
    } else {
      if digit != UInt8(ascii: "0") { longDigits[NumberText.longest - 1] |= 1 }
      exponent += 1
    }
  }

  /// Takes `e6`, `E-3`; beyond five digits the size no longer matters and the exponent stands still.
  private mutating func takeExponent(_ cursor: inout ByteCursor) {
    guard cursor.current.lowercased == UInt8(ascii: "e") else { return }
    let isSigned = cursor.peek(1) == UInt8(ascii: "-") || cursor.peek(1) == UInt8(ascii: "+")
    guard cursor.peek(isSigned ? 2 : 1).isDigit else { return }
    let isNegative = cursor.peek(1) == UInt8(ascii: "-")
    cursor.advance(isSigned ? 2 : 1)
    var power = 0
    while cursor.current.isDigit {
      power = min(power * 10 + Int(cursor.current & 15), 1_000_000_000)
      cursor.advance()
    }
    exponent += isNegative ? -power : power
  }
}

/// A mark between groups of digits.
private struct GroupSeparator: Equatable {
  var first: UInt8
  var length: Int
  var setsThreesApart: Bool

  /// The separator at the cursor, if one stands there with a digit behind it.
  init?(at cursor: ByteCursor, _ style: NumberStyle) {
    first = cursor.current
    length = 1
    setsThreesApart = first != UInt8(ascii: "_")
    if first == style.grouping || first == UInt8(ascii: "_") { return }
    guard style.allowsExportForms else { return nil }
    switch (first, cursor.peek(1), cursor.peek(2)) {
    case (UInt8(ascii: "'"), _, _), (UInt8(ascii: " "), _, _): break
    case (0xC2, 0xA0, _): length = 2  // no-break space
    case (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x89), (0xE2, 0x80, 0x99): length = 3  // narrow spaces, ’
    default: return nil
    }
    guard (0..<3).allSatisfy({ cursor.peek(length + $0).isDigit }) else { return nil }
  }
}
