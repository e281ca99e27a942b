import Testing

@testable import RevOpsCore

@Suite("Scenarios and tornados that a workspace declares")
struct DeclaredWhatIfsTests {
  private func refusals(_ more: String) -> [String] {
    problems { () throws(InputErrors) in try CheckRun.evaluate(PlanFiles.workspace(more)) }
  }

  @Test(
    "a check refuses what their own commands would refuse, in its place",
    arguments: [
      (
        "scenarios: [{name: a, overrides: {plan.assumptions.new_winrate: -5pts}}]",
        "revops.yaml:3:35: 'plan.assumptions.new_winrate' is not given, so there is nothing to change (did you mean 'new_win_rate'?)"
      ),
      (
        "scenarios: [{name: a, overrides: {plan.assumptions.new_winrate: 17%}}]",
        "revops.yaml:3:52: unknown key 'new_winrate' in 'plan.assumptions' (did you mean 'new_win_rate'?)"
      ),
      (
        "scenarios: {figures: [plan.arr.gpa], cases: [{name: a, overrides: {}}]}",
        "revops.yaml:3:23: there is no figure 'plan.arr.gpa' (did you mean 'plan.arr.gap'?)"
      ),
      (
        "sensitivity: {inputs: {plan.assumptions.new_winrate: 18%..25%}}",
        "revops.yaml:3:24: 'plan.assumptions.new_winrate' is not given, so there is nothing to change (did you mean 'new_win_rate'?)"
      ),
      (
        "sensitivity: {inputs: {plan.assumptions.new_winrate: }}",
        "revops.yaml:3:24: 'plan.assumptions.new_winrate' is not given, so there is nothing to change (did you mean 'new_win_rate'?)"
      ),
      (
        "sensitivity: {inputs: {plan.current_arr: ±10 days}}",
        "revops.yaml:3:42: 'plan.current_arr' is '$12M', but 10 days is a length of time (money is changed by an amount or by a share of it, such as +$5K or +20%)"
      ),
      (
        "sensitivity: {inputs: {plan.current_arr: 10%..20%}}",
        "revops.yaml:3:42: 'plan.current_arr' is '10%', but money is written like $1.2M, 1,200 EUR or (500)"
      ),
      (
        "sensitivity: {inputs: {plan.current_arr: +10%..-10%}}",
        "revops.yaml:3:42: 'plan.current_arr' is '+10%..-10%', but a range goes from its low to its high end (write the lower end first)"
      ),
      (
        "sensitivity: {range: 10}",
        "revops.yaml:3:22: 'sensitivity.range' is 10, but a bare number may mean a share, points or an amount (write ±10%, ±10pts or ±10)"
      ),
      (
        "scenarios: [{name: a, overrides: {plan.derived.opps_needed: 5}}]",
        "revops.yaml:3:35: 'plan.derived.opps_needed' is computed, so that a value put there changes no figure (change an input that it is computed from)"
      ),
    ])
  func refused(section: String, problem: String) {
    #expect(refusals(section + "\n") == [problem])
  }

  @Test(
    "a check compares no figure with a quantity of another kind; a plain number is of the figure's own",
    arguments: [
      ("plan.arr.gap <= 25%", "'plan.arr.gap' is money, but '25%' is a rate (write an amount, such as $80K)"),
      (
        "$5 < plan.derived.opps_needed",
        "'plan.derived.opps_needed' is a count, but '$5' is money (write a number, such as 80)"
      ),
      (
        "plan.mix.new_business_share between 0.1 and -$2",
        "'plan.mix.new_business_share' is a rate, but '$2' is money (write a percentage or a fraction, such as 25% or 0.25)"
      ),
      ("plan.arr.gap <= 1M and plan.arr.gap >= -$1M and plan.mix.new_business_share > 0.3", nil),
      ("plan.mix.new_business_share > 30%", nil),
    ])
  func kinds(assertion: String, problem: String?) {
    let found = refusals("checks: [{name: a, assert: '\(assertion)'}]\n")
    #expect(found.count == (problem == nil ? 0 : 1))
    #expect(found.first.map { $0.contains(problem ?? "no problem") } != false, "\(found)")
  }

  @Test("a length of time is told with its unit where the key names none")
  func lengths() {
    let cell = Report.Cell.duration(.value(0), .days)
    func hint(_ text: String, _ key: String) -> String? {
      WrittenQuantity(text).flatMap { cell.misfit($0, under: key) }
    }
    #expect(hint("80", "cycle") == "say the unit: 80 days")
    #expect(hint("80", "cycle_days") == nil && hint("0", "cycle") == nil && hint("80 days", "cycle") == nil)
    #expect(hint("$80", "cycle_days") == "write a length of time, such as 80 days")
  }

  @Test("a tornado over a path that nothing reads is refused rather than left out")
  func tornado() throws {
    let text = "sensitivity: {inputs: {plan.assumptions.new_winrate: 18%..25%}}\n"
    let found = problems { () throws(InputErrors) in
      try Sensitivity.run(try PlanFiles.workspace(text), Sensitivity.Options())
    }
    #expect(found.count == 1 && found[0].contains("'plan.assumptions.new_winrate' is not given"))
  }

  @Test("what holds for the commands holds for a check, and a default is an input too")
  func fine() throws {
    let more = """
      scenarios: [{name: a, overrides: {plan.assumptions.new_win_rate: 17%, plan.supply.mqls_per_month: +5%}}]
      sensitivity:
        inputs: {plan.assumptions.new_win_rate: 18%..25%, plan.supply.pipeline_per_month: $1M..$2M}

      """
    #expect(refusals(more) == [])
  }

  @Test("all problems are told at once: of waivers, assertions, tests and scenarios")
  func allAtOnce() {
    let found = refusals(
      """
      checks:
        assertions: [plan.arr.gpa > 1]
        waivers: [{finding: plan.nosuch, owner: A, reason: b, expires: 2026-12-31}]
      tests: [{name: t, expect: {plan.derived.ops_needed: 1}}, {name: u, expct: 1, expect: [1 = 1]}]
      scenarios: [{name: a, overrides: {plan.assumptions.new_winrate: -5pts}}]

      """)
    #expect(found.count == 5, "\(found)")
    for words in ["'gpa'", "'plan.nosuch'", "'plan.derived.ops_needed'", "'expct'", "new_winrate"] {
      #expect(found.contains { $0.contains(words) }, "\(words): \(found)")
    }
  }
}
