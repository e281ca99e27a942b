/// The deals that were won or lost in the period, with the words they are cut by.
struct ClosedDeals {
  /// Some deals and what they are worth.
  struct Sum: Hashable, Sendable {
    private(set) var deals = 0
    /// How many of them have an amount.
    private(set) var priced = 0
    private(set) var coins = 0.0

    mutating func add(_ amount: Double) {
      deals += 1
      guard !amount.isNaN else { return }
      priced += 1
      coins += amount
    }

    /// In units of a table's currency: 0 for no deals, absent for deals without any amount.
    func value(in table: OpportunityTable) -> Figure {
      priced > 0 || deals == 0
        ? .value(table.units(coins)) : .absent(because: "none of the deals has an amount")
    }
  }

  /// What was won and what was lost.
  struct Tally: Hashable, Sendable {
    private(set) var won = Sum()
    private(set) var lost = Sum()

    mutating func add(_ outcome: DealOutcome, _ coins: Double) {
      if outcome == .won { won.add(coins) } else { lost.add(coins) }
    }

    var deals: Int { won.deals + lost.deals }
    var coins: Double { won.coins + lost.coins }
    /// won / (won + lost).
    var winRate: Double { Double(won.deals) / Double(deals) }
    var interval: WilsonInterval? { WilsonInterval(successes: won.deals, of: deals) }
  }

  let table: OpportunityTable
  let settings: WinLossSettings
  /// Their rows.
  let rows: [Int]
  /// The words of the columns in which letter case does not count, where the file has them.
  private let words: [String: Labels]
  /// The words of the deals that differ in letter case and blanks alone, by column.
  private(set) var spellings: [WinLoss.Spelling] = []
  private let ids: Labels?
  /// Whether each of the reasons speaks of a competitor.
  private let isOfCompetitor: [Bool]

  /// The columns in which such words are one; names of people and companies are told apart.
  private static let caseless = ["loss_reason", "competitor", "segment", "source", "product", "type"]

  init(_ input: WinLoss.Input) {
    let table = input.table
    self.table = table
    settings = input.settings
    let closings = table.closings
    rows = (0..<table.count).filter { closings.isClosed($0, in: input.period, by: input.asOf) }
    ids = table.labels("id")
    var words: [String: Labels] = [:]
    for column in Self.caseless where column == "loss_reason" || input.cuts.contains(column) {
      guard var labels = table.labels(column) else { continue }
      let spellings = labels.spellings(in: rows)
      self.spellings += spellings.map { codes in
        let names = codes.map { labels.names[$0] }
        return .init(column: column, shown: names[0], also: Array(names.dropFirst()))
      }
      labels.join(spellings)
      words[column] = labels
    }
    self.words = words
    isOfCompetitor = words["loss_reason"]?.names.map { ImportKey($0).text.contains("compet") } ?? []
  }

  var reasons: Labels? { words["loss_reason"] }
  var competitors: Labels? { words["competitor"] }

  /// The words of a column, as they are grouped.
  func labels(_ column: String) -> Labels? { words[column] ?? table.labels(column) }

  /// The id of a row.
  func id(_ row: Int) -> String? { ids?[row] }

  /// Whether a deal was lost to somebody else: a competitor is named, or the reason speaks of one.
  func isCompetitiveLoss(_ row: Int) -> Bool {
    guard table.outcomes[row] == .lost else { return false }
    if competitors?[row] != nil { return true }
    guard let reason = reasons?.codes[row], reason != Labels.missing else { return false }
    return isOfCompetitor[Int(reason)]
  }

  /// The sums over some of them.
  func tally(where isCounted: (Int) -> Bool) -> Tally {
    var tally = Tally()
    for row in rows where isCounted(row) { tally.add(table.outcomes[row], table.coins[row]) }
    return tally
  }

  /// The place of a size among the sizes; one place for all values of another column.
  func sizeOrder(_ group: String, _ column: String) -> Int {
    guard column == "size" else { return 0 }
    return settings.sizes.firstIndex { $0.shortText == group } ?? settings.sizes.count
  }

  /// The sums of each value of a column; of `size` those of each band of amounts.
  func tallies(by column: String) -> [String: Tally] {
    var tallies: [String: Tally] = [:]
    let labels = column == "size" ? nil : labels(column)
    let names = settings.sizes.map(\.shortText)
    for row in rows {
      let group: String
      if let labels {
        group = labels[row] ?? ""
      } else {
        let coins = table.coins[row]
        let band = coins.isNaN ? nil : ValueBand.index(of: table.units(coins), in: settings.sizes)
        group = band.map { names[$0] } ?? ""
      }
      tallies[group, default: Tally()].add(table.outcomes[row], table.coins[row])
    }
    return tallies
  }
}

extension ValueBand {
  /// The band with its edges in a few digits: `10k-50k`.
  var shortText: String {
    func short(_ edge: ExactDecimal) -> String { NumberFormat.compactMoney(edge.double, "") }
    return switch (low, high) {
    case (let low?, let high?): "\(short(low))-\(short(high))"
    case (let low?, nil): "\(short(low))+"
    case (nil, let high?): "<\(short(high))"
    case (nil, nil): "any"
    }
  }
}
