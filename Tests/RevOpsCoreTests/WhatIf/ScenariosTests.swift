import Testing

@testable import RevOpsCore

@Suite("Scenarios")
struct ScenariosTests {
  private func value(_ outcome: Outcome, _ scenario: String, _ figure: String, _ key: String = "value")
    -> JSONValue?
  {
    guard case .array(let states)? = outcome.result["scenarios"],
      let state = states.first(where: { $0["name"] == .string(scenario) }),
      case .array(let figures)? = state["figures"]
    else { return nil }
    return figures.first { $0["figure"] == .string(figure) }?[key]
  }

  private func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let whole): Double(whole)
    default: nil
    }
  }

  /// What leads carry: 240 a month × (12 - (cycle + 10 + 14) / 30.4375) × 30% × 55% × win rate × $42,600, worked in
  /// Python; ARR is 12M × (1 - churn) + 1.6M (a fifth more for the bull) + that, or + the 8 × $700K × 62% of the team.
  @Test(arguments: [
    ("Bear", 14_776_708.409034908), ("Base", 15_898_638.626694045),
    ("Bull", 12_000_000 * 0.92 + 1_920_000 + 3_472_000),
  ])
  func theStandardSetIsTheEngines(name: String, arr: Double) throws {
    let outcome = try Scenarios.run(PlanFiles.workspace(), Scenarios.Options())
    let found = try #require(number(value(outcome, name, "plan.arr.carried_arr")))
    #expect(abs(found - arr) < 1e-6 * arr)
  }

  @Test("the base is the plain run, figure by figure")
  func base() throws {
    let plain = try PlanFiles.figures(PlanFiles.workspace())
    let outcome = try Scenarios.run(PlanFiles.workspace(), Scenarios.Options())
    for figure in plain.leaves where figure.hasPrefix("plan.arr.") || figure.hasPrefix("plan.derived.") {
      let shown = value(outcome, "Base", figure)
      #expect(number(shown) == PlanFiles.figure(figure, plain), "\(figure)")
    }
  }

  @Test("a scenario is what the same values set on the command line give, on random plans")
  func isRecomputed() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<40 {
      let plan = PlanFiles.random(&random)
      let win = Int.random(in: 5...60, using: &random)
      let scenario = "s: plan.assumptions.new_win_rate=\(win)%, plan.current_arr=x1.5"
      let outcome = try Scenarios.run(
        PlanFiles.workspace(plan: plan), Scenarios.Options(scenarios: [scenario]))
      let plain = try PlanFiles.figures(PlanFiles.workspace(plan: plan))
      let arr = try #require(PlanFiles.figure("plan.arr.current", plain)) * 1.5
      let set = try PlanFiles.figures(
        PlanFiles.workspace(
          plan: plan, set: ["plan.assumptions.new_win_rate=\(win)%", "plan.current_arr=\(arr)"]))
      for figure in ["plan.arr.carried_arr", "plan.derived.opps_needed", "plan.arr.planned_arr"] {
        #expect(number(value(outcome, "s", figure)) == PlanFiles.figure(figure, set), "\(figure)")
      }
    }
  }

  @Test("overrides may be paths or keys inside one another, and what drives them sums to the change")
  func section() throws {
    let workspace = try PlanFiles.workspace(
      """
      scenarios:
        figures: [arr.carried_arr, plan.binding_constraint, "plan.constraints[constraint=leads].cap"]
        cases:
          - name: Slow
            chance: 70%
            overrides:
              plan:
                assumptions: {new_win_rate: -2pts, avg_sales_cycle_new: +15 days}
              plan.assumptions.gross_churn_rate: 10%
      """)
    let outcome = try Scenarios.run(workspace, Scenarios.Options())
    let change = try #require(number(value(outcome, "Slow", "plan.arr.carried_arr", "change")))
    guard case .array(let drivers)? = value(outcome, "Slow", "plan.arr.carried_arr", "drivers") else {
      Issue.record("no drivers")
      return
    }
    let cents = drivers.map { ((number($0["share"]) ?? .nan) * 100).rounded() }
    #expect(drivers.count == 3 && cents[2] == -24_000_000)  // two points of 12M
    #expect(cents.reduce(0, +) == (change * 100).rounded())
    #expect(value(outcome, "Slow", "plan.binding_constraint") == "leads")
    #expect(number(value(outcome, "Slow", "plan.constraints[constraint=leads].cap")) != nil)
  }

  @Test("chances that say the contrary of the scenarios are found")
  func order() throws {
    let workspace = try PlanFiles.workspace(
      """
      scenarios:
        - {name: Low, chance: 30%, overrides: {plan.assumptions.new_win_rate: -5pts}}
        - {name: High, chance: 70%, overrides: {plan.assumptions.new_win_rate: +1pts}}
      """)
    #expect(
      try Scenarios.run(workspace, Scenarios.Options()).findings.map(\.id) == ["scenarios.out-of-order"])
    #expect(try Scenarios.run(PlanFiles.workspace(), Scenarios.Options()).findings.isEmpty)
  }

  @Test("a figure that no scenario has is unknown in all, and not alike in all")
  func unknownInAll() throws {
    let plan = PlanFiles.plan.replacing("  gross_churn_rate: 8%\n", with: "")
    let text = TextRenderer.render(
      try Scenarios.run(PlanFiles.workspace(plan: plan), Scenarios.Options()).report, RenderOptions())
    #expect(text.contains("arr.planned_arr: unknown in all, needs assumptions.gross_churn_rate."))
    let alike = try #require(text.split(separator: "\n\n").first { $0.hasPrefix("Alike in all") })
    #expect(alike.contains("arr.current") && !alike.contains("arr.planned_arr"))
  }

  @Test("what the plan does not give is left out of the standard set and told")
  func leftOut() throws {
    let plan = PlanFiles.plan.replacing("  new_win_rate: 22%\n", with: "")
      .replacing("  gross_churn_rate: 8%\n", with: "")
    let outcome = try Scenarios.run(PlanFiles.workspace(plan: plan), Scenarios.Options())
    // No win rate is not a win rate of nothing, and no churn not a churn of none.
    #expect(
      DemandTests.rows(outcome.result["left_out"]).map { $0["path"] } == [
        "plan.assumptions.new_win_rate", "plan.assumptions.gross_churn_rate",
        "plan.assumptions.new_win_rate",
      ])
    let bear = DemandTests.rows(outcome.result["scenarios"]).first { $0["name"] == "Bear" }
    #expect(
      DemandTests.rows(bear?["overrides"]).map { $0["path"] } == ["plan.assumptions.avg_sales_cycle_new"])
  }

  @Test(
    "what leads nowhere has a place and a way out",
    arguments: [
      (
        "cases: [{name: a, overrides: {plan.assumptions.new_winrate: -5pts}}]",
        "revops.yaml:3:43: 'plan.assumptions.new_winrate' is not given, so there is nothing to change (did you mean 'new_win_rate'?)"
      ),
      (
        "cases: [{name: a, overrides: {plan.targets.new_business: -5pts}}]",
        "revops.yaml:3:70: 'plan.targets.new_business' is '$3.36M', but points change a rate such as 25%"
      ),
      (
        "cases: [{name: a, overrides: {plan.assumptions.new_win_rate: -30pts}}]",
        "revops.yaml:3:74: 'plan.assumptions.new_win_rate' is a share and lies between 0% and 100%"
      ),
      (
        "cases: [{name: a, overrides: {plan.assumptions.new_win_rte: 30%}}]",
        "revops.yaml:3:60: unknown key 'new_win_rte' in 'plan.assumptions' (did you mean 'new_win_rate'?)"
      ),
      (
        "cases: [{name: a, overrides: {forecast.target: 5}}]",
        "revops.yaml:3:43: the figures asked for are those of 'plan', which does not read 'forecast' (ask for a figure that depends on it)"
      ),
      (
        "cases: [{name: a, overrides: {plam.targets: 5}}]",
        "revops.yaml:3:43: there is no section 'plam' (did you mean 'plan'?)"
      ),
      (
        "cases: [{name: a}, {name: a}]",
        "revops.yaml:3:32: there are two scenarios named 'a'"
      ),
      (
        "figures: [plan.arr.caried_arr]",
        "revops.yaml:3:23: there is no figure 'plan.arr.caried_arr' (did you mean 'plan.arr.carried_arr'?)"
      ),
    ])
  func refuses(section: String, problem: String) {
    let found = problems { () throws(InputErrors) in
      try Scenarios.run(PlanFiles.workspace("scenarios: {\(section)}\n"), Scenarios.Options())
    }
    #expect(found == [problem])
  }
}

extension String {
  /// The text with one part of it replaced wherever it stands.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
