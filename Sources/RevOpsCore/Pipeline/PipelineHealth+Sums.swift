/// The sums over some of the deals that the figures of health are made of, in coins.
struct HealthSums: Summable {
  /// What hygiene finds.
  var faults = FaultSums()
  /// The deals that close in the period.
  private(set) var period = DealSums()
  private(set) var openDeals = 0
  private(set) var open = 0.0
  private(set) var lastMonth = 0.0
  private(set) var committed = 0.0
  private(set) var won = 0.0
  /// Those closed after the day of the run.
  private(set) var later = LaterDeals()
  /// Those created after it.
  private(set) var createdLater = LaterDeals()
  private(set) var created = 0.0
  private(set) var stalled = Part()
  private(set) var untouched = Part()
  private(set) var pushed = Part()
  private(set) var early = Part()
  private(set) var mid = Part()
  private(set) var late = Part()
  private(set) var negotiation = Part()
  private(set) var fitsProfile = Part()
  private(set) var largest = 0.0
  private(set) var squares = SquareSum()
  private(set) var noAmount = 0
  /// Open deals with an amount below zero, which no share of a whole can have.
  private(set) var belowZero = 0
  private(set) var noNextStep = 0
  private(set) var singleThreaded = 0
  /// Days in stage, over the deals of which they are known.
  private(set) var stageDays = Mean()
  /// Days in stage, and the medians of the stages, over the deals of which both are known.
  private(set) var daysWithMedian = Mean()
  private(set) var medianDays = Mean()
  private(set) var contacts = Mean()

  /// Some of the deals: how many, and what they are worth.
  struct Part: Hashable, Sendable {
    private(set) var deals = 0
    private(set) var coins = 0.0

    mutating func add(_ amount: Double) {
      deals += 1
      coins += amount
    }

    mutating func add(_ other: Part) {
      deals += other.deals
      coins += other.coins
    }
  }

  /// A sum of whole or half numbers and what it is over, exact in any order.
  struct Mean: Hashable, Sendable {
    private(set) var sum = 0.0
    private(set) var count = 0

    mutating func add(_ value: Double) {
      sum += value
      count += 1
    }

    mutating func add(_ other: Mean) {
      sum += other.sum
      count += other.count
    }
  }

  /// Takes the sums over other deals.
  mutating func add(_ other: HealthSums) {
    faults.add(other.faults)
    period.add(other.period)
    openDeals += other.openDeals
    open += other.open
    lastMonth += other.lastMonth
    committed += other.committed
    won += other.won
    created += other.created
    stalled.add(other.stalled)
    untouched.add(other.untouched)
    pushed.add(other.pushed)
    early.add(other.early)
    mid.add(other.mid)
    late.add(other.late)
    negotiation.add(other.negotiation)
    fitsProfile.add(other.fitsProfile)
    stageDays.add(other.stageDays)
    daysWithMedian.add(other.daysWithMedian)
    medianDays.add(other.medianDays)
    contacts.add(other.contacts)
    largest = max(largest, other.largest)
    squares.add(other.squares)
    later.add(other.later)
    createdLater.add(other.createdLater)
    noAmount += other.noAmount
    belowZero += other.belowZero
    noNextStep += other.noNextStep
    singleThreaded += other.singleThreaded
  }

  mutating func add(_ facts: DealFacts, _ row: Int) {
    faults.add(facts.faults.marks[row])
    let marks = facts.marks[row]
    guard marks.counts else { return }
    let isPriced = !facts.table.coins[row].isNaN
    let coins = isPriced ? facts.table.coins[row] : 0
    if marks.contains(.createdLately) { created += coins }
    if marks.contains(.wonInPeriod) { won += coins }
    if marks.contains(.createdLater) { createdLater.add(coins: facts.table.coins[row]) }
    if marks.contains(.closedLater) { later.add(coins: facts.table.coins[row]) }
    guard marks.contains(.open) else { return }
    openDeals += 1
    open += coins
    if coins < 0 { belowZero += 1 }
    if marks.contains(.inPeriod) {
      period.add(coins: facts.table.coins[row], chance: facts.table.probabilities[row])
      if marks.contains(.lastMonth) { lastMonth += coins }
      if marks.contains(.committed) { committed += coins }
    }
    if marks.contains(.stalled) { stalled.add(coins) }
    if marks.contains(.untouched) { untouched.add(coins) }
    if marks.contains(.pushed) { pushed.add(coins) }
    if marks.contains(.early) { early.add(coins) }
    if marks.contains(.mid) { mid.add(coins) }
    if marks.contains(.late) { late.add(coins) }
    if marks.contains(.negotiation) { negotiation.add(coins) }
    if marks.contains(.fitsProfile) { fitsProfile.add(coins) }
    if marks.contains(.noAmount) { noAmount += 1 }
    if marks.contains(.noNextStep) { noNextStep += 1 }
    if marks.contains(.singleThreaded) { singleThreaded += 1 }
    largest = max(largest, coins)
    squares.add(coins)
    let days = Double(facts.daysInStage[row])
    if days >= 0 {
      stageDays.add(days)
      if !facts.medianDays.isEmpty, !facts.medianDays[row].isNaN {
        daysWithMedian.add(days)
        medianDays.add(facts.medianDays[row])
      }
    }
    if !facts.contacts.isEmpty, !facts.contacts[row].isNaN { contacts.add(facts.contacts[row]) }
  }
}

