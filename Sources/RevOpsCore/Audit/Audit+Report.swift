extension Audit {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [scores(result, input), firstActions(result), maturity(result), rubric(result)]
    if !result.measured.isEmpty { sections.append(measured(result)) }
    if let stack = result.stack { sections.append(self.stack(stack)) }
    sections += [org(result.org), alignment(result), mistakes(result)]
    sections += profileParts(result)
    if !result.unanswered.isEmpty { sections.append(unanswered(result)) }
    sections.append(Report.Section("findings", "Findings", [.findings(findings)]))
    let name = result.company.isEmpty ? "" : ": \(result.company)"
    return Report(
      title: "RevOps audit\(name)", subtitle: subtitle(result.profile), currency: input.currency,
      sections: sections)
  }

  private static func subtitle(_ profile: CompanyProfile) -> String {
    [profile.stage.map { "stage \($0.rawValue)" }, profile.model?.rawValue].compactMap(\.self).joined(
      separator: ", ")
  }

  private static func scores(_ result: Result, _ input: Input) -> Report.Section {
    let profile = result.profile
    func note(_ metric: String) -> String? {
      guard let figure = result.measured.first(where: { $0.metric == metric }) else { return nil }
      guard let stated = figure.stated, let unit = Metrics[metric]?.unit else { return "measured" }
      return "measured; stated \(CellText.people(unit.cell(.value(stated)), input.currency))"
        + (figure.bearsOut == true ? ", borne out" : "")
    }
    let figures: [Report.KeyFigure] = [
      .init(
        "rubric.score", "Rubric", .number(result.rubric.score, places: 0),
        verdict: result.rubric.band.map(\.verdict),
        note: rangeNote(result.rubric.score, result.rubric.range.map { Int($0.rounded()) }, of: 100)),
      .init(
        "maturity.total", "Maturity", .number(result.maturity.total, places: 0),
        verdict: result.maturity.band.map(\.verdict),
        note: rangeNote(result.maturity.total, result.maturity.range, of: 30)),
      .init("profile.arr_current", "ARR", .money(profile.arrCurrent)),
      .init("profile.growth_needed", "Growth to the target", .rate(profile.growthNeeded)),
      .init(
        "profile.contract_value",
        profile.pricing == .usageBased ? "Trailing annual usage a customer" : "Average deal",
        .money(profile.contractValue),
        note: profile.pricing == .usageBased ? nil : note("average_deal")),
      .init(
        "profile.sales_cycle_days", "Sales cycle", .duration(profile.salesCycleDays, .days),
        note: note("sales_cycle")),
      .init("profile.arr_per_head", "ARR a head in go-to-market", .money(profile.arrPerHead)),
    ]
    var blocks: [Report.Block] = [.figures(figures)]
    if let score = result.rubric.score.value {
      let bands = input.benchmarks.bandList(of: "rubric_score")?.bands ?? []
      let edges = bands.map { Report.Chart.Edge($0.from ?? 0, $0.level.title) }
      blocks.append(
        .chart(
          .init(
            "Rubric, 0 to 100", .gauge(low: 0, high: 100, edges: edges),
            points: [.init("score", score, .number(.value(score), places: 0))])))
    }
    return Report.Section("summary", "Summary", blocks)
  }

  /// The most urgent actions; the findings below hold all of them.
  private static func firstActions(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.actions.prefix(actionsShown).map { action in
      let stake: Report.Cell =
        action.money.value.map { .money(.value($0)) } ?? action.points.value.map {
          .number(.value($0), places: 1)
        } ?? .blank
      return [
        .count(.value(Double(action.rank))), .text(action.action), .text(lastPart(of: action.subject)), stake,
      ]
    }
    let columns: [Report.Column] = [
      .init("rank", "#"), .init("action", "What to do"), .init("subject", "About"),
      .init("stake", "At stake"),
    ]
    let more = result.actions.count - rows.count
    var blocks: [Report.Block] =
      rows.isEmpty
      ? [.paragraph("Nothing stands out.")] : [.table(.init("actions", columns: columns, rows: rows))]
    if more > 0 { blocks.append(.paragraph("\(more) more stand under Findings, in the same order.")) }
    return Report.Section("actions", "What to do first", blocks)
  }

  /// `hygiene_automated` of `data_integrity.hygiene_automated`; the finding below has the whole path.
  private static func lastPart(of path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }

  /// How many actions stand at the top.
  private static let actionsShown = 8

  private static func rangeNote(_ figure: Figure, _ range: [Int], of whole: Int) -> String? {
    guard figure.value == nil, let low = range.first, let high = range.last else { return "of \(whole)" }
    return "between \(low) and \(high) of \(whole)"
  }

  private static func maturity(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.maturity.dimensions.map { row in
      [
        .text(row.dimension.rawValue), .number(row.rating, places: 0),
        row.rating.value.map { .bar($0 / 5) } ?? .blank,
      ]
    }
    var blocks: [Report.Block] = [
      .table(
        .init(
          "dimensions",
          columns: [.init("dimension", "Dimension"), .init("rating", "Of 5"), .init("bar", "")], rows: rows))
    ]
    if let focus = result.maturity.focus { blocks.append(.paragraph("Next: \(focus).")) }
    return Report.Section("maturity", "Maturity", blocks)
  }

  private static func rubric(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = zip(RubricDimension.all, result.rubric.dimensions).map {
      definition, dimension in
      let weight = Double(dimension.weight)
      guard dimension.asked else {
        return [.text(definition.title), .blank, .count(.value(weight)), .text("not asked at this stage")]
      }
      return [
        .text(definition.title), .number(dimension.score, places: 1), .count(.value(weight)),
        dimension.score.value.map { .bar($0 / weight) } ?? .blank,
      ]
    }
    return Report.Section(
      "rubric", "Rubric",
      [
        .table(
          .init(
            "dimensions",
            columns: [
              .init("dimension", "Dimension"), .init("score", "Score"), .init("weight", "Of"),
              .init("bar", ""),
            ], rows: rows))
      ])
  }

  private static func stack(_ stack: TechStack) -> Report.Section {
    let rows: [[Report.Cell]] = stack.tools.map { row in
      let tools = row.tools.isEmpty ? (row.stated ? "none" : "not stated") : row.tools.joined(separator: ", ")
      return [.text(row.category.title), .text(tools), .text(row.need.title), .verdict(row.verdict)]
    }
    let columns: [Report.Column] = [
      .init("category", "Kind"), .init("tools", "In use"), .init("need", "At this stage"),
      .init("verdict", "Verdict"),
    ]
    return Report.Section("stack", "Tools", [.table(.init("tools", columns: columns, rows: rows))])
  }

  private static func org(_ org: OrgScaling) -> Report.Section {
    let verdict: Report.Verdict? = org.verdict.map {
      switch $0 {
      case .under: .init("fewer than usual", .fair)
      case .within: .init("as usual", .good)
      case .over: .init("more than usual", .neutral)
      }
    }
    return Report.Section(
      "org", "People in RevOps",
      [
        .figures([
          .init("revops_headcount", "RevOps headcount", .count(org.revopsHeadcount), verdict: verdict),
          .init("expected_low", "Usual at this ARR, at least", .count(org.expectedLow)),
          .init("expected_high", "Usual at this ARR, at most", .count(org.expectedHigh)),
          .init("arr_per_revops_head", "ARR a RevOps head", .money(org.arrPerRevopsHead)),
        ])
      ])
  }

  private static func unanswered(_ result: Result) -> Report.Section {
    let count = result.unanswered.count
    return Report.Section(
      "unanswered", "Not answered",
      [
        .paragraph("\(count) more \(count == 1 ? "key" : "keys") would sharpen this audit:"),
        .list(result.unanswered),
      ])
  }
}
