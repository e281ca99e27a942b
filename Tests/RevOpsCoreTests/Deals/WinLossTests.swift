import Foundation
import Testing

@testable import RevOpsCore

@Suite struct WinLossTests {
  private func result(
    _ csv: String, deals: String = "", pipeline: String = "stages: {Discovery: {}}", history: String? = nil,
    columns: String = "", by cuts: [String] = []
  ) throws(InputErrors) -> WinLoss.Result {
    WinLoss.compute(
      try input(csv, deals: deals, pipeline: pipeline, history: history, columns: columns, by: cuts))
  }

  private func input(
    _ csv: String, deals: String = "", pipeline: String = "stages: {Discovery: {}}", history: String? = nil,
    columns: String = "", by cuts: [String] = []
  ) throws(InputErrors) -> WinLoss.Input {
    let document = """
      company: {as_of: 2026-10-31}
      pipeline: {\(pipeline)}
      deals: {winloss: {\(deals)}}
      data: {opportunities: {file: deals.csv, columns: {\(columns)}}\(history == nil ? "" : ", stage_history: history.csv")}
      """
    var loaded = try workspace(
      ["revops.yaml": document, "deals.csv": csv, "history.csv": history ?? ""],
      options: RunOptions(cuts: cuts))
    loaded.readTables(WinLoss.tables + WinLoss.optionalTables)
    if let errors = InputErrors(loaded.problems) { throw errors }
    return try WinLoss.input(from: loaded)
  }

  private static let csv = """
    id,name,owner,stage,amount,close_date,loss_reason,competitor,segment
    A,Alpha,Ana,Closed Won,100,2026-09-01,,,SMB
    B,Beta,Ana,Closed Lost,300,2026-09-02,Price,,SMB
    C,Gamma,Bo,Closed Lost,20,2026-09-03,,Corvane,SMB
    D,Delta,Bo,Closed Lost,,2026-09-04,Price,,Mid-Market
    E,Epsilon,Bo,Closed Won,500,2026-09-05,,Corvane,Mid-Market
    F,Zeta,Bo,Closed Lost,50,2025-10-31,Price,,SMB
    G,Eta,Bo,Discovery,9000,2026-09-05,,,SMB
    H,Theta,Cy,Closed Lost,40,2026-09-06,Lost to competition,,SMB

    """

  /// By hand: in the twelve months to 31 October 2026 A and E were won, B, C, D and H lost; F was lost a day too soon.
  @Test func countsWhatWasClosedInThePeriod() throws {
    let result = try result(Self.csv)
    #expect((result.from, result.to) == ("2025-11-01", "2026-10-31"))
    #expect((result.won, result.lost) == (2, 4))
    #expect(result.winRate == .value(2.0 / 6))
    #expect(result.winRateByValue == .value(600.0 / 960))
    #expect((result.wonValue, result.lostValue) == (.value(600), .value(360)))
    #expect(result.averageDeal == .value(300))
    #expect(result.lossReasonCompleteness == .value(0.75))
    #expect(result.reasons.map(\.reason) == ["Price", "Lost to competition", ""])
    #expect(result.reasons.map(\.deals) == [2, 1, 1])
    #expect(result.reasons.map(\.share) == [0.5, 0.25, 0.25])
    #expect(result.reasons.map(\.value) == [.value(300), .value(40), .value(20)])
    #expect(result.reasons.map(\.withoutAmount) == [1, 0, 0])
    #expect(result.reasons.map(\.team) == [.product, .product, nil])
    #expect(result.cuts.map(\.by) == ["competitor", "segment", "size", "owner"])
    let rivals = try #require(result.cuts.first).groups
    #expect(rivals.map(\.group) == ["Corvane", ""])
    #expect(rivals.map(\.winRate) == [.value(0.5), .value(0.25)])
    #expect(result.lateStageWinRate == .absent(because: "needs the table 'stage_history'"))
  }

