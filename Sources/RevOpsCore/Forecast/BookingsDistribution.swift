/// The distribution of what independent deals bring, each won whole or not at all, by convolution on a grid.
///
/// Deal by deal, `f(x) ← (1 - p) f(x) + p f(x - a)`. Where all amounts are multiples of a step that leaves few enough
/// points the result is exact; else an amount between two points of a coarser grid comes up as one or the other, with
/// chances that keep its mean, and no percentile moves by more than `bound`. Masses below 1e-30 at either end are
/// dropped. Business that is yet to be created arrives as Poisson deals.
struct BookingsDistribution: Sendable {
  /// One deal, its amount in the smallest coin.
  struct Deal: Hashable, Sendable {
    var coins: Int
    var probability: Double
  }

  /// Deals that may come up any number of times, each bringing the same.
  struct Arrival: Hashable, Sendable {
    var coins: Int
    /// How many are expected, above 0.
    var rate: Double
  }

  /// The distance of two points in coins.
  let step: Int
  /// No outcome is off by more coins than this, but for outcomes of one chance in a million; 0 where the grid is exact.
  let bound: Int
  /// The chance of i steps or more, from `first` on; before it 1, behind its end 0.
  private let reached: [Double]
  private let first: Int
  private let deals: [Deal]

  /// Convolves deals and arrivals.
  ///
  /// - Parameters:
  ///   - deals: The deals; amounts are 0 or more and probabilities lie between 0 and 1.
  ///   - arrivals: What may come up beside them.
  ///   - work: About how many steps it may take for the sake of a finer grid.
  ///   - pointLimit: The points of the grid, where the work does not settle them.
  init(_ deals: [Deal], arrivals: [Arrival] = [], work: Double = 100_000_000, pointLimit: Int? = nil) {
    self.deals = deals
    let topArrival = PoissonArrivals.top(arrivals.map { (Double($0.coins), $0.rate) })
    let total = deals.reduce(Int(clamping: Int64(min(topArrival, 9e18)))) { sum, deal in
      let (next, isOver) = sum.addingReportingOverflow(deal.coins)
      return isOver ? .max : next
    }
    let limit = pointLimit ?? Self.pointLimit(deals, arrivals, topArrival, total: Double(total), work)
    let shared = (deals.map(\.coins) + arrivals.map(\.coins)).reduce(0, Self.greatestCommonDivisor)
    var step = max(1, shared)
    if total / step >= limit { step = total / (limit - 1) + 1 }
    self.step = step
    bound = Self.bound(deals, arrivals, step)
    let created = PoissonArrivals.masses(
      arrivals.flatMap { arrival in
        let (low, share) = Self.place(arrival.coins, step)
        return [(low, arrival.rate * (1 - share)), (low + 1, arrival.rate * share)]
      })
    let (masses, start) = Self.convolved(deals, step, from: created)
    var sum = 0.0
    var reached = masses
    for index in reached.indices.reversed() {
      sum += masses[index]
      reached[index] = sum
    }
    self.reached = reached
    first = start
  }

  /// The points of a grid over so many coins, so that the steps stay within those allowed, and 2e8 whatever the chances.
  ///
  /// A deal costs as many steps as there are points with a mass of 1e-30 or more, which lie within twelve standard
  /// deviations of the mean; an arrival one for each point that arrivals may come to.
  private static func pointLimit(
    _ deals: [Deal], _ arrivals: [Arrival], _ topArrival: Double, total: Double, _ work: Double
  ) -> Int {
    func coins(_ whole: Int) -> Double { Double(whole) }
    let variance =
      deals.reduce(0) { $0 + coins($1.coins) * coins($1.coins) * $1.probability * (1 - $1.probability) }
      + arrivals.reduce(0) { $0 + coins($1.coins) * coins($1.coins) * $1.rate }
    let largest = deals.map(\.coins).max() ?? 0
    let live = min(1, (24 * variance.squareRoot() + coins(largest)) / max(1, total))
    let perPoint =
      Double(deals.count) * live + 2 * Double(arrivals.count) * min(1, topArrival / max(1, total))
    let count = Double(max(1, deals.count + arrivals.count))
    return Int(min(0x1p20, max(4_096, 200_000_000 / count, work / max(1, perPoint))))
  }

  /// The point at or below an amount, and how far on the way to the next the amount lies.
  private static func place(_ coins: Int, _ step: Int) -> (point: Int, share: Double) {
    (coins / step, Double(coins % step) / Double(step))
  }

