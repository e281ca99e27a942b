/// Draws a chart with block characters, or with `#` and `=` where only ASCII may be written.
struct TextChart {
  let chart: Report.Chart
  let currency: String
  let style: TextStyle
  let width: Int

  /// The lines under an indent of two columns, the title first.
  func lines() -> [String] {
    let title = TextLines.wrapped(style.safe(chart.title), width: width - 2).map {
      "  " + style.painted($0, .strong)
    }
    return (chart.title.isEmpty ? [] : title) + drawn()
  }

  private func drawn() -> [String] {
    switch chart.kind {
    case .bars, .histogram: rows(ChartScale.spans(of: chart))
    case .waterfall: rows(ChartScale.spans(of: chart))
    case .gauge(let low, let high, let edges): gauge(low, high, edges)
    case .line: course()
    case .tornado(let base): tornado(base)
    case .fan(let mark): fan(mark)
    }
  }

  /// A line a point: name, bar and value.
  private func rows(_ spans: [ChartScale.Span]) -> [String] {
    let labels = chart.points.map { style.safe($0.label) }
    let values = chart.points.map { style.text($0.cell, currency) }
    let labelWidth = min(widest(labels), (width - 6) / 3)
    let valueWidth = min(widest(values), (width - 6) / 3)
    let room = width - labelWidth - valueWidth - 6
    var lines: [String] = []
    for (index, span) in spans.enumerated() {
      let label = TextLines.shortened(labels[index], width: labelWidth, mark: style.ascii ? "." : "…")
      let value = TextLines.shortened(values[index], width: valueWidth, mark: style.ascii ? "." : "…")
      let before = ChartScale.columns(span.start, of: room)
      let columns = min(room - before, max(1, ChartScale.columns(span.length, of: room)))
      // Bars that start in the middle are whole columns, so that steps meet.
      let bar =
        span.start > 0 || span.isFall
        ? String(repeating: block(span), count: span.length > 0 ? columns : 0)
        : style.bar(span.length, width: room)
      let tail = String(repeating: " ", count: max(0, room - before - DisplayWidth.of(bar)))
      lines.append(
        "  " + TextLines.padded(label, width: labelWidth) + "  " + String(repeating: " ", count: before)
          + style.painted(bar, span.isFall ? .poor : .note) + tail + "  "
          + TextLines.padded(value, width: valueWidth, alignedRight: true))
    }
    return lines.map(trimmed)
  }

  func block(_ span: ChartScale.Span) -> String {
    span.isFall ? (style.ascii ? "=" : "░") : (style.ascii ? "#" : "█")
  }

  /// A scale from end to end with a mark at each edge and a pointer at the value.
  private func gauge(_ low: Double, _ high: Double, _ edges: [Report.Chart.Edge]) -> [String] {
    let room = min(width - 4, 60)
    var lines: [String] = []
    for point in chart.points {
      var scale = Array(repeating: style.ascii ? "-" : "─", count: room)
      scale[0] = style.ascii ? "|" : "├"
      scale[room - 1] = style.ascii ? "|" : "┤"
      for edge in edges where edge.value > low && edge.value < high {
        scale[position(edge.value, low, high, room)] = style.ascii ? "+" : "┼"
      }
      let at = position(point.value, low, high, room)
      lines += TextLines.wrapped(
        style.safe("\(point.label)  \(CellText.people(point.cell, currency))"), width: width - 2
      ).map { "  " + $0 }
      lines.append(
        "  " + scale[..<at].joined() + style.painted(style.ascii ? "O" : "●", .note)
          + scale[(at + 1)...].joined())
    }
    guard !edges.isEmpty else { return lines }
    let legend = edges.map { "\($0.label) \(RoundedDecimal($0.value).text(places: 2, trimming: 0))" }
    let names = style.safe(legend.joined(separator: " \(style.dot) "))
    return lines + TextLines.wrapped(names, width: width - 2).map { "  " + style.painted($0, .faint) }
  }

  private func position(_ value: Double, _ low: Double, _ high: Double, _ room: Int) -> Int {
    ChartScale.columns(ChartScale.share(of: value, low, high), of: room - 1)
  }

  /// Columns of blocks over time, with the highest and lowest value beside them.
  private func course() -> [String] {
    let points = chart.points
    guard let top = points.max(by: { $0.value < $1.value }),
      let bottom = points.min(by: { $0.value < $1.value })
    else { return [] }
    let height = 6
    let axis = [top, bottom].map { style.text($0.cell, currency) }
    let axisWidth = min(widest(axis), (width - 6) / 3)
    let room = width - axisWidth - 6
    let each = max(1, min(4, room / max(points.count, 1)))
    let count = min(points.count, room / each)
    let shown = (0..<count).map { points[$0 * points.count / count] }
    var lines: [String] = []
    for level in (0..<height).reversed() {
      let label = level == height - 1 ? axis[0] : level == 0 ? axis[1] : ""
      let marks = shown.map { point -> String in
        // The lowest point still shows a sliver, so that it differs from no point at all.
        let share = max(ChartScale.share(of: point.value, bottom.value, top.value), 0.02)
        let part = min(max(share * Double(height) - Double(level), 0), 1)
        let sign = part >= 1 ? (style.ascii ? "#" : "█") : style.bar(part, width: 1)
        let mark = String(repeating: sign.isEmpty ? " " : sign, count: max(1, each - 1))
        return TextLines.padded(mark, width: each)
      }
      let name = TextLines.shortened(label, width: axisWidth, mark: style.ascii ? "." : "…")
      lines.append(
        "  " + TextLines.padded(name, width: axisWidth, alignedRight: true) + " " + (style.ascii ? "|" : "│")
          + style.painted(trimmed(marks.joined()), .note))
    }
    let ends = [shown.first, shown.last].compactMap(\.self).map { style.safe($0.label) }
    let names = TextLines.shortened(
      ends.joined(separator: " \(style.arrow) "), width: room, mark: style.ascii ? "." : "…")
    lines.append(String(repeating: " ", count: axisWidth + 4) + style.painted(names, .faint))
    return lines.map(trimmed)
  }

  func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }

  func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
