extension JSONReader {
  /// Reads a string; one without escapes stays where it stands.
  mutating func string() throws(InputErrors) {
    let start = at
    var end = start + 1
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") {
        at = end + 1
        tape.append(.string, start..<at, quoted: true)
        return
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      end += 1
    }
    try decodedString(from: start, unescapedTo: end)
  }

  private mutating func decodedString(from start: Int, unescapedTo end: Int) throws(InputErrors) {
    let text = tape.beginText()
    tape.addText(bytes[(start + 1)..<end])
    at = end
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        tape.append(.string, start..<at, textAt: text)
        return
      case UInt8(ascii: "\\"): try escape()
      case ..<0x20: throw rawControl(from: start)
      default:
        tape.addText(byte)
        at += 1
      }
    }
    throw unclosedString(from: start)
  }

  private mutating func escape() throws(InputErrors) {
    let mark = byte(at + 1)
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): tape.addText(mark)
    case UInt8(ascii: "b"): tape.addText(0x08)
    case UInt8(ascii: "f"): tape.addText(0x0C)
    case UInt8(ascii: "n"): tape.addText(0x0A)
    case UInt8(ascii: "r"): tape.addText(0x0D)
    case UInt8(ascii: "t"): tape.addText(0x09)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw badEscape()
    }
    at += 2
  }

  /// `\uXXXX`, or two of them for a character beyond U+FFFF.
  private mutating func unicodeEscape() throws(InputErrors) {
    guard let escape = UnicodeEscape(in: bytes, at: at) else { throw badEscape() }
    tape.addText(escape.scalar.utf8)
    at += escape.length
  }
}

/// An escape such as `\u00e9` or the pair `\ud83d\ude00`.
struct UnicodeEscape {
  var scalar: Unicode.Scalar
  /// Bytes from the first backslash on.
  var length: Int

  /// Reads `\uXXXX` at an offset; nil for wrong digits and for half of a pair.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard let first = Self.value(in: bytes, at: offset + 2, digits: 4) else { return nil }
    if let scalar = Unicode.Scalar(first) {
      self.scalar = scalar
      length = 6
      return
    }
    guard first < 0xDC00, offset + 7 < bytes.count, bytes[offset + 6] == UInt8(ascii: "\\"),
      bytes[offset + 7] == UInt8(ascii: "u"),
      let second = Self.value(in: bytes, at: offset + 8, digits: 4), 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
    else { return nil }
    self.scalar = scalar
    length = 12
  }

  /// The number that so many hexadecimal digits write, at most eight.
  static func value(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, digits: Int) -> UInt32? {
    guard offset + digits <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in offset..<(offset + digits) {
      let digit = ScalarKind.digit(of: bytes[index])
      guard digit < 16 else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
