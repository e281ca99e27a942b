extension Audit {
  /// A figure that the data gives, beside what the document says of the same.
  public struct Measured: Hashable, Sendable, Encodable {
    /// The metric's id.
    var metric: String
    /// In the metric's unit.
    var value: Double
    /// Its band; nil where the metric has none, or chance alone may explain it.
    var band: Level?
    /// What the document states, in the same unit.
    var stated: Double?
    /// What the document states it by: one of its keys, or a criterion of the rubric.
    var statedBy: String?
    /// The figure's path.
    var source: String

    /// Whether the statement lies within a tenth of the measured figure; nil where there is none.
    var bearsOut: Bool? { stated.map { abs($0 - value) <= abs(value) / 10 } }

    /// What it makes of a criterion of the rubric: green 2 points, yellow 1, red 0; nil without a band.
    fileprivate var points: Int? {
      switch band?.status {
      case .green: 2
      case .yellow: 1
      case .red: 0
      case nil: nil
      }
    }
  }

  /// What steers a company by bands, what the rubric asks for, and what the document states as a figure.
  public static let weighs =
    Metrics.all.filter { $0.tier != .diagnostic && !$0.bands.isEmpty }.map(\.id)
    + RubricDimension.all.flatMap(\.criteria).compactMap(\.metric) + CompanyStatement.measurable.map(\.metric)

  /// What the workspace's other areas measure, in the order of the catalogue, beside what is stated.
  ///
  /// A figure that could not be computed measures nothing.
  static func measured(
    _ measurements: [String: Measurement], _ company: CompanyStatement, _ benchmarks: Benchmarks
  ) -> [Measured] {
    let criteria = RubricDimension.all.flatMap(\.criteria)
    return Metrics.all.compactMap { metric in
      guard let measurement = measurements[metric.id], let value = measurement.figure.value else {
        return nil
      }
      let statement = CompanyStatement.measurable.first { $0.metric == metric.id }
      return Measured(
        metric: metric.id, value: value, band: measurement.level(by: benchmarks),
        stated: statement.flatMap { company[keyPath: $0.value] },
        statedBy: statement?.key ?? criteria.first { $0.metric == metric.id }?.id, source: measurement.source)
    }
  }

  /// What the data says of the criteria of the rubric.
  static func evidence(_ measured: [Measured]) -> [String: Rubric.Evidence] {
    var evidence: [String: Rubric.Evidence] = [:]
    for figure in measured {
      guard let criterion = figure.statedBy, let points = figure.points else { continue }
      evidence[criterion] = Rubric.Evidence(points: points, source: figure.source)
    }
    return evidence
  }

  /// Figures that the document states and the data does not bear out.
  static func measuredFindings(_ input: Input) -> [Finding] {
    input.measured.filter { $0.bearsOut == false }.compactMap { figure in
      guard let stated = figure.stated, let key = figure.statedBy else { return nil }
      return Finding(
        "audit.stated-vs-measured", .warning, subject: key,
        "'\(key)' is more than a tenth away from what '\(figure.source)' measures",
        evidence: [.init("stated", .number(stated)), .init("measured", .number(figure.value.rounded()))],
        advice: "the measured figure counts; correct the statement or mend the data",
        place: input.places[key])
    }
  }

  /// The figures of the data with their bands, beside what is stated.
  static func measured(_ result: Result) -> Report.Section {
    let points = result.rubric.dimensions.flatMap(\.criteria)
    let rows: [[Report.Cell]] = result.measured.compactMap { figure in
      guard let metric = Metrics[figure.metric] else { return nil }
      let criterion = points.first { $0.id == figure.statedBy }?.stated
      return [
        .text(metric.title), metric.unit.cell(.value(figure.value)),
        figure.band.map { .verdict($0.verdict) } ?? .blank,
        figure.stated.map { metric.unit.cell(.value($0)) } ?? criterion.map { .text("\($0) of 2 points") }
          ?? .blank,
        .text(figure.source),
      ]
    }
    let columns: [Report.Column] = [
      .init("metric", "Figure"), .init("value", "Measured"), .init("band", "Band"), .init("stated", "Stated"),
      .init("source", "Where it comes from", isDetail: true),
    ]
    return Report.Section(
      "measured", "What the data measures", [.table(.init("measured", columns: columns, rows: rows))])
  }
}
