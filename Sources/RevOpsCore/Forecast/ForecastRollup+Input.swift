extension ForecastRollup {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepRoster()
    workspace.keepOpportunities()
    workspace.keepForecastCalls()
  }

  /// Whether the data has deals or calls.
  public static func isFed(by workspace: Workspace) -> Bool {
    workspace.sources["opportunities"] != nil || workspace.sources["forecasts"] != nil
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    // Deals are looked for by their ids and names where something else names them.
    let isNamed = ["forecasts", "stage_history", "snapshots"].contains { workspace.sources[$0] != nil }
    let naming = isNamed ? ["id", "name"] : []
    return [
      "opportunities": OpportunityTable.columns
        + ColumnUse.uses(.labels, of: naming + ["manager"] + workspace.options.cuts),
      "snapshots": ColumnUse.uses(.labels, of: ["id", "forecast_category"])
        + [ColumnUse("snapshot_date", .dates)],
      "stage_history": ColumnUse.uses(.labels, of: ["opportunity_id", "forecast_category"])
        + [ColumnUse("entered_at", .dates)],
    ]
  }

  /// Reads the deals, the calls and who reports to whom.
  ///
  /// Without a period it is the fiscal quarter of the day.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    guard isFed(by: workspace) else {
      throw InputErrors(
        Diagnostic(
          "forecast.nothing-called", "'data' has neither 'opportunities' nor 'forecasts' to roll up",
          hint: "name a table under 'data', or give a CSV of deals"))
    }
    let settings = try workspace.forecastSettings()
    let company = workspace.company
    let asOf = workspace.asOf.date
    let period = settings.period ?? company.fiscal.quarter(containing: asOf)
    let table = try deals(of: workspace)
    try workspace.refuseCuts(workspace.options.cuts, without: "opportunities", "pipeline.no-cut")
    try table?.data.refuseUnknownCuts(workspace.options.cuts, "pipeline.no-cut")
    let (calls, hierarchy) = try workspace.callsAndHierarchy()
    let lack = settings.target.flatMap { _ in workspace.lack(of: "forecast.target") }
    return Input(
      deals: table.map { PeriodDeals($0, in: period, by: asOf) }, period: period,
      isPeriodGiven: settings.period != nil,
      chances: CategoryChances(
        settings.preset, stated: settings.stated, history: try table.map(workspace.categoryOutcomes) ?? [:]),
      target: lack == nil ? settings.target : nil, targetLack: lack, cuts: workspace.options.cuts,
      calls: calls, hierarchy: hierarchy,
      asOf: asOf, benchmarks: company.benchmarks, currency: "\(company.currency)",
      hasCalls: workspace.sources["forecasts"] != nil)
  }

  private static func deals(of workspace: Workspace) throws(InputErrors) -> OpportunityTable? {
    guard workspace.sources["opportunities"] != nil else {
      guard workspace.options.cuts.isEmpty else {
        throw InputErrors(
          Diagnostic("forecast.cut", "--by cuts the deals of the table 'opportunities', and there is none"))
      }
      return nil
    }
    return try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !input.isPeriodGiven {
      members.append(JSONValue.Member("forecast.period", .string("\(input.period)")))
    }
    for category in ForecastCategory.allCases
    where input.deals != nil && input.chances[category].basis == .preset {
      members.append(
        JSONValue.Member(
          "forecast.probabilities.\(category.rawValue)", .number(input.chances[category].probability)))
    }
    return members
  }
}
