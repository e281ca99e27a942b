/// The checks of a section over the results of the analyses.
struct CheckEvaluation {
  let workspace: Workspace
  let section: CheckSection
  let tests: [PlanTest]
  /// The results of all fed analyses.
  let results: [Outcome]
  /// What analyses lack that are fed and could not run, each about the key of one.
  let lacks: [Finding]
  /// What nothing reads of the workspace.
  let unread: [Finding]

  /// The day that waivers are held against.
  private var day: CalendarDate { workspace.asOf.date }

  func run() throws(InputErrors) -> CheckRun {
    var outcomes: [CheckOutcome] = []
    var problems: [Diagnostic] = []
    do throws(InputErrors) { outcomes += try assertions() } catch { problems += error.diagnostics }
    do throws(InputErrors) {
      outcomes += try PlanTestRun(workspace: workspace, tests: tests, results: results, lacks: lacks).run()
    } catch {
      problems += error.diagnostics
    }
    if let errors = InputErrors(problems) { throw errors }
    outcomes += results.flatMap(findings)
    outcomes += (lacks + unread).map(outcome)
    outcomes += expiredWaivers() + unusedWaivers() + needlessWaivers(outcomes)
    return CheckRun(outcomes: outcomes, asOf: day, context: context)
  }

  private var context: CheckRun.Context {
    var context = CheckRun.Context()
    context.currency = "\(workspace.company.currency)"
    context.inputs = workspace.inputs
    context.findings = allFindings.map { finding in
      var finding = finding
      finding.severity = section.severities[finding.id] ?? finding.severity
      return finding
    }
    for result in results {
      var own = CheckRun.Context()
      (own.inputs, own.definitions, own.assumptions) = (result.inputs, result.definitions, result.assumptions)
      context.add(own)
    }
    return context
  }

  // MARK: Assertions

  private func assertions() throws(InputErrors) -> [CheckOutcome] {
    let figures = FigureTree(results)
    var outcomes: [CheckOutcome] = []
    var problems: [Diagnostic] = []
    for check in section.checks {
      if let missing = missingAnalysis(for: check) {
        outcomes.append(unevaluated(check, because: missing))
        continue
      }
      do throws(InputErrors) {
        let (root, reasons) = figures.naming(check.assertion)
        let schema = ExpressionSchema(of: root, environment: workspace.figureEnvironment)
        let row = ResultRow(root, reasons: reasons)
        let typed = try check.assertion.check(against: schema, wanted: .truth)
        let misfits = FigureKinds(outcomes: results, tree: figures)
          .misfits(in: check.assertion, rates: workspace.company.rates)
        if let errors = InputErrors(misfits) { throw errors }
        outcomes.append(outcome(of: check, typed.value(for: row), figures))
      } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems) { throw errors }
    return outcomes
  }

  /// What an analysis lacks that an assertion speaks of; nil where all of them ran.
  private func missingAnalysis(for check: Check) -> String? {
    for name in check.assertion.names {
      for analysis in workspace.registry.analyses where !results.contains(where: { $0.key == analysis.key }) {
        let key = analysis.key.split(separator: ".").map(String.init)
        guard name.starts(with: key) else { continue }
        return lacks.first { $0.subject == analysis.key }?.message
          ?? "'\(analysis.key)' needs \(analysis.lack(in: workspace))"
      }
    }
    return nil
  }

  private func outcome(of check: Check, _ value: ExpressionValue, _ figures: FigureTree) -> CheckOutcome {
    switch value {
    case .truth(true):
      return made(check, .passed, "\(quoted(check)) holds", figures)
    case .missing(let reason):
      return unevaluated(
        check, because: reason ?? figures.firstReason(of: check.assertion) ?? "a figure is absent")
    default:
      return made(check, failed(check.waiver), check.message ?? "\(quoted(check)) does not hold", figures)
    }
  }

  private func unevaluated(_ check: Check, because reason: String) -> CheckOutcome {
    made(check, failed(check.waiver), "\(quoted(check)) could not be evaluated: \(reason)", nil)
  }

