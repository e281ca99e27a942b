/// Writes a check run for people: each problem with its line and caret, what was not asked, then the totals.
enum CheckTextRenderer {
  static func render(_ run: CheckReport, _ options: RenderOptions) -> String {
    let style = TextStyle(options)
    let problems = run.problems.map { outcome in
      Diagnostic(
        outcome.id, "\(outcome.statement) [\(outcome.id)]", at: outcome.place, severity: outcome.severity,
        hint: outcome.help.isEmpty ? nil : outcome.help)
    }
    var lines: [String] = []
    for outcome in run.outcomes {
      switch outcome.status {
      case .waived(let reason): lines.append("waived: \(outcome.title): \(reason)")
      case .skipped(let reason): lines.append("skipped: \(outcome.title): \(reason)")
      case .passed, .failed, .errored: break
      }
    }
    lines.append(run.totals)
    let rest = lines.map { LogCommand.disarmed(style.safe($0)) + "\n" }.joined()
    return DiagnosticRenderer.render(problems, options) + rest
  }
}
