/// What a workspace says of one of its own checks or tests: what has to hold, and whether it does.
public enum CheckExplanation {
  /// An expectation and what became of it.
  struct Part: Encodable {
    let name: String
    /// What has to hold.
    let assertion: String
    let status: String
    let severity: String
    let message: String
    /// What mends it, or who takes it on.
    let help: String
    let location: Place?
  }

  struct Result: Encodable {
    let term: String
    let kind = "check"
    let checks: [Part]
  }

  /// Whether a word names a check or a test rather than a word of the field.
  public static func isNamed(by term: String) -> Bool {
    ["checks.", "tests."].contains { term.hasPrefix($0) && term.utf8.count > $0.utf8.count }
  }

  /// Evaluates the checks of a workspace and tells of those by one name.
  ///
  /// - Parameters:
  ///   - term: `checks.` or `tests.` and the name.
  ///   - workspace: The files.
  /// - Returns: The outcome, with the files that were read.
  /// - Throws: What is wrong with the files, or that nothing has this name.
  public static func run(_ term: String, in workspace: Workspace) throws(InputErrors) -> Outcome {
    let run = try CheckRun.evaluate(workspace)
    let own = run.outcomes.filter { $0.id == term }
    guard !own.isEmpty else {
      let known = run.outcomes.map(\.id).filter { isNamed(by: $0) }.uniqued()
      throw InputErrors(
        Diagnostic(
          "check.no-name", "'\(printable(workspace.path))' has no '\(printable(term))'",
          hint: didYouMean(term, among: known) ?? list(known)))
    }
    var assertions = try CheckSection.decode(from: workspace).checks.reduce(into: [String: String]()) {
      $0["checks.\($1.name)"] = $1.assertion.text
    }
    for test in try PlanTest.decode(from: workspace) {
      for expectation in test.expectations {
        assertions["tests.\(test.name).\(expectation.text)"] = expectation.assertion
      }
    }
    let parts = own.map { outcome in
      Part(
        name: outcome.name, assertion: assertions[outcome.id] ?? assertions[outcome.keyPath] ?? outcome.name,
        status: outcome.status.word,
        severity: "\(outcome.severity)", message: outcome.message,
        help: outcome.status.waiver ?? outcome.help,
        location: outcome.place)
    }
    return Outcome(
      key: "explain", asOf: "\(run.asOf)", currency: run.context.currency ?? "USD",
      result: Result(term: term, checks: parts), findings: [],
      report: report(term, parts),
      inputs: run.context.inputs, definitions: run.context.definitions, assumptions: run.context.assumptions)
  }

  private static func list(_ known: [String]) -> String? {
    known.isEmpty ? nil : "there are: " + known.prefix(12).joined(separator: ", ")
  }

  private static func report(_ term: String, _ parts: [Part]) -> Report {
    let sections = parts.map { part in
      var figures: [Report.KeyFigure] = [
        .init("assertion", "Has to hold", .text(part.assertion)),
        .init("status", "It", .text(part.status)), .init("severity", "Severity", .text(part.severity)),
        .init("message", "Seen", .text(part.message)),
      ]
      if let place = part.location { figures.append(.init("place", "Stands at", .text(place.text))) }
      if !part.help.isEmpty { figures.append(.init("help", "What to do", .text(part.help))) }
      return Report.Section("check", part.name, [.figures(figures)])
    }
    return Report(title: term, sections: sections)
  }
}

extension CheckOutcome.Status {
  fileprivate var word: String {
    switch self {
    case .passed: "holds"
    case .failed: "does not hold"
    case .waived: "does not hold, and is waived"
    case .skipped: "was skipped"
    case .errored: "broke"
    }
  }

  fileprivate var waiver: String? {
    switch self {
    case .waived(let because), .skipped(let because): because
    case .passed, .failed, .errored: nil
    }
  }
}
