import Testing

@testable import RevOpsCore

/// What exports of the CRMs hold that is theirs alone; expected figures worked by hand.
@Suite struct CRMExportTests {
  private func workspace(
    _ text: String, _ files: [String: String], options: RunOptions = RunOptions()
  ) throws -> Workspace {
    let files = files.merging(["revops.yaml": text]) { $1 }
    var workspace = try Workspace.load(
      "revops.yaml", options: options, today: CalendarDate(year: 2026, month: 2, day: 1) ?? .earliest
    ) { path throws(InputErrors) in
      guard let text = files[path] else { throw InputErrors(Diagnostic("file.missing", "no \(path)")) }
      return Array(text.utf8)
    }
    workspace.readTables(["opportunities"])
    return workspace
  }

  private func table(_ text: String, _ files: [String: String]) throws -> OpportunityTable {
    let workspace = try workspace(text, files)
    if let errors = InputErrors(workspace.problems) { throw errors }
    return try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
  }

  private let data = "data: {opportunities: d.csv}\n"

  /// 22:30 UTC on 31 March is 1 April in Berlin, where summer time is two hours ahead, and 30 minutes less in New York.
  @Test(arguments: [
    ("+02:00", "2026-04-01"), ("UTC", "2026-03-31"), ("-05:00", "2026-03-31"), ("+01:00", "2026-03-31"),
  ])
  func aMomentCountsForItsDayInTheZoneOfTheCompany(zone: String, day: String) throws {
    let csv =
      "Id,StageName,Amount,CloseDate,CreatedDate\n1,Prospecting,5,2026-05-01,2026-03-31T22:30:00.000+0000\n"
    let table = try table("company: {timezone: \"\(zone)\", as_of: 2026-04-02}\n" + data, ["d.csv": csv])
    #expect(table.date("created_date", 0).map { "\($0)" } == day)
    #expect(table.date("close_date", 0).map { "\($0)" } == "2026-05-01")
  }

  /// 1774996200000 ms are 2026-03-31 22:30 UTC.
  @Test func millisecondsAreAMomentToo() throws {
    let csv = "id,stage,amount,close_date,created_date\n1,Prospecting,5,2026-05-01,1774996200000\n"
    let table = try table("company: {timezone: \"+02:00\", as_of: 2026-04-02}\n" + data, ["d.csv": csv])
    #expect(table.date("created_date", 0).map { "\($0)" } == "2026-04-01")
  }

  @Test func deletedRowsAreLeftOutAndCounted() throws {
    let csv = """
      Id,StageName,Amount,CloseDate,IsDeleted
      1,Prospecting,5,2026-05-01,false
      2,Prospecting,6,2026-05-01,true
      3,Prospecting,7,2026-05-01,
      4,Prospecting,8,2026-05-01,TRUE
      """
    let workspace = try workspace(data, ["d.csv": csv])
    let table = try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
    #expect(table.coins == [500, 700])
    #expect(workspace.inputs.first { $0.role == "opportunities" }?.rowsLeftOut == 2)
    #expect(workspace.warnings.map(\.id) == ["data.deleted-rows"])
    #expect(workspace.warnings.first?.place?.line == 3)
  }

  /// A history has a row for each change, and snapshots one for each day: as opportunities they would count many times.
  @Test func anotherTableIsNotTakenForTheOpportunities() throws {
    let history = """
      Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate
      0081,0061,2026-01-01,Prospecting,100,2026-08-01
      0082,0061,2026-02-01,Qualification,100,2026-08-01
      """
    let snapshots = """
      snapshot_date,id,stage,amount,close_date
      2026-01-01,1,Prospecting,100,2026-08-01
      2026-01-08,2,Prospecting,900,2026-08-01
      """
    func problems(
      _ csv: String, _ declared: String = "d.csv", _ options: RunOptions = RunOptions()
    ) throws -> [String] {
      try workspace("data: {opportunities: \(declared)}\n", ["d.csv": csv], options: options).problems.map(
        \.id)
    }
    #expect(try problems(history) == ["data.other-table"])
    #expect(try problems(snapshots) == ["data.other-table"])
    // Whoever says which columns or rows count knows what the file is.
    #expect(try problems(history, "{file: d.csv, columns: {id: OpportunityId}}").isEmpty)
    #expect(try problems(snapshots, "{file: d.csv, where: \"snapshot_date = '2026-01-08'\"}").isEmpty)
    #expect(try problems(snapshots, "d.csv", RunOptions(filter: "snapshot_date = '2026-01-08'")).isEmpty)
    #expect(try problems(snapshots.replacing("2026-01-08", with: "2026-01-01")).isEmpty)
  }

