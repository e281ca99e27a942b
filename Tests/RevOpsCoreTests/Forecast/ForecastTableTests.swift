import Testing

@testable import RevOpsCore

/// The distribution of a period from the table of opportunities, and business that is yet to be created.
@Suite struct ForecastTableTests {
  static let header = "id,name,stage,amount,created_date,close_date,closed_date,forecast_category,probability"

  static func outcome(_ rows: [String], _ section: String, asOf: String = "2026-02-15") throws(InputErrors)
    -> Outcome
  {
    let files = [
      "revops.yaml": """
      company: {as_of: \(asOf)}
      data: {opportunities: deals.csv}
      pipeline: {stages: {Open: {outcome: open}, Won: {outcome: won}, Lost: {outcome: lost}}}
      forecast: {\(section)}
      """, "deals.csv": ([header] + rows).joined(separator: "\n") + "\n",
    ]
    return try AnyAnalysis(ForecastSimulation.self).run(try workspace(files))
  }

  /// Northwind's fourth quarter: pandas picks the deals, numpy transforms their distribution on a grid of $100.
  @Test func theExampleIsWhatNumpyGives() throws {
    let result = try Deals.northwind(ForecastSimulation.self)
    #expect(result.method == .exact && result.errorBound == .value(0))
    #expect(result.openDeals == 45 && abs(result.weighted - 684_594) < 1e-6)
    #expect(result.createdDeals == .value(10.75))
    #expect(abs((result.createdMean.value ?? 0) - 249_950) < 1e-6)
    #expect(
      [result.p10, result.p25, result.p50, result.p75, result.p90]
        == [653_900, 782_900, 929_900, 1_080_600, 1_220_200])
    #expect(abs((result.probabilityOfTarget.value ?? 0) - 0.5542466070346097) < 1e-9)
    #expect(abs(result.mean - 934_544) < 1e-6 && abs(result.sd - 220_498.629) < 1e-2)
    let first = try #require(result.deals.first)
    #expect(first.name == "Lumen Logistics Corp - Platform")
    #expect(abs((first.ifWon.value ?? 0) - 0.6731689175226012) < 1e-9)
    #expect(abs((first.ifLost.value ?? 0) - 0.30725411602105646) < 1e-9)
    #expect(result.leftOut.map(\.reason) == [.overdue])
    #expect(result.leftOut.first?.deals == 24 && result.leftOut.first?.amount == 1_262_000)
  }

  /// Worked by hand: 300 won; A at its own 50%, B at the 90% of commit; C omitted, D without any chance, E without an
  /// amount, F overdue, G without a day, H of the next quarter.
  @Test func eachOpenDealIsWeighedOrNamed() throws {
    let result = try Self.outcome(
      [
        "1,W,Won,300,2025-12-01,2026-01-20,2026-01-20,closed,",
        "2,X,Won,999,2025-12-01,2025-12-20,2025-12-20,closed,",
        "3,A,Open,100,2025-12-01,2026-03-01,,pipeline,50%", "4,B,Open,200,2025-12-01,2026-03-31,,commit,",
        "5,C,Open,400,2025-12-01,2026-03-01,,omitted,90%", "6,D,Open,50,2025-12-01,2026-03-01,,,",
        "7,E,Open,,2025-12-01,2026-03-01,,commit,50%", "8,F,Open,70,2025-12-01,2025-12-31,,commit,50%",
        "9,G,Open,80,2025-12-01,,,commit,50%", "10,H,Open,90,2025-12-01,2026-04-01,,commit,50%",
        "11,L,Lost,500,2025-12-01,2026-01-20,2026-01-20,closed,",
      ], "target: 600, created_and_closed: {periods: 0}"
    ).result
    #expect(result["closed"] == .number(300) && result["open_deals"] == .integer(2))
    #expect(ForecastAccuracyTests.number(result["weighted"]) == 230)  // 100 × 0.5 + 200 × 0.9
    let chance = try #require(ForecastAccuracyTests.number(result["probability_of_target"]))
    #expect(abs(chance - 0.45) < 1e-12)  // both have to be won
    guard case .array(let left)? = result["left_out"] else { return #expect(Bool(false), "nothing left out") }
    #expect(left.map { $0["reason"] } == ["no_amount", "no_chance", "omitted", "overdue", "no_close_date"])
    #expect(left.map { $0["deals"] } == Array(repeating: .integer(1), count: 5))
    #expect(result["created_deals"] == .null)
  }

  @Test func theCategoryCanSayTheChanceAndSomeOfItSlips() throws {
    let rows = ["3,A,Open,100,2025-12-01,2026-03-01,,best_case,10%"]
    let byStage = try Self.outcome(rows, "target: 100, slip: 20%").result["probability_of_target"]
    let byCategory = try Self.outcome(rows, "target: 100, chance: category").result["probability_of_target"]
    let stated = try Self.outcome(
      rows, "target: 100, chance: category, probabilities: {best_case: 70%}"
    ).result["probability_of_target"]
    let found = [byStage, byCategory, stated].compactMap(ForecastAccuracyTests.number)
    #expect(zip(found, [0.08, 0.6, 0.7]).allSatisfy { abs($0 - $1) < 1e-12 } && found.count == 3)
  }

  /// Half of the quarter has passed on 15 February.
  ///
  /// Of the deals that the quarter before created and won, one was created after its 46th day. The quarter before that
  /// lies before the table begins.
  @Test func whatIsYetToBeCreatedIsCountedInPastPeriods() throws {
    let rows = [
      "1,A,Won,100,2025-09-30,2025-12-01,2025-12-01,,", "2,B,Won,200,2025-10-02,2025-11-20,2025-11-20,,",
      "3,C,Won,400,2025-11-16,2025-12-30,2025-12-30,,", "4,D,Won,800,2025-11-16,2026-01-02,2026-01-02,,",
    ]
    let result = try Self.outcome(rows, "target: 1200").result
    #expect(result["created_deals"] == .number(1) && result["created_mean"] == .number(400))
    // 800 are won in the period; one deal of 400 or more arrives in 1 - 1/e of all outcomes.
    let chance = try #require(ForecastAccuracyTests.number(result["probability_of_target"]))
    #expect(abs(chance - 0.6321205588285577) < 1e-12)
    #expect(ForecastAccuracyTests.number(result["sd"]) == 400)
  }

  /// What the section says of the past counts with its own deals alone, and is not passed over in silence.
  @Test func aClosedSumBesideATableIsTold() throws {
    let rows = ["1,A,Open,400,2026-01-05,2026-03-01,,,"]
    let outcome = try Self.outcome(rows, "closed: 100, target: 1")
    #expect(outcome.findings.contains { $0.id == "forecast.closed-unused" && $0.place?.line == 4 })
    #expect(outcome.result["closed"] == .number(0))
    #expect(try !Self.outcome(rows, "target: 1").findings.contains { $0.id == "forecast.closed-unused" })
  }

  /// Two kinds of arrivals and a deal: numpy's inverse transform of exp(3 (w^2 - 1) + 0.5 (w^7 - 1)) (0.6 + 0.4 w^5).
  @Test func arrivalsAreACompoundPoissonSum() {
    let distribution = BookingsDistribution(
      [.init(coins: 500, probability: 0.4)],
      arrivals: [.init(coins: 200, rate: 3), .init(coins: 700, rate: 0.5)])
    let expected: [(steps: Int, chance: Double)] = [
      (0, 1), (1, 0.9818815699466), (8, 0.7070853808035), (15, 0.2984285048612), (30, 0.0107178395527),
    ]
    for (steps, chance) in expected {
      #expect(abs(distribution.chance(ofAtLeast: steps * 100) - chance) < 1e-12, "\(steps)")
    }
  }

  @Test func thousandsOfArrivalsDoNotOverflow() {
    let masses = PoissonArrivals.masses([(steps: 1, rate: 5_000)])
    let mean = masses.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(abs(mean - 5_000) < 1e-6)
    // scipy.stats.poisson.pmf(5000, 5000)
    #expect(abs(masses[5_000] - 0.005641801804685) < 1e-9)
  }

  /// What is drawn comes near what is computed, with arrivals too.
  @Test func drawingComesNearTheExactDistribution() throws {
    let deals = "deals: [{name: A, amount: 100, probability: 50%}, {name: B, amount: 300, probability: 20%}]"
    let rest = "target: 300, trials: 400k, created_and_closed: {deals: 2.5, amount: 50}"
    let exact = try Self.outcome([], "\(deals), \(rest)").result
    // So little in common that it cannot be told from none, and the deals are drawn.
    let drawn = try Self.outcome([], "\(deals), \(rest), correlation: 0.0000001").result
    // Four standard errors each.
    for (key, off) in [("probability_of_target", 0.003), ("mean", 0.8), ("sd", 0.8)] {
      let (a, b) = (ForecastAccuracyTests.number(exact[key]), ForecastAccuracyTests.number(drawn[key]))
      #expect(abs((a ?? .nan) - (b ?? .infinity)) < off, "\(key) \(a ?? 0) \(b ?? 0)")
    }
    #expect(exact["method"] == "exact" && drawn["method"] == "monte_carlo")
  }

  @Test func theOrderOfRowsChangesNothing() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<10 {
      let rows = (0..<40).map { index in
        let close = day("2026-01-01").adding(days: Int.random(in: 0..<90, using: &random))
        let stage = ["Open", "Won", "Lost"][Int.random(in: 0..<3, using: &random)]
        let amount = Int.random(in: 1...9_999, using: &random)
        return "\(index),D\(index),\(stage),\(amount).5,2025-12-01,\(close),,commit,\(index % 9)0%"
      }
      let section = "target: 90000, spread: {low: 80%, high: 110%}, trials: 2000"
      let first = try Self.outcome(rows, section).result
      #expect(try Self.outcome(rows.shuffled(using: &random), section).result == first)
    }
  }

  @Test(arguments: [
    ("created_and_closed: {deals: 3}", "'deals' and 'amount' are given together"),
    ("spread: {low: 120%}", "'low' is a share of the amount, from 0% to 100%"),
    ("slip: 140%", "'forecast.slip' is a chance, and lies between 0% and 100%"),
  ])
  func settingsOutsideTheirRangeAreRefused(section: String, expected: String) {
    let found = problems { () throws(InputErrors) in try Self.outcome([], section) }
    #expect(found.count == 1 && found.first?.contains(expected) == true, "\(found)")
  }

  @Test func aDocumentOfDealsAloneIsAForecast() throws {
    let document = "deals:\n  - {name: A, amount: 100, probability: 40%}\n"
    let workspace = try workspace(["forecast.yaml": document], "forecast.yaml", as: "forecast")
    #expect(try AnyAnalysis(ForecastSimulation.self).run(workspace).result["open"] == .number(100))
  }
}
