/// Where a computed figure comes from: what it means, the steps that lead to it, and the values of the files it rests on.
///
/// What it rests on is found by trying: each quantity that its analysis reads is changed, and everything is computed
/// again. A step is worked out only where its formula, with the values found for its terms, gives the figure.
public struct FigureExplanation: Sendable, Encodable {
  /// The path of the figure: `plan.derived.opps_needed`.
  let figure: String
  let title: String
  let value: WantedFigure.Value
  /// The metric of the catalogue that it is; nil for one that the catalogue does not have.
  let metric: String?
  let definition: String?
  /// The definition in force, where the field has several.
  let variant: String?
  let formula: String?
  /// The figures on the way to it, each before what is made of it; the figure itself is the last.
  let steps: [Step]
  /// The values of the files that move it, in the order of the sections.
  let inputs: [Input]
  /// Why none was tried; nil where all were.
  let untried: String?
  /// The tables that its analysis read.
  let tables: [Table]

  let wanted: WantedFigure
  /// How its own report judges it.
  let verdict: Report.Verdict?

  /// A figure on the way, with the formula that its own value comes of.
  struct Step: Sendable, Encodable {
    let figure: String
    let value: WantedFigure.Value
    let formula: String
    /// The formula with the values of its terms; nil where they do not give the figure.
    let worked: String?
    let wanted: WantedFigure

    enum CodingKeys: String, CodingKey { case figure, value, formula, worked }
  }

  /// A value of the files that moves the figure, with its place.
  struct Input: Sendable, Encodable {
    let path: String
    /// The value as it is written.
    let value: String
    let location: Place?
    let quantity: WrittenQuantity

    enum CodingKeys: String, CodingKey { case path, value, location }
  }

  /// A table of the data, by its role.
  struct Table: Sendable, Encodable {
    let role: String
    let file: String
    let rows: Int
    let rowsLeftOut: Int

    enum CodingKeys: String, CodingKey { case role, file, rows, rowsLeftOut = "rows_left_out" }
  }

  enum CodingKeys: String, CodingKey {
    case figure, title, value, metric, definition, variant, formula, steps, inputs, untried, tables
  }

  /// Over more rows than this nothing is computed again for each input, and over fewer by what takes its time.
  private static let (rowsTried, rowsTriedAtLength) = (20_000, 2_000)

  /// The analysis whose figure a word is the path of; nil for a word of the field.
  public static func analysis(of term: String) -> AnyAnalysis? {
    guard Explanations.page(term) == nil, let path = try? ValuePath(term, of: "TERM"),
      let analysis = AnalysisRegistry.standard.analysis(of: path.leadingKeys),
      path.steps.count > analysis.key.split(separator: ".").count
    else { return nil }
    return analysis
  }

  /// Explains a figure of a workspace.
  ///
  /// - Parameters:
  ///   - text: The path of the figure, as checks name it.
  ///   - workspace: The files.
  /// - Returns: The outcome, with the files that were read.
  /// - Throws: What is wrong with the files, or that there is no such figure.
  public static func run(_ text: String, in workspace: Workspace) throws(InputErrors) -> Outcome {
    let path = try ValuePath(text, of: "TERM")
    let whatIf = try WhatIf(workspace, figures: [path.leadingKeys])
    let explanation = try FigureExplanation(path, whatIf)
    var outcome = whatIf.outcome(
      "explain", Explanation.OfFigure(term: text, figure: explanation), report: explanation.report)
    outcome.report.subtitle = [explanation.figure, whatIf.workspace.asOf.remark].compactMap(\.self)
      .joined(separator: "; ")
    outcome.report.currency = outcome.currency
    return outcome
  }

