extension PlanRecovery {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [path(result), time(result), levers(result), together(result)].compactMap(\.self)
    if !result.namedDeals.isEmpty { sections.append(named(result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: "\(title) \(result.period)", subtitle: "\(result.from) to \(result.to)",
      currency: input.currency,
      sections: sections)
  }

  private static func path(_ result: Result) -> Report.Section {
    let verdict: Report.Verdict =
      switch result.verdict {
      case .onCourse: .init("on course", .good)
      case .credible: .init("credible with levers moved", .fair)
      case .notCredible: .init("not credible", .poor)
      case .unknown: .init("not known", .neutral)
      }
    var blocks: [Report.Block] = [
      .figures([
        .init("miss", "Missed before", .money(.value(result.miss))),
        .init("target", "Target", .money(.value(result.target))),
        .init("closed", "Closed so far", .money(.value(result.closed))),
        .init("named", "Named deals", .money(.value(result.named))),
        .init(
          "recovery_gap", "Gap", .money(.value(result.recoveryGap)), note: "miss + target - closed - named"),
        .init("expected", "Expected", .money(result.expected), verdict: verdict),
        .init(
          "recovery_shortfall", "Short by", .money(result.recoveryShortfall),
          note: "if the levers stay as they are"),
      ])
    ]
    let rest = result.expected.value.map { $0 - result.closed - result.named }
    if let rest, let shortfall = result.recoveryShortfall.value {
      blocks.append(
        .chart(
          .init(
            "From miss and target to what is missing", .waterfall,
            points: [
              point("miss + target", result.miss + result.target), point("closed", -result.closed),
              point("named", -result.named), point("from pipeline", -rest), point("missing", shortfall),
            ])))
    }
    return Report.Section("path", "What is to be made up for", blocks)
  }

  private static func point(_ label: String, _ amount: Double) -> Report.Chart.Point {
    .init(label, amount, .money(.value(amount)))
  }

  private static func time(_ result: Result) -> Report.Section {
    Report.Section(
      "pipeline", "The pipeline it takes, and whether there is time",
      [
        .figures([
          .init(
            "recovery_pipeline", "Pipeline needed", .money(result.recoveryPipeline), note: "gap / win rate"),
          .init("open_pipeline", "Open and due", .money(result.openPipeline), note: "beside the named deals"),
          .init("pipeline_to_create", "To be created", .money(result.pipelineToCreate)),
          .init(
            "open_by", "To be opened by", .date(result.openBy ?? "–"), note: "the cycle before the last day"),
          .init(
            "months_to_create", "Time to open deals", .duration(result.monthsToCreate, .months)),
          .init("per_month_needed", "A month until then", .money(result.perMonthNeeded)),
          .init("pipeline_per_month", "Created a month so far", .money(result.pipelinePerMonth)),
        ])
      ])
  }

  private static func levers(_ result: Result) -> Report.Section? {
    guard !result.levers.isEmpty else { return nil }
    let rows: [[Report.Cell]] = result.levers.map { lever in
      [
        .text(lever.lever.title), cell(lever.lever, lever.now), cell(lever.lever, lever.needed),
        lever.change.value == nil ? .blank : .rate(lever.change), reach(lever.withinReach, lever.needed),
        .money(lever.tenthAdds),
      ]
    }
    let columns: [Report.Column] = [
      .init("lever", "Lever"), .init("now", "Now"), .init("needed", "Needed"), .init("change", "Change"),
      .init("within_reach", "Within reach"), .init("tenth_adds", "A tenth adds"),
    ]
    return Report.Section(
      "levers", "What each lever has to become alone",
      [
        .table(.init("levers", columns: columns, rows: rows)),
        .paragraph(
          "The reach is \(CellText.people(.rate(.value(result.reach)), "")) of what a lever is today. A shorter cycle "
            + "leaves more days to open deals that still close; what is due later is not counted as pulled in."
        ),
      ])
  }

  /// Combinations that the text shows: more are in the JSON.
  private static func together(_ result: Result) -> Report.Section? {
    guard !result.combinations.isEmpty else { return nil }
    let rows: [[Report.Cell]] = result.combinations.map { combination in
      func value(_ lever: RecoveryLever, _ figure: Figure) -> Report.Cell {
        combination.levers.contains(lever) ? cell(lever, figure) : .blank
      }
      return [
        .rate(combination.share), reach(combination.withinReach, combination.share),
        value(.averageDeal, combination.averageDeal), value(.winRate, combination.winRate),
        value(.created, combination.pipelinePerMonth), value(.cycle, combination.cycleDays),
      ]
    }
    let columns: [Report.Column] = [
      .init("share", "Each by"), .init("within_reach", "Within reach"),
      .init("average_deal", "Deal size"), .init("win_rate", "Win rate"),
      .init("pipeline_per_month", "A month"), .init("cycle_days", "Cycle"),
    ]
    return Report.Section(
      "combinations", "What levers have to become together",
      [.table(.init("combinations", columns: columns, rows: rows))])
  }

  private static func reach(_ isWithin: Bool, _ figure: Figure) -> Report.Cell {
    guard figure.value != nil else { return .verdict(.init("no", .poor)) }
    return .verdict(isWithin ? .init("yes", .good) : .init("no", .poor))
  }

  private static func cell(_ lever: RecoveryLever, _ value: Figure) -> Report.Cell {
    switch lever {
    case .averageDeal, .created: .money(value)
    case .winRate: .rate(value)
    case .cycle: .duration(value, .days)
    }
  }

  private static func named(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.namedDeals.map { deal in
      [
        .text(deal.deal), .money(deal.amount), deal.closeDate.map { .date($0) } ?? .blank,
        .text(deal.owner ?? "–"), .text(deal.action ?? "–"), deal.by.map { .date($0) } ?? .blank,
        .verdict(
          .init(deal.standing.rawValue, deal.standing == .open || deal.standing == .won ? .good : .poor)),
      ]
    }
    let columns: [Report.Column] = [
      .init("deal", "Deal"), .init("amount", "Amount"), .init("close_date", "Closes"),
      .init("owner", "Owner"), .init("action", "Action"), .init("by", "By"), .init("standing", "Standing"),
    ]
    return Report.Section(
      "named_deals", "Named deals", [.table(.init("named_deals", columns: columns, rows: rows))])
  }
}
