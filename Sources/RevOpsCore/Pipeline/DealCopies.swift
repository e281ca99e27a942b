/// The deals that repeat another: by their id, or while open by account and name.
///
/// Of the deals with one account and name the first by id stays, so that the order of rows decides nothing.
struct DealCopies: Sendable {
  private let data: DataTable
  /// For each row that repeats the id of an earlier one, that one.
  private(set) var byID: [Int: Int] = [:]
  /// For each open deal with account and name of another, the one that stays.
  private(set) var byName: [Int: Int] = [:]

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

  /// Copies among a few rows of a file, which were found while it was read.
  init(of data: DataTable, byName: [Int: Int]) {
    self.data = data
    self.byName = byName
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
    guard let reader = DealTitles(data) else { return }
    var names = keys.names
    if !byID.isEmpty {
      for place in names.indices where byID[Int(keys.rows[place])] != nil { names[place] = 0 }
    }
    var groups: [Int: [Int]] = [:]
    for (place, first) in EqualRows.pairs(among: names, data.table.machine, equal: { _, _ in true }) {
      groups[first, default: [first]].append(place)
    }
    for places in groups.values {
      let rows = places.map { Int(keys.rows[$0]) }
      let titles = rows.map { reader.title(in: data.table.record(data.rows[$0])) }
      for (copy, first) in reader.copies(among: titles) { byName[rows[copy]] = rows[first] }
    }
  }

  /// Our column that shows that a row repeats another.
  func column(_ row: Int) -> String { byID[row] != nil ? "id" : "name" }

  /// Which deal a row repeats, in words.
  func detail(_ row: Int) -> String {
    if let earlier = byID[row] {
      return "id \(data.text("id", row) ?? "") stands on line \(data.line(earlier)) already"
    }
    guard let first = byName[row] else { return "" }
    return "the account and name of \(data.text("id", first) ?? "the deal on line \(data.line(first))")"
  }
}

/// What a deal says of itself by which copies of it are told: its id, account and name.
struct DealTitle: Hashable {
  var id: [UInt8]
  var account: [UInt8]
  var name: [UInt8]
  /// The words of the columns asked for beside these; nil where a cell has none.
  var words: [String?] = []
}

/// Reads the titles of deals and compares them.
struct DealTitles {
  private let table: Table
  private let id: Int?
  private let account: Int
  private let name: Int
  private let isNamed: Bool
  private let others: [Int]

  /// - Parameters:
  ///   - data: The table; nil is made of one without accounts or names.
  ///   - others: The columns of which words are wanted.
  init?(_ data: DataTable, words others: [Int] = []) {
    guard let column = data.accountColumn, let account = data.mapping[column], let name = data.mapping["name"]
    else { return nil }
    table = data.table
    id = data.mapping["id"]
    isNamed = column == "account"
    self.account = account
    self.name = name
    self.others = others
  }

  /// The title of the deal whose row has these bytes of the file.
  func title(in record: Range<Int>) -> DealTitle {
    table.bytes.withBytes(record) { bytes in
      let cut = RecordCut(bytes, separator: table.notes.separator)
      func cell(_ column: Int) -> [UInt8]? {
        let cell = cut.cell(column)
        return Table.isMissing(cell) ? nil : Table.trimmed(cell)
      }
      return DealTitle(
        id: id.flatMap(cell) ?? [], account: cell(account) ?? [], name: cell(name) ?? [],
        words: others.map { cell($0).map { String(decoding: $0, as: UTF8.self) } })
    }
  }

  /// The deals that repeat another of some whose numbers are equal, each with the one that stays: the first by id,
  /// and of those with one id the first of these.
  func copies(among titles: [DealTitle]) -> [(copy: Int, first: Int)] {
    var alike: [[Int]] = []
    for place in titles.indices {
      if let group = alike.firstIndex(where: { areEqual(titles[$0[0]], titles[place]) }) {
        alike[group].append(place)
      } else {
        alike.append([place])
      }
    }
    return alike.flatMap { places in
      let ordered = places.sorted { a, b in
        titles[a].id == titles[b].id ? a < b : titles[a].id.lexicographicallyPrecedes(titles[b].id)
      }
      return ordered.dropFirst().map { (copy: $0, first: ordered[0]) }
    }
  }

  private func areEqual(_ a: DealTitle, _ b: DealTitle) -> Bool {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let isOneAccount =
      a.account == b.account || (isNamed && companyKey(text(a.account)) == companyKey(text(b.account)))
    return isOneAccount && (a.name == b.name || plainKey(text(a.name)) == plainKey(text(b.name)))
  }
}
