/// What a table's reader found out, and what it left out.
public struct TableNotes: Hashable, Sendable, Encodable {
  /// How the file was encoded.
  public var encoding = TextEncoding.utf8
  /// The byte between cells.
  public var separator = UInt8(ascii: ",")
  /// The line of the header.
  public var headerLine = 1
  /// Lines above the header: titles and filters of a report, or `sep=;`.
  public var preambleLines = 0
  /// Whether an empty line parts titles from a header of words, as reports have it.
  public var isReport = false
  /// Records below the last row: totals and notices.
  public var footerRows = 0
  /// The line of the first of them.
  public var firstFooterLine: Int?
  /// Records whose cells are all empty, and lines without any byte.
  public var blankRows = 0
  /// Rows with fewer cells than the header, the missing ones read as empty.
  public var shortRows = 0
  /// The line of the first of them.
  public var firstShortLine: Int?
  /// Columns whose name stood in the header before, by their new name.
  public var renamedColumns: [String] = []
  /// The path of what `--set` can say of the table, where no file says anything; empty where options say it.
  var settings: String?
  /// What to tell the user in any case, such as an encoding that was guessed.
  public var warnings: [Diagnostic] = []

  /// The same way out with the option of the command line that goes it, where there is no file to write it in.
  func wayOut(_ hint: String, _ setting: String) -> String {
    guard let settings else { return hint }
    let option = settings.isEmpty ? "--\(setting.replacing("_", with: "-"))" : "--set \(settings).\(setting)"
    return "\(hint), such as \(option)"
  }

  enum CodingKeys: String, CodingKey {
    case encoding, separator, headerLine = "header_line", preambleLines = "preamble_lines"
    case footerRows = "footer_rows", firstFooterLine = "first_footer_line", blankRows = "blank_rows"
    case shortRows = "short_rows"
    case firstShortLine = "first_short_line", renamedColumns = "renamed_columns"
  }

  /// Writes the separator as its name, and no warnings, which go where all diagnostics go.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(encoding, forKey: .encoding)
    try container.encode(CSVSeparator.name(separator), forKey: .separator)
    try container.encode(headerLine, forKey: .headerLine)
    try container.encode(preambleLines, forKey: .preambleLines)
    try container.encode(footerRows, forKey: .footerRows)
    try container.encode(firstFooterLine, forKey: .firstFooterLine)
    try container.encode(blankRows, forKey: .blankRows)
    try container.encode(shortRows, forKey: .shortRows)
    try container.encode(firstShortLine, forKey: .firstShortLine)
    try container.encode(renamedColumns, forKey: .renamedColumns)
  }
}
