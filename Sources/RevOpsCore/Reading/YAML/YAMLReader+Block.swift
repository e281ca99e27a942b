/// Block style: what a line begins, continues and ends.
extension YAMLReader {
  /// How a value is reached, which decides what it may be.
  enum Style {
    /// As the first thing of its line.
    case line
    /// Behind `-`, `?` or the `:` of an explicit key, and spaces: collections may begin there too.
    case compact
    /// Behind a key or `---` on the same line: no block collection may begin there.
    case inline
    /// Behind a tab: no block collection, since its column would depend on the width of tabs.
    case tabbed
  }

  /// Where a value begins.
  struct Start {
    var column: Int
    var style: Style
  }

  /// Takes a line with content: ends what its column ends, then reads what it holds.
  mutating func line() throws(InputErrors) {
    let isItem = byte(at) == UInt8(ascii: "-") && Self.isSpaceOrEnd(byte(at + 1))
    let start = Start(column: column, style: isTabbed ? .tabbed : .line)
    while true {
      let frame = top
      if column > frame.indent {
        guard frame.isAwaiting else { throw wrongIndentation() }
        return try nodes(start)
      }
      if column == frame.indent {
        if isTabbed { throw tabIndentation() }
        // A sequence may stand at the column of the key whose value it is.
        if frame.isAwaiting, isItem, frame.kind == .blockMapping { return try nodes(start) }
      }
      if frame.isAwaiting {
        try appendNothing()
      } else if column < frame.indent {
        if frame.step == .afterKey { try appendMissingValue() }
        close()
      } else if frame.kind == .blockMapping {
        return try nodes(entry())
      } else if isItem {
        return try nodes(item())
      } else {
        guard frames[frames.count - 2].indent == column else { throw notAnItem() }
        close()
      }
    }
  }

  /// Reads a value, and the values that begin behind it on the same line.
  mutating func nodes(_ first: Start?) throws(InputErrors) {
    var next = first
    while let start = next { next = try node(start) }
  }

  /// Reads a value, or as much of it as a line holds before the next one begins.
  private mutating func node(_ start: Start) throws(InputErrors) -> Start? {
    let begin = at
    let own = try properties(inFlow: false)
    let first = byte(at)
    if !own.isEmpty, Self.isEnd(first) || first == UInt8(ascii: "#") {
      try pending.merge(own, in: self)
      try finishLine()
      return nil
    }
    let isIndicator = Self.isSpaceOrEnd(byte(at + 1))
    switch first {
    case UInt8(ascii: "-") where isIndicator:
      try allowCollection(start, own, "a list")
      try openBlock(.blockSequence, at: at, start)
      return try item()
    case UInt8(ascii: "?") where isIndicator:
      try allowCollection(start, own, "a mapping")
      try openBlock(.blockMapping, at: at, start)
      return try explicitKey()
    case UInt8(ascii: ":") where isIndicator: throw nullKey(at..<(at + 1))
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      try blockScalar(taking(own))
      return nil
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try flow(taking(own))
      if byte(afterBlanks(at)) == UInt8(ascii: ":") { throw collectionKey(at: begin) }
      try finishLine()
      return nil
    case UInt8(ascii: "*"): return try aliasNode(start, own)
    default: return try scalarNode(start, own, from: begin)
    }
  }

  /// A scalar, or the mapping of which it is the first key.
  private mutating func scalarNode(
    _ start: Start, _ own: YAMLProperties, from begin: Int
  ) throws(InputErrors) -> Start? {
    let scalar = try scalar(indent: top.indent + 1)
    if isColonNext {
      try allowKey(scalar, start)
      try openBlock(.blockMapping, at: scalar.range.lowerBound, start)
      top.step = .explicitKey
      try append(scalar, own)
      return try valueOfKey()
    }
    try append(scalar, taking(own))
    try finishLine()
    return nil
  }

  private mutating func aliasNode(_ start: Start, _ own: YAMLProperties) throws(InputErrors) -> Start? {
    let begin = at
    guard own.isEmpty else { throw aliasWithProperties(at: begin) }
    let target = try alias()
    if isColonNext {
      let colon = afterBlanks(at)
      if start.style == .tabbed { throw tabIndentation(before: begin) }
      guard start.style != .inline else { throw colonInValue(at: colon) }
      try openBlock(.blockMapping, at: begin, start)
      top.step = .explicitKey
      try appendAlias(target, begin..<at)
      return try valueOfKey()
    }
    guard pending.isEmpty else { throw aliasWithProperties(at: begin) }
    try appendAlias(target, begin..<at)
    try finishLine()
    return nil
  }

