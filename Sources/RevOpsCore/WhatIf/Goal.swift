/// What is wanted of the figures: an expression that has to hold.
struct Goal: Sendable {
  /// The expression as it is written.
  let text: String
  private let truth: TypedExpression
  /// Both sides of a comparison of numbers, and how they are compared.
  private let sides: (comparison: Comparison, left: TypedExpression, right: TypedExpression)?
  private let home: String
  /// How far both sides may lie apart and still be equal, whatever their size; converting figures rounds them once more.
  private let room: Double
  private let expression: Expression

  /// What a goal says of some figures.
  struct State: Hashable, Sendable {
    /// Whether it holds; nil where a figure is absent.
    var holds: Bool?
    /// The left side of the comparison less the right one.
    var distance: Double?
    /// The left side.
    var left: Figure
    /// Why nobody can say whether it holds; nil where somebody can.
    var lack: String?
  }

  /// Reads an expression over the figures of a what-if.
  init(_ expression: Expression, _ whatIf: WhatIf) throws(InputErrors) {
    text = expression.text
    home = whatIf.home
    let environment = whatIf.workspace.figureEnvironment
    room = environment.shown == nil ? 1e-9 : 1e-6
    self.expression = expression
    let root = Self.figures(of: whatIf.base, expression, home).root
    let schema = ExpressionSchema(of: root, environment: environment)
    truth = try expression.check(against: schema, wanted: .truth)
    let misfits = FigureKinds(outcomes: whatIf.outcomes, tree: whatIf.base, home: home)
      .misfits(in: expression, rates: whatIf.workspace.company.rates)
    if let errors = InputErrors(misfits) { throw errors }
    guard case .compare(let comparison, let left, let right) = expression.syntax.kind else {
      sides = nil
      return
    }
    let parts = try [left, right].map { part throws(InputErrors) in
      try Expression(origin: expression.origin, syntax: part).check(against: schema)
    }
    sides = (comparison, parts[0], parts[1])
  }

  /// Whether it asks for a value to be reached rather than passed.
  var isEquality: Bool { sides?.comparison == .equal }

  /// What it says of some figures; sides that differ by rounding alone are equal.
  func state(of tree: FigureTree) -> State {
    let (root, reasons) = Self.figures(of: tree, expression, home, isKnown: true)
    let row = ResultRow(root, reasons: reasons)
    var state = State(
      holds: truth.truth(for: row), distance: nil, left: .absent(because: "the goal compares no numbers"))
    if state.holds == nil {
      if case .missing(let reason) = truth.value(for: row) { state.lack = reason }
      state.lack = state.lack ?? "a figure is absent"
    }
    guard let sides else { return state }
    let (left, right) = (sides.left.value(for: row), sides.right.value(for: row))
    if case .missing(let reason) = left { state.left = .absent(because: reason ?? "a figure is absent") }
    guard let a = left.numeral?.double else { return state }
    state.left = .value(a)
    guard let b = right.numeral?.double else { return state }
    state.distance = a - b
    if sides.comparison == .equal { state.holds = abs(a - b) <= max(room, 1e-9 * max(abs(a), abs(b))) }
    return state
  }

  /// The figures with those of the home analysis by their short names too, where no analysis has that name.
  private static func figures(
    of tree: FigureTree, _ expression: Expression, _ home: String, isKnown: Bool = false
  ) -> (root: JSONValue, reasons: [String: String]) {
    var (root, reasons) = tree.naming(expression, home: home, isKnown: isKnown)
    guard case .object(let members) = root, case .object(let own)? = tree.root[home] else {
      return (root, reasons)
    }
    for name in expression.names.map({ $0.joined(separator: ".") }) where reasons[name] == nil {
      reasons[name] = reasons["\(home).\(name)"]
    }
    return (.object(members + own.filter { one in !members.contains { $0.key == one.key } }), reasons)
  }
}
