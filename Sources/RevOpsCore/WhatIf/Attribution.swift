/// How the difference between two states of the figures divides among the changes between them.
///
///     share of i = Σ over S without i of |S|! (n - |S| - 1)! / n! × (value(S with i) - value(S))
///
/// That is the Shapley value: what a change adds on average over all orders in which the changes could be made, each
/// computed in full. Above `mostExact` changes it is the average of one order and its reverse. Either way the shares
/// sum to the difference.
///
/// Source: Shapley, A value for n-person games (1953).
struct Attribution: Sendable {
  /// How shares were found.
  enum Method: String, Hashable, Sendable, Encodable {
    case shapley
    case sequentialAverage = "sequential_average"

    /// How a report says it.
    var words: String {
      switch self {
      case .shapley: "each share is a change's average over all orders of the changes (Shapley)"
      case .sequentialAverage: "each share is the average over one order of the changes and its reverse"
      }
    }
  }

  /// The most changes whose orders are all looked at: 256 runs.
  static let mostExact = 8

  let method: Method
  private let count: Int
  /// The value of each figure by the set of changes made, a bit each; for the average, prefixes and suffixes.
  private let values: [[Figure]]

  /// Computes the figures of each set of changes that is needed.
  ///
  /// - Parameters:
  ///   - count: How many changes there are.
  ///   - figures: The values of the figures with some changes made, by their places; the same number each time.
  init(count: Int, figures: ([Int]) -> [Figure]) {
    self.count = count
    guard count > Self.mostExact else {
      method = .shapley
      values = (0..<(1 << count)).map { set in figures((0..<count).filter { set & (1 << $0) != 0 }) }
      return
    }
    method = .sequentialAverage
    let prefixes = (0...count).map { figures(Array(0..<$0)) }
    // The whole and nothing are the same in both orders.
    let suffixes = (0...count).map { start in
      start == 0 ? prefixes[count] : start == count ? prefixes[0] : figures(Array(start..<count))
    }
    values = prefixes + suffixes
  }

  /// The figures with none and with all of the changes.
  var ends: (before: [Figure], after: [Figure]) {
    (values[0], method == .shapley ? values[values.count - 1] : values[count])
  }

  /// A difference and how it divides.
  struct Shares: Hashable, Sendable {
    var change: Double
    /// A share for each change, in order; they sum to `change`.
    var parts: [Double]
  }

  /// The shares of each change in a figure's difference, or why there are none.
  ///
  /// - Parameters:
  ///   - figure: The place of the figure.
  ///   - inCents: Whether shares are whole cents, so that what is shown adds up too.
  /// - Returns: The difference and its shares, or why it is not divided.
  func shares(of figure: Int, inCents: Bool = false) -> Result<Shares, Unknown> {
    guard let before = ends.before[figure].value, let after = ends.after[figure].value else {
      let reason = ends.before[figure].reason ?? ends.after[figure].reason ?? ""
      return .failure(Unknown(reason: reason))
    }
    var numbers: [Double] = []
    for value in values {
      switch value[figure] {
      case .value(let number): numbers.append(number)
      case .absent(let reason):
        return .failure(Unknown(reason: "with some of the changes alone the figure is absent: \(reason)"))
      }
    }
    let raw = method == .shapley ? shapley(numbers) : average(numbers)
    return .success(Self.balanced(raw, change: after - before, inCents: inCents))
  }

  /// Why a difference is not divided.
  struct Unknown: Error, Hashable { var reason: String }

  private func shapley(_ values: [Double]) -> [Double] {
    var factorials = [1.0]
    for index in 1...max(1, count) { factorials.append(factorials[index - 1] * Double(index)) }
    return (0..<count).map { change in
      let bit = 1 << change
      return values.indices.reduce(0) { sum, set in
        guard set & bit == 0 else { return sum }
        let size = set.nonzeroBitCount
        let weight = factorials[size] * factorials[count - size - 1] / factorials[count]
        return sum + weight * (values[set | bit] - values[set])
      }
    }
  }

  private func average(_ values: [Double]) -> [Double] {
    (0..<count).map { change in
      let forward = values[change + 1] - values[change]
      let backward = values[count + 1 + change] - values[count + 2 + change]
      return (forward + backward) / 2
    }
  }

  /// Parts that sum to the whole to the last bit, in whichever order they are added.
  ///
  /// All are rounded to one power of two, small enough to be beyond what a subtraction of figures can tell, and the
  /// largest part takes what that leaves. The whole is rounded with them; a part alone is the whole.
  private static func summing(_ parts: [Double], to whole: Double) -> Shares {
    guard parts.count > 1 else { return Shares(change: whole, parts: [whole]) }
    let largest = parts.indices.max { abs(parts[$0]) < abs(parts[$1]) } ?? 0
    let size = max(abs(whole), abs(parts[largest]))
    guard size > 0, size.isFinite else { return Shares(change: whole, parts: parts) }
    let spare = Int(parts.count.bitWidth - parts.count.leadingZeroBitCount) + 1
    let unit = Double(sign: .plus, exponent: Int(size.exponent) + spare - 52, significand: 1)
    func rounded(_ value: Double) -> Double { (value / unit).rounded() * unit }
    var parts = parts.map(rounded)
    let whole = rounded(whole)
    parts[largest] += whole - parts.reduce(0, +)
    return Shares(change: whole, parts: parts)
  }

  /// Shares that sum to the difference: in whole cents by largest remainder, else with the last bits on the largest.
  static func balanced(_ parts: [Double], change: Double, inCents: Bool) -> Shares {
    guard !parts.isEmpty else { return Shares(change: change, parts: []) }
    guard inCents, (parts + [change]).allSatisfy({ abs($0) < 1e13 }) else {
      return summing(parts, to: change)
    }
    let total = (change * 100).rounded()
    var whole = parts.map { ($0 * 100).rounded(.down) }
    let rest = parts.indices.map { parts[$0] * 100 - whole[$0] }
    let order = parts.indices.sorted { rest[$0] != rest[$1] ? rest[$0] > rest[$1] : $0 < $1 }
    let missing = Int(exactly: total - whole.reduce(0, +)) ?? 0
    for step in 0..<abs(missing) {
      let index = missing > 0 ? order[step % order.count] : order[order.count - 1 - step % order.count]
      whole[index] += missing > 0 ? 1 : -1
    }
    return Shares(change: total / 100, parts: whole.map { $0 / 100 })
  }
}
