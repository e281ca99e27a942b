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

/// The whole number at or above a figure; what arithmetic adds in the last digits does not count as more.
///
/// Heads, deals and leads are whole: 11.9 sellers are 12, and 4.2 / 0.7 is 6, not 7.
func wholeUp(_ figure: Double) -> Double {
  (figure - 1e-9 * max(1, abs(figure))).rounded(.up) + 0
}
