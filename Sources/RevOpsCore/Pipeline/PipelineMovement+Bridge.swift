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
    /// Whether any deal has an amount, or there is none: what deals without amounts are worth is not zero.
    var isValued = true

    enum CodingKeys: String, CodingKey {
      case start, created, pulledIn = "pulled_in", reopened, grown, shrunk, pushedOut = "pushed_out", lost,
        won
      case removed, end, deals
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      let sums: [(CodingKeys, Double)] = [
        (.start, start), (.created, created), (.pulledIn, pulledIn), (.reopened, reopened), (.grown, grown),
        (.shrunk, shrunk), (.pushedOut, pushedOut), (.lost, lost), (.won, won), (.removed, removed),
        (.end, end),
      ]
      for (key, sum) in sums { try container.encode(figure(sum), forKey: key) }
      try container.encode(deals, forKey: .deals)
    }

    /// One of its sums as a figure.
    func figure(_ sum: Double) -> Figure {
      isValued ? .value(sum) : .absent(because: "no deal has an amount")
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
    let counts = [deals.start, deals.end] + PipelineBridge.Cause.allCases.map { self[$0].deals }
    isValued = bridge.hasAmounts || counts.allSatisfy { $0 == 0 }
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
