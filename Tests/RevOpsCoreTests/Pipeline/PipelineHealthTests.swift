import Testing

@testable import RevOpsCore

@Suite struct PipelineHealthTests {
  private func input(
    _ csv: String, pipeline: String = "", by cuts: [String] = []
  ) throws(InputErrors) -> PipelineHealth.Input {
    var workspace = try Deals.workspace(csv, pipeline: pipeline, options: RunOptions(cuts: cuts))
    workspace.readTables(["opportunities"])
    return try PipelineHealth.input(from: workspace)
  }

  private func result(
    _ csv: String, pipeline: String = "", by cuts: [String] = []
  ) throws(InputErrors) -> PipelineHealth.Result {
    PipelineHealth.compute(try input(csv, pipeline: pipeline, by: cuts))
  }

  /// By hand; the day is 2026-10-31 and the quarter October to December.
  private let sample = """
    id,owner,stage,amount,close_date,created_date,last_activity_date,next_step,next_step_date,push_count,\
    stage_entered_date,icp_tier,contacts,forecast_category
    1,Ana,Discovery,400,2026-12-01,2026-10-01,2026-10-17,Call,2026-11-02,0,2026-10-01,A,1,pipeline
    2,Ana,Proposal,300,2026-11-30,2026-09-30,2026-10-01,Call,2026-10-30,2,2026-10-11,b,2,commit
    3,Bo,Negotiation,300,2027-01-01,2026-01-01,2026-10-18,,,3,2026-09-01,C,3,commit
    4,Bo,Discovery,0,2026-12-31,2026-10-31,,Call,,1,2026-10-31,,,pipeline
    5,Bo,Discovery,,2026-10-01,2026-09-01,,Call,2026-10-31,,,A,0,pipeline
    6,Ana,Closed Won,250,2026-10-15,2026-10-05,2026-10-15,,,5,2026-10-15,A,1,closed
    7,Bo,Closed Lost,777,2026-10-15,2026-09-01,2026-01-01,,,5,2026-10-15,A,1,omitted
    """

  private let section = """
    quota: 950, period: 2026-Q4, stages: {Discovery: {probability: 10%}, Proposal: {probability: 50%}, \
    Negotiation: {probability: 60%, late: true}}
    """

  @Test func coverageIsThatOfThePeriod() throws {
    let coverage = try result(sample, pipeline: section).coverage
    #expect(coverage.openDeals == 5)
    #expect(coverage.openPipeline == 1_000)
    #expect(coverage.periodPipeline == 700)
    #expect(coverage.weighted == .value(400 * 0.1 + 300 * 0.5))
    #expect(coverage.quotaRemaining == .value(700))
    #expect(coverage.coverageTotal == .value(1))
    #expect(coverage.forecastCoverage == .value(700.0 / 300))
    // Deals 1, 4 and 6 were created from 1 to 31 October; a month of the quota is 950 / 3.
    #expect(coverage.pipelineCreated == .value(650))
    let ratio = try #require(coverage.pipelineCreatedRatio.value)
    #expect(abs(ratio - 650 / (950.0 / 3)) < 1e-12)  // two divisions
  }

  @Test func paceCountsWhatStandsStill() throws {
    let pace = try result(sample, pipeline: section).pace
    // Deal 1 for exactly 14 days, deal 2 for 30, deal 5 since it was created; deal 3 for 13.
    #expect(pace.stalledCount == .value(3))
    #expect(pace.stalledValue == .value(700))
    #expect(pace.stalledShare == .value(0.7))
    // 30, 20, 60 and 0 days; deal 5 does not say.
    #expect(pace.daysInStage == .value(27.5))
    #expect(pace.pushedCount == .value(2))
    #expect(pace.pushedShare == .value(0.6))
    #expect(pace.stageAgeRatio == .absent(because: "needs the table 'stage_history'"))
  }

  @Test func balanceIsByValue() throws {
    let balance = try result(sample, pipeline: section).balance
    #expect(balance.linearity == .value(400.0 / 700))
    #expect(balance.earlyStageShare == .value(0.4))
    #expect(balance.midStageShare == .value(0.3))
    #expect(balance.lateStageShare == .value(0.3))
    #expect(balance.negotiationShare == .value(0.3))
    #expect(balance.concentration == .value(0.4))
    #expect(balance.largestDeal == .value(400))
    let index = try #require(balance.herfindahl.value)
    #expect(abs(index - 0.34) < 1e-12)  // 0.16 + 0.09 + 0.09
  }

