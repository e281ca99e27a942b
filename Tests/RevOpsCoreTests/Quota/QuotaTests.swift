import Testing

@testable import RevOpsCore

/// Quotas from the text of the section and the tables to their findings.
@Suite struct QuotaTests {
  static func outcome(
    _ section: String, reps: String, tables: [String: String] = [:], options: RunOptions = RunOptions(),
    more: String = ""
  ) throws(InputErrors) -> Outcome {
    let names = (["reps"] + tables.keys.sorted()).map { "\($0): \($0).csv" }.joined(separator: ", ")
    var files = [
      "revops.yaml": "company: {as_of: 2025-12-31}\nquota: \(section)\ndata: {\(names)}\n" + more,
      "reps.csv": reps,
    ]
    for (name, text) in tables { files["\(name).csv"] = text }
    return try AnyAnalysis(Quota.self).run(try workspace(files, options: options))
  }

  static func rows(_ outcome: Outcome, _ key: String) -> [JSONValue] {
    guard case .array(let rows)? = outcome.result[key] else { return [] }
    return rows
  }

  static func numbers(_ outcome: Outcome, _ key: String, _ field: String) -> [Double] {
    rows(outcome, key).map { ForecastAccuracyTests.number($0[field]) ?? .nan }
  }

  static let team = """
    name,role,manager,start_date,end_date,quota,ote,potential
    Ana,AE,Xu,2020-01-01,,400000,100000,4000000
    Bo,AE,Xu,2020-01-01,,400000,100000,2000000
    Cy,AE,Yi,2026-07-02,,400000,100000,2000000
    Xu,Manager,,2019-01-01,,800000,200000,
    Yi,Manager,,2019-01-01,,400000,200000,
    """

  @Test func theTargetGoesDownByPotentialAndDaysAndEverySumHolds() throws {
    // Weights 4 × 365, 2 × 365 and 2 × 183 days: 1,460 + 730 + 366 = 2,556. Of 1,000 units Xu has 856.8 and
    // Yi 143.2, so 857 and 143. Xu's people share 942,700: 628 and 314 units with 700 left on the larger; Cy has 157,300.
    let outcome = try Self.outcome(
      "{period: 2026, target: $1M, weights: {potential: 1}}", reps: Self.team)
    #expect(Self.numbers(outcome, "managers", "quota") == [857_000, 143_000])
    #expect(Self.numbers(outcome, "managers", "rep_quotas") == [942_700, 157_300])
    #expect(Self.numbers(outcome, "reps", "quota") == [628_700, 314_000, 157_300])
    #expect(ForecastAccuracyTests.number(outcome.result["quota_sum"]) == 1_100_000)
    #expect(Self.numbers(outcome, "levels", "quotas") == [1_000_000, 1_000_000, 1_100_000])
    let year = Self.numbers(outcome, "people", "annualised")[2]
    #expect(abs(year - 313_740.4371584699) < 1e-6)  // 157,300 × 365 / 183
  }

