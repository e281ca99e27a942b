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
  ///   - hasRepeatedIDs: Whether an id may stand there twice.
  init(of data: DataTable, _ keys: DealKeys, hasRepeatedIDs: Bool) {
    self.data = data
    if hasRepeatedIDs { findEqualIDs(keys.ids) }
    findEqualNames(keys)
  }

  private mutating func findEqualIDs(_ keys: [UInt64]) {
    let data = data
    let pairs = EqualRows.pairs(among: keys, data.table.machine) {
      data.id($0) == data.id($1)
    }
    var last: [Int: Int] = [:]
    for (row, first) in pairs { byID[row] = last.updateValue(row, forKey: first) ?? first }
  }

  private mutating func findEqualNames(_ keys: DealKeys) {
    guard let account = data.accountColumn else { return }
    let data = data
    var names = keys.names
    if !byID.isEmpty {
      for place in names.indices where byID[Int(keys.rows[place])] != nil { names[place] = 0 }
    }
    let pairs = EqualRows.pairs(among: names, data.table.machine) { a, b in
      let (a, b) = (Int(keys.rows[a]), Int(keys.rows[b]))
      let (one, other) = (data.text(account, a) ?? "", data.text(account, b) ?? "")
      guard one == other || (account == "account" && companyKey(one) == companyKey(other)) else {
        return false
      }
      return plainKey(data.text("name", a) ?? "") == plainKey(data.text("name", b) ?? "")
    }
    var groups: [Int: [Int]] = [:]
    for (place, first) in pairs { groups[first, default: [first]].append(place) }
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
