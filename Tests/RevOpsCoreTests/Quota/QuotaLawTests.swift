import Testing

@testable import RevOpsCore

/// What holds for any quotas, over seeded random ones.
@Suite struct QuotaLawTests {
  static let year = Period(from: day("2026-02-01"), to: day("2027-02-01"))

  static func seller(_ index: Int, _ random: inout SplitMix64) -> Seller {
    let start = day("2025-06-01").adding(days: Int.random(in: 0...500, using: &random))
    let leaves = Bool.random(using: &random) ? day("2026-05-01").adding(days: 40) : nil
    return Seller(
      key: "\(index)", name: "Rep \(index)", role: "AE", segment: nil,
      manager: "M\(Int.random(in: 0...3, using: &random))", start: start,
      lastDay: Int.random(in: 0...4, using: &random) == 0
        ? start.adding(days: Int.random(in: 200...700, using: &random)) : nil,
      quota: Double.random(in: 1e5...2e6, using: &random), ote: 200_000,
      potential: Double.random(in: 0...9e6, using: &random),
      leaves: leaves.map { [Period(from: day("2026-05-01"), to: $0)] } ?? [], row: index, place: nil)
  }

  static func input(_ random: inout SplitMix64) -> Quota.Input {
    let sellers = (0..<Int.random(in: 1...25, using: &random)).map { seller($0, &random) }
      .filter { $0.days(in: year).days > 0 }
    let fiscal = FiscalCalendar(startMonth: 2) ?? FiscalCalendar()
    let weights = (0..<12).map { _ in Double.random(in: 0.2...2, using: &random) }
    return Quota.Input(
      period: fiscal.year(2027) ?? year, quarters: (1...4).compactMap { fiscal.quarter($0, of: 2027) },
      target: (Double.random(in: 1e5...4e7, using: &random) * 100).rounded() / 100,
      unit: [0.01, 1, 500, 1000, 5000].randomElement(using: &random) ?? 1, coinsPerUnit: 100,
      factors: Quota.Factors(
        potential: Double.random(in: 0...1, using: &random), tenure: Double.random(in: 0...1, using: &random),
        history: Double.random(in: 0...1, using: &random)),
      overManagers: Double.random(in: 0...0.1, using: &random),
      overReps: Double.random(in: 0...0.2, using: &random), sellers: sellers,
      starts: Dictionary(uniqueKeysWithValues: sellers.compactMap { s in s.start.map { (s.key, $0) } }),
      potentials: [:],
      histories: Dictionary(
        uniqueKeysWithValues: sellers.filter { _ in Bool.random(using: &random) }.map {
          ($0.key, Double.random(in: 0...2e6, using: &random))
        }),
      ramp: .standard, seasonality: weights.map { $0 * 12 / weights.reduce(0, +) },
      attainment: Quota.Attainment(source: .stated, mean: .value(0.8), sd: .value(0.3), n: 0), market: [],
      cuts: [], unmatchedCredits: 0, isFactorGiven: true, isOverGiven: true, currency: "USD",
      benchmarks: Benchmarks(), places: [:])
  }

  private static func cents(_ units: Double) -> Int { Int((units * 100).rounded()) }

  @Test func everyLevelSumsToTheOneAboveToTheCent() {
    var random = SplitMix64(seed: 21)
    for _ in 0..<400 {
      let input = Self.input(&random)
      guard !input.sellers.isEmpty else { continue }
      let result = Quota.compute(input)
      let managers = result.managers.reduce(0) { $0 + Self.cents($1.quota) }
      #expect(managers == Int((input.target * 100 * (1 + input.overManagers)).rounded()))
      for manager in result.managers {
        let reps = result.reps.filter { $0.manager == manager.manager }.reduce(0) {
          $0 + Self.cents($1.quota)
        }
        #expect(reps == Int((Double(Self.cents(manager.quota)) * (1 + input.overReps)).rounded()))
        #expect(reps == Self.cents(manager.repQuotas) && reps == Self.cents(manager.reportQuotas))
      }
      for rep in result.reps {
        #expect(rep.quarters.reduce(0) { $0 + Self.cents($1) } == Self.cents(rep.quota))
      }
      let all = result.reps.reduce(0) { $0 + Self.cents($1.quota) }
      #expect(Self.cents(result.quotaSum) == all)
      #expect(result.people.reduce(0) { $0 + Self.cents($1.quota) } == all)
    }
  }

