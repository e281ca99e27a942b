import Testing

@testable import RevOpsCore

/// Deals as they looked on a day before that of the export.
@Suite struct OpportunityDayTests {
  private static let stages = """
    stages: {Open: {probability: 50%}, Late: {probability: 80%}, Won: {outcome: won}, Lost: {outcome: lost}}
    """

  /// The settings of every run.
  private static func files(
    _ day: String, _ deals: String, history: String? = nil
  ) -> [String: String] {
    var files = [
      "revops.yaml": """
      company: {as_of: \(day)}
      pipeline: {quota: 1000, period: 2026-Q3, \(stages)}
      deals: {winloss: {period: 2026-Q3}}
      forecast: {period: 2026-Q3}
      data: {opportunities: deals.csv\(history == nil ? "" : ", stage_history: history.csv")}
      """, "deals.csv": deals,
    ]
    files["history.csv"] = history
    return files
  }

  private static func figures(_ outcome: Outcome, _ paths: [[String]]) -> [Double?] {
    paths.map { path in
      ForecastAccuracyTests.number(path.reduce(outcome.result as JSONValue?) { $0?[$1] })
    }
  }

  /// B was won for 200 on 20 August, and stood on the 15th in Late for 300; C is open, and was in Open then.
  private static let deals = """
    id,owner,stage,amount,close_date,created_date
    A,Ana,Won,100,2026-07-10,2026-02-01
    B,Ana,Won,200,2026-08-20,2026-02-01
    C,Bo,Late,40,2026-10-01,2026-02-01
    D,Bo,Open,7,2026-09-01,2026-08-20

    """
  private static let history = """
    opportunity_id,stage,amount,close_date,entered_at
    A,Open,100,2026-07-10,2026-02-01
    A,Won,100,2026-07-10,2026-07-10
    B,Open,250,2026-09-30,2026-02-01
    B,Late,300,2026-09-30,2026-08-01
    B,Won,200,2026-08-20,2026-08-20
    C,Open,60,2026-09-15,2026-03-01
    C,Late,40,2026-10-01,2026-09-02

    """

