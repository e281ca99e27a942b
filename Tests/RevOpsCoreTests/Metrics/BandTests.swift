import Testing

@testable import RevOpsCore

@Suite struct BandTests {
  private let list = BandList(
    .general, "test", .bottomQuartile, .at(0.15, .belowMedian), .at(0.2, .median), .at(0.3, .topQuartile),
    .at(0.45, .worldClass))

  @Test(arguments: [
    (0.0, Level.bottomQuartile), (0.1499, .bottomQuartile), (0.15, .belowMedian), (0.2, .median),
    (0.27, .median), (0.3, .topQuartile), (0.449, .topQuartile), (0.45, .worldClass), (2, .worldClass),
    (-1, .bottomQuartile), (.infinity, .worldClass), (-.infinity, .bottomQuartile),
  ])
  func aBandBeginsAtItsEdgeAndTakesTheGapAboveIt(value: Double, level: Level) {
    #expect(list.band(of: value)?.level == level)
    #expect(list.verdict(for: value, direction: .higherIsBetter)?.level == level)
  }

  @Test func noNumberHasNoBand() {
    #expect(list.band(of: .nan) == nil)
    #expect(list.verdict(for: .nan, direction: .higherIsBetter) == nil)
  }

  @Test(arguments: [
    ("wholly below the edge", 0.05, 0.14, true), ("wholly above", 0.16, 0.4, true),
    ("over the edge", 0.1, 0.2, false), ("its upper end on the edge", 0.1, 0.15, false),
    ("its lower end on the edge", 0.15, 0.2, true), ("over the median only", 0.18, 0.25, true),
  ])
  func aVerdictIsCertainWhereTheIntervalKeepsToOneSideOfTheBottomQuartileEdge(
    name: String, low: Double, high: Double, certain: Bool
  ) {
    let verdict = list.verdict(for: (low + high) / 2, low: low, high: high, direction: .higherIsBetter)
    #expect(verdict?.certain == certain)
  }

  @Test func theNextBandIsTheBetterNeighbour() {
    let up = list.verdict(for: 0.17, direction: .higherIsBetter)
    #expect(up?.next == BandVerdict.Goal(level: .median, edge: 0.2))
    #expect(list.verdict(for: 0.5, direction: .higherIsBetter)?.next == nil)
    let payback = BandList(.board, "test", .great, .at(12, .good), .at(18, .poor))
    let down = payback.verdict(for: 20, direction: .lowerIsBetter)
    #expect(down?.next == BandVerdict.Goal(level: .good, edge: 18))
    let range = BandList(.general, "test", .tooLow, .at(4, .inRange), .above(6, .tooHigh))
    #expect(range.verdict(for: 7, direction: .target)?.next == BandVerdict.Goal(level: .inRange, edge: 6))
    #expect(range.verdict(for: 3, direction: .target)?.next == BandVerdict.Goal(level: .inRange, edge: 4))
    #expect(range.verdict(for: 5, direction: .target)?.next == nil)
  }

  @Test func tooMuchOfAGoodThingHasItsGoalBelow() {
    let verdict = Metrics["coverage"]?.band(for: 4.5, in: .operatingSystem)
    #expect(verdict?.level == .tooHigh)
    #expect(verdict?.next == BandVerdict.Goal(level: .onTarget, edge: 4))
    #expect(Metrics["coverage"]?.band(for: 3.5, in: .operatingSystem)?.next == nil)
  }

  @Test(arguments: [(3.99, Level.tooLow), (4, .inRange), (6, .inRange), (6.01, .tooHigh)])
  func aRangeHoldsBothItsEnds(value: Double, level: Level) {
    let range = BandList(.general, "test", .tooLow, .at(4, .inRange), .above(6, .tooHigh))
    #expect(range.band(of: value)?.level == level)
  }

  @Test(arguments: [
    (999.99, Scope.acvUnder1K), (1_000, .acv1KTo10K), (10_000, .acv10KTo50K), (50_000, .acv50KTo100K),
    (99_999, .acv50KTo100K), (100_000, .acv100KUp),
  ])
  func aContractValueNamesItsTier(acv: Double, scope: Scope) {
    #expect(Scope.acv(acv) == scope)
  }

  @Test func theBandsOfTheTierWinAndTheBoardStandsIn() throws {
    let payback = try #require(Metrics["cac_payback"])
    #expect(payback.band(for: 10, in: .acv1KTo10K)?.level == .offTarget)
    #expect(payback.band(for: 10, in: .acv10KTo50K)?.level == .onTarget)
    #expect(payback.band(for: 10)?.level == .great)
    #expect(payback.band(for: 10, in: .enterprise)?.scope == .board)
  }
}
