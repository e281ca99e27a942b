import Testing

@testable import RevOpsCore

/// What holds for any plan, over seeded random ones.
@Suite struct RevenuePlanLawTests {
  static func plan(_ random: inout SplitMix64) -> PlanStatement {
    let year = Period(from: day("2026-02-01"), to: day("2027-02-01"))
    var plan = PlanStatement(year: year, hireFrom: year.start)
    plan.newBusiness = .value(Double.random(in: 1e5...2e7, using: &random))
    plan.expansion = .value(Double.random(in: 1e5...9e6, using: &random))
    plan.averageDeal = .value(Double.random(in: 5e3...2e5, using: &random))
    plan.averageExpansionDeal = .value(Double.random(in: 5e3...9e4, using: &random))
    plan.winRate = .value(Double.random(in: 0.05...0.6, using: &random))
    plan.expansionWinRate = .value(Double.random(in: 0.1...0.9, using: &random))
    plan.sqlToOpp = .value(Double.random(in: 0.1...1, using: &random))
    plan.mqlToSQL = .value(Double.random(in: 0.05...1, using: &random))
    plan.cycleDays = .value(Double.random(in: 0...300, using: &random).rounded())
    plan.sqlToOppDays = Double.random(in: 0...40, using: &random).rounded()
    plan.mqlToSQLDays = Double.random(in: 0...40, using: &random).rounded()
    plan.expansionCycleDays = .value(Double.random(in: 0...90, using: &random).rounded())
    plan.team.ramped = Int.random(in: 0...30, using: &random)
    (plan.team.quota, plan.team.attainment, plan.team.isGiven) = (600_000, 0.7, true)
    let weights = (0..<12).map { _ in Double.random(in: 0.2...2, using: &random) }
    plan.team.seasonality = weights.map { $0 * 12 / weights.reduce(0, +) }
    return plan
  }

  static func result(_ plan: PlanStatement) -> RevenuePlan.Result {
    RevenuePlan.compute(
      RevenuePlan.Input(
        plan: plan, fiscal: FiscalCalendar(startMonth: 2) ?? FiscalCalendar(), currency: "USD",
        benchmarks: Benchmarks()))
  }

  @Test func monthsAndQuartersSumToTheYear() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<300 {
      let plan = Self.plan(&random)
      let result = Self.result(plan)
      for rows in [result.months, result.quarters] {
        #expect(rows.reduce(0) { $0 + $1.deals.orNaN } == result.derived.newDealsNeeded.value)
        #expect(rows.reduce(0) { $0 + $1.opps.orNaN } == result.derived.oppsNeeded.value)
        #expect(rows.reduce(0) { $0 + $1.sqls.orNaN } == result.derived.sqlsNeeded.value)
        #expect(rows.reduce(0) { $0 + $1.mqls.orNaN } == result.derived.mqlsNeeded.value)
        #expect(rows.reduce(0) { $0 + $1.expansionOpps.orNaN } == result.derived.expansionOppsNeeded.value)
        // Sums of a dozen or two of doubles.
        #expect(abs(rows.reduce(0) { $0 + $1.newBusiness.orNaN } - plan.newBusiness.orNaN) < 1e-6)
        #expect(abs(rows.reduce(0) { $0 + $1.expansion.orNaN } - plan.expansion.orNaN) < 1e-6)
        #expect(
          abs(rows.reduce(0) { $0 + $1.capacity.orNaN } - result.capacity.productiveCapacity.orNaN) < 1e-5)
      }
    }
  }

  @Test func theLastMonthEndsWithThePlannedARRAndTheYearIsTheSumOfItsParts() {
    var random = SplitMix64(seed: 15)
    for _ in 0..<300 {
      var plan = Self.plan(&random)
      plan.currentARR = .value(Double.random(in: 0...5e7, using: &random))
      plan.churn = .value(Double.random(in: 0...0.4, using: &random))
      let result = Self.result(plan)
      let planned = result.arr.plannedArr.value ?? .nan
      for rows in [result.months, result.quarters, [result.year]] {
        // Two dozen sums of amounts of tens of millions.
        #expect(abs((rows.last?.endingArr.value ?? .nan) - planned) < 1e-6)
        #expect(abs(rows.reduce(0) { $0 + $1.churned.orNaN } - (result.arr.churned.value ?? .nan)) < 1e-6)
        #expect(abs(rows.reduce(0) { $0 + $1.gap.orNaN } - result.capacity.gap.orNaN) < 1e-5)
      }
      #expect(result.year.opps.value == result.derived.oppsNeeded.value)
      #expect(result.year.mqls.value == result.derived.mqlsNeeded.value)
    }
  }

  @Test func aHigherTargetNeverNeedsFewer() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<300 {
      let plan = Self.plan(&random)
      var higher = plan
      higher.newBusiness = plan.newBusiness.adding(.value(.random(in: 1...2e6, using: &random)))
      let (low, high) = (Self.result(plan), Self.result(higher))
      for figure in [
        \PlanDerived.newDealsNeeded, \.oppsNeeded, \.sqlsNeeded, \.mqlsNeeded, \.pipelineNeeded,
      ] {
        #expect((high.derived[keyPath: figure].value ?? -1) >= (low.derived[keyPath: figure].value ?? 0))
      }
      #expect((high.capacity.hiresNeeded.value ?? -1) >= (low.capacity.hiresNeeded.value ?? 0))
      #expect(high.capacity.gap.orNaN > low.capacity.gap.orNaN)
    }
  }

  @Test func partsOfAWholeAreWholeAndWithinOneOfTheirShare() {
    var random = SplitMix64(seed: 13)
    for _ in 0..<500 {
      let weights = (0..<12).map { _ in Double.random(in: 0...3, using: &random) }
      let total = Int.random(in: 0...5_000, using: &random)
      let parts = apportion(total, by: weights)
      let sum = weights.reduce(0, +)
      #expect(parts.reduce(0, +) == total)
      for (part, weight) in zip(parts, weights) {
        #expect(abs(Double(part) - Double(total) * weight / sum) < 1)
      }
    }
  }
}
