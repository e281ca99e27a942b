extension PipelineCoverage {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [
      coverageFinding(result, input), amountFinding(result, input), dateFinding(result, input),
    ].compactMap(\.self) + input.table.findings(after: input.asOf, "revops pipeline coverage")
  }

  private static func coverageFinding(_ result: Result, _ input: Input) -> Finding? {
    guard let band = result.band, band.status != .green, let coverage = result.coverageTotal.value else {
      return nil
    }
    var evidence: [JSONValue.Member] = [.init("coverage_total", .number(coverage))]
    if let winRate = result.winRate.value { evidence.append(.init("win_rate", .number(winRate))) }
    let gap = result.gap.value.flatMap { $0 > 0 ? $0 : nil }
    return Finding(
      "pipeline.thin-coverage", .warning, subject: "\(result.from)..\(result.to)",
      "the pipeline covers what is left of the quota \(NumberFormat.ratio(coverage)): \(band.title)",
      evidence: evidence, advice: "create or pull in pipeline of the size of the gap, or lower the call now",
      place: input.place, stake: gap.map { .money($0) }, command: "revops pipeline coverage")
  }

  private static func amountFinding(_ result: Result, _ input: Input) -> Finding? {
    guard result.missingAmounts > 0 else { return nil }
    let count = result.missingAmounts
    return Finding(
      "pipeline.missing-amounts", .warning, subject: "\(result.from)..\(result.to)",
      "\(count) of the \(result.deals) open deals of the period \(count == 1 ? "has" : "have") no amount",
      evidence: [.init("missing_amounts", .integer(count))],
      advice: "have the owners give an amount; until then no sum counts these deals",
      command: "revops pipeline hygiene")
  }

  private static func dateFinding(_ result: Result, _ input: Input) -> Finding? {
    guard result.undated > 0 else { return nil }
    let count = result.undated
    return Finding(
      "pipeline.undated-deals", .warning, subject: "\(result.from)..\(result.to)",
      "\(count) open \(count == 1 ? "deal has" : "deals have") no close date, and so \(count == 1 ? "is" : "are") in "
        + "no period", evidence: [.init("undated_deals", .integer(count))],
      advice: "have the owners give the month they expect; until then no coverage counts these deals",
      command: "revops pipeline hygiene")
  }

  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [coverage(result, input), pipeline(result, input)]
    if !result.quarters.isEmpty { sections.append(quarters(result, input)) }
    for cut in result.cuts { sections.append(self.cut(cut, result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: title, subtitle: "open deals that close from \(result.from) to \(result.to)",
      currency: "\(input.table.currency)", sections: sections)
  }

  private static func coverage(_ result: Result, _ input: Input) -> Report.Section {
    func verdict(_ metric: String, _ figure: Figure) -> Report.Verdict? {
      figure.value.flatMap { input.benchmarks.judge(metric, $0) }?.level.verdict
    }
    let needed = result.winRate.value.flatMap { $0 > 0 ? "\(NumberFormat.ratio(1 / $0)) covers it" : nil }
    return Report.Section(
      "", "Coverage",
      [
        .figures([
          .init(
            "coverage_total", "Of all open deals", .ratio(result.coverageTotal),
            verdict: result.band?.verdict,
            note: needed),
          .init(
            "coverage_weighted", "Weighted", .ratio(result.coverageWeighted),
            verdict: verdict("coverage_weighted", result.coverageWeighted)),
          .init("coverage_aged", "Adjusted for age", .ratio(result.coverageAged)),
          .init(
            "forecast_coverage", "Of the commit", .ratio(result.forecastCoverage),
            verdict: verdict("forecast_coverage", result.forecastCoverage)),
          .init(
            "win_rate", "Win rate", .rate(result.winRate),
            note: input.isWinRateMeasured ? "measured over twelve months" : "stated"),
        ])
      ])
  }

  private static func pipeline(_ result: Result, _ input: Input) -> Report.Section {
    let missing = result.missingAmounts
    return Report.Section(
      "", "Pipeline and quota",
      [
        .figures([
          .init(
            "total", "Open", .money(.value(result.total)),
            note: "\(result.deals) \(result.deals == 1 ? "deal" : "deals")"
              + (missing > 0 ? ", \(missing) without an amount" : "")),
          .init("weighted", "Weighted", .money(result.weighted)),
          .init("aged", "Adjusted for age", .money(.value(result.aged))),
          .init("commit", "In commit", .money(result.commit)),
          .init("quota", "Quota", .money(result.quota)),
          .init("won", "Won in the period", .money(.value(result.won))),
          .init("quota_remaining", "Left of the quota", .money(result.quotaRemaining)),
          .init("required", "Pipeline that asks for", .money(result.required)),
          .init("gap", "Gap", .money(result.gap)),
        ])
      ])
  }

  /// The quarters as a table, those of the last year and to come as bars too.
  private static func quarters(_ result: Result, _ input: Input) -> Report.Section {
    let lastYear = "\(input.asOf.adding(months: -12))"
    let shown = result.quarters.filter { $0.to >= lastYear }.prefix(12)
    let points = shown.map { Report.Chart.Point($0.quarter, $0.total, .money(.value($0.total))) }
    let covered = shown.compactMap { quarter in
      quarter.coverageTotal.value.map {
        Report.Chart.Point(quarter.quarter, max(0, $0), .ratio(quarter.coverageTotal))
      }
    }
    let rows: [[Report.Cell]] = result.quarters.map {
      [
        .text($0.quarter), .count(.value(Double($0.deals))), .money(.value($0.total)), .money($0.weighted),
        .ratio($0.coverageTotal),
      ]
    }
    let columns: [Report.Column] = [
      .init("quarter", "Quarter"), .init("deals", "Deals"), .init("total", "Open"),
      .init("weighted", "Weighted"), .init("coverage_total", "Coverage"),
    ]
    let charts: [Report.Block] =
      [.chart(.init("Open pipeline", .bars, points: points))]
      + (covered.count > 1
        ? [.chart(.init("Coverage of what is left of each quota", .bars, points: covered))] : [])
    return Report.Section(
      "", "By quarter of the close date",
      charts + [.table(.init("quarters", columns: columns, rows: rows))])
  }

  private static func cut(_ cut: Cut, _ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = cut.groups.map { group in
      [
        .text(group.group.isEmpty ? "(none)" : group.group), .count(.value(Double(group.deals))),
        .money(.value(group.total)), .money(group.weighted), .money(.value(group.aged)),
        .money(.value(group.won)),
      ]
    }
    let columns: [Report.Column] = [
      .init("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("deals", "Deals"),
      .init("total", "Open"), .init("weighted", "Weighted"), .init("aged", "Aged"), .init("won", "Won"),
    ]
    let total: [Report.Cell] = [
      .text("all"), .count(.value(Double(result.deals))), .money(.value(result.total)),
      .money(result.weighted),
      .money(.value(result.aged)), .money(.value(result.won)),
    ]
    return Report.Section(
      "cuts.\(cut.by)", "By \(cut.by)", [.table(.init("groups", columns: columns, rows: rows, total: total))])
  }
}
