extension Quota {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [summary(result, input), levels(result), reps(result, input), people(result, input)]
    if !result.bottomUp.segments.isEmpty { sections.append(bottomUp(result)) }
    for cut in result.cuts { sections.append(section(cut, result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: "Quotas \(result.period)", subtitle: weighed(result), currency: input.currency,
      sections: sections)
  }

  private static func weighed(_ result: Result) -> String {
    let parts = [
      ("potential", result.weights.potential), ("tenure", result.weights.tenure),
      ("history", result.weights.history),
    ].filter { $0.1 > 0 }.map { "\($0.0) \(NumberFormat.rate($0.1))" }
    return parts.isEmpty ? "by the days people are there" : "by " + parts.joined(separator: ", ")
  }

  private static func summary(_ result: Result, _ input: Input) -> Report.Section {
    func verdict(_ metric: String, _ figure: Figure) -> Report.Verdict? {
      figure.value.flatMap { input.benchmarks.judge(metric, $0)?.shown }
    }
    let spread = result.attainment.mean.value.flatMap { mean in
      result.attainment.sd.value.map {
        "attainment \(NumberFormat.rate(mean)) ± \(NumberFormat.rate($0)), "
          + (result.attainment.source == .measured ? "of \(result.attainment.n) people" : "stated")
      }
    }
    return Report.Section(
      "", "Summary",
      [
        .figures([
          .init("target", "Target", .money(.value(result.target))),
          .init("quota_sum", "All quotas", .money(.value(result.quotaSum))),
          .init(
            "over_assignment", "Above the target", .rate(result.overAssignment),
            verdict: verdict("over_assignment", result.overAssignment)),
          .init(
            "quota_inflation", "Above the quotas in force", .rate(result.quotaInflation),
            verdict: verdict("quota_inflation", result.quotaInflation)),
          .init(
            "attaining_share", "Likely to reach theirs", .rate(result.attainingShare),
            verdict: verdict("attaining_share", result.attainingShare), note: spread),
          .init(
            "bottom_up.territory", "What the accounts carry", .money(result.bottomUp.territory)),
          .init(
            "bottom_up.pipeline", "What the open pipeline carries", .money(result.bottomUp.pipeline)),
        ])
      ])
  }

  private static func levels(_ result: Result) -> Report.Section {
    let lines = Set(result.managers.map(\.level)).count
    let rows: [[Report.Cell]] = result.managers.map { manager in
      [.text(manager.manager.isEmpty ? "(no manager)" : manager.manager)]
        + (lines > 1 ? [.text(manager.above.isEmpty ? "–" : manager.above)] : [])
        + [
          .count(.value(Double(manager.reps))), .money(.value(manager.quota)),
          .money(.value(manager.reportQuotas)), .rate(manager.overAssignment),
        ]
    }
    let columns: [Report.Column] =
      [.init("manager", "Manager")] + (lines > 1 ? [.init("above", "Reports to")] : []) + [
        .init("reps", "People"), .init("quota", "Quota"), .init("report_quotas", "Of their people"),
        .init("over_assignment", "Above"),
      ]
    let sums: [[Report.Cell]] = result.levels.map { level in
      [
        .text(title(of: level.level)), .count(.value(Double(level.count))), .money(.value(level.quotas)),
        level.level == "company" ? .blank : .rate(level.overAbove), .rate(level.overTarget),
      ]
    }
    let levels: [Report.Column] = [
      .init("level", "Level"), .init("count", "Quotas"), .init("quotas", "Sum"),
      .init("over_above", "Above what is handed down"), .init("over_target", "Above the target"),
    ]
    return Report.Section(
      "managers", "Levels and managers",
      [.table(.init("levels", columns: levels, rows: sums))]
        + (rows.isEmpty ? [] : [.table(.init("managers", columns: columns, rows: rows))]))
  }

  private static func title(of level: String) -> String {
    level.prefix(1).uppercased() + String(level.dropFirst().map { $0 == "_" ? " " : $0 })
  }

  private static func reps(_ result: Result, _ input: Input) -> Report.Section {
    let hasMovers = result.reps.count > result.people.count
    var columns: [Report.Column] = [.init("rep", "Rep"), .init("manager", "Manager")]
    if hasMovers { columns += [.init("from", "From"), .init("to", "To")] }
    columns += [.init("present", "There"), .init("weight", "Weight"), .init("quota", "Quota")]
    let rows: [[Report.Cell]] = result.reps.map { rep in
      var cells: [Report.Cell] = [.text(rep.rep), .text(rep.manager)]
      if hasMovers { cells += [.date(rep.from), .date(rep.to)] }
      return cells + [.rate(.value(rep.present)), .rate(.value(rep.weight)), .money(.value(rep.quota))]
    }
    var blocks: [Report.Block] = [.table(.init("reps", columns: columns, rows: rows))]
    if let quarters = quarters(result) { blocks.append(.table(quarters)) }
    let points = result.people.sorted { ($1.quota, $0.rep) < ($0.quota, $1.rep) }.prefix(20).map { person in
      Report.Chart.Point(person.rep, person.quota, .money(.value(person.quota)))
    }
    if points.count > 1 { blocks.append(.chart(.init("Quotas, the largest first", .bars, points: points))) }
    return Report.Section("reps", "Quotas by person and quarter", blocks)
  }

  private static func quarters(_ result: Result) -> Report.Table? {
    guard let count = result.reps.first?.quarters.count, count > 0 else { return nil }
    let columns =
      [Report.Column("rep", "Rep")] + (1...count).map { Report.Column("q\($0)", "Q\($0)") }
    return Report.Table(
      "quarters", columns: columns,
      rows: result.reps.map { [.text($0.rep)] + $0.quarters.map { .money(.value($0)) } },
      total: [.text("all")]
        + (0..<count).map { quarter in
          .money(.value(result.reps.reduce(0) { $0 + $1.quarters[quarter] }))
        })
  }

  private static func people(_ result: Result, _ input: Input) -> Report.Section {
    let columns: [Report.Column] = [
      .init("rep", "Rep"), .init("annualised", "A year"), .init("last_quota", "Now"),
      .init("quota_inflation", "Growth"), .init("ote", "OTE"), .init("quota_to_ote", "Quota:OTE"),
      .init("verdict", ""), .init("chance", "Chance"),
    ]
    let rows: [[Report.Cell]] = result.people.map { person in
      let verdict =
        person.ramped
        ? person.quotaToOte.value.flatMap { ratio in
          input.benchmarks.judge("quota_to_ote", ratio, in: person.scope)?.shown
        } : Report.Verdict("ramping", .neutral)
      return [
        .text(person.rep), .money(person.annualised), .money(person.lastQuota),
        .rate(person.quotaInflation), .money(person.ote), .ratio(person.quotaToOte),
        verdict.map { .verdict($0) } ?? .blank, .rate(person.chance),
      ]
    }
    return Report.Section(
      "people", "Each quota against pay and last year's",
      [.table(.init("people", columns: columns, rows: rows))])
  }

  private static func bottomUp(_ result: Result) -> Report.Section {
    let columns: [Report.Column] = [
      .init("segment", "Segment"), .init("territory", "Carries"), .init("quotas", "Quotas"),
      .init("headroom", "Headroom"), .init("pipeline", "From open pipeline"),
    ]
    let rows: [[Report.Cell]] = result.bottomUp.segments.map { segment in
      [
        .text(segment.segment), .money(segment.territory), .money(.value(segment.quotas)),
        .money(segment.headroom), .money(segment.pipeline),
      ]
    }
    let basis: [Report.Column] = [
      .init("segment", "Segment"), .init("accounts", "Accounts"), .init("coverage", "Covered"),
      .init("win_rate", "Win rate"), .init("deal_size", "Deal"), .init("expansion", "Expansion"),
    ]
    let inputs: [[Report.Cell]] = result.bottomUp.segments.map { segment in
      [
        .text(segment.segment), .count(segment.accounts), .rate(segment.coverage), .rate(segment.winRate),
        .money(segment.dealSize), .money(.value(segment.expansion)),
      ]
    }
    return Report.Section(
      "bottom_up", "Bottom-up beside it",
      [
        .table(.init("segments", columns: columns, rows: rows)),
        .table(.init("basis", columns: basis, rows: inputs)),
        .paragraph("Carries: accounts × covered × win rate × deal + expansion."),
      ])
  }

  private static func section(_ cut: Cut, _ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = cut.groups.map { group in
      [
        .text(group.group.isEmpty ? "(none)" : group.group), .count(.value(Double(group.reps))),
        .money(.value(group.quota)), .rate(.value(group.share)),
      ]
    }
    let columns: [Report.Column] = [
      .init("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("reps", "Quotas"),
      .init("quota", "Sum"), .init("share", "Share"),
    ]
    let total: [Report.Cell] = [
      .text("all"), .count(.value(Double(result.reps.count))), .money(.value(result.quotaSum)),
      .rate(.value(1)),
    ]
    return Report.Section(
      "cuts.\(cut.by)", "By \(cut.by)", [.table(.init("groups", columns: columns, rows: rows, total: total))])
  }
}