  private init(_ path: ValuePath, _ whatIf: WhatIf) throws(InputErrors) {
    let plain = try whatIf.figure(path)
    let outcome = whatIf.outcomes.first { plain.path.hasPrefix($0.key + ".") }
    let metrics = MeasuredMetrics(outcome, whatIf)
    let known = metrics.metric(of: plain)
    let wanted = plain.taken(as: known?.unit)
    self.wanted = wanted
    figure = wanted.path
    value = wanted.value(in: whatIf.base)
    let rows = (outcome?.inputs ?? []).filter { $0.rows != nil }
    tables = rows.map { Table(role: $0.role, file: $0.name, rows: $0.rows ?? 0, rowsLeftOut: $0.rowsLeftOut) }
    let count = tables.reduce(0) { $0 + $1.rows }
    let isLong = outcome.flatMap { whatIf.workspace.registry[$0.key] }?.findingsOnDemand != nil
    let most = isLong ? Self.rowsTriedAtLength : Self.rowsTried
    untried = count > most ? "its tables have \(NumberFormat.plain(Double(count))) rows" : nil
    inputs = untried == nil ? whatIf.inputs(of: wanted) : []
    metric = known?.id
    definition = known?.definition
    title = known?.title ?? wanted.label ?? wanted.name
    variant = known.flatMap(metrics.variant)
    formula = known.map { $0.formula(by: metrics.variant(of: $0)).text }
    verdict = outcome?.report.verdict(of: wanted)
    var trail = FigureTrail(whatIf, inputs, metrics)
    trail.follow(wanted)
    steps = trail.steps
  }
}

extension Metric {
  /// How it is computed by one of its definitions; the default without a name.
  func formula(by variant: String?) -> (text: String, terms: [Term]) {
    let own = variants.first { $0.id == variant }
    return (own?.formula ?? formula, own?.terms ?? terms)
  }
}

extension Report {
  /// The verdict under which the report shows a figure.
  fileprivate func verdict(of figure: WantedFigure) -> Verdict? {
    for section in sections {
      for case .figures(let figures) in section.blocks {
        for shown in figures
        where figure.path.hasSuffix(".\(section.key).\(shown.key)") || figure.path.hasSuffix(".\(shown.key)")
        {
          if let verdict = shown.verdict { return verdict }
        }
      }
    }
    return nil
  }
}

extension WhatIf {
  /// The quantities of the files that a figure rests on: those of which another value makes it another.
  ///
  /// A tenth more, half and twice as much are tried, since figures are rounded and capped; of whole numbers one more,
  /// one less and none too; of a day a month and half a year to both sides.
  func inputs(of figure: WantedFigure) -> [FigureExplanation.Input] {
    let rates = workspace.company.rates
    let before = figure.value(in: base)
    var found: [FigureExplanation.Input] = []
    let read = Workspace.sectionNames.filter { sections.contains($0) && !["company", "data"].contains($0) }
    for section in read {
      guard let node = workspace.sections[section] else { continue }
      for inside in InputPath.quantities(of: node, rates: rates, withDays: true) {
        let path = path(into: section, inside)
        guard let given = try? workspace.value(at: path),
          let quantity = WrittenQuantity(given.text, rates: rates)
        else { continue }
        let moves = quantity.trials.contains { trial in
          let setting = Setting(path, Node.scalar(trial.text, standingFor: given))
          guard let tree = try? figures(with: [setting]) else { return false }
          return figure.value(in: tree).differs(from: before)
        }
        if moves {
          found.append(
            .init(
              path: path.text, value: Override.words(given, rates), location: given.place, quantity: quantity)
          )
        }
      }
    }
    return found
  }
}

extension WrittenQuantity {
  /// Other values of its kind.
  fileprivate var trials: [WrittenQuantity] {
    func plus(_ values: [Int]) -> [WrittenQuantity] {
      values.map { WrittenQuantity(amount + ExactDecimal($0), form) }
    }
    if form == .date { return plus([31, -31, 183, -183]) }
    guard !amount.isZero else { return plus([1, 10]) }
    let scaled = ["1.1", "0.5", "2"].compactMap { factor in
      (try? ExactDecimal.parse(factor)).flatMap { times($0) }
    }
    guard form == .number, amount.whole != nil else { return scaled }
    return scaled + plus([1, -1]) + [WrittenQuantity(.zero, form)]
  }
}

extension WantedFigure.Value {
  /// Whether it is another value, by more than the last digits of arithmetic.
  fileprivate func differs(from other: WantedFigure.Value) -> Bool {
    guard let a = figure.value, let b = other.figure.value else { return self != other }
    return !FigureTree.agree(a, b)
  }
}

extension Explanation {
  /// The answer to the path of a figure, beside those to words.
  struct OfFigure: Encodable {
    let term: String
    let kind = "figure"
    let figure: FigureExplanation
  }
}
