import Testing

@testable import RevOpsCore

/// The ramp that credits show, against ramps that they were made from.
@Suite struct RampFitTests {
  static func seller(_ name: String, start: String, quota: Double = 120_000) -> Seller {
    Seller(
      key: name, name: name, start: day(start), quota: quota, leaves: [], row: 0)
  }

  /// Credits on the tenth day of each month of tenure: the ramp's share of a month's quota, times a factor.
  static func credits(
    _ seller: Seller, _ shares: [Double], until asOf: CalendarDate, times factor: Double = 1
  ) -> [SellerCredit] {
    guard let start = seller.start, let quota = seller.quota else { return [] }
    return (0..<120).compactMap { month in
      let on = start.adding(months: month).adding(days: 9)
      guard on <= asOf, on >= day("2024-01-01") else { return nil }
      let share = shares.indices.contains(month) ? shares[month] : 1
      return SellerCredit(rep: seller.name, day: on, amount: share * factor * quota / 12)
    }
  }

  @Test func findsTheRampThatTheCreditsWereMadeFrom() throws {
    let asOf = day("2025-12-31")
    let made = [0, 0.1, 0.3, 0.6, 0.8, 1]
    var sellers = [Self.seller("old", start: "2022-01-01"), Self.seller("older", start: "2020-06-01")]
    sellers += (1...6).map { Self.seller("new \($0)", start: "2024-0\($0)-01", quota: Double($0) * 60_000) }
    // Everybody books 80 % of quota once ramped: the ramp is a share of that.
    let credits = sellers.flatMap { Self.credits($0, made, until: asOf, times: 0.8) }
    let fit = RampFit(sellers, credits, asOf: asOf, leastSellers: 5)
    let ramp = try #require(fit.ramp)
    #expect(fit.sellers == 6)
    #expect(abs((fit.fullLevel.value ?? 0) - 0.8) < 1e-12)
    #expect(ramp.shares.count == made.count)
    for (found, expected) in zip(ramp.shares, made) { #expect(abs(found - expected) < 1e-12) }
    #expect(fit.months.allSatisfy { ($0.sd.value ?? 1) < 1e-12 })  // nobody differs from another
    #expect(fit.months[0].sellers == 6)
  }

  @Test func theSpreadIsThatOfTheSample() throws {
    let asOf = day("2025-12-31")
    let sellers = [
      Self.seller("old", start: "2022-01-01"), Self.seller("slow", start: "2024-02-01"),
      Self.seller("fast", start: "2024-03-01"),
    ]
    let credits =
      Self.credits(sellers[0], [], until: asOf) + Self.credits(sellers[1], [0.2, 0.4], until: asOf)
      + Self.credits(sellers[2], [0.4, 1], until: asOf)
    let fit = RampFit(sellers, credits, asOf: asOf, leastSellers: 2)
    #expect(abs((fit.months[0].share.value ?? 0) - 0.3) < 1e-12)
    #expect(abs((fit.months[0].sd.value ?? 0) - 0.1414213562) < 1e-9)  // √(2 × 0.1² / 1)
    #expect(abs((fit.months[1].share.value ?? 0) - 0.7) < 1e-12)
    #expect(fit.ramp?.shares.count == 3)
  }

  @Test func tooFewSellersMakeNoRamp() {
    let asOf = day("2025-12-31")
    let sellers = [Self.seller("old", start: "2022-01-01"), Self.seller("new", start: "2024-02-01")]
    let credits = sellers.flatMap { Self.credits($0, [0, 0.5], until: asOf) }
    let fit = RampFit(sellers, credits, asOf: asOf, leastSellers: 3)
    #expect(fit.ramp == nil)
    #expect(fit.reason == "needs 3 sellers in each month of tenure; 1 were seen")
    let none = RampFit([sellers[1]], [], asOf: asOf, leastSellers: 3)
    #expect(none.fullLevel.value == nil && none.ramp == nil)
  }

  @Test func thousandsOfYearsOfTenureAreNoWork() {
    let asOf = day("2025-12-31")
    let sellers = (0..<2000).map { Self.seller("s\($0)", start: "0001-01-01") }
    let credits = sellers.map { SellerCredit(rep: $0.name, day: day("2025-06-10"), amount: 1000) }
    let fit = RampFit(sellers, credits, asOf: asOf, leastSellers: 5)
    #expect(fit.sellers == 0 && fit.fullMonths > 0)
  }

  @Test func aYoungTeamIsNotTakenToBeThroughItsRamp() {
    let asOf = day("2024-05-31")
    let sellers =
      [Self.seller("old", start: "2022-01-01")]
      + (1...5).map { Self.seller("new \($0)", start: "2024-02-01") }
    let credits = sellers.flatMap { Self.credits($0, [0, 0.2, 0.4, 0.5, 1], until: asOf) }
    let fit = RampFit(sellers, credits, asOf: asOf, leastSellers: 5)
    #expect(fit.reason == "5 sellers were seen up to month 4 only, and were not through their ramp")
  }

  /// Worked by hand; of unequal weights (0.5 × 1 + 0.3 × 3) / 4.
  static let pools: [(values: [Double], weights: [Double], expected: [Double])] = [
    ([1, 3, 2, 2, 5, 4], [1, 1, 1, 1, 1, 1], [1, 7.0 / 3, 7.0 / 3, 7.0 / 3, 4.5, 4.5]),
    ([0.5, 0.3], [1, 3], [0.35, 0.35]), ([3, 2, 1], [1, 1, 1], [2, 2, 2]), ([0, 1], [1, 1], [0, 1]),
  ]

  @Test(arguments: pools)
  func neighboursThatFallArePooled(values: [Double], weights: [Double], expected: [Double]) {
    let pooled = RampFit.neverFalling(values, weights: weights)
    #expect(pooled.count == expected.count)
    for (found, wanted) in zip(pooled, expected) { #expect(abs(found - wanted) < 1e-12) }
  }

  @Test func poolingKeepsTheSumAndNeverFalls() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<200 {
      let count = Int.random(in: 1...20, using: &random)
      let values = (0..<count).map { _ in Double.random(in: 0...2, using: &random) }
      let weights = (0..<count).map { _ in Double(Int.random(in: 1...9, using: &random)) }
      let pooled = RampFit.neverFalling(values, weights: weights)
      #expect(zip(pooled, pooled.dropFirst()).allSatisfy { $0 <= $1 })
      let sums = [values, pooled].map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
      #expect(abs(sums[0] - sums[1]) < 1e-9)  // twenty products
    }
  }
}
