extension StageHistory {
  /// The columns that are read of every history.
  static let columns: [ColumnUse] =
    ColumnUse.uses(.labels, of: HistoryReader.columns)
    + ColumnUse.uses(.dates, of: ["entered_at", "exited_at", "close_date"]) + [ColumnUse("amount", .amounts)]

  /// Reads the stage history of a workspace, in any of the forms that CRMs export.
  ///
  /// Without a table of its own, the columns of the opportunities are looked at. A row is either a change of the deal, with its stage and perhaps its amount and close date then, or a change of one
  /// field with its old and new value.
  static func read(
    from workspace: Workspace, _ settings: PipelineSettings
  ) throws(InputErrors) -> StageHistory? {
    if let kept = workspace.kept[Kept.key] as? Kept, kept.isFor(settings) { return kept.history }
    guard let data = workspace.table("stage_history") else {
      return try readColumns(from: workspace, settings)
    }
    let saysAmounts = data.has("amount") || data.has("field")
    let deals = saysAmounts && data.source.currency == nil ? workspace.table("opportunities") : nil
    var currencies = DealCurrencies(of: deals, workspace.company.rates)
    if let own = data.source.currency { currencies.home = own }
    var reader = HistoryReader(
      data: data, company: workspace.company, settings: settings, currencies: currencies,
      present: PresentValues(workspace.table("opportunities")))
    let history = reader.read()
    if let errors = InputErrors(reader.problems) { throw errors }
    return history
  }
}

extension StageHistory {
  /// A history as it was read under some rules of stages and categories.
  fileprivate struct Kept: Sendable {
    static let key = "stage_history"
    var settings: PipelineSettings
    var history: StageHistory

    func isFor(_ other: PipelineSettings) -> Bool {
      settings.stages == other.stages && settings.categories == other.categories
    }
  }
}

extension Workspace {
  /// Keeps the stage history as the section `pipeline` has it read.
  mutating func keepHistory(_ settings: PipelineSettings) {
    guard kept[StageHistory.Kept.key] == nil, let history = try? StageHistory.read(from: self, settings)
    else {
      return
    }
    kept[StageHistory.Kept.key] = StageHistory.Kept(settings: settings, history: history)
  }
}

/// Reads the rows of a history, and keeps what is wrong with any of them.
struct HistoryReader {
  /// The columns of words that are read where the file has them.
  static let columns = ["opportunity_id", "stage", "field", "old_value", "new_value", "forecast_category"]

  let data: DataTable
  let company: Company
  let settings: PipelineSettings
  /// What amounts are in that do not say it.
  let currencies: DealCurrencies
  /// What deals have now.
  let present: PresentValues
  var problems: [Diagnostic] = []
  /// The deals in the order in which they come up.
  var deals: [StageHistory.Deal] = []
  /// The deal of each id of the file, in several forms or one, as a place among them.
  private let places: [Int]
  /// The columns of words.
  private let words: [String: Labels]
  /// Whether a history of fields has a row of the forecast category.
  var tracksCategories = false

  /// Takes the table and what is known of its deals.
  init(
    data: DataTable, company: Company, settings: PipelineSettings, currencies: DealCurrencies,
    present: PresentValues
  ) {
    self.present = present
    self.data = data
    self.company = company
    self.settings = settings
    self.currencies = currencies
    words = Self.columns.reduce(into: [:]) { words, column in
      if data.has(column) { words[column] = data.labels(column) }
    }
    var known: [DealKey: Int] = [:]
    var deals: [StageHistory.Deal] = []
    places = (words["opportunity_id"]?.names ?? []).map { id in
      let key = DealKey(id)
      if let place = known[key] { return place }
      known[key] = deals.count
      deals.append(StageHistory.Deal(id: id, key))
      return deals.count - 1
    }
    self.deals = deals
  }

  mutating func read() -> StageHistory? {
    refuseDamagedIDs()
    guard let moments = moments() else { return nil }
    let isByField = data.has("field")
    guard isByField ? data.has("new_value") || data.has("stage") : data.has("stage") else {
      let message = "'\(data.source.file)' has no column for 'stage'"
      let hint =
        "name it under 'columns', such as {stage: \"Its Header\"}; a history of fields has 'field', 'new_value'"
      problems.append(Diagnostic("workspace.column-missing", message, at: data.source.place, hint: hint))
      return nil
    }
    if isByField { readFields(moments) } else { readRows(moments) }
    guard problems.isEmpty else { return nil }
    return StageHistory(
      deals.filter { !$0.changes.isEmpty || $0.created != nil }, settings,
      hasAmounts: isByField || data.has("amount"),
      hasCloseDates: isByField || data.has("close_date"),
      hasCategories: isByField ? tracksCategories : data.has("forecast_category"),
      isByField: isByField)
  }

