import Testing

@testable import RevOpsCore

/// A deal counts once, however many rows of an export hold it.
@Suite struct RepeatedDealsTests {
  /// Three rows of D1 as a report with products has them; open are 100 + 50, by hand.
  private let report = """
    id,stage,amount,close_date,owner,product,account
    D1,Discovery,100,2026-12-01,Ana,Core,Acme
    D2,Discovery,50,2026-11-01,Bo,Core,Beta
    D1,Discovery,100,2026-12-01,Ana,Seats,Acme
    D1,Discovery,100,2026-12-01,Ana,Vault,Acme Ltd

    """

  private func outcome<A: Analysis>(
    _ analysis: A.Type, _ csv: String, by cuts: [String] = []
  ) throws(InputErrors) -> Outcome {
    let workspace = try Deals.workspace(
      csv, pipeline: "quota: 300, period: 2026-Q4, " + Deals.randomStages,
      options: RunOptions(cuts: cuts))
    return try AnyAnalysis(analysis).run(workspace)
  }

  private func figure(_ outcome: Outcome, _ path: String) -> Double? {
    var value = outcome.result
    for key in path.split(separator: ".") { value = value[String(key)] ?? .null }
    switch value {
    case .number(let number): return number
    case .integer(let integer): return Double(integer)
    default: return nil
    }
  }

  @Test func rowsThatAgreeCountOnce() throws {
    let coverage = try outcome(PipelineCoverage.self, report)
    #expect(figure(coverage, "total") == 150)
    let health = try outcome(PipelineHealth.self, report)
    #expect(figure(health, "coverage.open_pipeline") == 150)
    #expect(figure(health, "hygiene.deals") == 2)
    #expect(figure(health, "hygiene.duplicate_deals") == 0)
    let velocity = try outcome(PipelineVelocity.self, report)
    #expect(figure(velocity, "opportunities") == 2)
    for outcome in [coverage, health, velocity] {
      #expect(
        outcome.warnings.map(line) == [
          """
          deals.csv:4:1: 2 rows repeat a deal that stands above, this one first; each deal counts once \
          (export deals without a row for each contact or product)
          """
        ])
      #expect(outcome.inputs.first { $0.role == "opportunities" }?.rowsLeftOut == 2)
    }
  }

  /// By hand: two of four rows have no id; a row a deal they are 10 + 20 + 30 + 40, told once by each analysis.
  @Test func rowsWithoutAnIDAreTold() throws {
    func csv(_ second: String, _ fourth: String) -> String {
      """
      id,stage,amount,close_date,owner
      D1,Discovery,10,2026-12-01,Ana
      \(second),Discovery,20,2026-12-01,Ana
      D3,Discovery,30,2026-12-01,Ana
      \(fourth),Discovery,40,2026-12-01,Ana

      """
    }
    let two = csv("", "N/A")
    let health = try outcome(PipelineHealth.self, two)
    #expect(figure(health, "coverage.open_pipeline") == 100)
    let all = [
      health, try outcome(PipelineCoverage.self, two), try outcome(PipelineHygiene.self, two),
      try outcome(PipelineHealth.self, two.replacing("D3", with: "D1").replacing("30,", with: "10,")),
    ]
    for outcome in all {
      #expect(
        outcome.warnings.filter { $0.id == "pipeline.rows-without-id" }.map(line) == [
          """
          deals.csv:1:1: 2 rows have no id, and each counts as a deal of its own \
          (export the id of every deal, or leave such rows out with 'where')
          """
        ])
    }
    #expect(
      try outcome(PipelineHealth.self, csv("", "D4")).warnings.first?.message.hasPrefix("1 row has") == true)
    #expect(try outcome(PipelineHealth.self, csv("D2", "D4")).warnings.isEmpty)
  }

  @Test func hygieneLooksAtEveryRow() throws {
    let hygiene = try outcome(PipelineHygiene.self, report)
    #expect(figure(hygiene, "deals") == 4)
    #expect(hygiene.warnings.isEmpty)
  }

  @Test(arguments: [
    ("D1,Discovery,120,2026-12-01,Ana,Core,Acme", [], "2", "'amount'", 14),
    ("D1,Closed Won,120,2026-12-02,Ana,Core,Acme", [], "2", "'stage', 'amount', 'close_date'", 4),
    ("D1,Discovery,100,2026-12-01,,Core,Acme", [], "2", "'owner'", 29),
    ("D1,Discovery,100,2026-12-01,Ana,Seats,Acme", ["product"], "2", "'product'", 33),
  ])
  func rowsThatContradictEachOtherAreRefused(
    row: String, cuts: [String], first: String, columns: String, column: Int
  ) {
    let csv =
      "id,stage,amount,close_date,owner,product,account\nD1,Discovery,100,2026-12-01,Ana,Core,Acme\n\(row)\n"
    for problems in [
      problems { () throws(InputErrors) in try outcome(PipelineHealth.self, csv, by: cuts) },
      problems { () throws(InputErrors) in try outcome(PipelineCoverage.self, csv, by: cuts) },
    ] {
      #expect(
        problems.map { $0.replacing(/\d+: deal/, with: "N: deal") } == [
          """
          deals.csv:3:N: deal 'D1' stands twice, and its rows differ in \(columns) (keep the row that is right; \
          'revops pipeline hygiene' lists all doubled deals)
          """
        ])
      #expect(problems.first?.hasPrefix("deals.csv:3:\(column):") == true)
    }
  }

  @Test func aConditionMayChooseAmongThem() throws {
    let csv = report.replacing("Seats", with: "Core").replacing(
      "100,2026-12-01,Ana,Vault", with: "7,2026-12-01,Ana,Vault")
    var workspace = try Deals.workspace(
      csv, pipeline: "period: 2026-Q4, stages: {Discovery: {probability: 50%}}")
    workspace.options.filter = "product = 'Core'"
    let outcome = try AnyAnalysis(PipelineCoverage.self).run(workspace)
    #expect(figure(outcome, "total") == 150)
  }

  /// Rows taken at random and repeated at random places change no figure.
  @Test func repeatingRowsChangesNothing() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<10 {
      let rows = Deals.random(&generator, rows: 40)
      let repeated = (rows + rows.filter { _ in Bool.random(using: &generator) }).shuffled(using: &generator)
      func told(_ rows: [String]) throws -> [JSONValue] {
        let csv = Deals.randomHeader + "\n" + rows.joined(separator: "\n")
        return [
          try outcome(PipelineCoverage.self, csv).result, try outcome(PipelineHealth.self, csv).result,
          try outcome(PipelineVelocity.self, csv).result,
        ]
      }
      #expect(try told(rows) == told(repeated))
    }
  }
}
