/// Builds the parts of an expression from its tokens, from the loosest operator to the tightest.
///
///     OR  <  AND  <  NOT  <  = != < <= > >= IN BETWEEN IS contains matches  <  + -  <  * /  <  unary -
///
/// As in SQL, NOT binds looser than a comparison: `NOT a = 1` is `NOT (a = 1)`.
struct Parser {
  /// Most brackets, calls, signs and NOTs inside one another.
  static let deepest = 200
  /// Most bytes of an expression.
  static let longest = 65_536

  private let bytes: [UInt8]
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  /// Reads a whole text.
  static func parse(_ text: String) throws(ExpressionProblem) -> Syntax {
    let bytes = Array(text.utf8)
    guard bytes.count <= longest else {
      throw ExpressionProblem(
        .size, "the expression has \(bytes.count) bytes, and at most \(longest) are read", at: 0..<1,
        hint: "name long lists under 'lists' and write IN list_name")
    }
    var lexer = Lexer(bytes)
    var parser = Parser(bytes: bytes, tokens: try lexer.tokens())
    return try parser.whole()
  }

  private init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  private mutating func whole() throws(ExpressionProblem) -> Syntax {
    guard current.kind != .end else {
      throw ExpressionProblem(.syntax, "the expression is empty", at: current.range)
    }
    let syntax = try either()
    guard current.kind == .end else { throw unexpected("an operator such as AND or the end") }
    return syntax
  }

  // MARK: Truth

  private mutating func either() throws(ExpressionProblem) -> Syntax {
    let first = try both()
    guard current.keyword == .or else { return first }
    var operands = [first]
    while take(.or) { operands.append(try both()) }
    return Syntax(kind: .or(operands), range: span(first, operands[operands.count - 1]))
  }

  private mutating func both() throws(ExpressionProblem) -> Syntax {
    let first = try negatable()
    guard current.keyword == .and else { return first }
    var operands = [first]
    while take(.and) { operands.append(try negatable()) }
    return Syntax(kind: .and(operands), range: span(first, operands[operands.count - 1]))
  }

  private mutating func negatable() throws(ExpressionProblem) -> Syntax {
    let start = current.range
    guard take(.not) else { return try comparison() }
    let operand = try nested(start) { parser throws(ExpressionProblem) in try parser.negatable() }
    return Syntax(kind: .not(operand), range: start.lowerBound..<operand.range.upperBound)
  }

  private mutating func comparison() throws(ExpressionProblem) -> Syntax {
    let left = try sum()
    guard let compared = try relation(of: left) else { return left }
    guard !startsRelation else {
      throw ExpressionProblem(
        .syntax, "'\(text(current))' follows a comparison that is already whole", at: current.range,
        hint: "join two comparisons with AND, or put brackets around one")
    }
    return compared
  }

  /// The relation behind a left side, or nil where none follows.
  private mutating func relation(of left: Syntax) throws(ExpressionProblem) -> Syntax? {
    if case .symbol(let symbol) = current.kind, let comparison = Comparison(symbol) {
      index += 1
      let right = try sum()
      return Syntax(kind: .compare(comparison, left, right), range: span(left, right))
    }
    guard startsRelation else { return nil }
    if take(.is) { return try missing(left) }
    let isNegated = take(.not)
    let positive = try wordRelation(of: left)
    return isNegated ? Syntax(kind: .not(positive), range: positive.range) : positive
  }

  private var startsRelation: Bool {
    switch current.keyword {
    case .is, .in, .between, .contains, .matches, .starts, .ends: return true
    case .not: break
    default:
      if case .symbol(let symbol) = current.kind { return Comparison(symbol) != nil }
      return false
    }
    switch peek(1).keyword {
    case .in, .between, .contains, .matches, .starts, .ends: return true
    default: return false
    }
  }

  private mutating func wordRelation(of left: Syntax) throws(ExpressionProblem) -> Syntax {
    let keyword = current.keyword
    index += 1
    switch keyword {
    case .in:
      let right = try set()
      return Syntax(kind: .within(left, right), range: span(left, right))
    case .between:
      let low = try sum()
      guard take(.and) else { throw unexpected("AND and the upper end of BETWEEN") }
      let high = try sum()
      return Syntax(kind: .between(left, low: low, high: high), range: span(left, high))
    case .starts, .ends:
      guard take(.with) else { throw unexpected("'with'") }
      return try test(keyword == .starts ? .starts : .ends, left)
    case .matches:
      return try test(.matches, left)
    default:
      return try test(.contains, left)
    }
  }

  private mutating func test(_ test: TextTest, _ left: Syntax) throws(ExpressionProblem) -> Syntax {
    let right = try sum()
    return Syntax(kind: .test(test, left, right), range: span(left, right))
  }

