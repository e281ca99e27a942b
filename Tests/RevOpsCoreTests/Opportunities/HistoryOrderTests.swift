import Testing

@testable import RevOpsCore

/// What a history and the opportunities say of one deal, whatever the order of their rows.
@Suite struct HistoryOrderTests {
  private static let section = "period: 2026-Q3, movement: {from: 2026-06-30, to: 2026-09-30}"

  /// By hand: A was won with 100 and B lost with 70, both on 20 July by coming to Closed, which either may be by its flags.
  @Test(arguments: [[0, 1], [1, 0]]) func aStageOfWonAndLostDealsEndsEachAsItsFlagsSay(order: [Int]) throws {
    let history = """
      opportunity_id,stage,amount,close_date,entered_at
      A,Demo,100,2026-08-01,2026-06-01
      A,Closed,100,2026-07-20,2026-07-20
      B,Demo,70,2026-08-01,2026-06-01
      B,Closed,70,2026-07-20,2026-07-20

      """
    let rows = ["A,Closed,100,2026-07-20,true,true", "B,Closed,70,2026-07-20,true,false"]
    let now =
      (["id,stage,amount,close_date,is_closed,is_won"] + order.map { rows[$0] }
      + ["C,Demo,5,2026-08-01,false,false"]).joined(separator: "\n") + "\n"
    let result = try Movements.result(
      ["stage_history": history, "opportunities": now], pipeline: Self.section)
    #expect((result.bridge.start, result.bridge.won, result.bridge.lost) == (175, 100, 70))
    #expect(result.bridge.end == 5)
    let demo = try #require(result.stages.first { $0.stage == "Demo" })
    #expect((demo.won, demo.lost, demo.p50Days) == (1, 1, .value(49)))
  }

  /// By hand: A is in Demo still, B was lost from Demo on 20 July by its flags; no row of the history says so.
  @Test(arguments: [[0, 1], [1, 0]]) func aStageOfOpenAndLostDealsIsOneOfOpenDeals(order: [Int]) throws {
    let history = "opportunity_id,stage,entered_at\nA,Demo,2026-06-01\nB,Demo,2026-06-01\n"
    let rows = ["A,Demo,100,2026-08-01,false,false", "B,Demo,70,2026-07-20,true,false"]
    let now =
      (["id,stage,amount,close_date,is_closed,is_won"] + order.map { rows[$0] }).joined(separator: "\n")
      + "\n"
    let result = try Movements.result(
      ["stage_history": history, "opportunities": now], pipeline: Self.section)
    #expect((result.bridge.start, result.bridge.lost, result.bridge.end) == (170, 70, 100))
  }

