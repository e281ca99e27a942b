extension IntegerProgram {
  /// Searches for the cheapest choice, and proves it.
  ///
  /// Branch and bound, depth first: no clock, so the same program gives the same answer everywhere.
  ///
  /// - Parameter nodes: How many nodes to look at before giving the best so far with its bound, at least
  ///   one; then how many of them are left.
  /// - Returns: The cheapest choice if proved, else the best with its bound.
  func search(nodes: inout Int) -> Outcome {
    var search = Search(self)
    search.run(&nodes)
    let unit = max(costs.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
    let bound = search.openBound
    guard let best = search.best else {
      return bound == .infinity ? .impossible : .unfinished(bound: bound * unit)
    }
    let cost = cost(of: best)
    let proved = bound >= search.limit
    return .solved(
      choice: best.map { Int($0) }, cost: cost, bound: proved ? cost : min(cost, bound * unit), proved: proved
    )
  }
}

/// One search, in the scale of the program's dearest choice.
private struct Search {
  let original: IntegerProgram
  let program: IntegerProgram
  /// Whether each choice and each row sum is whole.
  let whole: [Bool]
  var best: [Double]?
  /// A node at this cost or above holds nothing better than `best`.
  var limit = Double.infinity
  /// The least bound of all that was not looked at.
  var openBound = Double.infinity
  /// What a unit's rounding up and down of each variable has added to the cost, on the whole.
  var gains: [(up: Double, down: Double)]

  struct Node {
    var relaxation: Relaxation
    var bound: Double
  }

  /// How far from whole a number may be.
  static let wholeness = 1e-7
  /// How many variables are tried before one is branched on.
  static let tries = 4

  init(_ program: IntegerProgram) {
    original = program
    self.program = program.scaled
    whole = program.costs.map { _ in true } + program.rows.map(\.sumIsWhole)
    gains = whole.map { _ in (1, 1) }
  }

  mutating func run(_ nodes: inout Int) {
    nodes -= 1
    let lower =
      program.costs.map { _ in 0.0 } + program.rows.map { $0.sumIsWhole ? $0.lower.roundedUp : $0.lower }
    let upper = program.most + program.rows.map { $0.sumIsWhole ? $0.upper.roundedDown : $0.upper }
    guard !zip(lower, upper).contains(where: { $0 > $1 }) else { return }
    let root = Node(relaxation: Relaxation(program, lower: lower, upper: upper), bound: -.infinity)
    guard let settled = settle(root) else { return }
    var stack = [settled]
    while nodes >= 0, let node = stack.popLast() {
      guard node.bound < limit else { continue }
      nodes -= 1
      stack += children(of: node)
    }
    for node in stack where node.bound < limit { openBound = min(openBound, node.bound) }
  }

  /// Solves a node's relaxation; nil if it is proved to hold nothing better.
  private mutating func settle(_ start: Node) -> Node? {
    var node = start
    for attempt in 0..<2 {
      if attempt == 1 {
        node.relaxation = Relaxation(program, lower: start.relaxation.lower, upper: start.relaxation.upper)
      }
      let status = node.relaxation.reoptimise(limit: limit)
      let (lower, upper) = (node.relaxation.lower, node.relaxation.upper)
      if status == .infeasible {
        let witness = node.relaxation.witness
        if program.bound(weights: witness, lower: lower, upper: upper, counted: false).value > 1e-9 {
          return nil
        }
        continue
      }
      let bound = program.bound(weights: node.relaxation.prices, lower: lower, upper: upper)
      if bound.value >= limit { return nil }
      guard status == .optimal, abs(bound.value - node.relaxation.cost) < 1e-6 else { continue }
      node.bound = max(start.bound, bound.value)
      tighten(&node.relaxation, by: bound)
      return node
    }
    openBound = min(openBound, start.bound)
    return nil
  }

  /// Takes away what a variable cannot be in anything better than `best`.
  private func tighten(_ relaxation: inout Relaxation, by bound: IntegerProgram.Bound) {
    guard limit < .infinity else { return }
    for (column, variable) in relaxation.nonbasic.enumerated() where whole[variable] {
      let slope = bound.slopes[variable]
      guard abs(slope) > 1e-9, (slope < 0) == relaxation.atUpper[column] else { continue }
      let room = ((limit - bound.value) / abs(slope)).roundedDown
      if slope > 0 {
        relaxation.upper[variable] = min(relaxation.upper[variable], relaxation.lower[variable] + room)
      } else {
        relaxation.lower[variable] = max(relaxation.lower[variable], relaxation.upper[variable] - room)
      }
    }
  }

  /// The halves of a node that may hold something better, the more promising one last.
  private mutating func children(of node: Node) -> [Node] {
    let candidates = fractions(of: node.relaxation)
    guard !candidates.isEmpty else {
      accept(node)
      return []
    }
    var chosen: [Node] = []
    var highest = -1.0
    for (row, fraction) in candidates.prefix(Self.tries) {
      let (down, up) = halves(of: node, row: row)
      guard let down, let up else { return [down, up].compactMap(\.self) }
      let variable = node.relaxation.basic[row]
      let (rise, fall) = (up.bound - node.bound, down.bound - node.bound)
      gains[variable].up = 0.7 * gains[variable].up + 0.3 * rise / (1 - fraction)
      gains[variable].down = 0.7 * gains[variable].down + 0.3 * fall / fraction
      let score = max(rise, 1e-7) * max(fall, 1e-7)
      guard score > highest else { continue }
      highest = score
      chosen = fall < rise ? [up, down] : [down, up]
    }
    return chosen
  }

  /// The basic variables that ought to be whole and are not, the most telling first.
  private func fractions(of relaxation: Relaxation) -> [(row: Int, fraction: Double)] {
    var found: [(row: Int, fraction: Double, score: Double)] = []
    for (row, variable) in relaxation.basic.enumerated() where whole[variable] {
      let fraction = relaxation.values[row] - relaxation.values[row].rounded(.down)
      guard min(fraction, 1 - fraction) > Self.wholeness else { continue }
      let gain = gains[variable]
      found.append((row, fraction, gain.up * (1 - fraction) * gain.down * fraction))
    }
    found.sort { $0.score == $1.score ? $0.row < $1.row : $0.score > $1.score }
    return found.map { ($0.row, $0.fraction) }
  }

  /// The node with a variable at most, and at least, the whole numbers beside its value.
  private mutating func halves(of node: Node, row: Int) -> (down: Node?, up: Node?) {
    let variable = node.relaxation.basic[row]
    let value = node.relaxation.values[row]
    var (down, up) = (node, node)
    down.relaxation.upper[variable] = value.rounded(.down)
    up.relaxation.lower[variable] = value.rounded(.up)
    return (settle(down), settle(up))
  }

  /// Takes a whole choice that meets the rows and is cheaper than the best so far.
  private mutating func accept(_ node: Node) {
    let choice = node.relaxation.choice.map { $0.rounded() }
    guard original.allows(choice) else {
      openBound = min(openBound, node.bound)
      return
    }
    let found = program.cost(of: choice) - IntegerProgram.costTolerance
    guard found < limit else { return }
    best = choice
    limit = found
  }
}

extension Double {
  /// The whole number at or below, leaving room for rounding.
  fileprivate var roundedDown: Double { (self + 1e-6).rounded(.down) }
  /// The whole number at or above, leaving room for rounding.
  fileprivate var roundedUp: Double { (self - 1e-6).rounded(.up) }
}
