/// Turns the text of a pattern into the steps of its machine.
///
/// Jumps count from their own step, so that steps can be joined and repeated as they are.
struct PatternReader {
  private typealias Steps = [Pattern.Step]

  private static let deepest = 100
  private static let mostRepeats = 1_000

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private(set) var ignoresCase = false

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func read() throws(PatternProblem) -> [Pattern.Step] {
    if scalars.starts(with: "(?i)".unicodeScalars) {
      ignoresCase = true
      position = 4
    }
    let steps = try alternatives()
    guard current == nil else {
      throw PatternProblem(message: "')' closes no group", hint: "write \\) for the sign")
    }
    return steps + [.accept]
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func alternatives() throws(PatternProblem) -> Steps {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    var steps = branches.removeLast()
    for branch in branches.reversed() {
      steps = try limited([.split(1, branch.count + 2)] + branch + [.jump(steps.count + 1)] + steps)
    }
    return steps
  }

  private mutating func sequence() throws(PatternProblem) -> Steps {
    var steps: Steps = []
    while let scalar = current, scalar != "|", scalar != ")" {
      let item = try item()
      steps += try repeated(item)
      _ = try limited(steps)
    }
    return steps
  }

  private mutating func item() throws(PatternProblem) -> Steps {
    guard let scalar = current else { return [] }
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return [.take(try bracketed())]
    case ".": return [.take(.any)]
    case "^": return [.assert(.start)]
    case "$": return [.assert(.end)]
    case "\\": return [try escaped()]
    case "*", "+", "?":
      throw PatternProblem(message: "'\(scalar)' repeats nothing", hint: "write \\\(scalar) for the sign")
    case "{", "}", "]":
      throw PatternProblem(message: "'\(scalar)' stands alone", hint: "write \\\(scalar) for the sign")
    default: return [.take(ScalarSet(ranges: [scalar.value...scalar.value]))]
    }
  }

  private mutating func group() throws(PatternProblem) -> Steps {
    if take("?"), !take(":") {
      throw PatternProblem(
        message: "looks ahead, names and other groups of the form (?...) are not supported",
        hint: "(?:...) groups, and (?i) at the start ignores case")
    }
    guard depth < PatternReader.deepest else {
      throw PatternProblem(message: "groups stand more than \(PatternReader.deepest) deep in one another")
    }
    depth += 1
    let steps = try alternatives()
    depth -= 1
    guard take(")") else {
      throw PatternProblem(message: "a '(' is never closed", hint: "write \\( for the sign")
    }
    return steps
  }

  // MARK: Repeating

  private mutating func repeated(_ steps: Steps) throws(PatternProblem) -> Steps {
    guard let counts = try counts() else { return steps }
    _ = take("?")  // a lazy form finds the same texts
    if let sign = current, sign == "*" || sign == "+" || sign == "?" || sign == "{" {
      throw PatternProblem(
        message: "'\(sign)' repeats what is repeated already", hint: "put a group around it")
    }
    // An item of no steps takes nothing however often it stands.
    guard !steps.isEmpty else { return [] }
    let most = counts.most ?? counts.least + 1
    guard most * (steps.count + 2) <= Pattern.mostSteps else { throw tooLarge }
    var result: Steps = []
    for _ in 0..<counts.least { result += steps }
    if let most = counts.most {
      for _ in counts.least..<most { result += [.split(1, steps.count + 1)] + steps }
    } else {
      result += [.split(1, steps.count + 2)] + steps + [.jump(-steps.count - 1)]
    }
    return result
  }

