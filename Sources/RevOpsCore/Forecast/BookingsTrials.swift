/// Draws trials of deals, four at a time.
///
/// One number of 64 bits decides a deal in a trial: the low 24 bits v say whether it is won, below its threshold, and
/// on which side of the amount it then falls; the two upper runs of 20 bits, of which the larger counts, say how far.
/// The larger of two uniform numbers has a density that rises in a straight line, which is what one side of a triangle
/// is, so that no root is taken.
///
///     below: low + (amount − low) max(a, b)    above: high − (high − amount) max(a, b)
///
/// Every step is an integer operation, or one addition and one multiplication in double precision, the same for all
/// deals: nothing branches, and every machine gets the same bits.
struct BookingsTrials {
  typealias Lanes = SIMD4<UInt64>

  /// What a draw needs of a deal; the amounts as the bits of doubles, those above as what differs from those below.
  private struct Terms {
    /// v below this: won.
    var won: UInt64
    /// v below this: won, and below the amount.
    var below: UInt64
    /// What is added: low − (amount − low), as the share drawn is one more than it counts.
    var base: UInt64
    var baseAbove: UInt64
    /// What multiplies: amount − low.
    var scale: UInt64
    var scaleAbove: UInt64
  }

  /// Deals that arrive in each trial besides.
  private let arrivals: ArrivalTable?
  private var terms: [Terms]
  private let falls: [Double]
  private let reach: Double
  /// What each trial brought.
  private(set) var totals: [Double] = []
  private(set) var wins: [Int]
  private(set) var winsReached: [Int]
  private(set) var reachedCount = 0
  /// Of the last trials, one bit each: whether the deal was won.
  private var bits: [Lanes]
  private var reachedBits = Lanes.zero
  private var bitCount = 0

  /// - Parameters:
  ///   - deals: The deals, with low ≤ amount ≤ high.
  ///   - arrivals: What else comes in.
  ///   - reach: The total from which on the target is reached.
  init(_ deals: [BookingsSimulation.Deal], arrivals: [CreatedAndClosed.Kind], reach: Double) {
    self.arrivals = ArrivalTable(arrivals)
    self.reach = reach
    falls = deals.map { $0.high > $0.low ? ($0.amount - $0.low) / ($0.high - $0.low) : 0 }
    terms = deals.map { deal in
      let (below, above) = (deal.amount - deal.low, deal.high - deal.amount)
      let (base, baseAbove) = ((deal.low - below).bitPattern, (deal.high + above).bitPattern)
      return Terms(
        won: 0, below: 0, base: baseAbove, baseAbove: base ^ baseAbove, scale: (-above).bitPattern,
        scaleAbove: below.bitPattern ^ (-above).bitPattern)
    }
    wins = [Int](repeating: 0, count: deals.count)
    winsReached = wins
    bits = [Lanes](repeating: .zero, count: deals.count)
    setChances(deals.map(\.probability))
  }

  /// Gives each deal another chance.
  mutating func setChances(_ probabilities: [Double]) {
    for index in terms.indices {
      let won = (min(1, max(0, probabilities[index])) * 0x1p24).rounded()
      terms[index].won = UInt64(won)
      terms[index].below = UInt64((won * falls[index]).rounded())
    }
  }

  /// Draws so many trials with a generator of their own; of the last four those beyond count for nothing.
  mutating func draw(_ count: Int, seed: UInt64, chunk: Int) {
    var random = XoshiroLanes(seed: seed, stream: UInt64(chunk))
    var arriving = Xoshiro256(seed: random.next()[0])
    for _ in 0..<count / Lanes.scalarCount { keep(next(&random, &arriving)) }
    let rest = count % Lanes.scalarCount
    if rest > 0 {
      let total = next(&random, &arriving)
      for deal in bits.indices { for lane in rest..<Lanes.scalarCount { bits[deal][lane] &= ~1 } }
      keep(total, first: rest)
    }
    settle()
  }

  /// What the next trial of each lane brought.
  @inline(__always)
  private mutating func next(_ random: inout XoshiroLanes, _ arriving: inout Xoshiro256) -> SIMD4<Double> {
    var total = terms.withUnsafeBufferPointer { terms in
      bits.withUnsafeMutableBufferPointer { bits in Self.trial(terms, &random, bits) }
    }
    if let arrivals { for lane in total.indices { total[lane] += arrivals.draw(&arriving) } }
    return total
  }

