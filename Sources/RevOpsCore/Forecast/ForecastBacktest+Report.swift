extension ForecastBacktest {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [summary(result, input), methods(result, input)]
    if result.cases > 0 {
      sections += [weeks(result), periods(result)]
    }
    sections.append(now(result, input))
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    let count = result.periods == 1 ? "1 past \(input.every)" : "\(result.periods) past \(input.every)s"
    return Report(
      title: title, subtitle: "\(count), asked at the end of each week; from \(result.source.words)",
      currency: input.currency, sections: sections)
  }

  private static func summary(_ result: Result, _ input: Input) -> Report.Section {
    let band = result.bestMape.value.flatMap { input.benchmarks.judge("mape", $0)?.shown }
    let range = result.rangeHitRate.value.flatMap { input.benchmarks.judge("range_hit_rate", $0)?.shown }
    let figures: [Report.KeyFigure] = [
      .init("best", "Best method", result.best.map { .text($0.words) } ?? .rate(result.bestMape)),
      .init("best_mape", "Its mean error", .rate(result.bestMape), verdict: band),
      .init(
        "compared_cases", "Compared over", .count(.value(Double(result.comparedCases))),
        note: "weeks of \(result.comparedPeriods) periods that all compared have a figure for"),
      .init(
        "range_hit_rate", "Came out between P10 and P90", .rate(result.rangeHitRate), verdict: range,
        note: "\(NumberFormat.rate(expectedInRange)) where the simulation's chances are right"),
    ]
    return Report.Section("", "Summary", [.figures(figures)])
  }

  private static func methods(_ result: Result, _ input: Input) -> Report.Section {
    let columns: [Report.Column] = [
      .init("method", "Method"), .init("periods", "Periods"), .init("cases", "Weeks"),
      .init("mape", "Error"), .init("wmape", "Weighted"), .init("forecast_bias", "Bias"),
      .init("compared_mape", "Compared"), .init("band", "Band"),
    ]
    let rows: [[Report.Cell]] = result.methods.map { record in
      let band = record.mape.value.flatMap { input.benchmarks.judge("mape", $0)?.shown }
      return [
        .text(record.method.words), .count(.value(Double(record.periods))),
        .count(.value(Double(record.cases))),
        rate(record.mape), rate(record.wmape), rate(record.forecastBias), rate(record.comparedMape),
        band.map { .verdict($0) } ?? .blank,
      ]
    }
    var blocks: [Report.Block] = [.table(.init("methods", columns: columns, rows: rows))]
    let lacking = result.methods.filter { $0.cases < result.cases || result.cases == 0 }.compactMap {
      record in
      record.lacks.map { "\(record.method.words): \(record.cases == 0 ? "" : "not always, ")\($0)" }
    }
    if !lacking.isEmpty { blocks.append(.list(lacking)) }
    return Report.Section("methods", "How each method did", blocks)
  }

  /// The methods that have any figure of the past, in their order.
  private static func shown(_ result: Result) -> [BacktestMethod] {
    BacktestMethod.allCases.filter { method in
      result.methods.contains { $0.method == method && $0.cases > 0 }
    }
  }

  private static func weeks(_ result: Result) -> Report.Section {
    let methods = shown(result)
    let columns =
      [Report.Column("week", "Week")] + methods.map { Report.Column($0.rawValue, $0.short) }
      + [Report.Column("best", "Best")]
    let rows: [[Report.Cell]] = result.byWeek.map { week in
      [.count(.value(Double(week.week)))] + methods.map { rate(week.mape[$0]) }
        + [week.best.map { .text($0.short) } ?? .blank]
    }
    return Report.Section(
      "by_week", "Mean error by the week of the period",
      [
        .table(.init("by_week", columns: columns, rows: rows)),
        .paragraph(
          methods.map { "\($0.short): \($0.words)" }.joined(separator: "; ")
            + ". Best is asked of those with the most periods, over the same ones."),
      ])
  }

  private static func periods(_ result: Result) -> Report.Section {
    let nearest: [Report.Column] = [
      .init("period", "Period"), .init("actual", "Came"), .init("nearest", "Nearest"),
      .init("weeks", "Weeks"), .init("error", "Its error"), .init("bias", "Its bias"),
    ]
    let rows: [[Report.Cell]] = result.byPeriod.map { record in
      [
        .text(record.period), .money(.value(record.actual)),
        record.nearest.map { .text($0.words) } ?? .blank,
        record.nearest == nil ? .blank : .count(.value(Double(record.comparedWeeks))),
        rate(record.nearestMape), rate(record.nearestBias),
      ]
    }
    let methods = shown(result)
    let columns = [Report.Column("period", "Period")] + methods.map { Report.Column($0.rawValue, $0.short) }
    let errors = result.byPeriod.map { record in
      [Report.Cell.text(record.period)] + methods.map { rate(record.mape[$0]) }
    }
    return Report.Section(
      "by_period", "Mean error over the weeks of each period",
      [
        .table(.init("nearest", columns: nearest, rows: rows)),
        .table(.init("mape", columns: columns, rows: errors)),
        .paragraph(
          "Nearest is asked over the weeks for which all methods with figures of half the weeks and more have one."
        ),
      ])
  }

  private static func now(_ result: Result, _ input: Input) -> Report.Section {
    let columns: [Report.Column] = [.init("method", "Method"), .init("figure", "Figure")]
    let methods = result.methods.map(\.method)
    let rows: [[Report.Cell]] = methods.map { method in
      [.text(method.words), .money(result.now.figures[method])]
    }
    var blocks: [Report.Block] = []
    let stands = result.course.filter { $0.p50.value != nil }
    if stands.count > 1 {
      var chart = Report.Chart(
        "P10 to P90 of \(result.now.period) from week to week",
        .fan(mark: input.forecaster.settings.target),
        points: stands.map { stand in
          Report.Chart.Point(
            stand.day, stand.p10.value ?? 0, to: stand.p90.value ?? 0, .money(stand.p50),
            middle: stand.p50.value)
        })
      chart.ends = ["P10", "P50", "P90"]
      blocks.append(.chart(chart))
    }
    blocks.append(.table(.init("now", columns: columns, rows: rows)))
    return Report.Section("now", "What they say of \(result.now.period) on \(result.now.day)", blocks)
  }

  private static func rate(_ figure: Figure) -> Report.Cell { figure.value == nil ? .blank : .rate(figure) }
}

extension ForecastBacktest.Input {
  /// What a period is called.
  var every: String { forecaster.settings.backtest.every.rawValue }
}

extension PastDeals.Source {
  /// What recorded the deals, in words.
  var words: String {
    switch self {
    case .history: "the stage history"
    case .snapshots: "snapshots"
    case .opportunities: "the opportunities as they are"
    }
  }
}
