/// The distribution of what comes in when deals arrive independently, each kind at its own rate.
enum PoissonArrivals {
  /// The mass of each number of steps from 0 on, up to where the rest no longer counts; adds up to 1.
  ///
  ///     n g(n) = ∑ j λⱼ g(n − j) over the kinds, j the steps that one brings and λⱼ how many are expected
  ///
  /// All terms are positive, so no digit is lost; the start is free, since the sum is known to be 1.
  /// A kind of no steps changes nothing.
  ///
  /// Source: Panjer, ASTIN Bulletin 12 (1981), 22–26.
  static func masses(_ kinds: [(steps: Int, rate: Double)]) -> [Double] {
    let kinds = kinds.filter { $0.steps > 0 && $0.rate > 0 }
    guard !kinds.isEmpty else { return [1] }
    let weighted = kinds.map { (steps: $0.steps, weight: Double($0.steps) * $0.rate) }
    let count = Int(top(kinds.map { (Double($0.steps), $0.rate) })) + 1
    var masses = [Double](repeating: 0, count: count)
    masses[0] = 1
    for index in 1..<max(2, count) where index < count {
      var sum = 0.0
      for kind in weighted where kind.steps <= index { sum += kind.weight * masses[index - kind.steps] }
      masses[index] = sum / Double(index)
      guard masses[index] > 1e200 else { continue }
      for earlier in 0...index { masses[earlier] *= 1e-200 }
    }
    let whole = masses.reduce(0, +)
    return masses.map { $0 / whole }
  }

  /// What is passed about once in 1e12 times: twelve standard deviations above the mean, and twelve of the largest.
  static func top(_ kinds: [(amount: Double, rate: Double)]) -> Double {
    let mean = kinds.reduce(0) { $0 + $1.amount * $1.rate }
    let variance = kinds.reduce(0) { $0 + $1.amount * $1.amount * $1.rate }
    return (mean + 12 * variance.squareRoot() + 12 * (kinds.map(\.amount).max() ?? 0)).rounded(.up)
  }

  /// How many deals hardly ever arrive.
  static func largestCount(_ rate: Double) -> Int { Int(top([(1, min(rate, 1e9))])) }
}
