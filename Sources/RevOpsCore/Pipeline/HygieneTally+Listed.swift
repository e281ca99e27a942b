extension HygieneTally {
  /// The deals that are listed, read again from the file with what they fail.
  ///
  /// - Parameters:
  ///   - data: The file.
  ///   - fold: What counted its deals.
  /// - Returns: The deals; nil where their rows do not tell by themselves what they told among all others.
  func listed(_ data: DataTable, by fold: DealFold<HygieneTally>) -> DealFaults? {
    guard let deals = first?.deals(terms.extent(total.issues)) else { return nil }
    // What is said of a copy names the deal that it repeats.
    let starts = Set(deals.map(\.start) + deals.compactMap { copies[$0.start] }).sorted()
    let rows = Dictionary(uniqueKeysWithValues: starts.enumerated().map { ($1, $0) })
    let some = DataTable(
      name: data.name, source: fold.source, table: data.table.extract(startingAt: starts),
      mapping: data.mapping)
    guard let table = fold.deals(of: some) else { return nil }
    var byName: [Int: Int] = [:]
    for (row, start) in starts.enumerated() { byName[row] = copies[start].flatMap { rows[$0] } }
    let faults = DealFaults(
      table, settings, asOf: terms.asOf, copies: DealCopies(of: some, byName: byName))
    let areAsBefore = deals.allSatisfy { deal in
      guard let row = rows[deal.start], table.worth(row) == deal.worth else { return false }
      // Of a copy it is not kept what else it fails.
      return deal.marks.isEmpty || faults.marks[row].subtracting(.init(.duplicateDeals)) == deal.marks
    }
    return areAsBefore ? faults : nil
  }
}

extension FirstFaults {
  /// The deals that a list of such an extent shows, and the first of each check.
  fileprivate func deals(_ extent: FaultList.Extent) -> [Deal] {
    switch extent {
    case .all: byCheck.flatMap(\.deals)
    case .first: any.deals + byCheck.flatMap { $0.deals.prefix(1) }
    case .ofEach(let count): byCheck.flatMap { $0.deals.prefix(count) }
    }
  }
}
