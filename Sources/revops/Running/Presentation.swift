import RevOpsCore

extension OptionSpec {
  static let format = OptionSpec(
    "--format", value: "FORMAT", choices: OutputFormat.allCases.map(\.rawValue), "how it is written (text)")
  static let limit = OptionSpec(
    "--limit", value: "N", range: 0...1_000_000, "rows of a table shown at most, 0 for all")
  static let section = OptionSpec(
    "--section", value: "NAME", "one table of the report alone, such as rows; plain CSV with --format csv")

  /// What every command takes that shows a report.
  static let report: [OptionSpec] = [.format, .section] + presentation + [.limit]
}

extension Request {
  /// The format asked for.
  var format: OutputFormat { invocation.value(of: .format).flatMap(OutputFormat.init(rawValue:)) ?? .text }

  /// What the place that output goes to allows.
  var renderOptions: RenderOptions {
    let appearance = Appearance(surroundings, invocation)
    return RenderOptions(
      width: appearance.width, ascii: appearance.ascii, color: appearance.outputColor,
      limit: invocation.number(of: .limit))
  }

  /// A report that no workspace stands behind, in the format asked for.
  ///
  /// - Parameters:
  ///   - report: What people see.
  ///   - schema: The first words of the schema's name: `explain`.
  ///   - result: What programs see.
  ///   - asOf: The day that the result rests on; nil where it rests on none.
  ///   - inputs: The files read.
  ///   - warnings: What is to be said of the files on standard error.
  /// - Returns: The answer, always fine.
  /// - Throws: A section that the report does not have.
  func answer(
    _ report: Report, schema: String, result: JSONValue, asOf: CalendarDate? = nil,
    inputs: [Outcome.InputFile] = [], warnings: [Diagnostic] = []
  ) throws(Failure) -> Answer {
    let report = try chosen(of: report)
    let text =
      switch format {
      case .text: TextRenderer.render(report, renderOptions)
      case .markdown: MarkdownRenderer.render(report, renderOptions)
      case .csv: CSVRenderer.render(report)
      case .html: HTMLRenderer.render(report)
      case .json:
        JSONText.pretty(
          JSONRenderer.envelope(key: schema, asOf: asOf.map { "\($0)" }, result: result, inputs: inputs))
      }
    return Answer(output: Array(text.utf8), messages: messages(of: warnings))
  }

  /// An outcome in the format asked for, with what is to be said of the files.
  func answer(_ run: () throws(InputErrors) -> Outcome) throws(Failure) -> Answer {
    var outcome: Outcome
    do throws(InputErrors) { outcome = try run() } catch { throw .input(error) }
    outcome.report = try chosen(of: outcome.report)
    return Answer(
      output: outcome.rendered(as: format, renderOptions), messages: messages(of: outcome.warnings),
      exit: .judging(outcome.findings.map(\.severity), failOn: failOn))
  }

  /// The report, or the one table of it that `--section` names.
  private func chosen(of report: Report) throws(Failure) -> Report {
    guard let name = invocation.value(of: .section) else { return report }
    let command = invocation.command.name
    guard format != .json else {
      throw .usage(
        UsageError(
          "'--section' does not go with '--format json', which holds the whole result",
          hint: "take a part of it with jq '.result'", command: command))
    }
    if let part = report.only(name) { return part }
    let names = report.tableNames
    let near = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    let list = names.isEmpty ? "it has none" : "it has: " + names.joined(separator: ", ")
    throw .usage(
      UsageError("the report has no table '\(name)'", hint: near ?? list, command: command))
  }

  /// Warnings as standard error shows them beside an answer.
  func messages(of warnings: [Diagnostic]) -> String {
    Appearance(surroundings, invocation).text(of: warnings)
  }
}
