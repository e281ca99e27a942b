/// The anchor and the tag in front of a value.
struct YAMLProperties {
  var anchor: Range<Int>?
  var tag: Tag?
  /// Where they stand.
  var range = 0..<0

  /// A tag of the core schema; `!` asks for no resolution.
  enum Name: String { case str, int, float, bool, null, map, seq, unresolved }

  struct Tag {
    var name: Name
    var range: Range<Int>
  }

  var isEmpty: Bool { anchor == nil && tag == nil }

  /// Adds properties of a later line to those of the lines before.
  mutating func merge(_ other: YAMLProperties, in reader: YAMLReader) throws(InputErrors) {
    if anchor != nil, let second = other.anchor {
      throw reader.secondProperty(at: (second.lowerBound - 1)..<second.upperBound, "anchor")
    }
    if tag != nil, let second = other.tag { throw reader.secondProperty(at: second.range, "tag") }
    anchor = anchor ?? other.anchor
    tag = tag ?? other.tag
    range = other.range
  }
}

/// Anchors, tags and aliases.
extension YAMLReader {
  /// How many entries aliases may add beyond what is written.
  private static let expansionLimit = 1_000_000
  /// How many bytes of text they may repeat.
  private static let expandedTextLimit = 16_000_000

  /// Reads anchors and tags, and the blanks behind them.
  mutating func properties(inFlow: Bool) throws(InputErrors) -> YAMLProperties {
    var properties = YAMLProperties()
    let start = at
    while true {
      let begin = at
      switch byte(at) {
      case UInt8(ascii: "&"):
        let name = try anchorName()
        if properties.anchor != nil { throw secondProperty(at: begin..<at, "anchor") }
        properties.anchor = name
      case UInt8(ascii: "!"):
        let tag = try readTag()
        if properties.tag != nil { throw secondProperty(at: begin..<at, "tag") }
        properties.tag = tag
      default:
        properties.range = start..<at
        return properties
      }
      let next = byte(at)
      let isCloser = inFlow && Self.isFlowIndicator(next) && next & 0xDF != UInt8(ascii: "[")
      guard Self.isSpaceOrEnd(next) || isCloser else { throw badProperty(begin..<at) }
      at = afterBlanks(at)
    }
  }

  /// The name behind `&` or `*`: anything but spaces and flow indicators.
  private mutating func anchorName() throws(InputErrors) -> Range<Int> {
    let start = at + 1
    at = start
    while !Self.isSpaceOrEnd(byte(at)), !Self.isFlowIndicator(byte(at)) { at += 1 }
    guard at > start else { throw badProperty((start - 1)..<start) }
    try checkPrintable(start..<at)
    return start..<at
  }

  // MARK: Tags

  /// `!`, `!name`, `!!name`, `!handle!name` or `!<name>`; only the core schema's are supported.
  private mutating func readTag() throws(InputErrors) -> YAMLProperties.Tag {
    let start = at
    while !Self.isSpaceOrEnd(byte(at)), !Self.isFlowIndicator(byte(at)) { at += 1 }
    let range = start..<at
    let text = Array(bytes[range])
    if text.count == 1 { return YAMLProperties.Tag(name: .unresolved, range: range) }
    let core = Array("tag:yaml.org,2002:".utf8)
    let name = try fullName(of: text, core: core, range)
    guard name.starts(with: core),
      let known = YAMLProperties.Name(rawValue: String(decoding: name.dropFirst(core.count), as: UTF8.self)),
      known != .unresolved
    else { throw unknownTag(range) }
    return YAMLProperties.Tag(name: known, range: range)
  }

  private mutating func fullName(
    of text: [UInt8], core: [UInt8], _ range: Range<Int>
  ) throws(InputErrors) -> [UInt8] {
    let mark = UInt8(ascii: "!")
    if text[1] == UInt8(ascii: "<") {
      at = range.lowerBound + 2
      while !Self.isSpaceOrEnd(byte(at)), byte(at) != UInt8(ascii: ">") { at += 1 }
      guard byte(at) == UInt8(ascii: ">") else { throw badProperty(range) }
      at += 1
      return Array(bytes[(range.lowerBound + 2)..<(at - 1)])
    }
    let handleEnd = text.dropFirst().firstIndex(of: mark) ?? 0
    let handle = Array(text[...handleEnd])
    let fallback: [UInt8]? = handle.count == 1 ? [mark] : handle.count == 2 ? core : nil
    guard let prefix = tagHandles[handle] ?? fallback else { throw unknownTag(range) }
    return prefix + text[(handleEnd + 1)...]
  }

