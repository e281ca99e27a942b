extension IntegerProgram {
  /// Finds the cheapest choice, each part that only linking rows tie to the rest searched on its own.
  ///
  /// If the parts' optima put together keep the linking rows, nothing can be cheaper. Otherwise a row
  /// that is broken is shared: either one block takes less of it than it did, or it keeps that and leaves
  /// the less to the others; of all ways not yet ruled out the cheapest is looked at first.
  ///
  /// - Parameter nodes: How many nodes to look at in all; counted rather than timed, so that an answer can
  ///   be had again.
  /// - Returns: The cheapest choice if proved, else the best with its bound.
  func solve(nodes: Int = 60_000) -> Outcome {
    var sharing = Sharing(self, nodes: nodes)
    let outcome = sharing.run()
    guard case .unfinished(let bound) = outcome else { return outcome }
    var spare = nodes / 10 + 1
    guard case .solved(let choice, let cost, let other, let proved) = search(nodes: &spare) else {
      return outcome
    }
    return .solved(choice: choice, cost: cost, bound: max(bound, other), proved: proved)
  }

  /// The choices that meet in a row that does not link, each block in ascending order.
  var blocks: [[Int]] {
    var parent = Array(costs.indices)
    func root(_ choice: Int) -> Int {
      var choice = choice
      while parent[choice] != choice { choice = parent[choice] }
      return choice
    }
    for row in rows where !row.linksBlocks {
      guard let first = row.terms.first else { continue }
      for term in row.terms {
        let (one, other) = (root(first.choice), root(term.choice))
        parent[max(one, other)] = min(one, other)
      }
    }
    return Dictionary(grouping: costs.indices, by: root).sorted { $0.key < $1.key }.map(\.value)
  }
}

extension IntegerProgram.Row {
  /// Whether blocks may be solved apart from this row: it can only be shared in whole units.
  var linksBlocks: Bool { links && sumIsWhole }
}

/// The search for the cheapest way to share linking rows among blocks.
private struct Sharing {
  typealias Row = IntegerProgram.Row

  /// The units of a linking row that a block may take.
  struct Span: Hashable {
    var least: Double
    var most: Double
  }

  /// The best of one block within its spans.
  struct Part {
    var choice: [Double]
    var cost: Double
    var bound: Double
  }

  /// One way of sharing: `spans[link][block]`, and the best of each block within it.
  struct Share {
    var spans: [[Span]]
    var parts: [Part]
    var bound: Double { parts.reduce(0) { $0 + $1.bound } }
  }

  let program: IntegerProgram
  let blocks: [[Int]]
  let links: [Row]
  /// Each block's own terms of each linking row: `terms[link][block]`, numbered within the block.
  let terms: [[[IntegerProgram.Term]]]
  let programs: [IntegerProgram]
  /// The units of each linking row that each block could take if nothing held it.
  let reach: [[Span]]
  /// Nodes that may still be looked at.
  var nodes: Int
  /// The least bound of what was given up unfinished.
  var openBound = Double.infinity

  init(_ program: IntegerProgram, nodes: Int) {
    self.program = program
    self.nodes = nodes
    let blocks = program.blocks
    self.blocks = blocks
    links = program.rows.filter(\.linksBlocks)
    var place = Array(repeating: (block: 0, index: 0), count: program.costs.count)
    for (number, block) in blocks.enumerated() {
      for (index, choice) in block.enumerated() { place[choice] = (number, index) }
    }
    func apart(_ row: Row) -> [[IntegerProgram.Term]] {
      var parts = blocks.map { _ in [IntegerProgram.Term]() }
      for term in row.terms {
        let (block, index) = place[term.choice]
        parts[block].append(.init(choice: index, weight: term.weight))
      }
      return parts
    }
    terms = links.map(apart)
    reach = terms.map { link in
      zip(link, blocks).map { terms, block in
        terms.reduce(into: Span(least: 0, most: 0)) { span, term in
          let units = term.weight * program.most[block[term.choice]]
          if units < 0 { span.least += units } else { span.most += units }
        }
      }
    }
    var own = blocks.map { _ in [Row]() }
    for row in program.rows where !row.linksBlocks {
      for (block, terms) in apart(row).enumerated() where !terms.isEmpty {
        own[block].append(Row(terms, atLeast: row.lower, atMost: row.upper))
      }
    }
    programs = zip(blocks, own).map { block, rows in
      IntegerProgram(costs: block.map { program.costs[$0] }, most: block.map { program.most[$0] }, rows: rows)
    }
  }

