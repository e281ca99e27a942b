/// What deals went through: the stages, amounts and close dates of each in the order of time.
///
/// Nothing depends on the order of the rows: changes of one moment are put in the order that their old and new values
/// tell, else in that of their stages, then of what else they say.
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
    var category: DealCategory?
    /// The second at which the deal left the stage again, where the history says so itself.
    var exit: Int?
    /// The day of that second.
    var exitDay: CalendarDate?
    /// The row of the table, for messages.
    var row: Int
    /// Its place among changes of one field and moment, where old and new values tell it.
    var turn = 0

    /// Whether it says anything of the deal.
    var saysAnything: Bool { stage != nil || coins != nil || close != nil || category != nil }
  }

  /// A time that a deal was in a stage.
  ///
  /// The moment it came into it is nil where the history begins with its leaving.
  typealias Stay = (stage: String, second: Int?, day: CalendarDate?, exit: Int?, exitDay: CalendarDate?)

  /// How a deal stands at the end of a day.
  typealias Latest = (
    stage: String?, coins: Double?, close: CalendarDate?, category: DealCategory?, since: CalendarDate?
  )

  /// What one deal went through.
  struct Deal: Sendable {
    let id: String
    let key: DealKey
    /// What held before the first change, where the history says so.
    var before = Change(second: .min, day: .earliest, row: 0)
    /// The moment it was created, where the history says so.
    var created: (second: Int, day: CalendarDate)?
    fileprivate(set) var changes: [Change] = []
    /// How it ended and when, where the opportunities say so apart from its stage.
    var ending: (outcome: DealOutcome, day: CalendarDate)?
    /// How the opportunities have it, where the history has no row of its ending.
    var closing: DealState?

    init(id: String, _ key: DealKey) {
      self.id = id
      self.key = key
    }
  }

  /// The deals by id, in the order of their ids.
  private(set) var deals: [Deal] = []
  /// Whether it says how amounts and close dates changed.
  let hasAmounts: Bool
  let hasCloseDates: Bool
  /// Whether it says how forecast categories changed.
  let hasCategories: Bool
  /// Whether it has a row for every change of a field, so that what it is silent of is as it always was.
  let isByField: Bool
  /// The first row with each stage.
  private(set) var stages: [String: Int] = [:]

  /// Puts the changes of each deal in order.
  ///
  /// - Parameters:
  ///   - unordered: The deals, each once, their changes in the order of the rows.
  ///   - settings: What says the order of stages.
  ///   - hasAmounts: Whether changes give amounts.
  ///   - hasCloseDates: Whether changes give close dates.
  ///   - hasCategories: Whether changes give forecast categories.
  ///   - isByField: Whether a row is a change of one field.
  init(
    _ unordered: some Collection<Deal>, _ settings: PipelineSettings, hasAmounts: Bool, hasCloseDates: Bool,
    hasCategories: Bool, isByField: Bool
  ) {
    self.hasAmounts = hasAmounts
    self.hasCloseDates = hasCloseDates
    self.hasCategories = hasCategories
    self.isByField = isByField
    // Ids are put in order, since deals are large to move.
    let deals = Array(unordered)
    let order = deals.indices.sorted { deals[$0].id < deals[$1].id }
    self.deals.reserveCapacity(deals.count)
    for index in order {
      var deal = deals[index]
      if deal.changes.count > 1 { deal.changes.sort { $0.precedes($1, settings.stages) } }
      for change in [deal.before] + deal.changes {
        guard let stage = change.stage else { continue }
        if change.row < stages[stage] ?? .max { stages[stage] = change.row }
      }
      self.deals.append(deal)
    }
  }

  /// The history of some deals.
  func keeping(_ counts: (DealKey) -> Bool) -> StageHistory {
    var some = self
    some.deals.removeAll { !counts($0.key) }
    return some
  }

  /// Takes from the deals as they are now what the history does not say.
  ///
  /// The stage of a deal whose stage never changed, since a history of fields has no row of it; the day it was created,
  /// where a history of fields has no row of that; how a deal ended whose stage does not say it; and the stage, the
  /// amount and the day of an ending of which there is no row.
  ///
  /// - Parameters:
  ///   - register: The deals as they are now.
  ///   - stages: Whether the deals of each stage are open.
  mutating func complete(from register: DealRegister, _ stages: StageOutcomes) {
    let isApart = register.table.data.mapping.keepsOutcomesApart
    for index in deals.indices {
      let key = deals[index].key
      let isKnown = deals[index].before.stage != nil || deals[index].changes.contains { $0.stage != nil }
      guard let state = register.state(key) else { continue }
      if !isKnown { deals[index].before.stage = state.stage }
      if isByField, deals[index].created == nil, let day = register.created(key),
        day <= deals[index].changes.first?.day ?? .latest
      {
        deals[index].created = (Int(day.dayNumber) * 86_400, day)
      }
      guard let closed = state.closed else { continue }
      let end = deals[index].latest(on: .latest)
      if stages.endsDeals(state.stage), end.stage == state.stage {
        // All deals of the stage have ended, some won and some lost: they did so when they came into it.
        deals[index].ending = (state.outcome, end.since ?? closed)
      } else if isApart || stages.differ(state.stage) {
        deals[index].ending = (state.outcome, closed)
      } else if deals[index].lacks(state.stage, on: closed) {
        deals[index].ending = (state.outcome, closed)
        deals[index].closing = state
      }
    }
  }
}

