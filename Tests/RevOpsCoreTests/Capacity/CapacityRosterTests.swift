import Testing

@testable import RevOpsCore

/// The team taken from the tables of a workspace.
@Suite struct CapacityRosterTests {
  static let reps = """
    id,name,role,segment,manager,start_date,end_date,quota,ote,leave_start,leave_end
    1,Ana,AE,Enterprise,Mo,2020-01-01,,900000,250000,2026-03-01,2026-04-30
    2,Bo,AE,SMB,Mo,2026-03-16,,480000,120000,,
    3,Cy,AE,Enterprise,Mo,2021-01-01,2026-06-15,900000,250000,,
    4,Di,AE,SMB,Mo,2019-01-01,2025-12-31,480000,120000,,
    9,Mo,Manager,,,2018-01-01,,2000000,300000,,
    """

  static let rules = """
    fiscal_year: "2026"
    target: $3M
    quota_per_ae: $600K
    expected_attainment: 70%
    attrition: 20%
    time_to_fill: 2 months
    """

  static func outcome(
    _ section: String, reps: String? = nil, more: [String: String] = [:], plan: String = ""
  ) throws(InputErrors) -> Outcome {
    var files = ["capacity.yaml": section, "plan.yaml": plan]
    var tables: [String] = []
    if let reps {
      files["reps.csv"] = reps
      tables.append("reps: reps.csv")
    }
    for (name, text) in more {
      files["\(name).csv"] = text
      tables.append("\(name): \(name).csv")
    }
    files["revops.yaml"] =
      "company: {as_of: 2025-12-31}\ncapacity: capacity.yaml\n"
      + (plan.isEmpty ? "" : "plan: plan.yaml\n")
      + (tables.isEmpty ? "" : "data: {\(tables.joined(separator: ", "))}\n")
    return try AnyAnalysis(Capacity.self).run(try workspace(files))
  }

  @Test func aTableSaysWhatAListOfPeopleSays() throws {
    let listed =
      Self.rules + """

        people:
          - {name: Ana, start_date: 2020-01-01, quota: 900K, leave_start: 2026-03-01, leave_end: 2026-04-30}
          - {name: Bo, start_date: 2026-03-16, quota: 480K}
          - {name: Cy, start_date: 2021-01-01, end_date: 2026-06-15, quota: 900K}
        """
    let (table, list) = (try Self.outcome(Self.rules, reps: Self.reps), try Self.outcome(listed))
    #expect(table.result["months"] == list.result["months"])
    #expect(table.assumptions.map(\.key).contains("capacity.people"))
    // January: Ana and Cy at 900,000 / 12 × 70 %.
    guard case .array(let months)? = table.result["months"] else {
      Issue.record("no months")
      return
    }
    #expect(abs((ForecastAccuracyTests.number(months[0]["capacity"]) ?? 0) - 105_000) < 1e-6)
    // Ana is away for all of March; she still counts as a head, less a chance of a fifth a year to have left.
    let away = try #require(ForecastAccuracyTests.number(months[2]["on_leave"]))
    #expect(abs(away - 0.9634925) < 1e-6)  // 0.8^(2/12)
  }

  @Test func aDocumentThatListsPeopleIsNotAddedTo() throws {
    let outcome = try Self.outcome(Self.rules + "\naes_at_full_ramp: 2\n", reps: Self.reps)
    #expect(CapacityTests.number(outcome, "heads_first_month") == 2)
  }

  @Test func roleAndSegmentHaveRampsOfTheirOwn() throws {
    // Bo starts on 16 March in SMB, where the ramp is over after one month: at 480,000 until the year's end.
    let rules = """
      fiscal_year: "2026"
      target: $1M
      quota_per_ae: $600K
      expected_attainment: 100%
      by_role: {SMB: {ramp: [0%]}, Enterprise: {quota: $960K}}
      people:
        - {name: Bo, segment: SMB, start_date: 2026-03-16, quota: 480K}
      hires:
        - {start_date: 2026-07-01, role: Enterprise}
      """
    let outcome = try Self.outcome(rules)
    // Bo from 16 April: 15 of 30 days and eight months of 40,000; the hire 80,000 × (0.25 + 0.5 + 0.5 + 1) in 2026.
    let expected = 40_000 * 8.5 + 80_000 * 2.25
    #expect(abs((CapacityTests.number(outcome, "productive_capacity") ?? 0) - expected) < 1e-6)
  }

