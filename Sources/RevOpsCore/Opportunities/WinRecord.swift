/// What became of the deals closed in a period: how many were won, for how much and how fast.
struct WinRecord: Hashable, Sendable, Encodable {
  /// Deals won.
  var won: Int
  /// Deals lost.
  var lost: Int
  /// won / (won + lost).
  var rate: Figure
  /// The lower end of the rate's 95 % interval.
  var low: Figure
  /// The upper end.
  var high: Figure
  /// won value / (won value + lost value).
  var rateByValue: Figure
  /// What the deals won brought, in currency units.
  var wonValue: Double
  /// The average deal won, over those with an amount.
  var averageDeal: Figure
  /// Days from opening to winning, on average.
  var cycleDays: Figure
  /// The deals won over which it is: those created on a day that is known and not after they closed.
  var cycleDeals: Int

  enum CodingKeys: String, CodingKey {
    case won, lost, rate, low, high, rateByValue = "rate_by_value", wonValue = "won_value"
    case averageDeal = "average_deal", cycleDays = "cycle_days", cycleDeals = "cycle_deals"
  }

  /// Counts the deals of a table that were closed in a period, by its own closed date or else its close date.
  ///
  /// - Parameters:
  ///   - table: The deals.
  ///   - period: When they were closed.
  ///   - isCounted: Whether a row counts; all do unless said.
  init(_ table: OpportunityTable, closedIn period: Period, where isCounted: (Int) -> Bool = { _ in true }) {
    var tally = Tally()
    let closings = table.closings
    for row in 0..<table.count where table.outcomes[row] != .open && isCounted(row) {
      guard let day = closings[row], period.contains(day) else { continue }
      tally.add(table, row, day)
    }
    self.init(tally, table)
  }

  /// The record of each value of a column, in the order of its names; that of rows without one comes last.
  static func groups(_ table: OpportunityTable, by labels: Labels, closedIn period: Period) -> [WinRecord] {
    var tallies = [Tally](repeating: Tally(), count: labels.names.count + 1)
    let closings = table.closings
    for row in 0..<table.count where table.outcomes[row] != .open {
      guard let day = closings[row], period.contains(day) else { continue }
      tallies[labels.group(of: row)].add(table, row, day)
    }
    return tallies.map { WinRecord($0, table) }
  }

  private init(_ tally: Tally, _ table: OpportunityTable) {
    won = tally.won
    lost = tally.lost
    let closed = won + lost
    let none: Figure = .absent(because: "no deal was closed in the period")
    let interval = WilsonInterval(successes: won, of: closed)
    rate = closed > 0 ? .value(Double(won) / Double(closed)) : none
    low = interval.map { .value($0.low) } ?? none
    high = interval.map { .value($0.high) } ?? none
    let value = tally.wonCoins + tally.lostCoins
    rateByValue =
      value > 0 ? .value(tally.wonCoins / value) : .absent(because: "needs closed deals with amounts")
    wonValue = table.units(tally.wonCoins)
    averageDeal =
      tally.priced > 0
      ? .value(wonValue / Double(tally.priced))
      : .absent(because: "no deal with an amount was won in the period")
    cycleDeals = tally.timed
    if table.dates["created_date"] == nil {
      cycleDays = .absent(because: "needs the column 'created_date'")
    } else if tally.timed > 0 {
      cycleDays = .value(Double(tally.days) / Double(tally.timed))
    } else {
      cycleDays = .absent(
        because: tally.created > 0
          ? "the deals won in the period close before they were created"
          : "no deal won in the period has a created date")
    }
  }

  /// Over how many of the deals won a cycle is; nil where it is over all of them, or none.
  static func note(onCycleOf deals: Int, won: Int) -> String? {
    guard deals > 0, deals < won else { return nil }
    return "over \(deals) of \(won) deals won: the others lack a created date, or close before it"
  }

  private struct Tally {
    var won = 0
    var lost = 0
    var wonCoins = 0.0
    var lostCoins = 0.0
    var priced = 0
    var days = 0
    var timed = 0
    var created = 0

    mutating func add(_ table: OpportunityTable, _ row: Int, _ day: CalendarDate) {
      let coins = table.coins[row]
      guard table.outcomes[row] == .won else {
        lost += 1
        if !coins.isNaN { lostCoins += coins }
        return
      }
      won += 1
      if !coins.isNaN {
        wonCoins += coins
        priced += 1
      }
      guard let start = table.date("created_date", row) else { return }
      created += 1
      guard start <= day else { return }
      days += day - start
      timed += 1
    }
  }
}

/// Between which shares the true one lies, 19 times in 20, when some of a number of cases succeeded.
///
///     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n),  z = 1.959964
///
/// Source: Wilson, JASA 22 (1927), 209–212.
struct WilsonInterval: Hashable, Sendable {
  var low: Double
  var high: Double

  /// The interval; nil without any case.
  init?(successes: Int, of cases: Int) {
    guard cases > 0 else { return nil }
    let n = Double(cases)
    let p = Double(successes) / n
    let z = 1.959963984540054
    let middle = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    low = successes == 0 ? 0 : max(0, (middle - spread) / scale)
    high = successes == cases ? 1 : min(1, (middle + spread) / scale)
  }
}
