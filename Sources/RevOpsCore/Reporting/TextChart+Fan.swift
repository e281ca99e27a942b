extension TextChart {
  /// A line a point from the low to the high end of its range, with its middle on it and a rule at the mark.
  func fan(_ mark: Double?) -> [String] {
    let cut = style.ascii ? "." : "…"
    let labels = chart.points.map { style.safe($0.label) }
    let values = chart.points.map { style.text($0.cell, currency) }
    let labelWidth = min(widest(labels), (width - 6) * 2 / 5)
    let valueWidth = min(widest(values), (width - 6) / 3)
    let room = max(3, width - labelWidth - valueWidth - 6)
    func column(_ share: Double) -> Int { min(room - 1, ChartScale.columns(share, of: room - 1)) }
    let (ranges, rule) = ChartScale.fan(chart.points, mark: mark)
    return ranges.enumerated().map { index, range in
      var marks = Array(repeating: " ", count: room)
      let (low, high) = (column(range.low), max(column(range.low), column(range.high)))
      for at in low...high { marks[at] = style.ascii ? "-" : "─" }
      if let rule { marks[column(rule)] = style.ascii ? "!" : "┊" }
      marks[low] = style.ascii ? "|" : "├"
      marks[high] = style.ascii ? "|" : "┤"
      if let middle = range.middle { marks[column(middle)] = style.ascii ? "O" : "●" }
      let label = TextLines.shortened(labels[index], width: labelWidth, mark: cut)
      let value = TextLines.shortened(values[index], width: valueWidth, mark: cut)
      return trimmed(
        "  " + TextLines.padded(label, width: labelWidth) + "  " + style.painted(marks.joined(), .note) + "  "
          + TextLines.padded(value, width: valueWidth, alignedRight: true))
    } + legend(mark)
  }

  private func legend(_ mark: Double?) -> [String] {
    guard let mark else { return [] }
    let sign = style.ascii ? "!" : "┊"
    return TextLines.wrapped("\(sign) \(style.text(.money(.value(mark)), currency))", width: width - 2).map {
      "  " + style.painted($0, .faint)
    }
  }
}
