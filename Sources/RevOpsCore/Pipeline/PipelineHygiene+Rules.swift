extension PipelineHygiene {
  /// One check failed by one row of the table.
  struct Issue {
    var row: Int
    var check: Check
    var detail: String
  }

  /// Holds every deal against every check that the columns allow.
  struct Rules {
    let table: OpportunityTable
    let settings: PipelineSettings
    let asOf: CalendarDate
    private(set) var issues: [Issue] = []
    /// Deals asked, by check.
    private(set) var asked: [Check: Int] = [:]
    /// Why a check could not be made, by check.
    private(set) var disabled: [Check: String] = [:]
    /// Required fields of open deals, and how many of them are filled.
    private(set) var fieldsRequired = 0
    private(set) var fieldsFilled = 0

    init(_ input: Input) {
      table = input.table
      settings = input.settings
      asOf = input.asOf
      findDuplicates()
      findMissingFields()
      findStale()
      findPastClose()
      findLossesWithoutReason()
      findImpossibleDates()
      findContradictions()
    }

    private mutating func fail(_ row: Int, _ check: Check, _ detail: String) {
      issues.append(Issue(row: row, check: check, detail: detail))
    }

    private var openRows: [Int] { (0..<table.count).filter { table.outcomes[$0] == .open } }

    /// A row whose id stands before, and an open deal of the account and the name of another open one.
    private mutating func findDuplicates() {
      asked[.duplicateDeals] = table.count
      // The one that stays is the first by id, so that the order of rows decides nothing.
      let ids = (0..<table.count).map { table.text("id", $0) ?? "" }
      let order = (0..<table.count).sorted { (ids[$0], $0) < (ids[$1], $1) }
      var doubled: Set<Int> = []
      for (before, row) in zip(order, order.dropFirst()) where ids[row] == ids[before] && !ids[row].isEmpty {
        doubled.insert(row)
        fail(row, .duplicateDeals, "id \(ids[row]) stands on line \(table.line(before)) already")
      }
      guard let (accounts, accountKeys) = accountKeys(), table.has("name") else { return }
      var firsts: [String: Int] = [:]
      for row in order where table.outcomes[row] == .open && !doubled.contains(row) {
        guard accounts.codes[row] != Labels.missing, let name = table.text("name", row) else { continue }
        let key = accountKeys[Int(accounts.codes[row])] + "\n" + plainKey(name)
        if let first = firsts[key] {
          fail(row, .duplicateDeals, "the account and name of \(ids[first])")
        } else {
          firsts[key] = row
        }
      }
    }

    /// The accounts of the deals with what each is compared by: names as names of companies, ids as they stand where
    /// the export gives no names.
    private func accountKeys() -> (labels: Labels, keys: [String])? {
      if let names = table.labels("account") { return (names, names.names.map(companyKey)) }
      return table.labels("account_id").map { ($0, $0.names) }
    }

    private mutating func findMissingFields() {
      let open = openRows
      asked[.missingFields] = open.count
      var filled: [String: [Bool]] = [:]
      let byStage = table.rules.map { $0?.required ?? [] }
      for field in settings.required + byStage.flatMap(\.self) where filled[field] == nil {
        filled[field] = table.filled(field)
      }
      for row in open {
        let code = Int(table.stages.codes[row])
        let ofStage = byStage.indices.contains(code) ? byStage[code] : []
        let wanted = settings.required + ofStage.filter { !settings.required.contains($0) }
        let known = wanted.filter { filled[$0] != nil }
        let missing = known.filter { filled[$0]?[row] == false }
        fieldsRequired += known.count
        fieldsFilled += known.count - missing.count
        if !missing.isEmpty { fail(row, .missingFields, "no " + missing.joined(separator: ", no ")) }
      }
    }

    /// Stale by its last activity; where none was ever logged, by the day it was created.
    private mutating func findStale() {
      guard table.has("last_activity_date") else {
        disabled[.stale] = "needs the column 'last_activity_date'"
        return
      }
      for row in openRows {
        let activity = table.date("last_activity_date", row)
        guard let last = activity ?? table.date("created_date", row) else { continue }
        asked[.stale, default: 0] += 1
        let days = asOf - last
        guard days >= settings.staleDays else { continue }
        fail(
          row, .stale,
          activity == nil
            ? "no activity since it was created \(days) days ago" : "no activity for \(days) days")
      }
    }

    private mutating func findPastClose() {
      for row in openRows {
        guard let close = table.date("close_date", row) else { continue }
        asked[.pastClose, default: 0] += 1
        if close < asOf { fail(row, .pastClose, "was to close on \(close)") }
      }
    }

    private mutating func findLossesWithoutReason() {
      guard let filled = table.filled("loss_reason") else {
        disabled[.noLossReason] = "needs the column 'loss_reason'"
        return
      }
      for row in 0..<table.count where table.outcomes[row] == .lost {
        asked[.noLossReason, default: 0] += 1
        if !filled[row] { fail(row, .noLossReason, "lost without a reason") }
      }
    }

    private mutating func findImpossibleDates() {
      asked[.impossibleDates] = table.count
      for row in 0..<table.count {
        if let detail = impossibleDate(row) { fail(row, .impossibleDates, detail) }
      }
    }

    private func impossibleDate(_ row: Int) -> String? {
      let created = table.date("created_date", row)
      for (column, name) in [
        ("created_date", "created"), ("last_activity_date", "last active"),
        ("stage_entered_date", "entered its stage"),
        ("closed_date", "closed"),
      ] {
        guard let day = table.date(column, row) else { continue }
        if day > asOf { return "\(name) on \(day), after \(asOf)" }
        if column != "created_date", let created, day < created {
          return "\(name) on \(day), before it was created on \(created)"
        }
      }
      guard let created, let close = table.date("close_date", row), close < created else { return nil }
      return "its close date \(close) lies before it was created on \(created)"
    }

    private mutating func findContradictions() {
      asked[.contradictions] = table.count
      for row in 0..<table.count {
        if let detail = contradiction(row) { fail(row, .contradictions, detail) }
      }
    }

    private func contradiction(_ row: Int) -> String? {
      let outcome = table.outcomes[row]
      let stage = table.stages[row] ?? ""
      if table.flagsDisagree[row] {
        return "stage '\(stage)' is \(outcome.rawValue), its flags say otherwise"
      }
      guard let category = table.categories[row] else { return nil }
      switch (outcome, category) {
      case (.open, .closed): return "open in stage '\(stage)', but its category is closed"
      case (.won, .closed), (.lost, .closed), (.lost, .omitted), (.open, _): return nil
      default: return "\(outcome.rawValue), but its category is \(category.rawValue)"
      }
    }
  }
}

extension OpportunityTable {
  /// Whether each row has something in a column; nil where the file has no such column.
  func filled(_ column: String) -> [Bool]? { data.filled(column) }
}
