/// Which metric each figure of an analysis is.
struct MeasuredMetrics {
  private let outcome: Outcome?
  /// The metric that the analysis measures at each path.
  let measured: [String: String]

  /// Asks the analysis of an outcome what it measures.
  init(_ outcome: Outcome?, _ whatIf: WhatIf) {
    self.outcome = outcome
    let analysis = outcome.flatMap { whatIf.workspace.registry[$0.key] }
    let measurements = analysis.flatMap { try? $0.measurements(in: whatIf.workspace) } ?? []
    measured = measurements.reduce(into: [:]) { $0[$1.source] = $1.metric }
  }

  /// The metric measured at a figure's path, else that of its name; nil for items of a list, which may bear the name of a
  /// whole.
  func metric(of figure: WantedFigure) -> Metric? {
    if let id = measured[figure.path] { return Metrics[id] }
    let isOfList = figure.steps.contains { if case .key = $0.target { false } else { true } }
    guard !isOfList, case .key(let last)? = figure.steps.last?.target else { return nil }
    return Metrics[last]
  }

  /// The definition in force of a metric that has several.
  func variant(of metric: Metric) -> String? {
    outcome?.definitions.first { $0.key == metric.id }?.value.word
  }
}
