extension PipelineHealth {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    let leads = Report.KeyFigure("mqls_waiting", "MQLs waiting", .count(result.mqlsWaiting))
    var sections = [
      coverage(result, input), pace(result, input), balance(result, input), quality(result, input),
      hygiene(result), Report.Section("", "Leads", [.figures([leads])]),
    ]
    if !result.owners.isEmpty { sections.append(groups(result.owners, by: "owner", key: "owners")) }
    for cut in result.cuts { sections.append(groups(cut.groups, by: cut.by, key: "cuts.\(cut.by)")) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    let deals = result.coverage.openDeals
    return Report(
      title: title,
      subtitle:
        "\(deals) open \(deals == 1 ? "deal" : "deals"); the period is \(result.from) to \(result.to)",
      currency: "\(input.deals.currency)", sections: sections)
  }

  private static func coverage(_ result: Result, _ input: Input) -> Report.Section {
    let coverage = result.coverage
    return Report.Section(
      "coverage", "Coverage",
      [
        .figures([
          .init("open_pipeline", "Open", .money(.value(coverage.openPipeline))),
          .init("period_pipeline", "Closes in the period", .money(.value(coverage.periodPipeline))),
          .init("weighted", "The same, weighted", .money(coverage.weighted)),
          .init("won", "Won in the period", .money(.value(coverage.won))),
          .init("quota_remaining", "Left of the quota", .money(coverage.quotaRemaining)),
          figure("coverage_total", "Coverage", .ratio(coverage.coverageTotal), "coverage", input),
          figure(
            "coverage_weighted", "Weighted", .ratio(coverage.coverageWeighted), "coverage_weighted", input),
          figure(
            "forecast_coverage", "Of the commit", .ratio(coverage.forecastCoverage), "forecast_coverage",
            input
          ),
          .init("pipeline_created", "Created in a month", .money(coverage.pipelineCreated)),
          figure(
            "pipeline_created_ratio", "For the month's quota", .ratio(coverage.pipelineCreatedRatio),
            "pipeline_created_ratio", input),
        ])
      ])
  }

  private static func pace(_ result: Result, _ input: Input) -> Report.Section {
    let pace = result.pace
    return Report.Section(
      "pace", "Pace",
      [
        .figures([
          .init(
            "stalled_share", "Stalled", .rate(pace.stalledShare),
            note: deals(pace.stalledCount, "without activity for \(input.settings.staleDays) days")),
          .init(
            "days_in_stage", "Days in stage", .number(pace.daysInStage, places: 1),
            note: pace.daysInStage.value.map { _ in "on average" }),
          .init(
            "stage_age_ratio", "Against won deals", .ratio(pace.stageAgeRatio),
            note: pace.stageAgeRatio.value.map { _ in "days in stage / the median of won deals" }),
          .init(
            "pushed_share", "Pushed", .rate(pace.pushedShare), note: deals(pace.pushedCount, "twice or more")),
        ])
      ])
  }

  private static func balance(_ result: Result, _ input: Input) -> Report.Section {
    let balance = result.balance
    var blocks: [Report.Block] = [
      .figures([
        .init(
          "linearity", "Closes in the last month", .rate(balance.linearity),
          note: balance.linearity.value.map { _ in "of the period" }),
        .init("early_stage_share", "In early stages", .rate(balance.earlyStageShare)),
        .init("mid_stage_share", "In middle stages", .rate(balance.midStageShare)),
        .init("late_stage_share", "In late stages", .rate(balance.lateStageShare)),
        figure(
          "negotiation_share", "In negotiation", .rate(balance.negotiationShare), "negotiation_share", input),
        .init(
          "concentration", "In the largest deal", .rate(balance.concentration),
          note: balance.largestDeal.value.map { NumberFormat.money($0, "\(input.deals.currency)") }),
        figure("herfindahl", "Herfindahl index", .number(balance.herfindahl, places: 3), "herfindahl", input),
      ])
    ]
    let owners = result.owners.filter { $0.coverage.openPipeline > 0 }.prefix(10)
    if owners.count > 1 {
      let points = owners.map { owner in
        let open = owner.coverage.openPipeline
        return Report.Chart.Point(owner.group.isEmpty ? "(none)" : owner.group, open, .money(.value(open)))
      }
      blocks.append(.chart(.init("Open pipeline of the largest owners", .bars, points: points)))
    }
    return Report.Section("balance", "Balance", blocks)
  }

