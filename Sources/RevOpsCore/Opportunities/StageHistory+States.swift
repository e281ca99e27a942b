extension Workspace {
  /// How the deals in each stage of a history stand: by the stages known, else as the opportunities say.
  ///
  /// A stage that neither places is refused, as its deals could be counted as open when they are not.
  ///
  /// - Parameters:
  ///   - history: The history whose stages are to be placed.
  ///   - table: The opportunities as they are.
  ///   - settings: What the workspace says of its stages.
  /// - Returns: The outcome of each stage, those of the table among them.
  /// - Throws: Every stage of the history that nothing places.
  func outcomes(
    in history: StageHistory?, now table: OpportunityTable?, _ settings: PipelineSettings
  ) throws(InputErrors) -> [String: DealOutcome] {
    var outcomes = table.map { stageOutcomes(of: $0, settings).byStage } ?? [:]
    guard let history else { return outcomes }
    let data = self.table("stage_history")
    var problems: [Diagnostic] = []
    for (stage, row) in history.stages.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      // A vendor's name for an open stage is a guess, the deals are not.
      if let rule = settings.stages.rule(for: stage),
        outcomes[stage] == nil || rule.outcome != .open || !settings.stages.isEmpty
      {
        outcomes[stage] = rule.outcome
      }
      guard outcomes[stage] == nil, let data else { continue }
      problems.append(
        Diagnostic(
          "pipeline.unknown-stage", "stage '\(printable(stage))' of the history is none of the known stages",
          at: data.table.place(
            data.rows[row], data.mapping["stage"] ?? data.mapping["new_value"] ?? 0),
          hint: didYouMean(stage, among: settings.stages.names)
            ?? "name the stages under 'pipeline.stages', such as {\"\(printable(stage))\": {outcome: open}}"))
    }
    if let errors = InputErrors(Array(problems.prefix(CellProblems.listed))) { throw errors }
    return outcomes
  }
}

extension StageHistory.Deal {
  /// How the deal stood at the end of a day; nil before it was created.
  ///
  /// What the history does not say is taken from the opportunities as they are now.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - outcomes: Whether deals are open in each stage.
  ///   - known: The deal as it is now.
  ///   - created: The day the opportunities say it was created.
  /// - Returns: Where it stood.
  func state(
    on day: CalendarDate, _ outcomes: [String: DealOutcome], known: DealState?, created: CalendarDate?
  ) -> DealState? {
    let isOlder = self.created == nil && created == nil && before.saysAnything
    let first = isOlder ? .earliest : min(firstDay ?? .latest, created ?? .latest)
    guard first <= day else { return nil }
    let latest = latest(on: day)
    guard let stage = latest.stage ?? known?.stage else { return nil }
    let close = latest.close ?? known?.close
    var state = DealState(
      stage: stage, outcome: outcomes[stage] ?? .open, coins: latest.coins ?? known?.coins ?? .nan,
      close: close)
    if let ending = ending(by: day, in: state.outcome) {
      (state.outcome, state.closed) = (ending.outcome, ending.day)
      if let closing {
        state.stage = closing.stage
        if !closing.coins.isNaN { state.coins = closing.coins }
      }
    } else if state.outcome != .open {
      state.closed = latest.since ?? close
    }
    return state
  }
}