/// A sum of squares of coins, exact whatever their order.
struct SquareSum: Hashable, Sendable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  mutating func add(_ coins: Double) {
    // Amounts are below 2^63 coins; what a rate of exchange made larger counts as that.
    let whole = UInt64(min(coins.magnitude, 9e18))
    let square = whole.multipliedFullWidth(by: whole)
    add(high: square.high, low: square.low)
  }

  mutating func add(_ other: SquareSum) { add(high: other.high, low: other.low) }

  private mutating func add(high more: UInt64, low less: UInt64) {
    let (sum, carries) = low.addingReportingOverflow(less)
    low = sum
    high = high &+ more &+ (carries ? 1 : 0)
  }

  var value: Double { Double(high) * 0x1p64 + Double(low) }
}

extension PipelineHealth {
  /// The figures that sums make.
  struct Summary {
    let coverage: Coverage
    let pace: Pace
    let balance: Balance
    let quality: Quality
    let hygiene: Hygiene

    init(_ sums: HealthSums, _ input: Input, quota: Figure) {
      let deals = input.deals
      let maker = FigureMaker(sums: sums, deals: deals, period: input.period)
      coverage = maker.coverage(quota)
      pace = Pace(
        stalledCount: maker.count(sums.stalled.deals, "last_activity_date"),
        stalledValue: maker.value(sums.stalled, "last_activity_date"),
        stalledShare: maker.share(sums.stalled, "last_activity_date"),
        daysInStage: maker.mean(sums.stageDays, "stage_entered_date"), stageAgeRatio: maker.stageAgeRatio,
        pushedCount: maker.count(sums.pushed.deals, "push_count"),
        pushedValue: maker.value(sums.pushed, "push_count"),
        pushedShare: maker.share(sums.pushed, "push_count"))
      balance = Balance(
        linearity: maker.belowZero
          ?? (sums.period.coins > 0
            ? .value(sums.lastMonth / sums.period.coins)
            : .absent(because: "no open deal with an amount closes in the period")),
        earlyStageShare: maker.phase(sums.early), midStageShare: maker.phase(sums.mid),
        lateStageShare: maker.phase(sums.late),
        negotiationShare: deals.hasNegotiation
          ? maker.share(sums.negotiation) : .absent(because: "no stage is called negotiation"),
        concentration: maker.ofOpen(sums.largest),
        largestDeal: sums.openDeals > 0
          ? .value(deals.units(sums.largest)) : .absent(because: FigureMaker.noDeals),
        herfindahl: maker.ofOpen(sums.squares.value / max(sums.open, 1)))
      quality = Quality(
        zeroAmountCount: sums.noAmount, zeroAmountShare: maker.ofDeals(sums.noAmount),
        untouchedCount: maker.count(sums.untouched.deals, "last_activity_date"),
        untouchedValue: maker.value(sums.untouched, "last_activity_date"),
        untouchedShare: maker.share(sums.untouched, "last_activity_date"),
        missingNextStepCount: maker.count(sums.noNextStep, "next_step"),
        missingNextStepShare: maker.ofDeals(sums.noNextStep, "next_step"),
        icpShare: maker.share(sums.fitsProfile, "icp_tier"),
        singleThreadedCount: maker.count(sums.singleThreaded, "contacts"),
        singleThreadedShare: maker.ofDeals(sums.singleThreaded, "contacts"),
        contactsEngaged: maker.mean(sums.contacts, "contacts"))
      hygiene = maker.hygiene
    }
  }

  /// Turns sums into figures, or says why there is none.
  private struct FigureMaker {
    static let noDeals = "there is no open deal"
    let sums: HealthSums
    let deals: HealthTally
    let period: Period

    func count(_ count: Int, _ column: String) -> Figure {
      deals.lacking[column].map { .absent(because: $0) } ?? .value(Double(count))
    }

    func value(_ part: HealthSums.Part, _ column: String) -> Figure {
      deals.lacking[column].map { .absent(because: $0) } ?? .value(deals.units(part.coins))
    }

    /// The share of the open pipeline that some deals hold.
    func share(_ part: HealthSums.Part, _ column: String? = nil) -> Figure {
      if let column, let reason = deals.lacking[column] { return .absent(because: reason) }
      return ofOpen(part.coins)
    }

