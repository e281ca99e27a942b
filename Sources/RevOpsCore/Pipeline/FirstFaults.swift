/// The deals that stand first among those that fail a check, as many as a list shows, found while a file is read.
///
/// First stands the deal that is worth most, of equals the one whose id comes first, and then the one that does in the
/// file.
struct FirstFaults: Sendable {
  /// A deal that fails a check.
  struct Deal: Hashable, Sendable {
    /// Its amount in coins, nothing for a missing one.
    var worth: Double
    var id: String
    /// Where its row starts in the file.
    var start: Int
    /// What it fails, but for the deal that it may repeat.
    var marks: DealFaults.Marks
  }

  /// Those of each check, by its place.
  private(set) var byCheck: [FirstDeals]
  /// Those of all checks together.
  private(set) var any: FirstDeals

  /// None yet.
  ///
  /// - Parameters:
  ///   - ofEach: How many are wanted of each check.
  ///   - ofAll: How many of all together.
  init(ofEach: Int, ofAll: Int) {
    byCheck = PipelineHygiene.Check.allCases.map { _ in FirstDeals(count: ofEach) }
    any = FirstDeals(count: ofAll)
  }

  /// Takes the deals of a part of a table.
  mutating func add(_ faults: DealFaults) {
    let table = faults.table
    for row in faults.marks.indices where !faults.marks[row].isEmpty {
      let (worth, marks) = (table.worth(row), faults.marks[row])
      guard any.mayTake(worth) || mayTake(worth, marks) else { continue }
      let deal = Deal(
        worth: worth, id: table.text("id", row) ?? "",
        start: table.data.table.starts[table.data.rows[row]].offset, marks: marks)
      any.add(deal)
      marks.forEachPlace { byCheck[$0].add(deal) }
    }
  }

  /// Whether a deal may be among the first of one of the checks that it fails.
  private func mayTake(_ worth: Double, _ marks: DealFaults.Marks) -> Bool {
    var may = false
    marks.forEachPlace { may = may || byCheck[$0].mayTake(worth) }
    return may
  }

  /// Takes a deal that repeats another, which was taken already if it fails another check.
  mutating func add(_ copy: DealCopy) {
    let worth = copy.coins.isNaN ? 0 : copy.coins
    let deal = Deal(worth: worth, id: copy.id, start: copy.start, marks: [])
    byCheck[PipelineHygiene.Check.duplicateDeals.place].add(deal)
    if !copy.isFlagged { any.add(deal) }
  }

  /// Takes those of the rows behind these.
  mutating func append(_ next: FirstFaults) {
    for deal in next.any.deals { any.add(deal) }
    for place in byCheck.indices { for deal in next.byCheck[place].deals { byCheck[place].add(deal) } }
  }
}

/// So many deals that stand first, in their order.
struct FirstDeals: Sendable {
  /// How many are kept.
  let count: Int
  private(set) var deals: [FirstFaults.Deal] = []

  init(count: Int) { self.count = count }

  /// Whether a deal of this worth may be among them.
  @inline(__always)
  func mayTake(_ worth: Double) -> Bool {
    deals.count < count || (deals.last.map { worth >= $0.worth } ?? false)
  }

  /// Takes a deal if it is among the first.
  mutating func add(_ deal: FirstFaults.Deal) {
    guard mayTake(deal.worth) else { return }
    let place = deals.firstIndex { Self.isBefore(deal, $0) } ?? deals.count
    guard place < count else { return }
    deals.insert(deal, at: place)
    if deals.count > count { deals.removeLast() }
  }

  private static func isBefore(_ a: FirstFaults.Deal, _ b: FirstFaults.Deal) -> Bool {
    (b.worth, a.id, a.start) < (a.worth, b.id, b.start)
  }
}
