extension WorkCalendar {
  /// Reads a week of hours: `Mon-Fri 09:00-17:00`, or `Mon-Thu 09:00-18:00, Fri 09:00-15:00`.
  public static func parse(
    _ text: String, holidays: Set<CalendarDate> = []
  ) throws(QuantityError) -> WorkCalendar {
    try reading(text) { bytes throws(QuantityError) in
      let start = ByteCursor(bytes)
      var cursor = start
      var week: [Range<Int>?] = Array(repeating: nil, count: 7)
      repeat {
        cursor.skipSpaces()
        try takePart(&cursor, start, into: &week)
        cursor.skipSpaces()
      } while cursor.take(",")
      guard cursor.isAtEnd, let calendar = WorkCalendar(minutes: week, holidays: holidays) else {
        throw start.refused(wanted)
      }
      return calendar
    }
  }

  private static let wanted = "a work week is written like Mon-Fri 09:00-17:00"

  private static func takePart(
    _ cursor: inout ByteCursor, _ start: ByteCursor, into week: inout [Range<Int>?]
  ) throws(QuantityError) {
    guard let first = cursor.takeWeekday() else { throw start.refused(wanted) }
    var last = first
    if cursor.take("-") {
      guard let day = cursor.takeWeekday(), day >= first else { throw start.refused(wanted) }
      last = day
    }
    cursor.skipSpaces()
    guard let opening = cursor.takeClockMinute(), cursor.take("-"), let closing = cursor.takeClockMinute()
    else {
      throw start.refused(wanted)
    }
    guard opening < closing else { throw start.refused("a working day opens before it closes") }
    for day in first...last {
      guard week[day] == nil else { throw start.refused("a weekday has one range of hours") }
      week[day] = opening..<closing
    }
  }
}

extension ByteCursor {
  /// Takes `Mon` or `Monday`, 0 for Monday to 6 for Sunday.
  fileprivate mutating func takeWeekday() -> Int? {
    let word = takeLetters()
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return names.firstIndex { $0 == word || $0.prefix(3) == word }
  }

  /// Takes `09:00` up to `24:00` as minutes since midnight.
  fileprivate mutating func takeClockMinute() -> Int? {
    guard let hour = takeNumber(digits: 2), take(":"), let minute = takeNumber(digits: 2), minute < 60,
      hour * 60 + minute <= 1_440
    else { return nil }
    return hour * 60 + minute
  }
}