  private mutating func missing(_ left: Syntax) throws(ExpressionProblem) -> Syntax {
    let isNegated = take(.not)
    let end = current.range.upperBound
    guard take(.missing) || take(.null) else { throw unexpected("'missing' or 'NULL' behind IS") }
    let range = left.range.lowerBound..<end
    let missing = Syntax(kind: .isMissing(left), range: range)
    return isNegated ? Syntax(kind: .not(missing), range: range) : missing
  }

  /// What may stand behind IN: a list in either kind of brackets, the name of a list, a period.
  private mutating func set() throws(ExpressionProblem) -> Syntax {
    guard current.isSymbol(.open) else { return try sum() }
    return try list(until: .close)
  }

  // MARK: Figures

  private mutating func sum() throws(ExpressionProblem) -> Syntax {
    let first = try product()
    var steps: [Syntax.Step] = []
    while current.isSymbol(.plus) || current.isSymbol(.minus) {
      let isInverse = current.isSymbol(.minus)
      index += 1
      steps.append(Syntax.Step(isInverse: isInverse, operand: try product()))
    }
    guard let last = steps.last else { return first }
    return Syntax(kind: .sum(first, steps), range: span(first, last.operand))
  }

  private mutating func product() throws(ExpressionProblem) -> Syntax {
    let first = try signed()
    var steps: [Syntax.Step] = []
    while current.isSymbol(.times) || current.isSymbol(.over) {
      let isInverse = current.isSymbol(.over)
      index += 1
      steps.append(Syntax.Step(isInverse: isInverse, operand: try signed()))
    }
    guard let last = steps.last else { return first }
    return Syntax(kind: .product(first, steps), range: span(first, last.operand))
  }

  private mutating func signed() throws(ExpressionProblem) -> Syntax {
    let start = current.range
    guard current.isSymbol(.minus) || current.isSymbol(.plus) else { return try operand() }
    let isNegated = current.isSymbol(.minus)
    index += 1
    let inner = try nested(start) { parser throws(ExpressionProblem) in try parser.signed() }
    let range = start.lowerBound..<inner.range.upperBound
    return isNegated ? Syntax(kind: .negated(inner), range: range) : Syntax(kind: inner.kind, range: range)
  }

  private mutating func operand() throws(ExpressionProblem) -> Syntax {
    let token = current
    switch token.kind {
    case .text(let text):
      index += 1
      return Syntax(kind: .text(text), range: token.range)
    case .quantity(let written):
      index += 1
      return quantity(written, at: token.range)
    case .name, .word:
      return try word()
    case .symbol(.open):
      return try bracketed()
    case .symbol(.openList):
      return try list(until: .closeList)
    default:
      throw unexpected("a name, a value or '('")
    }
  }

  private mutating func bracketed() throws(ExpressionProblem) -> Syntax {
    let start = current.range
    index += 1
    let inner = try nested(start) { parser throws(ExpressionProblem) in try parser.either() }
    let end = current.range.upperBound
    guard take(.close) else { throw unclosed(start) }
    return Syntax(kind: inner.kind, range: start.lowerBound..<end)
  }

  /// The items between the bracket at hand and its partner.
  private mutating func list(until close: Symbol) throws(ExpressionProblem) -> Syntax {
    let start = current.range
    index += 1
    let items = try arguments(until: close, from: start)
    return Syntax(kind: .list(items), range: start.lowerBound..<tokens[index - 1].range.upperBound)
  }

  private mutating func arguments(
    until close: Symbol, from start: Range<Int>
  ) throws(ExpressionProblem) -> [Syntax] {
    var items: [Syntax] = []
    if take(close) { return items }
    repeat {
      items.append(try nested(start) { parser throws(ExpressionProblem) in try parser.either() })
    } while take(.comma)
    guard take(close) else { throw unclosed(start) }
    return items
  }

  /// A constant word, a call, a dotted name, or an amount behind its currency (`USD 500`).
  private mutating func word() throws(ExpressionProblem) -> Syntax {
    let token = current
    if let keyword = token.keyword, keyword.isReserved { return try constant(keyword) }
    guard case .word(let word) = token.kind else { return try path() }
    if peek(1).isSymbol(.open) {
      index += 2
      let arguments = try arguments(until: .close, from: token.range)
      let range = token.range.lowerBound..<tokens[index - 1].range.upperBound
      return Syntax(kind: .call(word, arguments), range: range)
    }
    if case .quantity(let written) = peek(1).kind, Currency(word) != nil {
      index += 2
      return quantity("\(word) \(written)", at: token.range.lowerBound..<tokens[index - 1].range.upperBound)
    }
    return try path()
  }

