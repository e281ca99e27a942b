import Testing

@testable import RevOpsCore

/// The revenue plan from the text of its document to its findings.
@Suite struct RevenuePlanTests {
  static func outcome(_ text: String) throws(InputErrors) -> Outcome {
    let analysis = AnyAnalysis(RevenuePlan.self)
    return try analysis.run(
      try workspace(["plan.yaml": text], "plan.yaml", as: "plan", registry: [analysis]))
  }

  @Test("a workspace without a plan has no plan of zeros, also where a setting of the run is elsewhere")
  func needsItsSection() throws {
    let analysis = AnyAnalysis(RevenuePlan.self)
    func found(_ text: String, set settings: [String] = []) -> [String] {
      problems { () throws(InputErrors) in
        try analysis.runAlone(try workspace(["revops.yaml": text], set: settings, registry: [analysis]))
      }
    }
    let missing =
      "'plan' needs a section 'plan', and 'revops.yaml' has none ('revops schema plan' lists what it may say)"
    #expect(found("company: {name: N}") == [missing])
    #expect(found("company: {nme: N}").last == missing)
    #expect(found("company: {name: N}", set: ["plan.current_arr=5M"]) == [])
    #expect(found("company: {name: N}\nplan: {current_arr: 5M}") == [])
  }

  /// The document of the RevOps Engine, phase 11, as it stands there, with nothing filled in.
  static let blank = """
    fiscal_year: "2026"
    targets:
      total_arr_target: 0
      new_business: 0
      expansion: 0
    assumptions:
      gross_churn_rate: "0%"
      expansion_rate: "0%"
      avg_new_deal_size: 0
      avg_expansion_deal_size: 0
      new_win_rate: "0%"
      expansion_win_rate: "0%"
      avg_sales_cycle_new: "0 days"
      avg_sales_cycle_expansion: "0 days"
    derived:
      new_deals_needed: 0
      opps_needed: 0
      sqls_needed: 0
      mqls_needed: 0
      pipeline_needed: 0
    capacity:
      aes_at_full_ramp: 0
      quota_per_ae: 0
      expected_attainment: "0%"
      productive_capacity: 0
      gap: 0
      hires_needed: 0
    """

  static let filled = """
    fiscal_year: "2026"
    current_arr: $12M
    targets: {total_arr_target: $16M, new_business: $3.36M, expansion: $1.6M}
    assumptions:
      gross_churn_rate: 8%
      avg_new_deal_size: $42,600
      avg_expansion_deal_size: $30K
      new_win_rate: 22%
      expansion_win_rate: 45%
      avg_sales_cycle_new: 74 days
      avg_sales_cycle_expansion: 30 days
      sql_to_opp_rate: 55%
      mql_to_sql_rate: 30%
      sql_to_opp_days: 10
      mql_to_sql_days: 14
    supply:
      open_pipeline: $4M
      pipeline_per_month: $1.3M
      mqls_per_month: 240
      accounts: 1200
      account_coverage: 35%
    derived: {opps_needed: 300}
    capacity: {aes_at_full_ramp: 8, quota_per_ae: $720K, expected_attainment: 62%}
    """