  /// One trial in each lane: what it brought; a bit a deal is added to `bits`.
  @inline(__always)
  private static func trial(
    _ terms: UnsafeBufferPointer<Terms>, _ random: inout XoshiroLanes,
    _ bits: UnsafeMutableBufferPointer<Lanes>
  ) -> SIMD4<Double> {
    var total = SIMD4<Double>.zero
    var generator = random
    for deal in 0..<terms.count {
      let drawn = generator.next()
      let term = terms[deal]
      let v = drawn & Lanes(repeating: 0xFF_FFFF)
      // A difference below 0 has its top bit set.
      let isWon = (v &- Lanes(repeating: term.won)) &>> Lanes(repeating: 63)
      let isBelow = (v &- Lanes(repeating: term.below)) &>> Lanes(repeating: 63)
      let a = (drawn &>> Lanes(repeating: 12)) & Lanes(repeating: 0xF_FFFF << 32)
      let b = (drawn &<< Lanes(repeating: 8)) & Lanes(repeating: 0xF_FFFF << 32)
      let isLess = Lanes.zero &- ((a &- b) &>> Lanes(repeating: 63))
      let larger = a ^ ((a ^ b) & isLess)
      // 1 + (the larger + 1/2) / 2²⁰, put together from its bits.
      let share = unsafeBitCast(
        larger | Lanes(repeating: 0x3FF0_0000_8000_0000), to: SIMD4<Double>.self)
      let side = Lanes.zero &- isBelow
      let base = Lanes(repeating: term.base) ^ (Lanes(repeating: term.baseAbove) & side)
      let scale = Lanes(repeating: term.scale) ^ (Lanes(repeating: term.scaleAbove) & side)
      let amount =
        unsafeBitCast(base, to: SIMD4<Double>.self) + unsafeBitCast(scale, to: SIMD4<Double>.self) * share
      let brought = unsafeBitCast(amount, to: Lanes.self) & (Lanes.zero &- isWon)
      total += unsafeBitCast(brought, to: SIMD4<Double>.self)
      bits[deal] = (bits[deal] &<< Lanes(repeating: 1)) | isWon
    }
    random = generator
    return total
  }

  @inline(__always)
  private mutating func keep(_ total: SIMD4<Double>, first count: Int = Lanes.scalarCount) {
    var reached = Lanes.zero
    for lane in 0..<count {
      totals.append(total[lane])
      if total[lane] >= reach { reached[lane] = 1 }
    }
    reachedBits = (reachedBits &<< 1) | reached
    bitCount += 1
    if bitCount == 64 { settle() }
  }

  /// Counts the bits of the last trials.
  private mutating func settle() {
    for lane in 0..<Lanes.scalarCount { reachedCount += reachedBits[lane].nonzeroBitCount }
    for deal in bits.indices {
      let both = bits[deal] & reachedBits
      for lane in 0..<Lanes.scalarCount {
        wins[deal] += bits[deal][lane].nonzeroBitCount
        winsReached[deal] += both[lane].nonzeroBitCount
      }
      bits[deal] = .zero
    }
    reachedBits = .zero
    bitCount = 0
  }

  /// Takes in the trials of another run of the same deals, as if they had been drawn after its own.
  mutating func add(_ other: BookingsTrials) {
    totals += other.totals
    reachedCount += other.reachedCount
    for deal in wins.indices {
      wins[deal] += other.wins[deal]
      winsReached[deal] += other.winsReached[deal]
    }
  }
}

/// Four generators side by side.
struct XoshiroLanes: Sendable {
  typealias Lanes = SIMD4<UInt64>
  private var a = Lanes.zero
  private var b = Lanes.zero
  private var c = Lanes.zero
  private var d = Lanes.zero

  /// Starts each lane with four numbers of one SplitMix64 sequence, its own for every stream.
  init(seed: UInt64, stream: UInt64) {
    var state = SplitMix(seed: seed)
    state = SplitMix(seed: state.next() ^ (stream &* 0xD134_2543_DE82_EF95))
    for lane in 0..<Lanes.scalarCount {
      (a[lane], b[lane], c[lane], d[lane]) = (state.next(), state.next(), state.next(), state.next())
    }
  }

  @inline(__always)
  mutating func next() -> Lanes {
    let sum = a &+ d
    let result = ((sum &<< Lanes(repeating: 23)) | (sum &>> Lanes(repeating: 41))) &+ a
    let shifted = b &<< Lanes(repeating: 17)
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d &<< Lanes(repeating: 45)) | (d &>> Lanes(repeating: 19))
    return result
  }
}
