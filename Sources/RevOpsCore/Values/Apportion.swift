/// Shares a whole number out by weights so that the parts are whole and sum to it, by largest remainder.
///
/// Of equal remainders the earlier one is rounded up.
func apportion(_ total: Int, by weights: [Double]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard total > 0, sum > 0 else { return weights.map { _ in 0 } }
  let exact = weights.map { Double(total) * $0 / sum }
  var parts = exact.map { Int(exactly: $0.rounded(.down)) ?? 0 }
  let order = exact.indices.sorted { a, b in
    let (x, y) = (exact[a] - Double(parts[a]), exact[b] - Double(parts[b]))
    return abs(x - y) > 1e-9 ? x > y : a < b
  }
  for index in order.prefix(max(0, total - parts.reduce(0, +))) { parts[index] += 1 }
  return parts
}
