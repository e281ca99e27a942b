/// A part of an expression as written, before its names mean anything.
///
/// Chains of one precedence are one part with many operands, so that depth comes from brackets alone and
/// is bounded by `Parser.deepest`.
struct Syntax: Sendable {
  indirect enum Kind: Sendable {
    case text(String)
    case quantity(String)
    case truth(Bool)
    case null
    /// A dotted path.
    case name([String])
    case list([Syntax])
    case negated(Syntax)
    /// Operands from left to right, each but the first with its operator.
    case sum(Syntax, [Step])
    case product(Syntax, [Step])
    case compare(Comparison, Syntax, Syntax)
    case between(Syntax, low: Syntax, high: Syntax)
    case within(Syntax, Syntax)
    case test(TextTest, Syntax, Syntax)
    case isMissing(Syntax)
    case not(Syntax)
    case and([Syntax])
    case or([Syntax])
    case call(String, [Syntax])
  }

  /// A further operand of a sum or product.
  struct Step: Sendable {
    /// Whether it is subtracted, or divided by.
    var isInverse: Bool
    var operand: Syntax
  }

  var kind: Kind
  /// The bytes of the expression that the part takes.
  var range: Range<Int>
}

/// The six comparisons.
enum Comparison: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  init?(_ symbol: Symbol) { self.init(rawValue: symbol.rawValue) }

  /// Whether it holds for two values in this order: below zero for less, zero for equal, above for more.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}

/// Questions about a text or a list.
enum TextTest: String, Hashable, Sendable {
  case contains
  case matches
  case starts = "starts with"
  case ends = "ends with"
}
