import Foundation
import Testing

@testable import RevOpsCore

@Suite struct StageHistoryTests {
  private static let section =
    "period: 2026-Q3, movement: {from: 2026-06-30, to: 2026-09-30}, \(Movements.stages)"

  /// By hand: A was 100 in Discovery before July, grew to 150 on 5 July and moved on; B was created on 1 August at 80,
  /// due in September, then pushed to December; C was won on 3 August at 60.
  private static let rows = """
    Id,OpportunityId,CreatedById,StageName,Amount,CloseDate,CreatedDate
    1,A,u,Discovery,100,2026-08-15,2026-05-02T08:00:00.000Z
    2,A,u,Discovery,150,2026-08-15,2026-07-05T08:00:00.000Z
    3,A,u,Proposal,150,2026-08-15,2026-07-05T09:00:00.000Z
    4,B,u,Discovery,80,2026-09-10,2026-08-01T10:00:00.000Z
    5,B,u,Discovery,80,2026-12-10,2026-08-20T10:00:00.000Z
    6,C,u,Discovery,60,2026-09-01,2026-06-01T10:00:00.000Z
    7,C,u,Closed Won,60,2026-08-03,2026-08-03T10:00:00.000Z

    """

  /// The same, a row a field: what does not change is known from the opportunities as they are.
  private static let fields = """
    Id,OpportunityId,Field,OldValue,NewValue,CreatedDate,CreatedById
    1,A,created,,,2026-05-02T08:00:00.000Z,u
    2,A,Amount,100,150,2026-07-05T08:00:00.000Z,u
    3,A,StageName,Discovery,Proposal,2026-07-05T09:00:00.000Z,u
    4,B,created,,,2026-08-01T10:00:00.000Z,u
    5,B,CloseDate,2026-09-10,2026-12-10,2026-08-20T10:00:00.000Z,u
    6,C,created,,,2026-06-01T10:00:00.000Z,u
    7,C,StageName,Discovery,Closed Won,2026-08-03T10:00:00.000Z,u
    8,C,CloseDate,2026-09-01,2026-08-03,2026-08-03T10:00:00.000Z,u
    9,C,Owner,Ana,Bo,2026-08-04T10:00:00.000Z,u

    """

  private static let now = """
    id,stage,amount,close_date
    A,Proposal,150,2026-08-15
    B,Discovery,80,2026-12-10
    C,Closed Won,60,2026-08-03

    """

  /// A deal that was closed after its last row ends on its close date.
  ///
  /// By hand: A came into Proposal on 1 July and was won on 11 July, which the history has no row of; so was B, on a day
  /// before its last row, which nobody can believe. C is open.
  @Test func aDealWhoseEndingHasNoRowEndsOnItsCloseDate() throws {
    let history = """
      opportunity_id,stage,entered_at
      A,Discovery,2026-06-21
      A,Proposal,2026-07-01
      B,Proposal,2026-08-01
      C,Proposal,2026-07-01

      """
    let now = """
      id,stage,amount,close_date
      A,Closed Won,70,2026-07-11
      B,Closed Won,5,2026-07-20
      C,Proposal,9,2026-09-01

      """
    let result = try Movements.result(
      ["stage_history": history, "opportunities": now], pipeline: Self.section)
    let proposal = try #require(result.stages.first { $0.stage == "Proposal" })
    #expect((proposal.entered, proposal.left, proposal.won) == (3, 1, 1))
    #expect(proposal.p50Days == .value(10))
    #expect((result.bridge.start, result.bridge.won) == (70, 70))
  }

  @Test func rowsOfDealsAndRowsOfFieldsSayTheSame() throws {
    let byRows = try Movements.result(["stage_history": Self.rows], pipeline: Self.section)
    let byFields = try Movements.result(
      ["stage_history": Self.fields, "opportunities": Self.now], pipeline: Self.section)
    for result in [byRows, byFields] {
      let bridge = result.bridge
      #expect((bridge.start, bridge.grown, bridge.won, bridge.end) == (160, 50, 60, 150))
      // B came and went within the quarter: the first day lacks it, and on the last it is due later.
      #expect((bridge.created, bridge.pushedOut, bridge.removed, bridge.lost) == (0, 0, 0, 0))
      #expect(result.advanced == .value(1))
      let discovery = try #require(result.stages.first { $0.stage == "Discovery" })
      #expect((discovery.entered, discovery.left, discovery.won, discovery.lost) == (3, 2, 1, 0))
      // From 2 May 08:00 to 5 July 09:00 are 64 days and an hour; from 1 June to 3 August 63 days.
      let half = try #require(discovery.p50Days.value)
      #expect(abs(half - (63 + 64 + 1.0 / 24) / 2) < 1e-9)  // one division by the seconds of a day
    }
    #expect(byRows.bridge == byFields.bridge)
    #expect(byRows.stages == byFields.stages)
  }

