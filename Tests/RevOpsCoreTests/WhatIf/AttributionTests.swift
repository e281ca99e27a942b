import Testing

@testable import RevOpsCore

@Suite("How a difference divides among changes")
struct AttributionTests {
  private func shares(_ count: Int, inCents: Bool = false, _ value: ([Int]) -> Figure) throws
    -> Attribution.Shares
  {
    try Attribution(count: count) { [value($0)] }.shares(of: 0, inCents: inCents).get()
  }

  @Test("a product of two, worked by hand: (4 - 2) × (3 + 7) / 2 and (7 - 3) × (2 + 4) / 2")
  func product() throws {
    let found = try shares(2) { made in .value((made.contains(0) ? 4 : 2) * (made.contains(1) ? 7 : 3)) }
    #expect(found == Attribution.Shares(change: 22, parts: [10, 12]))
  }

  @Test("the glove game of Shapley and Shubik: one left glove and two right ones share 2/3, 1/6 and 1/6")
  func gloves() throws {
    let found = try shares(3) { made in
      .value(Double(min(made.contains(0) ? 1 : 0, made.filter { $0 > 0 }.count)))
    }
    #expect(found.change == 1)
    for (part, expected) in zip(found.parts, [2.0 / 3, 1.0 / 6, 1.0 / 6]) {
      #expect(abs(part - expected) < 1e-14)  // six weights of thirds, rounded to a power of two
    }
  }

  @Test("more changes than eight go by one order and its reverse, and say so")
  func many() throws {
    let attribution = Attribution(count: 9) { made in
      [.value(made.reduce(1.0) { product, index in product * Double(index + 2) })]
    }
    #expect(attribution.method == .sequentialAverage)
    // From 1 to 10!: the first change adds 2 - 1 going forward, and the last of the reverse 10! - 10!/2.
    let found = try attribution.shares(of: 0).get()
    #expect(found.change == 3_628_799)
    #expect(found.parts[0] == (1.0 + 1_814_400) / 2)
  }

  @Test("shares sum to the difference, in cents to the cent, on random games", arguments: 1...12)
  func sums(count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    for _ in 0..<20 {
      let weights = (0..<count).map { _ in Double.random(in: -1e6...1e6, using: &random) }
      let value: ([Int]) -> Figure = { made in
        .value(made.reduce(0) { $0 + weights[$1] } + made.reduce(1.0) { $0 * (1 + weights[$1] / 1e7) } * 1e5)
      }
      let money = try shares(count, inCents: true, value)
      let cents = money.parts.map { ($0 * 100).rounded() }
      #expect(zip(money.parts, cents).allSatisfy { $0 == $1 / 100 })
      #expect(cents.reduce(0, +) == (money.change * 100).rounded())
      let plain = try shares(count, value)
      #expect(plain.parts.reduce(0, +) == plain.change, "to the last bit")
      // Each share in cents is within a cent of the exact one.
      #expect(zip(money.parts, plain.parts).allSatisfy { abs($0 - $1) < 0.011 })
    }
  }

  @Test("a change that does nothing has no share, and two alike have one share")
  func fairness() throws {
    let found = try shares(4) { made in
      .value(made.contains(1) && made.contains(2) ? 30 : made.contains(0) ? 6 : 0)
    }
    #expect(found.parts[3] == 0)
    #expect(abs(found.parts[1] - found.parts[2]) < 1e-12)
  }

  @Test("a figure that is absent with some of the changes alone is not divided")
  func absent() {
    let attribution = Attribution(count: 2) { made in
      [made == [1] ? .absent(because: "needs a deal size") : .value(Double(made.count))]
    }
    #expect(throws: Attribution.Unknown.self) { try attribution.shares(of: 0).get() }
  }
}
