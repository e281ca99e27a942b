extension ForecastBacktest {
  /// With something that was won, and something that says how it was forecast or how it stood.
  public static func isFed(by workspace: Workspace) -> Bool {
    let has = { (table: String) in workspace.sources[table] != nil }
    return has("stage_history") || (has("opportunities") && (has("snapshots") || has("forecasts")))
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    let deals = OpportunityTable.columns + ColumnUse.uses(.labels, of: ["id", "name"])
    let people = workspace.sources["forecasts"] == nil ? [] : ForecastHierarchy.columns
    return [
      "opportunities": (deals + people).uniqued(), "snapshots": deals + [ColumnUse("snapshot_date", .dates)],
      "stage_history": StageHistory.columns,
    ]
  }

  /// Reads what was recorded of past periods: a stage history that has amounts and close dates, else snapshots.
  ///
  /// A period counts that has ended and that the record reaches back to.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    guard isFed(by: workspace) else {
      throw InputErrors(
        Diagnostic(
          "forecast.no-record", "nothing says how deals stood or what was called in past periods",
          hint: "give 'stage_history', or 'opportunities' with 'snapshots' or 'forecasts', under 'data'"))
    }
    guard workspace.options.cuts.isEmpty else {
      throw InputErrors(
        Diagnostic(
          "forecast.cut",
          "a method is judged by whole periods, and not cut by '\(printable(workspace.options.cuts[0]))'",
          hint: "look at one part alone with --where, such as --where \"owner = 'Ana'\""))
    }
    let settings = try workspace.forecastSettings()
    let pipeline = try workspace.pipelineSettings()
    let (company, asOf) = (workspace.company, workspace.asOf.date)
    var now: DealRegister?
    if workspace.table("opportunities") != nil {
      now = try DealRegister(OpportunityTable.read(from: workspace, pipeline))
    }
    let record = try record(workspace, pipeline, now)
    try workspace.refuseCondition(onlyOf: ["reps"], besides: "forecasts")
    let (calls, hierarchy) = try workspace.callsAndHierarchy()
    let forecaster = PastForecaster(
      record,
      calls: PastCalls(
        calls, hierarchy, settings, lacking: callsLacking(workspace)),
      settings: settings, stages: pipeline.stages, fiscal: company.fiscal,
      coinsPerUnit: company.currency.coinsPerUnit)
    let current = settings.period ?? settings.backtest.period(containing: asOf, company.fiscal)
    let last = settings.backtest.period(containing: asOf.adding(days: 1), company.fiscal)
    let periods = forecaster.past(before: last, by: asOf).reversed()
    return Input(
      forecaster: forecaster, periods: Array(periods),
      actuals: periods.map { actual($0, record, now, asOf) / company.currency.coinsPerUnit },
      spellings: CallerSpellings(calls, hierarchy), divided: hierarchy.divided,
      current: current, isPeriodGiven: settings.period != nil, asOf: asOf,
      leastPeriods: settings.patternPeriods, benchmarks: company.benchmarks, currency: "\(company.currency)",
      place: settings.places["backtest"])
  }

  private static func record(
    _ workspace: Workspace, _ pipeline: PipelineSettings, _ now: DealRegister?
  ) throws(InputErrors) -> PastDeals {
    var history = try StageHistory.read(from: workspace, pipeline)
    if let now { history?.complete(from: now, workspace.stageOutcomes(of: now.table, pipeline)) }
    let isWhole = history.map { $0.hasAmounts && $0.hasCloseDates } ?? false
    if let now, !isWhole, workspace.table("snapshots") != nil {
      return try PastDeals(
        snapshots: OpportunityTable.read(from: workspace, pipeline, table: "snapshots"), now: now)
    }
    if let history {
      return PastDeals(
        history, now: now, outcomes: try workspace.outcomes(in: history, now: now?.table, pipeline))
    }
    return now.map { PastDeals($0) } ?? PastDeals(source: .opportunities)
  }

  /// What a period won: by the opportunities as they are, else by what was recorded.
  private static func actual(
    _ period: Period, _ record: PastDeals, _ now: DealRegister?, _ asOf: CalendarDate
  ) -> Double {
    guard let now else {
      return PastView(record.deals, on: asOf, of: period, past: [], createdPeriods: 0).wonCoins
    }
    return now.rows.values.reduce(0) { sum, row in
      let state = now.state(row)
      guard state.outcome == .won, let day = state.closed, day <= asOf, period.contains(day) else {
        return sum
      }
      return sum + state.worth
    }
  }

  /// Why calls cannot be set against what the deals brought; nil where they can.
  private static func callsLacking(_ workspace: Workspace) -> String? {
    guard let calls = workspace.table("forecasts") else { return "needs the table 'forecasts'" }
    let deals = ["opportunities", "stage_history"].compactMap { workspace.table($0) }.first
    guard calls.isNarrowed == (deals?.isNarrowed ?? false) else {
      return
        "'--where' narrows the \(calls.isNarrowed ? "calls and not the deals" : "deals and not the calls")"
    }
    return nil
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    let settings = input.forecaster.settings
    var members = [
      JSONValue.Member("forecast.backtest.periods", .integer(settings.backtest.periods)),
      JSONValue.Member("forecast.backtest.every", .string(settings.backtest.every.rawValue)),
      JSONValue.Member("forecast.pattern_periods", .integer(input.leastPeriods)),
    ]
    if !input.isPeriodGiven {
      members.append(JSONValue.Member("forecast.period", .string("\(input.current)")))
    }
    return members
  }
}

/// How past periods are looked at.
struct BacktestSettings: Hashable, Sendable {
  /// How long the periods are.
  enum Every: String, Hashable, Sendable, CaseIterable {
    case quarter, month
  }

  /// How many periods back.
  var periods = 8
  var every = Every.quarter

  init() {}

  /// Reads `{periods, every}`.
  init(_ fields: inout Fields) {
    periods = fields.value("periods", as: .count(in: 1...40), default: periods)
    every = fields.choiceIfGiven("every") ?? every
  }

  func period(containing day: CalendarDate, _ fiscal: FiscalCalendar) -> Period {
    switch every {
    case .quarter: fiscal.quarter(containing: day)
    case .month: .month(containing: day)
    }
  }
}