  @Test func dealsWithoutCloseDatesAreDueWhenTheOpportunitiesSay() throws {
    let history = "opportunity_id,stage,entered_at\nA,Discovery,2026-05-01\nB,Discovery,2026-05-01\n"
    let alone = try Movements.result(["stage_history": history], pipeline: Self.section)
    #expect(alone.period == nil)
    #expect((alone.bridge.deals.start, alone.missingAmounts) == (2, 2))
    let known = try Movements.result(
      [
        "stage_history": history,
        "opportunities": "id,stage,amount,close_date\nA,Discovery,7,2026-08-01\nB,Discovery,9,2026-12-01\n",
      ], pipeline: Self.section)
    #expect((known.bridge.deals.start, known.bridge.end) == (1, 7))
  }

  /// By hand: 100 euros at 1.1 dollars were 110 and are 220; the history does not say that they are euros.
  @Test func amountsAreInTheCurrencyOfTheirDeal() throws {
    let history = """
      opportunity_id,stage,entered_at,amount,close_date
      A,Discovery,2026-05-01,100,2026-08-01
      A,Discovery,2026-07-05,200,2026-08-01
      B,Discovery,2026-05-01,100,2026-08-01

      """
    let tables = [
      "stage_history": history,
      "opportunities": """
      id,stage,amount,close_date,currency
      A,Discovery,200,2026-08-01,EUR
      B,Discovery,100,2026-08-01,USD

      """,
    ]
    let result = try Movements.result(tables, pipeline: Self.section, company: "fx: {EUR: 1.1}")
    #expect((result.bridge.start, result.bridge.grown, result.bridge.end) == (210, 110, 320))
  }

  /// By hand: A was 9 days in Discovery, then nowhere for a day, and 20 in Proposal; B is in Discovery still.
  @Test func aHistoryThatSaysWhenAStageWasLeftIsBelieved() throws {
    let history = """
      opportunity_id,stage,entered_at,exited_at
      A,Discovery,2026-05-01,2026-05-10
      A,Proposal,2026-05-11,2026-05-31
      B,Discovery,2026-05-01,

      """
    let result = try Movements.result(["stage_history": history], pipeline: Self.section)
    #expect(result.stages.map(\.p50Days) == [.value(9), .value(20)])
    #expect(result.stages.map(\.entered) == [2, 1])
    #expect(result.stages.map(\.left) == [1, 1])
    #expect(result.conversions.map(\.rate) == [1])
  }

  /// Both changes of one minute: the later stage is where the deal stands, whichever row comes first.
  @Test(arguments: [[0, 1], [1, 0]]) func changesOfOneMomentFollowTheirStages(order: [Int]) throws {
    let rows = ["A,Discovery,2026-05-01 10:00,5,2026-08-01", "A,Proposal,2026-05-01 10:00,5,2026-08-01"]
    let result = try Movements.result(
      [
        "stage_history": Movements.csv(
          "opportunity_id,stage,entered_at,amount,close_date", order.map { rows[$0] })
      ], pipeline: Self.section)
    #expect(result.moves.map(\.from) == ["Proposal"])
  }

  @Test(arguments: [
    ("A,,2026-05-01,5,2026-08-01", []), ("A,Discovery,,5,2026-08-01", ["pipeline.no-moment"]),
    (",Discovery,2026-05-01,5,2026-08-01", ["pipeline.no-id"]),
    ("A,Legal,2026-05-01,5,2026-08-01", ["pipeline.unknown-stage"]),
    ("A,Discovery,2026-05-01,five,2026-08-01", ["csv.amount"]),
    ("A,Discovery,someday,5,2026-08-01", ["csv.date"]),
  ])
  func namesEveryRowThatCannotBeRead(row: String, ids: [String]) throws {
    let csv =
      "opportunity_id,stage,entered_at,amount,close_date\nX,Discovery,2026-05-01,1,2026-08-01\n\(row)\n"
    do {
      let result = try Movements.result(["stage_history": csv], pipeline: Self.section)
      #expect(ids.isEmpty)
      #expect(result.bridge.end == 1)
    } catch {
      #expect(error.ids == ids)
    }
  }

