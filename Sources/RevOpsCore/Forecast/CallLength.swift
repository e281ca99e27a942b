/// How long the periods of calls are: those of a quarter and of its months stand apart, since they are of one business.
///
/// Periods of one length never overlap, but for runs of days that are no whole months.
struct CallLength: Hashable, Sendable {
  /// How many whole months; 0 for any other run of days.
  private let months: Int
  /// Where such periods begin, counted from the first month of a year: quarters from January or from February.
  private let offset: Int

  init(_ period: Period) {
    let months = period.months
    let isWhole = months.first?.start == period.start && months.last?.end == period.end
    self.months = isWhole ? months.count : 0
    let (year, month, _) = period.start.parts
    offset = isWhole ? (year * 12 + month - 1) % months.count : 0
  }

  /// What such a period is called.
  var name: String {
    switch months {
    case 0: "days"
    case 1: "month"
    case 3: "quarter"
    case 12: "year"
    default: "\(months)_months"
    }
  }

  /// The calls of each length, that first whose periods have the most days together, of equals the quarters, then the
  /// shorter: calls that are added up are of one length, or a quarter and its months would count twice.
  static func parted(_ calls: [ForecastCall]) -> [(length: CallLength, calls: [ForecastCall])] {
    Dictionary(grouping: calls) { CallLength($0.period) }
      .map { length, calls in
        (length, calls, days: calls.map(\.period).uniqued(by: \.start).reduce(0) { $0 + $1.days })
      }
      .sorted { a, b in
        a.days != b.days ? a.days > b.days : (a.0.rank, a.0.offset) < (b.0.rank, b.0.offset)
      }
      .map { ($0.0, $0.1) }
  }

  private var rank: Int { months == 3 ? -1 : months }
}
