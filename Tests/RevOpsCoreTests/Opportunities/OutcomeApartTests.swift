import Testing

@testable import RevOpsCore

/// Exports whose status says how a deal ended, while its stage stays the last that it was in; figures worked by hand.
@Suite struct OutcomeApartTests {
  private static let dynamics = """
    opportunityid,name,ownerid,estimatedvalue,estimatedclosedate,actualclosedate,createdon,stepname,statecode
    1,A,Ana,100,2026-12-01,,2026-01-01,2-Develop,0
    2,B,Ana,300,2026-10-11,2026-10-01,2026-01-01,4-Close,1
    3,C,Ana,200,2026-10-11,2026-10-02,2026-01-01,3-Propose,2

    """
  private static let pipedrive = """
    Deal - ID,Deal - Stage,Deal - Status,Deal - Value,Deal - Expected close date,Deal - Won time,Deal - Lost time
    1,Demo Scheduled,Open,100,2026-12-01,,
    2,Proposal Made,Won,300,2026-12-11,2026-10-01,
    3,Proposal Made,Lost,200,2026-12-11,,2026-10-02

    """
  /// What any file has whose status is mapped to both of our columns.
  private static let mapped = """
    id,stage,how,amount,close_date
    1,Proposal Made,open,100,2026-12-01
    2,Proposal Made,won,300,2026-10-01
    3,Proposal Made,lost,200,2026-10-02

    """
  private static let stages = "quota: 1000, stages: {Demo Scheduled: {}, Proposal Made: {outcome: open}}"

  private static func run<A: Analysis>(
    _ analysis: A.Type, _ csv: String, pipeline: String = "quota: 1000"
  ) throws -> A.Result {
    let columns = csv.contains(",how,") ? ", columns: {is_closed: how, is_won: how}" : ""
    var workspace = try RevOpsCoreTests.workspace([
      "revops.yaml": """
      company: {as_of: 2026-10-31}
      pipeline: {\(pipeline), period: 2026-Q4}
      data: {opportunities: {file: deals.csv\(columns)}}
      """, "deals.csv": csv,
    ])
    workspace.readTables(A.tables + A.optionalTables)
    if let errors = InputErrors(workspace.problems) { throw errors }
    return A.compute(try A.input(from: workspace))
  }

  @Test(arguments: [
    (dynamics, "quota: 1000"), (pipedrive, "quota: 1000"), (pipedrive, stages), (mapped, "quota: 1000"),
  ])
  func aDealIsWonOrLostByItsStatusWhateverItsStage(csv: String, pipeline: String) throws {
    let coverage = try Self.run(PipelineCoverage.self, csv, pipeline: pipeline)
    #expect(coverage.total == 100 && coverage.deals == 1 && coverage.won == 300)
    let hygiene = try Self.run(PipelineHygiene.self, csv, pipeline: pipeline)
    #expect(hygiene.openDeals == 1)
    #expect(!hygiene.rows.contains { $0.check == .contradictions })
    let velocity = try Self.run(PipelineVelocity.self, csv, pipeline: pipeline)
    #expect(velocity.record?.won == 1 && velocity.record?.lost == 1)
  }

