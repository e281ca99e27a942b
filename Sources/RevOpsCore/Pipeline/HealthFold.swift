/// Adds up the health of deals while their file is read; what finds copies is all that grows with it.
///
/// What cannot be told of some rows by themselves, such as the order of day and month, and whatever is wrong with
/// any of them is left to the table read whole, which says it in the order of the file.
struct HealthFold: IdentifyingFold {
  let company: Company
  let requests: [ColumnRequest]
  /// The columns that figures are cut by.
  private let cuts: [ColumnRequest]
  private let source: TableSource
  private let mapping: ImportMapping
  private var tally: HealthTally
  private var ids: NumberLists<IDPrint>
  /// The open deals, of which some may repeat others.
  private var openDeals: NumberLists<OpenDealPrint>
  private var numbers = DealNumbers()

  /// The fold for a file; nil where its rows cannot be told part by part, or a column to cut by is missing.
  init?(
    _ file: Table, _ mapping: ImportMapping, _ source: TableSource, company: Company, cuts: [String],
    _ terms: HealthTerms, _ uses: [ColumnUse]
  ) {
    // Whether chances are hundredths is told by all rows of a file, but for the vendors that always write them so.
    let isOpen =
      mapping.hasChancesInPercent(in: file) == nil
      // What the CRM converted is looked at only where a rate is missing.
      || mapping["amount_home"] != nil
    let names = ((mapping["owner"] == nil ? [] : ["owner"]) + cuts).uniqued()
    let labels = ColumnUse.uses(.labels, of: names).map {
      $0.request(in: file, mapping, source, home: company.rates.home)
    }
    let known = labels.compactMap(\.self)
    guard mapping.missing.allSatisfy({ !$0.isRequired }), source.filter == nil, !isOpen,
      known.count == labels.count
    else { return nil }
    self.company = company
    self.source = source
    self.mapping = mapping
    self.cuts = known
    ids = NumberLists(on: file.machine)
    openDeals = NumberLists(on: file.machine)
    let data = DataTable(name: "opportunities", source: source, table: file, mapping: mapping)
    tally = HealthTally(by: names, of: data, in: company.currency, terms)
    requests = (uses.requests(in: file, mapping, source, home: company.rates.home) + known).uniqued()
  }

  mutating func add(_ part: TablePart) -> Bool {
    let data = DataTable(
      name: "opportunities", source: source, table: part.table, mapping: mapping, kept: part.columns)
    var reader = OpportunityReader(data: data, company: company, rules: tally.terms.settings.stages)
    let deals = reader.read(tally.terms.settings.categories)
    guard reader.problems.isEmpty else { return false }
    let (faults, _) = tally.add(deals)
    for id in data.keys("id", plain: false) ?? [] where id != 0 { ids.add(IDPrint(id), of: id) }
    numbers.forEachOpen(of: deals, part.cells) { row, fileRow, number in
      let deal = OpenDealPrint(
        number, isFlagged: !faults.marks[row].isEmpty,
        start: UInt32(truncatingIfNeeded: part.table.starts[fileRow].offset))
      openDeals.add(deal, of: number)
    }
    return true
  }

  mutating func name(_ words: [ColumnRequest: Words]) {
    ids.settle()
    openDeals.settle()
    for (index, cut) in cuts.enumerated() {
      if let words = words[cut] { tally.name(index, (0..<words.count).map { words.text($0) }) }
    }
  }

  mutating func append(_ next: any RowFold) {
    guard let next = next as? HealthFold else { return }
    tally.append(next.tally)
    ids.append(next.ids)
    openDeals.append(next.openDeals)
  }

  /// What was added up, copies counted; nil where what finds them cannot be read again.
  func finished(_ data: DataTable) -> HealthTally? {
    var tally = tally
    guard let reader = DealTitles(data, words: cuts.map(\.column)) else { return tally }
    guard let groups = openDeals.groups() else { return nil }
    for group in groups {
      let titles = group.map { reader.title(in: data.table.record(from: $0.start, rowsOn: 0)) }
      for (copy, _) in reader.copies(among: titles) {
        tally.addCopy(titles[copy].words, isFlagged: group[copy].isFlagged)
      }
    }
    return tally
  }

  var mayRepeatIDs: Bool { ids.groups()?.isEmpty != true }

  var rowsWithID: Int { ids.count }

  /// Whether it was made for a company, held deals against these terms and cut them by these columns.
  func isFor(_ company: Company, _ terms: HealthTerms, by cuts: [String]) -> Bool {
    self.company == company && tally.terms == terms && cuts.allSatisfy { tally.cut(by: $0) != nil }
  }
}
