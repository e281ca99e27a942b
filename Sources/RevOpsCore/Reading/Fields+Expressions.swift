extension FieldKind {
  /// An expression, read but not yet held against any names; nil stands in for one that cannot be read.
  static func expression(_ wanted: String) -> FieldKind where Value == Expression? {
    FieldKind("expression", wanted: wanted, placeholder: nil) { node, _ in
      guard !node.isCollection else { return .failure(FieldProblem()) }
      do throws(InputErrors) { return .success(try Expression.parse(node)) } catch {
        return .failure(FieldProblem(located: error.diagnostics))
      }
    }
  }
}
