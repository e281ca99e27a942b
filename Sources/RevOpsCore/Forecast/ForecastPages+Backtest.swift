extension ForecastPages {
  /// What holds for every method: only what was known on the day counts.
  static let backtest: [ExplainPage] = [
    ExplainPage(
      id: "forecast.backtest-short", title: "Too few past periods to choose a method",
      what: "Fewer periods than wanted have figures of several methods on the same days.",
      why: "One quarter's luck says nothing of the next: the method that won once is no better for it.",
      example: "Two quarters of history where three are wanted.",
      remedy:
        "Keep a weekly snapshot of the open deals, or the history of stages with amount, close date and forecast category.",
      limits:
        "A period counts from the first day the record has; `forecast.pattern_periods` says how many are wanted, "
        + "`forecast.backtest: {every: month}` looks at months in place of quarters."),
    ExplainPage(
      id: "forecast.method-better", title: "A method came nearer than the calls",
      what:
        "Over the weeks for which both have a figure, a method made from data missed past periods by less than what "
        + "was called.",
      why: "A view from data beside the call shows where judgement adds and where it only hopes.",
      example: "Calls missed by 40% on average, the deals' own categories by 25%.",
      remedy: "Put both numbers on the table each week, and ask for the deals that make the difference.",
      limits:
        "Called is the sum of the last calls made by that day by those who report to nobody who calls; where a quarter was "
        + "not called itself its months count, those ended with what they won. A call without a date counts on no day. The "
        + "methods: commit is won and commit; category and weighted are won and every deal due at the chance of its category "
        + "or stage; stage_history takes the win rates of stages from deals closed by then; simulation is the even-odds "
        + "outcome of the deals due and of business yet to be created, independent of one another; conversion takes the share "
        + "of all open deals that earlier periods went on to win from the same day on; run_rate takes what was won in as "
        + "many days before. None of them knows anything that was recorded later."),
    ExplainPage(
      id: "forecast.range-wrong", title: "The range of the simulation is too narrow, or too wide",
      what:
        "Past periods came out between the simulation's P10 and P90 in clearly more or less than 80% of the weeks.",
      why: "A range that misses too often makes people surer than they may be.",
      example: "Two weeks in five outside a range that should hold four in five.",
      remedy:
        "Set the stages' chances by the win rates that `pipeline movement` measures; give `forecast.slip` and "
        + "`forecast.correlation` what past periods show.",
      limits:
        "The weeks of one period share its outcome, so a few periods move the share a long way; the range here is that of "
        + "independent deals."),
    ExplainPage(
      id: "forecast.unrecorded-wins", title: "Won deals that the record does not have",
      what: "Deals of the opportunities are won, and the stage history has no row of them.",
      why: "Every method misses them, so that all look as if they promised too little.",
      example: "A history exported for one team, and the opportunities of all.",
      remedy: "Export the history of all deals, or narrow both tables with --where.",
      limits: "Deals that are still open or were lost are not counted here."),
    ExplainPage(
      id: "forecast.no-record", title: "Nothing says how past periods stood",
      what: "The workspace has neither a stage history nor snapshots or calls beside its opportunities.",
      why: "What a method would have said needs what was known on that day, not how deals ended.",
      example: "A workspace that gives `opportunities` alone.",
      remedy: "Give `stage_history`, `snapshots` or `forecasts` under `data`.",
      limits:
        "With calls alone only called, calibrated and run_rate have figures; the others say what they lack."),
  ]
}
