/// What was done to a table of deals to show it as it looked on a day.
struct DayView: Hashable, Sendable {
  /// Deals created after the day, and not closed by it: they count nowhere.
  var createdLater = LaterDeals()
  /// Deals that have changed since, and stand as the stage history has them on the day.
  var restored = 0
}

extension OpportunityTable {
  /// The rows of deals that did not exist on a day.
  ///
  /// A deal that was closed by the day existed, whatever its creation date says.
  func rowsCreated(after day: CalendarDate) -> [Int] {
    guard let created = dates["created_date"] else { return [] }
    let closings = closings
    return (0..<count).filter { row in
      guard let first = created[row], first > day else { return false }
      return outcomes[row] == .open || closings.isLater(row, than: day)
    }
  }

  /// Puts back the deals that have changed after a day: their stage, amount, close date and category of that day.
  ///
  /// What the history does not say stays as it is, but for the chance and the category of a deal that was in another
  /// stage, which nobody knows unless the stage tells it.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - history: What the deals went through, with what the opportunities add to it.
  ///   - now: The deals as the file has them.
  ///   - outcomes: Whether deals are open in each stage.
  ///   - rules: What the workspace says of its stages.
  mutating func restore(
    to day: CalendarDate, _ history: StageHistory, _ now: DealRegister, _ outcomes: [String: DealOutcome],
    _ rules: StageRules
  ) {
    let deals = history.deals.filter { $0.hasChanged(after: day) }
    let places = Dictionary(deals.map { ($0.key, $0) }) { first, _ in first }
    guard !places.isEmpty else { return }
    let keys = now.ids.names.map { places[DealKey($0)] }
    for row in 0..<count {
      let code = Int(now.ids.codes[row])
      guard keys.indices.contains(code), let deal = keys[code],
        let state = deal.state(
          on: day, outcomes, known: now.state(deal.key), created: now.created(deal.key))
      else { continue }
      view.restored += 1
      restore(row, to: state, deal.latest(on: day), rules, history)
    }
  }

  private mutating func restore(
    _ row: Int, to state: DealState, _ latest: StageHistory.Latest, _ rules: StageRules,
    _ history: StageHistory
  ) {
    if stages[row] != state.stage {
      let rule = rules.rule(for: state.stage)
      if stages.set(row, to: state.stage) { self.rules.append(rule) }
      probabilities[row] = rule?.probability ?? .nan
      categories[row] = nil
    }
    if history.hasCategories { categories[row] = latest.category }
    outcomes[row] = state.outcome
    flagsDisagree[row] = false
    coins[row] = state.coins
    dates["close_date"]?.days[row] = DateColumn.day(state.close)
    dates["stage_entered_date"]?.days[row] = DateColumn.day(latest.since)
    for column in ["won_date", "lost_date"] { dates[column]?.days[row] = DateColumn.missing }
    if state.closed != nil, dates["closed_date"] == nil {
      dates["closed_date"] = DateColumn(days: [Int32](repeating: DateColumn.missing, count: count))
    }
    dates["closed_date"]?.days[row] = DateColumn.day(state.closed)
  }

  /// What is to be said of deals that came or were closed after a day, and of those put back.
  ///
  /// - Parameters:
  ///   - day: The day of the run.
  ///   - period: Where it is given, only those closed in it.
  ///   - command: The command that shows them.
  /// - Returns: The findings.
  func findings(
    after day: CalendarDate, in period: Period? = nil, _ command: String
  ) -> [Finding] {
    [
      later(than: day, in: period).finding(after: day, coinsPerUnit: coinsPerUnit, command),
      undatedClosings(command),
      view.createdLater.createdFinding(after: day, coinsPerUnit: coinsPerUnit, command),
      DayView.finding(restored: view.restored, to: day, command),
    ].compactMap(\.self)
  }
}

