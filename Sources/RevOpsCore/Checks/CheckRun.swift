/// What became of everything that a workspace checks.
public struct CheckRun: Hashable, Sendable {
  /// The outcomes: assertions in the order of the file, then what each analysis found.
  public var outcomes: [CheckOutcome]
  /// The day it was computed for.
  public var asOf: CalendarDate
  /// What it rests on.
  public var context: Context

  /// What a run rests on, as every JSON document says it beside its result.
  public struct Context: Hashable, Sendable {
    /// The code that all money is in.
    public var currency: String?
    /// What the analyses found, with the severities of the files.
    public var findings: [Finding] = []
    /// The files in the order they were read.
    public var inputs: [Outcome.InputFile] = []
    /// The variant in force of each metric that has several.
    public var definitions: [JSONValue.Member] = []
    /// Each default that stands in for what no file says, by path.
    public var assumptions: [JSONValue.Member] = []

    /// The context of nothing.
    public init() {}

    /// Takes in that of another workspace, or of another analysis.
    public mutating func add(_ other: Context) {
      currency = currency ?? other.currency
      findings += other.findings
      inputs = (inputs + other.inputs).uniqued()
      definitions += other.definitions.filter { one in !definitions.contains { $0.key == one.key } }
      assumptions += other.assumptions.filter { one in !assumptions.contains { $0.key == one.key } }
    }
  }

  /// Evaluates the assertions and tests of a workspace and the findings of every analysis that it feeds.
  ///
  /// An assertion that cannot be evaluated, since a figure is absent or nothing computes it, has failed with
  /// that reason and its own severity: a check never passes for want of data.
  ///
  /// - Parameter workspace: The workspace with its registry.
  /// - Returns: The outcomes; never none.
  /// - Throws: What is wrong with any of the files, an assertion over a figure that does not exist, or that
  ///   there is nothing to check.
  public static func evaluate(_ workspace: Workspace) throws(InputErrors) -> CheckRun {
    var workspace = workspace
    // What is wrong in one part of the files does not hide what is wrong in the others.
    let (section, sectionProblems) = CheckSection.read(from: workspace)
    let (tests, testProblems) = PlanTest.read(from: workspace)
    let whatIfs = DeclaredWhatIfs(workspace)
    let named = NamedFigures(section, tests, whatIfs, workspace.registry)
    let fed = workspace.registry.fed(by: workspace)
    let chosen = fed.filter(named.wants)
    let wanted = AnalysisRegistry(chosen.isEmpty ? fed : chosen)
    workspace.readTables(wanted.tables(for: workspace), keeping: wanted.columns(in: workspace))
    var problems = workspace.problems + sectionProblems + testProblems + workspace.problemsOfSections()
    problems += workspace.problemsOfUnreadTables()
    var results: [Outcome] = []
    var lacks: [Finding] = []
    for analysis in wanted.analyses {
      do throws(InputErrors) {
        var outcome = try analysis.run(workspace, named.figures(of: analysis) ? .all : .findings)
        outcome.findings = placed(outcome.findings, of: analysis, in: workspace)
        results.append(outcome)
      } catch {
        guard error.diagnostics.allSatisfy(\.isLack) else {
          problems += error.diagnostics
          continue
        }
        lacks += error.diagnostics.map { $0.finding(about: analysis.key) }
      }
    }
    let evaluation = CheckEvaluation(
      workspace: workspace, section: section, tests: tests, results: results, lacks: lacks,
      unread: workspace.unreadSections())
    problems += whatIfs.problems(in: workspace, results)
    do throws(InputErrors) {
      let run = try evaluation.run()
      if let errors = InputErrors(problems.uniqued()) { throw errors }
      guard !section.checks.isEmpty || !tests.isEmpty || !fed.isEmpty else { throw nothingToCheck(workspace) }
      return run
    } catch {
      throw InputErrors((problems + error.diagnostics).uniqued()) ?? error
    }
  }

  /// Findings each with a place: those whose cause has no line of its own stand where the files name the analysis's
  /// table, else its section, so that a build shows them beside something.
  private static func placed(
    _ findings: [Finding], of analysis: AnyAnalysis, in workspace: Workspace
  ) -> [Finding] {
    let data = workspace.sections["data"]?.entries ?? []
    func key(of tables: [String]) -> Place? {
      tables.lazy.compactMap { table in data.first { $0.key.hasText(table) }?.key.place }.first
    }
    let section = analysis.sections.lazy.compactMap { name in
      workspace.sectionKeys[name] ?? workspace.sections[name]?.place
    }.first
    let place = key(of: analysis.tables) ?? section ?? key(of: analysis.optionalTables)
    return findings.map { finding in
      var finding = finding
      finding.place = finding.place ?? place
      return finding
    }
  }

  private static func nothingToCheck(_ workspace: Workspace) -> InputErrors {
    InputErrors(
      Diagnostic(
        "check.nothing", "there is nothing to check in '\(printable(workspace.path))'",
        hint: "give it a 'checks' section, or a section or table that an analysis reads"))
  }
}

/// When a run of checks ends with an exit code other than 0.
public enum FailOn: String, Hashable, Sendable, CaseIterable {
  /// Where something of severity error has failed.
  case error
  /// Where a warning stands, too.
  case warning
  /// Not for anything that was found.
  case never
}

extension CheckRun {
  /// The exit code of outcomes: 0 fine, 1 an error stands, 3 warnings only and they were asked about.
  ///
  /// What is waived, skipped or merely worth knowing never counts. Input that cannot be used is no outcome
  /// and ends with 2 before it comes to this.
  public static func exitCode(of outcomes: [CheckOutcome], failOn: FailOn = .error) -> Int32 {
    guard failOn != .never else { return 0 }
    let standing = outcomes.filter { $0.stands }
    if standing.contains(where: { $0.status == .errored || $0.severity == .error }) { return 1 }
    return failOn == .warning && standing.contains { $0.severity == .warning } ? 3 : 0
  }
}

extension CheckOutcome {
  /// Whether it failed or broke, and nobody waived it.
  public var stands: Bool {
    switch status {
    case .failed, .errored: true
    case .passed, .waived, .skipped: false
    }
  }
}