  /// The kind that a scalar has under its tag.
  private func kind(of scalar: YAMLScalar, _ tag: YAMLProperties.Tag?) throws(InputErrors) -> Node.Kind {
    guard let tag else { return scalar.kind }
    if tag.name == .str || tag.name == .unresolved { return .string }
    let text = bytes[scalar.range]
    let inner = scalar.isQuoted && text.count > 1 ? text.dropFirst().dropLast() : text
    let plain = scalar.text == nil ? ScalarKind.ofPlain(inner) : .string
    switch (tag.name, plain) {
    case (.null, .null): return .null
    case (.bool, .bool): return .bool
    case (.int, .integer): return .integer
    case (.float, .float): return .float
    case (.float, .integer) where inner.dropFirst().first.map { $0 < 0x40 } ?? true: return .float
    default: throw tagMismatch(tag, scalar.range)
    }
  }

  // MARK: What goes to the tape

  /// Takes a scalar as the key or value that the innermost frame waits for.
  mutating func append(_ scalar: YAMLScalar, _ properties: YAMLProperties) throws(InputErrors) {
    let kind = try kind(of: scalar, properties.tag)
    try refuseNullKey(kind, scalar.range)
    if let anchor = properties.anchor { anchors[Array(bytes[anchor])] = tape.entries.count }
    if let text = scalar.text {
      tape.append(kind, scalar.range, textAt: text)
      guard tape.textEnd < Int(UInt32.max) else { throw tooMuchText() }
    } else {
      tape.append(kind, scalar.range, quoted: scalar.isQuoted)
    }
    settle()
  }

  /// Takes a null that is not written, or what an anchor and a tag before it make of nothing.
  mutating func appendNothing() throws(InputErrors) {
    let properties = pending
    pending = YAMLProperties()
    let start = properties.isEmpty ? top.valueStart : properties.range.upperBound
    try append(YAMLScalar(range: start..<start, kind: .null), properties)
  }

  /// Gives the last explicit key its null.
  mutating func appendMissingValue() throws(InputErrors) {
    top.step = .value
    try append(YAMLScalar(range: top.valueStart..<top.valueStart, kind: .null), YAMLProperties())
  }

  /// Keeps the anchor of a collection that begins, and holds it to its tag.
  mutating func note(_ properties: YAMLProperties, ofCollection entry: Int) throws(InputErrors) {
    if let anchor = properties.anchor { anchors[Array(bytes[anchor])] = entry }
    guard let tag = properties.tag, tag.name != .unresolved else { return }
    let wanted: YAMLProperties.Name = tape.entries[entry].kind == .sequence ? .seq : .map
    guard tag.name == wanted else { throw tagMismatch(tag, tag.range) }
  }

  /// Reads `*name` and says which entry it stands for.
  mutating func alias() throws(InputErrors) -> Int {
    let start = at
    let name = try anchorName()
    guard let target = anchors[Array(bytes[name])] else { throw unknownAlias(start..<at) }
    if frames.contains(where: { $0.kind != .document && $0.entry == target }) {
      throw aliasInside(start..<at, target)
    }
    return target
  }

  /// Repeats a value where an alias stands, within bounds.
  mutating func appendAlias(_ target: Int, _ range: Range<Int>) throws(InputErrors) {
    let entry = tape.entries[target]
    try refuseNullKey(entry.kind, range)
    let isKey = top.step == .explicitKey || top.step == .key
    if entry.kind == .sequence || entry.kind == .mapping {
      if isKey { throw collectionKey(at: range.lowerBound) }
      expanded += entry.span
      guard expanded <= Self.expansionLimit else { throw tooManyAliases(range, target) }
      guard tape.depth(of: target) + frames.count <= Tape.depthLimit + 1 else { throw tooDeep() }
    }
    expandedText += tape.textSize(of: target)
    guard expandedText <= Self.expandedTextLimit else { throw tooManyAliases(range, target) }
    tape.repeatValue(at: target)
    settle()
  }

  private func refuseNullKey(_ kind: Node.Kind, _ range: Range<Int>) throws(InputErrors) {
    if kind == .null, top.step == .explicitKey || top.step == .key { throw nullKey(range) }
  }

  /// Refuses a key that is longer than YAML lets a reader look ahead for its colon.
  ///
  /// Source: YAML 1.2.2, section 7.4.
  func checkLength(ofKey range: Range<Int>) throws(InputErrors) {
    guard range.count > 1024 else { return }
    let characters = bytes[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    guard characters <= 1024 else { throw longKey(range) }
  }
}
