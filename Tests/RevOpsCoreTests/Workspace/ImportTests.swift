import Foundation
import Testing

@testable import RevOpsCore

@Suite struct ImportTests {
  private func table(_ headers: String, rows: [String] = []) throws -> Table {
    try Table.read(SourceText(name: "export.csv", text: ([headers] + rows).joined(separator: "\n") + "\n"))
  }

  @Test(arguments: [
    ("Probability (%)", "probabilitypct"), ("StageName", "stagename"), ("close_date", "closedate"),
    ("R&D", "randd"), ("Montant estim\u{E9}*", "montantestime"), ("Stra\u{DF}e", "strasse"),
    ("Amount [USD]", "amount"), ("\u{FF21}mount\u{FF11}", "amount1"), ("\u{141}\u{F3}d\u{17A}", "lodz"),
    ("金額", ""),
    ("E\u{301}tape", "etape"),
  ])
  func comparesHeadersByWhatPeopleDoNotVary(header: String, key: String) {
    #expect(ImportKey(header).text == key)
  }

  @Test(arguments: [
    ("Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId", ImportVendor.salesforceAPI),
    ("ID,STAGENAME,AMOUNT,CLOSEDATE,OWNER.NAME,ACCOUNT.NAME", .salesforceAPI),
    ("Opportunity Name,Stage,Amount,Close Date,Opportunity Owner,Probability (%)", .salesforceReport),
    ("Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner", .hubspotLabels),
    ("hs_object_id,dealname,dealstage,amount,closedate", .hubspotNames),
    ("deal_id,property_dealname,property_dealstage,property_amount,property_closedate", .hubspotNames),
    ("Deal - ID,Deal - Title,Deal - Stage,Deal - Value,Deal - Expected close date", .pipedrive),
    ("(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,Topic,Est. revenue", .dynamics),
    ("Record Id,Deal Name,Deal Owner.id,Account Name.id,Stage,Closing Date", .zoho),
    ("Record Id,Deal Name,Deal Owner,Stage,Amount,Closing Date", .zoho),
    ("Record Id,Deal Name,Deal Owner.id,Deal Owner,Account Name.id,Account Name,Stage", .zoho),
    ("Record ID,Deal Name,Deal Owner,Amount,Close Date", .hubspotLabels),
    ("id,stage,amount,close_date,owner", .generic), ("Deal Name,Amount", .generic),
  ])
  func tellsWhoseExportItIs(headers: String, vendor: ImportVendor) {
    #expect(ImportVendor.detect(headers.split(separator: ",").map(String.init)) == vendor)
  }

  @Test(arguments: [
    "Id,StageName,Amount,CloseDate,IsWon", "Opportunity ID,Opportunity Name,Stage,Amount,Close Date",
    "Record ID,Deal Name,Deal Stage,Amount,Close Date", "hs_object_id,dealname,dealstage,amount,closedate",
    "Deal - ID,Deal - Stage,Deal - Value,Deal - Expected close date",
    "opportunityid,stepname,estimatedvalue,estimatedclosedate",
    "Record Id,Deal Name,Stage,Amount,Closing Date,Deal Owner.id", "id,stage,amount,close_date",
  ])
  func findsTheNeededColumnsOfEveryVendor(headers: String) throws {
    let mapping = try ImportMapping.find(in: table(headers), as: .opportunities)
    #expect(mapping.missing.filter(\.isRequired).isEmpty)
    #expect(mapping["id"] == 0)
    #expect(ImportMapping.table(of: try table(headers)) == .opportunities)
  }

