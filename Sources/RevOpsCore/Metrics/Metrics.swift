/// The metric catalogue: every figure of the program, by id and by the names people use.
///
/// Built at its first use, so that a command that judges nothing does not pay for it.
public enum Metrics {
  /// All metrics, area by area.
  public static let all: [Metric] = MetricArea.allCases.flatMap { area in
    Catalogue.metrics(of: area).map { metric in
      var metric = metric
      metric.area = area
      return metric
    }
  }

  /// The metric of an id.
  public static subscript(id: String) -> Metric? {
    indexByID[id].map { all[$0] }
  }

  /// The metric of an id or of another name for it, whatever its letter case and separators.
  public static func named(_ name: String) -> Metric? {
    indexByName[folded(name)].map { all[$0] }
  }

  private static let indexByID: [String: Int] = {
    var index: [String: Int] = [:]
    for (position, metric) in all.enumerated() { index[metric.id] = position }
    return index
  }()

  private static let indexByName: [[UInt32]: Int] = {
    var index: [[UInt32]: Int] = [:]
    for (position, metric) in all.enumerated() {
      for name in [metric.id, metric.title] + metric.aliases { index[folded(name)] = position }
    }
    return index
  }()
}

/// The tables of the catalogue, a file an area or two.
enum Catalogue {
  /// The table of an area.
  static func metrics(of area: MetricArea) -> [Metric] {
    switch area {
    case .economics: economics()
    case .funnel: funnel()
    case .leads: leads()
    case .pipeline: pipeline()
    case .forecast: forecast()
    case .planning: planning()
    case .capacity: capacity()
    case .reps: reps()
    case .compensation: compensation()
    case .territory: territory()
    case .customers: customers()
    case .attribution: attribution()
    case .demand: demand()
    case .deals: deals()
    case .agreements: agreements()
    case .data: data()
    case .audit: audit()
    case .automation: automation()
    case .rhythm: rhythm()
    }
  }
}
