/// A regular expression for `matches`, run so that no text and no pattern can make it hang.
///
/// Understood are literals, `.`, classes (`[a-z]`, `[^,]`, `\d \w \s` and their capitals), groups, `|`, `* + ?`,
/// counts (`{2}`, `{2,}`, `{2,5}`), the anchors `^ $ \b \B` and a leading `(?i)`. References back and looks ahead are
/// refused, since nothing keeps their time in proportion. Time is text × pattern, memory that of the pattern.
///
/// Source: Thompson, Communications of the ACM 11 (1968), 419-422, in the form with a list of threads.
struct Pattern: Hashable, Sendable {
  /// One step of the machine that a pattern becomes.
  enum Step: Hashable, Sendable {
    /// Takes one scalar of a set.
    case take(ScalarSet)
    /// Goes on at both steps, so many further.
    case split(Int, Int)
    /// Goes on so many steps further.
    case jump(Int)
    case assert(Assertion)
    case accept
  }

  /// Places that take no scalar.
  enum Assertion: Hashable, Sendable {
    case start, end, boundary, noBoundary
  }

  /// Most steps of one pattern, counts written out.
  static let mostSteps = 2_000

  let steps: [Step]
  let ignoresCase: Bool

  /// Reads a pattern, or says what is wrong with it and at which scalar.
  init(_ text: String) throws(PatternProblem) {
    var reader = PatternReader(text)
    steps = try reader.read()
    ignoresCase = reader.ignoresCase
  }

  /// Whether the pattern is found anywhere in a text.
  func isFound(in text: String) -> Bool {
    var machine = PatternMachine(self)
    return machine.run(text)
  }
}

/// Why a pattern cannot be read.
struct PatternProblem: Error, Hashable {
  var message: String
  var hint: String?
}

/// Some of all Unicode scalars: ranges, or everything but them.
struct ScalarSet: Hashable, Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  /// Whether a scalar is in the set, given in both cases where case does not count.
  func contains(_ lower: UInt32, _ upper: UInt32) -> Bool {
    for range in ranges where range.contains(lower) || range.contains(upper) { return !isNegated }
    return isNegated
  }

  /// Everything but the line ends.
  static let any = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D], isNegated: true)
  static let digit = ScalarSet(ranges: [0x30...0x39])
  static let space = ScalarSet(ranges: [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x3000...0x3000,
  ])
  /// Letters of any script, digits and `_`; beyond ASCII all but the Latin-1 signs and the general punctuation.
  static let word = ScalarSet(ranges: [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA, 0xC0...0xD6,
    0xD8...0xF6, 0xF8...0x1FFF, 0x2C00...0x2DFF, 0x3005...0xD7FF, 0xF900...0xFDFF, 0x10000...0x1CFFF,
    0x20000...0x3FFFF,
  ])

  /// Everything that this set leaves out.
  var inverted: ScalarSet { ScalarSet(ranges: ranges, isNegated: !isNegated) }
}
