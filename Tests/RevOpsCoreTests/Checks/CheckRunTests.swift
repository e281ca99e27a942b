import Testing

@testable import RevOpsCore

@Suite("Checking a workspace")
struct CheckRunTests {
  static let analyses = [
    AnyAnalysis(FakeCoverage.self), AnyAnalysis(FakeAudit.self), AnyAnalysis(FakeHygiene.self),
  ]
  static let healthy = "pipeline: {open: 4M, quota: 1M}\naudit: {coverage: 4}\n"
  static let poor = "pipeline: {open: 2M, quota: 1M}\naudit: {coverage: 4}\n"

  private func run(_ text: String) throws(InputErrors) -> CheckRun {
    try CheckRun.evaluate(try workspace(["revops.yaml": text], registry: Self.analyses))
  }

  /// An outcome on one line.
  private func shown(_ outcome: CheckOutcome) -> String {
    let status =
      switch outcome.status {
      case .passed: "passed"
      case .failed: "failed \(outcome.severity)"
      case .waived(let reason): "waived (\(reason))"
      case .skipped(let reason): "skipped (\(reason))"
      case .errored: "errored"
      }
    return "\(outcome.id) \(status): \(outcome.message)"
  }

  @Test(
    "an assertion holds, fails with the figures it speaks of, or could not be evaluated",
    arguments: [
      (
        "{name: c, assert: pipeline.coverage.coverage >= 3}",
        "checks.c passed: 'pipeline.coverage.coverage >= 3' holds: pipeline.coverage.coverage is 4"
      ),
      (
        "{name: c, assert: pipeline.coverage.coverage >= 5, severity: warning}",
        "checks.c failed warning: 'pipeline.coverage.coverage >= 5' does not hold: pipeline.coverage.coverage is 4"
      ),
      (
        "{name: c, assert: pipeline.coverage.coverage >= 5, message: open more deals}",
        "checks.c failed error: open more deals: pipeline.coverage.coverage is 4"
      ),
      (
        "audit.measured = audit.stated",
        "checks.audit.measured = audit.stated passed: 'audit.measured = audit.stated' holds: "
          + "audit.measured is 4, audit.stated is 4"
      ),
      (
        "{name: h, assert: pipeline.hygiene.rows > 0, severity: info}",
        "checks.h failed info: 'pipeline.hygiene.rows > 0' could not be evaluated: "
          + "'pipeline.hygiene' needs the table 'opportunities' under 'data'"
      ),
    ])
  func assertions(check: String, expected: String) throws {
    let outcomes = try run(Self.healthy + "checks: [\(check)]").outcomes
    #expect(outcomes.first.map(shown) == expected)
    #expect(outcomes.first?.place?.line == 3)
  }

  @Test("an absent figure fails with its own reason, and with the severity of what was asserted")
  func absent() throws {
    let text = """
      pipeline: {open: 4M, quota: 0}
      checks: [{name: c, assert: pipeline.coverage.coverage >= 3, severity: info}]
      """
    let outcome = try run(text).outcomes.first
    #expect(outcome?.status == .failed)
    #expect(outcome?.severity == .info)
    #expect(outcome?.message.contains("could not be evaluated") == true)
    #expect(outcome?.message.contains("needs a quota above 0") == true)
  }

