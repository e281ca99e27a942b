extension PastDeals {
  /// Takes what a stage history says, and only that: nothing a deal came to be later is known before.
  ///
  /// In a history of fields a field without a row has always been as the opportunities have it.
  ///
  /// - Parameters:
  ///   - history: What deals went through.
  ///   - now: The opportunities as they are.
  ///   - outcomes: Whether deals are open in each stage.
  init(_ history: StageHistory, now: DealRegister?, outcomes: [String: DealOutcome]) {
    self.init(source: .history)
    if !history.hasAmounts { lacks.append(.amount) }
    if !history.hasCloseDates { lacks.append(.closeDate) }
    if !history.hasCategories { lacks.append(.category) }
    var known: Set<DealKey> = []
    for deal in history.deals {
      let key = deal.key
      known.insert(key)
      if let now, now.table.data.isNarrowed ? now.rows[key] == nil : now.hidden.contains(key) { continue }
      let row = now?.rows[key]
      if let past = Self.deal(deal, of: history, row.flatMap { row in now.map { ($0, row) } }, outcomes) {
        deals.append(past)
      }
    }
    guard let now else { return }
    addUnknown(now, known, byField: history.isByField)
  }

  /// The course of one deal.
  private static func deal(
    _ deal: StageHistory.Deal, of history: StageHistory, _ now: (register: DealRegister, row: Int)?,
    _ outcomes: [String: DealOutcome]
  ) -> Deal? {
    var first = deal.before
    var opened = deal.created?.day
    if history.isByField, let now {
      // What never changed has no row.
      let state = now.register.state(now.row)
      if !deal.changes.contains(where: { $0.coins != nil }) { first.coins = first.coins ?? state.coins }
      if !deal.changes.contains(where: { $0.close != nil }) { first.close = first.close ?? state.close }
      if !deal.changes.contains(where: { $0.category != nil }) {
        first.category = first.category ?? now.register.table.categories[now.row]
      }
      opened = opened ?? now.register.table.date("created_date", now.row)
    }
    guard let start = opened ?? deal.changes.first?.day else { return nil }
    var past = Deal(opened: start, steps: [])
    var (stage, coins, close, category) = (first.stage, first.coins, first.close, first.category)
    if history.isByField, let stage {
      past.steps.append(
        Step(
          day: start, stage: stage, outcome: outcomes[stage] ?? .open, coins: coins ?? .nan, close: close,
          category: category))
    }
    for change in deal.changes {
      stage = change.stage ?? stage
      coins = change.coins ?? coins
      close = change.close ?? close
      category = change.category ?? category
      past.opened = min(past.opened, change.day)
      let outcome = stage.map { outcomes[$0] ?? .open } ?? .open
      past.steps.append(
        Step(
          day: change.day, stage: stage, outcome: outcome, coins: coins ?? .nan, close: close,
          category: category))
    }
    if let ending = deal.ending { past.end(ending.outcome, on: ending.day) }
    return past.steps.isEmpty ? nil : past
  }

}

extension PastDeals.Deal {
  /// Ends the deal on a day, in the stage that it was in, unless its stage says already that it ended.
  fileprivate mutating func end(_ outcome: DealOutcome, on day: CalendarDate) {
    guard steps.last?.outcome == .open else { return }
    if let before = steps.last(where: { $0.day <= day }) {
      var end = before
      end.day = day
      end.close = day
      steps.insert(end, at: steps.firstIndex { $0.day > day } ?? steps.count)
    }
    for index in steps.indices where steps[index].day >= day && steps[index].outcome == .open {
      steps[index].outcome = outcome
      steps[index].close = day
    }
  }
}

extension PastDeals {
  /// Deals that the history has no row of.
  private mutating func addUnknown(_ now: DealRegister, _ known: Set<DealKey>, byField: Bool) {
    let table = now.table
    for (key, row) in now.rows.sorted(by: { $0.value < $1.value }) where !known.contains(key) {
      let state = now.state(row)
      guard byField, let opened = table.date("created_date", row) else {
        if state.outcome == .won {
          unknownWins.deals += 1
          unknownWins.coins += state.worth
        }
        continue
      }
      deals.append(
        Deal(
          opened: opened,
          steps: [
            Step(
              day: opened, stage: state.stage, outcome: state.outcome, coins: state.coins,
              close: state.close, category: table.categories[row])
          ]))
    }
  }
}
