/// A table of the workspace's data: the file as it was read, our columns in it, and the rows that count.
public struct DataTable: Sendable {
  /// The name under `data`: `opportunities`.
  public let name: String
  /// How the workspace declares it.
  public let source: TableSource
  /// The file.
  public private(set) var table: Table
  /// Which column of the file stands for which of ours.
  public let mapping: ImportMapping
  /// The rows that count, in the order of the file.
  public private(set) var rows: RowSelection
  /// The columns that were kept while the file was read.
  var kept: KeptColumns
  /// Whether the condition of the run has been applied.
  var isNarrowed = false
  /// The rows of the file that the CRM has deleted.
  var deleted: Set<Int> = []

  /// Takes a table as it was read; all its rows count until a condition leaves some out.
  init(
    name: String, source: TableSource, table: Table, mapping: ImportMapping, kept: KeptColumns = KeptColumns()
  ) {
    self.name = name
    self.source = source
    self.table = table
    self.mapping = mapping
    self.kept = kept
    rows = RowSelection(table.rowCount)
  }

  /// How many rows count.
  public var rowCount: Int { rows.count }

  /// How many records the file has below its header, those of totals and notices too.
  var recordCount: Int { table.rowCount + table.notes.footerRows }

  /// The line of a row that counts, in the file.
  func line(_ row: Int) -> Int { rows.indices.contains(row) ? table.line(of: rows[row]) : 0 }

  /// What took the rows while the file was read.
  var fold: (any RowFold)? { kept.fold }

  /// Reads columns in one pass, unless they are kept already; where a fold took the rows, in its place.
  mutating func keep(_ uses: [ColumnUse], home: Currency) throws(InputErrors) {
    let missing = missing(uses, home: home)
    guard !table.starts.isThin else {
      (table, kept) = try table.whole(keeping: missing)
      return
    }
    guard !missing.isEmpty else { return }
    kept.add(try table.read(missing))
  }

  /// Whether all that some columns are wanted for is kept.
  func keeps(_ uses: [ColumnUse], home: Currency) -> Bool {
    !table.starts.isThin && missing(uses, home: home).isEmpty
  }

  private func missing(_ uses: [ColumnUse], home: Currency) -> [ColumnRequest] {
    uses.requests(in: table, mapping, source, home: home).filter { kept[$0] == nil }
  }

  /// The row of the first amount of a column that counts as thousands by custom alone.
  func grouped(_ index: Int) -> Int? {
    // Rows that were folded are read by what their own cells prove.
    guard source.decimal == nil, fold == nil else { return nil }
    for case .success(.amounts(let amounts)) in kept.all(of: index) { return amounts.grouped }
    let proof = table.decimalMark(of: index)
    return proof.verdict == .grouped ? proof.examples.first?.row : nil
  }

  /// The same with all rows of the file.
  var withAllRows: DataTable {
    var all = self
    all.rows = RowSelection(table.rowCount)
    return all
  }

  /// Leaves out some rows of the file.
  mutating func leaveOut(_ fileRows: Set<Int>) { rows.keep { !fileRows.contains($0) } }

  /// Leaves out the rows of the file of which something does not hold.
  mutating func keepRows(where holds: (Int) -> Bool) { rows.keep(where: holds) }

  /// Whether the file has one of our columns.
  public func has(_ column: String) -> Bool { mapping[column] != nil }

  /// Whether all rows of the file count.
  var isWhole: Bool { rows.isWhole }

  /// A column of the file in some form, one for each of its rows, be it kept already or read now.
  func column(_ index: Int, as form: ColumnForm) throws(InputErrors) -> Column {
    switch kept[ColumnRequest(column: index, form: form)] {
    case .success(let column): return column
    case .failure(let errors): throw errors
    case nil: return try table.read(index, as: form)
    }
  }

  /// A column of dates, one for each row that counts; nil where the file has no such column.
  public func dates(_ column: String) throws(InputErrors) -> [CalendarDate?]? {
    guard let days = try days(column) else { return nil }
    return days.days.indices.map { days[$0] }
  }

  /// The same as numbers of days, which take less room.
  func days(_ column: String) throws(InputErrors) -> DateColumn? {
    guard let index = mapping[column],
      case .dates(let dates) = try self.column(index, as: .dates(source.dateOrder, zone: source.zone))
    else { return nil }
    return isWhole ? dates : DateColumn(days: rows.map { dates.days[$0] })
  }

  /// A column of plain numbers, one for each row that counts; nil where the file has no such column.
  func numbers(_ column: String) throws(InputErrors) -> [Double]? {
    guard let index = mapping[column],
      case .numbers(let numbers) = try self.column(index, as: .numbers(source.decimal))
    else { return nil }
    return isWhole ? numbers : rows.map { numbers[$0] }
  }

  /// Whether each row that counts has something in a column; nil where the file has no such column.
  func filled(_ column: String) -> [Bool]? {
    guard let index = mapping[column], case .filled(let filled)? = try? self.column(index, as: .filled) else {
      return nil
    }
    return isWhole ? filled : rows.map { filled[$0] }
  }

  /// A number for the text of each row that counts, the same for equal texts; nil where the file has no such column.
  func keys(_ column: String, plain: Bool) -> [UInt64]? {
    guard let index = mapping[column],
      case .keys(let keys)? = try? self.column(index, as: .keys(plain: plain))
    else { return nil }
    return isWhole ? keys : rows.map { keys[$0] }
  }

  /// The latest day on which something is recorded to have happened; nil where the table records nothing.
  ///
  /// Days that are planned, such as an expected close, are no record and do not count.
  func latestRecord() throws(InputErrors) -> CalendarDate? {
    var latest: CalendarDate?
    for column in Self.records where has(column) {
      let day = try days(column)?.days.max() ?? DateColumn.missing
      if day != DateColumn.missing { latest = max(latest ?? .earliest, CalendarDate(dayNumber: Int(day))) }
    }
    return latest == .earliest ? nil : latest
  }

  /// The columns that say when something happened, rather than when it is to happen.
  static let records = [
    "created_date", "last_activity_date", "stage_entered_date", "closed_date", "won_date", "lost_date",
    "entered_at", "exited_at", "snapshot_date", "timestamp", "called_date", "known_date", "mql_date",
    "sal_date",
    "sql_date", "opportunity_date",
  ]
}

/// Which rows of a file count, in its order: all, or some.
public struct RowSelection: Hashable, Sendable, RandomAccessCollection {
  private let total: Int
  /// The rows; nil for all.
  private var some: [Int32]?

  /// All of so many rows.
  init(_ total: Int) { self.total = total }

  /// Whether all rows count.
  var isWhole: Bool { some == nil }

  /// The first.
  public var startIndex: Int { 0 }
  /// One past the last.
  public var endIndex: Int { some?.count ?? total }

  /// The row of the file.
  public subscript(index: Int) -> Int {
    guard let some else {
      precondition(index >= 0 && index < total, "a row that counts")
      return index
    }
    return Int(some[index])
  }

  /// Leaves out rows.
  mutating func keep(where holds: (Int) -> Bool) {
    some = filter(holds).map { Int32(truncatingIfNeeded: $0) }
  }
}
