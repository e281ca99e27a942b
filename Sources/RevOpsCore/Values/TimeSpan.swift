/// A length of time in the unit in which it was given.
///
/// Months and years have no fixed number of days, so the unit stays: `18 months` after a date is the
/// same day of the month, and only a comparison with days takes a month as 30.4375 of them.
public struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
  /// A unit of time; business units count working time only.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case seconds, minutes, hours, days, weeks, months, quarters, years
    case businessMinutes = "business minutes"
    case businessHours = "business hours"
    case businessDays = "business days"

    /// Whether this counts working time, which only a `WorkCalendar` turns into time that passes.
    public var isBusiness: Bool {
      switch self {
      case .businessMinutes, .businessHours, .businessDays: true
      default: false
      }
    }

    /// Seconds of this unit; those of months and years are of the mean year of 365.25 days.
    ///
    /// A business day passes as 7/5 days and has 8 hours, as a week of Monday to Friday, 9 to 17, has.
    var seconds: Double {
      switch self {
      case .seconds: 1
      case .minutes: 60
      case .hours: 3_600
      case .days: 86_400
      case .weeks: 604_800
      case .months: 2_629_800
      case .quarters: 7_889_400
      case .years: 31_557_600
      case .businessMinutes: 120_960 / 480
      case .businessHours: 120_960 / 8
      case .businessDays: 120_960
      }
    }
  }

  /// How many of the unit; may be negative or a fraction.
  public var amount: Double
  /// The unit.
  public var unit: Unit

  /// A number of a unit.
  public init(_ amount: Double, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// The length in another unit: exact from weeks to days or years to months, else by mean lengths.
  public func count(of wanted: Unit) -> Double {
    if wanted == unit { return amount }
    return amount * unit.seconds / wanted.seconds
  }

  /// The length in minutes.
  public var minutes: Double { count(of: .minutes) }
  /// The length in hours.
  public var hours: Double { count(of: .hours) }
  /// The length in days.
  public var days: Double { count(of: .days) }
  /// The length in months.
  public var months: Double { count(of: .months) }
  /// The length in years.
  public var years: Double { count(of: .years) }

  /// The length as `parse` reads it: `60 days`.
  public var description: String {
    guard let exact = ExactDecimal(amount) else { return "\(amount) \(unit.rawValue)" }
    return "\(exact) \(unit.rawValue)"
  }
}

extension TimeSpan {
  /// Reads `60 days`, `60d`, `18mo`, `4 business hours`.
  ///
  /// A bare number is read only where the key says what it counts (`cycle_days`), given as `unit`.
  public static func parse(_ text: String, unit: Unit? = nil) throws(QuantityError) -> TimeSpan {
    try reading(text) { bytes throws(QuantityError) in
      let start = ByteCursor(bytes)
      var cursor = start
      guard start.startsNumber() else { throw start.refused(wanted) }
      let isNegative = cursor.takeSign()
      var number = try NumberText(&cursor, style: NumberStyle())
      number.isNegative = isNegative
      let amount = try number.double(start)
      guard !cursor.isAtEnd else {
        guard let unit else { throw bareNumber(start) }
        return TimeSpan(amount, unit)
      }
      return TimeSpan(amount, try takeUnit(&cursor, start))
    }
  }

  private static let wanted = "a duration is written like 60 days, 18 months or 4 business hours"

  private static func bareNumber(_ start: ByteCursor) -> QuantityError {
    start.refused(
      "a duration needs its unit", hint: "did you mean \(QuantityError(start.text, "").text) days?")
  }

  private static func takeUnit(
    _ cursor: inout ByteCursor, _ start: ByteCursor
  ) throws(QuantityError) -> Unit {
    cursor.skipSpaces()
    var word = cursor.takeLetters()
    let isBusiness = word == "business" || word == "working"
    if isBusiness {
      cursor.skipSpaces()
      word = cursor.takeLetters()
    }
    guard cursor.isAtEnd, let unit = Unit(word: word) else {
      guard word == "m", cursor.isAtEnd else { throw start.refused(wanted) }
      throw start.refused("'m' could be minutes or months", hint: "write min or mo")
    }
    guard isBusiness else { return unit }
    guard let businessUnit = Unit(rawValue: "business \(unit.rawValue)") else {
      throw start.refused("business time is counted in minutes, hours or days")
    }
    return businessUnit
  }
}

extension TimeSpan.Unit {
  /// The unit of a word in lower case, long or short.
  fileprivate init?(word: String) {
    switch word {
    case "s", "sec", "secs", "second", "seconds": self = .seconds
    case "min", "mins", "minute", "minutes": self = .minutes
    case "h", "hr", "hrs", "hour", "hours": self = .hours
    case "d", "day", "days": self = .days
    case "w", "wk", "wks", "week", "weeks": self = .weeks
    case "mo", "mos", "month", "months": self = .months
    case "q", "qtr", "qtrs", "quarter", "quarters": self = .quarters
    case "y", "yr", "yrs", "year", "years": self = .years
    default: return nil
    }
  }
}
