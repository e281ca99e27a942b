extension OpportunityTable {
  /// The columns that are read of every file of opportunities.
  static let columns: [ColumnUse] =
    ColumnUse.uses(
      .labels, of: ["stage", "is_closed", "is_won", "forecast_category", "currency", "owner"])
    + [
      ColumnUse("amount", .amounts), ColumnUse("id", .keys(plain: false)), ColumnUse("probability", .chances),
    ]
    + ColumnUse.uses(.numbers, of: ["push_count", "contacts"])
    + ColumnUse.uses(.dates, of: ImportColumn.opportunities.filter { $0.kind == .date }.map(\.name))

  /// Reads the opportunities of a workspace, or names every row and word that cannot be placed.
  ///
  /// - Parameters:
  ///   - workspace: The workspace with the table read.
  ///   - settings: What it says of its stages.
  ///   - name: The table that holds them: `snapshots` and `opportunities_before` have the same columns.
  ///   - keepsLaterDeals: Whether deals stay in it that were created after the day of the run.
  /// - Returns: The opportunities as they looked on the day of the run.
  /// - Throws: Every row and word that cannot be placed.
  static func read(
    from workspace: Workspace, _ settings: PipelineSettings, table name: String = "opportunities",
    keepsLaterDeals: Bool = false
  ) throws(InputErrors) -> OpportunityTable {
    let key = keepsLaterDeals ? name + "+later" : name
    if let kept = workspace.kept[key] as? Kept, kept.stages == settings.stages { return kept.table }
    guard let data = workspace.table(name) else {
      let message = "the table '\(name)' is wanted, and 'data' does not give it"
      throw InputErrors(workspace.problems) ?? InputErrors(Diagnostic("workspace.table-missing", message))
    }
    // A file without a column that every figure needs has been refused; nothing can be computed from it.
    let missing = data.mapping.missing.filter(\.isRequired).map(\.name)
    guard missing.isEmpty else {
      let message = "'\(data.source.file)' has no column for '" + missing.joined(separator: "', '") + "'"
      throw InputErrors(workspace.problems)
        ?? InputErrors(Diagnostic("workspace.column-missing", message, at: data.source.place))
    }
    guard data.table.rowCount > 0 else { throw InputErrors(data.table.refusedWithoutRows) }
    var reader = OpportunityReader(data: data, company: workspace.company, rules: settings.stages)
    var table = reader.read(settings.categories)
    if let reps = workspace.table("reps") { reader.placeOwners(among: reps) }
    if let errors = InputErrors(reader.problems.uniqued()) { throw errors }
    guard name == "opportunities" else { return table }
    let day = workspace.asOf.date
    let later = keepsLaterDeals ? [] : table.rowsCreated(after: day)
    if !later.isEmpty {
      var view = DayView()
      for row in later { view.createdLater.add(coins: table.coins[row]) }
      var data = data
      data.leaveOut(Set(later.map { data.rows[$0] }))
      var reader = OpportunityReader(data: data, company: workspace.company, rules: settings.stages)
      table = reader.read(settings.categories)
      table.view = view
    }
    if let (history, now) = try StageHistory.later(in: workspace, settings, of: table) {
      let outcomes = try workspace.outcomes(in: history, now: table, settings)
      table.restore(to: day, history, now, outcomes, settings.stages)
    }
    return table
  }
}

extension OpportunityTable {
  /// Deals as they were read under some rules of stages.
  fileprivate struct Kept: Sendable {
    var stages: StageRules
    var table: OpportunityTable
  }
}

extension Workspace {
  /// Keeps the opportunities of some tables as the section `pipeline` has them read.
  mutating func keepOpportunities(_ names: [String] = ["opportunities"]) {
    guard let settings = try? pipelineSettings() else { return }
    keepHistory(settings)
    for name in names where tables[name] != nil && kept[name] == nil {
      guard let table = try? OpportunityTable.read(from: self, settings, table: name) else { continue }
      kept[name] = OpportunityTable.Kept(stages: settings.stages, table: table)
      // Most tables have no deal of a later day.
      guard name == "opportunities", table.view.createdLater.deals == 0 else { continue }
      kept[name + "+later"] = kept[name]
    }
  }
}

