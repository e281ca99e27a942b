/// A place in the UTF-8 bytes of a quantity, moved forward as they are understood.
///
/// Every access is checked, so a reader built on it cannot leave the text.
struct ByteCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private let end: Int

  /// Stands at the first byte that is no space; spaces at the end are left out too, unless all is kept.
  init(_ bytes: UnsafeBufferPointer<UInt8>, keepingSpaces: Bool = false) {
    self.bytes = bytes
    var start = 0
    var end = bytes.count
    if !keepingSpaces {
      while start < end, bytes[start].isSpace { start += 1 }
      while end > start, bytes[end - 1].isSpace { end -= 1 }
    }
    position = start
    self.end = end
  }

  /// Whether everything was taken.
  var isAtEnd: Bool { position == end }

  /// The bytes that are left.
  var remaining: Int { end - position }

  /// The byte at the cursor, or 0 at the end.
  var current: UInt8 { peek(0) }

  /// The byte so many further on, or 0 behind the end.
  func peek(_ distance: Int) -> UInt8 {
    distance < end - position ? bytes[position + distance] : 0
  }

  /// Moves on, never past the end.
  mutating func advance(_ count: Int = 1) { position = min(position + count, end) }

  /// Takes a character if it is the one at the cursor.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    let length = UTF8.width(scalar)
    guard length <= remaining else { return false }
    if scalar.isASCII {
      guard bytes[position] == UInt8(truncatingIfNeeded: scalar.value) else { return false }
    } else {
      for (index, byte) in String(scalar).utf8.enumerated() where peek(index) != byte { return false }
    }
    position += length
    return true
  }

  /// Takes a word, compared without regard to the case of ASCII letters.
  mutating func take(word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard length <= remaining else { return false }
    for index in 0..<length where peek(index).lowercased != word.utf8Start[index].lowercased { return false }
    position += length
    return true
  }

  /// Takes ASCII spaces, and the spaces that no line breaks at, which exports put before a currency.
  mutating func skipSpaces() {
    while true {
      switch (current, peek(1), peek(2)) {
      case (let byte, _, _) where byte.isSpace: position += 1
      case (0xC2, 0xA0, _): position += 2
      case (0xE2, 0x80, 0xAF): position += 3
      default: return
      }
    }
  }

  /// Takes exactly so many digits as a number, or nothing where there are fewer.
  mutating func takeNumber(digits count: Int) -> Int? {
    var value = 0
    for index in 0..<count {
      guard peek(index).isDigit else { return nil }
      value = value * 10 + Int(peek(index) & 15)
    }
    position += count
    return value
  }

  /// Takes the run of ASCII letters at the cursor, in lower case.
  mutating func takeLetters() -> String {
    let start = position
    while current.isLetter { position += 1 }
    return String(decoding: bytes[start..<position].map(\.lowercased), as: UTF8.self)
  }

  /// The whole text, for a message.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Says that the whole text is not what is wanted.
  func refused(_ wanted: String, hint: String? = nil) -> QuantityError {
    QuantityError(text, wanted, hint: hint)
  }
}

/// Runs a reader over the UTF-8 bytes of a text.
func reading<Value>(
  _ text: String, _ read: (UnsafeBufferPointer<UInt8>) throws(QuantityError) -> Value
) throws(QuantityError) -> Value {
  var text = text
  let outcome: Result<Value, QuantityError> = text.withUTF8 { bytes in
    do throws(QuantityError) { return .success(try read(bytes)) } catch { return .failure(error) }
  }
  return try outcome.get()
}

extension UInt8 {
  /// Whether this is an ASCII digit.
  var isDigit: Bool { self &- 48 < 10 }
  /// Whether this is an ASCII letter.
  var isLetter: Bool { (self | 32) &- 97 < 26 }
  /// Whether this is a space or a tab.
  var isSpace: Bool { self == 32 || self == 9 }
  /// The small letter of an ASCII capital; every other byte as it is.
  var lowercased: UInt8 { self &- 65 < 26 ? self | 32 : self }
}
