/// What the marks of one number say about which of them stands before decimals.
enum MarkEvidence {
  case none, point, comma
  /// One mark before three digits, which may group thousands or stand before decimals.
  case openPoint, openComma

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var points = 0
    var commas = 0
    var lastMark = 0
    var digitsBefore = 0
    var digitsBehind = 0
    var isZeroBefore = false
    let power = Self.power(in: bytes)
    for (index, byte) in bytes[..<(power ?? bytes.endIndex)].enumerated() {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","):
        if byte == UInt8(ascii: ".") { points += 1 } else { commas += 1 }
        if points + commas == 1 {
          digitsBefore = digitsBehind
          isZeroBefore = digitsBefore == 1 && bytes[index - 1] == UInt8(ascii: "0")
        }
        lastMark = index
        digitsBehind = 0
      case 0x30...0x39: digitsBehind += 1
      default: break
      }
    }
    guard points + commas > 0 else {
      self = .none
      return
    }
    if points > 0, commas > 0 {
      self = bytes[lastMark] == UInt8(ascii: ".") ? .point : .comma
    } else if points + commas > 1 {
      self = points > 0 ? .comma : .point
    } else if power != nil || digitsBehind != 3 || digitsBefore > 3 || digitsBefore == 0 || isZeroBefore {
      self = points > 0 ? .point : .comma
    } else {
      self = points > 0 ? .openPoint : .openComma
    }
  }
}

extension MarkEvidence {
  /// Where the power of ten begins of a number that a spreadsheet has shortened: `1.5E+05`; nil for another.
  private static func power(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let place = bytes.lastIndex(where: { $0.lowercased == UInt8(ascii: "e") }), place > 0,
      0x30...0x39 ~= bytes[place - 1], place + 1 < bytes.count
    else { return nil }
    let isSigned = [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[place + 1])
    let digits = bytes[(place + (isSigned ? 2 : 1))...]
    return !digits.isEmpty && digits.allSatisfy({ 0x30...0x39 ~= $0 }) ? place : nil
  }
}

/// An amount of a cell in the smallest coin.
struct CellAmount {
  var minorUnits: Int64
  /// The currency that the cell names.
  var currency: Currency?

  /// The minor units of what most cells are: digits, with one or two decimals or none; else nil.
  ///
  /// A point before three digits is left to the full reader, and so is everything of more than 13 bytes, so
  /// that nothing here can overflow.
  static func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, minorDigits: Int, mark: NumberStyle.DecimalMark
  ) -> (units: Int64, hasMark: Bool)? {
    guard 1...13 ~= bytes.count else { return nil }
    let point = mark == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
    var value: Int64 = 0
    var decimals = -1
    for byte in bytes {
      if 0x30...0x39 ~= byte {
        value = value * 10 + Int64(byte - 0x30)
        if decimals >= 0 { decimals += 1 }
      } else if byte == point, decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    guard decimals != 0, decimals <= min(minorDigits, 2), bytes[0] != point else { return nil }
    for _ in max(decimals, 0)..<minorDigits { value *= 10 }
    return (value, decimals > 0)
  }

  /// Reads an amount in any of the forms that exports have.
  init(_ bytes: UnsafeBufferPointer<UInt8>, home: Currency, style: NumberStyle) throws(QuantityError) {
    var cursor = ByteCursor(bytes)
    cursor.skipSpaces()
    var reader = MoneyReader(cursor: cursor, home: home, style: style)
    let number = try reader.read()
    guard reader.cursor.isAtEnd else { throw reader.refused() }
    currency = reader.currency
    let digits = (currency ?? home).minorDigits
    guard let units = Self.rounded(number, minorDigits: digits) else {
      throw cursor.refused("an amount is below 92 quadrillion")
    }
    minorUnits = units
  }

  /// The number times a power of ten, half to even; nil where it does not fit.
  static func rounded(_ number: NumberText, minorDigits: Int) -> Int64? {
    guard number.longDigits.isEmpty, number.coefficient <= UInt64(Int64.max) else { return nil }
    var units = number.coefficient
    let power = number.exponent + minorDigits
    guard power > -40, power < 20 || units == 0 else { return power > 0 ? nil : 0 }
    for _ in 0..<max(power, 0) where units > 0 {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow, product <= UInt64(Int64.max) else { return nil }
      units = product
    }
    var isAbove = false  // Whether digits below the half are not all zero.
    var half: UInt64 = 0
    for _ in 0..<max(-power, 0) {
      isAbove = isAbove || half != 0
      half = units % 10
      units /= 10
    }
    if half > 5 || (half == 5 && (isAbove || units % 2 == 1)) { units += 1 }
    return number.isNegative ? -Int64(units) : Int64(units)
  }

  /// The likely cause of a cell that a spreadsheet has damaged.
  static func excelHint(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.first == UInt8(ascii: "#") else { return nil }
    return "this is an error that a spreadsheet left; mend the cell there or export again"
  }
}
