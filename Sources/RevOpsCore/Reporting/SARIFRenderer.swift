/// Writes a check run as SARIF 2.1.0 in the shape that GitHub code scanning shows.
///
/// Passed checks are left out; what is waived is a suppressed result, what could not be asked a result of kind
/// `notApplicable`, and a check that broke is also a notification of the run.
///
/// Source: OASIS SARIF 2.1.0; docs.github.com, "SARIF support for code scanning".
enum SARIFRenderer {
  static func render(_ run: CheckReport) -> String {
    JSONText.pretty(
      .object([
        .init("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
        .init("version", "2.1.0"),
        .init("runs", .array([self.run(run)])),
      ]))
  }

  private static func run(_ run: CheckReport) -> JSONValue {
    var rules: [CheckOutcome] = []
    var indices: [String: Int] = [:]
    for outcome in run.outcomes where indices[outcome.id] == nil {
      indices[outcome.id] = rules.count
      rules.append(outcome)
    }
    let prints = CheckOutcome.fingerprints(of: run.outcomes)
    let results = zip(run.outcomes, prints).filter { $0.0.status != .passed }.map { outcome, print in
      result(outcome, run, index: indices[outcome.id] ?? 0, fingerprint: print)
    }
    return .object([
      .init("tool", .object([.init("driver", driver(rules, run))])),
      .init("columnKind", "unicodeCodePoints"),
      .init("automationDetails", .object([.init("id", "revops-check/")])),
      .init("invocations", .array([invocation(run, indices)])),
      .init("results", .array(results)),
    ])
  }

  private static func driver(_ rules: [CheckOutcome], _ run: CheckReport) -> JSONValue {
    .object([
      .init("name", "revops"),
      .init("semanticVersion", .string(run.version)),
      .init("rules", .array(rules.map(rule))),
    ])
  }

  /// A rule speaks for all its results: what its page says, not what one of them does.
  ///
  /// An assertion has no page of its own id, and is one rule with its own name.
  private static func rule(_ outcome: CheckOutcome) -> JSONValue {
    let page = Explanations.page(outcome.id)
    let term = ["checks": "check.failed", "tests": "test.failed"][outcome.area]
    let rest = outcome.id.dropFirst(outcome.area.count).drop { $0 == "." }
    let name = rest.isEmpty ? outcome.id : String(rest)
    let title = page?.title ?? (term != nil || outcome.name.isEmpty ? name : outcome.name)
    let what = page?.what ?? term.flatMap(Explanations.page)?.what ?? title
    let help =
      page?.remedy ?? (outcome.help.isEmpty ? "see 'revops explain \(term ?? outcome.id)'" : outcome.help)
    return .object([
      .init("id", .string(outcome.ruleID)),
      .init("name", .string(String(SafeText.escaped(name).prefix(255)))),
      .init("shortDescription", text(title)),
      .init("fullDescription", text(what)),
      .init("help", text(help)),
      .init("defaultConfiguration", .object([.init("level", .string(level(outcome.severity)))])),
      .init(
        "properties",
        .object([
          .init("tags", .array([.string(SafeText.escaped(outcome.area))])), .init("precision", "very-high"),
          .init("problem.severity", .string(problemSeverity(outcome.severity))),
        ])),
    ])
  }

  private static func result(
    _ outcome: CheckOutcome, _ run: CheckReport, index: Int, fingerprint: String
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(outcome.ruleID)), .init("ruleIndex", .integer(index)),
    ]
    var message = outcome.statement
    if case .skipped(let reason) = outcome.status {
      members += [.init("kind", "notApplicable"), .init("level", "none")]
      if !reason.isEmpty { message = reason }
    } else {
      members.append(.init("level", .string(outcome.status == .errored ? "error" : level(outcome.severity))))
    }
    members += [
      .init("message", text(message)), .init("locations", .array([location(outcome, run)])),
      .init("partialFingerprints", .object([.init("primaryLocationLineHash", .string(fingerprint))])),
    ]
    if case .waived(let reason) = outcome.status {
      let suppression: [JSONValue.Member] = [
        .init("kind", "external"), .init("justification", .string(reason)),
      ]
      members.append(.init("suppressions", .array([.object(suppression)])))
    }
    return .object(members)
  }

  private static func location(_ outcome: CheckOutcome, _ run: CheckReport) -> JSONValue {
    var region: [JSONValue.Member] = [.init("startLine", 1)]
    if let place = outcome.place, let endLine = outcome.endLine, let endColumn = outcome.endColumn {
      region = [
        .init("startLine", .integer(max(place.line, 1))),
        .init("startColumn", .integer(max(place.column, 1))),
        .init("endLine", .integer(max(endLine, 1))), .init("endColumn", .integer(max(endColumn, 1))),
      ]
    }
    let artifact = JSONValue.object([.init("uri", .string(encoded(path: run.path(of: outcome))))])
    return .object([
      .init(
        "physicalLocation", .object([.init("artifactLocation", artifact), .init("region", .object(region))]))
    ])
  }

  private static func invocation(_ run: CheckReport, _ indices: [String: Int]) -> JSONValue {
    let broken = run.outcomes.filter { $0.status == .errored }
    let notifications = broken.map { outcome in
      JSONValue.object([
        .init("level", "error"), .init("message", text(outcome.statement)),
        .init(
          "associatedRule",
          .object([.init("id", .string(outcome.ruleID)), .init("index", .integer(indices[outcome.id] ?? 0))])),
      ])
    }
    return .object([
      .init("executionSuccessful", .bool(broken.isEmpty)),
      .init("toolExecutionNotifications", .array(notifications)),
    ])
  }

  private static func text(_ text: String) -> JSONValue {
    .object([.init("text", .string(String(text.prefix(1024))))])
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func problemSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }

  /// A path as a relative URI reference: everything but unreserved characters and slashes in %-form.
  static func encoded(path: String) -> String {
    var uri: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: uri.append(byte)
      default: uri += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}
