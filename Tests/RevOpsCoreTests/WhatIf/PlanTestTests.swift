import Testing

@testable import RevOpsCore

@Suite("Tests of the plan")
struct PlanTestTests {
  private func outcomes(_ tests: String) throws(InputErrors) -> [CheckOutcome] {
    try CheckRun.evaluate(PlanFiles.workspace("tests:\n" + tests)).outcomes.filter {
      $0.id.hasPrefix("tests.")
    }
  }

  /// At 20% 79 deals ask for 395 opportunities, at 55% for 719 SQLs (718.2) and at 30% for 2,397 MQLs.
  @Test(
    "an expectation holds or does not",
    arguments: [
      ("plan.derived.opps_needed: 395", true), ("plan.derived.opps_needed: 396", false),
      ("derived.mqls_needed: 2_397", true), ("plan.derived.mqls_needed: 2400 ± 3", true),
      ("plan.derived.mqls_needed: 2400 ± 2", false), ("plan.derived.mqls_needed: 2400 +- 1%", true),
      ("plan.derived.mqls_needed: 2340 ± 2%", false), ("plan.arr.planned_arr: $16M", true),
      ("plan.arr.planned_arr: 16000000.4", true), ("plan.arr.planned_arr: 16000001", false),
      ("plan.mix.new_business_share: 67.7%", true), ("plan.mix.new_business_share: 67.8%", false),
      ("plan.mix.new_business_share: 67% ± 1pt", true), ("plan.mix.expansion_win_multiple: absent", true),
      ("plan.arr.gap: absent", false), ("plan.binding_constraint: leads", true),
      ("plan.binding_constraint: capacity", false), ("plan.fiscal_year: FY2028", true),
      ("\"plan.constraints[constraint=territory].cap\": $3.5784M", true),
      ("plan.capacity.hire_from: 2026-11-01..2027-12-31", true),
      ("plan.capacity.hire_from: 2025-01-01..2025-12-31", false),
      ("plan.derived.opps_needed: 390..395", true), ("plan.derived.opps_needed: 396..400", false),
      ("plan.derived.opps_needed: 396..400 ± 1", true), ("plan.derived.opps_needed: 300..394", false),
      ("plan.arr.planned_arr: $15M .. $16M", true), ("plan.mix.new_business_share: 60%..67.6%", false),
      ("plan.mix.new_business_share: 67.7%..70%", true),
    ])
  func agrees(expected: String, holds: Bool) throws {
    let found = try outcomes(
      "  - {name: t, given: {plan.assumptions.new_win_rate: -2pts}, expect: {\(expected)}}\n")
    #expect(found.map(\.status) == [holds ? .passed : .failed])
  }