  /// By hand: on 15 August B, 300 at 80 %, and C, 60 at 50 %, are open and due; D does not exist.
  @Test func dealsStandAsTheHistoryHasThem() throws {
    let files = Self.files("2026-08-15", Self.deals, history: Self.history)
    let coverage = try AnyAnalysis(PipelineCoverage.self).run(workspace(files))
    #expect(
      Self.figures(coverage, [["deals"], ["total"], ["weighted"], ["won"]]) == [2, 360, 270, 100])
    let told = coverage.findings.filter {
      ["pipeline.created-later", "pipeline.restored-deals"].contains($0.id)
    }
    #expect(
      told.map(\.evidence) == [
        [.init("deals", .integer(1)), .init("value", .number(7))], [.init("deals", .integer(2))],
      ])
    #expect(!coverage.findings.contains { $0.id == "pipeline.closed-later" })
    let health = try AnyAnalysis(PipelineHealth.self).run(workspace(files))
    #expect(Self.figures(health, [["coverage", "open_deals"], ["coverage", "open_pipeline"]]) == [2, 360])
    // B since 1 August, C since 1 March: 14 and 167 days.
    #expect(Self.figures(health, [["pace", "days_in_stage"]]) == [90.5])
    let rollup = try AnyAnalysis(ForecastRollup.self).run(workspace(files))
    #expect(Self.figures(rollup, [["deals"], ["closed"], ["weighted"]]) == [2, 100, 370])
    let simulated = try AnyAnalysis(ForecastSimulation.self).run(workspace(files))
    #expect(Self.figures(simulated, [["open_deals"], ["mean"]]) == [2, 370])
  }

  @Test func withoutAHistoryADealOfALaterDayIsLeftOutAndCounted() throws {
    for analysis in [
      AnyAnalysis(PipelineCoverage.self), AnyAnalysis(PipelineHealth.self),
      AnyAnalysis(PipelineVelocity.self),
      AnyAnalysis(PipelineReview.self), AnyAnalysis(WinLoss.self), AnyAnalysis(ForecastRollup.self),
      AnyAnalysis(ForecastSimulation.self),
    ] {
      let early = try analysis.run(workspace(Self.files("2026-08-15", Self.deals)))
      let found = try #require(early.findings.first { $0.id == "pipeline.created-later" }, "\(early.key)")
      #expect(found.evidence == [.init("deals", .integer(1)), .init("value", .number(7))])
      #expect(found.message == "1 deal was created after 2026-08-15 and counts nowhere")
      #expect(early.findings.contains { $0.id == "pipeline.closed-later" })
      let late = try analysis.run(workspace(Self.files("2026-09-30", Self.deals)))
      #expect(!late.findings.contains { $0.id == "pipeline.created-later" }, "\(late.key)")
    }
    let coverage = try AnyAnalysis(PipelineCoverage.self).run(
      workspace(Self.files("2026-08-15", Self.deals)))
    #expect(Self.figures(coverage, [["deals"], ["total"]]) == [0, 0])
    let hygiene = try AnyAnalysis(PipelineHygiene.self).run(workspace(Self.files("2026-08-15", Self.deals)))
    #expect(Self.figures(hygiene, [["deals"]]) == [4])
  }

  /// A deal closed by the day existed, whatever its creation date says.
  @Test func aClosedDealCountsHoweverLateItSaysToBeCreated() throws {
    let deals = "id,stage,amount,close_date,created_date\nA,Won,100,2026-07-10,2026-08-20\n"
    let outcome = try AnyAnalysis(PipelineCoverage.self).run(workspace(Self.files("2026-08-15", deals)))
    #expect(Self.figures(outcome, [["won"]]) == [100])
    #expect(!outcome.findings.contains { $0.id == "pipeline.created-later" })
  }

  /// What a deal went through, at random: open in one stage after another, then perhaps won, lost or reopened.
  private static func course(
    _ generator: inout SplitMix64
  ) -> [(day: CalendarDate, stage: String, amount: Int, close: CalendarDate, category: String)] {
    var day = day("2026-05-01").adding(days: Int.random(in: 0..<150, using: &generator))
    return (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      defer { day = day.adding(days: Int.random(in: 1..<40, using: &generator)) }
      let stage = ["Open", "Late", "Open", "Late", "Won", "Lost"].randomElement(using: &generator) ?? ""
      let isOpen = ["Open", "Late"].contains(stage)
      return (
        day, stage, Int.random(in: 1...900, using: &generator),
        isOpen ? day.adding(days: Int.random(in: 0..<90, using: &generator)) : day,
        isOpen ? ["commit", "best_case", "pipeline"].randomElement(using: &generator) ?? "" : "closed"
      )
    }
  }

  /// Figures of a past day over a later export with its history are those over the export of that day.
  @Test(arguments: [1, 2, 3, 4])
  func anExportWithItsHistoryTellsWhatTheExportOfThatDayTold(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let courses = (0..<60).map { _ in Self.course(&generator) }
    let dayOf = day("2026-07-15").adding(days: Int.random(in: 0..<110, using: &generator))
    func export(on day: CalendarDate) -> String {
      let rows = courses.enumerated().compactMap { index, course -> String? in
        let known = course.filter { $0.day <= day }
        guard let last = known.last, let first = known.first else { return nil }
        let isOpen = ["Open", "Late"].contains(last.stage)
        let since = known.lastIndex { $0.stage != last.stage }.map { known[$0 + 1] } ?? first
        let closed = isOpen ? "" : "\(since.day)"
        return
          "D\(index),\(index % 3),\(last.stage),\(last.amount),\(last.close),\(first.day),\(closed),\(last.category)"
      }
      return (["id,owner,stage,amount,close_date,created_date,closed_date,forecast_category"] + rows)
        .joined(separator: "\n")
    }
    let rows = courses.enumerated().flatMap { index, course in
      course.map { "D\(index),\($0.stage),\($0.amount),\($0.close),\($0.day),\($0.category)" }
    }
    let header = "opportunity_id,stage,amount,close_date,entered_at,forecast_category"
    let history = ([header] + rows.shuffled(using: &generator)).joined(separator: "\n")
    let last = day("2027-12-31")
    for analysis in [
      AnyAnalysis(PipelineCoverage.self), AnyAnalysis(PipelineVelocity.self), AnyAnalysis(WinLoss.self),
      AnyAnalysis(ForecastRollup.self), AnyAnalysis(ForecastSimulation.self),
      AnyAnalysis(PipelineHealth.self),
    ] {
      // The history of that day is that of the last one, cut off.
      let past = ([header] + rows.filter { $0.split(separator: ",")[4] <= "\(dayOf)" }).joined(
        separator: "\n")
      let then = try analysis.run(workspace(Self.files("\(dayOf)", export(on: dayOf), history: past)))
      let now = try analysis.run(workspace(Self.files("\(dayOf)", export(on: last), history: history)))
      // What health says of hygiene is about the file, and lists deals of later days.
      for part in now.key == "pipeline.health" ? ["coverage", "pace", "balance", "quality"] : [nil] {
        let (a, b) = part.map { (now.result[$0], then.result[$0]) } ?? (now.result, then.result)
        #expect(
          a.map(JSONText.compact) == b.map(JSONText.compact), "\(now.key) \(part ?? "") on \(dayOf)")
      }
    }
  }

  /// By pandas: the last row of each deal's history up to the day, for the quarter that holds it.
  @Test func theExampleOnAnEarlierDayIsWhatPandasFindsInItsHistory() throws {
    let workspace = try Northwind.workspace(set: ["company.as_of=2026-09-30"])
    let coverage = try AnyAnalysis(PipelineCoverage.self).run(workspace)
    #expect(
      Self.figures(coverage, [["deals"], ["total"], ["weighted"], ["commit"], ["won"]])
        == [53, 2_730_900, 843_630, 393_000, 361_200])
    let told = coverage.findings.filter { $0.id.hasSuffix("-later") || $0.id == "pipeline.restored-deals" }
    #expect(
      told.map(\.evidence) == [
        [.init("deals", .integer(35)), .init("value", .number(1_938_900))], [.init("deals", .integer(60))],
      ])
  }

  // MARK: HubSpot

  /// By hand: 1 came into Demo on 5 March, 26 days before the 31st; 2, won, was there from 2 to 12 February.
  @Test func columnsOfAnExportSayHowLongDealsAreInTheirStages() throws {
    let deals = """
      Record ID,Deal Name,Deal Stage,Amount,Close Date,Date entered Demo (Sales),Date entered Closed Won (Sales)
      1,A,Demo,10,2026-04-30,2026-03-05,
      2,B,Closed Won,20,2026-02-12,2026-02-02,2026-02-12

      """
    let outcome = try AnyAnalysis(PipelineHealth.self).run(
      workspace([
        "revops.yaml": """
        company: {as_of: 2026-03-31}
        pipeline: {quota: 100, stages: {Demo: {probability: 50%}}}
        data: {opportunities: deals.csv}
        """, "deals.csv": deals,
      ]))
    #expect(Self.figures(outcome, [["pace", "days_in_stage"], ["pace", "stage_age_ratio"]]) == [26, 2.6])
    // On 10 February 2 was in Demo, and 1 was not there yet.
    let early = try AnyAnalysis(PipelineCoverage.self).run(
      workspace([
        "revops.yaml": """
        company: {as_of: 2026-02-10}
        pipeline: {quota: 100, stages: {Demo: {probability: 50%}}}
        data: {opportunities: deals.csv}
        """, "deals.csv": deals,
      ]))
    #expect(Self.figures(early, [["deals"], ["total"], ["won"]]) == [1, 20, 0])
  }
}
