extension PipelineVelocity {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    input.later
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    guard let window = input.window, !input.measured.isEmpty else { return [] }
    return [
      JSONValue.Member("window", .string("\(window.start)..\(window.lastDay)")),
      JSONValue.Member("measured", .array(input.measured.map(JSONValue.string))),
    ]
  }

  /// What the section states is not measured, nor what follows from it.
  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    let factors: [(metric: String, key: String, figure: Figure)] = [
      ("win_rate", "win_rate", result.winRate), ("average_deal", "average_deal", result.averageDeal),
      ("sales_cycle", "cycle_days", result.cycleDays),
    ]
    let isWhole = input.measured.count > factors.count
    let whole = Measurement("velocity", result.velocity, source: "\(key).velocity")
    return (isWhole ? [whole] : [])
      + factors.filter { input.measured.contains($0.key) }.map {
        Measurement(
          $0.metric, $0.figure, source: "\(key).\($0.key)",
          judged: $0.metric == "win_rate" ? .level(result.winRateBand) : .byValue)
      }
  }

  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var blocks: [Report.Block] = [.figures(figures(result, input))]
    if !result.levers.isEmpty { blocks.append(.table(levers(result))) }
    let subtitle = input.window.map { "deals closed from \($0.start) to \($0.lastDay)" } ?? ""
    return Report(
      title: title, subtitle: subtitle, currency: input.currency,
      sections: [Report.Section("", "What a day brings", blocks)] + result.cuts.map(section)
        + (findings.isEmpty ? [] : [Report.Section("findings", "Findings", [.findings(findings)])]))
  }

  private static func section(_ cut: Cut) -> Report.Section {
    let rows: [[Report.Cell]] = cut.groups.map { group in
      [
        .text(group.group.isEmpty ? "(none)" : group.group), .money(group.velocity),
        .count(.value(Double(group.opportunities))), .rate(group.winRate), .money(group.averageDeal),
        .duration(group.cycleDays, .days), .count(.value(Double(group.won))),
        .count(.value(Double(group.lost))),
      ]
    }
    let columns: [Report.Column] = [
      .init("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("velocity", "A day"),
      .init("opportunities", "Open"), .init("win_rate", "Win rate"), .init("average_deal", "Deal"),
      .init("cycle_days", "Cycle"), .init("won", "Won"), .init("lost", "Lost"),
    ]
    return Report.Section(
      "cuts.\(cut.by)", "By \(cut.by)", [.table(.init("groups", columns: columns, rows: rows))])
  }

  private static func figures(_ result: Result, _ input: Input) -> [Report.KeyFigure] {
    func source(_ key: String) -> String? {
      input.record == nil ? nil : input.measured.contains(key) ? "measured" : "stated"
    }
    return [
      .init("velocity", "Bookings a day", .money(result.velocity)),
      .init(
        "opportunities", "Open deals", .count(.value(result.opportunities)), note: source("opportunities")),
      .init(
        "win_rate", "Win rate", .rate(result.winRate), verdict: result.winRateBand?.verdict,
        note: interval(result, input) ?? source("win_rate")),
      .init("average_deal", "Average deal", .money(result.averageDeal), note: source("average_deal")),
      .init(
        "cycle_days", "Sales cycle", .duration(result.cycleDays, .days),
        note: cycleNote(input) ?? source("cycle_days")),
    ]
  }

  private static func cycleNote(_ input: Input) -> String? {
    guard input.measured.contains("cycle_days"), let record = input.record else { return nil }
    return WinRecord.note(onCycleOf: record.cycleDeals, won: record.won)
  }

  private static func interval(_ result: Result, _ input: Input) -> String? {
    guard input.measured.contains("win_rate"), let record = result.record, let low = record.low.value,
      let high = record.high.value
    else { return nil }
    let closed = record.won + record.lost
    let interval = "between \(NumberFormat.rate(low)) and \(NumberFormat.rate(high))"
    let judged = result.winRateBand == nil ? ", too few deals to judge it" : ""
    return "\(record.won) of \(closed); \(interval)\(judged)"
  }

  private static func levers(_ result: Result) -> Report.Table {
    let rows: [[Report.Cell]] = result.levers.map { lever in
      [
        .text(label(lever)), cell(lever.lever, lever.from), cell(lever.lever, lever.to),
        .money(.value(lever.velocity)), .money(.value(lever.gain)),
      ]
    }
    return Report.Table(
      "levers",
      columns: [
        .init("lever", "Lever"), .init("from", "Now"), .init("to", "Then"), .init("velocity", "A day"),
        .init("gain", "Gain a day"),
      ], rows: rows)
  }

  private static func label(_ lever: Lever) -> String {
    let name =
      switch lever.lever {
      case "opportunities": "deals"
      case "win_rate": "win rate"
      case "average_deal": "deal size"
      default: "sales cycle"
      }
    guard lever.aim == .tenth else { return "\(name) at the next band" }
    return lever.lever == "cycle_days" ? "\(name) a tenth shorter" : "\(name) a tenth up"
  }

  private static func cell(_ lever: String, _ value: Double) -> Report.Cell {
    switch lever {
    case "opportunities": .number(.value(value), places: 1)
    case "win_rate": .rate(.value(value))
    case "average_deal": .money(.value(value))
    default: .duration(.value(value), .days)
    }
  }
}
