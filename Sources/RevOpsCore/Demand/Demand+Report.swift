extension Demand {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [quarters(result, input), bySource(result)]
    sections += [
      byGroup("by_segment", "segment", \.segments, result), byGroup("by_region", "region", \.regions, result),
    ].compactMap(\.self)
    sections.append(mix(result, input))
    if !result.unmapped.isEmpty { sections.append(unmapped(result)) }
    for cut in result.cuts { sections.append(section(cut, result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: title, subtitle: "pipeline created from \(result.from) to \(result.to)",
      currency: input.currency,
      sections: sections)
  }

  private static func quarters(_ result: Result, _ input: Input) -> Report.Section {
    let rows: [[Report.Cell]] = result.quarters.map { quarter in
      [
        .text(quarter.period), .money(quarter.target), .money(quarter.needed), .money(quarter.have),
        .money(quarter.gap), .rate(quarter.sufficiency),
      ]
    }
    let columns: [Report.Column] = [
      .init("period", "Quarter"), .init("target", "Target"), .init("needed", "Needed"),
      .init("have", "Have"), .init("gap", "Gap"), .init("sufficiency", "Filled"),
    ]
    let pace: [[Report.Cell]] = result.quarters.map { quarter in
      [
        .text(quarter.period), .text(quarter.createBy ?? "–"), .money(quarter.perMonth),
        .money(result.createdPerMonth),
      ]
    }
    let paceColumns: [Report.Column] = [
      .init("period", "Quarter"), .init("create_by", "Open by"), .init("per_month", "A month until then"),
      .init("created_per_month", "Created a month so far"),
    ]
    let points = result.quarters.flatMap { quarter -> [Report.Chart.Point] in
      guard let needed = quarter.needed.value, let have = quarter.have.value else { return [] }
      return [
        .init("\(quarter.period) needed", needed, .money(quarter.needed)),
        .init("\(quarter.period) have", have, .money(quarter.have)),
      ]
    }
    let chart = Report.Chart("Needed and there", .bars, points: points)
    return Report.Section(
      "quarters", "The coming quarters",
      [
        .table(.init("sufficiency", columns: columns, rows: rows))
      ] + (points.isEmpty ? [] : [.chart(chart)]) + [
        .table(.init("pace", columns: paceColumns, rows: pace)),
        .figures([
          .init(
            "win_rate", "Win rate", .rate(result.winRate),
            note: result.winRate.value.map { _ in
              input.isWinRateMeasured ? "measured over twelve months" : "stated"
            })
        ]),
      ])
  }

  private static func bySource(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.quarters.flatMap { quarter in
      quarter.sources.map { part in
        [
          .text(quarter.period), .text(title(of: part.source)), .money(part.needed),
          .money(part.have), .money(part.gap),
        ]
      }
    }
    let columns: [Report.Column] = [
      .init("period", "Quarter"), .init("source", "Source"), .init("needed", "Needed"), .init("have", "Have"),
      .init("gap", "Gap"),
    ]
    return Report.Section(
      "by_source", "What each source is to bring", [.table(.init("sources", columns: columns, rows: rows))])
  }

  /// What each segment or region needs, has and lacks.
  private static func byGroup(
    _ key: String, _ name: String, _ groups: KeyPath<Sufficiency, [Group]>, _ result: Result
  ) -> Report.Section? {
    let rows: [[Report.Cell]] = result.quarters.flatMap { quarter in
      quarter[keyPath: groups].map { group in
        [
          .text(quarter.period), .text(group.group.isEmpty ? "(none)" : group.group),
          .rate(.value(group.share)), .money(group.needed), .money(group.have), .money(group.gap),
          .rate(group.sufficiency),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    let columns: [Report.Column] = [
      .init("period", "Quarter"), .init("group", name.prefix(1).uppercased() + name.dropFirst()),
      .init("share", "Of the target"), .init("needed", "Needed"), .init("have", "Have"), .init("gap", "Gap"),
      .init("sufficiency", "Filled"),
    ]
    return Report.Section(
      key, "What each \(name) needs", [.table(.init("\(name)s", columns: columns, rows: rows))])
  }

  static func title(of source: String) -> String {
    DemandSource(rawValue: source)?.title ?? "(unmapped)"
  }

  private static func mix(_ result: Result, _ input: Input) -> Report.Section {
    let groups = result.segments.map { ($0.segment.isEmpty ? "(none)" : $0.segment, $0.sources) }
    let rows: [[Report.Cell]] = (groups + [("all", result.sources)]).flatMap { segment, shares in
      shares.map { share in
        [
          .text(segment), .text(title(of: share.source)), .rate(share.plannedShare), .rate(share.actualShare),
          .bar(share.actualShare.value ?? 0), .money(.value(share.created)), .money(share.gap),
        ]
      }
    }
    let columns: [Report.Column] = [
      .init("segment", "Segment"), .init("source", "Source"), .init("planned_share", "Planned"),
      .init("actual_share", "Actual"), .init("bar", ""), .init("created", "Created"),
      .init("gap", "Short by"),
    ]
    var figures: [Report.KeyFigure] = [
      .init(
        "created", "Created", .money(result.created),
        note: result.missingAmounts > 0 ? "\(result.missingAmounts) deals without an amount left out" : nil),
      .init(
        "source_mix_accuracy", "How closely the mix follows its plan", .rate(result.sourceMixAccuracy)),
    ]
    if input.pipelineTarget != nil {
      figures.append(.init("created_to_plan", "Created against its plan", .rate(result.createdToPlan)))
      figures.append(
        .init(
          "marketing_contribution", "Marketing's part of that plan", .rate(result.marketingContribution)))
    }
    return Report.Section(
      "mix", "Sources of new pipeline",
      [.figures(figures), .table(.init("shares", columns: columns, rows: rows))])
  }

  private static func unmapped(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.unmapped.map { word in
      [
        .text(word.source.isEmpty ? "(none)" : word.source), .count(.value(Double(word.deals))),
        .money(.value(word.created)),
      ]
    }
    let columns: [Report.Column] = [
      .init("source", "Source in the CRM"), .init("deals", "Deals"), .init("created", "Created"),
    ]
    return Report.Section(
      "unmapped", "Sources that stand for none of the four",
      [.table(.init("unmapped", columns: columns, rows: rows))])
  }

  private static func section(_ cut: Cut, _ result: Result) -> Report.Section {
    let columns: [Report.Column] =
      [.init("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("created", "Created")]
      + result.quarters.enumerated().map { .init("open_\($0.offset + 1)", "Open \($0.element.period)") }
    let rows: [[Report.Cell]] = cut.groups.map { group in
      [.text(group.group.isEmpty ? "(none)" : group.group), .money(.value(group.created))]
        + group.open.map { .money(.value($0)) }
    }
    return Report.Section(
      "cuts.\(cut.by)", "By \(cut.by)", [.table(.init("groups", columns: columns, rows: rows))])
  }
}
