import Testing

@testable import RevOpsCore

@Suite struct RubricTests {
  static let criteria = RubricDimension.all.flatMap(\.criteria).map(\.id)

  static func stated(_ points: (Int) -> Int?) -> [String: Int] {
    var stated: [String: Int] = [:]
    for (index, id) in criteria.enumerated() { stated[id] = points(index) }
    return stated
  }

  static func rubric(
    _ stated: [String: Int], measured: [String: Rubric.Evidence] = [:], skipped: Set<String> = []
  ) -> Rubric {
    Rubric(stated: stated, measured: measured, skipped: skipped, benchmarks: Benchmarks())
  }

  @Test func hasTheWeightsAndCountsOfItsSource() {
    // RevOps Engine, the 100-point rubric.
    #expect(RubricDimension.all.map(\.weight) == [20, 15, 15, 15, 10, 10, 8, 7])
    #expect(RubricDimension.all.map(\.criteria.count) == [4, 3, 3, 4, 3, 3, 4, 3])
    #expect(Set(Self.criteria).count == 27)
  }

  @Test func everyMeasuredCriterionHasAMetricWithBands() {
    for criterion in RubricDimension.all.flatMap(\.criteria) {
      guard let metric = criterion.metric else { continue }
      #expect(Benchmarks().bandList(of: metric) != nil, "\(metric)")
    }
  }

  @Test func fullPointsScoreAHundredAndNoneScoreNothing() {
    let full = Self.rubric(Self.stated { _ in 2 })
    #expect(abs((full.score.value ?? 0) - 100) < 1e-9)  // eight products and sums
    #expect(full.band == .worldClass)
    let empty = Self.rubric(Self.stated { _ in 0 })
    #expect(empty.score == .value(0))
    #expect(empty.band == .titleOnly)
  }

  @Test func scoresTheExampleAsWorkedByHand() {
    // Points by dimension: 3/8, 2/6, 3/6, 2/8, 3/6, 4/6, 6/8, 4/6 of the weights:
    // 7.5 + 5 + 7.5 + 3.75 + 5 + 6.6667 + 6 + 4.6667 = 46.0833
    let points = [0, 2, 1, 0, 1, 0, 1, 2, 1, 0, 1, 0, 1, 0, 0, 2, 1, 2, 1, 1, 2, 1, 2, 1, 2, 1, 1]
    let rubric = Self.rubric(Self.stated { points[$0] })
    #expect(abs((rubric.score.value ?? 0) - 46.083333) < 1e-5)
    #expect(rubric.band == .gaps)
  }

  @Test func anOpenCriterionLeavesARange() {
    let rubric = Self.rubric(Self.stated { $0 == 0 ? nil : 2 })
    #expect(rubric.score.reason == "1 of 27 criteria are neither stated nor measured")
    // The first criterion is one of four that share 20 points.
    #expect(abs(rubric.range[0] - 95) < 1e-9 && abs(rubric.range[1] - 100) < 1e-9)
    #expect(rubric.band == .worldClass)
  }

  @Test func measurementBeatsStatement() {
    let evidence = [
      "duplicates_under_2_percent": Rubric.Evidence(points: 0, source: "pipeline.hygiene.duplicate_rate")
    ]
    let rubric = Self.rubric(Self.stated { _ in 2 }, measured: evidence)
    #expect(abs((rubric.score.value ?? 0) - 95) < 1e-9)
    let criterion = rubric.dimensions[0].criteria[1]
    #expect(criterion.isDisputed)
    #expect(criterion.source == "pipeline.hygiene.duplicate_rate")
  }

  @Test func aDimensionThatIsNotAskedScalesTheOthersUp() {
    let rubric = Self.rubric(Self.stated { _ in 1 }, skipped: ["compensation"])
    #expect(abs((rubric.score.value ?? 0) - 50) < 1e-9)  // half of 92 points is half of 100
    #expect(rubric.asked == 23)
  }

  @Test(arguments: 0..<200)
  func staysWithinItsRangeAndRisesWithEveryPoint(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let stated = Self.stated { _ in [nil, 0, 1, 2][Int(random.next() % 4)] }
    let rubric = Self.rubric(stated)
    #expect(rubric.range[0] >= -1e-9 && rubric.range[1] <= 100 + 1e-9 && rubric.range[0] <= rubric.range[1])
    if let score = rubric.score.value { #expect(score == rubric.range[0]) }
    let raised = Self.criteria.first { (stated[$0] ?? 2) < 2 }
    guard let raised else { return }
    var better = stated
    better[raised] = (stated[raised] ?? 0) + 1
    #expect(Self.rubric(better).range[0] > rubric.range[0])
  }
}
