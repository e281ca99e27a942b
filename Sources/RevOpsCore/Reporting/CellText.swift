extension Report.Cell {
  /// The figure it shows, where it shows one.
  var figure: Figure? {
    switch self {
    case .count(let figure), .money(let figure), .cents(let figure), .rate(let figure), .ratio(let figure),
      .number(let figure, _), .duration(let figure, _):
      figure
    case .text, .computed, .date, .verdict, .sparkline, .bar, .blank: nil
    }
  }

  /// Why it has nothing to show.
  var absence: String? { figure?.reason }

  /// Whether it is drawn rather than written.
  var isPicture: Bool {
    switch self {
    case .sparkline, .bar: true
    default: false
    }
  }

  /// What its number counts, as CSV says it: `rate`, `days`, the currency's code.
  func unit(_ currency: String) -> String {
    switch self {
    case .count: "count"
    case .number: "number"
    case .money, .cents: currency
    case .rate, .bar: "rate"
    case .ratio: "ratio"
    case .duration(_, let unit): unit.rawValue
    case .date: "date"
    case .text, .verdict: "text"
    case .computed(_, _, let unit): unit
    case .sparkline: "series"
    case .blank: ""
    }
  }
}

/// Cells as people read them; how they are painted and placed is for each renderer.
enum CellText {
  /// What stands in place of a figure that is absent.
  static let absent = "–"

  /// The cell in words and digits; money and lengths of time in short where there is little room.
  static func people(_ cell: Report.Cell, _ currency: String, isCompact: Bool = false) -> String {
    if let figure = cell.figure {
      guard let number = figure.value, number.isFinite else { return absent }
      return people(number, as: cell, currency, isCompact)
    }
    switch cell {
    case .text(let text), .computed(let text, _, _), .date(let text): return text
    case .verdict(let verdict): return sign(verdict.standing) + " " + verdict.label
    case .sparkline(let values): return sparkline(values)
    case .bar(let share): return NumberFormat.rate(share)
    default: return ""
    }
  }

  private static func people(
    _ number: Double, as cell: Report.Cell, _ currency: String, _ isCompact: Bool
  ) -> String {
    switch cell {
    case .number(_, let places): NumberFormat.number(number, places: min(max(places, 0), 15))
    case .money where isCompact: NumberFormat.compactMoney(number, currency)
    case .money: NumberFormat.money(number, currency)
    case .cents: NumberFormat.cents(number, currency)
    case .rate: NumberFormat.rate(number)
    case .ratio: NumberFormat.ratio(number)
    case .duration(_, let unit): NumberFormat.duration(number, unit, isShort: isCompact)
    default: NumberFormat.number(number, places: 0)
    }
  }

  /// The sign of a standing, so that colour never says it alone.
  static func sign(_ standing: Report.Verdict.Standing, ascii: Bool = false) -> String {
    switch standing {
    case .good: ascii ? "+" : "✓"
    case .fair: "~"
    case .poor: ascii ? "!" : "✗"
    case .neutral: ascii ? "-" : "·"
    }
  }

  /// A course as one sign a value, the lowest value lowest; a gap where a value is not finite.
  static func sparkline(_ values: [Double], ascii: Bool = false) -> String {
    let steps = Array(ascii ? "_.-=+*#@" : "▁▂▃▄▅▆▇█")
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return "" }
    // Halves keep the spread of two extremes finite.
    let spread = high / 2 - low / 2
    return String(
      values.map { value -> Character in
        guard value.isFinite else { return " " }
        let share = spread > 0 ? (value / 2 - low / 2) / spread : 0.5
        return steps[min(Int(share * 8), 7)]
      })
  }
}
