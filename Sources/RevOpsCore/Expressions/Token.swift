/// The smallest parts of an expression: what the lexer hands to the parser.
struct Token: Hashable, Sendable {
  /// What a token is.
  enum Kind: Hashable, Sendable {
    /// A name or a keyword, which only its position tells apart.
    case word(String)
    /// A name between backticks, for headers with spaces.
    case name(String)
    /// Text between quotes, without them.
    case text(String)
    /// A quantity as written: a number with its suffix, money with its sign, a date, a period.
    case quantity(String)
    case symbol(Symbol)
    case end
  }

  var kind: Kind
  /// The bytes of the expression that it takes.
  var range: Range<Int>

  /// The keyword a word stands for, in any case.
  var keyword: Keyword? {
    guard case .word(let word) = kind else { return nil }
    return Keyword(rawValue: word.lowercased())
  }

  /// Whether the token is this symbol.
  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// Signs that are no words.
enum Symbol: String, Hashable, Sendable {
  case open = "("
  case close = ")"
  case openList = "["
  case closeList = "]"
  case comma = ","
  case dot = "."
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// Words that no bare name can be, unless they stand where only a name can.
enum Keyword: String, Hashable, Sendable {
  case and, or, not
  case `in`, between, `is`
  case null, missing
  case `true`, `false`
  case contains, matches, starts, ends, with

  /// Whether the word is reserved even where an operand is wanted; the others are then names.
  var isReserved: Bool {
    switch self {
    case .and, .or, .not, .in, .between, .is, .null, .true, .false: true
    case .missing, .contains, .matches, .starts, .ends, .with: false
    }
  }
}
