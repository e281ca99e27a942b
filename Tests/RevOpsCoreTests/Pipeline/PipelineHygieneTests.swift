import Testing

@testable import RevOpsCore

@Suite struct PipelineHygieneTests {
  private func input(
    _ csv: String, pipeline: String = "", by cuts: [String] = []
  ) throws(InputErrors) -> PipelineHygiene.Input {
    var workspace = try Deals.workspace(csv, pipeline: pipeline, options: RunOptions(cuts: cuts))
    workspace.readTables(["opportunities"])
    return try PipelineHygiene.input(from: workspace)
  }

  private func result(
    _ csv: String, pipeline: String = "", by cuts: [String] = []
  ) throws(InputErrors) -> PipelineHygiene.Result {
    PipelineHygiene.compute(try input(csv, pipeline: pipeline, by: cuts))
  }

  /// The details found by one check, as `id: detail`.
  private func found(_ result: PipelineHygiene.Result, _ check: PipelineHygiene.Check) -> [String] {
    result.rows.filter { $0.check == check }.map { "\($0.id): \($0.detail)" }.sorted()
  }

  @Test(arguments: [
    ("Acme, Inc.", "ACME Corp"), ("The Acme Company", "acme"),
    ("Müller & Söhne GmbH & Co. KG", "Muller and Sohne"),
    ("Fjord Energy S.A.", "FjordEnergy"), ("O'Brien Ltd", "OBrien"), ("株式会社", "株式会社"),
  ])
  func oneCompanyHasOneKey(name: String, other: String) {
    #expect(companyKey(name) == companyKey(other))
    #expect(!companyKey(name).isEmpty)
  }

  @Test(arguments: [
    ("Acme North", "Acme South"), ("Co", "Inc"), ("株式会社", "有限会社"),
  ])
  func differentCompaniesKeepTheirs(name: String, other: String) {
    #expect(companyKey(name) != companyKey(other))
  }

  @Test func recordsAreJoinedByNameOrDomainAndThroughOneAnother() {
    let groups = AccountGroups(
      names: ["Acme Inc", "Beta", "ACME", "Acme Labs", "Gamma", "Delta", "Epsilon"],
      domains: ["acme.com", nil, nil, "https://www.acme.com/labs", "x@gmail.com", "gmail.com", ""])
    #expect(groups.groups == [.init(records: [0, 2, 3], reasons: [.name, .domain])])
    #expect(groups.duplicates == 2)
  }