  mutating func run() -> IntegerProgram.Outcome {
    guard program.emptyRowsHold else { return .impossible }
    var best: (choice: [Double], cost: Double)?
    var open = [first()].compactMap(\.self)
    while nodes > 0, let next = takeCheapest(from: &open) {
      guard next.bound < (best?.cost ?? .infinity) - tolerance else { break }
      let choice = together(next)
      guard let link = brokenLink(choice) else {
        let cost = program.cost(of: choice)
        if cost < best?.cost ?? .infinity, program.allows(choice) { best = (choice, cost) }
        if next.bound < cost - tolerance { openBound = min(openBound, next.bound) }
        continue
      }
      open += shares(of: next, link: link)
    }
    let bound = min(openBound, open.reduce(.infinity) { min($0, $1.bound) })
    guard let best else { return bound == .infinity ? .impossible : .unfinished(bound: bound) }
    let proved = bound >= best.cost - tolerance
    return .solved(
      choice: best.choice.map { Int($0) }, cost: best.cost, bound: proved ? best.cost : bound, proved: proved)
  }

  private var tolerance: Double {
    IntegerProgram.costTolerance * Double(blocks.count) * program.costs.reduce(0) { max($0, abs($1)) }
  }

  private func takeCheapest(from open: inout [Share]) -> Share? {
    guard let index = open.indices.min(by: { open[$0].bound < open[$1].bound }) else { return nil }
    return open.remove(at: index)
  }

  /// The share that rules nothing out.
  private mutating func first() -> Share? {
    let parts = programs.map { program in
      Part(
        choice: [], cost: 0, bound: zip(program.costs, program.most).reduce(0) { $0 + min(0, $1.0 * $1.1) })
    }
    return settled(Share(spans: reach, parts: parts), stale: Set(blocks.indices))
  }

  /// All choices of a share side by side.
  private func together(_ share: Share) -> [Double] {
    var choice = program.costs.map { _ in 0.0 }
    for (block, part) in zip(blocks, share.parts) {
      for (index, units) in zip(block, part.choice) { choice[index] = units }
    }
    return choice
  }

  private func brokenLink(_ choice: [Double]) -> Int? {
    links.firstIndex { link in
      let sum = link.terms.reduce(0) { $0 + $1.weight * choice[$1.choice] }
      return sum > link.upper + 0.5 || sum < link.lower - 0.5
    }
  }

  private func taken(_ share: Share, link: Int, block: Int) -> Double {
    terms[link][block].reduce(0) { $0 + $1.weight * share.parts[block].choice[$1.choice] }
  }

  /// A broken row shared otherwise: the block that takes most of it takes less, or the others do.
  private mutating func shares(of share: Share, link: Int) -> [Share] {
    let taken = blocks.indices.map { self.taken(share, link: link, block: $0) }
    let over = taken.reduce(0, +) > links[link].upper
    let free = blocks.indices.filter {
      over ? taken[$0] > share.spans[link][$0].least : taken[$0] < share.spans[link][$0].most
    }
    guard let block = free.max(by: { over ? taken[$0] < taken[$1] : taken[$0] > taken[$1] }) else {
      return []
    }
    var (less, more) = (share, share)
    let split = over ? taken[block] : taken[block] + 1
    less.spans[link][block].most = split - 1
    more.spans[link][block].least = split
    return [settled(less, stale: [block]), settled(more, stale: [block])].compactMap(\.self)
  }

  /// The share with spans that fit each other, and the best anew of every block that has to change.
  ///
  /// Nothing where no block could be left its least.
  private mutating func settled(_ share: Share, stale: Set<Int>) -> Share? {
    var share = share
    for (index, link) in links.enumerated() {
      let least = share.spans[index].reduce(0) { $0 + $1.least }
      let most = share.spans[index].reduce(0) { $0 + $1.most }
      for block in blocks.indices {
        let span = share.spans[index][block]
        share.spans[index][block].most = min(span.most, link.upper - (least - span.least))
        share.spans[index][block].least = max(span.least, link.lower - (most - span.most))
        if share.spans[index][block].least > share.spans[index][block].most { return nil }
      }
    }
    let before = share.bound
    for block in blocks.indices where stale.contains(block) || !fits(share, block: block) {
      switch solve(block, spans: share.spans.map { $0[block] }) {
      case .impossible: return nil
      case .unfinished:
        openBound = min(openBound, before)
        return nil
      case .solved(let choice, let cost, let bound, _):
        share.parts[block] = Part(choice: choice.map { Double($0) }, cost: cost, bound: bound)
      }
    }
    return share
  }

  private func fits(_ share: Share, block: Int) -> Bool {
    links.indices.allSatisfy { link in
      let units = taken(share, link: link, block: block)
      let span = share.spans[link][block]
      return units >= span.least && units <= span.most
    }
  }

  private mutating func solve(_ block: Int, spans: [Span]) -> IntegerProgram.Outcome {
    var program = programs[block]
    for (link, span) in spans.enumerated() where span != reach[link][block] {
      program.rows.append(Row(terms[link][block], atLeast: span.least, atMost: span.most))
    }
    let share = max(nodes / (blocks.count + 1), 1)
    var left = share
    let outcome = program.search(nodes: &left)
    nodes -= share - left
    return outcome
  }
}

extension IntegerProgram {
  /// Whether rows without any choice are met by nothing.
  fileprivate var emptyRowsHold: Bool {
    rows.allSatisfy { !$0.terms.isEmpty || ($0.lower <= 0 && $0.upper >= 0) }
  }
}
