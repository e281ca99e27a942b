extension ForecastAccuracy {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepForecastCalls()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    ["opportunities": ForecastHierarchy.columns]
  }

  /// Reads the calls of the `forecasts` table, and from the section which of them count.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.forecastSettings()
    try refuseOtherCuts(workspace.options.cuts)
    try workspace.refuseCondition(onlyOf: ["reps", "opportunities"], besides: "forecasts")
    let (calls, hierarchy) = try workspace.callsAndHierarchy()
    let company = workspace.company
    let definition = company.definition(of: "forecast_accuracy").flatMap(AccuracyDefinition.init)
    return Input(
      history: ForecastHistory(
        calls, callWeek: settings.callWeek, asOf: workspace.asOf.date),
      hierarchy: hierarchy, spellings: CallerSpellings(calls, hierarchy),
      definition: definition ?? .actualToForecast,
      patternPeriods: settings.patternPeriods,
      callWeek: settings.callWeek, benchmarks: company.benchmarks, currency: "\(company.currency)")
  }

  /// Figures by person and by period are always given; nothing else of a call could be cut by.
  static func refuseOtherCuts(_ cuts: [String]) throws(InputErrors) {
    guard let other = cuts.first(where: { $0 != "person" && $0 != "period" }) else { return }
    throw InputErrors(
      Diagnostic(
        "forecast.cut", "a track record is given by person and by period, not by '\(printable(other))'",
        hint: "leave out --by, or narrow the calls with --where"))
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    let week =
      input.callWeek == nil ? [JSONValue.Member("forecast.call_week", "the period's first month")] : []
    return week + [JSONValue.Member("forecast.pattern_periods", .integer(input.patternPeriods))]
  }
}
