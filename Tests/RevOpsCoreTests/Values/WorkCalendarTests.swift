import Testing

@testable import RevOpsCore

@Suite struct WorkCalendarTests {
  private func local(_ text: String) throws -> LocalTime { try Moment.parse(text).local(in: .utc) }

  @Test(arguments: [
    (text: "Mon-Fri 09:00-17:00", minutes: 2_400.0), ("Mon-Thu 09:00-18:00, Fri 09:00-15:00", 2_520),
    ("Monday-Sunday 00:00-24:00", 10_080), ("Sat 10:00-12:30", 150),
  ])
  func readsAWeekOfHours(text: String, minutes: Double) throws {
    let calendar = try WorkCalendar.parse(text)
    #expect(calendar.businessMinutes(from: try local("2026-03-02"), to: try local("2026-03-09")) == minutes)
  }

  @Test(arguments: [
    "", "Mon-Fri", "09:00-17:00", "Fri-Mon 09:00-17:00", "Mon-Fri 17:00-09:00", "Mon-Fri 09:00-09:00",
    "Mon 09:00-24:01", "Mon 9-17", "Mon 09:00-12:00, Mon 13:00-17:00", "Mon-Fri 09:00-17:00,",
    "Xyz 09:00-17:00",
  ])
  func refusesWhatIsNoWeekOfHours(text: String) {
    #expect(throws: QuantityError.self) { try WorkCalendar.parse(text) }
  }

