/// The generator of the simulation: the same numbers on every machine.
///
/// Source: Blackman & Vigna, ACM TOMS 47 (2021), xoshiro256++; seeded by SplitMix64 as its authors advise.
struct Xoshiro256: RandomNumberGenerator, Sendable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  init(seed: UInt64) {
    var state = SplitMix(seed: seed)
    (a, b, c, d) = (state.next(), state.next(), state.next(), state.next())
  }

  mutating func next() -> UInt64 {
    let sum = a &+ d
    let result = (sum << 23 | sum >> 41) &+ a
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = d << 45 | d >> 19
    return result
  }
}

/// The generator that starts others.
///
/// Source: Steele, Lea & Flood, OOPSLA (2014), SplitMix64.
struct SplitMix: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
