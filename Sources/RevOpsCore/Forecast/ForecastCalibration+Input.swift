extension ForecastCalibration {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepForecastCalls()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    ["opportunities": ForecastHierarchy.columns]
  }

  /// Reads the calls of the `forecasts` table, and from the section today's calls and how far history counts.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.forecastSettings()
    try ForecastAccuracy.refuseOtherCuts(workspace.options.cuts)
    try workspace.refuseCondition(onlyOf: ["reps", "opportunities"], besides: "forecasts")
    let (calls, hierarchy) = try workspace.callsAndHierarchy()
    return Input(
      history: ForecastHistory(
        calls, callWeek: settings.callWeek, asOf: workspace.asOf.date),
      hierarchy: hierarchy, spellings: CallerSpellings(calls, hierarchy), calls: settings.calls,
      period: settings.period,
      periodPlace: settings.places["period"],
      shrinkage: settings.shrinkage,
      currency: "\(workspace.company.currency)")
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    [JSONValue.Member("forecast.shrinkage", .integer(input.shrinkage))]
  }
}
