import Foundation

@testable import RevOpsCore

/// The ids of errors as the program's own source raises them.
struct RaisedErrors {
  /// What is handed an id, other than an error, or holds its page.
  private static let others: Set<String> = [
    "Finding", "CheckOutcome", "ExplainPage", "BandList", "Member", "Measurement", "init", "deals",
  ]

  /// Every `area.problem` that the source hands to something that raises an error.
  ///
  /// It is the call in whose brackets the words stand that tells: `Diagnostic("csv.date", ...)`. What is handed to
  /// another call, such as the path of a key, is an id where it has a page.
  static func ids() throws -> Set<String> {
    let folder = Project.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var ids: Set<String> = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      var source = RaisedErrors(try Array(Data(contentsOf: file)))
      source.readCode(until: nil)
      ids.formUnion(source.ids)
    }
    return ids
  }

  private let bytes: [UInt8]
  private var at = 0
  /// What each open bracket belongs to: the last name before a round one, nothing for another.
  private var callees: [String] = []
  private var name: [UInt8] = []
  private(set) var ids: Set<String> = []

  init(_ source: [UInt8]) { bytes = source }

  /// Reads to the end, or over the bracket that closes what is interpolated in a text.
  private mutating func readCode(until depth: Int?) {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        readText()
        name = []
      case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["):
        callees.append(byte == UInt8(ascii: "(") ? String(decoding: name, as: UTF8.self) : "")
        name = []
      case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = callees.popLast()
        name = []
        if callees.count == depth { return }
      case UInt8(ascii: "/") where at < bytes.count && bytes[at] == byte:
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      case 0x41...0x5A, 0x61...0x7A: name.append(byte)
      default: name = []
      }
    }
  }

  /// Reads a text behind its opening quote.
  private mutating func readText() {
    let quotes = bytes[(at - 1)...].prefix(3).allSatisfy { $0 == UInt8(ascii: "\"") } ? 3 : 1
    at += quotes - 1
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        if quotes == 1 || bytes[at...].prefix(3).allSatisfy({ $0 == byte }) { break }
      } else if byte == UInt8(ascii: "\\") {
        at += 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "(") {
          at += 1
          callees.append("")
          readCode(until: callees.count - 1)
          continue
        }
      }
      at += 1
    }
    let text = String(decoding: bytes[start..<min(at, bytes.count)], as: UTF8.self)
    at += quotes
    if let callee = callees.last, !callee.isEmpty, !Self.others.contains(callee), Self.isID(text),
      callee == "Diagnostic" || Explanations.page(text) != nil
    {
      ids.insert(text)
    }
  }

  /// Whether a text is made like an id: small letters and hyphens, with one point between them.
  private static func isID(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-") }
      }
  }
}
