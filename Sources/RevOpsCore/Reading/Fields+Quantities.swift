extension FieldKind {
  /// A kind whose text one of the quantity parsers reads, from a bare scalar and from quotes alike.
  static func quantity(
    _ name: String, _ wanted: String, placeholder: Value,
    parse: @escaping @Sendable (String, FieldContext) throws(QuantityError) -> Value
  ) -> FieldKind {
    FieldKind(name, wanted: wanted, placeholder: placeholder) { node, context in
      guard !node.isCollection, node.kind != .bool else { return .failure(FieldProblem()) }
      do throws(QuantityError) {
        return .success(try parse(node.text, context))
      } catch {
        return .failure(FieldProblem(reason: error.wanted, hint: error.hint))
      }
    }
  }
}

extension FieldKind where Value == Int {
  /// A whole number of at least 0: `12`, `1,200`, `3k`.
  public static var count: FieldKind {
    quantity("count", "a whole number of 0 or more such as 12", placeholder: 0) {
      text, _ throws(QuantityError) in
      let count = try Number.parseCount(text)
      guard count >= 0 else { throw QuantityError(text, "a count is 0 or more") }
      return count
    }
  }

  /// A whole number from one end to the other, both included: a grade of 1 to 5.
  public static func count(in range: ClosedRange<Int>) -> FieldKind {
    let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return quantity("count", wanted, placeholder: range.lowerBound) { text, _ throws(QuantityError) in
      let count = try Number.parseCount(text)
      guard range.contains(count) else { throw QuantityError(text, "\(wanted) is wanted") }
      return count
    }
  }
}

extension FieldKind where Value == Double {
  /// A number: `1200`, `1.5e6`, `1.2M`, `(500)`.
  public static var number: FieldKind {
    quantity("number", "a number such as 1200 or 1.2M", placeholder: 0) { text, _ throws(QuantityError) in
      try Number.parse(text)
    }
  }
}

extension FieldKind where Value == ExactDecimal {
  /// A number of which every digit counts, such as an exchange rate.
  public static var exactNumber: FieldKind {
    quantity("number", "a number such as 1.08", placeholder: .zero) { text, _ throws(QuantityError) in
      try ExactDecimal.parse(text)
    }
  }
}

extension FieldKind where Value == Rate {
  /// A percentage or a fraction: `25%`, `0.25`.
  public static var rate: FieldKind {
    quantity("rate", "a percentage or a fraction such as 25% or 0.25", placeholder: Rate(fraction: 0)) {
      text, _ throws(QuantityError) in try Rate.parse(text)
    }
  }
}

extension FieldKind where Value == Ratio {
  /// How many times: `3x`, `3:1`, `3`.
  public static var ratio: FieldKind {
    quantity("ratio", "a ratio such as 3x or 3:1", placeholder: Ratio(0)) { text, _ throws(QuantityError) in
      try Ratio.parse(text)
    }
  }
}

extension FieldKind where Value == Money {
  /// An amount, turned into the currency of the run: `$1.2M`, `1,200 EUR`; without a currency it is in the
  /// workspace's own.
  public static var money: FieldKind {
    quantity("money", "an amount such as $1.2M or 1,200 EUR", placeholder: Money(0)) {
      text, context throws(QuantityError) in try context.money(text)
    }
  }
}

extension FieldKind where Value == Money {
  /// An amount that is in a given currency where it names none itself, turned into the currency of the run.
  static func money(in currency: Currency) -> FieldKind {
    quantity("money", money.wanted, placeholder: Money(0)) { text, context throws(QuantityError) in
      try context.money(text, in: currency)
    }
  }
}

extension FieldKind where Value == Currency {
  /// An ISO 4217 code: `EUR`.
  public static var currency: FieldKind {
    quantity("currency", "a currency code such as USD or EUR", placeholder: .usd) {
      text, _ throws(QuantityError) in
      try Currency.parse(text)
    }
  }
}

extension FieldKind where Value == TimeSpan {
  /// A length of time: `60 days`, `4 business hours`; a bare number where the unit is known.
  public static func duration(unit: TimeSpan.Unit? = nil) -> FieldKind {
    let wanted =
      unit.map { "a number of \($0.rawValue), or a duration with its unit such as 4 hours" }
      ?? "a duration with its unit such as 60 days or 4 hours"
    return quantity("duration", wanted, placeholder: TimeSpan(0, unit ?? .days)) {
      text, _ throws(QuantityError) in
      try TimeSpan.parse(text, unit: unit)
    }
  }

  /// A length of time whose unit for bare numbers is the last word of the key: `sales_cycle_days: 60`.
  public static func duration(under key: String) -> FieldKind {
    let last = key.utf8.lastIndex(of: UInt8(ascii: "_")).map { key[key.utf8.index(after: $0)...] }
    return duration(unit: last.flatMap { TimeSpan.Unit(rawValue: String($0)) })
  }
}

extension FieldKind where Value == CalendarDate {
  /// A day: `2026-03-31`.
  public static var date: FieldKind {
    quantity("date", "a date such as 2026-03-31", placeholder: .earliest) { text, _ throws(QuantityError) in
      try CalendarDate.parse(text)
    }
  }
}

extension FieldKind where Value == Period {
  /// A stretch of the calendar: `2026-03`, `2026-Q1`, `FY26`.
  public static var period: FieldKind {
    quantity(
      "period", "a period such as 2026-03, 2026-Q1 or FY26",
      placeholder: Period(from: .earliest, to: .earliest)
    ) {
      text, context throws(QuantityError) in try Period.parse(text, fiscal: context.fiscal)
    }
  }
}
