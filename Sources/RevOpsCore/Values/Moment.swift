/// An instant, the same everywhere, to the second.
public struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00Z, leap seconds not counted.
  public let seconds: Int

  /// The instant so many seconds after 1970-01-01T00:00Z, or the nearest end of the calendar.
  public init(seconds: Int) {
    let earliest = LocalTime(.earliest).secondNumber
    self.seconds = min(
      max(seconds, earliest), LocalTime(.latest, hour: 23, minute: 59, second: 59).secondNumber)
  }

  /// Compares by time.
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// Seconds from the second instant to the first.
  public static func - (a: Moment, b: Moment) -> Int { a.seconds - b.seconds }

  /// The clock of a zone at this instant.
  public func local(in zone: ZoneRules) -> LocalTime {
    LocalTime(secondNumber: seconds + zone.offset(at: self))
  }

  /// The instant as ISO 8601 writes it: `2026-03-31T14:05Z`.
  public var description: String { "\(LocalTime(secondNumber: seconds))Z" }
}

extension Moment {
  /// Reads `2026-03-31T14:05:09.250Z`, with `+02:00`, `+0200` or `+02` for the `Z`, a space for the `T`.
  ///
  /// Without an offset the time is one of the zone; without a time the instant at which the day begins
  /// there. A fraction of a second is cut off; second 60, a leap second, is the start of the next minute.
  public static func parse(_ text: String, zone: ZoneRules = .utc) throws(QuantityError) -> Moment {
    try reading(text) { bytes throws(QuantityError) in try parse(bytes, zone: zone) }
  }

  /// Reads an instant from the bytes of a cell.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, zone: ZoneRules = .utc
  ) throws(QuantityError) -> Moment {
    let start = ByteCursor(bytes)
    var cursor = start
    let date = try CalendarDate.take(&cursor, start)
    guard !cursor.isAtEnd else { return zone.moment(of: LocalTime(date)) }
    guard cursor.take("T") || cursor.take("t") || cursor.take(" "), let second = cursor.takeTimeOfDay() else {
      throw start.refused(wanted)
    }
    let local = LocalTime(date, second: second)
    cursor.skipSpaces()
    guard !cursor.isAtEnd else { return zone.moment(of: local) }
    guard let offset = cursor.takeOffset(), cursor.isAtEnd else { throw start.refused(wanted) }
    return Moment(seconds: local.secondNumber - offset)
  }

  private static let wanted =
    "a time is written like 2026-03-31T14:05Z, 2026-03-31T14:05+02:00 or 2026-03-31 14:05"
}

extension ByteCursor {
  /// Takes `14:05`, `14:05:09` or `14:05:09.25` as seconds since midnight.
  mutating func takeTimeOfDay() -> Int? {
    guard let hour = takeNumber(digits: 2), hour <= 23, take(":"),
      let minute = takeNumber(digits: 2), minute <= 59
    else { return nil }
    guard take(":") else { return hour * 3_600 + minute * 60 }
    guard let second = takeNumber(digits: 2), second <= 60 else { return nil }
    if take(".") || take(",") {
      guard current.isDigit else { return nil }
      while current.isDigit { advance() }
    }
    return hour * 3_600 + minute * 60 + second
  }

  /// Takes `Z`, `+02:00`, `+0200` or `+02` as seconds east of Greenwich, less than a day.
  mutating func takeOffset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isWest = current == UInt8(ascii: "-")
    guard take("+") || take("-"), let hour = takeNumber(digits: 2), hour <= 23 else { return nil }
    var minute = 0
    if take(":") || current.isDigit {
      guard let minutes = takeNumber(digits: 2), minutes <= 59 else { return nil }
      minute = minutes
    }
    let seconds = hour * 3_600 + minute * 60
    return isWest ? -seconds : seconds
  }
}
