/// Reads the quantities of an expression as their author meant them.
///
/// The forms are those of plan files, but for group commas, which would part the items of a list.
struct Literal {
  let environment: ExpressionEnvironment

  /// The value of a quantity: `1.2M`, `25%`, `$500`, `60 days`, `2026-03-31`, `FY26-Q3`, `3x`, `5 pts`.
  func read(_ text: String) throws(QuantityError) -> ExpressionValue {
    let bytes = Array(text.utf8)
    if text.hasPrefix("FY") { return .period(try Period.parse(text, fiscal: environment.fiscal)) }
    if bytes.count > 4, bytes[4] == UInt8(ascii: "-"), bytes.prefix(4).allSatisfy(\.isDigit) {
      return try calendar(text, bytes)
    }
    if bytes.last == UInt8(ascii: "%") { return .rate(try exact(text.dropLast()) * Literal.hundredth) }
    return try measured(text, bytes)
  }

  private func calendar(_ text: String, _ bytes: [UInt8]) throws(QuantityError) -> ExpressionValue {
    if bytes.count == 7 { return .period(try Period.parse(text, fiscal: environment.fiscal)) }
    if bytes.count == 10 { return .date(try CalendarDate.parse(text)) }
    return .moment(try Moment.parse(text, zone: environment.zone))
  }

  /// A number with or without a unit before or behind it.
  private func measured(_ text: String, _ bytes: [UInt8]) throws(QuantityError) -> ExpressionValue {
    guard bytes.first?.isDigit == true || bytes.first == UInt8(ascii: ".") else { return try money(text) }
    let number = numberEnd(bytes)
    let unit = String(decoding: bytes[number...].drop { $0.isSpace }, as: UTF8.self)
    switch unit.lowercased() {
    case "": return .number(try exact(text))
    case "x": return .number(try exact(text.dropLast()))
    case "pt", "pts", "pp", "point", "points":
      return .rate(try exact(String(decoding: bytes[..<number], as: UTF8.self)) * Literal.hundredth)
    default: break
    }
    if Currency(unit) != nil || unit.utf8.first.map({ $0 >= 0x80 || $0 == UInt8(ascii: "$") }) == true {
      return try money(text)
    }
    // 'm' alone may be minutes or months, as a duration says.
    if unit != "m",
      let meant = Array(text.utf8).withUnsafeBufferPointer({ ByteCursor($0).withMagnitudeLetter })
    {
      throw QuantityError(text, ByteCursor.magnitudes, hint: "did you mean \(QuantityError(meant, "").text)?")
    }
    guard let span = try? TimeSpan.parse(text) else {
      if unit.lowercased() == "m" || unit.contains("business") || unit.contains("working") {
        return .span(try TimeSpan.parse(text))
      }
      throw QuantityError(text, "a quantity is written like 1200, 1.2M, 25%, $500, 3x or 60 days")
    }
    return .span(span)
  }

  /// Where the number ends, with its exponent and its `k`, `M` or `B`.
  private func numberEnd(_ bytes: [UInt8]) -> Int {
    var end = 0
    while end < bytes.count,
      bytes[end].isDigit || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "_")
    {
      end += 1
    }
    let letters = bytes[end...].prefix(while: \.isLetter)
    if letters.first?.lowercased == UInt8(ascii: "e"), letters.count == 1, end + 1 < bytes.count {
      var next = end + 1
      if bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "+") { next += 1 }
      while next < bytes.count, bytes[next].isDigit { next += 1 }
      return next
    }
    let isMagnitude = letters.count == 1 && letters.first.map(isMagnitudeLetter) == true
    return isMagnitude ? end + 1 : end
  }

  private func isMagnitudeLetter(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "b")].contains(byte.lowercased)
  }

  private func exact(_ text: some StringProtocol) throws(QuantityError) -> Numeral {
    .exact(try ExactDecimal.parse(String(text)))
  }

  private func money(_ text: String) throws(QuantityError) -> ExpressionValue {
    let money = try Money.parse(text, rates: environment.rates)
    return .money(.exact(money.amount), money.currency)
  }

  /// A text in quotes as the type that it is compared with; nil where it is none of that type.
  func read(_ text: String, as type: ExpressionType) -> ExpressionValue? {
    switch type {
    case .number, .timed: return (try? ExactDecimal.parse(text)).map { .number(.exact($0)) }
    case .date: return (try? CalendarDate.parse(text)).map(ExpressionValue.date)
    case .moment:
      if let date = try? CalendarDate.parse(text) { return .date(date) }
      return (try? Moment.parse(text, zone: environment.zone)).map(ExpressionValue.moment)
    case .rate, .money, .span, .period:
      guard let value = try? read(text), value.type == type else { return nil }
      return value
    default: return nil
    }
  }

  private static let hundredth = Numeral(1) / Numeral(100)
}
