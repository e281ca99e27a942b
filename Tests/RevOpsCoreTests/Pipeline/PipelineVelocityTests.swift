import Testing

@testable import RevOpsCore

@Suite struct PipelineVelocityTests {
  private func result(_ document: String) throws(InputErrors) -> PipelineVelocity.Result {
    let workspace = try workspace(["velocity.yaml": document], "velocity.yaml", as: "pipeline")
    return PipelineVelocity.compute(try PipelineVelocity.input(from: workspace))
  }

  /// Source: RevOps Engine, phase 4: 50 deals at 25 % and $30,000 over 60 days.
  @Test(arguments: [
    (name: "the worked example", opportunities: 50, cycle: 60, expected: 6_250.0),
    ("half the cycle doubles it", 50, 30, 12_500),
    ("no deals, no bookings", 0, 60, 0),
  ])
  func followsItsDefinition(name: String, opportunities: Int, cycle: Int, expected: Double) throws {
    let result = try result(
      "pipeline: {opportunities: \(opportunities), win_rate: 25%, average_deal: $30k, cycle_days: \(cycle)}")
    #expect(result.velocity == .value(expected), "\(name)")
  }

  @Test func aCycleOfNoLengthHasNoVelocityAndNoLevers() throws {
    let result = try result("pipeline: {opportunities: 5, win_rate: 25%, average_deal: $30k, cycle_days: 0}")
    #expect(result.velocity == .absent(because: "needs a sales cycle longer than 0 days"))
    #expect(result.levers.isEmpty)
  }

