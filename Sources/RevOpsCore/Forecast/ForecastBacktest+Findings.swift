extension ForecastBacktest {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [
      short(result, input), better(result, input), range(result, input), unrecorded(result, input),
      input.spellings.finding(command), input.divided.finding(command),
    ]
    .compactMap(\.self)
    .sorted { ($0.severity, $0.id, $0.subject) < ($1.severity, $1.id, $1.subject) }
  }

  private static func short(_ result: Result, _ input: Input) -> Finding? {
    guard result.best == nil else { return nil }
    return Finding(
      "forecast.backtest-short", .warning, subject: "backtest",
      "too few past periods to say which method is best",
      evidence: [
        .init("periods", .integer(result.periods)), .init("wanted", .integer(input.leastPeriods)),
      ],
      advice: "keep a weekly snapshot or the stage history, with amount, close date and forecast category",
      place: input.place, command: command)
  }

  /// The calls against the best of the methods, over the cases for which both have a figure.
  private static func better(_ result: Result, _ input: Input) -> Finding? {
    let both = result.history.filter { $0.outcome(.called)?.error.value != nil }
    guard Set(both.map(\.period)).count >= input.leastPeriods else { return nil }
    let called = Comparison.mape(of: .called, both)
    let others = BacktestMethod.allCases.filter { method in
      method != .called && both.allSatisfy { $0.figures[method].value != nil }
    }.compactMap { method in Comparison.mape(of: method, both).value.map { (method, $0) } }
    guard let called = called.value, let best = others.min(by: { $0.1 < $1.1 }), best.1 < called else {
      return nil
    }
    return Finding(
      "forecast.method-better", .warning, subject: best.0.rawValue,
      "'\(best.0.words)' came nearer than what was called",
      evidence: [
        .init("called_mape", .number(called)), .init("\(best.0.rawValue)_mape", .number(best.1)),
        .init("cases", .integer(both.count)),
      ],
      advice: "show both numbers in the forecast call, and ask which deals make the difference",
      place: input.place, command: command)
  }

  private static func range(_ result: Result, _ input: Input) -> Finding? {
    guard let share = result.rangeHitRate.value, result.periods >= input.leastPeriods,
      let verdict = input.benchmarks.judge("range_hit_rate", share), verdict.status != .green
    else { return nil }
    return Finding(
      "forecast.range-wrong", .info, subject: "range_hit_rate",
      "periods came out between P10 and P90 \(verdict.level == .tooHigh ? "more" : "less") often than they should",
      evidence: [.init("range_hit_rate", .number(share)), .init("expected", .number(expectedInRange))],
      advice:
        "set the stages' chances by their own win rates, and give 'slip' or 'correlation' what past periods show",
      place: input.place, command: command)
  }

  private static func unrecorded(_ result: Result, _ input: Input) -> Finding? {
    guard result.unrecordedWins > 0 else { return nil }
    let deals = result.unrecordedWins == 1 ? "1 won deal is" : "\(result.unrecordedWins) won deals are"
    return Finding(
      "forecast.unrecorded-wins", .warning, subject: input.forecaster.record.source.rawValue,
      "\(deals) not in the record that the methods are asked of",
      evidence: [
        .init("unrecorded_wins", .integer(result.unrecordedWins)),
        .init("unrecorded_value", .number(result.unrecordedValue)),
      ],
      advice: "export the history of all deals: what it lacks every method misses",
      place: input.place, stake: .money(result.unrecordedValue), command: command)
  }

  private static let command = "revops forecast backtest"
}
