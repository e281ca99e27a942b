/// A condition or a formula as its author wrote it: read, but not yet held against any names.
///
/// One language serves routing rules, exit criteria, signals, filters, checks and `revops eval`. A text goes
/// through three steps: `parse` knows the grammar, `check` the names and their types, and what comes
/// out of it is evaluated as often as there are rows, without any further error.
///
/// Missing values follow SQL: a comparison with one is neither true nor false, AND, OR and NOT carry that on
/// where it decides, and a filter passes only what is true. `is missing` asks for them.
public struct Expression: Sendable {
  /// The text as written.
  public var text: String { origin.text }

  let origin: ExpressionOrigin
  let syntax: Syntax

  /// Reads a text; `place` is where it stands in a file, so that problems point into it.
  public static func parse(_ text: String, at place: Place? = nil) throws(InputErrors) -> Expression {
    let origin = ExpressionOrigin(text: text, place: place)
    do throws(ExpressionProblem) {
      return Expression(origin: origin, syntax: try Parser.parse(text))
    } catch {
      throw InputErrors(origin.diagnostic(error))
    }
  }

  /// Reads the text of a value in a file.
  public static func parse(_ node: Node) throws(InputErrors) -> Expression {
    try parse(node.text, at: node.place)
  }

  /// Gives every name and operator its meaning, or lists everything that has none.
  ///
  /// What must come out can be `wanted`, such as `.truth` for a condition.
  public func check(
    against schema: ExpressionSchema, wanted: ExpressionType? = nil
  ) throws(InputErrors) -> TypedExpression {
    var checker = Checker(schema: schema, text: text)
    let checked = checker.check(syntax)
    if let wanted, checker.problems.isEmpty { checker.require(wanted, of: checked) }
    let doubts = doubts(in: schema)
    let problems = checker.problems.filter { doubts.isEmpty || $0.kind != .type }
    if !checker.problems.isEmpty, let errors = InputErrors(doubts + problems.map(origin.diagnostic)) {
      throw errors
    }
    return TypedExpression(
      text: text, type: checked.type, plan: checked.plan, environment: schema.environment)
  }
}

extension Expression {
  /// Why columns that the expression speaks of are text, which says more than that text does not fit.
  private func doubts(in schema: ExpressionSchema) -> [Diagnostic] {
    let fields = names.flatMap { path in
      [path.joined(separator: "."), path.first ?? ""].compactMap { schema.index(of: $0) }
    }
    return fields.uniqued().flatMap { schema.doubts[$0]?.diagnostics ?? [] }
  }
}

/// An expression whose names and types are settled; evaluating it cannot fail.
public struct TypedExpression: Sendable {
  /// The text as written.
  public let text: String
  /// What it results in.
  public let type: ExpressionType
  let plan: Plan
  let environment: ExpressionEnvironment

  /// The value for a row.
  public func value(for row: some ExpressionRow) -> ExpressionValue {
    Evaluator(row: row, environment: environment, explains: true).value(plan)
  }

  /// Whether it is true for a row; nil where that is unknown, since a value is missing.
  public func truth(for row: some ExpressionRow) -> Bool? {
    verdict(for: row).truth
  }

  /// What a condition comes to for a row.
  func verdict(for row: some ExpressionRow) -> Verdict {
    Evaluator(row: row, environment: environment, explains: false).verdict(plan)
  }

  /// Whether it is true for a row; false and unknown are alike here.
  public func holds(for row: some ExpressionRow) -> Bool {
    truth(for: row) == true
  }

  /// The value where no row is needed.
  public var constantValue: ExpressionValue { value(for: NoRow()) }
}

/// A row for expressions that name no field.
struct NoRow: ExpressionRow {
  func value(_ field: Int) -> ExpressionValue { .nothing }
}
