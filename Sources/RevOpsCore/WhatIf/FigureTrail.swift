/// The way back from a figure, formula by formula, to the values it rests on.
struct FigureTrail {
  private(set) var steps: [FigureExplanation.Step] = []
  private let whatIf: WhatIf
  private let inputs: [FigureExplanation.Input]
  private let outcome: Outcome?
  /// Where the analysis measures each metric.
  private let measured: [String: [String]]
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

  init(_ whatIf: WhatIf, _ inputs: [FigureExplanation.Input], _ outcome: Outcome?) {
    self.whatIf = whatIf
    self.inputs = inputs
    self.outcome = outcome
    let analysis = outcome.flatMap { whatIf.workspace.registry[$0.key] }
    let measurements = analysis.flatMap { try? $0.measurements(in: whatIf.workspace) } ?? []
    measured = Dictionary(grouping: measurements, by: \.metric).mapValues { $0.compactMap(\.source) }
  }

  /// Adds the steps that lead to a figure, and its own.
  mutating func follow(_ figure: WantedFigure, _ metric: Metric?) {
    guard seen.insert(figure.path).inserted, let metric else { return }
    let variant = outcome?.definitions.first { $0.key == metric.id }?.value.word
    let (formula, terms) = metric.formula(by: variant)
    let found = meanings(of: terms, formula, figure)
    for term in terms {
      guard case .figure(let part, _)? = found?[term.key] else { continue }
      follow(part, FigureExplanation.metric(of: part, outcome, whatIf))
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
    guard terms.count <= 6 else { return nil }
    var sets: [[String: Meaning]] = [[:]]
    for term in terms {
      let candidates = candidates(for: term, beside: figure)
      guard !candidates.isEmpty else { return nil }
      sets = sets.flatMap { set in candidates.map { set.merging([term.key: $0]) { $1 } } }
    }
    return sets.first { set in
      guard let result = Self.result(of: formula, set.mapValues(\.value)) else { return false }
      return abs(result - value) <= 1e-6 * max(1, abs(value))
    }
  }

  /// What a formula gives for some values; nil for one that is told in words.
  static func result(of formula: String, _ values: [String: Double]) -> Double? {
    let text = String(formula.map { $0 == "×" ? "*" : $0 == "−" ? "-" : $0 })
    let root = JSONValue.object(values.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) })
    guard let expression = try? Expression.parse(text),
      let typed = try? expression.check(
        against: ExpressionSchema(of: root, environment: ExpressionEnvironment()))
    else { return nil }
    return typed.value(for: ResultRow(root, reasons: [:])).numeral?.double
  }

  /// The figures of the analysis and the inputs that a term may stand for, at most three of each, the nearest first.
  private func candidates(for term: Metric.Term, beside figure: WantedFigure) -> [Meaning] {
    let own = figure.path.split(separator: ".")
    let sources = measured[term.key] ?? []
    let near = whatIf.base.leaves.compactMap { leaf -> (leaf: String, fit: Int, shared: Int, length: Int)? in
      let parts = leaf.split(separator: ".")
      guard leaf != figure.path, let last = parts.last else { return nil }
      let fit = sources.contains(leaf) ? 0 : last == term.key ? 1 : Self.isNamed(last, term.key) ? 2 : 3
      return fit == 3 ? nil : (leaf, fit, zip(own, parts).prefix { $0 == $1 }.count, parts.count)
    }.sorted { ($0.fit, $1.shared, $0.length, $0.leaf) < ($1.fit, $0.shared, $1.length, $1.leaf) }
    let figures = near.prefix(3).compactMap { near -> Meaning? in
      guard let path = try? ValuePath(near.leaf, of: "figure"), let part = try? whatIf.figure(path),
        let value = part.value(in: whatIf.base).figure.value
      else { return nil }
      let known = part.taken(as: FigureExplanation.metric(of: part, outcome, whatIf)?.unit)
      return .figure(known.taken(as: term.unit), value)
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
