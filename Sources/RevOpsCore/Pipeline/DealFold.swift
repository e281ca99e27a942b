/// What is added up over deals; made of any number of parts of a table.
protocol DealTally: Sendable {
  /// What it adds up for each word of a column.
  associatedtype Sums: Summable
  /// The sums by each column that figures are cut by; of all deals together where there is none.
  var cuts: [WordSums<Sums>] { get set }
  /// What its deals are held against.
  var settings: PipelineSettings { get }
  /// Takes the deals of a table, or of a part of one.
  ///
  /// - Parameter deals: The deals.
  /// - Returns: What hygiene finds of them, copies left out.
  mutating func add(_ deals: OpportunityTable) -> DealFaults
  /// Takes the words of columns, once all deals of the parts have gone by; the argument is nil for one that has none.
  mutating func name(_ words: (String) -> Words?)
  /// Takes what another tally made of the rows behind these; both have their words.
  mutating func append(_ next: Self)
  /// Takes note that a deal which was counted already repeats another.
  mutating func addCopy(_ deal: DealCopy)
}

extension DealTally {
  mutating func name(_ words: (String) -> Words?) { nameCuts(words) }

  /// Takes the words of the columns that figures are cut by.
  mutating func nameCuts(_ words: (String) -> Words?) {
    for index in cuts.indices { cuts[index].column.flatMap(words).map { cuts[index].name($0.texts) } }
  }

  /// Names the words of a cut.
  mutating func name(_ cut: Int, _ names: [String]) { cuts[cut].name(names) }

  /// The sums by one column; nil where the deals are not cut by it.
  func cut(by column: String) -> WordSums<Sums>? { cuts.first { $0.column == column } }

  /// The sums over all deals.
  var total: Sums { cuts.first?.total ?? Sums() }
}

/// An open deal that repeats another, as it was found in the file.
struct DealCopy: Hashable, Sendable {
  /// Where its row starts in the file.
  var start: Int
  /// Where the row of the deal that it repeats does.
  var first: Int
  var id: String
  /// In coins; not a number where the cell gives none.
  var coins: Double
  /// Whether it fails a check of hygiene but for that.
  var isFlagged: Bool
  /// Its word in each column that figures are cut by.
  var words: [String: String]
}

/// Adds up deals while their file is read; what finds copies is all that grows with it.
///
/// What cannot be told of some rows by themselves, such as the order of day and month, and whatever is wrong with
/// any of them is left to the table read whole, which says it in the order of the file.
struct DealFold<Tally: DealTally>: IdentifyingFold {
  let company: Company
  let requests: [ColumnRequest]
  let source: TableSource
  private(set) var tally: Tally
  /// The columns of which words are wanted in the end, by name, and those that figures are cut by.
  private let labels: [String: ColumnRequest]
  private let cuts: [String]
  private let mapping: ImportMapping
  private var ids: NumberLists<IDPrint>
  /// The open deals, of which some may repeat others.
  private var openDeals: NumberLists<OpenDealPrint>
  private var numbers = DealNumbers()

  /// The fold for a file; nil where its rows cannot be told part by part, or a column to cut by is missing.
  ///
  /// - Parameters:
  ///   - file: The file with its header read.
  ///   - mapping: Our columns in it.
  ///   - source: How the workspace declares it.
  ///   - company: Whose currencies and days count.
  ///   - cuts: The columns to cut by beside the owner.
  ///   - uses: The columns that the tally asks of its deals.
  ///   - words: Of these the columns of which it wants the words.
  ///   - tally: Makes a tally of no deals, by the columns to cut by that there are.
  init?(
    _ file: Table, _ mapping: ImportMapping, _ source: TableSource, company: Company, cuts: [String],
    _ uses: [ColumnUse], words: [String] = [], tally: (_ cuts: [String], _ data: DataTable) -> Tally
  ) {
    // Whether chances are hundredths is told by all rows of a file, but for the vendors that always write them so.
    let isOpen =
      mapping.hasChancesInPercent(in: file) == nil
      // What the CRM converted is looked at only where a rate is missing.
      || mapping["amount_home"] != nil
    let names = ((mapping["owner"] == nil ? [] : ["owner"]) + cuts).uniqued()
    var labels: [String: ColumnRequest] = [:]
    for column in names + words {
      labels[column] = ColumnUse(column, .labels).request(
        in: file, mapping, source, home: company.rates.home)
    }
    guard mapping.missing.allSatisfy({ !$0.isRequired }), source.filter == nil, !isOpen,
      names.allSatisfy({ labels[$0] != nil })
    else { return nil }
    self.company = company
    self.source = source
    self.mapping = mapping
    self.labels = labels
    self.cuts = names
    ids = NumberLists(on: file.machine)
    openDeals = NumberLists(on: file.machine)
    self.tally = tally(
      names, DataTable(name: "opportunities", source: source, table: file, mapping: mapping))
    requests =
      (uses.requests(in: file, mapping, source, home: company.rates.home)
      + (names + words).compactMap { labels[$0] }).uniqued()
  }

  mutating func add(_ part: TablePart) -> Bool {
    let data = DataTable(
      name: "opportunities", source: source, table: part.table, mapping: mapping, kept: part.columns)
    guard let deals = deals(of: data) else { return false }
    let faults = tally.add(deals)
    for id in data.keys("id", plain: false) ?? [] where id != 0 { ids.add(IDPrint(id), of: id) }
    numbers.forEachOpen(of: deals, part.cells) { row, fileRow, number in
      let deal = OpenDealPrint(
        number, isFlagged: !faults.marks[row].isEmpty, coins: deals.coins[row],
        start: UInt32(truncatingIfNeeded: part.table.starts[fileRow].offset))
      openDeals.add(deal, of: number)
    }
    return true
  }

  /// The deals of some rows of the file; nil where something is to be said of one of them.
  func deals(of data: DataTable) -> OpportunityTable? {
    var reader = OpportunityReader(data: data, company: company, rules: tally.settings.stages)
    let deals = reader.read(tally.settings.categories)
    return reader.problems.isEmpty ? deals : nil
  }

  mutating func name(_ words: [ColumnRequest: Words]) {
    ids.settle()
    openDeals.settle()
    let labels = labels
    tally.name { column in labels[column].flatMap { words[$0] } }
  }

  mutating func append(_ next: any RowFold) {
    guard let next = next as? DealFold else { return }
    tally.append(next.tally)
    ids.append(next.ids)
    openDeals.append(next.openDeals)
  }

  /// What was added up, copies counted; nil where what finds them cannot be read again.
  func finished(_ data: DataTable) -> Tally? {
    var tally = tally
    guard let reader = DealTitles(data, words: cuts.compactMap { labels[$0]?.column }) else { return tally }
    guard let groups = openDeals.groups() else { return nil }
    for group in groups {
      let titles = group.map { reader.title(in: data.table.record(from: $0.start, rowsOn: 0)) }
      for (copy, first) in reader.copies(among: titles) {
        var words: [String: String] = [:]
        for (cut, word) in zip(cuts, titles[copy].words) { words[cut] = word }
        tally.addCopy(
          DealCopy(
            start: group[copy].start, first: group[first].start,
            id: String(decoding: titles[copy].id, as: UTF8.self), coins: group[copy].coins,
            isFlagged: group[copy].isFlagged, words: words))
      }
    }
    return tally
  }

  var mayRepeatIDs: Bool { ids.groups()?.isEmpty != true }

  var rowsWithID: Int { ids.count }
}
