/// The sums of a review over some of the deals, in coins.
struct ReviewSums {
  private let input: PipelineReview.Input
  private var open = PipelineBridge.Tally()
  private var commit = 0.0
  private var bestCase = 0.0
  /// Won in the period, and the part of it that was won by the day compared with.
  private(set) var wonInPeriod = 0.0
  private(set) var wonByThen = 0.0
  private var created = PipelineBridge.Tally()
  private var won = PipelineBridge.Tally()
  private var lost = PipelineBridge.Tally()
  private var pushed = PipelineBridge.Tally()

  private let table: OpportunityTable
  private let closings: ClosingDays

  init(_ input: PipelineReview.Input) {
    self.input = input
    table = input.table
    closings = input.table.closings
  }

  /// Whether any figure counts a deal of them.
  var counts: Bool {
    open.deals + created.deals + won.deals + lost.deals + pushed.deals > 0 || wonInPeriod > 0
  }

  /// Whether a day lies after the day compared with, up to today.
  static func isNew(_ day: CalendarDate?, _ input: PipelineReview.Input) -> Bool {
    day.map { $0 > input.since && $0 <= input.health.asOf } ?? false
  }

  mutating func add(_ row: Int) {
    let worth = table.coins[row].isNaN ? 0 : table.coins[row]
    let key = input.now.ids[row].map { DealKey($0) }
    let before = key.flatMap { input.before?.states[$0] }
    // Without created dates a deal is new where the earlier day does not have it.
    let isCreated =
      table.has("created_date")
      ? Self.isNew(table.date("created_date", row), input) : input.before != nil && before == nil
    if isCreated { created.add(worth) }
    switch table.outcomes[row] {
    case .open: addOpen(row, worth, before)
    case .won:
      guard let day = closings[row] else { return }
      if Self.isNew(day, input) { won.add(worth) }
      guard closings.isWon(row, in: input.health.period, by: input.health.asOf) else { return }
      wonInPeriod += worth
      if day <= input.since { wonByThen += worth }
    case .lost:
      if Self.isNew(closings[row], input) { lost.add(worth) }
    }
  }

  private mutating func addOpen(_ row: Int, _ worth: Double, _ before: DealState?) {
    let close = table.date("close_date", row)
    if let then = before?.close, before?.outcome == .open, let close, close > then { pushed.add(worth) }
    guard let close, input.health.period.contains(close) else { return }
    open.add(worth)
    switch table.categories[row] {
    case .commit: commit += worth
    case .bestCase: bestCase += worth
    default: break
    }
  }

  /// What happened since the day compared with.
  var week: PipelineReview.Week {
    func sum(_ tally: PipelineBridge.Tally) -> PipelineReview.Sum {
      .init(deals: tally.deals, value: table.units(tally.coins))
    }
    let unknown = Figure.absent(
      because: "needs 'snapshots', 'opportunities_before' or 'stage_history' to tell earlier close dates")
    let isKnown = input.before?.states.values.contains { $0.close != nil } ?? false
    let isCreationKnown = table.has("created_date") || input.before != nil
    func created(_ value: Double) -> Figure {
      isCreationKnown ? .value(value) : .absent(because: "needs the column 'created_date'")
    }
    return .init(
      created: .init(
        deals: created(Double(self.created.deals)), value: created(table.units(self.created.coins))),
      won: sum(won), lost: sum(lost),
      pushedDeals: isKnown ? .value(Double(pushed.deals)) : unknown,
      pushedValue: isKnown ? .value(table.units(pushed.coins)) : unknown)
  }

  func group(named name: String) -> PipelineReview.Group {
    let none = Figure.absent(because: "needs the column 'forecast_category'")
    let isCalled = table.has("forecast_category")
    return .init(
      group: name, open: .init(deals: open.deals, value: table.units(open.coins)),
      commit: isCalled ? .value(table.units(commit)) : none,
      bestCase: isCalled ? .value(table.units(bestCase)) : none, won: table.units(wonInPeriod), week: week)
  }
}
