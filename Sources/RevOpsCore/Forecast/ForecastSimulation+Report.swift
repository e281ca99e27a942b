extension ForecastSimulation {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let later = input.later
    guard let chance = result.probabilityOfTarget.value, chance < 0.5, let target = result.target.value else {
      return later
    }
    return later + [
      Finding(
        "forecast.target-unlikely", .warning, subject: "target",
        "the deals as they stand reach the target less often than not",
        evidence: [
          .init("probability_of_target", .number(chance)), .init("target", .number(target)),
          .init("p50", .number(result.p50)),
        ],
        advice: "work the deals that move the chance most, or bring the target and its plan down",
        place: input.place, stake: .money(max(0, target - result.p50)), command: "revops forecast simulate")
    ]
  }

  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    Report(
      title: title, subtitle: subtitle(result, input), currency: input.currency,
      sections: [
        summary(result), deals(result), leftOut(result),
        findings.isEmpty ? nil : Report.Section("findings", "Findings", [.findings(findings)]),
      ].compactMap(\.self))
  }

  private static func subtitle(_ result: Result, _ input: Input) -> String {
    let period = input.period.map { "\($0.start) to \($0.lastDay), " } ?? ""
    guard let sampling = result.sampling else {
      let bound = result.errorBound.value ?? 0
      return period
        + (bound == 0
          ? "computed exactly" : "computed on a grid, no percentile off by more than the error bound")
    }
    let common = input.correlation > 0 ? ", correlated" : ""
    let trials = NumberFormat.number(Double(sampling.trials), places: 0)
    return "\(period)\(trials) trials\(common), seed \(sampling.seed)"
  }

  private static func summary(_ result: Result) -> Report.Section {
    func note(_ error: Double?) -> String? {
      error.map { "standard error \(NumberFormat.number($0, places: 0))" }
    }
    let sampling = result.sampling
    var figures: [Report.KeyFigure] = [
      .init("probability_of_target", "Chance to reach the target", .rate(result.probabilityOfTarget)),
      .init("target", "Target", .money(result.target)),
      .init("closed", "Closed", .money(.value(result.closed))),
      .init(
        "weighted", "Open, each at its chance", .money(.value(result.weighted)),
        note: "\(result.openDeals) \(result.openDeals == 1 ? "deal" : "deals")"),
      .init("p10", "90% sure of", .money(.value(result.p10)), note: note(sampling?.p10Error)),
      .init("p25", "75% sure of", .money(.value(result.p25))),
      .init("p50", "Even odds", .money(.value(result.p50)), note: note(sampling?.p50Error)),
      .init("p75", "25% hope for", .money(.value(result.p75))),
      .init("p90", "10% hope for", .money(.value(result.p90)), note: note(sampling?.p90Error)),
      .init("mean", "Mean", .money(.value(result.mean))),
      .init("sd", "Standard deviation", .money(.value(result.sd))),
    ]
    if let deals = result.createdDeals.value, deals > 0 {
      figures.insert(
        .init(
          "created_mean", "Yet to be created and closed", .money(result.createdMean),
          note: "\(NumberFormat.number(deals, places: 1)) deals"), at: 4)
    }
    if let bound = result.errorBound.value, bound > 0 {
      figures.append(.init("error_bound", "Error bound", .money(.value(bound))))
    }
    let points = result.histogram.map { stretch in
      Report.Chart.Point(
        "from \(NumberFormat.number(stretch.from, places: 0))", stretch.share, .rate(.value(stretch.share)))
    }
    return Report.Section(
      "summary", "Summary",
      [.figures(figures), .chart(.init("How likely each outcome is", .histogram, points: points))])
  }

  private static func deals(_ result: Result) -> Report.Section? {
    guard !result.deals.isEmpty else { return nil }
    let hasTarget = result.target.value != nil
    var columns: [Report.Column] = [
      .init("name", "Deal"), .init("amount", "Amount"), .init("probability", "Chance"),
    ]
    if hasTarget {
      columns += [
        .init("if_won", "Target if won"), .init("if_lost", "Target if lost"), .init("swing", "Swing"),
      ]
    }
    let rows: [[Report.Cell]] = result.deals.prefix(shownDeals).map { deal in
      let known: [Report.Cell] = [
        .text(deal.name), .money(.value(deal.amount)), .rate(.value(deal.probability)),
      ]
      return hasTarget ? known + [.rate(deal.ifWon), .rate(deal.ifLost), .rate(deal.swing)] : known
    }
    var blocks: [Report.Block] = [.table(.init("deals", columns: columns, rows: rows))]
    let more = result.deals.count - shownDeals
    if more > 0 {
      blocks.append(.paragraph("\(more) more \(more == 1 ? "deal" : "deals"): --format json lists them all."))
    }
    return Report.Section("deals", hasTarget ? "What the chance hangs on" : "The open deals", blocks)
  }

  /// How many deals a person is shown.
  private static let shownDeals = 20

  private static func leftOut(_ result: Result) -> Report.Section? {
    guard !result.leftOut.isEmpty else { return nil }
    let columns: [Report.Column] = [
      .init("reason", "Why"), .init("deals", "Deals"), .init("amount", "Amount"), .init("largest", "Which"),
    ]
    let rows: [[Report.Cell]] = result.leftOut.map { left in
      let more = left.deals > 3 ? ", ..." : ""
      return [
        .text(left.reason.words), .count(.value(Double(left.deals))), .money(.value(left.amount)),
        .text(left.largest.prefix(3).joined(separator: ", ") + more),
      ]
    }
    return Report.Section(
      "left_out", "Open deals not weighed", [.table(.init("left_out", columns: columns, rows: rows))])
  }
}
