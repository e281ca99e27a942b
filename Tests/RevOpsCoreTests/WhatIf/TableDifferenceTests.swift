import Testing

@testable import RevOpsCore

/// What differs between two versions of a data table, each case counted by hand.
@Suite("What changed in a data table")
struct TableDifferenceTests {
  private static let old =
    "id,owner,stage,amount,close_date\n1,Ana,Open,100,2026-11-30\n2,Bo,Open,200,2026-12-01\n"

  private static func inputs(
    _ new: String, old: String = old, before: String = "{file: deals.csv}",
    after: String = "{file: deals.csv}"
  ) throws -> [JSONValue] {
    func files(_ text: String, _ source: String) throws(InputErrors) -> Workspace {
      try workspace(
        [
          "revops.yaml": """
          company: {as_of: 2026-10-15, fx: {EUR: 1.1}}
          pipeline: {quota: 1000, period: 2026-Q4, stages: {Open: {probability: 10%}}}
          data: {opportunities: \(source)}
          """, "deals.csv": text,
        ], registry: [AnyAnalysis(PipelineCoverage.self)])
    }
    let outcome = try PlanDiff.run(
      files(old, before), files(new, after), figures: ["pipeline.coverage.total"])
    return DemandTests.rows(outcome.result["inputs"])
  }

  @Test("rows are told apart by their ids, and the columns that changed are named, those of most rows first")
  func byId() throws {
    let inputs = try Self.inputs(
      "id,owner,stage,amount,close_date\n3,Cy,Open,5,2026-11-30\n2,Bo,Open,250,2026-12-02\n1,Ana,Open,90,2026-11-30\n"
    )
    #expect(inputs.map { $0["path"] } == ["data.opportunities"])
    #expect(inputs[0]["from"] == "2 rows" && inputs[0]["to"] == "3 rows")
    let table = try #require(inputs[0]["table"])
    #expect([table["added"], table["removed"], table["changed"]] == [.integer(1), .integer(0), .integer(2)])
    #expect(
      DemandTests.rows(table["columns"]).map { [$0["column"], $0["rows"]] } == [
        ["amount", .integer(2)], ["close_date", .integer(1)],
      ])
    #expect(DemandTests.rows(table["added_ids"]) == ["3"])
    #expect(DemandTests.rows(table["changed_ids"]) == ["2", "1"])
  }

  @Test("a header under another name is no change, a column that came is one")
  func columns() throws {
    let renamed = try Self.inputs(
      "Opportunity ID,Opportunity Owner,Stage,Amount,Close Date,Region\n1,Ana,Open,100,2026-11-30,EMEA\n2,Bo,Open,200,2026-12-01,US\n"
    )
    let table = try #require(renamed[0]["table"])
    #expect([table["added"], table["removed"], table["changed"]] == [.integer(0), .integer(0), .integer(0)])
    #expect(DemandTests.rows(table["columns_added"]) == ["Region"])
  }

  @Test("without ids of their own rows are held against each other whole")
  func withoutIds() throws {
    func files(_ rows: String) throws(InputErrors) -> Workspace {
      try workspace(
        [
          "revops.yaml": """
          company: {as_of: 2025-12-31}
          capacity: {fiscal_year: "2026", target: $1M, quota_per_ae: $600K, expected_attainment: 50%}
          data: {reps: reps.csv}
          """, "reps.csv": "id,name,role,start_date,end_date,quota\n" + rows,
        ], registry: [AnyAnalysis(Capacity.self)])
    }
    // Ana moved in July, so that her id stands twice; Bo came, and Ana's second row went and came with another quota.
    let ana = "1,Ana,AE,2019-01-01,2026-06-30,600000\n"
    let outcome = try PlanDiff.run(
      files(ana + "1,Ana,AE,2026-07-01,,600000\n"),
      files("2,Bo,AE,2026-03-01,,600000\n1,Ana,AE,2026-07-01,,700000\n" + ana), figures: ["capacity.gap"])
    let table = try #require(DemandTests.rows(outcome.result["inputs"])[0]["table"])
    #expect([table["added"], table["removed"], table["changed"]] == [.integer(2), .integer(1), .integer(0)])
  }

  @Test("a file that stays but is to be read otherwise is a difference too, and its share is what that does")
  func reading() throws {
    let inputs = try Self.inputs(Self.old, after: "{file: deals.csv, currency: EUR}")
    #expect(inputs.map { $0["path"] } == ["data.opportunities"])
    let table = try #require(inputs[0]["table"])
    #expect(DemandTests.rows(table["reading"]) == ["currency: not given, now EUR"])
    #expect([table["added"], table["removed"], table["changed"]] == [.integer(0), .integer(0), .integer(0)])
    #expect(try Self.inputs(Self.old).isEmpty)
  }
}
