import Testing

@testable import RevOpsCore

@Suite("Integer program")
struct IntegerProgramTests {
  typealias Row = IntegerProgram.Row

  static func row(_ weights: [Double], atLeast lower: Double = -.infinity, atMost upper: Double = .infinity)
    -> Row
  {
    Row(weights.enumerated().map { .init(choice: $0, weight: $1) }, atLeast: lower, atMost: upper)
  }

  @Test("costs what an independent solver found, or is as impossible", arguments: 1...150)
  func agreesWithHiGHS(seed: Int) {
    let program = randomProgram(seed: seed)
    switch (program.solve(), programOptima[seed - 1]) {
    case (.impossible, nil): break
    case (.solved(let choice, let cost, let bound, let proved), let expected?):
      #expect(proved && bound == cost)
      #expect(abs(cost - expected) < 1e-6)
      #expect(program.allows(choice.map { Double($0) }))
      #expect(zip(choice, program.most).allSatisfy { $0 >= 0 && Double($0) <= $1 })
    case (let outcome, let expected):
      Issue.record("\(outcome), where HiGHS found \(expected.map { "\($0)" } ?? "nothing")")
    }
  }

  // 3 a + 5 b at 4 and 6 each: 10 needs two b at 12; a fraction would do with 2 b at 12 or 10/3 a at 13.3.
  // 11 needs 2 a + 1 b = 11 at 14, beside 3 b at 18 and 1 a + 2 b at 16.
  @Test(arguments: [(need: 10.0, choice: [0, 2], cost: 12.0), (11, [2, 1], 14), (0, [0, 0], 0)])
  func picksTheCheapestWholeMixture(need: Double, choice: [Int], cost: Double) {
    let program = IntegerProgram(costs: [4, 6], most: [9, 9], rows: [Self.row([3, 5], atLeast: need)])
    #expect(program.solve() == .solved(choice: choice, cost: cost, bound: cost, proved: true))
  }

  @Test func takesWhatPaysUpToTheLimit() {
    // A cost below zero is a gain: as many as the row leaves room for, 2 + 2 within 4 units of 1.5 and 0.5.
    let program = IntegerProgram(costs: [-3, -1], most: [9, 2], rows: [Self.row([1.5, 0.5], atMost: 4.2)])
    #expect(program.solve() == .solved(choice: [2, 2], cost: -8, bound: -8, proved: true))
  }

  @Test(arguments: [
    ("more than all can give", row([1.5, 1], atLeast: 8)),
    ("between two whole sums", row([2, 4], atLeast: 2.5, atMost: 3.5)),
    ("between two sums of fractions", row([1.1, 2.2], atLeast: 1.2, atMost: 2.1)),
    ("something from nothing", row([], atLeast: 1)),
    ("less than nothing", row([1, 1], atMost: -1)),
  ])
  func saysWhenNothingMeetsARow(name: String, row: Row) {
    let program = IntegerProgram(costs: [1, 1], most: [3, 3], rows: [row])
    #expect(program.solve() == .impossible)
  }

  @Test func sharesALinkingRowAtLeastCost() {
    // Two blocks, each wants 2 in the first place (cost 1, elsewhere 3 and 2); the first place holds 3.
    // Moving one unit of the second block costs 1, of the first 2.
    func sum(_ one: Int, _ other: Int, atLeast least: Double = 0, atMost most: Double = 9) -> Row {
      let terms = [one, other].map { IntegerProgram.Term(choice: $0, weight: 1) }
      return Row(terms, atLeast: least, atMost: most, links: most < 9)
    }
    var program = IntegerProgram(
      costs: [1, 3, 1, 2], most: [2, 2, 2, 2],
      rows: [sum(0, 1, atLeast: 2), sum(2, 3, atLeast: 2), sum(0, 2, atMost: 3)])
    #expect(program.blocks == [[0, 1], [2, 3]])
    #expect(program.solve() == .solved(choice: [2, 0, 1, 1], cost: 5, bound: 5, proved: true))
    program.rows[2].upper = -1
    #expect(program.solve() == .impossible)
  }

  @Test func blocksApartCostWhatTheyCostTogether() {
    for seed in 1...60 {
      var (one, other) = (randomProgram(seed: seed), randomProgram(seed: seed + 1))
      let shift = one.costs.count
      for index in other.rows.indices {
        for term in other.rows[index].terms.indices { other.rows[index].terms[term].choice += shift }
      }
      one.costs += other.costs
      one.most += other.most
      let cap = Row((0..<one.costs.count).map { .init(choice: $0, weight: 1) }, atMost: 7, links: true)
      one.rows += other.rows + [cap]
      var bound = one
      bound.rows[bound.rows.count - 1].links = false
      #expect(bound.blocks.count == 1 && one.blocks.count > 1)
      switch (one.solve(), bound.solve()) {
      case (.impossible, .impossible): break
      case (.solved(_, let apart, _, true), .solved(_, let together, _, true)):
        #expect(abs(apart - together) < 1e-5)
      case (let apart, let together): Issue.record("seed \(seed): \(apart) apart, \(together) together")
      }
    }
  }

  @Test func tellsABoundWhereItStopsEarly() {
    var stopped = 0
    for seed in 1...150 {
      guard let optimum = programOptima[seed - 1] else { continue }
      var nodes = 2
      switch randomProgram(seed: seed).search(nodes: &nodes) {
      case .impossible: Issue.record("seed \(seed) has an optimum")
      case .unfinished(let bound):
        stopped += 1
        #expect(bound <= optimum + 1e-6)
      case .solved(_, let cost, let bound, let proved):
        #expect(bound <= optimum + 1e-6 && cost >= optimum - 1e-6)
        #expect(proved == (bound == cost))
        if !proved { stopped += 1 }
      }
    }
    #expect(stopped > 10)
  }

  @Test func aBoundHoldsForAnyWeights() {
    var generator = SplitMix64(seed: 7)
    for seed in 1...150 {
      guard let optimum = programOptima[seed - 1] else { continue }
      let program = randomProgram(seed: seed)
      let weights = program.rows.map { _ in Double.random(in: -1...1, using: &generator) }
      let lower = program.costs.map { _ in 0.0 } + program.rows.map(\.lower)
      let upper = program.most + program.rows.map(\.upper)
      #expect(program.bound(weights: weights, lower: lower, upper: upper).value <= optimum + 1e-9)
    }
  }
}
