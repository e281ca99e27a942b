extension PlanDiff {
  static func report(
    _ result: Result, _ wanted: [WantedFigure], _ old: Workspace, _ new: Workspace, _ after: WhatIf
  ) -> Report {
    var sections: [Report.Section] = []
    if result.inputs.isEmpty {
      sections.append(
        Report.Section(
          "inputs", "What changed", [.paragraph("Nothing differs in what these figures depend on.")]))
    } else {
      sections = [inputs(result), moved(result, wanted)] + why(result, wanted)
    }
    return Report(
      title: "From \(old.path) to \(new.path)", currency: "\(after.workspace.company.currency)",
      sections: sections)
  }

  private static func inputs(_ result: Result) -> Report.Section {
    let rows = result.inputs.map { input -> [Report.Cell] in
      let place = input.file.map { file in input.line.map { "\(file):\($0)" } ?? file }
      return [
        .text(input.path), .text(input.from ?? "not given"), .text(input.to ?? "not given"),
        place.map { .text($0) } ?? .blank,
      ]
    }
    let columns: [Report.Column] = [
      .init("path", "Input"), .init("from", "Before"), .init("to", "After"), .init("place", "Where"),
    ]
    return Report.Section(
      "inputs", "What changed",
      [.table(.init("inputs", columns: columns, rows: rows))] + [tables(result)].compactMap(\.self))
  }

  /// What differs within the data tables; nil where none does.
  private static func tables(_ result: Result) -> Report.Block? {
    let rows = result.inputs.compactMap { input -> [Report.Cell]? in
      guard let table = input.table else { return nil }
      return [
        .text(input.path.split(separator: ".").last.map(String.init) ?? input.path), number(table.added),
        number(table.removed), number(table.changed),
        .text(changes(in: table)), .text(ids(of: table)),
      ]
    }
    guard !rows.isEmpty else { return nil }
    let columns: [Report.Column] = [
      .init("path", "Table"), .init("added", "Added"), .init("removed", "Removed"),
      .init("changed", "Changed"), .init("columns", "Columns"), .init("ids", "Such as"),
    ]
    return .table(.init("tables", columns: columns, rows: rows))
  }

  private static func number(_ count: Int) -> Report.Cell { .count(.value(Double(count))) }

  /// The columns that changed, with their rows, and those that came and went: `amount 3, stage 2, new: region`.
  private static func changes(in table: TableDifference) -> String {
    let kinds = [("new", table.columnsAdded), ("gone", table.columnsRemoved)]
    let parts =
      table.columns.map { "\($0.column) \($0.rows)" }
      + kinds.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" } + table.reading
    return parts.joined(separator: ", ")
  }

  private static func ids(of table: TableDifference) -> String {
    (table.changedIds + table.addedIds + table.removedIds).uniqued().prefix(3).joined(separator: ", ")
  }

  private static func moved(_ result: Result, _ wanted: [WantedFigure]) -> Report.Section {
    let rows = zip(result.figures, wanted).filter { $0.0.before != $0.0.after }.map { entry, figure in
      [
        .text(figure.name), figure.cell(entry.before), figure.cell(entry.after),
        figure.kind.showing(entry.change),
      ] as [Report.Cell]
    }
    let columns: [Report.Column] = [
      .init("figure", "Figure"), .init("before", "Before"), .init("after", "After"),
      .init("change", "Change"),
    ]
    let same = zip(result.figures, wanted).filter { $0.0.before == $0.0.after }.map { $0.1.name }
    var blocks: [Report.Block] =
      rows.isEmpty
      ? [.paragraph("No figure moved.")] : [.table(.init("figures", columns: columns, rows: rows))]
    if !same.isEmpty, !rows.isEmpty { blocks.append(.paragraph("Unmoved: \(same.joined(separator: ", ")).")) }
    return Report.Section("figures", "What moved", blocks)
  }

  /// The shares of each input that moved a figure, and the figure that matters most drawn.
  private static func why(_ result: Result, _ wanted: [WantedFigure]) -> [Report.Section] {
    let moved = wanted.indices.filter { (result.figures[$0].change.value ?? 0) != 0 }
    guard !moved.isEmpty else { return [] }
    let names = shortNames(of: result.inputs.map(\.path))
    var rows: [[Report.Cell]] = []
    for index in moved {
      let entry = result.figures[index]
      let order = entry.drivers.indices.sorted { a, b in
        let (x, y) = (abs(entry.drivers[a].share.value ?? 0), abs(entry.drivers[b].share.value ?? 0))
        return x != y ? x > y : a < b
      }
      let shown = order.filter { entry.drivers[$0].share.value != 0 }
      for driver in shown {
        let share = wanted[index].kind.showing(entry.drivers[driver].share)
        rows.append([.text(wanted[index].name), .text(names[driver]), share])
      }
    }
    let columns: [Report.Column] = [
      .init("figure", "Figure"), .init("path", "Input"), .init("share", "Share of the change"),
    ]
    let words = result.attribution.words
    var blocks: [Report.Block] = [
      .table(.init("drivers", columns: columns, rows: rows)),
      .paragraph(words.prefix(1).uppercased() + words.dropFirst() + "; they sum to the change."),
    ]
    if let chart = chart(result, wanted, moved, names) { blocks.append(.chart(chart)) }
    return [Report.Section("drivers", "Why", blocks)]
  }

  /// What each input adds to the headline, or to the first figure that moved.
  private static func chart(
    _ result: Result, _ wanted: [WantedFigure], _ moved: [Int], _ names: [String]
  ) -> Report.Chart? {
    guard let index = moved.first(where: { wanted[$0].path == RevenuePlan.headline }) ?? moved.first else {
      return nil
    }
    let points = zip(result.figures[index].drivers, names).compactMap { driver, name -> Report.Chart.Point? in
      guard let share = driver.share.value, share != 0 else { return nil }
      return Report.Chart.Point(name, share, wanted[index].kind.showing(.value(share)))
    }
    guard points.count > 1 else { return nil }
    return Report.Chart(wanted[index].label ?? wanted[index].name, .bars, points: points)
  }
}
