/// Characters and lines.
extension YAMLReader {
  /// The byte at an offset, or 0 past the end; a 0 in the file itself is refused before anything is read.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  @inline(__always)
  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a line or the file ends here.
  @inline(__always)
  static func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0 }

  /// Whether a byte makes an indicator of the `-`, `?` or `:` before it.
  @inline(__always)
  static func isSpaceOrEnd(_ byte: UInt8) -> Bool { isBlank(byte) || isEnd(byte) }

  @inline(__always)
  static func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// The offset behind the line break at an offset.
  func afterBreak(_ offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    return byte(offset) == 0x0D && byte(offset + 1) == 0x0A ? offset + 2 : offset + 1
  }

  func afterBlanks(_ offset: Int) -> Int {
    var offset = offset
    while Self.isBlank(byte(offset)) { offset += 1 }
    return offset
  }

  func afterSpaces(_ offset: Int) -> Int {
    var offset = offset
    while byte(offset) == 0x20 { offset += 1 }
    return offset
  }

  func endOfLine(_ offset: Int) -> Int {
    var offset = offset
    while !Self.isEnd(byte(offset)) { offset += 1 }
    return offset
  }

  /// Whether `---` or `...` stands at the start of a line.
  func isMarker(_ offset: Int) -> Bool {
    let mark = byte(offset)
    return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".")) && byte(offset + 1) == mark
      && byte(offset + 2) == mark && Self.isSpaceOrEnd(byte(offset + 3))
  }

  /// Goes to the first character of the next line with content; false at the end of the document.
  mutating func nextLine() throws(InputErrors) -> Bool {
    while at < bytes.count {
      lineStart = at
      let spaces = afterSpaces(at)
      column = spaces - at
      isTabbed = byte(spaces) == 0x09
      let content = isTabbed ? afterBlanks(spaces) : spaces
      let first = byte(content)
      if Self.isEnd(first) {
        at = afterBreak(content)
      } else if first == UInt8(ascii: "#") {
        try skipComment(content)
      } else {
        if content == lineStart, isMarker(content) { return false }
        at = content
        return true
      }
    }
    return false
  }

  /// Goes to the next line past blanks and a comment; anything else is refused.
  mutating func finishLine() throws(InputErrors) {
    let end = at
    at = afterBlanks(at)
    if byte(at) == UInt8(ascii: "#") {
      guard at > end || Self.isBlank(byte(end - 1)) else { throw commentWithoutSpace() }
      try skipComment(at)
    } else {
      guard Self.isEnd(byte(at)) else { throw trailing(after: end) }
      at = afterBreak(at)
    }
  }

  mutating func skipComment(_ start: Int) throws(InputErrors) {
    let end = endOfLine(start)
    try checkPrintable(start..<end)
    at = afterBreak(end)
  }

  // MARK: Characters

  /// Refuses control characters and notes whether there are others that may stand in quotes only.
  ///
  /// Source: YAML 1.2.2, productions 1 and 2.
  mutating func checkCharacters() throws(InputErrors) {
    for (offset, byte) in bytes.enumerated() where byte < 0x20 || byte >= 0x7F {
      if byte < 0x20 {
        guard byte == 0x09 || byte == 0x0A || byte == 0x0D else { throw badCharacter(at: offset) }
      } else if isUnprintable(offset) {
        hasUnprintable = true
      }
    }
  }

  /// Refuses characters that may stand in quotes only.
  func checkPrintable(_ range: Range<Int>) throws(InputErrors) {
    guard hasUnprintable else { return }
    for offset in range where byte(offset) >= 0x7F && isUnprintable(offset) { throw badCharacter(at: offset) }
  }

  /// U+007F, U+0080 to U+009F but for U+0085, U+FEFF, U+FFFE and U+FFFF.
  private func isUnprintable(_ offset: Int) -> Bool {
    switch byte(offset) {
    case 0x7F: return true
    case 0xC2: return byte(offset + 1) < 0xA0 && byte(offset + 1) != 0x85
    case 0xEF:
      let second = byte(offset + 1)
      let third = byte(offset + 2)
      return second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE
    default: return false
    }
  }
}
