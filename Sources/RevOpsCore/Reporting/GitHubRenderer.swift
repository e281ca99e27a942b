/// Writes a check run as workflow commands, which GitHub shows beside the lines of a pull request.
///
/// GitHub drops all but ten annotations of a kind a step without a word, so the ten of each are written that have the
/// most money at stake, then one notice with the totals, which counts among the notices. The report in text, which is
/// whole, stands below them in the log.
///
/// Source: docs.github.com, "Workflow commands for GitHub Actions"; actions/toolkit, command.ts.
enum GitHubRenderer {
  static func render(_ run: CheckReport) -> String {
    var lines: [String] = []
    for (severity, limit) in [(Severity.error, 10), (.warning, 10), (.info, 9)] {
      let problems = run.problems.filter { self.severity(of: $0) == severity }.enumerated()
        .sorted { ($1.element.stake, $0.offset) < ($0.element.stake, $1.offset) }.map(\.element)
      lines += problems.prefix(limit).map { command($0, severity, run) }
    }
    if run.outcomes.contains(where: { $0.status != .passed }) {
      lines.append("::notice title=revops check::\(escaped(message: run.totals))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The report in text below the annotations: a matcher for its lines, which a job may have added for what stands on
  /// standard error, would annotate each line once more.
  static func inTheLog(_ text: String, of run: CheckReport) -> String {
    (run.problems.isEmpty ? "" : "::remove-matcher owner=revops::\n") + text
  }

  private static func severity(of outcome: CheckOutcome) -> Severity {
    outcome.status == .errored ? .error : outcome.severity
  }

  private static func command(_ outcome: CheckOutcome, _ severity: Severity, _ run: CheckReport) -> String {
    var properties = [("file", run.path(of: outcome))]
    if let place = outcome.place, let endLine = outcome.endLine, let endColumn = outcome.endColumn {
      properties += [
        ("line", "\(place.line)"), ("endLine", "\(endLine)"), ("col", "\(place.column)"),
        ("endColumn", "\(endColumn)"),
      ]
    }
    properties.append(("title", outcome.title))
    let list = properties.map { "\($0.0)=\(escaped(property: $0.1))" }.joined(separator: ",")
    let message = outcome.statement + (outcome.help.isEmpty ? "" : "\n\(outcome.help)")
    return "::\(severity == .info ? "notice" : severity.rawValue) \(list)::\(escaped(message: message))"
  }

  /// The text with what ends a line, or starts an escape, in %-form; other control characters are shown.
  static func escaped(message: String) -> String {
    var safe = ""
    for scalar in message.unicodeScalars {
      switch scalar {
      case "%": safe += "%25"
      case "\r": safe += "%0D"
      case "\n": safe += "%0A"
      default: safe += SafeText.isUnsafe(scalar) ? SafeText.escaped(String(scalar)) : String(scalar)
      }
    }
    return safe
  }

  /// The text as a property's value, which colons and commas would end.
  static func escaped(property: String) -> String {
    var safe = ""
    for scalar in escaped(message: property).unicodeScalars {
      switch scalar {
      case ":": safe += "%3A"
      case ",": safe += "%2C"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
