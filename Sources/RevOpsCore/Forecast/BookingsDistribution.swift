/// The distribution of what independent deals bring, each won whole or not at all, by convolution on a grid.
///
/// Deal by deal, `f(x) ← (1 - p) f(x) + p f(x - a)`. Where all amounts are multiples of a step that leaves few enough
/// points the result is exact; else each amount is rounded to a coarser step, and no percentile moves by more than
/// `bound`. Masses below 1e-30 at either end are dropped. Business that is yet to be created arrives as Poisson deals.
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
  /// The amount of each deal in steps.
  private let steps: [Int]
  private let deals: [Deal]

  /// The points of the grid for so many deals, so that the work stays within about 2e8 steps.
  static func pointLimit(deals: Int) -> Int { min(1 << 20, max(4_096, 200_000_000 / max(1, deals))) }

  /// Convolves deals and arrivals; amounts are 0 or more and probabilities lie between 0 and 1.
  init(_ deals: [Deal], arrivals: [Arrival] = [], pointLimit: Int? = nil) {
    self.deals = deals
    let limit = pointLimit ?? Self.pointLimit(deals: deals.count + arrivals.count)
    let most = arrivals.isEmpty ? 0 : PoissonArrivals.largestCount(arrivals.reduce(0) { $0 + $1.rate })
    let topArrival = PoissonArrivals.top(arrivals.map { (Double($0.coins), $0.rate) })
    let total = deals.reduce(Int(clamping: Int64(min(topArrival, 9e18)))) { sum, deal in
      let (next, isOver) = sum.addingReportingOverflow(deal.coins)
      return isOver ? .max : next
    }
    let shared = (deals.map(\.coins) + arrivals.map(\.coins)).reduce(0, Self.greatestCommonDivisor)
    var step = max(1, shared)
    if total / step >= limit { step = total / (limit - 1) + 1 }
    let steps = deals.map { Self.steps($0.coins, step) }
    let dealsOff = zip(deals, steps).map { (coins: $1 * step - $0.coins, probability: $0.probability) }
    let arrivalsOff = arrivals.map { abs(Self.steps($0.coins, step) * step - $0.coins) }.max() ?? 0
    self.step = step
    self.steps = steps
    bound = Self.bound(dealsOff) + (arrivalsOff > 0 ? arrivalsOff * most : 0)
    let created = PoissonArrivals.masses(arrivals.map { (Self.steps($0.coins, step), $0.rate) })
    let (masses, start) = Self.convolved(deals, steps, from: created)
    var sum = 0.0
    var reached = masses
    for index in reached.indices.reversed() {
      sum += masses[index]
      reached[index] = sum
    }
    self.reached = reached
    first = start
  }

  /// An amount in steps, to the nearest.
  private static func steps(_ coins: Int, _ step: Int) -> Int {
    coins / step + (coins % step > step / 2 ? 1 : 0)
  }

  /// How far the roundings of all deals together can move an outcome.
  ///
  /// They add up to at most those that go one way; and since deals are won independently, to more than their mean and
  /// `√(Σ off² · ln(2 / 1e-6) / 2)` only with one chance in a million (Hoeffding's inequality).
  private static func bound(_ offs: [(coins: Int, probability: Double)]) -> Int {
    let up = offs.reduce(0) { $0 + max(0, $1.coins) }
    let down = offs.reduce(0) { $0 + max(0, -$1.coins) }
    let drift = offs.reduce(0.0) { $0 + Double($1.coins) * $1.probability }
    let squares = offs.reduce(0.0) { $0 + Double($1.coins) * Double($1.coins) }
    let halfLogarithm = 7.254_328_869_262_11  // ln(2 / 1e-6) / 2
    let likely = abs(drift) + (squares * halfLogarithm).squareRoot()
    return min(max(up, down), Int(likely.rounded(.up)))
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The mass of each number of steps, from the first on that has one; small deals first, so that rows stay short.
  private static func convolved(
    _ deals: [Deal], _ steps: [Int], from created: [Double]
  ) -> (masses: [Double], first: Int) {
    let order = deals.indices.filter { steps[$0] > 0 && deals[$0].probability > 0 }
      .sorted { (steps[$0], $0) < (steps[$1], $1) }
    let points = order.reduce(created.count) { $0 + steps[$1] }
    var old = created + [Double](repeating: 0, count: points - created.count)
    var new = old
    var (low, high) = (0, created.count - 1)
    for index in order {
      let (shift, p) = (steps[index], deals[index].probability)
      old.withUnsafeBufferPointer { old in
        new.withUnsafeMutableBufferPointer { new in
          add(old, into: new, low: low, high: high, shift: shift, p)
        }
      }
      swap(&old, &new)
      high += shift
      while high > low, old[high] < 1e-30 { high -= 1 }
      while low < high, old[low] < 1e-30 { low += 1 }
    }
    return (Array(old[low...high]), low)
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
  /// which errors shrink.
  func chances(ofAtLeast coins: Int, knowing deal: Int) -> (won: Double, lost: Double) {
    let target = stepsReaching(coins)
    return (without(deal, target - steps[deal]), without(deal, target))
  }

  private func without(_ deal: Int, _ target: Int) -> Double {
    let (shift, p) = (steps[deal], deals[deal].probability)
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
