/// Block scalars: literal `|` and folded `>`.
extension YAMLReader {
  private enum Chomping { case strip, clip, keep }

  private struct Header {
    var isFolded: Bool
    var chomping = Chomping.clip
    /// The spaces that the header states beyond those of the place; nil where the first line decides.
    var indent: Int?
  }

  /// Reads a block scalar with all its lines.
  mutating func blockScalar(_ properties: YAMLProperties) throws(InputErrors) {
    let start = at
    let header = try blockHeader()
    let range = start..<at
    try finishLine()
    let text = tape.beginText()
    let body = at
    var emptyLines = 0
    if let indent = try blockIndent(header, &emptyLines) {
      let endsInBreak = blockLines(indent, header, &emptyLines)
      if header.chomping != .strip, endsInBreak { tape.addText(0x0A) }
    }
    if header.chomping == .keep { tape.addText(repeatElement(0x0A, count: emptyLines)) }
    try checkPrintable(body..<at)
    if byte(afterSpaces(at)) == 0x09 {
      lineStart = at
      throw tabIndentation()
    }
    try append(YAMLScalar(range: range, kind: .string, isQuoted: true, text: text), properties)
  }

  private mutating func blockHeader() throws(InputErrors) -> Header {
    var header = Header(isFolded: byte(at) == UInt8(ascii: ">"))
    at += 1
    while true {
      let mark = byte(at)
      switch mark {
      case UInt8(ascii: "+") where header.chomping == .clip: header.chomping = .keep
      case UInt8(ascii: "-") where header.chomping == .clip: header.chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9") where header.indent == nil:
        header.indent = Int(mark - UInt8(ascii: "0"))
      default:
        let next = byte(afterBlanks(at))
        guard Self.isEnd(next) || next == UInt8(ascii: "#") && Self.isBlank(mark) else {
          throw badBlockHeader()
        }
        return header
      }
      at += 1
    }
  }

  /// The column of the text, found by its first line that is not empty; nil for no text at all.
  private mutating func blockIndent(
    _ header: Header, _ emptyLines: inout Int
  ) throws(InputErrors) -> Int? {
    let least = max(top.indent, 0)
    if let stated = header.indent {
      skipEmptyLines(upTo: least + stated, &emptyLines)
      return least + stated
    }
    var widest = 0
    var widestLine = at
    while at < bytes.count {
      let content = afterSpaces(at)
      let spaces = content - at
      let isEmpty = Self.isEnd(byte(content))
      if !isEmpty {
        guard spaces > top.indent, !(spaces == 0 && isMarker(at)) else { return nil }
        guard spaces >= widest else { throw emptyLineTooWide(at: widestLine, widest) }
        return spaces
      }
      if spaces > widest { (widest, widestLine) = (spaces, at) }
      emptyLines += 1
      at = afterBreak(content)
    }
    return nil
  }

  /// Reads the lines of the text; whether a line break ends the last.
  private mutating func blockLines(_ indent: Int, _ header: Header, _ emptyLines: inout Int) -> Bool {
    var hasBreak = false
    var isSpaced = false
    while let content = blockLine(indent) {
      let end = endOfLine(content)
      let startsSpaced = Self.isBlank(byte(content))
      if hasBreak {
        let isJoined = header.isFolded && !isSpaced && !startsSpaced
        if !isJoined { tape.addText(0x0A) } else if emptyLines == 0 { tape.addText(0x20) }
      }
      tape.addText(repeatElement(0x0A, count: emptyLines))
      tape.addText(bytes[content..<end])
      emptyLines = 0
      isSpaced = startsSpaced
      // Spaces that end the file deeper than the text are a line of it, with its break.
      hasBreak = end < bytes.count || afterSpaces(content) == end && end > content
      at = afterBreak(end)
      skipEmptyLines(upTo: indent, &emptyLines)
    }
    // Those that end it no deeper than the text are no line at all.
    if emptyLines > 0, at >= bytes.count, bytes.last == 0x20 { emptyLines -= 1 }
    return hasBreak
  }

  /// Where the text of the line starts, or nil where the scalar ends.
  private func blockLine(_ indent: Int) -> Int? {
    guard at < bytes.count, !(indent == 0 && isMarker(at)) else { return nil }
    for offset in at..<(at + indent) where byte(offset) != 0x20 { return nil }
    return at + indent
  }

  /// Goes past lines that have nothing but so many spaces at most.
  ///
  /// Spaces that end the file without a line break count as an empty line where there is no text.
  private mutating func skipEmptyLines(upTo indent: Int, _ emptyLines: inout Int) {
    while at < bytes.count {
      var content = at
      while content - at < indent, byte(content) == 0x20 { content += 1 }
      guard Self.isEnd(byte(content)) else { return }
      emptyLines += 1
      at = afterBreak(content)
    }
  }
}
