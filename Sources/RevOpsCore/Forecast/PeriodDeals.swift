/// The deals that a period rests on: what it has won, and the open ones that are due in it.
struct PeriodDeals: Sendable {
  let table: OpportunityTable
  let period: Period
  /// The rows won in the period.
  private(set) var won: [Int] = []
  /// The rows open and due in the period.
  private(set) var open: [Int] = []
  /// The rows open and due before its first day.
  private(set) var overdue: [Int] = []
  /// The rows open without a day they are due.
  private(set) var undated: [Int] = []

  /// Sorts the deals of a table; those of later periods and those lost are none of this one's, nor are those won after
  /// the day of the run.
  init(_ table: OpportunityTable, in period: Period, by asOf: CalendarDate) {
    let closings = table.closings
    self.table = table
    self.period = period
    for row in 0..<table.count {
      switch table.outcomes[row] {
      case .lost: continue
      case .won:
        if closings.isWon(row, in: period, by: asOf) { won.append(row) }
      case .open:
        guard let close = table.date("close_date", row) else {
          undated.append(row)
          continue
        }
        if period.contains(close) { open.append(row) } else if close < period.start { overdue.append(row) }
      }
    }
  }

  /// What the period has won, in coins; a deal without an amount adds nothing.
  var wonCoins: Double { coins(of: won) }

  /// The amounts of some rows, in coins; a deal without an amount adds nothing.
  func coins(of rows: [Int]) -> Double {
    rows.reduce(0) { $0 + (table.coins[$1].isNaN ? 0 : table.coins[$1]) }
  }

  /// What the forecast counts the deal of a row as; nil for one without a category.
  func category(_ row: Int) -> ForecastCategory? { ForecastCategory(table.categories[row]) }

  /// What a deal is called: its name, else its id.
  func name(_ row: Int) -> String { table.text("name", row) ?? table.text("id", row) ?? "" }
}
