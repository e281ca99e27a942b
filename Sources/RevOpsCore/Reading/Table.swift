/// A table of a CSV export: named columns over rows, each cell a range of the file's bytes.
///
/// Unlike `CSVRecords` this knows what exports wrap around a table: titles and filters above the header,
/// totals and notices below the last row. What was left out is counted in `notes`. No cell is trimmed or
/// cleaned; every cell knows its place. Memory is the file and four bytes a cell.
public struct Table: Sendable {
  /// The file as UTF-8, without a byte-order mark.
  public let source: SourceText
  /// The names of the columns: trimmed, a repeated one numbered (`Amount (2)`).
  public let columns: [String]
  /// What the reader found out and what it left out.
  public let notes: TableNotes

  /// A row: the bytes at which it starts, its first cell in `ends`, its line.
  struct Row {
    var start: UInt32
    var firstCell: UInt32
    var cellCount: UInt32
    var line: UInt32
  }
  let rows: [Row]
  /// One past the last byte of each cell; the top bit tells that it has quotes.
  let ends: [UInt32]
  let header: Row?

  /// How many rows stand below the header.
  public var rowCount: Int { rows.count }

  /// The column of a name, compared byte for byte, or nil.
  public func column(named name: String) -> Int? {
    columns.firstIndex { $0.utf8.elementsEqual(name.utf8) }
  }

  /// The bytes that a cell stands for; empty beyond the end of a short row.
  public func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    withCell(row, column) { _, content, doubled in
      guard doubled else { return source.bytes[content] }
      return CSVField.undoubled(source.bytes[content])[...]
    }
  }

  /// The text of a cell; empty beyond the end of a short row.
  public func text(_ row: Int, _ column: Int) -> String {
    String(decoding: cell(row, column), as: UTF8.self)
  }

  /// Whether a cell says that there is no value: nothing, blanks, `-`, `--`, `—`, `N/A`, `#N/A`, `null`, `(No value)`.
  public func isMissing(_ row: Int, _ column: Int) -> Bool {
    Self.isMissing(cell(row, column))
  }

  /// The line on which a row starts, from 1, as an editor counts.
  public func line(of row: Int) -> Int {
    rows.indices.contains(row) ? Int(rows[row].line) : 0
  }

  /// Where a cell stands, quotes not included; beyond the end of a short row, where it is wanted.
  public func place(_ row: Int, _ column: Int) -> Place {
    withCell(row, column) { _, content, _ in source.place(content) }
  }

  /// Where the first cell of a row stands.
  public func place(row: Int) -> Place { place(row, 0) }

  /// Where the name of a column stands.
  public func place(column: Int) -> Place {
    guard let header else { return source.place(0..<0) }
    return source.place(range(of: column, in: header).content)
  }

  /// Looks at every cell of a column in turn, without a copy unless it has doubled quotes.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - body: Takes the row and the bytes, which are valid during the call only.
  func forEachCell(of column: Int, _ body: (_ row: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Void) {
    source.bytes.withUnsafeBufferPointer { all in
      for (index, row) in rows.enumerated() {
        let (content, doubled) = range(of: column, in: row)
        let raw = UnsafeBufferPointer(rebasing: all[content])
        if doubled {
          CSVField.undoubled(raw).withUnsafeBufferPointer { body(index, $0) }
        } else {
          body(index, raw)
        }
      }
    }
  }

  private func withCell<Value>(
    _ row: Int, _ column: Int, _ body: (Row, Range<Int>, Bool) -> Value
  ) -> Value {
    guard rows.indices.contains(row) else {
      return body(Row(start: 0, firstCell: 0, cellCount: 0, line: 0), 0..<0, false)
    }
    let (content, doubled) = range(of: column, in: rows[row])
    return body(rows[row], content, doubled)
  }

  /// The bytes of a cell in the source, without its quotes, and whether it has doubled quotes inside.
  private func range(of column: Int, in row: Row) -> (content: Range<Int>, doubled: Bool) {
    guard column >= 0, column < Int(row.cellCount) else {
      let last = Int(row.firstCell) + Int(row.cellCount) - 1
      let end = ends.indices.contains(last) ? Int(ends[last] & ~CSVBatch.quotesBit) : Int(row.start)
      return (end..<end, false)
    }
    let index = Int(row.firstCell) + column
    let end = ends[index]
    let start = column == 0 ? Int(row.start) : Int(ends[index - 1] & ~CSVBatch.quotesBit) + 1
    let field = CSVField(
      start: start, end: Int(end & ~CSVBatch.quotesBit), hasQuotes: end & CSVBatch.quotesBit != 0)
    guard field.hasQuotes else { return (field.start..<field.end, false) }
    return source.bytes.withUnsafeBytes { all in
      let content = field.content(in: all)
      return (content.range, content.hasDoubledQuotes)
    }
  }
}

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
  /// Records below the last row: totals and notices.
  public var footerRows = 0
  /// Records whose cells are all empty, and lines without any byte.
  public var blankRows = 0
  /// Rows with fewer cells than the header, the missing ones read as empty.
  public var shortRows = 0
  /// The line of the first of them.
  public var firstShortLine: Int?
  /// Columns whose name stood in the header before, by their new name.
  public var renamedColumns: [String] = []
  /// What to tell the user in any case, such as an encoding that was guessed.
  public var warnings: [Diagnostic] = []

  enum CodingKeys: String, CodingKey {
    case encoding, separator, headerLine = "header_line", preambleLines = "preamble_lines"
    case footerRows = "footer_rows", blankRows = "blank_rows", shortRows = "short_rows"
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
    try container.encode(blankRows, forKey: .blankRows)
    try container.encode(shortRows, forKey: .shortRows)
    try container.encode(firstShortLine, forKey: .firstShortLine)
    try container.encode(renamedColumns, forKey: .renamedColumns)
  }
}
