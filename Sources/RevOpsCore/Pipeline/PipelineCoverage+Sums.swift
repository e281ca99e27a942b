extension PipelineCoverage {
  /// The sums over some deals, in coins.
  struct Sums: Hashable, Sendable {
    /// The open deals that close in the period.
    private(set) var open = DealSums()
    private(set) var won = 0.0
    /// Open deals without a close date.
    private(set) var undated = 0
    private var full = 0.0
    private var half = 0.0
    private var quarter = 0.0
    private var committed = 0.0

    /// Open deals by age: each share of a whole sum, so that no order of rows shows.
    var aged: Double { full + half * 0.5 + quarter * 0.25 }

    /// Takes a deal of the input's table, which is handed over beside it since a copy a row takes as long as all else.
    mutating func add(_ row: Int, of table: OpportunityTable, _ input: Input) {
      let coins = table.coins[row]
      switch table.outcomes[row] {
      case .lost: return
      case .won:
        guard table.closings.isWon(row, in: input.period, by: input.asOf), !coins.isNaN else { return }
        won += coins
      case .open:
        guard let close = table.date("close_date", row) else {
          undated += 1
          return
        }
        guard input.period.contains(close) else { return }
        open.add(coins: coins, chance: table.probabilities[row])
        guard !coins.isNaN else { return }
        if table.categories[row] == .commit { committed += coins }
        addAged(coins, daysLate: input.asOf - (table.date("expected_close_date", row) ?? close))
      }
    }

    private mutating func addAged(_ coins: Double, daysLate: Int) {
      switch share(daysLate: daysLate) {
      case 1: full += coins
      case 0.5: half += coins
      default: quarter += coins
      }
    }

    /// The amounts in commit, in units; absent for a file without categories.
    func commit(_ table: OpportunityTable) -> Figure {
      guard table.has("forecast_category") else {
        return .absent(because: "needs the column 'forecast_category'")
      }
      return .value(table.units(committed))
    }
  }
}

extension DealSums {
  /// Each amount at its chance, in units; absent where a deal has none.
  func weighted(inUnits units: (Double) -> Double) -> Figure {
    guard withoutChance == 0 else {
      return .absent(
        because:
          "\(withoutChance) open \(withoutChance == 1 ? "deal has" : "deals have") no probability; "
          + "give their stages one")
    }
    return .value(units(weightedCoins))
  }
}