  private mutating func constant(_ keyword: Keyword) throws(ExpressionProblem) -> Syntax {
    let range = current.range
    switch keyword {
    case .true, .false:
      index += 1
      return Syntax(kind: .truth(keyword == .true), range: range)
    case .null:
      index += 1
      return Syntax(kind: .null, range: range)
    default:
      throw unexpected("a name, a value or '('")
    }
  }

  private mutating func path() throws(ExpressionProblem) -> Syntax {
    let start = current.range
    var parts: [String] = []
    repeat {
      switch current.kind {
      case .word(let part), .name(let part): parts.append(part)
      default: throw unexpected("a name behind '.'")
      }
      index += 1
      while current.isSymbol(.openList) { parts[parts.count - 1] += try item() }
    } while take(.dot)
    return Syntax(kind: .name(parts), range: start.lowerBound..<tokens[index - 1].range.upperBound)
  }

  /// The item of a list behind its name, as it is written: `[0]` or `[period=FY2027-Q4]`.
  private mutating func item() throws(ExpressionProblem) -> String {
    let start = current.range.lowerBound
    while !current.isSymbol(.closeList) {
      guard current.kind != .end else { throw unexpected("']' behind the item of a list") }
      index += 1
    }
    index += 1
    return String(decoding: bytes[start..<tokens[index - 1].range.upperBound], as: UTF8.self)
  }

  /// A quantity together with the words of its unit that stand apart from it: `4 business hours`, `100 USD`.
  private mutating func quantity(_ written: String, at range: Range<Int>) -> Syntax {
    var text = written
    var end = range.upperBound
    while case .word(let word) = current.kind, current.keyword == nil {
      text += " " + word
      end = current.range.upperBound
      index += 1
    }
    return Syntax(kind: .quantity(text), range: range.lowerBound..<end)
  }

  // MARK: Tokens

  /// The token at hand; the last one is `end` and is never left.
  private var current: Token { tokens[min(index, tokens.count - 1)] }

  private func peek(_ distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  private mutating func take(_ keyword: Keyword) -> Bool {
    guard current.keyword == keyword else { return false }
    index += 1
    return true
  }

  private mutating func take(_ symbol: Symbol) -> Bool {
    guard current.isSymbol(symbol) else { return false }
    index += 1
    return true
  }

  private func span(_ first: Syntax, _ last: Syntax) -> Range<Int> {
    first.range.lowerBound..<last.range.upperBound
  }

  /// Goes one level deeper, or refuses.
  private mutating func nested(
    _ opener: Range<Int>, _ parse: (inout Parser) throws(ExpressionProblem) -> Syntax
  ) throws(ExpressionProblem) -> Syntax {
    guard depth < Parser.deepest else {
      throw ExpressionProblem(
        .size, "brackets, signs and NOTs stand more than \(Parser.deepest) deep in one another", at: opener)
    }
    depth += 1
    let inner = try parse(&self)
    depth -= 1
    return inner
  }

  // MARK: Problems

  private func text(_ token: Token) -> String {
    switch token.kind {
    case .word(let text), .name(let text), .text(let text), .quantity(let text): text
    case .symbol(let symbol): symbol.rawValue
    case .end: "the end"
    }
  }

  private func unexpected(_ wanted: String) -> ExpressionProblem {
    guard current.kind != .end else {
      return ExpressionProblem(.syntax, "the expression ends where \(wanted) is wanted", at: current.range)
    }
    return ExpressionProblem(
      .syntax, "found '\(QuantityError(text(current), "").text)' where \(wanted) is wanted",
      at: current.range,
      hint: groupHint)
  }

  /// How a number with commas between its thousands is written here; nil for any other comma.
  private var groupHint: String? {
    guard current.isSymbol(.comma), index > 0, case .quantity(var meant) = tokens[index - 1].kind else {
      return nil
    }
    var at = index
    while tokens[min(at, tokens.count - 1)].isSymbol(.comma), at + 1 < tokens.count,
      case .quantity(let group) = tokens[at + 1].kind,
      tokens[at - 1].range.upperBound == tokens[at].range.lowerBound,
      tokens[at].range.upperBound == tokens[at + 1].range.lowerBound,
      group.utf8.prefix(while: \.isDigit).count == 3
    {
      meant += group
      at += 2
    }
    guard at > index else { return nil }
    return "in an expression no commas stand between thousands: write \(QuantityError(meant, "").text)"
  }

  private func unclosed(_ start: Range<Int>) -> ExpressionProblem {
    guard current.kind == .end else {
      var problem = unexpected("',' or a closing bracket")
      if current.isSymbol(.comma) {
        (problem.message, problem.hint) =
          ("found ',' where a closing bracket is wanted", problem.hint ?? "a list is written [1, 2, 3]")
      }
      return problem
    }
    return ExpressionProblem(.syntax, "the bracket that opens here is never closed", at: start)
  }
}
