/// Writes the problems of a check run as a GitLab Code Quality report, `[]` where there are none.
///
/// Source: docs.gitlab.com, "Code Quality", implement a custom tool.
enum GitLabRenderer {
  static func render(_ run: CheckReport) -> String {
    let prints = CheckOutcome.fingerprints(of: run.outcomes)
    let problems = zip(run.outcomes, prints).filter { $0.0.status == .failed || $0.0.status == .errored }
    return JSONText.pretty(.array(problems.map { issue($0, run, fingerprint: $1) }))
  }

  private static func issue(_ outcome: CheckOutcome, _ run: CheckReport, fingerprint: String) -> JSONValue {
    let line = max(outcome.place?.line ?? 1, 1)
    return .object([
      .init("description", .string(SafeText.escaped(outcome.statement))),
      .init("check_name", .string("revops/\(outcome.ruleID)")),
      .init("fingerprint", .string(fingerprint)),
      .init("severity", .string(severity(of: outcome))),
      .init(
        "location",
        .object([
          .init("path", .string(run.path(of: outcome))),
          .init("lines", .object([.init("begin", .integer(line))])),
        ])),
    ])
  }

  private static func severity(of outcome: CheckOutcome) -> String {
    switch (outcome.status, outcome.severity) {
    case (.errored, _): "critical"
    case (_, .error): "major"
    case (_, .warning): "minor"
    case (_, .info): "info"
    }
  }
}
