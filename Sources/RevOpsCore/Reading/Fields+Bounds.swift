/// Quantities with the bounds that most of them have in a plan.
extension Fields {
  /// A share of a whole, from 0% to 100%; nil where nothing is given.
  mutating func shareIfGiven(_ key: String) -> Double? {
    guard let share = rateOfShareIfGiven(key)?.fraction else { return nil }
    if !(0...1).contains(share) {
      refuse(
        key, "decode.wrong-value", "'\(path(of: key))' is a share and lies between 0% and 100%")
    }
    return min(1, max(0, share))
  }

  /// A rate of which no more than the whole makes sense, so that nobody is asked whether they meant 110%.
  private mutating func rateOfShareIfGiven(_ key: String) -> Rate? {
    let before = problems.count
    let rate = rateIfGiven(key)
    if problems.count > before, let text = given(key)?.text, let number = try? ExactDecimal.parse(text),
      number > ExactDecimal(100)
    {
      problems[problems.count - 1].hint = "a share lies between 0% and 100%"
    }
    return rate
  }

  /// An amount of money that is not below zero, in currency units; nil where nothing is given.
  mutating func amountIfGiven(_ key: String) -> Double? {
    moneyIfGiven(key).map { notNegative($0.units, key) }
  }

  /// A length of time that is not below zero, in days; nil where nothing is given.
  mutating func daysIfGiven(_ key: String) -> Double? {
    durationIfGiven(key).map { notNegative($0.days, key) }
  }

  /// A value of a key, which is refused where it is below zero.
  mutating func notNegative(_ value: Double, _ key: String) -> Double {
    if value < 0 { refuse(key, "decode.wrong-value", "'\(path(of: key))' cannot be below zero") }
    return max(0, value)
  }
}
