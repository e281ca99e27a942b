/// A scalar that is read but not yet on the tape, since it may turn out to be a key.
struct YAMLScalar {
  var range: Range<Int>
  var kind: Node.Kind
  var isQuoted = false
  /// Where its text was decoded to; nil where it is the source's own.
  var text: Int?
  var isMultiline = false
}

/// Plain and quoted scalars.
extension YAMLReader {
  /// Reads a plain or quoted scalar and stands behind it.
  ///
  /// - Parameters:
  ///   - indent: Spaces that its further lines must start with.
  ///   - inFlow: Whether a comma or bracket ends it.
  ///   - isOneLine: Whether it may be a key only, so that a plain one ends with its line.
  /// - Returns: The scalar.
  /// - Throws: What is wrong with it, such as a missing quote.
  mutating func scalar(
    indent: Int, inFlow: Bool = false, isOneLine: Bool = false
  ) throws(InputErrors) -> YAMLScalar {
    switch byte(at) {
    case UInt8(ascii: "\""): return try quoted(UInt8(ascii: "\""), indent)
    case UInt8(ascii: "'"): return try quoted(UInt8(ascii: "'"), indent)
    default:
      try checkPlainStart(inFlow)
      return try plain(indent, inFlow, isOneLine)
    }
  }

  // MARK: Plain

  private func checkPlainStart(_ inFlow: Bool) throws(InputErrors) {
    switch byte(at) {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      let next = byte(at + 1)
      if Self.isSpaceOrEnd(next) || inFlow && Self.isFlowIndicator(next) { throw badPlainStart() }
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      throw badPlainStart()
    default: break
    }
  }

  private mutating func plain(
    _ indent: Int, _ inFlow: Bool, _ isOneLine: Bool
  ) throws(InputErrors) -> YAMLScalar {
    let start = at
    var (end, stop) = plainLine(from: start, inFlow)
    var text: Int?
    while !isOneLine, Self.isBreak(byte(stop)), let next = continuation(of: stop, indent, inFlow) {
      let target = text ?? tape.beginText()
      if text == nil { tape.addText(bytes[start..<end]) }
      text = target
      fold(next.emptyLines)
      lineStart = next.lineStart
      (end, stop) = plainLine(from: next.content, inFlow)
      tape.addText(bytes[next.content..<end])
    }
    try checkPrintable(start..<end)
    at = end
    let kind = text == nil ? ScalarKind.ofPlain(bytes[start..<end]) : .string
    return YAMLScalar(range: start..<end, kind: kind, text: text, isMultiline: text != nil)
  }

