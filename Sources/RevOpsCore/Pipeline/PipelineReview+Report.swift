extension PipelineReview {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [forecast(result), topDeals(result), health(result, input), week(result)]
    if let bridge = result.bridge, bridge.isValued { sections.append(change(bridge, result)) }
    for cut in result.cuts where !cut.groups.isEmpty { sections.append(self.cut(cut, result)) }
    if !result.actions.isEmpty { sections.append(actions(result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    let since = result.since.map { "changes since \($0)" } ?? "changes since \(input.since)"
    return Report(
      title: title, subtitle: "the period is \(result.from) to \(result.to); \(since)",
      currency: "\(input.table.currency)", sections: sections)
  }

  private static func forecast(_ result: Result) -> Report.Section {
    let figures: [Report.KeyFigure] = [
      .init("won", "Won in the period", .money(.value(result.won))),
      .init("call", "Won and commit", .money(result.call)),
      .init("call_before", "The same before", .money(result.callBefore)),
      .init("call_change", "Change", .money(result.callChange)),
    ]
    let rows: [[Report.Cell]] = result.forecast.map {
      [
        .text($0.category.title), .count(.value(Double($0.deals))), .money(.value($0.value)),
        .money($0.valueBefore),
        .money($0.change),
      ]
    }
    let columns: [Report.Column] = [
      .init("category", "Category"), .init("deals", "Deals"), .init("value", "Open now"),
      .init("value_before", "Before"), .init("change", "Change"),
    ]
    let table: [Report.Block] = rows.isEmpty ? [] : [.table(.init("forecast", columns: columns, rows: rows))]
    return Report.Section("", "Forecast", [.figures(figures)] + table)
  }

  private static func topDeals(_ result: Result) -> Report.Section {
    guard !result.topDeals.isEmpty else {
      return Report.Section(
        "", "Largest deals", [.paragraph("No open deal with an amount is to close in the period.")])
    }
    let rows: [[Report.Cell]] = result.topDeals.map { deal in
      [
        .text(deal.name.isEmpty ? deal.id : "\(deal.name) (\(deal.id))"), .text(deal.owner),
        .money(.value(deal.amount)), .text(deal.stage),
        .text([deal.nextStep, deal.nextStepDate ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")),
        .text(deal.risks.joined(separator: "; ")), deal.closeDate.map { .date($0) } ?? .blank,
      ]
    }
    let columns: [Report.Column] = [
      .init("id", "Deal"), .init("owner", "Owner"), .init("amount", "Amount"), .init("stage", "Stage"),
      .init("next_step", "Next step"), .init("risks", "Risk"), .init("close_date", "Close"),
    ]
    return Report.Section("", "Largest deals", [.table(.init("top_deals", columns: columns, rows: rows))])
  }

  private static func health(_ result: Result, _ input: Input) -> Report.Section {
    let health = result.health
    func verdict(_ metric: String, _ figure: Figure) -> Report.Verdict? {
      figure.value.flatMap { input.health.benchmarks.judge(metric, $0) }?.level.verdict
    }
    let needed = health.coverageNeeded.value.map { "the win rate asks for \(NumberFormat.ratio($0))" }
    let days = input.health.settings
    return Report.Section(
      "health", "Pipeline health",
      [
        .figures([
          .init(
            "coverage_total", "Coverage", .ratio(health.coverageTotal),
            verdict: verdict("coverage", health.coverageTotal), note: needed),
          .init("open_pipeline", "Open", .money(.value(health.openPipeline)), note: "whenever it closes"),
          .init(
            "stalled_share", "Stalled", .rate(health.stalledShare),
            note: health.stalledShare.value.map { _ in "no activity for \(days.staleDays) days" }),
          .init(
            "untouched_share", "Untouched", .rate(health.untouchedShare),
            note: health.untouchedShare.value.map { _ in "no activity for \(days.untouchedDays) days" }),
          .init("missing_next_step_share", "No next step", .rate(health.missingNextStepShare)),
          .init("pushed_share", "Pushed twice or more", .rate(health.pushedShare)),
          .init("concentration", "In the largest deal", .rate(health.concentration)),
        ])
      ])
  }

  private static func week(_ result: Result) -> Report.Section {
    func deals(_ sum: Sum) -> String { "\(sum.deals) \(sum.deals == 1 ? "deal" : "deals")" }
    let week = result.week
    let figures: [Report.KeyFigure] = [
      .init(
        "created", "Created", .money(week.created.value),
        note: week.created.deals.value.map { deals(Sum(deals: Int($0), value: 0)) }),
      .init(
        "pushed_value", "Pushed to a later day", .money(week.pushedValue),
        note: week.pushedDeals.value.map { deals(Sum(deals: Int($0), value: 0)) }),
      .init("lost", "Lost", .money(.value(week.lost.value)), note: deals(week.lost)),
      .init("won", "Won", .money(.value(week.won.value)), note: deals(week.won)),
    ]
    let rows: [[Report.Cell]] = result.lossReasons.map {
      [
        .text($0.reason.isEmpty ? "(none given)" : $0.reason), .count(.value(Double($0.deals))),
        .money(.value($0.value)),
      ]
    }
    let columns: [Report.Column] = [
      .init("reason", "Lost because of"), .init("deals", "Deals"), .init("value", "Value"),
    ]
    let table: [Report.Block] =
      rows.isEmpty ? [] : [.table(.init("loss_reasons", columns: columns, rows: rows))]
    return Report.Section("week", "What happened since", [.figures(figures)] + table)
  }

  private static func change(_ bridge: PipelineMovement.Bridge, _ result: Result) -> Report.Section {
    Report.Section(
      "bridge", "How the period's pipeline changed",
      [.chart(.init("", .waterfall, points: PipelineMovement.points(bridge)))])
  }

  private static func cut(_ cut: Cut, _ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = cut.groups.map { group in
      [
        .text(group.group.isEmpty ? "(none)" : group.group), .count(.value(Double(group.open.deals))),
        .money(.value(group.open.value)), .money(group.commit), .money(group.bestCase),
        .money(.value(group.won)),
        .money(group.week.created.value), .money(group.week.pushedValue),
        .money(.value(group.week.lost.value)),
      ]
    }
    func sum(_ key: KeyPath<Group, Double>) -> Report.Cell {
      .money(.value(cut.groups.reduce(0) { $0 + $1[keyPath: key] }))
    }
    func sum(_ key: KeyPath<Group, Figure>) -> Report.Cell {
      let figures = cut.groups.map { $0[keyPath: key] }
      return .money(figures.first { $0.value == nil } ?? .value(figures.reduce(0) { $0 + ($1.value ?? 0) }))
    }
    let columns: [Report.Column] = [
      .init("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("deals", "Deals"),
      .init("open", "Open"), .init("commit", "Commit"), .init("best_case", "Best case"), .init("won", "Won"),
      .init("created", "Created"), .init("pushed", "Pushed"), .init("lost", "Lost"),
    ]
    let deals = cut.groups.reduce(0) { $0 + $1.open.deals }
    let total: [Report.Cell] = [
      .text("all"), .count(.value(Double(deals))), sum(\.open.value), sum(\.commit), sum(\.bestCase),
      sum(\.won),
      sum(\.week.created.value), sum(\.week.pushedValue), sum(\.week.lost.value),
    ]
    return Report.Section(
      "cuts.\(cut.by)", "By \(cut.by)", [.table(.init("groups", columns: columns, rows: rows, total: total))])
  }

  private static func actions(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.actions.map {
      [.count(.value(Double($0.rank))), .text($0.about), .text($0.owner), .text($0.action)]
    }
    let columns: [Report.Column] = [
      .init("rank", "#"), .init("about", "About"), .init("owner", "Owner"), .init("action", "What to do"),
    ]
    return Report.Section("", "Actions", [.table(.init("actions", columns: columns, rows: rows))])
  }

  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let risky = result.topDeals.filter { !$0.risks.isEmpty }
    let asOf = input.health.asOf
    let period = "\(result.from)..\(result.to)"
    let command = "revops pipeline review"
    let untold = input.before?.untold.findingOfNoHistory(period, command)
    let later = [untold].compactMap(\.self) + input.table.findings(after: asOf, command)
    guard let first = risky.first else { return later }
    let value = risky.reduce(0) { $0 + $1.amount }
    let row = (0..<input.table.count).first { input.table.line($0) == first.line }
    return later + [
      Finding(
        "pipeline.top-deals-at-risk", .warning, subject: period,
        (result.topDeals.count == 1
          ? "the largest deal has something"
          : "\(risky.count) of the \(result.topDeals.count) largest deals "
            + (risky.count == 1 ? "has something" : "have something")) + " against closing as planned",
        evidence: [
          .init("deals", .array(risky.map { .string($0.id) })), .init("value", .number(value)),
        ],
        advice: "ask what the buyer agreed to do next and by when, and what would make the deal fall apart",
        place: row.flatMap { input.table.place($0) }, stake: .money(value),
        command: "revops pipeline review")
    ]
  }
}

extension DealCategory {
  /// The category for people.
  var title: String {
    switch self {
    case .omitted: "omitted"
    case .pipeline: "pipeline"
    case .upside: "upside"
    case .bestCase: "best case"
    case .mostLikely: "most likely"
    case .commit: "commit"
    case .closed: "closed"
    }
  }
}
