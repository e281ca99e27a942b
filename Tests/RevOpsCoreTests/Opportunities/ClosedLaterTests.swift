import Testing

@testable import RevOpsCore

/// Deals that are closed after the day of the run: one definition for every figure.
@Suite struct ClosedLaterTests {
  /// By hand: A is won by 15 August, B on the 20th; C is lost in September; D is open.
  private static let deals = """
    id,owner,stage,amount,close_date,created_date,forecast_category
    A,Ana,Won,100,2026-07-10,2026-02-01,closed
    B,Ana,Won,200,2026-08-20,2026-02-01,closed
    C,Bo,Lost,50,2026-09-01,2026-02-01,closed
    D,Bo,Open,400,2026-09-10,2026-02-01,commit

    """

  private static let analyses: [AnyAnalysis] = [
    AnyAnalysis(PipelineCoverage.self), AnyAnalysis(PipelineHealth.self), AnyAnalysis(PipelineVelocity.self),
    AnyAnalysis(PipelineReview.self), AnyAnalysis(WinLoss.self), AnyAnalysis(ForecastRollup.self),
    AnyAnalysis(ForecastSimulation.self),
  ]

  private static func outcome(_ analysis: AnyAnalysis, on day: String) throws(InputErrors) -> Outcome {
    try analysis.run(
      try workspace([
        "revops.yaml": """
        company: {as_of: \(day)}
        pipeline:
          quota: 1000
          period: 2026-Q3
          stages: {Open: {probability: 50%}, Won: {outcome: won}, Lost: {outcome: lost}}
        deals: {winloss: {period: 2026-Q3}}
        forecast: {period: 2026-Q3}
        data: {opportunities: deals.csv}
        """, "deals.csv": deals,
      ]))
  }

  /// What each figure counts as won on 15 August, and on the last day of the quarter.
  private static let figures: [(key: String, path: [String], early: Double, late: Double)] = [
    ("pipeline.coverage", ["won"], 100, 300), ("pipeline.coverage", ["quota_remaining"], 900, 700),
    ("pipeline.health", ["coverage", "quota_remaining"], 900, 700),
    ("pipeline.velocity", ["record", "won"], 1, 2), ("pipeline.velocity", ["record", "lost"], 0, 1),
    ("pipeline.review", ["won"], 100, 300), ("deals.winloss", ["won"], 1, 2),
    ("deals.winloss", ["lost"], 0, 1), ("forecast.rollup", ["closed"], 100, 300),
    ("forecast.rollup", ["base"], 500, 700), ("forecast.simulate", ["closed"], 100, 300),
  ]

  @Test func aDealIsWonFromTheDayItWasClosed() throws {
    for analysis in Self.analyses {
      let early = try Self.outcome(analysis, on: "2026-08-15")
      let late = try Self.outcome(analysis, on: "2026-09-30")
      for figure in Self.figures where figure.key == early.key {
        for (outcome, wanted) in [(early, figure.early), (late, figure.late)] {
          let found = figure.path.reduce(outcome.result as JSONValue?) { $0?[$1] }
          #expect(ForecastAccuracyTests.number(found) == wanted, "\(figure.key) \(figure.path)")
        }
      }
    }
  }

  /// B and C are counted as left out; on the quarter's last day nothing is.
  @Test func whatIsLeftOutIsCounted() throws {
    for analysis in Self.analyses {
      let early = try Self.outcome(analysis, on: "2026-08-15")
      let found = try #require(early.findings.first { $0.id == "pipeline.closed-later" }, "\(early.key)")
      #expect(found.evidence == [.init("deals", .integer(2)), .init("value", .number(250))])
      #expect(found.message == "2 deals are closed after 2026-08-15 and count as neither open nor closed")
      let late = try Self.outcome(analysis, on: "2026-09-30")
      #expect(!late.findings.contains { $0.id == "pipeline.closed-later" }, "\(late.key)")
    }
  }

  /// Closed deals with a day are won or lost by the day of the run, or later: none is lost from sight.
  @Test func everyClosedDealIsCountedOnce() throws {
    var generator = SplitMix64(seed: 51)
    for _ in 0..<20 {
      let rows = Deals.random(&generator, rows: 80)
      let table = try Deals.table(
        ([Deals.randomHeader] + rows).joined(separator: "\n"), pipeline: Movements.stages)
      let day = day("2026-08-01").adding(days: Int.random(in: 0..<120, using: &generator))
      let whole = Period(from: .earliest, to: .latest)
      let closings = table.closings
      let closed = (0..<table.count).filter { closings.isClosed($0, in: whole, by: day) }
      let later = table.later(than: day)
      #expect(closed.count + later.deals == table.outcomes.count { $0 != .open })
      let worth = closed.reduce(later.coins) { $0 + (table.coins[$1].isNaN ? 0 : table.coins[$1]) }
      let all = (0..<table.count).filter { table.outcomes[$0] != .open && !table.coins[$0].isNaN }
      #expect(worth == all.reduce(0) { $0 + table.coins[$1] })
    }
  }
}
