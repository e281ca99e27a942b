import Testing

@testable import RevOpsCore

@Suite struct PipelineReviewTests {
  private func result(
    _ tables: [String: String], pipeline: String = "", by cuts: [String] = [], where filter: String? = nil
  ) throws(InputErrors) -> PipelineReview.Result {
    PipelineReview.compute(try input(tables, pipeline: pipeline, by: cuts, where: filter))
  }

  private func input(
    _ tables: [String: String], pipeline: String = "", by cuts: [String] = [], where filter: String? = nil
  ) throws(InputErrors) -> PipelineReview.Input {
    var files = tables.reduce(into: [String: String]()) { $0["\($1.key).csv"] = $1.value }
    files["revops.yaml"] = """
      company: {as_of: 2026-10-31}
      pipeline: {period: 2026-Q4, \(Movements.stages)\(pipeline.isEmpty ? "" : ", " + pipeline)}
      data: {\(tables.keys.sorted().map { "\($0): \($0).csv" }.joined(separator: ", "))}
      """
    var loaded = try workspace(files, options: RunOptions(filter: filter, cuts: cuts))
    loaded.readTables(PipelineReview.tables + PipelineReview.optionalTables)
    if let errors = InputErrors(loaded.problems) { throw errors }
    return try PipelineReview.input(from: loaded)
  }

  private static let now = """
    id,name,owner,stage,amount,close_date,created_date,forecast_category,next_step,next_step_date,last_activity_date,loss_reason
    A,Alpha,Ana,Negotiation,100,2026-11-15,2026-08-01,commit,Sign,2026-11-05,2026-10-30,
    B,Beta,Ana,Proposal,200,2026-12-20,2026-08-01,best_case,,,2026-10-01,
    C,Gamma,Bo,Discovery,50,2026-12-01,2026-10-28,pipeline,Demo,2026-10-20,2026-10-29,
    D,Delta,Bo,Closed Won,70,2026-10-29,2026-07-01,closed,,,,
    E,Epsilon,Bo,Closed Lost,30,2026-10-30,2026-07-01,closed,,,,Price
    F,Zeta,Bo,Closed Won,500,2026-10-10,2026-07-01,closed,,,,
    G,Eta,Ana,Discovery,900,2027-02-01,2026-08-01,pipeline,Wait,2026-12-01,2026-10-30,
    H,Theta,Ana,Closed Lost,11,2026-10-24,2026-07-01,closed,,,,Timing

    """

  private static let snapshots = """
    snapshot_date,id,stage,amount,close_date,forecast_category
    2026-10-20,A,Proposal,90,2026-11-15,best_case
    2026-10-24,A,Negotiation,90,2026-11-15,commit
    2026-10-24,B,Negotiation,200,2026-11-30,commit
    2026-10-24,D,Negotiation,70,2026-10-31,commit
    2026-10-24,E,Proposal,30,2026-11-30,best_case
    2026-10-24,G,Discovery,900,2026-12-15,pipeline
    2026-10-28,A,Negotiation,95,2026-11-15,commit

    """

  /// By hand, against the snapshot of 24 October: won 500 then and 570 now; in commit 90 + 200 + 70 then, 100 now.
  @Test func theForecastIsHeldAgainstThatOfAWeekAgo() throws {
    let result = try result(["opportunities": Self.now, "snapshots": Self.snapshots])
    #expect(result.since == "2026-10-24")
    #expect(result.won == 570)
    #expect(result.call == .value(670))
    #expect(result.callBefore == .value(860))
    #expect(result.callChange == .value(-190))
    let forecast = result.forecast.map {
      [Double($0.deals), $0.value, $0.valueBefore.value ?? -1, $0.change.value ?? -1]
    }
    #expect(result.forecast.map(\.category) == [.commit, .bestCase, .pipeline])
    #expect(forecast == [[1, 100, 360, -260], [1, 200, 30, 170], [1, 50, 900, -850]])
  }

