import RevOpsCore

extension CommandSpec {
  static let check = CommandSpec(
    "check", group: .analyses,
    summary: "assertions and findings for CI: text, json, junit, sarif, github, gitlab, tap",
    operands: [
      Operand(
        name: "FILE", arity: .any, summary: "workspaces, or - for standard input; revops.yaml without any")
    ],
    options: [.checkFormat] + OptionSpec.presentation + OptionSpec.workspace,
    examples: [
      Example("revops check", "what the workspace of this folder promises, and whether it holds"),
      Example("revops check --format junit -o revops.xml", "for a build server"),
      Example("revops check --format github --fail-on warning", "as annotations; warnings end with 3"),
    ],
    notes: [
      "A check that cannot be evaluated, since a figure is absent, has failed: nothing passes for want of data. "
        + "A waiver under a check names who takes a failure on, why, and until when."
    ],
    run: runChecks)
}

extension OptionSpec {
  static let checkFormat = OptionSpec(
    "--format", value: "FORMAT", choices: CheckFormat.allCases.map(\.rawValue), "how it is written (text)")
}

/// Checks every file, and names the problems of all of them where one cannot be checked.
@Sendable private func runChecks(_ request: Request) throws(Failure) -> Answer {
  let files = try request.files()
  var outcomes: [CheckOutcome] = []
  var problems: [Diagnostic] = []
  var days: [CalendarDate] = []
  for file in files {
    do throws(Failure) {
      let run = try request.checks(of: file)
      outcomes += run.outcomes
      days.append(run.asOf)
    } catch {
      guard case .input(let errors) = error else { throw error }
      problems += errors.diagnostics
    }
  }
  if let errors = InputErrors(problems) { throw .input(errors) }
  let report = CheckReport(
    outcomes, file: files[0], asOf: days.max()?.description ?? "", version: version,
    failsOnWarnings: request.failOn == .warning)
  let format = request.invocation.value(of: .checkFormat).flatMap(CheckFormat.init(rawValue:)) ?? .text
  let exit = ExitCode(rawValue: CheckRun.exitCode(of: outcomes, failOn: request.failOn)) ?? .bug
  return .text(report.rendered(as: format, request.renderOptions), exit: exit)
}

extension Request {
  fileprivate func checks(of file: String) throws(Failure) -> CheckRun {
    let workspace = try workspace(file)
    do throws(InputErrors) {
      return try CheckRun.evaluate(workspace)
    } catch {
      throw .input(error)
    }
  }
}
