import Testing

@testable import RevOpsCore

/// The way back after a miss, from the text of the plan to its findings.
@Suite struct PlanRecoveryTests {
  static func outcome(_ recovery: String, deals: String? = nil, more: String = "") throws(InputErrors)
    -> Outcome
  {
    var files = ["plan.yaml": "recovery:\n" + recovery.split(separator: "\n").map { "  \($0)\n" }.joined()]
    if let deals { files["deals.csv"] = deals }
    files["revops.yaml"] =
      "company: {as_of: 2026-03-31}\nplan: plan.yaml\n"
      + (deals == nil ? "" : "data: {opportunities: deals.csv}\n") + more
    return try AnyAnalysis(PlanRecovery.self).run(try workspace(files))
  }

  static func number(_ value: JSONValue?) -> Double { ForecastAccuracyTests.number(value) ?? .nan }

  static func row(_ list: String, _ key: String, _ name: JSONValue, of outcome: Outcome) -> JSONValue? {
    DemandTests.rows(outcome.result[list]).first { $0[key] == name }
  }

  /// A quarter of 91 days of which deals can be opened on 60.875, two months.
  static let quarter = """
    period: 2026-Q2
    miss: 200
    target: 900
    closed: 0
    named: [{name: Acme, amount: 400, owner: A, action: Sign, by: 2026-04-15}]
    open_pipeline: 1200
    pipeline_per_month: 600
    win_rate: 25%
    average_deal: 50
    cycle_days: 30.125 days
    """

  /// By hand: 200 + 900 - 400 = 700; over 25 % 2,800, of which 1,200 are open and 1,600 are to be created in two
  /// months.
  ///
  /// 25 % of 1,200 + 2 × 600 are 600: 100 are missing.
  @Test func theGapIsWorkedBackToPipelineAndMonths() throws {
    let outcome = try Self.outcome(Self.quarter)
    let expected: [(String, Double)] = [
      ("recovery_gap", 700), ("recovery_pipeline", 2800), ("pipeline_to_create", 1600),
      ("months_to_create", 2),
      ("per_month_needed", 800), ("expected", 1000), ("recovery_shortfall", 100),
    ]
    for (key, value) in expected { #expect(abs(Self.number(outcome.result[key]) - value) < 1e-9, "\(key)") }
    // 30.125 days before 30 June, in whole days the 30th of May.
    #expect(outcome.result["open_by"] == "2026-05-30")
    #expect(outcome.result["verdict"] == "credible")
    #expect(outcome.findings.map(\.id) == ["recovery.short"])
  }

  /// By hand, each alone: deal size and win rate by 700/600; 800 a month; the cycle leaves 1,600 / 600 months of
  /// 30.4375 days, 81.1667 of the 91.
  @Test(arguments: [
    ("average_deal", 58.333333333333336, 0.166666666667), ("win_rate", 0.29166666666666669, 0.166666666667),
    ("pipeline_per_month", 800, 0.333333333333), ("cycle_days", 9.8333333333333, -0.673582296),
  ])
  func eachLeverAloneHasItsValue(lever: String, needed: Double, change: Double) throws {
    let found = Self.row("levers", "lever", .string(lever), of: try Self.outcome(Self.quarter))
    #expect(abs(Self.number(found?["needed"]) - needed) < 1e-9)
    #expect(abs(Self.number(found?["change"]) - change) < 1e-6)
  }

  @Test func leversAreRankedByHowFarTheyHaveToMove() throws {
    let levers = DemandTests.rows(try Self.outcome(Self.quarter).result["levers"])
    #expect(
      levers.map { $0["lever"] } == ["average_deal", "win_rate", "pipeline_per_month", "cycle_days"])
    #expect(levers.map { $0["within_reach"] } == [.bool(true), .bool(true), .bool(false), .bool(false)])
  }