  /// By hand: C is new, B and G were pushed, G out of the quarter; D was won and E lost, H a day too early.
  @Test func saysWhatHappenedSince() throws {
    let result = try result(["opportunities": Self.now, "snapshots": Self.snapshots])
    let week = result.week
    #expect(week.created == .init(deals: .value(1), value: .value(50)))
    #expect(week.won == .init(deals: 1, value: 70))
    #expect(week.lost == .init(deals: 1, value: 30))
    #expect((week.pushedDeals, week.pushedValue) == (.value(2), .value(1_100)))
    #expect(result.lossReasons == [.init(reason: "Price", deals: 1, value: 30)])
    let bridge = try #require(result.bridge)
    #expect((bridge.start, bridge.created, bridge.grown, bridge.pushedOut) == (1_290, 50, 10, 900))
    #expect((bridge.lost, bridge.won, bridge.removed, bridge.end) == (30, 70, 0, 350))
    #expect(bridge.sides.left == bridge.sides.right)
  }

  /// By hand: B has no next step, lies since 1 October, was pushed and went back a stage; C's step has passed.
  @Test func theLargestDealsComeWithWhatSpeaksAgainstThem() throws {
    let result = try result(["opportunities": Self.now, "snapshots": Self.snapshots])
    #expect(result.topDeals.map(\.id) == ["B", "A", "C"])
    #expect(result.topDeals.map(\.nextStep) == ["", "Sign", "Demo"])
    #expect(
      result.topDeals.map(\.risks) == [
        ["no next step", "no activity for 30 days", "pushed from 2026-11-30", "back from Negotiation"], [],
        ["its next step was due on 2026-10-20"],
      ])
    #expect(result.actions.prefix(2).map(\.about) == ["B", "C"])
    #expect(result.actions.prefix(2).map(\.owner) == ["Ana", "Bo"])
    #expect(result.actions.count > 2)
    let fewer = try self.result(["opportunities": Self.now], pipeline: "review: {top_deals: 1}")
    #expect(fewer.topDeals.map(\.id) == ["B"])
  }

  @Test func withoutCreatedDatesNobodyKnowsWhatIsNew() throws {
    let alone = try result(["opportunities": "id,stage,amount,close_date\nA,Discovery,10,2026-11-15\n"])
    let unknown = Figure.absent(because: "needs the column 'created_date'")
    #expect(alone.week.created == .init(deals: unknown, value: unknown))
  }

  @Test func anExportAloneTellsWhatItCanOfSevenDays() throws {
    let alone = try result(["opportunities": Self.now])
    #expect((alone.since, alone.bridge == nil) == (nil, true))
    #expect(alone.week.created == .init(deals: .value(1), value: .value(50)))
    #expect(alone.week.lost == .init(deals: 1, value: 30))
    #expect(alone.week.pushedDeals.value == nil)
    #expect(alone.callBefore.value == nil)
    #expect(alone.call == .value(670))
    let plain = try result(["opportunities": "id,stage,amount,close_date\n1,Discovery,5,2026-11-01\n"])
    #expect(plain.forecast.isEmpty)
    #expect(plain.call == .absent(because: "needs the column 'forecast_category'"))
    #expect(plain.cuts.isEmpty)
  }

  /// Where no other day is there to compare with, a deal need not be found again by its id.
  @Test func withoutAnotherDayNoIdIsNeeded() throws {
    let csv = "id,name,stage,amount,close_date\n1,One,Discovery,5,2026-11-01\n,Two,Discovery,7,2026-11-02\n"
    let alone = try result(["opportunities": csv])
    #expect(alone.topDeals.map(\.name) == ["Two", "One"])
    let errors = try #require(throws: InputErrors.self) {
      try result(["opportunities": csv, "snapshots": Self.snapshots])
    }
    #expect(errors.diagnostics.map(\.id) == ["pipeline.no-id"])
    #expect(errors.diagnostics[0].hint?.contains("'where'") == true)
  }

  /// By hand: the snapshots do not know owners, so Ana's deals of them are those that are hers today.
  @Test func aConditionHoldsForTheEarlierDayToo() throws {
    let result = try result(
      ["opportunities": Self.now, "snapshots": Self.snapshots], where: "owner = 'Ana'")
    let bridge = try #require(result.bridge)
    #expect(
      (bridge.start, bridge.grown, bridge.pushedOut, bridge.removed, bridge.end) == (1_190, 10, 900, 0, 300))
    #expect(result.forecast.map(\.valueBefore) == [.value(290), .value(0), .value(900)])
  }

  @Test func theStageHistorySaysHowDealsStoodSevenDaysAgo() throws {
    let history = """
      opportunity_id,stage,entered_at,amount,close_date
      A,Discovery,2026-08-01,90,2026-11-15
      A,Negotiation,2026-10-26,100,2026-11-15
      B,Negotiation,2026-08-01,200,2026-11-30
      B,Proposal,2026-10-26,200,2026-12-20

      """
    let input = try input(["opportunities": Self.now, "stage_history": history])
    let result = PipelineReview.compute(input)
    #expect(result.since == "2026-10-24")
    // C and G have no row and stand as they do since they were created; how D and E stood nothing tells.
    let bridge = try #require(result.bridge)
    #expect((bridge.start, bridge.grown, bridge.created, bridge.end) == (290, 10, 50, 350))
    #expect((bridge.pulledIn, bridge.won, bridge.lost) == (0, 0, 0))
    let untold = PipelineReview.findings(of: result, for: input).first { $0.id == "pipeline.no-history" }
    #expect(untold?.evidence == [.init("deals", .integer(2)), .init("first", .string("D"))])
    #expect((result.week.pushedDeals, result.week.pushedValue) == (.value(1), .value(200)))
    #expect(result.topDeals.first?.risks.contains("back from Negotiation") == true)
    #expect(result.callBefore.value == nil)
  }

  @Test func ownersSumToAllWhateverTheOrderOfTheRows() throws {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<10 {
      let deals = Movements.random(&generator, deals: 60)
      let before = Movements.snapshot(deals, on: day("2026-09-20"))
      let after = Movements.export(deals, on: day("2026-10-31"))
      func run(_ rows: [String], _ earlier: [String]) throws(InputErrors) -> PipelineReview.Result {
        try result([
          "opportunities": Movements.csv(Movements.exportHeader, rows),
          "snapshots": Movements.csv(Movements.snapshotHeader, earlier),
        ])
      }
      let first = try run(after, before)
      let second = try run(after.shuffled(using: &generator), before.shuffled(using: &generator))
      #expect(first.cuts == second.cuts)
      #expect(first.week == second.week)
      #expect(first.topDeals.map(\.id) == second.topDeals.map(\.id))
      let groups = try #require(first.cuts.first).groups
      let bridge = try #require(first.bridge)
      #expect(bridge.sides.left == bridge.sides.right)
      #expect(groups.reduce(0) { $0 + $1.open.deals } == bridge.deals.end)
      #expect(abs(groups.reduce(0) { $0 + $1.open.value } - bridge.end) < 1e-6)  // divisions by 100
      #expect(abs(groups.reduce(0) { $0 + $1.won } - first.won) < 1e-6)
      #expect(groups.reduce(0) { $0 + $1.week.lost.deals } == first.week.lost.deals)
      #expect(
        groups.reduce(0) { $0 + Int($1.week.pushedDeals.value ?? -1) }
          == Int(first.week.pushedDeals.value ?? -1))
    }
  }

  /// By a pandas script over the same files, which shares nothing with this program.
  @Test func theExampleCompanysWeekIsAsAnIndependentCountSays() throws {
    let result = try Deals.northwind(PipelineReview.self)
    #expect(result.since == "2026-10-24")
    #expect(result.forecast.map(\.category) == [.commit, .bestCase, .pipeline, .upside])
    #expect(result.forecast.map(\.value) == [83_900, 391_100, 774_200, 12_800])
    #expect(result.forecast.map(\.deals) == [2, 7, 14, 1])
    #expect(result.forecast.map(\.valueBefore) == [103_500, 333_800, 1_208_600, 0].map { .value($0) })
    #expect((result.won, result.callBefore) == (834_700, .value(731_200 + 103_500)))
    #expect(result.week.created == .init(deals: .value(7), value: .value(173_700)))
    #expect(result.week.lost == .init(deals: 5, value: 235_500))
    #expect(result.week.won == .init(deals: 3, value: 103_500))
    #expect((result.week.pushedDeals, result.week.pushedValue) == (.value(13), .value(803_500)))
    #expect(result.topDeals.map(\.id) == ["OPP-00522", "OPP-00501", "OPP-00635", "OPP-00654", "OPP-00562"])
    #expect(result.lossReasons.map(\.reason) == ["Missing feature", "Price", "No decision", "Competitor"])
    #expect(result.cuts.first?.groups.first.map { [Double($0.open.deals), $0.open.value] } == [2, 271_100])
  }
}
