import Testing

@testable import RevOpsCore

/// Inputs that the files do not give: what they start from.
@Suite("What stands in for an input that is not given")
struct StandInTests {
  /// A plan without a word of churn, attrition or the time between stages, and a team of eight.
  private static let plan = PlanFiles.plan.split(separator: "\n").filter {
    !$0.contains("gross_churn_rate") && !$0.contains("sql_to_opp_days")
  }.joined(separator: "\n")

  private static func solve(_ goal: String, for input: String, _ more: String = "") throws(InputErrors)
    -> JSONValue
  {
    try GoalSeek.run(
      PlanFiles.workspace(more, plan: plan), GoalSeek.Options(inputs: [input], goal: goal)
    ).result
  }

  /// 12M × churn: $900,000 are lost at 7.5%.
  @Test("a search starts from the default, worked by hand")
  func solves() throws {
    let churn = try Self.solve("arr.churned >= 900K", for: "plan.assumptions.gross_churn_rate")
    #expect(churn["from"] == "0% (not given)" && churn["solution"] == "7.5%" && churn["verdict"] == "solved")
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
        "--for:1:1: 'plan.supply.mqls_per_month' is not given, so there is nothing to change (write the value itself rather than a change)"
      ])
  }

  @Test("a tornado and a scenario move it too, and a key that nobody reads is answered with the nearest")
  func moves() throws {
    let tornado = try Sensitivity.run(
      PlanFiles.workspace(plan: Self.plan),
      Sensitivity.Options(inputs: ["plan.assumptions.gross_churn_rate=+0pts..+2pts"]))
    let swing = DemandTests.rows(DemandTests.rows(tornado.result["tornados"])[0]["inputs"])[0]
    #expect(swing["input"] == "0% (not given)")
    #expect(ForecastAccuracyTests.number(swing["sensitivity_swing"]) == -240_000)
    let scenarios = try Scenarios.run(
      PlanFiles.workspace(plan: Self.plan),
      Scenarios.Options(scenarios: ["Leaky: plan.assumptions.gross_churn_rate=+2pts"]))
    let leaky = DemandTests.rows(scenarios.result["scenarios"])[1]
    #expect(DemandTests.rows(leaky["overrides"])[0]["from"] == "0% (not given)")
    #expect(
      problems { () throws(InputErrors) in
        try Self.solve("arr.churned >= 900K", for: "plan.assumptions.gros_churn_rate")
      } == [
        "--for:1:1: 'plan.assumptions.gros_churn_rate' is not given, so there is nothing to change (did you mean 'plan.assumptions.gross_churn_rate'?)"
      ])
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
    #expect(found > 15)
  }
}
