/// Writes a check run as the JSON document that `check --format json` promises: the envelope of every command, whose
/// result is what became of each check.
enum CheckJSONRenderer {
  static func render(_ run: CheckReport) -> String {
    let prints = CheckOutcome.fingerprints(of: run.outcomes)
    func count(_ words: String...) -> JSONValue {
      .integer(run.outcomes.count { words.contains(run.word(for: $0)) })
    }
    let failed = run.outcomes.contains { run.verdict(on: $0) == .failure || run.verdict(on: $0) == .error }
    let checks = zip(run.outcomes, prints).map { check($0, run, fingerprint: $1) }
    let result = JSONValue.object([
      .init("passed", .bool(!failed)), .init("total", .integer(run.outcomes.count)),
      .init("failed", count("failed", "errored")), .init("warned", count("warned")),
      .init("checks", .array(checks)),
    ])
    return JSONText.pretty(
      JSONRenderer.envelope(
        key: "check", asOf: run.asOf, currency: run.context.currency, result: result,
        findings: run.context.findings, inputs: run.context.inputs, definitions: run.context.definitions,
        assumptions: run.context.assumptions))
  }

  private static func check(_ outcome: CheckOutcome, _ run: CheckReport, fingerprint: String) -> JSONValue {
    .object([
      .init("id", .string(outcome.id)),
      .init("name", .string(outcome.name)),
      .init("status", .string(run.word(for: outcome))),
      .init("reason", outcome.status.reason.map(JSONValue.string) ?? .null),
      .init("severity", .string(outcome.severity.rawValue)),
      .init("message", .string(outcome.message)),
      .init("key_path", .string(outcome.keyPath)),
      .init("help", .string(outcome.help)),
      .init("location", outcome.place.map(JSONRenderer.location) ?? .null),
      .init("fingerprint", .string(fingerprint)),
    ])
  }
}

extension CheckReport {
  /// What became of an outcome in one word: what does not stop a build is not called failed.
  func word(for outcome: CheckOutcome) -> String {
    switch outcome.status {
    case .passed: "passed"
    case .failed: verdict(on: outcome) == .failure ? "failed" : outcome.severity == .info ? "noted" : "warned"
    case .waived: "waived"
    case .skipped: "skipped"
    case .errored: "errored"
    }
  }
}

extension CheckOutcome.Status {
  /// Why a check was waived or skipped.
  var reason: String? {
    switch self {
    case .waived(let reason), .skipped(let reason): reason
    case .passed, .failed, .errored: nil
    }
  }
}
