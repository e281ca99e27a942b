extension PipelineMovement {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [bridge(result)]
    for cut in result.cuts { sections.append(self.cut(cut, result)) }
    sections.append(moves(result))
    if !result.stages.isEmpty { sections += [stages(result), conversions(result)] }
    if !result.deals.isEmpty { sections.append(deals(result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: title, subtitle: subtitle(result), currency: "\(input.currency)", sections: sections)
  }

  private static func subtitle(_ result: Result) -> String {
    let deals =
      result.period.map { "open deals that close from \($0.from) to \($0.to)" }
      ?? "all open deals, whenever they close"
    let source =
      switch result.origin {
      case .snapshots: "by snapshots"
      case .exports: "by two exports"
      case .history: "by the stage history"
      }
    let days = result.from.map { "from the end of \($0) to that of \(result.to)" } ?? "up to \(result.to)"
    return "\(deals); \(days), \(source)"
  }

  /// Amounts to the cent where one of them has cents, so that what is shown adds up.
  private static func money(_ units: Double, _ bridge: Bridge) -> Report.Cell {
    let sums = [bridge.start, bridge.end] + PipelineBridge.Cause.allCases.map { bridge[$0].value }
    let figure = bridge.figure(units)
    return sums.allSatisfy { $0 == $0.rounded() } ? .money(figure) : .cents(figure)
  }

  private static func money(_ units: Double, _ result: Result) -> Report.Cell { money(units, result.bridge) }

  /// What a cause adds to a bridge, below zero for what it takes off.
  private static func signed(_ cause: PipelineBridge.Cause, _ bridge: Bridge) -> Double {
    (cause.isGain ? 1 : -1) * bridge[cause].value
  }

  /// The steps of a bridge as a waterfall, from start to end; causes that moved nothing are left out.
  static func points(_ bridge: Bridge) -> [Report.Chart.Point] {
    func point(_ name: String, _ value: Double) -> Report.Chart.Point {
      .init(name, value, money(value, bridge))
    }
    return [point("start", bridge.start)]
      + PipelineBridge.Cause.allCases.filter { bridge[$0].value != 0 }.map {
        point($0.title, signed($0, bridge))
      }
      + [point("end", bridge.end)]
  }

  private static func bridge(_ result: Result) -> Report.Section {
    let bridge = result.bridge
    let causes = PipelineBridge.Cause.allCases
    let rows: [[Report.Cell]] = causes.map {
      [.text($0.title), .count(.value(Double(bridge[$0].deals))), money(signed($0, bridge), result)]
    }
    func row(_ name: String, _ deals: Int, _ value: Double) -> [Report.Cell] {
      [.text(name), .count(.value(Double(deals))), money(value, result)]
    }
    let table = Report.Table(
      "bridge", columns: [.init("cause", "Cause"), .init("deals", "Deals"), .init("value", "Value")],
      rows: [row("start", bridge.deals.start, bridge.start)] + rows,
      total: row("end", bridge.deals.end, bridge.end))
    let chart: [Report.Block] =
      bridge.isValued ? [.chart(.init("", .waterfall, points: points(bridge)))] : []
    return Report.Section("bridge", "Bridge", chart + [.table(table)])
  }

  /// The bridge of each group; causes that moved nothing anywhere have no column.
  private static func cut(_ cut: Cut, _ result: Result) -> Report.Section {
    let causes = PipelineBridge.Cause.allCases.filter { result.bridge[$0].deals > 0 }
    func row(_ name: String, _ bridge: Bridge) -> [Report.Cell] {
      [.text(name), money(bridge.start, result)]
        + causes.map { money(signed($0, bridge), result) } + [money(bridge.end, result)]
    }
    let columns =
      [
        Report.Column("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("start", "Start"),
      ] + causes.map { .init($0.rawValue, $0.title.prefix(1).uppercased() + $0.title.dropFirst()) }
      + [.init("end", "End")]
    let rows = cut.groups.map { row($0.group.isEmpty ? "(none)" : $0.group, $0.bridge) }
    let table = Report.Table("groups", columns: columns, rows: rows, total: row("all", result.bridge))
    return Report.Section("cuts.\(cut.by)", "By \(cut.by)", [.table(table)])
  }

  private static func moves(_ result: Result) -> Report.Section {
    let figures: [Report.KeyFigure] = [
      .init("advanced", "Advanced", .count(result.advanced)),
      .init("regressed", "Moved back", .count(result.regressed)),
      .init("stalled", "Stood still", .count(.value(Double(result.stalled)))),
      .init("slippage_rate", "Pushed out of what was due", .rate(result.slippageRate)),
    ]
    let rows: [[Report.Cell]] = result.moves.map {
      [
        .text($0.from), .text($0.to.isEmpty ? "(gone)" : $0.to), .count(.value(Double($0.deals))),
        money($0.value ?? 0, result),
      ]
    }
    let columns: [Report.Column] = [
      .init("from", "From"), .init("to", "To"), .init("deals", "Deals"), .init("value", "Value at the start"),
    ]
    let table: [Report.Block] = rows.isEmpty ? [] : [.table(.init("moves", columns: columns, rows: rows))]
    return Report.Section("", "Where the deals of the start went", [.figures(figures)] + table)
  }

  private static func stages(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.stages.map { stage in
      [
        .text(stage.stage), .count(.value(Double(stage.entered))), .count(.value(Double(stage.left))),
        .number(stage.p25Days, places: 1), .number(stage.p50Days, places: 1),
        .number(stage.p75Days, places: 1),
        .number(stage.p90Days, places: 1), .rate(stage.winRate),
      ]
    }
    let columns: [Report.Column] = [
      .init("stage", "Stage"), .init("entered", "Entered"), .init("left", "Left"), .init("p25_days", "25%"),
      .init("p50_days", "Half"), .init("p75_days", "75%"), .init("p90_days", "90%"), .init("win_rate", "Won"),
    ]
    return Report.Section(
      "", "Days in each stage",
      [
        .paragraph(
          "Days within which a share of the deals had left the stage; won is the share of those that have ended."
        ),
        .table(.init("stages", columns: columns, rows: rows)),
      ])
  }

  private static func conversions(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.conversions.map {
      [.text($0.from), .text($0.to), .count(.value(Double($0.deals))), .rate(.value($0.rate))]
    }
    let columns: [Report.Column] = [
      .init("from", "From"), .init("to", "To"), .init("deals", "Deals"), .init("rate", "Share"),
    ]
    return Report.Section(
      "", "From stage to stage", [.table(.init("conversions", columns: columns, rows: rows))])
  }

  private static func deals(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.deals.map { deal in
      [
        .text(deal.id), .text(deal.name), .text(deal.cause.title), money(deal.change ?? 0, result),
        .text(deal.stageFrom), .text(deal.stageTo),
      ]
    }
    let columns: [Report.Column] = [
      .init("id", "Deal"), .init("name", "Name"), .init("cause", "Cause"), .init("change", "Change"),
      .init("stage_from", "From stage"), .init("stage_to", "To stage"),
    ]
    return Report.Section("", "What moved", [.table(.init("deals", columns: columns, rows: rows))])
  }
}

extension PipelineBridge.Cause {
  /// The cause for people.
  var title: String {
    switch self {
    case .created: "created"
    case .pulledIn: "pulled in"
    case .reopened: "reopened"
    case .grown: "grown"
    case .shrunk: "shrunk"
    case .pushedOut: "pushed out"
    case .lost: "lost"
    case .won: "won"
    case .removed: "removed"
    }
  }
}
