/// Whether a deal is still open, and if not, how it ended.
enum DealOutcome: String, Hashable, Sendable, CaseIterable, Encodable {
  case open, won, lost
}

/// What a workspace or a vendor says of a stage.
struct StageRule: Hashable, Sendable {
  /// Whether its deals are open.
  var outcome: DealOutcome
  /// The chance of its deals to be won, 0 to 1; nil where the rows say it themselves.
  var probability: Double?
  /// Whether a deal in it is close to its decision.
  var isLate = false
  /// The fields that a deal in it needs beside those that every open deal does.
  var required: [String] = []
}

/// The stages that a workspace knows, by their names.
struct StageRules: Hashable, Sendable {
  private var named: [(name: String, rule: StageRule)] = []
  private var byName: [String: Int] = [:]
  private var byKey: [String: Int] = [:]

  /// The names that the workspace gives, in its order.
  var names: [String] { named.map(\.name) }

  /// Whether the workspace says anything of its stages.
  var isEmpty: Bool { named.isEmpty }

  /// The fields that deals need in some stage.
  var fieldsRequired: [String] { named.flatMap(\.rule.required) }

  mutating func add(_ name: String, _ rule: StageRule) {
    byName[name] = named.count
    let key = ImportKey(name).text
    if !key.isEmpty { byKey[key] = named.count }
    named.append((name, rule))
  }

  /// What holds for a stage: the workspace's rule, else that of the stages vendors deliver with; nil for another.
  ///
  /// Letter case, blanks and punctuation do not count. A workspace that names its stages has no others, apart
  /// from those in which deals end.
  func rule(for stage: String) -> StageRule? {
    let key = ImportKey(stage).text
    if let index = byName[stage] ?? byKey[key] { return named[index].rule }
    // Dynamics numbers its stages: 1-Qualify.
    let plain = String(key.drop { $0.isNumber })
    guard let rule = Self.delivered[key] ?? Self.delivered[plain], isEmpty || rule.outcome != .open else {
      return nil
    }
    return rule
  }

  static func == (a: StageRules, b: StageRules) -> Bool {
    a.names == b.names && a.named.map(\.rule) == b.named.map(\.rule)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(names) }

  /// The stages of new Salesforce, HubSpot, Pipedrive, Dynamics and Zoho accounts, by their keys.
  ///
  /// Source: Salesforce and HubSpot default pipelines with their probabilities; the others deliver none.
  private static let delivered: [String: StageRule] = {
    var rules: [String: StageRule] = [:]
    for key in ["closedwon", "won"] { rules[key] = StageRule(outcome: .won, probability: 1) }
    for key in ["closedlost", "lost", "closedlosttocompetition"] {
      rules[key] = StageRule(outcome: .lost, probability: 0)
    }
    for (key, probability) in pipelines.flatMap(\.self) {
      rules[key] = StageRule(outcome: .open, probability: probability)
    }
    return rules
  }()

  /// The open stages of each vendor in the order in which a deal goes through them.
  private static let pipelines: [[(key: String, probability: Double?)]] = [
    [
      ("prospecting", 0.1), ("qualification", 0.1), ("needsanalysis", 0.2), ("valueproposition", 0.5),
      ("iddecisionmakers", 0.6), ("perceptionanalysis", 0.7), ("proposalpricequote", 0.75),
      ("negotiationreview", 0.9),
    ],
    [
      ("appointmentscheduled", 0.2), ("qualifiedtobuy", 0.4), ("presentationscheduled", 0.6),
      ("decisionmakerboughtin", 0.8), ("contractsent", 0.9),
    ],
    [
      ("qualified", nil), ("contactmade", nil), ("demoscheduled", nil), ("proposalmade", nil),
      ("negotiationsstarted", nil),
    ],
    [("qualify", nil), ("develop", nil), ("propose", nil), ("close", nil)],
  ]

  /// How far along an open stage is, from 0: its place in the workspace, else in a vendor's pipeline that has it.
  ///
  /// Nil for a stage of which nothing says it, and for one in which deals end.
  func rank(of stage: String) -> Int? {
    let key = ImportKey(stage).text
    if let index = byName[stage] ?? byKey[key] { return named[index].rule.outcome == .open ? index : nil }
    guard isEmpty else { return nil }
    return Self.pipelines.lazy.compactMap { $0.firstIndex { $0.key == key } }.first
  }
}

/// The forecast category of a deal, whatever the vendor calls it.
enum DealCategory: String, Hashable, Sendable, CaseIterable, Encodable {
  case omitted, pipeline, upside
  case bestCase = "best_case"
  case mostLikely = "most_likely"
  case commit, closed

  /// The category of a vendor's word; nil for a word that none uses.
  ///
  /// Source: Salesforce (its API says Forecast for Commit), HubSpot and Dynamics picklists.
  init?(_ word: String) {
    switch ImportKey(word).text {
    case "omitted", "omit", "notforecasted": self = .omitted
    case "pipeline": self = .pipeline
    case "upside": self = .upside
    case "bestcase": self = .bestCase
    case "mostlikely": self = .mostLikely
    case "commit", "committed", "forecast": self = .commit
    case "closed", "closedwon", "closedlost", "won", "lost": self = .closed
    default: return nil
    }
  }
}
