/// An amount handed out by weights: each part a multiple of a unit, and all parts together exactly the amount.
///
/// Parts are rounded by largest remainder. What the amount has below one unit stays on the part with the largest
/// weight, so that nothing is lost where the amount itself is not a multiple.
enum QuotaSplit {
  /// - Parameters:
  ///   - coins: The amount in the smallest coin.
  ///   - unit: The unit in the same coin, at least 1.
  ///   - weights: One a part, none below zero; without any above zero the parts are equal.
  /// - Returns: The parts in coins.
  static func parts(of coins: Int, unit: Int, by weights: [Double]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    let shares = weights.contains { $0 > 0 } ? weights : weights.map { _ in 1 }
    let unit = max(1, unit)
    var parts = apportion(coins / unit, by: shares).map { $0 * unit }
    let largest = shares.indices.reduce(0) { shares[$1] > shares[$0] ? $1 : $0 }
    parts[largest] += coins - parts.reduce(0, +)
    return parts
  }
}
