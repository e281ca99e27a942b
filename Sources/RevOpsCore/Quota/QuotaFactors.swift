extension Quota {
  /// What a seller's part of a target is weighed by.
  struct Factors: Hashable, Sendable {
    /// What the seller's accounts could buy, what months at the share of the ramp they are there for, and what
    /// they have been credited with.
    var potential = 0.0
    var tenure = 0.0
    var history = 0.0

    var sum: Double { potential + tenure + history }

    /// The same in shares of all; nothing is nothing.
    var normalised: Factors {
      guard sum > 0 else { return self }
      return Factors(potential: potential / sum, tenure: tenure / sum, history: history / sum)
    }
  }

  /// The weight of each assignment, together 1, and the factors that they rest on.
  ///
  ///     weight = Σ over factors: factor weight × value × days there / Σ of the same over all
  ///
  /// What is there for half of the period counts for half of its potential and history; tenure counts the days at
  /// the share that the ramp gives. A seller without a history of their own is taken to have the others' mean.
  /// A factor that is nothing for everybody is left out; without any each day there weighs the same.
  static func weighing(_ input: Input) -> (weights: [Double], factors: Factors) {
    let present = input.sellers.map { Double($0.daysPresent(in: input.period)) }
    let histories = input.sellers.map { input.histories[$0.key] }
    // Each person once, wherever they move, and in an order that does not change.
    let known = Set(input.sellers.map(\.key)).sorted().compactMap { input.histories[$0] }
    let mean = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    let columns: [(WritableKeyPath<Factors, Double>, [Double])] = [
      (\.potential, zip(input.sellers, present).map { (input.potential(of: $0) ?? 0) * $1 }),
      (\.tenure, input.sellers.map { rampedDays($0, input) }),
      (\.history, zip(histories, present).map { ($0 ?? mean) * $1 }),
    ]
    var used = Factors()
    for (factor, values) in columns where values.reduce(0, +) > 0 {
      used[keyPath: factor] = input.factors[keyPath: factor]
    }
    used = used.normalised
    guard used.sum > 0 else { return (shares(present), used) }
    var weights = present.map { _ in 0.0 }
    for (factor, values) in columns where used[keyPath: factor] > 0 {
      for (index, share) in shares(values).enumerated() {
        weights[index] += used[keyPath: factor] * share
      }
    }
    return (weights, used)
  }

  /// Days of the period at the share that the ramp gives, leaves taken off.
  static func rampedDays(_ seller: Seller, _ input: Input) -> Double {
    let there = seller.days(in: input.period)
    let start = input.starts[seller.key] ?? seller.start
    return seller.leaves.reduce(input.ramp.presence(in: there, since: start)) {
      $0 - input.ramp.presence(in: $1.overlap(with: there), since: start)
    }.rre
  }

  private static func shares(_ values: [Double]) -> [Double] {
    let sum = values.reduce(0, +)
    return sum > 0 ? values.map { $0 / sum } : values.map { _ in 1 / Double(max(1, values.count)) }
  }
}