  /// A deal of one region may be owned by a rep of another, whoever has the condition applied.
  @Test func aConditionOnTheDealsLeavesOutNoOwner() throws {
    let deals = """
      id,stage,amount,close_date,owner,region
      1,Prospecting,100,2026-12-31,Ann,EMEA
      2,Prospecting,200,2026-12-31,Ann,AMER
      """
    var loaded = try RevOpsCoreTests.workspace(
      [
        "revops.yaml": "company: {as_of: 2026-10-31}\ndata: {opportunities: d.csv, reps: r.csv}\n",
        "d.csv": deals, "r.csv": "name,region\nAnn,AMER\nBob,EMEA\n",
      ], options: RunOptions(filter: "region = 'EMEA'"))
    loaded.readTables(["opportunities", "reps"])
    let table = try OpportunityTable.read(from: loaded, loaded.pipelineSettings())
    #expect(table.coins == [10_000])
  }

  /// The day learned from the file is that of the last creation; what was closed after it is told.
  @Test func winLossTellsTheDealsThatWereClosedAfterTheDay() throws {
    let csv = """
      id,stage,amount,close_date,created_date
      1,Closed Won,100,2026-10-20,2026-08-01
      2,Closed Lost,300,2026-10-31,2026-10-15
      3,Prospecting,400,2026-12-31,2026-10-16
      """
    let outcome = try AnyAnalysis(WinLoss.self).run(
      RevOpsCoreTests.workspace(["revops.yaml": data, "d.csv": csv]))
    let later = try #require(outcome.findings.first { $0.id == "pipeline.closed-later" })
    #expect(later.message.hasPrefix("2 deals are closed after 2026-10-16"))
  }

  /// The status of Pipedrive says which deals are deleted; a word that no CRM has is refused as before.
  @Test func dealsOfTheStatusDeletedAreLeftOutAndCounted() throws {
    let header = "Deal - ID,Deal - Title,Deal - Stage,Deal - Value,Deal - Expected close date,Deal - Status\n"
    let csv =
      header + "1,A,Qualified,5,2026-05-01,Open\n2,B,Qualified,6,2026-05-01,Deleted\n"
      + "3,C,Qualified,7,2026-05-01,Won\n4,D,Qualified,8,2026-05-01,deleted\n"
    let stages = "pipeline: {stages: {Qualified: {probability: 50%}}}\n"
    for day in ["company: {as_of: 2026-04-01}\n", ""] {
      let workspace = try workspace(day + stages + data, ["d.csv": csv])
      let table = try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
      #expect(table.coins == [500, 700] && table.outcomes == [.open, .won])
      #expect(workspace.inputs.first { $0.role == "opportunities" }?.rowsLeftOut == 2)
      #expect(workspace.warnings.filter { $0.id == "data.deleted-rows" }.map { $0.place?.line } == [3])
      // Those that add deals up while the file is read leave them to the table read whole.
      let health = try AnyAnalysis(PipelineHealth.self).run(
        RevOpsCoreTests.workspace(
          ["revops.yaml": day + stages + data, "d.csv": csv]))
      #expect(JSONText.compact(health.result).contains("\"open_deals\":1"))
    }
    let inspection = try ImportInspection.inspect(
      Table.read(SourceText(name: "d.csv", text: csv)))
    #expect(inspection.deletedRows == 2)
  }

