/// The deals of one day by their ids, out of a table of opportunities.
struct DealRegister: Sendable {
  let table: OpportunityTable
  let ids: Labels
  private let names: Labels?
  private let closings: ClosingDays
  /// The row of each deal.
  private(set) var rows: [DealKey: Int] = [:]
  /// Deals that the file has and a condition leaves out: they are not gone, and nobody is to look for them.
  ///
  /// Those that the CRM has deleted are gone.
  let hidden: Set<DealKey>

  /// Takes the rows of a table, all or those of one day of a table of snapshots.
  ///
  /// A row that repeats another in stage, amount and close date counts once, as exports with a row an association have
  /// it; one that says something else of the same deal is refused.
  init(_ table: OpportunityTable, on day: CalendarDate? = nil) throws(InputErrors) {
    self.table = table
    ids = table.labels("id") ?? Labels()
    names = table.labels("name")
    closings = table.closings
    hidden = table.data.isWhole ? [] : try Self.hidden(table.data, day)
    var problems: [Diagnostic] = []
    let keys = ids.names.map { DealKey($0) }
    let days = day == nil ? nil : table.dates["snapshot_date"]
    for row in 0..<table.count where day == nil || days?[row] == day {
      let code = Int(ids.codes[row])
      guard keys.indices.contains(code) else {
        problems.append(
          Diagnostic(
            "pipeline.no-id", "this deal has no id", at: table.place(row), hint: Self.wayOutWithoutID))
        continue
      }
      guard let first = rows[keys[code]] else {
        rows[keys[code]] = row
        continue
      }
      guard !Self.repeats(row, first, table) else { continue }
      let name = printable(ids.names[code])
      let when = day.map { " in the snapshot of \($0)" } ?? ""
      problems.append(
        Diagnostic(
          "pipeline.doubled-deal", "'\(name)' stands twice\(when), with another stage, amount or close date",
          at: table.place(row), notes: [.init("first here", at: table.place(first))]))
    }
    guard problems.count > CellProblems.listed else {
      if let errors = InputErrors(problems) { throw errors }
      return
    }
    let listed = Array(problems.prefix(CellProblems.listed))
    let more = Diagnostic.more(
      "and \(problems.count - listed.count) more rows with such a problem", than: listed)
    throw InputErrors(listed + [more]) ?? InputErrors(more)
  }

  /// What helps where a row does not say of which deal it is.
  static let wayOutWithoutID = "export the id of every deal, or leave such rows out with 'where'"

  /// The first row of each deal, whatever the others say.
  init(firstRowsOf table: OpportunityTable) {
    self.table = table
    ids = table.labels("id") ?? Labels()
    names = nil
    closings = table.closings
    hidden = []
    let keys = ids.names.map { DealKey($0) }
    for row in ids.codes.indices where keys.indices.contains(Int(ids.codes[row])) {
      let key = keys[Int(ids.codes[row])]
      if rows[key] == nil { rows[key] = row }
    }
  }

  /// The deals of a file, or of one of its days, of which no row counts.
  private static func hidden(_ data: DataTable, _ day: CalendarDate?) throws(InputErrors) -> Set<DealKey> {
    let ids = data.allTexts("id")
    var days: DateColumn?
    if day != nil, let index = data.mapping["snapshot_date"],
      case .dates(let all) = try data.column(index, as: .dates(data.source.dateOrder, zone: data.source.zone))
    {
      days = all
    }
    let counted = Set(data.rows)
    var hidden: Set<DealKey> = []
    var shown: Set<DealKey> = []
    for (row, id) in ids.enumerated() where day == nil || days?[row] == day {
      guard let id, !data.deleted.contains(row) else { continue }
      if counted.contains(row) { shown.insert(DealKey(id)) } else { hidden.insert(DealKey(id)) }
    }
    return hidden.subtracting(shown)
  }

  private static func repeats(_ a: Int, _ b: Int, _ table: OpportunityTable) -> Bool {
    table.stages.codes[a] == table.stages.codes[b]
      && table.date("close_date", a) == table.date("close_date", b)
      && (table.coins[a] == table.coins[b] || (table.coins[a].isNaN && table.coins[b].isNaN))
  }

  /// Whether any open deal is to close after a period.
  func hasOpenDeals(dueAfter period: Period) -> Bool {
    rows.values.contains { row in
      table.outcomes[row] == .open && table.date("close_date", row).map { $0 >= period.end } ?? false
    }
  }

  /// How a deal stands; nil for one that is not among them.
  func state(_ key: DealKey) -> DealState? { rows[key].map { state($0) } }

  /// How the deal of a row stands.
  func state(_ row: Int) -> DealState {
    DealState(
      stage: table.stages[row] ?? "", outcome: table.outcomes[row], coins: table.coins[row],
      close: table.date("close_date", row), closed: closings[row])
  }

  /// The day a deal was created; nil where it is not known.
  func created(_ key: DealKey) -> CalendarDate? { rows[key].flatMap { table.date("created_date", $0) } }

  /// How an open deal of which the history has no row stood on a day: as it does, from its creation on.
  func unchanged(_ key: DealKey, on day: CalendarDate) -> DealState? {
    guard let state = state(key), state.outcome == .open else { return nil }
    return created(key).map { $0 <= day } ?? true ? state : nil
  }

  /// Those of some deals without a history that were closed after a day, so that nothing tells how they stood on it.
  func untold(closedAfter day: CalendarDate, among keys: [DealKey]) -> [DealKey] {
    keys.filter { key in
      guard let state = state(key), state.outcome != .open else { return false }
      return state.closed.map { $0 > day } ?? true
    }
  }

  /// The id of a deal as the file writes it.
  func id(_ key: DealKey) -> String? { rows[key].flatMap { ids[$0] } }

  /// What a deal is called.
  func name(_ key: DealKey) -> String { rows[key].flatMap { names?[$0] } ?? "" }
}

/// The words of a column for deals that stand in several tables: the first that has the deal and a word says it.
struct DealGroups {
  private let sources: [(register: DealRegister, labels: Labels)]

  /// Nil where no table has the column.
  init?(_ column: String, in registers: [DealRegister]) {
    sources = registers.compactMap { register in register.table.labels(column).map { (register, $0) } }
    if sources.isEmpty { return nil }
  }

  subscript(key: DealKey) -> String {
    for (register, labels) in sources {
      if let row = register.rows[key], let word = labels[row] { return word }
    }
    return ""
  }
}

extension StageHistory {
  /// The deals of a register of which it has no row, in order.
  func untold(among now: DealRegister) -> [DealKey] {
    let told = Set(deals.map(\.key))
    return now.rows.keys.filter { !told.contains($0) && !now.hidden.contains($0) }.sorted {
      $0.text < $1.text
    }
  }
}
