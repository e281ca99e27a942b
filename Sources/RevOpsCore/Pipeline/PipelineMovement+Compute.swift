extension PipelineMovement {
  /// Adds up what moved each deal.
  ///
  /// A deal belongs to the group it is in on the last day, so that the bridges of all groups add up to the whole.
  public static func compute(_ input: Input) -> Result {
    var whole = PipelineBridge()
    for path in input.paths { whole.add(path, in: input.scope) }
    let bridge = Bridge(whole, in: input.currency)
    let due = bridge.start + bridge.created + bridge.pulledIn + bridge.reopened
    let course = StageCourse(input)
    let (advanced, regressed, stalled) = directions(input)
    return Result(
      from: input.scope.from.map { "\($0)" }, to: "\(input.scope.to)", origin: input.origin,
      period: input.scope.period.map { Span(from: "\($0.start)", to: "\($0.lastDay)") }, bridge: bridge,
      missingAmounts: whole.withoutAmount,
      slippageRate: due > 0
        ? .value(whole.slipped / input.currency.coinsPerUnit / due)
        : .absent(because: "no deal with an amount was due in the period"),
      advanced: advanced, regressed: regressed, stalled: stalled,
      moves: moves(input, isValued: bridge.isValued),
      cuts: input.cuts.indices.map { Cut(by: input.cuts[$0], groups: groups($0, input)) },
      stages: course.records, conversions: course.conversions,
      deals: changes(input, isValued: bridge.isValued))
  }

  /// How many deals of the start are open at the end in a later stage, in an earlier one, and in the same.
  private static func directions(_ input: Input) -> (advanced: Figure, regressed: Figure, stalled: Int) {
    var (advanced, regressed, stalled) = (0, 0, 0)
    var unknown: Set<String> = []
    for path in input.paths where input.scope.holds(path.start) {
      guard let start = path.start, let end = path.end, end.outcome == .open else { continue }
      guard start.stage != end.stage else {
        stalled += 1
        continue
      }
      let ranks = (input.stages.rank(of: start.stage), input.stages.rank(of: end.stage))
      if let before = ranks.0, let after = ranks.1 {
        if after > before { advanced += 1 } else { regressed += 1 }
      } else {
        unknown.formUnion([start.stage, end.stage].filter { input.stages.rank(of: $0) == nil })
      }
    }
    guard let stage = unknown.min() else {
      return (.value(Double(advanced)), .value(Double(regressed)), stalled)
    }
    let reason = "needs the order of the stages: 'pipeline.stages' does not name '\(stage)'"
    return (.absent(because: reason), .absent(because: reason), stalled)
  }

  /// Deals of the start by their stages on both days, in the order of the stages.
  private static func moves(_ input: Input, isValued: Bool) -> [Move] {
    var sums: [[String]: PipelineBridge.Tally] = [:]
    for path in input.paths where input.scope.holds(path.start) {
      guard let start = path.start else { continue }
      sums[[start.stage, path.end?.stage ?? ""], default: .init()].add(start.worth)
    }
    let order = StageOrder(input)
    return sums.map { stages, tally in
      Move(
        from: stages[0], to: stages[1], deals: tally.deals,
        value: isValued ? tally.coins / input.currency.coinsPerUnit : nil)
    }.sorted { order.precedes([$0.from, $0.to], [$1.from, $1.to]) }
  }

  /// The bridges of the groups of a column, the one with the most at the end first.
  private static func groups(_ column: Int, _ input: Input) -> [Group] {
    var bridges: [String: PipelineBridge] = [:]
    for path in input.paths {
      bridges[path.groups[column], default: PipelineBridge()].add(path, in: input.scope)
    }
    return bridges.filter { $0.value != PipelineBridge() }
      .map { Group(group: $0.key, bridge: Bridge($0.value, in: input.currency)) }
      .sorted { ($1.bridge.end, $1.bridge.start, $0.group) < ($0.bridge.end, $0.bridge.start, $1.group) }
  }

  /// What moved each deal, the largest change first.
  private static func changes(_ input: Input, isValued: Bool) -> [Change] {
    input.paths.flatMap { path in
      PipelineBridge.steps(of: path, in: input.scope).map { step in
        Change(
          id: path.id, name: path.name, cause: step.cause,
          change: isValued ? (step.cause.isGain ? 1 : -1) * step.coins / input.currency.coinsPerUnit : nil,
          stageFrom: path.start?.stage ?? "", stageTo: path.end?.stage ?? "",
          closeFrom: path.start?.close.map { "\($0)" }, closeTo: path.end?.close.map { "\($0)" })
      }
    }.sorted { a, b in
      let (x, y) = (abs(a.change ?? 0), abs(b.change ?? 0))
      return x != y ? x > y : (a.id, a.cause.rawValue) < (b.id, b.cause.rawValue)
    }
  }
}

/// The order in which stages are shown: open ones as deals go through them, those in which deals end behind them.
struct StageOrder {
  private let stages: StageRules
  private let outcomes: [String: DealOutcome]

  init(_ input: PipelineMovement.Input) {
    stages = input.stages
    outcomes = input.outcomes
  }

  private func place(_ stage: String) -> (Int, Int, String) {
    guard !stage.isEmpty else { return (4, 0, "") }
    if let rank = stages.rank(of: stage) { return (0, rank, stage) }
    switch outcomes[stage] ?? stages.rule(for: stage)?.outcome {
    case .won: return (2, 0, stage)
    case .lost: return (3, 0, stage)
    case .open, nil: return (1, 0, stage)
    }
  }

  func precedes(_ a: String, _ b: String) -> Bool { place(a) < place(b) }

  func precedes(_ a: [String], _ b: [String]) -> Bool {
    for (x, y) in zip(a, b) where x != y { return precedes(x, y) }
    return false
  }
}
