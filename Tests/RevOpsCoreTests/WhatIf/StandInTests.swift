import Testing

@testable import RevOpsCore

/// Inputs that the files do not give: what they start from.
@Suite("What stands in for an input that is not given")
struct StandInTests {
  /// A plan without a word of attrition or of the time between two stages, and a team of eight.
  private static let plan = PlanFiles.plan.replacing("  sql_to_opp_days: 10\n", with: "")

  private static func solve(_ goal: String, for input: String, _ more: String = "") throws(InputErrors)
    -> JSONValue
  {
    try GoalSeek.run(
      PlanFiles.workspace(more, plan: plan), GoalSeek.Options(inputs: [input], goal: goal)
    ).result
  }

  /// 240 leads × 12 months less 88 days of 30.4375 and those sought × 30% × 55% × 22% × $42,600: 10 days leave the
  /// leads carrying 3,258,638.63.
  @Test("a search starts from the default, worked by hand")
  func solves() throws {
    let days = try Self.solve(
      "constraints[constraint=leads].cap <= 3258638.63", for: "plan.assumptions.sql_to_opp_days=0..60")
    #expect(days["from"] == "0 (not given)" && days["solution"] == "10" && days["verdict"] == "solved")
    let held = try Self.solve("plan.capacity.gap <= 0", for: "plan.capacity.attrition=0%..30%")
    #expect(held["from"] == "0% (not given)" && held["verdict"] == "holds_already")
  }

