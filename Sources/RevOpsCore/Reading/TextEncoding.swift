/// How the bytes of a table stand for characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable, Encodable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
}

/// A file turned into UTF-8 without a byte-order mark.
struct DecodedText: Sendable {
  var source: SourceText
  var encoding: TextEncoding
  /// What the user should know, such as that another encoding was taken.
  var warnings: [Diagnostic] = []

  /// The same, with the option that settles it where there is no file to write it in.
  func warnings(_ notes: TableNotes) -> [Diagnostic] {
    warnings.map { warning in
      var warning = warning
      warning.hint = warning.hint.map { notes.wayOut($0, "encoding=\(encoding.rawValue)") }
      return warning
    }
  }
}

extension TextEncoding {
  /// Turns a file into UTF-8.
  ///
  /// A byte-order mark decides. Without one it is UTF-8, and bytes that are not are refused, unless `guessing`:
  /// then zeros in every other byte mean UTF-16, and anything else Windows-1252 with a warning that names the
  /// first line concerned. What is no text at all (a workbook, a web page) is refused with the way out.
  static func decode(
    _ source: SourceText, as given: TextEncoding? = nil, guessing: Bool
  ) throws(InputErrors) -> DecodedText {
    try refuseOtherFormats(source)
    let mark = byteOrderMark(of: source.bytes)
    let encoding = given ?? mark?.encoding ?? (guessing ? withoutMark(source.bytes) : .utf8)
    let start = mark.map { $0.encoding == encoding ? $0.length : 0 } ?? 0
    switch encoding {
    case .utf8:
      let bad = firstInvalidUTF8(in: source.bytes, from: start)
      if let bad, guessing, given == nil, mark == nil { return try fallBack(source, from: bad) }
      if let bad { throw InputErrors(notUTF8(source, at: bad)) }
      guard start > 0 else { return DecodedText(source: source, encoding: .utf8) }
      return DecodedText(
        source: SourceText(name: source.name, bytes: Array(source.bytes[start...])), encoding: .utf8)
    case .utf16LittleEndian, .utf16BigEndian:
      let bytes = try decodeUTF16(source, from: start, littleEndian: encoding == .utf16LittleEndian)
      return DecodedText(source: SourceText(name: source.name, bytes: bytes), encoding: encoding)
    case .windows1252:
      let bytes = try decodeWindows1252(source)
      return DecodedText(source: SourceText(name: source.name, bytes: bytes), encoding: encoding)
    }
  }

  private static func fallBack(
    _ source: SourceText, from bad: Int
  ) throws(InputErrors) -> DecodedText {
    let bytes = try decodeWindows1252(source)
    let decoded = SourceText(name: source.name, bytes: bytes)
    // Up to the bad byte every byte above ASCII has grown; count how far the place has moved.
    let moved = source.bytes[..<bad].reduce(0) { $0 + windows1252Length($1) }
    let warning = Diagnostic(
      "csv.encoding", "the file is not UTF-8 and was read as Windows-1252",
      at: decoded.place(moved..<(moved + windows1252Length(source.bytes[bad]))), severity: .warning,
      hint: "this is the first letter concerned; say 'encoding: windows-1252' if it is right")
    return DecodedText(source: decoded, encoding: .windows1252, warnings: [warning])
  }

  private static func notUTF8(_ source: SourceText, at bad: Int) -> Diagnostic {
    Diagnostic(
      "csv.encoding", "byte \(hexadecimal(source.bytes[bad])) is not UTF-8",
      at: source.place(bad..<(bad + 1)),
      hint: "save the file as UTF-8, or name its encoding, such as windows-1252")
  }

  // MARK: What it is

  private static func byteOrderMark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 where at least half of the characters at the start are a byte and a zero, nearly all on one side.
  ///
  /// A few zeros on the other side are characters such as U+0100, or half of an emoji.
  private static func withoutMark(_ bytes: [UInt8]) -> TextEncoding {
    let units = min(bytes.count, 1024) / 2
    guard units >= 2, bytes.count % 2 == 0 else { return .utf8 }
    var low = 0
    var high = 0
    for index in 0..<units {
      if bytes[2 * index] == 0 { high += 1 }
      if bytes[2 * index + 1] == 0 { low += 1 }
    }
    if low * 2 >= units, high * 8 <= low { return .utf16LittleEndian }
    if high * 2 >= units, low * 8 <= high { return .utf16BigEndian }
    return .utf8
  }

  /// Refuses what is known to be no text by its first bytes: a workbook, an archive, a web page.
  static func refuseOtherFormats(_ source: SourceText) throws(InputErrors) {
    let bytes = source.bytes
    let found: String
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      found = "a workbook or another zip file"
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      found = "an old Excel workbook"
    } else if bytes.starts(with: [0x1F, 0x8B]) {
      found = "a gzip file"
    } else if looksLikeMarkup(bytes) {
      found = "a web page or an XML file, as some CRMs export under the name of Excel"
    } else {
      return
    }
    let cure =
      bytes.starts(with: [0x1F, 0x8B]) ? "unpack it" : "open it in a spreadsheet and save it as CSV (UTF-8)"
    throw InputErrors(
      Diagnostic("csv.not-text", "'\(source.name)' is \(found), not a CSV file", hint: cure))
  }

  private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1024).drop { $0 <= CSVByte.space || [0xEF, 0xBB, 0xBF].contains($0) }
    guard start.first == UInt8(ascii: "<") else { return false }
    let text = String(decoding: start.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }, as: UTF8.self)
    return ["<html", "<table", "<!doctype html", "<?xml"].contains { text.utf8Contains($0) }
  }
}

extension String {
  /// Whether the bytes of another text occur in this one.
  fileprivate func utf8Contains(_ other: String) -> Bool {
    let text = Array(utf8)
    let wanted = Array(other.utf8)
    guard text.count >= wanted.count else { return false }
    return (0...(text.count - wanted.count)).contains { text[$0...].starts(with: wanted) }
  }
}

/// A byte as people write it: `0x9D`.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.utf8.count < 2 ? "0x0\(digits)" : "0x\(digits)"
}
