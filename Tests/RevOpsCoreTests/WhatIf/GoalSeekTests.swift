import Testing

@testable import RevOpsCore

@Suite("Goal seek")
struct GoalSeekTests {
  private func solve(
    _ goal: String, for inputs: [String], plan: String = PlanFiles.plan
  ) throws(InputErrors) -> JSONValue {
    try GoalSeek.run(PlanFiles.workspace(plan: plan), GoalSeek.Options(inputs: inputs, goal: goal)).result
  }

  /// Each worked by hand.
  ///
  /// 79 deals need at most 300 opportunities from a win rate of 79 / 300 = 26.33% on; three digits that hold: 26.4%.
  /// ARR is 16M at 22% × (3.36M / 3,258,638.63) = 22.6843%. Nothing caps the plan from 240 × 3.36M / 3,258,638.63 =
  /// 247.5 leads a month on.
  @Test(
    "the nearest value at which the goal holds, worked by hand",
    arguments: [
      ("plan.derived.opps_needed <= 300", "plan.assumptions.new_win_rate", "solved", "26.4%"),
      ("plan.binding_gap <= 0", "plan.supply.mqls_per_month", "solved", "248"),
      ("plan.binding_gap <= 0 and plan.arr.gap <= 0", "plan.supply.mqls_per_month=240..260", "solved", "248"),
      ("plan.arr.gap >= 0", "plan.targets.new_business", "holds_already", "$3.36M"),
      ("plan.arr.gap >= $100K", "plan.targets.new_business", "solved", "$3,260,000"),
      ("plan.capacity.gap <= -300K", "plan.capacity.aes_at_full_ramp", "solved", "9"),
      ("arr.churned <= 900K", "plan.assumptions.gross_churn_rate", "solved", "7.5%"),
    ])
  func answers(goal: String, input: String, verdict: String, solution: String) throws {
    let result = try solve(goal, for: [input])
    #expect(result["verdict"] == .string(verdict) && result["solution"] == .string(solution))
  }

  @Test("an equality is met to the last digits, and the answer is the one worked by hand")
  func equality() throws {
    let result = try solve("plan.arr.carried_arr = 16M", for: ["plan.assumptions.new_win_rate=15%..30%"])
    guard case .number(let boundary)? = result["boundary"] else {
      Issue.record("no boundary")
      return
    }
    #expect(abs(boundary - 22 * 3_360_000 / 3_258_638.626694045) < 1e-6)
    #expect(result["is_monotone"] == .bool(true))
  }

  @Test("an equality that the figure jumps past has no solution, and the closest is told")
  func jump() throws {
    // Hires are whole, opportunities too: 360 at 22%, 359 at 22.01%; 79 / 0.5 = 158, and none between 158 and 159.
    let result = try solve(
      "plan.derived.opps_needed = 158.5", for: ["plan.assumptions.new_win_rate=20%..60%"])
    #expect(result["verdict"] == "no_solution")
    guard case .object? = result["closest"] else {
      Issue.record("no closest value")
      return
    }
  }

  @Test("a goal that is met, lost and met again is told as such")
  func turns() throws {
    let goal = "plan.mix.new_business_share >= 68% and plan.mix.new_business_share <= 70%"
    let inside = try solve(goal, for: ["plan.targets.new_business"])
    #expect(inside["is_monotone"] == .bool(false))
    // 1.6M × 0.68 / 0.32 = 3.4M and 1.6M × 0.7 / 0.3 = 3.7333M.
    #expect(inside["solution"] == "$3,400,000")
    #expect(inside["holds"] == .array([.array(["$3,400,000", "$3,730,000"])]))
  }

  @Test("the answer put back into the files holds, on random plans and goals")
  func holds() throws {
    var random = SplitMix64(seed: 41)
    var solved = 0
    for _ in 0..<8 {
      let plan = PlanFiles.random(&random)
      let limit = Int.random(in: 20...2_000, using: &random)
      let share = Int.random(in: 101...160, using: &random)
      let plain = try PlanFiles.figures(PlanFiles.workspace(plan: plan))
      let arr = try #require(PlanFiles.figure("plan.arr.carried_arr", plain)).rounded() * Double(share) / 100
      for (goal, path) in [
        ("plan.derived.opps_needed <= \(limit)", "plan.assumptions.new_win_rate"),
        ("plan.arr.carried_arr >= \(arr)", "plan.current_arr"),
        ("plan.capacity.gap <= 0", "plan.capacity.aes_at_full_ramp"),
      ] {
        let result = try solve(goal, for: [path], plan: plan)
        guard case .string(let solution)? = result["solution"], result["verdict"] == "solved" else {
          continue
        }
        solved += 1
        let tree = try PlanFiles.figures(PlanFiles.workspace(plan: plan, set: ["\(path)=\"\(solution)\""]))
        let expression = try Expression.parse(goal)
        let holds = try expression.check(against: ExpressionSchema(of: tree.root)).holds(
          for: ResultRow(tree.root))
        #expect(holds, "\(goal) with \(path)=\(solution)")
      }
    }
    #expect(solved > 8)
  }

  @Test("two inputs make a grid whose rows agree with a search of their own")
  func grid() throws {
    let result = try solve(
      "plan.binding_gap <= 0",
      for: ["plan.assumptions.new_win_rate=18%..26%", "plan.supply.mqls_per_month=200..320"])
    guard case .array(let rows)? = result["grid"]?["cells"] else {
      Issue.record("no grid")
      return
    }
    #expect(rows.map { $0["value"] } == ["18%", "20%", "22%", "24%", "26%"])
    // What leads have to be a month at each win rate: 247.47 × 22 / rate, as accounts and sellers carry enough.
    #expect(rows[2]["needed"] == "248" && rows[1]["needed"] == "273" && rows[4]["needed"] == "240")
    #expect(rows[0]["needed"] == .null)  // accounts: 1200 × 35% × 18% × 42,600 = 3.22M, below the target
    #expect(rows[2]["holds"] == .array([.bool(false), .bool(false), .bool(true), .bool(true), .bool(true)]))
  }

  @Test(
    "what is wrong has a place",
    arguments: [
      (
        "plan.arr.gpa = 0", "plan.current_arr",
        "--goal:1:1: 'plan.arr' has no figure 'gpa' (did you mean 'gap'?)"
      ),
      (
        "plan.arr.gap", "plan.current_arr",
        "--goal:1:1: 'plan.arr.gap' is a number, but true or false is wanted (compare it with something, as in plan.arr.gap > 0)"
      ),
      (
        "plan.arr.gap = 0", "plan.curent_arr",
        "--for:1:1: 'plan.curent_arr' is not given, so there is nothing to change (did you mean 'current_arr'?)"
      ),
      (
        "plan.arr.gap = 0", "plan.current_arr=30%..40%",
        "--for:1:18: 'plan.current_arr' is $12M, and 30%..40% gives no range of its kind from low to high (write both ends like the value itself)"
      ),
    ])
  func refuses(goal: String, input: String, problem: String) {
    let found = problems { () throws(InputErrors) in try solve(goal, for: [input]) }
    #expect(found == [problem])
  }
}
