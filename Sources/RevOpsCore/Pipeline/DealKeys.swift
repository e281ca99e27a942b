/// Numbers by which deals that repeat another are found, in place of their texts: of the ids of all, and of the
/// accounts with names of open ones.
///
/// Equal texts have equal numbers. Two that differ nearly never do, so that whoever finds equal numbers looks at
/// the texts themselves.
struct DealKeys: Sendable {
  /// The number of each row's id; 0 where it has none.
  private(set) var ids: [UInt64] = []
  /// The rows of open deals with an account and a name.
  private(set) var rows: [Int32] = []
  /// The number of the account and name of each of these, never 0.
  private(set) var names: [UInt64] = []

  /// Nothing yet.
  init() {}

  /// The numbers of the deals of a table.
  init(of table: OpportunityTable) {
    ids = table.data.keys("id", plain: false) ?? []
    guard let account = table.data.accountColumn, let accounts = table.labels(account),
      let keys = table.data.keys("name", plain: true)
    else { return }
    var hasher = CompanyHash()
    let companies = accounts.names.map { account == "account" ? hasher.hash(of: $0) : TextHash.of($0) }
    for row in keys.indices {
      guard table.outcomes[row] == .open, accounts.codes[row] != Labels.missing, keys[row] != 0 else {
        continue
      }
      rows.append(Int32(truncatingIfNeeded: row))
      names.append(max(TextHash.mixed(companies[Int(accounts.codes[row])], keys[row]), 1))
    }
  }

  /// Takes the deals of a part of a table.
  ///
  /// - Parameters:
  ///   - table: The deals.
  ///   - cells: Their cells.
  /// - Returns: The rows of the part that were added to `rows`.
  mutating func add(_ table: OpportunityTable, _ cells: ColumnCells) -> [Int] {
    let mapping = table.data.mapping
    let before = ids.count
    ids += table.data.keys("id", plain: false) ?? []
    guard let account = table.data.accountColumn, let accountIndex = mapping[account],
      let nameIndex = mapping["name"]
    else { return [] }
    let (accounts, titles) = (cells.of(accountIndex), cells.of(nameIndex))
    let isNamed = account == "account"
    var hasher = CompanyHash()
    var plain = PlainText()
    var added: [Int] = []
    for row in 0..<table.count where table.outcomes[row] == .open {
      var company: UInt64?
      accounts.withCell(row) { bytes in
        guard !Table.isMissing(bytes) else { return }
        company = isNamed ? hasher.hash(of: bytes) : TextHash.of(bytes)
      }
      guard let company else { continue }
      var name: UInt64 = 0
      titles.withCell(row) { if !Table.isMissing($0) { name = plain.hash(of: $0) } }
      guard name != 0 else { continue }
      added.append(row)
      rows.append(Int32(truncatingIfNeeded: before + row))
      names.append(max(TextHash.mixed(company, name), 1))
    }
    return added
  }

  /// Takes those of the rows behind these.
  mutating func append(_ next: DealKeys) {
    let before = Int32(truncatingIfNeeded: ids.count)
    ids += next.ids
    rows.reserveMore(next.rows.count)
    for row in next.rows { rows.append(row + before) }
    names += next.names
  }
}

extension DataTable {
  /// The column that tells whose deals they are: the names of accounts, else their ids; nil without either.
  var accountColumn: String? { ["account", "account_id"].first(where: has) }
}