  @Test func aNameThatNobodyHasIsRefused() {
    let text = Self.rules + "\nby_role: {SBM: {ramp: [0%]}}\nroles: [AEs]\n"
    #expect(
      problems { () throws(InputErrors) in try Self.outcome(text, reps: Self.reps) } == [
        "capacity.yaml:7:11: nobody has the role or segment 'SBM' (did you mean 'SMB'?)",
        "capacity.yaml:8:8: nobody has the role or segment 'AEs' (did you mean 'AE'?)",
      ])
  }

  @Test func yearAndTargetAreThePlansWhereNoneIsGiven() throws {
    let outcome = try Self.outcome(
      "quota_per_ae: 600K\nexpected_attainment: 70%\naes_at_full_ramp: 5\n",
      plan: "fiscal_year: 2027\ntargets: {new_business: $2M, expansion: 1M}\n")
    #expect(outcome.result["fiscal_year"] == "FY2027")
    #expect(CapacityTests.number(outcome, "target") == 2_000_000)
    #expect(CapacityTests.number(outcome, "gap") == -100_000)
  }

  @Test func thePlanCountsOnTheTeamOfTheSection() throws {
    let plan = "fiscal_year: 2026\ntargets: {new_business: $2M}\n"
    let files = { (plan: String) in
      [
        "revops.yaml":
          "company: {as_of: 2025-12-31}\ncapacity: capacity.yaml\nplan: plan.yaml\ndata: {reps: reps.csv}\n",
        "capacity.yaml": Self.rules, "plan.yaml": plan, "reps.csv": Self.reps,
      ]
    }
    let capacity = try Self.outcome(Self.rules, reps: Self.reps)
    let outcome = try AnyAnalysis(RevenuePlan.self).run(try workspace(files(plan)))
    #expect(
      outcome.result["capacity"]?["productive_capacity"] == capacity.result["productive_capacity"])
    let own = "capacity: {aes_at_full_ramp: 4, quota_per_ae: 600K, expected_attainment: 70%}\n"
    let two = try AnyAnalysis(RevenuePlan.self).run(try workspace(files(plan + own)))
    #expect(ForecastAccuracyTests.number(two.result["capacity"]?["productive_capacity"]) == 1_680_000)
    #expect(two.findings.map(\.id) == ["plan.incomplete", "plan.capped", "plan.two-teams"])
    #expect(two.findings.last?.place?.line == 3)
  }

  @Test func whoMovedIsOnePersonAndTheDaysBetweenAreAway() throws {
    let reps = """
      id,name,manager,start_date,end_date,quota
      1,Ana,X,2020-01-01,2026-01-31,600000
      1,Ana,Y,2026-03-01,,720000
      """
    let outcome = try Self.outcome(
      "fiscal_year: 2026\ntarget: 1M\nexpected_attainment: 100%\n", reps: reps)
    guard case .array(let months)? = outcome.result["months"] else {
      Issue.record("no months")
      return
    }
    let capacities = months.prefix(3).map { ForecastAccuracyTests.number($0["capacity"]) }
    #expect(capacities == [60_000, 0, 60_000])  // at the quota of the last row
    #expect(ForecastAccuracyTests.number(outcome.result["leavers"]) == 0)
  }

  @Test func payIsFixedForHeadsAndVariableForWhatTheyBring() throws {
    let outcome = try CapacityTests.outcome(
      """
      fiscal_year: "2026"
      target: $1M
      quota_per_ae: $600K
      expected_attainment: 70%
      hires: [{start_date: 2026-01-01}]
      pay: {ote: 200K, variable: 50%}
      """)
    // 100,000 fixed, and 100,000 × 70 % × 8.25 / 12.
    #expect(abs((CapacityTests.number(outcome, "comp_cost") ?? 0) - 148_125) < 1e-6)
  }

  @Test func aBudgetThatNoPlanFitsIsAFinding() throws {
    let text = CapacityHiringTests.document.replacing("budget: 100K", with: "budget: 80K")
    let outcome = try CapacityTests.outcome(text)
    #expect(outcome.findings.map(\.id).contains("capacity.over-budget"))
    // The rule: two sellers required, 15 for 12 of them are three, one is there: two hires on day one, 3K and 60K each.
    #expect(CapacityTests.number(outcome, "rule_hires", "hires") == 2)
    #expect(CapacityTests.number(outcome, "rule_hires", "cost") == 126_000)
    // One there brings 120K, each hire 10.5 months of 10K: 330K against 240K.
    #expect(CapacityTests.number(outcome, "rule_hires", "gap") == -90_000)
    // The cheapest two cost 81K, 1K more than there is.
    #expect(CapacityTests.number(outcome, "hiring", "bound") == 81_000)
    #expect(CapacityTests.number(outcome, "hiring", "budget_left") == -1000)
    #expect(outcome.result["hiring"]?["hires"] == .array([]))
  }

  @Test func recruitingTakesItsTime() throws {
    // The last day of 2025 plus 75 days is 16 March: the first month to start in is April.
    let rules =
      "fiscal_year: 2026\ntarget: 1M\naes_at_full_ramp: 0\nquota_per_ae: 120K\nexpected_attainment: 100%\n"
    let outcome = try Self.outcome(
      rules + "loaded_cost: {ae: 60K}\nhiring: {max_hires_per_month: 99, recruiting_lead: 75 days}\n")
    #expect(outcome.result["hire_from"] == "2026-04-01")
    let starts = CapacityHiringTests.hires(outcome) ?? []
    #expect(starts.prefix(3).allSatisfy { $0 == 0 } && starts.contains { $0 > 0 })
  }

  @Test func aFittedRampCountsWhereNoneIsStated() throws {
    let starts = (1...6).map { "new \($0),2024-0\($0)-01,120000" }
    let reps = "name,start_date,quota\nold,2020-01-01,120000\n" + starts.joined(separator: "\n") + "\n"
    var credits = "deal,rep,date,amount\n"
    for month in 0..<24 {
      let on = day("2024-01-10").adding(months: month)
      credits += "d,old,\(on),10000\n"
      for new in 1...6 where month >= new - 1 {
        credits += "d,new \(new),\(on),\(month == new - 1 ? 0 : month == new ? 5000 : 10_000)\n"
      }
    }
    let rules =
      "fiscal_year: 2026\ntarget: 1M\naes_at_full_ramp: 0\nquota_per_ae: 120K\nexpected_attainment: 100%\n"
    let outcome = try Self.outcome(rules, reps: reps, more: ["credits": credits])
    #expect(outcome.result["rule_of_thumb"]?["first_year_months"] == .number(10.5))
    #expect(outcome.result["ramp_fit"]?["is_used"] == .bool(true))
    let stated = try Self.outcome(
      rules + "ramp: [0%, 0%, 0%, 0%]\n", reps: reps, more: ["credits": credits])
    #expect(stated.result["rule_of_thumb"]?["first_year_months"] == .number(8))
    #expect(stated.findings.map(\.id).contains("capacity.ramp-differs"))
  }
}