  @Test func countsNothingAtNightAtWeekendsAndOnHolidays() throws {
    let calendar = WorkCalendar.standard.with(holidays: [try CalendarDate.parse("2026-03-03")])
    #expect(!calendar.isWorkDay(try CalendarDate.parse("2026-03-03")))
    #expect(
      calendar.businessMinutes(from: try local("2026-03-02T16:00"), to: try local("2026-03-04T10:00")) == 120)
    #expect(
      calendar.businessMinutes(from: try local("2026-03-07T10:00"), to: try local("2026-03-08T23:00")) == 0)
  }

  @Test func countsSeconds() throws {
    let minutes = WorkCalendar.standard.businessMinutes(
      from: try local("2026-03-02T10:00:00"), to: try local("2026-03-02T10:00:30"))
    #expect(minutes == 0.5)
  }

  @Test func addsHoursInTheZoneOfTheCompany() throws {
    let zone = try #require(ZoneRules(fixed: "-05:00"))
    let friday = try Moment.parse("2026-03-06T21:00Z")  // 16:00 there
    let due = WorkCalendar.standard.adding(try TimeSpan.parse("4 business hours"), to: friday, in: zone)
    #expect(due.description == "2026-03-09T17:00Z")  // Monday 12:00 there
    #expect(WorkCalendar.standard.businessMinutes(from: friday, to: due, in: zone) == 240)
    let call = WorkCalendar.standard.adding(try TimeSpan.parse("48 hours"), to: friday, in: zone)
    #expect(call.description == "2026-03-08T21:00Z")
    let kickoff = WorkCalendar.standard.adding(try TimeSpan.parse("5 business days"), to: friday, in: zone)
    #expect(kickoff.description == "2026-03-13T21:00Z")
  }

  @Test func staysWithinTheCalendarWhateverIsAdded() throws {
    let calendar = WorkCalendar.standard
    let start = try local("2026-03-02T10:00")
    #expect(calendar.adding(businessMinutes: 1e15, to: start).date == .latest)
    // 1.5e17 minutes are 9e18 seconds: with those worked before, more than an integer holds.
    #expect(calendar.adding(businessMinutes: 1.537e17, to: start).date == .latest)
    let (first, last) = (Moment(seconds: .min), Moment(seconds: .max))
    #expect(calendar.adding(TimeSpan(9.223_372_036_854_775e18, .seconds), to: last, in: .utc) == last)
    #expect(calendar.adding(TimeSpan(-9.223_372_036_854_775e18, .seconds), to: first, in: .utc) == first)
    #expect(calendar.adding(businessMinutes: .infinity, to: start) == start)
    #expect(calendar.adding(businessMinutes: -5, to: start) == start)
    #expect(calendar.adding(businessDays: .max, to: start.date) == .latest)
    #expect(calendar.adding(businessDays: .min, to: start.date) == .earliest)
    for unit in TimeSpan.Unit.allCases {
      for amount in [1e300, -1e300] {
        _ = calendar.adding(TimeSpan(amount, unit), to: Moment(seconds: 0), in: .utc)
      }
    }
  }

  @Test(arguments: [
    // 2026-05-31 is a Sunday, 2026-08-01 a Saturday.
    (WorkCalendar.Roll.following, "2026-06-01", "2026-08-03"), (.preceding, "2026-05-29", "2026-07-31"),
    (.modifiedFollowing, "2026-05-29", "2026-08-03"), (.modifiedPreceding, "2026-05-29", "2026-08-03"),
  ])
  func rollsADayOff(roll: WorkCalendar.Roll, endOfMay: String, startOfAugust: String) throws {
    let calendar = WorkCalendar.standard
    #expect(calendar.workDay(try CalendarDate.parse("2026-05-31"), roll).description == endOfMay)
    #expect(calendar.workDay(try CalendarDate.parse("2026-08-01"), roll).description == startOfAugust)
    #expect(calendar.workDay(try CalendarDate.parse("2026-06-02"), roll).description == "2026-06-02")
  }

  @Test func refusesAWeekThatCannotBe() {
    let day: Range<Int> = 540..<1_020
    #expect(WorkCalendar(minutes: [day, nil, nil, nil, nil, nil]) == nil)
    #expect(WorkCalendar(minutes: [Range<Int>?](repeating: nil, count: 7)) == nil)
    #expect(WorkCalendar(minutes: [540..<540] + [Range<Int>?](repeating: nil, count: 6)) == nil)
    #expect(WorkCalendar(minutes: [-1..<60] + [Range<Int>?](repeating: nil, count: 6)) == nil)
    #expect(WorkCalendar(minutes: [0..<1_441] + [Range<Int>?](repeating: nil, count: 6)) == nil)
    #expect(WorkCalendar(minutes: [0..<1_440] + [Range<Int>?](repeating: nil, count: 6)) != nil)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func keepsTheLawsOfBusinessTime(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let base = try local("2026-01-01").secondNumber
    func random() -> LocalTime {
      LocalTime(secondNumber: base + Int.random(in: 0...40_000_000, using: &generator))
    }
    let holidays = Set((0..<20).map { _ in random().date })
    let calendar = try WorkCalendar.parse("Mon-Thu 08:30-17:15, Sat 10:00-14:00", holidays: holidays)
    for _ in 0..<200 {
      let (a, b, c) = (random(), random(), random())
      let whole = calendar.businessMinutes(from: a, to: c)
      let parts = calendar.businessMinutes(from: a, to: b) + calendar.businessMinutes(from: b, to: c)
      #expect(abs(whole - parts) < 1e-6)  // three divisions by 60
      let minutes = Double(Int.random(in: 1...50_000, using: &generator))
      let end = calendar.adding(businessMinutes: minutes, to: a)
      #expect(calendar.businessMinutes(from: a, to: end) == minutes)
      #expect(calendar.isWorkDay(end.date))
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func countsDaysAsOneWhoWalksThem(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let first = try CalendarDate.parse("2026-01-01")
    let holidays = Set((0..<30).map { _ in first.adding(days: Int.random(in: 0...500, using: &generator)) })
    let calendar = WorkCalendar.standard.with(holidays: holidays)
    for _ in 0..<50 {
      let start = first.adding(days: Int.random(in: 0...300, using: &generator))
      let end = start.adding(days: Int.random(in: 0...200, using: &generator))
      let walked = (0..<(end - start)).count { calendar.isWorkDay(start.adding(days: $0)) }
      #expect(calendar.businessDays(from: start, to: end) == walked)
      #expect(calendar.businessDays(from: end, to: start) == -walked)
    }
  }
}
