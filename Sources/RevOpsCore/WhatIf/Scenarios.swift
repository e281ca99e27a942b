/// Several states of the plan side by side, each computed in full, and what drives the differences.
///
/// Source: RevOps Engine, phase 11.
public enum Scenarios {
  /// One state: what differs from the files, and what goes with it.
  struct Scenario: Sendable {
    var name: String
    /// The chance that the year ends above it.
    var chance: Double?
    var overrides: [Override]
    /// What is to be done if it comes to this.
    var actions: [String] = []
  }

  /// What is asked for on the command line.
  public struct Options: Sendable {
    /// The paths of the figures; all key figures of the plan where none is given.
    var figures: [String]
    /// The names of scenarios of the files, or new ones, `NAME: PATH=CHANGE, PATH=CHANGE`.
    var scenarios: [String]

    /// Takes the values of the options.
    public init(figures: [String] = [], scenarios: [String] = []) {
      self.figures = figures
      self.scenarios = scenarios
    }
  }

  struct Result: Encodable, Sendable {
    /// How differences are divided, the least exact way used.
    var attribution: Attribution.Method
    var scenarios: [State]
    /// Changes of the default set that do not apply here, with the reason.
    var leftOut: [LeftOut]
  }

  /// A scenario computed.
  struct State: Encodable, Sendable {
    var name: String
    var chance: Double?
    var overrides: [Changed]
    var figures: [Entry]
    var actions: [String]
  }

  /// An input of a scenario before and after.
  struct Changed: Encodable, Sendable {
    var path: String
    var from: String?
    var to: String
  }

  /// A figure of a scenario.
  struct Entry: Encodable, Sendable {
    var figure: String
    var value: WantedFigure.Value
    /// The value less that of the files as they stand.
    var change: Figure
    /// The change as a share of the value of the files as they stand.
    var scenarioDelta: Figure
    var drivers: [Driver]
  }

  /// What one input adds to a difference.
  struct Driver: Encodable, Sendable {
    var path: String
    var share: Figure
  }

  struct LeftOut: Encodable, Sendable {
    var scenario: String
    var path: String
    var reason: String
  }

  /// Computes every scenario.
  public static func run(_ workspace: Workspace, _ options: Options) throws(InputErrors) -> Outcome {
    let section = try ScenarioSection.decode(from: workspace)
    let paths = try figurePaths(options.figures, of: "--figure", else: section.figures)
    let whatIf = try WhatIf(workspace, figures: paths.map(\.leadingKeys))
    var wanted: [WantedFigure] = []
    for path in paths { wanted.append(try whatIf.figure(path)) }
    if wanted.isEmpty { wanted = whatIf.keyFigures(of: whatIf.home) }
    var leftOut: [LeftOut] = []
    let scenarios = try chosen(options.scenarios, section, whatIf, &leftOut)
    var states: [State] = []
    var method = Attribution.Method.shapley
    var problems: [Diagnostic] = []
    for scenario in scenarios {
      do throws(InputErrors) {
        let (state, found) = try compute(scenario, wanted, whatIf)
        states.append(state)
        if found == .sequentialAverage { method = found }
      } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems.uniqued()) { throw errors }
    let result = Result(attribution: method, scenarios: states, leftOut: leftOut)
    return whatIf.outcome(
      "plan.scenarios", result, findings: outOfOrderFindings(result), report: report(result, wanted, whatIf))
  }

  private static func compute(
    _ scenario: Scenario, _ wanted: [WantedFigure], _ whatIf: WhatIf
  ) throws(InputErrors) -> (State, Attribution.Method) {
    let resolved = try whatIf.resolved(scenario.overrides)
    let settings = resolved.map(\.setting)
    let tree = try whatIf.figures(with: settings)
    let attribution = Attribution(count: settings.count) { made in
      whatIf.values(
        of: wanted, with: made.map { settings[$0] }, known: made.count == settings.count ? tree : nil)
    }
    let entries = wanted.enumerated().map { index, figure in
      entry(figure, index, tree, attribution, scenario.overrides.map(\.path.text), whatIf)
    }
    let changes = zip(scenario.overrides, resolved).map {
      Changed(path: $0.path.text, from: $1.from, to: $1.to)
    }
    let state = State(
      name: scenario.name, chance: scenario.chance, overrides: changes, figures: entries,
      actions: scenario.actions)
    return (state, attribution.method)
  }