  /// How far amounts that come up as one of two points can move an outcome.
  ///
  /// They add up to at most a step each; and since each keeps its mean and deals are won independently, with V the sum
  /// of their variances, to more than `step · L / 3 + √((step · L / 3)² + 2 V L)` only with a chance of 2 exp(-L), one
  /// in a million (Bernstein's inequality).
  private static func bound(_ deals: [Deal], _ arrivals: [Arrival], _ step: Int) -> Int {
    func spread(_ coins: Int) -> Double {
      let share = place(coins, step).share
      return share * (1 - share)
    }
    let arriving = arrivals.contains { $0.coins % step > 0 } ? arrivals.reduce(0) { $0 + $1.rate } : 0
    let most = arriving > 0 ? PoissonArrivals.largestCount(arriving) : 0
    let count = Double(deals.count { $0.coins % step > 0 } + most)
    let variance =
      deals.reduce(0) { $0 + $1.probability * spread($1.coins) }
      + arrivals.reduce(0) { $0 + $1.rate * spread($1.coins) }
    let logarithm = 14.508_657_738_524_22  // ln(2 / 1e-6)
    let third = logarithm / 3
    let likely = third + (third * third + 2 * variance * logarithm).squareRoot()
    return Int((Double(step) * min(count, likely)).rounded(.up))
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The mass of each number of steps, from the first on that has one; small deals first, so that rows stay short.
  private static func convolved(
    _ deals: [Deal], _ step: Int, from created: [Double]
  ) -> (masses: [Double], first: Int) {
    let order = deals.indices.filter { deals[$0].coins > 0 && deals[$0].probability > 0 }
      .sorted { (deals[$0].coins, $0) < (deals[$1].coins, $1) }
    let points = order.reduce(created.count) {
      $0 + deals[$1].coins / step + (deals[$1].coins % step > 0 ? 1 : 0)
    }
    var old = created + [Double](repeating: 0, count: points - created.count)
    var new = old
    var (low, high) = (0, created.count - 1)
    for index in order {
      let (shift, share) = place(deals[index].coins, step)
      let p = deals[index].probability
      old.withUnsafeBufferPointer { old in
        new.withUnsafeMutableBufferPointer { new in
          if share == 0 {
            add(old, into: new, low: low, high: high, shift: shift, p)
          } else {
            add(old, into: new, low: low, high: high, shift: shift, p * (1 - share), next: p * share)
          }
        }
      }
      swap(&old, &new)
      high += shift + (share == 0 ? 0 : 1)
      while high > low, old[high] < 1e-30 { high -= 1 }
      while low < high, old[low] < 1e-30 { low += 1 }
    }
    return (Array(old[low...high]), low)
  }

  /// Writes one step of the convolution with a deal that comes up as one of two points to `low...high + shift + 1`.
  private static func add(
    _ old: UnsafeBufferPointer<Double>, into new: UnsafeMutableBufferPointer<Double>, low: Int, high: Int,
    shift: Int, _ p: Double, next: Double
  ) {
    for index in low...high { new[index] = (1 - p - next) * old[index] }
    for index in (high + 1)...(high + shift + 1) { new[index] = 0 }
    for index in low...high { new[index + shift] += p * old[index] }
    for index in low...high { new[index + shift + 1] += next * old[index] }
  }

  /// Writes one step of the convolution to `low...high + shift`; both buffers hold that many points.
  private static func add(
    _ old: UnsafeBufferPointer<Double>, into new: UnsafeMutableBufferPointer<Double>, low: Int, high: Int,
    shift: Int, _ p: Double
  ) {
    let q = 1 - p
    let split = min(high + 1, low + shift)
    for index in low..<split { new[index] = q * old[index] }
    if low + shift > high {
      for index in split..<(low + shift) { new[index] = 0 }
      for index in (low + shift)...(high + shift) { new[index] = p * old[index - shift] }
    } else {
      for index in split...high { new[index] = q * old[index] + p * old[index - shift] }
      for index in (high + 1)...(high + shift) { new[index] = p * old[index - shift] }
    }
  }

  /// The chance of a number of steps or more.
  private func chance(ofSteps count: Int) -> Double {
    if count <= first { return 1 }
    let index = count - first
    return index < reached.count ? min(1, reached[index]) : 0
  }

  /// The steps that make an amount at least.
  private func stepsReaching(_ coins: Int) -> Int {
    guard coins > 0 else { return 0 }
    return coins / step + (coins % step > 0 ? 1 : 0)
  }

  /// The chance that the deals bring at least so many coins.
  func chance(ofAtLeast coins: Int) -> Double { chance(ofSteps: stepsReaching(coins)) }

  /// The greatest amount in coins that is reached with a chance of 1 − `share` at least: what one can be that sure of.
  ///
  /// Where the chance is exactly that it is the amount itself, and not the next lower one: 100 that come with 75% are
  /// what one is 75% sure of.
  func quantile(_ share: Double) -> Int {
    // Sums are good to about 1e-13, which decides no tie.
    var (low, high) = (0, reached.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if chance(ofSteps: first + middle) >= 1 - share - 1e-12 { low = middle } else { high = middle - 1 }
    }
    return (first + low) * step
  }

  /// The chance to reach an amount if a deal is won, and if it is lost.
  ///
  /// The distribution R without the deal follows from `S(x) = (1 - p) R(x) + p R(x - a)`, solved from the side on
  /// which errors shrink; a is the amount in steps, to the nearest.
  func chances(ofAtLeast coins: Int, knowing deal: Int) -> (won: Double, lost: Double) {
    let target = stepsReaching(coins)
    return (without(deal, target - nearest(deal)), without(deal, target))
  }

  private func nearest(_ deal: Int) -> Int {
    let (point, share) = Self.place(deals[deal].coins, step)
    return point + (share > 0.5 ? 1 : 0)
  }

  private func without(_ deal: Int, _ target: Int) -> Double {
    let (shift, p) = (nearest(deal), deals[deal].probability)
    guard target > 0 else { return 1 }
    guard shift > 0, p > 0 else { return chance(ofSteps: target) }
    let top = first + reached.count - 1
    var (sum, factor, x) = (0.0, 1.0, target)
    if p <= 0.5 {
      while x > 0, abs(factor) > 1e-18 {
        sum += factor * chance(ofSteps: x) / (1 - p)
        factor *= -p / (1 - p)
        x -= shift
      }
      sum += factor
    } else {
      while x + shift <= top, abs(factor) > 1e-18 {
        sum += factor * chance(ofSteps: x + shift) / p
        factor *= -(1 - p) / p
        x += shift
      }
    }
    return min(1, max(0, sum))
  }
}
