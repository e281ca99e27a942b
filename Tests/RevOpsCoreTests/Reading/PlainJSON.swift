@testable import RevOpsCore

/// A value as a suite's expected file gives it: read here by code that shares nothing with our readers.
///
/// It takes valid JSON only; numbers keep their digits in a normal form, so that rounding shows.
indirect enum PlainJSON: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string([UInt8])
  case array([PlainJSON])
  case object([Member])

  struct Member: Equatable {
    var key: [UInt8]
    var value: PlainJSON
  }

  init(bytes: [UInt8]) {
    var parser = Parser(bytes: bytes)
    self = parser.value()
  }

  /// The tree a reader has made.
  init(_ node: Node) {
    let text = Array(node.text.utf8)
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.text.lowercased() == "true")
    case .integer, .float: self = .number(Self.normalForm(text))
    case .string: self = .string(text)
    case .sequence: self = .array(node.items.map { PlainJSON($0) })
    case .mapping:
      self = .object(node.entries.map { Member(key: Array($0.key.text.utf8), value: PlainJSON($0.value)) })
    }
  }

  /// Sign, digits without zeros at either end, and the exponent of the last digit.
  static func normalForm(_ text: [UInt8]) -> String {
    if text.starts(with: Array("0x".utf8)) || text.starts(with: Array("0o".utf8)) {
      let digits = String(decoding: text.dropFirst(2), as: UTF8.self)
      return normalForm(Array(String(Int(digits, radix: text[1] == 0x78 ? 16 : 8) ?? 0).utf8))
    }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == 0x65 }
    var exponent = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? .max / 2 : 0
    var digits: [UInt8] = []
    var hasPoint = false
    for byte in parts[0] {
      if byte == 0x2E { hasPoint = true }
      guard 0x30...0x39 ~= byte else { continue }
      digits.append(byte)
      if hasPoint { exponent -= 1 }
    }
    while digits.last == 0x30 {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == 0x30 })
    guard !digits.isEmpty else { return "0" }
    return (text.first == 0x2D ? "-" : "") + String(decoding: digits, as: UTF8.self) + "e\(exponent)"
  }

  private struct Parser {
    var bytes: [UInt8]
    var at = 0

    mutating func space() { while at < bytes.count, bytes[at] <= 0x20 { at += 1 } }

    mutating func value() -> PlainJSON {
      space()
      defer { space() }
      switch bytes[at] {
      case UInt8(ascii: "{"):
        return .object(
          list(0x7D) { parser in
            let key = parser.string()
            parser.space()
            parser.at += 1
            return Member(key: key, value: parser.value())
          })
      case UInt8(ascii: "["): return .array(list(0x5D) { $0.value() })
      case UInt8(ascii: "\""): return .string(string())
      default:
        let start = at
        while at < bytes.count, bytes[at] > 0x20, ![0x2C, 0x5D, 0x7D].contains(bytes[at]) { at += 1 }
        switch String(decoding: bytes[start..<at], as: UTF8.self) {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return .number(normalForm(Array(bytes[start..<at])))
        }
      }
    }

    private mutating func list<Part>(_ end: UInt8, _ part: (inout Parser) -> Part) -> [Part] {
      var parts: [Part] = []
      at += 1
      space()
      while bytes[at] != end {
        parts.append(part(&self))
        space()
        if bytes[at] == 0x2C { at += 1 }
        space()
      }
      at += 1
      return parts
    }

    mutating func string() -> [UInt8] {
      var units: [UInt16] = []
      at += 1
      var run: [UInt8] = []
      while bytes[at] != 0x22 {
        if bytes[at] != 0x5C {
          run.append(bytes[at])
          at += 1
          continue
        }
        units += Array(String(decoding: run, as: UTF8.self).utf16)
        run = []
        let names: [UInt8: UInt16] = [0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9]
        if bytes[at + 1] == UInt8(ascii: "u") {
          units.append(UInt16(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16) ?? 0)
          at += 6
        } else {
          units.append(names[bytes[at + 1]] ?? UInt16(bytes[at + 1]))
          at += 2
        }
      }
      at += 1
      units += Array(String(decoding: run, as: UTF8.self).utf16)
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
  }
}
