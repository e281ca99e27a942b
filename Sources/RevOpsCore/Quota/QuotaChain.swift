extension [Seller] {
  /// Who each person of the table reports to, by name; rows of other days count where none of the period is there.
  func chain(in period: Period) -> [String: String] {
    var above: [String: (manager: String, isThere: Bool)] = [:]
    for seller in self {
      guard let manager = seller.manager, !manager.isEmpty else { continue }
      let isThere = seller.days(in: period).days > 0
      if let known = above[seller.name], known.isThere, !isThere { continue }
      above[seller.name] = (manager, isThere)
    }
    return above.mapValues(\.manager)
  }

  /// The people who stand above themselves, each circle once, with the row of the first of them.
  func circles(in chain: [String: String]) -> [(names: [String], place: Place?)] {
    var known: Set<String> = []
    var found: [(names: [String], place: Place?)] = []
    for seller in self where !known.contains(seller.name) {
      var path: [String] = []
      var name: String? = seller.name
      while let one = name, !known.contains(one), !path.contains(one) {
        path.append(one)
        name = chain[one]
      }
      known.formUnion(path)
      guard let back = name, let first = path.firstIndex(of: back) else { continue }
      let names = Array<String>(path[first...])
      found.append((names, self.first { $0.name == names[0] }?.place))
    }
    return found
  }
}
