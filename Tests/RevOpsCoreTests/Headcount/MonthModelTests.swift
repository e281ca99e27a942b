import Testing

@testable import RevOpsCore

/// The month model against figures worked by hand and by a separate day-by-day simulation in Python.
@Suite struct MonthModelTests {
  /// February 2026 to January 2027.
  static let year = Period(from: day("2026-02-01"), to: day("2027-02-01"))

  static func team(ramped: Int = 0) -> Team {
    var team = Team()
    (team.ramped, team.quota, team.attainment) = (ramped, 600_000, 0.7)
    team.isGiven = true
    return team
  }

  @Test func aRampedTeamBringsItsAttainedQuota() {
    let model = MonthModel(Self.team(ramped: 12), in: Self.year, target: .value(5_000_000))
    #expect(abs(model.capacity.orNaN - 5_040_000) < 1e-6)  // 12 × 600,000 × 0.7; a dozen sums
    #expect(abs((model.months.last?.cumulativeGap.orNaN ?? 0) + 40_000) < 1e-6)
    #expect(model.months.map(\.month).first == "2026-02" && model.months.last?.month == "2027-01")
  }

  @Test func aHireOfTheFirstDayBringsEightAndAQuarterMonths() {
    let one = Self.team().only(Team.Hire(start: Self.year.start, count: 1))
    let model = MonthModel(one, in: Self.year, target: .value(0))
    #expect(model.months.map(\.rre.orNaN) == [0, 0, 0.25, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1])
    #expect(model.months.map(\.ramped.orNaN) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1])
    #expect(model.months.map(\.productive.orNaN) == [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    #expect(abs(model.capacity.orNaN - 288_750) < 1e-6)  // 8.25 / 12 × 420,000
  }

  @Test func attritionLeavesTheYearsShareAfterTwelveMonths() throws {
    var team = Self.team(ramped: 10)
    team.attrition = 0.36
    let model = MonthModel(team, in: Self.year, target: .value(0))
    let last = try #require(model.months.last)
    #expect(abs(last.heads.orNaN - last.leavers.orNaN - 6.4) < 1e-9)  // 10 × (1 - 0.36)
    #expect(abs(model.sum(\.leavers).orNaN - 3.6) < 1e-9)
  }

  /// Four ramped, one who starts on 16 March at 480K, one at 900K whose last day is 15 June, two hires on 1 April;
  /// 20 % attrition, two months to fill, uneven months.
  static var mixed: Team {
    var team = team(ramped: 4)
    team.people = [
      Team.Person(name: "A", start: day("2026-03-16"), quota: 480_000),
      Team.Person(name: "B", start: day("2023-01-01"), lastDay: day("2026-06-15"), quota: 900_000),
    ]
    team.hires = [Team.Hire(start: day("2026-04-01"), count: 2)]
    team.attrition = 0.2
    team.timeToFill = TimeSpan(2, .months)
    team.seasonality = [0.5, 0.75, 1.25, 1, 1, 1, 0.5, 1, 1.5, 1, 1, 1.5]
    return team
  }

