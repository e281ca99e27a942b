/// A way to say what a period will bring.
enum BacktestMethod: String, Hashable, Sendable, CaseIterable, Encodable {
  case called, calibrated, commit, category, weighted
  case stageHistory = "stage_history"
  case simulation, conversion
  case runRate = "run_rate"

  /// The method in words.
  var words: String {
    switch self {
    case .called: "Called"
    case .calibrated: "Called, corrected by history"
    case .commit: "Base: won and commit"
    case .category: "Weighted by category"
    case .weighted: "Weighted by stage"
    case .stageHistory: "Win rates of the stages so far"
    case .simulation: "Simulation, even odds"
    case .conversion: "Conversion of the open pipeline"
    case .runRate: "Run rate"
    }
  }

  /// The method in a short word, for the heads of columns.
  var short: String {
    switch self {
    case .called: "Calls"
    case .calibrated: "Calib"
    case .commit: "Base"
    case .category: "Categ"
    case .weighted: "Stage"
    case .stageHistory: "Rates"
    case .simulation: "P50"
    case .conversion: "Conv"
    case .runRate: "Run"
    }
  }
}

/// A figure for each method.
struct MethodFigures: Hashable, Sendable, Encodable {
  private(set) var figures: [BacktestMethod: Figure] = [:]

  subscript(method: BacktestMethod) -> Figure {
    get { figures[method] ?? .absent(because: "was not asked for") }
    set { figures[method] = newValue }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes each method's figure under its name, in the order of the methods.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for method in BacktestMethod.allCases {
      try container.encode(self[method], forKey: Key(stringValue: method.rawValue))
    }
  }
}
