/// The deals that repeat another: by their id, or while open by account and name.
///
/// Of the deals with one account and name the first by id stays, so that the order of rows decides nothing.
struct DealCopies: Sendable {
  private let data: DataTable
  /// For each row that repeats the id of an earlier one, that one.
  private(set) var byID: [Int: Int] = [:]
  /// For each open deal with account and name of another, the one that stays.
  private(set) var byName: [Int: Int] = [:]
  /// The places of these among the rows of the keys.
  private(set) var places: [Int] = []

  /// The rows that repeat another.
  var rows: [Int] { Array(byID.keys) + Array(byName.keys) }

  /// The copies among the deals of a table.
  ///
  /// - Parameters:
  ///   - data: The table.
  ///   - keys: The numbers of its rows' texts.
  init(of data: DataTable, _ keys: DealKeys) {
    self.data = data
    findEqualIDs(keys.ids)
    findEqualNames(keys)
  }

  private mutating func findEqualIDs(_ keys: [UInt64]) {
    var known = EqualRows(capacity: keys.count)
    let data = data
    func areEqual(_ a: Int, _ b: Int) -> Bool { data.text("id", a) == data.text("id", b) }
    for row in keys.indices where keys[row] != 0 {
      guard let earlier = known.add(row, keys, equal: areEqual) else { continue }
      byID[row] = earlier
      known.replace(earlier, by: row, keys)
    }
  }

  private mutating func findEqualNames(_ keys: DealKeys) {
    guard let account = data.accountColumn else { return }
    let data = data
    func areEqual(_ a: Int, _ b: Int) -> Bool {
      let (a, b) = (Int(keys.rows[a]), Int(keys.rows[b]))
      let (one, other) = (data.text(account, a) ?? "", data.text(account, b) ?? "")
      guard one == other || (account == "account" && companyKey(one) == companyKey(other)) else {
        return false
      }
      return plainKey(data.text("name", a) ?? "") == plainKey(data.text("name", b) ?? "")
    }
    var known = EqualRows(capacity: keys.rows.count)
    var groups: [Int: [Int]] = [:]
    for place in keys.rows.indices where byID[Int(keys.rows[place])] == nil {
      if let first = known.add(place, keys.names, equal: areEqual) {
        groups[first, default: [first]].append(place)
      }
    }
    for places in groups.values {
      let deals = places.map { (id: data.text("id", Int(keys.rows[$0])) ?? "", place: $0) }
        .sorted { ($0.id, $0.place) < ($1.id, $1.place) }
      for deal in deals.dropFirst() {
        byName[Int(keys.rows[deal.place])] = Int(keys.rows[deals[0].place])
        self.places.append(deal.place)
      }
    }
  }

  /// Our column that shows that a row repeats another.
  func column(_ row: Int) -> String { byID[row] != nil ? "id" : "name" }

  /// Which deal a row repeats, in words.
  func detail(_ row: Int) -> String {
    if let earlier = byID[row] {
      return "id \(data.text("id", row) ?? "") stands on line \(data.line(earlier)) already"
    }
    return "the account and name of \(byName[row].flatMap { data.text("id", $0) } ?? "")"
  }
}

/// Finds rows with equal texts by the numbers of their texts.
struct EqualRows {
  /// Open addressing: one more than the row, or 0.
  private var slots: [Int32]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
  }

  /// The row before that has the same text; nil for a new text, whose row is kept.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - keys: The number of each row's text.
  ///   - equal: Whether the texts themselves are equal, asked where the numbers are.
  /// - Returns: That row, or nil.
  mutating func add(_ row: Int, _ keys: [UInt64], equal: (Int, Int) -> Bool) -> Int? {
    var slot = Int(truncatingIfNeeded: keys[row]) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if keys[other] == keys[row], equal(other, row) { return other }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: row + 1)
    return nil
  }

  /// Keeps another row for a text.
  mutating func replace(_ row: Int, by other: Int, _ keys: [UInt64]) {
    var slot = Int(truncatingIfNeeded: keys[row]) & (slots.count - 1)
    while Int(slots[slot]) - 1 != row { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: other + 1)
  }
}
