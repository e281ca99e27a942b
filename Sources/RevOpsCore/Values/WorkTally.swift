/// How much work was done before any day, counted from the first day of the calendar.
struct WorkTally: Hashable, Sendable {
  /// Work of a week before each of its days, from Monday on, and of the whole week last.
  private let week: [Int]
  /// Days off that the week would have worked, ascending, as days since the first of the calendar.
  private let holidays: [Int]
  /// Work lost before each of them, and to all of them last.
  private let lost: [Int]

  /// Takes the work of each weekday from Monday on, and the days off.
  init(week: [Int], holidays: Set<CalendarDate>) {
    self.week = week.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let days = holidays.filter { week[$0.weekday - 1] > 0 }.sorted()
    self.holidays = days.map { $0 - .earliest }
    lost = days.reduce(into: [0]) { $0.append(($0.last ?? 0) + week[$1.weekday - 1]) }
  }

  /// The work before a day.
  func before(_ date: CalendarDate) -> Int { before(date - .earliest) }

  /// The first day by whose end so much work is done, or an end of the calendar.
  func day(reaching work: Int) -> CalendarDate {
    var (low, high) = (0, CalendarDate.latest - .earliest)
    while low < high {
      let middle = (low + high) / 2
      if before(middle + 1) >= work { high = middle } else { low = middle + 1 }
    }
    return CalendarDate.earliest.adding(days: low)
  }

  /// The work before a day that is given by its distance from the first, a Monday.
  private func before(_ day: Int) -> Int {
    day / 7 * week[7] + week[day % 7] - lost[holidaysBefore(day)]
  }

  private func holidaysBefore(_ day: Int) -> Int {
    var (low, high) = (0, holidays.count)
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
