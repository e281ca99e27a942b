/// A table of the workspace's data: the file as it was read, our columns in it, and the rows that count.
public struct DataTable: Sendable {
  /// The name under `data`: `opportunities`.
  public let name: String
  /// How the workspace declares it.
  public let source: TableSource
  /// The file.
  public let table: Table
  /// Which column of the file stands for which of ours.
  public let mapping: ImportMapping
  /// The rows that count, in the order of the file.
  public private(set) var rows: [Int]
  /// Whether the condition of the run has been applied.
  var isNarrowed = false

  /// Takes a table as it was read; all its rows count until a condition leaves some out.
  init(name: String, source: TableSource, table: Table, mapping: ImportMapping) {
    self.name = name
    self.source = source
    self.table = table
    self.mapping = mapping
    rows = Array(0..<table.rowCount)
  }

  /// How many rows count.
  public var rowCount: Int { rows.count }

  /// Whether the file has one of our columns.
  public func has(_ column: String) -> Bool { mapping[column] != nil }

  /// A column of dates, one for each row that counts; nil where the file has no such column.
  public func dates(_ column: String) throws(InputErrors) -> [CalendarDate?]? {
    guard let index = mapping[column] else { return nil }
    let dates = try table.dates(index, order: source.dateOrder)
    return rows.map { dates[$0] }
  }

  /// The latest day on which something is recorded to have happened; nil where the table records nothing.
  ///
  /// Days that are planned, such as an expected close, are no record and do not count.
  func latestRecord() throws(InputErrors) -> CalendarDate? {
    var latest: CalendarDate?
    for column in Self.records where has(column) {
      for date in try dates(column) ?? [] { latest = max(latest ?? .earliest, date ?? .earliest) }
    }
    return latest == .earliest ? nil : latest
  }

  /// The columns that say when something happened, rather than when it is to happen.
  private static let records = [
    "created_date", "last_activity_date", "stage_entered_date", "entered_at", "exited_at", "snapshot_date",
    "timestamp", "called_date", "known_date", "mql_date", "sal_date", "sql_date", "opportunity_date",
  ]
}

extension DataTable {
  /// What an expression may ask of a row: our columns by our names, the others by the file's.
  func schema(for expression: Expression, _ environment: ExpressionEnvironment) -> ExpressionSchema {
    let names = expression.names.compactMap(\.first).map { name in
      mapping[name].map { table.columns[$0] } ?? name
    }
    var schema = ExpressionSchema(of: table, names: names, environment: environment)
    for match in mapping.matches { schema.fields[match.index].name = match.column }
    return schema
  }

  /// Whether every name of an expression is a column here.
  func knows(_ expression: Expression) -> Bool {
    let schema = ExpressionSchema(
      mapping.matches.map { ExpressionSchema.Field($0.column, .unknown) }
        + table.columns.map { ExpressionSchema.Field($0, .unknown) })
    return expression.names.compactMap(\.first).allSatisfy { schema.index(of: $0) != nil }
  }

  /// Leaves out the rows for which a condition does not hold.
  mutating func keep(
    where expression: Expression, _ environment: ExpressionEnvironment
  ) throws(InputErrors) {
    let schema = schema(for: expression, environment)
    let condition = try expression.check(against: schema, wanted: .truth)
    var row = TableRow(table, schema)
    rows = rows.filter { index in
      row.index = index
      return condition.holds(for: row)
    }
  }
}
