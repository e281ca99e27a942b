/// What was known of every deal on past days, from whatever recorded it.
struct PastDeals: Sendable {
  /// What recorded how deals stood.
  enum Source: String, Hashable, Sendable, Encodable {
    case history = "stage_history"
    case snapshots
    /// The opportunities alone: when deals were created and closed, and nothing between.
    case opportunities
  }

  /// How a deal stood from a day on, until the next of its steps.
  struct Step: Hashable, Sendable {
    var day: CalendarDate
    var stage: String?
    /// Nil from the day on which nothing is known of it any more.
    var outcome: DealOutcome?
    /// In the smallest coin; not a number where there is none.
    var coins = Double.nan
    var close: CalendarDate?
    var category: DealCategory?

    /// The day a closed deal was closed, which is not after the day it was known.
    var closed: CalendarDate { close.map { min($0, day) } ?? day }
    /// What it adds to a sum: a missing amount adds nothing.
    var worth: Double { coins.isNaN ? 0 : coins }
  }

  /// A deal and its course.
  struct Deal: Hashable, Sendable {
    var opened: CalendarDate
    /// In order of time; of one day the last counts.
    var steps: [Step]

    /// How it stood at the end of a day; nil before it was known.
    func step(on day: CalendarDate) -> Step? {
      guard opened <= day else { return nil }
      return steps.last { $0.day <= day }
    }
  }

  var deals: [Deal] = []
  var source: Source
  /// Columns that the record does not have.
  var lacks: [Column] = []
  /// The days of the snapshots, in order; nil for a record without gaps.
  var days: [CalendarDate]?
  /// Deals won, or known to be won by now, that the record does not have.
  var unknownWins = DealTally()

  /// A column that forecasts need of every deal.
  enum Column: String, Hashable, Sendable, CaseIterable {
    case amount
    case closeDate = "close_date"
    case category = "forecast_category"
  }

  /// How many deals, and for how much.
  struct DealTally: Hashable, Sendable, Encodable {
    var deals = 0
    var coins = 0.0

    enum CodingKeys: CodingKey { case deals }
  }

  /// The first day on which a deal is known.
  var firstDay: CalendarDate? { deals.lazy.map(\.opened).min() }

  /// Why it cannot be said what was won; nil where it can.
  var missingWins: String? {
    lacks.contains(.amount) ? "needs the column 'amount' in '\(source.rawValue)'" : nil
  }

  /// Why a figure that needs some columns of the deals as they stood on a day cannot be had; nil where it can.
  func missing(_ columns: [Column], on day: CalendarDate) -> String? {
    guard source != .opportunities else { return "needs 'stage_history' or 'snapshots'" }
    if let column = columns.first(where: lacks.contains) {
      return "needs the column '\(column.rawValue)' in '\(source.rawValue)'"
    }
    guard let days, !days.contains(where: { $0 <= day && day - $0 < 7 }) else { return nil }
    return "no snapshot was taken in the week before \(day)"
  }
}