  private static func quality(_ result: Result, _ input: Input) -> Report.Section {
    let quality = result.quality
    return Report.Section(
      "quality", "Quality",
      [
        .figures([
          .init(
            "zero_amount_share", "No amount", .rate(quality.zeroAmountShare),
            note: deals(.value(Double(quality.zeroAmountCount)))),
          .init(
            "untouched_share", "Untouched", .rate(quality.untouchedShare),
            note: deals(quality.untouchedCount, "without activity for \(input.settings.untouchedDays) days")),
          .init(
            "missing_next_step_share", "No next step", .rate(quality.missingNextStepShare),
            note: deals(quality.missingNextStepCount)),
          .init(
            "icp_share", "Fits the profile", .rate(quality.icpShare),
            note: quality.icpShare.value.map { _ in "tier " + input.settings.icpTiers.joined(separator: ", ")
            }),
          .init(
            "single_threaded_share", "One contact", .rate(quality.singleThreadedShare),
            note: deals(quality.singleThreadedCount)),
          figure(
            "contacts_engaged", "Contacts a deal", .number(quality.contactsEngaged, places: 1),
            "contacts_engaged", input),
        ])
      ])
  }

  /// The four sides of each group, a table each.
  private static func groups(_ groups: [Group], by column: String, key: String) -> Report.Section {
    let heading = column.prefix(1).uppercased() + column.dropFirst()
    // Those who have nothing open and won nothing have no figures but those of hygiene.
    let active = groups.filter(\.isActive)
    // A side that no group has a figure of is told with its reasons above, and would be a table of dashes here.
    func table(
      _ side: String, _ columns: [Report.Column], of groups: [Group], _ cells: (Group) -> [Report.Cell]
    ) -> Report.Block? {
      let rows = groups.map { [.text($0.group.isEmpty ? "(none)" : $0.group)] + cells($0) }
      guard groups.isEmpty || rows.contains(where: { $0.contains { $0.figure?.value != nil } }) else {
        return nil
      }
      return .table(.init(side, columns: [.init("group", heading)] + columns, rows: rows))
    }
    return Report.Section(
      key, "By \(column)",
      [
        table("coverage", coverageColumns, of: active) { coverageCells($0.coverage) },
        table("pace", paceColumns, of: active) { paceCells($0.pace) },
        table("balance", balanceColumns, of: active) { balanceCells($0.balance) },
        table("quality", qualityColumns, of: active) { qualityCells($0.quality) },
        table("hygiene", hygieneColumns, of: groups) { hygieneCells($0.hygiene) },
      ].compactMap(\.self))
  }

  private static func hygiene(_ result: Result) -> Report.Section {
    let hygiene = result.hygiene
    return Report.Section(
      "hygiene", "Hygiene",
      [
        .figures([
          .init(
            "rate", "Deals to mend", .rate(hygiene.rate),
            note: "\(hygiene.flagged) of \(hygiene.deals); 'revops pipeline hygiene' lists them"),
          .init("issues", "Faults", .count(.value(Double(hygiene.issues)))),
        ])
      ])
  }

  private static let hygieneColumns: [Report.Column] = [
    .init("deals", "Deals"), .init("flagged", "To mend"), .init("duplicate_deals", "Doubled"),
    .init("missing_fields", "Empty"), .init("stale", "Stale"), .init("past_close", "Past"),
    .init("no_loss_reason", "Reason"), .init("impossible_dates", "Dates"),
    .init("contradictions", "Clash"), .init("undated_closings", "Undated", isDetail: true),
  ]

