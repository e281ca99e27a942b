/// A formula of the catalogue that the expression language can work out.
struct WorkedFormula {
  private let typed: TypedExpression

  /// Reads a formula of numbers; nil for one that is told in words.
  init?(_ formula: String, of terms: [String]) {
    let text = String(formula.map { $0 == "×" ? "*" : $0 == "−" ? "-" : $0 })
    let schema = ExpressionSchema(
      of: Self.row(terms.reduce(into: [:]) { $0[$1] = 1.5 }), environment: ExpressionEnvironment())
    guard let expression = try? Expression.parse(text), let typed = try? expression.check(against: schema)
    else { return nil }
    self.typed = typed
  }

  /// What it gives for the values of its terms.
  func result(_ values: [String: Double]) -> Double? {
    typed.value(for: ResultRow(Self.row(values), reasons: [:])).numeral?.double
  }

  private static func row(_ values: [String: Double]) -> JSONValue {
    .object(values.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) })
  }
}
