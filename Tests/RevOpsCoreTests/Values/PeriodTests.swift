import Testing

@testable import RevOpsCore

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026-03", "2026-03-01", "2026-04-01"), ("2026-Q1", "2026-01-01", "2026-04-01"),
    ("2026-q4", "2026-10-01", "2027-01-01"), ("2026", "2026-01-01", "2027-01-01"),
    ("FY26", "2025-02-01", "2026-02-01"), ("fy2026", "2025-02-01", "2026-02-01"),
    ("FY2026-Q3", "2025-08-01", "2025-11-01"), ("FY26 Q4", "2025-11-01", "2026-02-01"),
    ("2026-01-15..2026-02-14", "2026-01-15", "2026-02-15"),
  ])
  func readsPeriodsOfACompanyWhoseYearBeginsInFebruary(text: String, start: String, end: String) throws {
    let period = try Period.parse(text, fiscal: #require(FiscalCalendar(startMonth: 2)))
    #expect("\(period.start) \(period.end)" == "\(start) \(end)")
  }

  @Test(arguments: [
    "", "26", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-Q", "FY", "FY2026-Q5", "FY2026-", "FY026",
    "2026-3", "2026-03-31", "March 2026", "2026-Q1x", "2026-02-14..2026-01-15", "2026-01-15..",
    "2026-01-15...2026-02-14",
    "0000", "9999",
  ])
  func refusesWhatIsNoPeriod(text: String) {
    #expect(throws: QuantityError.self) { try Period.parse(text) }
  }

  @Test(arguments: [
    ("Q3 2026", "2026-Q3"), ("Q3-2026", "2026-Q3"), ("Q1 FY26", "FY2026-Q1"), ("q2 26", "2026-Q2"),
  ])
  func offersTheFormOfAQuarterWrittenTheOtherWayRound(text: String, expected: String) {
    let error = #expect(throws: QuantityError.self) { try Period.parse(text) }
    #expect(error?.hint == "did you mean \(expected)?")
  }

  @Test func listsTheMonthsThatItTouches() throws {
    #expect(try Period.parse("2025-Q4").months.map(\.description) == ["2025-10", "2025-11", "2025-12"])
    #expect(try Period.parse("2026-01-15..2026-02-14").months.map(\.description) == ["2026-01", "2026-02"])
  }

  @Test func isHalfOpen() throws {
    let period = try Period.parse("2026-02")
    #expect(period.contains(period.start) && period.contains(period.lastDay))
    #expect(!period.contains(period.end))
    #expect(period.days == 28)
    #expect(period.lastDay.description == "2026-02-28")
  }

  @Test(arguments: [
    ("2026-03", -3, "2025-12"), ("2026-Q1", -1, "2025-Q4"), ("2026", 1, "2027"),
    ("FY2026-Q4", 1, "FY2027-Q1"),
    ("FY2026", -1, "FY2025"), ("2026-01-01..2026-01-10", 1, "2026-01-11..2026-01-20"),
  ])
  func movesByItsOwnKind(text: String, count: Int, expected: String) throws {
    let calendar = try #require(FiscalCalendar(startMonth: 7))
    let period = try Period.parse(text, fiscal: calendar)
    #expect(calendar.period(period, offsetBy: count)?.description == expected)
  }

  @Test func refusesRulesThatNoCalendarHas() {
    #expect(FiscalCalendar(startMonth: 0) == nil && FiscalCalendar(startMonth: 13) == nil)
    #expect(FiscalWeeks(ending: .last, weekday: 0) == nil && FiscalWeeks(ending: .last, weekday: 8) == nil)
    #expect(FiscalWeeks(ending: .last, weekday: 1, extraWeekQuarter: 0) == nil)
    #expect(FiscalWeeks(ending: .last, weekday: 1, extraWeekQuarter: 5) == nil)
    #expect(FiscalCalendar().year(1) == nil && FiscalCalendar().year(9_998) == nil)
    #expect(FiscalCalendar().quarter(0, of: 2026) == nil && FiscalCalendar().quarter(5, of: 2026) == nil)
    #expect(FiscalCalendar().quarter(1, of: 1) == nil)
  }

  @Test(arguments: ["FY1", "FY9999", "FY0001"])
  func refusesAFiscalYearOutsideTheCalendar(text: String) {
    #expect(throws: QuantityError.self) { try Period.parse(text) }
  }

  @Test func endsWhereTheCalendarDoes() throws {
    let weekly = try #require(
      FiscalCalendar(startMonth: 1, weeks: FiscalWeeks(ending: .last, weekday: 6)))
    #expect(
      weekly.year(containing: .latest).contains(.latest) || weekly.year(containing: .latest).start <= .latest)
    #expect(weekly.year(containing: .earliest).start <= .earliest)
    let calendar = FiscalCalendar()
    #expect(calendar.period(try Period.parse("2026-03"), offsetBy: 100_000) == nil)
    #expect(calendar.period(try Period.parse("2026-03"), offsetBy: .max) == nil)
    #expect(calendar.period(try Period.parse("2026-03"), offsetBy: .min) == nil)
    #expect(calendar.period(try Period.parse("2026-Q1"), offsetBy: -9_000) == nil)
    for date in [CalendarDate.earliest, .latest] {
      #expect(calendar.year(containing: date).start <= date)
      #expect(FiscalCalendar(startMonth: 12)?.quarter(containing: date).start ?? .latest <= date)
    }
  }

  @Test(arguments: [("February", 2), ("feb", 2), ("2", 2), ("JULY", 7), ("12", 12)])
  func readsTheMonthInWhichAYearBegins(text: String, expected: Int) throws {
    #expect(try FiscalCalendar.parseMonth(text) == expected)
  }

  @Test(arguments: ["", "0", "13", "Smarch", "f", "Febr"])
  func refusesWhatIsNoMonth(text: String) {
    #expect(throws: QuantityError.self) { try FiscalCalendar.parseMonth(text) }
  }

  @Test(arguments: 1...12)
  func dividesEveryDayAmongQuartersThatMakeUpTheYear(startMonth: Int) throws {
    let rules =
      [nil] + [
        FiscalWeeks(ending: .last, weekday: 6),
        FiscalWeeks(ending: .nearest, weekday: 5, extraWeekQuarter: 1),
      ]
    for rule in rules {
      let calendar = try #require(FiscalCalendar(startMonth: startMonth, weeks: rule))
      var date = try CalendarDate.parse("2020-01-01")
      while date.year < 2032 {
        let (year, quarter) = (calendar.year(containing: date), calendar.quarter(containing: date))
        #expect(year.contains(date) && quarter.contains(date))
        #expect(try Period.parse(quarter.description, fiscal: calendar) == quarter)
        #expect(try Period.parse(year.description, fiscal: calendar) == year)
        #expect(calendar.quarter(containing: quarter.end).start == quarter.end)
        #expect(rule == nil || [364, 371].contains(year.days))
        date = date.adding(days: 11)
      }
    }
  }
}
