/// A date as a cell writes it, before it is settled which of its numbers is the day.
///
/// Read are `2026-03-31`, `2026/3/31`, `20260331`, `3/31/2026`, `31.3.26`, `31-Mar-2026`, `16 Apr, 2021`,
/// `Apr 16, 2021`, each with a time behind it or none, an Excel serial (20000 to 80000) and milliseconds
/// since 1970 (13 digits). Years of two digits are 2000 to 2068 and 1969 to 1999. A moment with an offset from
/// UTC counts for its day in the zone of the company.
public struct TableDate: Hashable {
  /// Which of two numbers is the day, where a year follows them.
  public enum Order: String, Hashable, Sendable, CaseIterable, Encodable {
    case dmy, mdy
  }

  /// What the numbers of a cell are.
  enum Form: Hashable {
    /// The day is known: days since 1970-01-01.
    case settled(Int)
    /// Two numbers, either of which may be the day, and a year.
    case open(Int, Int, year: Int)
    /// The same with points between them, which only day-first countries write.
    case points(Int, Int, year: Int)
  }

  private(set) var form: Form
  /// Seconds from midnight of that day, in UTC where the cell gives an offset; 0 without a time.
  private(set) var seconds = 0
  /// Whether the cell gives an offset; a time without one is taken as local, so that its day is the written one.
  private(set) var hasOffset = false

  /// The day, in days since 1970-01-01, or nil where the calendar has none.
  ///
  /// - Parameters:
  ///   - order: Which of two numbers is the day.
  ///   - zone: Whose day counts where the cell gives an offset from UTC.
  /// - Returns: The day.
  func dayNumber(_ order: Order, in zone: ZoneRules = .utc) -> Int32? {
    guard let midnight = writtenDay(order) else { return nil }
    guard hasOffset else { return Int32(exactly: midnight) }
    let moment = midnight * 86_400 + seconds
    let local = moment + zone.offset(at: Moment(seconds: moment))
    return Int32(exactly: (local - (local % 86_400 + 86_400) % 86_400) / 86_400)
  }

  /// Seconds since 1970-01-01, by which the changes of one day are put in order.
  func second(_ order: Order) -> Int? { writtenDay(order).map { $0 * 86_400 + seconds } }

  private func writtenDay(_ order: Order) -> Int? {
    switch form {
    case .settled(let number): return number
    case .open(let first, let second, let year):
      let (day, month) = order == .dmy ? (first, second) : (second, first)
      return CalendarDate(year: year, month: month, day: day).map { Int($0.dayNumber) }
    case .points(let day, let month, let year):
      return CalendarDate(year: year, month: month, day: day).map { Int($0.dayNumber) }
    }
  }

  /// Takes a cell apart; nil where it is no date.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var cells = DateCursor(bytes)
    cells.skipSpaces()
    if let alone = cells.takeNumberAlone() {
      form = .settled(alone.day)
      seconds = alone.seconds
      hasOffset = alone.isMoment
      return
    }
    guard let form = cells.takeDate() else { return nil }
    self.form = form
    guard let time = cells.takeTime() else { return nil }
    seconds = time.seconds
    hasOffset = time.hasOffset
  }
}

