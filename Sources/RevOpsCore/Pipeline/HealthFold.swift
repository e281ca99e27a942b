/// Adds up the health of deals while their file is read, so that memory grows only by what finds copies.
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
  private var keys = DealKeys()
  /// For each deal that may repeat another, in the order of `keys`: whether it fails a check already.
  private var isFlagged: [Bool] = []
  /// Likewise the number of its word, by cut.
  private var codes: [[Int32]]

  /// The fold for a file; nil where its rows cannot be told part by part, or a column to cut by is missing.
  init?(
    _ file: Table, _ mapping: ImportMapping, _ source: TableSource, company: Company, cuts: [String],
    _ terms: HealthTerms, _ uses: [ColumnUse]
  ) {
    // Whether chances are hundredths is told by all rows of a file, but for the vendors that always write them so.
    let isOpen =
      (mapping["probability"] != nil && [.generic, .zoho].contains(mapping.vendor))
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
    let data = DataTable(name: "opportunities", source: source, table: file, mapping: mapping)
    tally = HealthTally(by: names, of: data, in: company.currency, terms)
    codes = known.map { _ in [] }
    requests = (uses.requests(in: file, mapping, source, home: company.rates.home) + known).uniqued()
  }

  mutating func add(_ part: TablePart) -> Bool {
    let data = DataTable(
      name: "opportunities", source: source, table: part.table, mapping: mapping, kept: part.columns)
    var reader = OpportunityReader(data: data, company: company, rules: tally.terms.settings.stages)
    let deals = reader.read(tally.terms.settings.categories)
    guard reader.problems.isEmpty else { return false }
    let (faults, codes) = tally.add(deals)
    let asked = keys.add(deals, part.cells)
    for row in asked {
      isFlagged.append(!faults.marks[row].isEmpty)
      for cut in cuts.indices { self.codes[cut].append(codes[cut][row]) }
    }
    return true
  }

  mutating func name(_ words: [ColumnRequest: Words]) {
    for (index, cut) in cuts.enumerated() {
      if let words = words[cut] { tally.name(index, (0..<words.count).map { words.text($0) }) }
    }
  }

  mutating func append(_ next: any RowFold) {
    guard let next = next as? HealthFold else { return }
    let numbers = tally.append(next.tally)
    keys.append(next.keys)
    isFlagged += next.isFlagged
    for cut in cuts.indices {
      codes[cut].reserveMore(next.codes[cut].count)
      for code in next.codes[cut] {
        codes[cut].append(code == Labels.missing ? code : numbers[cut][Int(code)])
      }
    }
  }

  /// What was added up, copies counted.
  func finished(_ data: DataTable) -> HealthTally {
    var tally = tally
    for place in DealCopies(of: data, keys, hasRepeatedIDs: false).places {
      tally.addCopy(codes.map { $0[place] }, isFlagged: isFlagged[place])
    }
    return tally
  }

  var ids: [UInt64] { keys.ids }

  /// Whether it was made for a company, held deals against these terms and cut them by these columns.
  func isFor(_ company: Company, _ terms: HealthTerms, by cuts: [String]) -> Bool {
    self.company == company && tally.terms == terms && cuts.allSatisfy { tally.cut(by: $0) != nil }
  }
}
