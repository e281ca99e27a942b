/// The sums of some deals of a period by forecast category, in whole coins, so that no order of rows shows.
struct CategorySums: Sendable {
  private(set) var wonCoins = 0.0
  private var byCategory: [ForecastCategory: DealSums] = [:]
  private var others = DealSums()

  mutating func addWon(_ table: OpportunityTable, _ row: Int) {
    if !table.coins[row].isNaN { wonCoins += table.coins[row] }
  }

  mutating func addOpen(_ table: OpportunityTable, _ row: Int) {
    let (coins, chance) = (table.coins[row], table.probabilities[row])
    if let category = ForecastCategory(table.categories[row]) {
      byCategory[category, default: DealSums()].add(coins: coins, chance: chance)
    } else {
      others.add(coins: coins, chance: chance)
    }
  }

  /// Takes in the sums of other deals.
  mutating func add(_ other: CategorySums) {
    wonCoins += other.wonCoins
    for (category, sums) in other.byCategory { byCategory[category, default: DealSums()].add(sums) }
    others.add(other.others)
  }

  func coins(_ category: ForecastCategory) -> Double { byCategory[category]?.coins ?? 0 }
  func count(_ category: ForecastCategory) -> Int { byCategory[category]?.deals ?? 0 }

  /// All open deals but those omitted, in coins.
  var openCoins: Double {
    ForecastCategory.allCases.reduce(others.coins) { $1 == .omitted ? $0 : $0 + coins($1) }
  }

  func amounts(_ table: OpportunityTable, _ chances: CategoryChances) -> ForecastRollup.Amounts {
    func units(_ category: ForecastCategory) -> Figure {
      table.has("forecast_category")
        ? .value(table.units(coins(category))) : .absent(because: "needs the column 'forecast_category'")
    }
    let all = [others] + Array(byCategory.values)
    let expected = ForecastCategory.allCases.reduce(0) { $0 + coins($1) * chances[$1].probability }
    let closed = table.units(wonCoins)
    let commit = units(.commit)
    var weighted = Figure.value(closed + table.units(expected + others.weightedCoins))
    if others.withoutChance > 0 {
      let (count, deals) = (others.withoutChance, others.withoutChance == 1 ? "deal has" : "deals have")
      weighted = .absent(because: "\(count) open \(deals) neither a forecast category nor a chance")
    }
    return ForecastRollup.Amounts(
      deals: all.reduce(0) { $0 + $1.deals }, withoutAmount: all.reduce(0) { $0 + $1.withoutAmount },
      closed: closed, commit: commit, bestCase: units(.bestCase), pipeline: units(.pipeline),
      upside: units(.upside), omitted: units(.omitted), uncategorised: table.units(others.coins),
      base: commit.map { closed + $0 },
      upsideCase: commit.flatMap { commit in units(.bestCase).map { closed + commit + $0 } },
      weighted: weighted)
  }
}