  @Test("a failure stands at its line, with what was seen, what is expected and what was given")
  func located() throws {
    let found = try outcomes(
      """
        - name: fewer wins
          severity: warning
          given: {plan.assumptions.new_win_rate: 20%}
          expect:
            plan.derived.opps_needed: 400
        - name: balance
          expect: [plan.arr.gap = 0, plan.arr.gap > 1]

      """)
    #expect(found.map(\.status) == [.failed, .passed, .failed])
    #expect(found.map { $0.place?.line } == [8, 10, 10])
    #expect(found.map(\.severity) == [.warning, .error, .error])
    #expect(
      found[0].message
        == "'plan.derived.opps_needed' is 395, but 400 is expected (off by 5, tolerance 0) given plan.assumptions.new_win_rate=20%"
    )
    #expect(found[2].message == "'plan.arr.gap > 1' does not hold: plan.arr.gap is 0")
    #expect(found[2].name == "plan.arr.gap > 1")
  }

  @Test(
    "an assertion over an absent figure fails and says why, whichever way it is put",
    arguments: [
      "plan.derived.expansion_deals_needed >= 1", "plan.derived.expansion_deals_needed < 1",
      "not (derived.expansion_deals_needed > 1)",
    ])
  func absent(assertion: String) throws {
    let found = try outcomes("  - {name: t, expect: [\"\(assertion)\"]}\n")
    #expect(found.map(\.status) == [.failed])
    #expect(found[0].message.contains("could not be evaluated"))
    #expect(found[0].message.contains("needs assumptions.avg_expansion_deal_size"))
  }

  @Test("a test of what the workspace does not feed fails, and never passes for want of data")
  func unfed() throws {
    let found = try outcomes("  - {name: t, expect: {capacity.gap: 0}}\n")
    #expect(found.map(\.status) == [.failed])
    #expect(found[0].message.contains("'capacity' needs a section 'capacity'"))
  }

  @Test(
    "what is wrong with a test keeps the run from passing",
    arguments: [
      (
        "{name: t}",
        "revops.yaml:4:5: 'tests[0].expect' expects nothing (such as {plan.derived.opps_needed: 360} or [plan.arr.gap = 0])"
      ),
      (
        "{name: t, expect: {plan.derived.ops_needed: 1}}",
        "revops.yaml:4:24: there is no figure 'plan.derived.ops_needed' (did you mean 'plan.derived.opps_needed'?)"
      ),
      (
        "{name: t, expect: {plan.derived.opps_needed: 395 ± few}}",
        "revops.yaml:4:50: found 'few', but a tolerance is written like 0.5%, 2, $1K, 1pt or 2 days"
      ),
      (
        "{name: t, expect: {plan.arr.planned_arr: 25%}}",
        "revops.yaml:4:46: 'plan.arr.planned_arr' is money, but '25%' is a rate (write an amount, such as $80K)"
      ),
      (
        "{name: t, expect: {plan.derived.opps_needed: $395}}",
        "revops.yaml:4:50: 'plan.derived.opps_needed' is a count, but '$395' is money (write a number, such as 80)"
      ),
      (
        "{name: t, expect: {plan.mix.new_business_share: 2 days}}",
        "revops.yaml:4:53: 'plan.mix.new_business_share' is a rate, but '2 days' is a length of time (write a percentage or a fraction, such as 25% or 0.25)"
      ),
      (
        "{name: t, expect: {plan.arr.planned_arr: $16M ± 2 days}}",
        "revops.yaml:4:46: 'plan.arr.planned_arr' is money, but its tolerance '2 days' is a length of time (write a share of it, such as 0.5%, or an amount, such as $1K)"
      ),
      (
        "{name: t, within: $1K, expect: {plan.derived.opps_needed: 395}}",
        "revops.yaml:4:23: 'plan.derived.opps_needed' is a count, but its tolerance '$1K' is money (write a share of it, such as 0.5%, or a number, such as 2)"
      ),
      (
        "{name: t, expect: {plan.arr.planned_arr: $16M ± 1pt}}",
        "revops.yaml:4:46: 'plan.arr.planned_arr' is money, but its tolerance '1pt' is points of a rate (write a share of it, such as 0.5%, or an amount, such as $1K)"
      ),
      (
        "{name: t, within: 1, expect: {plan.mix.new_business_share: 20%}}",
        "revops.yaml:4:23: 'plan.mix.new_business_share' is a rate, but its tolerance '1' is 100 points of it (write a share of it, such as 0.5%, or points, such as 1pt)"
      ),
      (
        "{name: t, expect: {plan.derived.opps_needed: plenty}}",
        "revops.yaml:4:50: 'plan.derived.opps_needed' is a number, but 'plenty' is none (write a value, a range such as 300..400, or under 'expect' a list of what has to hold: [plan.derived.opps_needed >= 300])"
      ),
      (
        "{name: t, expect: {plan.derived.opps_needed: \">= 300\"}}",
        "revops.yaml:4:50: 'plan.derived.opps_needed' is a number, but '>= 300' is none (write a value, a range such as 300..400, or under 'expect' a list of what has to hold: [plan.derived.opps_needed >= 300])"
      ),
      (
        "{name: t, expect: {plan.derived.opps_needed: 400..300}}",
        "revops.yaml:4:50: '400..300' is no range from a value to a higher one of its kind (write both ends alike and the lower one first, such as 300..400)"
      ),
      (
        "{name: t, expect: {plan.derived.opps_needed: 10%..20%}}",
        "revops.yaml:4:50: 'plan.derived.opps_needed' is a count, but '10%..20%' is a rate (write a number, such as 80)"
      ),
      (
        "{name: t, expect: {plan.binding_constraint: leads ± 1}}",
        "revops.yaml:4:49: 'plan.binding_constraint' is a word, and 'leads ± 1' has a tolerance (write the word alone)"
      ),
      (
        "{name: t, given: {plan.derived.opps_needed: 5}, expect: [plan.arr.gap = 0]}",
        "revops.yaml:4:23: 'plan.derived.opps_needed' is computed, so that a value put there changes no figure (change an input that it is computed from)"
      ),
      (
        "{name: t, expect: [derived.opps_needed >= $5]}",
        "revops.yaml:4:47: 'derived.opps_needed' is a count, but '$5' is money (write a number, such as 80)"
      ),
      (
        "{name: t, given: {plan.targets.new_business: -5%}, expct: 1, expect: [1 = 1]}",
        "revops.yaml:4:56: unknown key 'expct' in 'tests[0]' (did you mean 'expect'?)"
      ),
      (
        "{name: t, given: {plan.assumptions.new_win_rate: 25}, expect: [plan.arr.gap = 0]}",
        "revops.yaml:4:54: 'plan.assumptions.new_win_rate' is 25, but a rate is a percentage or a fraction (did you mean 25%?)"
      ),
    ])
  func refuses(test: String, problem: String) {
    let found = problems { () throws(InputErrors) in try outcomes("  - \(test)\n") }
    #expect(found == [problem])
  }

  @Test("what is wrong with 'given' hides nothing that is wrong with 'expect'")
  func allAtOnce() {
    let found = problems { () throws(InputErrors) in
      try outcomes(
        "  - {name: t, given: {plan.current_ar: +5%, plan.targets.expansion: much}, expect: {plan.arr.gpa: 1}}\n"
      )
    }
    #expect(
      found == [
        "revops.yaml:4:23: 'plan.current_ar' is not given, so there is nothing to change (did you mean 'current_arr'?)",
        "revops.yaml:4:69: 'plan.targets.expansion' is 'much', but money is written like $1.2M, 1,200 EUR or (500)",
        "revops.yaml:4:85: there is no figure 'plan.arr.gpa' (did you mean 'plan.arr.gap'?)",
      ])
  }

  /// The plan ends at $16M: 1,000 EUR at $1.25 are $1,250 to either side.
  @Test(
    "a tolerance in another currency is converted",
    arguments: [("16001250", true), ("16001251", false), ("15998750", true)])
  func converted(expected: String, holds: Bool) throws {
    let workspace = try PlanFiles.workspace(
      "tests: [{name: t, expect: {plan.arr.planned_arr: \(expected) ± 1000 EUR}}]\n",
      set: ["company.fx.EUR=1.25"])
    let tests = try CheckRun.evaluate(workspace).outcomes.filter { $0.id == "tests.t" }
    #expect(tests.map(\.status) == [holds ? .passed : .failed])
  }
}
