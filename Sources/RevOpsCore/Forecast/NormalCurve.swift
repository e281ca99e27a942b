/// The normal distribution by additions, products and roots alone, so that every machine gets the same bits.
enum NormalCurve {
  /// The share below x.
  ///
  ///     Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …)
  ///
  /// To about 1e-13; beyond 8 it is 0 or 1. Source: Marsaglia, J. Stat. Software 11 (2004), 4.
  static func share(below x: Double) -> Double {
    guard abs(x) < 8 else { return x < 0 ? 0 : 1 }
    var (term, sum, odd) = (x, x, 1.0)
    while abs(term) > 1e-18 {
      odd += 2
      term *= x * x / odd
      sum += term
    }
    return 0.5 + sum * inverseExponential(x * x / 2) * 0.398_942_280_401_432_7
  }

  /// The x that a share, strictly between 0 and 1, lies below; by halving.
  static func quantile(_ share: Double) -> Double {
    var (low, high) = (-8.0, 8.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if self.share(below: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// e to the power of -y, for y from 0 to 32: the series at y / 1024, squared ten times.
  private static func inverseExponential(_ y: Double) -> Double {
    let small = -y / 1024
    var (term, sum) = (1.0, 1.0)
    for count in 1...9 {
      term *= small / Double(count)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
