/// The 100-point quality rubric, scored.
///
///     dimension score = weight × points / (2 × criteria)
///     score           = 100 × sum of dimension scores / sum of weights asked
///
/// A criterion earns what was measured where data measures it, else what was stated. While criteria are
/// neither, there is no score but a range. The bands are those of `rubric_score` in the metric catalogue.
///
/// Source: RevOps Engine, the 100-point rubric.
public struct Rubric: Hashable, Sendable, Encodable {
  /// What is known of one criterion.
  public struct Criterion: Hashable, Sendable, Encodable {
    /// Its key.
    var id: String
    /// The points somebody gave it: 0, 1 or 2.
    var stated: Int?
    /// The points the data gives it.
    var measured: Int?
    /// The points it earns: measured before stated.
    var points: Figure
    /// The figure that measures it, by its path.
    var source: String?

    /// Whether statement and measurement are both there and differ.
    var isDisputed: Bool {
      guard let stated, let measured else { return false }
      return stated != measured
    }
  }

  /// One dimension with its score.
  public struct Dimension: Hashable, Sendable, Encodable {
    /// Its key.
    var id: String
    /// Points of 100 it can earn.
    var weight: Int
    /// Whether it is asked of a company of this stage.
    var asked: Bool
    /// What it earns, absent while a criterion is open.
    var score: Figure
    /// The least and the most it can earn.
    var range: [Double]
    /// Its criteria in the rubric's order.
    var criteria: [Criterion]
  }

  /// 0 to 100, absent while a criterion is open.
  var score: Figure
  /// The lowest and the highest score still possible.
  var range: [Double]
  /// The band of the score; with criteria open, the band if both ends of the range share it.
  var band: Level?
  /// How many criteria are scored.
  var scored: Int
  /// How many are asked.
  var asked: Int
  /// The dimensions in the rubric's order.
  var dimensions: [Dimension]
}

extension Rubric {
  /// What the data says of a criterion.
  struct Evidence: Hashable, Sendable {
    /// 0, 1 or 2.
    var points: Int
    /// The figure that says so, by its path.
    var source: String
  }

  /// Scores the rubric.
  ///
  /// - Parameters:
  ///   - stated: Points by criterion, as somebody gave them.
  ///   - measured: What the data says, by criterion.
  ///   - skipped: Keys of dimensions not asked of this company; the others are scaled to 100.
  ///   - benchmarks: The bands in force.
  init(stated: [String: Int], measured: [String: Evidence], skipped: Set<String>, benchmarks: Benchmarks) {
    dimensions = RubricDimension.all.map {
      Dimension($0, stated: stated, measured: measured, asked: !skipped.contains($0.id))
    }
    let counted = dimensions.filter(\.asked)
    let weights = counted.reduce(0.0) { $0 + Double($1.weight) }
    asked = counted.reduce(0) { $0 + $1.criteria.count }
    scored = counted.reduce(0) { $0 + $1.criteria.count { $0.points.value != nil } }
    range = [0, 1].map { end in 100 * counted.reduce(0.0) { $0 + $1.range[end] } / weights }
    let open = asked - scored
    score =
      open == 0
      ? .value(range[0]) : .absent(because: "\(open) of \(asked) criteria are neither stated nor measured")
    band = benchmarks.sharedLevel("rubric_score", range)
  }
}

extension Rubric.Dimension {
  fileprivate init(
    _ definition: RubricDimension, stated: [String: Int], measured: [String: Rubric.Evidence], asked: Bool
  ) {
    id = definition.id
    weight = definition.weight
    self.asked = asked
    criteria = definition.criteria.map { criterion in
      let evidence = measured[criterion.id]
      let points = evidence?.points ?? stated[criterion.id]
      return Rubric.Criterion(
        id: criterion.id, stated: stated[criterion.id], measured: evidence?.points,
        points: points.map { .value(Double($0)) } ?? .absent(because: "neither stated nor measured"),
        source: evidence?.source)
    }
    let earned = criteria.reduce(0.0) { $0 + ($1.points.value ?? 0) } * definition.pointValue
    let open = criteria.count { $0.points.value == nil }
    range = [earned, earned + 2 * Double(open) * definition.pointValue]
    score = open == 0 ? .value(earned) : .absent(because: "\(open) of \(criteria.count) criteria are open")
  }
}