  /// "A win rate improvement from 25% to 30% is equivalent to generating 20% more pipeline", and 20 % more deal size
  /// brings 20 % more from the same deals: the Revenue Operating System on the four levers.
  ///
  /// Two of them together
  /// need √1.2 - 1 each.
  @Test func theFourLeversAreAsPublished() throws {
    let outcome = try Self.outcome(
      """
      {period: 2026-Q2, miss: 300, target: 900, open_pipeline: 0, pipeline_per_month: 2000, win_rate: 25%,
       average_deal: 50, cycle_days: 30.125 days}
      """)
    func lever(_ name: JSONValue) -> JSONValue? { Self.row("levers", "lever", name, of: outcome) }
    #expect(abs(Self.number(lever("win_rate")?["needed"]) - 0.3) < 1e-12)
    #expect(abs(Self.number(lever("pipeline_per_month")?["needed"]) - 2400) < 1e-9)
    #expect(abs(Self.number(lever("average_deal")?["needed"]) - 60) < 1e-12)
    let pairs = [
      ["average_deal", "win_rate"], ["average_deal", "pipeline_per_month"],
      ["win_rate", "pipeline_per_month"],
    ]
    for pair in pairs {
      let share = Self.number(
        Self.row("combinations", "levers", .array(pair.map { .string($0) }), of: outcome)?["share"])
      #expect(abs(share - 0.09544511501033223) < 1e-12)
    }
  }