  @Test func qualityCountsWhatIsNotReal() throws {
    let quality = try result(sample, pipeline: section).quality
    #expect(quality.zeroAmountCount == 2)
    #expect(quality.zeroAmountShare == .value(0.4))
    // Deal 2 for exactly 30 days, deal 5 since it was created 60 days ago.
    #expect(quality.untouchedCount == .value(2))
    #expect(quality.untouchedValue == .value(300))
    // Deal 2's step was due yesterday, deal 3 has none; deal 5's is due today.
    #expect(quality.missingNextStepCount == .value(2))
    #expect(quality.icpShare == .value(0.7))
    // One contact in deal 1, none in deal 5; deal 4 does not say.
    #expect(quality.singleThreadedCount == .value(2))
    #expect(quality.contactsEngaged == .value(1.5))
  }

  @Test func theMedianOfAStageIsThatOfWonDeals() throws {
    let history = """
      opportunity_id,stage,entered_at
      6,Discovery,2026-10-05
      6,Proposal,2026-10-09
      8,Discovery,2026-10-01
      8,Discovery,2026-10-04
      8,Closed Won,2026-10-11
      9,Discovery,2026-10-02
      9,Closed Lost,2026-10-30
      """
    let document = """
      company: {as_of: 2026-10-31}
      pipeline: {\(section)}
      data: {opportunities: deals.csv, stage_history: history.csv}
      """
    let deals = sample + "\n8,Ana,Closed Won,1,2026-10-11,2026-10-01,2026-10-11,,,0,2026-10-11,A,1,closed"
    var workspace = try RevOpsCoreTests.workspace([
      "revops.yaml": document, "deals.csv": deals, "history.csv": history,
    ])
    workspace.readTables(["opportunities", "stage_history"])
    let input = try PipelineHealth.input(from: workspace)
    // Deals 6 and 8 took 4 and 10 days in Discovery, a change within it is none of the stage; deal 9 was lost.
    // Deal 6 was won on 15 October, 6 days after it came into the last stage that the history knows of.
    #expect(input.medians == ["discovery": 7, "proposal": 6])
    // Deals 1 and 4 have been in Discovery for 30 and 0 days, deal 2 in Proposal for 20.
    #expect(PipelineHealth.compute(input).pace.stageAgeRatio == .value(50.0 / 20))
  }

  @Test func aMissingColumnSaysWhatItDisables() throws {
    let result = try result("id,stage,amount,close_date\n1,Closed Lost,1,2026-01-01\n")
    #expect(result.pace.stalledShare == .absent(because: "needs the column 'last_activity_date'"))
    #expect(result.pace.pushedCount == .absent(because: "needs the column 'push_count'"))
    #expect(result.quality.missingNextStepShare == .absent(because: "needs the column 'next_step'"))
    #expect(result.quality.zeroAmountShare == .absent(because: "there is no open deal"))
    #expect(result.balance.concentration == .absent(because: "no open deal has an amount"))
    #expect(result.mqlsWaiting == .absent(because: "needs the table 'leads'"))
    #expect(result.owners.isEmpty)
  }

