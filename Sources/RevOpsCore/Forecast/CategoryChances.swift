/// The forecast category of an open deal, as the forecast counts it.
enum ForecastCategory: String, Hashable, Sendable, CaseIterable, Encodable {
  case commit
  case bestCase = "best_case"
  case pipeline, upside, omitted

  /// The category that a CRM's one counts as; nil for an open deal that is called closed.
  ///
  /// Dynamics and Salesforce put Most Likely between commit and best case: it counts as best case.
  init?(_ category: DealCategory?) {
    switch category {
    case .commit: self = .commit
    case .bestCase, .mostLikely: self = .bestCase
    case .pipeline: self = .pipeline
    case .upside: self = .upside
    case .omitted: self = .omitted
    case .closed, nil: return nil
    }
  }

  /// The category in words.
  var words: String {
    switch self {
    case .commit: "Commit"
    case .bestCase: "Best case"
    case .pipeline: "Pipeline"
    case .upside: "Upside"
    case .omitted: "Omitted"
    }
  }
}

/// The chance to be won that each forecast category gives its deals.
struct CategoryChances: Hashable, Sendable {
  /// Whose chances hold where neither the document nor history gives others.
  enum Preset: String, Hashable, Sendable, CaseIterable {
    /// The floors of commit 90 %+, best case 60–89 %, pipeline 20–59 %; upside and omitted are in no forecast.
    ///
    /// Source: RevOps Engine, phase 4.
    case engine
    /// The floors of commit 90 %, best case 60–80 %, upside 30–50 %; pipeline, which it gives no range, as above.
    ///
    /// Source: RevOps Knowledge Map, block 3, which ranks upside above pipeline.
    case knowledgeMap = "knowledge_map"

    func chance(of category: ForecastCategory) -> Double {
      switch category {
      case .commit: 0.9
      case .bestCase: 0.6
      case .pipeline: 0.2
      case .upside: self == .knowledgeMap ? 0.3 : 0
      case .omitted: 0
      }
    }
  }

  /// What a chance rests on.
  enum Basis: String, Hashable, Sendable, Encodable {
    case preset, stated, history
  }

  /// The chance of one category.
  struct Chance: Hashable, Sendable {
    var probability: Double
    var basis: Basis
    /// Closed deals that once stood in the category.
    var closed: Int
  }

  /// How the closed deals that once stood in a category came out.
  struct Outcomes: Hashable, Sendable {
    var closed = 0
    var won = 0
  }

  /// Closed deals from which on a category's own history replaces its preset.
  static let closedNeeded = 30

  private let chances: [ForecastCategory: Chance]

  /// Settles the chance of each category.
  ///
  /// History replaces a preset, not what the document states; a category that is in no forecast stays out of it.
  ///
  /// - Parameters:
  ///   - preset: Whose chances hold otherwise.
  ///   - stated: The chances that the document gives.
  ///   - history: How closed deals of each category came out.
  init(
    _ preset: Preset = .engine, stated: [ForecastCategory: Double] = [:],
    history: [ForecastCategory: Outcomes] = [:]
  ) {
    var chances: [ForecastCategory: Chance] = [:]
    for category in ForecastCategory.allCases {
      let past = history[category] ?? Outcomes()
      let standard = preset.chance(of: category)
      if let own = stated[category] {
        chances[category] = Chance(probability: own, basis: .stated, closed: past.closed)
      } else if standard > 0, past.closed >= Self.closedNeeded {
        let share = Double(past.won) / Double(past.closed)
        chances[category] = Chance(probability: share, basis: .history, closed: past.closed)
      } else {
        chances[category] = Chance(probability: standard, basis: .preset, closed: past.closed)
      }
    }
    self.chances = chances
  }

  subscript(category: ForecastCategory) -> Chance {
    chances[category] ?? Chance(probability: 0, basis: .preset, closed: 0)
  }
}
