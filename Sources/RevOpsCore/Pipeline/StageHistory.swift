/// What deals went through: the stages, amounts and close dates of each in the order of time.
///
/// Nothing depends on the order of the rows: changes of one moment are put in the order of their stages, then of what
/// else they say.
struct StageHistory: Sendable {
  /// One change of a deal; what it does not say stays as it was.
  struct Change: Hashable, Sendable {
    /// Seconds since 1970-01-01, and the day they belong to.
    var second: Int
    var day: CalendarDate
    var stage: String?
    /// In coins.
    var coins: Double?
    var close: CalendarDate?
    /// The row of the table, for messages.
    var row: Int
  }

  /// What one deal went through.
  struct Deal: Sendable {
    var id: String
    /// What held before the first change, where the history says so.
    var before = Change(second: .min, day: .earliest, row: 0)
    /// The moment it was created, where the history says so.
    var created: (second: Int, day: CalendarDate)?
    fileprivate(set) var changes: [Change] = []
  }

  /// The deals by id, in the order of their ids.
  private(set) var deals: [Deal] = []
  /// Whether it says how amounts and close dates changed.
  let hasAmounts: Bool
  let hasCloseDates: Bool
  /// The first row with each stage.
  private(set) var stages: [String: Int] = [:]

  /// Puts the changes of each deal in order.
  ///
  /// - Parameters:
  ///   - unordered: The deals by key, their changes in the order of the rows.
  ///   - settings: What says the order of stages.
  ///   - hasAmounts: Whether changes give amounts.
  ///   - hasCloseDates: Whether changes give close dates.
  init(
    _ unordered: some Collection<Deal>, _ settings: PipelineSettings, hasAmounts: Bool, hasCloseDates: Bool
  ) {
    self.hasAmounts = hasAmounts
    self.hasCloseDates = hasCloseDates
    for var deal in unordered {
      deal.changes.sort { $0.precedes($1, settings.stages) }
      for change in [deal.before] + deal.changes {
        if let stage = change.stage { stages[stage] = min(stages[stage] ?? .max, change.row) }
      }
      deals.append(deal)
    }
    deals.sort { $0.id < $1.id }
  }

  /// Takes the stage of each deal whose stage never changed from what is known of it now; a history of fields has no
  /// row of it.
  mutating func complete(from register: DealRegister) {
    for index in deals.indices {
      let isKnown = deals[index].before.stage != nil || deals[index].changes.contains { $0.stage != nil }
      if !isKnown { deals[index].before.stage = register.state(DealKey(deals[index].id))?.stage }
    }
  }
}

extension StageHistory.Change {
  fileprivate func precedes(_ other: Self, _ stages: StageRules) -> Bool {
    if second != other.second { return second < other.second }
    let (a, b) = (stage.map { stages.depth(of: $0) } ?? -1, other.stage.map { stages.depth(of: $0) } ?? -1)
    if a != b { return a < b }
    let (x, y) = (known(coins), known(other.coins))
    if x != y { return x < y }
    return (close ?? .earliest, stage ?? "") < (other.close ?? .earliest, other.stage ?? "")
  }

  /// An amount to compare by; one that is missing comes first.
  private func known(_ coins: Double?) -> Double { coins.map { $0.isNaN ? -.infinity : $0 } ?? -.infinity }
}

extension StageRules {
  /// The place of a stage among all: open ones as they follow one another, then those in which deals end.
  fileprivate func depth(of stage: String) -> Int {
    rank(of: stage) ?? (rule(for: stage)?.outcome == .open ? 0 : .max)
  }
}

extension StageHistory.Deal {
  mutating func add(_ change: StageHistory.Change) { changes.append(change) }

  /// The day from which on the deal is known to exist.
  var firstDay: CalendarDate? { created?.day ?? changes.first?.day }

  /// The latest stage, amount and close date at the end of a day, and the day of the latest stage.
  ///
  /// Before its first change a deal is as the history says it was before, else as the first change shows it.
  func latest(on day: CalendarDate) -> (
    stage: String?, coins: Double?, close: CalendarDate?, since: CalendarDate?
  ) {
    var stage = before.stage
    var coins = before.coins
    var close = before.close
    var since: CalendarDate?
    for change in changes where change.day <= day {
      if let new = change.stage {
        if new != stage { since = change.day }
        stage = new
      }
      coins = change.coins ?? coins
      close = change.close ?? close
    }
    return (
      stage ?? changes.lazy.compactMap(\.stage).first, coins ?? changes.lazy.compactMap(\.coins).first,
      close ?? changes.lazy.compactMap(\.close).first, since
    )
  }

  /// The stages one after another, each with the moment the deal came into it; changes of other fields left out.
  ///
  /// - Parameter day: The last day that counts.
  /// - Returns: One for each time that the deal came into a stage.
  func stays(through day: CalendarDate) -> [(stage: String, second: Int)] {
    var stays: [(stage: String, second: Int)] = []
    if let stage = before.stage, let created, created.day <= day { stays.append((stage, created.second)) }
    var stage = before.stage
    for change in changes where change.day <= day {
      guard let new = change.stage, new != stage else { continue }
      stays.append((new, change.second))
      stage = new
    }
    return stays
  }
}