  /// Northwind's own history, the two of Salesforce with and without real ids, and one of fields.
  @Test(arguments: [
    (
      "opportunity_id,stage,entered_at,amount,close_date,forecast_category",
      "1,Demo,2026-01-02,5,2026-03-01,pipeline"
    ),
    ("opportunity_id,stage,entered_at", "1,Demo,2026-01-02"),
    ("opportunity_id,field,old,new,changed_at", "1,amount,5,6,2026-01-02"),
    (
      "Id,OpportunityId,Field,DataType,OldValue,NewValue,CreatedDate,CreatedById",
      "017000000000001,006000000000001,Amount,Currency,1,2,2026-01-02T10:00:00.000Z,005000000000001"
    ),
    (
      "Id,OpportunityId,CreatedDate,CreatedById,StageName,Amount,ExpectedRevenue,CloseDate,Probability,"
        + "ForecastCategory,SystemModstamp",
      "H1,A,2026-01-02T10:00:00.000Z,U1,Prospecting,5,1,2026-03-01,10,Pipeline,2026-01-02T10:00:00.000Z"
    ),
  ])
  func tellsAHistoryOfStagesFromDeals(headers: String, row: String) throws {
    let file = try table(headers, rows: [row])
    #expect(ImportMapping.table(of: file) == .stageHistory)
    // Where no history is asked for, it is none of the tables.
    #expect(ImportMapping.table(of: file, among: [.opportunities, .reps]) == nil)
  }

  @Test(arguments: [
    ("opportunity_id,stage,amount,close_date,created_date", ImportTable.opportunities),
    ("opportunity_id,name,owner,stage,amount,close_date,changed_at", .opportunities),
    ("id,name,amount,sales_stage,date_closed,date_entered,stage,close_date", .opportunities),
    ("snapshot_date,opportunity_id,stage,amount,close_date,created_date", .snapshots),
    ("snapshot_date,Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate", .snapshots),
  ])
  func takesNoDealsForAHistory(headers: String, expected: ImportTable) throws {
    #expect(ImportMapping.table(of: try table(headers)) == expected)
  }

