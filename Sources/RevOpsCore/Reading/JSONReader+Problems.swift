/// What the JSON reader says when it cannot go on: what was found, what is wanted, the way out.
extension JSONReader {
  private func problem(
    _ message: String, _ range: Range<Int>, hint: String? = nil, id: String = "json.syntax",
    notes: [Diagnostic.Note] = []
  ) -> InputErrors {
    InputErrors(Diagnostic(id, message, at: source.place(range), hint: hint, notes: notes))
  }

  private var found: String { nameOfCharacter(at: at, in: source) }

  private var commentHint: String? {
    [UInt8(ascii: "/"), UInt8(ascii: "#")].contains(byte(at)) ? "JSON has no comments" : nil
  }

  /// The word or the character at a place.
  private func extent(from start: Int) -> Range<Int> {
    var end = start
    while isWordByte(byte(end)) { end += 1 }
    return start..<max(end, min(start + 1, bytes.count))
  }

  /// The byte before the spaces that lead to where the reader stands.
  private var lastByte: (offset: Int, byte: UInt8) {
    var offset = at - 1
    while offset >= 0, [0x20, 0x0A, 0x0D, 0x09].contains(byte(offset)) { offset -= 1 }
    return (offset, offset >= 0 ? byte(offset) : 0)
  }

  func noValue() -> InputErrors {
    let closer = byte(at) == UInt8(ascii: "]") || byte(at) == UInt8(ascii: "}")
    if closer, lastByte.byte == UInt8(ascii: ",") { return trailingComma() }
    let range = extent(from: at)
    if range.count > 1 {
      return problem(
        "'\(shown(bytes[range].prefix(40)))' is not a value of JSON", range,
        hint: "text needs double quotes; the words are true, false and null")
    }
    var hint = commentHint
    switch byte(at) {
    case UInt8(ascii: "'"): hint = "JSON takes double quotes only"
    case UInt8(ascii: "+"): hint = "write the number without '+'"
    case UInt8(ascii: "."): hint = "write a digit before the point, such as 0.5"
    default: break
    }
    return problem("found \(found) where a value is wanted", range, hint: hint)
  }

  func noKey() -> InputErrors {
    if byte(at) == UInt8(ascii: "}"), lastByte.byte == UInt8(ascii: ",") { return trailingComma() }
    return problem(
      "found \(found) where a key is wanted", extent(from: at),
      hint: commentHint ?? "a key stands in double quotes")
  }

  private func trailingComma() -> InputErrors {
    problem(
      "found \(found) after a comma", at..<(at + 1), hint: "remove the comma before it",
      notes: [Diagnostic.Note("the comma", at: source.place(lastByte.offset..<(lastByte.offset + 1)))])
  }

  func noColon() -> InputErrors {
    problem(
      "found \(found) after a key", extent(from: at),
      hint: commentHint ?? "a colon and a value are wanted here")
  }

  func noComma(after entry: Int) -> InputErrors {
    let isObject = tape.entries[entry].kind == .mapping
    let start = Int(tape.entries[entry].start)
    let name = isObject ? "object" : "array"
    let closer = isObject ? "}" : "]"
    let notes = [Diagnostic.Note("the \(name) starts here", at: source.place(start..<(start + 1)))]
    if at >= bytes.count {
      return problem(
        "the file ends inside an \(name)", at..<at, hint: "a '\(closer)' is missing", id: "json.unclosed",
        notes: notes)
    }
    return problem(
      "found \(found) after a value", extent(from: at),
      hint: commentHint ?? "a comma or '\(closer)' is wanted here",
      notes: notes)
  }

  func trailing() -> InputErrors {
    problem(
      "found \(found) after the end of the document", extent(from: at),
      hint: commentHint ?? "a file holds one value")
  }

  func badNumber(from start: Int) -> InputErrors {
    var end = at
    while isWordByte(byte(end)) { end += 1 }
    let text = bytes[start..<end].prefix(40)
    let digits = text.drop { $0 == UInt8(ascii: "-") }
    let hint =
      digits.first == UInt8(ascii: "0") && digits.dropFirst().first.map { 0x30...0x39 ~= $0 } == true
      ? "a number starts with 0 only before a point" : "numbers look like 12, -0.5 or 1.5e6"
    return problem("'\(shown(text))' is not a number", start..<end, hint: hint, id: "json.number")
  }

  func rawControl(from start: Int) -> InputErrors {
    let byte = byte(at)
    if byte == 0x0A || byte == 0x0D { return unclosedString(from: start) }
    let escape = byte == 0x09 ? "\\t" : "\\u00" + hexadecimal(byte).suffix(2)
    return problem(
      "found \(found) inside a string", at..<(at + 1), hint: "write it as \(escape)",
      id: "json.control-character")
  }

  func unclosedString(from start: Int) -> InputErrors {
    problem(
      "this string is not closed on its line", start..<at,
      hint: "close it with a double quote; a line break inside is written \\n", id: "json.unclosed")
  }

  func badEscape() -> InputErrors {
    if byte(at + 1) == UInt8(ascii: "u") {
      let isHalf = UnicodeEscape.value(in: bytes, at: at + 2, digits: 4) != nil
      return problem(
        isHalf ? "this escape is half of a pair and no character" : "'\\u' needs four hexadecimal digits",
        at..<min(at + (isHalf ? 6 : 2), bytes.count),
        hint: isHalf ? "a character beyond U+FFFF takes two escapes, such as \\ud83d\\ude00" : nil,
        id: "json.escape")
    }
    return problem(
      "a backslash before \(nameOfCharacter(at: at + 1, in: source)) means nothing in JSON",
      at..<min(at + 2, bytes.count), hint: "for a backslash itself write \\\\", id: "json.escape")
  }

  func tooDeep() -> InputErrors {
    problem(
      "values are nested more than \(Tape.depthLimit) levels deep here", at..<(at + 1),
      id: "reading.too-deep")
  }
}
