extension ForecastSimulation {
  /// Why an open deal of the table is not among those weighed.
  enum Reason: String, Hashable, Sendable, Encodable, CaseIterable {
    case noAmount = "no_amount"
    case belowZero = "below_zero"
    case noChance = "no_chance"
    case omitted, overdue
    case noCloseDate = "no_close_date"

    /// The reason in words.
    var words: String {
      switch self {
      case .noAmount: "no amount"
      case .belowZero: "an amount below zero"
      case .noChance: "neither a chance nor a forecast category"
      case .omitted: "omitted from the forecast"
      case .overdue: "due before the period, and still open"
      case .noCloseDate: "no close date"
      }
    }
  }

  /// Open deals that are not weighed.
  struct LeftOut: Hashable, Sendable, Encodable {
    var reason: Reason
    var deals: Int
    var amount: Double
    /// The names of the largest of them, ten at most.
    var largest: [String]
  }

  /// Reads the deals that are due in a period out of the table, with what the section says of them.
  static func input(_ deals: PeriodDeals, _ settings: ForecastSettings, _ workspace: Workspace) -> Input {
    let company = workspace.company
    let table = deals.table
    let chances = CategoryChances(settings.preset, stated: settings.stated)
    var dropped: [Reason: [Int]] = [.overdue: deals.overdue, .noCloseDate: deals.undated]
    var weighed: [ForecastDeal] = []
    for row in deals.open {
      let category = deals.category(row)
      let chance = chance(table.probabilities[row], category.map { chances[$0].probability }, settings.chance)
      if category == .omitted {
        dropped[.omitted, default: []].append(row)
      } else if table.coins[row].isNaN || table.coins[row] < 0 {
        dropped[table.coins[row].isNaN ? .noAmount : .belowZero, default: []].append(row)
      } else if let chance {
        weighed.append(
          ForecastDeal(
            deals.name(row), amount: table.units(table.coins[row]), chance: chance * (1 - settings.slip),
            spread: settings.spread))
      } else {
        dropped[.noChance, default: []].append(row)
      }
    }
    // The order of rows must not move a digit of what is drawn.
    weighed.sort { ($1.amount, $0.name, $0.probability) < ($0.amount, $1.name, $1.probability) }
    let lack = settings.target.flatMap { _ in workspace.lack(of: "forecast.target") }
    return Input(
      deals: weighed, closed: table.units(deals.wonCoins), target: lack == nil ? settings.target : nil,
      targetLack: lack,
      correlation: settings.correlation, trials: settings.trials, seed: settings.seed,
      minorDigits: company.currency.minorDigits, currency: "\(company.currency)",
      created: settings.created
        ?? CreatedAndClosed(
          table, before: deals.period, periods: settings.createdPeriods, asOf: workspace.asOf.date,
          fiscal: company.fiscal),
      period: deals.period, leftOut: leftOut(dropped, deals), chance: settings.chance, slip: settings.slip,
      place: settings.places["target"], machine: workspace.machine)
  }

  /// The chance of a deal: that of its stage or its own first, or that of its category.
  private static func chance(
    _ own: Double, _ category: Double?, _ source: ForecastSettings.ChanceSource
  ) -> Double? {
    let own = own.isNaN ? nil : own
    return source == .stage ? own ?? category : category ?? own
  }

  private static func leftOut(_ dropped: [Reason: [Int]], _ deals: PeriodDeals) -> [LeftOut] {
    Reason.allCases.compactMap { reason in
      guard let rows = dropped[reason], !rows.isEmpty else { return nil }
      let ordered = rows.map { (coins: deals.coins(of: [$0]), name: deals.name($0)) }
        .sorted { ($1.coins, $0.name) < ($0.coins, $1.name) }
      return LeftOut(
        reason: reason, deals: rows.count, amount: deals.table.units(deals.coins(of: rows)),
        largest: ordered.prefix(10).map(\.name))
    }
  }
}

extension ForecastDeal {
  /// A deal of the table, whose amount may come out between two shares of itself.
  init(_ name: String, amount: Double, chance: Double, spread: (low: Double, high: Double)) {
    self.init(
      name: name, amount: amount, probability: chance, low: amount * spread.low, high: amount * spread.high)
  }
}
