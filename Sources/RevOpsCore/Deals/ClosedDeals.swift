/// The deals that were won or lost in the period, with the words they are cut by.
struct ClosedDeals {
  /// How many were won and lost, and for how much, in coins.
  struct Tally: Hashable, Sendable {
    private(set) var won = 0
    private(set) var lost = 0
    private(set) var wonCoins = 0.0
    private(set) var lostCoins = 0.0

    mutating func add(_ outcome: DealOutcome, _ coins: Double) {
      let worth = coins.isNaN ? 0 : coins
      if outcome == .won {
        won += 1
        wonCoins += worth
      } else {
        lost += 1
        lostCoins += worth
      }
    }
  }

  let table: OpportunityTable
  let settings: WinLossSettings
  /// Their rows.
  let rows: [Int]
  let reasons: Labels?
  let competitors: Labels?
  private let ids: Labels?

  init(_ input: WinLoss.Input) {
    let table = input.table
    self.table = table
    settings = input.settings
    let closings = table.closings
    rows = (0..<table.count).filter { closings.isClosed($0, in: input.period, by: input.asOf) }
    reasons = table.labels("loss_reason")
    competitors = table.labels("competitor")
    ids = table.labels("id")
  }

  /// The id of a row.
  func id(_ row: Int) -> String? { ids?[row] }

  /// Whether a deal was lost to somebody else: a competitor is named, or the reason speaks of one.
  func isCompetitiveLoss(_ row: Int) -> Bool {
    guard table.outcomes[row] == .lost else { return false }
    if competitors?[row] != nil { return true }
    return reasons?[row].map { ImportKey($0).text.contains("compet") } ?? false
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
    let labels = column == "size" ? nil : table.labels(column)
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