  /// Whoever drags a deal to a stage for won deals and leaves it open has not won it in the CRM.
  @Test func aStageThatEndsDealsMayContradictTheStatus() throws {
    let csv = """
      Deal - ID,Deal - Stage,Deal - Status,Deal - Value,Deal - Expected close date
      1,Closed Won,Open,100,2026-10-01
      2,Closed Won,Lost,100,2026-10-01
      3,Closed Won,Won,100,2026-10-01
      """
    let table = try Deals.table(csv)
    #expect(table.outcomes == [.won, .lost, .won])
    #expect(table.flagsDisagree == [true, true, false])
    let rows = try Self.run(PipelineHygiene.self, csv).rows.filter { $0.check == .contradictions }
    #expect(
      Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.detail) }) == [
        "1": "stage 'Closed Won' is won, its flags say otherwise",
        "2": "stage 'Closed Won' is won, its status is lost",
      ])
  }

  /// Salesforce's flags repeat what its stages say: where they do not, the stage counts and the deal is told.
  @Test func flagsThatRepeatTheStageDoNotOverruleIt() throws {
    let csv = """
      Id,StageName,Amount,CloseDate,IsClosed,IsWon
      1,Closed Won,100,2026-10-01,true,false
      2,Pilot,100,2026-10-01,true,true
      """
    let table = try Deals.table(csv, pipeline: "stages: {Pilot: {}}")
    #expect(table.outcomes == [.won, .open])
    #expect(table.flagsDisagree == [true, true])
  }

  /// Dynamics calls an open stage Close and Pipedrive one Qualified; in another's file its flags say what they are.
  ///
  /// By hand: open 7, won 157 + 43 = 200.
  @Test func flagsSayWhatAStageIsThatOnlyAnotherVendorHas() throws {
    let csv = """
      Id,StageName,Amount,CloseDate,IsClosed,IsWon
      1,Close,157,2026-10-01,true,true
      2,Qualified,43,2026-10-01,true,true
      3,Qualified,7,2026-12-01,false,false
      """
    let table = try Deals.table(csv)
    #expect(table.outcomes == [.won, .won, .open])
    #expect(table.flagsDisagree == [false, false, false])
    let coverage = try Self.run(PipelineCoverage.self, csv, pipeline: "quota: 1000")
    #expect((coverage.total, coverage.won) == (7, 200))
  }

  /// B came to Close on 5 September and was won on 1 October by its status alone; no row of the history says so.
  @Test func aDealIsOpenOnTheDaysBeforeItsStatusSaysThatItEnded() throws {
    let history = """
      opportunity_id,stage,amount,close_date,entered_at
      1,2-Develop,100,2026-12-01,2026-09-01
      2,2-Develop,300,2026-10-11,2026-02-01
      2,4-Close,300,2026-10-11,2026-09-05
      3,3-Propose,200,2026-10-11,2026-02-01

      """
    let tables = ["opportunities": Self.dynamics, "stage_history": history]
    let movement = try Movements.result(tables, pipeline: "period: 2026-Q4, movement: {from: 2026-09-30}")
    let bridge = movement.bridge
    #expect(bridge.start == 600 && bridge.won == 300 && bridge.lost == 200 && bridge.end == 100)
    // 26 days from 5 September to 1 October.
    let close = movement.stages.first { $0.stage == "4-Close" }
    #expect(close?.won == 1 && close?.lost == 0 && close?.p50Days.value == 26)
    var workspace = try RevOpsCoreTests.workspace([
      "revops.yaml": """
      company: {as_of: 2026-09-30}
      pipeline: {quota: 1000, period: 2026-Q4}
      data: {opportunities: deals.csv, stage_history: history.csv}
      """, "deals.csv": Self.dynamics, "history.csv": history,
    ])
    workspace.readTables(PipelineCoverage.tables + PipelineCoverage.optionalTables)
    let coverage = PipelineCoverage.compute(try PipelineCoverage.input(from: workspace))
    #expect(coverage.total == 600 && coverage.deals == 3 && coverage.won == 0)
  }

  /// What was won by the status alone is known to be won in a back-test, and open before.
  @Test func theRecordOfThePastEndsADealOnTheDayOfItsStatus() throws {
    var files = ["opportunities": Self.dynamics]
    files["stage_history"] = """
      opportunity_id,stage,amount,close_date,entered_at
      2,2-Develop,300,2026-10-11,2026-02-01
      2,4-Close,310,2026-10-11,2026-10-05

      """
    let input = try Movements.input(files)
    let history = try #require(input.history)
    let past = PastDeals(history, now: nil, outcomes: input.outcomes)
    let deal = try #require(past.deals.first)
    #expect(deal.step(on: day("2026-09-30"))?.outcome == .open)
    #expect(deal.step(on: day("2026-10-01"))?.outcome == .won)
    #expect(deal.steps.last?.outcome == .won && deal.steps.last?.closed == day("2026-10-01"))
  }
}
