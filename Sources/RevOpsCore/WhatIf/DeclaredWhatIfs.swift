/// The scenarios and the tornado that a workspace declares, held against what the files hold.
///
/// A path that leads nowhere keeps its command from running, and would be found only by whoever runs that.
struct DeclaredWhatIfs {
  private let scenarios: ScenarioSection
  private let sensitivity: SensitivitySection?

  /// Takes the sections of a workspace that can be read; what is wrong with the others is told with the sections.
  init(_ workspace: Workspace) {
    scenarios = (try? ScenarioSection.decode(from: workspace)) ?? ScenarioSection()
    sensitivity = try? SensitivitySection.decode(from: workspace)
  }

  private var hasScenarios: Bool { !scenarios.figures.isEmpty || !scenarios.scenarios.isEmpty }
  private var hasSensitivity: Bool {
    sensitivity.map { !$0.figures.isEmpty || !$0.inputs.isEmpty } ?? false
  }

  /// Whether there is nothing to look at.
  var isEmpty: Bool { !hasScenarios && !hasSensitivity }

  /// The keys of the figures that they name.
  var names: [[String]] { (scenarios.figures + (sensitivity?.figures ?? [])).map(\.leadingKeys) }

  /// What is wrong with their paths and changes.
  ///
  /// - Parameters:
  ///   - workspace: The workspace with its tables read.
  ///   - results: The results of the analyses that it feeds; where one is missing, why is told elsewhere.
  /// - Returns: The problems, each where its path or its change stands.
  func problems(in workspace: Workspace, _ results: [Outcome]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if hasScenarios, let whatIf = whatIf(scenarios.figures, workspace, results, &found) {
      for scenario in scenarios.scenarios {
        found += whatIf.tried(scenario.overrides).problems
      }
    }
    if hasSensitivity, let sensitivity, let whatIf = whatIf(sensitivity.figures, workspace, results, &found) {
      for input in sensitivity.inputs {
        found += whatIf.problems(of: input, input.range ?? sensitivity.range ?? .tenth)
      }
    }
    return found.uniqued()
  }

  /// What answers for some figures, the plan's where there are none; nil where the files do not feed all of them, and
  /// where one of them could not be computed.
  private func whatIf(
    _ figures: [ValuePath], _ workspace: Workspace, _ results: [Outcome], _ found: inout [Diagnostic]
  ) -> WhatIf? {
    let names = figures.isEmpty ? [[RevenuePlan.key]] : figures.map(\.leadingKeys)
    let (keys, lacks) = WhatIf.fed(names, by: workspace)
    found += lacks
    guard lacks.isEmpty, keys.allSatisfy({ key in results.contains { $0.key == key } }) else { return nil }
    let whatIf = WhatIf(workspace, ran: results, figures: names)
    for path in figures {
      do throws(InputErrors) { _ = try whatIf.figure(path) } catch { found += error.diagnostics }
    }
    return whatIf
  }
}
