/// The `sensitivity` section: what a tornado looks at where the command line does not say.
///
///     sensitivity:
///       figures: [plan.arr.carried_arr]
///       range: 10%
///       inputs:
///         plan.assumptions.new_win_rate: 18%..25%
///         plan.capacity.attrition: -5pts..+5pts
///         plan.supply.mqls_per_month:
struct SensitivitySection: Sendable {
  var figures: [ValuePath] = []
  var range: InputRange?
  var inputs: [RangedInput] = []

  /// Reads the section of a workspace; one without it leaves everything open.
  static func decode(from workspace: Workspace) throws(InputErrors) -> SensitivitySection {
    try workspace.decode("sensitivity", SensitivitySection.init)
  }

  /// Reads the section.
  init(_ fields: inout Fields) {
    let rates = fields.context.rates
    figures = fields.paths("figures")
    range = fields.valueIfGiven("range", as: .inputRange(rates))
    guard let inputs = fields.node("inputs", "ranges") else { return }
    let entries: [(key: Node, value: Node)] =
      inputs.kind == .mapping ? inputs.entries : inputs.items.map { ($0, Node.empty) }
    if inputs.kind != .mapping, inputs.kind != .sequence {
      fields.refuse(
        at: inputs, "decode.wrong-shape",
        "'sensitivity.inputs' is \(inputs.inWords), but paths with their ranges are wanted",
        hint: "such as {plan.assumptions.new_win_rate: 18%..25%}")
    }
    for (key, value) in entries {
      do throws(InputErrors) {
        self.inputs.append(
          try RangedInput(ValuePath(key), at: value.isNotGiven ? key : value, rates, value))
      } catch {
        fields.take(error.diagnostics)
      }
    }
  }
}

extension RangedInput {
  /// Takes a key of a file and its range, where messages about a key without one point at the key.
  fileprivate init(
    _ path: ValuePath, at node: Node, _ rates: ExchangeRates, _ range: Node
  ) throws(InputErrors) {
    try self.init(path, at: range, rates: rates)
    self.node = node
  }
}

extension FieldKind where Value == InputRange {
  /// The ends of a range: `-10%..+10%`, `±5pts`.
  static func inputRange(_ rates: ExchangeRates) -> FieldKind {
    FieldKind("range", wanted: "a range such as -10%..+10% or ±5pts", placeholder: .tenth) { node, _ in
      guard !node.isCollection else { return .failure(FieldProblem()) }
      do throws(QuantityError) {
        return .success(try InputRange.parse(node.text, rates: rates))
      } catch {
        return .failure(FieldProblem(reason: error.wanted, hint: error.hint))
      }
    }
  }
}
