extension PipelineCoverage {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    ["opportunities": OpportunityTable.columns + ColumnUse.uses(.labels, of: workspace.options.cuts)]
  }

  /// Reads the deals and what is asked of them.
  ///
  /// Without a period it is the fiscal quarter of the day; without a win rate it is that of the deals closed in the
  /// last twelve months.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    let table = try OpportunityTable.read(from: workspace, settings)
    try table.refuseUnknownCuts(workspace.options.cuts)
    let asOf = workspace.asOf.date
    let end = asOf.adding(days: 1)
    let record = WinRecord(table, closedIn: Period(from: end.adding(months: -12), to: end))
    let period = settings.period ?? workspace.company.fiscal.quarter(containing: asOf)
    let quota = workspace.quota(settings, in: period)
    let lack = quota.flatMap { _ in workspace.lack(of: "pipeline.quota") }
    return Input(
      table: table, period: period, quota: lack == nil ? quota : nil, quotaLack: lack,
      quotas: workspace.lack(of: "pipeline.quotas") == nil ? settings.quotas : [:],
      winRate: settings.winRate.map { .value($0) } ?? record.rate,
      isWinRateMeasured: settings.winRate == nil, safety: settings.safety,
      isPeriodGiven: settings.period != nil, cuts: workspace.options.cuts, asOf: asOf,
      fiscal: workspace.company.fiscal,
      benchmarks: workspace.company.benchmarks, place: settings.places["quota"])
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !input.isPeriodGiven {
      members.append(JSONValue.Member("period", .string("\(result.from)..\(result.to)")))
    }
    if input.isWinRateMeasured {
      members.append(JSONValue.Member("win_rate", .string("measured over 12 months")))
    }
    if input.safety == 1 { members.append(JSONValue.Member("safety", .number(1))) }
    return members
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    [
      Measurement(
        "coverage", result.coverageTotal, source: "pipeline.coverage.coverage_total",
        judged: .level(result.band)),
      Measurement(
        "coverage_weighted", result.coverageWeighted, source: "pipeline.coverage.coverage_weighted"),
      Measurement("open_pipeline", .value(result.total), source: "pipeline.coverage.total"),
      Measurement("weighted_pipeline", result.weighted, source: "pipeline.coverage.weighted"),
      Measurement("aged_pipeline", .value(result.aged), source: "pipeline.coverage.aged"),
      Measurement(
        "forecast_coverage", result.forecastCoverage, source: "pipeline.coverage.forecast_coverage"),
    ]
  }
}
