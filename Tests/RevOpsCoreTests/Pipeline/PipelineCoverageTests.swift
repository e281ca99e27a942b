import Testing

@testable import RevOpsCore

@Suite struct PipelineCoverageTests {
  private func result(
    _ csv: String, pipeline: String, by cuts: [String] = [], where filter: String? = nil,
    set settings: [Setting] = []
  ) throws(InputErrors) -> PipelineCoverage.Result {
    var options = RunOptions(filter: filter, cuts: cuts)
    options.settings = settings
    var workspace = try Deals.workspace(csv, pipeline: pipeline, options: options)
    workspace.readTables(["opportunities"])
    return PipelineCoverage.compute(try PipelineCoverage.input(from: workspace))
  }

  /// Source: RevOps Engine, phase 4: $1M at 25 % asks for $4M, 4x.
  @Test func aMillionAtAQuarterAsksForFour() throws {
    let result = try result(
      "id,stage,amount,close_date\n1,Prospecting,4000000,2026-11-15\n",
      pipeline: "quota: $1M, win_rate: 25%, period: 2026-Q4")
    #expect(result.required == .value(4_000_000))
    #expect(result.coverageTotal == .value(4))
    #expect(result.gap == .value(0))
    #expect(result.band == .optimal)
  }

  /// Two deals of the quota's quarter, one overdue, one of the next; what has no date is in none.
  @Test func openDealsStandInTheQuartersOfTheirCloseDates() throws {
    let result = try result(
      """
      id,stage,amount,close_date
      1,Prospecting,300,2026-11-15
      2,Prospecting,500,2026-12-31
      3,Prospecting,70,2026-09-30
      4,Prospecting,40,2027-01-01
      5,Prospecting,9,
      6,Closed Won,400,2026-10-15

      """, pipeline: "quota: 1000, win_rate: 25%, period: 2026-Q4")
    #expect(result.quarters.map(\.quarter) == ["FY2026-Q3", "FY2026-Q4", "FY2027-Q1"])
    #expect(result.quarters.map(\.total) == [70, 800, 40] && result.quarters.map(\.deals) == [1, 2, 1])
    // Of 1,000 there are 600 left.
    #expect(result.quarters.map(\.coverageTotal.value) == [nil, 800.0 / 600, nil])
  }