  /// By hand: on one second the amount went from 100 to 300 and to 200, the stage from Demo to Pilot and back to Demo.
  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]])
  func changesOfAFieldOnOneSecondFollowTheirValues(order: [Int]) throws {
    let rows = [
      "A,Amount,100,300,2026-07-05 10:00:00", "A,Amount,300,200,2026-07-05 10:00:00",
      "A,StageName,Demo,Pilot,2026-07-05 10:00:00", "A,StageName,Pilot,Demo,2026-07-05 10:00:00",
    ]
    let history =
      (["OpportunityId,Field,OldValue,NewValue,CreatedDate", "A,created,,,2026-06-01 10:00:00"]
      + order.map { rows[$0] }).joined(separator: "\n") + "\n"
    let result = try Movements.result(
      [
        "stage_history": history,
        "opportunities": "id,stage,amount,close_date\nA,Demo,200,2026-09-01\n",
      ], pipeline: Self.section + ", stages: {Demo: {}, Pilot: {}}")
    #expect((result.bridge.start, result.bridge.grown, result.bridge.end) == (100, 100, 200))
    #expect(result.moves.map(\.to) == ["Demo"])
    #expect(result.conversions.map { "\($0.from) \($0.to)" } == ["Demo Pilot", "Pilot Demo"])
  }

  @Test func linksFollowOneAnother() {
    // From b, and back to it on the way: c→b, b→a, a→b is no order from b; b→a, a→b, b→c is.
    #expect(HistoryChain.order([("b", "c"), ("b", "a"), ("a", "b")], after: "b") == [1, 2, 0])
    #expect(HistoryChain.order([("b", "a"), ("a", "b")], after: "a") == [1, 0])
    // Without what was before, the first is the one that none of the others made.
    #expect(HistoryChain.order([("y", "z"), ("x", "y")], after: nil) == [1, 0])
    // What forms no chain stands by its values.
    #expect(HistoryChain.order([("q", "r"), ("a", "b")], after: nil) == [1, 0])
  }

  /// By hand: A left Demo on 20 July, which the history begins with; nobody knows since when it was there.
  @Test func aStageThatTheHistoryBeginsWithLeavingCountsAsLeft() throws {
    let history = "OpportunityId,Field,OldValue,NewValue,CreatedDate\nA,StageName,Demo,Pilot,2026-07-20\n"
    let now = "id,stage,amount,close_date\nA,Pilot,100,2026-08-01\n"
    let section = Self.section + ", stages: {Demo: {}, Pilot: {}}"
    let unknown = try Movements.result(["stage_history": history, "opportunities": now], pipeline: section)
    #expect(unknown.conversions.map { "\($0.from) \($0.to) \($0.deals)" } == ["Demo Pilot 1"])
    let demo = try #require(unknown.stages.first)
    #expect((demo.stage, demo.entered, demo.left) == ("Demo", 1, 1))
    #expect(demo.p50Days.value == nil)
    // The opportunities say when it was created: 20 days before.
    let dated = "id,stage,amount,close_date,created_date\nA,Pilot,100,2026-08-01,2026-06-30\n"
    let known = try Movements.result(["stage_history": history, "opportunities": dated], pipeline: section)
    #expect(known.stages.first?.p50Days == .value(20))
  }

  /// By hand: the deal was lost by mistake and taken back within a second; it is open, as the opportunities say.
  @Test(arguments: [[0, 1], [1, 0]]) func aChangeAndItsUndoEndWhereTheDealIs(order: [Int]) throws {
    let rows = [
      "A1,StageName,Negotiation,Closed Lost,2026-07-27 10:24",
      "A1,StageName,Closed Lost,Negotiation,2026-07-27 10:24",
    ]
    let history =
      (["OpportunityId,Field,OldValue,NewValue,CreatedDate"] + order.map { rows[$0] }).joined(separator: "\n")
      + "\n"
    let now = "id,stage,amount,close_date,created_date\nA1,Negotiation,100,2026-09-20,2026-01-01\n"
    let section = Self.section + ", stages: {Negotiation: {}, Discovery: {}}"
    let result = try Movements.result(["stage_history": history, "opportunities": now], pipeline: section)
    #expect((result.bridge.start, result.bridge.lost, result.bridge.end) == (100, 0, 100))
    // What it went on from says it too: it was in Negotiation until August.
    let later = history + "A1,StageName,Negotiation,Discovery,2026-08-02 10:00\n"
    let moved = try Movements.result(
      ["stage_history": later, "opportunities": now.replacing("Negotiation", with: "Discovery")],
      pipeline: section)
    #expect((moved.bridge.start, moved.bridge.reopened, moved.bridge.end) == (100, 0, 100))
  }

  /// By hand: 60 on 5 July became 100, and the due date of B came into the quarter; both were there before.
  @Test func anOldValueProvesThatADealIsOlder() throws {
    let history = """
      OpportunityId,Field,OldValue,NewValue,CreatedDate
      A,Amount,60,100,2026-07-05
      B,CloseDate,2026-12-10,2026-09-20,2026-07-05

      """
    let now = "id,stage,amount,close_date\nA,Demo,100,2026-09-20\nB,Demo,200,2026-09-20\n"
    let result = try Movements.result(
      ["stage_history": history, "opportunities": now], pipeline: Self.section + ", stages: {Demo: {}}")
    #expect((result.bridge.start, result.bridge.grown, result.bridge.pulledIn) == (60, 40, 200))
    #expect((result.bridge.created, result.bridge.end) == (0, 300))
  }

  /// By hand: Ann's deal grew from 90 to 100; Closed is a stage that Bob's deal alone shows to be one of won deals.
  @Test func aConditionLeavesStagesKnown() throws {
    let tables = [
      "stage_history": """
      opportunity_id,stage,amount,close_date,entered_at
      A1,Disc,90,2026-09-20,2026-05-01
      A1,Disc,100,2026-09-20,2026-08-03
      A2,Disc,50,2026-08-10,2026-05-01
      A2,Closed,50,2026-08-10,2026-08-10

      """,
      "opportunities": """
      id,stage,amount,close_date,is_closed,is_won,owner
      A1,Disc,100,2026-09-20,false,false,Ann
      A2,Closed,50,2026-08-10,true,true,Bob

      """,
    ]
    let ann = try Movements.result(tables, pipeline: Self.section, where: "owner = 'Ann'").bridge
    #expect((ann.start, ann.grown, ann.end) == (90, 10, 100))
    let bob = try Movements.result(tables, pipeline: Self.section, where: "owner = 'Bob'").bridge
    #expect((bob.start, bob.won, bob.end) == (50, 50, 0))
  }
}
