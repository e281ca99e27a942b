/// Which calls count: one a person and period that has ended, and the latest of each that has not.
struct ForecastHistory: Hashable, Sendable {
  /// Calls of ended periods whose outcome is known, by period, then by person.
  var scored: [ForecastCall] = []
  /// The latest calls of periods that have not ended, by period, then by person.
  var open: [ForecastCall] = []
  /// The last word on periods that have not ended, where it has a worst or a best case and no forecast.
  var unfinished: [ForecastCall] = []
  /// Calls that no figure counts, by reason.
  var leftOut: [LeftOut] = []

  /// Calls that no figure counts, with the reason.
  struct LeftOut: Hashable, Sendable, Encodable {
    var reason: Reason
    /// Person and period of each.
    var calls: [String]

    enum Reason: String, Hashable, Sendable, Encodable, CaseIterable {
      case noForecast = "no_forecast"
      case noActual = "no_actual"
      case calledLate = "called_late"
      case calledAfterToday = "called_after_as_of"

      /// The reason in words.
      var words: String {
        switch self {
        case .noForecast: "no forecast was given"
        case .noActual: "the period has ended and its actual is not given"
        case .calledLate: "called after the week or month whose calls are scored"
        case .calledAfterToday: "called after the day of this report"
        }
      }
    }
  }

  /// Chooses the call of each person and period.
  ///
  /// Of a period that has ended the last call made by the end of the week that is scored, else of the period's
  /// first month. A call without a date counts as made in time.
  ///
  /// - Parameters:
  ///   - calls: All calls, in any order.
  ///   - callWeek: The week of a period whose last call is scored; nil for its first month.
  ///   - asOf: The day of the report; a period has ended when its last day has come.
  init(_ calls: [ForecastCall], callWeek: Int?, asOf: CalendarDate) {
    var groups: [ForecastKey: [ForecastCall]] = [:]
    for call in calls { groups[ForecastKey(call), default: []].append(call) }
    var dropped: [LeftOut.Reason: [ForecastCall]] = [:]
    for group in groups.values {
      guard let first = group.first else { continue }
      let period = first.period
      let hasEnded = period.lastDay <= asOf
      let deadline =
        hasEnded
        ? callWeek.map { period.start.adding(days: 7 * $0) } ?? period.start.adding(months: 1)
        : asOf.adding(days: 1)
      let given = group.filter { $0.forecast != nil }
      let inTime = given.filter { $0.calledOn.map { $0 < deadline } ?? true }
      if !hasEnded { unfinished += Self.lastWord(group, by: asOf).filter(\.isUnfinished) }
      let actual = group.lazy.compactMap(\.actual).first
      let latest = inTime.max { ($0.calledOn ?? .earliest) < ($1.calledOn ?? .earliest) }
      if given.isEmpty {
        dropped[.noForecast, default: []].append(first)
      } else if hasEnded, actual == nil {
        dropped[.noActual, default: []].append(first)
      } else if var latest {
        latest.actual = actual
        if hasEnded { scored.append(latest) } else { open.append(latest) }
      } else {
        dropped[hasEnded ? .calledLate : .calledAfterToday, default: []].append(first)
      }
    }
    scored.sort(by: Self.order)
    open.sort(by: Self.order)
    unfinished.sort(by: Self.order)
    leftOut = LeftOut.Reason.allCases.compactMap { reason in
      dropped[reason].map { calls in
        LeftOut(reason: reason, calls: calls.sorted(by: Self.order).map { "\($0.person) \($0.period)" })
      }
    }
  }

  /// What a person said last of a period; a row without a date is the only one.
  private static func lastWord(_ calls: [ForecastCall], by asOf: CalendarDate) -> [ForecastCall] {
    let said = calls.filter { $0.calledOn.map { $0 <= asOf } ?? true }
    return said.max { ($0.calledOn ?? .earliest) < ($1.calledOn ?? .earliest) }.map { [$0] } ?? []
  }

  private static func order(_ a: ForecastCall, _ b: ForecastCall) -> Bool {
    if a.period.start != b.period.start { return a.period.start < b.period.start }
    if a.period.end != b.period.end { return a.period.end < b.period.end }
    return a.person < b.person
  }

  /// Calls that come by period, those of each period together.
  static func byPeriod(_ calls: [ForecastCall]) -> [(period: Period, calls: [ForecastCall])] {
    var periods: [(period: Period, calls: [ForecastCall])] = []
    for call in calls {
      if let last = periods.last?.period, last.start == call.period.start, last.end == call.period.end {
        periods[periods.count - 1].calls.append(call)
      } else {
        periods.append((call.period, [call]))
      }
    }
    return periods
  }
}
