extension CalendarDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it: `2026-03-31`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Reads `2026-03-31` and nothing else, not even with a space beside it.
  public static func parse(_ text: String) throws(QuantityError) -> CalendarDate {
    try reading(text) { bytes throws(QuantityError) in
      try parse(ByteCursor(bytes, keepingSpaces: true))
    }
  }

  /// Reads a date from the bytes of a cell, in which spaces around it do not count.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(QuantityError) -> CalendarDate {
    try parse(ByteCursor(bytes))
  }

  private static func parse(_ start: ByteCursor) throws(QuantityError) -> CalendarDate {
    var cursor = start
    let date = try take(&cursor, start)
    guard cursor.isAtEnd else { throw start.refused(wanted, hint: start.dateHint) }
    return date
  }

  /// Takes `2026-03-31` from the cursor.
  static func take(_ cursor: inout ByteCursor, _ start: ByteCursor) throws(QuantityError) -> CalendarDate {
    guard let year = cursor.takeNumber(digits: 4), cursor.take("-"),
      let month = cursor.takeNumber(digits: 2), cursor.take("-"), let day = cursor.takeNumber(digits: 2)
    else { throw start.refused(wanted, hint: start.dateHint) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw start.refused(noSuchDay(year: year, month: month))
    }
    return date
  }

  private static let wanted = "a date is written like 2026-03-31"

  private static func noSuchDay(year: Int, month: Int) -> String {
    guard year > 0 else { return "the calendar begins with the year 1" }
    guard (1...12).contains(month) else { return "a year has the months 01 to 12" }
    return "\(monthNames[month - 1]) \(year) has the days 1 to \(daysInMonth(year: year, month: month))"
  }

  /// The months in English.
  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}

extension ByteCursor {
  /// For a year, month and day in that order with other marks or missing zeros, the date as it is written.
  fileprivate var dateHint: String? {
    let numbers = text.split(whereSeparator: { "-/. ".contains($0) }).map { Int($0) ?? 0 }
    guard numbers.count == 3,
      let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]), date.year >= 1000
    else { return nil }
    return "did you mean \(date)?"
  }
}

/// A number with zeros before it up to a width.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