  @Test(arguments: [
    (month: 0, heads: 5.0, ramped: 5.0, rre: 5.0, capacity: 96_250.0, gap: 28_750.0),
    (1, 5.442435152, 4.926306119, 4.926306119, 142_440.535636744, 73_809.464363256),
    (4, 7.248769593, 4.213271067, 5.052875882, 183_095.645866386, 280_561.340977522),
    (6, 7.267425057, 4.05226401, 5.257601814, 89_560.468592245, 391_594.630091992),
    (9, 7.715078549, 6.149579627, 6.655088311, 232_894.233393724, 486_154.409519978),
    (11, 7.715713926, 6.626436994, 6.997667503, 376_286.695822601, 496_146.40134922),
  ])
  func agreesWithTheDayByDaySimulation(
    month: Int, heads: Double, ramped: Double, rre: Double, capacity: Double, gap: Double
  ) {
    let row = MonthModel(Self.mixed, in: Self.year, target: .value(3_000_000)).months[month]
    // The oracle's figures stand to nine decimal places.
    #expect(
      abs(row.heads.orNaN - heads) < 1e-8 && abs(row.ramped.orNaN - ramped) < 1e-8
        && abs(row.rre.orNaN - rre) < 1e-8)
    #expect(abs(row.capacity.orNaN - capacity) < 1e-6 && abs(row.cumulativeGap.orNaN - gap) < 1e-6)
  }

  @Test func theYearAgreesWithTheDayByDaySimulation() {
    let model = MonthModel(Self.mixed, in: Self.year, target: .value(3_000_000))
    #expect(abs(model.capacity.orNaN - 2_503_853.59865078) < 1e-6)
    #expect(abs(model.sum(\.leavers).orNaN - 2.500807821221333) < 1e-9)
  }

  @Test func lawsHoldForAnyTeam() {
    var random = SplitMix64(seed: 20_261_101)
    for _ in 0..<200 {
      let team = Self.random(&random)
      let target = Double.random(in: 0...9e6, using: &random)
      let model = MonthModel(team, in: Self.year, target: .value(target))
      for month in model.months {
        #expect(
          abs(month.ramped.orNaN + month.ramping.orNaN + month.onLeave.orNaN - month.heads.orNaN) < 1e-9)
        #expect(month.onLeave.orNaN >= 0 && month.ramping.orNaN > -1e-9)
        #expect(
          month.rre.orNaN <= month.productive.orNaN + 1e-9
            && month.productive.orNaN <= month.heads.orNaN + 1e-9)
        #expect(month.rre.orNaN >= month.ramped.orNaN - 1e-9)
        #expect(month.rre.orNaN + month.onLeave.orNaN <= month.heads.orNaN + 1e-9)
      }
      #expect(abs(model.sum(\.target).orNaN - target) < 1e-6)  // the months' targets are the year's
      #expect(abs((model.months.last?.cumulativeGap.orNaN ?? 0) - (target - model.capacity.orNaN)) < 1e-5)
      var larger = team
      larger.ramped += 1
      #expect(MonthModel(larger, in: Self.year, target: .value(target)).capacity.orNaN > model.capacity.orNaN)
      // Hires do not depend on one another, so the hires that are needed close the gap and one fewer does not.
      let need = CapacityNeed(
        team, in: Self.year, target: .value(target), hireFrom: Self.year.start, capacity: model.capacity)
      guard let hires = need.hiresNeeded.value, hires > 0 else { continue }
      func capacity(with count: Double) -> Double {
        var team = team
        team.hires.append(Team.Hire(start: Self.year.start, count: Int(count)))
        return MonthModel(team, in: Self.year, target: .value(target)).capacity.orNaN
      }
      #expect(capacity(with: hires) >= target - 0.01 && capacity(with: hires - 1) < target)
    }
  }

  private static func random(_ random: inout SplitMix64) -> Team {
    var team = team(ramped: Int.random(in: 0...9, using: &random))
    team.attrition = Double.random(in: 0...0.5, using: &random)
    team.rules = [Team.Rule(name: "SMB", quota: 300_000, ramp: Ramp(shares: [0, 0.6]))]
    if Bool.random(using: &random) {
      team.timeToFill = TimeSpan(Double(Int.random(in: 0...90, using: &random)), .days)
    }
    let weights = (0..<12).map { _ in Double.random(in: 0.2...2, using: &random) }
    team.seasonality = weights.map { $0 * 12 / weights.reduce(0, +) }
    for index in 0..<Int.random(in: 0...4, using: &random) {
      let start = year.start.adding(days: Int.random(in: -300...330, using: &random))
      let stays =
        Bool.random(using: &random) ? nil : start.adding(days: Int.random(in: 0...400, using: &random))
      var person = Team.Person(name: "\(index)", start: start, lastDay: stays)
      if Bool.random(using: &random) {
        let away = year.start.adding(days: Int.random(in: 0...300, using: &random))
        person.leaves = [Period(from: away, to: away.adding(days: Int.random(in: 1...120, using: &random)))]
        person.segment = Bool.random(using: &random) ? "SMB" : nil
      }
      team.people.append(person)
    }
    return team
  }
}