  /// The moment and the day of each row that counts.
  private mutating func moments() -> [(second: Int, day: CalendarDate)]? {
    guard let column = data.mapping["entered_at"] else { return nil }
    do throws(InputErrors) {
      let days = try data.dates("entered_at") ?? []
      let seconds = try data.table.seconds(column, order: data.source.dateOrder)
      return data.rows.enumerated().map { row, fileRow in
        guard let day = days[row] else {
          add("pipeline.no-moment", "this change has no moment at which it was made", row, "entered_at")
          return (0, .earliest)
        }
        return (seconds[fileRow] ?? 0, day)
      }
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  /// A row a change of the deal.
  private mutating func readRows(_ moments: [(second: Int, day: CalendarDate)]) {
    var amounts = OpportunityReader(data: data, company: company, rules: settings.stages)
    if currencies.differ || currencies.home != company.rates.home {
      amounts.currencies = (
        data.rows.indices.map { deal($0).map { deals[$0].key } }, currencies
      )
    }
    if let ids = words["opportunity_id"] {
      let (currencies, present) = (currencies, present)
      amounts.statedCurrency = { row in
        ids[row].map { DealKey($0) }.flatMap { currencies.stated(of: $0, in: present) }
      }
    }
    let coins = data.has("amount") ? amounts.coins() : []
    problems += amounts.problems
    var closes: [CalendarDate?] = []
    do throws(InputErrors) { closes = try data.dates("close_date") ?? [] } catch {
      problems += error.diagnostics
    }
    let exits = exits()
    let categories = categories()
    for row in data.rows.indices {
      guard let deal = deal(row), let stage = text("stage", row) else {
        if deal(row) == nil {
          add(
            "pipeline.no-id", "this change does not say of which deal", row, "opportunity_id",
            hint: DealRegister.wayOutWithoutID)
        }
        continue
      }
      deals[deal].add(
        StageHistory.Change(
          second: moments[row].second, day: moments[row].day, stage: stage,
          coins: coins.indices.contains(row) ? coins[row] : nil,
          close: closes.indices.contains(row) ? closes[row] : nil,
          category: categories.indices.contains(row) ? categories[row] : nil,
          exit: exits?.seconds[data.rows[row]],
          exitDay: exits?.days[row], row: row))
    }
  }

  /// What the forecast called the deal in each row; a word that is no category is refused once.
  private mutating func categories() -> [DealCategory?] {
    guard let labels = words["forecast_category"] else { return [] }
    let known = labels.names.map { DealCategory($0) }
    for (code, name) in labels.names.enumerated() where known[code] == nil {
      add(
        "pipeline.unknown-category", "'\(printable(name))' is no forecast category", labels.firstRows[code],
        "forecast_category", hint: didYouMean(name, among: DealCategory.allCases.map(\.rawValue)))
    }
    return labels.codes.map { known.indices.contains(Int($0)) ? known[Int($0)] : nil }
  }

  /// When each row of the file says that the deal left its stage again; nil without such a column.
  private mutating func exits() -> (seconds: [Int?], days: [CalendarDate?])? {
    guard let column = data.mapping["exited_at"] else { return nil }
    do throws(InputErrors) {
      let days = try data.dates("exited_at") ?? []
      return (try data.table.seconds(column, order: data.source.dateOrder), days)
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  private mutating func refuseDamagedIDs() {
    guard let ids = words["opportunity_id"], let column = data.mapping["opportunity_id"] else { return }
    var damaged = CellProblems(table: data.table, column: column)
    for (code, name) in ids.names.enumerated()
    where Array(name.utf8).withUnsafeBufferPointer({ RecordID.isDamaged($0) }) {
      damaged.add(
        data.rows[ids.firstRows[code]], "csv.damaged-id",
        "an id is wanted, and this is what a spreadsheet made of one", hint: RecordID.wayOut)
    }
    problems += damaged.errors?.diagnostics ?? []
  }

  /// The place of the deal that a row is of; nil where it says none.
  func deal(_ row: Int) -> Int? {
    guard let code = words["opportunity_id"]?.codes[row], code != Labels.missing else { return nil }
    return places[Int(code)]
  }

  func text(_ column: String, _ row: Int) -> String? { words[column]?[row] }

  /// What each row of a history of fields is a change of; nil for what moves no pipeline.
  func fields() -> [HistoryField?] {
    guard let labels = words["field"] else { return [HistoryField?](repeating: nil, count: data.rowCount) }
    let known = labels.names.map { HistoryField($0) }
    return labels.codes.map { $0 == Labels.missing ? nil : known[Int($0)] }
  }

  mutating func add(_ id: String, _ message: String, _ row: Int, _ column: String, hint: String? = nil) {
    guard problems.count < CellProblems.listed else { return }
    let place = data.mapping[column].map { data.table.place(data.rows[row], $0) }
    problems.append(Diagnostic(id, message, at: place ?? data.table.place(row: data.rows[row]), hint: hint))
  }
}
