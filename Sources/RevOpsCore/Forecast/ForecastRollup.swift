/// What a period adds up to: by forecast category, and by what people call, level by level.
///
/// Source: RevOps Engine, phase 4 (categories); Revenue Operating System, verbal forecast and forecast calls; RevOps
/// Knowledge Map, block 3 (a view from data beside the call).
public enum ForecastRollup: Analysis {
  public static let key = "forecast.rollup"
  public static let title = "Forecast rollup"
  public static let sections = ["forecast", "pipeline"]
  public static let optionalTables = ["opportunities", "forecasts", "reps", "snapshots", "stage_history"]
  public static let measures = [
    "closed_bookings", "commit", "best_case", "pipeline_category", "base_forecast", "upside_forecast",
    "weighted_forecast",
  ]
  public static let metrics =
    measures + [
      "worst_case", "forecast", "best_case_call", "forecast_change", "forecast_variance", "deal_probability",
    ]

  /// The deals of the period, what people call, and how both are weighed.
  public struct Input: Sendable {
    /// Nil where the data has no table of opportunities.
    var deals: PeriodDeals?
    var period: Period
    var isPeriodGiven = true
    var chances = CategoryChances()
    /// What the period is to bring, in currency units.
    var target: Double?
    /// Why there is none that these deals can be held against.
    var targetLack: String?
    var cuts: [String] = []
    var calls: [ForecastCall] = []
    var hierarchy: ForecastHierarchy
    var asOf: CalendarDate
    var benchmarks = Benchmarks()
    var currency = "USD"
    /// Whether calls could be given, so that none is worth a word.
    var hasCalls = false
  }

  /// What the period adds up to.
  public struct Result: Sendable {
    var from: String
    var to: String
    /// All deals of the period; nil where the data has no table of opportunities.
    var total: Amounts?
    var target: Figure
    /// Target less base.
    var gap: Figure
    var categories: [Category]
    var cuts: [Cut]
    /// Open deals due before the period, in none of its figures.
    var overdueDeals: Int
    var overdue: Double
    /// What people call for periods that have not ended, in order of time.
    var calls: [PeriodCalls]
  }

  /// The amounts of some deals of a period, in currency units; those of categories are absent where the file has none.
  struct Amounts: Hashable, Sendable, Encodable {
    /// Open deals due in the period.
    var deals: Int
    var withoutAmount: Int
    var closed: Double
    var commit: Figure
    var bestCase: Figure
    var pipeline: Figure
    var upside: Figure
    var omitted: Figure
    /// Open deals without a category.
    var uncategorised: Double
    /// closed + commit.
    var base: Figure
    /// closed + commit + best case.
    var upsideCase: Figure
    /// closed + each open deal at the chance of its category, without one at its own.
    var weighted: Figure
  }

  /// One forecast category of the period.
  struct Category: Hashable, Sendable, Encodable {
    var category: ForecastCategory
    var deals: Int
    var amount: Double
    var probability: Double
    var basis: CategoryChances.Basis
    /// Closed deals that once stood in it.
    var closedDeals: Int
    var weighted: Double
  }

  /// The amounts for each value of one column.
  struct Cut: Sendable, Encodable {
    var by: String
    var groups: [Group]
  }

  /// The amounts of one owner, segment or other value; the value is empty for deals that have none.
  struct Group: Sendable {
    var group: String
    var amounts: Amounts
  }