  @Test("where nothing stands in for it a range says where to look, and without one it is refused")
  func open() throws {
    // Without a seller's time to fill nobody follows a leaver; without leads the plan is not held against them.
    let plan = Self.plan.replacingOccurrence(of: "supply: {mqls_per_month: 240, ", by: "supply: {")
    func run(_ input: String) throws(InputErrors) -> JSONValue {
      try GoalSeek.run(
        PlanFiles.workspace(plan: plan),
        GoalSeek.Options(inputs: [input], goal: "plan.constraints[constraint=leads].headroom >= 0")
      ).result
    }
    let found = try run("plan.supply.mqls_per_month=100..400")
    #expect(found["from"] == "not given" && found["verdict"] == "solved")
    // 3.36M over 12 - (74 + 14) / 30.4375 months at 30% × 55% × 22% of $42,600: 238.5 leads a month.
    #expect(found["solution"] == "239")
    #expect(
      problems { () throws(InputErrors) in try run("plan.supply.mqls_per_month") } == [
        "--for:1:1: 'plan.supply.mqls_per_month' is not given, so the range to look at has to be (such as plan.supply.mqls_per_month=0..10)"
      ])
  }

  @Test("a tornado and a scenario move it too, and a key that nobody reads is answered with the nearest")
  func moves() throws {
    let tornado = try Sensitivity.run(
      PlanFiles.workspace(plan: Self.plan),
      Sensitivity.Options(inputs: ["plan.assumptions.sql_to_opp_days=+0..+10"]))
    let swing = DemandTests.rows(DemandTests.rows(tornado.result["tornados"])[0]["inputs"])[0]
    #expect(swing["input"] == "0 (not given)")
    // 10 of 30.4375 days of 240 × 30% × 55% × 22% × $42,600 a month, worked to the cent.
    let moved = try #require(ForecastAccuracyTests.number(swing["sensitivity_swing"]))
    #expect(abs(moved + 121_932.22) < 0.01)
    let scenarios = try Scenarios.run(
      PlanFiles.workspace(plan: Self.plan),
      Scenarios.Options(scenarios: ["Leaky: plan.capacity.attrition=+2pts"]))
    let leaky = DemandTests.rows(scenarios.result["scenarios"])[1]
    #expect(DemandTests.rows(leaky["overrides"])[0]["from"] == "0% (not given)")
    #expect(
      problems { () throws(InputErrors) in
        try Self.solve("arr.churned >= 900K", for: "plan.assumptions.gros_churn_rate")
      } == [
        "--for:1:1: 'plan.assumptions.gros_churn_rate' is not given, so there is nothing to change (did you mean 'gross_churn_rate'?)"
      ])
  }

  /// A plan that says nothing of deals, churn or a team.
  private static let half = "{current_arr: $3M, targets: {new_business: $1M}}"

  @Test(
    "nothing at all does not stand in for what no figure depends on yet, nor for what brings figures",
    arguments: ["new_win_rate", "gross_churn_rate", "mql_to_sql_rate"])
  func unknown(key: String) {
    #expect(
      problems { () throws(InputErrors) in
        try Scenarios.run(
          PlanFiles.workspace(plan: Self.half),
          Scenarios.Options(scenarios: ["Worse: plan.assumptions.\(key)=-5pts"]))
      } == [
        "--scenario:1:1: 'plan.assumptions.\(key)' is not given, so there is nothing to change (give it in the files, or write the value itself rather than a change)"
      ])
  }

  @Test("a goal over a figure that is absent throughout has no verdict but that nobody can say")
  func nobodyCanSay() throws {
    let outcome = try GoalSeek.run(
      PlanFiles.workspace(plan: Self.half),
      GoalSeek.Options(inputs: ["plan.targets.new_business"], goal: "derived.opps_needed <= 100"))
    #expect(outcome.result["verdict"] == "unknown" && outcome.result["solution"] == .null)
    #expect(
      outcome.absent.first { $0.key == "boundary" }?.value
        == "'derived.opps_needed' is absent: needs assumptions.avg_new_deal_size")
    let tornado = try Sensitivity.run(
      PlanFiles.workspace(plan: Self.half),
      Sensitivity.Options(figures: ["derived.opps_needed"], inputs: ["plan.targets.new_business"]))
    #expect(
      TextRenderer.render(tornado.report, RenderOptions()).contains(
        "It cannot be computed, whatever the inputs are:"))
  }

  /// Leads carry 240 × 8.780287 months × 30% × 55% × 22% × $42,600 = 3,258,638.63, and so do 993.4 accounts of which
  /// 35% are reached at 22% of $42,600.
  @Test("words are equal over a stretch of the input, and a number that it does not move over all of it")
  func holdsThroughout() throws {
    let outcome = try GoalSeek.run(
      PlanFiles.workspace(),
      GoalSeek.Options(
        inputs: ["plan.supply.accounts=900..1500"], goal: "plan.binding_constraint = \"leads\""))
    #expect(outcome.result["verdict"] == "holds_already" && outcome.result["is_monotone"] == .bool(true))
    #expect(outcome.result["holds"] == .array([.array(["994", "1500"])]))
    let still = try GoalSeek.run(
      PlanFiles.workspace(),
      GoalSeek.Options(inputs: ["plan.supply.accounts=900..1500"], goal: "plan.arr.gap = 0"))
    #expect(still.result["holds"] == .array([.array(["900", "1500"])]))
  }

  @Test("what is measured starts from what was measured, in every figure of the example")
  func measured() throws {
    for (path, figure) in [
      ("plan.recovery.win_rate", "plan.recover.win_rate"),
      ("plan.recovery.cycle_days", "plan.recover.cycle_days"),
      ("pipeline.win_rate", "pipeline.coverage.win_rate"), ("demand.win_rate", "demand.win_rate"),
    ] {
      let keys = try ValuePath(figure, of: "test").leadingKeys
      let whatIf = try WhatIf(Northwind.workspace(), figures: [keys])
      let standIn = try whatIf.standIn(for: ValuePath(path, of: "test"))
      let known = try whatIf.figure(ValuePath(figure, of: "test")).value(in: whatIf.base).figure.value
      let amount = standIn.map { $0.quantity.value / ($0.quantity.form == .percent ? 100 : 1) }
      // A number of 16 digits written and read.
      #expect(abs((amount ?? .nan) - (known ?? .nan)) < 1e-12, "\(path)")
    }
  }

  @Test("whatever stands in for an input of the example, written down, changes no figure")
  func changesNothing() throws {
    let asked = [["plan"], ["capacity"], ["demand"]]
    let whatIf = try WhatIf(Northwind.workspace(), figures: asked)
    var found = 0
    for text in whatIf.inputPaths {
      let path = try ValuePath(text, of: "test")
      guard try whatIf.workspace.value(at: path).map(\.isNotGiven) ?? true,
        whatIf.sections.contains(path.firstKey),
        let standIn = whatIf.standIn(for: path)
      else { continue }
      found += 1
      let fresh = try WhatIf(
        Northwind.workspace(set: ["\(text)=\"\(standIn.quantity.text)\""]), figures: asked)
      #expect(fresh.base.agrees(with: whatIf.base), "\(text) = \(standIn.quantity.text)")
    }
    #expect(found > 12)
  }
}
