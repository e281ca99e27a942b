/// The way back from a figure, formula by formula, to the values it rests on.
struct FigureTrail {
  private(set) var steps: [FigureExplanation.Step] = []
  private let whatIf: WhatIf
  private let inputs: [FigureExplanation.Input]
  private let metrics: MeasuredMetrics
  private var seen: Set<String> = []

  /// What a term of a formula stands for.
  private enum Meaning {
    case figure(WantedFigure, Double)
    case input(FigureExplanation.Input, Double, MetricUnit)

    var value: Double {
      switch self {
      case .figure(_, let value), .input(_, let value, _): value
      }
    }
  }

  init(_ whatIf: WhatIf, _ inputs: [FigureExplanation.Input], _ metrics: MeasuredMetrics) {
    self.whatIf = whatIf
    self.inputs = inputs
    self.metrics = metrics
  }

  /// Adds the steps that lead to a figure, and its own.
  mutating func follow(_ figure: WantedFigure) {
    guard seen.insert(figure.path).inserted, let metric = metrics.metric(of: figure) else { return }
    let (formula, terms) = metric.formula(by: metrics.variant(of: metric))
    let found = meanings(of: terms, formula, figure)
    for term in terms {
      guard case .figure(let part, _)? = found?[term.key] else { continue }
      follow(part)
    }
    steps.append(
      FigureExplanation.Step(
        figure: figure.path, value: figure.value(in: whatIf.base), formula: formula,
        worked: found.map { worked(formula, $0) }, wanted: figure))
  }

  /// What the terms of a formula stand for, where together they give the figure; nil where nothing of those names does.
  private func meanings(
    of terms: [Metric.Term], _ formula: String, _ figure: WantedFigure
  ) -> [String: Meaning]? {
    guard let value = figure.value(in: whatIf.base).figure.value, !terms.isEmpty else { return nil }
    var sets: [[String: Meaning]] = [[:]]
    for term in terms {
      let candidates = candidates(for: term, beside: figure)
      sets = sets.flatMap { set in candidates.map { set.merging([term.key: $0]) { $1 } } }
      guard (1...Self.setsTried).contains(sets.count) else { return nil }
    }
    guard let formula = WorkedFormula(formula, of: terms.map(\.key)) else { return nil }
    return sets.first { set in
      formula.result(set.mapValues(\.value)).map { abs($0 - value) <= 1e-6 * max(1, abs(value)) } ?? false
    }
  }

  /// More ways to read the terms of a formula than this are too many to be told apart.
  private static let setsTried = 1_000

  /// The figures of the analysis and the inputs that a term may stand for, at most five and three, the nearest first.
  private func candidates(for term: Metric.Term, beside figure: WantedFigure) -> [Meaning] {
    let own = figure.path.split(separator: ".")
    let near = whatIf.base.leaves.compactMap { leaf -> (leaf: String, fit: Int, shared: Int, length: Int)? in
      let parts = leaf.split(separator: ".")
      guard leaf != figure.path, let last = parts.last else { return nil }
      let names = [metrics.measured[leaf].map { $0[...] }, last].compactMap(\.self)
      let fit = names.contains { $0 == term.key } ? 0 : 1
      guard names.contains(where: { Self.isNamed($0, term.key) }) else { return nil }
      return (leaf, fit, zip(own, parts).prefix { $0 == $1 }.count, parts.count)
    }.sorted { ($0.fit, $1.shared, $0.length, $0.leaf) < ($1.fit, $0.shared, $1.length, $1.leaf) }
    let figures = near.prefix(5).compactMap { near -> Meaning? in
      guard let path = try? ValuePath(near.leaf, of: "figure"), let part = try? whatIf.figure(path),
        let value = part.value(in: whatIf.base).figure.value
      else { return nil }
      return .figure(part.taken(as: metrics.metric(of: part)?.unit).taken(as: term.unit), value)
    }
    let named = inputs.filter { input in
      let last = input.path.split(separator: ".").last.map(String.init) ?? ""
      return Self.isNamed(last[...], term.key)
    }
    let given = named.prefix(3).compactMap { input in
      number(input.quantity, in: term.unit).map { Meaning.input(input, $0, term.unit) }
    }
    return figures + given
  }

  /// An amount in units of the currency that is shown.
  private func money(_ amount: ExactDecimal, in currency: Currency) -> Double? {
    whatIf.workspace.company.shown(Money(amount, currency))?.units
  }

  /// Whether a key has the words of a term among its own: `new_win_rate` those of `win_rate`.
  private static func isNamed(_ key: Substring, _ term: String) -> Bool {
    let (words, wanted) = (key.split(separator: "_"), term.split(separator: "_"))
    return words.indices.contains { words[$0...].starts(with: wanted) }
  }

  /// A quantity of the files in the unit of a term; nil where it is of another kind.
  private func number(_ quantity: WrittenQuantity, in unit: MetricUnit) -> Double? {
    switch quantity.form {
    case .percent: return quantity.value / 100
    case .number where unit == .money: return money(quantity.amount, in: whatIf.workspace.company.rates.home)
    case .number, .multiple: return quantity.value
    case .money(let currency): return money(quantity.amount, in: currency)
    case .span(let own):
      let wanted = TimeSpan.Unit(rawValue: unit.rawValue)
      return wanted.flatMap { TimeSpan(quantity.value, own).count(of: $0) }
    case .date: return nil
    }
  }

  /// A formula with the values of its terms in their places: `ceil(79 / 22%)`.
  private func worked(_ formula: String, _ meanings: [String: Meaning]) -> String {
    let currency = "\(whatIf.workspace.company.currency)"
    var text = ""
    var word = ""
    func add() {
      switch meanings[word] {
      case .figure(let part, let value)?: text += Self.words(part.kind.showing(.value(value)), currency)
      case .input(_, let value, .money)?: text += Self.words(.money(.value(value)), currency)
      case .input(let input, _, _)?: text += input.value
      case nil: text += word
      }
      word = ""
    }
    for character in formula {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        add()
        text.append(character)
      }
    }
    add()
    return text
  }

  /// A value as a formula shows it: rates and times to more digits than in a table, since others are made of them.
  private static func words(_ cell: Report.Cell, _ currency: String) -> String {
    switch cell {
    case .rate(.value(let rate)): NumberFormat.plain(rate * 100) + "%"
    case .duration(.value(let time), let unit): NumberFormat.plain(time) + " \(unit.rawValue)"
    default: CellText.people(cell, currency)
    }
  }
}
