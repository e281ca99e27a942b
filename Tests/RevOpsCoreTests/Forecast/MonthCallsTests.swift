import Testing

@testable import RevOpsCore

/// Calls of months against the call of their quarter.
@Suite struct MonthCallsTests {
  private static let calls = """
    person,period,called_on,forecast
    Ana,2026-Q4,2026-09-28,100
    Ana,2026-10,2026-09-28,40
    Ana,2026-11,2026-09-28,30
    Ana,2026-12,2026-09-28,40
    Bo,2026-Q4,2026-09-28,60
    Bo,2026-10,2026-09-28,10
    Bo,2026-11,2026-09-28,20
    Bo,2026-12,2026-09-28,30
    Cy,2026-Q4,2026-09-28,50
    Cy,2026-10,2026-09-28,50

    """

  private static func outcome(on day: String, deals: String? = nil) throws(InputErrors) -> Outcome {
    let tables = deals == nil ? "" : ", opportunities: deals.csv"
    return try ForecastRollupTests.outcome([
      "revops.yaml": "company: {as_of: \(day)}\ndata: {forecasts: calls.csv\(tables)}\n",
      "calls.csv": calls, "deals.csv": deals ?? "",
    ])
  }

  private static func differing(_ outcome: Outcome) -> [Finding] {
    outcome.findings.filter { $0.id == "forecast.months-differ" }
  }

  /// By hand: Ana's months make 110 and her quarter is 100; Bo's make his 60; Cy has not called all of them.
  @Test func theMonthsMakeTheQuarterOrItIsSaid() throws {
    let found = Self.differing(try Self.outcome(on: "2026-09-30"))
    #expect(found.map(\.subject) == ["Ana 2026-Q4"])
    #expect(
      found.first?.evidence == [
        .init("forecast", .number(100)), .init("months_forecast", .number(110)),
        .init("difference", .number(10)),
      ])
    #expect(found.first?.place?.line == 2 && found.first?.place?.file == "calls.csv")
  }

  /// By hand: in October Ana won 35 and Bo 10, so her months make 105 and his are still 60.
  @Test func anEndedMonthCountsWithWhatItWon() throws {
    let deals = """
      id,owner,stage,amount,close_date
      A,Ana,Closed Won,35,2026-10-20
      B,Bo,Closed Won,10,2026-10-21

      """
    let found = Self.differing(try Self.outcome(on: "2026-11-02", deals: deals))
    #expect(found.map(\.subject) == ["Ana 2026-Q4"])
    #expect(found.first?.evidence.last == .init("difference", .number(5)))
    // Without the deals nobody knows what October brought.
    #expect(Self.differing(try Self.outcome(on: "2026-11-02")).isEmpty)
  }
}