  /// Adds up the deals that are due in the period by category, and what people call for it.
  ///
  ///     base        = closed + commit
  ///     upside_case = closed + commit + best case
  ///     weighted    = closed + ∑ amount × the chance of its category
  public static func compute(_ input: Input) -> Result {
    var sums = CategorySums()
    if let deals = input.deals {
      for row in deals.won { sums.addWon(deals.table, row) }
      for row in deals.open { sums.addOpen(deals.table, row) }
    }
    let total = input.deals.map { sums.amounts($0.table, input.chances) }
    let target =
      input.target.map { Figure.value($0) } ?? .absent(because: input.targetLack ?? "needs 'forecast.target'")
    let noDeals = Figure.absent(because: "needs the table 'opportunities'")
    return Result(
      from: "\(input.period.start)", to: "\(input.period.lastDay)", total: total, target: target,
      gap: target.flatMap { target in total.map { $0.base.map { target - $0 } } ?? noDeals },
      categories: input.deals.map { categories(sums, $0.table, input.chances) } ?? [],
      cuts: input.deals.map { deals in input.cuts.map { cut(by: $0, deals, input.chances) } } ?? [],
      overdueDeals: input.deals?.overdue.count ?? 0,
      overdue: input.deals.map { $0.table.units($0.coins(of: $0.overdue)) } ?? 0,
      calls: periodCalls(input))
  }

  private static func categories(
    _ sums: CategorySums, _ table: OpportunityTable, _ chances: CategoryChances
  ) -> [Category] {
    guard table.has("forecast_category") else { return [] }
    return ForecastCategory.allCases.map { category in
      let chance = chances[category]
      let amount = table.units(sums.coins(category))
      return Category(
        category: category, deals: sums.count(category), amount: amount, probability: chance.probability,
        basis: chance.basis, closedDeals: chance.closed, weighted: amount * chance.probability)
    }
  }

  /// The groups of a column, the one with the highest upside case first; without categories, the one with the most.
  private static func cut(by column: String, _ deals: PeriodDeals, _ chances: CategoryChances) -> Cut {
    guard let labels = deals.table.labels(column) else { return Cut(by: column, groups: []) }
    var sums: [Int32: CategorySums] = [:]
    for row in deals.won { sums[labels.codes[row], default: .init()].addWon(deals.table, row) }
    for row in deals.open { sums[labels.codes[row], default: .init()].addOpen(deals.table, row) }
    let groups = sums.map { code, sums in
      Group(
        group: labels.name(ofGroup: Int(code)),
        amounts: sums.amounts(deals.table, chances))
    }
    func worth(_ group: Group) -> Double {
      group.amounts.upsideCase.value ?? group.amounts.closed + group.amounts.uncategorised
    }
    return Cut(
      by: column,
      groups: groups.sorted {
        (worth($1), $1.amounts.deals, $0.group) < (worth($0), $0.amounts.deals, $1.group)
      })
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    guard let total = result.total else { return [] }
    return [
      Measurement("closed_bookings", .value(total.closed), source: "\(key).closed"),
      Measurement("commit", total.commit, source: "\(key).commit"),
      Measurement("best_case", total.bestCase, source: "\(key).best_case"),
      Measurement("pipeline_category", total.pipeline, source: "\(key).pipeline"),
      Measurement("base_forecast", total.base, source: "\(key).base"),
      Measurement("upside_forecast", total.upsideCase, source: "\(key).upside_case"),
      Measurement("weighted_forecast", total.weighted, source: "\(key).weighted"),
    ]
  }
}

extension ForecastRollup.Result: Encodable {
  enum CodingKeys: String, CodingKey {
    case from, to, target, gap, categories, cuts, overdueDeals, overdue, calls
  }

  /// Writes the amounts of all deals as its own, and the parts beside them.
  public func encode(to encoder: any Encoder) throws {
    var parts = encoder.container(keyedBy: CodingKeys.self)
    try parts.encode(from, forKey: .from)
    try parts.encode(to, forKey: .to)
    try total?.encode(to: encoder)
    try parts.encode(target, forKey: .target)
    try parts.encode(gap, forKey: .gap)
    try parts.encode(categories, forKey: .categories)
    try parts.encode(cuts, forKey: .cuts)
    try parts.encode(overdueDeals, forKey: .overdueDeals)
    try parts.encode(overdue, forKey: .overdue)
    try parts.encode(calls, forKey: .calls)
  }
}

extension ForecastRollup.Group: Encodable {
  enum CodingKeys: String, CodingKey { case group }

  func encode(to encoder: any Encoder) throws {
    var own = encoder.container(keyedBy: CodingKeys.self)
    try own.encode(group, forKey: .group)
    try amounts.encode(to: encoder)
  }
}
