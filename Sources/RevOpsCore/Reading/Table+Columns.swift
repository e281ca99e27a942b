/// What is to be kept while a table is read.
struct ReadingPlan: Sendable {
  /// Columns as they are.
  var columns: [ColumnRequest] = []
  /// What takes the rows in their place.
  var fold: (any RowFold)?
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
    for start in stride(from: 0, to: rowCount, by: 4096) {
      let end = min(start + 4096, rowCount)
      let last = end < rowCount ? Int(starts[end]) : range.upperBound
      bytes.withBytes(Int(starts[start])..<last) { block in
        for index in start..<end {
          let low = Int(starts[index]) - Int(starts[start])
          let high = (index + 1 < end ? Int(starts[index + 1]) : last) - Int(starts[start])
          let record = UnsafeRawBufferPointer(rebasing: block[min(low, block.count)..<min(high, block.count)])
          RecordCut.withCell(column, of: record, separator: notes.separator) { body(row, $0) }
          row += 1
        }
      }
    }
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

  private func scan(
    _ columns: [(column: Int, builder: any ColumnBuilder)]
  ) throws(InputErrors) -> TableScan.Found {
    let scan = TableScan(
      bytes: bytes, separator: notes.separator, range: range, firstLine: firstLine,
      width: self.columns.count, machine: machine, allowsAnyLength: true)
    return try scan.run(columns)
  }
}
