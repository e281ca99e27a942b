/// Where a deal stands on one day.
struct DealState: Sendable {
  var stage: String
  var outcome: DealOutcome
  /// In the smallest coin of the currency shown; not a number where there is none.
  var coins: Double
  /// The day it is to close.
  var close: CalendarDate?
  /// The day it was won or lost.
  var closed: CalendarDate?

  /// What it adds to a sum: a missing amount adds nothing.
  var worth: Double { coins.isNaN ? 0 : coins }
}

/// The form in which the id of a deal is compared: that of `RecordID`.
struct DealKey: Hashable, Sendable {
  let text: String

  init(_ id: String) { text = RecordID.plain(id) }
}
