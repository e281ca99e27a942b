/// Flow style: `[a, b]` and `{a: b}` over as many lines as they take.
extension YAMLReader {
  /// Reads a flow collection with all that it holds.
  mutating func flow(_ properties: YAMLProperties) throws(InputErrors) {
    let outside = frames.count
    let indent = top.indent + 1
    try openFlow(properties)
    while frames.count > outside {
      if top.kind == .flowPair, top.step == .comma {
        close()
        continue
      }
      try flowSpace(indent)
      try flowStep(indent)
    }
  }

  private mutating func openFlow(_ properties: YAMLProperties) throws(InputErrors) {
    let isSequence = byte(at) == UInt8(ascii: "[")
    try open(isSequence ? .flowSequence : .flowMapping, at: at, indent: top.indent, properties)
    at += 1
  }

  private mutating func flowStep(_ indent: Int) throws(InputErrors) {
    let first = byte(at)
    switch first {
    case 0: throw unclosedFlow()
    case UInt8(ascii: ","): try comma()
    case UInt8(ascii: "]"), UInt8(ascii: "}"): try closeFlow(first)
    case UInt8(ascii: "?") where Self.isSpaceOrEnd(byte(at + 1)): try explicitFlowKey()
    case UInt8(ascii: ":") where isFlowColon(at, behindQuotes: top.step == .colon && top.isQuotedKey):
      try flowColon()
    default: try flowNode(indent)
    }
  }

  private mutating func comma() throws(InputErrors) {
    try endFlowEntry()
    switch (top.kind, top.step) {
    case (.flowSequence, .comma): top.step = .value
    case (.flowMapping, .comma):
      top.step = .key
      top.isQuotedKey = false
    default: throw unexpected("where a value is wanted", hint: "remove one comma")
    }
    at += 1
  }

  private mutating func closeFlow(_ closer: UInt8) throws(InputErrors) {
    try endFlowEntry()
    let isSequence = top.kind == .flowSequence
    guard closer == UInt8(ascii: isSequence ? "]" : "}") else { throw wrongCloser() }
    at += 1
    close()
  }

  /// Gives a key that no value follows its null, and ends a pair of a sequence.
  private mutating func endFlowEntry() throws(InputErrors) {
    if top.kind == .flowSequence { return }
    if top.step == .key, top.isExplicit { throw nullKey(at..<at) }
    if top.step == .colon {
      top.step = .value
      top.valueStart = at
    }
    if top.step == .value { try appendNothing() }
    top.isExplicit = false
    if top.kind == .flowPair { close() }
  }

  private mutating func explicitFlowKey() throws(InputErrors) {
    switch (top.kind, top.step) {
    case (.flowSequence, .value): try openPair(at: at)
    case (.flowMapping, .key) where !top.isExplicit: break
    default: throw unexpected("after a value", hint: "a comma is wanted here")
    }
    top.isExplicit = true
    at += 1
  }

  private mutating func openPair(at offset: Int) throws(InputErrors) {
    try open(.flowPair, at: offset, indent: top.indent, YAMLProperties())
  }

  private mutating func flowColon() throws(InputErrors) {
    switch top.step {
    case .colon:
      at += 1
      top.step = .value
      top.valueStart = at
    case .key: throw nullKey(at..<(at + 1))
    case .value where top.kind == .flowSequence: throw nullKey(at..<(at + 1))
    default: throw flowColonAfterValue()
    }
  }

  /// Whether a `:` ends a key: before a space or another flow indicator, or right behind quotes.
  private func isFlowColon(_ offset: Int, behindQuotes: Bool) -> Bool {
    guard byte(offset) == UInt8(ascii: ":") else { return false }
    let next = byte(offset + 1)
    return behindQuotes || Self.isSpaceOrEnd(next) || Self.isFlowIndicator(next)
  }

  private mutating func flowNode(_ indent: Int) throws(InputErrors) {
    guard top.step == .value || top.step == .key else { throw missingComma() }
    let line = lineStart
    let begin = at
    let own = try properties(inFlow: true)
    if !own.isEmpty { try flowSpace(indent) }
    let first = byte(at)
    switch first {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try openFlow(own)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      // Nothing but an anchor or a tag: without them the sign would not be a value.
      return try append(YAMLScalar(range: begin..<begin, kind: .null), own)
    case UInt8(ascii: "*"):
      guard own.isEmpty else { throw aliasWithProperties(at: at) }
      return try flowAlias()
    case UInt8(ascii: ":") where !own.isEmpty && isFlowColon(at, behindQuotes: false):
      try appendFlow(YAMLScalar(range: begin..<begin, kind: .null), own)
    default:
      var scalar = try scalar(indent: indent, inFlow: true)
      if line != lineStart { scalar.isMultiline = true }
      try appendFlow(scalar, own)
    }
  }

  /// Takes a scalar of a flow collection: a value, a key, or the key of a pair in a sequence.
  private mutating func appendFlow(_ scalar: YAMLScalar, _ own: YAMLProperties) throws(InputErrors) {
    let isQuoted = scalar.isQuoted
    if top.kind == .flowSequence, isFlowColon(afterBlanks(at), behindQuotes: isQuoted) {
      guard !scalar.isMultiline else { throw pairOverLines(scalar.range) }
      try checkLength(ofKey: scalar.range)
      try openPair(at: scalar.range.lowerBound)
    }
    if top.step == .key { top.isQuotedKey = isQuoted }
    try append(scalar, own)
  }

  private mutating func flowAlias() throws(InputErrors) {
    let begin = at
    let target = try alias()
    if top.kind == .flowSequence, isFlowColon(afterBlanks(at), behindQuotes: false) {
      try openPair(at: begin)
    }
    try appendAlias(target, begin..<at)
  }

  /// Goes past spaces, comments and line breaks to the next part of a flow collection.
  ///
  /// A line that has more than a comment must be indented as far as the collection's place asks.
  private mutating func flowSpace(_ indent: Int) throws(InputErrors) {
    while true {
      let start = at
      at = afterBlanks(at)
      let first = byte(at)
      if first == UInt8(ascii: "#") {
        guard at > start || at == 0 || at == lineStart || Self.isBlank(byte(at - 1)) else {
          throw commentWithoutSpace()
        }
        let end = endOfLine(at)
        try checkPrintable(at..<end)
        at = end
      } else if Self.isBreak(first) {
        try nextFlowLine(indent)
      } else {
        return
      }
    }
  }

  /// Goes to the first character of the next line, whether it has any or not.
  private mutating func nextFlowLine(_ indent: Int) throws(InputErrors) {
    at = afterBreak(at)
    lineStart = at
    if isMarker(at) { throw markerInside("a flow collection") }
    let spaces = afterSpaces(at)
    let content = afterBlanks(spaces)
    let first = byte(content)
    at = content
    guard !Self.isEnd(first), first != UInt8(ascii: "#"), spaces - lineStart < indent else { return }
    throw flowIndentation(isTab: content > spaces)
  }
}
