/// The tests of a workspace over what its analyses say.
struct PlanTestRun {
  let workspace: Workspace
  let tests: [PlanTest]
  /// The results of all fed analyses.
  let results: [Outcome]
  /// What analyses lack that are fed and could not run.
  let lacks: [Finding]

  /// An outcome for each expectation, in the order of the file.
  ///
  /// - Throws: A path that leads nowhere, or values that the files refuse.
  func run() throws(InputErrors) -> [CheckOutcome] {
    var outcomes: [CheckOutcome] = []
    var problems: [Diagnostic] = []
    for test in tests {
      do throws(InputErrors) { outcomes += try run(test) } catch { problems += error.diagnostics }
    }
    if let errors = InputErrors(problems) { throw errors }
    return outcomes
  }

  private func run(_ test: PlanTest) throws(InputErrors) -> [CheckOutcome] {
    let names = test.expectations.flatMap(\.names)
    if let lack = lack(of: names) {
      return test.expectations.map {
        made(test, $0, .failed, "'\(printable($0.text))' could not be computed: \(lack)")
      }
    }
    let whatIf = WhatIf(workspace, ran: results, figures: names)
    var (resolved, tree, problems) = whatIf.tried(test.given)
    let given = zip(test.given, resolved).map { "\($0.path.text)=\($1.to)" }.joined(separator: ", ")
    var outcomes: [CheckOutcome] = []
    for expectation in test.expectations {
      do throws(InputErrors) {
        outcomes.append(try outcome(of: expectation, test, tree, whatIf, given: given))
      } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems) { throw errors }
    return outcomes
  }

  /// What the workspace lacks for some figures; nil where their analyses ran.
  private func lack(of names: [[String]]) -> String? {
    for name in names {
      let analysis = workspace.registry.analysis(of: name) ?? workspace.registry[RevenuePlan.key]
      guard let analysis, !results.contains(where: { $0.key == analysis.key }) else { continue }
      return lacks.first { $0.subject == analysis.key }?.message
        ?? "'\(analysis.key)' needs \(analysis.lack(in: workspace))"
    }
    return nil
  }

  private func outcome(
    of expectation: PlanTest.Expectation, _ test: PlanTest, _ tree: FigureTree, _ whatIf: WhatIf,
    given: String
  ) throws(InputErrors) -> CheckOutcome {
    let under = given.isEmpty ? "" : " given \(given)"
    switch expectation {
    case .figure(let path, let expected, _):
      let figure = try whatIf.figure(path)
      if let misfit = expected.misfit(with: figure, figure.value(in: tree)) { throw InputErrors(misfit) }
      let value = shown(figure.value(in: tree))
      guard !expected.agrees(with: figure, in: tree, workspace.company) else {
        return made(test, expectation, .passed, "'\(figure.path)' is \(value) as expected\(under)")
      }
      return made(
        test, expectation, .failed,
        "'\(figure.path)' is \(value), but \(expected.words(for: figure, in: tree, workspace.company))\(under)"
      )
    case .holds(let expression, _):
      let goal = try Goal(expression, whatIf)
      let values = tree.described(expression)
      let seen = values.isEmpty ? "" : ": \(values)"
      let state = goal.state(of: tree)
      guard state.holds == true else {
        let verdict = state.lack.map { "could not be evaluated: \($0)" } ?? "does not hold"
        return made(
          test, expectation, .failed, "'\(printable(expression.text))' \(verdict)\(under)\(seen)")
      }
      return made(test, expectation, .passed, "'\(printable(expression.text))' holds\(under)\(seen)")
    }
  }

  private func shown(_ value: WantedFigure.Value) -> String {
    switch value {
    case .figure(.value(let number)): NumberFormat.plain(number)
    case .figure(.absent(let reason)): "absent (\(reason))"
    case .word(let word): "'\(printable(word))'"
    }
  }

  private func made(
    _ test: PlanTest, _ expectation: PlanTest.Expectation, _ status: CheckOutcome.Status, _ message: String
  ) -> CheckOutcome {
    let isOnly = test.expectations.count == 1
    return CheckOutcome(
      "tests.\(test.name)", name: isOnly ? test.name : expectation.text, status,
      severity: test.severity, message, place: expectation.place,
      keyPath: "tests.\(test.name).\(expectation.text)", help: "see 'revops explain test.failed'")
  }
}
