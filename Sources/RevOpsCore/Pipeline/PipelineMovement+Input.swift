extension PipelineMovement {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities(tables + optionalTables)
  }

  /// With snapshots, a history of stages, two exports of the opportunities, or one that holds its history in columns.
  public static func isFed(by workspace: Workspace) -> Bool {
    let has = { (table: String) in workspace.sources[table] != nil }
    if has("snapshots") || has("stage_history") { return true }
    return has("opportunities") && (has("opportunities_before") || workspace.hasStageColumns)
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    let deals =
      OpportunityTable.columns + ColumnUse.uses(.labels, of: ["id", "name"] + workspace.options.cuts)
    return [
      "opportunities": deals, "opportunities_before": deals,
      "snapshots": deals + [ColumnUse("snapshot_date", .dates)],
      "stage_history": StageHistory.columns,
    ]
  }

  /// Reads the deals as they stood on two days.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    var sources = MovementSources()
    sources.cuts = workspace.options.cuts
    sources.asOf = workspace.asOf.date
    sources.isFiltered = workspace.options.filter != nil
    sources.history = try StageHistory.read(from: workspace, settings)
    let known = { (table: String) in workspace.table(table) != nil }
    if known("opportunities") {
      let now = try register("opportunities", workspace, settings)
      sources.now = now
      sources.history?.complete(from: now, workspace.stageOutcomes(of: now.table, settings))
    }
    if known("opportunities_before") {
      sources.before = try register("opportunities_before", workspace, settings)
    }
    if known("snapshots") {
      sources.snapshots = try OpportunityTable.read(from: workspace, settings, table: "snapshots")
    }
    sources.history = sources.history.map { sources.counted($0) }
    let period = settings.period ?? workspace.company.fiscal.quarter(containing: sources.asOf)
    var input = Input(
      paths: [], scope: BridgeScope(period: settings.movement.scope == .all ? nil : period, to: sources.asOf),
      origin: .history, cuts: workspace.options.cuts, stages: settings.stages, history: sources.history,
      outcomes: try workspace.outcomes(in: sources.history, now: sources.now?.table, settings),
      currency: workspace.company.currency,
      isPeriodGiven: settings.period != nil)
    sources.period = period
    sources.place = settings.places["movement"]
    switch try sources.origin(settings.movement) {
    case .snapshots: try sources.readSnapshots(settings.movement, &input)
    case .exports: try sources.readExports(settings.movement, &input)
    case .history: try sources.readHistory(settings.movement, &input)
    }
    return input
  }

  private static func register(
    _ name: String, _ workspace: Workspace, _ settings: PipelineSettings
  ) throws(InputErrors) -> DealRegister {
    try DealRegister(OpportunityTable.read(from: workspace, settings, table: name))
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var assumptions: [JSONValue.Member] = []
    if !input.isPeriodGiven, let period = result.period {
      assumptions.append(.init("period", .string("\(period.from)..\(period.to)")))
    }
    if input.isFromLearned, let from = result.from { assumptions.append(.init("from", .string(from))) }
    return assumptions
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    let bridge = result.bridge
    let sums: [(String, Double)] = [
      ("start", bridge.start), ("created", bridge.created), ("pulled_in", bridge.pulledIn),
      ("reopened", bridge.reopened), ("grown", bridge.grown), ("shrunk", bridge.shrunk),
      ("pushed_out", bridge.pushedOut), ("lost", bridge.lost), ("won", bridge.won),
      ("removed", bridge.removed), ("end", bridge.end),
    ]
    return sums.map {
      Measurement("pipeline_\($0.0)", bridge.figure($0.1), source: "pipeline.movement.bridge.\($0.0)")
    } + [
      Measurement("advanced_deals", result.advanced, source: "pipeline.movement.advanced"),
      Measurement("regressed_deals", result.regressed, source: "pipeline.movement.regressed"),
      Measurement("stalled_deals", .value(Double(result.stalled)), source: "pipeline.movement.stalled"),
      Measurement("slippage_rate", result.slippageRate, source: "pipeline.movement.slippage_rate"),
    ]
  }
}
