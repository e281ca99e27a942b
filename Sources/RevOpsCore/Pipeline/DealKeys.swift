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
}

/// The id of a row: 48 bits of its number, beside those that tell its list.
struct IDPrint: NumberedEntry {
  private let parts: (UInt16, UInt16, UInt16)

  init(_ number: UInt64) {
    parts = (
      UInt16(truncatingIfNeeded: number), UInt16(truncatingIfNeeded: number >> 16),
      UInt16(truncatingIfNeeded: number >> 32)
    )
  }

  var number: UInt64 { UInt64(parts.0) | UInt64(parts.1) << 16 | UInt64(parts.2) << 32 }
}

/// An open deal with an account and a name: 31 bits of the number of these, beside those that tell its list, whether
/// it fails a check of hygiene, where its row starts in the file, and its amount.
struct OpenDealPrint: NumberedEntry {
  private let bits: UInt64
  /// In coins; not a number where the cell gives none.
  let coins: Double

  init(_ number: UInt64, isFlagged: Bool, coins: Double, start: UInt32) {
    self.coins = coins
    let rest = (number << NumberLists<Self>.bits) & (UInt64.max << 33)
    bits = rest | (isFlagged ? 1 << 32 : 0) | UInt64(start)
  }

  var number: UInt64 { bits >> 33 }
  var isFlagged: Bool { (bits >> 32) & 1 == 1 }
  var start: Int { Int(UInt32(truncatingIfNeeded: bits)) }
}

/// Makes the numbers of accounts and names while a file goes by.
struct DealNumbers: Sendable {
  private var hasher = CompanyHash()
  private var plain = PlainText()

  /// Calls for each open deal of a part of a table that has an account and a name.
  ///
  /// - Parameters:
  ///   - table: The deals.
  ///   - cells: The cells of the part.
  ///   - body: Takes the row among those that count, its row in the part, and the number.
  mutating func forEachOpen(
    of table: OpportunityTable, _ cells: ColumnCells,
    _ body: (_ row: Int, _ fileRow: Int, _ number: UInt64) -> Void
  ) {
    guard let account = table.data.accountColumn, let accountIndex = table.data.mapping[account],
      let nameIndex = table.data.mapping["name"]
    else { return }
    let (accounts, names) = (cells.of(accountIndex), cells.of(nameIndex))
    let isNamed = account == "account"
    for row in 0..<table.count where table.outcomes[row] == .open {
      let fileRow = table.data.rows[row]
      var company: UInt64?
      accounts.withCell(fileRow) { bytes in
        guard !Table.isMissing(bytes) else { return }
        let word = Table.trimmed(bytes)
        company = isNamed ? hasher.hash(of: word) : TextHash.of(word)
      }
      guard let company else { continue }
      var name: UInt64 = 0
      names.withCell(fileRow) { if !Table.isMissing($0) { name = plain.hash(of: $0) } }
      if name != 0 { body(row, fileRow, TextHash.mixed(company, name)) }
    }
  }
}

extension DataTable {
  /// The column that tells whose deals they are: the names of accounts, else their ids; nil without either.
  var accountColumn: String? { ["account", "account_id"].first(where: has) }
}
