extension TextEncoding {
  /// The first byte that is not part of well-formed UTF-8, or nil: no overlong form, no surrogate, nothing
  /// above U+10FFFF.
  ///
  /// Source: RFC 3629, section 4.
  static func firstInvalidUTF8(in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { firstInvalidUTF8(in: $0, from: start) }
  }

  static func firstInvalidUTF8(in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    var at = start
    while at < bytes.count {
      if at + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
        continue
      }
      let length = sequenceLength(in: bytes, at: at)
      guard length > 0 else { return at }
      at += length
    }
    return nil
  }

  /// How many bytes the well-formed sequence at an offset takes, or 0.
  private static func sequenceLength(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0, offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in 2..<max(length, 2) where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// UTF-16 as UTF-8; half a character or half a pair is refused with its line.
  static func decodeUTF16(
    _ source: SourceText, from start: Int, littleEndian: Bool
  ) throws(InputErrors) -> [UInt8] {
    let bytes = source.bytes
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var at = start
    while at + 1 < bytes.count {
      let unit = unit(of: bytes, at: at, littleEndian: littleEndian)
      at += 2
      if !UTF16.isLeadSurrogate(unit), !UTF16.isTrailSurrogate(unit), let scalar = Unicode.Scalar(unit) {
        text += scalar.utf8
        continue
      }
      let trail = at + 1 < bytes.count ? self.unit(of: bytes, at: at, littleEndian: littleEndian) : 0
      let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
      guard UTF16.isLeadSurrogate(unit), UTF16.isTrailSurrogate(trail), let scalar = Unicode.Scalar(value)
      else { throw brokenUTF16(source.name, after: text) }
      text += scalar.utf8
      at += 2
    }
    guard at == bytes.count else { throw brokenUTF16(source.name, after: text) }
    return text
  }

  private static func unit(of bytes: [UInt8], at offset: Int, littleEndian: Bool) -> UInt16 {
    let low = UInt16(bytes[littleEndian ? offset : offset + 1])
    return low | UInt16(bytes[littleEndian ? offset + 1 : offset]) << 8
  }

  private static func brokenUTF16(_ name: String, after text: [UInt8]) -> InputErrors {
    let decoded = SourceText(name: name, bytes: text)
    return InputErrors(
      Diagnostic(
        "csv.encoding", "the UTF-16 text breaks off in the middle of a character",
        at: decoded.place(text.count..<text.count), hint: "export the file again, as UTF-8"))
  }

  /// Windows-1252 as UTF-8; the five bytes that mean nothing there are refused.
  static func decodeWindows1252(_ source: SourceText) throws(InputErrors) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(source.bytes.count + source.bytes.count / 16)
    for (offset, byte) in source.bytes.enumerated() {
      if byte < 0x80 {
        text.append(byte)
      } else if let scalar = windows1252(byte) {
        text += scalar.utf8
      } else {
        throw InputErrors(
          Diagnostic(
            "csv.encoding", "byte \(hexadecimal(byte)) is neither UTF-8 nor Windows-1252",
            at: source.place(offset..<(offset + 1)), hint: "export the file again, as CSV (UTF-8)"))
      }
    }
    return text
  }

  /// How many bytes of UTF-8 a byte of Windows-1252 becomes.
  static func windows1252Length(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : windows1252(byte).map { UTF8.width($0) } ?? 0
  }

  /// Latin-1 but for 0x80 to 0x9F.
  ///
  /// Source: unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
    let scalar = upperHalf[Int(byte) - 0x80]
    return scalar == "\0" ? nil : scalar
  }

  private static let upperHalf: [Unicode.Scalar] = [
    "€", "\0", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\0", "Ž", "\0",
    "\0", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\0", "ž", "Ÿ",
  ]
}

extension TextEncoding {
  /// Whether the first byte that is not UTF-8 makes sense in Windows-1252 where it stands, rather than being damage: a
  /// letter beside another, an apostrophe or a dash between words, a currency before a number.
  static func mayBeWritten(_ bytes: [UInt8]) -> Bool {
    guard let bad = firstInvalidUTF8(in: bytes) else { return true }
    let before = bad > 0 ? bytes[bad - 1] : 0
    let after = bad + 1 < bytes.count ? bytes[bad + 1] : 0
    func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
    switch bytes[bad] {
    case 0xD7, 0xF7, 0xFF: return false
    case 0xC0..., 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E: return isLetter(before) || isLetter(after)
    case 0x92: return isLetter(before) && isLetter(after)
    case 0x96, 0x97: return before == CSVByte.space && after == CSVByte.space
    case 0x80, 0xA3, 0xA5: return 0x30...0x39 ~= after
    default: return false
    }
  }
}
