import Testing

@testable import RevOpsCore

/// The track record as a function of the table of calls, from its text to its findings.
@Suite struct ForecastAccuracyTests {
  static func outcome(
    _ csv: String, _ section: String = "{}", company: String = "{as_of: 2026-12-31}",
    options: RunOptions = RunOptions(), reps: String? = nil
  ) throws(InputErrors) -> Outcome {
    let tables = "forecasts: f.csv" + (reps == nil ? "" : ", reps: r.csv")
    let files = [
      "revops.yaml": "company: \(company)\nforecast: \(section)\ndata: {\(tables)}", "f.csv": csv,
      "r.csv": reps ?? "",
    ]
    return try AnyAnalysis(ForecastAccuracy.self).run(try workspace(files, options: options))
  }

  /// A figure of a result, whole or not.
  static func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    default: nil
    }
  }

  /// Four quarters of one person; errors of 100/400, 50/500, 0/300 and 100/200.
  static let ana = """
    person,period,called_date,worst,forecast,best,actual
    Ana,2026-Q1,2026-01-20,300,500,600,400
    Ana,2026-Q2,2026-04-20,300,450,500,500
    Ana,2026-Q3,2026-07-20,200,300,400,300
    Ana,2026-Q4,2026-10-20,250,300,400,200
    """

  @Test func errorsBiasAndHitsFollowTheirDefinitions() throws {
    let result = try Self.outcome(Self.ana).result
    #expect(result["mape"] == .number(0.2125))  // (0.25 + 0.1 + 0 + 0.5) / 4
    let wmape = try #require(Self.number(result["wmape"]))
    #expect(abs(wmape - 0.17857142857142858) < 1e-14)  // 250 / 1,400
    let bias = try #require(Self.number(result["forecast_bias"]))
    #expect(abs(bias - 0.10714285714285714) < 1e-14)  // 150 / 1,400
    #expect(result["hit_rate"] == .number(0.5))
    #expect(result["best_case_reached"] == .number(0.25))
    #expect(result["sandbag_share"] == .number(0.25))  // 500 / 450 is above 1.10
    #expect(result["worst_case_share"] == .number(0.25))  // only 200 lies below (250 + 300) / 2
    #expect(result["band"]?["level"] == "needs_work")
    #expect(Self.number(result["called"]) == 1_550)
  }

  /// 1,400 / 1,550, 1,550 / 1,400 and 1 - 150 / 1,400, by Python.
  static let definitions: [(String, Double)] = [
    ("actual_to_forecast", 0.903225806451613), ("forecast_to_actual", 1.1071428571428572),
    ("one_less_error", 0.8928571428571429),
  ]

  @Test(arguments: definitions)
  func accuracyTakesTheDirectionThatTheCompanyChooses(definition: String, expected: Double) throws {
    let company = "{as_of: 2026-12-31, definitions: {forecast_accuracy: \(definition)}}"
    let outcome = try Self.outcome(Self.ana, company: company)
    let accuracy = try #require(Self.number(outcome.result["forecast_accuracy"]))
    #expect(abs(accuracy - expected) < 1e-14)  // one division
    for (direction, expected) in Self.definitions.prefix(2) {
      let ratio = try #require(Self.number(outcome.result[direction]))
      #expect(abs(ratio - expected) < 1e-14)
    }
    #expect(outcome.definitions.first == .init("forecast_accuracy", .string(definition)))
  }

  @Test func aPeriodThatBroughtNothingIsReportedAndNotDividedBy() throws {
    let csv = "person,period,forecast,actual\nAna,2026-01,100,0\nAna,2026-02,100,80\n"
    let result = try Self.outcome(csv).result
    #expect(result["mape"] == .number(0.25))  // 20 / 80; January has no error in percent
    #expect(result["zero_actuals"] == 1)
    #expect(result["wmape"] == .number(1.5))  // (100 + 20) / 80
    let nothing = try Self.outcome("person,period,forecast,actual\nAna,2026-01,100,0\n")
    #expect(nothing.result["mape"] == .null)
    #expect(nothing.absent.contains { $0.key == "mape" })
  }

  @Test func theCallsOfAPeriodAreScoredAsOne() throws {
    let csv = """
      person,period,forecast,actual
      Ana,2026-01,100,150
      Bob,2026-01,200,150
      """
    let result = try Self.outcome(csv).result
    #expect(result["mape"] == .number(0))  // 300 called, 300 came
    guard case .array(let people)? = result["people"] else {
      Issue.record("no people")
      return
    }
    // Both miss by 50 of 150; of equals the name decides.
    #expect(people.map { $0["person"] } == ["Ana", "Bob"])
    let third = 50.0 / 150
    #expect(people.allSatisfy { $0["mape"] == .number(third) })
  }

  @Test func aManagersCallIsNotAddedToThoseOfTheTeam() throws {
    let csv = """
      person,manager,period,forecast,actual
      Ana,Mia,2026-01,100,150
      Bob,Mia,2026-01,200,150
      Mia,,2026-01,240,300
      """
    let result = try Self.outcome(csv).result
    #expect(Self.number(result["called"]) == 240)
    #expect(result["mape"] == .number(0.2))  // 60 / 300
  }

  /// By hand: Ann's 100 and Bob's 50 go up through Max, who calls nothing, and are part of Vera's 120.
  ///
  /// 150 came for her, so that 30 of 150 are missed; all three added up would be 270.
  @Test(arguments: ["", "reps"])
  func aManagerWhoCallsNothingPassesTheTeamsCallsOn(table: String) throws {
    let managers =
      table == "reps" ? ["", "", ""] : ["Max", "Max", ""]  // Max's own row names Vera: he calls no number.
    let csv = """
      person,manager,period,forecast,actual
      Ann,\(managers[0]),2026-01,100,60
      Bob,\(managers[1]),2026-01,50,40
      Max,\(table == "reps" ? "" : "Vera"),2026-01,,
      Vera,\(managers[2]),2026-01,120,150
      """
    let result = try Self.outcome(csv, reps: table == "reps" ? Self.people : nil).result
    #expect(Self.number(result["called"]) == 120)
    #expect(result["mape"] == .number(0.2))  // 30 / 150
  }

  /// By hand: 300 of the quarter and 300 of its months are of one business, and 330 came of it once: 30 / 330 missed.
  ///
  /// The months missed 10 of 110, nothing of 100 and 20 of 120. Cy calls November alone.
  @Test func aQuarterAndItsMonthsDoNotCountTwice() throws {
    let csv = """
      person,period,forecast,actual
      Bob,2026-10,100,110
      Bob,2026-11,100,100
      Bob,2026-12,100,120
      Bob,2026-Q4,300,330
      Cy,2026-11,20,25
      """
    let result = try Self.outcome(csv).result
    #expect((Self.number(result["called"]), Self.number(result["actual"])) == (300, 330))
    #expect(result["length"] == "quarter" && result["periods"] == 1)
    #expect(abs((Self.number(result["mape"]) ?? 0) - 30.0 / 330) < 1e-12)
    guard case .array(let lengths)? = result["by_length"], case .array(let people)? = result["people"],
      case .array(let periods)? = result["by_period"]
    else {
      Issue.record("no parts")
      return
    }
    #expect(lengths.map { $0["length"] } == ["quarter", "month"])
    #expect(Self.number(lengths.last?["called"]) == 320 && Self.number(lengths.last?["actual"]) == 355)
    // November as one: 120 called, 125 came.
    let months = (10.0 / 110 + 5.0 / 125 + 20.0 / 120) / 3
    #expect(abs((Self.number(lengths.last?["mape"]) ?? 0) - months) < 1e-12)
    #expect(people.map { $0["person"] } == ["Cy", "Bob"])
    #expect(people.map { $0["length"] } == ["month", "quarter"])
    #expect(people.map { Self.number($0["called"]) } == [20, 300])
    #expect(periods.map { $0["length"] } == ["month", "quarter", "month", "month"])
  }

  /// By hand: October to December are 92 days either way, so that the quarter counts; with September the months have 122.
  ///
  /// A year has more days than three quarters of it, and as many as four, of which the quarters count.
  @Test(arguments: [
    (["2026-10", "2026-11", "2026-12", "2026-Q4"], "quarter"),
    (["2026-09", "2026-10", "2026-11", "2026-12", "2026-Q4"], "month"),
    (["2026-Q1", "2026-Q2", "2026-Q3", "FY26"], "year"),
    (["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "FY26"], "quarter"),
    (["2026-01-05..2026-02-01"], "about_30_days"),
    // Of a 4-4-5 calendar: 28, 28 and 35 days are its months; 91 days with all of them are no more than these.
    (["2026-01-05..2026-02-01", "2026-02-02..2026-03-01", "2026-03-02..2026-04-05"], "about_30_days"),
    (["2026-01-05..2026-01-11", "2026-01-12..2026-01-18", "2026-01-05..2026-02-01"], "about_30_days"),
  ])
  func theLengthThatCoversTheMostDaysCounts(periods: [String], length: String) throws {
    let rows = periods.map { "Ana,\($0),100,100\n" }.joined()
    let result = try Self.outcome("person,period,forecast,actual\n" + rows).result
    #expect(result["length"] == .string(length))
  }

  static let people = "name,manager\nAnn,Max\nBob,Max\nMax,Vera\nVera,\n"

  /// By hand: in January Ann is under Max, who calls 90 for her; in February under Zoe, who calls nothing.
  ///
  /// Max's call of February is then beside Ann's: 90 + (80 + 100) = 270.
  @Test func whoMovedCountsUnderTheManagerOfThePeriod() throws {
    let csv = """
      person,manager,period,forecast,actual
      Ann,Max,2026-01,100,90
      Max,,2026-01,90,90
      Ann,Zoe,2026-02,100,100
      Max,,2026-02,80,80
      """
    #expect(Self.number(try Self.outcome(csv).result["called"]) == 270)
  }

  /// A column of people alone narrows no call, so that the record would be that of everybody.
  @Test func aConditionThatCallsCannotHoldIsRefused() {
    let found = problems { () throws(InputErrors) in
      try Self.outcome(
        Self.ana, options: RunOptions(filter: "segment = 'SMB'"), reps: "name,segment\nAna,SMB\n")
    }
    #expect(found == ["--where:1:1: the table 'forecasts' has no column 'segment'"])
  }

  /// Calls of one month: the first week, a late correction, and one after the month whose calls count.
  static let weeks = """
    person,period,called_date,forecast,actual
    Ana,2026-Q1,2026-01-05,400,300
    Ana,2026-Q1,2026-01-28,330,
    Ana,2026-Q1,2026-02-20,300,300
    Bob,2026-Q1,2026-03-01,90,100
    """

  static let scoredWeeks: [(String, Double)] = [
    ("{}", 330), ("{call_week: 1}", 400), ("{call_week: 8}", 300),
  ]

  @Test(arguments: scoredWeeks)
  func theLastCallInTimeIsScored(section: String, expected: Double) throws {
    let outcome = try Self.outcome(Self.weeks, section)
    #expect(Self.number(outcome.result["called"]) == expected)
    #expect(
      outcome.result["left_out"]
        == .array([
          .object([.init("reason", "called_late"), .init("calls", .array(["Bob 2026-Q1"]))])
        ]))
  }

  @Test func onlyPeriodsThatHaveEndedAndWhoseOutcomeIsKnownAreScored() throws {
    let csv = """
      person,period,forecast,actual
      Ana,2026-01,100,100
      Ana,2026-02,100,
      Ana,2026-03,100,40
      Ana,2026-04,,
      """
    let outcome = try Self.outcome(csv, company: "{as_of: 2026-03-15}")
    #expect(outcome.result["periods"] == 1)
    guard case .array(let left)? = outcome.result["left_out"] else {
      Issue.record("nothing left out")
      return
    }
    #expect(left.map { $0["reason"] } == ["no_forecast", "no_actual"])
  }

  /// Three months of each habit: 120 on 100; 75 with 70 as the worst case; right on the call.
  static let habits = """
    person,period,worst,forecast,best,actual
    Low,2026-01,80,100,140,120
    Low,2026-02,80,100,140,120
    Low,2026-03,80,100,140,120
    Floor,2026-01,70,100,140,75
    Floor,2026-02,70,100,140,75
    Floor,2026-03,70,100,140,75
    Even,2026-01,70,500,140,500
    Even,2026-02,70,500,140,500
    Even,2026-03,70,500,140,500
    """

  @Test func habitsOfCallingAreNamed() throws {
    let findings = try Self.outcome(Self.habits).findings
    #expect(findings.filter { $0.id == "forecast.sandbagging" }.map(\.subject) == ["Low"])
    #expect(findings.filter { $0.id == "forecast.worst-case-deliverer" }.map(\.subject) == ["Floor"])
    let strict = try Self.outcome(Self.habits, "{pattern_periods: 4}").findings
    #expect(!strict.contains { $0.subject == "Low" || $0.subject == "Floor" })
  }

  @Test func everyFindingHasAPage() throws {
    let high =
      "person,period,worst,forecast,best,actual\n"
      + (1...3).map { "Ana,2026-0\($0),70,100,140,50\n" }.joined()
    let findings = try Self.outcome(high).findings + Self.outcome(Self.habits).findings
    let ids = Set(findings.map(\.id))
    let own: Set = [
      "forecast.error-high", "forecast.biased", "forecast.hit-rate-low", "forecast.best-case-unreal",
      "forecast.sandbagging", "forecast.worst-case-deliverer",
    ]
    #expect(ids == own)
    #expect(ids.allSatisfy { Explanations.page($0) != nil })
  }

  @Test func theAuditTakesTheMeasuredError() throws {
    let files = [
      "revops.yaml": """
      company: {as_of: 2026-12-31}
      data: {forecasts: f.csv}
      audit: {rubric: {pipeline_management: {forecast_error_under_15_percent: 2}}}
      """, "f.csv": Self.ana,
    ]
    let registry = [AnyAnalysis(Audit.self), AnyAnalysis(ForecastAccuracy.self)]
    let outcome = try AnyAnalysis(Audit.self).run(try workspace(files, registry: registry))
    let dispute = try #require(outcome.findings.first { $0.id == "audit.stated-vs-measured" })
    #expect("\(dispute)".contains("forecast.accuracy.mape"))
  }

  static let refused: [(csv: String, expected: String)] = [
    (
      "person,period,forecast,actual\n,2026-01,1,1\n", "f.csv:2:1: the row names no person"
    ),
    (
      "person,period,forecast,actual\nAna,Q1 26,1,1\n",
      "f.csv:2:5: 'period' is 'Q1 26', but a period is written like 2026-03, 2026-Q1, FY26 or FY2026-Q3 (did you mean 2026-Q1?)"
    ),
    (
      "person,period,forecast,actual\nAna,2026-01,€1,1\n",
      "f.csv:1:15: 'forecast' has amounts in EUR (put all of them in one currency, and name it with 'currency' on the table)"
    ),
    (
      "person,period,called_date,forecast,actual\nAna,2026-01,2026-01-05,1,1\nAna,2026-01,,2,1\n",
      "f.csv:3:1: there are two calls of 'Ana' for 2026-01, and no date says which is the later (fill 'called_date' in both rows)"
    ),
    (
      "person,period,called_date,forecast,actual\nAna,2026-01,2026-01-05,1,1\nAna,2026-01,2026-01-06,2,3\n",
      "f.csv:3:1: two rows of 'Ana' for 2026-01 say different things of what came"
    ),
  ]

  @Test(arguments: refused)
  func whatCannotBeScoredIsNamed(csv: String, expected: String) {
    let found = problems { () throws(InputErrors) in try Self.outcome(csv) }
    #expect(found == [expected])
  }

  @Test func aCutThatCallsDoNotHaveIsRefused() {
    let found = problems { () throws(InputErrors) in
      try Self.outcome(Self.ana, options: RunOptions(cuts: ["segment"]))
    }
    #expect(
      found.first?.hasPrefix("a track record is given by person and by period, not by 'segment'") == true)
  }

  @Test func theOrderOfTheRowsChangesNothing() throws {
    var random = SplitMix64(seed: 7)
    var rows: [String] = []
    for month in 10...12 {
      for person in ["Ana", "Bob", "Cy", "Di"] {
        let called = Int.random(in: 1...900, using: &random)
        let came = Int.random(in: 0...900, using: &random)
        rows.append("\(person),2026-\(month),\(called),\(came)")
      }
    }
    let header = "person,period,forecast,actual\n"
    let first = try Self.outcome(header + rows.joined(separator: "\n")).result
    for _ in 0..<5 {
      rows.shuffle(using: &random)
      #expect(try Self.outcome(header + rows.joined(separator: "\n")).result == first)
    }
  }
}
