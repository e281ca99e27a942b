/// What could be seen of a period on one day: what was won by then, what was open, and what had become of earlier deals.
///
/// Nothing of it was known later than that day.
struct PastView: Sendable {
  /// An open deal due in the period.
  struct Due: Hashable, Sendable {
    var stage: String
    var coins: Double
    var category: DealCategory?
  }

  let day: CalendarDate
  let period: Period
  /// Won in the period by that day.
  private(set) var wonCoins = 0.0
  /// Won in the days up to that day, as many as the period has.
  private(set) var trailingCoins = 0.0
  /// All open deals.
  private(set) var openCoins = 0.0
  /// The open deals due in the period.
  private(set) var due: [Due] = []
  /// How deals that have ended by that day came out, by the stages and by the categories that they stood in.
  private(set) var stages: [String: CategoryChances.Outcomes] = [:]
  private(set) var categories: [ForecastCategory: CategoryChances.Outcomes] = [:]
  /// What earlier periods won after as many of their days as have passed of this one.
  private(set) var later: [Double]
  /// What earlier periods created and won after as many of their days, by the amount of one.
  private(set) var created: [Double: Int] = [:]
  /// What each month of the period has won.
  private(set) var months: [Double]
  /// The earlier periods that had ended.
  let past: [Period]

  /// Looks at all deals.
  ///
  /// - Parameters:
  ///   - deals: What was recorded of them.
  ///   - day: The last day that is known.
  ///   - period: The period to be forecast.
  ///   - past: Earlier periods that have ended by that day, the latest first.
  ///   - createdPeriods: How many of those count for business yet to be created.
  init(
    _ deals: [PastDeals.Deal], on day: CalendarDate, of period: Period, past: [Period], createdPeriods: Int
  ) {
    self.day = day
    self.period = period
    self.past = past
    later = [Double](repeating: 0, count: past.count)
    let spans = period.months
    months = [Double](repeating: 0, count: spans.count)
    let passed = max(0, day.adding(days: 1) - period.start)
    let cuts = past.map { Self.day(in: $0, like: day, of: period) }
    let trailing = Period(from: day.adding(days: 1 - period.days), to: day.adding(days: 1))
    for deal in deals {
      guard let step = deal.step(on: day), let outcome = step.outcome else { continue }
      guard outcome != .open else {
        openCoins += step.worth
        if let close = step.close, period.contains(close) {
          due.append(Due(stage: step.stage ?? "", coins: step.coins, category: step.category))
        }
        continue
      }
      count(deal, isWon: outcome == .won)
      guard outcome == .won else { continue }
      let closed = deal.closing(by: day) ?? step.closed
      if period.contains(closed) { wonCoins += step.worth }
      if trailing.contains(closed) { trailingCoins += step.worth }
      for index in spans.indices where spans[index].contains(closed) { months[index] += step.worth }
      for index in past.indices where past[index].contains(closed) {
        if closed > cuts[index] { later[index] += step.worth }
        let start = past[index].start.adding(days: min(passed, past[index].days))
        if index < createdPeriods, step.coins > 0, deal.opened >= start {
          created[step.coins, default: 0] += 1
        }
      }
    }
    // The order of deals must not show in what is added up from them.
    due.sort { ($0.coins, $0.stage) < ($1.coins, $1.stage) }
  }

  /// The day of an earlier period after which as many of its days have passed.
  static func day(in past: Period, like day: CalendarDate, of period: Period) -> CalendarDate {
    min(past.start.adding(days: day - period.start), past.lastDay)
  }

  private mutating func count(_ deal: PastDeals.Deal, isWon: Bool) {
    // A handful each, which a list tells apart sooner than a set does.
    var seen: [String] = []
    var called: [ForecastCategory] = []
    for step in deal.steps where step.day <= day && step.outcome == .open {
      if let stage = step.stage, !seen.contains(stage) { seen.append(stage) }
      if let category = ForecastCategory(step.category), !called.contains(category) {
        called.append(category)
      }
    }
    for stage in seen { stages[stage, default: .init()].add(isWon: isWon) }
    for category in called { categories[category, default: .init()].add(isWon: isWon) }
  }

  /// What is left of the period, in days.
  var daysLeft: Int { min(period.lastDay - day, period.days) }
}

extension PastDeals.Deal {
  /// The day on which a deal that is closed on a day was closed: that of the first of the steps at its end.
  func closing(by day: CalendarDate) -> CalendarDate? {
    let known = steps.prefix { $0.day <= day }
    guard let outcome = known.last?.outcome, outcome != .open else { return nil }
    return known.firstOfEnd { $0.outcome == outcome }?.closed
  }
}

extension BidirectionalCollection {
  /// The first of the elements at the end for all of which a condition holds.
  fileprivate func firstOfEnd(where holds: (Element) -> Bool) -> Element? {
    var found: Element?
    for element in reversed() {
      guard holds(element) else { break }
      found = element
    }
    return found
  }
}

extension CategoryChances.Outcomes {
  /// Counts a closed deal.
  mutating func add(isWon: Bool) {
    closed += 1
    if isWon { won += 1 }
  }
}
