/// The way back after a missed period: what is missing, what each lever would have to become, and whether it is in time.
///
/// Source: Revenue Operating System, on the recovery plan and the four levers of productivity.
public enum PlanRecovery: Analysis {
  public static let key = "plan.recover"
  public static let title = "Recovery plan"
  public static let sections = ["plan", "pipeline", "capacity"]
  public static let optionalTables = ["opportunities", "stage_history"]
  public static let measures: [String] = []
  public static let metrics = [
    "recovery_gap", "recovery_pipeline", "recovery_shortfall", "win_rate", "average_deal", "sales_cycle",
    "pipeline_created",
  ]

  /// Whether the plan has a block for it.
  public static func isFed(by workspace: Workspace) -> Bool {
    workspace.fields(of: "plan").given("recovery") != nil
  }

  /// What was missed, what is asked for, and what there is to work with.
  public struct Input: Sendable {
    var period: Period
    var asOf: CalendarDate
    /// Currency units.
    var miss: Double
    var target: Double
    var closed: Double
    var named: [NamedDeal]
    var openPipeline: Figure
    var perMonth: Figure
    var winRate: Figure
    var averageDeal: Figure
    var cycleDays: Figure
    /// The most that a lever is taken to move.
    var reach: Double
    /// Where figures come from that the block does not state, by key.
    var origins: [JSONValue.Member]
    var currency: String
    var places: [String: Place]
  }

  /// Whether the period can make up for the miss.
  enum Verdict: String, Hashable, Sendable, Encodable {
    /// What there is and what is usually created and won is enough.
    case onCourse = "on_course"
    /// Levers moved no further than the reach are enough.
    case credible
    /// They are not.
    case notCredible = "not_credible"
    /// Something is not known.
    case unknown
  }

  /// The gap and the ways to close it, in currency units.
  public struct Result: Encodable, Sendable {
    var period: String
    var from: String
    var to: String
    var miss: Double
    var target: Double
    var closed: Double
    /// What the named deals that can still be won in the period bring.
    var named: Double
    /// miss + target - closed - named; nothing where they are enough.
    var recoveryGap: Double
    var winRate: Figure
    var averageDeal: Figure
    var cycleDays: Figure
    /// The gap over the win rate.
    var recoveryPipeline: Figure
    /// Of it, what is open and due in the period beside the named deals, and what has to be created.
    var openPipeline: Figure
    var pipelineToCreate: Figure
    /// The last day on which a deal can be opened and still close in the period; null without a cycle.
    var openBy: String?
    var monthsToCreate: Figure
    var perMonthNeeded: Figure
    var pipelinePerMonth: Figure
    /// closed + named + win rate × (open + created in time).
    var expected: Figure
    /// miss + target less what is expected; below zero where more is expected.
    var recoveryShortfall: Figure
    var reach: Double
    var verdict: Verdict
    var levers: [Lever]
    var combinations: [Combination]
    var namedDeals: [NamedDeal]
  }

  /// What one lever has to become, the others as they are.
  struct Lever: Hashable, Sendable, Encodable {
    var lever: RecoveryLever
    var now: Figure
    var needed: Figure
    /// needed / now - 1.
    var change: Figure
    /// Whether it has to move no further than the reach.
    var withinReach: Bool
    /// What a tenth of it adds to what the period is expected to bring.
    var tenthAdds: Figure
  }

  /// Some levers moved together, each by one share of what it is.
  struct Combination: Hashable, Sendable, Encodable {
    var levers: [RecoveryLever]
    var share: Figure
    var withinReach: Bool
    var winRate: Figure
    var averageDeal: Figure
    var pipelinePerMonth: Figure
    var cycleDays: Figure
  }

  public static func compute(_ input: Input) -> Result {
    let named = input.named.reduce(0) { $0 + $1.counted }
    let asked = input.miss + input.target
    let gap = max(0, asked - input.closed - named)
    let pipeline = input.winRate.flatMap {
      $0 > 0 ? .value(gap / $0) : .absent(because: "no pipeline is enough at a win rate of 0%")
    }
    let missing = pipeline.flatMap { pipeline in input.openPipeline.map { max(0, pipeline - $0) } }
    let path = path(input, gap: gap)
    let expected = path.map { input.closed + named + $0.expected() }
    let months = creationMonths(input)
    let openBy = input.cycleDays.value.map { input.period.lastDay.adding(days: -Int($0.rounded(.up))) }
    var result = Result(
      period: "\(input.period)", from: "\(input.period.start)", to: "\(input.period.lastDay)",
      miss: input.miss, target: input.target, closed: input.closed, named: named, recoveryGap: gap,
      winRate: input.winRate, averageDeal: input.averageDeal, cycleDays: input.cycleDays,
      recoveryPipeline: pipeline, openPipeline: input.openPipeline, pipelineToCreate: missing,
      openBy: openBy.map { "\($0)" }, monthsToCreate: months,
      perMonthNeeded: missing.flatMap { missing in months.flatMap { pace(missing, over: $0) } },
      pipelinePerMonth: input.perMonth,
      expected: Figure(expected), recoveryShortfall: Figure(expected.map { asked - $0 }),
      reach: input.reach, verdict: .unknown, levers: [], combinations: [], namedDeals: input.named)
    guard case .success(let path) = path else { return result }
    result.levers = levers(path, input)
    result.combinations = path.expected() < gap ? combinations(path, input) : []
    let all = path.share(of: RecoveryLever.allCases).value
    result.verdict =
      path.expected() >= gap
      ? .onCourse : isWithin(all, input.reach) ? .credible : .notCredible
    return result
  }

