extension Fields {
  /// A whole number of 0 or more.
  public mutating func count(_ key: String, default fallback: Int? = nil) -> Int {
    value(key, as: .count, or: fallback)
  }

  /// A whole number of 0 or more, or nil where nothing is given.
  public mutating func countIfGiven(_ key: String) -> Int? { valueIfGiven(key, as: .count) }

  /// A number.
  public mutating func number(_ key: String, default fallback: Double? = nil) -> Double {
    value(key, as: .number, or: fallback)
  }

  /// A number, or nil where nothing is given.
  public mutating func numberIfGiven(_ key: String) -> Double? { valueIfGiven(key, as: .number) }

  /// A percentage or a fraction.
  public mutating func rate(_ key: String, default fallback: Rate? = nil) -> Rate {
    value(key, as: .rate, or: fallback)
  }

  /// A percentage or a fraction, or nil where nothing is given.
  public mutating func rateIfGiven(_ key: String) -> Rate? { valueIfGiven(key, as: .rate) }

  /// How many times one amount is another.
  public mutating func ratio(_ key: String, default fallback: Ratio? = nil) -> Ratio {
    value(key, as: .ratio, or: fallback)
  }

  /// How many times one amount is another, or nil where nothing is given.
  public mutating func ratioIfGiven(_ key: String) -> Ratio? { valueIfGiven(key, as: .ratio) }

  /// An amount, in the workspace's currency where it names none.
  public mutating func money(_ key: String, default fallback: Money? = nil) -> Money {
    value(key, as: .money, or: fallback)
  }

  /// An amount, in the workspace's currency where it names none, or nil where nothing is given.
  public mutating func moneyIfGiven(_ key: String) -> Money? { valueIfGiven(key, as: .money) }

  /// A length of time; a bare number counts the unit that ends the key.
  public mutating func duration(_ key: String, default fallback: TimeSpan? = nil) -> TimeSpan {
    value(key, as: .duration(under: key), or: fallback)
  }

  /// A length of time; a bare number counts the unit that ends the key, or nil where nothing is given.
  public mutating func durationIfGiven(_ key: String) -> TimeSpan? {
    valueIfGiven(key, as: .duration(under: key))
  }

  /// A day.
  public mutating func date(_ key: String, default fallback: CalendarDate? = nil) -> CalendarDate {
    value(key, as: .date, or: fallback)
  }

  /// A day, or nil where nothing is given.
  public mutating func dateIfGiven(_ key: String) -> CalendarDate? { valueIfGiven(key, as: .date) }

  /// A month, quarter or year.
  public mutating func period(_ key: String, default fallback: Period? = nil) -> Period {
    value(key, as: .period, or: fallback)
  }

  /// A month, quarter or year, or nil where nothing is given.
  public mutating func periodIfGiven(_ key: String) -> Period? { valueIfGiven(key, as: .period) }
}
