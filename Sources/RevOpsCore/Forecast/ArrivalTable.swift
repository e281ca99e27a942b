/// Draws what deals that are yet to be created bring in one trial.
struct ArrivalTable: Sendable {
  /// Thresholds of 53 bits: the chance of so many deals or fewer, from none on.
  private let counts: [UInt64]
  /// Thresholds of 53 bits: the chance that a deal is of this kind or one before it.
  private let kinds: [UInt64]
  private let amounts: [Double]

  /// Nil where no deal is expected.
  init?(_ kinds: [CreatedAndClosed.Kind]) {
    let rate = kinds.reduce(0) { $0 + $1.deals }
    guard rate > 0 else { return nil }
    counts = Self.thresholds(PoissonArrivals.masses([(steps: 1, rate: rate)]))
    self.kinds = Self.thresholds(kinds.map { $0.deals / rate })
    amounts = kinds.map(\.amount)
  }

  private static func thresholds(_ shares: [Double]) -> [UInt64] {
    var sum = 0.0
    return shares.map { share in
      sum += share
      return UInt64((min(1, sum) * 0x1p53).rounded())
    }
  }

  /// What arrives in one trial.
  func draw(_ random: inout Xoshiro256) -> Double {
    let count = Self.index(in: counts, random.next() >> 11)
    var total = 0.0
    for _ in 0..<count { total += amounts[Self.index(in: kinds, random.next() >> 11)] }
    return total
  }

  /// The first place whose threshold is above a number; the last where none is.
  private static func index(in thresholds: [UInt64], _ number: UInt64) -> Int {
    var (low, high) = (0, thresholds.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] > number { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
