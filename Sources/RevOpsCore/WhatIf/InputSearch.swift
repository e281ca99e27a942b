/// One input varied over a range to find where a goal holds.
///
/// The range is looked at in steps; wherever the goal changes between two of them, the place is closed in on by
/// halving. So nothing is assumed of the figures: they may jump, turn around, or be absent in places.
struct InputSearch {
  /// One value of the input and what the goal says there.
  struct Probe: Hashable, Sendable {
    var amount: Double
    var state: Goal.State
  }

  /// A stretch of the input over which the goal holds, its ends within.
  struct Stretch: Hashable, Sendable {
    var from: Double
    var to: Double
  }

  /// How many steps a range is looked at in.
  static let steps = 64
  private static let halvings = 80

  /// Whether the input takes whole numbers only.
  let isWhole: Bool
  /// What the goal says of an amount; nil where the files refuse it.
  let evaluate: (Double) -> Goal.State?
  let isEquality: Bool

  /// The stretches on which the goal holds between two ends, in rising order; how often it changes; what was seen.
  func stretches(
    from low: Double, to high: Double, through base: Double
  ) -> (holding: [Stretch], changes: Int, probes: [Probe]) {
    var amounts = grid(low, high)
    if low <= base, base <= high, !amounts.contains(base) { amounts.append(base) }
    let probes = amounts.sorted().compactMap { amount in
      evaluate(amount).map { Probe(amount: amount, state: $0) }
    }
    // Words that are equal are so over whole stretches, and so are numbers that the input does not move.
    let meets = probes.contains { $0.state.distance != nil } && !probes.allSatisfy { $0.state.holds == true }
    return isEquality && meets ? roots(probes) : truths(probes)
  }

  private func grid(_ low: Double, _ high: Double) -> [Double] {
    if isWhole, high - low <= 256 {
      return Array(stride(from: low.rounded(.up), through: high.rounded(.down), by: 1))
    }
    let amounts = (0...Self.steps).map { low + (high - low) * Double($0) / Double(Self.steps) }
    return isWhole ? Array(Set(amounts.map { $0.rounded() })) : amounts
  }

  private func truths(_ probes: [Probe]) -> ([Stretch], Int, [Probe]) {
    var found: [Stretch] = []
    var changes = 0
    for (index, probe) in probes.enumerated() where probe.state.holds == true {
      let before = index > 0 ? probes[index - 1] : nil
      if let before, before.state.holds == true {
        found[found.count - 1].to = probe.amount
      } else {
        let start = before.map { boundary(outside: $0.amount, inside: probe.amount) } ?? probe.amount
        found.append(Stretch(from: start, to: probe.amount))
        changes += before == nil ? 0 : 1
      }
      if index + 1 < probes.count, probes[index + 1].state.holds != true {
        found[found.count - 1].to = boundary(outside: probes[index + 1].amount, inside: probe.amount)
        changes += 1
      }
    }
    return (found, changes, probes)
  }

  /// The last amount on the way out at which the goal still holds.
  private func boundary(outside: Double, inside: Double) -> Double {
    var (out, held) = (outside, inside)
    for _ in 0..<Self.halvings {
      let middle = isWhole ? ((out + held) / 2).rounded(.toNearestOrEven) : out + (held - out) / 2
      guard middle != out, middle != held else { break }
      if evaluate(middle)?.holds == true { held = middle } else { out = middle }
    }
    return held
  }

  /// Where the two sides of an equality meet: each a stretch of one amount.
  private func roots(_ probes: [Probe]) -> ([Stretch], Int, [Probe]) {
    var found: [Stretch] = []
    for (index, probe) in probes.enumerated() {
      if probe.state.holds == true {
        found.append(Stretch(from: probe.amount, to: probe.amount))
        continue
      }
      guard index > 0, let a = probes[index - 1].state.distance, let b = probe.state.distance,
        probes[index - 1].state.holds != true, (a < 0) != (b < 0)
      else { continue }
      if let root = root(probes[index - 1].amount, probe.amount, isRising: a < 0) {
        found.append(Stretch(from: root, to: root))
      }
    }
    return (found, found.count, probes)
  }

  /// The amount between two at which both sides are equal; nil where they jump past one another.
  private func root(_ first: Double, _ second: Double, isRising: Bool) -> Double? {
    var (low, high) = (first, second)
    for _ in 0..<Self.halvings {
      let middle = isWhole ? ((low + high) / 2).rounded(.toNearestOrEven) : low + (high - low) / 2
      guard middle != low, middle != high, let state = evaluate(middle), let distance = state.distance else {
        break
      }
      if state.holds == true { return middle }
      if (distance < 0) == isRising { low = middle } else { high = middle }
    }
    return [low, high].first { evaluate($0)?.holds == true }
  }
}
