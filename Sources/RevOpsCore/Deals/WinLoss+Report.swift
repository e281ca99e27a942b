extension WinLoss {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [summary(result, input)]
    if result.lossReasonCompleteness.value != nil { sections.append(reasons(result)) }
    for cut in result.cuts where !cut.groups.isEmpty { sections.append(self.cut(cut, result)) }
    if !result.patterns.isEmpty { sections.append(patterns(result)) }
    if !result.interviews.isEmpty { sections.append(interviews(result, input)) }
    if !result.insights.isEmpty { sections.append(insights(result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: title, subtitle: "deals closed from \(result.from) to \(result.to)",
      currency: "\(input.table.currency)", sections: sections)
  }

  private static func summary(_ result: Result, _ input: Input) -> Report.Section {
    func rate(
      _ key: String, _ label: String, _ figure: Figure, low: Figure, high: Figure, note: String? = nil
    )
      -> Report.KeyFigure
    {
      var notes = [note].compactMap(\.self)
      if let low = low.value, let high = high.value {
        notes.append("between \(NumberFormat.rate(low)) and \(NumberFormat.rate(high))")
      }
      return .init(
        key, label, .rate(figure),
        verdict: input.benchmarks.level(of: key, figure, low: low, high: high)?.verdict,
        note: notes.isEmpty ? nil : notes.joined(separator: "; "))
    }
    let late = result.lateStages.joined(separator: ", ")
    return Report.Section(
      "", "Won and lost",
      [
        .figures([
          .init("won", "Won", .count(.value(Double(result.won)))),
          .init("lost", "Lost", .count(.value(Double(result.lost)))),
          rate(
            "win_rate", "Win rate", result.winRate, low: result.winRateLow, high: result.winRateHigh,
            note: "by count"),
          .init("win_rate_by_value", "Win rate by value", .rate(result.winRateByValue)),
          rate(
            "late_stage_win_rate", "Late-stage win rate", result.lateStageWinRate,
            low: result.lateStageWinRateLow, high: result.lateStageWinRateHigh,
            note: late.isEmpty ? nil : "once in \(late)"),
          .init("won_value", "Value won", .money(result.wonValue)),
          .init("lost_value", "Value lost", .money(result.lostValue)),
          .init("average_deal", "Average deal won", .money(result.averageDeal)),
          .init(
            "cycle_days", "Days to win", .duration(result.cycleDays, .days),
            note: WinRecord.note(onCycleOf: result.cycleDeals, won: result.won)),
          .init("loss_reason_completeness", "Losses with a reason", .rate(result.lossReasonCompleteness)),
          .init("win_loss_coverage", "Reviews held", .rate(result.winLossCoverage)),
        ])
      ])
  }

  private static func reasons(_ result: Result) -> Report.Section {
    func name(_ reason: Reason) -> String { reason.reason.isEmpty ? "(none given)" : reason.reason }
    let points = result.reasons.compactMap { reason in
      reason.value.value.map { Report.Chart.Point(name(reason), $0, .money(reason.value)) }
    }
    let isAnyUnpriced = result.reasons.contains { $0.withoutAmount > 0 }
    let rows: [[Report.Cell]] = result.reasons.map {
      [
        .text(name($0)), .count(.value(Double($0.deals))), .rate(.value($0.share)), .money($0.value),
      ] + (isAnyUnpriced ? [.count(.value(Double($0.withoutAmount)))] : [])
        + [.text($0.team?.title ?? "–")]
    }
    let columns: [Report.Column] =
      [
        .init("reason", "Reason"), .init("deals", "Deals"), .init("share", "Share"), .init("value", "Value"),
      ] + (isAnyUnpriced ? [.init("without_amount", "No amount")] : []) + [.init("team", "Who can act")]
    return Report.Section(
      "", "Why deals are lost",
      (points.isEmpty ? [] : [.chart(.init("Value lost", .bars, points: points))])
        + [.table(.init("reasons", columns: columns, rows: rows))])
  }

  private static func cut(_ cut: Cut, _ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = cut.groups.map { group in
      [
        .text(group.group.isEmpty ? "(none)" : group.group), .count(.value(Double(group.won))),
        .count(.value(Double(group.lost))), .rate(group.winRate), .rate(group.winRateLow),
        .rate(group.winRateHigh),
        .rate(group.winRateByValue), .money(group.wonValue), .money(group.lostValue),
      ]
    }
    let columns: [Report.Column] = [
      .init("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("won", "Won"),
      .init("lost", "Lost"), .init("win_rate", "Rate"), .init("win_rate_low", "From"),
      .init("win_rate_high", "To"),
      .init("win_rate_by_value", "By value"), .init("won_value", "Value won"),
      .init("lost_value", "Value lost"),
    ]
    let total: [Report.Cell] = [
      .text("all"), .count(.value(Double(result.won))), .count(.value(Double(result.lost))),
      .rate(result.winRate),
      .rate(result.winRateLow), .rate(result.winRateHigh), .rate(result.winRateByValue),
      .money(result.wonValue), .money(result.lostValue),
    ]
    return Report.Section(
      "cuts.\(cut.by)", "By \(cut.by)", [.table(.init("groups", columns: columns, rows: rows, total: total))])
  }

  private static func patterns(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.patterns.map {
      [
        .text($0.by), .text($0.group.isEmpty ? "(none)" : $0.group), .rate(.value($0.winRate)),
        .verdict($0.isAbove ? .init("above all", .good) : .init("below all", .poor)),
      ]
    }
    let columns: [Report.Column] = [
      .init("by", "By"), .init("group", "Where"), .init("win_rate", "Win rate"), .init("is_above", "Than"),
    ]
    return Report.Section(
      "", "Beyond chance", [.table(.init("patterns", columns: columns, rows: rows))])
  }

  private static func interviews(_ result: Result, _ input: Input) -> Report.Section {
    let isTold = input.settings.reviewed != nil
    let rows: [[Report.Cell]] = result.interviews.map { deal in
      [
        .text(deal.id), .text(deal.name), .text(deal.owner), .money(deal.amount),
        .text(deal.outcome.rawValue),
        .text(deal.competitor), .text(deal.outcome == .won ? "the team" : "the buyer"),
      ] + (isTold ? [.text(deal.isReviewed ? "held" : "")] : [])
    }
    let columns: [Report.Column] =
      [
        .init("id", "Deal"), .init("name", "Name"), .init("owner", "Owner"), .init("amount", "Amount"),
        .init("outcome", "Outcome"), .init("competitor", "Rival"), .init("ask", "Ask"),
      ] + (isTold ? [.init("is_reviewed", "Review")] : [])
    let edge = result.interviewThreshold.value.map {
      "\(NumberFormat.money($0, "\(input.table.currency)")) or more"
    }
    let words =
      "Deals of \(edge ?? "any amount"), and losses to a competitor of any size. Somebody other than the owner asks the "
      + "buyer of a loss; the team of a win looks back at it."
    return Report.Section(
      "", "To be interviewed",
      [.paragraph(words), .table(.init("interviews", columns: columns, rows: rows))])
  }

  private static func insights(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.insights.map {
      [
        .text($0.team.title), .text($0.about), .count(.value(Double($0.deals))), .money($0.value),
        .text($0.action), .text($0.examples.joined(separator: ", ")),
      ]
    }
    let columns: [Report.Column] = [
      .init("team", "Team"), .init("about", "About"), .init("deals", "Deals"), .init("value", "Value"),
      .init("action", "To do"), .init("examples", "Such as"),
    ]
    return Report.Section(
      "", "Who has to hear of it", [.table(.init("insights", columns: columns, rows: rows))])
  }
}
