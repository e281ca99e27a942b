import Testing

@testable import RevOpsCore

/// The distribution of a period from its deals.
@Suite struct ForecastSimulationTests {
  static func outcome(_ section: String) throws(InputErrors) -> Outcome {
    let files = ["forecast.yaml": section]
    return try AnyAnalysis(ForecastSimulation.self).run(
      try workspace(files, "forecast.yaml", as: "forecast"))
  }

  /// Five deals whose 32 outcomes Python lists one by one: percentiles, mean, spread and the chance of 500 or more.
  static let five = """
    target: 500
    deals:
      - {name: A, amount: 100, probability: 50%}
      - {name: B, amount: 250, probability: 30%}
      - {name: C, amount: 400, probability: 80%}
      - {name: D, amount: 70, probability: 65%}
      - {name: E, amount: 310, probability: 10%}
    """

  @Test func aSmallSetIsWhatListingItsOutcomesGives() throws {
    let result = try Self.outcome(Self.five).result
    let found = ["p10", "p25", "p50", "p75", "p90"].map { ForecastAccuracyTests.number(result[$0]) }
    #expect(found == [170, 400, 500, 720, 820])
    let chance = try #require(ForecastAccuracyTests.number(result["probability_of_target"]))
    #expect(abs(chance - 0.554) < 1e-12)
    let sd = try #require(ForecastAccuracyTests.number(result["sd"]))
    #expect(abs(sd - 225.8068865203185) < 1e-9)
    #expect(result["method"] == "exact" && result["error_bound"] == .number(0))
    #expect(ForecastAccuracyTests.number(result["mean"]) == 521.5)
  }

  @Test func theDealsStandByHowMuchTheyMoveTheChance() throws {
    guard case .array(let deals)? = try Self.outcome(Self.five).result["deals"] else {
      Issue.record("no deals")
      return
    }
    #expect(deals.map { $0["name"] } == ["C", "A", "B", "E", "D"])
    // If C is won 500 is reached in 68.5% of its outcomes, else in 3%; D alone never decides.
    let swings = deals.compactMap { ForecastAccuracyTests.number($0["swing"]) }
    let expected: [Double] = [0.655, 0.504, 0.38, 0.34, 0]
    #expect(zip(swings, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func whatIsClosedShiftsEverything() throws {
    let result = try Self.outcome(Self.five + "\nclosed: 1000\n").result
    #expect(ForecastAccuracyTests.number(result["p50"]) == 1_500)
    #expect(ForecastAccuracyTests.number(result["probability_of_target"]) == 1)
    #expect(ForecastAccuracyTests.number(result["mean"]) == 1_521.5)
  }

  @Test func slippingLowersTheChanceOfADeal() throws {
    let result = try Self.outcome(
      "target: 1\ndeals: [{name: A, amount: 100, probability: 80%, slip: 25%}]"
    ).result
    let chance = try #require(ForecastAccuracyTests.number(result["probability_of_target"]))
    #expect(abs(chance - 0.6) < 1e-12)  // 0.8 × 0.75
  }