  /// The end of a plain scalar's text on a line, and where the scan stopped.
  private func plainLine(from start: Int, _ inFlow: Bool) -> (end: Int, stop: Int) {
    var offset = start
    var end = start
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09:
        offset += 1
        continue
      case 0x0A, 0x0D: return (end, offset)
      case UInt8(ascii: ":"):
        let next = byte(offset + 1)
        if Self.isSpaceOrEnd(next) || inFlow && Self.isFlowIndicator(next) { return (end, offset) }
      case UInt8(ascii: "#"):
        if offset > start, Self.isBlank(bytes[offset - 1]) { return (end, offset) }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if inFlow { return (end, offset) }
      default: break
      }
      offset += 1
      end = offset
    }
    return (end, offset)
  }

  /// The line with which a plain scalar goes on, or nil where it ends.
  private func continuation(
    of lineEnd: Int, _ indent: Int, _ inFlow: Bool
  ) -> (lineStart: Int, content: Int, emptyLines: Int)? {
    var lineStart = afterBreak(lineEnd)
    var emptyLines = 0
    while true {
      let spaces = afterSpaces(lineStart)
      let content = afterBlanks(spaces)
      let first = byte(content)
      if Self.isBreak(first) {
        emptyLines += 1
        lineStart = afterBreak(content)
        continue
      }
      let next = byte(content + 1)
      let isColon =
        first == UInt8(ascii: ":") && (Self.isSpaceOrEnd(next) || inFlow && Self.isFlowIndicator(next))
      guard first != 0, first != UInt8(ascii: "#"), spaces - lineStart >= indent, !isColon,
        !(inFlow && Self.isFlowIndicator(first)), !isMarker(lineStart)
      else { return nil }
      return (lineStart, content, emptyLines)
    }
  }

  /// One line break is a space; of several the first is dropped.
  private mutating func fold(_ emptyLines: Int) {
    tape.addText(repeatElement(emptyLines > 0 ? 0x0A : 0x20, count: max(emptyLines, 1)))
  }

  // MARK: Quoted

  private mutating func quoted(_ quote: UInt8, _ indent: Int) throws(InputErrors) -> YAMLScalar {
    let start = at
    var offset = start + 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == quote, quote == UInt8(ascii: "\"") || self.byte(offset + 1) != quote {
        at = offset + 1
        return YAMLScalar(range: start..<at, kind: .string, isQuoted: true)
      }
      if byte == quote || byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") || Self.isBreak(byte) {
        break
      }
      offset += 1
    }
    at = start + 1
    return try decodedQuoted(quote, indent, from: start)
  }

  private mutating func decodedQuoted(
    _ quote: UInt8, _ indent: Int, from start: Int
  ) throws(InputErrors) -> YAMLScalar {
    let text = tape.beginText()
    let line = lineStart
    // Up to here the text keeps its trailing spaces when a line is folded.
    var solid = tape.textEnd
    while at < bytes.count {
      let byte = bytes[at]
      if byte == quote, quote == UInt8(ascii: "'"), self.byte(at + 1) == quote {
        tape.addText(byte)
        at += 2
      } else if byte == quote {
        at += 1
        return YAMLScalar(
          range: start..<at, kind: .string, isQuoted: true, text: text, isMultiline: line != lineStart)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try escape(indent, from: start)
      } else if Self.isBreak(byte) {
        tape.cutText(to: solid)
        fold(try quotedLines(indent, from: start))
      } else {
        tape.addText(byte)
        at += 1
        if Self.isBlank(byte) { continue }
      }
      solid = tape.textEnd
    }
    throw unclosedQuote(from: start)
  }

  /// Goes to the next line of a quoted scalar that is not empty and says how many are.
  private mutating func quotedLines(_ indent: Int, from start: Int) throws(InputErrors) -> Int {
    var emptyLines = -1
    while Self.isBreak(byte(at)) {
      emptyLines += 1
      at = afterBreak(at)
      lineStart = at
      if isMarker(at) { throw unclosedQuote(from: start) }
      let spaces = afterSpaces(at)
      at = afterBlanks(spaces)
      if !Self.isEnd(byte(at)), spaces - lineStart < indent {
        throw quotedIndentation(from: start, isTab: at > spaces)
      }
    }
    return emptyLines
  }

  private mutating func escape(_ indent: Int, from start: Int) throws(InputErrors) {
    let mark = byte(at + 1)
    if Self.isBreak(mark) {
      at += 1
      let emptyLines = try quotedLines(indent, from: start)
      return tape.addText(repeatElement(0x0A, count: emptyLines))
    }
    if mark == UInt8(ascii: "u") {
      guard let escape = UnicodeEscape(in: bytes, at: at) else { throw badEscape() }
      tape.addText(escape.scalar.utf8)
      at += escape.length
      return
    }
    if let digits = Self.escapeDigits[mark] {
      guard let value = UnicodeEscape.value(in: bytes, at: at + 2, digits: digits),
        let scalar = Unicode.Scalar(value)
      else { throw badEscape() }
      tape.addText(scalar.utf8)
      at += 2 + digits
      return
    }
    guard let scalar = Self.escapes[mark] else { throw badEscape() }
    tape.addText(scalar.utf8)
    at += 2
  }

  private static let escapeDigits: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "U"): 8]

  /// What a character behind a backslash stands for.
  ///
  /// Source: YAML 1.2.2, section 5.7.
  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "t"): "\t", 0x09: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", 0x20: " ",
    UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\",
    UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
    UInt8(ascii: "P"): "\u{2029}",
  ]
}
