import Testing

@testable import RevOpsCore

@Suite struct MaturityTests {
  // RevOps Engine, phase 1: 6-12 foundation, 13-20 building, 21-25 scaling, 26-30 world class.
  @Test(arguments: [
    (ratings: [1, 1, 1, 1, 1, 1], total: 6.0, band: Level.foundation),
    ([2, 2, 2, 2, 2, 2], 12, .foundation),
    ([3, 2, 2, 2, 2, 2], 13, .building),
    ([4, 4, 3, 3, 3, 3], 20, .building),
    ([4, 4, 4, 3, 3, 3], 21, .scaling),
    ([5, 4, 4, 4, 4, 4], 25, .scaling),
    ([5, 5, 4, 4, 4, 4], 26, .worldClass),
    ([5, 5, 5, 5, 5, 5], 30, .worldClass),
  ])
  func sixRatingsAddUpToATotalInABand(ratings: [Int], total: Double, band: Level) {
    let maturity = Maturity(
      ratings: Dictionary(uniqueKeysWithValues: zip(MaturityDimension.allCases, ratings)),
      benchmarks: Benchmarks())
    #expect(maturity.total == .value(total))
    #expect(maturity.range == [Int(total), Int(total)])
    #expect(maturity.band == band)
  }

  @Test func missingRatingsLeaveARangeAndNoTotal() {
    // 5 + 4 × 1 up to 5 + 4 × 5
    let maturity = Maturity(ratings: [.data: 3, .process: 2], benchmarks: Benchmarks())
    #expect(maturity.total.value == nil)
    #expect(maturity.total.reason == "needs all six ratings, 4 missing")
    #expect(maturity.range == [9, 25])
    #expect(maturity.band == nil)
  }

  @Test func aRangeInsideOneBandStillNamesIt() {
    let ratings: [MaturityDimension: Int] = [
      .data: 3, .process: 3, .technology: 3, .analytics: 3, .alignment: 2,
    ]
    let maturity = Maturity(ratings: ratings, benchmarks: Benchmarks())
    #expect(maturity.range == [15, 19])
    #expect(maturity.band == .building)
  }
}
