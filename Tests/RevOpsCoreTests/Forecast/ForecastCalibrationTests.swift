import Testing

@testable import RevOpsCore

/// Calls corrected by history.
@Suite struct ForecastCalibrationTests {
  static func result(_ csv: String, _ section: String = "{}", reps: String? = nil) throws(InputErrors)
    -> JSONValue
  {
    try outcome(csv, section, reps: reps).result
  }

  static func outcome(_ csv: String, _ section: String = "{}", reps: String? = nil) throws(InputErrors)
    -> Outcome
  {
    let tables = "forecasts: f.csv" + (reps == nil ? "" : ", reps: r.csv")
    let files = [
      "revops.yaml": "company: {as_of: 2026-12-31}\nforecast: \(section)\ndata: {\(tables)}",
      "f.csv": csv, "r.csv": reps ?? "",
    ]
    return try AnyAnalysis(ForecastCalibration.self).run(try workspace(files))
  }

  /// Four quarters at 130% of the call.
  static let sandbagger = """
    person,period,forecast,actual
    Ana,2026-Q1,300000,390000
    Ana,2026-Q2,200000,260000
    Ana,2026-Q3,300000,390000
    Ana,2026-Q4,200000,260000
    Ana,2027-Q1,400000,
    """

  /// A call of the section has the history of the person, whichever of the two names it is written under.
  @Test func aStatedCallIsThatOfThePersonByEitherName() throws {
    let reps = "id,name,role\nR1,Ana,AE\n"
    for name in ["Ana", "R1"] {
      let stated = try Self.result(
        Self.sandbagger, "{period: 2027-Q1, calls: {\(name): 200000}, shrinkage: 0}", reps: reps)
      #expect(stated["calibrated_call"] == .number(260_000), "\(name)")
    }
    let doubled = #expect(throws: InputErrors.self) {
      try Self.result(Self.sandbagger, "{calls: {Ana: 200000, R1: 1}}", reps: reps)
    }
    #expect(doubled?.diagnostics.map(\.id) == ["forecast.one-day"])
    #expect(doubled?.diagnostics.first?.place?.line == 2)
  }

  /// Two circles that have nobody in common are two problems.
  @Test func allCirclesAreTold() {
    let csv = """
      person,period,forecast,manager
      Ana,2027-Q1,5,Bo
      Bo,2027-Q1,5,Ana
      Cy,2027-Q1,5,Di
      Di,2027-Q1,5,Eve
      Eve,2027-Q1,5,Cy
      """
    let errors = #expect(throws: InputErrors.self) { try Self.result(csv) }
    #expect(errors?.diagnostics.map(\.id) == ["forecast.circle", "forecast.circle"])
    #expect(errors?.diagnostics.map { $0.place?.line } == [2, 4])
  }

  /// By hand: the quarter after next is asked for; without the section's period the next one counts, and a call of a
  /// document is of the period that it names, so that its own length corrects it.
  @Test func thePeriodOfTheSectionIsTheOneAddedUp() throws {
    let csv = Self.sandbagger + "\nAna,2027-Q2,100000,\n"
    #expect(try Self.result(csv)["period"] == "2027-Q1")
    #expect(try Self.result(csv)["called_forecast"] == .number(400_000))
    let later = try Self.result(csv, "{period: 2027-Q2}")
    #expect(later["period"] == "2027-Q2" && later["called_forecast"] == .number(100_000))
    // The same days under another name are the same period.
    #expect(try Self.outcome(csv, "{period: FY2027-Q2}").findings.isEmpty)
    // Nobody calls the year, so that the first period that has not ended counts.
    let year = try Self.outcome(csv, "{period: 2027}")
    #expect(year.result["period"] == "2027-Q1")
    #expect(year.findings.map(\.id) == ["forecast.period-not-called"] && year.findings[0].place?.line == 2)
    #expect(try Self.outcome(csv, "{period: 2027-Q2}").findings.isEmpty)
    let stated = try Self.result(csv, "{period: 2027-Q2, calls: {Ana: 200000}, shrinkage: 0}")
    #expect(stated["period"] == "2027-Q2" && stated["calibrated_call"] == .number(260_000))
  }

  /// 130% over four periods with k periods to the dollar: (4 × 1.3 + k) / (4 + k), times 400,000.
  static let shrunk: [(shrinkage: Int, expected: Double)] = [(0, 520_000), (4, 460_000), (12, 430_000)]

  @Test(arguments: shrunk)
  func aCallIsWorthWhatTheHistoryMakesOfIt(shrinkage: Int, expected: Double) throws {
    let result = try Self.result(Self.sandbagger, "{shrinkage: \(shrinkage)}")
    let call = try #require(ForecastAccuracyTests.number(result["calibrated_call"]))
    #expect(abs(call - expected) < 1e-6)  // a few roundings of numbers of this size
    #expect(result["period"] == "2027-Q1")
    #expect(ForecastAccuracyTests.number(result["called_forecast"]) == 400_000)
  }

  @Test func aCallOfTheDocumentCountsInPlaceOfTheTables() throws {
    let result = try Self.result(Self.sandbagger, "{shrinkage: 0, calls: {Ana: $100K}}")
    let call = try #require(ForecastAccuracyTests.number(result["calibrated_call"]))
    #expect(abs(call - 130_000) < 1e-6)
    #expect(result["period"] == .null)
  }

  /// By hand: without a period (0 × history + k) / (0 + k) is 1 for every k, so that Bo's 100 stay; 130% of Ana's 400 are
  /// 520 without shrinkage.
  @Test(arguments: [0, 4]) func aCallWithoutAHistoryStaysAsItIs(shrinkage: Int) throws {
    let csv = "person,period,forecast,actual\nAna,2027-Q1,400000,\n"
    let result = try Self.result(csv, "{shrinkage: \(shrinkage)}")
    #expect(result["calibrated_call"] == .number(400_000))
    let newcomer = """
      person,period,forecast,actual
      Ana,2026-Q4,100,130
      Ana,2027-Q1,400,
      Bo,2027-Q1,100,
      """
    let outcome = try Self.outcome(newcomer, "{shrinkage: 0}")
    #expect(ForecastAccuracyTests.number(outcome.result["calibrated_call"]) == 620)
    #expect(
      outcome.absent.first { $0.key == "calls[1].history" }?.value
        == "needs a period of this person that has ended")
  }

  /// By hand: months brought twice what was called and the quarter what was called, so that the 10 of January make 20 and
  /// the 30 of the quarter stay; a year has no record of its own, and the months cover more days than the quarter.
  @Test func aCallIsCorrectedByPeriodsOfItsLength() throws {
    let csv = """
      person,period,forecast,actual
      Ana,2026-09,100,200
      Ana,2026-10,100,200
      Ana,2026-11,100,200
      Ana,2026-12,100,200
      Ana,2026-Q4,600,600
      Ana,2027-01,10,
      Ana,2027-Q1,30,
      Ana,FY27,50,
      """
    guard case .array(let calls)? = try Self.result(csv, "{shrinkage: 0}")["calls"] else {
      Issue.record("no calls")
      return
    }
    #expect(calls.map { $0["period"] } == ["2027-01", "2027-Q1", "FY2027"])
    #expect(calls.map { ForecastAccuracyTests.number($0["calibrated_call"]) } == [20, 30, 100])
    #expect(calls.map { $0["periods"] } == [4, 1, 4])
  }

  @Test func sumsAreOfTheFirstOpenPeriodAndOfTheTopmostCallers() throws {
    let csv = """
      person,manager,period,forecast,actual
      Ana,Mia,2027-Q1,100,
      Bob,Mia,2027-Q1,100,
      Mia,,2027-Q1,180,
      Cy,,2027-Q1,20,
      Cy,,2027-Q2,50,
      """
    let result = try Self.result(csv)
    #expect(ForecastAccuracyTests.number(result["called_forecast"]) == 200)
    guard case .array(let calls)? = result["calls"] else {
      Issue.record("no calls")
      return
    }
    #expect(calls.count == 5)
    #expect(calls.map { $0["is_part_of_another"] } == [true, true, false, false, false].map { .bool($0) })
  }

  /// By hand: Ann's 100 and Bob's 50 are part of Vera's 120, through Max who calls nothing, be they rows of the table
  /// or of the document; with nobody above them they make 270.
  @Test func callsGoUpThroughAManagerWhoCallsNothing() throws {
    let csv = "person,period,forecast,actual\nAnn,2027-Q1,100,\nBob,2027-Q1,50,\nVera,2027-Q1,120,\n"
    let reps = ForecastAccuracyTests.people
    let called = { (result: JSONValue) in ForecastAccuracyTests.number(result["called_forecast"]) }
    #expect(called(try Self.result(csv, reps: reps)) == 120)
    #expect(called(try Self.result(csv)) == 270)
    let stated = "{calls: {Ann: 100, Bob: 50, Vera: 120}}"
    #expect(called(try Self.result(csv, stated, reps: reps)) == 120)
  }

  /// By hand: ANN has no history, so that her 100 stay 100; Ann's 150 on 100 would make them 150.
  @Test func oneCallerInTwoSpellingsIsTold() throws {
    let csv = "person,period,forecast,actual\nAnn,2026-Q1,100,150\nANN,2027-Q1,100,\n"
    let outcome = try Self.outcome(csv)
    let found = try #require(outcome.findings.first { $0.id == "forecast.person-spellings" })
    #expect(found.evidence == [.init("first", .array(["Ann", "ANN"]))] && found.place?.line == 3)
    #expect(ForecastAccuracyTests.number(outcome.result["calibrated_call"]) == 100)
    let record = try ForecastAccuracyTests.outcome(csv).findings
    #expect(record.contains { $0.id == "forecast.person-spellings" })
    let reps = try Self.outcome("person,period,forecast,actual\nANN,2027-Q1,100,\n", reps: "name\nAnn\n")
    #expect(reps.findings.map(\.id) == ["forecast.person-spellings"])
    #expect(Explanations.page("forecast.person-spellings") != nil)
    #expect(try Self.outcome(Self.sandbagger).findings.isEmpty)
  }

  /// By hand: the record of row 7 of the people is Ann's, so that 150 on 100 makes 150 of the 100 called today.
  @Test func aCallerByIdAndByNameIsOne() throws {
    let csv = "person,period,forecast,actual\n7,2026-Q1,100,150\nAnn,2027-Q1,100,\n"
    let outcome = try Self.outcome(csv, "{shrinkage: 0}", reps: "id,name\n7,Ann\n")
    #expect(ForecastAccuracyTests.number(outcome.result["calibrated_call"]) == 150)
    #expect(outcome.findings.isEmpty)
  }

  /// By hand: nothing was called and 50 came, so that no ratio of the two can correct the 100 of today.
  @Test func aHistoryOfNothingCalledSaysSo() throws {
    let csv = "person,period,forecast,actual\nAna,2026-Q1,0,50\nAna,2027-Q1,100,\n"
    let outcome = try Self.outcome(csv, "{shrinkage: 0}")
    let reason = outcome.absent.first { $0.key == "calibrated_call" }?.value
    #expect(
      reason
        == "nothing corrects the call of 'Ana': the calls of this person's ended periods do not add up to more than 0"
    )
    #expect(try Self.result(csv)["calibrated_call"] == .number(100))
  }

  @Test func withoutACallOfToday_thereIsNothingToCorrect() throws {
    let result = try Self.result("person,period,forecast,actual\nAna,2026-01,1,1\n")
    #expect(result["calibrated_call"] == .null)
    #expect(result["calls"] == .array([]))
  }
}