  @Test func afterTheLastDayToOpenNewPipelineIsTooLate() throws {
    let outcome = try Self.outcome(
      """
      {period: 2026-Q2, miss: 300, target: 900, open_pipeline: 2000, pipeline_per_month: 2000, win_rate: 25%,
       average_deal: 50, cycle_days: 91 days}
      """)
    #expect(outcome.result["open_by"] == "2026-03-31")
    #expect(Self.number(outcome.result["months_to_create"]) == 0)
    #expect(outcome.result["per_month_needed"] == .null)
    let created = Self.row("levers", "lever", "pipeline_per_month", of: outcome)
    #expect(created?["needed"] == .null)
    #expect(
      outcome.absent.map(\.key).contains("per_month_needed"))
    // All four a fifth better leave 18.2 days: 1.44 × 25 % of 2,000 + 2,400 × 18.2 / 30.4375 are 1,236.7 of 1,200.
    #expect(outcome.result["verdict"] == "credible")
    #expect(outcome.findings.map(\.id) == ["recovery.short", "recovery.too-late"])
  }

  static let deals = """
    id,type,owner,stage,amount,created_date,close_date,next_step,next_step_date
    1,new,A,Closed Won,100,2025-12-01,2026-01-30,,
    2,new,A,Closed Lost,40,2025-12-01,2026-02-01,,
    3,new,A,Discovery,120,2026-01-01,2026-05-01,Pricing call,2026-04-02
    4,new,,Discovery,60,2026-01-01,2026-06-30,,
    5,new,A,Discovery,90,2026-01-01,2026-07-01,,
    6,renewal,A,Discovery,900,2026-01-01,2026-05-01,,
    7,new,A,Discovery,30,2026-02-01,2026-04-10,,
    """

  /// One of two won, 60 days, 440 created in a year; in the last quarter 100 of 250 won; deals 3, 4 and 7 are due, and 3
  /// and 4 are named.
  @Test func whatIsNotStatedIsMeasured() throws {
    let outcome = try Self.outcome(
      """
      types: [new]
      last_target: 250
      target: 300
      named: [{deal: 3}, {deal: 4}, {deal: 5}]
      """, deals: Self.deals, more: "pipeline: {stages: {Discovery: {outcome: open}}}\n")
    let expected: [(String, Double)] = [
      ("miss", 150), ("closed", 0), ("named", 180), ("open_pipeline", 30), ("win_rate", 0.5),
      ("cycle_days", 60),
      ("average_deal", 100), ("pipeline_per_month", 440 / 365.0 * 30.4375), ("recovery_gap", 270),
    ]
    for (key, value) in expected { #expect(abs(Self.number(outcome.result[key]) - value) < 1e-9, "\(key)") }
    #expect(
      DemandTests.rows(outcome.result["named_deals"]).map { $0["standing"] } == ["open", "open", "late"])
    #expect(
      outcome.findings.map(\.id) == ["recovery.not-credible", "recovery.named-loose", "recovery.named-gone"])
    #expect(outcome.findings[1].message == "the named deal '4' has not an owner, an action and a day for it")
  }

  @Test func whatIsNotKnownIsNotNothing() throws {
    let outcome = try Self.outcome("{period: 2026-Q2, miss: 1, target: 9, win_rate: 25%}")
    #expect(Self.number(outcome.result["recovery_pipeline"]) == 40)
    #expect(outcome.result["expected"] == .null && outcome.result["verdict"] == "unknown")
    #expect(outcome.absent.contains(.init("expected", "needs plan.recovery.open_pipeline")))
  }

  @Test func wrongInputHasAPlace() {
    func text(_ recovery: String, deals: String? = nil) -> [String] {
      problems { () throws(InputErrors) in
        try Self.outcome(
          recovery, deals: deals, more: "pipeline: {stages: {Discovery: {outcome: open}}}\n")
      }
    }
    #expect(
      text("{target: 9}") == [
        "plan.yaml:2:3: nothing says by how much the period before FY2026-Q2 fell short (state plan.recovery.miss, or plan.recovery.last_target beside the opportunities)"
      ])
    #expect(
      text("{miss: -1, win_rate: 130%, tarrget: 9}") == [
        "plan.yaml:2:10: 'plan.recovery.miss' cannot be below zero",
        "plan.yaml:2:24: 'plan.recovery.win_rate' is a share and lies between 0% and 100%",
        "plan.yaml:2:30: unknown key 'tarrget' in 'plan.recovery' (did you mean 'target'?)",
      ])
    #expect(
      text("{miss: 1, target: 9, named: [{deal: 33}, {name: X}, {name: X}, {amount: 3}]}", deals: Self.deals)
        == [
          "plan.yaml:2:39: no opportunity has the id '33' (did you mean '3'?)",
          "plan.yaml:2:55: 'X' is named twice, and would count twice",
          "plan.yaml:2:66: a named deal gives neither 'deal' nor 'name' (write its id in the opportunities, {deal: OPP-1}, or a name and an amount)",
        ])
  }

  /// A path of random figures: half of them years of a month, some already late.
  static func path(_ random: inout SplitMix64) -> RecoveryPath {
    RecoveryPath(
      gap: Double.random(in: 1e4...2e6, using: &random), open: Double.random(in: 0...4e6, using: &random),
      createdPerMonth: Double.random(in: 1e4...2e6, using: &random),
      winRate: Double.random(in: 0.05...0.6, using: &random),
      cycleDays: Double.random(in: 1...120, using: &random),
      daysLeft: Double(Int.random(in: 0...120, using: &random)),
      periodDays: Double([30, 91, 92, 365][Int.random(in: 0..<4, using: &random)]))
  }

  /// What a lever has to become closes the gap, neither more nor less.
  @Test func anyLeverAtItsValueBringsExactlyTheGap() {
    var random = SplitMix64(seed: 71)
    var found = 0
    for _ in 0..<2000 {
      let path = Self.path(&random)
      for lever in RecoveryLever.allCases {
        guard let multiple = path.multiple(of: lever).value, multiple > 0 else { continue }
        var setting = RecoveryPath.Setting()
        switch lever {
        case .averageDeal: setting.averageDeal = multiple
        case .winRate: setting.winRate = multiple
        case .created: setting.created = multiple
        case .cycle: setting.cycle = multiple
        }
        let brought = path.expected(setting)
        if path.winRate * path.open > path.gap, lever == .created || lever == .cycle {
          #expect(brought >= path.gap)
        } else {
          // A handful of products and one quotient.
          #expect(abs(brought - path.gap) < 1e-9 * path.gap)
          found += 1
        }
      }
    }
    #expect(found > 3000)
  }

  /// The share found closes the gap and a little less of it does not; more levers need no more each.
  @Test func togetherLeversNeedTheLeastShareThatIsEnough() {
    var random = SplitMix64(seed: 72)
    for _ in 0..<500 {
      let path = Self.path(&random)
      for levers in RecoveryLever.combinations {
        guard let share = path.share(of: levers).value, share > 0 else { continue }
        #expect(path.expected(path.setting(of: levers, movedBy: share)) >= path.gap)
        #expect(path.expected(path.setting(of: levers, movedBy: share * (1 - 1e-9))) < path.gap)
        let all = path.share(of: RecoveryLever.allCases).value ?? .infinity
        #expect(all <= share * (1 + 1e-9))
      }
    }
  }
}
