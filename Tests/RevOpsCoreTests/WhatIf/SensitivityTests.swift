import Testing

@testable import RevOpsCore

@Suite("Sensitivity")
struct SensitivityTests {
  private func tornado(_ outcome: Outcome, _ place: Int = 0) -> [JSONValue] {
    guard case .array(let all)? = outcome.result["tornados"], case .array(let inputs)? = all[place]["inputs"]
    else {
      return []
    }
    return inputs
  }

  private func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let whole): Double(whole)
    default: nil
    }
  }

  @Test("both ends of every quantity of the section are what setting the value gives, on random plans")
  func everyInput() throws {
    var random = SplitMix64(seed: 31)
    for _ in 0..<8 {
      let plan = PlanFiles.random(&random)
      let outcome = try Sensitivity.run(
        PlanFiles.workspace(plan: plan),
        Sensitivity.Options(figures: ["plan.derived.mqls_needed", "arr.carried_arr"]))
      for (place, figure) in ["plan.derived.mqls_needed", "plan.arr.carried_arr"].enumerated() {
        var last = Double.infinity
        for swing in tornado(outcome, place) {
          guard case .string(let path)? = swing["path"], let low = swing["low"], let high = swing["high"]
          else { continue }
          for end in [low, high] {
            guard case .string(let input)? = end["input"], let shown = number(end["value"]) else { continue }
            let set = try PlanFiles.figures(PlanFiles.workspace(plan: plan, set: ["\(path)=\"\(input)\""]))
            // Inputs are shown rounded to the unit where they are large.
            #expect(
              abs(shown - (PlanFiles.figure(figure, set) ?? .nan)) <= 1 + 1e-7 * abs(shown),
              "\(path) \(input)")
          }
          let ends = [number(low["value"]), number(high["value"])].compactMap(\.self)
          guard ends.count == 2,
            let base = PlanFiles.figure(figure, try PlanFiles.figures(PlanFiles.workspace(plan: plan)))
          else { continue }
          #expect(number(swing["sensitivity_swing"]) == ends[1] - ends[0])
          let reach = max(ends[0], ends[1], base) - min(ends[0], ends[1], base)
          #expect(reach <= last, "the widest comes first")
          last = reach
        }
      }
    }
  }

  /// 12M × (1 - churn): two points either way move ARR by $240,000; 10% of 12M × 92% either way by $1,104,000.
  @Test("the swing of an input that enters once is worked by hand")
  func byHand() throws {
    let outcome = try Sensitivity.run(
      PlanFiles.workspace(),
      Sensitivity.Options(inputs: ["plan.assumptions.gross_churn_rate=±2pts", "plan.current_arr"]))
    let swings = tornado(outcome)
    #expect(swings.map { $0["path"] } == ["plan.current_arr", "plan.assumptions.gross_churn_rate"])
    #expect(
      swings.compactMap { number($0["sensitivity_swing"]) }.map { $0.rounded() } == [2_208_000, -480_000])
  }

  @Test("a count moves to the next whole number outwards")
  func wholeNumbers() throws {
    let outcome = try Sensitivity.run(
      PlanFiles.workspace(),
      Sensitivity.Options(figures: ["plan.capacity.gap"], inputs: ["plan.capacity.aes_at_full_ramp"]))
    let swing = try #require(tornado(outcome).first)
    #expect(swing["low"]?["input"] == "7" && swing["high"]?["input"] == "9")
    // Two sellers of $700K at 62%.
    #expect(number(swing["sensitivity_swing"]).map { ($0 * 100).rounded() } == -86_800_000)
  }

  @Test("inputs without effect and those that cannot be tried are told")
  func theRest() throws {
    let plan = PlanFiles.plan + "\nx-note: 5"
    let outcome = try Sensitivity.run(
      PlanFiles.workspace(plan: plan), Sensitivity.Options(figures: ["plan.arr.churned"]))
    guard case .array(let all)? = outcome.result["tornados"],
      case .array(let still)? = all[0]["without_effect"]
    else {
      return
    }
    #expect(still.contains("plan.supply.accounts") && !still.contains("plan.current_arr"))
    #expect(tornado(outcome).count == 2)
  }

  @Test(
    "what is wrong has a place",
    arguments: [
      (
        ["plan.assumptions.new_winrate"],
        "--input:1:1: 'plan.assumptions.new_winrate' is not given, so there is nothing to change (did you mean 'new_win_rate'?)"
      ),
      (
        ["plan.assumptions.new_win_rate=wide"],
        "--input:1:31: 'plan.assumptions.new_win_rate' is 'wide', but a range is written like -10%..+10%, 18%..25%, ±5pts or ±15 days"
      ),
      (
        ["plan.fiscal_year=±5%"],
        "--input:1:18: 'plan.fiscal_year' is 'FY2028', which cannot be changed by an amount (write the value itself rather than a change)"
      ),
      (
        ["plan.assumptions.avg_new_deal_size=±10 days"],
        "--input:1:36: 'plan.assumptions.avg_new_deal_size' is '$42,600', but 10 days is a length of time (money is changed by an amount or by a share of it, such as +$5K or +20%)"
      ),
      (
        ["plan.assumptions.avg_new_deal_size=10"],
        "--input:1:36: 'plan.assumptions.avg_new_deal_size' is 10, but a bare number may mean a share, points or an amount (write ±10%, ±10pts or ±10)"
      ),
      (
        ["plan.assumptions.new_win_rate=25%..18%"],
        "--input:1:31: 'plan.assumptions.new_win_rate' is '25%..18%', but a range goes from its low to its high end (write the lower end first)"
      ),
      (
        ["plan.assumptions.avg_sales_cycle_new=20 days..2 weeks"],
        "--input:1:38: 'plan.assumptions.avg_sales_cycle_new' is '20 days..2 weeks', but a range goes from its low to its high end (write the lower end first)"
      ),
      (
        ["plan.assumptions.avg_new_deal_size=50000..+$10"],
        "--input:1:36: 'plan.assumptions.avg_new_deal_size' is '50000..+$10', but a range goes from its low to its high end (write the lower end first)"
      ),
      (
        ["plan.assumptions.avg_new_deal_size=20 days..40 days"],
        "--input:1:36: 'plan.assumptions.avg_new_deal_size' is '20 days', but money is written like $1.2M, 1,200 EUR or (500)"
      ),
    ])
  func refuses(inputs: [String], problem: String) {
    let found = problems { () throws(InputErrors) in
      try Sensitivity.run(PlanFiles.workspace(), Sensitivity.Options(inputs: inputs))
    }
    #expect(found == [problem])
  }
}
