extension ForecastCalibration {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let command = "revops forecast calibrate"
    return [
      uncalled(result, input, command), input.spellings?.finding(command),
      input.hierarchy.divided.finding(command),
    ].compactMap(\.self)
  }

  /// That nobody calls the period that the section asks for.
  private static func uncalled(_ result: Result, _ input: Input, _ command: String) -> Finding? {
    guard let asked = input.period, let period = result.period, calledPeriod(input) == nil else { return nil }
    return Finding(
      "forecast.period-not-called", .info, subject: "period",
      "nobody calls \(asked), so that the first period called that has not ended is added up: \(period)",
      evidence: [.init("asked", .string("\(asked)")), .init("period", .string(period))],
      advice: "give calls of \(asked), or leave 'forecast.period' to the other forecasts",
      place: input.periodPlace, command: command)
  }

  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    let figures: [Report.KeyFigure] = [
      .init("called_forecast", "Called", .money(result.calledForecast)),
      .init("calibrated_call", "Corrected by history", .money(result.calibratedCall)),
      .init("change", "Change", .money(result.change)),
    ]
    let columns: [Report.Column] = [
      .init("person", "Person"), .init("period", "Period"), .init("call", "Call"),
      .init("history", "Actual / called"), .init("periods", "Periods"), .init("weight", "Weight of history"),
      .init("ratio", "Factor"), .init("calibrated_call", "Corrected"),
    ]
    let rows: [[Report.Cell]] = result.calls.map { call in
      [
        .text(call.person), .text(call.period ?? "today"), .money(.value(call.call)), .rate(call.history),
        .count(.value(Double(call.periods))), .rate(.value(call.weight)), .ratio(call.ratio),
        .money(call.calibratedCall),
      ]
    }
    var blocks: [Report.Block] = [.table(.init("calls", columns: columns, rows: rows))]
    if result.calls.isEmpty {
      blocks = [
        .paragraph(
          "No call of a period that has not ended: add its row to the forecasts table, or give 'calls'.")
      ]
    }
    return Report(
      title: title,
      subtitle: result.period.map { "sums of \($0)" } ?? "", currency: input.currency,
      sections: [
        Report.Section("summary", "Summary", [.figures(figures)]),
        Report.Section("calls", "By person", blocks),
      ] + (findings.isEmpty ? [] : [Report.Section("findings", "Findings", [.findings(findings)])]))
  }
}
