extension PipelineMovement {
  /// The sums of a bridge in currency units, and how many deals are behind each.
  struct Bridge: Hashable, Sendable, Encodable {
    var start: Double
    var created: Double
    var pulledIn: Double
    var reopened: Double
    var grown: Double
    var shrunk: Double
    var pushedOut: Double
    var lost: Double
    var won: Double
    var removed: Double
    var end: Double
    var deals: Counts

    enum CodingKeys: String, CodingKey {
      case start, created, pulledIn = "pulled_in", reopened, grown, shrunk, pushedOut = "pushed_out", lost,
        won
      case removed, end, deals
    }
  }

  /// The deals behind each sum of a bridge.
  struct Counts: Hashable, Sendable, Encodable {
    var start: Int
    var created: Int
    var pulledIn: Int
    var reopened: Int
    var grown: Int
    var shrunk: Int
    var pushedOut: Int
    var lost: Int
    var won: Int
    var removed: Int
    var end: Int

    enum CodingKeys: String, CodingKey {
      case start, created, pulledIn = "pulled_in", reopened, grown, shrunk, pushedOut = "pushed_out", lost,
        won
      case removed, end
    }
  }
}

extension PipelineMovement.Bridge {
  /// A bridge in units of a currency.
  init(_ bridge: PipelineBridge, in currency: Currency) {
    func units(_ tally: PipelineBridge.Tally) -> Double { tally.coins / currency.coinsPerUnit }
    self.init(
      start: units(bridge.start), created: units(bridge[.created]), pulledIn: units(bridge[.pulledIn]),
      reopened: units(bridge[.reopened]), grown: units(bridge[.grown]), shrunk: units(bridge[.shrunk]),
      pushedOut: units(bridge[.pushedOut]), lost: units(bridge[.lost]), won: units(bridge[.won]),
      removed: units(bridge[.removed]), end: units(bridge.end),
      deals: PipelineMovement.Counts(
        start: bridge.start.deals, created: bridge[.created].deals, pulledIn: bridge[.pulledIn].deals,
        reopened: bridge[.reopened].deals, grown: bridge[.grown].deals, shrunk: bridge[.shrunk].deals,
        pushedOut: bridge[.pushedOut].deals, lost: bridge[.lost].deals, won: bridge[.won].deals,
        removed: bridge[.removed].deals, end: bridge.end.deals))
  }

  /// The value and the deals of a cause.
  subscript(cause: PipelineBridge.Cause) -> (value: Double, deals: Int) {
    switch cause {
    case .created: (created, deals.created)
    case .pulledIn: (pulledIn, deals.pulledIn)
    case .reopened: (reopened, deals.reopened)
    case .grown: (grown, deals.grown)
    case .shrunk: (shrunk, deals.shrunk)
    case .pushedOut: (pushedOut, deals.pushedOut)
    case .lost: (lost, deals.lost)
    case .won: (won, deals.won)
    case .removed: (removed, deals.removed)
    }
  }
}
