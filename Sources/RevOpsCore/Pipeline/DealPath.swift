/// A deal on the first and on the last day of a stretch of time.
struct DealPath: Sendable {
  var id: String
  var name = ""
  /// Where it stood on the first day; nil where it is not among the deals of that day.
  var start: DealState?
  /// Where it stood on the last day; nil where it is not among the deals of that day.
  var end: DealState?
  /// Whether it was created by the first day, though it is not among the deals of that day.
  var isOlder = false
  /// Its value in each column to cut by; empty where it has none.
  var groups: [String] = []
}

/// Which deals a bridge counts, and over which days.
struct BridgeScope: Hashable, Sendable {
  /// The close dates that count; nil for all open deals.
  var period: Period?
  /// The first day, at its end; nil where it is not known.
  var from: CalendarDate?
  /// The last day, at its end.
  var to: CalendarDate

  /// Whether a deal is in the pipeline that the bridge is about.
  func holds(_ state: DealState?) -> Bool {
    guard let state, state.outcome == .open else { return false }
    guard let period else { return true }
    return state.close.map(period.contains) ?? false
  }

  /// Whether a deal is due after the period, or on no day, rather than before it.
  func isLater(_ state: DealState) -> Bool {
    guard let period, let close = state.close else { return true }
    return close >= period.end
  }

  /// Whether a deal came to its end within the days, and in the period.
  func ended(_ state: DealState?) -> Bool {
    guard let state, state.outcome != .open, let day = state.closed, day <= to else { return false }
    if let from, day <= from { return false }
    return period?.contains(day) ?? true
  }
}
