import Testing

@testable import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("Hiring plan")
struct HiringPlanTests {
  @Test("costs what an independent solver found, and carries every target", arguments: 1001...1120)
  func agreesWithHiGHS(seed: Int) {
    let plan = randomPlan(seed: seed)
    let solution = plan.solved()
    switch (solution.cost, planOptima[seed - 1001]) {
    case (.absent, nil): break
    case (.value(let cost), let expected?):
      #expect(solution.proved && solution.gap == .value(0))
      #expect(abs(cost - expected) < 1e-6)
      #expect(plan.objections(to: solution.hires.map(\.byMonth)).isEmpty)
    case (let cost, let expected):
      Issue.record("\(cost), where HiGHS found \(expected.map { "\($0)" } ?? "nothing")")
    }
  }

  @Test(
    "keeps budgets of months, quarters and the whole, and least heads, as an independent solver does",
    arguments: 2001...2400)
  func agreesWithHiGHSWithinBudgets(seed: Int) {
    let plan = randomPlan(seed: seed, limited: true)
    let solution = plan.solved()
    switch (solution.cost, limitedOptima[seed - 2001]) {
    case (.absent, nil): #expect(solution.hires.isEmpty)
    case (.value(let cost), let expected?):
      #expect(solution.proved)
      #expect(abs(cost - expected) < 1e-6)
      #expect(plan.objections(to: solution.hires.map(\.byMonth)).isEmpty)
    case (let cost, let expected):
      Issue.record("\(cost), where HiGHS found \(expected.map { "\($0)" } ?? "nothing")")
    }
  }

