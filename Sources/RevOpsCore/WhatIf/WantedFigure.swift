/// A figure that somebody asked for, with the way its analysis shows it.
struct WantedFigure: Sendable {
  /// Its whole path: `plan.capacity.gap`.
  let path: String
  /// What it is called in a report of its own analysis' what-if: `capacity.gap`.
  let name: String
  /// Its name for people, where its analysis shows it under one.
  let label: String?
  let steps: [ValuePath.Step]
  /// A cell of its kind.
  let kind: Report.Cell
  /// Whether somebody says what kind it is; else it is shown as a number.
  let isKindKnown: Bool

  /// What stands at the figure's path.
  enum Value: Hashable, Sendable {
    case figure(Figure)
    /// A word or a truth.
    case word(String)

    var figure: Figure {
      switch self {
      case .figure(let figure): figure
      case .word: .absent(because: "is no number")
      }
    }
  }

  /// Whether it is an amount of money, whose differences are told to the cent.
  var isMoney: Bool {
    switch kind {
    case .money, .cents: true
    default: false
    }
  }

  /// Its value among some figures; absent with the reason where it is null or gone.
  func value(in tree: FigureTree) -> Value {
    guard let (value, path) = tree.find(steps) else {
      return .figure(.absent(because: "there is no such item any more"))
    }
    switch value {
    case .integer(let whole): return .figure(.value(Double(whole)))
    case .number(let number): return .figure(.value(number))
    case .string(let text): return .word(text)
    case .bool(let truth): return .word(truth ? "true" : "false")
    case .null: return .figure(.absent(because: tree.reasons[path] ?? "is absent"))
    case .array, .object: return .figure(.absent(because: "is a list or a group of figures"))
    }
  }

  /// The figure as one in a unit, for one of which nobody else says how it is shown.
  func taken(as unit: MetricUnit?) -> WantedFigure {
    guard !isKindKnown, let unit else { return self }
    return WantedFigure(
      path: path, name: name, label: label, steps: steps, kind: unit.cell(.value(0)), isKindKnown: true)
  }

  /// A cell that shows a value as the figure's own analysis does.
  func cell(_ value: Value) -> Report.Cell {
    switch value {
    case .figure(let figure): kind.showing(figure)
    case .word(let word): .text(word)
    }
  }
}

extension WhatIf {
  /// The figure of a path, or that there is none with the nearest that there are.
  func figure(_ path: ValuePath) throws(InputErrors) -> WantedFigure {
    let homeSteps = home.split(separator: ".").map {
      ValuePath.Step(target: .key(String($0)), range: path.steps[0].range)
    }
    for steps in [path.steps, homeSteps + path.steps] {
      guard let (value, _) = base.find(steps) else { continue }
      switch value {
      case .array, .object: throw tooWide(path, steps)
      default: return wanted(steps)
      }
    }
    throw InputErrors(
      Diagnostic(
        "what-if.no-figure", "there is no figure '\(printable(path.text))'", at: path.place,
        hint: suggestion(for: path)))
  }

  /// A path that leads to a group of figures, with some of what is in it.
  private func tooWide(_ path: ValuePath, _ steps: [ValuePath.Step]) -> InputErrors {
    let whole = ValuePath.text(steps.map(\.target))
    let inside = base.leaves.filter { $0.hasPrefix(whole + ".") || $0.hasPrefix(whole + "[") }
    return InputErrors(
      Diagnostic(
        "what-if.no-figure", "'\(printable(path.text))' is a group of figures, but one is wanted",
        at: path.place,
        hint: inside.isEmpty ? nil : "such as \(inside.prefix(3).joined(separator: ", "))"))
  }

  private func suggestion(for path: ValuePath) -> String? {
    let leaves = base.leaves
    let text = path.text
    if let near = nearest(to: text, among: leaves + leaves.map { short($0) }) {
      return "did you mean '\(near)'?"
    }
    guard case .key(let last) = path.steps[path.steps.count - 1].target else { return nil }
    let ends = leaves.map { (leaf: $0, last: $0.split(separator: ".").last.map(String.init) ?? "") }
    guard let near = nearest(to: last, among: ends.map(\.last)),
      let match = ends.first(where: { $0.last == near })
    else { return "'revops ... --format json' shows what there is" }
    return "did you mean '\(match.leaf)'?"
  }

  private func short(_ path: String) -> String {
    path.hasPrefix(home + ".") ? String(path.dropFirst(home.count + 1)) : path
  }

  private func wanted(_ steps: [ValuePath.Step]) -> WantedFigure {
    let path = ValuePath.text(steps.map(\.target))
    let style = FigureKinds(outcomes: outcomes, tree: base).style(of: steps)
    return WantedFigure(
      path: path, name: short(path), label: style.label, steps: steps, kind: style.kind,
      isKindKnown: style.isKnown)
  }

  /// The single figures that an analysis' report shows, in its order.
  func keyFigures(of key: String) -> [WantedFigure] {
    guard let outcome = outcomes.first(where: { $0.key == key }) else { return [] }
    var found: [WantedFigure] = []
    for section in outcome.report.sections {
      for case .figures(let figures) in section.blocks {
        for figure in figures where figure.cell.figure != nil {
          let inSection = [section.key, figure.key].flatMap { $0.split(separator: ".").map(String.init) }
          let keys = [key.split(separator: ".").map(String.init), inSection].flatMap(\.self)
          let steps = ValuePath(keys.map { .key($0) }).steps
          let plain = ValuePath((key.split(separator: ".").map(String.init) + [figure.key]).map { .key($0) })
            .steps
          if base.find(steps) != nil {
            found.append(wanted(steps))
          } else if base.find(plain) != nil {
            found.append(wanted(plain))
          }
        }
      }
    }
    return found
  }
}

extension Report.Cell {
  /// A cell of the same kind with another figure.
  func showing(_ figure: Figure) -> Report.Cell {
    switch self {
    case .count: figure.value.map { $0.rounded() == $0 } ?? true ? .count(figure) : .number(figure, places: 2)
    case .number(_, let places): .number(figure, places: places)
    case .money: .money(figure)
    case .cents: .cents(figure)
    case .rate: .rate(figure)
    case .ratio: .ratio(figure)
    case .duration(_, let unit): .duration(figure, unit)
    case .text, .computed, .date, .verdict, .sparkline, .bar, .blank: .number(figure, places: 2)
    }
  }
}
