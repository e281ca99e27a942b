/// A day of the Gregorian calendar, carried back before its introduction (ISO 8601).
///
/// Years run from 1 to 9999. Adding past either end stays at the end, which no plan comes near.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let dayNumber: Int32

  /// The first day, 0001-01-01.
  public static let earliest = CalendarDate(unchecked: -719_162)
  /// The last day, 9999-12-31.
  public static let latest = CalendarDate(unchecked: 2_932_896)

  private init(unchecked dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day so many days after 1970-01-01, or the nearest end of the calendar.
  public init(dayNumber: Int) {
    let clamped = min(
      max(dayNumber, Int(CalendarDate.earliest.dayNumber)), Int(CalendarDate.latest.dayNumber))
    self.init(unchecked: Int32(truncatingIfNeeded: clamped))
  }

  /// A day by year, month 1-12 and day of the month; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(dayNumber: CalendarDate.dayNumber(year: year, month: month, day: day))
  }

  /// Days from 1970-01-01, by eras of 400 years that begin on the first of March.
  ///
  /// Source: Hinnant, chrono-Compatible Low-Level Date Algorithms (2013).
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month 1-12 and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// The year, 1 to 9999.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, from 1.
  public var day: Int { parts.day }
  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int { (Int(dayNumber) + 719_162) % 7 + 1 }
  /// The day of the year, from 1.
  public var dayOfYear: Int { self - startOfYear + 1 }
  /// The quarter of the calendar year, 1 to 4.
  public var quarter: Int { (month + 2) / 3 }

  /// The week and the year it belongs to: week 1 is the one with the year's first Thursday (ISO 8601).
  public var isoWeek: (year: Int, week: Int) {
    let thursday = Int(dayNumber) + 4 - weekday
    let year = CalendarDate(dayNumber: thursday).year
    return (year, (thursday - CalendarDate.dayNumber(year: year, month: 1, day: 1)) / 7 + 1)
  }

  /// Days of a month, 28 to 31.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Compares by time.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

  /// Days from the second date to the first.
  public static func - (a: CalendarDate, b: CalendarDate) -> Int { Int(a.dayNumber) - Int(b.dayNumber) }
}

extension CalendarDate {
  /// The date so many days later, or earlier where the number is negative.
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflows) = Int(dayNumber).addingReportingOverflow(days)
    return overflows ? (days > 0 ? .latest : .earliest) : CalendarDate(dayNumber: sum)
  }

  /// The same day so many months later, or the last of the month where that has no such day.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let (index, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflows, index >= 12 else { return months > 0 ? .latest : .earliest }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    guard newYear <= 9999 else { return .latest }
    let newDay = min(day, CalendarDate.daysInMonth(year: newYear, month: newMonth))
    return CalendarDate(
      dayNumber: CalendarDate.dayNumber(year: newYear, month: newMonth, day: newDay))
  }

  /// The date a span later: months and years by the calendar, all else in whole days, rounded down.
  ///
  /// Business time needs a `WorkCalendar`; here it counts as the days that it lasts in a usual week.
  public func adding(_ span: TimeSpan) -> CalendarDate {
    switch span.unit {
    case .months, .quarters, .years:
      let months = span.count(of: .months)
      let whole = months.rounded(.towardZero)
      let date = adding(months: Int(exactly: whole) ?? (months > 0 ? .max : .min))
      return whole == months ? date : date.adding(TimeSpan(TimeSpan(months - whole, .months).days, .days))
    default:
      let days = span.days.rounded(.down)
      return adding(days: Int(exactly: days) ?? (days > 0 ? .max : .min))
    }
  }

  /// The first day of the month.
  public var startOfMonth: CalendarDate { adding(days: 1 - day) }
  /// The last day of the month.
  public var endOfMonth: CalendarDate {
    let (year, month, day) = parts
    return adding(days: CalendarDate.daysInMonth(year: year, month: month) - day)
  }
  /// The first day of the calendar quarter.
  public var startOfQuarter: CalendarDate { startOfMonth.adding(months: -((month - 1) % 3)) }
  /// The first day of the calendar year.
  public var startOfYear: CalendarDate {
    CalendarDate(dayNumber: CalendarDate.dayNumber(year: year, month: 1, day: 1))
  }
  /// The Monday of the week.
  public var startOfWeek: CalendarDate { adding(days: 1 - weekday) }
}