  /// How often the item before is wanted, or nil where nothing says so.
  private mutating func counts() throws(PatternProblem) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard take("{") else { return nil }
    guard let least = takeNumber() else { throw badCount }
    guard take(",") else {
      guard take("}") else { throw badCount }
      return (least, least)
    }
    if take("}") { return (least, nil) }
    guard let most = takeNumber(), most >= least, take("}") else { throw badCount }
    return (least, most)
  }

  private mutating func takeNumber() -> Int? {
    let start = position
    var number = 0
    while let scalar = current, ("0"..."9").contains(scalar) {
      number = min(number * 10 + Int(scalar.value - 48), PatternReader.mostRepeats)
      position += 1
    }
    return position > start ? number : nil
  }

  private func limited(_ steps: Steps) throws(PatternProblem) -> Steps {
    guard steps.count <= Pattern.mostSteps else { throw tooLarge }
    return steps
  }

  private var tooLarge: PatternProblem {
    PatternProblem(message: "it is larger than \(Pattern.mostSteps) steps with its counts written out")
  }

  private var badCount: PatternProblem {
    PatternProblem(message: "a count is written {2}, {2,} or {2,5}", hint: "write \\{ for the sign")
  }

  // MARK: Sets

  private mutating func escaped() throws(PatternProblem) -> Pattern.Step {
    if take("b") { return .assert(.boundary) }
    if take("B") { return .assert(.noBoundary) }
    return .take(try escapedSet())
  }

  /// What stands behind a backslash: a class or one scalar.
  private mutating func escapedSet() throws(PatternProblem) -> ScalarSet {
    guard let scalar = current else {
      throw PatternProblem(message: "it ends in a backslash", hint: "write \\\\")
    }
    position += 1
    switch scalar {
    case "d": return .digit
    case "D": return ScalarSet.digit.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .space
    case "S": return ScalarSet.space.inverted
    case "t": return ScalarSet(ranges: [9...9])
    case "n": return ScalarSet(ranges: [10...10])
    case "r": return ScalarSet(ranges: [13...13])
    case "a"..."z", "A"..."Z", "0"..."9":
      throw PatternProblem(
        message: "'\\\(scalar)' is not supported",
        hint: "known are \\d \\w \\s \\b, their capitals, \\t \\n \\r")
    default: return ScalarSet(ranges: [scalar.value...scalar.value])
    }
  }

  private mutating func bracketed() throws(PatternProblem) -> ScalarSet {
    let isNegated = take("^")
    var set = ScalarSet(ranges: [])
    // A bracket that closes at once would be an empty set, so it stands for itself there.
    if take("]") { set.ranges.append(0x5D...0x5D) }
    while let scalar = current, scalar != "]" {
      let item = try bracketItem()
      set.ranges += try ranges(of: item, from: scalar)
    }
    guard take("]") else {
      throw PatternProblem(message: "a '[' is never closed", hint: "write \\[ for the sign")
    }
    set.isNegated = isNegated
    return set
  }

  private mutating func bracketItem() throws(PatternProblem) -> ScalarSet {
    guard let scalar = current else { return ScalarSet(ranges: []) }
    position += 1
    guard scalar == "\\" else { return ScalarSet(ranges: [scalar.value...scalar.value]) }
    return try escapedSet()
  }

  /// The ranges of an item, and where a hyphen follows, up to the item behind it.
  private mutating func ranges(
    of item: ScalarSet, from scalar: Unicode.Scalar
  ) throws(PatternProblem) -> [ClosedRange<UInt32>] {
    let plain = item.isNegated ? ScalarSet.complement(of: item.ranges) : item.ranges
    let next = position + 1 < scalars.count ? scalars[position + 1] : nil
    guard current == "-", let next, next != "]" else { return plain }
    position += 1
    let end = try bracketItem()
    guard let low = single(item), let high = single(end), low <= high else {
      throw PatternProblem(message: "'\(scalar)-\(next)' is no range", hint: "write \\- for the sign")
    }
    return [low...high]
  }

  private func single(_ set: ScalarSet) -> UInt32? {
    guard !set.isNegated, set.ranges.count == 1, set.ranges[0].count == 1 else { return nil }
    return set.ranges[0].lowerBound
  }
}

extension ScalarSet {
  /// Everything between ascending ranges.
  fileprivate static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    result.append(next...0x10FFFF)
    return result
  }
}
