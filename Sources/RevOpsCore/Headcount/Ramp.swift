/// What share of a full quota a seller brings in each month of tenure.
public struct Ramp: Hashable, Sendable {
  /// Shares by month of tenure, the first month first; every month after them is full.
  let shares: [Double]

  /// Two months of nothing, one of 25 %, two of 50 %, then all.
  ///
  /// Source: RevOps Engine, phase 6.
  static let standard = Ramp(shares: [0, 0, 0.25, 0.5, 0.5, 1])

  /// The first month of tenure from which every month is full.
  var fullFrom: Int { (shares.lastIndex { $0 < 1 } ?? -1) + 2 }

  /// The share of a full quota in a month of tenure, the first being 1.
  func share(inMonth tenure: Int) -> Double {
    shares.indices.contains(tenure - 1) ? shares[tenure - 1] : 1
  }

  /// Full months' worth that a hire of the year's first day brings in that year: 8.25 by the standard ramp.
  var firstYearMonths: Double { (1...12).reduce(0) { $0 + share(inMonth: $1) } }
}

extension Ramp {
  /// How long somebody is there, and how far: days, or after a multiplication person-months.
  struct Presence: Hashable, Sendable {
    var heads = 0.0
    /// Of them, after the ramp.
    var ramped = 0.0
    /// Of them, where something is brought.
    var productive = 0.0
    /// Each at the share that the ramp gives.
    var rre = 0.0
    /// Of the heads, those on leave.
    var away = 0.0

    func times(_ factor: Double) -> Presence {
      Presence(
        heads: heads * factor, ramped: ramped * factor, productive: productive * factor, rre: rre * factor,
        away: away * factor)
    }

    static func - (a: Presence, b: Presence) -> Presence {
      Presence(
        heads: a.heads - b.heads, ramped: a.ramped - b.ramped, productive: a.productive - b.productive,
        rre: a.rre - b.rre, away: a.away - b.away)
    }
  }

  /// The days of a span, of somebody who started on a day; without one they are ramped.
  func presence(in span: Period, since start: CalendarDate?) -> Presence {
    let heads = Double(span.days)
    guard let start else { return Presence(heads: heads, ramped: heads, productive: heads, rre: heads) }
    let full = min(max(span.start, start.adding(months: fullFrom - 1)), span.end)
    var result = Presence(heads: heads)
    result.ramped = Double(span.end - full)
    (result.productive, result.rre) = (result.ramped, result.ramped)
    for tenure in 1..<max(2, fullFrom) where fullFrom > 1 {
      let from = max(span.start, start.adding(months: tenure - 1))
      let days = min(full, start.adding(months: tenure)) - from
      guard days > 0 else { continue }
      let share = share(inMonth: tenure)
      result.rre += Double(days) * share
      if share > 0 { result.productive += Double(days) }
    }
    return result
  }
}

/// The whole number at or above a figure; what arithmetic adds in the last digits does not count as more.
///
/// Heads, deals and leads are whole: 11.9 sellers are 12, and 4.2 / 0.7 is 6, not 7.
func wholeUp(_ figure: Double) -> Double {
  (figure - 1e-9 * max(1, abs(figure))).rounded(.up) + 0
}
