import Testing

@testable import RevOpsCore

@Suite struct ExplainTests {
  private func id(_ explanation: Explanation) -> String? {
    switch explanation.content {
    case .metric(let metric): metric.id
    case .topic(let topic): topic.id
    case .page(let page): page.id
    case nil: nil
    }
  }

  @Test(arguments: [
    ("nrr", "nrr"), ("NRR", "nrr"), ("net dollar retention", "nrr"), ("economics.nrr", "nrr"),
    ("pipeline.health.linearity", "linearity"), ("pipeline.coverage", "coverage"), ("mql", "mql"),
    ("won", "won"), ("w-shaped", "w_shaped"), ("W shaped", "w_shaped"), ("MEDDICC", "meddicc"),
    ("champion", "champion"), ("qbr", "quarterly_business_review"), ("wilson", "wilson_interval"),
    ("csm", "role_csm"), ("AE", "role_account_executive"), ("commit", "commit"), ("plg", "product_led"),
    ("data_maturity", "data_maturity"), ("monte carlo", "simulation"), ("upside", "upside_category"),
  ])
  func aWordOfTheFieldLeadsToItsPage(term: String, expected: String) {
    #expect(id(Explain.lookup(term)) == expected)
  }

  @Test(arguments: [
    ("magic_numbr", "magic_number"), ("vellocity", "velocity"), ("covrage", "coverage"),
    ("payback", "cac_payback"), ("shapely", "shapley"), ("retention", "nrr"),
  ])
  func aWordThatIsNotKnownListsWhatIsNear(term: String, expected: String) {
    let explanation = Explain.lookup(term)
    #expect(explanation.content == nil)
    #expect(explanation.suggestions.contains(expected), "\(explanation.suggestions)")
    #expect(explanation.suggestions.count <= 5)
    #expect(Set(explanation.suggestions).count == explanation.suggestions.count)
  }

  @Test(arguments: ["", ".", "...", "x", "zzzzzzzzzz", "\u{0}"])
  func nonsenseHasNoPage(term: String) {
    #expect(Explain.lookup(term).content == nil)
  }

  @Test func theBandsShownAreThoseInForce() throws {
    let nrr = try #require(Metrics["nrr"])
    let own = try BandList.own(for: nrr, edges: [("good", 1)])
    guard case .metric(let shown) = Explain.lookup("nrr", benchmarks: Benchmarks(["nrr": [own]])).content
    else {
      Issue.record("no metric")
      return
    }
    #expect(shown.bands == [own])
  }

  @Test func theIndexNamesEverythingOnce() {
    let ids = Explain.index.flatMap(\.entries).map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == Metrics.all.count + Topics.all.count + Explanations.pages.count)
    #expect(Explain.index.allSatisfy { !$0.entries.isEmpty })
  }

  @Test(arguments: Topics.all)
  func aTopicSaysSomethingAndLeadsOn(topic: Topic) {
    #expect(topic.text.hasSuffix("."))
    #expect(!topic.text.contains("  "))
    #expect(!topic.related.isEmpty)
    for id in topic.related { #expect(Metrics[id] != nil || Topics[id] != nil, "\(topic.id): '\(id)'") }
    #expect(!topic.related.contains(topic.id))
  }

  @Test func theReportOfAMetricShowsItsFormulaAndItsBands() throws {
    let report = Explain.lookup("cac_payback").report
    #expect(report.title == "CAC payback")
    #expect(report.sections.map(\.key) == ["definition", "variants", "bands", "related"])
    guard case .table(let table) = report.sections[2].blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(
      table.rows.first == [
        .text("board"), .verdict(Report.Verdict("great", .good)), .blank, .duration(.value(12), .months),
        .text("RevOps Engine, phase 5; alarm from 24: RevOps Knowledge Map, block 1"),
      ])
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test func theReportOfAnUnknownWordNamesTheNearOnes() {
    let report = Explain.lookup("magic_numbr").report
    guard case .list(let near) = report.sections.first?.blocks.last else {
      Issue.record("no list")
      return
    }
    #expect(near.contains("magic_number: Magic number"))
  }

  @Test(arguments: Explanations.pages.map(\.id))
  func aProblemsPageSaysWhatItIsAndHowToMendIt(id: String) throws {
    let page = try #require(Explanations.page(id))
    #expect(page.id == id)
    #expect(id.split(separator: ".").count == 2)
    #expect(!page.title.isEmpty && page.what.hasSuffix(".") && page.remedy.hasSuffix("."))
    #expect(self.id(Explain.lookup(id)) == id)
  }

  @Test(arguments: ExpressionProblem.Kind.allCases.map(\.rawValue))
  func everyProblemOfAnExpressionHasItsPage(id: String) {
    #expect(Explanations.page(id) != nil)
  }

  @Test func aMistypedProblemIsSuggested() {
    #expect(Explain.lookup("csv.qoute").suggestions.first == "csv.quote")
  }

  @Test func aPageShowsItsPartsInOrder() {
    let page = ExplainPage(
      id: "area.problem", title: "A problem", what: "w", why: "y", example: "", remedy: "r", limits: "l")
    let report = Explanation(term: "area.problem", content: .page(page)).report
    #expect(report.sections.map(\.key) == ["what", "why", "remedy", "limits"])
  }
}