  /// Three lines over four sellers who weigh the same, worked by hand.
  ///
  /// Val has 1,000,000 and Zoe 2 % more. Three quarters
  /// of hers, 765,000, go to managers with 5 % more, 803,250; Dee, who sells under her, has 110 % of 255,000. Xu's
  /// people share 588,775, Yi's one has 294,800.
  @Test func everyLineOfManagersHasItsOverAssignment() throws {
    let outcome = try Self.outcome(
      "{period: 2026, target: $1M, over_assignment: {reps: 10%, managers: 5%, second_line: 2%}}",
      reps: """
        name,role,manager,quota
        Ana,AE,Xu,1
        Bo,AE,Xu,1
        Cy,AE,Yi,1
        Dee,AE,Zoe,1
        Xu,Manager,Zoe,
        Yi,Manager,Zoe,
        Zoe,Director,Val,
        Val,VP,,
        """)
    #expect(Self.rows(outcome, "managers").map { $0["manager"] } == ["Val", "Zoe", "Xu", "Yi"])
    #expect(Self.rows(outcome, "managers").map { $0["above"] } == ["", "Val", "Zoe", "Zoe"])
    #expect(Self.numbers(outcome, "managers", "quota") == [1_000_000, 1_020_000, 535_250, 268_000])
    #expect(Self.numbers(outcome, "managers", "reps") == [4, 4, 2, 1])
    #expect(
      Self.numbers(outcome, "managers", "report_quotas") == [1_020_000, 1_083_750, 588_775, 294_800])
    #expect(Self.numbers(outcome, "reps", "quota") == [294_775, 294_000, 294_800, 280_500])
    #expect(
      Self.rows(outcome, "levels").map { $0["level"] } == [
        "company", "third_line", "second_line", "managers", "reps",
      ])
    #expect(
      Self.numbers(outcome, "levels", "quotas") == [1_000_000, 1_000_000, 1_020_000, 803_250, 1_164_075])
    for (found, expected) in zip(
      Self.numbers(outcome, "levels", "over_above").dropFirst(), [0, 0.02, 0.05, 0.1])
    {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  @Test func whoReportsToThemselvesIsRefused() {
    let reps = "name,manager,quota\nAna,Bo,1\nBo,Cy,\nCy,Bo,\nDee,Dee,1\n"
    #expect(
      problems { () throws(InputErrors) in try Self.outcome("{period: 2026, target: $1M}", reps: reps) } == [
        "reps.csv:3:1: 'Bo', 'Cy' report to one another in a circle (leave the manager of whoever is at the top empty)",
        "reps.csv:5:1: 'Dee' reports to themselves (leave the manager of whoever is at the top empty)",
      ])
  }

  @Test func tenureCountsTheMonthsOfTheRamp() throws {
    // 2026-01-01 on: 59 days at 0, 31 at 25 %, 61 at 50 %, 214 in full are 252.25 of 365.
    let outcome = try Self.outcome(
      "{period: 2026, target: $1M, over_assignment: 0%, unit: 1, weights: {tenure: 1}}",
      reps: "name,start_date,quota\nOld,2020-01-01,1\nNew,2026-01-01,1\n")
    let weights = Self.numbers(outcome, "reps", "weight")
    #expect(abs(weights[1] - 252.25 / 617.25) < 1e-12)
    #expect(Self.numbers(outcome, "reps", "quota") == [591_333, 408_667])  // 365 / 617.25 is 0.5913325...
    #expect(Self.rows(outcome, "managers").isEmpty)
  }

  @Test func whoMovesHasAQuotaInEachPlace() throws {
    let outcome = try Self.outcome(
      "{period: 2026, target: 730K, over_assignment: 0%, weights: {potential: 1}}",
      reps: """
        id,name,manager,start_date,end_date,quota,potential
        1,Ana,Xu,2020-01-01,2026-03-31,1,100
        1,Ana,Yi,2026-04-01,,1,100
        2,Bo,Xu,2020-01-01,,1,100
        """)
    // 90 and 275 of 365 days of one half of 730,000.
    #expect(Self.numbers(outcome, "reps", "quota") == [90_000, 275_000, 365_000])
    #expect(Self.numbers(outcome, "people", "quota") == [365_000, 365_000])
    #expect(Self.numbers(outcome, "managers", "quota") == [455_000, 275_000])
    #expect(Self.numbers(outcome, "managers", "reps") == [2, 1])
  }

  @Test func aLeaveTakesItsDaysOffTheQuota() throws {
    let outcome = try Self.outcome(
      "{period: 2026, target: 640K, over_assignment: 0%, weights: {potential: 1}}",
      reps: """
        name,start_date,quota,potential,leave_start,leave_end
        Ana,2020-01-01,1,100,2026-02-01,2026-04-01
        Bo,2020-01-01,1,100,,
        """)
    // 60 days away leave 305 of 365: 305 / 670 of 640,000 is 291,343.
    #expect(Self.numbers(outcome, "reps", "quota") == [291_000, 349_000])
  }

  /// Φ(0), Φ(-1) and Φ(1.5) from a table of the normal distribution, for the same quotas, a fifth more, 30 % less.
  @Test(arguments: [("800K", 0.5), ("960K", 0.158655254), ("560K", 0.933192799)])
  func theChanceFallsAsTheQuotaRises(target: String, expected: Double) throws {
    let outcome = try Self.outcome(
      "{period: 2026, target: \(target), over_assignment: 0%, attainment: {mean: 100%, sd: 20%}}",
      reps: "name,quota\nAna,400000\nBo,400000\n")
    let share = try #require(ForecastAccuracyTests.number(outcome.result["attaining_share"]))
    #expect(abs(share - expected) < 1e-8)  // nine digits of the table
  }

  @Test func inflationPayAndMarketAreFlagged() throws {
    let section = """
      {period: 2026, target: 1.2M, over_assignment: 0%, attainment: {mean: 130%, sd: 10%},
       bottom_up: {SMB: {accounts: 100, coverage: 50%, win_rate: 20%, deal_size: 50K, open_pipeline: 1M}}}
      """
    let outcome = try Self.outcome(
      section, reps: "name,role,segment,quota,ote\nAna,AE,SMB,500000,80000\nBo,AE,SMB,500000,150000\n")
    // Each has 600,000: a fifth more than now; 7.5x and 4x of OTE where 4 to 6x is usual; the accounts carry 500,000.
    // 130 % ± 10 % reach 120 % of the old quota with Φ(1) = 84 %, more than 60 to 70 %.
    #expect(
      outcome.findings.map(\.id) == [
        "quota.few-attain", "quota.inflated", "quota.beyond-market", "quota.pay-ratio",
      ])
    #expect(outcome.findings.last?.subject == "Ana")
    #expect(outcome.findings[1].severity == .warning)
    let market = try #require(outcome.result["bottom_up"])
    #expect(ForecastAccuracyTests.number(market["territory"]) == 500_000)
    #expect(ForecastAccuracyTests.number(market["pipeline"]) == 200_000)
  }

  /// The figures of Tests/Oracles/quotas.py, which works them from the files in Python.
  @Test func theExampleIsWhatPythonWorksOut() throws {
    let loaded = try Northwind.workspace(registry: AnalysisRegistry([]))
    let outcome = try AnyAnalysis(Quota.self).run(loaded)
    // The vice president of the table carries the target, and her two managers what Python hands them.
    #expect(Self.numbers(outcome, "managers", "quota") == [4_960_000, 2_703_000, 2_257_000])
    #expect(
      Self.numbers(outcome, "reps", "quota") == [
        1_033_800, 815_000, 757_000, 367_500, 820_000, 830_700, 443_000, 389_000,
      ])
    #expect(
      Self.rows(outcome, "reps")[3]["quarters"]
        == .array([
          .number(234_500), .number(133_000), .number(0), .number(0),
        ]))
    let share = try #require(ForecastAccuracyTests.number(outcome.result["attaining_share"]))
    #expect(abs(share - 0.2318658877684983) < 1e-12)
    #expect(ForecastAccuracyTests.number(outcome.result["attainment"]?["mean"]) == 0.7966569444444445)
    guard case .array(let segments)? = outcome.result["bottom_up"]?["segments"] else {
      Issue.record("no segments")
      return
    }
    let carried = segments.map { ForecastAccuracyTests.number($0["territory"]) ?? .nan }
    for (found, expected) in zip(carried, [2_149_400, 2_593_829.2682926827, 561_077.8625954199]) {
      #expect(abs(found - expected) < 1e-6)  // a few products of amounts of millions
    }
  }

  @Test func wrongInputHasAPlace() throws {
    let section =
      "{period: 2026, target: 1M, roles: [AEs], potential: {Anna: 1M}, bottom_up: {Enterprize: {}}}"
    let reps = "name,role,segment,quota\nAna,AE,Enterprise,1\n"
    #expect(
      problems { () throws(InputErrors) in try Self.outcome(section, reps: reps) } == [
        "revops.yaml:2:42: nobody of the reps table has the role 'AEs' (did you mean 'AE'?)",
        "revops.yaml:2:61: nobody of the reps table is called 'Anna' (did you mean 'Ana'?)",
        "revops.yaml:2:84: nobody of the reps table works the segment 'Enterprize' (did you mean 'Enterprise'?)",
      ])
  }

  @Test func aTargetBeyondWholeCoinsIsRefused() {
    let found = problems { () throws(InputErrors) in
      try Self.outcome("{period: 2026, target: 1e20}", reps: Self.team)
    }
    #expect(found == ["revops.yaml:2:31: 'quota.target' is too large to be handed out to the coin"])
  }

  @Test func aWeightNeedsItsValues() {
    let section = "{period: 2026, target: 1M, weights: {potential: 1, history: 1}, potential: {Ana: 1M}}"
    #expect(
      problems { () throws(InputErrors) in try Self.outcome(section, reps: "name,quota\nAna,1\nBo,1\n") } == [
        "revops.yaml:2:68: nothing is known of anybody's history (give the table 'credits', or take the factor out)",
        "revops.yaml:2:56: nothing says the potential of 'Bo' (state it under quota.potential, or in a column 'potential' of the reps table)",
      ])
  }

  @Test func rowsThatContradictEachOtherAreRefused() {
    let reps = """
      id,name,start_date,end_date,quota
      1,Ana,2026-03-01,2026-01-31,1
      2,Bo,2025-01-01,,1
      2,Bo,2026-01-01,,1
      3,,2026-01-01,,1
      4,Di,2026-01-01,,-5
      """
    let found = problems { () throws(InputErrors) in
      try Self.outcome("{period: 2026, target: 1M}", reps: reps)
    }
    #expect(
      found == [
        "reps.csv:2:1: 'Ana' leaves before the start", "reps.csv:5:1: the row names nobody",
        "reps.csv:6:1: 'Di' has a quota, an OTE or a potential below zero",
        "reps.csv:4:1: 'Bo' has two rows for the same days",
      ])
  }

  @Test(arguments: QuotaPages.all.map(\.id))
  func everyPageIsFound(id: String) { #expect(Explanations.page(id) != nil) }
}
