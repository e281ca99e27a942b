/// A test of the plan: some values are put in place, and what the figures are then to be.
///
///     tests:
///       - name: fewer wins ask for more opportunities
///         given: {plan.assumptions.new_win_rate: 20%}
///         expect:
///           plan.derived.opps_needed: 395
///           plan.arr.carried_new_business: $2.96M ± $10K
///       - name: the plan balances
///         expect: [plan.arr.gap = 0]
public struct PlanTest: Sendable {
  /// What is to hold of the figures.
  enum Expectation: Sendable {
    case figure(ValuePath, ExpectedFigure, place: Place)
    case holds(Expression, place: Place)

    /// The keys of the figures that it speaks of.
    var names: [[String]] {
      switch self {
      case .figure(let path, _, _): [path.leadingKeys]
      case .holds(let expression, _): expression.names
      }
    }

    var place: Place {
      switch self {
      case .figure(_, _, let place), .holds(_, let place): place
      }
    }

    /// What has to hold: `plan.derived.opps_needed: 300..400`.
    var assertion: String {
      switch self {
      case .figure(let path, let expected, _): "\(path.text): \(expected.text)"
      case .holds(let expression, _): expression.text
      }
    }

    /// What it is called beside others of its test.
    var text: String {
      switch self {
      case .figure(let path, _, _): path.text
      case .holds(let expression, _): expression.text
      }
    }
  }

  var name: String
  var given: [Override]
  var expectations: [Expectation]
  /// How much it matters if it fails.
  var severity: Severity

  /// Reads the `tests` section of a workspace; one without it has no tests.
  static func decode(from workspace: Workspace) throws(InputErrors) -> [PlanTest] {
    let (tests, problems) = read(from: workspace)
    if let errors = InputErrors(problems) { throw errors }
    return tests
  }

  /// Reads the `tests` section of a workspace: the tests that can be read, and what is wrong with the others.
  static func read(from workspace: Workspace) -> (tests: [PlanTest], problems: [Diagnostic]) {
    guard let node = workspace.sections["tests"], !node.isNotGiven else { return ([], []) }
    var fields = Fields(nil, path: "tests", owner: node, context: workspace.company.fieldContext)
    guard node.kind == .sequence else {
      fields.refuse(
        at: node, "decode.wrong-shape", "'tests' is \(node.inWords), but a list of tests is wanted")
      return ([], fields.problemsOfAll())
    }
    var tests: [PlanTest] = []
    var places: [String: Place] = [:]
    for (index, item) in node.items.enumerated() where !item.isNotGiven {
      let test = fields.item(item, at: "tests[\(index)]", PlanTest.init)
      tests.append(test)
      guard let first = places.updateValue(item.place, forKey: test.name) else { continue }
      fields.add(
        Diagnostic(
          "test.duplicate", "there are two tests named '\(printable(test.name))'", at: item.place,
          notes: [Diagnostic.Note("the first one is here", at: first)]))
    }
    return (tests, fields.problemsOfAll())
  }

  /// Reads one test of the section.
  init(_ fields: inout Fields) {
    name = fields.text("name")
    given = fields.overrides("given")
    expectations = fields.expectations()
    severity = fields.choice("severity", default: .error)
  }
}

extension Fields {
  /// The expectations of a test: figures with their values, or a list of what has to hold.
  fileprivate mutating func expectations() -> [PlanTest.Expectation] {
    let tolerance = valueIfGiven("within", as: .tolerance(context.rates))
    guard let expected = node("expect", "expectations"), !expected.items.isEmpty || !expected.entries.isEmpty
    else {
      refuse(
        "expect", "test.empty", "'\(path(of: "expect"))' expects nothing",
        hint: "such as {plan.derived.opps_needed: 360} or [plan.arr.gap = 0]")
      return []
    }
    var found: [PlanTest.Expectation] = []
    for item in expected.items where !item.isNotGiven {
      do throws(InputErrors) {
        found.append(.holds(try Expression.parse(item), place: item.place))
      } catch {
        take(error.diagnostics)
      }
    }
    for (key, value) in expected.entries {
      do throws(InputErrors) {
        let figure = try ExpectedFigure(value, within: tolerance, rates: context.rates)
        found.append(.figure(try ValuePath(key), figure, place: key.place))
      } catch {
        take(error.diagnostics)
      }
    }
    return found
  }
}
