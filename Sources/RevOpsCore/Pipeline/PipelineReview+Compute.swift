extension PipelineReview {
  /// Brings together what the meeting looks at.
  public static func compute(_ input: Input) -> Result {
    let table = input.table
    let period = input.health.period
    let health = PipelineHealth.compute(input.health)
    var sums = ReviewSums(input)
    for row in 0..<table.count { sums.add(row) }
    let forecast = forecast(input)
    let commit = forecast.first { $0.category == .commit }
    let won = table.units(sums.wonInPeriod)
    let noCategory = Figure.absent(because: "needs the column 'forecast_category'")
    let call: Figure = forecast.isEmpty ? noCategory : .value(won + (commit?.value ?? 0))
    let before = forecast.isEmpty ? noCategory : callBefore(input, won: sums.wonByThen)
    let end = input.health.asOf.adding(days: 1)
    let rate = WinRecord(table, closedIn: Period(from: end.adding(months: -12), to: end)).rate
    let topDeals = topDeals(input)
    return Result(
      from: "\(period.start)", to: "\(period.lastDay)", since: input.before?.day.map { "\($0)" },
      forecast: forecast,
      won: won, call: call, callBefore: before,
      callChange: call.flatMap { now in before.map { now - $0 } }, topDeals: topDeals,
      health: Health(
        coverageTotal: health.coverage.coverageTotal,
        coverageNeeded: rate.flatMap {
          $0 > 0 ? .value(1 / $0) : .absent(because: "no deal was won in twelve months")
        },
        openPipeline: health.coverage.openPipeline, stalledShare: health.pace.stalledShare,
        untouchedShare: health.quality.untouchedShare,
        missingNextStepShare: health.quality.missingNextStepShare, pushedShare: health.pace.pushedShare,
        concentration: health.balance.concentration),
      week: sums.week, lossReasons: lossReasons(input), bridge: bridge(input),
      cuts: input.cuts.map { Cut(by: $0, groups: groups(by: $0, input)) },
      actions: actions(topDeals, PipelineHealth.findings(of: health, for: input.health)))
  }

  /// The open deals of the period by category, the surest first.
  private static func forecast(_ input: Input) -> [Category] {
    let table = input.table
    guard table.has("forecast_category") else { return [] }
    var now: [DealCategory: (deals: Int, coins: Double)] = [:]
    for row in 0..<table.count {
      guard table.outcomes[row] == .open, let category = table.categories[row],
        let close = table.date("close_date", row), input.health.period.contains(close)
      else { continue }
      let coins = table.coins[row]
      now[category, default: (0, 0)].deals += 1
      now[category, default: (0, 0)].coins += coins.isNaN ? 0 : coins
    }
    let before = categoriesBefore(input)
    let order: [DealCategory] = [.commit, .mostLikely, .bestCase, .pipeline, .upside, .omitted]
    return order.filter { now[$0] != nil || before?[$0] != nil || $0 == .commit || $0 == .bestCase }.map {
      category in
      let sum = now[category] ?? (0, 0)
      let value = table.units(sum.coins)
      let then: Figure =
        before.map { .value(table.units($0[category] ?? 0)) }
        ?? .absent(because: "nothing says what the forecast called the deals then")
      return Category(
        category: category, deals: sum.deals, value: value, valueBefore: then, change: then.map { value - $0 }
      )
    }
  }

  /// The open deals of the period by category as they were, in coins; nil where nothing tells it.
  private static func categoriesBefore(_ input: Input) -> [DealCategory: Double]? {
    guard let before = input.before, let categories = before.categories else { return nil }
    var sums: [DealCategory: Double] = [:]
    for (key, category) in categories {
      guard let state = before.states[key], state.outcome == .open, let close = state.close,
        input.health.period.contains(close)
      else { continue }
      sums[category, default: 0] += state.worth
    }
    return sums
  }

  private static func callBefore(_ input: Input, won coins: Double) -> Figure {
    guard let before = categoriesBefore(input) else {
      return .absent(because: "nothing says what the forecast called the deals then")
    }
    return .value(input.table.units(coins + (before[.commit] ?? 0)))
  }

  private static func lossReasons(_ input: Input) -> [LossReason] {
    let table = input.table
    let reasons = table.labels("loss_reason")
    var sums: [String: (deals: Int, coins: Double)] = [:]
    for row in 0..<table.count
    where table.outcomes[row] == .lost && ReviewSums.isNew(table.closedDate(row), input) {
      let coins = table.coins[row]
      sums[reasons?[row] ?? "", default: (0, 0)].deals += 1
      sums[reasons?[row] ?? "", default: (0, 0)].coins += coins.isNaN ? 0 : coins
    }
    return sums.map { LossReason(reason: $0.key, deals: $0.value.deals, value: table.units($0.value.coins)) }
      .sorted { a, b in a.value != b.value ? a.value > b.value : a.reason < b.reason }
  }

  /// How the pipeline of the period changed since the day compared with.
  private static func bridge(_ input: Input) -> PipelineMovement.Bridge? {
    guard let before = input.before else { return nil }
    let scope = BridgeScope(period: input.health.period, from: before.day, to: input.health.asOf)
    var bridge = PipelineBridge()
    for key in Set(before.states.keys).union(input.now.rows.keys).subtracting(before.hidden) {
      var path = DealPath(id: key.text, start: before.states[key], end: input.now.state(key))
      if path.start == nil, let day = before.day {
        path.isOlder = input.now.created(key).map { $0 <= day } ?? false
      }
      bridge.add(path, in: scope)
    }
    return PipelineMovement.Bridge(bridge, in: input.table.currency)
  }

  /// The groups of a column, the one with the most open pipeline in the period first.
  private static func groups(by column: String, _ input: Input) -> [Group] {
    let table = input.table
    guard let labels = table.labels(column) else { return [] }
    var sums = [ReviewSums](repeating: ReviewSums(input), count: labels.names.count + 1)
    for row in labels.codes.indices { sums[labels.group(of: row)].add(row) }
    return sums.indices.filter { sums[$0].counts }.map { index in
      sums[index].group(named: labels.name(ofGroup: index))
    }.sorted { ($1.open.value, $1.won, $0.group) < ($0.open.value, $0.won, $1.group) }
  }
}
