import RevOpsCore

extension CommandSpec {
  static let check = CommandSpec(
    "check", group: .analyses,
    summary: "assertions and findings for CI: as text, for build servers, or as a table",
    operands: [
      Operand(
        name: "FILE", arity: .any, summary: "workspaces, or - for standard input; revops.yaml without any")
    ],
    options: [.checkFormat] + OptionSpec.presentation + OptionSpec.workspace,
    examples: [
      Example("revops check", "what the workspace of this folder promises, and whether it holds"),
      Example("revops check --format junit -o revops.xml", "for a build server"),
      Example("revops check --format markdown", "a table of all checks, for a page or a comment"),
      Example("revops check --format github --fail-on warning", "as annotations; warnings end with 3"),
    ],
    notes: [
      "A check that cannot be evaluated, since a figure is absent, has failed: nothing passes for want of data. "
        + "A waiver under a check names who takes a failure on, why, and until when.",
      "The backtest of forecasts takes its time, so that it is computed only where a check, a test, a waiver or a "
        + "severity names a figure or a finding of it.",
      "As github the annotations come before the report in text. Files that cannot be read end it with 2 and nothing on standard output. As github they are annotations on standard "
        + "error, and a report of junit, sarif, gitlab or tap that goes to a file says what is wrong with them.",
    ],
    run: runChecks)
}

extension OptionSpec {
  static let checkFormat = OptionSpec(
    "--format", value: "FORMAT", choices: CheckFormat.allCases.map(\.rawValue), "how it is written (text)")
}

/// Checks every file, and names the problems of all of them where one cannot be checked.
@Sendable private func runChecks(_ request: Request) throws(Failure) -> Answer {
  // A file that is named twice counts once, however it is named.
  let files = try request.files().reduce(into: [String]()) { files, file in
    if !files.contains(where: { normalised($0) == normalised(file) }) { files.append(file) }
  }
  let request = try request.keepingStandardInput(of: files)
  var outcomes: [CheckOutcome] = []
  var problems: [Diagnostic] = []
  var days: [CalendarDate] = []
  var context = CheckRun.Context()
  for file in files {
    do throws(Failure) {
      let run = try request.checks(of: file)
      outcomes += run.outcomes
      days.append(run.asOf)
      context.add(run.context)
    } catch {
      guard case .input(let errors) = error else { throw error }
      problems += errors.diagnostics
    }
  }
  let format = request.invocation.value(of: .checkFormat).flatMap(CheckFormat.init(rawValue:)) ?? .text
  if let errors = InputErrors(problems) { return try refused(errors, files[0], format, request) }
  let report = request.placed(
    CheckReport(
      outcomes, file: files[0], asOf: days.max()?.description ?? "", version: version,
      failsOnWarnings: request.failOn == .warning, context: context), format)
  let exit = ExitCode(rawValue: CheckRun.exitCode(of: outcomes, failOn: request.failOn)) ?? .bug
  return .text(report.rendered(as: format, request.renderOptions), exit: exit)
}

/// What a build server is told of files that cannot be read.
///
/// Standard output stays empty: GitHub reads its commands from standard error too, and a report that is written to a
/// file is one of what is wrong, since a missing file would look like a step that was not run.
private func refused(
  _ errors: InputErrors, _ file: String, _ format: CheckFormat, _ request: Request
) throws(Failure) -> Answer {
  let document = request.placed(CheckReport(refusing: errors, file: file, version: version), format)
    .rendered(as: format, request.renderOptions)
  // What is wrong with the files must not be written over one of them.
  if errors.diagnostics.contains(where: { $0.id == "file.output-is-input" }) { throw .input(errors) }
  let messages = request.messages(of: errors.diagnostics)
  let isToFile = request.invocation.value(of: .output).map { $0 != "-" } ?? false
  switch format {
  case .text, .json, .csv, .markdown, .html: throw .input(errors)
  case .github where !isToFile: return Answer(messages: messages + document, exit: .couldNotRun)
  case .junit, .sarif, .gitlab, .tap, .github:
    guard isToFile else { throw .input(errors) }
    return .text(document, messages: messages, exit: .couldNotRun)
  }
}

extension Request {
  /// A report whose paths are as the readers of a format want them: people look from here, build servers from the
  /// root of the repository.
  fileprivate func placed(_ report: CheckReport, _ format: CheckFormat) -> CheckReport {
    switch format {
    case .github, .sarif, .gitlab: report.named(from: surroundings.repository, in: surroundings.folder)
    case .junit, .tap: report.named(from: nil, in: surroundings.folder)
    case .text, .json, .csv, .markdown, .html: report
    }
  }

  fileprivate func checks(of file: String) throws(Failure) -> CheckRun {
    let workspace = try workspace(file)
    do throws(InputErrors) {
      return try CheckRun.evaluate(workspace)
    } catch {
      throw .input(error)
    }
  }
}
