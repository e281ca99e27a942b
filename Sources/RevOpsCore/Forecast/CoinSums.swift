extension Double {
  /// A sum or a difference of whole coins, without the hair that binary fractions leave.
  ///
  /// No coin of any currency is smaller than a ten-thousandth of its unit; what lies between is no sum of coins, and
  /// stays as it is.
  var toTheCoin: Double {
    let parts = self * 10_000
    let coins = parts.rounded()
    return abs(parts - coins) < 0.001 + abs(parts) * 1e-15 && abs(coins) < 9e15 ? coins / 10_000 : self
  }
}
