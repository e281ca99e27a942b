/// What people call for the months of a longer period, to be held against what they call for the period itself.
struct MonthCalls: Sendable {
  /// Months that have ended, with their deals.
  private let ended: [CallEvidence.Deals]
  /// The other months.
  private let open: [Period]
  /// The calls of those by person and first day.
  private var forecasts: [String: [CalendarDate: Double]] = [:]

  /// The months of a period; nil for one that is not made of several whole months.
  init?(
    of period: Period, _ calls: [ForecastCall], _ evidence: CallEvidence, _ input: ForecastRollup.Input
  ) {
    let months = period.months
    guard months.count > 1, months.first?.start == period.start, months.last?.end == period.end else {
      return nil
    }
    let ahead = months.filter { $0.lastDay > input.asOf }
    open = ahead
    let known = calls.filter { call in
      ahead.contains { $0.start == call.period.start && $0.end == call.period.end }
    }
    for call in known {
      forecasts[input.hierarchy.key(of: call.person), default: [:]][call.period.start] = call.forecast
    }
    // Nobody's months can be held against the period: their deals need not be added up.
    let past = known.isEmpty ? [] : months.filter { $0.lastDay <= input.asOf }
    let tree = CallTree(calls, input.hierarchy)
    ended = past.map { evidence.deals(of: $0, tree) }
  }

  /// The calls of a person for all months, those that have ended with what the person and the team won.
  func forecast(of key: String, _ tree: CallTree) -> Figure {
    let called = open.map { month -> Figure in
      forecasts[key]?[month.start].map { .value($0) } ?? .absent(because: "calls nothing for \(month)")
    }
    return CallTree.sum(called + ended.map { $0.behind(key, tree).closed })
  }
}