  static func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    default: nil
    }
  }

  @Test func aBlankDocumentIsReadAndClaimsNothing() throws {
    let outcome = try Self.outcome(Self.blank)
    for key in ["new_deals_needed", "opps_needed", "sqls_needed", "mqls_needed", "pipeline_needed"] {
      #expect(outcome.result["derived"]?[key] == .null)
    }
    #expect(outcome.result["binding_constraint"] == .null)
    #expect(outcome.result["arr"]?["planned_arr"] == .null)
    #expect(outcome.findings.map(\.id) == ["plan.incomplete"])
  }

  @Test("half a plan shows what follows from it, and of the rest what it needs, by year, quarter and month")
  func halfAPlan() throws {
    let outcome = try Self.outcome("{current_arr: $3M, targets: {new_business: $1M}}")
    let reasons = Dictionary(
      outcome.absent.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard case .array(let quarters)? = outcome.result["quarters"] else {
      Issue.record("no quarters")
      return
    }
    #expect(quarters.count == 4)
    for (path, row) in [("year", outcome.result["year"] ?? .null)]
      + quarters.enumerated().map({ ("quarters[\($0)]", $1) })
    {
      #expect(Self.number(row["new_business"]) == (path == "year" ? 1_000_000 : 250_000))
      for (key, need) in [
        ("expansion", "needs targets.expansion"), ("deals", "needs assumptions.avg_new_deal_size"),
        ("opps", "needs assumptions.avg_new_deal_size"),
        ("pipeline", "needs assumptions.avg_new_deal_size"),
        ("sqls", "needs assumptions.avg_new_deal_size"), ("mqls", "needs assumptions.avg_new_deal_size"),
        ("expansion_opps", "needs targets.expansion"),
        ("capacity", "needs capacity.aes_at_full_ramp, people or hires"),
        ("gap", "needs capacity.aes_at_full_ramp, people or hires"),
        ("churned", "needs assumptions.gross_churn_rate"),
        ("ending_arr", "needs assumptions.gross_churn_rate"),
      ] {
        #expect(row[key] == .null)
        #expect(reasons["\(path).\(key)"] == .string(need), "\(path).\(key)")
      }
    }
    #expect(outcome.result["arr"]?["planned_arr"] == .null)
    #expect(outcome.findings.map(\.id) == ["plan.incomplete"])
  }

  @Test("without the time to close the year's opportunities are known, and their months are not")
  func withoutACycle() throws {
    let text = Self.filled.replacingOccurrence(of: "avg_sales_cycle_new: 74 days", by: "x-none: 1")
    let outcome = try Self.outcome(text)
    #expect(Self.number(outcome.result["year"]?["opps"]) == 360)
    #expect(
      outcome.absent.first { $0.key == "months[3].opps" }?.value
        == "needs assumptions.avg_sales_cycle_new")
    #expect(outcome.result["arr"]?["carried_new_business"] != .null)
  }

  @Test("days between leads and opportunities that are not given are none, and are said to be assumed")
  func assumedDays() throws {
    #expect(try Self.outcome(Self.filled).assumptions.isEmpty)
    let text = Self.filled.replacingOccurrence(of: "sql_to_opp_days: 10", by: "x-none: 1")
    #expect(try Self.outcome(text).assumptions.map(\.key) == ["plan.assumptions.sql_to_opp_days"])
  }

  @Test(arguments: [
    ("new_deals_needed", 79.0),  // 3,360,000 / 42,600 = 78.87
    ("opps_needed", 360),  // 79 / 0.22 = 359.09
    ("sqls_needed", 655),  // 360 / 0.55 = 654.55
    ("mqls_needed", 2_184),  // 655 / 0.3 = 2,183.33
    ("pipeline_needed", 15_336_000),  // 360 × 42,600
    ("expansion_deals_needed", 54),  // 1,600,000 / 30,000 = 53.33
    ("expansion_opps_needed", 120),  // 54 / 0.45, with nothing left over
    ("expansion_pipeline_needed", 3_600_000),
  ])
  func eachLineIsRoundedUpBeforeTheNext(key: String, expected: Double) throws {
    let derived = try Self.outcome(Self.filled).result["derived"]
    #expect(Self.number(derived?[key]) == expected)
  }

  @Test func endingARRIsWhatStaysAndWhatComes() throws {
    let result = try Self.outcome(Self.filled).result
    let planned = try #require(Self.number(result["arr"]?["planned_arr"]))
    #expect(abs(planned - 16_000_000) < 1e-6)  // 12M × 0.92 + 1.6M + 3.36M
    let share = try #require(Self.number(result["mix"]?["new_business_share"]))
    #expect(abs(share - 0.677419355) < 1e-9)  // 3.36 / 4.96
  }

  /// Caps worked apart: a month has 30.4375 days; 74 days leave 9.568789 months, 98 days 8.780287.
  @Test(arguments: [
    ("capacity", 3_571_200.0),  // 8 × 720,000 × 0.62
    ("pipeline", 3_616_673.511294),  // (4M + 1.3M × 9.568789) × 0.22
    ("leads", 3_258_638.626694),  // 240 × 8.780287 × 0.3 × 0.55 × 0.22 × 42,600
    ("territory", 3_936_240),  // 1,200 × 0.35 × 0.22 × 42,600
  ])
  func eachConstraintCarriesSoMuch(name: String, cap: Double) throws {
    guard case .array(let constraints)? = try Self.outcome(Self.filled).result["constraints"] else {
      Issue.record("no constraints")
      return
    }
    let found = constraints.first { $0["constraint"] == .string(name) }
    let value = try #require(Self.number(found?["cap"]))
    #expect(abs(value - cap) < 0.01)  // worked to the cent
  }

  @Test func theTightestConstraintBindsAndIsAFinding() throws {
    let outcome = try Self.outcome(Self.filled)
    #expect(outcome.result["binding_constraint"] == "leads")
    let gap = try #require(Self.number(outcome.result["binding_gap"]))
    #expect(abs(gap - 101_361.373306) < 0.01)  // 3,360,000 less what the leads carry
    #expect(outcome.findings.map(\.id) == ["plan.capped", "plan.stated-differs"])
    #expect(outcome.findings.map(\.subject) == ["leads", "derived.opps_needed"])
    #expect(outcome.findings.last?.place?.line == 22)
  }

  @Test func partsBelowTheTargetAndOddMixesAreFindings() throws {
    let outcome = try Self.outcome(
      """
      current_arr: $10M
      targets: {total_arr_target: $15M, new_business: $4M, expansion: $0.5M}
      assumptions: {gross_churn_rate: 5%, new_win_rate: 20%, expansion_win_rate: 90%}
      """)
    // 9.5M + 4.5M = 14M; 4 / 4.5 = 89 %; 90 / 20 = 4.5 times.
    #expect(
      outcome.findings.map(\.id) == [
        "plan.incomplete", "plan.target-missed", "plan.mix", "plan.expansion-win-rate",
      ])
    // The parts of the last figure that nobody gave, in the order in which they make it.
    #expect(
      outcome.findings[0].message
        == "the plan leaves out assumptions.avg_new_deal_size, the team with its quota, or one of supply")
  }

  @Test func expansionFollowsItsRateWhereNoTargetIsGiven() throws {
    let outcome = try Self.outcome(
      """
      current_arr: $10M
      targets: {new_business: $2M}
      assumptions: {expansion_rate: 12%, gross_churn_rate: 0%}
      """)
    #expect(Self.number(outcome.result["arr"]?["planned_arr"]) == 13_200_000)
    #expect(outcome.assumptions.map(\.key) == ["plan.targets.expansion"])
  }

  @Test func opportunitiesAreDueACycleBeforeTheirDeals() throws {
    let outcome = try Self.outcome(
      """
      fiscal_year: 2026
      targets: {new_business: 1.2M}
      assumptions: {avg_new_deal_size: 100K, new_win_rate: 50%, avg_sales_cycle_new: 60 days}
      """)
    guard case .array(let months)? = outcome.result["months"],
      case .array(let quarters)? = outcome.result["quarters"]
    else {
      Issue.record("no calendar")
      return
    }
    // One deal and two opportunities a month; 60 days are two months, so January's are due in November 2025.
    #expect(months.count == 14)
    #expect(months.first?["period"] == "2025-11" && months.last?["period"] == "2026-12")
    #expect(months.compactMap { Self.number($0["deals"]) } == [0, 0] + [Double](repeating: 1, count: 12))
    #expect(months.compactMap { Self.number($0["opps"]) } == [Double](repeating: 2, count: 12) + [0, 0])
    #expect(quarters.compactMap { Self.number($0["opps"]) } == [4, 6, 6, 6, 2])
    #expect(quarters.compactMap { Self.number($0["deals"]) } == [0, 3, 3, 3, 3])
  }

  @Test func sharesAreRefusedOutsideZeroToAll() {
    let found = problems { () throws(InputErrors) in
      try Self.outcome(
        """
        targets: {new_business: -1}
        assumptions: {new_win_rate: 120%, gross_churn_rate: -5%}
        """)
    }
    #expect(
      found.sorted() == [
        "plan.yaml:1:25: 'plan.targets.new_business' cannot be below zero",
        "plan.yaml:2:29: 'plan.assumptions.new_win_rate' is a share and lies between 0% and 100%",
        "plan.yaml:2:53: 'plan.assumptions.gross_churn_rate' is a share and lies between 0% and 100%",
      ])
  }

  @Test(arguments: PlanPages.all.map(\.id))
  func everyFindingHasAPage(id: String) { #expect(Explanations.page(id) != nil) }
}