/// Reads the columns one by one, and keeps what is wrong with any of them.
struct OpportunityReader {
  let data: DataTable
  let company: Company
  let rules: StageRules
  /// Of which deal each row is and what its amounts are in, for rows that do not say the currency; nil for home.
  var currencies: (deals: [DealKey?], known: DealCurrencies)?
  /// What the opportunities say that the deal of a row of its history is in; nil where they do not.
  var statedCurrency: (Int) -> Currency? = { _ in nil }
  var problems: [Diagnostic] = []

  init(data: DataTable, company: Company, rules: StageRules) {
    self.data = data
    self.company = company
    self.rules = rules
  }

  mutating func read(_ names: CategoryNames) -> OpportunityTable {
    let stages = data.labels("stage") ?? Labels()
    let known = stages.names.map(rules.rule)
    let flags = closingFlags()
    let (outcomes, disagree) = place(stages, known, flags)
    let categories = self.categories(names)
    refuseDamagedIDs()
    return OpportunityTable(
      data: data, currency: company.currency, stages: stages, rules: known, outcomes: outcomes,
      flagsDisagree: disagree, coins: coins(), probabilities: probabilities(stages, known),
      categories: categories, pushes: numbers("push_count"), contacts: numbers("contacts"), dates: dates(),
      coinsPerUnit: company.currency.coinsPerUnit)
  }

  /// Whether each deal is open, won or lost: by its stage, else by the flags of the CRM.
  ///
  /// Where the CRM keeps outcomes apart, its word that a deal is won or lost comes first, and is no contradiction to a
  /// stage for open deals: it is the last that the deal was in.
  private mutating func place(
    _ stages: Labels, _ known: [StageRule?], _ flags: [DealOutcome?]
  ) -> ([DealOutcome], [Bool]) {
    var outcomes: [DealOutcome] = []
    var disagree: [Bool] = []
    var unplaced: [Int32: (first: Int, count: Int)] = [:]
    var blank: (first: Int, count: Int)?
    let namesAll = !rules.isEmpty
    let byStage = known.map { $0?.outcome }
    let isApart = data.mapping.keepsOutcomesApart
    // What a vendor's name for an open stage means in another's file is a guess; its flags are the company's own word.
    let isGuess = byStage.map { !namesAll && $0 == .open }
    outcomes.reserveCapacity(data.rowCount)
    disagree.reserveCapacity(data.rowCount)
    for row in 0..<data.rowCount {
      let code = row < stages.codes.count ? stages.codes[row] : Labels.missing
      let flag = row < flags.count ? flags[row] : nil
      let outcome = code == Labels.missing ? nil : byStage[Int(code)]
      let isSaidElsewhere = isApart || (code != Labels.missing && isGuess[Int(code)])
      let ended = isSaidElsewhere && flag != .open ? flag : nil
      outcomes.append(ended ?? outcome ?? flag ?? .open)
      disagree.append(
        outcome != nil && flag != nil && outcome != flag && (ended == nil || outcome != .open))
      guard outcome == nil else { continue }
      if code == Labels.missing {
        // Flags that repeat the stage say nothing of a row that has none.
        let isPlaced = isApart && (ended != nil || (flag != nil && !namesAll))
        if !isPlaced { blank = (blank?.first ?? row, (blank?.count ?? 0) + 1) }
      } else if namesAll || flag == nil {
        unplaced[code] = (unplaced[code]?.first ?? row, (unplaced[code]?.count ?? 0) + 1)
      }
    }
    refuse(unplaced, of: stages)
    if let blank {
      add(
        "pipeline.no-stage", "\(Self.rows(blank.count)) without a stage, this one first", blank.first,
        "stage",
        hint: "give each deal its stage, or leave such rows out with 'where'")
    }
    return (outcomes, disagree)
  }

