/// A least-cost choice of whole numbers under linear requirements.
///
///     minimise  Σ costⱼ xⱼ   where  lowerᵢ ≤ Σ aᵢⱼ xⱼ ≤ upperᵢ,  0 ≤ xⱼ ≤ mostⱼ,  xⱼ whole
///
/// Made for some hundred choices, such as the hires of each role in each month. A row whose sum can only
/// be whole may be branched on like a choice. So a model gains from rows that ask nothing and add up what
/// belongs together: "hired by the end of June: 7 or fewer, or 8 and more" decides far more than
/// "hired in June" does.
struct IntegerProgram: Hashable, Sendable {
  /// How much of one choice counts in a row.
  struct Term: Hashable, Sendable {
    var choice: Int
    var weight: Double
  }

  /// A weighted sum of choices that has to stay within limits.
  struct Row: Hashable, Sendable {
    var terms: [Term]
    /// The least that the sum may be; −∞ for no limit.
    var lower: Double
    /// The most that the sum may be; ∞ for no limit.
    var upper: Double
    /// Whether the row ties together what could otherwise be solved apart, and seldom has an effect.
    var links: Bool

    init(
      _ terms: [Term], atLeast lower: Double = -.infinity, atMost upper: Double = .infinity,
      links: Bool = false
    ) {
      self.terms = terms
      self.lower = lower
      self.upper = upper
      self.links = links
    }
  }

  /// What one unit of each choice costs; one for each choice, finite.
  var costs: [Double]
  /// The most units of each choice, whole, finite and ≥ 0.
  var most: [Double]
  /// The requirements.
  var rows: [Row]

  /// What became of a search.
  enum Outcome: Hashable, Sendable {
    /// The best choice found; none is cheaper than `bound`, which is the cost itself once proved.
    case solved(choice: [Int], cost: Double, bound: Double, proved: Bool)
    /// No choice meets every row.
    case impossible
    /// The search ended at its limit before it met a choice that meets every row.
    case unfinished(bound: Double)
  }

  /// By how much a row may be missed, in units of its largest weight, and still count as met.
  static let rowTolerance = 1e-6
  /// By how much a choice not looked at may be cheaper than a proved one, in units of the dearest choice.
  static let costTolerance = 1e-7

  /// What a choice costs.
  func cost(of choice: [Double]) -> Double {
    zip(costs, choice).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Whether a choice stays within the limits of every row, worked out from the rows as they were given.
  func allows(_ choice: [Double]) -> Bool {
    rows.allSatisfy { row in
      let sum = row.terms.reduce(0) { $0 + $1.weight * choice[$1.choice] }
      let tolerance = Self.rowTolerance * row.terms.reduce(0) { max($0, abs($1.weight)) }
      return sum >= row.lower - tolerance && sum <= row.upper + tolerance
    }
  }

  /// The same program with every row and the costs in units of their largest weight.
  ///
  /// Tolerances then mean the same for heads as for money. Rows of small whole weights stay as they are,
  /// since it is their sums that are whole.
  var scaled: IntegerProgram {
    var copy = self
    let dearest = costs.reduce(0) { max($0, abs($1)) }
    if dearest > 0 { copy.costs = costs.map { $0 / dearest } }
    for index in rows.indices where !rows[index].sumIsWhole {
      let largest = rows[index].terms.reduce(0) { max($0, abs($1.weight)) }
      guard largest > 0 else { continue }
      copy.rows[index].terms = rows[index].terms.map { Term(choice: $0.choice, weight: $0.weight / largest) }
      copy.rows[index].lower /= largest
      copy.rows[index].upper /= largest
    }
    return copy
  }
}

extension IntegerProgram.Row {
  /// Whether every choice gives a whole sum, of a size that leaves the scale of the other rows alone.
  var sumIsWhole: Bool {
    terms.allSatisfy { abs($0.weight) <= 16 && $0.weight.rounded() == $0.weight }
  }
}
