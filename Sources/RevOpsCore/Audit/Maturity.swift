/// The six dimensions of the maturity model, each rated 1 (improvised) to 5 (optimised).
public enum MaturityDimension: String, CaseIterable, Hashable, Sendable, Encodable {
  case data, process, technology, analytics, alignment, enablement
}

/// How mature the operation says it is.
///
///     total = sum of six ratings, 6 to 30
///
/// With ratings missing there is no total but a range: each missing one can still be 1 or 5. The bands are
/// those of `maturity_total` in the metric catalogue.
///
/// Source: RevOps Engine, phase 1.
public struct Maturity: Hashable, Sendable, Encodable {
  /// One dimension with its rating.
  public struct Row: Hashable, Sendable, Encodable {
    /// The dimension.
    var dimension: MaturityDimension
    /// 1 to 5, or absent where it was not rated.
    var rating: Figure
  }

  /// All six dimensions in the model's order.
  var dimensions: [Row]
  /// How many of them are rated.
  var rated: Int
  /// The sum, absent while a rating is missing.
  var total: Figure
  /// The lowest and the highest total still possible.
  var range: [Int]
  /// The band of the total; with ratings missing, the band if both ends of the range share it.
  var band: Level?

  init(ratings: [MaturityDimension: Int], benchmarks: Benchmarks) {
    let all = MaturityDimension.allCases
    dimensions = all.map { dimension in
      Row(
        dimension: dimension,
        rating: ratings[dimension].map { .value(Double($0)) } ?? .absent(because: "not rated"))
    }
    rated = ratings.count
    let sum = ratings.values.reduce(0, +)
    let missing = all.count - ratings.count
    total = missing == 0 ? .value(Double(sum)) : .absent(because: "needs all six ratings, \(missing) missing")
    range = [sum + missing, sum + 5 * missing]
    band = benchmarks.sharedLevel("maturity_total", range.map(Double.init))
  }
}

extension Benchmarks {
  /// The band that both ends of a range lie in, or nil where they lie in two.
  func sharedLevel(_ metric: String, _ range: [Double]) -> Level? {
    let levels = range.map { judge(metric, $0)?.level }
    return levels.allSatisfy { $0 == levels.first } ? levels.first ?? nil : nil
  }
}
