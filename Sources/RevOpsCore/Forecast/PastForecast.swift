/// What each method would have said of a period on one day.
struct PastForecast: Sendable {
  let view: PastView
  /// What was won in the period by that day.
  var closed: Figure
  var figures = MethodFigures()
  /// What one outcome in ten stays below, and one in ten is above.
  var p10: Figure
  var p90: Figure
}

/// Says what each method would have said on any day, out of what was known then.
struct PastForecaster: Sendable {
  /// A deal adds to a stage's own win rate from so many closed ones on, as to a category's.
  static let closedNeeded = CategoryChances.closedNeeded
  /// Open deals up to which their distribution is worked out.
  static let mostDeals = 5_000

  let record: PastDeals
  let calls: PastCalls
  let settings: ForecastSettings
  let stages: StageRules
  let fiscal: FiscalCalendar
  let coinsPerUnit: Double
  /// How many earlier periods are looked at.
  let periods: Int
  private let firstDay: CalendarDate
  private let openCourse: OpenCourse

  init(
    _ record: PastDeals, calls: PastCalls, settings: ForecastSettings, stages: StageRules,
    fiscal: FiscalCalendar, coinsPerUnit: Double
  ) {
    self.record = record
    self.calls = calls
    self.settings = settings
    self.stages = stages
    self.fiscal = fiscal
    self.coinsPerUnit = coinsPerUnit
    periods = settings.backtest.periods
    firstDay = record.firstDay ?? .latest
    openCourse = OpenCourse(record.deals)
  }

  /// The periods before another that had ended by a day and that the record reaches back to, the latest first.
  func past(before period: Period, by day: CalendarDate) -> [Period] {
    (1...max(1, periods)).compactMap { fiscal.period(period, offsetBy: -$0) }
      .filter { $0.start >= firstDay && $0.lastDay <= day }
  }

  /// What each method would have said.
  func forecast(of period: Period, on day: CalendarDate) -> PastForecast {
    let view = PastView(
      record.deals, on: day, of: period, past: past(before: period, by: day),
      createdPeriods: settings.createdPeriods)
    let won = record.missingWins.map { Figure.absent(because: $0) } ?? .value(view.wonCoins)
    let simulated = simulation(view)
    var forecast = PastForecast(
      view: view, closed: units(won), p10: units(simulated.p10), p90: units(simulated.p90))
    let called = won.value == nil ? (won, won) : calls.figures(view, coinsPerUnit: coinsPerUnit)
    forecast.figures[.called] = called.0
    forecast.figures[.calibrated] = called.1
    forecast.figures[.commit] = units(commit(view))
    forecast.figures[.category] = units(category(view))
    forecast.figures[.weighted] = units(weighted(view) { probability(of: $0) })
    forecast.figures[.stageHistory] = units(stageHistory(view))
    forecast.figures[.simulation] = units(simulated.p50)
    forecast.figures[.conversion] = units(conversion(view))
    forecast.figures[.runRate] = units(won.value == nil ? won : runRate(view))
    return forecast
  }

  private func units(_ coins: Figure) -> Figure { coins.map { $0 / coinsPerUnit } }

  /// The chance that the workspace or the vendor gives a stage.
  private func probability(of stage: String) -> Double? { stages.rule(for: stage)?.probability }

  private func missing(_ view: PastView, _ columns: [PastDeals.Column]) -> Figure? {
    record.missing(columns, on: view.day).map { .absent(because: $0) }
  }

  /// closed + commit.
  private func commit(_ view: PastView) -> Figure {
    if let missing = missing(view, [.amount, .closeDate, .category]) { return missing }
    return .value(
      view.due.reduce(view.wonCoins) { $1.category == .commit && !$1.coins.isNaN ? $0 + $1.coins : $0 })
  }

  /// closed + each open deal due at the chance of its category; one without a category at that of its stage.
  private func category(_ view: PastView) -> Figure {
    if let missing = missing(view, [.amount, .closeDate, .category]) { return missing }
    let chances = CategoryChances(
      settings.preset, stated: settings.stated, history: view.categories)
    return sum(view) { deal in
      ForecastCategory(deal.category).map { chances[$0].probability } ?? probability(of: deal.stage)
    }
  }

  /// closed + each open deal due at a chance of its stage.
  private func weighted(_ view: PastView, _ chance: (String) -> Double?) -> Figure {
    if let missing = missing(view, [.amount, .closeDate]) { return missing }
    return sum(view) { chance($0.stage) }
  }

