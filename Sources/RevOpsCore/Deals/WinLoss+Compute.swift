extension WinLoss {
  /// Counts what became of the deals closed in the period.
  public static func compute(_ input: Input) -> Result {
    let deals = ClosedDeals(input)
    let closings = input.table.closings
    let record = WinRecord(input.table, closedIn: input.period) { !closings.isLater($0, than: input.asOf) }
    let all = deals.tally { _ in true }
    let late = lateTally(deals, input)
    let lateInterval = late.interval
    let lateAbsent = Figure.absent(because: whyNoLate(input))
    let cuts = input.cuts.map { Cut(by: $0, groups: groups(by: $0, deals)) }
    let reasons = reasons(deals)
    let named = reasons.filter { !$0.reason.isEmpty }.reduce(0) { $0 + $1.deals }
    let interviews = Interviews(deals)
    let patterns = patterns(cuts, record)
    return Result(
      from: "\(input.period.start)", to: "\(input.period.lastDay)", won: record.won, lost: record.lost,
      winRate: record.rate, winRateLow: record.low, winRateHigh: record.high,
      winRateByValue: record.rateByValue,
      wonValue: all.won.value(in: input.table), lostValue: all.lost.value(in: input.table),
      averageDeal: record.averageDeal,
      cycleDays: record.cycleDays, cycleDeals: record.cycleDeals,
      lateStageWinRate: lateInterval == nil
        ? lateAbsent : .value(late.winRate),
      lateStageWinRateLow: lateInterval.map { .value($0.low) } ?? lateAbsent,
      lateStageWinRateHigh: lateInterval.map { .value($0.high) } ?? lateAbsent,
      lateStages: input.history == nil ? [] : input.lateStages,
      lossReasonCompleteness: deals.reasons == nil
        ? .absent(because: "needs the column 'loss_reason'")
        : record.lost > 0
          ? .value(Double(named) / Double(record.lost)) : .absent(because: "no deal was lost in the period"),
      reasons: reasons, spellings: deals.spellings, cuts: cuts, patterns: patterns,
      interviewThreshold: interviews.threshold,
      interviews: interviews.list, winLossCoverage: interviews.coverage(input.settings),
      insights: insights(deals, reasons, patterns))
  }

  /// The deals closed in the period that had come into a late stage.
  private static func lateTally(_ deals: ClosedDeals, _ input: Input) -> ClosedDeals.Tally {
    guard let history = input.history, !input.lateStages.isEmpty else { return ClosedDeals.Tally() }
    let late = Set(input.lateStages)
    let entered = Set(history.deals.filter { $0.hasBeen(in: late, by: input.asOf) }.map(\.key))
    return deals.tally { row in deals.id(row).map { entered.contains(DealKey($0)) } ?? false }
  }

  private static func whyNoLate(_ input: Input) -> String {
    if input.history == nil { return "needs the table 'stage_history'" }
    if input.lateStages.isEmpty { return "needs a stage marked 'late' under 'pipeline.stages'" }
    return "no deal closed in the period had come into a late stage"
  }

  /// The groups of a column, the one with the most closed value first; sizes from the smallest on.
  private static func groups(by column: String, _ deals: ClosedDeals) -> [Group] {
    deals.tallies(by: column).map { name, tally in
      let interval = tally.interval
      let none = Figure.absent(because: "no deal was closed")
      return Group(
        group: name, won: tally.won.deals, lost: tally.lost.deals,
        winRate: interval == nil ? none : .value(tally.winRate),
        winRateLow: interval.map { .value($0.low) } ?? none,
        winRateHigh: interval.map { .value($0.high) } ?? none,
        winRateByValue: tally.coins > 0
          ? .value(tally.won.coins / tally.coins) : .absent(because: "needs closed deals with amounts"),
        wonValue: tally.won.value(in: deals.table), lostValue: tally.lost.value(in: deals.table))
    }.sorted { a, b in
      let sizes = (deals.sizeOrder(a.group, column), deals.sizeOrder(b.group, column))
      guard sizes.0 == sizes.1 else { return sizes.0 < sizes.1 }
      let (x, y) = (a.value, b.value)
      return x != y ? x > y : a.group < b.group
    }
  }

  /// Why deals were lost.
  private static func reasons(_ deals: ClosedDeals) -> [Reason] {
    let lost = deals.rows.filter { deals.table.outcomes[$0] == .lost }
    var sums: [String: ClosedDeals.Sum] = [:]
    for row in lost {
      sums[deals.reasons?[row] ?? "", default: ClosedDeals.Sum()].add(deals.table.coins[row])
    }
    return sums.map { reason, sum in
      Reason(
        reason: reason, deals: sum.deals, share: Double(sum.deals) / Double(lost.count),
        value: sum.value(in: deals.table), withoutAmount: sum.deals - sum.priced,
        team: reason.isEmpty ? nil : deals.settings.routes[ImportKey(reason).text] ?? Team(reason: reason))
    }.sorted { a, b in (b.value.orLeast, a.reason) < (a.value.orLeast, b.reason) }
  }

  /// The groups whose interval leaves out the win rate of all.
  private static func patterns(_ cuts: [Cut], _ record: WinRecord) -> [Pattern] {
    guard let all = record.rate.value else { return [] }
    let patterns = cuts.flatMap { cut in
      cut.groups.compactMap { group -> Pattern? in
        guard let rate = group.winRate.value, let low = group.winRateLow.value,
          let high = group.winRateHigh.value, low > all || high < all
        else { return nil }
        return Pattern(
          by: cut.by, group: group.group, winRate: rate, winRateLow: low, winRateHigh: high,
          isAbove: low > all)
      }
    }
    return patterns.sorted { ($0.winRate, $0.by, $0.group) < ($1.winRate, $1.by, $1.group) }
  }
}

extension WinLoss.Group {
  /// What its deals are worth.
  fileprivate var value: Double { (wonValue.value ?? 0) + (lostValue.value ?? 0) }
}

extension Figure {
  /// The number to order sums by, the largest first, so that those that nobody knows come last.
  var orLeast: Double { value ?? -.infinity }
}

extension StageHistory.Deal {
  /// Whether the deal was ever in one of some stages, up to a day.
  func hasBeen(in stages: Set<String>, by day: CalendarDate) -> Bool {
    ([before] + changes).contains { $0.day <= day && $0.stage.map(stages.contains) ?? false }
  }
}