  /// A copy of a deal without an id is told by that deal's line.
  @Test func aDoubledDealWithoutAnIdIsToldByItsLine() throws {
    let csv = """
      id,name,account,stage,amount,close_date
      1,Platform,Acme,Prospecting,10,2026-12-01
      ,platform,"Acme, Inc.",Prospecting,10,2026-12-01
      """
    #expect(
      found(try result(csv), .duplicateDeals) == ["1: the account and name of the deal on line 3"])
  }

  /// Deals that are closed on a day yet to come are told, and no fault of the file: it may be of a later day.
  @Test func dealsClosedAfterTheDayAreTold() throws {
    let input = try input(
      """
      id,stage,amount,close_date,created_date
      1,Closed Won,10,2026-12-01,2026-01-01
      2,Closed Lost,20,2026-11-01,2026-01-01
      3,Closed Won,30,2026-10-31,2026-01-01
      """)
    let findings = PipelineHygiene.findings(of: PipelineHygiene.compute(input), for: input)
    let later = try #require(findings.first { $0.id == "pipeline.closed-later" })
    #expect(later.message == "2 deals are closed after 2026-10-31")
    #expect(later.evidence == [.init("deals", .integer(2)), .init("value", .number(30))])
  }

  /// Blanks at the ends of a name are none of it; those within and letter case make two owners, which is said.
  @Test func ownersInSeveralSpellingsAreTold() throws {
    let input = try input(
      """
      id,owner,stage,amount,close_date
      1,Ana Lima,Prospecting,10,2026-12-01
      2,Ana Lima ,Prospecting,10,2026-12-01
      3,ana  lima,Prospecting,10,2026-12-01
      4,Bo,Prospecting,10,2026-12-01
      5, Bo,Prospecting,10,2026-12-01
      """)
    let result = PipelineHygiene.compute(input)
    #expect(result.owners.map(\.group).sorted() == ["Ana Lima", "Bo", "ana  lima"])
    let finding = try #require(
      PipelineHygiene.findings(of: result, for: input).first { $0.id == "pipeline.owner-spellings" })
    #expect(
      finding.message == "1 owner stands in several spellings, and each of them counts as another person")
    #expect(finding.evidence == [.init("first", .array([.string("Ana Lima"), .string("ana  lima")]))])
    #expect(finding.place?.line == 4)
  }

  @Test func aDealIsDoubledByItsIdOrWhileOpenByAccountAndName() throws {
    let result = try result(
      """
      id,account,name,stage,amount,close_date
      1,Acme Inc,Acme - Platform,Prospecting,10,2026-12-01
      2,ACME,acme platform,Prospecting,10,2026-12-01
      3,Acme,Acme - Platform,Closed Lost,10,2026-01-01
      4,Beta,Beta,Prospecting,10,2026-12-01
      4,Beta,Beta,Prospecting,10,2026-12-01
      """)
    #expect(
      found(result, .duplicateDeals) == ["2: the account and name of 1", "4: id 4 stands on line 5 already"])
    // Four names: ACME and Acme stand for the company that Acme Inc holds.
    #expect(result.duplicateRate == .value(2.0 / 4))
  }

  /// Ids of Salesforce differ by capitals alone.
  @Test func whereTheExportNamesNoAccountItsIdTells() throws {
    let result = try result(
      """
      id,account_id,name,stage,amount,close_date
      1,001A,Platform,Prospecting,10,2026-12-01
      2,001A,platform,Prospecting,10,2026-12-01
      3,001a,Platform,Prospecting,10,2026-12-01
      4,,Platform,Prospecting,10,2026-12-01
      """)
    #expect(found(result, .duplicateDeals) == ["2: the account and name of 1"])
  }

  @Test func requiredFieldsAreThoseOfEveryDealAndOfItsStage() throws {
    let result = try result(
      """
      id,stage,amount,close_date,next_step,contacts
      1,Proposal,10,2026-12-01,Call,
      2,Discovery,,2026-12-01,,
      3,Closed Won,,2026-01-01,,
      """, pipeline: "stages: {Proposal: {required: [contacts]}, Discovery: {}}")
    // Deal 1 needs five fields and lacks one; deal 2 needs four and lacks two; a closed deal needs none.
    #expect(result.requiredFieldCompleteness == .value(6.0 / 9))
    #expect(found(result, .missingFields) == ["1: no contacts", "2: no amount, no next_step"])
  }

  @Test func aRequiredFieldThatIsNoColumnOfOpportunitiesIsRefused() {
    let problems = problems { () throws(InputErrors) in
      try self.input(
        "id,stage,amount,close_date\n1,Won,1,2026-01-01\n", pipeline: "hygiene: {required: [amuont]}")
    }
    #expect(problems.count == 1)
    #expect(problems.first?.contains("did you mean 'amount'?") == true, "\(problems)")
  }

  /// The day is 2026-10-31.
  @Test(arguments: [("2 weeks", 14), ("20", 20), ("0", 0), ("36 hours", nil), ("-3", nil), ("1.5", nil)])
  func aSpanOfDaysMayBeANumberOrASpan(written: String, days: Int?) throws {
    let workspace = try Deals.workspace(
      "id\n", pipeline: "hygiene: {stale_days: \(written)}, health: {untouched_days: \(written)}")
    let settings = try? workspace.pipelineSettings()
    #expect(settings?.staleDays == days && settings?.untouchedDays == days)
  }

  @Test func daysAreCountedToTheDay() throws {
    let result = try result(
      """
      id,stage,amount,close_date,created_date,last_activity_date
      1,Prospecting,1,2026-10-31,2026-01-01,2026-10-17
      2,Prospecting,2,2026-10-30,2026-01-01,2026-10-18
      3,Prospecting,3,2026-12-01,2026-10-01,
      4,Prospecting,4,2026-12-01,2026-10-20,
      5,Closed Won,5,2026-05-01,2026-05-02,2026-05-03
      6,Prospecting,6,2026-12-01,2026-11-01,
      7,Prospecting,7,2026-12-01,2026-10-20,2026-10-19
      """)
    #expect(
      found(result, .stale) == [
        "1: no activity for 14 days", "3: no activity since it was created 30 days ago",
      ])
    #expect(found(result, .pastClose) == ["2: was to close on 2026-10-30"])
    #expect(
      found(result, .impossibleDates) == [
        "5: its close date 2026-05-01 lies before it was created on 2026-05-02",
        "6: created on 2026-11-01, after 2026-10-31",
        "7: last active on 2026-10-19, before it was created on 2026-10-20",
      ])
    #expect(result.staleRate == .value(2.0 / 6))
    #expect(result.pastCloseRate == .value(1.0 / 6))
  }

  @Test func stageFlagsAndCategoryMayContradict() throws {
    let result = try result(
      """
      id,stage,amount,close_date,is_closed,is_won,forecast_category,loss_reason
      1,Prospecting,1,2026-12-01,false,false,Closed,
      2,Closed Won,1,2026-01-01,true,false,Closed,
      3,Closed Lost,1,2026-01-01,true,false,Commit,Price
      4,Closed Lost,1,2026-01-01,true,false,Omitted,-
      5,Prospecting,1,2026-12-01,false,false,Commit,
      """)
    #expect(
      found(result, .contradictions) == [
        "1: open in stage 'Prospecting', but its category is closed",
        "2: stage 'Closed Won' is won, its flags say otherwise",
        "3: lost, but its category is commit",
      ])
    #expect(result.lossReasonCompleteness == .value(0.5))
  }

  /// 2 was won for 300 on no day, 3 lost; 4 has a day of its own, 1 is open.
  @Test func aClosedDealWithoutAnyDateIsTold() throws {
    let csv = """
      id,stage,amount,close_date,closed_date
      1,Prospecting,100,,
      2,Closed Won,300,,
      3,Closed Lost,50,,
      4,Closed Won,200,,2026-10-02
      """
    let result = try result(csv)
    #expect(
      found(result, .undatedClosings) == [
        "2: won on no day that the file says", "3: lost on no day that the file says",
      ])
    let check = result.checks.first { $0.check == .undatedClosings }
    #expect(check?.count == .value(2) && check?.of == 3 && check?.openValue == .value(0))
    let input = try input(csv)
    #expect(
      PipelineHygiene.findings(of: result, for: input).contains { $0.id == "pipeline.undated-closings" })
    let finding = try Deals.table(csv).findings(after: day("2026-10-31"), "revops pipeline coverage").first
    #expect(finding?.id == "pipeline.undated-closings")
    #expect(finding?.message == "2 closed deals have no date, and so are in no period")
    #expect(finding?.evidence.contains(.init("won_value", .number(300))) == true)
  }

  @Test func aMissingColumnSaysWhatItDisables() throws {
    let result = try result("id,stage,amount,close_date\n1,Closed Lost,1,2026-01-01\n")
    #expect(result.staleRate == .absent(because: "needs the column 'last_activity_date'"))
    #expect(result.lossReasonCompleteness == .absent(because: "needs the column 'loss_reason'"))
    #expect(result.owners.isEmpty)
    let unknown = result.checks.filter { $0.count.value == nil }.map(\.check)
    #expect(unknown == [.stale, .noLossReason, .impossibleDates, .contradictions])
    #expect(
      unknown.allSatisfy { check in result.checks.contains { $0.check == check && $0.openValue.value == nil }
      })
    #expect(result.impossibleDateRate == .absent(because: "needs the column 'created_date'"))
    #expect(
      result.contradictionRate == .absent(because: "needs the column 'forecast_category' or 'is_closed'"))
  }

  @Test func figuresAreCutByAnyColumnAndAnUnknownOneIsRefused() throws {
    let csv = "id,stage,amount,close_date,Region\n1,Prospecting,,2026-12-01,EMEA\n2,Won,1,2026-01-01,\n"
    let result = try result(csv, by: ["Region"])
    #expect(result.cuts.map(\.by) == ["Region"])
    #expect(result.cuts[0].groups.map(\.group) == ["EMEA", ""])
    #expect(result.cuts[0].groups.map(\.flagged) == [1, 0])
    let problems = problems { () throws(InputErrors) in try self.input(csv, by: ["Regoin"]) }
    #expect(problems.first?.hasSuffix("to cut figures by (did you mean 'Region'?)") == true, "\(problems)")
  }

  @Test func theOrderOfTheRowsChangesNothingAndTheOwnersSumToTheWhole() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<20 {
      let rows = Deals.random(&generator, rows: 40)
      let shuffled = rows.shuffled(using: &generator)
      let head = Deals.randomHeader + "\n"
      let first = try result(head + rows.joined(separator: "\n"), pipeline: Deals.randomStages)
      let second = try result(head + shuffled.joined(separator: "\n"), pipeline: Deals.randomStages)
      #expect(first.checks == second.checks)
      #expect(first.owners == second.owners)
      #expect(first.rows.map(\.id) == second.rows.map(\.id))
      #expect(first.owners.reduce(0) { $0 + $1.deals } == 40)
      #expect(first.owners.reduce(0) { $0 + $1.issues } == first.rows.count)
      let flagged = first.owners.reduce(0) { $0 + $1.flagged }
      #expect(first.crmDataQuality == .value(Double(40 - flagged) / 40))
    }
  }

  @Test func aLimitListsTheFirstOfAllFaultsAndCountsTheOthers() throws {
    var generator = SplitMix64(seed: 9)
    for limit in [1, 2, 7, 30, 1_000] {
      let csv = Deals.randomHeader + "\n" + Deals.random(&generator, rows: 80).joined(separator: "\n")
      let all = try result(csv, pipeline: Deals.randomStages)
      var limited = try input(csv, pipeline: Deals.randomStages)
      limited.deals.terms.limit = limit
      let some = PipelineHygiene.compute(limited)
      #expect(some.rows == Array(all.rows.prefix(limit)))
      #expect(some.faults == all.rows.count)
      #expect(some.owners == all.owners)
    }
  }

  /// What people are shown at first is the same, whether all faults are listed for it or those alone.
  @Test func theFirstOfEachCheckAreThoseOfTheWholeList() throws {
    var generator = SplitMix64(seed: 17)
    for rows in [5, 60, 300] {
      let csv = Deals.randomHeader + "\n" + Deals.random(&generator, rows: rows).joined(separator: "\n")
      let whole = try input(csv, pipeline: Deals.randomStages)
      var brief = whole
      brief.deals.terms.isBrief = true
      let results = (PipelineHygiene.compute(whole), PipelineHygiene.compute(brief))
      #expect(results.1.rows.count < results.0.rows.count || results.0.rows.count <= 20)
      func text(_ result: PipelineHygiene.Result, _ input: PipelineHygiene.Input) -> String {
        let findings = PipelineHygiene.findings(of: result, for: input)
        return TextRenderer.render(
          PipelineHygiene.report(result, findings: findings, for: input), RenderOptions())
      }
      #expect(text(results.0, whole) == text(results.1, brief))
    }
  }

  /// Names of other scripts, `&` and capitals go another way than plain ones and must come out alike.
  @Test(arguments: [
    "Acme, Inc.", "The Acme Company", "ACME", "the", "Inc", "", "--", "A & B Co", "Müller GmbH", "株式会社",
    "O'Neil Ltd.",
    "Big Holding Corporation", "The Co", "and", "x  y",
  ])
  func theNumberOfACompanyIsThatOfItsKey(name: String) {
    var hasher = CompanyHash()
    var key = Array(companyKey(name).utf8)
    let expected = key.withUnsafeMutableBufferPointer {
      $0.isEmpty ? 0 : max(TextHash.of(UnsafeBufferPointer($0)), 1)
    }
    #expect(hasher.hash(of: name) == expected)
    var read: [String] = []
    hasher.forEachWord(of: name) { read.append(String(decoding: $0, as: UTF8.self)) }
    #expect(read == companyWords(name))
    var plain = PlainText()
    var words = Array(plainKey(name).utf8)
    let text = words.withUnsafeMutableBufferPointer { TextHash.of(UnsafeBufferPointer($0)) }
    #expect(Array(name.utf8).withUnsafeBufferPointer { plain.hash(of: $0) } == text)
  }

  /// By a Python script over the same files.
  @Test func theExampleCompanyHasTheFaultsThatAnIndependentCountFinds() throws {
    let result = try Deals.northwind(PipelineHygiene.self)
    let counts = Dictionary(uniqueKeysWithValues: result.checks.map { ($0.check, $0.count.value) })
    #expect(
      counts == [
        .duplicateDeals: 7, .missingFields: 14, .stale: 13, .pastClose: 23, .noLossReason: 66,
        .impossibleDates: 7, .contradictions: 0, .undatedClosings: 0,
      ])
    #expect(result.duplicateRate == .value(18.0 / 538))
    #expect(result.requiredFieldCompleteness == .value(290.0 / 304))
    #expect(result.lossReasonCompleteness == .value(1 - 66.0 / 436))
    #expect(result.crmDataQuality == .value(539.0 / 650))
  }

  /// Each fault with what the one who mends it needs; worked by hand.
  @Test func theFixListNamesTheColumnWhatStandsThereAndWhatToDo() throws {
    let result = try result(
      """
      Id,Name,Account.Name,StageName,Amount,CloseDate,CreatedDate,LastActivityDate,NextStep,Loss_Reason__c
      1,Big,Acme,Prospecting,900,2025-12-01,2026-01-05,2026-01-06,,
      1,Big,Acme,Prospecting,800,2026-12-01,2026-01-05,,call,
      2,Old,Beta,Closed Lost,700,2026-12-01,2999-01-01,2026-01-01,call,
      """, pipeline: "hygiene: {stale_days: 1, required: [amount, next_step]}")
    let rows = result.rows.map { "\($0.line) \($0.id) \($0.check.rawValue) [\($0.column)] [\($0.found)]" }
    #expect(
      rows == [
        "2 1 missing_fields [NextStep] []", "2 1 stale [LastActivityDate] [2026-01-06]",
        "2 1 past_close [CloseDate] [2025-12-01]",
        "2 1 impossible_dates [CloseDate; CreatedDate] [2025-12-01; 2026-01-05]",
        "3 1 duplicate_deals [Id] [1]", "3 1 stale [LastActivityDate] []",
        "4 2 no_loss_reason [Loss_Reason__c] []", "4 2 impossible_dates [CreatedDate] [2999-01-01]",
      ])
    #expect(result.rows.allSatisfy { !$0.action.isEmpty } && result.rows.map(\.name).contains("Old"))
  }

  @Test func everyFindingHasAPage() throws {
    for id in PipelineHygiene.Check.allCases.map(\.findingID) + ["pipeline.duplicate-accounts"] {
      #expect(Explanations.page(id) != nil, "\(id)")
    }
  }
}
