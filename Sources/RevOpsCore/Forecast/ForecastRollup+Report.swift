extension ForecastRollup {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections: [Report.Section] = []
    if let total = result.total {
      sections.append(summary(total, result))
      sections.append(categories(total, result))
      sections += result.cuts.map { cut($0, total) }
    }
    sections += result.calls.map(calls)
    if result.calls.isEmpty, input.hasCalls {
      sections.append(
        Report.Section(
          "calls", "Calls",
          [.paragraph("Nobody has called a period that has not ended: add the rows to the forecasts table.")])
      )
    }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: title, subtitle: "deals due from \(result.from) to \(result.to)", currency: input.currency,
      sections: sections)
  }

  private static func summary(_ total: Amounts, _ result: Result) -> Report.Section {
    var figures: [Report.KeyFigure] = [
      .init("base", "Base: closed and commit", .money(total.base)),
      .init("upside_case", "Upside case: and best case", .money(total.upsideCase)),
      .init("weighted", "Weighted", .money(total.weighted)),
      .init("target", "Target", .money(result.target)),
      .init("gap", "Target less base", .money(result.gap)),
    ]
    if result.overdueDeals > 0 {
      figures.append(
        .init(
          "overdue", "Open, due before the period", .money(.value(result.overdue)),
          note:
            "\(result.overdueDeals) \(result.overdueDeals == 1 ? "deal" : "deals"), in none of these figures")
      )
    }
    let steps: [(String, Figure)] = [
      ("Closed", .value(total.closed)), ("Commit", total.commit), ("Best case", total.bestCase),
      ("Upside case", total.upsideCase),
    ]
    let points = steps.compactMap { name, figure in
      figure.value.map { Report.Chart.Point(name, $0, .money(figure)) }
    }
    guard points.count == steps.count else { return Report.Section("", "Summary", [.figures(figures)]) }
    return Report.Section(
      "", "Summary",
      [.figures(figures), .chart(.init("From what is won to the upside case", .waterfall, points: points))])
  }

  private static func categories(_ total: Amounts, _ result: Result) -> Report.Section {
    let columns: [Report.Column] = [
      .init("category", "Category"), .init("deals", "Deals"), .init("amount", "Amount"),
      .init("probability", "Chance"), .init("basis", "From"), .init("weighted", "Weighted"),
    ]
    var rows: [[Report.Cell]] = result.categories.map { category in
      [
        .text(category.category.words), .count(.value(Double(category.deals))),
        .money(.value(category.amount)), .rate(.value(category.probability)),
        .text(category.basis == .history ? "\(category.closedDeals) closed deals" : category.basis.rawValue),
        .money(.value(category.weighted)),
      ]
    }
    if total.uncategorised > 0 {
      let deals = total.deals - result.categories.reduce(0) { $0 + $1.deals }
      let rest = result.categories.reduce(total.closed) { $0 + $1.weighted }
      rows.append([
        .text("No category"), .count(.value(Double(deals))), .money(.value(total.uncategorised)), .blank,
        .text("their own"), .money(total.weighted.map { $0 - rest }),
      ])
    }
    rows.append([
      .text("Closed"), .blank, .money(.value(total.closed)), .blank, .text("won"),
      .money(.value(total.closed)),
    ])
    var blocks: [Report.Block] = [.table(.init("categories", columns: columns, rows: rows))]
    if total.withoutAmount > 0 {
      let deals = total.withoutAmount == 1 ? "deal has no amount and adds" : "deals have no amount and add"
      blocks.append(.paragraph("\(total.withoutAmount) open \(deals) nothing."))
    }
    return Report.Section("categories", "By category", blocks)
  }

  private static func cut(_ cut: Cut, _ total: Amounts) -> Report.Section {
    func row(_ name: String, _ amounts: Amounts) -> [Report.Cell] {
      [
        .text(name), .count(.value(Double(amounts.deals))), .money(.value(amounts.closed)),
        .money(amounts.commit), .money(amounts.bestCase), .money(amounts.pipeline),
        .money(amounts.base), .money(amounts.upsideCase), .money(amounts.weighted),
      ]
    }
    let columns: [Report.Column] = [
      .init("group", cut.by.prefix(1).uppercased() + cut.by.dropFirst()), .init("deals", "Deals"),
      .init("closed", "Closed"), .init("commit", "Commit"), .init("best_case", "Best case"),
      .init("pipeline", "Pipeline"), .init("base", "Base"), .init("upside_case", "Upside case"),
      .init("weighted", "Weighted"),
    ]
    let rows = cut.groups.map { row($0.group.isEmpty ? "(none)" : $0.group, $0.amounts) }
    return Report.Section(
      "cuts.\(cut.by)", "By \(cut.by)",
      [.table(.init("groups", columns: columns, rows: rows, total: row("all", total)))])
  }

  private static func calls(_ period: PeriodCalls) -> Report.Section {
    var figures: [Report.KeyFigure] = [
      .init("forecast", "Called", .money(period.forecast)),
      .init("worst", "Worst case", .money(period.worst)),
      .init("best", "Best case", .money(period.best)),
      .init("weighted", "Deals due, weighted", .money(period.weighted)),
    ]
    if let uncalled = period.weightedUncalled.value, uncalled != 0 || !period.uncalledOwners.isEmpty {
      figures.append(
        .init(
          "weighted_uncalled", "Of that, in no call", .money(.value(uncalled)),
          note: Self.names(period.uncalledOwners, period.weightedOwnerless)))
      figures.append(
        .init("variance", "Weighted less called", .money(period.variance), note: "of those who call"))
    } else {
      figures.append(.init("variance", "Weighted less called", .money(period.variance)))
    }
    let columns: [Report.Column] = [
      .init("person", "Person"), .init("worst", "Worst"), .init("forecast", "Forecast"),
      .init("best", "Best"),
      .init("team_forecast", "Team"), .init("difference", "Own view"),
      .init("forecast_change", "Change"), .init("held", "Deals"), .init("gap", "To quota"),
    ]
    let depth = period.people.map(\.level).min() ?? 0
    let rows: [[Report.Cell]] = period.people.map { person in
      [
        .text(String(repeating: "· ", count: min(person.level - depth, 8)) + person.person),
        cell(person.worst),
        cell(person.forecast), cell(person.best), cell(person.teamForecast), cell(person.difference),
        person.forecastChange.value == nil ? .blank : .rate(person.forecastChange),
        cell(person.held), cell(person.gap),
      ]
    }
    return Report.Section(
      "calls", "Calls for \(period.period)",
      [.figures(figures), .table(.init("people", columns: columns, rows: rows))])
  }

  /// Whose deals no call takes in, in a few words.
  private static func names(_ owners: [String], _ ownerless: Figure) -> String {
    guard !owners.isEmpty else { return "deals without an owner" }
    let more = owners.count > 3 ? " and \(owners.count - 3) more" : ""
    let others = ownerless.value ?? 0 == 0 ? "" : ", and those without an owner"
    return "deals of " + owners.prefix(3).joined(separator: ", ") + more + others
  }

  private static func cell(_ figure: Figure) -> Report.Cell { figure.value == nil ? .blank : .money(figure) }
}