  private static func entry(
    _ figure: WantedFigure, _ index: Int, _ tree: FigureTree, _ attribution: Attribution, _ paths: [String],
    _ whatIf: WhatIf
  ) -> Entry {
    let value = figure.value(in: tree)
    let before = figure.value(in: whatIf.base)
    var entry = Entry(
      figure: figure.path, value: value, change: .absent(because: "is no number"),
      scenarioDelta: .absent(because: "is no number"), drivers: [])
    switch attribution.shares(of: index, inCents: figure.isMoney) {
    case .success(let shares):
      entry.change = .value(shares.change)
      entry.drivers = zip(paths, shares.parts).map { Driver(path: $0, share: .value($1)) }
    case .failure(let unknown):
      entry.drivers = paths.map { Driver(path: $0, share: .absent(because: unknown.reason)) }
      if let after = value.figure.value, let number = before.figure.value {
        entry.change = .value(after - number)
      } else {
        entry.change = .absent(because: unknown.reason)
      }
    }
    guard let change = entry.change.value, let number = before.figure.value else {
      entry.scenarioDelta = entry.change
      return entry
    }
    entry.scenarioDelta = number > 0 ? .value(change / number) : .absent(because: "needs a base above 0")
    return entry
  }

  /// Scenarios whose chances say the contrary of what they come to.
  static func outOfOrderFindings(_ result: Result) -> [Finding] {
    let ends = result.scenarios.compactMap { state -> (name: String, chance: Double, arr: Double)? in
      guard let chance = state.chance,
        let arr = state.figures.first(where: { $0.figure == RevenuePlan.headline })?.value.figure.value
      else { return nil }
      return (state.name, chance, arr)
    }
    var findings: [Finding] = []
    for (index, a) in ends.enumerated() {
      for b in ends.dropFirst(index + 1) where (a.chance - b.chance) * (a.arr - b.arr) > 0 {
        let (likelier, rarer) = a.chance > b.chance ? (a, b) : (b, a)
        findings.append(
          Finding(
            "scenarios.out-of-order", .warning, subject: likelier.name,
            "'\(printable(likelier.name))' is to be exceeded more often than '\(printable(rarer.name))', but ends higher",
            evidence: [
              .init(likelier.name, .number(likelier.arr)), .init(rarer.name, .number(rarer.arr)),
            ],
            advice: "look at the changes of both, or at the chances", command: "revops explain scenario_delta"
          ))
      }
    }
    return findings
  }
}

extension WhatIf {
  /// The values of some figures with settings in place; all absent where the files refuse them.
  func values(of wanted: [WantedFigure], with settings: [Setting], known: FigureTree? = nil) -> [Figure] {
    do throws(InputErrors) {
      let tree = if let known { known } else { try figures(with: settings) }
      return wanted.map { $0.value(in: tree).figure }
    } catch {
      let reason = error.diagnostics.first?.message ?? "the files refuse it"
      return wanted.map { _ in .absent(because: reason) }
    }
  }

  /// An outcome of a what-if: the same day, currency and files as those of the analyses asked for.
  func outcome(
    _ key: String, _ result: some Encodable, findings: [Finding] = [], report: Report
  ) -> Outcome {
    var report = report
    if let remark = workspace.asOf.remark { report.subtitle = remark }
    var inputs = workspace.inputs
    for input in outcomes.flatMap(\.inputs) where !inputs.contains(input) { inputs.append(input) }
    return Outcome(
      key: key, asOf: "\(workspace.asOf.date)", currency: "\(workspace.company.currency)", result: result,
      findings: findings, report: report, inputs: inputs,
      warnings: outcomes.flatMap(\.warnings).uniqued(),
      definitions: outcomes.flatMap(\.definitions).reduce(into: []) { all, one in
        if !all.contains(where: { $0.key == one.key }) { all.append(one) }
      },
      assumptions: outcomes.flatMap(\.assumptions))
  }
}

/// The paths of an option, or those of a section where the option is not given.
func figurePaths(
  _ texts: [String], of option: String, else section: [ValuePath]
) throws(InputErrors) -> [ValuePath] {
  guard !texts.isEmpty else { return section }
  var paths: [ValuePath] = []
  for text in texts { paths.append(try ValuePath(text, of: option)) }
  return paths
}

extension WantedFigure.Value: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .figure(let figure): try container.encode(figure)
    case .word(let word): try container.encode(word)
    }
  }
}
