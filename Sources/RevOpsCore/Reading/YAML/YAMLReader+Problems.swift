/// What the YAML reader says about lines, keys and values that it cannot read.
extension YAMLReader {
  func problem(
    _ id: String, _ message: String, _ range: Range<Int>, hint: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> InputErrors {
    InputErrors(Diagnostic(id, message, at: source.place(range), hint: hint, notes: notes))
  }

  func found(at offset: Int) -> String { nameOfCharacter(at: offset, in: source) }

  /// The user's text from an offset to the end of its line, in short.
  func text(_ range: Range<Int>) -> String { shown(bytes[range].prefix(60)) }

  /// One character, or nothing at the end of the file.
  func character(at offset: Int) -> Range<Int> {
    var end = min(offset + 1, bytes.count)
    while end < bytes.count, byte(end) & 0xC0 == 0x80 { end += 1 }
    return offset..<max(offset, end)
  }

  func note(_ message: String, _ range: Range<Int>) -> [Diagnostic.Note] {
    [Diagnostic.Note(message, at: source.place(range))]
  }

  /// The content of the present line, without a comment that follows it.
  private var lineContent: Range<Int> {
    var end = at
    for offset in at..<endOfLine(at) {
      if byte(offset) == UInt8(ascii: "#"), Self.isBlank(byte(offset - 1)) { break }
      if !Self.isBlank(byte(offset)) { end = offset + 1 }
    }
    return at..<end
  }

  // MARK: Indentation

  /// A tab at the start of the line, or else the last one before some content of it.
  func tabIndentation(before content: Int? = nil) -> InputErrors {
    let tab = afterSpaces(lineStart)
    let offset = byte(tab) == 0x09 ? tab : bytes[..<(content ?? at)].lastIndex(of: 0x09) ?? tab
    return problem(
      "yaml.tab", "a tab stands where only spaces can indent", offset..<(offset + 1),
      hint: "replace the tab with spaces")
  }

  func wrongIndentation() -> InputErrors {
    if isTabbed { return tabIndentation() }
    if top.kind == .document { return contentAfterDocument() }
    let start = Int(tape.entries[top.entry].start)
    let name = top.kind == .blockSequence ? "list" : "mapping"
    return problem(
      "yaml.indentation",
      "this line is indented by \(spaces(column)), and nothing that stands above it goes on there",
      lineContent, hint: "the \(name) above it stands at \(spaces(top.indent))",
      notes: note("the \(name) starts here", start..<(start + 1)))
  }

  private func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }

  private func contentAfterDocument() -> InputErrors {
    problem(
      "yaml.syntax", "found \(found(at: at)) after the end of the document's value", lineContent,
      hint: "a file is one mapping, one list or one value")
  }

  func notAnItem() -> InputErrors {
    problem(
      "yaml.indentation", "a '- ' is wanted here, since the lines above are items of a list", lineContent,
      hint: "begin an item with '- ', or indent the line as what it belongs to")
  }

  func itemAmongKeys() -> InputErrors {
    problem(
      "yaml.indentation", "a key is wanted here, since the lines above are keys of a mapping", lineContent,
      hint: "a list that is a value stands below a key that ends in ':'")
  }

  func collectionOnLine(_ name: String) -> InputErrors {
    problem(
      "yaml.syntax", "\(name) cannot begin on this line", character(at: at),
      hint: "put it on a line of its own, indented below")
  }

  // MARK: Keys and values

  func missingColon(after range: Range<Int>) -> InputErrors {
    let colon = afterBlanks(at)
    if byte(colon) == UInt8(ascii: ":") {
      return problem(
        "yaml.missing-colon", "the ':' of a key needs a space after it", colon..<(colon + 1),
        hint: "write ': '")
    }
    let end = min(range.upperBound, endOfLine(range.lowerBound))
    return problem(
      "yaml.missing-colon", "'\(text(range.lowerBound..<end))' is a key without ': '",
      range.lowerBound..<end, hint: "write 'key: value'; text over several lines is indented")
  }

  func missingKey() -> InputErrors {
    problem(
      "yaml.missing-colon", "found \(found(at: at)) where a key is wanted", character(at: at),
      hint: "write 'key: value'")
  }

  func colonInValue(at colon: Int) -> InputErrors {
    problem(
      "yaml.colon-in-value", "a second ': ' stands in one value", colon..<(colon + 1),
      hint: "put the value in quotes, or its key on a line of its own")
  }

  func longKey(_ range: Range<Int>) -> InputErrors {
    problem(
      "yaml.long-key", "a key is longer than 1024 characters", range,
      hint: "write '? ' before it and ': ' on the next line")
  }

  func trailing(after end: Int) -> InputErrors {
    if byte(at) == UInt8(ascii: ":") { return colonInValue(at: at) }
    let mark = byte(end - 1)
    let isQuote = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    return problem(
      "yaml.syntax", "found \(found(at: at)) after the end of a value", lineContent,
      hint: isQuote ? "quotes go around the whole value" : "a new line is wanted here")
  }

  func commentWithoutSpace() -> InputErrors {
    problem(
      "yaml.syntax", "a '#' stands right behind a value", at..<(at + 1),
      hint: "put a space before a comment")
  }

  func badPlainStart() -> InputErrors {
    let mark = byte(at)
    var hint = "put the text in quotes"
    if mark == UInt8(ascii: "%"), at == lineStart { hint = "a directive stands before '---'" }
    if mark == UInt8(ascii: "-"), top.isFlow { hint = "items between brackets take no '-'" }
    return problem(
      "yaml.syntax", "text without quotes cannot begin with \(found(at: at))", character(at: at), hint: hint)
  }

  func badCharacter(at offset: Int) -> InputErrors {
    let isControl = byte(offset) < 0x20
    return problem(
      "yaml.character", "\(found(at: offset)) cannot stand here", character(at: offset),
      hint: isControl ? "in double quotes write it as an escape" : "put it in double quotes")
  }

  // MARK: Not supported

  func nullKey(_ range: Range<Int>) -> InputErrors {
    problem(
      "yaml.not-supported", "a key that is empty or null is not supported", range,
      hint: "write a key, or put it in quotes")
  }

  func collectionKey(at offset: Int) -> InputErrors {
    problem(
      "yaml.not-supported", "a key that is a list or a mapping is not supported", character(at: offset),
      hint: "a key is one word or text")
  }

  func secondDocument() -> InputErrors {
    let start = min(at, bytes.count)
    return problem(
      "yaml.not-supported", "a second document begins here, and a file holds one",
      start..<max(start, min(endOfLine(start), start + 3)), hint: "put it in a file of its own")
  }

  func tooDeep() -> InputErrors {
    problem(
      "reading.too-deep", "values are nested more than \(Tape.depthLimit) levels deep here",
      character(at: at))
  }

  func tooMuchText() -> InputErrors {
    problem("reading.too-large", "the file holds more than 4 GB of text", at..<at)
  }
}
