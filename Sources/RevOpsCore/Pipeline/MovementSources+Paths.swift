extension MovementSources {
  /// The deals between two of the days on which the pipeline is known.
  func readSnapshots(
    _ settings: MovementSettings, _ input: inout PipelineMovement.Input
  ) throws(InputErrors) {
    guard let snapshots else { return }
    let (from, to) = try span(settings)
    let isNow = to == asOf && !snapshots.days.contains(to)
    var problems: [Diagnostic] = []
    var registers: [DealRegister] = []
    for day in isNow ? [from] : [from, to] {
      do throws(InputErrors) { registers.append(try DealRegister(snapshots, on: day)) } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems) { throw errors }
    guard let start = registers.first, let end = isNow ? now : registers.last else { return }
    input.origin = .snapshots
    input.scope.from = from
    input.scope.to = to
    try add(from: start, to: end, later: isNow ? nil : now, &input)
  }

  /// The deals between two exports.
  func readExports(
    _ settings: MovementSettings, _ input: inout PipelineMovement.Input
  ) throws(InputErrors) {
    guard let before, let now else { return }
    input.origin = .exports
    input.scope.to = settings.to ?? asOf
    input.scope.from = settings.from
    if settings.from == nil {
      input.scope.from = try before.table.data.latestRecord()
      input.isFromLearned = true
    }
    if let from = input.scope.from, from >= input.scope.to { input.scope.from = nil }
    try add(from: before, to: now, later: nil, &input)
  }

  /// The first and the last day: those asked for, else those nearest to the ends of the period.
  private func span(_ settings: MovementSettings) throws(InputErrors) -> (CalendarDate, CalendarDate) {
    let days = self.days
    let last = settings.to ?? max(period.lastDay, settings.from?.adding(days: 1) ?? .earliest)
    let later = days.dropFirst()
    guard let to = later.last(where: { $0 <= last }) ?? (settings.to == nil ? later.first : nil) else {
      throw refused(
        "no two snapshots are of \(last) or before",
        hint: "there are: " + days.prefix(12).map { "\($0)" }.joined(separator: ", "))
    }
    let earlier = days.filter { $0 < to }
    let first = settings.from ?? period.start
    guard let from = earlier.last(where: { $0 <= first }) ?? (settings.from == nil ? earlier.first : nil)
    else {
      throw refused(
        "no snapshot is of \(first) or before, and before that of \(to)",
        hint: "there are: " + days.prefix(12).map { "\($0)" }.joined(separator: ", "))
    }
    return (from, to)
  }

  /// Follows each deal from one day to the other.
  ///
  /// - Parameters:
  ///   - start: The deals of the first day.
  ///   - end: The deals of the last day.
  ///   - later: The opportunities of a day after the last, which say what became of deals that it does not show.
  ///   - input: Takes the paths.
  /// - Throws: A column to cut by that no table has.
  private func add(
    from start: DealRegister, to end: DealRegister, later: DealRegister?,
    _ input: inout PipelineMovement.Input
  ) throws(InputErrors) {
    let groups = try groups([end, start, later])
    var keys = Set(start.rows.keys).union(end.rows.keys)
    if let later { keys.formUnion(later.rows.keys) }
    for register in [start, end, later].compactMap(\.self) { keys.subtract(register.hidden) }
    if isFiltered { keys.formIntersection(Self.counted([start, end, later].compactMap(\.self))) }
    lazy var told = Dictionary((history?.deals ?? []).map { ($0.key, $0) }) { first, _ in first }
    for key in keys {
      let id = end.id(key) ?? start.id(key) ?? later?.id(key) ?? key.text
      var path = DealPath(id: id, name: end.name(key), start: start.state(key), end: end.state(key))
      for register in [start, later] where path.name.isEmpty { path.name = register?.name(key) ?? "" }
      if path.end == nil, let later = later?.state(key) {
        path.end = known(later, after: path.start, input.scope)
      }
      if path.end == nil, let start = path.start, let deal = told[key] {
        path.end = ended(deal, after: start, input)
      }
      guard path.start != nil || path.end != nil else { continue }
      if path.start == nil, let from = input.scope.from {
        path.isOlder = (end.created(key) ?? later?.created(key)).map { $0 <= from } ?? false
      }
      path.groups = groups.map { $0[key] }
      input.paths.append(path)
    }
    input.paths.sort { $0.id < $1.id }
    var outcomes = StageOutcomes()
    for register in [start, end] {
      let ofStages = register.table.outcomesOfStages
      for row in register.rows.values {
        if let stage = register.table.stages[row] { outcomes.add(ofStages[row], in: stage) }
      }
    }
    input.outcomes.merge(outcomes.byStage) { $1 }
  }

  /// The deals for which a condition of the run holds, by the tables that know its columns.
  private static func counted(_ registers: [DealRegister]) -> Set<DealKey> {
    registers.filter(\.table.data.isNarrowed).reduce(into: []) { $0.formUnion($1.rows.keys) }
  }

  /// What a later state says of a deal that the last day does not show: that it had ended by then, or that it was to
  /// close in another period; nil where it says neither.
  private func known(_ later: DealState, after start: DealState?, _ scope: BridgeScope) -> DealState? {
    if later.outcome != .open, let day = later.closed, day <= scope.to {
      return start != nil || scope.from.map { day > $0 } ?? true ? later : nil
    }
    guard let start, let period = scope.period, let close = later.close, !period.contains(close) else {
      return nil
    }
    return DealState(stage: later.stage, outcome: .open, coins: start.coins, close: close)
  }

  /// How a deal that the last day does not show had come to its end by then as the history has it; nil where it had not.
  private func ended(
    _ deal: StageHistory.Deal, after start: DealState, _ input: PipelineMovement.Input
  ) -> DealState? {
    guard
      var state = deal.state(
        on: input.scope.to, input.outcomes, known: start, created: deal.firstDay ?? .earliest),
      state.outcome != .open, state.closed.map({ $0 <= input.scope.to }) ?? false
    else { return nil }
    if state.coins.isNaN { state.coins = start.coins }
    return state
  }

  /// The deals between two days of the history.
  func readHistory(
    _ settings: MovementSettings, _ input: inout PipelineMovement.Input
  ) throws(InputErrors) {
    guard let history else { return }
    let to = settings.to ?? max(min(asOf, period.lastDay), settings.from?.adding(days: 1) ?? .earliest)
    let from = settings.from ?? min(period.start, to).adding(days: -1)
    input.origin = .history
    input.scope.from = from
    input.scope.to = to
    // Without any close date nobody can say which deals were due in the period.
    if !history.hasCloseDates, now == nil { input.scope.period = nil }
    let groups = try groups([now])
    // Opportunities of one period lack what was pushed out of it too; those that have such deals lack what was deleted.
    let isOfOnePeriod = input.scope.period.map { now?.hasOpenDeals(dueAfter: $0) == false } ?? false
    for deal in history.deals {
      let key = deal.key
      let (known, created) = (now?.state(key), now?.created(key))
      let start = deal.state(on: from, input.outcomes, known: known, created: created)
      var end = deal.state(on: to, input.outcomes, known: known, created: created)
      // What the opportunities of the last day lack has been deleted, unless it is known to have ended.
      if now != nil, known == nil, to >= asOf, end?.outcome == .open,
        input.scope.holds(end) || !isOfOnePeriod
      {
        end = nil
      }
      if now != nil, to >= asOf { input.lag.add(deal.id, end, known, in: input.scope) }
      guard start != nil || end != nil else { continue }
      input.paths.append(
        DealPath(
          id: deal.id, name: now?.name(key) ?? "", start: start, end: end, groups: groups.map { $0[key] }))
    }
    addUntold(history, from: from, to: to, groups, &input)
  }

  /// Adds the deals of which the history has no row: open ones have not changed since they were created.
  private func addUntold(
    _ history: StageHistory, from: CalendarDate, to: CalendarDate, _ groups: [DealGroups],
    _ input: inout PipelineMovement.Input
  ) {
    guard let now else { return }
    let untold = history.untold(among: now)
    input.untold = now.untold(closedAfter: from, among: untold).map { now.id($0) ?? $0.text }
    for key in untold {
      guard let end = now.unchanged(key, on: to) else { continue }
      input.paths.append(
        DealPath(
          id: now.id(key) ?? key.text, name: now.name(key), start: now.unchanged(key, on: from), end: end,
          groups: groups.map { $0[key] }))
    }
    if !untold.isEmpty { input.paths.sort { $0.id < $1.id } }
  }
}