  /// Begins a block collection with the anchor and the tag of the lines before.
  private mutating func openBlock(_ kind: Frame.Kind, at offset: Int, _ start: Start) throws(InputErrors) {
    let properties = pending
    pending = YAMLProperties()
    try open(kind, at: offset, indent: start.column, properties)
  }

  /// Properties of this line together with those of the lines before.
  private mutating func taking(_ own: YAMLProperties) throws(InputErrors) -> YAMLProperties {
    guard !pending.isEmpty else { return own }
    var all = pending
    pending = YAMLProperties()
    try all.merge(own, in: self)
    return all
  }

  private func allowCollection(_ start: Start, _ own: YAMLProperties, _ name: String) throws(InputErrors) {
    if start.style == .tabbed { throw tabIndentation(before: at) }
    guard start.style != .inline, own.isEmpty else { throw collectionOnLine(name) }
  }

  private func allowKey(_ scalar: YAMLScalar, _ start: Start) throws(InputErrors) {
    let colon = afterBlanks(at)
    if start.style == .tabbed { throw tabIndentation(before: scalar.range.lowerBound) }
    if start.style == .inline || scalar.isMultiline { throw colonInValue(at: colon) }
    try checkLength(ofKey: scalar.range)
  }

  // MARK: Entries

  /// An entry of the innermost mapping, which the reader stands at.
  private mutating func entry() throws(InputErrors) -> Start? {
    let isIndicator = Self.isSpaceOrEnd(byte(at + 1))
    if top.step == .afterKey {
      if byte(at) == UInt8(ascii: ":"), isIndicator {
        at += 1
        return try restOfLine(step: .value, style: .compact)
      }
      try appendMissingValue()
    }
    switch byte(at) {
    case UInt8(ascii: "?") where isIndicator: return try explicitKey()
    case UInt8(ascii: ":") where isIndicator: throw nullKey(at..<(at + 1))
    case UInt8(ascii: "-") where isIndicator: throw itemAmongKeys()
    default: return try key()
    }
  }

  /// A key on one line, with its colon.
  private mutating func key() throws(InputErrors) -> Start? {
    let own = try properties(inFlow: false)
    let start = at
    top.step = .explicitKey
    switch byte(at) {
    case UInt8(ascii: "*"):
      guard own.isEmpty else { throw aliasWithProperties(at: start) }
      let target = try alias()
      guard isColonNext else { throw missingColon(after: start..<at) }
      try appendAlias(target, start..<at)
    case UInt8(ascii: "["), UInt8(ascii: "{"): throw collectionKey(at: start)
    case UInt8(ascii: "|"), UInt8(ascii: ">"), 0, 0x0A, 0x0D, UInt8(ascii: "#"): throw missingKey()
    default:
      let scalar = try scalar(indent: top.indent + 1, isOneLine: true)
      guard isColonNext, !scalar.isMultiline else { throw missingColon(after: scalar.range) }
      try checkLength(ofKey: scalar.range)
      try append(scalar, own)
    }
    return try valueOfKey()
  }

  /// Goes past the colon of a key.
  private mutating func valueOfKey() throws(InputErrors) -> Start? {
    at = afterBlanks(at) + 1
    return try restOfLine(step: .value, style: .inline)
  }

  private mutating func item() throws(InputErrors) -> Start? {
    at += 1
    return try restOfLine(step: .value, style: .compact)
  }

  private mutating func explicitKey() throws(InputErrors) -> Start? {
    at += 1
    return try restOfLine(step: .explicitKey, style: .compact)
  }

  /// Says what the innermost frame waits for now; nil where it does not begin on this line.
  mutating func restOfLine(step: Frame.Step, style: Style) throws(InputErrors) -> Start? {
    frames[frames.count - 1].step = step
    frames[frames.count - 1].valueStart = at
    let spaces = afterSpaces(at)
    let content = afterBlanks(spaces)
    let first = byte(content)
    if Self.isEnd(first) || first == UInt8(ascii: "#") {
      try finishLine()
      return nil
    }
    at = content
    return Start(
      column: content - lineStart, style: content > spaces && style == .compact ? .tabbed : style)
  }

  /// Whether a colon makes a key of the scalar or alias just read.
  private var isColonNext: Bool {
    let colon = afterBlanks(at)
    return byte(colon) == UInt8(ascii: ":") && Self.isSpaceOrEnd(byte(colon + 1))
  }
}