  @Test func saysWhatABudgetLacks() {
    // Two heads from the fourth month cost 2 × (3 + 5 × 3) = 36, 6 + 10 = 16 of it in the fourth month.
    var plan = HiringPlan(
      months: 6, roles: [Self.seller(ramp: [0, 0.5])],
      targets: [.init("June", months: 5..<6, amount: 20)], budget: 30)
    let poor = plan.solved()
    #expect(poor.hires.isEmpty && poor.budgetLeft == .value(-6) && poor.bound == .value(36))
    #expect(poor.cost.reason == "the cheapest hires cost 36, 6 more than the budget of 30")
    plan.budget = nil
    // 15 in any month forbids both in one month; one a month earlier costs 5 more: 8 + (5 + 8) + 10 + 10 = 41.
    plan.spending = (0..<6).map { .init("\($0 + 1)", months: $0..<($0 + 1), amount: 15) }
    let spread = plan.solved()
    #expect(spread.hires.map(\.byMonth) == [[0, 0, 1, 1, 0, 0]] && spread.cost == .value(41))
    plan.spending = [
      .init("the first half", months: 0..<3, amount: 0), .init("June", months: 5..<6, amount: 9),
    ]
    #expect(
      plan.solved().cost.reason
        == "no hires keep the budget of 'June': without it the cheapest spend 10 there, 1 more")
  }

  /// One role that sells 10 a month when ramped, costs 5 a month and 3 to hire, with nobody there yet.
  static func seller(ramp: [Double] = [], lead: Int = 0, most: Int = 9) -> HiringPlan.Role {
    HiringPlan.Role(
      "AE", heads: 0, capacity: 10, ramp: ramp, monthlyPay: 5, hireCost: 3, mostHires: most,
      recruitingLead: lead)
  }

  @Test func hiresAsLateAsTheRampAllows() {
    // 20 in the last of 6 months: two heads, ramped from their third month on, so they start in month 3:
    // 2 × (3 + 5 × 3 months) = 36. A month later they carry half, so it takes four: 4 × (3 + 5 × 2) = 52.
    let plan = HiringPlan(
      months: 6, roles: [Self.seller(ramp: [0, 0.5])],
      targets: [.init("June", months: 5..<6, amount: 20)], budget: 40)
    let solution = plan.solved()
    #expect(solution.hires.map(\.byMonth) == [[0, 0, 0, 2, 0, 0]])
    #expect(solution.cost == .value(36))
    #expect(solution.budgetLeft == .value(4))
    #expect(solution.monthLater == .value(0))
    var late = plan
    late.roles[0].recruitingLead = 3
    #expect(late.solved().monthLater == .value(16))
  }

  @Test func aFirstYearFromNobodyTakesEighteen() {
    // Twelve ramped years from hires of the first month: each yields 8.25 of 12 months with the default
    // ramp, so 144 / 8.25 = 17.5 of them.
    let role = HiringPlan.Role(
      "AE", heads: 0, capacity: 1, ramp: [0, 0, 0.25, 0.5, 0.5], monthlyPay: 1, mostHires: 30)
    let plan = HiringPlan(months: 12, roles: [role], targets: [.init("year", months: 0..<12, amount: 144)])
    let total = plan.solved().hires.first?.total
    #expect(total == 18)
  }

  @Test func supportFollowsThoseItIsFor() {
    // 50 a month takes five AEs from month 1, for whom one SE in four is two, each 7 a month for 2 months.
    let plan = HiringPlan(
      months: 3,
      roles: [Self.seller(), .init("SE", heads: 0, capacity: 0, monthlyPay: 7, mostHires: 3)],
      targets: [1, 2].map { .init("month \($0)", roles: ["AE"], months: $0..<($0 + 1), amount: 50) },
      supports: [.init("SE", for: ["AE"], ratio: 4)])
    let solution = plan.solved()
    #expect(solution.hires.map(\.byMonth) == [[0, 5, 0], [0, 2, 0]])
    #expect(solution.cost == .value(5 * (3 + 10) + 2 * 14))
  }

  @Test func todaysTeamMayBeKnownByMonth() {
    // Two of today's three leave before month 2, and one is still learning before that. Month 2 asks for 30:
    // 10 are there, so two start in it: 2 × (3 + 5). Months 0 and 1 ask for what is carried.
    var role = Self.seller()
    role.heads = 3
    role.headsByMonth = [3, 3, 1]
    role.capacityByMonth = [22, 25, 10]
    let amounts = [22.0, 25, 30]
    let plan = HiringPlan(
      months: 3, roles: [role, .init("SE", heads: 1, capacity: 0, monthlyPay: 7, mostHires: 1)],
      targets: amounts.indices.map { .init("month \($0)", months: $0..<($0 + 1), amount: amounts[$0]) },
      supports: [.init("SE", for: ["AE"], ratio: 3)])
    let solution = plan.solved()
    #expect(solution.hires.map(\.byMonth) == [[0, 0, 2], [0, 0, 0]])
    #expect(solution.cost == .value(16))
  }

  @Test func namesTheTargetThatNoHiringReaches() {
    let plan = HiringPlan(
      months: 4, roles: [Self.seller(lead: 2, most: 2)],
      targets: [.init("Q1", months: 0..<3, amount: 30), .init("April", months: 3..<4, amount: 20)])
    #expect(
      plan.solved().cost
        == .absent(
          because: "no hiring reaches the target 'Q1' of 30: as many and as early as allowed carry 20"))
  }

  @Test func saysThatLimitsTogetherLeaveNoPlan() {
    // Each target alone can be met; one hire a month for two roles cannot meet both.
    var roles = [Self.seller(most: 1), Self.seller(most: 1)]
    roles[1].name = "AM"
    let targets = ["AE", "AM"].map { HiringPlan.Target($0, roles: [$0], months: 0..<1, amount: 10) }
    let plan = HiringPlan(months: 2, roles: roles, targets: targets, mostHires: 1)
    #expect(
      plan.solved().cost == .absent(because: "no hiring meets every target, ratio and limit together"))
  }

  @Test func aMonthLaterThanTheLastChanceHasNoPrice() {
    let plan = HiringPlan(
      months: 2, roles: [Self.seller(most: 1)], targets: [.init("both", months: 0..<2, amount: 20)])
    let solution = plan.solved()
    #expect(solution.cost == .value(13))
    #expect(solution.monthLater.reason?.hasPrefix("a month later no hiring reaches") == true)
  }

  /// Five roles over two years, three segments whose targets grow by 3 %, 3.5 % and 4 % a month.
  static func twoYears(mostHires: Int) -> HiringPlan {
    func role(
      _ name: String, _ heads: Double, _ capacity: Double, _ ramp: [Double], pay: Double, fee: Double
    ) -> HiringPlan.Role {
      HiringPlan.Role(
        name, heads: heads, capacity: capacity, ramp: ramp, monthlyAttrition: 0.02, monthlyPay: pay,
        hireCost: fee, mostHires: 3)
    }
    func targets(_ name: String, from first: Int, _ amount: Double, growth: Double) -> [HiringPlan.Target] {
      (first..<24).map {
        .init("\(name) \($0)", roles: [name], months: $0..<($0 + 1), amount: amount * pow(growth, Double($0)))
      }
    }
    return HiringPlan(
      months: 24,
      roles: [
        role("SMB", 6, 45, [0, 0.4, 0.8], pay: 11, fee: 9),
        role("MM", 5, 70, [0, 0.2, 0.5, 0.75], pay: 15, fee: 14),
        role("ENT", 3, 110, [0, 0, 0.2, 0.4, 0.6, 0.8], pay: 24, fee: 30),
        role("SDR", 2, 0, [], pay: 8, fee: 6), role("SE", 1, 0, [], pay: 19, fee: 22),
      ],
      targets: targets("SMB", from: 2, 240, growth: 1.03) + targets("MM", from: 3, 300, growth: 1.035)
        + targets("ENT", from: 6, 280, growth: 1.04),
      supports: [.init("SE", for: ["ENT"], ratio: 4, from: 2), .init("SDR", for: ["MM"], ratio: 3, from: 2)],
      mostHires: mostHires)
  }

  @Test func provesTwoYearsOfFiveRoles() {
    // HiGHS, block by block: 1071.0739 + 1698.9403 + 2315.0115; no month has more than 4 hires of the 6.
    let plan = Self.twoYears(mostHires: 6)
    guard case .solved(let choice, let cost, _, let proved) = plan.program.solve() else {
      Issue.record("no plan")
      return
    }
    #expect(proved)
    #expect(abs(cost - 5085.0256) < 1e-4)
    let hires = (0..<5).map { Array(choice[($0 * 24)..<(($0 + 1) * 24)]) }
    #expect(plan.objections(to: hires).isEmpty)
  }
}