  /// A tenth more of a factor is a tenth of 6,250; a cycle of 54 days yields 375,000 / 54; the next band of the win
  /// rate begins at 30 %: 50 × 0.3 × 30,000 / 60 = 7,500.
  @Test func eachLeverIsMovedAlone() throws {
    let result = try result("{opportunities: 50, win_rate: 25%, average_deal: 30000, cycle_days: 60}")
    #expect(
      result.levers.map(\.lever) == ["win_rate", "cycle_days", "average_deal", "opportunities", "win_rate"])
    let gains = [1_250, 375_000.0 / 54 - 6_250, 625, 625, 625]
    for (lever, gain) in zip(result.levers, gains) {
      #expect(abs(lever.gain - gain) < 1e-9)  // three products, one division
    }
    #expect(result.levers[0].aim == .benchmark)
  }

  @Test func aWinRateIsNeverMovedAboveAll() throws {
    let result = try result("{opportunities: 1, win_rate: 95%, average_deal: 100, cycle_days: 1}")
    #expect(result.levers.filter { $0.lever == "win_rate" }.map(\.to) == [1])
  }

  @Test func withoutATableAllFourFactorsAreWanted() {
    let problems = problems { () throws(InputErrors) in try self.result("pipeline: {win_rate: 250%}") }
    #expect(problems.count == 4, "\(problems)")
    #expect(problems.contains { $0.contains("lies between 0% and 100%") })
    #expect(problems.count { $0.contains("does not give") } == 3)
  }

  @Test(arguments: [
    (created: "2026-10-31", reason: "the deals won in the period close before they were created"),
    ("", "no deal won in the period has a created date"),
  ])
  func aCycleThatDatesDoNotGiveSaysWhy(created: String, reason: String) throws {
    let rows = "id,stage,amount,close_date,created_date\n1,Closed Won,1000,2026-10-30,\(created)\n"
    var workspace = try Deals.workspace(rows)
    workspace.readTables(["opportunities"])
    let input = try PipelineVelocity.input(from: workspace)
    #expect(PipelineVelocity.compute(input).cycleDays == .absent(because: reason))
  }

  /// By hand: one of three deals won tells how long it took, which took ten days, and the report says so.
  @Test func aCycleOfSomeDealsSaysOfHowMany() throws {
    let rows = """
      id,stage,amount,close_date,created_date
      1,Closed Won,1000,2026-10-30,2026-10-20
      2,Closed Won,1000,2026-10-30,2026-10-31
      3,Closed Won,1000,2026-10-30,

      """
    var workspace = try Deals.workspace(rows)
    workspace.readTables(["opportunities"])
    let input = try PipelineVelocity.input(from: workspace)
    let result = PipelineVelocity.compute(input)
    #expect(result.cycleDays == .value(10) && result.record?.cycleDeals == 1)
    let report = PipelineVelocity.report(result, findings: [], for: input)
    #expect(CSVRenderer.render(report).contains("over 1 of 3 deals won: the others lack a created date"))
  }

  /// By hand.
  ///
  /// Ana: 2 open, 1 of 2 won for 1,000 in 20 days: 2 × 0.5 × 1,000 / 20 = 50 a day. Bo has won nothing. Nobody's: 1 of 1
  /// for 300 in 10 days, with one open: 30. What the section states is of the whole, and counts for no group.
  @Test func eachGroupHasItsOwnFactors() throws {
    let rows = """
      id,stage,amount,close_date,created_date,owner
      1,Closed Won,1000,2026-10-21,2026-10-01,Ana
      2,Closed Lost,400,2026-01-15,2026-01-01,Ana
      3,Prospecting,10,2026-12-01,2026-10-01,Ana
      4,Prospecting,20,2026-12-01,2026-10-01,Ana
      5,Closed Lost,70,2026-02-01,2026-01-01,Bo
      6,Prospecting,20,2026-12-01,2026-10-01,Bo
      7,Closed Won,300,2026-10-11,2026-10-01,
      8,Prospecting,20,2026-12-01,2026-10-01,
      """
    var workspace = try Deals.workspace(rows, pipeline: "win_rate: 20%")
    workspace.options.cuts = ["owner"]
    workspace.readTables(["opportunities"], keeping: PipelineVelocity.columns(in: workspace))
    let result = PipelineVelocity.compute(try PipelineVelocity.input(from: workspace))
    let groups = try #require(result.cuts.first).groups
    #expect(groups.map(\.group) == ["Ana", "", "Bo"])
    #expect(groups.map(\.opportunities) == [2, 1, 1])
    #expect(groups.map(\.winRate) == [.value(0.5), .value(1), .value(0)])
    #expect(groups[0].velocity == .value(50))
    #expect(groups[1].velocity == .value(30))
    #expect(groups[2].velocity == .absent(because: "no deal won in the period has a created date"))
    #expect(groups.reduce(0) { $0 + $1.opportunities } == Int(result.opportunities))
  }

  /// 1 of 2 is 9.5 % to 90.5 % by Wilson's interval, which holds bands from the worst to the best; 500 of 1,000 is 46.9 % to
  /// 53.1 %, all in the best, which begins at 45 %.
  @Test(arguments: [(1, nil as Level?), (500, .worldClass)])
  func aRateOfFewDealsIsNotJudged(each: Int, band: Level?) throws {
    let won = (0..<each).map { "W\($0),Closed Won,10,2026-10-01,2026-09-01" }
    let lost = (0..<each).map { "L\($0),Closed Lost,10,2026-10-01,2026-09-01" }
    let rows =
      ["id,stage,amount,close_date,created_date", "O,Prospecting,10,2026-12-01,2026-09-01"] + won + lost
    var workspace = try Deals.workspace(rows.joined(separator: "\n") + "\n")
    workspace.readTables(["opportunities"])
    let input = try PipelineVelocity.input(from: workspace)
    let result = PipelineVelocity.compute(input)
    #expect(result.winRate == .value(0.5) && result.winRateBand == band)
    let text = TextRenderer.render(PipelineVelocity.report(result, findings: [], for: input), RenderOptions())
    // The note may go on in the next line.
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("world class") == (band != nil))
    #expect(words.contains("too few deals to judge it") == (band == nil))
    #expect(
      ResultEncoder.encode(result).value["win_rate_band"] == (band.map { .string($0.rawValue) } ?? .null))
  }

  @Test func whatTheSectionStatesCountsBeforeWhatTheTableSays() throws {
    // Open: 3 and 4. Won in the year to 2026-10-31: 1, over 30 days; lost: 2; 5 was won before it.
    let rows = """
      id,stage,amount,close_date,created_date
      1,Closed Won,1000,2026-10-31,2026-10-01
      2,Closed Lost,400,2026-01-15,2026-01-01
      3,Prospecting,10,2026-12-01,2026-10-01
      4,Prospecting,20,2026-12-01,2026-10-01
      5,Closed Won,9000,2025-10-31,2025-10-01
      """
    func run(_ section: String) throws -> PipelineVelocity.Result {
      var workspace = try Deals.workspace(rows, pipeline: section)
      workspace.readTables(["opportunities"])
      return PipelineVelocity.compute(try PipelineVelocity.input(from: workspace))
    }
    let measured = try run("")
    #expect(measured.opportunities == 2)
    #expect(measured.winRate == .value(0.5))
    #expect(measured.averageDeal == .value(1_000))
    #expect(measured.cycleDays == .value(30))
    #expect(measured.record?.rateByValue == .value(1_000.0 / 1_400))
    let stated = try run("win_rate: 20%, opportunities: 30")
    #expect(stated.winRate == .value(0.2))
    #expect(stated.velocity == .value(30 * 0.2 * 1_000 / 30))
  }

  @Test func aTableWithoutCreatedDatesSaysWhatItLacks() throws {
    var workspace = try Deals.workspace("id,stage,amount,close_date\n1,Won,1000,2026-10-31\n")
    workspace.readTables(["opportunities"])
    let result = PipelineVelocity.compute(try PipelineVelocity.input(from: workspace))
    #expect(result.cycleDays == .absent(because: "needs the column 'created_date'"))
    #expect(result.velocity == .absent(because: "needs the column 'created_date'"))
  }

  @Test(arguments: ["id,amount,close_date\n1,2,2026-10-31\n", "id,stage,close_date\n1,Won,2026-10-31\n"])
  func aFileWithoutANeededColumnIsRefusedOnce(csv: String) {
    let run = { (analysis: AnyAnalysis) in
      problems { () throws(InputErrors) in try analysis.run(Deals.workspace(csv)) }
    }
    for analysis in [AnyAnalysis(PipelineVelocity.self), AnyAnalysis(PipelineCoverage.self)] {
      let found = run(analysis)
      #expect(found.count == 1)
      #expect(found.first?.contains("'deals.csv' has no column for") == true, "\(found)")
    }
  }

  /// By a Python script over the same file: 76 open; 101 won of 411 closed from 2025-11-01 to 2026-10-31, worth
  /// $4,000,400, over 6,883 days together.
  @Test func theExampleCompanyBooksWhatAnIndependentCountSays() throws {
    let result = try Deals.northwind(PipelineVelocity.self)
    #expect(result.opportunities == 76)
    #expect(result.winRate == .value(101.0 / 411))
    #expect(result.averageDeal == .value(4_000_400.0 / 101))
    #expect(result.cycleDays == .value(6_883.0 / 101))
    let velocity = try #require(result.velocity.value)
    #expect(abs(velocity - 10_854.724199719116) < 1e-8)  // four factors in another order
  }

  /// Source: Newcombe, Statistics in Medicine 17 (1998), 857–872: 81 of 263 is 0.2553 to 0.3662.
  @Test func theIntervalOfAShareIsWilsons() throws {
    let interval = try #require(WilsonInterval(successes: 81, of: 263))
    #expect(abs(interval.low - 0.2553) < 5e-5)  // four digits are published
    #expect(abs(interval.high - 0.3662) < 5e-5)
    #expect(WilsonInterval(successes: 0, of: 20)?.low == 0)
    #expect(WilsonInterval(successes: 20, of: 20)?.high == 1)
    #expect(WilsonInterval(successes: 0, of: 0) == nil)
  }
}
