extension ForecastAccuracy {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [summary(result, input)]
    if result.byLength.count > 1 { sections.append(lengths(result)) }
    sections += [people(result), periods(result)]
    if let leftOut = leftOut(result) { sections.append(leftOut) }
    sections.append(Report.Section("findings", "Findings", [.findings(findings)]))
    let count = result.total.periods
    return Report(
      title: title,
      subtitle: "\(count) \(count == 1 ? "period" : "periods"), accuracy is \(result.definition.formula)",
      currency: input.currency, sections: sections)
  }

  private static func summary(_ result: Result, _ input: Input) -> Report.Section {
    let total = result.total
    func verdict(_ metric: String, _ figure: Figure) -> Report.Verdict? {
      figure.value.flatMap { input.benchmarks.judge(metric, $0)?.shown }
    }
    var figures: [Report.KeyFigure] = [
      .init("mape", "MAPE, all calls of a period as one", .rate(total.mape), verdict: total.band?.shown),
      .init("wmape", "Weighted MAPE", .rate(total.wmape), verdict: verdict("wmape", total.wmape)),
      .init(
        "actual_to_forecast", "Came / called (actual / forecast)", .rate(total.actualToForecast),
        verdict: verdict("forecast_accuracy", total.actualToForecast), note: "above 100% called too low"),
      .init(
        "forecast_to_actual", "Called / came (forecast / actual)", .rate(total.forecastToActual),
        note: "above 100% promised too much"),
      .init(
        "forecast_bias", "Bias, above 0 promises too much", .rate(total.forecastBias),
        verdict: verdict("forecast_bias", total.forecastBias)),
      .init(
        "hit_rate", "Periods that brought the call", .rate(total.hitRate),
        verdict: verdict("hit_rate", total.hitRate)),
      .init(
        "best_case_reached", "Periods that reached the best case", .rate(total.bestCaseReached),
        verdict: verdict("best_case_reached", total.bestCaseReached)),
      .init("called", "Called", .money(total.called)),
      .init("actual", "Came", .money(total.actual)),
    ]
    if result.definition == .oneLessError {
      figures.insert(
        .init(
          "forecast_accuracy", "Accuracy (\(result.definition.formula))", .rate(total.forecastAccuracy)),
        at: 2)
    }
    let zeros = result.calls.count { $0.actual <= 0 }
    guard zeros > 0 else { return Report.Section("summary", "Summary", [.figures(figures)]) }
    let note = """
      \(zeros) of \(result.calls.count) single calls came to nothing or less: they have no error in percent and are not in a \
      person's MAPE, but bias, weighted MAPE and hit rate count them.
      """
    return Report.Section("summary", "Summary", [.figures(figures), .paragraph(note)])
  }

  /// The record over periods of each length, where there are several.
  private static func lengths(_ result: Result) -> Report.Section {
    let columns: [Report.Column] = [
      .init("length", "Periods of a"), .init("periods", "Periods"), .init("called", "Called"),
      .init("actual", "Came"), .init("actual_to_forecast", "Came / called"),
      .init("forecast_to_actual", "Called / came"), .init("mape", "MAPE"), .init("hit_rate", "Hit rate"),
    ]
    let rows: [[Report.Cell]] = result.byLength.map { length in
      let record = length.record
      return [
        .text(length.length), .count(.value(Double(record.periods))), .money(record.called),
        .money(record.actual),
        .rate(record.actualToForecast), .rate(record.forecastToActual), .rate(record.mape),
        .rate(record.hitRate),
      ]
    }
    return Report.Section(
      "by_length", "By length of period",
      [
        .table(.init("by_length", columns: columns, rows: rows)),
        .paragraph(
          "A quarter and its months are of one business and are not added up: the summary is of the first line, and each "
            + "person's record of the length that covers the most of their calls."),
      ])
  }

  private static func people(_ result: Result) -> Report.Section {
    let isMixed = result.byLength.count > 1
    let length: [Report.Column] = isMixed ? [.init("length", "Periods of a")] : []
    let columns: [Report.Column] =
      [.init("person", "Person")] + length + [
        .init("called", "Called"),
        .init("actual", "Came"), .init("actual_to_forecast", "Came / called"),
        .init("forecast_to_actual", "Called / came"), .init("mape", "MAPE"), .init("hit_rate", "Hit rate"),
        .init("course", "By period"), .init("pattern", "Pattern"),
      ]
    let rows: [[Report.Cell]] = result.people.map { person in
      let record = person.record
      return [
        .text(person.person)
      ] + (isMixed ? [.text(person.length)] : []) + [
        .money(record.called), .money(record.actual), .rate(record.actualToForecast),
        .rate(record.forecastToActual),
        .rate(record.mape), .rate(record.hitRate), .sparkline(person.course),
        person.pattern.map { .verdict(.init($0.words, .fair)) } ?? .blank,
      ]
    }
    return Report.Section("people", "By person", [.table(.init("people", columns: columns, rows: rows))])
  }

  private static func periods(_ result: Result) -> Report.Section {
    let columns: [Report.Column] = [
      .init("period", "Period"), .init("calls", "Calls"), .init("forecast", "Called"),
      .init("actual", "Came"), .init("actual_to_forecast", "Came / called"),
      .init("forecast_to_actual", "Called / came"), .init("forecast_error", "Error"),
    ]
    let rows: [[Report.Cell]] = result.byPeriod.map { period in
      [
        .text(period.period), .count(.value(Double(period.calls))), .money(.value(period.forecast)),
        .money(.value(period.actual)), .rate(period.actualToForecast), .rate(period.forecastToActual),
        .rate(period.forecastError),
      ]
    }
    return Report.Section(
      "by_period", "By period", [.table(.init("by_period", columns: columns, rows: rows))])
  }

  private static func leftOut(_ result: Result) -> Report.Section? {
    guard !result.leftOut.isEmpty else { return nil }
    let lines = result.leftOut.map { left in
      let shown = left.calls.prefix(10).joined(separator: ", ")
      let more = left.calls.count > 10 ? " and \(left.calls.count - 10) more" : ""
      return "\(left.reason.words): \(shown)\(more)"
    }
    return Report.Section("left_out", "Not counted", [.list(lines)])
  }
}

extension TrackRecord.Pattern {
  /// The habit in words.
  var words: String {
    switch self {
    case .sandbagger: "calls low"
    case .worstCaseDeliverer: "worst case"
    }
  }
}
