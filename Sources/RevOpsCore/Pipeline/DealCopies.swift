/// The deals that repeat another: by their id, or while open by account and name.
///
/// Of the deals with one account and name the first by id stays, so that the order of rows decides nothing.
struct DealCopies: Sendable {
  private let table: OpportunityTable
  /// For each row that repeats the id of an earlier one, that one.
  private var byID: [Int: Int] = [:]
  /// For each open deal with account and name of another, the one that stays.
  private var byName: [Int: Int] = [:]

  /// The rows that repeat another.
  var rows: [Int] { Array(byID.keys) + Array(byName.keys) }

  init(of table: OpportunityTable) {
    self.table = table
    findEqualIDs()
    findEqualNames()
  }

  private mutating func findEqualIDs() {
    guard let keys = table.data.keys("id", plain: false) else { return }
    var known = EqualRows(capacity: keys.count)
    for row in keys.indices where keys[row] != 0 {
      guard
        let earlier = known.add(row, keys, equal: { [table] in table.text("id", $0) == table.text("id", $1) })
      else { continue }
      byID[row] = earlier
      known.replace(earlier, by: row, keys)
    }
  }

  private mutating func findEqualNames() {
    guard let (accounts, isNamed) = accounts(), let names = table.data.keys("name", plain: true) else {
      return
    }
    var hasher = CompanyHash()
    let companies = accounts.names.map { isNamed ? hasher.hash(of: $0) : TextHash.of($0) }
    var keys = names
    for row in keys.indices {
      let isAsked =
        table.outcomes[row] == .open && accounts.codes[row] != Labels.missing && keys[row] != 0
        && byID[row] == nil
      keys[row] = isAsked ? max(TextHash.mixed(companies[Int(accounts.codes[row])], keys[row]), 1) : 0
    }
    var known = EqualRows(capacity: keys.count { $0 != 0 })
    var groups: [Int: [Int]] = [:]
    for row in keys.indices where keys[row] != 0 {
      let first = known.add(row, keys) { [table] a, b in
        (accounts.codes[a] == accounts.codes[b]
          || (isNamed && companyKey(accounts[a] ?? "") == companyKey(accounts[b] ?? "")))
          && plainKey(table.text("name", a) ?? "") == plainKey(table.text("name", b) ?? "")
      }
      if let first { groups[first, default: [first]].append(row) }
    }
    for rows in groups.values {
      let ids = Dictionary(uniqueKeysWithValues: rows.map { ($0, table.text("id", $0) ?? "") })
      let ordered = rows.sorted { (ids[$0] ?? "", $0) < (ids[$1] ?? "", $1) }
      for row in ordered.dropFirst() { byName[row] = ordered[0] }
    }
  }

  /// The accounts of the deals, by name, or by id where the export gives no names.
  private func accounts() -> (labels: Labels, isNamed: Bool)? {
    if let names = table.labels("account") { return (names, true) }
    return table.labels("account_id").map { ($0, false) }
  }

  /// Our column that shows that a row repeats another.
  func column(_ row: Int) -> String { byID[row] != nil ? "id" : "name" }

  /// Which deal a row repeats, in words.
  func detail(_ row: Int) -> String {
    if let earlier = byID[row] {
      return "id \(table.text("id", row) ?? "") stands on line \(table.line(earlier)) already"
    }
    return "the account and name of \(byName[row].flatMap { table.text("id", $0) } ?? "")"
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
