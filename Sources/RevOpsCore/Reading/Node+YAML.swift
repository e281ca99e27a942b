extension Node {
  /// The value as YAML in block style, which reads back as the same tree.
  ///
  /// Text stands without quotes where no reader of YAML, old ones included, takes it for anything else.
  ///
  /// - Returns: The text in UTF-8, with a line feed at the end.
  public func yamlText() -> [UInt8] {
    var writer = NodeYAMLWriter(document: document)
    writer.write(index)
    return writer.out
  }
}

/// Writes a part of a document as YAML; open collections stand in a list, so that depth costs no stack.
private struct NodeYAMLWriter {
  private struct Frame {
    var end: Int
    var isMapping: Bool
    var indent: Int
    /// Whether the next entry goes on behind the dash of the item that holds it.
    var isInline: Bool
    var isKey = true
  }

  /// The longest key, in bytes, that is written without `? ` before it.
  private static let longestKey = 1000

  let document: Document
  var out: [UInt8] = []
  private var frames: [Frame] = []

  init(document: Document) { self.document = document }

  mutating func write(_ root: Int) {
    let end = root + document.entries[root].span
    var index = root
    while index < end {
      while let frame = frames.last, frame.end <= index { frames.removeLast() }
      if let frame = frames.last, frame.isMapping, frame.isKey {
        key(index)
      } else {
        value(index)
      }
      index += 1
    }
  }

  private mutating func key(_ index: Int) {
    let last = frames.count - 1
    beginEntry(last)
    frames[last].isKey = false
    let text = scalar(index)
    if text.count <= Self.longestKey {
      out += text
      out.append(UInt8(ascii: ":"))
    } else {
      out += "? ".utf8
      out += text
      out.append(0x0A)
      spaces(frames[last].indent)
      out.append(UInt8(ascii: ":"))
    }
  }

  private mutating func value(_ index: Int) {
    let last = frames.count - 1
    let isItem = last >= 0 && !frames[last].isMapping
    if isItem { beginEntry(last) }
    if isItem { out.append(UInt8(ascii: "-")) }
    if last >= 0 { frames[last].isKey = true }
    let entry = document.entries[index]
    guard entry.span > 1 else {
      if last >= 0 { out.append(0x20) }
      out += scalar(index)
      out.append(0x0A)
      return
    }
    if isItem { out.append(0x20) } else if last >= 0 { out.append(0x0A) }
    let indent = last >= 0 ? frames[last].indent + 2 : 0
    frames.append(
      Frame(end: index + entry.span, isMapping: entry.kind == .mapping, indent: indent, isInline: isItem))
  }

  private mutating func beginEntry(_ frame: Int) {
    if !frames[frame].isInline { spaces(frames[frame].indent) }
    frames[frame].isInline = false
  }

  private mutating func spaces(_ count: Int) { out.append(contentsOf: repeatElement(0x20, count: count)) }

  /// A scalar or an empty collection.
  private func scalar(_ index: Int) -> [UInt8] {
    let text = document.textBytes(of: index)
    let kind = document.entries[index].kind
    switch kind {
    case .sequence: return Array("[]".utf8)
    case .mapping: return Array("{}".utf8)
    case .null: return Array("null".utf8)
    case .bool, .integer: return Array(text)
    case .float:
      // Only a tag makes a number without a point a decimal.
      let isPlain = text.withUnsafeBufferPointer { ScalarKind.ofPlain($0[...]) } == .float
      return (isPlain ? [] : Array("!!float ".utf8)) + text
    case .string:
      if YAMLText.isPlain(text) { return Array(text) }
      var quoted: [UInt8] = []
      appendJSONString(text, to: &quoted)
      return quoted
    }
  }
}

/// Which text needs quotes in YAML.
enum YAMLText {
  /// Whether a text stands for itself without quotes, in YAML 1.2 and for readers of 1.1 too.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, last != 0x20, last != UInt8(ascii: ":"),
      text.withUnsafeBufferPointer({ ScalarKind.ofPlain($0[...]) }) == .string, !isOldWord(text)
    else { return false }
    let isNumberLike = 0x30...0x39 ~= first
    guard isNumberLike || isLetter(first) else { return false }
    var previous: UInt8 = 0
    for byte in text {
      if previous == UInt8(ascii: ":"), byte == 0x20 { return false }
      // Readers of 1.1 take 12:30 and 1_000 for numbers.
      if isNumberLike, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_") { return false }
      guard isLetter(byte) || 0x30...0x39 ~= byte || " -./+()%$@,=:_'&;".utf8.contains(byte) else {
        return false
      }
      previous = byte
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte || 0x41...0x5A ~= byte }

  /// Words that YAML 1.1 takes for truth values.
  private static func isOldWord(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 3 else { return false }
    let word = String(decoding: text.map { $0 | 0x20 }, as: UTF8.self)
    return ["y", "n", "yes", "no", "on", "off"].contains(word)
  }
}
