import Testing

@testable import RevOpsCore

/// Capacity from the text of the section to its findings.
@Suite struct CapacityTests {
  static func outcome(_ text: String) throws(InputErrors) -> Outcome {
    let analysis = AnyAnalysis(Capacity.self)
    return try analysis.run(
      try workspace(["capacity.yaml": text], "capacity.yaml", as: "capacity", registry: [analysis]))
  }

  static func number(_ outcome: Outcome, _ keys: String...) -> Double? {
    var value: JSONValue? = outcome.result
    for key in keys { value = value?[key] }
    guard case .number(let number)? = value else { return nil }
    return number
  }

  @Test func fiveMillionAtSixHundredThousandAndSeventyPercentNeedsTwelve() throws {
    let outcome = try Self.outcome(
      """
      fiscal_year: "2026"
      target: $5M
      aes_at_full_ramp: 0
      quota_per_ae: $600K
      expected_attainment: 70%
      """)
    #expect(Self.number(outcome, "required_aes") == 12)  // 5,000,000 / 420,000 = 11.905
    #expect(Self.number(outcome, "gap") == 5_000_000)
    #expect(Self.number(outcome, "hires_needed") == 18)  // 11.905 × 12 / 8.25 = 17.316
    #expect(Self.number(outcome, "rule_of_thumb", "low") == 14)
    #expect(Self.number(outcome, "rule_of_thumb", "high") == 15)
    #expect(Self.number(outcome, "rule_of_thumb", "first_year_months") == 8.25)
    #expect(Self.number(outcome, "rule_of_thumb", "day_one_hires") == 18)
    let exact = try #require(Self.number(outcome, "rule_of_thumb", "day_one_exact"))
    #expect(abs(exact - 17.316017) < 1e-6)  // worked to six places
    #expect(outcome.findings.map(\.id) == ["capacity.short"])
    #expect(outcome.findings.first?.place?.line == 2)
    #expect(outcome.assumptions.map(\.key) == ["capacity.ramp", "capacity.attrition"])
  }

  private static let nobody = "needs capacity.aes_at_full_ramp, people or hires"
  private static let noQuota = "needs capacity.quota_per_ae above 0"

  @Test(
    "a team that nobody described is not one that brings nothing: no gap, no shortfall, no hires",
    arguments: [
      ("target: $5M", nobody, noQuota),
      ("{target: $5M, quota_per_ae: $600K, expected_attainment: 70%}", nobody, nobody),
      ("{target: $5M, aes_at_full_ramp: 8, expected_attainment: 70%}", noQuota, noQuota),
      (
        "{target: $5M, aes_at_full_ramp: 8, quota_per_ae: $600K}",
        "needs capacity.expected_attainment above 0", "needs capacity.expected_attainment above 0"
      ),
      (
        "{target: $5M, expected_attainment: 70%, people: [{name: A, quota: $600K}, {name: B}]}", noQuota,
        noQuota
      ),
    ])
  func unknownTeam(text: String, reason: String, hires: String) throws {
    let outcome = try Self.outcome(text)
    for key in [
      "productive_capacity", "gap", "months[4].capacity", "months[4].cumulative_gap", "hires_needed",
    ] {
      let why = outcome.absent.first { $0.key == key }?.value
      #expect(why == .string(key == "hires_needed" ? hires : reason), "\(key)")
    }
    #expect(outcome.findings.isEmpty)
    guard reason == Self.nobody else { return }
    for key in [
      "rre", "leavers", "heads_last_month", "roles[0].heads", "roles[1].heads", "months[0].rre",
      "loaded_cost",
    ] {
      #expect(outcome.absent.first { $0.key == key }?.value == .string(reason), "\(key)")
    }
  }