extension StageHistory.Change {
  fileprivate func precedes(_ other: Self, _ stages: StageRules) -> Bool {
    if second != other.second { return second < other.second }
    let (a, b) = (stage.map { stages.depth(of: $0) } ?? -1, other.stage.map { stages.depth(of: $0) } ?? -1)
    if turn != other.turn { return turn < other.turn }
    if a != b { return a < b }
    let (x, y) = (known(coins), known(other.coins))
    if x != y { return x < y }
    if close != other.close { return close ?? .earliest < other.close ?? .earliest }
    return (stage ?? "", category?.rawValue ?? "") < (other.stage ?? "", other.category?.rawValue ?? "")
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

  /// Puts the changes of single fields in the order of time, those of one field and moment in that of their values.
  ///
  /// - Parameters:
  ///   - fields: What each row of the table is a change of.
  ///   - values: The old and the new value of a row.
  ///   - now: What the deal has in a field now; nil where nothing says it.
  mutating func order(
    by fields: [HistoryField?], values: (Int) -> HistoryLink, now: (HistoryField) -> String?
  ) {
    changes.sort { $0.second < $1.second }
    var start = 0
    while start < changes.count {
      let end = changes[start...].firstIndex { $0.second != changes[start].second } ?? changes.count
      let places = Dictionary(grouping: start..<end) { fields[changes[$0].row] }
      for (field, places) in end - start > 1 ? places : [:] where places.count > 1 {
        let before = changes[..<start].last { fields[$0.row] == field }.map { values($0.row).new }
        let links = places.map { values(changes[$0].row) }
        let next = changes[end...].first { fields[$0.row] == field }.map { values($0.row).old }
        let after = next ?? field.flatMap { now($0) }
        for (turn, index) in HistoryChain.order(links, after: before, before: after).enumerated() {
          changes[places[index]].turn = turn
        }
      }
      start = end
    }
    changes.sort { ($0.second, $0.turn) < ($1.second, $1.turn) }
  }

  /// Whether anything is known to have become of it after a day.
  func hasChanged(after day: CalendarDate) -> Bool {
    changes.contains { $0.day > day } || ending.map { $0.day > day } == true
  }

  /// Whether it has no row of the stage that the deal came into last, on a day after all others.
  fileprivate func lacks(_ stage: String, on day: CalendarDate) -> Bool {
    let last = changes.last { $0.stage != nil }
    return (last?.stage ?? before.stage) != stage && (last?.day ?? .earliest) <= day
  }

  /// How it ended by a day, where its stage is one for open deals and the opportunities say it; nil otherwise.
  ///
  /// - Parameters:
  ///   - day: The day, at its end.
  ///   - stage: The outcome of the stage that it is in.
  /// - Returns: The outcome and the day of it.
  func ending(by day: CalendarDate, in stage: DealOutcome?) -> (outcome: DealOutcome, day: CalendarDate)? {
    guard stage ?? .open == .open, let ending, ending.day <= day else { return nil }
    return ending
  }

  /// The day from which on the deal is known to exist.
  var firstDay: CalendarDate? { created?.day ?? changes.first?.day }

  /// The latest stage, amount, close date and category at the end of a day, and the day of the latest stage.
  ///
  /// Before its first change a deal is as the history says it was before, else as the first change shows it.
  func latest(on day: CalendarDate) -> StageHistory.Latest {
    var stage = before.stage
    var coins = before.coins
    var close = before.close
    var category = before.category
    var since: CalendarDate?
    for change in changes where change.day <= day {
      if let new = change.stage {
        if new != stage { since = change.day }
        stage = new
      }
      coins = change.coins ?? coins
      close = change.close ?? close
      category = change.category ?? category
    }
    return (
      stage ?? changes.lazy.compactMap(\.stage).first, coins ?? changes.lazy.compactMap(\.coins).first,
      close ?? changes.lazy.compactMap(\.close).first, category, since
    )
  }

  /// The stages one after another, each with the moment the deal came into it, and perhaps left it; changes of
  /// other fields left out.
  ///
  /// - Parameter day: The last day that counts.
  /// - Returns: One for each time that the deal came into a stage.
  func stays(through day: CalendarDate) -> [StageHistory.Stay] {
    var stays: [StageHistory.Stay] = []
    if let stage = before.stage {
      if let created {
        if created.day <= day { stays.append((stage, created.second, created.day, nil, nil)) }
      } else if changes.contains(where: { $0.day <= day && $0.stage.map { $0 != stage } ?? false }) {
        stays.append((stage, nil, nil, nil, nil))
      }
    }
    var stage = before.stage
    for change in changes where change.day <= day {
      guard let new = change.stage else { continue }
      guard new != stage else {
        // Rows of one stage that follow one another are changes within it.
        if let exit = change.exit, !stays.isEmpty {
          stays[stays.count - 1].exit = exit
          stays[stays.count - 1].exitDay = change.exitDay
        }
        continue
      }
      stays.append((new, change.second, change.day, change.exit, change.exitDay))
      stage = new
    }
    return stays
  }
}
