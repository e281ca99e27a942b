extension FigureExplanation {
  /// The explanation laid out for people.
  var report: Report {
    var sections = [Report.Section("value", "Value", meaning)]
    if steps.contains(where: { $0.worked != nil }) {
      sections.append(Report.Section("steps", "How it comes about", [.table(stepTable)]))
    }
    sections.append(Report.Section("inputs", "Values of the files that move it", inputBlocks))
    if !tables.isEmpty {
      sections.append(Report.Section("tables", "Tables that its analysis reads", [.table(files)]))
    }
    if let metric {
      sections.append(
        Report.Section(
          "see_also", "See also", [.paragraph("'revops explain \(metric)' has its bands and sources.")]))
    }
    return Report(title: title, sections: sections)
  }

  private var meaning: [Report.Block] {
    let shown: Report.Cell = if case .word(let word) = value { .text(word) } else { wanted.cell(value) }
    var figures = [Report.KeyFigure("value", "Value", shown, verdict: verdict)]
    if let formula {
      let isWorked = steps.last.map { $0.figure == figure && $0.worked != nil } ?? false
      figures.append(.init("formula", "Formula", .text(formula), note: isWorked ? nil : "in general"))
    }
    if let variant { figures.append(.init("variant", "Definition", .text(variant))) }
    return (definition.map { [.paragraph($0)] } ?? []) + [.figures(figures)]
  }

  private var stepTable: Report.Table {
    let rows = steps.map { step in
      [.text(step.figure), step.wanted.cell(step.value), .text(step.worked ?? step.formula)]
        as [Report.Cell]
    }
    return .init(
      "steps", columns: [.init("figure", "Figure"), .init("value", "Value"), .init("worked", "Comes of")],
      rows: rows)
  }

  private var inputBlocks: [Report.Block] {
    if let untried {
      return [.paragraph("None was tried: \(untried), and everything is computed again for each.")]
    }
    guard !inputs.isEmpty else {
      return [.paragraph("None of their quantities and days moves it by a small step; \(untold).")]
    }
    let rows = inputs.map { input in
      [.text(input.path), .text(input.value), .text(input.location?.text ?? "")] as [Report.Cell]
    }
    let columns: [Report.Column] = [
      .init("path", "Input"), .init("value", "Value"), .init("place", "Stands at"),
    ]
    return [
      .table(.init("inputs", columns: columns, rows: rows)),
      .paragraph("Quantities and days were tried, each by itself and by a small step; \(untold)."),
    ]
  }

  private var untold: String { "words, periods and rows of the tables were not tried" }

  private var files: Report.Table {
    let rows = tables.map { table in
      [
        .text(table.role), .text(table.file), .count(.value(Double(table.rows))),
        .count(.value(Double(table.rowsLeftOut))),
      ] as [Report.Cell]
    }
    let columns: [Report.Column] = [
      .init("role", "Table"), .init("file", "File"), .init("rows", "Rows"), .init("left_out", "Left out"),
    ]
    return .init("tables", columns: columns, rows: rows)
  }
}
