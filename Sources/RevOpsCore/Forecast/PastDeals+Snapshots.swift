extension PastDeals {
  /// Takes what snapshots say of open deals, and the opportunities of when deals were closed.
  ///
  /// A deal that a snapshot no longer has and the opportunities do not know as closed by then is gone.
  init(snapshots: OpportunityTable, now: DealRegister) throws(InputErrors) {
    self.init(source: .snapshots)
    if !snapshots.has("forecast_category") { lacks.append(.category) }
    let days = snapshots.days.sorted()
    self.days = days
    var courses: [DealKey: Deal] = [:]
    for day in days {
      let register = try DealRegister(snapshots, on: day)
      for (key, deal) in courses where register.rows[key] == nil && !register.hidden.contains(key) {
        guard deal.steps.last?.outcome != nil else { continue }
        courses[key]?.steps.append(Step(day: day, stage: nil, outcome: nil))
      }
      for (key, row) in register.rows {
        let state = register.state(row)
        let step = Step(
          day: day, stage: state.stage, outcome: state.outcome, coins: state.coins, close: state.close,
          category: snapshots.categories[row])
        courses[key, default: Deal(opened: register.created(key) ?? day, steps: [])].steps.append(step)
      }
    }
    for (key, row) in now.rows {
      guard let closing = Self.closing(now, row) else { continue }
      var deal = courses[key] ?? Deal(opened: now.created(key) ?? closing.day, steps: [])
      deal.opened = min(deal.opened, now.created(key) ?? closing.day)
      // Open in a snapshot after that day, it was reopened or closed anew: the last closing is the one known.
      let earlier = deal.steps.filter { $0.day < closing.day }
      deal.steps = earlier + [closing]
      courses[key] = deal
    }
    let isNarrowed = now.table.data.isNarrowed
    deals = courses.filter { key, _ in
      isNarrowed ? now.rows[key] != nil : !now.hidden.contains(key)
    }.sorted { $0.key.text < $1.key.text }.map(\.value)
  }

  /// Takes from the opportunities alone when deals were created and closed.
  init(_ now: DealRegister) {
    self.init(source: .opportunities)
    deals = now.rows.sorted { $0.value < $1.value }.compactMap { key, row in
      let closing = Self.closing(now, row)
      guard let opened = now.created(key) ?? closing?.day else { return nil }
      return Deal(opened: min(opened, closing?.day ?? opened), steps: closing.map { [$0] } ?? [])
    }
  }

  /// How a closed deal ended, from the day it did.
  private static func closing(_ now: DealRegister, _ row: Int) -> Step? {
    let state = now.state(row)
    guard state.outcome != .open, let day = state.closed else { return nil }
    return Step(
      day: day, stage: state.stage, outcome: state.outcome, coins: state.coins, close: day,
      category: now.table.categories[row])
  }
}
