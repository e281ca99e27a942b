/// A table of a CSV export: named columns over rows, each cell a range of the file's bytes.
///
/// Unlike `CSVRecords` this knows what exports wrap around a table: titles and filters above the header,
/// totals and notices below the last row. What was left out is counted in `notes`. No cell is trimmed or
/// cleaned; every cell knows its place. A file that can be read in parts is not kept: memory is four bytes a row,
/// and a cell that is asked for is read again. Whoever needs whole columns asks for all of them at once. Where a fold
/// took the rows while they were read, few of their starts are kept, and a cell takes long to find.
public struct Table: Sendable {
  /// The names of the columns: trimmed, a repeated one numbered (`Amount (2)`).
  public let columns: [String]
  /// What the reader found out and what it left out.
  public let notes: TableNotes

  /// The file as UTF-8.
  let bytes: TableBytes
  /// Where each row starts.
  let starts: RowStarts
  let lines: LineIndex
  /// The bytes of the rows.
  let range: Range<Int>
  /// The line on which the first row could start.
  let firstLine: Int
  /// The bytes of the header.
  let header: Range<Int>
  let machine: Machine

  /// The file as the user named it.
  public var name: String { bytes.name }

  /// The table as if it had some of its rows alone; their lines are not known.
  func part(starts: [UInt32], range: Range<Int>) -> Table {
    Table(
      columns: columns, notes: notes, bytes: bytes, starts: RowStarts(all: starts), lines: LineIndex(),
      range: range, firstLine: firstLine, header: header, machine: .plain)
  }

  /// How many rows stand below the header.
  public var rowCount: Int { starts.count }

  /// The header and the rows, each cell as it stands and a short row short.
  public var records: [[String]] {
    let names = bytes.withBytes(header) { RecordCut($0, separator: notes.separator).cells }
    return ([names] + (0..<rowCount).map(cells)).map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// The column of a name, compared byte for byte, or nil.
  public func column(named name: String) -> Int? {
    columns.firstIndex { $0.utf8.elementsEqual(name.utf8) }
  }

  /// The bytes that a cell stands for; empty beyond the end of a short row.
  public func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let separator = notes.separator
    return withRecord(row) { record in
      var cell: [UInt8] = []
      RecordCut.withCell(column, of: record, separator: separator) { cell = Array($0) }
      return cell[...]
    }
  }

  /// The text of a cell; empty beyond the end of a short row.
  public func text(_ row: Int, _ column: Int) -> String {
    String(decoding: cell(row, column), as: UTF8.self)
  }

  /// The bytes of every cell of a row.
  func cells(_ row: Int) -> [[UInt8]] {
    withRecord(row) { RecordCut($0, separator: notes.separator).cells }
  }

  /// Whether a cell says that there is no value: nothing, blanks, `-`, `--`, `—`, `N/A`, `#N/A`, `null`, `(No value)`.
  public func isMissing(_ row: Int, _ column: Int) -> Bool {
    Self.isMissing(cell(row, column))
  }

  /// The line on which a row starts, from 1, as an editor counts.
  public func line(of row: Int) -> Int { (0..<rowCount).contains(row) ? lines.line(of: row) : 0 }

  /// Where a cell stands, quotes not included; beyond the end of a short row, where it is wanted.
  public func place(_ row: Int, _ column: Int) -> Place {
    place(in: record(row), line: line(of: row)) { $0.content(column) }
  }

  /// Where the first cell of a row stands.
  public func place(row: Int) -> Place { place(row, 0) }

  /// Where a cell stands with its quotes.
  func outerPlace(_ row: Int, _ column: Int) -> Place {
    place(in: record(row), line: line(of: row)) { $0.range(column) }
  }

  /// Where the name of a column stands.
  public func place(column: Int) -> Place {
    place(in: header, line: notes.headerLine) { $0.content(column) }
  }

  private func withRecord<Value>(_ row: Int, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    bytes.withBytes(record(row), body)
  }

  /// A record starts a line, so that its own bytes are enough to tell a place in it.
  private func place(in record: Range<Int>, line: Int, _ find: (RecordCut) -> Range<Int>) -> Place {
    let found = bytes.withBytes(record) { record in
      (find(RecordCut(record, separator: notes.separator)), Array(record))
    }
    var place = SourceText(name: name, bytes: found.1).place(found.0)
    place.line += max(line, 1) - 1
    return place
  }
}

/// One record taken apart again.
struct RecordCut {
  let bytes: UnsafeRawBufferPointer
  private(set) var fields: [CSVField] = []

  /// Cuts the first record of some bytes.
  init(_ bytes: UnsafeRawBufferPointer, separator: UInt8) {
    self.bytes = bytes
    var start = 0
    var isInside = false
    var hasQuotes = false
    for (index, byte) in bytes.enumerated() {
      if byte == CSVByte.quote {
        isInside.toggle()
        hasQuotes = true
      } else if !isInside, byte == separator || byte == CSVByte.lf || byte == CSVByte.cr {
        fields.append(CSVField(start: start, end: index, hasQuotes: hasQuotes))
        hasQuotes = false
        start = index + 1
        if byte != separator { return }
      }
    }
    fields.append(CSVField(start: start, end: bytes.count, hasQuotes: hasQuotes))
  }

  /// Looks at the bytes that one cell stands for, without cutting what is behind it.
  static func withCell(
    _ column: Int, of record: UnsafeRawBufferPointer, separator: UInt8,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    var field = 0
    var isInside = false
    var hasQuotes = false
    var end = 0
    while end < record.count {
      let byte = record[end]
      if byte == CSVByte.quote {
        isInside.toggle()
        hasQuotes = true
      } else if !isInside, byte == separator || byte == CSVByte.lf || byte == CSVByte.cr {
        if field == column || byte != separator { break }
        field += 1
        start = end + 1
        hasQuotes = false
      }
      end += 1
    }
    guard field == column else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let content = CSVField(start: start, end: end, hasQuotes: hasQuotes).content(in: record)
    let raw = UnsafeRawBufferPointer(rebasing: record[content.range])
    if content.hasDoubledQuotes {
      CSVField.undoubled(raw).withUnsafeBufferPointer(body)
    } else {
      raw.withMemoryRebound(to: UInt8.self, body)
    }
  }

  /// The bytes of a cell, quotes included; beyond the last one, the point behind it.
  func range(_ column: Int) -> Range<Int> {
    guard fields.indices.contains(column) else {
      let end = fields.last?.end ?? 0
      return end..<end
    }
    return fields[column].start..<fields[column].end
  }

  /// The bytes of a cell without its quotes.
  func content(_ column: Int) -> Range<Int> {
    guard fields.indices.contains(column) else { return range(column) }
    return fields[column].content(in: bytes).range
  }

  /// What a cell stands for; nothing beyond the last one.
  func cell(_ column: Int) -> [UInt8] {
    guard fields.indices.contains(column) else { return [] }
    let content = fields[column].content(in: bytes)
    return content.hasDoubledQuotes ? CSVField.undoubled(bytes[content.range]) : Array(bytes[content.range])
  }

  /// What every cell stands for.
  var cells: [[UInt8]] { fields.indices.map(cell) }
}
