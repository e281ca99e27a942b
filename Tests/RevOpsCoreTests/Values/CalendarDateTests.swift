import Testing

@testable import RevOpsCore

@Suite struct CalendarDateTests {
  private func date(_ text: String) throws -> CalendarDate { try CalendarDate.parse(text) }

  @Test(arguments: [
    (text: "2026-02-30", wanted: "February 2026 has the days 1 to 28"),
    ("2026-13-01", "a year has the months 01 to 12"),
    ("0000-01-01", "the calendar begins with the year 1"),
    ("31.03.2026", "a date is written like 2026-03-31"),
  ])
  func saysWhatIsWrongWithADate(text: String, wanted: String) {
    let error = #expect(throws: QuantityError.self) { try date(text) }
    #expect(error?.wanted == wanted)
  }

  @Test(arguments: [" 2026-03-31", "2026-03-31 ", "2026-03-31\n", "２０２６-03-31", "2026-03-3１"])
  func refusesADateWithAnythingBesideIt(text: String) {
    #expect(throws: QuantityError.self) { try date(text) }
  }

  @Test func leavesOutTheSpacesOfACell() throws {
    let cell = Array(" 2026-03-31 ".utf8)
    #expect(try cell.withUnsafeBufferPointer { try CalendarDate.parse($0) } == date("2026-03-31"))
  }

  @Test(arguments: ["2026/03/31", "2026.3.31", "2026-3-31"])
  func offersTheISOFormOfAYearMonthAndDay(text: String) {
    let error = #expect(throws: QuantityError.self) { try date(text) }
    #expect(error?.hint == "did you mean 2026-03-31?")
  }

  @Test func staysWithinTheCalendar() throws {
    #expect(try date("9999-12-31").adding(days: .max) == .latest)
    #expect(try date("0001-01-01").adding(days: .min) == .earliest)
    #expect(try date("2026-01-31").adding(months: .max) == .latest)
    #expect(try date("2026-01-31").adding(months: .min) == .earliest)
    #expect(CalendarDate(dayNumber: .max).description == "9999-12-31")
    #expect(CalendarDate(dayNumber: .min).description == "0001-01-01")
    #expect(try date("2026-01-31").adding(TimeSpan(1e300, .days)) == .latest)
    #expect(try date("2026-01-31").adding(TimeSpan(-1e300, .years)) == .earliest)
    #expect(try date("9999-12-31").isoWeek == (9999, 52))
  }

  @Test(arguments: [
    ("2026-01-31", "1 month", "2026-02-28"), ("2024-02-29", "1 year", "2025-02-28"),
    ("2026-03-31", "2 weeks", "2026-04-14"), ("2026-03-31", "-1 quarter", "2025-12-31"),
    ("2026-03-31", "1.5 months", "2026-05-15"), ("2026-03-31", "36 hours", "2026-04-01"),
  ])
  func addsSpans(from: String, span: String, expected: String) throws {
    #expect(try date(from).adding(TimeSpan.parse(span)).description == expected)
  }

  @Test func knowsTheEdgesOfMonthsQuartersAndWeeks() throws {
    let date = try date("2026-05-20")  // a Wednesday
    #expect(date.startOfMonth.description == "2026-05-01")
    #expect(date.endOfMonth.description == "2026-05-31")
    #expect(date.startOfQuarter.description == "2026-04-01")
    #expect(date.startOfYear.description == "2026-01-01")
    #expect(date.startOfWeek.description == "2026-05-18")
    #expect(date.quarter == 2)
  }

  @Test func walksEveryDayOfFourCenturies() throws {
    // Counted day by day with the rule of leap years, independently of eras.
    var (year, month, day) = (1800, 1, 1)
    var current = try date("1800-01-01")
    while year < 2201 {
      let parts = current.parts
      guard parts == (year, month, day), CalendarDate(year: year, month: month, day: day) == current else {
        Issue.record("\(parts) is not \((year, month, day))")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      (year, month, day) =
        day < lengths[month - 1]
        ? (year, month, day + 1) : month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
      current = current.adding(days: 1)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func keepsTheLawsOfDates(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let date = CalendarDate(dayNumber: Int.random(in: -600_000...2_850_000, using: &generator))
      let days = Int.random(in: -30_000...30_000, using: &generator)
      #expect(try CalendarDate.parse(date.description) == date)
      #expect(date.adding(days: days).adding(days: -days) == date)
      #expect(date.adding(days: days) - date == days)
      #expect(date.adding(days: 7).weekday == date.weekday)
      #expect(date.adding(days: 1).weekday == date.weekday % 7 + 1)
      #expect(date.adding(months: days % 1_000).day <= date.day)
      #expect((1...53).contains(date.isoWeek.week))
      #expect(date.startOfWeek.adding(days: 3).year == date.isoWeek.year)
    }
  }
}
