/// Draws a chart as a table with bars, or a course as a curve; every value also stands as text.
struct HTMLChart {
  let chart: Report.Chart
  let currency: String

  func lines() -> [String] {
    let caption = chart.title.isEmpty ? [] : ["<figcaption>\(HTMLRenderer.escaped(chart.title))</figcaption>"]
    return ["<figure>"] + caption + drawn() + ["</figure>"]
  }

  private func drawn() -> [String] {
    switch chart.kind {
    case .bars, .histogram, .waterfall:
      table(ChartScale.spans(of: chart).map { HTMLRenderer.bar($0.start, $0.length, isFall: $0.isFall) })
    case .gauge(let low, let high, let edges): gauge(low, high, edges)
    case .line: curve() + table(nil)
    case .fan(let mark):
      table(
        ChartScale.fan(chart.points, mark: mark).ranges.map {
          HTMLRenderer.bar($0.low, $0.high - $0.low, isFall: false)
        })
    case .tornado(let base):
      table(
        ChartScale.tornado(chart.points, base: base).bars.map { pair in
          [pair.0, pair.1].map { HTMLRenderer.bar($0.start, $0.length, isFall: $0.isFall) }.joined()
        })
    }
  }

  private func table(_ bars: [String]?) -> [String] {
    let rows = chart.points.enumerated().map { index, point in
      let bar = bars.map { "<td class=\"room\">\($0[index])</td>" } ?? ""
      let values = chart.values(of: point).map {
        "<td class=\"number\">\(HTMLRenderer.content($0.cell, currency))</td>"
      }
      return "<tr><th scope=\"row\">\(HTMLRenderer.escaped(point.label))</th>\(bar)\(values.joined())</tr>"
    }
    return ["<table class=\"chart\">"] + head(bars != nil) + ["<tbody>"] + rows + ["</tbody>", "</table>"]
  }

  /// The names of the figures, where a point has several.
  private func head(_ hasBars: Bool) -> [String] {
    guard !chart.ends.isEmpty, let first = chart.points.first else { return [] }
    let names = chart.values(of: first).map {
      "<th scope=\"col\" class=\"number\">\(HTMLRenderer.escaped($0.name))</th>"
    }
    return ["<thead><tr><th></th>\(hasBars ? "<th></th>" : "")\(names.joined())</tr></thead>"]
  }

  private func gauge(_ low: Double, _ high: Double, _ edges: [Report.Chart.Edge]) -> [String] {
    let bars = chart.points.map { point in
      let share = ChartScale.share(of: point.value, low, high)
      return "<span class=\"track\">\(HTMLRenderer.bar(0, share))</span>"
    }
    let names = edges.map { "\($0.label) \(RoundedDecimal($0.value).text(places: 2, trimming: 0))" }
    let legend =
      names.isEmpty ? [] : ["<p class=\"note\">\(HTMLRenderer.escaped(names.joined(separator: " · ")))</p>"]
    return table(bars) + legend
  }

  private func curve() -> [String] {
    let values = chart.points.map(\.value).filter(\.isFinite)
    guard values.count > 1, let low = values.min(), let high = values.max() else { return [] }
    let step = 600 / Double(values.count - 1)
    let points = values.enumerated().map { index, value in
      let x = number(Double(index) * step)
      return "\(x),\(number(110 - 100 * ChartScale.share(of: value, low, high)))"
    }
    return [
      "<svg viewBox=\"0 0 600 120\" role=\"img\" aria-label=\"\(HTMLRenderer.escaped(chart.title))\">",
      "<polyline points=\"\(points.joined(separator: " "))\" />",
      "</svg>",
    ]
  }

  private func number(_ number: Double) -> String {
    RoundedDecimal(number).text(places: 1, trimming: 0, isGrouped: false)
  }
}