  /// closed + each open deal due at the share of earlier deals that were in its stage, have ended and were won.
  private func stageHistory(_ view: PastView) -> Figure {
    let thin = view.due.lazy.map(\.stage).filter { view.stages[$0]?.closed ?? 0 < Self.closedNeeded }.min()
    if let thin, missing(view, [.amount, .closeDate]) == nil {
      let closed = view.stages[thin]?.closed ?? 0
      return .absent(
        because:
          "needs \(Self.closedNeeded) closed deals that were in '\(printable(thin))', there were \(closed)")
    }
    return weighted(view) { stage in
      view.stages[stage].map { Double($0.won) / Double($0.closed) }
    }
  }

  /// The sum over equal chances first, so that no order of deals shows.
  private func sum(_ view: PastView, _ chance: (PastView.Due) -> Double?) -> Figure {
    var coins: [Double: Double] = [:]
    for deal in view.due where !deal.coins.isNaN {
      guard let chance = chance(deal) else {
        return .absent(because: "nothing gives deals in '\(printable(deal.stage))' a chance")
      }
      coins[chance, default: 0] += deal.coins
    }
    return .value(coins.sorted { $0.key < $1.key }.reduce(view.wonCoins) { $0 + $1.key * $1.value })
  }

  /// closed + all open deals at the share of the open pipeline that earlier periods went on to win from the same day on.
  ///
  ///     ratio = ∑ won after the day / ∑ open on the day, over earlier periods
  private func conversion(_ view: PastView) -> Figure {
    if let missing = missing(view, [.amount]) { return missing }
    var (open, later) = (0.0, 0.0)
    for (index, period) in view.past.enumerated() {
      let day = PastView.day(in: period, like: view.day, of: view.period)
      guard day >= firstDay, record.missing([.amount], on: day) == nil else { continue }
      open += openCourse[day]
      later += view.later[index]
    }
    guard open > 0 else {
      return .absent(because: "needs an earlier period that had ended, with open deals on the same day of it")
    }
    return .value(view.wonCoins + view.openCoins * later / open)
  }

  /// closed + what was won a day lately, for each day that is left.
  private func runRate(_ view: PastView) -> Figure {
    guard view.day.adding(days: 1 - view.period.days) >= firstDay else {
      return .absent(because: "the record does not reach back \(view.period.days) days")
    }
    return .value(
      view.wonCoins + view.trailingCoins / Double(view.period.days) * Double(view.daysLeft))
  }

  /// The distribution of what the deals due bring, independent of one another, and of business yet to be created.
  private func simulation(_ view: PastView) -> (p10: Figure, p50: Figure, p90: Figure) {
    func none(_ reason: String) -> (Figure, Figure, Figure) {
      (.absent(because: reason), .absent(because: reason), .absent(because: reason))
    }
    if let reason = record.missing([.amount, .closeDate], on: view.day) { return none(reason) }
    let due = view.due.filter { $0.category != .omitted && $0.coins >= 0 }
    guard due.count <= Self.mostDeals else {
      return none("more than \(Self.mostDeals) open deals: weighted says nearly the same")
    }
    var deals: [BookingsDistribution.Deal] = []
    for deal in due {
      guard let chance = probability(of: deal.stage) else {
        return none("nothing gives deals in '\(printable(deal.stage))' a chance")
      }
      deals.append(.init(coins: Int(exactly: deal.coins) ?? 0, probability: chance * (1 - settings.slip)))
    }
    let counted = Double(min(view.past.count, settings.createdPeriods))
    var arrivals = view.created.sorted { $0.key < $1.key }.map {
      BookingsDistribution.Arrival(coins: Int(exactly: $0.key) ?? 0, rate: Double($0.value) / counted)
    }
    if let stated = settings.created {
      arrivals = stated.kinds.map {
        .init(coins: Int(($0.amount * coinsPerUnit).rounded()), rate: $0.deals)
      }
    }
    // Its like is computed for every week of every period, and three percentiles are all that is asked of it.
    let distribution = BookingsDistribution(deals, arrivals: arrivals, work: 20_000_000)
    func quantile(_ share: Double) -> Figure {
      .value(view.wonCoins + Double(distribution.quantile(share)))
    }
    return (quantile(0.1), quantile(0.5), quantile(0.9))
  }
}