  /// A word in other letter case is one reason, and a reason without amounts has no value.
  ///
  /// By hand: of five losses, two of 30 and 20 are for the price as 'price', one without an amount as 'Price' and one
  /// as 'PRICE '; the fifth has neither amount nor twin. Of the rivals 'Corvane' comes first of two as frequent.
  @Test func wordsInOtherLetterCaseAreOneAndWhatHasNoAmountHasNoValue() throws {
    let csv = """
      id,owner,stage,amount,close_date,loss_reason,competitor
      A,Ana,Closed Lost,,2026-09-01,Price,Corvane
      B,Ana,Closed Lost,30,2026-09-02,price,corvane
      C,ana,Closed Lost,20,2026-09-03,price,
      D,Bo,Closed Lost,,2026-09-04,PRICE ,
      E,Bo,Closed Lost,,2026-09-05,Timing,Zed
      F,Bo,Discovery,5,2026-12-05,TIMING,

      """
    let result = try result(csv)
    #expect(result.reasons.map(\.reason) == ["price", "Timing"])
    #expect(result.reasons.map(\.deals) == [4, 1])
    #expect(result.reasons.map(\.value) == [.value(50), .absent(because: "none of the deals has an amount")])
    #expect(result.reasons.map(\.withoutAmount) == [2, 1])
    #expect(result.spellings.map(\.column) == ["loss_reason", "competitor"])
    #expect(result.spellings.map(\.shown) == ["price", "Corvane"])
    #expect(result.spellings.map(\.also) == [["Price", "PRICE"], ["corvane"]])
    #expect((result.wonValue, result.lostValue) == (.value(0), .value(50)))
    let rivals = try #require(result.cuts.first { $0.by == "competitor" }).groups
    #expect(rivals.map(\.group) == ["Corvane", "", "Zed"])
    #expect(rivals.map(\.lostValue).map(\.value) == [30, 20, nil])
    let findings = WinLoss.findings(of: result, for: try input(csv)).filter { $0.id == "deals.spellings" }
    #expect(
      findings.map(\.message) == [
        "'price' also stands as 'Price', 'PRICE'; spellings of a word count as one",
        "'Corvane' also stands as 'corvane'; spellings of a word count as one",
      ])
    // People are told apart.
    #expect(result.cuts.first { $0.by == "owner" }?.groups.map(\.group).sorted() == ["Ana", "Bo", "ana"])
  }

  /// By hand: a fifth of the five amounts is one deal, E at 500; C named a competitor and H's reason speaks of one.
  @Test func asksTheBuyersOfTheMostValuableDealsAndOfThoseLostToARival() throws {
    let first = try result(Self.csv)
    #expect(first.interviewThreshold == .value(500))
    #expect(first.interviews.map(\.id) == ["E", "H", "C"])
    #expect(first.interviews.map(\.isLarge) == [true, false, false])
    #expect(first.interviews.map(\.isCompetitive) == [false, true, true])
    #expect(first.winLossCoverage.value == nil)
    let more = try result(Self.csv, deals: "interview_share: 50%, reviewed: [E, B]")
    #expect(more.interviewThreshold == .value(100))
    #expect(more.interviews.map(\.id) == ["E", "B", "A", "H", "C"])
    #expect(more.winLossCoverage == .value(0.4))
    // All deals of the amount at the edge are in.
    let equal = try result(
      "id,stage,amount,close_date\n" + (1...5).map { "\($0),Closed Won,7,2026-09-0\($0)\n" }.joined())
    #expect(equal.interviews.count == 5)
  }

  /// By hand: A, B and E came into Negotiation and have ended, two of them won.
  @Test func theLateStageWinRateCountsDealsThatCameThatFar() throws {
    let history = """
      opportunity_id,stage,entered_at
      A,Discovery,2026-05-01
      A,Negotiation,2026-06-01
      A,Closed Won,2026-09-01
      B,Negotiation,2026-06-01
      B,Discovery,2026-07-01
      B,Closed Lost,2026-09-02
      C,Discovery,2026-06-01
      C,Closed Lost,2026-09-03
      E,Negotiation,2026-06-01
      E,Closed Won,2026-09-05
      G,Negotiation,2026-06-01
      F,Negotiation,2025-06-01
      F,Closed Lost,2025-10-31

      """
    let stages = "stages: {Discovery: {}, Negotiation: {late: true}}"
    let result = try result(Self.csv, pipeline: stages, history: history)
    #expect(result.lateStageWinRate == .value(2.0 / 3))
    #expect(result.lateStages == ["Negotiation"])
    let unmarked = try self.result(
      Self.csv, pipeline: "stages: {Discovery: {}, Negotiation: {}}", history: history)
    #expect(unmarked.lateStageWinRate == .value(2.0 / 3))
  }

  @Test(arguments: [
    ("Missing feature", WinLoss.Team.product), ("Pricing", .product), ("Lost to competitor", .product),
    ("No decision", .sales), ("Timing", .sales), ("Budget cut", .sales), ("Not a fit", .marketing),
    ("Wrong persona", .marketing), ("Legal", nil), ("", nil),
  ])
  func routesAReasonToWhoCanAct(reason: String, team: WinLoss.Team?) {
    #expect(WinLoss.Team(reason: reason) == team)
  }

  @Test func theWorkspaceDecidesWhoHearsOfAReason() throws {
    let result = try result(Self.csv, deals: "routes: {price: marketing}, size_bands: [<100, 100-400, 400+]")
    #expect(result.insights.map(\.team) == [.marketing, .product])
    #expect(result.insights.map(\.about) == ["lost: Price", "lost: Lost to competition"])
    #expect(result.insights.map(\.examples) == [["B", "D"], ["H"]])
    let sizes = try #require(result.cuts.first { $0.by == "size" }).groups
    #expect(sizes.map(\.group) == ["<100", "100-400", "400+", ""])
    #expect(sizes.map(\.won) == [0, 1, 1, 0])
    #expect(sizes.map(\.lost) == [2, 1, 0, 1])
  }

  @Test func everyCutSumsToAllWhateverTheOrderOfTheRows() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<12 {
      let rows = Deals.random(&generator, rows: 80)
      let head = Deals.randomHeader + "\n"
      let section = Deals.randomStages
      let first = try result(head + rows.joined(separator: "\n"), pipeline: section, by: ["account"])
      let second = try result(
        head + rows.shuffled(using: &generator).joined(separator: "\n"), pipeline: section, by: ["account"])
      #expect(first.cuts == second.cuts)
      #expect(first.interviews == second.interviews)
      #expect(first.insights == second.insights)
      #expect(first.reasons == second.reasons)
      #expect(first.cuts.map(\.by) == ["size", "owner", "account"])
      for cut in first.cuts {
        #expect(cut.groups.reduce(0) { $0 + $1.won } == first.won)
        #expect(cut.groups.reduce(0) { $0 + $1.lost } == first.lost)
        // Divisions by 100.
        #expect(
          abs(cut.groups.reduce(0) { $0 + ($1.wonValue.value ?? 0) } - (first.wonValue.value ?? 0)) < 1e-6)
        #expect(
          abs(cut.groups.reduce(0) { $0 + ($1.lostValue.value ?? 0) } - (first.lostValue.value ?? 0)) < 1e-6)
        for group in cut.groups {
          let rates = [group.winRateLow, group.winRate, group.winRateHigh].compactMap(\.value)
          #expect(rates == rates.sorted())
        }
      }
      #expect(abs(first.reasons.reduce(0) { $0 + $1.share } - 1) < 1e-12)  // one division each
      #expect(
        first.interviews.filter(\.isLarge).allSatisfy {
          $0.amount.value ?? 0 >= first.interviewThreshold.value ?? 0
        })
    }
  }

  @Test func aPeriodWithoutClosedDealsSaysSo() throws {
    let result = try result(Self.csv, deals: "period: 2024-Q1")
    #expect(result.winRate == .absent(because: "no deal was closed in the period"))
    #expect(result.interviews.isEmpty && result.reasons.isEmpty && result.patterns.isEmpty)
  }

  @Test(arguments: [
    ("interview_share: 120%", "decode.wrong-value"),
    ("routes: {Price: engineering}", "decode.unknown-choice"),
    ("size_bands: [EUR 1-2]", "decode.wrong-value"), ("interviews: 3", "decode.unknown-key"),
  ])
  func refusesSettingsThatMeanNothing(section: String, id: String) throws {
    let errors = try #require(throws: InputErrors.self) { try result(Self.csv, deals: section) }
    #expect(errors.ids == [id])
  }

  /// By a pandas script over the same files, which shares nothing with this program.
  @Test func theExampleCompanysYearIsAsAnIndependentCountSays() throws {
    let result = try Deals.northwind(WinLoss.self)
    #expect((result.won, result.lost) == (101, 310))
    #expect((result.wonValue, result.lostValue) == (.value(4_000_400), .value(15_052_100)))
    // The same formula in another order.
    #expect(abs((result.winRateLow.value ?? 0) - 0.20660047181190744) < 1e-12)
    #expect(abs((result.winRateHigh.value ?? 0) - 0.28959260253957503) < 1e-12)
    #expect(result.lateStageWinRate == .value(101.0 / 143))
    let feature = result.reasons.first { $0.reason == "Missing feature" }
    #expect(feature?.value == .value(2_780_400) && feature?.deals == 46)
    #expect(result.reasons.first { $0.reason.isEmpty }?.deals == 49)
    let groups = Dictionary(uniqueKeysWithValues: result.cuts.map { ($0.by, $0.groups) })
    #expect(groups["source"]?.first { $0.group == "Partner" }.map { [$0.won, $0.lost] } == [25, 40])
    #expect(groups["competitor"]?.first { $0.group == "Corvane" }.map { [$0.won, $0.lost] } == [14, 29])
    #expect(groups["size"]?.map(\.won) == [11, 71, 12, 7])
    #expect(groups["size"]?.map(\.lost) == [23, 191, 51, 45])
    #expect(result.patterns.map(\.group) == ["Partner"])
    #expect((result.interviews.count, result.interviewThreshold) == (200, .value(64_800)))
    #expect(result.winLossCoverage == .value(4.0 / 200))
  }

  /// By pandas over each file alone; Maven's gives lost deals a value of zero.
  @Test(
    .enabled(if: SharedFiles.folder("data") != nil, "../shared/data is not there"),
    arguments: [
      (
        path: "maven-crm-opportunities/sales_pipeline.csv", period: "2017",
        stages: "Prospecting: {}, Engaging: {}",
        columns: "amount: close_value", won: 4_238, lost: 2_473, wonValue: 10_005_534.0, lostValue: 0.0
      ),
      ("hubspot-labels/hubspot_deals.csv", "2024", "", "", 39, 32, 4_982_488.80, 3_797_971.89),
      ("salesforce-api-exports/workshop/Opportunity.csv", "2023", "", "", 12, 3, 10_542_562.98, 3_058_912.50),
    ])
  func readsRealExports(
    path: String, period: String, stages: String, columns: String, won: Int, lost: Int, wonValue: Double,
    lostValue: Double
  ) throws {
    let url = try #require(SharedFiles.folder("data")).appendingPathComponent(path)
    let result = try result(
      try String(contentsOf: url, encoding: .utf8), deals: "period: \(period)",
      pipeline: "stages: {\(stages)}",
      columns: columns)
    #expect((result.won, result.lost) == (won, lost))
    #expect((result.wonValue, result.lostValue) == (.value(wonValue), .value(lostValue)))
    guard path.hasPrefix("hubspot") else { return }
    #expect(
      result.reasons.map(\.reason) == ["Product Fit", "Timing", "", "Competitor", "Price", "Lost Interest"])
    #expect(result.reasons.map(\.deals) == [8, 5, 8, 5, 4, 2])
    #expect(result.reasons.first?.value == .value(991_137.92))
  }
}