extension OpportunityTable {
  /// What is said of deals that were won or lost on no day that the file says; nil where there are none.
  private func undatedClosings(_ command: String) -> Finding? {
    let closings = closings
    let rows = outcomes.indices.filter { outcomes[$0] != .open && closings[$0] == nil }
    guard let first = rows.first else { return nil }
    let won = rows.filter { outcomes[$0] == .won }
    let value = won.reduce(0) { coins[$1].isNaN ? $0 : $0 + coins[$1] }
    let who = rows.count == 1 ? "1 closed deal has no date" : "\(rows.count) closed deals have no date"
    return Finding(
      "pipeline.undated-closings", .warning, subject: "undated_closings",
      "\(who), and so \(rows.count == 1 ? "is" : "are") in no period",
      evidence: [
        .init("deals", .integer(rows.count)), .init("won", .integer(won.count)),
        .init("won_value", .number(units(value))),
      ],
      advice: "enter the day each was won or lost; 'revops pipeline hygiene' lists them",
      place: place(first, "close_date"), command: command)
  }
}

extension DayView {
  /// What is said of deals put back to a day; nil where there are none.
  static func finding(restored: Int, to day: CalendarDate, _ command: String) -> Finding? {
    guard restored > 0 else { return nil }
    let who = restored == 1 ? "1 deal stands" : "\(restored) deals stand"
    return Finding(
      "pipeline.restored-deals", .info, subject: "\(day)",
      "\(who) as the stage history has them on \(day), since they have changed after it",
      evidence: [.init("deals", .integer(restored))],
      advice: "run it for the day of the export to have every deal as the file has it", command: command)
  }
}

extension OpportunityTable {
  /// Takes from a history since when each open deal is in its stage, where the file does not say it.
  mutating func takeEntries(from history: StageHistory, by day: CalendarDate) {
    guard !has("stage_entered_date"), let ids = labels("id") else { return }
    let places = Dictionary(history.deals.map { ($0.key, $0) }) { first, _ in first }
    let entered = ids.names.map { id -> Int32 in
      guard let deal = places[DealKey(id)] else { return DateColumn.missing }
      return DateColumn.day(deal.stays(through: day).last?.day)
    }
    stageEntries = DateColumn(
      days: ids.codes.map { entered.indices.contains(Int($0)) ? entered[Int($0)] : DateColumn.missing })
  }
}

extension LaterDeals {
  /// What is said of deals created after a day; nil where there are none.
  func createdFinding(after day: CalendarDate, coinsPerUnit: Double, _ command: String) -> Finding? {
    guard deals > 0 else { return nil }
    let who =
      deals == 1
      ? "1 deal was created after \(day) and counts" : "\(deals) deals were created after \(day) and count"
    return Finding(
      "pipeline.created-later", .warning, subject: "\(day)", "\(who) nowhere",
      evidence: [.init("deals", .integer(deals)), .init("value", .number(coins / coinsPerUnit))],
      advice: "run it for the day of the export, or correct the dates if the deals are older",
      command: command)
  }
}

extension DateColumn {
  /// The number that stands for a day, or for none.
  static func day(_ date: CalendarDate?) -> Int32 { date.map { Int32(clamping: $0.dayNumber) } ?? missing }
}

extension StageHistory {
  /// The history that puts deals back to the day of a run; nil where there is none, or it has nothing after that day.
  ///
  /// A day that the data itself says is the last it knows of: nothing is later.
  ///
  /// - Parameters:
  ///   - workspace: The workspace with the tables read.
  ///   - settings: What it says of its stages.
  ///   - table: The opportunities as the file has them.
  /// - Returns: The history, with what the opportunities add to it, and the opportunities by their ids.
  /// - Throws: Rows of the history that cannot be read.
  static func later(
    in workspace: Workspace, _ settings: PipelineSettings, of table: OpportunityTable
  ) throws(InputErrors) -> (history: StageHistory, now: DealRegister)? {
    guard [.option, .file].contains(workspace.asOf.origin) else { return nil }
    let day = workspace.asOf.date
    guard var history = try read(from: workspace, settings) else { return nil }
    let now = DealRegister(firstRowsOf: table)
    history.complete(from: now, workspace.stageOutcomes(of: table, settings))
    return history.deals.contains { $0.hasChanged(after: day) } ? (history, now) : nil
  }
}
