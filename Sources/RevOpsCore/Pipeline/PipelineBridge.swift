/// How the open pipeline of one day became that of another.
///
///     start + created + pulled_in + reopened + grown − shrunk − pushed_out − lost − won − removed = end
///
/// Amounts are whole coins, so the sum is exact. A change of amount is taken first; what then enters or leaves does so
/// with its amount at the end. A deal that enters and ends within the days is in both.
///
/// Source: the pipeline waterfalls of Salesforce, Weflow and Reevo, which part the same causes.
struct PipelineBridge: Hashable, Sendable {
  /// Why the pipeline changed.
  enum Cause: String, Hashable, Sendable, CaseIterable, Encodable {
    case created
    case pulledIn = "pulled_in"
    case reopened, grown, shrunk
    case pushedOut = "pushed_out"
    case lost, won, removed

    /// Whether it adds to the pipeline.
    var isGain: Bool {
      switch self {
      case .created, .pulledIn, .reopened, .grown: true
      case .shrunk, .pushedOut, .lost, .won, .removed: false
      }
    }
  }

  /// One cause that moved one deal, and by how much, in coins; what is taken off is above zero too.
  struct Step: Hashable, Sendable {
    var cause: Cause
    var coins: Double
  }

  /// Deals and what they are worth, in coins.
  struct Tally: Hashable, Sendable {
    private(set) var deals = 0
    private(set) var coins = 0.0

    mutating func add(_ amount: Double) {
      deals += 1
      coins += amount
    }
  }

  private(set) var start = Tally()
  private(set) var end = Tally()
  private var causes: [Cause: Tally] = [:]
  /// Deals of the start or the end without an amount, which add nothing.
  private(set) var withoutAmount = 0
  /// Whether any deal that it is about has an amount.
  private(set) var hasAmounts = false
  /// What was pushed out, in coins, as far as it was there before it grew.
  private(set) var slipped = 0.0

  subscript(cause: Cause) -> Tally { causes[cause] ?? Tally() }

  mutating func add(_ path: DealPath, in scope: BridgeScope) {
    let states = [path.start, path.end].compactMap { scope.holds($0) ? $0 : nil }
    if states.contains(where: \.coins.isNaN) { withoutAmount += 1 }
    if scope.holds(path.start), let first = path.start {
      start.add(first.worth)
      if !scope.holds(path.end), let last = path.end, Self.exit(of: path) == .pushedOut, scope.isLater(last) {
        slipped += min(first.worth, last.worth)
      }
    }
    if scope.holds(path.end) { end.add(path.end?.worth ?? 0) }
    let steps = Self.steps(of: path, in: scope)
    if !states.isEmpty || !steps.isEmpty {
      hasAmounts = hasAmounts || [path.start, path.end].contains { $0.map { !$0.coins.isNaN } ?? false }
    }
    for step in steps { causes[step.cause, default: Tally()].add(step.coins) }
  }

  /// What moved a deal, in order; nothing for one that stayed as it was.
  static func steps(of path: DealPath, in scope: BridgeScope) -> [Step] {
    let worth = path.end?.worth ?? path.start?.worth ?? 0
    switch (scope.holds(path.start), scope.holds(path.end)) {
    case (true, true): return change(of: path)
    case (true, false): return change(of: path) + [Step(cause: exit(of: path), coins: worth)]
    case (false, true): return [Step(cause: entry(of: path, in: scope), coins: worth)]
    case (false, false):
      guard scope.ended(path.end), path.start?.outcome != path.end?.outcome else { return [] }
      return [
        Step(cause: entry(of: path, in: scope), coins: worth), Step(cause: exit(of: path), coins: worth),
      ]
    }
  }

  private static func change(of path: DealPath) -> [Step] {
    guard let start = path.start, let end = path.end, start.worth != end.worth else { return [] }
    let gain = end.worth - start.worth
    return [Step(cause: gain > 0 ? .grown : .shrunk, coins: abs(gain))]
  }

  /// Why a deal is in the pipeline that was not.
  ///
  /// One that the first day does not show though it is older was outside the period, as exports of one period leave
  /// such deals out; without a period it was closed.
  private static func entry(of path: DealPath, in scope: BridgeScope) -> Cause {
    switch path.start?.outcome {
    case .open: .pulledIn
    case .won, .lost: .reopened
    case nil: !path.isOlder ? .created : scope.period == nil ? .reopened : .pulledIn
    }
  }

  /// Why a deal is no longer in the pipeline.
  private static func exit(of path: DealPath) -> Cause {
    switch path.end?.outcome {
    case .won: .won
    case .lost: .lost
    case .open: .pushedOut
    case nil: .removed
    }
  }
}