  private static func hygieneCells(_ hygiene: Hygiene) -> [Report.Cell] {
    [
      .count(.value(Double(hygiene.deals))), .count(.value(Double(hygiene.flagged))),
      .count(.value(Double(hygiene.duplicateDeals))), .count(hygiene.missingFields), .count(hygiene.stale),
      .count(.value(Double(hygiene.pastClose))), .count(hygiene.noLossReason),
      .count(hygiene.impossibleDates), .count(hygiene.contradictions),
      .count(.value(Double(hygiene.undatedClosings))),
    ]
  }

  private static let coverageColumns: [Report.Column] = [
    .init("open_deals", "Open deals"), .init("open_pipeline", "Open"), .init("period_pipeline", "In period"),
    .init("weighted", "Weighted"), .init("won", "Won"), .init("coverage_total", "Coverage"),
    .init("pipeline_created", "Created"),
  ]

  private static func coverageCells(_ coverage: Coverage) -> [Report.Cell] {
    [
      .count(.value(Double(coverage.openDeals))), .money(.value(coverage.openPipeline)),
      .money(.value(coverage.periodPipeline)), .money(coverage.weighted), .money(.value(coverage.won)),
      .ratio(coverage.coverageTotal), .money(coverage.pipelineCreated),
    ]
  }

  private static let paceColumns: [Report.Column] = [
    .init("stalled_count", "Stalled"), .init("stalled_share", "Share"),
    .init("days_in_stage", "Days in stage"),
    .init("stage_age_ratio", "Of won"), .init("pushed_count", "Pushed"), .init("pushed_share", "Share"),
  ]

  private static func paceCells(_ pace: Pace) -> [Report.Cell] {
    [
      .count(pace.stalledCount), .rate(pace.stalledShare), .number(pace.daysInStage, places: 1),
      .ratio(pace.stageAgeRatio), .count(pace.pushedCount), .rate(pace.pushedShare),
    ]
  }

  private static let balanceColumns: [Report.Column] = [
    .init("linearity", "Last month"), .init("early_stage_share", "Early"), .init("mid_stage_share", "Mid"),
    .init("late_stage_share", "Late"), .init("concentration", "Largest"), .init("herfindahl", "Herfindahl"),
  ]

  private static func balanceCells(_ balance: Balance) -> [Report.Cell] {
    [
      .rate(balance.linearity), .rate(balance.earlyStageShare), .rate(balance.midStageShare),
      .rate(balance.lateStageShare), .rate(balance.concentration), .number(balance.herfindahl, places: 3),
    ]
  }

  private static let qualityColumns: [Report.Column] = [
    .init("zero_amount_count", "No amount"), .init("untouched_count", "Untouched"),
    .init("missing_next_step_count", "No next step"), .init("icp_share", "Fits"),
    .init("single_threaded_count", "One contact"), .init("contacts_engaged", "Contacts"),
  ]

  private static func qualityCells(_ quality: Quality) -> [Report.Cell] {
    [
      .count(.value(Double(quality.zeroAmountCount))), .count(quality.untouchedCount),
      .count(quality.missingNextStepCount), .rate(quality.icpShare), .count(quality.singleThreadedCount),
      .number(quality.contactsEngaged, places: 1),
    ]
  }

  private static func figure(
    _ key: String, _ label: String, _ cell: Report.Cell, _ metric: String, _ input: Input
  ) -> Report.KeyFigure {
    let verdict = cell.figure?.value.flatMap { input.benchmarks.judge(metric, $0) }
    return .init(key, label, cell, verdict: verdict?.level.verdict)
  }

  private static func deals(_ count: Figure, _ what: String = "") -> String? {
    count.value.map { "\(Int($0)) \($0 == 1 ? "deal" : "deals")" + (what.isEmpty ? "" : " " + what) }
  }
}

extension PipelineHealth.Group {
  /// Whether anything of it is open, was won in the period or created lately.
  fileprivate var isActive: Bool {
    coverage.openDeals > 0 || coverage.won > 0 || (coverage.pipelineCreated.value ?? 0) > 0
  }
}
