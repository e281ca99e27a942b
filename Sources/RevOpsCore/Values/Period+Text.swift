extension Period: CustomStringConvertible {
  /// The name as `parse` reads it: `2026-03`, `2026-Q1`, `2026`, `FY2026-Q3`, `FY2026`.
  public var description: String {
    switch kind {
    case .month(let year, let month): "\(padded(year, to: 4))-\(padded(month, to: 2))"
    case .quarter(let year, let quarter): "\(padded(year, to: 4))-Q\(quarter)"
    case .year(let year): padded(year, to: 4)
    case .fiscalQuarter(let year, let quarter): "FY\(padded(year, to: 4))-Q\(quarter)"
    case .fiscalYear(let year): "FY\(padded(year, to: 4))"
    case .days: "\(start)..\(lastDay)"
    }
  }

  /// Reads `2026-03`, `2026-Q1`, `2026`, `FY26`, `FY2026-Q3` or `2026-01-15..2026-02-14`, last day included.
  ///
  /// Without `FY` a quarter or a year is one of the calendar; with it, one of the fiscal calendar.
  public static func parse(
    _ text: String, fiscal: FiscalCalendar = FiscalCalendar()
  ) throws(QuantityError) -> Period {
    try reading(text) { bytes throws(QuantityError) in
      let start = ByteCursor(bytes)
      var cursor = start
      if cursor.take(word: "FY") { return try takeFiscal(&cursor, start, fiscal) }
      if cursor.remaining > 10 { return try takeDays(&cursor, start) }
      guard let year = cursor.takeNumber(digits: 4) else {
        throw start.refused(wanted, hint: start.periodHint)
      }
      let period: Period?
      if cursor.isAtEnd {
        period = .year(year)
      } else if cursor.take("-"), cursor.take(word: "Q") {
        period = cursor.takeNumber(digits: 1).flatMap { .quarter($0, of: year) }
      } else {
        period = cursor.takeNumber(digits: 2).flatMap { .month($0, of: year) }
      }
      guard let period, cursor.isAtEnd else { throw start.refused(wanted, hint: start.periodHint) }
      return period
    }
  }

  private static let wanted = "a period is written like 2026-03, 2026-Q1, FY26 or FY2026-Q3"

  /// Takes what stands behind `FY`; a year of two digits is one of this century.
  private static func takeFiscal(
    _ cursor: inout ByteCursor, _ start: ByteCursor, _ fiscal: FiscalCalendar
  ) throws(QuantityError) -> Period {
    let year = cursor.takeNumber(digits: 4) ?? cursor.takeNumber(digits: 2).map { 2000 + $0 }
    guard let year else { throw start.refused(wanted) }
    guard !cursor.isAtEnd else {
      guard let period = fiscal.year(year) else { throw start.refused(wanted) }
      return period
    }
    if !cursor.take("-") { _ = cursor.take(" ") }
    guard cursor.take(word: "Q"), let quarter = cursor.takeNumber(digits: 1), cursor.isAtEnd,
      let period = fiscal.quarter(quarter, of: year)
    else { throw start.refused(wanted) }
    return period
  }

  private static func takeDays(_ cursor: inout ByteCursor, _ start: ByteCursor) throws(QuantityError)
    -> Period
  {
    let first = try CalendarDate.take(&cursor, start)
    guard cursor.take("."), cursor.take(".") else { throw start.refused(wanted) }
    let last = try CalendarDate.take(&cursor, start)
    guard cursor.isAtEnd, first <= last, last < .latest else {
      throw start.refused("a run of days is written first..last, like 2026-01-15..2026-02-14")
    }
    return Period(from: first, to: last.adding(days: 1))
  }
}

extension ByteCursor {
  /// For a quarter written in another order, such as `Q3 2026`, the way it is written here.
  fileprivate var periodHint: String? {
    var cursor = self
    guard cursor.take(word: "Q"), let quarter = cursor.takeNumber(digits: 1) else { return nil }
    if !cursor.take("-") { cursor.skipSpaces() }
    let isFiscal = cursor.take(word: "FY")
    guard let year = cursor.takeNumber(digits: 4) ?? cursor.takeNumber(digits: 2).map({ 2000 + $0 }),
      cursor.isAtEnd
    else { return nil }
    return "did you mean \(isFiscal ? "FY" : "")\(year)-Q\(quarter)?"
  }
}