  /// Random sets of up to ten deals against the list of all their outcomes.
  @Test func theDistributionIsThatOfAllOutcomes() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<40 {
      let deals = (0..<Int.random(in: 1...10, using: &random)).map { _ in
        BookingsDistribution.Deal(
          coins: Int.random(in: 0...60, using: &random) * 50,
          probability: Double.random(in: 0...1, using: &random))
      }
      let distribution = BookingsDistribution(deals)
      let target = Int.random(in: 0...9_000, using: &random)
      #expect(distribution.bound == 0)
      #expect(abs(distribution.chance(ofAtLeast: target) - Self.listed(deals, target)) < 1e-12)
      for index in deals.indices {
        var rest = deals
        let deal = rest.remove(at: index)
        let found = distribution.chances(ofAtLeast: target, knowing: index)
        // Recovering the rest divides by p or 1 - p, whichever is larger.
        #expect(abs(found.lost - Self.listed(rest, target)) < 1e-10)
        #expect(abs(found.won - Self.listed(rest, target - deal.coins)) < 1e-10)
      }
    }
  }

  private static func listed(_ deals: [BookingsDistribution.Deal], _ target: Int) -> Double {
    (0..<(1 << deals.count)).reduce(0) { sum, mask in
      var (total, chance) = (0, 1.0)
      for (bit, deal) in deals.enumerated() {
        let isWon = mask >> bit & 1 == 1
        total += isWon ? deal.coins : 0
        chance *= isWon ? deal.probability : 1 - deal.probability
      }
      return total >= target ? sum + chance : sum
    }
  }

  @Test func aCoarseGridStaysWithinItsBound() {
    var random = SplitMix64(seed: 9)
    let deals = (0..<12).map { _ in
      BookingsDistribution.Deal(
        coins: Int.random(in: 1...1_000_003, using: &random),
        probability: Double.random(in: 0...1, using: &random))
    }
    let coarse = BookingsDistribution(deals, pointLimit: 500)
    #expect(coarse.bound > 0 && coarse.bound <= deals.count * coarse.step)
    for target in stride(from: 0, to: 6_000_000, by: 111_111) {
      let chance = coarse.chance(ofAtLeast: target)
      #expect(chance <= Self.listed(deals, target - coarse.bound) + 1e-12)
      #expect(chance >= Self.listed(deals, target + coarse.bound) - 1e-12)
    }
  }

  /// numpy's inverse transform of ∏ (1 - p + p w^a) over 2^20 coins, in which no two points of note meet.
  @Test func thousandsOfDealsAreAsLikelyAsTheyAre() {
    let deals = (0..<6_000).map { (index: Int) -> BookingsDistribution.Deal in
      let coins = 1_201 + 7 * (index * 37 % 101)
      let tenths = Double(1 + index % 9)
      return .init(coins: coins, probability: tenths / 10)
    }
    let distribution = BookingsDistribution(deals)
    #expect(distribution.step > 1)
    let chances = [
      (4_599_614, 0.841342037851055), (4_625_557, 0.6914623569551588), (4_651_500, 0.5000070908899913),
      (4_677_444, 0.30854364343921215), (4_703_387, 0.1586626278675794),
    ]
    for (coins, chance) in chances {
      #expect(abs(distribution.chance(ofAtLeast: coins) - chance) < 0.0005, "\(coins)")
    }
    let quantiles = [
      (0.1, 4_585_004), (0.25, 4_616_503), (0.5, 4_651_500), (0.75, 4_686_498), (0.9, 4_717_997),
    ]
    for (share, coins) in quantiles {
      #expect(abs(distribution.quantile(share) - coins) <= distribution.step, "\(share)")
    }
    // On a grid of one step a deal each comes up as one of two amounts far from its own, and the middle stays.
    let coarse = BookingsDistribution(deals, pointLimit: 6_000)
    #expect(abs(coarse.quantile(0.5) - 4_651_500) <= coarse.step)
  }

  /// A deal that is always won or never moves no chance, and stands behind those that do.
  @Test func whatIsCertainMovesNothing() throws {
    let section = """
      target: 250
      deals:
        - {name: Sure, amount: 200, probability: 100%}
        - {name: Never, amount: 300, probability: 0}
        - {name: Even, amount: 50, probability: 50%}
        - {name: Small, amount: 1, probability: 50%}
      """
    for more in ["", "\ncorrelation: 1%"] {
      let outcome = try Self.outcome(section + more)
      guard case .array(let deals)? = outcome.result["deals"] else {
        Issue.record("no deals")
        return
      }
      #expect(deals.map { $0["name"] } == ["Even", "Small", "Sure", "Never"])
      #expect(deals[0]["swing"] == .number(1) && deals[2]["swing"] == .null && deals[3]["swing"] == .null)
      #expect(deals[1]["swing"] == .number(0) || !more.isEmpty)
      #expect(deals[2]["if_lost"] == .null && deals[3]["if_won"] == .null)
    }
  }

  /// Amounts that come up as one of two points go both ways: a worst case of 600 steps is far beyond what they come to.
  @Test func theBoundOfManyDealsIsNarrowAndHolds() {
    var random = SplitMix64(seed: 11)
    let deals = (0..<600).map { _ in
      BookingsDistribution.Deal(
        coins: Int.random(in: 1...1_000, using: &random),
        probability: Double.random(in: 0...1, using: &random))
    }
    let (exact, coarse) = (BookingsDistribution(deals), BookingsDistribution(deals, pointLimit: 2_000))
    #expect(exact.bound == 0 && coarse.step > 100)
    #expect(coarse.bound < 600 * coarse.step / 13)
    for share in stride(from: 0.05, to: 1, by: 0.05) {
      #expect(abs(exact.quantile(share) - coarse.quantile(share)) <= coarse.bound)
    }
  }

  @Test func amountsOfMostDigitsDoNotOverflow() throws {
    let deal = "{name: A, amount: 99999999999.99, probability: 50%}"
    let section = "target: 1\ndeals: [" + Array(repeating: deal, count: 30).joined(separator: ", ") + "]"
    let chance = try #require(
      ForecastAccuracyTests.number(try Self.outcome(section).result["probability_of_target"]))
    #expect(abs(chance - 1) < 1e-8)  // 1 - 2^-30
  }

  /// xoshiro256++ from SplitMix64(1), worked in Python with whole numbers.
  @Test func theGeneratorGivesThePublishedNumbers() {
    var random = Xoshiro256(seed: 1)
    let expected: [UInt64] = [
      14_971_601_782_005_023_387, 13_781_649_495_232_077_965, 1_847_458_086_238_483_744,
      13_765_271_635_752_736_470,
    ]
    #expect((0..<4).map { _ in random.next() } == expected)
  }

  /// Three deals, one of them of a fixed amount, drawn 2,000 times by the same steps in Python.
  @Test func theSameSeedGivesTheSameBits() {
    let simulation = BookingsSimulation(
      [
        .init(low: 70, amount: 100, high: 115, probability: 0.5),
        .init(low: 200, amount: 200, high: 200, probability: 0.25),
        .init(low: 30, amount: 60, high: 90, probability: 0.8),
      ], correlation: 0, target: 150, trials: 2_000, seed: 1)
    // The 200th, 1,000th and 1,800th in order.
    let found = [199, 999, 1_799].map { simulation.totals.ranked($0) }
    #expect(found == [44.67580318450928, 141.14142417907715, 311.38481855392456])
    #expect(simulation.reachedCount == 902)
    #expect(simulation.wins == [1_006, 497, 1_601])
    #expect(simulation.winsReached == [660, 497, 785])
  }

  /// The same by the same steps in Python over more than one run of the generator.
  @Test func runsOfTheGeneratorFollowOneAnother() {
    let simulation = BookingsSimulation(
      [
        .init(low: 70, amount: 100, high: 115, probability: 0.5),
        .init(low: 200, amount: 200, high: 200, probability: 0.25),
        .init(low: 30, amount: 60, high: 90, probability: 0.8),
      ], correlation: 0, target: 150, trials: 20_000, seed: 7)
    let found = [1_999, 9_999, 17_999].map { simulation.totals.ranked($0) }
    #expect(found == [42.063775062561035, 138.35936546325684, 321.1307430267334])
    #expect(simulation.reachedCount == 8_661)
    #expect(simulation.winsReached == [6_258, 4_898, 7_695])
  }

  /// As many trials as are asked for, whatever their number; what one deal brings is then won or not in each of them.
  @Test(arguments: [0, 0.3], [1_000, 1_001, 1_023, 1_027, 100_000])
  func asManyTrialsAreDrawnAsAreAskedFor(correlation: Double, trials: Int) {
    let simulation = BookingsSimulation(
      [.init(low: 100, amount: 100, high: 100, probability: 0.4)], correlation: correlation, target: 100,
      trials: trials, seed: 1)
    #expect(simulation.totals.count == trials)
    #expect(simulation.totals.below(50) == trials - simulation.wins[0])
    #expect(simulation.reachedCount == simulation.wins[0] && simulation.winsReached == simulation.wins)
    // Four standard errors; with the strata of the factor it is less.
    let error = 4 * (0.4 * 0.6 / Double(trials)).squareRoot()
    #expect(abs(Double(simulation.wins[0]) / Double(trials) - 0.4) < error)
  }

  static let ties: [(deals: String, key: String, expected: Double)] = [
    // One deal of 100 that comes with 75%: that much one is 75% sure of; of 90% sure nothing.
    ("{name: A, amount: 100, probability: 75%}", "p25", 100),
    ("{name: A, amount: 100, probability: 75%}", "p10", 0),
    ("{name: A, amount: 100, probability: 90%}", "p10", 100),
    ("{name: A, amount: 100, probability: 50%}", "p50", 100),
    ("{name: A, amount: 100, probability: 25%}", "p75", 100),
    ("{name: A, amount: 100, probability: 10%}", "p90", 100),
    ("{name: A, amount: 100, probability: 9%}", "p90", 0),
    // 0.9 × 0.9 + 0.9 × 0.1 is 0.9, for 50 or more of the first; 1 - 0.5 × 0.5 is 75% for 10 or more of the second.
    ("{name: A, amount: 50, probability: 90%}, {name: B, amount: 7, probability: 90%}", "p10", 50),
    ("{name: A, amount: 10, probability: 50%}, {name: B, amount: 10, probability: 50%}", "p25", 10),
    // 1 - 0.7 × 0.7 × 0.7 × 0.7 is 75.99%: three in four of getting one of four deals at 30%.
    (
      "{name: A, amount: 10, probability: 30%}, {name: B, amount: 10, probability: 30%}, "
        + "{name: C, amount: 10, probability: 30%}, {name: D, amount: 10, probability: 30%}", "p25", 10
    ),
  ]

  /// What one is so sure of is the greatest amount that comes with that chance, exactly that one too.
  @Test(arguments: ties)
  func whatOneIsSureOfIsTheGreatestAmountOfThatChance(deals: String, key: String, expected: Double) throws {
    let result = try Self.outcome("target: 1\ndeals: [\(deals)]").result
    #expect(ForecastAccuracyTests.number(result[key]) == expected)
  }

  @Test func ranksAndSharesAreThoseOfTheSortedNumbers() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<60 {
      let count = Int.random(in: 1...400, using: &random)
      let numbers = (0..<count).map { _ in Double(Int.random(in: 0...50, using: &random)) * 1.5 }
      let (ordered, sorted) = (OrderedTotals(numbers), numbers.sorted())
      #expect(sorted.indices.allSatisfy { ordered.ranked($0) == sorted[$0] })
      for edge in stride(from: -1.0, to: 80, by: 0.75) {
        #expect(ordered.below(edge) == sorted.count { $0 < edge })
      }
    }
  }

  /// numpy's `triangular`, 4 million trials of the same deals: percentiles, mean, spread and the chance of 150.
  @Test func drawingComesNearWhatNumpyDraws() throws {
    let result = try Self.outcome(
      """
      target: 150
      trials: 200k
      deals:
        - {name: A, amount: 100, low: 70, high: 115, probability: 50%}
        - {name: B, amount: 200, probability: 25%}
        - {name: C, amount: 60, low: 30, high: 90, probability: 80%}
      """
    ).result
    let near: [(key: String, expected: Double, off: Double)] = [
      ("p10", 42.248, 0.7), ("p25", 62.587, 0.7), ("p50", 139.706, 0.7), ("p90", 313.607, 8),
      ("mean", 145.530, 0.2), ("sd", 102.479, 0.2), ("probability_of_target", 0.438123, 0.005),
    ]
    for (key, expected, off) in near {
      let found = try #require(ForecastAccuracyTests.number(result[key]))
      #expect(abs(found - expected) < off, "\(key) is \(found)")  // some four standard errors
    }
    #expect(result["method"] == "monte_carlo")
  }

  /// Ten equal deals at 30% and a correlation of 30%: five or more are won in 25.38% of outcomes, by integrating over
  /// the factor in Python; the standard deviation is 235.22.
  @Test func correlationWidensWhatCanCome() throws {
    let deals = (0..<10).map { "{name: D\($0), amount: 100, probability: 30%}" }.joined(separator: ", ")
    let result = try Self.outcome("target: 500\ncorrelation: 30%\ntrials: 200k\ndeals: [\(deals)]").result
    let chance = try #require(ForecastAccuracyTests.number(result["probability_of_target"]))
    #expect(abs(chance - 0.2538251) < 0.004)  // four standard errors
    let sd = try #require(ForecastAccuracyTests.number(result["sd"]))
    #expect(abs(sd - 235.22) < 1.5)
  }

  /// By Python's `statistics.NormalDist`.
  @Test func theNormalCurveIsThatOfTheTables() {
    #expect(abs(NormalCurve.share(below: 1.96) - 0.9750021048517796) < 1e-13)  // ten squarings
    #expect(abs(NormalCurve.share(below: -5) - 2.8665157186802404e-07) < 1e-12)
    #expect(abs(NormalCurve.quantile(0.3) + 0.5244005127080407) < 1e-13)
    #expect(NormalCurve.share(below: 9) == 1)
  }

  static let refused: [(deal: String, expected: String)] = [
    ("amount: -1, probability: 50%", "'amount' of a deal lies between 0 and 100,000,000,000"),
    ("amount: 1, probability: 150%", "'probability' is a chance, and lies between 0% and 100%"),
    (
      "amount: 1, probability: 50%, low: 2", "'low' is more than the amount, but it is the least it can be"
    ),
  ]

  @Test(arguments: refused)
  func dealsOutsideTheirRangeAreRefused(deal: String, expected: String) {
    let found = problems { () throws(InputErrors) in
      try Self.outcome("target: 1\ndeals: [{name: A, \(deal)}]")
    }
    #expect(found.count == 1 && found.first?.hasSuffix(expected) == true)
  }

  @Test func aTargetLessLikelyThanNotIsAFinding() throws {
    let deals = "deals: [{name: A, amount: 100, probability: 40%}]"
    #expect(try Self.outcome("target: 100\n" + deals).findings.map(\.id) == ["forecast.target-unlikely"])
    #expect(Explanations.page("forecast.target-unlikely") != nil)
    let open = try Self.outcome("closed: 0\n" + deals)
    #expect(open.findings.isEmpty && open.result["probability_of_target"] == .null)
  }

  @Test func withoutDealsThereIsNothingToWeigh() {
    let found = problems { () throws(InputErrors) in try Self.outcome("target: 1") }
    #expect(found.first?.hasPrefix("'forecast' lists no deals") == true)
    #expect(Explanations.page("forecast.no-deals") != nil)
  }
}