  @Test func saysWhatRunsAndWhatAFileInOneCurrencyNeeds() throws {
    let file = try table(
      "id,stage,amount,close_date,currency,probability",
      rows: [
        "1,Fit,5,2026-03-01,EUR,40", "2,Renewed,6,2026-03-01,EUR,100", "3,Churned,7,2026-03-01,EUR,0",
        "4,Parked,7,2026-03-01,EUR,0", "5,Parked,7,2026-03-01,EUR,5",
      ])
    let found = try ImportInspection.inspect(file)
    #expect(
      found.data == """
        company:
          currency: EUR
        data:
          opportunities:
            file: export.csv
        pipeline:
          # in the order in which deals go through them; mark ends {outcome: won} or {outcome: lost}
          stages:
            Parked: {outcome: open}
            Churned: {outcome: lost} # proposed: all its rows have a chance of 0%
            Fit: {outcome: open}
            Renewed: {outcome: won} # proposed: all its rows have a chance of 100%

        """)
    // The block makes the file run, and its amounts are those of the file: 5 + 7 + 7 open, 6 won.
    var workspace = try workspace([
      "revops.yaml": found.data + "  quota: 100\n  period: 2026-Q1\n",
      "export.csv": "id,stage,amount,close_date,currency,probability\n"
        + "1,Fit,5,2026-03-01,EUR,40\n2,Renewed,6,2026-03-01,EUR,100\n3,Churned,7,2026-03-01,EUR,0\n"
        + "4,Parked,7,2026-03-01,EUR,0\n5,Parked,7,2026-03-01,EUR,5\n",
    ])
    workspace.readTables(["opportunities"])
    let deals = try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
    #expect(deals.outcomes == [.open, .won, .lost, .open, .open])
    #expect(deals.coins == [500, 600, 700, 700, 700] && deals.currency == Currency("EUR"))
    let mixed = try ImportInspection.inspect(
      try table(
        "id,stage,amount,close_date,currency", rows: ["1,Won,5,2026-03-01,EUR", "2,Won,5,2026-03-01,USD"]))
    #expect(
      mixed.data.hasPrefix(
        "company:\n  # what 1 of each is in USD, or in the 'currency' that you name here\n  fx:\n"
          + "    # EUR: its rate\ndata:\n"))
    #expect(
      TextRenderer.render(mixed.report, RenderOptions()).contains(
        "No rate is known, and 'company.currency' is USD"))
  }

  /// Analyses that can do without the table are refused over a file that lacks what they need of it.
  @Test func saysWhatCannotRunWithoutANeededColumn() throws {
    let found = try ImportInspection.inspect(
      try table("id,stage,close_date,owner", rows: ["1,Won,2026-03-01,Ana"]))
    for command in [
      "pipeline coverage", "pipeline velocity", "pipeline movement", "forecast rollup", "forecast simulate",
    ] {
      #expect(found.disabled.contains(command), "\(command)")
    }
    #expect(!found.disabled.contains("comp pay"))
  }

  @Test func takesWhatTheUserSaysFirstAndOffersTheNearestName() throws {
    let file = try table("Ref,Phase,Value EUR,Due,Stage")
    let mapping = try ImportMapping.find(
      in: file, as: .opportunities,
      given: ["id": "Ref", "stage": "Phase", "amount": "value eur", "close_date": "Due"])
    #expect(["id", "stage", "amount", "close_date"].map { mapping[$0] } == [0, 1, 2, 3])
    let errors = try #require(throws: InputErrors.self) {
      try ImportMapping.find(in: file, as: .opportunities, given: ["id": "Reff", "amont": "Due"])
    }
    #expect(errors.diagnostics.map(\.id) == ["data.unknown-column", "data.missing-column"])
    #expect(errors.diagnostics.map(\.hint) == ["did you mean 'amount'?", "did you mean 'Ref'?"])
  }

  @Test func everyTableHasItsOwnNamesAndNoneTwice() throws {
    for table in ImportTable.allCases {
      let names = table.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(table)")
      let mapping = try ImportMapping.find(in: self.table(names.joined(separator: ",")), as: table)
      #expect(mapping.matches.map(\.column) == names)
      #expect(mapping.matches.map(\.header) == names, "own names of \(table) serve themselves")
    }
  }

  /// The columns of HubSpot that say when deals entered a stage are read, as the history of the deals.
  @Test func inspectSaysThatStageDatesAreRead() throws {
    let headers = #"Record ID,Deal Name,Deal Stage,Amount,Close Date,"Date entered ""Demo (Sales)""""#
    let file = try table(
      headers + #","Date exited ""Demo (Sales)""",Colour"#,
      rows: ["1,A,Demo,10,2026-08-31,2026-05-01,2026-06-01,red"])
    let found = try ImportInspection.inspect(file)
    #expect(found.table == .opportunities)
    #expect(found.stageDates == [#"Date entered "Demo (Sales)""#, #"Date exited "Demo (Sales)""#])
    #expect(found.unused == ["Colour"])
  }

  @Test func inspectsAnExportWithOpenQuestions() throws {
    let file = try table(
      "Deal - ID,Deal - Title,Deal - Stage,Deal - Value,Deal - Expected close date,Deal - Probability,Extra",
      rows: ["1,A,Demo,\"1.200,50\",03/04/2026,40,", "2,B,Demo,7,05/06/2026,60,", "3,C,Sent,8,,5,"])
    let found = try ImportInspection.inspect(file)
    #expect(found.table == .opportunities)
    #expect(found.vendor == .pipedrive)
    #expect(found.stages.map { "\($0.stage) \($0.rows)" } == ["Demo 2", "Sent 1"])
    #expect(found.dates.map(\.order) == [.ambiguous])
    #expect(found.numbers.map(\.readAs) == ["comma"])
    #expect(found.rates.map(\.isPercent) == [true])
    #expect(found.unused == ["Extra"])
    #expect(found.missing.filter(\.isRequired).isEmpty)
    #expect(
      found.data == """
        data:
          opportunities:
            file: export.csv
            date_order: # dmy or mdy: no date tells
            decimal: comma
            columns:
              id: "Deal - ID"
              stage: "Deal - Stage"
              amount: "Deal - Value"
              close_date: "Deal - Expected close date"
              name: "Deal - Title"
              probability: "Deal - Probability"
        pipeline:
          # in the order in which deals go through them; mark ends {outcome: won} or {outcome: lost}
          stages:
            Demo: {outcome: open}
            Sent: {outcome: open}

        """)
    let json = JSONText.compact(ResultEncoder.encode(found).value)
    #expect(json.hasPrefix("{\"file\":\"export.csv\",\"table\":\"opportunities\",\"vendor\":\"pipedrive\","))
    #expect(json.contains("\"reading\":{\"encoding\":\"utf-8\",\"separator\":\"comma\",\"header_line\":1,"))
    #expect(
      json.contains(
        "\"examples\":[{\"line\":2,\"text\":\"03/04/2026\"},{\"line\":3,\"text\":\"05/06/2026\"}]"))
  }

  /// Columns that reference importers and vendors' sample sheets have, each by the header it is to be read from.
  @Test(arguments: [
    (
      "Deal - ID,Deal - Title,Deal - Stage,Deal - Value*,Deal - Currency of value,Deal - Status,Deal - Won time,"
        + "Deal - Lost time,Deal - Expected close date",
      [
        "amount": 3, "currency": 4, "is_closed": 5, "is_won": 5, "won_date": 6, "lost_date": 7,
        "close_date": 8,
      ]
    ),
    (
      "Opportunity Name,Stage,Amount Currency,Amount,Amount (converted) Currency,Amount (converted),Close Date,"
        + "Opportunity ID,Owner Role,Probability (%)",
      ["currency": 2, "amount": 3, "close_date": 6, "id": 7, "team": 8, "probability": 9]
    ),
    (
      "Record Id,Deal Name,Deal Owner.id,Deal Owner,Account Name.id,Account Name,Stage,Amount,Closing Date,"
        + "Forecast Type",
      ["id": 0, "owner": 3, "account_id": 4, "account": 5, "is_closed": 9, "is_won": 9]
    ),
    (
      "_airbyte_raw_id,properties_hs_object_id,properties_dealname,properties_dealstage,properties_amount,"
        + "properties_closedate,properties_hubspot_owner_id",
      ["id": 1, "name": 2, "stage": 3, "amount": 4, "close_date": 5, "owner": 6]
    ),
    (
      "ID,NAME,STAGENAME,AMOUNT,CLOSEDATE,OWNER.NAME,OWNER.USERROLE.NAME,LOSS_REASON__C",
      ["id": 0, "name": 1, "stage": 2, "owner": 5, "team": 6, "loss_reason": 7]
    ),
  ])
  func readsEachColumnFromTheVendorsHeader(headers: String, columns: [String: Int]) throws {
    let mapping = try ImportMapping.find(in: table(headers), as: .opportunities)
    for (column, index) in columns { #expect(mapping[column] == index, "\(column)") }
  }

  /// Counted by eye.
  @Test func inspectionTellsTimesRepeatedIdsAndDeletedRows() throws {
    let file = try table(
      "Id,StageName,Amount,CloseDate,CreatedDate,LastActivityDate,IsDeleted",
      rows: [
        "A,Prospecting,1,2026-01-02,2026-01-01T23:30:00Z,2026-01-01 08:00,false",
        "B,Prospecting,1,2026-01-02,2026-01-01T23:30:00.000+0000,2026-01-02,true",
        "A,Prospecting,1,2026-01-02,2026-01-03,2026-01-02,0", "A,Prospecting,1,2026-01-02,,,1",
      ])
    let found = try ImportInspection.inspect(file)
    #expect(found.deletedRows == 2)
    #expect(found.repeats == .init(ids: 1, rows: 2, lines: [4, 5]))
    #expect(found.times.map(\.column) == ["created_date", "last_activity_date"])
    #expect(found.times.map(\.withOffset) == [2, 0] && found.times.map(\.withoutOffset) == [0, 1])
    #expect(found.times.map(\.example.line) == [2, 2])
    let plain = try ImportInspection.inspect(
      try table("name,stage,amount,close_date", rows: ["A,Won,1,2026-01-02"]))
    #expect(plain.deletedRows == nil && plain.repeats == nil && plain.times.isEmpty)
  }

  // MARK: Real exports

  /// Sums and rows worked out with Python's csv and decimal, each amount to the cent, half to even.
  @Test(
    .enabled(if: SharedFiles.folder("data") != nil, "../shared/data is not there"),
    arguments: [
      (
        "salesforce-report-labels/sales_cloud_data_output.csv", ImportVendor.salesforceReport, 2834,
        817_630_345_971
      ),
      ("hubspot-labels/hubspot_deals.csv", .hubspotLabels, 500, 6_249_979_017),
      ("zoho-crm/Potentials.csv", .zoho, 3632, 23_138_090_000),
      ("salesforce-api-exports/devorg/Opportunity.csv", .salesforceAPI, 36, 576_000_000),
      ("salesforce-api-exports/workshop/Opportunity.csv", .salesforceAPI, 50, 4_360_354_598),
    ] as [(String, ImportVendor, Int, Int64)])
  func readsRealExportsWithoutAMapping(path: String, vendor: ImportVendor, rows: Int, cents: Int64) throws {
    let file = try read(path)
    let found = try ImportInspection.inspect(file)
    #expect(found.table == .opportunities)
    #expect(found.vendor == vendor)
    #expect(file.rowCount == rows)
    let mapping = try ImportMapping.find(in: file, as: .opportunities)
    let amounts = try file.amounts(#require(mapping["amount"])).minorUnits
    #expect(amounts.reduce(0) { $1 == AmountColumn.missing ? $0 : $0 + $1 } == cents)
    for column in found.dates { _ = try file.dates(#require(file.column(named: column.header))) }
  }

  /// The sum of all close dates in days since 1970, worked out with Python's datetime.
  @Test(
    .enabled(if: SharedFiles.folder("data") != nil, "../shared/data is not there"),
    arguments: [
      ("salesforce-report-labels/sales_cloud_data_output.csv", 56_491_364),
      ("zoho-crm/Potentials.csv", 67_355_526),
    ])
  func readsTheDatesOfRealExports(path: String, sum: Int) throws {
    let file = try read(path)
    let mapping = try ImportMapping.find(in: file, as: .opportunities)
    let days = try file.dates(#require(mapping["close_date"])).days
    #expect(days.reduce(0) { $0 + Int($1) } == sum)
  }

  @Test(
    .enabled(if: SharedFiles.folder("data") != nil, "../shared/data is not there"),
    arguments: [
      ("salesforce-api-exports/devorg/OpportunityHistory.csv", ImportTable.stageHistory),
      ("salesforce-api-exports/devorg/Lead.csv", .leads),
      ("salesforce-api-exports/devorg/Account.csv", .accounts),
      ("salesforce-api-exports/workshop/Task.csv", .activities),
      ("salesforce-api-exports/workshop/CampaignMember.csv", .touches),
      ("salesforce-api-exports/workshop/Campaign.csv", nil), ("hubspot-labels/hubspot_contacts.csv", .leads),
      ("hubspot-labels/hubspot_companies.csv", .accounts),
      ("hubspot-labels/hubspot_activities.csv", .activities),
      ("zoho-crm/Leads.csv", .leads), ("zoho-crm/Accounts.csv", .accounts),
      ("multi-touch-attribution/multi_touch_attribution_data.csv", .touches),
      ("ravenstack-saas/ravenstack_subscriptions.csv", .subscriptions),
      ("ravenstack-saas/ravenstack_accounts.csv", .accounts),
      ("ravenstack-saas/ravenstack_support_tickets.csv", nil),
      ("maven-crm-opportunities/sales_pipeline.csv", .opportunities),
      ("maven-crm-opportunities/sales_teams.csv", .reps),
      ("maven-crm-opportunities/products.csv", nil), ("public-saas-metrics-2020/2020-09-02-comps.csv", nil),
    ] as [(String, ImportTable?)])
  func tellsWhatARealExportIsATableOf(path: String, table: ImportTable?) throws {
    #expect(ImportMapping.table(of: try read(path)) == table)
  }

  private func read(_ path: String) throws -> Table {
    let url = try #require(SharedFiles.folder("data")).appendingPathComponent(path)
    return try Table.read(SourceText(name: url.lastPathComponent, bytes: Array(try Data(contentsOf: url))))
  }
}
