/// When the deals of a table were closed, and which of them had been by a day.
///
/// A deal is won in a period where the day it was closed lies in the period and is not after the day of the run. One that
/// was closed later is on that day neither won nor lost, and as nothing in the table says how it stood then, it is not
/// open either: it is counted as left out.
struct ClosingDays: Sendable {
  private let closed: DateColumn?
  private let won: DateColumn?
  private let lost: DateColumn?
  private let close: DateColumn?
  private let outcomes: [DealOutcome]

  init(_ outcomes: [DealOutcome], _ dates: [String: DateColumn]) {
    closed = dates["closed_date"]
    won = dates["won_date"]
    lost = dates["lost_date"]
    close = dates["close_date"]
    self.outcomes = outcomes
  }

  /// The day a deal was closed: its own column's, that of its outcome's, else its close date; nil for an open one.
  subscript(row: Int) -> CalendarDate? {
    let outcome = outcomes[row]
    guard outcome != .open else { return nil }
    return closed?[row] ?? (outcome == .won ? won?[row] : lost?[row]) ?? close?[row]
  }

  /// Whether a deal was won in a period, by a day.
  func isWon(_ row: Int, in period: Period, by day: CalendarDate) -> Bool {
    outcomes[row] == .won && isClosed(row, in: period, by: day)
  }

  /// Whether a deal was won or lost in a period, by a day.
  func isClosed(_ row: Int, in period: Period, by day: CalendarDate) -> Bool {
    guard let closed = self[row] else { return false }
    return closed <= day && period.contains(closed)
  }

  /// Whether a deal was closed after a day.
  func isLater(_ row: Int, than day: CalendarDate) -> Bool { self[row].map { $0 > day } ?? false }
}

/// Deals that were closed after the day of a run.
struct LaterDeals: Hashable, Sendable {
  private(set) var deals = 0
  private(set) var coins = 0.0

  mutating func add(coins amount: Double) {
    deals += 1
    if !amount.isNaN { coins += amount }
  }

  mutating func add(_ other: LaterDeals) {
    deals += other.deals
    coins += other.coins
  }

  /// What is said of them; nil where there are none.
  ///
  /// - Parameters:
  ///   - day: The day of the run.
  ///   - coinsPerUnit: How many coins make a unit of their currency.
  ///   - command: The command that says it.
  ///   - leavesOut: Whether figures leave them out.
  /// - Returns: The finding.
  func finding(
    after day: CalendarDate, coinsPerUnit: Double, _ command: String, leavesOut: Bool = true
  ) -> Finding? {
    guard deals > 0 else { return nil }
    let who = deals == 1 ? "1 deal is closed after \(day)" : "\(deals) deals are closed after \(day)"
    let effect =
      deals == 1 ? " and counts as neither open nor closed" : " and count as neither open nor closed"
    return Finding(
      "pipeline.closed-later", .warning, subject: "\(day)", who + (leavesOut ? effect : ""),
      evidence: [.init("deals", .integer(deals)), .init("value", .number(coins / coinsPerUnit))],
      advice: "run it for the day of the export, or give an export of \(day)", command: command)
  }
}

extension OpportunityTable {
  /// The deals that were closed after a day.
  ///
  /// - Parameters:
  ///   - day: The day of the run.
  ///   - period: Where it is given, only those closed in it.
  /// - Returns: How many, and what they are worth.
  func later(than day: CalendarDate, in period: Period? = nil) -> LaterDeals {
    let closings = closings
    var later = LaterDeals()
    for row in 0..<count where closings.isLater(row, than: day) {
      if let period, !(closings[row].map(period.contains) ?? false) { continue }
      later.add(coins: coins[row])
    }
    return later
  }
}
