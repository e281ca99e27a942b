/// What of a table is shown, and what is said below it.
struct ShownTable {
  let table: Report.Table
  let rows: [[Report.Cell]]
  let total: [Report.Cell]?

  /// Keeps so many rows, each with one cell a column.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - limit: How many rows, 0 for all; nil where nobody asked for a number.
  ///   - isForPeople: Whether the columns that only spreadsheets and scripts want are left out.
  init(_ table: Report.Table, limit: Int?, isForPeople: Bool = true) {
    let columns = table.columns.indices.filter { !isForPeople || !table.columns[$0].isDetail }
    func squared(_ row: [Report.Cell]) -> [Report.Cell] {
      columns.map { $0 < row.count ? row[$0] : .blank }
    }
    var table = table
    table.columns = columns.map { table.columns[$0] }
    self.table = table
    rows = Self.shown(table, limit, isForPeople).map(squared)
    total = table.total.map(squared)
  }

  private static func shown(_ table: Report.Table, _ limit: Int?, _ isForPeople: Bool) -> [[Report.Cell]] {
    if let limit, limit > 0, !table.isWhole { return Array(table.rows.prefix(limit)) }
    guard let brief = table.brief, limit == nil, isForPeople else { return table.rows }
    return brief.filter(table.rows.indices.contains).map { table.rows[$0] }
  }

  /// The rows with the total as the last.
  var all: [[Report.Cell]] { rows + (total.map { [$0] } ?? []) }

  /// Whether a column holds figures and nothing else.
  func isNumeric(_ column: Int) -> Bool {
    let cells = rows.map { $0[column] }.filter { $0 != .blank }
    return !cells.isEmpty && cells.allSatisfy { $0.figure != nil }
  }

  /// How many rows are not shown, and for each column why its absent figures are: the first five reasons.
  var notes: [String] {
    let hidden = table.rows.count - rows.count + table.hidden
    let way = table.wayToAll.map { ": \($0)" } ?? ""
    var notes = hidden > 0 ? ["and \(hidden) more \(hidden == 1 ? "row" : "rows")\(way)"] : []
    for (index, column) in table.columns.enumerated() {
      var reasons: [String] = []
      for row in all where reasons.count < 5 {
        if let reason = row[index].absence, !reasons.contains(reason) { reasons.append(reason) }
      }
      notes += reasons.map { "\(CellText.absent) \(column.title): \($0)" }
    }
    return notes
  }
}