  private func made(
    _ check: Check, _ status: CheckOutcome.Status, _ message: String, _ figures: FigureTree?
  ) -> CheckOutcome {
    let values = figures?.described(check.assertion) ?? ""
    return CheckOutcome(
      "checks.\(check.name)", name: check.name, status, severity: check.severity,
      values.isEmpty ? message : "\(message): \(values)", place: check.place, keyPath: "checks.\(check.name)",
      help: "see 'revops explain check.failed'")
  }

  private func quoted(_ check: Check) -> String { "'\(printable(check.assertion.text))'" }

  /// A failure, or what a waiver that still holds makes of it.
  private func failed(_ waiver: Waiver?) -> CheckOutcome.Status {
    guard let waiver, waiver.holds(on: day) else { return .failed }
    return .waived(because: waiver.words)
  }

  // MARK: Findings

  /// What an analysis found, or that it found nothing.
  private func findings(of result: Outcome) -> [CheckOutcome] {
    guard !result.findings.isEmpty else {
      let title = workspace.registry[result.key]?.title ?? result.key
      return [
        CheckOutcome(result.key, name: title, .passed, severity: .info, "no findings", keyPath: result.key)
      ]
    }
    return result.findings.map(outcome)
  }

  private func outcome(of finding: Finding) -> CheckOutcome {
    let waiver = section.waivers.first { $0.covers(finding) && $0.waiver.holds(on: day) }
    return CheckOutcome(
      finding.id, name: finding.subject.isEmpty ? finding.id : finding.subject, failed(waiver?.waiver),
      severity: section.severities[finding.id] ?? finding.severity, finding.message, place: finding.place,
      keyPath: finding.subject, help: finding.advice, stake: finding.stake?.money ?? 0)
  }

  /// Everything that was found.
  private var allFindings: [Finding] { results.flatMap(\.findings) + lacks + unread }

  // MARK: Waivers

  private var allWaivers: [(name: String, waiver: Waiver)] {
    section.checks.compactMap { check in check.waiver.map { (check.name, $0) } }
      + section.waivers.map { ($0.id, $0.waiver) }
  }

  private func expiredWaivers() -> [CheckOutcome] {
    allWaivers.filter { !$0.waiver.holds(on: day) }.map { name, waiver in
      CheckOutcome(
        "check.waiver-expired", name: name, .failed, severity: .warning,
        "the waiver of '\(printable(name))' by \(printable(waiver.owner)) ended on \(waiver.expires)",
        place: waiver.expiryPlace ?? waiver.place, keyPath: "checks.\(name).waiver",
        help: "mend the cause and take the waiver out, or agree on a new date")
    }
  }

  /// Waivers of findings that nobody found, which hide the next real one.
  private func unusedWaivers() -> [CheckOutcome] {
    section.waivers.filter { waiver in
      waiver.waiver.holds(on: day) && !allFindings.contains(where: waiver.covers)
    }.map { waiver in
      let about = waiver.subject.map { " about '\(printable($0))'" } ?? ""
      return CheckOutcome(
        "check.waiver-unused", name: waiver.id, .failed, severity: .warning,
        "the waiver of '\(printable(waiver.id))'\(about) covers nothing that was found",
        place: waiver.waiver.place, keyPath: "checks.waivers.\(waiver.id)", help: "take the waiver out")
    }
  }

  /// Waivers of checks that pass, which would hide the day on which they fail.
  private func needlessWaivers(_ outcomes: [CheckOutcome]) -> [CheckOutcome] {
    let passed = Set(outcomes.filter { $0.status == .passed }.map(\.id))
    return section.checks.compactMap { check in
      guard let waiver = check.waiver, waiver.holds(on: day), passed.contains("checks.\(check.name)") else {
        return nil
      }
      return CheckOutcome(
        "check.waiver-unused", name: check.name, .failed, severity: .info,
        "the waiver of '\(printable(check.name))' is not needed: the check passes",
        place: waiver.place, keyPath: "checks.\(check.name).waiver", help: "take the waiver out")
    }
  }
}
