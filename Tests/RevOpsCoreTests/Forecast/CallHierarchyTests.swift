import Testing

@testable import RevOpsCore

/// Who reports to whom is one rule of all that adds calls up.
@Suite struct CallHierarchyTests {
  /// The calls of one ended quarter and of the one after it.
  private static func tables(_ names: [String], opportunities: String, reps: String? = nil) -> [String:
    String]
  {
    let (team, manager) = (names[0], names[1])
    let calls = """
      person,period,called_date,forecast,actual
      \(team),2026-Q3,2026-07-06,100,150
      \(manager),2026-Q3,2026-07-06,120,150
      \(team),2026-Q4,2026-10-05,100,
      \(manager),2026-Q4,2026-10-05,120,

      """
    var tables = ["forecasts": calls, "opportunities": opportunities]
    tables["reps"] = reps
    return tables
  }

  private static func outcome<A: Analysis>(
    _ analysis: A.Type, _ tables: [String: String], where filter: String? = nil
  ) throws(InputErrors) -> Outcome {
    var files = tables.reduce(into: [String: String]()) { $0["\($1.key).csv"] = $1.value }
    files["revops.yaml"] = """
      company: {as_of: 2026-11-15}
      pipeline: {\(Backtests.stages)}
      data: {\(tables.keys.sorted().map { "\($0): \($0).csv" }.joined(separator: ", "))}
      """
    return try AnyAnalysis(analysis).run(try workspace(files, options: RunOptions(filter: filter)))
  }

  /// What is called for the fourth quarter by each analysis, and by accuracy for the third.
  private static func called(_ tables: [String: String]) throws -> [Double?] {
    let rollup = try outcome(ForecastRollup.self, tables).result
    guard case .array(let periods)? = rollup["calls"] else { return [] }
    return [
      periods.first?["forecast"], try outcome(ForecastAccuracy.self, tables).result["called"],
      try outcome(ForecastCalibration.self, tables).result["called_forecast"],
      try outcome(ForecastBacktest.self, tables).result["now"]?["figures"]?["called"],
    ].map(ForecastAccuracyTests.number)
  }

  private static func deals(owner: String, manager: String) -> String {
    """
    id,stage,amount,close_date,owner,manager
    1,Discovery,100,2026-12-01,\(owner),\(manager)
    1,Discovery,100,2026-12-01,\(owner),\(manager)

    """
  }

  /// By hand: Ana's 100 are part of Mia's 120 where something says that she reports to her, else they make 220.
  @Test func theOpportunitiesSayItWhereNothingElseDoes() throws {
    let names = ["Ana", "Mia"]
    let said = Self.tables(names, opportunities: Self.deals(owner: "Ana", manager: "Mia"))
    #expect(try Self.called(said) == [120, 120, 120, 120])
    let silent = Self.tables(names, opportunities: Self.deals(owner: "Ana", manager: ""))
    #expect(try Self.called(silent) == [220, 220, 220, 220])
    // The table of people comes first.
    let reps = "name,manager\nAna,Bo\nMia,\nBo,\n"
    let moved = Self.tables(
      names, opportunities: Self.deals(owner: "Ana", manager: "Mia"), reps: reps)
    #expect(try Self.called(moved) == [220, 220, 220, 220])
  }

