extension GoalSeek {
  static func report(_ result: Result, _ goal: Goal, _ wanted: [WantedFigure], _ whatIf: WhatIf) -> Report {
    let currency = "\(whatIf.workspace.company.currency)"
    var sections: [Report.Section] = []
    if let grid = result.grid {
      sections.append(table(grid, wanted, currency))
    } else {
      sections.append(answer(result, wanted, currency))
    }
    return Report(
      title: "Until \(goal.text)", currency: currency, sections: sections)
  }

  private static func answer(
    _ result: Result, _ wanted: [WantedFigure], _ currency: String
  ) -> Report.Section {
    let range = result.range.joined(separator: " to ")
    var figures = [Report.KeyFigure("from", result.input, .text(result.from), note: "as the files stand")]
    if let solution = result.solution, result.verdict == .solved {
      figures.append(.init("solution", "Solution", .text(solution), verdict: .init("the goal holds", .good)))
    } else if result.verdict == .holdsAlready {
      figures.append(.init("verdict", "Verdict", .verdict(.init("the goal holds already", .good))))
    } else if result.verdict == .unknown {
      let reason = result.boundary.reason.map { ": \($0)" } ?? ""
      figures.append(.init("verdict", "Verdict", .text("nobody can say\(reason)")))
    } else {
      figures.append(
        .init("verdict", "Verdict", .verdict(.init("no solution from \(range)", .poor))))
      if let closest = result.closest {
        let kind = wanted.first?.kind ?? .number(.value(0), places: 2)
        let left = CellText.people(kind.showing(closest.left), currency)
        figures.append(.init("closest", "Closest", .text(closest.value), note: "gives \(left)"))
      }
    }
    var blocks: [Report.Block] = [.figures(figures)]
    if !result.holds.isEmpty {
      let stretches = result.holds.map { $0[0] == $0[1] ? $0[0] : "\($0[0]) to \($0[1])" }
      blocks.append(.paragraph("It holds from \(list(stretches)), of all from \(range)."))
    }
    if !result.isMonotone {
      blocks.append(
        .paragraph("It changes more than once on the way: more of the input is not always better."))
    }
    if !result.figures.isEmpty {
      let rows = zip(result.figures, wanted).map { entry, figure in
        [.text(figure.name), figure.cell(entry.now), figure.cell(entry.then)] as [Report.Cell]
      }
      let columns: [Report.Column] = [.init("figure", "Figure"), .init("now", "Now"), .init("then", "Then")]
      blocks.append(.table(.init("figures", columns: columns, rows: rows)))
    }
    return Report.Section("solve", "The nearest answer", blocks)
  }

  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and from " + last
  }

  /// Why the goal cannot be told, where that is so.
  private static func unknown(_ grid: Grid) -> [Report.Block] {
    guard let row = grid.cells.first(where: { $0.verdict == .unknown }) else { return [] }
    let reason = row.left.lazy.compactMap(\.reason).first.map { ": \($0)" } ?? ""
    return [.paragraph("Where it says unknown, nobody can say whether the goal holds\(reason).")]
  }

  private static func table(_ grid: Grid, _ wanted: [WantedFigure], _ currency: String) -> Report.Section {
    let kind = wanted.first?.kind ?? .number(.value(0), places: 2)
    let rows = grid.cells.map { row -> [Report.Cell] in
      [Report.Cell.text(row.value)]
        + zip(row.left, row.holds).map { left, holds in
          guard let holds else { return .blank }
          let words = CellText.people(kind.showing(left), currency, isCompact: true)
          return .verdict(Report.Verdict(words, holds ? .good : .poor))
        }
        + [.text(row.needed ?? (row.verdict == .unknown ? "unknown" : "none"))]
    }
    let names = [grid.rows, grid.columns].map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    let columns =
      [Report.Column("value", names[0])]
      + grid.columnValues.map { Report.Column($0, $0) } + [Report.Column("needed", "Needed \(names[1])")]
    return Report.Section(
      "grid", "\(grid.rows) down, \(grid.columns) across",
      [
        .table(.init("cells", columns: columns, rows: rows)),
        .paragraph("The last column is the \(names[1]) nearest to today's at which the goal holds."),
      ] + unknown(grid))
  }
}
