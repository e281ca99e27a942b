extension Sensitivity {
  static func report(_ result: Result, _ wanted: [WantedFigure], _ whatIf: WhatIf) -> Report {
    var sections = zip(result.tornados, wanted).map { section($0, $1) }
    if !result.leftOut.isEmpty {
      let rows: [[Report.Cell]] = grouped(result.leftOut).map { [.text($0.path), .text($0.reason)] }
      let columns: [Report.Column] = [.init("path", "Input"), .init("reason", "Why")]
      sections.append(
        Report.Section("left_out", "Not tried", [.table(.init("left_out", columns: columns, rows: rows))]))
    }
    return Report(title: "Sensitivity", currency: "\(whatIf.workspace.company.currency)", sections: sections)
  }

  /// Items of one list in one line, with the reason of the first.
  private static func grouped(_ leftOut: [LeftOut]) -> [LeftOut] {
    var groups: [(list: Substring, first: LeftOut, last: LeftOut)] = []
    for one in leftOut {
      let list = one.path.hasSuffix("]") ? one.path.prefix { $0 != "[" } : one.path[...]
      if let group = groups.last, group.list == list, one.path.hasSuffix("]") {
        groups[groups.count - 1].last = one
      } else {
        groups.append((list, one, one))
      }
    }
    return groups.map { group in
      guard group.first.path != group.last.path else { return group.first }
      let last = group.last.path.dropFirst(group.list.utf8.count)
      return LeftOut(path: "\(group.first.path) to \(last)", reason: group.first.reason)
    }
  }

  private static func section(_ tornado: Tornado, _ figure: WantedFigure) -> Report.Section {
    let base = figure.kind.showing(tornado.base)
    var blocks: [Report.Block] = [
      .figures([
        Report.KeyFigure("base", figure.label ?? figure.name, base, note: "as the files stand")
      ])
    ]
    if tornado.inputs.isEmpty {
      let reason = tornado.base.reason.map { "It cannot be computed, whatever the inputs are: \($0)." }
      blocks.append(.paragraph(reason ?? "No input moves it."))
    } else {
      let names = shortNames(of: tornado.inputs.map(\.path))
      if let number = tornado.base.value {
        let points = zip(tornado.inputs, names).compactMap { swing, name -> Report.Chart.Point? in
          guard let low = swing.low.value.value, let high = swing.high.value.value else { return nil }
          return Report.Chart.Point(name, low, to: high, figure.kind.showing(swing.sensitivitySwing))
        }
        let title = "From the low end of each input (light) to its high end"
        if !points.isEmpty {
          blocks.append(.chart(Report.Chart(title, .tornado(base: number), points: points)))
        }
      }
      blocks.append(.table(table(tornado, figure)))
    }
    if tornado.base.value != nil, !tornado.withoutEffect.isEmpty {
      blocks.append(.paragraph("Without effect: \(tornado.withoutEffect.joined(separator: ", "))."))
    }
    return Report.Section(tornado.figure, figure.name, blocks)
  }

  private static func table(_ tornado: Tornado, _ figure: WantedFigure) -> Report.Table {
    let rows = tornado.inputs.map { swing -> [Report.Cell] in
      [
        .text(swing.path), .text(swing.low.input), .text(swing.high.input),
        figure.kind.showing(swing.low.value), figure.kind.showing(swing.high.value),
        figure.kind.showing(swing.sensitivitySwing),
      ]
    }
    let columns: [Report.Column] = [
      .init("path", "Input"), .init("low", "Low"), .init("high", "High"), .init("at_low", "At low"),
      .init("at_high", "At high"), .init("sensitivity_swing", "Swing"),
    ]
    return Report.Table("inputs", columns: columns, rows: rows)
  }
}
