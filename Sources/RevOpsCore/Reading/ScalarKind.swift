/// What unquoted text is: the YAML 1.2 core schema, and the numbers of JSON.
///
/// Source: YAML 1.2.2, section 10.3.2; RFC 8259, section 6.
enum ScalarKind {
  /// What a plain scalar of YAML is; anything the schema does not name is a string.
  static func ofPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Node.Kind {
    guard let first = text.first else { return .null }
    switch first {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return number(text) ?? .string
    case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      return text.count == 4 && isWord(text, "null") ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return text.count == 4 && isWord(text, "true") ? .bool : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return text.count == 5 && isWord(text, "false") ? .bool : .string
    default: return .string
    }
  }

  /// Whether a text is a number of JSON, and which.
  static func jsonNumber(_ text: some BidirectionalCollection<UInt8>) -> Node.Kind? {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = takeDigits(&rest)
    guard whole > 0, !isZero || whole == 1 else { return nil }
    if rest.isEmpty { return .integer }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard takeDigits(&rest) > 0 else { return nil }
    }
    return takeExponent(&rest) && rest.isEmpty ? .float : nil
  }

  /// `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+`, decimals, `.inf` and `.nan`.
  private static func number(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Node.Kind? {
    var rest = text
    let sign = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
    if sign { rest = rest.dropFirst() }
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "."), let kind = special(rest.dropFirst(), signed: sign) { return kind }
    if !sign, first == UInt8(ascii: "0"), let kind = otherBase(rest.dropFirst()) { return kind }
    let whole = takeDigits(&rest)
    if rest.isEmpty { return .integer }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard takeDigits(&rest) + whole > 0 else { return nil }
    } else if whole == 0 {
      return nil
    }
    return takeExponent(&rest) && rest.isEmpty ? .float : nil
  }

  private static func special(_ text: Slice<UnsafeBufferPointer<UInt8>>, signed: Bool) -> Node.Kind? {
    guard text.count == 3 else { return nil }
    if isWord(text, "inf") { return .float }
    guard !signed else { return nil }
    return ["nan", "NaN", "NAN"].contains { text.elementsEqual($0.utf8) } ? .float : nil
  }

  private static func otherBase(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Node.Kind? {
    guard text.count > 1, let base = text.first else { return nil }
    switch base {
    case UInt8(ascii: "o"): return text.dropFirst().allSatisfy { 0x30...0x37 ~= $0 } ? .integer : nil
    case UInt8(ascii: "x"): return text.dropFirst().allSatisfy { digit(of: $0) < 16 } ? .integer : nil
    default: return nil
    }
  }

  private static func takeDigits<Text: Collection<UInt8>>(_ text: inout Text) -> Int
  where Text.SubSequence == Text {
    var count = 0
    while let byte = text.first, 0x30...0x39 ~= byte {
      text = text.dropFirst()
      count += 1
    }
    return count
  }

  /// Takes an exponent where there is one; false for one without digits.
  private static func takeExponent<Text: Collection<UInt8>>(_ text: inout Text) -> Bool
  where Text.SubSequence == Text {
    guard let mark = text.first, mark | 0x20 == UInt8(ascii: "e") else { return true }
    text = text.dropFirst()
    if let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      text = text.dropFirst()
    }
    return takeDigits(&text) > 0
  }

  /// Whether a text is a word in small letters, with a capital, or in capitals.
  private static func isWord(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    let first = text[text.startIndex]
    let second = text[text.startIndex + 1]
    guard first & 0x20 == 0 || second & 0x20 != 0 else { return false }
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    let shift = second & 0x20
    for (offset, letter) in letters.enumerated() {
      let found = text[text.startIndex + offset]
      guard found == letter & 0xDF | shift || (offset == 0 && found == letter & 0xDF) else { return false }
    }
    return true
  }

  /// The value of a hexadecimal digit, or 16 for any other byte.
  static func digit(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: 16
    }
  }
}
