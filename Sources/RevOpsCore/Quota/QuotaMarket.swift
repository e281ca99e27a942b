extension Quota {
  /// What one segment could be sold, as the document states it and the data knows it.
  struct Market: Hashable, Sendable {
    var segment: String
    var accounts: Figure
    /// The share of accounts that is worked on in the period.
    var coverage: Figure
    var winRate: Figure
    var dealSize: Figure
    var openPipeline: Figure
    /// What customers are expected to buy more of, in currency units.
    var expansion: Double
  }

  /// What the market carries beside what is asked.
  struct BottomUp: Hashable, Sendable, Encodable {
    /// Over the segments; absent where one of them is not known.
    var territory: Figure
    var pipeline: Figure
    /// What the accounts carry for each currency unit of quota.
    var cover: Figure
    var segments: [Segment]

    struct Segment: Hashable, Sendable, Encodable {
      var segment: String
      var accounts: Figure
      var coverage: Figure
      var winRate: Figure
      var dealSize: Figure
      var expansion: Double
      /// accounts × coverage × win rate × deal size + expansion.
      var territory: Figure
      /// open pipeline × win rate.
      var pipeline: Figure
      var quotas: Double
      /// What the accounts carry less the quotas; below zero where they carry less.
      var headroom: Figure
    }

    init(_ input: Input, _ assignments: [Assignment]) {
      segments = input.market.map { market in
        let key = ImportKey(market.segment).text
        let quotas = assignments.filter { market.segment.isEmpty || ImportKey($0.segment).text == key }
          .reduce(0) { $0 + $1.quota }
        let territory = market.accounts.times(market.coverage).times(market.winRate).times(market.dealSize)
          .map { $0 + market.expansion }
        return Segment(
          segment: market.segment, accounts: market.accounts, coverage: market.coverage,
          winRate: market.winRate, dealSize: market.dealSize, expansion: market.expansion,
          territory: territory,
          pipeline: market.openPipeline.times(market.winRate), quotas: quotas,
          headroom: territory.map { $0 - quotas })
      }
      let none = Figure.absent(because: "needs quota.bottom_up")
      territory = segments.isEmpty ? none : Self.sum(segments.map(\.territory))
      pipeline = segments.isEmpty ? none : Self.sum(segments.map(\.pipeline))
      let asked = segments.reduce(0) { $0 + $1.quotas }
      cover = territory.flatMap {
        asked > 0 ? .value($0 / asked) : .absent(because: "nobody has a quota there")
      }
    }

    private static func sum(_ figures: [Figure]) -> Figure {
      figures.reduce(.value(0)) { $0.adding($1) }
    }
  }
}
