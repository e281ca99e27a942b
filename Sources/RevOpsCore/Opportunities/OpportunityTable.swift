/// The opportunities of a workspace, column by column, each row that counts placed: its stage, its outcome, its
/// worth in one currency.
///
/// What is computed from them is the same whatever the order of the rows: amounts are whole coins, so that sums of
/// less than 90 trillion are exact.
struct OpportunityTable: Sendable {
  /// The rows as they stand in the file.
  let data: DataTable
  /// The currency of all amounts.
  let currency: Currency
  /// The names of stages.
  var stages: Labels
  /// What holds for each of them, in the order of `stages.names`; nil for one that only the rows' flags place.
  var rules: [StageRule?]
  /// Whether each deal is open, won or lost.
  var outcomes: [DealOutcome]
  /// Whether the CRM's own flags say otherwise than the stage does; false for all without flags.
  var flagsDisagree: [Bool]
  /// In the smallest coin of `currency`; not a number where the cell gives none.
  var coins: [Double]
  /// The chance to be won, 0 to 1; not a number where nothing says it.
  var probabilities: [Double]
  /// What the forecast calls it; nil in every row of a file without categories.
  var categories: [DealCategory?]
  /// How often the close date of each was moved out; not a number where the cell is empty, nil without the column.
  let pushes: [Double]?
  /// How many people of the buyer take part; likewise.
  let contacts: [Double]?
  /// The column of each of our date columns that the file has.
  var dates: [String: DateColumn]
  /// How many coins make a unit of `currency`.
  let coinsPerUnit: Double
  /// Since when each deal is in its stage, by a stage history; nil where the file says it or nothing does.
  var stageEntries: DateColumn?
  /// How it was made to look as on the day of the run.
  var view = DayView()

  /// How many rows count.
  var count: Int { outcomes.count }

  /// Whether the file has one of our columns.
  func has(_ column: String) -> Bool { data.has(column) }

  /// The words of a column, one for each row; nil where the file has no such column.
  func labels(_ column: String) -> Labels? { data.labels(column) }

  /// Whether each row has something in a column; nil where the file has no such column.
  func filled(_ column: String) -> [Bool]? { data.filled(column) }

  /// The text of a cell; nil where it says that there is none.
  func text(_ column: String, _ row: Int) -> String? { data.text(column, row) }

  /// What the file calls one of our columns; nil where it has none.
  func header(_ column: String) -> String? {
    data.mapping[column].flatMap { data.table.columns.indices.contains($0) ? data.table.columns[$0] : nil }
  }

  /// Where a cell stands in the file; without such a column, where the row begins.
  func place(_ row: Int, _ column: String = "id") -> Place? {
    guard data.rows.indices.contains(row) else { return nil }
    let fileRow = data.rows[row]
    return data.mapping[column].map { data.table.place(fileRow, $0) } ?? data.table.place(row: fileRow)
  }

  /// The line of a row in the file.
  func line(_ row: Int) -> Int { data.line(row) }

  /// The date of a row in one of our columns; nil where the file or the cell has none.
  func date(_ column: String, _ row: Int) -> CalendarDate? {
    dates[column]?[row]
  }

  /// The day a closed deal was closed; nil for an open one.
  func closedDate(_ row: Int) -> CalendarDate? {
    closings[row]
  }

  /// When its deals were closed.
  var closings: ClosingDays { ClosingDays(outcomes, dates) }

  /// An amount of coins in units of the currency.
  func units(_ coins: Double) -> Double { coins / coinsPerUnit }

  /// Whether deals in the stage of each row are open: that of the row itself, unless outcomes stand apart from stages.
  var outcomesOfStages: [DealOutcome] {
    data.mapping.keepsOutcomesApart ? stages.codes.indices.map { rule($0)?.outcome ?? .open } : outcomes
  }

  /// What holds for the stage of a row.
  func rule(_ row: Int) -> StageRule? {
    let code = Int(stages.codes[row])
    return rules.indices.contains(code) ? rules[code] : nil
  }
}

/// The sums over some of the deals.
///
/// The chances are added up by equal chances first, so that neither the order of the rows nor a partition of them
/// moves a digit before the last.
struct DealSums: Hashable, Sendable {
  /// How many deals.
  private(set) var deals = 0
  /// How many of them have no amount.
  private(set) var withoutAmount = 0
  /// How many of those with an amount have no chance.
  private(set) var withoutChance = 0
  /// The amounts, in coins.
  private(set) var coins = 0.0
  private var coinsByChance: [Double: Double] = [:]

  mutating func add(coins amount: Double, chance: Double) {
    deals += 1
    guard !amount.isNaN else {
      withoutAmount += 1
      return
    }
    coins += amount
    if chance.isNaN { withoutChance += 1 } else { coinsByChance[chance, default: 0] += amount }
  }

  /// Takes in the sums of other deals.
  mutating func add(_ other: DealSums) {
    deals += other.deals
    withoutAmount += other.withoutAmount
    withoutChance += other.withoutChance
    coins += other.coins
    for (chance, amount) in other.coinsByChance { coinsByChance[chance, default: 0] += amount }
  }

  /// Each amount at its chance, in coins.
  var weightedCoins: Double {
    coinsByChance.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.key * $1.value }
  }
}
