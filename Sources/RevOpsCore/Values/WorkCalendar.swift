/// When a company works: hours by weekday, without its holidays.
///
/// Times are those of the clock on the wall; `ZoneRules` turn instants into them. Every question is
/// answered by counting working time since the first day, so a span of years costs what a minute does.
public struct WorkCalendar: Hashable, Sendable {
  /// Hours of each weekday from Monday on, in seconds since midnight; nil for a day off.
  let hours: [Range<Int>?]
  /// Days without work.
  public let holidays: Set<CalendarDate>
  private let seconds: WorkTally
  private let days: WorkTally

  /// Monday to Friday, 9 to 17, without holidays.
  public static let standard = WorkCalendar(
    hours: (0..<7).map { $0 < 5 ? (9 * 3_600)..<(17 * 3_600) : nil }, holidays: [])

  /// A week of hours; nil without seven days, without any work, or where hours leave the day.
  ///
  /// - Parameters:
  ///   - minutes: Hours of each weekday from Monday on, in minutes since midnight; nil for a day off.
  ///   - holidays: Days without work.
  public init?(minutes: [Range<Int>?], holidays: Set<CalendarDate> = []) {
    let open = minutes.compactMap { $0 }
    guard minutes.count == 7, !open.isEmpty,
      open.allSatisfy({ !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= 1_440 })
    else { return nil }
    self.init(
      hours: minutes.map { $0.map { ($0.lowerBound * 60)..<($0.upperBound * 60) } }, holidays: holidays)
  }

  private init(hours: [Range<Int>?], holidays: Set<CalendarDate>) {
    self.hours = hours
    self.holidays = holidays
    seconds = WorkTally(week: hours.map { $0?.count ?? 0 }, holidays: holidays)
    days = WorkTally(week: hours.map { $0 == nil ? 0 : 1 }, holidays: holidays)
  }

  /// The same week with other holidays.
  public func with(holidays: Set<CalendarDate>) -> WorkCalendar {
    WorkCalendar(hours: hours, holidays: holidays)
  }

  /// The hours of a day, in seconds since midnight; nil on a day off.
  private func opening(on date: CalendarDate) -> Range<Int>? {
    holidays.contains(date) ? nil : hours[date.weekday - 1]
  }

  /// Whether a day is worked.
  public func isWorkDay(_ date: CalendarDate) -> Bool { opening(on: date) != nil }
}

// MARK: Days

extension WorkCalendar {
  /// What becomes of a day off from which business days are counted.
  public enum Roll: String, Hashable, Sendable, CaseIterable {
    /// The next work day.
    case following
    /// The work day before.
    case preceding
    /// The next work day, but the one before where the next lies in another month.
    case modifiedFollowing
    /// The work day before, but the next one where that lies in another month.
    case modifiedPreceding
  }

  /// Work days from the first date up to, and not with, the second; negative where that is earlier.
  public func businessDays(from start: CalendarDate, to end: CalendarDate) -> Int {
    days.before(end) - days.before(start)
  }

  /// The nearest work day in a direction; a work day is its own.
  public func workDay(_ date: CalendarDate, _ roll: Roll) -> CalendarDate {
    guard !isWorkDay(date) else { return date }
    let next = days.day(reaching: days.before(date) + 1)
    let last = days.day(reaching: days.before(date))
    switch roll {
    case .following: return next
    case .preceding: return last
    case .modifiedFollowing: return next.month == date.month ? next : last
    case .modifiedPreceding: return last.month == date.month ? last : next
    }
  }

  /// The date so many business days later, or earlier, counted from a work day.
  public func adding(businessDays: Int, to date: CalendarDate, roll: Roll = .following) -> CalendarDate {
    let (count, overflows) = (days.before(workDay(date, roll)) + 1).addingReportingOverflow(businessDays)
    return overflows ? (businessDays > 0 ? .latest : .earliest) : days.day(reaching: count)
  }
}

// MARK: Hours

extension WorkCalendar {
  /// Minutes of working time from the first moment to the second; negative where that is earlier.
  public func businessMinutes(from start: LocalTime, to end: LocalTime) -> Double {
    Double(worked(until: end) - worked(until: start)) / 60
  }

  /// Minutes of working time between two instants, by the clocks of a zone.
  public func businessMinutes(from start: Moment, to end: Moment, in zone: ZoneRules) -> Double {
    businessMinutes(from: start.local(in: zone), to: end.local(in: zone))
  }

  /// The first moment by which so many minutes of working time have passed, to the second.
  ///
  /// Work that fills a day ends at its closing time, not at the next opening. Without minutes to add
  /// the moment stays as it is.
  public func adding(businessMinutes: Double, to start: LocalTime) -> LocalTime {
    guard businessMinutes > 0, let added = Int(exactly: (businessMinutes * 60).rounded()) else {
      return start
    }
    let (target, overflows) = worked(until: start).addingReportingOverflow(added)
    let date = seconds.day(reaching: overflows ? .max : target)
    guard let hours = opening(on: date) else { return LocalTime(date) }
    let passed = min(max(0, target - seconds.before(date)), hours.count)
    return LocalTime(date, second: hours.lowerBound + passed)
  }

  /// The instant by which a span has passed: working time where it is business time, else by the clock.
  public func adding(_ span: TimeSpan, to start: Moment, in zone: ZoneRules) -> Moment {
    let local = start.local(in: zone)
    switch span.unit {
    case .businessMinutes: return zone.moment(of: adding(businessMinutes: span.amount, to: local))
    case .businessHours: return zone.moment(of: adding(businessMinutes: span.amount * 60, to: local))
    case .businessDays:
      let days = Int(exactly: span.amount.rounded(.down)) ?? 0
      let date = adding(businessDays: days, to: local.date)
      return zone.moment(of: LocalTime(date, second: local.second))
    case .seconds, .minutes, .hours:
      let seconds = Int(exactly: span.count(of: .seconds).rounded()) ?? 0
      let (sum, overflows) = start.seconds.addingReportingOverflow(seconds)
      return Moment(seconds: overflows ? (seconds > 0 ? .max : .min) : sum)
    case .days, .weeks, .months, .quarters, .years:
      return zone.moment(of: LocalTime(local.date.adding(span), second: local.second))
    }
  }

  /// Seconds worked since the first day up to a moment.
  private func worked(until time: LocalTime) -> Int {
    guard let hours = opening(on: time.date) else { return seconds.before(time.date) }
    return seconds.before(time.date) + min(max(0, time.second - hours.lowerBound), hours.count)
  }
}
