/// Whether deals are open in each stage, by the deals that are in it.
///
/// Where flags alone say how deals ended, one stage may hold won and lost ones, or open ones too: it is then one of open
/// deals, and each deal's own row says whether and how it ended. Nothing depends on the order of the rows.
struct StageOutcomes: Sendable {
  private var seen: [String: Set<DealOutcome>] = [:]

  mutating func add(_ outcome: DealOutcome, in stage: String) { seen[stage, default: []].insert(outcome) }

  /// The outcome of each stage.
  var byStage: [String: DealOutcome] {
    seen.mapValues { $0.count == 1 ? $0.first ?? .open : .open }
  }

  /// Whether the deals of a stage differ in their outcome.
  func differ(_ stage: String) -> Bool { (seen[stage]?.count ?? 0) > 1 }

  /// Whether they differ and none is open.
  func endsDeals(_ stage: String) -> Bool { differ(stage) && seen[stage]?.contains(.open) == false }
}

extension Workspace {
  /// Whether the deals of each stage are open, by all rows of a file, be they what counts or not.
  func stageOutcomes(of table: OpportunityTable, _ settings: PipelineSettings) -> StageOutcomes {
    guard !table.data.isWhole else { return table.stageOutcomes() }
    var reader = OpportunityReader(data: table.data.withAllRows, company: company, rules: settings.stages)
    return reader.read(settings.categories).stageOutcomes()
  }
}

extension OpportunityTable {
  /// Whether the deals of each stage are open.
  func stageOutcomes() -> StageOutcomes {
    var seen = [Set<DealOutcome>](repeating: [], count: stages.names.count)
    for (code, outcome) in zip(stages.codes, outcomesOfStages) where code != Labels.missing {
      seen[Int(code)].insert(outcome)
    }
    var outcomes = StageOutcomes()
    for (code, name) in stages.names.enumerated() {
      for outcome in seen[code] { outcomes.add(outcome, in: name) }
    }
    return outcomes
  }
}