  /// Up to five lines over one another, some sellers high up: what somebody hands down is what their people carry, each
  /// line with its over-assignment, and nobody is left out.
  @Test func sumsHoldUnderEverybodyAtAnyDepth() {
    var random = SplitMix64(seed: 24)
    var deepest = 0
    for _ in 0..<400 {
      var input = Self.input(&random)
      input.overHigher = (0..<4).map { _ in Double.random(in: 0...0.1, using: &random) }
      let names = (0..<Int.random(in: 2...9, using: &random)).map { "M\($0)" }
      for (index, name) in names.enumerated() where index > 0 {
        if Int.random(in: 0...5, using: &random) > 0 {
          input.above[name] = names[Int.random(in: 0..<index, using: &random)]
        }
      }
      for index in input.sellers.indices {
        input.sellers[index].manager = names.randomElement(using: &random)
      }
      guard !input.sellers.isEmpty else { continue }
      let result = Quota.compute(input)
      let rates = [input.overReps, input.overManagers] + input.overHigher
      let lines = ["reps", "managers", "second_line", "third_line", "line_4", "line_5"]
      deepest = max(deepest, result.levels.count - 2)
      func check(_ handed: Double, _ parts: [(line: String, quota: Double)]) {
        let kinds = Set(parts.map(\.line))
        let back = parts.reduce(0) {
          $0 + $1.quota / (1 + (lines.firstIndex(of: $1.line).map { rates[$0] } ?? 0))
        }
        // Each line is rounded to a cent once.
        #expect(abs(back - handed) <= 0.0051 * Double(kinds.count))
      }
      check(input.target, result.managers.filter { $0.above.isEmpty }.map { ($0.level, $0.quota) })
      for manager in result.managers {
        let below = result.managers.filter { $0.above == manager.manager }.map { ($0.level, $0.quota) }
        check(
          manager.quota,
          below + result.reps.filter { $0.manager == manager.manager }.map { ("reps", $0.quota) })
      }
      let all = result.reps.reduce(0) { $0 + Self.cents($1.quota) }
      #expect(Self.cents(result.quotaSum) == all)
      #expect(result.managers.filter { $0.above.isEmpty }.reduce(0) { $0 + Self.cents($1.repQuotas) } == all)
    }
    #expect(deepest >= 4)
  }

  @Test func allButOnePartOfALevelAreMultiplesOfTheUnit() {
    var random = SplitMix64(seed: 22)
    for _ in 0..<400 {
      let weights = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Double(Int.random(in: 0...50, using: &random))
      }
      let unit = Int.random(in: 1...5000, using: &random)
      let total = Int.random(in: 0...100_000_000, using: &random)
      let parts = QuotaSplit.parts(of: total, unit: unit, by: weights)
      #expect(parts.reduce(0, +) == total)
      #expect(parts.count { $0 % unit != 0 } <= 1)
      let sum = weights.reduce(0, +)
      for (part, weight) in zip(parts, weights) where sum > 0 {
        // A part differs from its exact share by less than a unit, and by what stays below a unit.
        #expect(abs(Double(part) - Double(total) * weight / sum) < Double(2 * unit))
      }
    }
  }

  @Test func prorateConservesWhatAPersonWeighs() throws {
    var random = SplitMix64(seed: 23)
    for _ in 0..<300 {
      var input = Self.input(&random)
      guard let seller = input.sellers.randomElement(using: &random),
        let index = input.sellers.firstIndex(of: seller)
      else { continue }
      let before = Quota.weighing(input).weights
      let there = seller.days(in: input.period)
      guard there.days > 1 else { continue }
      let moved = there.start.adding(days: Int.random(in: 1..<there.days, using: &random))
      var (first, second) = (seller, seller)
      (first.lastDay, second.start) = (moved.adding(days: -1), moved)
      input.sellers.replaceSubrange(index...index, with: [first, second])
      let after = Quota.weighing(input).weights
      // Sums of at most 26 shares.
      #expect(abs(after[index] + after[index + 1] - before[index]) < 1e-12)
      for other in before.indices where other != index {
        #expect(abs(after[other < index ? other : other + 1] - before[other]) < 1e-12)
      }
      #expect(abs(after.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test func aHigherQuotaIsNeverLikelierToBeReached() {
    let attainment = Quota.Attainment(source: .stated, mean: .value(0.9), sd: .value(0.25), n: 0)
    let chances = stride(from: 0.0, through: 3, by: 0.05).compactMap { attainment.chance(at: $0).value }
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 >= $1 - 1e-13 })  // the tail of a series
    #expect(chances.count == 61)
  }
}
