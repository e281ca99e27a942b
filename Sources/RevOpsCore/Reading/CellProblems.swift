/// The cells of a column that are not what it holds.
struct CellProblems {
  /// Beyond this many the rest is counted only.
  static let listed = 20

  let table: Table
  let column: Int
  private var diagnostics: [Diagnostic] = []
  private var unlisted = 0

  init(table: Table, column: Int) {
    self.table = table
    self.column = column
  }

  mutating func add(_ row: Int, _ id: String, _ wanted: String, hint: String? = nil) {
    guard diagnostics.count < Self.listed else {
      unlisted += 1
      return
    }
    if let header = table.repeatedHeader(row) {
      diagnostics.append(header)
      return
    }
    let found = QuantityError(table.text(row, column), wanted, hint: hint)
    diagnostics.append(
      Diagnostic(id, found.message(for: table.columns[column]), at: table.place(row, column), hint: hint))
  }

  /// Counts cells that are not listed.
  mutating func leaveOut(_ count: Int) { unlisted += count }

  var errors: InputErrors? {
    guard unlisted > 0, !diagnostics.isEmpty else { return InputErrors(diagnostics) }
    let more = "\(unlisted) more cells of '\(table.columns[column])' have the same problem"
    return InputErrors(diagnostics + [.more(more, than: diagnostics)])
  }
}

/// The rows whose cell cannot be read: the first ones, and how many there are.
struct BadCells: Hashable, Sendable {
  private var rows: [Int] = []
  private var count = 0

  mutating func add(_ row: Int) {
    if rows.count < CellProblems.listed { rows.append(row) }
    count += 1
  }

  /// Takes those of later rows, of which so many stand before.
  mutating func append(_ next: BadCells, rows before: Int) {
    rows = Array((rows + next.rows.map { $0 + before }).prefix(CellProblems.listed))
    count += next.count
  }

  /// What to say of them, each by its own cell; nil for none.
  func refused(_ column: Int, of table: Table, _ id: String, _ wanted: String) -> InputErrors? {
    refused(column, of: table, id) { _ in (wanted, nil) }
  }

  /// The same, where what is wanted depends on the cell.
  func refused(
    _ column: Int, of table: Table, _ id: String,
    _ why: (UnsafeBufferPointer<UInt8>) -> (wanted: String, hint: String?)
  ) -> InputErrors? {
    guard count > 0 else { return nil }
    var problems = CellProblems(table: table, column: column)
    for row in rows {
      let (wanted, hint) = Array(table.cell(row, column)).withUnsafeBufferPointer(why)
      problems.add(row, id, wanted, hint: hint)
    }
    problems.leaveOut(count - rows.count)
    return problems.errors
  }
}
