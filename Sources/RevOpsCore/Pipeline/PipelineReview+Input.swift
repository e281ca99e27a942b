extension PipelineReview {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities(tables + optionalTables)
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    let deals = OpportunityTable.columns + ColumnUse.uses(.labels, of: ["id", "name"])
    var columns = PipelineHealth.columns(in: workspace)
    columns["opportunities", default: []] += deals + ColumnUse.uses(.labels, of: ["loss_reason"])
    columns["opportunities_before"] = deals
    columns["stage_history"] = StageHistory.columns
    columns["snapshots"] = deals + [ColumnUse("snapshot_date", .dates)]
    return columns
  }

  /// Reads the deals as they are, and as they were a week before.
  ///
  /// The day compared with is the last snapshot that is at least seven days old, else the last before today; else an
  /// earlier export; else the stage history says how deals stood seven days ago.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    let table = try OpportunityTable.read(from: workspace, settings)
    let health = try PipelineHealth.input(of: table, workspace)
    // Without another day to compare with, nobody has to find a deal again by its id.
    let compared = ["snapshots", "opportunities_before", "stage_history"]
    let now =
      compared.contains { workspace.table($0) != nil }
      ? try DealRegister(table) : DealRegister(firstRowsOf: table)
    let before = try before(now, workspace, settings)
    let asOf = workspace.asOf.date
    return Input(
      table: table, health: health, now: now, before: before, since: before?.day ?? asOf.adding(days: -7),
      stages: settings.stages,
      cuts: ((table.has("owner") ? ["owner"] : []) + workspace.options.cuts).uniqued(),
      topCount: settings.topDeals)
  }

  private static func before(
    _ now: DealRegister, _ workspace: Workspace, _ settings: PipelineSettings
  ) throws(InputErrors) -> DealsBefore? {
    let weekAgo = workspace.asOf.date.adding(days: -7)
    if workspace.table("snapshots") != nil {
      let table = try OpportunityTable.read(from: workspace, settings, table: "snapshots")
      let days = table.days.filter { $0 < workspace.asOf.date }.sorted()
      if let day = days.last(where: { $0 <= weekAgo }) ?? days.last {
        return DealsBefore(try DealRegister(table, on: day), day).counted(among: now, workspace)
      }
    }
    if workspace.table("opportunities_before") != nil {
      let table = try OpportunityTable.read(from: workspace, settings, table: "opportunities_before")
      var before = DealsBefore(try DealRegister(table), try table.data.latestRecord())
      before.isDayLearned = true
      return before.counted(among: now, workspace)
    }
    guard var history = try StageHistory.read(from: workspace, settings) else { return nil }
    history.complete(from: now, workspace.stageOutcomes(of: now.table, settings))
    let outcomes = try workspace.outcomes(in: history, now: now.table, settings)
    var states: [DealKey: DealState] = [:]
    for deal in history.deals {
      states[deal.key] = deal.state(
        on: weekAgo, outcomes, known: now.state(deal.key), created: now.created(deal.key))
    }
    let untold = history.untold(among: now)
    for key in untold { states[key] = now.unchanged(key, on: weekAgo) }
    let closed = now.untold(closedAfter: weekAgo, among: untold)
    var before = DealsBefore(day: weekAgo, states: states, hidden: Set(closed))
    before.untold = closed.map { now.id($0) ?? $0.text }
    return before.counted(among: now, workspace)
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var assumptions: [JSONValue.Member] = []
    if input.health.settings.period == nil {
      assumptions.append(.init("period", .string("\(result.from)..\(result.to)")))
    }
    if input.before?.isDayLearned == true, let since = result.since {
      assumptions.append(.init("since", .string(since)))
    }
    return assumptions
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    guard result.since != nil else { return [] }
    return [
      Measurement(
        "opps_created", result.week.created.deals,
        source: "pipeline.review.week.created.deals")
    ]
  }
}

extension DealsBefore {
  /// The deals of a register.
  init(_ register: DealRegister, _ day: CalendarDate?) {
    let table = register.table
    self.init(day: day, states: register.rows.mapValues { register.state($0) }, hidden: register.hidden)
    guard table.has("forecast_category") else { return }
    categories = register.rows.compactMapValues { table.categories[$0] }
  }

  /// Without the deals that a condition of the run leaves out today, where the earlier table does not know the columns
  /// of the condition.
  fileprivate func counted(among now: DealRegister, _ workspace: Workspace) -> DealsBefore {
    let earlier = ["snapshots", "opportunities_before"].compactMap { workspace.table($0) }.first
    let isKnownThere = !now.table.data.isNarrowed || earlier?.isNarrowed == true
    var counted = self
    counted.states = states.filter { key, _ in
      !now.hidden.contains(key) && (isKnownThere || now.rows[key] != nil)
    }
    return counted
  }
}
