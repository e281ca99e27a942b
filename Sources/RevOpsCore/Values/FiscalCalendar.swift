/// How a company cuts its years: by months, or by whole weeks.
///
/// A fiscal year is named for the calendar year in which its last month lies.
public struct FiscalCalendar: Hashable, Sendable {
  /// The month in which the year begins, 1 to 12.
  public let startMonth: Int
  /// How a year of 52 or 53 weeks ends; nil where years are cut by months.
  public let weeks: FiscalWeeks?

  /// Years that begin in January.
  public init() {
    startMonth = 1
    weeks = nil
  }

  /// Years that begin in a month, 1 to 12; nil for any other number.
  ///
  /// With `weeks`, the year ends on a weekday about the end of the month before `startMonth`.
  public init?(startMonth: Int, weeks: FiscalWeeks? = nil) {
    guard (1...12).contains(startMonth) else { return nil }
    self.startMonth = startMonth
    self.weeks = weeks
  }

  /// Reads the month in which the year begins: `February`, `Feb` or `2`.
  public static func parseMonth(_ text: String) throws(QuantityError) -> Int {
    if let number = Int(text), (1...12).contains(number) { return number }
    let word = text.lowercased()
    let match = CalendarDate.monthNames.firstIndex { name in
      word == name.lowercased() || word == name.lowercased().prefix(3)
    }
    guard let match else { throw QuantityError(text, "a month is written like February or 2") }
    return match + 1
  }

  /// A fiscal year; nil outside 2 to 9997.
  public func year(_ year: Int) -> Period? {
    guard (2...9997).contains(year) else { return nil }
    return Period(.fiscalYear(year), firstDay(ofYear: year), firstDay(ofYear: year + 1))
  }

  /// A quarter of a fiscal year; nil for a year outside 2 to 9997 or a quarter outside 1 to 4.
  public func quarter(_ quarter: Int, of year: Int) -> Period? {
    guard (2...9997).contains(year), (1...4).contains(quarter) else { return nil }
    let kind = Period.Kind.fiscalQuarter(year: year, quarter: quarter)
    return Period(
      kind, firstDay(ofQuarter: quarter, year: year), firstDay(ofQuarter: quarter + 1, year: year))
  }

  /// The fiscal year that a day lies in.
  public func year(containing date: CalendarDate) -> Period {
    let year = yearNumber(of: date)
    return Period(.fiscalYear(year), firstDay(ofYear: year), firstDay(ofYear: year + 1))
  }

  /// The fiscal quarter that a day lies in.
  public func quarter(containing date: CalendarDate) -> Period {
    let year = yearNumber(of: date)
    let quarter = (2...4).last { firstDay(ofQuarter: $0, year: year) <= date } ?? 1
    let kind = Period.Kind.fiscalQuarter(year: year, quarter: quarter)
    return Period(
      kind, firstDay(ofQuarter: quarter, year: year), firstDay(ofQuarter: quarter + 1, year: year))
  }

  /// The period of the same kind so many further on, or back; nil where the calendar ends.
  ///
  /// A run of days moves by its own length.
  public func period(_ period: Period, offsetBy count: Int) -> Period? {
    guard (-200_000...200_000).contains(count) else { return nil }
    switch period.kind {
    case .month(let year, let month):
      let index = year * 12 + month - 1 + count
      return .month(index % 12 + 1, of: index / 12)
    case .quarter(let year, let quarter):
      let index = year * 4 + quarter - 1 + count
      return .quarter(index % 4 + 1, of: index / 4)
    case .fiscalQuarter(let year, let quarter):
      let index = year * 4 + quarter - 1 + count
      return self.quarter(index % 4 + 1, of: index / 4)
    case .year(let year): return .year(year + count)
    case .fiscalYear(let year): return self.year(year + count)
    case .days:
      let shift = period.days * count
      return Period(from: period.start.adding(days: shift), to: period.end.adding(days: shift))
    }
  }

  // MARK: First days

  private func yearNumber(of date: CalendarDate) -> Int {
    guard weeks != nil else { return date.year + (startMonth > 1 && date.month >= startMonth ? 1 : 0) }
    // A year by weeks ends within a week of its month's end, so one of these three holds the date.
    return (date.year...(date.year + 1)).last { firstDay(ofYear: $0) <= date } ?? date.year - 1
  }

  private func firstDay(ofYear year: Int) -> CalendarDate {
    let endMonth = startMonth == 1 ? 12 : startMonth - 1
    guard let weeks else {
      return CalendarDate(year: startMonth == 1 ? year : year - 1, month: startMonth, day: 1)
        ?? (year < 2 ? .earliest : .latest)
    }
    guard let month = CalendarDate(year: year - 1, month: endMonth, day: 1) else {
      return year < 2 ? .earliest : .latest
    }
    return weeks.lastDay(near: month.endOfMonth).adding(days: 1)
  }

  /// The first day of a quarter, 1 to 4; quarter 5 is the next year's first.
  private func firstDay(ofQuarter quarter: Int, year: Int) -> CalendarDate {
    let first = firstDay(ofYear: year)
    guard quarter > 1 else { return first }
    guard quarter < 5 else { return firstDay(ofYear: year + 1) }
    guard let weeks else { return first.adding(months: 3 * (quarter - 1)) }
    let isLong = firstDay(ofYear: year + 1) - first > 364
    let extra = isLong && weeks.extraWeekQuarter < quarter ? 7 : 0
    return first.adding(days: 91 * (quarter - 1) + extra)
  }
}

/// The rule of a fiscal year of whole weeks.
public struct FiscalWeeks: Hashable, Sendable {
  /// Which of the weekdays about the end of the month closes the year.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// The last one in the month.
    case last
    /// The one nearest to the last day of the month, before or after it.
    case nearest
  }

  /// Which weekday about the end of the month closes the year.
  public let ending: Ending
  /// The weekday on which years end, 1 for Monday to 7 for Sunday.
  public let weekday: Int
  /// The quarter that has fourteen weeks in a year of 53.
  public let extraWeekQuarter: Int

  /// A rule; nil for a weekday outside 1 to 7 or a quarter outside 1 to 4.
  public init?(ending: Ending, weekday: Int, extraWeekQuarter: Int = 4) {
    guard (1...7).contains(weekday), (1...4).contains(extraWeekQuarter) else { return nil }
    self.ending = ending
    self.weekday = weekday
    self.extraWeekQuarter = extraWeekQuarter
  }

  /// The last day of the year whose last month ends on a day.
  func lastDay(near endOfMonth: CalendarDate) -> CalendarDate {
    let back = (endOfMonth.weekday - weekday + 7) % 7
    return endOfMonth.adding(days: ending == .nearest && back > 3 ? 7 - back : -back)
  }
}