    /// Why there are no shares of a sum that some deals take from; nil where none does.
    var belowZero: Figure? {
      guard sums.belowZero > 0 else { return nil }
      let who = sums.belowZero == 1 ? "1 open deal has" : "\(sums.belowZero) open deals have"
      return .absent(because: "\(who) an amount below zero")
    }

    func ofOpen(_ coins: Double) -> Figure {
      if let belowZero { return belowZero }
      return sums.open > 0 ? .value(coins / sums.open) : .absent(because: "no open deal has an amount")
    }

    func ofDeals(_ count: Int, _ column: String? = nil) -> Figure {
      if let column, let reason = deals.lacking[column] { return .absent(because: reason) }
      return sums.openDeals > 0
        ? .value(Double(count) / Double(sums.openDeals)) : .absent(because: Self.noDeals)
    }

    func mean(_ mean: HealthSums.Mean, _ column: String) -> Figure {
      if let reason = deals.lacking[column] { return .absent(because: reason) }
      return mean.count > 0
        ? .value(mean.sum / Double(mean.count)) : .absent(because: "no open deal gives it")
    }

    func phase(_ part: HealthSums.Part) -> Figure {
      let placed = sums.early.deals + sums.mid.deals + sums.late.deals
      let unplaced = sums.openDeals - placed
      guard unplaced == 0 else {
        return .absent(
          because: "\(unplaced) open \(unplaced == 1 ? "deal has" : "deals have") no probability; "
            + "give their stages one")
      }
      return share(part)
    }

    var hygiene: Hygiene {
      let faults = sums.faults
      func count(_ check: PipelineHygiene.Check) -> Figure {
        deals.disabled[check].map { .absent(because: $0) }
          ?? .value(Double(faults.counts[check.place]))
      }
      return Hygiene(
        deals: faults.deals, flagged: faults.flagged,
        rate: PipelineHygiene.share(faults.flagged, faults.deals, "there are no deals"),
        issues: faults.issues,
        duplicateDeals: faults.counts[PipelineHygiene.Check.duplicateDeals.place],
        missingFields: count(.missingFields), stale: count(.stale),
        pastClose: faults.counts[PipelineHygiene.Check.pastClose.place], noLossReason: count(.noLossReason),
        impossibleDates: count(.impossibleDates), contradictions: count(.contradictions),
        undatedClosings: faults.counts[PipelineHygiene.Check.undatedClosings.place])
    }

    var stageAgeRatio: Figure {
      if let reason = deals.lacking["stage_entered_date"] { return .absent(because: reason) }
      guard deals.terms.medians != nil else { return .absent(because: "needs the table 'stage_history'") }
      return sums.medianDays.sum > 0
        ? .value(sums.daysWithMedian.sum / sums.medianDays.sum)
        : .absent(because: "no won deal has been in the stages of the open ones")
    }

    func coverage(_ quota: Figure) -> Coverage {
      let pipeline = deals.units(sums.period.coins)
      let remaining = quota.map { $0 - deals.units(sums.won) }
      func covered(_ figure: Figure) -> Figure {
        guard let left = remaining.value else { return remaining }
        guard left > 0 else { return .absent(because: "the quota of the period is met already") }
        return figure.map { $0 / left }
      }
      let weighted = sums.period.weighted(inUnits: deals.units)
      let created: Figure =
        deals.lacking["created_date"].map { .absent(because: $0) } ?? .value(deals.units(sums.created))
      let months = period.kind.months ?? Double(period.days) / 365.25 * 12
      return Coverage(
        openDeals: sums.openDeals, openPipeline: deals.units(sums.open), periodPipeline: pipeline,
        weighted: weighted, won: deals.units(sums.won), quota: quota, quotaRemaining: remaining,
        coverageTotal: covered(.value(pipeline)), coverageWeighted: covered(weighted),
        forecastCoverage: forecastCoverage(pipeline), pipelineCreated: created,
        pipelineCreatedRatio: quota.flatMap { quota in
          quota > 0 ? created.map { $0 / (quota / months) } : .absent(because: "the quota is zero")
        })
    }

    private func forecastCoverage(_ pipeline: Double) -> Figure {
      guard deals.hasCategories else {
        return .absent(because: "needs the column 'forecast_category'")
      }
      return sums.committed > 0
        ? .value(pipeline / deals.units(sums.committed))
        : .absent(because: "no open deal of the period is in commit")
    }
  }
}

extension Period.Kind {
  /// How many months it has; nil for a run of days.
  var months: Double? {
    switch self {
    case .month: 1
    case .quarter, .fiscalQuarter: 3
    case .year, .fiscalYear: 12
    case .days: nil
    }
  }
}
