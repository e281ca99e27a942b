extension ForecastSimulation {
  /// The distribution itself.
  static func convolved(_ input: Input) -> Result {
    let coin = power(10, Double(-input.minorDigits))
    func coins(_ units: Double) -> Int { Int(exactly: (units / coin).rounded()) ?? 0 }
    let distribution = BookingsDistribution(
      input.deals.map { .init(coins: coins($0.amount), probability: $0.probability) },
      arrivals: (input.created?.kinds ?? []).map { .init(coins: coins($0.amount), rate: $0.deals) })
    var result = frame(input, distribution.bound == 0 ? .exact : .grid)
    func percentile(_ share: Double) -> Double {
      input.closed + Double(distribution.quantile(share)) * coin
    }
    (result.p10, result.p25, result.p50) = (percentile(0.1), percentile(0.25), percentile(0.5))
    (result.p75, result.p90) = (percentile(0.75), percentile(0.9))
    result.errorBound = .value(Double(distribution.bound) * coin)
    let missing = input.target.map { coins($0 - input.closed) }
    if let missing { result.probabilityOfTarget = .value(distribution.chance(ofAtLeast: missing)) }
    result.deals = ranked(
      input.deals.enumerated().map { index, deal in
        guard let missing else { return self.deal(deal, won: nil, lost: nil) }
        let chances = distribution.chances(ofAtLeast: missing, knowing: index)
        return self.deal(
          deal, won: deal.probability > 0 ? .value(chances.won) : .absent(because: neverWon),
          lost: deal.probability < 1 ? .value(chances.lost) : .absent(because: alwaysWon))
      })
    let (low, high) = (percentile(0.001), percentile(0.999))
    result.histogram = histogram(from: low, to: high) { edge in
      1 - distribution.chance(ofAtLeast: coins(edge - input.closed))
    }
    return result
  }

  /// The distribution of many draws.
  static func simulated(_ input: Input) -> Result {
    var result = frame(input, .monteCarlo)
    let missing = input.target.map { $0 - input.closed }
    let simulation = BookingsSimulation(
      input.deals.map {
        .init(low: $0.low, amount: $0.amount, high: $0.high, probability: $0.probability)
      }, arrivals: input.created?.kinds ?? [], correlation: input.correlation, target: missing,
      trials: input.trials,
      seed: UInt64(clamping: input.seed), machine: input.machine)
    let count = Double(simulation.totals.count)
    func percentile(_ share: Double) -> Double { input.closed + simulation.quantile(share) }
    (result.p10, result.p25, result.p50) = (percentile(0.1), percentile(0.25), percentile(0.5))
    (result.p75, result.p90) = (percentile(0.75), percentile(0.9))
    if input.correlation > 0 { result.sd = simulation.moments.sd }
    result.errorBound = .absent(because: "drawn, not computed: see the standard errors")
    var chanceError = noTarget
    if missing != nil {
      let chance = Double(simulation.reachedCount) / count
      result.probabilityOfTarget = .value(chance)
      chanceError = .value((chance * (1 - chance) / count).squareRoot())
    }
    result.sampling = Sampling(
      trials: simulation.totals.count, seed: input.seed,
      p10Error: simulation.standardError(ofQuantile: 0.1),
      p50Error: simulation.standardError(ofQuantile: 0.5),
      p90Error: simulation.standardError(ofQuantile: 0.9), probabilityOfTargetError: chanceError)
    result.deals = ranked(
      input.deals.enumerated().map { index, deal in
        guard missing != nil else { return self.deal(deal, won: nil, lost: nil) }
        return self.deal(
          deal, won: share(simulation.winsReached[index], of: simulation.wins[index], neverWon),
          lost: share(
            simulation.reachedCount - simulation.winsReached[index],
            of: simulation.totals.count - simulation.wins[index], alwaysWon))
      })
    result.histogram = histogram(from: percentile(0.001), to: percentile(0.999)) { edge in
      simulation.share(below: edge - input.closed)
    }
    return result
  }

  /// Stretches of a round width about what comes in all but two of a thousand outcomes; the first and the last hold
  /// what lies beyond them too.
  private static func histogram(
    from low: Double, to high: Double, below: (Double) -> Double
  ) -> [Stretch] {
    let width = roundWidth((high - low) / Double(stretches - 1))
    let start = (low / width).rounded(.down)
    let count = max(1, Int((high / width).rounded(.down) - start) + 1)
    var passed = 0.0
    return (0..<count).map { index in
      let edges = (from: (start + Double(index)) * width, to: (start + Double(index + 1)) * width)
      let share = index == count - 1 ? 1 - passed : below(edges.to) - passed
      passed += share
      return Stretch(from: edges.from, to: edges.to, share: share)
    }
  }

  /// The least of 1, 2, 2.5 and 5 times a power of ten that is not below a width, and at least 1.
  private static func roundWidth(_ width: Double) -> Double {
    var unit = 1.0
    while unit * 10 < width { unit *= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * unit }.first { $0 >= width } ?? unit
  }

  private static let neverWon = "it is never won"
  private static let alwaysWon = "it is always won"

  private static func share(_ part: Int, of whole: Int, _ reason: String) -> Figure {
    whole > 0 ? .value(Double(part) / Double(whole)) : .absent(because: reason)
  }

  private static func deal(_ deal: ForecastDeal, won: Figure?, lost: Figure?) -> Deal {
    let (won, lost) = (won ?? noTarget, lost ?? noTarget)
    var swing = won.value == nil ? won : lost
    // Sums of chances are good to about 1e-13, which moves nothing.
    if let x = won.value, let y = lost.value { swing = .value(abs(x - y) < 1e-12 ? 0 : x - y) }
    return Deal(
      name: deal.name, amount: deal.amount, probability: deal.probability, ifWon: won, ifLost: lost,
      swing: swing)
  }
}
