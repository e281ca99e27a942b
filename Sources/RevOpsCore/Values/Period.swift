/// A run of whole days with a name: a month, a quarter, a year, of the calendar or of the fiscal year.
public struct Period: Hashable, Sendable {
  /// What a period is called by.
  public enum Kind: Hashable, Sendable {
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    case year(Int)
    case fiscalQuarter(year: Int, quarter: Int)
    case fiscalYear(Int)
    /// Any other run of days, `2026-01-15..2026-02-14`.
    case days
  }

  /// What the period is called by.
  public let kind: Kind
  /// The first day.
  public let start: CalendarDate
  /// The day after the last; a spreadsheet would show the day before.
  public let end: CalendarDate

  init(_ kind: Kind, _ start: CalendarDate, _ end: CalendarDate) {
    self.kind = kind
    self.start = start
    self.end = max(start, end)
  }

  /// The days from the first up to, and not with, the second; none where it is not later.
  public init(from start: CalendarDate, to end: CalendarDate) {
    self.init(.days, start, end)
  }

  /// A calendar month; nil for a year outside 1 to 9998 or a month outside 1 to 12.
  public static func month(_ month: Int, of year: Int) -> Period? {
    starting(.month(year: year, month: month), year: year, month: month, months: 1)
  }

  /// A quarter of the calendar year; nil for a year outside 1 to 9998 or a quarter outside 1 to 4.
  public static func quarter(_ quarter: Int, of year: Int) -> Period? {
    guard (1...4).contains(quarter) else { return nil }
    return starting(.quarter(year: year, quarter: quarter), year: year, month: quarter * 3 - 2, months: 3)
  }

  /// A calendar year; nil outside 1 to 9998.
  public static func year(_ year: Int) -> Period? {
    starting(.year(year), year: year, month: 1, months: 12)
  }

  /// The calendar month that a day lies in.
  public static func month(containing date: CalendarDate) -> Period {
    let (year, month, _) = date.parts
    let start = date.startOfMonth
    return Period(.month(year: year, month: month), start, start.adding(months: 1))
  }

  private static func starting(_ kind: Kind, year: Int, month: Int, months: Int) -> Period? {
    guard year <= 9998, let start = CalendarDate(year: year, month: month, day: 1) else { return nil }
    return Period(kind, start, start.adding(months: months))
  }

  /// The last day; the first one where the period has none.
  public var lastDay: CalendarDate { max(start, end.adding(days: -1)) }
  /// How many days it has.
  public var days: Int { end - start }

  /// Whether a day lies in it.
  public func contains(_ date: CalendarDate) -> Bool { start <= date && date < end }

  /// The calendar months that it has days of, in order.
  public var months: [Period] {
    var months: [Period] = []
    var first = start
    while first < end {
      let month = Period.month(containing: first)
      months.append(month)
      guard month.end > first else { break }
      first = month.end
    }
    return months
  }
}