  @Test("without a target in either section both are named")
  func noTarget() {
    #expect(
      problems { () throws(InputErrors) in try Self.outcome("aes_at_full_ramp: 3") } == [
        "capacity.yaml:1:1: neither 'capacity.target' nor 'plan.targets.new_business' is given (write what the team is to bring in the year, such as target: $5M)"
      ])
  }

  @Test func rolesFollowTheSellersAndCostIsTheirSum() throws {
    let outcome = try Self.outcome(
      """
      target: $4M
      aes_at_full_ramp: 10
      quota_per_ae: $600K
      expected_attainment: 70%
      sdr: {pipeline_share: 30%, win_rate: 25%, pipeline_per_sdr: $1.5M}
      csm: {arr: $12M, arr_per_csm: $2M}
      loaded_cost: {ae: 200K, se: 180K, manager: 250K, sdr: 90K, csm: 110K}
      """)
    // SE 10 / 4 -> 3; managers 10 / 8 -> 2; SDR 4M / 25% × 30% = 4.8M / 1.5M -> 4; CSM 6.
    guard case .array(let roles)? = outcome.result["roles"] else {
      Issue.record("no roles")
      return
    }
    let heads = roles.map { role -> Double in
      guard case .number(let heads)? = role["heads"] else { return -1 }
      return (heads * 1e6).rounded() / 1e6
    }
    #expect(heads == [10, 3, 2, 4, 6])
    // 10 × 200 + 3 × 180 + 2 × 250 + 4 × 90 + 6 × 110 = 4,060 thousand, for 4.2M of capacity.
    let cost = try #require(Self.number(outcome, "loaded_cost"))
    #expect(abs(cost - 4_060_000) < 1e-3)
    let each = try #require(Self.number(outcome, "cost_of_capacity"))
    #expect(abs(each - 0.9666667) < 1e-6)
    #expect(outcome.findings.isEmpty)
  }

  @Test func aYearThatIsNearlyOverCannotBeMendedByHiring() throws {
    let outcome = try Self.outcome(
      """
      fiscal_year: 2026
      target: $1M
      aes_at_full_ramp: 0
      quota_per_ae: $600K
      expected_attainment: 70%
      hire_from: 2026-11-01
      """)
    #expect(outcome.result["hires_needed"] == .null)
    let reasons = outcome.absent.filter { $0.key == "hires_needed" }.map(\.value)
    #expect(reasons == ["nobody who starts on 2026-11-01 brings anything within the year"])
    #expect(
      outcome.findings.first?.advice
        == "lower the target; how many to hire is not known: nobody who starts on 2026-11-01 brings anything within the year"
    )
  }

  @Test func coveredAsAYearButLateIsSaid() throws {
    let outcome = try Self.outcome(
      """
      fiscal_year: 2026
      target: $400K
      quota_per_ae: $600K
      expected_attainment: 100%
      hires: [{start_date: 2026-01-01, count: 1}]
      """)
    // 412,500 in the year, and nothing in its first two months.
    #expect(outcome.findings.map(\.id) == ["capacity.late"])
  }

  @Test func slowRampsAndThinSupportAreJudgedByTheBands() throws {
    let outcome = try Self.outcome(
      """
      target: 0
      quota_per_ae: 600K
      expected_attainment: 70%
      ramp: [0, 0, 0, 25%, 25%, 50%, 75%, 100%]
      aes_per_se: 6
      """)
    #expect(outcome.findings.map(\.id) == ["capacity.ramp-slow", "capacity.se-thin"])
  }

  @Test func everyProblemIsNamedAtOnce() {
    let found = problems { () throws(InputErrors) in
      try Self.outcome(
        """
        target: -5
        attrition: 120%
        ramp: [0, 150%]
        seasonality: [1, 1]
        aes_per_se: 0
        people: [{name: Ann, start_date: 2026-05-01, end_date: 2026-04-01}]
        """)
    }
    #expect(
      found.sorted() == [
        "capacity.yaml:1:9: 'target' cannot be negative",
        "capacity.yaml:2:12: 'attrition' is a share of a team below 100%",
        "capacity.yaml:3:7: 'ramp' has a month outside 0% to 100%",
        "capacity.yaml:4:14: 'seasonality' has 2 weights that sum to 2.0, but twelve that sum to 12 are wanted "
          + "(one a month of the fiscal year, none below 0; a usual month is 1)",
        "capacity.yaml:5:13: 'aes_per_se' has to be more than 0",
        "capacity.yaml:6:56: 'Ann' leaves before the start",
      ])
  }

  @Test(arguments: CapacityPages.all.map(\.id))
  func everyFindingHasAPage(id: String) { #expect(Explanations.page(id) != nil) }
}
