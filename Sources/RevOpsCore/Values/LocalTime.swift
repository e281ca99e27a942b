/// A date and a time of day as the clock on the wall shows them, in no zone of its own.
public struct LocalTime: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The day.
  public var date: CalendarDate
  /// Seconds since midnight, 0 to 86,399.
  public var second: Int

  /// A time of a day.
  public init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.init(secondNumber: Int(date.dayNumber) * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// The time so many seconds after the midnight that begins 1970-01-01.
  init(secondNumber: Int) {
    let day = secondNumber >= 0 ? secondNumber / 86_400 : -((86_399 - secondNumber) / 86_400)
    date = CalendarDate(dayNumber: day)
    second = date.dayNumber == day ? secondNumber - day * 86_400 : 0
  }

  /// Seconds since the midnight that begins 1970-01-01, on this clock.
  var secondNumber: Int { Int(date.dayNumber) * 86_400 + second }

  /// The hour, 0 to 23.
  public var hour: Int { second / 3_600 }
  /// The minute of the hour.
  public var minute: Int { second / 60 % 60 }

  /// Compares by the clock.
  public static func < (a: LocalTime, b: LocalTime) -> Bool { a.secondNumber < b.secondNumber }

  /// The time as ISO 8601 writes it, with seconds where there are any: `2026-03-31T14:05`.
  public var description: String {
    let seconds = second % 60 == 0 ? "" : ":\(padded(second % 60, to: 2))"
    return "\(date)T\(padded(hour, to: 2)):\(padded(minute, to: 2))\(seconds)"
  }
}
