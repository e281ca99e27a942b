/// What is done to evaluate an expression: its names are indices, its constants values.
indirect enum Plan: Sendable {
  /// A further operand of a sum or product.
  struct Step: Sendable {
    var isInverse: Bool
    var operand: Plan
  }

  /// Where a name leads: from a field of the row or an element of a list down a path.
  struct Reference: Sendable {
    enum Root: Sendable {
      case field(Int)
      /// The element of the list that so many calls further out go through.
      case element(Int)
    }

    var root: Root
    /// Members below the root.
    var path: [String]
    /// What stands there.
    var type: ExpressionType
    /// The name as written.
    var name: String
  }

  case constant(ExpressionValue)
  case reference(Reference)
  /// A number as a span of the unit that its name says.
  case measured(Plan, TimeSpan.Unit)
  case list([Plan])
  case negated(Plan)
  case sum(Plan, [Step])
  case product(Plan, [Step])
  case compare(Comparison, Plan, Plan)
  case between(Plan, Plan, Plan)
  case within(Plan, Plan)
  /// Whether a text is one of many.
  case among(Plan, Set<String>)
  case test(TextTest, Plan, Plan)
  case matches(Plan, Pattern)
  case isMissing(Plan)
  case not(Plan)
  case and([Plan])
  case or([Plan])
  case call(Function, [Plan])
  case choose(Plan, Plan, Plan)
  case firstPresent([Plan])
  /// A figure over a list; the body is evaluated for each element.
  case fold(Fold, list: Plan, body: Plan?)
}

/// The functions over lists.
enum Fold: String, CaseIterable, Sendable {
  case any, all, count, sum, min, max, avg
}
