/// The rule at the end of a zone file, for the years that it does not list: `EST5EDT,M3.2.0,M11.1.0`.
///
/// Source: POSIX.1-2017, Base Definitions 8.3 (TZ), with the hours of RFC 8536, −167 to 167.
struct PosixZone: Hashable, Sendable {
  /// A day of the year on which clocks change.
  private enum Day: Hashable, Sendable {
    /// The day so many days after the first of January; the 29th of February counts only where told.
    case ofYear(Int, countsLeapDay: Bool)
    /// The weekday, 0 for Sunday, of a week of a month; week 5 is the last.
    case ofMonth(month: Int, week: Int, weekday: Int)
  }

  /// A day and the second of it, by the clock before the change.
  private struct Change: Hashable, Sendable {
    var day: Day
    var second: Int
  }

  private let standard: Int
  private var summer: Int?
  private var begins: Change?
  private var ends: Change?

  /// Reads the line between the two line feeds of a footer; nil where there is none that can be read.
  init?(footer: some Sequence<UInt8>) {
    var line = Array(footer)
    guard line.first == 10, let end = line.dropFirst().firstIndex(of: 10) else { return nil }
    line = Array(line[1..<end])
    let zone: PosixZone?? = try? reading(String(decoding: line, as: UTF8.self)) { PosixZone(ByteCursor($0)) }
    guard let zone, let read = zone else { return nil }
    self = read
  }

  private init?(_ start: ByteCursor) {
    var cursor = start
    guard cursor.takeZoneName(), let west = cursor.takeClock() else { return nil }
    standard = -west
    guard !cursor.isAtEnd else { return }
    guard cursor.takeZoneName() else { return nil }
    var summer = standard + 3_600
    if cursor.current != UInt8(ascii: ",") {
      guard let west = cursor.takeClock() else { return nil }
      summer = -west
    }
    self.summer = summer
    guard let begins = PosixZone.takeChange(&cursor), let ends = PosixZone.takeChange(&cursor), cursor.isAtEnd
    else { return nil }
    (self.begins, self.ends) = (begins, ends)
  }

  /// Seconds east of Greenwich at an instant.
  func offset(at instant: Int) -> Int {
    guard let summer, let begins, let ends else { return standard }
    let year = LocalTime(secondNumber: instant + standard).date.year
    let begin = PosixZone.second(of: begins, in: year) - standard
    let end = PosixZone.second(of: ends, in: year) - summer
    let isSummer =
      begin < end ? (begin..<end).contains(instant) : !(end..<begin).contains(instant)
    return isSummer ? summer : standard
  }

  // MARK: Changes

  private static func takeChange(_ cursor: inout ByteCursor) -> Change? {
    guard cursor.take(","), let day = takeDay(&cursor) else { return nil }
    guard cursor.take("/") else { return Change(day: day, second: 7_200) }
    return cursor.takeClock().map { Change(day: day, second: $0) }
  }

  private static func takeDay(_ cursor: inout ByteCursor) -> Day? {
    if cursor.take("M") {
      guard let month = cursor.takeSmallNumber(1...12), cursor.take("."),
        let week = cursor.takeSmallNumber(1...5), cursor.take("."),
        let weekday = cursor.takeSmallNumber(0...6)
      else { return nil }
      return .ofMonth(month: month, week: week, weekday: weekday)
    }
    if cursor.take("J") {
      return cursor.takeSmallNumber(1...365).map { .ofYear($0 - 1, countsLeapDay: false) }
    }
    return cursor.takeSmallNumber(0...365).map { .ofYear($0, countsLeapDay: true) }
  }

  /// The clock at a change, in seconds since 1970 as if it were UTC.
  private static func second(of change: Change, in year: Int) -> Int {
    dayNumber(of: change.day, in: year) * 86_400 + change.second
  }

  private static func dayNumber(of day: Day, in year: Int) -> Int {
    switch day {
    case .ofYear(let days, let countsLeapDay):
      let skipsLeapDay = !countsLeapDay && days >= 59 && CalendarDate.daysInMonth(year: year, month: 2) == 29
      return firstDay(year, 1) + days + (skipsLeapDay ? 1 : 0)
    case .ofMonth(let month, let week, let weekday):
      let first = firstDay(year, month)
      let firstWeekday = CalendarDate(dayNumber: first).weekday % 7
      let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      return first + (day < CalendarDate.daysInMonth(year: year, month: month) ? day : day - 7)
    }
  }

  private static func firstDay(_ year: Int, _ month: Int) -> Int {
    Int((CalendarDate(year: year, month: month, day: 1) ?? .latest).dayNumber)
  }
}

extension ByteCursor {
  /// Takes `EST` or `<+1245>`.
  fileprivate mutating func takeZoneName() -> Bool {
    if take("<") {
      while current != 0, current != UInt8(ascii: ">") { advance() }
      return take(">")
    }
    let start = position
    while current.isLetter { advance() }
    return position - start >= 3
  }

  /// Takes a number of up to three digits within a range.
  fileprivate mutating func takeSmallNumber(_ range: ClosedRange<Int>) -> Int? {
    var (value, digits) = (0, 0)
    while current.isDigit, digits < 3 {
      value = value * 10 + Int(current & 15)
      digits += 1
      advance()
    }
    return digits > 0 && range.contains(value) ? value : nil
  }

  /// Takes `5`, `-12:45` or `2:45:30` as seconds.
  fileprivate mutating func takeClock() -> Int? {
    let isNegative = takeSign()
    guard let hours = takeSmallNumber(0...167) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where take(":") {
      guard let count = takeSmallNumber(0...59) else { return nil }
      seconds += count * unit
    }
    return isNegative ? -seconds : seconds
  }
}
