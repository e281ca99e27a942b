/// How long the periods of calls are: those of a quarter and of its months stand apart, since they are of one business.
///
/// Periods of one length never overlap, but for runs of days that are no whole months and begin on different days.
struct CallLength: Hashable, Sendable {
  /// How many whole months; 0 for any other run of days.
  private let months: Int
  /// About how many days, where they are no whole months: the months of a 4-4-5 calendar, of 28 and of 35, are alike.
  private let days: Int
  /// Where such periods begin, counted from the first month of a year: quarters from January or from February.
  private let offset: Int

  init(_ period: Period) {
    let months = period.months
    let isWhole = months.first?.start == period.start && months.last?.end == period.end
    self.months = isWhole ? months.count : 0
    days = isWhole ? 0 : Self.usual.min { Self.ratio($0, period.days) < Self.ratio($1, period.days) } ?? 1
    let (year, month, _) = period.start.parts
    offset = isWhole ? (year * 12 + month - 1) % months.count : 0
  }

  /// A day, a week, two weeks, a month, a quarter, half a year, a year.
  private static let usual = [1, 7, 14, 30, 91, 182, 365]

  /// How many times as long the longer of two runs of days is.
  private static func ratio(_ a: Int, _ b: Int) -> Double { Double(max(a, b)) / Double(max(1, min(a, b))) }

  /// What such a period is called.
  var name: String {
    switch months {
    case 0: "about_\(days)_days"
    case 1: "month"
    case 3: "quarter"
    case 12: "year"
    default: "\(months)_months"
    }
  }

  /// The calls of each length, that first whose periods have the most days together, of equals the quarters, then the
  /// shorter: calls that are added up are of one length, or a quarter and its months would count twice.
  static func parted(_ calls: [ForecastCall]) -> [(length: CallLength, calls: [ForecastCall])] {
    let parts = Dictionary(grouping: calls) { CallLength($0.period) }
    func days(_ length: CallLength) -> Int {
      (parts[length] ?? []).map(\.period).uniqued(by: \.start).reduce(0) { $0 + $1.days }
    }
    let ranked = parts.keys.map { (length: $0, days: days($0)) }
      .sorted { $0.days != $1.days ? $0.days > $1.days : $0.length.rank < $1.length.rank }
    return ranked.map { ($0.length, parts[$0.length] ?? []) }
  }

  private var rank: (Int, Int, Int) { (months == 3 ? -1 : months, days, offset) }
}
