/// The six dimensions of the maturity model, each rated 1 (improvised) to 5 (optimised).
public enum MaturityDimension: String, CaseIterable, Hashable, Sendable, Encodable {
  case data, process, technology, analytics, alignment, enablement
}

/// How mature the operation says it is.
///
///     total = sum of six ratings, 6 to 30
///
/// 6-12 foundation, 13-20 building, 21-25 scaling, 26-30 world class. With ratings missing there is no
/// total but a range: each missing one can still be 1 or 5.
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

  /// A stretch of totals.
  public enum Band: String, CaseIterable, Hashable, Sendable, Encodable {
    case foundation, building, scaling
    case worldClass = "world_class"

    init(total: Int) {
      switch total {
      case 26...: self = .worldClass
      case 21...: self = .scaling
      case 13...: self = .building
      default: self = .foundation
      }
    }

    /// The lowest total of the band.
    var lowerEdge: Int {
      switch self {
      case .foundation: 6
      case .building: 13
      case .scaling: 21
      case .worldClass: 26
      }
    }

    /// What a company of the band works on next.
    var focus: String {
      switch self {
      case .foundation: "agree on definitions and clean the data before anything else"
      case .building: "make the processes standard and connect the tools"
      case .scaling: "automate, predict and tune"
      case .worldClass: "keep improving what already runs"
      }
    }
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
  var band: Band?

  init(ratings: [MaturityDimension: Int]) {
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
    let low = Band(total: sum + missing)
    band = low == Band(total: sum + 5 * missing) ? low : nil
  }
}