  /// By hand: two of Ana's three named rows are Mia's, so that Mia's 120 contain her 100; the order of rows changes nothing.
  @Test func theManagerOfMostRowsCountsAndTheOthersAreTold() throws {
    let header = "id,stage,amount,close_date,owner,manager"
    let rows = zip(1..., ["Bo", "Mia", "", "Mia"]).map { "\($0),Discovery,100,2026-12-01,Ana,\($1)" }
    for order in [rows, rows.reversed(), [rows[2], rows[0], rows[3], rows[1]]] {
      let tables = Self.tables(
        ["Ana", "Mia"], opportunities: ([header] + order).joined(separator: "\n") + "\n")
      #expect(try Self.called(tables) == [120, 120, 120, 120])
      let found = [
        try Self.outcome(ForecastRollup.self, tables), try Self.outcome(ForecastAccuracy.self, tables),
        try Self.outcome(ForecastCalibration.self, tables), try Self.outcome(ForecastBacktest.self, tables),
      ].map { $0.findings.first { $0.id == "forecast.two-managers" } }
      for finding in found {
        #expect(
          finding?.evidence == [
            .init("manager", "Mia"), .init("rows", .integer(2)), .init("other", "Bo"),
            .init("other_rows", .integer(1)),
          ])
        // Where the row of the other manager says so.
        #expect(finding?.place?.file == "opportunities.csv" && finding?.place?.column == 32)
        #expect(finding?.place?.line == (order.firstIndex(of: rows[0]) ?? 0) + 2)
      }
    }
    // The table of people settles it.
    let reps = "name,manager\nAna,Bo\nMia,\nBo,\n"
    let settled = Self.tables(
      ["Ana", "Mia"], opportunities: ([header] + rows).joined(separator: "\n") + "\n", reps: reps)
    let findings = try Self.outcome(ForecastRollup.self, settled).findings
    #expect(!findings.contains { $0.id == "forecast.two-managers" })
  }

  @Test func aCircleOfTheDealsStandsInTheirFile() {
    let deals = """
      id,stage,amount,close_date,owner,manager
      1,Discovery,100,2026-12-01,Ana,Mia
      2,Discovery,100,2026-12-01,Mia,Ana

      """
    let tables = Self.tables(["Ana", "Mia"], opportunities: deals)
    #expect(
      problems { () throws(InputErrors) in try Self.outcome(ForecastRollup.self, tables) } == [
        "opportunities.csv:2:32: 'Ana' reports to themselves over 'Mia' (leave the manager of the topmost person empty)"
      ])
  }

  /// A condition of deals keeps all calls of the rollup, and who reports to whom with them; of calls alone it is refused.
  @Test func aConditionOfDealsLeavesTheHierarchyWhole() throws {
    let tables = Self.tables(["Ana", "Mia"], opportunities: Self.deals(owner: "Ana", manager: "Mia"))
    let rollup = try Self.outcome(ForecastRollup.self, tables, where: "owner = 'Bo'").result
    guard case .array(let periods)? = rollup["calls"] else { return #expect(Bool(false), "no calls") }
    #expect(ForecastAccuracyTests.number(periods.first?["forecast"]) == 120)
    let refused = ["--where:1:1: the table 'forecasts' has no column 'owner'"]
    let accuracy = problems { () throws(InputErrors) in
      try Self.outcome(ForecastAccuracy.self, tables, where: "owner = 'Bo'")
    }
    let calibration = problems { () throws(InputErrors) in
      try Self.outcome(ForecastCalibration.self, tables, where: "owner = 'Bo'")
    }
    #expect(accuracy == refused && calibration == refused)
  }

  /// By hand: Bob reports to Ann Lee, however his row writes her, so that her 120 contain his 100.
  @Test func aManagerIsTheRowThatDiffersInCaseAndBlanksAlone() throws {
    let reps = "name,manager\nAnn Lee,\nBob,ann  lee\n"
    let tables = Self.tables(
      ["Bob", "Ann Lee"], opportunities: Self.deals(owner: "Bob", manager: ""), reps: reps)
    #expect(try Self.called(tables) == [120, 120, 120, 120])
    #expect(!(try Self.outcome(ForecastAccuracy.self, tables)).findings.contains(where: isSpelling))
    // Of two rows nobody knows which is meant.
    let doubled = Self.tables(
      ["Bob", "Ann Lee"], opportunities: Self.deals(owner: "Bob", manager: ""),
      reps: "name,manager\nAnn Lee,\nANN LEE,\nBob,ann lee\n")
    #expect(try Self.called(doubled) == [220, 220, 220, 220])
  }

  /// By hand: nobody has a row of Ann Lee, so that 'ann lee' is another one: 100 + 120, and all four say so.
  @Test(arguments: [true, false]) func aManagerInTwoSpellingsIsToldByAll(byReps: Bool) throws {
    let tables = Self.tables(
      ["Bob", "Ann Lee"], opportunities: Self.deals(owner: "Bob", manager: byReps ? "" : "ann lee"),
      reps: byReps ? "name,manager\nBob,ann lee\n" : nil)
    #expect(try Self.called(tables) == [220, 220, 220, 220])
    let findings = [
      try Self.outcome(ForecastRollup.self, tables).findings,
      try Self.outcome(ForecastAccuracy.self, tables).findings,
      try Self.outcome(ForecastCalibration.self, tables).findings,
      try Self.outcome(ForecastBacktest.self, tables).findings,
    ]
    for found in findings {
      let told = try #require(found.first(where: isSpelling))
      #expect(told.evidence == [.init("first", .array(["Ann Lee", "ann lee"]))])
      #expect(told.place?.file == "forecasts.csv")
    }
  }

  private func isSpelling(_ finding: Finding) -> Bool { finding.id == "forecast.person-spellings" }

  /// By hand: 2,738.47 is called, 0.10 and 0.20 make 0.30, and Mia's own 0.30 is what her team adds up to.
  @Test func callsAddUpToTheCent() throws {
    let csv = """
      person,manager,period,forecast
      Ana,Mia,2027-Q1,0.1
      Bob,Mia,2027-Q1,0.2
      Mia,,2027-Q1,0.3
      Cy,,2027-Q1,2738.47

      """
    let outcome = try Self.outcome(ForecastRollup.self, ["forecasts": csv])
    guard case .array(let periods)? = outcome.result["calls"],
      case .array(let people)? = periods.first?["people"]
    else { return #expect(Bool(false), "no calls") }
    #expect(periods.first?["forecast"] == .number(2738.77))
    #expect(people.map { $0["forecast"] } == [2738.47, 0.3, 0.1, 0.2].map { .number($0) })
    #expect(
      people[1]["team_forecast"] == .number(0.3) && ForecastAccuracyTests.number(people[1]["difference"]) == 0
    )
    #expect(outcome.findings.contains { $0.id == "forecast.passed-on" })
    let calibrated = try Self.outcome(ForecastCalibration.self, ["forecasts": csv]).result
    #expect(calibrated["called_forecast"] == .number(2738.77))
    let tenths = "person,period,forecast,actual\nAna,2026-Q1,0.1,0.1\nBob,2026-Q1,0.2,0.2\n"
    let record = try Self.outcome(ForecastAccuracy.self, ["forecasts": tenths]).result
    #expect(record["called"] == .number(0.3) && ForecastAccuracyTests.number(record["mape"]) == 0)
  }
}