  private mutating func refuse(_ unplaced: [Int32: (first: Int, count: Int)], of stages: Labels) {
    for (code, rows) in unplaced.sorted(by: { $0.key < $1.key }).prefix(CellProblems.listed) {
      if let header = data.table.repeatedHeader(data.rows[rows.first]) {
        problems.append(header)
        continue
      }
      let name = stages.names[Int(code)]
      let given = rules.names
      let hint =
        didYouMean(name, among: given)
        ?? (given.isEmpty ? wayOut(name) : "known: " + given.joined(separator: ", "))
      let cause = given.isEmpty ? "is none of the known stages" : "is not among 'pipeline.stages'"
      add(
        "pipeline.unknown-stage", "stage '\(printable(name))' of \(Self.rows(rows.count)) \(cause)",
        rows.first,
        "stage", hint: hint)
    }
    let unlisted = unplaced.count - CellProblems.listed
    if unlisted > 0 { problems.append(.more("and \(unlisted) more stages", than: problems)) }
  }

  /// How a workspace, or the command line where there is none, says what a stage is.
  private func wayOut(_ stage: String) -> String {
    let way = "name it under 'pipeline.stages', such as {\"\(printable(stage))\": {outcome: open}}"
    guard data.table.notes.settings != nil, !stage.contains("'") else { return way }
    return
      "name it and the other open ones, such as --set 'pipeline.stages={\"\(printable(stage))\": {outcome: open}}'"
  }

  /// Ids of which a spreadsheet has kept the first digits alone would make one deal of many.
  private mutating func refuseDamagedIDs() {
    guard let column = data.mapping["id"] else { return }
    do throws(InputErrors) { _ = try data.column(column, as: .keys(plain: false)) } catch {
      problems += error.diagnostics
    }
  }

  private mutating func dates() -> [String: DateColumn] {
    var columns: [String: DateColumn] = [:]
    for column in data.mapping.table.columns where column.kind == .date {
      do throws(InputErrors) { columns[column.name] = try data.days(column.name) } catch {
        problems += error.diagnostics
      }
    }
    return columns
  }

  /// A column of counts, one for each row that counts; nil for a file without it.
  private mutating func numbers(_ column: String) -> [Double]? {
    do throws(InputErrors) {
      return try data.numbers(column)
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  /// What the forecast calls each deal; a word that is no category is refused.
  private mutating func categories(_ names: CategoryNames) -> [DealCategory?] {
    guard let labels = data.labels("forecast_category") else {
      return [DealCategory?](repeating: nil, count: data.rowCount)
    }
    let known = labels.names.map { names[$0] }
    var rows = [Int](repeating: 0, count: known.count)
    if known.contains(nil) { for code in labels.codes where code != Labels.missing { rows[Int(code)] += 1 } }
    let unknown = known.indices.filter { known[$0] == nil }
    for code in unknown.prefix(CellProblems.listed) {
      let name = labels.names[code]
      add(
        "pipeline.unknown-category",
        "'\(printable(name))' of \(Self.rows(rows[code])) is no forecast category",
        labels.firstRows[code], "forecast_category", hint: names.wayOut(name))
    }
    let unlisted = unknown.count - CellProblems.listed
    if unlisted > 0 {
      problems.append(.more("and \(unlisted) more forecast categories", than: problems))
    }
    return labels.codes.map { $0 == Labels.missing ? nil : known[Int($0)] }
  }

  /// Adds a problem at a cell of a row that counts.
  mutating func add(_ id: String, _ message: String, _ row: Int, _ column: String, hint: String? = nil) {
    let fileRow = data.rows.indices.contains(row) ? data.rows[row] : 0
    let place = data.mapping[column].map { data.table.place(fileRow, $0) }
    problems.append(Diagnostic(id, message, at: place ?? data.table.place(row: fileRow), hint: hint))
  }

  static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
