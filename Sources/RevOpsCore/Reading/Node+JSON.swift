extension Node {
  /// The value as JSON over several lines, two spaces a level, with a line feed at the end.
  ///
  /// Numbers keep their digits; forms that only YAML has become the JSON number of the same value: `0x1F` is
  /// 31, `+1` is 1, `.5` is 0.5.
  ///
  /// - Returns: The text in UTF-8.
  /// - Throws: The place of each value that JSON cannot say: `.inf`, `.nan`, a number or a truth value as key.
  public func jsonText() throws(InputErrors) -> [UInt8] {
    var writer = NodeJSONWriter(document: document)
    writer.write(index)
    if let errors = InputErrors(writer.problems) { throw errors }
    return writer.out
  }
}

/// Writes a part of a document as JSON; open collections stand in a list, so that depth costs no stack.
private struct NodeJSONWriter {
  private struct Frame {
    var end: Int
    var isMapping: Bool
    var isEmpty = true
    var isKey: Bool
  }

  let document: Document
  var out: [UInt8] = []
  var problems: [Diagnostic] = []
  private var frames: [Frame] = []

  init(document: Document) { self.document = document }

  mutating func write(_ root: Int) {
    let end = root + document.entries[root].span
    for index in root..<end {
      closeFrames(before: index)
      separate()
      let entry = document.entries[index]
      switch entry.kind {
      case .sequence, .mapping:
        let isMapping = entry.kind == .mapping
        out.append(UInt8(ascii: isMapping ? "{" : "["))
        frames.append(Frame(end: index + entry.span, isMapping: isMapping, isKey: isMapping))
      default: scalar(index)
      }
    }
    closeFrames(before: end)
    out.append(0x0A)
  }

  private mutating func closeFrames(before index: Int) {
    while let frame = frames.last, frame.end <= index {
      frames.removeLast()
      if !frame.isEmpty { newLine() }
      out.append(UInt8(ascii: frame.isMapping ? "}" : "]"))
    }
  }

  /// What stands between a value and what is before it.
  private mutating func separate() {
    let last = frames.count - 1
    guard last >= 0 else { return }
    if frames[last].isMapping, !frames[last].isKey {
      out += ": ".utf8
      frames[last].isKey = true
      return
    }
    if !frames[last].isEmpty { out.append(UInt8(ascii: ",")) }
    frames[last].isEmpty = false
    frames[last].isKey = false
    newLine()
  }

  private mutating func newLine() {
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: 2 * frames.count))
  }

  private mutating func scalar(_ index: Int) {
    let text = document.textBytes(of: index)
    let kind = document.entries[index].kind
    // `separate` has just turned to the value where this is a key.
    if let frame = frames.last, frame.isMapping, !frame.isKey, kind != .string {
      return refuse(index, "is a key that is no text", "put the key in quotes")
    }
    switch kind {
    case .null: out += "null".utf8
    case .bool: out += text.map { $0 | 0x20 }
    case .integer, .float:
      guard let number = JSONNumber.text(of: text) else {
        return refuse(
          index, "is no number of JSON", "JSON has no infinity, no 'nan' and no 0x beyond 64 bits")
      }
      out += number
    case .string, .sequence, .mapping: appendJSONString(text, to: &out)
    }
  }

  private mutating func refuse(_ index: Int, _ reason: String, _ hint: String) {
    guard problems.count < Tape.duplicateLimit else { return }
    let text = shown(document.textBytes(of: index).prefix(60))
    problems.append(
      Diagnostic(
        "convert.not-json", "'\(text)' \(reason)", at: document.place(of: index), hint: hint))
  }
}

/// Numbers of YAML in the grammar of JSON.
enum JSONNumber {
  /// The number of the same value, digit for digit where it is one already; nil where there is none.
  static func text(of number: ArraySlice<UInt8>) -> [UInt8]? {
    if ScalarKind.jsonNumber(number) != nil { return Array(number) }
    if number.starts(with: "0x".utf8) { return other(number.dropFirst(2), radix: 16) }
    if number.starts(with: "0o".utf8) { return other(number.dropFirst(2), radix: 8) }
    var rest = number
    var out: [UInt8] = []
    if rest.first == UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = rest.prefix { 0x30...0x39 ~= $0 }
    rest = rest.dropFirst(whole.count)
    let digits = whole.drop { $0 == 0x30 }
    out += digits.isEmpty ? [0x30] : Array(digits)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { 0x30...0x39 ~= $0 }
      rest = rest.dropFirst(1 + fraction.count)
      out.append(UInt8(ascii: "."))
      out += fraction.isEmpty ? [0x30] : Array(fraction)
    }
    out += rest
    return ScalarKind.jsonNumber(out) == nil ? nil : out
  }

  private static func other(_ digits: ArraySlice<UInt8>, radix: Int) -> [UInt8]? {
    UInt64(String(decoding: digits, as: UTF8.self), radix: radix).map { Array(String($0).utf8) }
  }
}