  /// A share that does not lie above the reach by more than the last digits of arithmetic.
  private static func isWithin(_ share: Double?, _ reach: Double) -> Bool {
    share.map { $0 <= reach + 1e-9 } ?? false
  }

  /// What a figure lacks.
  struct Unknown: Error { var reason: String }

  private static func path(_ input: Input, gap: Double) -> Swift.Result<RecoveryPath, Unknown> {
    for figure in [input.winRate, input.openPipeline, input.perMonth, input.cycleDays] {
      if let reason = figure.reason { return .failure(Unknown(reason: reason)) }
    }
    return .success(
      RecoveryPath(
        gap: gap, open: input.openPipeline.value ?? 0, createdPerMonth: input.perMonth.value ?? 0,
        winRate: input.winRate.value ?? 0, cycleDays: input.cycleDays.value ?? 0,
        daysLeft: Double(input.period.lastDay - input.asOf), periodDays: Double(input.period.days)))
  }

  private static func creationMonths(_ input: Input) -> Figure {
    input.cycleDays.map { cycle in
      let left = Double(input.period.lastDay - input.asOf) - cycle
      return max(0, min(left, Double(input.period.days))) / RecoveryPath.daysPerMonth
    }
  }

  private static func pace(_ amount: Double, over months: Double) -> Figure {
    if amount == 0 { return .value(0) }
    return months > 0
      ? .value(amount / months)
      : .absent(because: "a deal opened now does not close in time by the usual cycle")
  }

  /// The levers, the one that has to move least first; those that cannot do it alone last.
  private static func levers(_ path: RecoveryPath, _ input: Input) -> [Lever] {
    let levers = RecoveryLever.allCases.map { lever -> Lever in
      let multiple = path.multiple(of: lever)
      let change = multiple.map { $0 - 1 }
      let tenth = path.expected(path.setting(of: [lever], movedBy: 0.1)) - path.expected()
      return Lever(
        lever: lever, now: now(lever, input),
        needed: multiple.flatMap { multiple in now(lever, input).map { $0 * multiple } }, change: change,
        withinReach: isWithin(change.value.map { lever == .cycle ? -$0 : $0 }, input.reach),
        tenthAdds: .value(tenth))
    }
    return levers.enumerated().sorted { a, b in
      let (left, right) = (effort(a.element), effort(b.element))
      return left != right ? left < right : a.offset < b.offset
    }.map(\.element)
  }

  private static func effort(_ lever: Lever) -> Double {
    lever.change.value.map { lever.lever == .cycle ? -$0 : $0 } ?? .infinity
  }

  private static func combinations(_ path: RecoveryPath, _ input: Input) -> [Combination] {
    let all = RecoveryLever.combinations.map { levers -> Combination in
      let share = path.share(of: levers)
      func value(_ lever: RecoveryLever, _ factor: KeyPath<RecoveryPath.Setting, Double>) -> Figure {
        share.flatMap { share in
          let setting = path.setting(of: levers, movedBy: share)
          return now(lever, input).map { $0 * setting[keyPath: factor] }
        }
      }
      return Combination(
        levers: levers, share: share, withinReach: isWithin(share.value, input.reach),
        winRate: value(.winRate, \.winRate).map { min(1, $0) },
        averageDeal: value(.averageDeal, \.averageDeal),
        pipelinePerMonth: value(.created, \.created), cycleDays: value(.cycle, \.cycle))
    }
    return all.enumerated().sorted { a, b in
      let (left, right) = (a.element.share.value ?? .infinity, b.element.share.value ?? .infinity)
      return left != right ? left < right : a.offset < b.offset
    }.map(\.element)
  }

  private static func now(_ lever: RecoveryLever, _ input: Input) -> Figure {
    switch lever {
    case .averageDeal: input.averageDeal
    case .winRate: input.winRate
    case .created: input.perMonth
    case .cycle: input.cycleDays
    }
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] { input.origins }
}

extension Figure {
  /// The number, or why there is none.
  fileprivate init(_ result: Swift.Result<Double, PlanRecovery.Unknown>) {
    switch result {
    case .success(let number): self = .value(number)
    case .failure(let unknown): self = .absent(because: unknown.reason)
    }
  }
}
