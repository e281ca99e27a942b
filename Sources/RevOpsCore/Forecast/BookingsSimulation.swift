/// What deals bring together, drawn many times: for amounts that can vary and deals that rise and fall together.
///
/// A deal is won with its probability; what it then brings is triangular between low and high with the amount as its
/// mode. One factor z moves all deals: a deal is won where `√ρ z + √(1 - ρ) e` lies below the normal quantile of its
/// probability, e of its own. The factor takes 256 values of equal weight in turn, which is steadier than drawing it; where
/// the trials are no multiple of 256 some values have one more than others.
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

  /// What each trial brought.
  let totals: OrderedTotals
  /// In how many trials each deal was won.
  let wins: [Int]
  /// In how many of these the target was reached.
  let winsReached: [Int]
  /// In how many trials the target was reached.
  let reachedCount: Int
  /// The mean of the totals and their standard deviation.
  let moments: (mean: Double, sd: Double)

  private static let strata = 256
  /// Trials that share a generator, so that the numbers do not hang on how many draw at once.
  private static let chunk = 1 << 14

  /// Runs the trials, exactly as many as are asked for.
  ///
  /// - Parameters:
  ///   - deals: The deals, with low ≤ amount ≤ high.
  ///   - arrivals: Business that is yet to be created; it does not rise and fall with the deals.
  ///   - correlation: The share of variance that all deals have in common, from 0 up to and not with 1.
  ///   - target: What counts as reached; nil to count nothing.
  ///   - trials: How often it is drawn, at least once.
  ///   - seed: Where the generator starts.
  ///   - machine: Who helps; the numbers are the same whoever does.
  init(
    _ deals: [Deal], arrivals: [CreatedAndClosed.Kind] = [], correlation: Double, target: Double?,
    trials: Int, seed: UInt64, machine: Machine = .plain
  ) {
    let reach = target.map { $0 - 1e-6 } ?? .infinity
    let start = BookingsTrials(deals, arrivals: arrivals, reach: reach)
    let trials = max(1, trials)
    let run: BookingsTrials
    if correlation > 0 {
      let limits = deals.map { NormalCurve.quantile($0.probability) }
      run = Self.shared(Self.strata, machine, start) { run, stratum in
        run.setChances(Self.chances(deals, limits, correlation, stratum))
        let ends = (stratum * trials / Self.strata, (stratum + 1) * trials / Self.strata)
        run.draw(ends.1 - ends.0, seed: seed, chunk: stratum)
      }
    } else {
      run = Self.shared((trials + Self.chunk - 1) / Self.chunk, machine, start) { run, index in
        run.draw(min(Self.chunk, trials - index * Self.chunk), seed: seed, chunk: index)
      }
    }
    reachedCount = run.reachedCount
    wins = run.wins
    winsReached = run.winsReached
    let count = Double(run.totals.count)
    let mean = run.totals.reduce(0, +) / count
    let squares = run.totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    moments = (mean, (squares / count).squareRoot())
    totals = OrderedTotals(run.totals)
  }

  /// Does pieces of work, neighbours by one hand, and puts their trials in the order of the pieces.
  private static func shared(
    _ pieces: Int, _ machine: Machine, _ start: BookingsTrials,
    _ work: @Sendable (inout BookingsTrials, Int) -> Void
  ) -> BookingsTrials {
    let hands = min(machine.hands, pieces)
    let runs = machine.map(hands) { hand in
      var run = start
      for piece in hand * pieces / hands..<(hand + 1) * pieces / hands { work(&run, piece) }
      return run
    }
    var all = runs[0]
    for run in runs.dropFirst() { all.add(run) }
    return all
  }

  /// The chances of the deals where the factor they share has a value of one of its strata.
  private static func chances(
    _ deals: [Deal], _ limits: [Double], _ correlation: Double, _ stratum: Int
  ) -> [Double] {
    let z = NormalCurve.quantile((Double(stratum) + 0.5) / Double(strata))
    return zip(deals, limits).map { deal, limit in
      guard deal.probability > 0, deal.probability < 1 else { return deal.probability }
      let own = (limit - correlation.squareRoot() * z) / (1 - correlation).squareRoot()
      return NormalCurve.share(below: own)
    }
  }

  /// The greatest total that at least 1 − `share` of the trials reach.
  ///
  /// The total at place r in order, from 0, is reached by n − r trials: r is the greatest that is not above share × n.
  func quantile(_ share: Double) -> Double {
    // A share such as 0.7 times n may come out a hair below the whole number that it is.
    let rank = Int((share * Double(totals.count) + 1e-6).rounded(.down))
    return totals.ranked(min(totals.count - 1, max(0, rank)))
  }

  /// The standard error of a quantile, from the totals one standard error of its rank to either side.
  func standardError(ofQuantile share: Double) -> Double {
    let spread = (share * (1 - share) / Double(totals.count)).squareRoot()
    return (quantile(share + spread) - quantile(share - spread)) / 2
  }

  /// The share of trials that bring less than an amount.
  func share(below amount: Double) -> Double { Double(totals.below(amount)) / Double(totals.count) }
}
