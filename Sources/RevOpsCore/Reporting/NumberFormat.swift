/// Numbers as people read them: thousands parted, rounded half to even, signs before symbols.
enum NumberFormat {
  /// A number with so many decimal places: `-1,234.50`.
  static func number(_ number: Double, places: Int) -> String {
    RoundedDecimal(number).text(places: places)
  }

  /// A number of no known unit: to six digits and at least to the hundredth, whole numbers in full: `-74,399.98`.
  static func plain(_ number: Double) -> String {
    RoundedDecimal(number).plain
  }

  /// A fraction in percent with one place: `25.0%`; what is not zero is never shown as zero.
  static func rate(_ fraction: Double) -> String {
    let percent = RoundedDecimal(fraction).shifted(by: 2)
    if fraction != 0, percent.rounded(to: 1).isZero { return fraction < 0 ? ">-0.1%" : "<0.1%" }
    return percent.text(places: 1) + "%"
  }

  /// A multiple with one or two places: `3.0x`, `3.47x`.
  static func ratio(_ multiple: Double) -> String {
    RoundedDecimal(multiple).text(places: 2, trimming: 1) + "x"
  }

  /// A length of time with at most one place: `60 days`, `1 day`, `4.5 months`; short `60d`.
  static func duration(_ length: Double, _ unit: Report.Duration, isShort: Bool = false) -> String {
    let number = RoundedDecimal(length).text(places: 1, trimming: 0)
    if isShort { return number + shortNames[unit, default: unit.rawValue] }
    return "\(number) \(number == "1" ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }

  /// Currency units to the unit, small broken amounts to the cent: `$1,234,567`, `-$500`, `$12.50`.
  static func money(_ amount: Double, _ currency: String) -> String {
    let decimal = RoundedDecimal(amount)
    if amount.magnitude < 100, !decimal.isWhole { return cents(amount, currency) }
    return money(decimal.text(places: 0), currency)
  }

  /// Currency units to the smallest coin: `$1,234.50`, `¥1,234`.
  static func cents(_ amount: Double, _ currency: String) -> String {
    money(RoundedDecimal(amount).text(places: Currency(currency)?.minorDigits ?? 2), currency)
  }

  /// Currency units in a few digits: `$950`, `$12.4k`, `$12.4M`, `$1.25B`.
  static func compactMoney(_ amount: Double, _ currency: String) -> String {
    // An amount moves on to the next step as it is shown on this one: 999,999 is 1M, not 1,000k.
    let steps: [(power: Int, placesBefore: Int, places: Int, mark: String)] = [
      (3, 0, 1, "k"), (6, 0, 1, "M"), (9, 1, 2, "B"), (12, 2, 2, "T"),
    ]
    let decimal = RoundedDecimal(amount)
    var text = decimal.text(places: 0)
    for step in steps {
      let before = decimal.shifted(by: 3 - step.power).rounded(to: step.placesBefore)
      guard before.wholeDigits > 3 else { break }
      let scaled = decimal.shifted(by: -step.power)
      let isLong = step.power == 3 && scaled.rounded(to: 1).wholeDigits > 2
      text = scaled.text(places: isLong ? 0 : step.places, trimming: 0) + step.mark
    }
    return money(text, currency)
  }

  /// A written number behind the sign of its currency, or behind its code where it has no sign of its own.
  private static func money(_ text: String, _ currency: String) -> String {
    let isNegative = text.hasPrefix("-")
    let symbol = Currency(currency)?.symbol ?? currency
    let sign = symbol.isEmpty || symbol != currency ? symbol : symbol + " "
    return (isNegative ? "-" : "") + sign + (isNegative ? String(text.dropFirst()) : text)
  }

  private static let shortNames: [Report.Duration: String] = [
    .minutes: "min", .hours: "h", .days: "d", .months: "mo", .years: "y",
  ]
}
