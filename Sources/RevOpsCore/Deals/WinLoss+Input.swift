extension WinLoss {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    [
      "opportunities": OpportunityTable.columns
        + ColumnUse.uses(.labels, of: ["id", "name", "loss_reason"] + usualCuts + workspace.options.cuts),
      "stage_history": StageHistory.columns,
    ]
  }

  /// The columns that deals are cut by where the file has them, and their size.
  private static let usualCuts = ["competitor", "segment", "size", "source", "owner"]

  /// Reads the deals, and their history where there is one.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.decode("deals") { fields in
      fields.section("winloss") { WinLossSettings(&$0) }
    }
    let pipeline = try workspace.pipelineSettings()
    let table = try OpportunityTable.read(from: workspace, pipeline)
    let asked = workspace.options.cuts.filter { $0 != "size" }
    try table.refuseUnknownCuts(asked)
    let end = workspace.asOf.date.adding(days: 1)
    let history = try StageHistory.read(from: workspace, pipeline)
    return Input(
      table: table, history: history, settings: settings,
      period: settings.period ?? Period(from: end.adding(months: -12), to: end),
      lateStages: late(pipeline.stages, history, table),
      cuts: (usualCuts.filter { $0 == "size" || table.has($0) } + asked).uniqued(),
      asOf: workspace.asOf.date, benchmarks: workspace.company.benchmarks)
  }

  /// The stages that the workspace marks as late, else the last one before deals end.
  private static func late(_ stages: StageRules, _ history: StageHistory?, _ table: OpportunityTable)
    -> [String]
  {
    let names = Set(table.stages.names).union(history.map { Set($0.stages.keys) } ?? [])
    let marked = names.filter {
      stages.rule(for: $0)?.isLate == true && stages.rule(for: $0)?.outcome == .open
    }
    guard marked.isEmpty else { return marked.sorted() }
    let ranked = names.compactMap { name in stages.rank(of: name).map { (name: name, rank: $0) } }
    let last = ranked.map(\.rank).max()
    return ranked.filter { $0.rank == last }.map(\.name).sorted()
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if input.settings.period == nil {
      members.append(.init("period", .string("\(result.from)..\(result.to)")))
    }
    if input.history != nil {
      members.append(.init("late_stages", .array(input.lateStages.map(JSONValue.string))))
    }
    return members
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    func rate(_ metric: String, _ figure: Figure, _ low: Figure, _ high: Figure) -> Measurement {
      Measurement(
        metric, figure, source: "deals.winloss.\(metric)",
        judged: .level(input.benchmarks.level(of: metric, figure, low: low, high: high)))
    }
    return [
      rate("win_rate", result.winRate, result.winRateLow, result.winRateHigh),
      rate(
        "late_stage_win_rate", result.lateStageWinRate, result.lateStageWinRateLow,
        result.lateStageWinRateHigh),
      Measurement(
        "loss_reason_completeness", result.lossReasonCompleteness,
        source: "deals.winloss.loss_reason_completeness"),
      Measurement("win_loss_coverage", result.winLossCoverage, source: "deals.winloss.win_loss_coverage"),
    ]
  }
}
