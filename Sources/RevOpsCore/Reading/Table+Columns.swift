/// What is to be kept while a table is read.
struct ReadingPlan: Sendable {
  /// Columns as they are.
  var columns: [ColumnRequest] = []
  /// What takes the rows in their place, as long as it can tell each part by itself; else the next one does.
  var folds: [any RowFold] = []
}

/// What was kept while a table was read.
struct KeptColumns: Sendable {
  private var columns: [ColumnRequest: Result<Column, InputErrors>] = [:]
  /// What took the rows; nil where nothing was to, or where the rows could not be told part by part.
  var fold: (any RowFold)?

  /// Takes other columns that were kept.
  mutating func add(_ other: KeptColumns) { columns.merge(other.columns) { own, _ in own } }

  /// All forms in which a column was kept.
  func all(of column: Int) -> [Result<Column, InputErrors>] {
    columns.filter { $0.key.column == column }.map(\.value)
  }

  /// Forgets the columns.
  mutating func clear() { columns.removeAll(keepingCapacity: true) }

  /// A column, where it was kept; or what is wrong with it.
  subscript(_ request: ColumnRequest) -> Result<Column, InputErrors>? {
    get { columns[request] }
    set { columns[request] = newValue }
  }
}

extension Table {
  /// Reads columns, all in one pass.
  func read(_ requests: [ColumnRequest]) throws(InputErrors) -> KeptColumns {
    let builders = requests.map { $0.form.builder($0.column, of: self) }
    return try settled(requests, scan(zip(requests, builders).map { ($0.column, $1) }).builders)
  }

  /// Reads one column.
  func read(_ column: Int, as form: ColumnForm) throws(InputErrors) -> Column {
    let request = ColumnRequest(column: column, form: form)
    switch try read([request])[request] {
    case .success(let column): return column
    case .failure(let errors): throw errors
    case nil: preconditionFailure("a column that was asked for is kept")
    }
  }

  /// Looks at every cell of a column in turn, without a copy unless it has doubled quotes.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - body: Takes the row and the bytes, which are valid during the call only.
  func forEachCell(of column: Int, _ body: (_ row: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Void) {
    var row = 0
    forEachBlock { cells in
      cells.of(column).forEach { bytes in
        body(row, bytes)
        row += 1
      }
    }
  }

  /// Looks at all rows in turn, a block of them at a time; the cells are valid during the call only.
  func forEachBlock(_ body: (ColumnCells) -> Void) {
    var stream = CSVStream(name: name, separator: notes.separator)
    stream.blockSize = min(machine.blockSize, range.count)
    stream.hasMark = false
    stream.recordLimit = .max
    var at = range.lowerBound
    var rows: [ColumnCells.Row] = []
    // What is no CSV was refused when the table was read.
    _ = try? stream.forEach { room in
      let filled = bytes.copy(
        from: at,
        into: UnsafeMutableRawBufferPointer(rebasing: room[..<min(room.count, range.upperBound - at)]))
      at += filled
      return filled
    } _: { block in
      rows.removeAll(keepingCapacity: true)
      for record in block.batch.records.indices where !block.batch.isEmpty(record) {
        rows.append(ColumnCells.Row(record, of: block.batch))
      }
      block.batch.withEnds { ends in
        rows.withUnsafeBufferPointer { rows in
          body(ColumnCells(bytes: block.bytes, ends: ends, rows: rows, column: 0))
        }
      }
    }
  }

  /// The table with the starts of all its rows, and columns of it, read in one pass.
  func whole(keeping requests: [ColumnRequest]) throws(InputErrors) -> (table: Table, kept: KeptColumns) {
    let builders = requests.map { $0.form.builder($0.column, of: self) }
    let found = try scan(zip(requests, builders).map { ($0.column, $1) })
    let table = Table(
      columns: columns, notes: notes, bytes: bytes, starts: found.starts, lines: lines, range: range,
      firstLine: firstLine, header: header, machine: machine)
    return (table, try table.settled(requests, found.builders))
  }

  /// Reads again those columns of which only the last cell told how they are to be read.
  func settled(
    _ requests: [ColumnRequest], _ builders: [any ColumnBuilder]
  ) throws(InputErrors) -> KeptColumns {
    var kept = KeptColumns()
    var open = zip(requests, builders).map { (request: $0, builder: $1) }
    while !open.isEmpty {
      var again: [(request: ColumnRequest, builder: any ColumnBuilder)] = []
      for (request, builder) in open {
        switch builder.outcome(in: self) {
        case .kept(let column): kept[request] = .success(column)
        case .wrong(let errors): kept[request] = .failure(errors)
        case .again(let builder): again.append((request, builder))
        }
      }
      open = again
      guard !open.isEmpty else { break }
      let found = try scan(open.map { ($0.request.column, $0.builder) })
      for index in open.indices { open[index].builder = found.builders[index] }
    }
    return kept
  }

  /// Has the rows taken by a fold; nil where it could not tell some by themselves.
  func folded(by fold: any RowFold) -> (any RowFold)? {
    try? scan([], fold: FoldRun(fold, of: self)).fold?.fold
  }

  private func scan(
    _ columns: [(column: Int, builder: any ColumnBuilder)], fold: FoldRun? = nil
  ) throws(InputErrors) -> TableScan.Found {
    let scan = TableScan(
      bytes: bytes, separator: notes.separator, range: range, firstLine: firstLine,
      width: self.columns.count, machine: machine, allowsAnyLength: true, fold: fold)
    return try scan.run(columns)
  }
}
