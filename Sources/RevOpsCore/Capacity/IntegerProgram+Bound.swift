extension IntegerProgram {
  /// A cost that no choice within the limits is below, worked out from the rows as they were given.
  struct Bound {
    var value: Double
    /// What moving each variable off its limit adds: positive from below, negative from above.
    var slopes: [Double]
  }

  /// The bound that a weight for every row sum proves.
  ///
  ///     Σ costⱼ xⱼ = Σ (costⱼ − Σᵢ wᵢ aᵢⱼ) xⱼ + Σ wᵢ sumᵢ  ≥  each term at its lesser limit
  ///
  /// True for any weights, whatever rounding did to the table they come from: so the search drops
  /// nothing on the word of a table that was updated a thousand times. Without costs the left side is
  /// zero, and a bound above zero proves that nothing meets the limits.
  ///
  /// - Parameters:
  ///   - weights: One for each row; taken as zero where it would call on a limit that is infinite.
  ///   - lower: The lower limits of choices, then of row sums.
  ///   - upper: The upper limits, likewise.
  ///   - counted: Whether the costs count.
  /// - Returns: The bound, with what each variable adds to it.
  func bound(weights: [Double], lower: [Double], upper: [Double], counted: Bool = true) -> Bound {
    var slopes = counted ? costs : Array(repeating: 0, count: costs.count)
    slopes.reserveCapacity(lower.count)
    var rowSlopes: [Double] = []
    rowSlopes.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      let variable = costs.count + index
      let weight = weights[index]
      let limit = weight > 0 ? lower[variable] : upper[variable]
      guard weight != 0, limit.isFinite else {
        rowSlopes.append(0)
        continue
      }
      rowSlopes.append(weight)
      for term in row.terms { slopes[term.choice] -= weight * term.weight }
    }
    slopes += rowSlopes
    var value = 0.0
    for (variable, slope) in slopes.enumerated() where slope != 0 {
      value += slope * (slope > 0 ? lower[variable] : upper[variable])
    }
    return Bound(value: value, slopes: slopes)
  }
}
