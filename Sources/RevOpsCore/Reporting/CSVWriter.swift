/// Writes records as RFC 4180 has them, with quotes only where a reader needs them.
///
/// UTF-8, LF, no byte-order mark. A text that a spreadsheet would take for a formula (it starts with `=`, `+`,
/// `-`, `@`, a tab or a line end) is written in quotes behind an apostrophe, since CRM text comes from
/// strangers; so is what a build runner would take for a command, since a report may be shown in its log.
/// Numbers and dates that the program wrote itself go in with `typed` and stay as they are.
///
/// Source: OWASP, CSV Injection; OWASP ASVS 5.0, 1.2.10.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  /// How many texts got an apostrophe.
  public private(set) var guardedCells = 0

  private let separator: UInt8
  private let isGuarding: Bool
  private let lineEnd: [UInt8]
  private var rowStart = 0
  private var fieldsInRow = 0

  /// Starts an empty file.
  ///
  /// - Parameters:
  ///   - separator: The byte between fields.
  ///   - isGuarding: Whether what looks like a formula or a runner's command is made harmless; off for pipelines that want
  ///     every byte as it was.
  ///   - forExcel: Whether to write a byte-order mark and CRLF, without which Excel takes UTF-8 for Windows-1252.
  public init(separator: UInt8 = UInt8(ascii: ","), isGuarding: Bool = true, forExcel: Bool = false) {
    self.separator = separator
    self.isGuarding = isGuarding
    lineEnd = forExcel ? [CSVByte.cr, CSVByte.lf] : [CSVByte.lf]
    if forExcel { bytes = [0xEF, 0xBB, 0xBF] }
    rowStart = bytes.count
  }

  /// Writes a field of words, from a file or a user.
  public mutating func text(_ text: String) {
    startField()
    if !bytes.isEmpty, isPlain(text) {
      bytes += text.utf8
      return
    }
    let safe = isGuarding ? Self.guarded(text) : text
    if safe.utf8.count > text.utf8.count { guardedCells += 1 }
    guard
      safe.utf8.count > text.utf8.count || needsQuotes(text) || (bytes.isEmpty && Self.looksLikeMark(text))
    else {
      bytes += text.utf8
      return
    }
    bytes.append(CSVByte.quote)
    for byte in safe.utf8 {
      if byte == CSVByte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVByte.quote)
  }

  /// Writes a number, date or truth value that the program formatted: `-5` stays `-5`.
  public mutating func typed(_ plain: String) {
    guard isPlain(plain) || !needsQuotes(plain) else { return text(plain) }
    startField()
    bytes += plain.utf8
  }

  /// Writes a number, which must be finite.
  public mutating func number(_ number: Double) {
    startField()
    JSONText.write(number, to: &bytes)
  }

  /// Words as they stand in a field that is not the first, for those that are written again and again.
  public func field(_ text: String) -> [UInt8] {
    var writer = CSVWriter(separator: separator, isGuarding: isGuarding)
    writer.empty()
    writer.text(text)
    return Array(writer.bytes.dropFirst())
  }

  /// Writes a field that `field` has made.
  public mutating func written(_ field: [UInt8]) {
    startField()
    bytes += field
  }

  /// Writes the field of a value that is missing.
  public mutating func empty() {
    startField()
  }

  /// Ends the record; one whose only field is empty is written `""`, since an empty line is no record.
  public mutating func endRow() {
    if bytes.count == rowStart, fieldsInRow == 1 { bytes += [CSVByte.quote, CSVByte.quote] }
    bytes += lineEnd
    rowStart = bytes.count
    fieldsInRow = 0
  }

  /// Writes a record of words alone.
  public mutating func row(_ texts: some Sequence<String>) {
    for text in texts { self.text(text) }
    endRow()
  }

  private mutating func startField() {
    if fieldsInRow > 0 { bytes.append(separator) }
    fieldsInRow += 1
  }

  /// Whether a text begins with a letter or digit and has nothing but these, blanks, points and lines below, so that
  /// no rule can be about it.
  private func isPlain(_ text: String) -> Bool {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first, first != CSVByte.space else { return bytes.isEmpty }
      return bytes.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: byte != separator
        case CSVByte.space, UInt8(ascii: "."), UInt8(ascii: "_"): byte != separator
        default: false
        }
      }
    }
    return isPlain ?? false
  }

  private func needsQuotes(_ text: String) -> Bool {
    if isGuarding, text.utf8.contains(UInt8(ascii: ":")),
      LogCommand.colons(opening: text.unicodeScalars) != nil
    {
      return true
    }
    return text.utf8.contains {
      $0 == separator || $0 == CSVByte.quote || $0 == CSVByte.lf || $0 == CSVByte.cr
    }
  }

  /// Whether a file that begins with the text may be taken for one that says how it is to be read, or for no
  /// table at all.
  private static func looksLikeMark(_ text: String) -> Bool {
    CSVSeparator.beginsDeclaration(text.utf8) || text.utf8.starts(with: "PK".utf8)
      || text.unicodeScalars.first == "\u{FEFF}" || text.utf8.contains(UInt8(ascii: "<"))
  }

  /// The text with an apostrophe before each thing that a spreadsheet or a build runner would act on.
  static func guarded(_ text: String) -> String {
    let isCommand =
      text.utf8.contains(UInt8(ascii: "#")) || text.utf8.contains { $0 == CSVByte.lf || $0 == CSVByte.cr }
    return (looksLikeFormula(text) ? "'" : "") + (isCommand ? LogCommand.apostrophised(text) : text)
  }

  /// Whether a spreadsheet may evaluate the text; the full-width signs count in some locales.
  static func looksLikeFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
