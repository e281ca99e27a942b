/// Runs a pattern over a text with all its threads at once, each step at most once a scalar.
struct PatternMachine {
  private let steps: [Pattern.Step]
  private let ignoresCase: Bool
  /// Steps that threads go on at behind the scalar just taken.
  private var arrived: [Int] = []
  /// Steps at which a thread waits for the next scalar.
  private var waiting: [Int] = []
  /// For every step the place at which it was last reached.
  private var reached: [Int]
  private var pending: [Int] = []
  private var isAccepted = false

  init(_ pattern: Pattern) {
    steps = pattern.steps
    ignoresCase = pattern.ignoresCase
    reached = [Int](repeating: -1, count: pattern.steps.count)
  }

  /// Whether the pattern is found anywhere in the text.
  mutating func run(_ text: String) -> Bool {
    var previous: UInt32?
    var place = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      follow(at: place, between: previous, and: value)
      if isAccepted { return true }
      advance(over: scalar)
      previous = value
      place += 1
    }
    follow(at: place, between: previous, and: nil)
    return isAccepted
  }

  /// Follows the threads that came here, and a new one, since a match may begin anywhere.
  private mutating func follow(at place: Int, between previous: UInt32?, and next: UInt32?) {
    swap(&pending, &arrived)
    pending.append(0)
    while let step = pending.popLast() {
      guard reached[step] != place else { continue }
      reached[step] = place
      switch steps[step] {
      case .take: waiting.append(step)
      case .jump(let distance): pending.append(step + distance)
      case .split(let first, let second):
        pending.append(step + first)
        pending.append(step + second)
      case .assert(let assertion):
        if holds(assertion, previous, next) { pending.append(step + 1) }
      case .accept: isAccepted = true
      }
    }
  }

  private mutating func advance(over scalar: Unicode.Scalar) {
    let lower = ignoresCase ? smallLetter(scalar) : scalar.value
    let upper = ignoresCase ? capital(scalar) : scalar.value
    for step in waiting {
      if case .take(let set) = steps[step], set.contains(lower, upper) { arrived.append(step + 1) }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func holds(_ assertion: Pattern.Assertion, _ previous: UInt32?, _ next: UInt32?) -> Bool {
    let isBoundary = isWord(previous) != isWord(next)
    return switch assertion {
    case .start: previous == nil
    case .end: next == nil
    case .boundary: isBoundary
    case .noBoundary: !isBoundary
    }
  }

  private func isWord(_ scalar: UInt32?) -> Bool { scalar.map { ScalarSet.word.contains($0, $0) } ?? false }
}

/// The small letter of a scalar where that is one scalar; otherwise the scalar.
private func smallLetter(_ scalar: Unicode.Scalar) -> UInt32 {
  if scalar.isASCII { return scalar.value &- 65 < 26 ? scalar.value | 32 : scalar.value }
  let lower = scalar.properties.lowercaseMapping.unicodeScalars
  guard let only = lower.first, lower.count == 1 else { return scalar.value }
  return only.value
}

/// The capital of a scalar where that is one scalar; otherwise the scalar.
private func capital(_ scalar: Unicode.Scalar) -> UInt32 {
  if scalar.isASCII { return scalar.value &- 97 < 26 ? scalar.value & 0xDF : scalar.value }
  let upper = scalar.properties.uppercaseMapping.unicodeScalars
  guard let only = upper.first, upper.count == 1 else { return scalar.value }
  return only.value
}
