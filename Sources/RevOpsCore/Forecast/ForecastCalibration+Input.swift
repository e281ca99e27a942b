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
      hierarchy: hierarchy, spellings: CallerSpellings(calls, hierarchy),
      calls: try unified(settings.calls, calls, hierarchy),
      period: settings.period,
      periodPlace: settings.places["period"],
      shrinkage: settings.shrinkage,
      currency: "\(workspace.company.currency)")
  }

  /// The calls of the section under the names that the same people have in those of the table.
  private static func unified(
    _ stated: [ForecastSettings.StatedCall], _ calls: [ForecastCall], _ hierarchy: ForecastHierarchy
  ) throws(InputErrors) -> [ForecastSettings.StatedCall] {
    let written = Dictionary(calls.map { (hierarchy.key(of: $0.person), $0.person) }) { first, _ in first }
    var names: [String: String] = [:]
    var doubled: [Diagnostic] = []
    let unified = stated.map { call in
      let key = hierarchy.key(of: call.person)
      if let other = names.updateValue(call.person, forKey: key) {
        doubled.append(
          Diagnostic(
            "forecast.one-day",
            "'\(printable(other))' and '\(printable(call.person))' under 'forecast.calls' are one person",
            at: call.place, hint: "give the person one call"))
      }
      return ForecastSettings.StatedCall(
        person: written[key] ?? call.person, amount: call.amount, place: call.place)
    }
    if let errors = InputErrors(doubled) { throw errors }
    return unified
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    [JSONValue.Member("forecast.shrinkage", .integer(input.shrinkage))]
  }
}