  /// Of 1,000 there are 600 left in the quarter of the day, 2026-10-31; the next has all of its 2,000 to win.
  @Test func quartersAreHeldAgainstQuotasOfTheirOwn() throws {
    let quotas = "quotas: {2026-Q3: 1, 2026-Q4: 1000, 2027-Q1: 2000, 2027-Q3: 5}"
    let csv = """
      id,stage,amount,close_date
      1,Prospecting,300,2026-11-15
      2,Prospecting,70,2026-09-30
      3,Prospecting,500,2027-01-01
      4,Prospecting,40,2027-04-01
      5,Closed Won,400,2026-10-15

      """
    for (period, quota) in [("2026-Q4", 1_000.0), ("2027-Q1", 2_000)] {
      let result = try result(csv, pipeline: "period: \(period), \(quotas)")
      #expect(result.quota == .value(quota))
      #expect(
        result.quarters.map(\.quarter) == ["FY2026-Q3", "FY2026-Q4", "FY2027-Q1", "FY2027-Q2", "FY2027-Q3"])
      #expect(result.quarters.map(\.coverageTotal.value) == [nil, 0.5, 0.25, nil, 0])
    }
    #expect(throws: InputErrors.self) { try result(csv, pipeline: "quotas: {2026-11: 5}") }
    #expect(throws: InputErrors.self) { try result(csv, pipeline: "quotas: {2026-Q4: 5, FY2026-Q4: 6}") }
    // A quarter's own quota goes before the section's, whichever period is asked for; --set goes before both.
    for period in ["2026-Q4", "2027-Q1", "2026"] {
      let result = try result(csv, pipeline: "period: \(period), quota: 5000, \(quotas)")
      #expect(result.quarters.map(\.coverageTotal.value) == [nil, 0.5, 0.25, nil, 0])
      #expect(result.quota == .value(["2026-Q4": 1_000, "2027-Q1": 2_000][period] ?? 5_000))
    }
    let own = try result(csv, pipeline: "quota: 9, \(quotas)", set: [try Setting("pipeline.quota=500")])
    #expect(own.quota == .value(500) && own.coverageTotal == .value(3))
    let part = try result(csv, pipeline: quotas, where: "amount > 50")
    #expect(part.quota.value == nil && part.quarters.allSatisfy { $0.coverageTotal.value == nil })
  }

  /// A quota is of all deals: those of one segment have none but what --set gives them.
  @Test func aConditionLeavesTheQuotaOfAllDealsBehind() throws {
    let csv =
      "id,segment,stage,amount,close_date\n1,SMB,Prospecting,300,2026-11-15\n2,Ent,Prospecting,900,2026-11-15\n"
    let section = "quota: 400, win_rate: 25%, period: 2026-Q4"
    let part = try result(csv, pipeline: section, where: "segment = 'SMB'")
    #expect(part.total == 300)
    #expect(part.quota.value == nil && part.coverageTotal.value == nil)
    #expect(part.quota.reason?.contains("--set pipeline.quota") == true)
    let own = try result(
      csv, pipeline: section, where: "segment = 'SMB'", set: [try Setting("pipeline.quota=100")])
    #expect(own.quota == .value(100) && own.coverageTotal == .value(3))
  }

  /// The bands of 3, 3.5 and 4 are those of a win rate of 25 %; at 50 % half of each is enough.
  @Test(arguments: [
    ("25%", 2_900_000, Level.belowMinimum), ("25%", 3_000_000, .minimum), ("25%", 3_500_000, .healthy),
    ("50%", 2_000_000, .optimal), ("50%", 1_499_999, .belowMinimum), ("12.5%", 4_000_000, .belowMinimum),
  ])
  func theBandIsJudgedAgainstTheWinRate(winRate: String, amount: Int, expected: Level) throws {
    let result = try result(
      "id,stage,amount,close_date\n1,Prospecting,\(amount),2026-11-15\n",
      pipeline: "quota: $1M, win_rate: \(winRate), period: 2026-Q4")
    #expect(result.band == expected)
  }

  /// The day is 2026-10-31: 29 days late on 10-02, 30 on 10-01, 60 on 09-01, 61 on 08-31.
  @Test func whatIsOverdueCountsLess() throws {
    let result = try result(
      """
      id,stage,amount,close_date,expected_close_date
      1,Prospecting,100,2026-12-01,2026-10-02
      2,Prospecting,1000,2026-12-01,2026-10-01
      3,Prospecting,10000,2026-12-01,2026-09-01
      4,Prospecting,100000,2026-12-01,2026-08-31
      5,Prospecting,1000000,2026-12-01,
      """, pipeline: "quota: $1M, win_rate: 25%, period: 2026-Q4")
    #expect(result.aged == 100 + 500 + 5_000 + 25_000 + 1_000_000)
  }

  /// By hand: open in the quarter 400 and 600 and one without an amount; won in it 250; others lie outside.
  @Test func onlyThePeriodCountsAndAMissingAmountIsCountedAsMissing() throws {
    let result = try result(
      """
      id,stage,amount,close_date,probability,forecast_category
      1,Discovery,400,2026-10-01,0.25,commit
      2,Discovery,600,2026-12-31,0.5,pipeline
      3,Discovery,,2026-11-01,0.5,pipeline
      4,Discovery,5000,2027-01-01,0.5,pipeline
      5,Closed Won,250,2026-10-15,1,closed
      6,Closed Won,999,2026-09-30,1,closed
      7,Closed Lost,777,2026-10-15,0,closed
      """, pipeline: "quota: 750, period: 2026-Q4, safety: 1.5, stages: {Discovery: {}}")
    #expect((result.deals, result.missingAmounts) == (3, 1))
    #expect(result.total == 1_000)
    #expect(result.weighted == .value(400))
    #expect(result.won == 250)
    #expect(result.quotaRemaining == .value(500))
    #expect(result.coverageTotal == .value(2))
    #expect(result.coverageWeighted == .value(0.8))
    #expect(result.forecastCoverage == .value(2.5))
    // Won 2 of the 3 closed in twelve months: 500 / (2/3) × 1.5 = 1,125.
    #expect(result.winRate == .value(2.0 / 3))
    let required = try #require(result.required.value)
    #expect(abs(required - 1_125) < 1e-9)  // two divisions
    let gap = try #require(result.gap.value)
    #expect(abs(gap - 125) < 1e-9)
  }

  @Test func aQuotaThatIsMetHasNoCoverageAndAMissingOneSaysSo() throws {
    let csv = "id,stage,amount,close_date\n1,Won,900,2026-10-15\n2,Qualify,100,2026-11-15\n"
    let met = try result(csv, pipeline: "quota: 900, win_rate: 25%, period: 2026-Q4")
    #expect(met.coverageTotal == .absent(because: "the quota of the period is met already"))
    #expect(met.required == .value(0))
    #expect(met.band == nil)
    let unknown = try result(csv, pipeline: "period: 2026-Q4")
    #expect(unknown.coverageTotal == .absent(because: "needs 'quota' in the section 'pipeline'"))
    #expect(unknown.total == 100)
    #expect(unknown.commit == .absent(because: "needs the column 'forecast_category'"))
    #expect(
      unknown.weighted
        == .absent(because: "1 open deal has no probability; give their stages one"))
  }

  @Test func theFiguresOfTheOwnersSumToTheTotalWhateverTheOrderOfTheRows() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<20 {
      let rows = Deals.random(&generator, rows: 60)
      let head = Deals.randomHeader + "\n"
      let section = "quota: $9M, win_rate: 25%, period: 2026-Q4, " + Deals.randomStages
      let first = try result(head + rows.joined(separator: "\n"), pipeline: section, by: ["owner"])
      let shuffled = rows.shuffled(using: &generator).joined(separator: "\n")
      let second = try result(head + shuffled, pipeline: section, by: ["owner"])
      #expect(first.total == second.total)
      #expect(first.weighted == second.weighted)
      #expect(first.aged == second.aged)
      #expect(first.cuts == second.cuts)
      let groups = try #require(first.cuts.first).groups
      let weighted = try #require(first.weighted.value)
      #expect(weighted <= first.total)
      #expect(first.aged <= first.total)
      #expect(groups.reduce(0) { $0 + $1.deals } == first.deals)
      #expect(abs(groups.reduce(0) { $0 + $1.total } - first.total) < 1e-6)  // a few divisions by 100
      #expect(abs(groups.reduce(0) { $0 + ($1.weighted.value ?? 0) } - weighted) < 1e-6)
      #expect(abs(groups.reduce(0) { $0 + $1.aged } - first.aged) < 1e-6)
      #expect(abs(groups.reduce(0) { $0 + $1.won } - first.won) < 1e-6)
    }
  }

  /// By a Python script over the same file: 24 open deals close from 2026-08-01 to 2026-10-31.
  @Test func theExampleCompanyIsCoveredAsAnIndependentCountSays() throws {
    let result = try Deals.northwind(PipelineCoverage.self)
    #expect((result.from, result.to) == ("2026-08-01", "2026-10-31"))
    #expect(result.deals == 24)
    #expect(result.total == 1_262_000)
    #expect(result.weighted == .value(376_685))
    #expect(result.aged == 1_129_750)
    #expect(result.won == 834_700)
    #expect(result.commit == .value(83_900))
    #expect(result.coverageTotal == .value(1_262_000.0 / 765_300))
  }
}