/// Reads the parts of a date from a cell.
private struct DateCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var current: UInt8 { at < bytes.count ? bytes[at] : 0 }
  private var isAtEnd: Bool { at >= bytes.count }

  mutating func skipSpaces() { while current == CSVByte.space { at += 1 } }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    at += 1
    return true
  }

  private mutating func digits(atMost limit: Int) -> (value: Int, count: Int)? {
    var value = 0
    let start = at
    while at - start < limit, 0x30...0x39 ~= current {
      value = value * 10 + Int(current - 0x30)
      at += 1
    }
    return at > start && !(0x30...0x39 ~= current) ? (value, at - start) : nil
  }

  /// Takes a cell of digits alone: `20260331`, a serial, or milliseconds.
  ///
  /// Milliseconds are a moment, in UTC; the others are the day that is written.
  mutating func takeNumberAlone() -> (day: Int, seconds: Int, isMoment: Bool)? {
    let start = at
    if let number = digits(atMost: 13) {
      var end = self
      end.skipSpaces()
      if end.isAtEnd {
        let seconds = number.count == 13 ? number.value / 1000 % 86_400 : 0
        return day(number.value, digits: number.count).map { ($0, seconds, number.count == 13) }
      }
      // A serial with a time has a fraction: 46112.375.
      if number.count == 5, end.take(UInt8(ascii: ".")), let fraction = end.digits(atMost: 15), end.isAtEnd {
        let whole = (0..<fraction.count).reduce(1.0) { product, _ in product * 10 }
        let seconds = (Double(fraction.value) / whole * 86_400).rounded()
        return day(number.value, digits: 5).map { ($0, Int(seconds), false) }
      }
    }
    at = start
    return nil
  }

  private func day(_ value: Int, digits: Int) -> Int? {
    switch digits {
    case 5 where 20_000...80_000 ~= value: value - 25_569  // Day 0 is 1899-12-30.
    case 8:
      CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100).map { Int($0.dayNumber) }
    case 13: value / 86_400_000
    default: nil
    }
  }

  /// Takes the date and leaves a time behind it.
  mutating func takeDate() -> TableDate.Form? {
    guard 0x30...0x39 ~= current else { return takeMonthFirst() }
    guard let first = digits(atMost: 4) else { return nil }
    let mark = current
    guard [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), CSVByte.space].contains(mark) else {
      return nil
    }
    at += 1
    if first.count == 4 {
      guard mark != CSVByte.space, let month = digits(atMost: 2), take(mark), let day = digits(atMost: 2)
      else { return nil }
      return settled(first.value, month.value, day.value)
    }
    guard first.count <= 2 else { return nil }
    if let month = takeMonthName() {
      if mark == CSVByte.space { _ = take(UInt8(ascii: ",")) }
      guard take(mark), let year = takeYear() else { return nil }
      return settled(year, month, first.value)
    }
    guard mark != CSVByte.space, let second = digits(atMost: 2), take(mark), let year = takeYear() else {
      return nil
    }
    return mark == UInt8(ascii: ".")
      ? .points(first.value, second.value, year: year) : .open(first.value, second.value, year: year)
  }

  /// Takes `Apr 16, 2021`.
  private mutating func takeMonthFirst() -> TableDate.Form? {
    guard let month = takeMonthName(), take(CSVByte.space), let day = digits(atMost: 2) else { return nil }
    _ = take(UInt8(ascii: ","))
    guard take(CSVByte.space), let year = takeYear() else { return nil }
    return settled(year, month, day.value)
  }

  private func settled(_ year: Int, _ month: Int, _ day: Int) -> TableDate.Form? {
    CalendarDate(year: year, month: month, day: day).map { .settled(Int($0.dayNumber)) }
  }

  private mutating func takeYear() -> Int? {
    guard let year = digits(atMost: 4) else { return nil }
    switch year.count {
    case 4: return year.value
    case 2: return year.value <= 68 ? 2000 + year.value : 1900 + year.value
    default: return nil
    }
  }

  /// Takes an English month, in full or its first three letters.
  private mutating func takeMonthName() -> Int? {
    var word: [UInt8] = []
    while word.count < 10, 0x61...0x7A ~= current | 0x20, current >= 0x41 {
      word.append(current | 0x20)
      at += 1
    }
    let index = CalendarDate.monthNames.firstIndex { name in
      let letters = name.utf8.map { $0 | 0x20 }
      return word == letters || word.elementsEqual(letters.prefix(3))
    }
    if index == nil { at -= word.count }
    return index.map { $0 + 1 }
  }

  /// Takes what stands behind a date: nothing, or a time.
  ///
  /// Returns the seconds from midnight of the written day, of UTC where an offset is given.
  mutating func takeTime() -> (seconds: Int, hasOffset: Bool)? {
    _ = take(UInt8(ascii: ","))
    let hasMark = take(UInt8(ascii: "T"))
    skipSpaces()
    if isAtEnd { return hasMark ? nil : (0, false) }
    guard let hour = digits(atMost: 2), take(UInt8(ascii: ":")), let minute = digits(atMost: 2),
      hour.value < 24, minute.count == 2, minute.value < 60
    else { return nil }
    var second = 0
    if take(UInt8(ascii: ":")) {
      guard let written = digits(atMost: 2), written.count == 2, written.value <= 60 else { return nil }
      second = written.value
      if take(UInt8(ascii: ".")) { guard digits(atMost: 12) != nil else { return nil } }
    }
    skipSpaces()
    guard let hours = clockHour(hour.value) else { return nil }
    skipSpaces()
    let time = hours * 3600 + minute.value * 60 + second
    if isAtEnd { return (time, false) }
    guard let offset = takeOffset(), isAtEnd else { return nil }
    return (time - offset, true)
  }

  /// The hour, with AM or PM behind it or without.
  private mutating func clockHour(_ hour: Int) -> Int? {
    let letter = current | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return hour }
    at += 1
    guard current | 0x20 == UInt8(ascii: "m"), 1...12 ~= hour else { return nil }
    at += 1
    return hour % 12 + (letter == UInt8(ascii: "p") ? 12 : 0)
  }

  /// Takes `Z`, `UTC`, `+02:00`, `+0200` or `+02`, in seconds.
  private mutating func takeOffset() -> Int? {
    if take(UInt8(ascii: "Z")) { return 0 }
    if take(UInt8(ascii: "U")) { return take(UInt8(ascii: "T")) && take(UInt8(ascii: "C")) ? 0 : nil }
    let isWest = current == UInt8(ascii: "-")
    guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")), let written = digits(atMost: 4) else {
      return nil
    }
    var minutes = written.count <= 2 ? written.value * 60 : written.value / 100 * 60 + written.value % 100
    if written.count <= 2, take(UInt8(ascii: ":")) {
      guard let rest = digits(atMost: 2), rest.value < 60 else { return nil }
      minutes += rest.value
    }
    guard written.count != 3, minutes <= 14 * 60 else { return nil }
    return (isWest ? -minutes : minutes) * 60
  }
}
