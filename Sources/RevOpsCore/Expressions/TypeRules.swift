/// Which types may meet in an operation, and what comes of them.
enum TypeRules {
  /// The type of a sum or difference; nil where there is none.
  ///
  /// A number with a rate is a number, so that `1 - churn` reads as it should. Money meets money alone.
  static func sum(_ a: ExpressionType, _ b: ExpressionType, isDifference: Bool) -> ExpressionType? {
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.rate, .rate): return .rate
    case (.money, .money): return .money
    case (.span, .span): return .span
    case (.date, .span): return .date
    case (.moment, .span): return .moment
    case (.span, .date) where !isDifference: return .date
    case (.span, .moment) where !isDifference: return .moment
    case (.date, .date) where isDifference, (.moment, .moment) where isDifference,
      (.date, .moment) where isDifference, (.moment, .date) where isDifference:
      return .span
    default:
      return isPlain(a) && isPlain(b) ? .number : nil
    }
  }

  /// The type of a product or quotient; nil where there is none.
  static func product(_ a: ExpressionType, _ b: ExpressionType, isQuotient: Bool) -> ExpressionType? {
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.money, .money) where isQuotient, (.span, .span) where isQuotient: return .number
    case (.rate, .rate): return isQuotient ? .number : .rate
    case (.rate, _) where b.isNumber: return isQuotient ? .rate : .number
    case (.money, _) where isPlain(b), (.span, _) where isPlain(b): return a
    case (_, .money) where isPlain(a) && !isQuotient, (_, .span) where isPlain(a) && !isQuotient: return b
    default: return isPlain(a) && isPlain(b) ? .number : nil
    }
  }

  /// Whether two values can be equal; a plain number is money of the home currency, or a rate.
  static func canEqual(_ a: ExpressionType, _ b: ExpressionType) -> Bool {
    switch (a, b) {
    case (.unknown, _), (_, .unknown), (.truth, .truth), (.money, .money), (.span, .span), (.period, .period),
      (.text, .text):
      true
    case (.date, .date), (.date, .moment), (.moment, .date), (.moment, .moment): true
    case (.money, _): b.isNumber
    case (_, .money): a.isNumber
    default: isPlain(a) && isPlain(b)
    }
  }

  /// Whether one of two values can be more than the other.
  static func canOrder(_ a: ExpressionType, _ b: ExpressionType) -> Bool {
    canEqual(a, b) && a != .truth && b != .truth
  }

  /// A number that carries no unit: a plain one or a rate.
  private static func isPlain(_ type: ExpressionType) -> Bool { type.isNumber || type == .rate }
}
