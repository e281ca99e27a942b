/// Business that is created and won within what is left of a period: how many deals, and what each brings.
///
/// Their number is taken as Poisson and their amounts as independent: a compound Poisson sum.
struct CreatedAndClosed: Hashable, Sendable {
  /// What one deal may bring, in currency units, and how many such deals are expected.
  struct Kind: Hashable, Sendable {
    var amount: Double
    var deals: Double
  }

  var kinds: [Kind]
  /// Whether it was counted in past periods rather than stated.
  var isMeasured: Bool
  /// The past periods it was counted in.
  var periods = 0

  /// The deals expected.
  var deals: Double { kinds.reduce(0) { $0 + $1.deals } }
  /// What they bring on average, all of them.
  var mean: Double { kinds.reduce(0) { $0 + $1.deals * $1.amount } }
  /// The variance of what they bring: the sum of rate × amount².
  var variance: Double { kinds.reduce(0) { $0 + $1.deals * $1.amount * $1.amount } }

  /// So many deals of one amount.
  init(deals: Double, amount: Double) {
    kinds = deals > 0 && amount > 0 ? [Kind(amount: amount, deals: deals)] : []
    isMeasured = false
  }

  /// Counts the deals that earlier periods created and won after as many days as have passed of this one.
  ///
  /// A period counts that has ended and that the table reaches back to: one that begins with or after the first
  /// deal's creation. Nil where none does.
  ///
  /// - Parameters:
  ///   - table: The deals with their creation dates.
  ///   - period: The period that the forecast is of.
  ///   - count: How many earlier periods are looked at.
  ///   - asOf: The last day that is known.
  ///   - fiscal: The calendar that names the earlier periods.
  init?(
    _ table: OpportunityTable, before period: Period, periods count: Int, asOf: CalendarDate,
    fiscal: FiscalCalendar
  ) {
    guard count > 0, table.has("created_date") else { return nil }
    guard let first = (0..<table.count).lazy.compactMap({ table.date("created_date", $0) }).min() else {
      return nil
    }
    let passed = max(0, asOf.adding(days: 1) - period.start)
    let past = (1...count).compactMap { fiscal.period(period, offsetBy: -$0) }
      .filter { $0.start >= first && $0.lastDay <= asOf }
    guard !past.isEmpty else { return nil }
    var tally: [Double: Int] = [:]
    for row in 0..<table.count where table.outcomes[row] == .won && table.coins[row] > 0 {
      guard let opened = table.date("created_date", row), let closed = table.closedDate(row), opened <= closed
      else { continue }
      let isWithin = past.contains { period in
        period.contains(closed) && opened >= period.start.adding(days: min(passed, period.days))
      }
      if isWithin { tally[table.coins[row], default: 0] += 1 }
    }
    kinds = tally.sorted { $0.key < $1.key }.map { coins, deals in
      Kind(amount: table.units(coins), deals: Double(deals) / Double(past.count))
    }
    isMeasured = true
    periods = past.count
  }
}