  @Test func whatTheCRMConvertedCountsWhereThereIsNoRate() throws {
    let csv = """
      Opportunity ID,Opportunity Name,Stage,Amount Currency,Amount,Amount (converted) Currency,Amount (converted),Close Date
      1,A,Prospecting,EUR,100,USD,110.50,2026-05-01
      2,B,Prospecting,USD,7,USD,7,2026-05-01
      3,C,Prospecting,GBP,10,USD,13,2026-05-01
      """
    #expect(try table(data, ["d.csv": csv]).coins == [11_050, 700, 1_300])
    // A rate of ours comes first.
    #expect(
      try table("company: {fx: {EUR: 1.2}}\n" + data, ["d.csv": csv]).coins == [12_000, 700, 1_300])
    let alone =
      "Opportunity ID,Opportunity Name,Stage,Amount (converted),Close Date\n1,A,Prospecting,110.50,2026-05-01\n"
    #expect(try table(data, ["d.csv": alone]).coins == [11_050])
  }

  /// A report converts to the currency of whoever runs it.
  @Test(arguments: [
    "Amount Currency,Amount,Amount (converted) Currency,Amount (converted)\nEUR,100,GBP,95",
    "Amount Currency,Amount,Amount (converted)\nEUR,100,GBP 95",
  ])
  func whatTheCRMConvertedToAnotherCurrencyIsRefused(amounts: String) throws {
    let lines = amounts.split(separator: "\n")
    let csv = "Opportunity ID,Stage,Close Date,\(lines[0])\n1,Prospecting,2026-05-01,\(lines[1])\n"
    let errors = try #require(throws: InputErrors.self) { try table(data, ["d.csv": csv]) }
    #expect(errors.ids == ["pipeline.converted-currency"])
    let own = "company: {currency: GBP}\n" + data
    #expect(try table(own, ["d.csv": csv]).coins == [9_500])
  }

  /// Its first block is the table; a row that another block alone fills has no deal.
  @Test func aJoinedReportHasTheColumnsOfItsFirstBlock() throws {
    let csv = """
      ,Opportunities,,,,Cases,
      Account Name,Opportunity ID,Stage,Amount,Close Date,Case Number,Status
      Acme,1,Prospecting,5,2026-05-01,0001,Open

      """
    #expect(try table(data, ["d.csv": csv]).coins == [500])
    let errors = try #require(throws: InputErrors.self) {
      try table(data, ["d.csv": csv + "Acme,,,,,0002,Open\n"])
    }
    #expect(errors.ids == ["pipeline.no-stage"] && errors.diagnostics[0].place?.line == 4)
  }

  /// Flags that repeat the stage say nothing of a row that has none; a status apart from it does.
  @Test func aRowWithoutAStageIsRefusedUnlessItsStatusPlacesIt() throws {
    let flagged =
      "id,stage,amount,close_date,is_closed,is_won\n1,Prospecting,5,2026-05-01,0,0\n,,,2026-05-01,,x\n"
    let errors = try #require(throws: InputErrors.self) { try table(data, ["d.csv": flagged]) }
    #expect(errors.ids.contains("pipeline.no-stage") && errors.diagnostics[0].place?.line == 3)
    let status = """
      opportunityid,estimatedvalue,estimatedclosedate,stepname,statecode
      1,5,2026-05-01,,1
      2,6,2026-05-01,,0
      """
    #expect(try table(data, ["d.csv": status]).outcomes == [.won, .open])
  }

  @Test func aCompanysOwnCategoriesAreNamedInTheWorkspace() throws {
    let csv =
      "id,stage,amount,close_date,forecast_category\n1,Prospecting,5,2026-05-01,in the BAG\n2,Prospecting,5,2026-05-01,Probable\n3,Prospecting,5,2026-05-01,Commit\n"
    let named = "pipeline: {forecast_categories: {In the bag: commit, Probable: best_case}}\n" + data
    #expect(try table(named, ["d.csv": csv]).categories == [.commit, .bestCase, .commit])
    let errors = try #require(throws: InputErrors.self) { try table(data, ["d.csv": csv]) }
    #expect(errors.diagnostics.map(\.id) == ["pipeline.unknown-category", "pipeline.unknown-category"])
    #expect(errors.diagnostics.allSatisfy { $0.hint?.contains("pipeline.forecast_categories") == true })
  }

  @Test func theHiddenColumnsOfDynamicsAreReadAndItsOthersAreNot() throws {
    let csv = """
      (Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Est. revenue,Est. close date,Pipeline Phase,Status
      6d1c9b5e-0c2a-ee11-9965-000d3a5b1c2d,Yx0=,2026-01-05 09:12,Acme,Acme Ltd,5,2026-05-01,1-Qualify,Open
      """
    let table = try table(data, ["d.csv": csv])
    #expect(table.data.mapping.vendor == .dynamics)
    #expect(table.text("id", 0) == "6d1c9b5e-0c2a-ee11-9965-000d3a5b1c2d")
    #expect(table.coins == [500] && table.outcomes == [.open])
    #expect(table.header("name") == "Topic")
  }

  @Test(arguments: [
    "Stage,Sum of Amount,Record Count\nProspecting,5,1\n",
    "Owner,Prospecting,Qualification\nAna,5,6\nSubtotal,5,6\nBo,7,8\n",
  ])
  func aReportOfGroupsIsRefusedWithTheWayOut(csv: String) throws {
    let workspace = try workspace(data, ["d.csv": csv])
    let problem = workspace.problems.first { $0.id == "workspace.column-missing" }
    #expect(
      problem?.hint
        == "this is a summary, matrix or joined report; export its details, with a row for each record")
  }

  @Test func damagedIDsAreRefusedOneByOne() throws {
    let csv =
      "id,stage,amount,close_date\n1.00E+15,Prospecting,5,2026-05-01\n2,Prospecting,5,2026-05-01\n1.00E+15,Won,5,2026-05-01\n"
    let errors = try #require(throws: InputErrors.self) { try table(data, ["d.csv": csv]) }
    #expect(errors.diagnostics.map(\.id) == ["csv.damaged-id", "csv.damaged-id"])
    #expect(errors.diagnostics.map { $0.place?.line } == [2, 4])
  }

  /// The same two deals, once by their short and once by their long ids.
  @Test func aDealIsDoubledByEitherFormOfItsID() throws {
    let csv =
      "Id,StageName,Amount,CloseDate\n0067E0000028LZP,Prospecting,5,2026-05-01\n0067E0000028LZPQA2,Prospecting,5,2026-05-01\n0067E0000028LZp,Prospecting,5,2026-05-01\n"
    let table = try table(data, ["d.csv": csv])
    let keys = DealKeys(of: table)
    #expect(DealCopies(of: table.data, keys, hasRepeatedIDs: true).rows == [1])
    let repeated = RepeatedDeals(in: table.data, ids: keys.ids, cuts: [])
    #expect(repeated.repeats.map(\.row) == [1] && repeated.problems.isEmpty)
  }

  @Test func anOwnerIsFoundByEitherFormOfTheirID() throws {
    func problems(_ owner: String) throws -> [String] {
      let csv = "Id,StageName,Amount,CloseDate,OwnerId\n1,Prospecting,5,2026-05-01,\(owner)\n"
      var workspace = try workspace(
        "data: {opportunities: d.csv, reps: r.csv}\n",
        ["d.csv": csv, "r.csv": "id,name\n0057E0000028LZP,Ana\n"])
      workspace.readTables(["reps"])
      do throws(InputErrors) {
        _ = try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
        return []
      } catch { return error.diagnostics.map(\.id) }
    }
    #expect(try problems("0057E0000028LZPQA2") == [])
    // Capitals tell two users apart.
    #expect(try problems("0057E0000028LZp") == ["pipeline.unknown-owner"])
  }

  /// Deal 1 went through three stages; deal 2 is still in its first.
  @Test func theColumnsOfHubSpotAreAHistory() throws {
    let csv = #"""
      Record ID,Deal Name,Deal Stage,Amount,Close Date,"Date entered ""Demo (Sales Pipeline)""","Date exited ""Demo (Sales Pipeline)""","Date entered ""Contract Sent (Sales Pipeline)""","Date entered ""Closed Won (Sales Pipeline)""","Date entered ""Old (Partner Pipeline)"""
      1,A,Closed Won,5,2026-03-01,2026-01-05 10:00,2026-01-20 09:00,2026-01-20 09:00,2026-03-01 08:00,
      2,B,Demo,6,2026-05-01,2026-02-10 10:00,,,,
      """#
    let stages = "pipeline: {stages: {Demo: {outcome: open}, Contract Sent: {outcome: open}}}\n"
    let workspace = try workspace(stages + data, ["d.csv": csv])
    let history = try #require(try StageHistory.read(from: workspace, workspace.pipelineSettings()))
    let courses = history.deals.map { deal in
      "\(deal.id): " + deal.changes.map { "\($0.stage ?? "") \($0.day)" }.joined(separator: ", ")
    }
    #expect(
      courses == [
        "1: Demo 2026-01-05, Contract Sent 2026-01-20, Closed Won 2026-03-01", "2: Demo 2026-02-10",
      ])
    #expect(history.deals[0].changes[0].exit == 1_768_899_600)  // 2026-01-20 09:00 UTC
    let other = csv.replacing("Contract Sent (", with: "Pilot (")
    let unplaced = try self.workspace(stages + data, ["d.csv": other])
    let errors = try #require(throws: InputErrors.self) {
      try StageHistory.read(from: unplaced, unplaced.pipelineSettings())
    }
    #expect(errors.diagnostics.map(\.id) == ["pipeline.unknown-stage"])
    #expect(errors.diagnostics.first?.place?.line == 1)
  }

  @Test func theInternalNamesOfHubSpotAreAHistoryToo() throws {
    let csv = """
      hs_object_id,dealname,dealstage,amount,closedate,hs_v2_date_entered_appointmentscheduled,hs_v2_date_entered_closedlost
      1,A,closedlost,5,2026-03-01,2026-01-05T23:30:00Z,2026-02-01T10:00:00Z
      """
    let workspace = try workspace("company: {timezone: \"+01:00\"}\n" + data, ["d.csv": csv])
    let history = try #require(try StageHistory.read(from: workspace, workspace.pipelineSettings()))
    let steps = history.deals[0].changes.map { "\($0.stage ?? "") \($0.day)" }
    #expect(steps == ["appointmentscheduled 2026-01-06", "closedlost 2026-02-01"])
  }
}
