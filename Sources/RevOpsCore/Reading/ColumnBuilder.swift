/// Keeps one column of a table while its cells go by, in whatever form is asked for.
///
/// The cells of a file come in several runs, each to a builder of its own; their order is put right in the end.
protocol ColumnBuilder: Sendable {
  /// Takes the cells of the next rows.
  mutating func add(_ cells: ColumnCells)
  /// Takes what another builder of the same kind kept of the rows behind these.
  mutating func append(_ next: any ColumnBuilder)
  /// What was kept, or what is wrong; or the builder that has to see all cells again, since only the last of
  /// them told how they are to be read.
  func outcome(in table: Table) -> ColumnOutcome
  /// Forgets the rows so far and takes others; the words of a column keep their numbers.
  mutating func clear()
  /// Whether no cell of other rows could tell that these are to be read otherwise.
  var isSettled: Bool { get }
}

extension ColumnBuilder {
  var isSettled: Bool { true }
}

/// What a builder has to say in the end.
enum ColumnOutcome {
  case kept(Column)
  case wrong(InputErrors)
  case again(any ColumnBuilder)
}

/// A column in one of the forms in which it can be kept.
enum Column: Sendable {
  case labels(LabelColumn)
  case filled([Bool])
  case dates(DateColumn)
  case amounts(AmountColumn)
  case numbers([Double])
  case keys([UInt64])
}

/// A form in which a column can be kept, with what the user says of its cells.
enum ColumnForm: Hashable, Sendable {
  /// Each distinct text once.
  case labels
  /// Whether there is anything.
  case filled
  case dates(TableDate.Order?, zone: ZoneRules)
  case amounts(NumberStyle.DecimalMark?, home: Currency)
  case numbers(NumberStyle.DecimalMark?)
  /// Rates as fractions; with `isPercent` those without a sign count hundredths.
  case rates(NumberStyle.DecimalMark?, isPercent: Bool)
  /// A number that is the same for equal texts; with `plain`, for those equal but for case and punctuation.
  case keys(plain: Bool)

  /// A builder for a column in this form.
  func builder(_ column: Int, of table: Table) -> any ColumnBuilder {
    switch self {
    case .labels: LabelBuilder()
    case .filled: FilledBuilder()
    case .dates(let order, let zone): DateBuilder(column: column, given: order, zone: zone)
    case .amounts(let mark, let home): AmountBuilder(column: column, given: mark, home: home, of: table)
    case .numbers(let mark): NumberBuilder(column: column, given: mark, of: table)
    case .rates(let mark, let isPercent):
      NumberBuilder(column: column, .rate(isPercent: isPercent), given: mark, of: table)
    case .keys(let plain): KeyBuilder(column: column, isPlain: plain)
    }
  }
}

/// A column to be kept.
struct ColumnRequest: Hashable, Sendable {
  /// Its place in the file.
  var column: Int
  var form: ColumnForm

  /// By the column alone: few have several forms, and the rules of a zone take long to hash.
  func hash(into hasher: inout Hasher) { hasher.combine(column) }
}

/// The cells of one column in some rows that follow one another.
///
/// Works on raw memory, since it is what reading a large table spends its time in; all offsets come from
/// `CSVCut`, which looks at no byte outside the block.
struct ColumnCells {
  /// A record: where it starts, its first cell among the ends, how many it has.
  struct Row {
    var start: UInt32
    var firstCell: UInt32
    var cellCount: UInt32

    /// A record of some that were cut.
    init(_ record: Int, of batch: CSVBatch) {
      start = batch.records[record].start
      firstCell = batch.records[record].firstField
      cellCount = UInt32(truncatingIfNeeded: batch.fields(of: record).count)
    }
  }

  let bytes: UnsafeRawBufferPointer
  let ends: UnsafeBufferPointer<UInt32>
  let rows: UnsafeBufferPointer<Row>
  let column: Int

  var count: Int { rows.count }

  /// The cells of another column in the same rows.
  func of(_ column: Int) -> ColumnCells {
    ColumnCells(bytes: bytes, ends: ends, rows: rows, column: column)
  }

  /// Looks at each cell in turn, without its quotes; one beyond the end of a short row is empty.
  @inline(__always)
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    for row in rows { look(at: row, base, body) }
  }

  /// Looks at the cell of one row, counted from the first of these.
  @inline(__always)
  func withCell(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    look(at: rows[row], base, body)
  }

  @inline(__always)
  private func look(at row: Row, _ base: UnsafePointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard column < Int(row.cellCount) else { return body(UnsafeBufferPointer(start: base, count: 0)) }
    let index = Int(row.firstCell) + column
    let end = ends[index]
    let start = column == 0 ? Int(row.start) : Int(ends[index - 1] & ~CSVBatch.quotesBit) + 1
    if end & CSVBatch.quotesBit == 0 {
      body(UnsafeBufferPointer(start: base + start, count: Int(end) - start))
    } else {
      unquoted(CSVField(start: start, end: Int(end & ~CSVBatch.quotesBit), hasQuotes: true), body)
    }
  }

  @inline(never)
  private func unquoted(_ field: CSVField, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let content = field.content(in: bytes)
    let raw = UnsafeRawBufferPointer(rebasing: bytes[content.range])
    if content.hasDoubledQuotes {
      CSVField.undoubled(raw).withUnsafeBufferPointer(body)
    } else {
      raw.withMemoryRebound(to: UInt8.self, body)
    }
  }
}

/// Whether each row has something in a column.
struct FilledBuilder: ColumnBuilder {
  private var filled: [Bool] = []

  mutating func add(_ cells: ColumnCells) {
    filled.extend(by: cells.count, of: false) { room in
      var row = 0
      cells.forEach { bytes in
        room[row] = !Table.isMissing(bytes)
        row += 1
      }
    }
  }

  mutating func append(_ next: any ColumnBuilder) {
    if let next = next as? FilledBuilder { filled += next.filled }
  }

  func outcome(in table: Table) -> ColumnOutcome { .kept(.filled(filled)) }

  mutating func clear() { filled.removeAll(keepingCapacity: true) }
}

extension Array {
  /// Makes room for more elements, doubling what there is, so that adding them never copies one by one.
  mutating func reserveMore(_ count: Int) {
    if self.count + count > capacity { reserveCapacity(Swift.max(self.count + count, capacity * 2)) }
  }

  /// Adds so many elements, which are written where they go.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - blank: What stands where nothing is written.
  ///   - write: Writes them.
  @inline(__always)
  mutating func extend(
    by count: Int, of blank: Element, _ write: (UnsafeMutableBufferPointer<Element>) -> Void
  ) {
    let before = self.count
    reserveMore(count)
    append(contentsOf: repeatElement(blank, count: count))
    withUnsafeMutableBufferPointer { write(UnsafeMutableBufferPointer(rebasing: $0[before...])) }
  }
}
