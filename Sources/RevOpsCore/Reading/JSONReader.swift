/// Reads JSON to the letter: nothing after the value, no trailing comma, no comment, no key twice.
///
/// Values go to the tape as they come; open arrays and objects stand in a list, so that depth costs no stack.
///
/// Source: RFC 8259.
struct JSONReader {
  private enum Step { case value, key, after, end }

  private struct Frame {
    var entry: Int
    var isObject: Bool
  }

  let source: SourceText
  let bytes: UnsafeBufferPointer<UInt8>
  var tape: Tape
  var at = 0
  private var keys = KeyCheck()
  private var frames: [Frame] = []
  private var duplicates: [Diagnostic] = []

  /// Reads a text that is known to be UTF-8.
  static func read(_ source: SourceText) throws(InputErrors) -> Document {
    try source.bytes.withUnsafeBufferPointer { (bytes) throws(InputErrors) in
      var reader = JSONReader(source: source, bytes: bytes)
      do throws(InputErrors) {
        try reader.readValue()
      } catch {
        throw InputErrors(reader.duplicates + error.diagnostics) ?? error
      }
      if let errors = InputErrors(reader.duplicates) { throw errors }
      return Document(sources: [source], entries: reader.tape.entries, decoded: reader.tape.decoded)
    }
  }

  private init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
    tape = Tape(byteCount: bytes.count)
  }

  /// The byte at an offset, or 0 past the end; a 0 in the file is no part of JSON either.
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func readValue() throws(InputErrors) {
    skipSpace()
    var step = Step.value
    while step != .end {
      switch step {
      case .value: step = try value()
      case .key: step = try key()
      case .after: step = try afterValue()
      case .end: break
      }
    }
    guard at == bytes.count else { throw trailing() }
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private mutating func value() throws(InputErrors) -> Step {
    switch byte(at) {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "{"): return try open(.mapping, closer: UInt8(ascii: "}"))
    case UInt8(ascii: "["): return try open(.sequence, closer: UInt8(ascii: "]"))
    case UInt8(ascii: "-"), 0x30...0x39: try number()
    case UInt8(ascii: "t"): try word("true", .bool)
    case UInt8(ascii: "f"): try word("false", .bool)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw noValue()
    }
    return .after
  }

  private mutating func open(_ kind: Node.Kind, closer: UInt8) throws(InputErrors) -> Step {
    guard frames.count < Tape.depthLimit else { throw tooDeep() }
    frames.append(Frame(entry: tape.open(kind, at: at), isObject: kind == .mapping))
    at += 1
    skipSpace()
    if byte(at) == closer { return close() }
    return kind == .mapping ? .key : .value
  }

  private mutating func close() -> Step {
    at += 1
    guard let frame = frames.popLast() else { return .end }
    tape.close(frame.entry, end: at)
    if frame.isObject, duplicates.count < Tape.duplicateLimit {
      duplicates += keys.duplicates(in: frame.entry, of: tape, source: bytes).prefix(Tape.duplicateLimit).map
      {
        duplicateKey($0.first, $0.later, in: tape, of: source)
      }
    }
    return .after
  }

  private mutating func key() throws(InputErrors) -> Step {
    guard byte(at) == UInt8(ascii: "\"") else { throw noKey() }
    try string()
    skipSpace()
    guard byte(at) == UInt8(ascii: ":") else { throw noColon() }
    at += 1
    skipSpace()
    return .value
  }

  private mutating func afterValue() throws(InputErrors) -> Step {
    skipSpace()
    guard let frame = frames.last else { return .end }
    let found = byte(at)
    if found == UInt8(ascii: ",") {
      at += 1
      skipSpace()
      return frame.isObject ? .key : .value
    }
    guard found == UInt8(ascii: frame.isObject ? "}" : "]") else { throw noComma(after: frame.entry) }
    return close()
  }

  private mutating func word(_ word: StaticString, _ kind: Node.Kind) throws(InputErrors) {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    let end = at + letters.count
    guard end <= bytes.count, bytes[at..<end].elementsEqual(letters), !isWordByte(byte(end)) else {
      throw noValue()
    }
    tape.append(kind, at..<end)
    at = end
  }

  private mutating func number() throws(InputErrors) {
    let start = at
    while isNumberByte(byte(at)) { at += 1 }
    guard let kind = ScalarKind.jsonNumber(bytes[start..<at]), !isWordByte(byte(at)) else {
      throw badNumber(from: start)
    }
    tape.append(kind, start..<at)
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }
}

/// Says that a mapping has a key twice, at the later one, with a note at the first.
func duplicateKey(_ first: Int, _ later: Int, in tape: Tape, of source: SourceText) -> Diagnostic {
  func range(_ index: Int) -> Range<Int> {
    let start = Int(tape.entries[index].start)
    return start..<(start + Int(tape.entries[index].length))
  }
  let document = Document(sources: [source], entries: tape.entries, decoded: tape.decoded)
  let key = document.textBytes(of: later).prefix(80)
  let name = shown(key)
  return Diagnostic(
    "reading.duplicate-key", "key '\(name)' stands twice in one mapping", at: source.place(range(later)),
    hint: "remove or rename one of them",
    notes: [Diagnostic.Note("'\(name)' stands here first", at: source.place(range(first)))])
}

/// The user's text as a message may show it: without control characters.
func shown(_ text: some Sequence<UInt8>) -> String {
  var words = ""
  for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: words += " "
    default: words.unicodeScalars.append(scalar)
    }
  }
  return words
}
