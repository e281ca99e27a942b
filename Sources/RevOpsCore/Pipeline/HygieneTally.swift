/// What deals are held against by hygiene, and how many faults are listed.
struct HygieneTerms: Hashable, Sendable {
  var settings: PipelineSettings
  var asOf: CalendarDate
  /// How many faults are listed at most; nil for all.
  var limit: Int?
  /// Whether the first few of each check are enough, where there are many.
  var isBrief: Bool

  /// How many of so many faults are listed.
  func extent(_ faults: Int) -> FaultList.Extent {
    if let limit { return .first(limit) }
    return isBrief && faults > PipelineHygiene.shownWhole ? .ofEach(PipelineHygiene.shownPerCheck) : .all
  }

  /// What finds the deals that are listed while a file is read; nil where too many are wanted.
  var first: FirstFaults? {
    // Of each check one is wanted for what is found.
    guard let limit else { return isBrief ? FirstFaults(ofEach: PipelineHygiene.shownWhole, ofAll: 0) : nil }
    return limit <= 1000 ? FirstFaults(ofEach: 1, ofAll: limit) : nil
  }
}

/// What hygiene adds up over deals, in all or by the words of a column; made of any number of parts of a table.
struct HygieneTally: DealTally {
  typealias Check = PipelineHygiene.Check

  var terms: HygieneTerms
  var settings: PipelineSettings { terms.settings }
  /// The sums by each column that figures are cut by; of all deals together where there is none.
  var cuts: [WordSums<FaultSums>]
  private(set) var openDeals = 0
  /// Deals closed after the day of the run.
  private(set) var later = LaterDeals()
  /// Required fields of open deals, and how many of them are filled.
  private(set) var fieldsRequired = 0
  private(set) var fieldsFilled = 0
  /// Why a check could not be made, by check.
  private(set) var disabled: [Check: String] = [:]
  /// Deals asked, by the place of the check.
  private var asked = SIMD8<Int>()
  /// What the open deals that fail each check are worth, in coins, by its place.
  private var openCoins = SIMD8<Double>()
  /// Those that a list shows; nil where all deals are at hand.
  private(set) var first: FirstFaults?
  /// The deals that repeat another, where these were found while the file was read, by the starts of their rows.
  private(set) var copies: [Int: Int] = [:]
  /// The accounts of the deals; nil where a table of accounts says which there are.
  private(set) var accounts: FirstRows?

  /// A tally of no deals.
  ///
  /// - Parameters:
  ///   - columns: The columns to cut by, those that the file has.
  ///   - terms: What deals are held against.
  ///   - first: What finds the deals that are listed; nil where all deals are at hand.
  ///   - accounts: The column of the accounts to remember; nil for none.
  init(by columns: [String], _ terms: HygieneTerms, first: FirstFaults? = nil, accounts: String? = nil) {
    self.terms = terms
    self.first = first
    self.accounts = accounts.map { FirstRows(column: $0) }
    cuts = columns.isEmpty ? [WordSums(column: nil)] : columns.map { WordSums(column: $0) }
  }

  mutating func add(_ deals: OpportunityTable) -> DealFaults {
    let faults = DealFaults(deals, settings, asOf: terms.asOf, copies: nil)
    add(faults)
    return faults
  }

  /// Takes deals that were held against the checks.
  mutating func add(_ faults: DealFaults) {
    let table = faults.table
    disabled = faults.disabled
    for (check, count) in faults.asked { asked[check.place] += count }
    fieldsRequired += faults.fieldsRequired
    fieldsFilled += faults.fieldsFilled
    for index in cuts.indices {
      let codes = cuts[index].column.flatMap { table.data.codes($0) } ?? []
      cuts[index].add(table.count, codes) { $0.add(faults.marks[$1]) }
    }
    for row in faults.marks.indices where table.outcomes[row] == .open {
      openDeals += 1
      guard !table.coins[row].isNaN else { continue }
      faults.marks[row].forEachPlace { openCoins[$0] += table.coins[row] }
    }
    later.add(table.later(than: terms.asOf))
    first?.add(faults)
    accounts?.add(table.data)
  }

  mutating func addCopy(_ deal: DealCopy) {
    for index in cuts.indices {
      let word = cuts[index].column.flatMap { deal.words[$0] }
      cuts[index].change(word) { $0.addCopy(isFlagged: deal.isFlagged) }
    }
    if !deal.coins.isNaN { openCoins[Check.duplicateDeals.place] += deal.coins }
    first?.add(deal)
    copies[deal.start] = deal.first
  }

  mutating func name(_ words: (String) -> Words?) {
    nameCuts(words)
    if let column = accounts?.column, let names = words(column) { accounts?.words = names }
  }

  mutating func append(_ next: HygieneTally) {
    openDeals += next.openDeals
    later.add(next.later)
    fieldsRequired += next.fieldsRequired
    fieldsFilled += next.fieldsFilled
    asked &+= next.asked
    openCoins += next.openCoins
    for index in cuts.indices { cuts[index].append(next.cuts[index]) }
    if let others = next.first { first?.append(others) }
    if let others = next.accounts { accounts?.append(others) }
  }

  /// How many deals a check is asked of.
  func asked(_ check: Check) -> Int { asked[check.place] }

  /// What the open deals that fail a check are worth, in coins.
  func openCoins(_ check: Check) -> Double { openCoins[check.place] }
}

/// The words of a column and the row of the file in which each comes up first, found while the file is read.
struct FirstRows: Sendable {
  let column: String
  fileprivate(set) var words = Words()
  private(set) var rows: [Int] = []
  /// How many rows have gone by.
  private var count = 0

  fileprivate init(column: String) { self.column = column }

  /// Takes the next rows; the numbers of words go on from part to part.
  fileprivate mutating func add(_ data: DataTable) {
    for (row, code) in (data.codes(column) ?? []).enumerated() where Int(code) >= rows.count {
      rows.append(count + row)
    }
    count += data.rowCount
  }

  fileprivate mutating func append(_ next: FirstRows) {
    for word in next.rows.indices {
      let number = next.words.withBytes(of: word) { words.number(of: $0) }
      if Int(number) == rows.count { rows.append(count + next.rows[word]) }
    }
    count += next.count
  }
}