  @Test(arguments: [
    ("A,StageName,Discovery,Proposal,2026-07-01", []), ("A,Amount,1,many,2026-07-01", ["csv.amount"]),
    ("A,CloseDate,1/2/2026,13/2/2026,2026-07-01", []),
    ("A,CloseDate,1/2/2026,2/2/2026,2026-07-01", ["csv.date-order"]),
    ("A,CloseDate,1/13/2026,whenever,2026-07-01", ["csv.date"]), ("A,Owner,Ana,Bo,2026-07-01", []),
  ])
  func namesEveryValueOfAFieldThatCannotBeRead(row: String, ids: [String]) throws {
    let csv = "opportunity_id,field,old,new,changed_at\n\(row)\n"
    do {
      _ = try Movements.result(
        ["stage_history": csv, "opportunities": "id,stage,amount,close_date\nA,Proposal,7,2026-08-01\n"],
        pipeline: Self.section)
      #expect(ids.isEmpty)
    } catch {
      #expect(error.ids == ids)
    }
  }

  @Test func aHistoryWithNeitherStageNorFieldIsRefused() throws {
    let errors = try #require(throws: InputErrors.self) {
      try Movements.result(
        ["stage_history": "opportunity_id,entered_at\nA,2026-05-01\n"], pipeline: Self.section)
    }
    #expect(errors.ids == ["workspace.column-missing"])
  }

  /// Worked out with pandas from the file alone: 36 deals, $5,760,000, of which 20 had ended by 7 March 2026.
  @Test(.enabled(if: SharedFiles.folder("data") != nil, "../shared/data is not there"))
  func readsARealHistory() throws {
    let url = try #require(SharedFiles.folder("data")).appendingPathComponent(
      "salesforce-api-exports/devorg/OpportunityHistory.csv")
    let result = try Movements.result(
      ["stage_history": try String(contentsOf: url, encoding: .utf8)],
      pipeline: "movement: {from: 2026-02-22, to: 2026-03-07, scope: all}")
    let bridge = result.bridge
    #expect((bridge.start, bridge.created, bridge.lost, bridge.won) == (0, 5_760_000, 830_000, 2_815_000))
    #expect((bridge.end, bridge.deals.created, bridge.deals.end) == (2_115_000, 36, 16))
    #expect(result.conversions.first { $0.from == "Closed Won" }?.deals == 7)
  }

  /// By numpy.percentile with its default method.
  @Test(arguments: [(0.25, 2.25), (0.5, 3.5), (0.9, 8.5), (0, 1), (1, 10)])
  func sharesLieBetweenTwoNumbers(share: Double, expected: Double) throws {
    let percentiles = try #require(Percentiles([10, 3, 1, 2, 4, 7]))
    #expect(abs(percentiles[share] - expected) < 1e-12)  // one product
    #expect(Percentiles([]) == nil)
  }

  private static let byRow = """
    opportunity_id,stage,entered_at,forecast_category
    A,Discovery,2026-05-01,Pipeline
    A,Proposal,2026-06-01,Best Case

    """
  private static let byField = """
    OpportunityId,Field,OldValue,NewValue,CreatedDate
    A,StageName,Discovery,Proposal,2026-06-01T08:00:00.000Z
    A,ForecastCategoryName,Pipeline,Best Case,2026-06-01T08:00:00.000Z

    """

  /// What the forecast calls a deal is kept, in a row a change of the deal as in a row a change of one field.
  @Test(arguments: [(byRow, false), (byField, true)])
  func forecastCategoriesAreKept(csv: String, isByField: Bool) throws {
    let history = try #require(try Movements.input(["stage_history": csv], pipeline: Self.section).history)
    #expect(history.hasCategories && history.isByField == isByField)
    let deal = try #require(history.deals.first)
    let said = [deal.before.category] + deal.changes.map(\.category)
    #expect(said.compactMap(\.self) == [.pipeline, .bestCase])
  }

  @Test(arguments: [byRow, byField]) func aWordThatIsNoCategoryIsRefused(csv: String) {
    let found = problems { () throws(InputErrors) in
      try Movements.input(
        ["stage_history": csv.replacing("Best Case", with: "Besst Case")], pipeline: Self.section)
    }
    #expect(found.count == 1 && found[0].contains("'Besst Case' is no forecast category"), "\(found)")
  }
}
