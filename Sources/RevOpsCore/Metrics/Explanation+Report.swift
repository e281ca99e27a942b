extension Explanation {
  /// The page laid out for people.
  public var report: Report {
    switch content {
    case .metric(let metric): metric.report
    case .topic(let topic): topic.report
    case .page(let page): page.report
    case nil: unknown
    }
  }

  private var unknown: Report {
    let said = Report.Block.paragraph("nothing is known by the name '\(term)'")
    let near: [Report.Block] =
      suggestions.isEmpty ? [] : [.paragraph("near it:"), .list(suggestions.map(named(id:)))]
    return Report(title: term, sections: [Report.Section("suggestions", "Not found", [said] + near)])
  }
}

extension Metric {
  fileprivate var report: Report {
    var sections = [Report.Section("definition", "Definition", [.paragraph(definition), .figures(facts)])]
    if !variants.isEmpty {
      sections.append(Report.Section("variants", "Definitions in use", [.table(variantTable)]))
    }
    if !bands.isEmpty { sections.append(Report.Section("bands", "Bands", [.table(bandTable)])) }
    sections.append(references(related: related, aliases: aliases))
    return Report(title: title, subtitle: id, sections: sections)
  }

  private var facts: [Report.KeyFigure] {
    var facts = [Report.KeyFigure("formula", "Formula", .text(formula))]
    if !terms.isEmpty {
      let keys = terms.map { "\($0.key) (\($0.unit.title))" }.joined(separator: ", ")
      facts.append(Report.KeyFigure("terms", "Made of", .text(keys)))
    }
    return facts + [
      Report.KeyFigure("unit", "Unit", .text(unit.title)),
      Report.KeyFigure("direction", "Better", .text(direction.title)),
      Report.KeyFigure("tier", "Looked at", .text(tier.title)),
      Report.KeyFigure("owner", "Owner", .text(owner.title)),
      Report.KeyFigure(
        "command", "Computed by",
        .text(command.map { "revops \($0)" } ?? "no command of this version computes it yet")),
    ]
  }

  private var variantTable: Report.Table {
    Report.Table(
      "variants",
      columns: [
        Report.Column("id", "Definition"), Report.Column("formula", "Formula"),
        Report.Column("source", "Source"),
      ],
      rows: variants.map { [.text($0.id), .text($0.formula), .text($0.source)] })
  }

  private var bandTable: Report.Table {
    Report.Table(
      "bands",
      columns: [
        Report.Column("scope", "Scope"), Report.Column("level", "Band"), Report.Column("from", "From"),
        Report.Column("to", "To"), Report.Column("source", "Source"),
      ],
      rows: bands.flatMap(rows(of:)))
  }

  /// One row a band; scope and source stand in the first.
  private func rows(of list: BandList) -> [[Report.Cell]] {
    list.bands.enumerated().map { index, band in
      let next = index + 1 < list.bands.count ? list.bands[index + 1].from : nil
      let verdict = Report.Verdict(band.level.title, band.level.status.standing)
      return [
        .text(index == 0 ? list.scope.title : ""), .verdict(verdict), cell(band.from), cell(next),
        .text(index == 0 ? list.source : ""),
      ]
    }
  }

  private func cell(_ value: Double?) -> Report.Cell { value.map { unit.cell(.value($0)) } ?? .blank }
}

extension Topic {
  fileprivate var report: Report {
    Report(
      title: title, subtitle: id,
      sections: [
        Report.Section("text", kind.title, [.paragraph(text)]),
        references(related: related, aliases: aliases),
      ])
  }
}

extension ExplainPage {
  fileprivate var report: Report {
    let parts = [
      ("what", "What it is", what), ("why", "Why it matters", why), ("example", "Example", example),
      ("remedy", "How to mend it", remedy), ("limits", "Known limits", limits),
    ]
    return Report(
      title: title, subtitle: id,
      sections: parts.filter { !$0.2.isEmpty }.map { Report.Section($0.0, $0.1, [.paragraph($0.2)]) })
  }
}

extension BandVerdict {
  /// The band as a report shows it.
  public var shown: Report.Verdict {
    Report.Verdict(certain ? level.title : "\(level.title), uncertain", status.standing)
  }
}

extension Status {
  /// How a light is to be taken.
  public var standing: Report.Verdict.Standing {
    switch self {
    case .red: .poor
    case .yellow: .fair
    case .green: .good
    }
  }
}

extension MetricUnit {
  /// A value in this unit as a report shows it.
  public func cell(_ figure: Figure) -> Report.Cell {
    switch self {
    case .money, .moneyPerDay: .money(figure)
    case .rate: .rate(figure)
    case .ratio: .ratio(figure)
    case .count: .count(figure)
    case .minutes: .duration(figure, .minutes)
    case .hours, .businessHours: .duration(figure, .hours)
    case .days: .duration(figure, .days)
    case .months: .duration(figure, .months)
    case .years: .duration(figure, .years)
    case .points, .score, .perDay, .perWeek, .perMonth, .perYear: .number(figure, places: 0)
    }
  }

  /// The unit in words.
  public var title: String {
    switch self {
    case .moneyPerDay: "money a day"
    case .perDay: "a day"
    case .perWeek: "a week"
    case .perMonth: "a month"
    case .perYear: "a year"
    case .businessHours: "business hours"
    default: rawValue
    }
  }
}

extension Direction {
  /// The direction in words.
  public var title: String {
    switch self {
    case .higherIsBetter: "higher"
    case .lowerIsBetter: "lower"
    case .target: "within a range"
    case .neutral: "neither"
    }
  }
}

extension MetricTier {
  /// Who looks at it and when.
  public var title: String {
    switch self {
    case .board: "monthly, by the board"
    case .operating: "weekly, to steer by"
    case .diagnostic: "on demand, to find a cause"
    }
  }
}

/// What to read beside a page.
private func references(related: [String], aliases: [String]) -> Report.Section {
  var blocks: [Report.Block] = [.list(related.map(named(id:)))]
  if !aliases.isEmpty { blocks.append(.paragraph("Also called: " + aliases.joined(separator: ", "))) }
  return Report.Section("related", "See also", blocks)
}

/// An id with its title.
private func named(id: String) -> String {
  let title = Metrics[id]?.title ?? Topics[id]?.title ?? Explanations.page(id)?.title
  return title.map { "\(id): \($0)" } ?? id
}
