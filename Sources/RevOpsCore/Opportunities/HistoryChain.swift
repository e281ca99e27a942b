/// What a change of a field made of what.
typealias HistoryLink = (old: String, new: String)

/// Puts changes of one field that fall on one moment in the order in which they were made.
enum HistoryChain {
  /// Up to how many are tried in every order.
  private static let most = 8

  /// The order in which each change begins with the value that the one before it ended with.
  ///
  /// Where no order does, or there are too many to try, they follow one another by their values, so that the order of rows
  /// never shows.
  ///
  /// - Parameters:
  ///   - links: The old and new value of each.
  ///   - previous: The value before them; nil where it is not known.
  ///   - next: The value after them; nil where it is not known.
  /// - Returns: Their indices.
  static func order(_ links: [HistoryLink], after previous: String?, before next: String? = nil) -> [Int] {
    let sorted = links.indices.sorted { links[$0] < links[$1] }
    guard links.count <= most else { return sorted }
    let ends = Set(links.map(\.new))
    // Begin with what was there before, else with what none of them made.
    let starts =
      sorted.filter { links[$0].old == previous } + sorted.filter { !ends.contains(links[$0].old) } + sorted
    // A chain that comes back to where it began is told by what was before it, else by what came of it.
    let known = Array(starts.prefix { links[$0].old == previous })
    for (starts, end) in [(known, next), (known, nil), (starts, next), (starts, nil)] {
      for start in starts {
        if let found = path([start], to: end, sorted, links) { return found }
      }
    }
    return sorted
  }

  private static func path(
    _ taken: [Int], to end: String?, _ sorted: [Int], _ links: [HistoryLink]
  ) -> [Int]? {
    guard let last = taken.last else { return nil }
    guard taken.count < links.count else { return end == nil || links[last].new == end ? taken : nil }
    for next in sorted where !taken.contains(next) && links[next].old == links[last].new {
      if let found = path(taken + [next], to: end, sorted, links) { return found }
    }
    return nil
  }
}
