extension ForecastRollup {
  /// What people call for one period that has not ended.
  struct PeriodCalls: Sendable, Encodable {
    var period: String
    var from: String
    var to: String
    /// The calls of those who report to nobody, added up.
    var worst: Figure
    var forecast: Figure
    var best: Figure
    /// What the deals due in the period hold at the chances of their categories.
    var weighted: Figure
    /// The same of the deals of people who call, or above whom somebody does.
    var weightedCalled: Figure
    /// The same of the deals that are in no call.
    var weightedUncalled: Figure
    /// Whose those are, the one with the most first.
    var uncalledOwners: [String]
    /// What deals without an owner make of it.
    var weightedOwnerless: Figure
    /// Weighted less called, of the same people: how far the view from data lies from the one called.
    var variance: Figure
    /// Managers above their teams.
    var people: [Person]
    /// Those who carry a quota and have no row here, by name.
    var notCalled: [Silent]
  }

  /// Somebody who carries a quota and does not call a period that others call.
  struct Silent: Hashable, Sendable, Encodable {
    var person: String
    var manager: String?
    /// Whether somebody above them calls, for them too.
    var isInACall: Bool
    /// Where the table of people has them.
    var place: Place?

    enum CodingKeys: String, CodingKey { case person, manager, isInACall }
  }

  /// A person's call, beside what their team and their deals say.
  struct Person: Sendable, Encodable {
    var person: String
    var manager: String?
    /// How many people are above them.
    var level: Int
    var calledDate: String?
    var worst: Figure
    var forecast: Figure
    var best: Figure
    /// The calls of those who report to them, added up; of one who calls nothing, their team's.
    var teamWorst: Figure
    var teamForecast: Figure
    var teamBest: Figure
    /// Own forecast less the team's: the manager's own judgement.
    var difference: Figure
    /// What they are to book in the period.
    var quota: Figure
    /// Quota less forecast.
    var gap: Figure
    /// What they call for the months of the period together; an ended month counts with what they and their team won.
    var monthsForecast: Figure
    /// The last forecast called in an earlier week.
    var lastForecast: Figure
    var forecastChange: Figure
    var reason: String?
    /// Whether a deal explains the change: one that the reason names, or deals named newly or no longer.
    var isExplained: Bool
    /// Won by them and their team.
    var closed: Figure
    /// Won, plus the open deals that stand behind the call.
    var held: Figure
    /// Which those are.
    var heldBy: Holding?
    /// Names that no deal of the table has.
    var unknownDeals: [String]
    /// Open deals named that are due in another period.
    var dealsDueLater: [String]
    /// Where the call stands.
    var place: Place?

    enum CodingKeys: String, CodingKey {
      case person, manager, level, calledDate, worst, forecast, best, teamWorst, teamForecast, teamBest
      case difference, quota, gap, monthsForecast, lastForecast, forecastChange, reason, isExplained, closed,
        held, heldBy
      case unknownDeals, dealsDueLater
    }
  }

  /// Which deals stand behind a call.
  enum Holding: String, Hashable, Sendable, Encodable {
    /// Those that the call names.
    case named
    /// All that are open and due in the period, where it names none.
    case open
  }

  /// The calls of every period that has not ended, in order of time.
  static func periodCalls(_ input: Input) -> [PeriodCalls] {
    let open = ForecastHistory(input.calls, callWeek: nil, asOf: input.asOf).open
    let evidence = CallEvidence(input)
    return ForecastHistory.byPeriod(open).map { period, latest in
      periodCalls(period, latest, MonthCalls(of: period, open, evidence, input), evidence, input)
    }
  }

  private static func periodCalls(
    _ period: Period, _ latest: [ForecastCall], _ months: MonthCalls?, _ evidence: CallEvidence,
    _ input: Input
  ) -> PeriodCalls {
    let tree = CallTree(latest, input.hierarchy)
    let held = evidence.deals(of: period, tree)
    let people = tree.order.map { person(tree, $0, period, held, months, input) }
    let total = tree.total
    let sides = held.sides(tree, input.chances)
    return PeriodCalls(
      period: "\(period)", from: "\(period.start)", to: "\(period.lastDay)",
      worst: total.worst, forecast: total.forecast, best: total.best,
      weighted: held.weighted(input.chances), weightedCalled: sides.called,
      weightedUncalled: sides.uncalled, uncalledOwners: sides.owners, weightedOwnerless: sides.ownerless,
      variance: sides.called.less(total.forecast), people: people,
      notCalled: silent(tree))
  }

