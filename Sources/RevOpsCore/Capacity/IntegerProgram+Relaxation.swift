/// A program without the demand that choices be whole: solved again after each tightened limit.
///
/// The dual simplex method with limits on every variable, in a dense table: the variables are the
/// choices 0..<columns, then the row sums. Each basic variable is a sum over the others,
///
///     change of basicᵢ = Σⱼ tableᵢⱼ × change of nonbasicⱼ
///
/// and reduced costs keep their signs, so that `cost` only rises towards the optimum and is a bound at
/// every step. A copy is a node of the search.
///
/// Source: Koberstein, The dual simplex method (2005), chapters 3 and 6.
struct Relaxation: Sendable {
  enum Status { case optimal, infeasible, beyond, stalled }

  let columns: Int
  let rows: Int
  private(set) var table: [Double]
  /// The values of the basic variables.
  private(set) var values: [Double]
  /// What one more unit of each nonbasic variable costs.
  private(set) var reduced: [Double]
  private(set) var cost: Double
  private(set) var basic: [Int]
  private(set) var nonbasic: [Int]
  private(set) var atUpper: [Bool]
  var lower: [Double]
  var upper: [Double]
  /// The basic variable that could not be brought within its limits, when infeasible.
  private(set) var stuck: (row: Int, short: Bool)?

  /// How far a variable may be outside its limits.
  static let tolerance = 1e-8
  private static let smallestPivot = 1e-9
  private static let mostSteps = 2_000

  /// Starts with every choice at its cheaper limit.
  init(_ program: IntegerProgram, lower: [Double], upper: [Double]) {
    let columns = program.costs.count
    self.columns = columns
    rows = program.rows.count
    self.lower = lower
    self.upper = upper
    reduced = program.costs
    nonbasic = Array(0..<columns)
    basic = Array(columns..<(columns + rows))
    atUpper = program.costs.map { $0 < 0 }
    table = Array(repeating: 0, count: columns * rows)
    values = Array(repeating: 0, count: rows)
    cost = 0
    let start = nonbasic.map { atUpper[$0] ? upper[$0] : lower[$0] }
    for (index, row) in program.rows.enumerated() {
      for term in row.terms {
        table[index * columns + term.choice] += term.weight
        values[index] += term.weight * start[term.choice]
      }
    }
    cost = program.cost(of: start)
  }

  /// The value of each choice.
  var choice: [Double] {
    var choice = Array(repeating: 0.0, count: columns)
    for (column, variable) in nonbasic.enumerated() where variable < columns {
      choice[variable] = atUpper[column] ? upper[variable] : lower[variable]
    }
    for (row, variable) in basic.enumerated() where variable < columns { choice[variable] = values[row] }
    return choice
  }

  /// Goes to the optimum, or until the cost reaches `limit`.
  mutating func reoptimise(limit: Double) -> Status {
    for _ in 0..<Self.mostSteps {
      if cost >= limit { return .beyond }
      guard let (row, short) = worstRow() else { return .optimal }
      guard let column = entering(row: row, short: short) else {
        stuck = (row, short)
        return .infeasible
      }
      pivot(row: row, column: column, short: short)
    }
    return .stalled
  }

  /// The basic variable farthest outside its limits.
  private func worstRow() -> (row: Int, short: Bool)? {
    var worst = Self.tolerance
    var found: (row: Int, short: Bool)?
    for row in 0..<rows {
      let variable = basic[row]
      let missing = lower[variable] - values[row]
      let excess = values[row] - upper[variable]
      if missing > worst { (worst, found) = (missing, (row, true)) }
      if excess > worst { (worst, found) = (excess, (row, false)) }
    }
    return found
  }

  /// The column whose reduced cost is first to reach zero; of equals the one with the largest pivot.
  private func entering(row: Int, short: Bool) -> Int? {
    var best = Double.infinity
    var bestSize = 0.0
    var found: Int?
    let base = row * columns
    for column in 0..<columns {
      let weight = table[base + column]
      let size = abs(weight)
      guard size >= Self.smallestPivot, ((weight > 0) != atUpper[column]) == short else { continue }
      let variable = nonbasic[column]
      guard lower[variable] < upper[variable] else { continue }
      let ratio = abs(reduced[column]) / size
      if ratio < best - 1e-12 || (ratio <= best + 1e-12 && size > bestSize) {
        best = min(ratio, best)
        bestSize = size
        found = column
      }
    }
    return found
  }

  /// Brings the row's variable to its limit and lets the column's variable take its place.
  private mutating func pivot(row: Int, column: Int, short: Bool) {
    let columns = columns
    let leaving = basic[row]
    let entering = nonbasic[column]
    let target = short ? lower[leaving] : upper[leaving]
    let inverse = 1 / table[row * columns + column]
    let step = (target - values[row]) * inverse
    let price = reduced[column]
    let entered = (atUpper[column] ? upper[entering] : lower[entering]) + step
    cost += price * step
    table.withUnsafeMutableBufferPointer { table in
      let base = row * columns
      for k in 0..<columns { table[base + k] *= -inverse }
      table[base + column] = inverse
      for other in 0..<rows where other != row {
        let start = other * columns
        let factor = table[start + column]
        if factor == 0 { continue }
        for k in 0..<columns { table[start + k] += factor * table[base + k] }
        table[start + column] = factor * inverse
        values[other] += factor * step
      }
      for k in 0..<columns { reduced[k] += price * table[base + k] }
      reduced[column] = price * inverse
    }
    values[row] = entered
    basic[row] = entering
    nonbasic[column] = leaving
    atUpper[column] = !short
  }

  /// Weights of the row sums that prove this relaxation's cost, for `IntegerProgram.bound`.
  var prices: [Double] {
    var prices = Array(repeating: 0.0, count: rows)
    for (column, variable) in nonbasic.enumerated() where variable >= columns {
      prices[variable - columns] = reduced[column]
    }
    return prices
  }

  /// Weights of the row sums that prove that no choice brings the stuck variable within its limits.
  var witness: [Double] {
    var weights = Array(repeating: 0.0, count: rows)
    guard let (row, short) = stuck else { return weights }
    let sign = short ? 1.0 : -1.0
    if basic[row] >= columns { weights[basic[row] - columns] = sign }
    for (column, variable) in nonbasic.enumerated() where variable >= columns {
      weights[variable - columns] = -sign * table[row * columns + column]
    }
    return weights
  }
}
