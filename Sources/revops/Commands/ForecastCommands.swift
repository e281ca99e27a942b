import RevOpsCore

/// The commands of the forecast.
extension CommandSpec {
  static let forecastRollup = CommandSpec(
    "forecast", "rollup",
    summary: "base, upside case and weighted by category; worst, forecast and best called, level by level",
    examples: [
      Example("revops forecast rollup --by owner", "with each owner's categories"),
      Example("revops forecast rollup --set forecast.period=2026-Q4", "of another period"),
      Example("revops forecast rollup deals.csv", "a CSV of deals alone, without calls"),
    ],
    notes: [
      "Deals count by the table 'opportunities' and its forecast categories; a category with 30 closed deals in snapshots "
        + "or stage history has their win rate as its chance, but upside, which is in no forecast. Calls are the last ones of the table 'forecasts' for each "
        + "period that has not ended, under the managers of the table 'reps'. Its columns 'deals' and 'reason' name what "
        + "stands behind a call and why it moved."
    ],
    runs: ForecastRollup.self, tables: [.opportunities, .forecasts, .reps, .snapshots, .stageHistory])

  static let forecastAccuracy = CommandSpec(
    "forecast", "accuracy",
    summary: "how right earlier calls were: MAPE, bias, hit rate, who calls low; by person and period",
    examples: [
      Example("revops forecast accuracy", "the calls of this folder's workspace"),
      Example("revops forecast accuracy --where \"person = 'R01'\"", "one person's record"),
    ],
    notes: [
      "Reads the table 'forecasts': person, period, forecast and actual; called_date, worst, best and manager where "
        + "they are known. Of several calls of one period the last of its first month counts, or of the week "
        + "that forecast.call_week names. Who reports to whom the table 'reps' says, else the calls, else the "
        + "opportunities.",
      "A quarter and its months are of one business: where calls are of both, the record is of the length that covers "
        + "the most days, of equals of quarters, and each length has a line of its own.",
    ],
    runs: ForecastAccuracy.self)

  static let forecastCalibrate = CommandSpec(
    "forecast", "calibrate",
    summary: "today's calls corrected by what came of each person's earlier ones",
    examples: [
      Example("revops forecast calibrate", "the calls of periods that have not ended"),
      Example(
        "revops forecast calibrate --set forecast.calls.R01=400k", "what is R01's call of $400K worth?"),
      Example("revops forecast calibrate --set forecast.shrinkage=0", "history as it is, however short"),
    ],
    notes: [
      "A short history is mixed with periods that brought what was called: forecast.shrinkage of them, 4 unless said. "
        + "A call is corrected by ended periods of its own length where there are any; one by somebody without a record "
        + "counts as it is."
    ],
    runs: ForecastCalibration.self)

  static let forecastSimulate = CommandSpec(
    "forecast", "simulate",
    summary: "what a period can bring: percentiles, the chance of the target, and the deals it hangs on",
    examples: [
      Example("revops forecast simulate", "the deals of this folder's workspace that are due in the quarter"),
      Example("revops forecast simulate deals.csv", "a CSV of deals alone"),
      Example("revops forecast simulate --set forecast.correlation=20%", "if deals rise and fall together"),
    ],
    notes: [
      "The open deals due in forecast.period, each with the chance of its stage, else of its forecast category; "
        + "what the period has won; and what past periods created and won in as many days as are left. A forecast section "
        + "with 'deals' of its own is weighed in place of the table.",
      "Deals of fixed amounts that are independent of one another are computed exactly. With 'low' or 'high' on a deal, "
        + "a spread or a correlation, outcomes are drawn: forecast.trials of them from forecast.seed, the same on every "
        + "machine.",
    ],
    runs: ForecastSimulation.self, tables: [.opportunities])

  static let forecastBacktest = CommandSpec(
    "forecast", "backtest",
    summary: "which method would have come nearest in past quarters, week by week, by what was known then",
    examples: [
      Example("revops forecast backtest", "the past quarters of this folder's workspace"),
      Example("revops forecast backtest --set forecast.backtest.every=month", "months in place of quarters"),
      Example("revops forecast backtest --where \"segment = 'SMB'\"", "the deals of one segment"),
    ],
    notes: [
      "Reads the table 'stage_history' with amount, close date and forecast category, or 'snapshots', and the calls of "
        + "'forecasts'. Each method is asked at the end of every week of the last forecast.backtest.periods periods, and "
        + "knows nothing that was recorded later: called, calibrated, commit, category, weighted, stage_history, simulation, "
        + "conversion, run_rate. A method that lacks its input says so."
    ],
    runs: ForecastBacktest.self, tables: [.opportunities, .stageHistory, .snapshots, .forecasts, .reps])
}
