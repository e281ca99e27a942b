/// Writes JSON values as text: stable, two spaces a level, safe to show in a terminal.
///
/// Numbers take the fewest digits that read back to the same value, whole ones without `.0`. Escaped beyond
/// what JSON asks for: all control characters, line and paragraph separators, direction overrides, and the
/// bracket of `##[`, which a build runner would obey.
public enum JSONText {
  /// The value over several lines, ending in a line feed.
  public static func pretty(_ value: JSONValue) -> String {
    String(decoding: bytes(of: value), as: UTF8.self)
  }

  /// The same in UTF-8.
  static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONTextWriter(isPretty: true)
    writer.write(value)
    writer.bytes.append(0x0A)
    return writer.bytes
  }

  /// The value on one line without spaces, with no line feed at its end.
  public static func compact(_ value: JSONValue) -> String {
    var writer = JSONTextWriter(isPretty: false)
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A text as a JSON string with its quotes.
  public static func quoted(_ text: String) -> String { compact(.string(text)) }

  /// A number as JSON writes it; null where it is not finite, since JSON has no such number.
  static func number(_ number: Double) -> String {
    var bytes: [UInt8] = []
    write(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the same behind other bytes.
  static func write(_ number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else { return bytes += "null".utf8 }
    if number.magnitude < 0x1p53, let whole = Int(exactly: number) { return write(whole, to: &bytes) }
    bytes += "\(number)".utf8
    if bytes.last == 0x30, bytes[bytes.count - 2] == 0x2E { bytes.removeLast(2) }
  }

  /// Writes a whole number behind other bytes.
  static func write(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    while number.magnitude / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude / unit % 10))
      unit /= 10
    }
  }
}

/// The bytes of a JSON text in the making.
private struct JSONTextWriter {
  /// A list or object whose parts are not all written.
  private struct Frame {
    var parts: [(key: String?, value: JSONValue)]
    var next = 0
    var close: UInt8
  }

  let isPretty: Bool
  var bytes: [UInt8] = []

  init(isPretty: Bool) { self.isPretty = isPretty }

  /// Writes a value of any depth; the frames stand in a list, not on the stack.
  mutating func write(_ value: JSONValue) {
    var frames: [Frame] = []
    open(value, &frames)
    while var frame = frames.popLast() {
      guard frame.next < frame.parts.count else {
        newLine(frames.count)
        bytes.append(frame.close)
        continue
      }
      let part = frame.parts[frame.next]
      if frame.next > 0 { bytes.append(0x2C) }
      frame.next += 1
      frames.append(frame)
      newLine(frames.count)
      if let key = part.key {
        string(key)
        bytes.append(0x3A)
        if isPretty { bytes.append(0x20) }
      }
      open(part.value, &frames)
    }
  }

  private mutating func open(_ value: JSONValue, _ frames: inout [Frame]) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): JSONText.write(number, to: &bytes)
    case .number(let number): JSONText.write(number, to: &bytes)
    case .string(let text): string(text)
    case .array(let items) where items.isEmpty: bytes += "[]".utf8
    case .object(let members) where members.isEmpty: bytes += "{}".utf8
    case .array(let items):
      bytes.append(0x5B)
      frames.append(Frame(parts: items.map { (nil, $0) }, close: 0x5D))
    case .object(let members):
      bytes.append(0x7B)
      frames.append(Frame(parts: members.map { ($0.key, $0.value) }, close: 0x7D))
    }
  }

  private mutating func newLine(_ depth: Int) {
    guard isPretty else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: 2 * depth)
  }

  private mutating func string(_ text: String) {
    bytes.append(0x22)
    defer { bytes.append(0x22) }
    guard !Self.isPlain(text) else { return bytes += text.utf8 }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "[" where LogCommand.opens(behind: bytes): bytes += "\\u005b".utf8
      case "\"": bytes += [0x5C, 0x22]
      case "\\": bytes += [0x5C, 0x5C]
      case "\n": bytes += [0x5C, 0x6E]
      case "\r": bytes += [0x5C, 0x72]
      case "\t": bytes += [0x5C, 0x74]
      case _ where SafeText.isUnsafe(scalar):
        let hex = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: max(0, 4 - hex.utf8.count)))\(hex)".utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Whether all of a text is printable ASCII without a quote, a backslash or the bracket of a runner's command.
  private static func isPlain(_ text: String) -> Bool {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C && $0 != UInt8(ascii: "[") }
    }
    return isPlain ?? false
  }
}
