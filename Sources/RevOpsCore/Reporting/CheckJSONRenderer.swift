/// Writes a check run as the JSON document that `check --format json` promises.
enum CheckJSONRenderer {
  static func render(_ run: CheckReport) -> String {
    let prints = CheckOutcome.fingerprints(of: run.outcomes)
    let failed = run.outcomes.filter { run.verdict(on: $0) == .failure || run.verdict(on: $0) == .error }
    let checks = zip(run.outcomes, prints).map { check($0, fingerprint: $1) }
    return JSONText.pretty(
      .object([
        .init("schema", "revops.check/1"),
        .init("as_of", .string(run.asOf)),
        .init(
          "result",
          .object([
            .init("passed", .bool(failed.isEmpty)), .init("total", .integer(run.outcomes.count)),
            .init("failed", .integer(failed.count)), .init("checks", .array(checks)),
          ])),
      ]))
  }

  private static func check(_ outcome: CheckOutcome, fingerprint: String) -> JSONValue {
    let (status, reason) = words(outcome.status)
    return .object([
      .init("id", .string(outcome.id)),
      .init("name", .string(outcome.name)),
      .init("status", .string(status)),
      .init("reason", reason.map(JSONValue.string) ?? .null),
      .init("severity", .string(outcome.severity.rawValue)),
      .init("message", .string(outcome.message)),
      .init("key_path", .string(outcome.keyPath)),
      .init("help", .string(outcome.help)),
      .init("location", outcome.place.map(JSONRenderer.location) ?? .null),
      .init("fingerprint", .string(fingerprint)),
    ])
  }

  private static func words(_ status: CheckOutcome.Status) -> (status: String, reason: String?) {
    switch status {
    case .passed: ("passed", nil)
    case .failed: ("failed", nil)
    case .waived(let reason): ("waived", reason)
    case .skipped(let reason): ("skipped", reason)
    case .errored: ("errored", nil)
    }
  }
}
