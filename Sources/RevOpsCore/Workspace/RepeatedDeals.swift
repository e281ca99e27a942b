/// The rows of a table of opportunities that repeat the deal of an earlier one.
///
/// A report of deals with what belongs to them (contacts, products, companies) has a row for each, and the deal in all
/// of them. Rows with one id that agree in every column read but those are one deal, which counts once. Rows that
/// contradict each other are refused, since nobody but the user knows which is right.
struct RepeatedDeals {
  /// The columns of which a deal may have several, so that a report repeats the row; they count where figures are cut
  /// by them.
  private static let several = ["account", "account_id", "product"]

  /// The rows that count for nothing, ascending, each with the first of its deal.
  private(set) var repeats: [(row: Int, first: Int)] = []
  /// What is wrong with the others.
  private(set) var problems: [Diagnostic] = []
  private var unlisted = 0
  private let data: DataTable

  /// Finds them among the rows that count.
  ///
  /// - Parameters:
  ///   - data: The table.
  ///   - ids: The numbers of their ids, 0 for none.
  ///   - cuts: The columns that figures are cut by.
  init(in data: DataTable, ids: [UInt64], cuts: [String]) {
    self.data = data
    let data = data
    let pairs = EqualRows.pairs(among: ids, data.table.machine) { data.id($0) == data.id($1) }
    guard !pairs.isEmpty else { return }
    let cuts = Set(cuts.compactMap { data.mapping[$0] ?? data.table.column(named: $0) })
    var columns: [(index: Int, name: String)] = []
    // Equal ids may be written in two forms.
    for match in data.mapping.matches
    where match.column != "id" && !Self.several.contains(match.column) || cuts.contains(match.index) {
      if !columns.contains(where: { $0.index == match.index }) { columns.append((match.index, match.column)) }
    }
    for index in cuts.sorted() where !columns.contains(where: { $0.index == index }) {
      columns.append((index, data.table.columns[index]))
    }
    for (row, first) in pairs {
      let differing = differing(row, first, columns)
      if differing.isEmpty { repeats.append((row, first)) } else { refuse(row, first, differing) }
    }
    if unlisted > 0 {
      problems.append(.more("and \(unlisted) more rows that contradict another", than: problems))
    }
  }

  /// The columns in which two rows say something else.
  private func differing(_ a: Int, _ b: Int, _ columns: [(index: Int, name: String)]) -> [(
    index: Int, name: String
  )] {
    let table = data.table
    let (one, other) = (table.cells(data.rows[a]), table.cells(data.rows[b]))
    func cell(_ cells: [[UInt8]], _ index: Int) -> [UInt8] {
      guard cells.indices.contains(index), !Table.isMissing(cells[index]) else { return [] }
      return Table.trimmed(cells[index])
    }
    return columns.filter { cell(one, $0.index) != cell(other, $0.index) }
  }

  private mutating func refuse(_ row: Int, _ first: Int, _ differing: [(index: Int, name: String)]) {
    guard problems.count < CellProblems.listed else {
      unlisted += 1
      return
    }
    let table = data.table
    let id = printable(data.text("id", row) ?? "")
    let names = differing.prefix(3).map { "'\(printable($0.name))'" }
    let more = differing.count > 3 ? " and \(differing.count - 3) more" : ""
    let index = differing[0].index
    problems.append(
      Diagnostic(
        "pipeline.doubled-deal",
        "deal '\(id)' stands twice, and its rows differ in " + names.joined(separator: ", ") + more,
        at: table.place(data.rows[row], index),
        hint: "keep the row that is right; 'revops pipeline hygiene' lists all doubled deals",
        notes: [.init("the other row", at: table.place(data.rows[first], index))]))
  }

  /// That rows were left out, where there are any.
  var warning: Diagnostic? {
    guard let first = repeats.first else { return nil }
    let count = repeats.count
    let place = data.mapping["id"].map { data.table.place(data.rows[first.row], $0) }
    return Diagnostic(
      "pipeline.repeated-rows",
      count == 1
        ? "this row repeats the deal of line \(data.line(first.first)), which counts once"
        : "\(count) rows repeat a deal that stands above, this one first; each deal counts once",
      at: place, severity: .warning,
      hint: "export deals without a row for each contact or product")
  }
}

/// A fold that can tell whether the rows that it took have ids of their own.
protocol IdentifyingFold: RowFold {
  /// Whether two rows may have one id; true for some file of a million in which all differ.
  var mayRepeatIDs: Bool { get }
  /// How many rows have an id.
  var rowsWithID: Int { get }
}

extension Workspace {
  /// Leaves out the rows of opportunities that repeat another and says so, or refuses those that contradict each other.
  ///
  /// - Parameters:
  ///   - names: The tables that are asked for.
  ///   - uses: The columns of them, which are kept where rows repeat and a fold took the table.
  mutating func settleRepeatedDeals(in names: [String], keeping uses: [String: [ColumnUse]]) {
    for name in ["opportunities", "opportunities_before"] where names.contains(name) {
      if let table = tables[name], let fold = table.fold as? any IdentifyingFold {
        guard fold.mayRepeatIDs else { continue }
        keep { (workspace: inout Workspace) throws(InputErrors) in
          try workspace.keep(uses[name] ?? [], of: name)
        }
      }
      guard let data = tables[name], data.has("id"), let ids = data.keys("id", plain: false) else { continue }
      let repeated = RepeatedDeals(in: data, ids: ids, cuts: options.cuts)
      problems += repeated.problems
      guard let warning = repeated.warning else { continue }
      warnings.append(warning)
      tables[name]?.leaveOut(Set(repeated.repeats.map { data.rows[$0.row] }))
      recount(name)
    }
  }

  /// Tells how many rows of opportunities have no id, so that nobody knows which are one deal.
  ///
  /// - Parameters:
  ///   - names: The tables that are asked for.
  ///   - uses: The columns of them; only who asks for ids is told.
  mutating func tellRowsWithoutID(in names: [String], asking uses: [String: [ColumnUse]]) {
    let asked = ColumnUse("id", .keys(plain: false))
    for name in ["opportunities", "opportunities_before"] where names.contains(name) {
      guard uses[name]?.contains(asked) == true, let data = tables[name], let column = data.mapping["id"]
      else {
        continue
      }
      let fold = data.fold as? any IdentifyingFold
      let known = fold?.rowsWithID ?? data.keys("id", plain: false)?.count { $0 != 0 }
      guard let known, known < data.rowCount else { continue }
      let count = data.rowCount - known
      warnings.append(
        Diagnostic(
          "pipeline.rows-without-id",
          (count == 1 ? "1 row has" : "\(count) rows have") + " no id, and "
            + (count == 1 ? "counts as a deal of its own" : "each counts as a deal of its own"),
          at: data.table.place(column: column), severity: .warning,
          hint: DealRegister.wayOutWithoutID))
    }
  }
}
