/// What kinds of figures there are, so that none is held against a quantity of another kind.
///
/// A plain number is of the figure's own kind: money of the currency that is shown, the unit that a key names.
struct FigureKinds {
  /// The results whose reports show the figures.
  let outcomes: [Outcome]
  let tree: FigureTree
  /// The analysis that a path means which names none.
  var home: String? = nil

  /// How a figure is shown.
  struct Style {
    var kind: Report.Cell
    var label: String?
    /// Whether somebody says so; else it is shown as a number.
    var isKnown = true
  }

  /// How a figure is shown: as its report does, else by the unit of the metric of its name, else as a number.
  func style(of steps: [ValuePath.Step]) -> Style {
    let keys = steps.compactMap { step -> String? in
      if case .key(let key) = step.target { key } else { nil }
    }
    if let outcome = outcomes.first(where: {
      keys.starts(with: $0.key.split(separator: ".").map(String.init))
    }) {
      let rest = Array(keys.dropFirst(outcome.key.split(separator: ".").count))
      if let (kind, label) = outcome.report.style(of: rest) { return Style(kind: kind, label: label) }
      if let kind = rest.last.flatMap(outcome.report.kind) { return Style(kind: kind) }
    }
    let metric = keys.last.flatMap { Metrics[$0] }
    if let metric, let kind = Report.Cell.kind(of: metric.unit) {
      return Style(kind: kind, label: metric.title)
    }
    guard let (value, _) = tree.find(steps), case .integer = value else {
      return Style(kind: .number(.value(0), places: 2), isKnown: false)
    }
    return Style(kind: .count(.value(0)), isKnown: false)
  }

  /// The comparisons of an expression in which a figure meets a quantity of another kind.
  func misfits(in expression: Expression, rates: ExchangeRates) -> [Diagnostic] {
    expression.comparisons.compactMap { name, literal in
      let text = name.joined(separator: ".")
      guard let quantity = WrittenQuantity(literal.text, rates: rates),
        let steps = (try? ValuePath(text, of: "figure"))?.steps, let kind = kind(of: steps),
        let hint = kind.misfit(quantity, under: name.last ?? "")
      else { return nil }
      return expression.origin.diagnostic(
        ExpressionProblem(
          .type, "'\(printable(text))' is \(kind.noun), but '\(printable(literal.text))' is \(quantity.noun)",
          at: literal.range, hint: hint))
    }
  }

  /// The kind of a figure; nil where nobody says what it is, or there is none.
  private func kind(of steps: [ValuePath.Step]) -> Report.Cell? {
    let before = home.map {
      $0.split(separator: ".").map { ValuePath.Step(target: .key(String($0)), range: 0..<0) }
    }
    for steps in [steps, (before ?? []) + steps] where tree.find(steps) != nil {
      let style = style(of: steps)
      return style.isKnown ? style.kind : nil
    }
    return nil
  }
}

extension Report.Cell {
  /// The kind in words that fit behind 'is'.
  var noun: String {
    switch self {
    case .money, .cents: "money"
    case .rate: "a rate"
    case .ratio: "a ratio"
    case .count: "a count"
    case .duration: "a length of time"
    default: "a number"
    }
  }

  /// How a quantity for a figure of this kind is written, where one is of another kind; nil where it fits.
  func misfit(_ quantity: WrittenQuantity, under key: String) -> String? {
    switch (self, quantity.form) {
    case (.money, .money), (.money, .number), (.cents, .money), (.cents, .number): nil
    case (.money, _), (.cents, _): "write an amount, such as $80K"
    case (.rate, .money), (.rate, .span), (.rate, .date):
      "write a percentage or a fraction, such as 25% or 0.25"
    case (.ratio, .money), (.ratio, .span), (.ratio, .date): "write a multiple, such as 3x"
    case (.count, .span) where TimeSpan.Unit(endOf: key) != nil: nil
    case (.count, .money), (.count, .percent), (.count, .span), (.count, .date): "write a number, such as 80"
    case (.duration, .span): nil
    case (.duration, .number) where quantity.amount.isZero || TimeSpan.Unit(endOf: key) != nil: nil
    case (.duration, .number): "say the unit: \(quantity.text) days"
    case (.duration, _): "write a length of time, such as 80 days"
    default: nil
    }
  }
}

extension WrittenQuantity {
  /// The kind in words that fit behind 'is'.
  var noun: String {
    switch form {
    case .percent: "a rate"
    case .multiple: "a multiple"
    case .number: "a number without a unit"
    case .money: "money"
    case .span: "a length of time"
    case .date: "a date"
    }
  }
}

extension Report {
  /// The cell and the label under which a report shows the figure of some keys.
  fileprivate func style(of keys: [String]) -> (kind: Cell, label: String?)? {
    let joined = keys.joined(separator: ".")
    for section in sections {
      for block in section.blocks {
        switch block {
        case .figures(let figures):
          for figure in figures where "\(section.key).\(figure.key)" == joined || figure.key == joined {
            return (figure.cell, figure.label)
          }
        case .table(let table):
          guard keys.dropLast().last == table.key,
            let column = table.columns.firstIndex(where: { $0.key == keys.last }),
            let cell = table.rows.lazy.map({ $0[column] }).first(where: { $0.figure != nil })
          else { continue }
          return (cell, nil)
        default: continue
        }
      }
    }
    return nil
  }
}

extension Report {
  /// The kind of cell in which a report shows every figure of a key; nil where it shows none, or in several kinds.
  fileprivate func kind(of key: String) -> Cell? {
    let cells = sections.flatMap(\.blocks).flatMap { block -> [Cell] in
      switch block {
      case .figures(let figures): return figures.filter { $0.key == key }.map(\.cell)
      case .table(let table):
        guard let column = table.columns.firstIndex(where: { $0.key == key }) else { return [] }
        return table.rows.map { $0[column] }
      default: return []
      }
    }.filter { $0.figure != nil }
    let zero = Figure.value(0)
    guard let first = cells.first?.showing(zero), cells.allSatisfy({ $0.showing(zero) == first }) else {
      return nil
    }
    return first
  }
}

extension Report.Cell {
  /// A cell for a unit of the metric catalogue; nil for one that is shown as a plain number.
  fileprivate static func kind(of unit: MetricUnit) -> Report.Cell? {
    let none = Figure.value(0)
    return switch unit {
    case .money, .moneyPerDay: .money(none)
    case .rate: .rate(none)
    case .ratio: .ratio(none)
    case .count: .count(none)
    case .minutes: .duration(none, .minutes)
    case .hours: .duration(none, .hours)
    case .days: .duration(none, .days)
    case .months: .duration(none, .months)
    case .years: .duration(none, .years)
    default: nil
    }
  }
}