  /// Those who carry a quota and do not call: of a period that only those above them call, the ones under no call.
  private static func silent(_ tree: CallTree) -> [Silent] {
    let hierarchy = tree.hierarchy
    let callers = Set(tree.calls.keys)
    let isCalledByCarriers = hierarchy.carriers.contains { callers.contains($0.key) }
    let silent = hierarchy.carriers.filter { !callers.contains($0.key) }.map { seller in
      Silent(
        person: seller.name, manager: hierarchy.managers[seller.key].map { hierarchy.name(of: $0) },
        isInACall: hierarchy.isPart(seller.key, ofAny: callers), place: seller.place)
    }
    return silent.uniqued().filter { isCalledByCarriers || !$0.isInACall }
      .sorted { ($0.person, $0.manager ?? "") < ($1.person, $1.manager ?? "") }
  }

  private static func person(
    _ tree: CallTree, _ key: String, _ period: Period, _ held: CallEvidence.Deals, _ months: MonthCalls?,
    _ input: Input
  ) -> Person {
    let hierarchy = tree.hierarchy
    let own = tree.calls[key]
    let team = tree.team(key)
    let call = tree.own(key)
    let quota: Figure =
      hierarchy.quotas[key].map { .value($0 * period.years) } ?? .absent(because: "needs a quota of the reps")
    let last = own.flatMap { ForecastCall.earlierWeek($0, in: input.calls, hierarchy) }
    let behind = held.behind(key, tree)
    let previous = last.flatMap(\.forecast)
    var explained = false
    if let own, let last {
      explained = held.explains(own, after: last) { isMoved($0, input) }
    }
    return Person(
      person: hierarchy.name(of: key), manager: hierarchy.managers[key].map { hierarchy.name(of: $0) },
      level: hierarchy.above(key).count, calledDate: own?.calledOn.map { "\($0)" }, worst: call.worst,
      forecast: call.forecast, best: call.best, teamWorst: team.worst, teamForecast: team.forecast,
      teamBest: team.best,
      difference: call.forecast.less(team.forecast).map(\.toTheCoin), quota: quota,
      gap: quota.less(call.forecast).map(\.toTheCoin),
      monthsForecast: months.map { $0.forecast(of: key, tree) }
        ?? .absent(because: "has no months of its own"),
      lastForecast: previous.map { .value($0) } ?? .absent(because: "needs a call of an earlier week"),
      forecastChange: change(own?.forecast, previous), reason: own?.reason, isExplained: explained,
      closed: behind.closed, held: behind.held, heldBy: behind.by, unknownDeals: behind.unknown,
      dealsDueLater: behind.later, place: own?.place)
  }

  /// Whether a change of a call is so large that a deal has to explain it.
  static func isMoved(_ change: Double, _ input: Input) -> Bool {
    input.benchmarks.judge("forecast_change", change).map { $0.status != .green } ?? false
  }

  private static func change(_ now: Double?, _ last: Double?) -> Figure {
    guard let now, let last else { return .absent(because: "needs a call of an earlier week") }
    guard last > 0 else { return .absent(because: "needs an earlier call above 0") }
    return .value(abs(now - last) / last)
  }
}

extension ForecastCall {
  /// The last call of the same person and period that was made in an earlier calendar week.
  static func earlierWeek(
    _ call: ForecastCall, in calls: [ForecastCall], _ hierarchy: ForecastHierarchy
  ) -> ForecastCall? {
    guard let called = call.calledOn else { return nil }
    let monday = called.startOfWeek
    let person = hierarchy.key(of: call.person)
    return calls.filter { other in
      hierarchy.key(of: other.person) == person && other.forecast != nil
        && other.period.start == call.period.start && other.period.end == call.period.end
        && other.calledOn.map { $0 < monday } ?? false
    }.max { ($0.calledOn ?? .earliest) < ($1.calledOn ?? .earliest) }
  }
}
