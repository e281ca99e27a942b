/// What deals bring together, drawn many times: for amounts that can vary and deals that rise and fall together.
///
/// A deal is won with its probability; what it then brings is triangular between low and high with the amount as its
/// mode. One factor z moves all deals: a deal is won where `√ρ z + √(1 - ρ) e` lies below the normal quantile of its
/// probability, e of its own. The factor takes 256 values of equal weight in turn, which is steadier than drawing it.
///
/// Source: Vasicek (1987) for the one-factor model.
struct BookingsSimulation: Sendable {
  /// One deal in currency units.
  struct Deal: Hashable, Sendable {
    var low: Double
    var amount: Double
    var high: Double
    var probability: Double
  }

  /// What each trial brought, ascending.
  let totals: [Double]
  /// In how many trials each deal was won.
  let wins: [Int]
  /// In how many of these the target was reached.
  let winsReached: [Int]
  /// In how many trials the target was reached.
  let reachedCount: Int

  private static let strata = 256

  /// Runs the trials; with a correlation their number is rounded up to a multiple of 256.
  ///
  /// - Parameters:
  ///   - deals: The deals, with low ≤ amount ≤ high.
  ///   - correlation: The share of variance that all deals have in common, from 0 up to and not with 1.
  ///   - target: What counts as reached; nil to count nothing.
  ///   - trials: How often it is drawn, at least once.
  ///   - seed: Where the generator starts.
  init(_ deals: [Deal], correlation: Double, target: Double?, trials: Int, seed: UInt64) {
    let strata = correlation > 0 ? Self.strata : 1
    let each = max(1, (trials + strata - 1) / strata)
    var run = BookingsTrials(
      deals, reach: target.map { $0 - 1e-6 } ?? .infinity, capacity: each * strata, seed: seed)
    let limits = deals.map { NormalCurve.quantile($0.probability) }
    for stratum in 0..<strata {
      if correlation > 0 {
        let z = NormalCurve.quantile((Double(stratum) + 0.5) / Double(strata))
        run.setChances(
          zip(deals, limits).map { deal, limit in
            guard deal.probability > 0, deal.probability < 1 else { return deal.probability }
            let own = (limit - correlation.squareRoot() * z) / (1 - correlation).squareRoot()
            return NormalCurve.share(below: own)
          })
      }
      run.draw(each)
    }
    reachedCount = run.reachedCount
    wins = run.wins
    winsReached = run.winsReached
    totals = run.totals.sorted()
  }

  /// The least total that at least this share of trials does not pass.
  func quantile(_ share: Double) -> Double { totals[rank(share)] }

  private func rank(_ share: Double) -> Int {
    let count = Double(totals.count)
    return min(totals.count - 1, max(0, Int((share * count).rounded(.up)) - 1))
  }

  /// The standard error of a quantile, from the totals one standard error of its rank to either side.
  func standardError(ofQuantile share: Double) -> Double {
    let spread = (share * (1 - share) / Double(totals.count)).squareRoot()
    return (quantile(share + spread) - quantile(share - spread)) / 2
  }

  /// The mean of the totals and their standard deviation.
  var moments: (mean: Double, sd: Double) {
    let count = Double(totals.count)
    let mean = totals.reduce(0, +) / count
    let squares = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / count).squareRoot())
  }

  /// The share of trials from `low` up to and not with `high`.
  func share(from low: Double, to high: Double) -> Double {
    Double(below(high) - below(low)) / Double(totals.count)
  }

  private func below(_ value: Double) -> Int {
    var (low, high) = (0, totals.count)
    while low < high {
      let middle = (low + high) / 2
      if totals[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
