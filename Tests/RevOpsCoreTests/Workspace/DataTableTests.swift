import Testing

@testable import RevOpsCore

@Suite("The data tables of a workspace")
struct DataTableTests {
  static let deals = """
    Id,StageName,Amount,CloseDate,CreatedDate,Segment
    006A,Proposal,1200,2026-05-31,2026-01-10,SMB
    006B,Closed Won,800,2026-04-30,2026-02-20,Enterprise
    006C,Discovery,,2026-06-30,2026-03-15,SMB
    """

  /// Reads `opportunities` of a workspace, with the problems on the way.
  private func read(
    _ data: String, _ files: [String: String] = [:], filter: String? = nil, asOf: String? = nil
  ) throws(InputErrors) -> Workspace {
    var files = files
    files["team/revops.yaml"] = data
    files["team/deals.csv"] = files["team/deals.csv"] ?? Self.deals
    let options = RunOptions(filter: filter, asOf: asOf.map(day))
    var loaded = try workspace(
      files, "team/revops.yaml", options: options, registry: [AnyAnalysis(FakeHygiene.self)])
    loaded.readTables(["opportunities"])
    return loaded
  }

  @Test("a table is a path beside the workspace, or a file with what its columns need")
  func forms() throws {
    for data in ["data: {opportunities: deals.csv}", "data:\n  opportunities: {file: ./deals.csv}"] {
      let loaded = try read(data, ["team/./deals.csv": Self.deals])
      #expect(loaded.problems.map(line) == [])
      let table = try #require(loaded.table("opportunities"))
      #expect(table.rowCount == 3)
      #expect(
        try table.dates("close_date")?.compactMap { $0?.description } == [
          "2026-05-31", "2026-04-30", "2026-06-30",
        ])
      #expect(table.has("stage") && !table.has("next_step"))
      #expect(loaded.inputs.last?.role == "opportunities")
      #expect(loaded.inputs.last?.rows == 3)
    }
  }

  @Test("the day is the latest that the data records, not one that it plans")
  func asOf() throws {
    let loaded = try read("data: {opportunities: deals.csv}")
    #expect(loaded.asOf == AsOf(day("2026-03-15"), from: .data))
    #expect(loaded.asOf.remark == "as of 2026-03-15, the latest day in the data")
    let given = try read("data: {opportunities: deals.csv}", asOf: "2026-02-01")
    #expect(given.asOf == AsOf(day("2026-02-01"), from: .option))
  }

  /// A planned close date says nothing, the day on which a deal was won does.
  @Test(
    "the day on which a deal was closed is recorded", arguments: ["closed_date", "won_date", "lost_date"])
  func closings(column: String) throws {
    let deals =
      "id,stage,amount,close_date,created_date,\(column)\n1,Closed Won,5,2026-05-01,2026-01-10,2026-04-02\n"
    let loaded = try read("data: {opportunities: deals.csv}", ["team/deals.csv": deals])
    #expect(loaded.asOf == AsOf(day("2026-04-02"), from: .data))
  }

  @Test("totals below the rows are rows that are left out")
  func totals() throws {
    let deals = Self.deals + "\nTotal,,2000,,,\n"
    let loaded = try read("data: {opportunities: deals.csv}", ["team/deals.csv": deals])
    #expect(loaded.table("opportunities")?.rowCount == 3)
    #expect(loaded.inputs.last.map { [$0.rows, $0.rowsLeftOut] } == [4, 1])
  }

  @Test("conditions of the file and of the run leave rows out, and say how many")
  func conditions() throws {
    let data = "data:\n  opportunities: {file: deals.csv, where: segment = 'SMB'}"
    let own = try read(data)
    #expect(own.problems.map(line) == [])
    #expect(own.table("opportunities")?.rows.map(\.self) == [0, 2])
    #expect(own.inputs.last?.rowsLeftOut == 1)
    let both = try read(data, filter: "amount > 1000")
    #expect(both.problems.map(line) == [])
    #expect(both.table("opportunities")?.rows.map(\.self) == [0])
    #expect(both.inputs.last?.rowsLeftOut == 2)
    let none = try read("data: {opportunities: deals.csv}", filter: "created_date >= 2027-01-01")
    #expect(none.table("opportunities")?.rows.map(\.self) == [])
  }

  @Test(
    "what is wrong with a table is said where the workspace names it or where it stands in the file",
    arguments: [
      ("{opportunities: none.csv}", nil, "team/revops.yaml:1:23: no file 'team/none.csv'"),
      (
        "{oportunities: deals.csv}", nil,
        "team/revops.yaml:1:8: unknown key 'oportunities' in 'data' (did you mean 'opportunities'?)"
      ),
      (
        "{opportunities: {}}", nil,
        "team/revops.yaml:1:23: 'data.opportunities' does not give 'file' (wanted: text)"
      ),
      (
        "{opportunities: {file: deals.csv, date_order: ydm}}", nil,
        "team/revops.yaml:1:53: 'data.opportunities.date_order' is 'ydm', but one of dmy or mdy is wanted"
      ),
      (
        "{opportunities: {file: deals.csv, columns: {amount: Amuont}}}", nil,
        "'team/deals.csv' has no column 'Amuont', which 'amount' is to be read from (did you mean 'Amount'?)"
      ),
      (
        "{opportunities: {file: deals.csv, columns: {amuont: Amount}}}", nil,
        "'amuont' is no column of opportunities (did you mean 'amount'?)"
      ),
      (
        "{opportunities: {file: deals.csv, where: segmnt = 'SMB'}}", nil, "(did you mean 'segment'?)"
      ),
      (
        "{opportunities: deals.csv}", "segmnt = 'SMB'",
        "--where:1:1: no table has a column 'segmnt' (did you mean 'segment'?)"
      ),
      ("{opportunities: deals.csv}", "segment =", "--where:1:"),
    ] as [(String, String?, String)])
  func refused(data: String, filter: String?, message: String) throws {
    let found = try read("data: \(data)", filter: filter).problems.map(line)
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test("a file without a column that the table cannot do without says which and how to name it")
  func needed() throws {
    let loaded = try read(
      "data: {opportunities: deals.csv}", ["team/deals.csv": "Id,StageName,CloseDate\n1,Won,2026-01-01"])
    #expect(
      loaded.problems.map(line) == [
        "team/revops.yaml:1:23: 'team/deals.csv' has no column for 'amount' "
          + "(name it under 'columns', such as {amount: \"Its Header\"})"
      ])
    // A table that nobody asks for may lack it.
    let unasked = try workspace(
      [
        "revops.yaml": "audit: {coverage: 1}\ndata: {leads: leads.csv}",
        "leads.csv": "email,mql_date\na@b.c,2026-02-03",
      ])
    let outcome = try AnyAnalysis(FakeAudit.self).run(unasked)
    #expect(outcome.asOf == "2026-02-03")
  }

  @Test("an analysis runs on its table, and on a file given alone")
  func analysis() throws {
    let hygiene = AnyAnalysis(FakeHygiene.self)
    let outcome = try hygiene.run(
      try workspace(
        ["revops.yaml": "data: {opportunities: deals.csv}", "deals.csv": Self.deals], registry: [hygiene]))
    #expect(outcome.result["rows"] == .integer(3))
    #expect(outcome.inputs.map(\.role) == ["workspace", "opportunities"])
    let alone = Workspace.load(
      tables: [("deals.csv", "opportunities")], today: day("2026-01-01"),
      registry: AnalysisRegistry([hygiene]), reader: reader(["deals.csv": Self.deals]))
    #expect(try hygiene.run(alone).result["rows"] == .integer(3))
    #expect(hygiene.isFed(by: alone))
  }

  @Test("an analysis that weighs measurements reads the tables of the others, each once")
  func shared() throws {
    let files = [
      "revops.yaml": "audit: {coverage: 1}\ndata: {opportunities: deals.csv}", "deals.csv": Self.deals,
    ]
    let registry = [AnyAnalysis(FakeAudit.self), AnyAnalysis(FakeHygiene.self)]
    let outcome = try AnyAnalysis(FakeAudit.self).run(try workspace(files, registry: registry))
    #expect(outcome.inputs.map(\.role) == ["workspace", "opportunities"])
    #expect(outcome.asOf == "2026-03-15")
  }
}
