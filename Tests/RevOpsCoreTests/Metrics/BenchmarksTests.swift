import Testing

@testable import RevOpsCore

@Suite struct BenchmarksTests {
  private func metric(_ id: String) throws -> Metric { try #require(Metrics[id]) }

  @Test func aLevelIsReachedAtItsValueWhereHigherIsBetter() throws {
    let list = try BandList.own(
      for: metric("nrr"), edges: [("great", 1.1), ("good", 1), ("world_class", 1.2)])
    let benchmarks = Benchmarks(["nrr": [list]])
    #expect(benchmarks.judge("nrr", 0.99)?.level == .poor)
    #expect(benchmarks.judge("nrr", 1)?.level == .good)
    #expect(benchmarks.judge("nrr", 1.19)?.level == .great)
    #expect(benchmarks.judge("nrr", 1.2)?.level == .worldClass)
    #expect(benchmarks.judge("nrr", 1.2)?.source == "company.benchmarks")
    #expect(benchmarks.judge("grr", 0.9)?.level == .great, "what is not replaced stays")
  }

  @Test func aLevelIsReachedBelowItsValueWhereLowerIsBetter() throws {
    let list = try BandList.own(for: metric("cac_payback"), edges: [("great", 10), ("good", 15)])
    let benchmarks = Benchmarks(["cac_payback": [list]])
    #expect(benchmarks.judge("cac_payback", 9.9)?.level == .great)
    #expect(benchmarks.judge("cac_payback", 10)?.level == .good)
    #expect(benchmarks.judge("cac_payback", 15)?.level == .poor)
    #expect(benchmarks.judge("cac_payback", 15, in: .acv10KTo50K)?.level == .poor, "it holds in every scope")
  }

  @Test func aWorstLevelThatIsGivenTakesAllThatMissesTheOthers() throws {
    let rising = try BandList.own(for: metric("nrr"), edges: [("poor", 0.5), ("good", 1)])
    #expect(rising.band(of: 0.7)?.level == .poor)
    #expect(rising.band(of: 0.1)?.level == .poor)
    let falling = try BandList.own(for: metric("cac_payback"), edges: [("poor", 24), ("good", 15)])
    #expect(falling.bands.map(\.level) == [.good, .poor])
    #expect(falling.edge(of: .poor) == 15)
  }

  @Test func aScopeIsReplacedAlone() throws {
    let list = try BandList.own(for: metric("cac_payback"), in: .acv10KTo50K, edges: [("on_target", 14)])
    let benchmarks = Benchmarks(["cac_payback": [list]])
    #expect(benchmarks.judge("cac_payback", 13, in: .acv10KTo50K)?.level == .onTarget)
    #expect(benchmarks.judge("cac_payback", 14, in: .acv10KTo50K)?.level == .offTarget)
    #expect(benchmarks.judge("cac_payback", 13)?.level == .good)
    #expect(benchmarks.judge("cac_payback", 2, in: .acvUnder1K)?.level == .onTarget)
  }

  @Test func aTargetTakesARangeWithBothItsEnds() throws {
    let list = try BandList.own(for: metric("sm_share"), edges: [("from", 0.35), ("to", 0.55)])
    #expect(list.band(of: 0.34)?.level == .tooLow)
    #expect(list.band(of: 0.55)?.level == .inRange)
    #expect(list.band(of: 0.56)?.level == .tooHigh)
    let open = try BandList.own(for: metric("sm_share"), edges: [("to", 0.55)])
    #expect(open.bands.map(\.level) == [.inRange, .tooHigh])
  }

  @Test(
    arguments: [
      ("nrr", [("good", 1.1), ("great", 1.05)], "great", "'great' is better than 'good'"),
      ("cac_payback", [("good", 10), ("great", 10)], "great", "must be lower"),
      ("nrr", [("grate", 1.1)], "grate", "'grate' is not the name of a band"),
      ("nrr", [("good", .nan)], "good", "not a number"),
      ("nrr", [], nil, "are empty"),
      ("sm_share", [("good", 0.4)], "good", "target range"),
      ("sm_share", [("from", 0.6), ("to", 0.4)], "to", "ends before it begins"),
      ("new_deals_needed", [("good", 4)], nil, "takes no bands"),
    ] as [(String, [(String, Double)], String?, String)])
  func bandsThatCannotHoldAreRefusedWithTheKeyAndTheReason(
    id: String, edges: [(String, Double)], key: String?, message: String
  ) throws {
    let metric = try metric(id)
    let error = #expect(throws: BandProblem.self) {
      try BandList.own(for: metric, edges: edges.map { (key: $0.0, value: $0.1) })
    }
    #expect(error?.key == key)
    #expect(error?.message.contains(message) == true)
  }

  @Test func aMistypedLevelIsSuggested() throws {
    let metric = try metric("nrr")
    let error = #expect(throws: BandProblem.self) {
      try BandList.own(for: metric, edges: [("worldclass", 1.3)])
    }
    #expect(error?.hint == "did you mean 'world_class'?")
  }

  @Test(arguments: [
    (0.25, 3.99, Level.healthy), (0.25, 4, .optimal), (0.4, 2.5, .optimal), (0.4, 1.8, .belowMinimum),
    (0.15, 4, .belowMinimum), (0.15, 6.67, .optimal),
  ])
  func coverageIsJudgedAgainstTheWinRate(winRate: Double, coverage: Double, level: Level) {
    #expect(Benchmarks().coverageBands(winRate: winRate)?.band(of: coverage)?.level == level)
  }
}
