extension Scenarios {
  static func report(_ result: Result, _ wanted: [WantedFigure], _ whatIf: WhatIf) -> Report {
    var sections = [sideBySide(result, wanted), changes(result)]
    sections += result.scenarios.compactMap { drivers(of: $0, wanted, result.attribution) }
    let actions = result.scenarios.filter { !$0.actions.isEmpty }
    if !actions.isEmpty {
      let rows: [[Report.Cell]] = actions.map { [.text($0.name), .text($0.actions.joined(separator: "; "))] }
      let columns: [Report.Column] = [.init("scenario", "Scenario"), .init("actions", "What to do")]
      sections.append(
        Report.Section(
          "actions", "If it comes to that", [.table(.init("actions", columns: columns, rows: rows))]))
    }
    let findings = outOfOrderFindings(result)
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: "Scenarios", currency: "\(whatIf.workspace.company.currency)",
      sections: sections.filter { !$0.blocks.isEmpty })
  }

  /// The figures that differ anywhere, and the first of them drawn.
  private static func sideBySide(_ result: Result, _ wanted: [WantedFigure]) -> Report.Section {
    let differing = wanted.indices.filter { index in
      Set(result.scenarios.map { $0.figures[index].value }).count > 1
    }
    let shown = differing.isEmpty ? Array(wanted.indices) : differing
    let rows = shown.map { index in
      [Report.Cell.text(wanted[index].name)]
        + result.scenarios.map { wanted[index].cell($0.figures[index].value) }
    }
    let columns =
      [Report.Column("figure", "Figure")]
      + result.scenarios.map { state in
        Report.Column(
          state.name,
          state.name + (state.chance.map { " (\(NumberFormat.number($0 * 100, places: 0))%)" } ?? ""))
      }
    var blocks: [Report.Block] = [.table(Report.Table("scenarios", columns: columns, rows: rows))]
    if result.scenarios.contains(where: { $0.chance != nil }) {
      blocks.append(.paragraph("In brackets the chance that the year ends above the scenario."))
    }
    let isKnown = { (index: Int) in
      result.scenarios.contains { state in
        if case .figure(.absent) = state.figures[index].value { false } else { true }
      }
    }
    let alike = wanted.indices.filter { !shown.contains($0) }
    let same = alike.filter(isKnown).map { wanted[$0].name }
    let unknown = alike.filter { !isKnown($0) }
    if !same.isEmpty { blocks.append(.paragraph("Alike in all: \(same.joined(separator: ", ")).")) }
    for index in unknown {
      let reason = result.scenarios.lazy.compactMap { $0.figures[index].value.figure.reason }.first
      blocks.append(.paragraph("\(wanted[index].name): unknown in all, \(reason ?? "is absent")."))
    }
    if let headline = shown.first(where: { wanted[$0].path == RevenuePlan.headline }) ?? shown.first {
      let points = result.scenarios.compactMap { state -> Report.Chart.Point? in
        let entry = state.figures[headline]
        return entry.value.figure.value.map {
          Report.Chart.Point(state.name, $0, wanted[headline].cell(entry.value))
        }
      }
      if points.count > 1 {
        blocks.append(
          .chart(Report.Chart(wanted[headline].label ?? wanted[headline].name, .bars, points: points)))
      }
    }
    return Report.Section("scenarios", "Side by side", blocks)
  }

  private static func changes(_ result: Result) -> Report.Section {
    let rows = result.scenarios.flatMap { state in
      state.overrides.map { change -> [Report.Cell] in
        [
          .text(state.name), .text(change.path), change.from.map { .text($0) } ?? .blank, .text(change.to),
        ]
      }
    }
    let columns: [Report.Column] = [
      .init("scenario", "Scenario"), .init("path", "Input"), .init("from", "From"), .init("to", "To"),
    ]
    var blocks: [Report.Block] =
      rows.isEmpty ? [] : [.table(.init("overrides", columns: columns, rows: rows))]
    if !result.leftOut.isEmpty {
      blocks.append(.list(result.leftOut.map { "\($0.scenario) leaves out \($0.path): \($0.reason)" }))
    }
    return Report.Section("overrides", "What they change", blocks)
  }

  /// What each change of a scenario adds to each difference; nil for a scenario that changes nothing.
  private static func drivers(
    of state: State, _ wanted: [WantedFigure], _ method: Attribution.Method
  ) -> Report.Section? {
    let moved = wanted.indices.filter { (state.figures[$0].change.value ?? 0) != 0 }
    guard !state.overrides.isEmpty, !moved.isEmpty else { return nil }
    let rows = moved.map { index in
      let entry = state.figures[index]
      return [Report.Cell.text(wanted[index].name), wanted[index].kind.showing(entry.change)]
        + entry.drivers.map { wanted[index].kind.showing($0.share) }
    }
    let names = shortNames(of: state.overrides.map(\.path)).map {
      $0.split(separator: "_").joined(separator: " ")
    }
    let columns =
      [Report.Column("figure", "Figure"), Report.Column("change", "Change")]
      + zip(state.overrides, names).map { Report.Column($0.path, $1) }
    let table = Report.Table("drivers", columns: columns, rows: rows)
    return Report.Section(
      "drivers.\(state.name)", "What drives \(state.name)", [.table(table), .paragraph(explained(method))])
  }

  private static func explained(_ method: Attribution.Method) -> String {
    let words = method.words
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}

/// The last key of each path, and more of it where another ends alike.
func shortNames(of paths: [String]) -> [String] {
  let parts = paths.map { $0.split(separator: ".").map(String.init) }
  return parts.map { own in
    for count in 1..<max(2, own.count) {
      let end = own.suffix(count)
      if parts.filter({ $0.suffix(count) == end }).count == 1 { return end.joined(separator: ".") }
    }
    return own.joined(separator: ".")
  }
}
