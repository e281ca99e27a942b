extension ForecastCalibration {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let command = "revops forecast calibrate"
    return [input.spellings?.finding(command), input.hierarchy.divided.finding(command)].compactMap(\.self)
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
