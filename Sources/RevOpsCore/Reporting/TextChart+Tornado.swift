extension TextChart {
  /// A line a point with a bar to each side of the base: light to where its value leads, dark to its other end.
  func tornado(_ base: Double) -> [String] {
    let mark = style.ascii ? "." : "…"
    let labels = chart.points.map { style.safe($0.label) }
    let values = chart.points.map { style.text($0.cell, currency) }
    let labelWidth = min(widest(labels), (width - 6) * 2 / 5)
    let valueWidth = min(widest(values), (width - 6) / 3)
    let room = max(3, width - labelWidth - valueWidth - 6)
    let (middle, bars) = ChartScale.tornado(chart.points, base: base)
    let axis = min(room - 1, ChartScale.columns(middle, of: room - 1))
    return bars.enumerated().map { index, pair in
      var marks = Array(repeating: " ", count: room)
      for span in [pair.0, pair.1] where span.length > 0 {
        let first = ChartScale.columns(span.start, of: room - 1)
        let last = ChartScale.columns(span.start + span.length, of: room - 1)
        for column in first...max(first, last) where marks[column] == " " { marks[column] = block(span) }
      }
      marks[axis] = style.ascii ? "|" : "│"
      let label = TextLines.shortened(labels[index], width: labelWidth, mark: mark)
      let value = TextLines.shortened(values[index], width: valueWidth, mark: mark)
      return trimmed(
        "  " + TextLines.padded(label, width: labelWidth) + "  " + style.painted(marks.joined(), .note) + "  "
          + TextLines.padded(value, width: valueWidth, alignedRight: true))
    }
  }
}