  @Test("a figure that does not exist is refused with the nearest one, in the expression's own place")
  func unknownFigure() {
    let found = problems { () throws(InputErrors) in
      try run(
        Self.healthy
          + "checks:\n  - {name: c, assert: pipeline.coverage.coverrage >= 3}\n  - audti.stated > 1")
    }
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("revops.yaml:4:") == true)
    #expect(found.first?.contains("did you mean") == true)
    #expect(found.last?.hasPrefix("revops.yaml:5:5:") == true)
    #expect(found.last?.contains("audit") == true)
  }

  @Test(
    "a checks section that cannot be read is refused",
    arguments: [
      ("checks: [{name: a}]", "'checks[0]' does not give 'assert'"),
      ("checks: [{name: a, assert: \"1 >\"}]", "revops.yaml:3:"),
      ("checks: [{assert: 1 = 1, severity: grave}]", "'checks[0].severity' is 'grave'"),
      (
        "checks: [{assert: 1 = 1, sevrity: info}]",
        "unknown key 'sevrity' in 'checks[0]' (did you mean 'severity'?)"
      ),
      ("checks: [1 = 1, 1 = 1]", "there are two checks named '1 = 1'"),
      ("checks: {assertions: 1 = 1}", "'checks.assertions' is '1 = 1', but a list of assertions is wanted"),
      (
        "checks: [{assert: 1 = 1, waiver: {owner: A, reason: b}}]",
        "'checks[0].waiver' does not give 'expires'"
      ),
      ("checks: [{assert: 1 = 1, waiver: {owner: A, expires: 2026-01-01}}]", "does not give 'reason'"),
      ("checks: [{assert: 1 = 1, waiver: {reason: A, expires: 2026-01-01}}]", "does not give 'owner'"),
      (
        "checks: {waivers: [{finding: audit.no-agreements, owner: A, reason: b}]}",
        "'checks.waivers[0]' does not give 'expires'"
      ),
      ("checks: [audit.stated]", "revops.yaml:3:10:"),
      (
        "checks: {severities: {pipeline.thin-coverag: info}}",
        "revops.yaml:3:23: there is no finding 'pipeline.thin-coverag' (did you mean 'pipeline.thin-coverage'?)"
      ),
      (
        "checks: {waivers: [{finding: audit.nosuch, owner: A, reason: b, expires: 2026-01-01}]}",
        "revops.yaml:3:30: there is no finding 'audit.nosuch'"
      ),
    ])
  func refused(section: String, message: String) {
    let found = problems { () throws(InputErrors) in try run(Self.healthy + section) }
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test("what analyses find becomes an outcome, and an analysis without findings has passed")
  func findings() throws {
    #expect(
      try run(Self.poor).outcomes.map(shown) == [
        "pipeline.thin-coverage failed error: coverage is below 3x", "audit passed: no findings",
      ])
    #expect(
      try run(Self.poor + "checks: {severities: {pipeline.thin-coverage: info}}").outcomes.map(shown).first
        == "pipeline.thin-coverage failed info: coverage is below 3x")
  }

  @Test(
    "a waiver holds up to its day, then it is itself a finding",
    arguments: [
      ("2026-01-01", ["waived (Dana, until 2026-01-01: new plan)"]),
      ("2025-12-31", ["failed error", "check.waiver-expired"]),
    ])
  func waivers(expires: String, expected: [String]) throws {
    let waiver = "owner: Dana, reason: new plan, expires: \(expires)"
    let assertion = "{name: c, assert: pipeline.coverage.coverage > 5, waiver: {\(waiver)}}"
    let finding = "{finding: pipeline.thin-coverage, \(waiver)}"
    for section in ["assertions: [\(assertion)]", "waivers: [\(finding)]"] {
      let text = (section.hasPrefix("w") ? Self.poor : Self.healthy) + "checks: {\(section)}"
      let outcomes = try run(text).outcomes.map(shown).filter { !$0.contains("no findings") }
      #expect(outcomes.count == expected.count)
      for (outcome, part) in zip(outcomes, expected) { #expect(outcome.contains(part)) }
    }
  }

  @Test("a waiver that covers nothing is a finding, and one with a subject covers only that")
  func unusedWaivers() throws {
    let waiver = "finding: pipeline.thin-coverage, owner: Dana, reason: r, expires: 2026-12-31"
    let unused = try run(Self.healthy + "checks: {waivers: [{\(waiver)}]}").outcomes.map(shown)
    #expect(
      unused.last
        == "check.waiver-unused failed warning: the waiver of 'pipeline.thin-coverage' covers nothing that was found"
    )
    let other = try run(Self.poor + "checks: {waivers: [{\(waiver), subject: Ann}]}").outcomes.map(shown)
    #expect(other.contains("pipeline.thin-coverage failed error: coverage is below 3x"))
    let same = try run(Self.poor + "checks: {waivers: [{\(waiver), subject: total}]}").outcomes.map(shown)
    #expect(same.contains("pipeline.thin-coverage waived (Dana, until 2026-12-31: r): coverage is below 3x"))
  }

  // 1 EUR is 1.25 USD, so that 5M USD are 4M EUR; 1M / 1.1 leaves digits that a Double does not hold.
  @Test(
    "money of an assertion is held against figures in the currency shown",
    arguments: [
      ("1.25", "5M", "pipeline.coverage.quota = $5M", true),
      ("1.25", "5M", "pipeline.coverage.quota >= $5M", true),
      ("1.25", "5M", "pipeline.coverage.quota = 4M EUR", true),
      ("1.25", "5M", "pipeline.coverage.quota = 4M", true),
      ("1.25", "5M", "pipeline.coverage.quota > $5M", false),
      ("1.25", "5M", "pipeline.coverage.quota < $5.01M", true),
      ("1.1", "1M", "pipeline.coverage.quota = $1M", true),
      ("1.1", "1M", "pipeline.coverage.quota >= $1M", true),
      ("1.1", "1M", "pipeline.coverage.quota <= $1M", true),
      ("1.1", "1M", "pipeline.coverage.quota > $1M", false),
      ("1.1", "1M", "pipeline.coverage.quota - 909090.909090909 = 0", true),
      ("1.1", "1M", "pipeline.coverage.quota - 909090.9 = 0", false),
    ])
  func converted(rate: String, quota: String, assertion: String, holds: Bool) throws {
    let text = """
      company: {fx: {EUR: \(rate)}}
      pipeline: {open: 30M, quota: \(quota)}
      checks: ["\(assertion)"]
      """
    var options = RunOptions()
    options.currency = Currency("EUR")
    let run = try CheckRun.evaluate(
      try workspace(["revops.yaml": text], options: options, registry: Self.analyses))
    #expect(run.outcomes.first?.status == (holds ? .passed : .failed), "\(run.outcomes)")
  }

  @Test("nothing to check is an error of the input, not a pass")
  func nothing() {
    let found = problems { () throws(InputErrors) in try run("company: {name: Northwind}") }
    #expect(
      found == [
        "there is nothing to check in 'revops.yaml' (give it a 'checks' section, or a section or table that an analysis reads)"
      ])
  }

  @Test("problems of checks, company and areas are named together")
  func allProblems() {
    let found = problems { () throws(InputErrors) in
      try run("company: {currency: X}\npipeline: {open: 1}\nchecks: [{name: a}]")
    }
    #expect(found.count == 3)
  }

  @Test(
    "the exit code says what stands",
    arguments: [
      ([], FailOn.error, 0),
      ([(CheckOutcome.Status.passed, Severity.error)], .warning, 0),
      ([(.failed, .error)], .error, 1),
      ([(.failed, .error)], .warning, 1),
      ([(.failed, .error)], .never, 0),
      ([(.errored, .info)], .error, 1),
      ([(.failed, .warning)], .error, 0),
      ([(.failed, .warning), (.failed, .info)], .warning, 3),
      ([(.failed, .warning), (.failed, .error)], .warning, 1),
      ([(.failed, .info)], .warning, 0),
      ([(.waived(because: "x"), .error)], .warning, 0),
      ([(.skipped(because: "x"), .error)], .warning, 0),
    ] as [([(CheckOutcome.Status, Severity)], FailOn, Int32)])
  func exitCodes(statuses: [(CheckOutcome.Status, Severity)], failOn: FailOn, code: Int32) {
    let outcomes = statuses.map { CheckOutcome("a.b", name: "b", $0.0, severity: $0.1, "m") }
    #expect(CheckRun.exitCode(of: outcomes, failOn: failOn) == code)
  }

  @Test("a waiver of a check that passes is noted, one that is needed or has ended is not")
  func needlessWaiver() throws {
    let waiver = "waiver: {owner: Ana, reason: later, expires: 2026-12-31}"
    let outcomes = try run(
      Self.healthy
        + """
        checks:
          - {name: holds, assert: 1 = 1, \(waiver)}
          - {name: fails, assert: 1 = 2, \(waiver)}
        company: {as_of: 2026-03-31}

        """
    ).outcomes
    let told = outcomes.filter { $0.id == "check.waiver-unused" }
    #expect(
      told.map(shown) == [
        "check.waiver-unused failed info: the waiver of 'holds' is not needed: the check passes"
      ])
    #expect(told.first?.place?.line == 4)
  }

  @Test("a waiver that has ended is told at its last day")
  func expiredWaiver() throws {
    let outcomes = try run(
      Self.healthy
        + """
        checks:
          - {name: late, assert: 1 = 2, waiver: {owner: Ana, expires: 2026-01-31, reason: later}}
        company: {as_of: 2026-03-31}

        """
    ).outcomes
    let place = try #require(outcomes.first { $0.id == "check.waiver-expired" }?.place)
    let line = "  - {name: late, assert: 1 = 2, waiver: {owner: Ana, expires: "
    #expect((place.line, place.column) == (4, line.count + 1))
  }

  /// The year of the plan, 2028, holds no target for a quarter of 2027.
  @Test("an analysis that lacks an input is told in its place, and keeps no other from being checked")
  func lacking() throws {
    let files = try workspace(
      [
        "revops.yaml": """
        company: {as_of: 2026-10-31}
        plan: {fiscal_year: FY2028, targets: {new_business: $1M}, recovery: {period: FY2027-Q4, miss: $50K}}
        checks: [plan.arr.new_business = 1000000, plan.recover.recovery_gap = 0]
        """
      ], registry: [AnyAnalysis(RevenuePlan.self), AnyAnalysis(PlanRecovery.self)])
    let outcomes = try CheckRun.evaluate(files).outcomes
    #expect(outcomes[0].status == .passed, "\(outcomes[0].message)")
    #expect(
      shown(outcomes[1])
        == "checks.plan.recover.recovery_gap = 0 failed error: 'plan.recover.recovery_gap = 0' could not be evaluated: nothing says what FY2027-Q4 is to bring"
    )
    let lack = outcomes.filter { $0.id == "recovery.unknown" }
    #expect(lack.map(shown) == ["recovery.unknown failed error: nothing says what FY2027-Q4 is to bring"])
    #expect(lack.first?.place?.line == 2 && CheckRun.exitCode(of: outcomes) == 1)
  }

  @Test(
    "figures of messages are told to six digits, at least to the hundredth",
    arguments: [
      (0.1 + 0.2, "0.3"), (-74399.98079266213, "-74,399.98"), (12.3333333333, "12.3333"), (0, "0"),
      (0.000012345678, "0.0000123457"), (1_234_567.891, "1,234,567.89"), (395, "395"),
    ])
  func plainNumbers(number: Double, text: String) { #expect(NumberFormat.plain(number) == text) }

  @Test("a capacity without a target is a finding, and hides nothing else")
  func noTarget() throws {
    let workspace = try RevOpsCoreTests.workspace(
      [
        "revops.yaml":
          "capacity: {quota_per_ae: $800K}\nplan: {current_arr: 5M}\nchecks: [plan.arr.current = 5M]\n"
      ], registry: PlanFiles.registry)
    let outcomes = try CheckRun.evaluate(workspace).outcomes
    let lack = try #require(outcomes.first { $0.id == "capacity.no-target" })
    #expect(lack.status == .failed && lack.place?.line == 1)
    #expect(outcomes.first.map(shown)?.hasPrefix("checks.plan.arr.current = 5M passed") == true)
  }
}