  @Test func theFiguresOfTheOwnersSumToTheTotalWhateverTheOrderOfTheRows() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<20 {
      let rows = Deals.random(&generator, rows: 60)
      let head = Deals.randomHeader + "\n"
      let section = "quota: $9M, period: 2026-Q4, " + Deals.randomStages
      let first = try result(head + rows.joined(separator: "\n"), pipeline: section, by: ["account"])
      let shuffled = rows.shuffled(using: &generator).joined(separator: "\n")
      let second = try result(head + shuffled, pipeline: section, by: ["account"])
      #expect(first.coverage == second.coverage)
      #expect(first.balance == second.balance)
      #expect(first.quality == second.quality)
      #expect(first.hygiene == second.hygiene)
      #expect(first.owners == second.owners)
      #expect(first.cuts == second.cuts)
      for groups in [first.owners, first.cuts[0].groups] {
        #expect(groups.reduce(0) { $0 + $1.coverage.openDeals } == first.coverage.openDeals)
        #expect(groups.reduce(0) { $0 + $1.quality.zeroAmountCount } == first.quality.zeroAmountCount)
        #expect(groups.reduce(0) { $0 + $1.hygiene.deals } == 60)
        #expect(groups.reduce(0) { $0 + $1.hygiene.flagged } == first.hygiene.flagged)
        #expect(groups.reduce(0) { $0 + $1.hygiene.issues } == first.hygiene.issues)
        let open = groups.reduce(0) { $0 + $1.coverage.openPipeline }
        #expect(abs(open - first.coverage.openPipeline) < 1e-6)  // a few divisions by 100
        let weighted = groups.reduce(0) { $0 + ($1.coverage.weighted.value ?? 0) }
        #expect(abs(weighted - (first.coverage.weighted.value ?? 0)) < 1e-6)
      }
      let coverage = first.coverage
      #expect((coverage.weighted.value ?? 0) <= coverage.periodPipeline)
      #expect(coverage.periodPipeline <= coverage.openPipeline)
      let index = first.balance.herfindahl.value ?? 0
      let largest = first.balance.concentration.value ?? 0
      #expect(index <= largest && largest * largest <= index)
      let phases = [
        first.balance.earlyStageShare, first.balance.midStageShare, first.balance.lateStageShare,
      ].compactMap(\.value)
      #expect(abs(phases.reduce(0, +) - 1) < 1e-12)
    }
  }

  /// By a Python script over the same files.
  @Test func theExampleCompanyIsAsAnIndependentCountSays() throws {
    let result = try Deals.northwind(PipelineHealth.self)
    #expect(result.coverage.openPipeline == 4_816_800)
    #expect(result.coverage.pipelineCreated == .value(1_938_900))
    #expect(result.pace.stalledCount == .value(13))
    #expect(result.pace.stalledValue == .value(844_700))
    #expect(result.pace.daysInStage == .value(27.5))
    #expect(result.pace.pushedCount == .value(15))
    #expect(result.pace.pushedValue == .value(674_900))
    #expect(result.quality.untouchedCount == .value(2))
    #expect(result.quality.missingNextStepCount == .value(41))
    #expect(result.quality.singleThreadedCount == .value(26))
    #expect(result.mqlsWaiting == .value(58))
    #expect((result.hygiene.flagged, result.hygiene.issues) == (111, 130))
    for (figure, expected) in [
      (result.pace.stageAgeRatio, 2.561_274_509_803_921_4),
      (result.balance.linearity, 0.622_583_201_267_828_8),
      (result.balance.earlyStageShare, 0.761_688_257_764_490_9),
      (result.balance.lateStageShare, 0.128_321_707_357_581_8),
      (result.balance.concentration, 0.043_576_648_397_276_2),
      (result.balance.herfindahl, 0.021_262_026_879_789_963),
      (result.quality.icpShare, 0.705_800_531_473_177_2),
      (result.quality.contactsEngaged, 2.394_736_842_105_263_2),
    ] {
      #expect(abs((figure.value ?? .nan) - expected) < 1e-12, "\(expected)")
    }
    let diego = try #require(result.owners.first { $0.group == "Diego Santos" })
    #expect(diego.coverage.coverageTotal == .value(118_400 / (175_000.0 - 145_900)))
    #expect(diego.pace.pushedCount == .value(5))
  }

  @Test func everyFindingHasAPage() throws {
    let input = try input(
      sample, pipeline: section.replacing("quota: 950", with: "quota: 9000").replacing("60%", with: "10%"))
    let ids = PipelineHealth.findings(of: PipelineHealth.compute(input), for: input).map(\.id)
    #expect(
      ids == [
        "pipeline.thin-creation", "pipeline.concentrated", "pipeline.pushed-deals",
        "pipeline.untouched-deals",
        "pipeline.no-next-step", "pipeline.single-threaded",
      ])
    for page in PipelinePages.health { #expect(Explanations.page(page.id) != nil) }
    #expect(Set(ids).isSubset(of: PipelinePages.health.map(\.id)))
  }
}
