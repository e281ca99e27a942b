/// The trials under way.
struct BookingsTrials {
  /// What a won deal brings: triangular between low and high, rising up to the turn.
  struct Amount {
    var turn: Double
    var low: Double
    var rise: Double
    var high: Double
    var fall: Double
  }

  /// A won deal, with the 32 bits that decide what it brings.
  struct Win {
    var deal: Int
    var bits: UInt64
  }

  /// The upper 32 bits of a draw lie below this where the deal is won.
  var thresholds: [UInt64]
  let amounts: [Amount]
  var random: Xoshiro256
  let reach: Double
  var totals: [Double] = []
  var wins: [Int]
  var winsReached: [Int]
  var reachedCount = 0

  init(_ deals: [BookingsSimulation.Deal], reach: Double, capacity: Int, seed: UInt64) {
    thresholds = deals.map { BookingsTrials.threshold($0.probability) }
    amounts = deals.map { deal in
      let width = deal.high - deal.low
      return Amount(
        turn: width > 0 ? (deal.amount - deal.low) / width : 0, low: deal.low,
        rise: width * (deal.amount - deal.low), high: deal.high, fall: width * (deal.high - deal.amount))
    }
    random = Xoshiro256(seed: seed)
    self.reach = reach
    wins = [Int](repeating: 0, count: deals.count)
    winsReached = wins
    totals.reserveCapacity(capacity)
  }

  private static func threshold(_ probability: Double) -> UInt64 {
    UInt64((min(1, max(0, probability)) * 0x1p32).rounded())
  }

  mutating func setChances(_ probabilities: [Double]) {
    thresholds = probabilities.map(BookingsTrials.threshold)
  }

  /// Draws so many trials.
  mutating func draw(_ count: Int) {
    var random = random
    var won = [Win](repeating: Win(deal: 0, bits: 0), count: thresholds.count + 1)
    thresholds.withUnsafeBufferPointer { thresholds in
      won.withUnsafeMutableBufferPointer { won in
        for _ in 0..<count {
          // Every deal is written and the next one overwrites it unless it is won, so that nothing branches.
          var winners = 0
          for deal in 0..<thresholds.count {
            let bits = random.next()
            won[winners] = Win(deal: deal, bits: bits & 0xFFFF_FFFF)
            winners &+= bits >> 32 < thresholds[deal] ? 1 : 0
          }
          keep(UnsafeBufferPointer(rebasing: won[..<winners]))
        }
      }
    }
    self.random = random
  }

  private mutating func keep(_ won: UnsafeBufferPointer<Win>) {
    let total = amounts.withUnsafeBufferPointer { amounts in
      won.reduce(0.0) { $0 + BookingsTrials.amount(amounts[$1.deal], $1.bits) }
    }
    totals.append(total)
    let reached = total >= reach ? 1 : 0
    reachedCount += reached
    wins.withUnsafeMutableBufferPointer { wins in
      for win in won { wins[win.deal] &+= 1 }
    }
    guard reached > 0 else { return }
    winsReached.withUnsafeMutableBufferPointer { wins in
      for win in won { wins[win.deal] &+= 1 }
    }
  }

  private static func amount(_ amount: Amount, _ bits: UInt64) -> Double {
    let u = Double(bits) * 0x1p-32
    let isRising = u < amount.turn
    let root = (isRising ? u * amount.rise : (1 - u) * amount.fall).squareRoot()
    return isRising ? amount.low + root : amount.high - root
  }
}
