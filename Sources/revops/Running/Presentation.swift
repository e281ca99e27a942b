import RevOpsCore

extension OptionSpec {
  static let format = OptionSpec(
    "--format", value: "FORMAT", choices: OutputFormat.allCases.map(\.rawValue), "how it is written (text)")
  static let limit = OptionSpec("--limit", value: "N", range: 1...1_000_000, "rows of a table shown at most")

  /// What every command takes that shows a report.
  static let report: [OptionSpec] = [.format] + presentation + [.limit]
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
  ///   - warnings: What is to be said of the files on standard error.
  /// - Returns: The answer, always fine.
  func answer(
    _ report: Report, schema: String, result: JSONValue, warnings: [Diagnostic] = []
  ) -> Answer {
    let text =
      switch format {
      case .text: TextRenderer.render(report, renderOptions)
      case .markdown: MarkdownRenderer.render(report, renderOptions)
      case .csv: CSVRenderer.render(report)
      case .html: HTMLRenderer.render(report)
      case .json:
        JSONText.pretty(.object([.init("schema", .string("revops.\(schema)/1")), .init("result", result)]))
      }
    return Answer(output: Array(text.utf8), messages: messages(of: warnings))
  }

  /// Warnings as standard error shows them beside an answer.
  func messages(of warnings: [Diagnostic]) -> String {
    Appearance(surroundings, invocation).text(of: warnings)
  }
}
