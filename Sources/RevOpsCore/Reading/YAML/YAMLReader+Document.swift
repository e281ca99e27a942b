/// The document as a whole: directives, `---` and `...`.
extension YAMLReader {
  /// Reads the one document of the file.
  mutating func readStream() throws(InputErrors) {
    try checkCharacters()
    let isExplicit = try prologue()
    frames.append(Frame(kind: .document, step: .value, indent: -1, entry: 0, valueStart: at))
    if isExplicit {
      try nodes(restOfLine(step: .value, style: .inline))
    }
    while try nextLine() { try line() }
    try closeAll()
    try epilogue()
  }

  /// Reads up to the first content; true behind `---`.
  private mutating func prologue() throws(InputErrors) -> Bool {
    var directive: Int?
    var names: Set<[UInt8]> = []
    while true {
      let isContent = try nextLine()
      if isContent, column == 0, !isTabbed, byte(at) == UInt8(ascii: "%") {
        directive = at
        try readDirective(&names)
      } else if isContent || at >= bytes.count {
        if let directive { throw directiveWithoutDocument(at: directive) }
        at = min(lineStart, at)
        return false
      } else if byte(at) == UInt8(ascii: "-") {
        at += 3
        return true
      } else {
        if let directive { throw directiveWithoutDocument(at: directive) }
        at += 3
        try finishLine()
      }
    }
  }

  /// Makes sure that nothing follows the document but comments and `...`.
  private mutating func epilogue() throws(InputErrors) {
    while at < bytes.count {
      guard byte(at) == UInt8(ascii: ".") else { throw secondDocument() }
      at += 3
      try finishLine()
      if try nextLine() { throw secondDocument() }
    }
  }

  /// `%YAML 1.2`, `%TAG`, or a reserved one, which means nothing.
  private mutating func readDirective(_ names: inout Set<[UInt8]>) throws(InputErrors) {
    let start = at
    let end = endOfLine(at)
    var words: [[UInt8]] = []
    var offset = start
    while true {
      offset = afterBlanks(offset)
      guard offset < end, byte(offset) != UInt8(ascii: "#") else { break }
      let word = offset
      while offset < end, !Self.isBlank(byte(offset)) { offset += 1 }
      words.append(Array(bytes[word..<offset]))
    }
    try checkPrintable(start..<end)
    switch words.first {
    case Array("%YAML".utf8):
      guard names.insert([]).inserted else { throw badDirective(start..<end, "stands twice") }
      guard words.count == 2, isVersion(words[1]) else {
        throw badDirective(start..<end, "is not '%YAML 1.2'")
      }
    case Array("%TAG".utf8):
      guard words.count == 3, isHandle(words[1]) else {
        throw badDirective(start..<end, "is not of the form '%TAG !name! prefix'")
      }
      guard names.insert(words[1]).inserted else { throw badDirective(start..<end, "stands twice") }
      tagHandles[words[1]] = words[2]
    default: break
    }
    at = afterBreak(end)
  }

  /// Version 1 and any minor one.
  private func isVersion(_ word: [UInt8]) -> Bool {
    word.starts(with: "1.".utf8) && word.count > 2 && word.dropFirst(2).allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// `!`, `!!` or `!name!`.
  private func isHandle(_ word: [UInt8]) -> Bool {
    guard word.first == UInt8(ascii: "!"), word.last == UInt8(ascii: "!") else { return false }
    return word.dropFirst().dropLast().allSatisfy(Self.isWordCharacter)
  }

  /// Letters, digits and `-`.
  static func isWordCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }
}
