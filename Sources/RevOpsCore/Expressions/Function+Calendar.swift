extension Function {
  /// Days, business time and spans.
  static let dates: [Function] = [
    Function("today", [], gives: .date, "the date of the report (--as-of)") { _, arithmetic in
      arithmetic.environment.asOf.map(ExpressionValue.date)
        ?? .missing(because: "no date is given: use --as-of")
    },
    Function("days_between", [.start, .end], gives: .number, "days from one date to another") {
      values, arithmetic in
      dates(values, arithmetic) { Double($1 - $0) }
    },
    Function("business_days", [.start, .end], gives: .number, "work days from one date up to another") {
      values, arithmetic in
      dates(values, arithmetic) { Double(arithmetic.environment.work.businessDays(from: $0, to: $1)) }
    },
    Function("business_hours", [.start, .end], gives: .number, "working hours from one moment to another") {
      values, arithmetic in
      let environment = arithmetic.environment
      guard let start = clock(values[0], environment), let end = clock(values[1], environment) else {
        return .nothing
      }
      return .number(.real(environment.work.businessMinutes(from: start, to: end) / 60))
    },
    calendarPart("year", "the calendar year") { $0.year },
    calendarPart("quarter", "the quarter of the calendar year, 1 to 4") { $0.quarter },
    calendarPart("month", "the month, 1 to 12") { $0.month },
    calendarPart("day", "the day of the month") { $0.day },
    calendarPart("weekday", "the day of the week, 1 for Monday to 7 for Sunday") { $0.weekday },
    spanCount("days", .days),
    spanCount("hours", .hours),
    spanCount("weeks", .weeks),
    spanCount("months", .months),
    Function(
      "date", [Parameter(name: "x", types: [.text, .date, .moment])], gives: .date,
      "the day of a text or a moment"
    ) {
      values, arithmetic in
      if case .text(let text) = values[0] {
        if let date = try? CalendarDate.parse(text) { return .date(date) }
        let moment = try? Moment.parse(text, zone: arithmetic.environment.zone)
        return moment.flatMap { arithmetic.date(of: .moment($0)) }.map(ExpressionValue.date)
          ?? .missing(because: "a text is no date such as 2026-03-31")
      }
      return arithmetic.date(of: values[0]).map(ExpressionValue.date) ?? .nothing
    },
  ]

  /// Fiscal and other periods.
  static let periods: [Function] = [
    Function("fiscal_year", [.date], gives: .period, "the fiscal year of a date") { values, arithmetic in
      guard let date = arithmetic.date(of: values[0]) else { return .nothing }
      return .period(arithmetic.environment.fiscal.year(containing: date))
    },
    Function("fiscal_quarter", [.date], gives: .period, "the fiscal quarter of a date") {
      values, arithmetic in
      guard let date = arithmetic.date(of: values[0]) else { return .nothing }
      return .period(arithmetic.environment.fiscal.quarter(containing: date))
    },
    Function("start_of", [.period], gives: .date, "the first day of a period") { values, _ in
      guard case .period(let period) = values[0] else { return .nothing }
      return .date(period.start)
    },
    Function("end_of", [.period], gives: .date, "the last day of a period") { values, _ in
      guard case .period(let period) = values[0] else { return .nothing }
      return .date(period.lastDay)
    },
  ]

  private static func calendarPart(
    _ name: String, _ summary: String, _ part: @escaping @Sendable (CalendarDate) -> Int
  ) -> Function {
    Function(name, [.date], gives: .number, summary) { values, arithmetic in
      arithmetic.date(of: values[0]).map { .number(Numeral(part($0))) } ?? .nothing
    }
  }

  private static func spanCount(_ name: String, _ unit: TimeSpan.Unit) -> Function {
    Function(name, [.span], gives: .number, "the length of a duration in \(name)") { values, _ in
      guard case .span(let span) = values[0] else { return .nothing }
      return .number(.real(span.count(of: unit)))
    }
  }

  private static func dates(
    _ values: [ExpressionValue], _ arithmetic: Arithmetic, _ count: (CalendarDate, CalendarDate) -> Double
  ) -> ExpressionValue {
    guard let start = arithmetic.date(of: values[0]), let end = arithmetic.date(of: values[1]) else {
      return .nothing
    }
    return .number(.real(count(start, end)))
  }

  /// The clock of the company at an instant; a date is its midnight.
  private static func clock(_ value: ExpressionValue, _ environment: ExpressionEnvironment) -> LocalTime? {
    switch value {
    case .date(let date): LocalTime(date)
    case .moment(let moment): moment.local(in: environment.zone)
    default: nil
    }
  }
}
