/// The analyses of the program as a list: what commands, checks, schema and help are derived from.
///
/// A value that is handed in, so that a test adds an analysis of its own.
public struct AnalysisRegistry: Sendable {
  /// The analyses in the order in which people read them.
  public let analyses: [AnyAnalysis]

  /// Takes the analyses, each once.
  public init(_ analyses: [AnyAnalysis]) { self.analyses = analyses }

  /// The analysis of a key such as `pipeline.coverage`.
  public subscript(key: String) -> AnyAnalysis? { analyses.first { $0.key == key } }

  /// The analyses to which a workspace gives what they need.
  public func fed(by workspace: Workspace) -> [AnyAnalysis] { analyses.filter { $0.isFed(by: workspace) } }

  /// The tables that the fed analyses read, so that each is read once for all of them.
  func tables(for workspace: Workspace) -> [String] {
    fed(by: workspace).flatMap { $0.tables + $0.optionalTables }
  }

  /// The columns that the fed analyses ask for, so that each table is passed over once for all of them.
  func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    fed(by: workspace).reduce(into: [:]) { all, analysis in
      all.merge(analysis.columns(in: workspace)) { ($0 + $1).uniqued() }
    }
  }

  /// The fed analyses that measure some of these metrics.
  func measuring(_ metrics: [String], in workspace: Workspace) -> AnalysisRegistry {
    let metrics = Set(metrics)
    return AnalysisRegistry(analyses.filter { $0.measures(anyOf: metrics) && $0.isFed(by: workspace) })
  }

  /// Some analyses and with them the fed ones that measure what these weigh.
  func withMeasuring(_ asked: [AnyAnalysis], in workspace: Workspace) -> AnalysisRegistry {
    let keys = Set(asked.map(\.key))
    let measuring = measuring(asked.flatMap(\.weighs), in: workspace).analyses
    return AnalysisRegistry(asked + measuring.filter { !keys.contains($0.key) })
  }

  /// What the fed analyses but one measure of some metrics, by metric id; of several that measure one, the first
  /// counts, and none is run that measures nothing more.
  ///
  /// An analysis that is asked here measures nothing for others while it does, so that two that weigh each
  /// other's figures end.
  public func measurements(
    of metrics: [String], in workspace: Workspace, besides key: String
  ) throws(InputErrors) -> [String: Measurement] {
    var workspace = workspace
    var missing = Set(metrics)
    let able = AnalysisRegistry(measuring(metrics, in: workspace).analyses.filter { $0.key != key })
    workspace.readTables(able.tables(for: workspace), keeping: able.columns(in: workspace))
    workspace.registry = AnalysisRegistry([])
    var found: [String: Measurement] = [:]
    var problems: [Diagnostic] = []
    for analysis in able.analyses where analysis.measures(anyOf: missing) {
      // Deals and their history are decoded once for all of them.
      analysis.keep(in: &workspace)
      do throws(InputErrors) {
        for measurement in try analysis.measurements(in: workspace)
        where missing.remove(measurement.metric) != nil {
          found[measurement.metric] = measurement
        }
      } catch {
        // What lacks something itself measures nothing, and its own command says so.
        if !error.diagnostics.allSatisfy(\.isLack) { problems += error.diagnostics }
      }
    }
    if let errors = InputErrors(problems.uniqued()) { throw errors }
    return found
  }
}

/// An input of an analysis whose types are not known by name.
struct KnownInput: Sendable {
  let value: any Sendable
}

/// An analysis whose types are not known by name.
public struct AnyAnalysis: Sendable {
  /// The words of its command: `pipeline.coverage`.
  public let key: String
  /// What its result shows, as a heading.
  public let title: String
  /// The workspace sections it reads, its own first.
  public let sections: [String]
  /// The data tables it cannot do without.
  public let tables: [String]
  /// The data tables it uses where they are there.
  public let optionalTables: [String]
  /// The metrics that it weighs where other analyses measure them.
  public var weighs: [String] { weighed() }
  /// The metrics it reports.
  let metrics: [String]
  private let weighed: @Sendable () -> [String]
  private let measurable: @Sendable () -> [String]
  private let fed: @Sendable (Workspace) -> Bool
  private let reads: @Sendable (Workspace) throws(InputErrors) -> Void
  private let uses: @Sendable (Workspace) -> [String: [ColumnUse]]
  private let keeping: @Sendable (inout Workspace) -> Void
  /// The ids of what it finds, where nobody is told of that who does not ask; nil where all are.
  let findingsOnDemand: [String]?
  private let needsSection: Bool
  private let outcome: @Sendable (Workspace, _ share: Outcome.Share) throws(InputErrors) -> Outcome
  private let known: @Sendable (Workspace) -> KnownInput?
  private let computed:
    @Sendable (Workspace, _ before: KnownInput?) throws(InputErrors) -> ResultEncoder.Encoded?
  private let measured: @Sendable (Workspace) throws(InputErrors) -> [Measurement]

  /// Forgets which analysis it is.
  public init<A: Analysis>(_ analysis: A.Type) {
    key = A.key
    title = A.title
    sections = A.sections
    tables = A.tables
    optionalTables = A.optionalTables
    metrics = A.metrics
    weighed = { A.weighs }
    measurable = { A.measures }
    findingsOnDemand = A.findingsOnDemand
    needsSection = A.needsSection
    fed = { A.isFed(by: $0) }
    uses = { A.columns(in: $0) }
    keeping = { A.keep(in: &$0) }
    reads = { workspace throws(InputErrors) in _ = try A.input(from: workspace) }
    outcome = { workspace, share throws(InputErrors) in try workspace.outcome(of: A.self, share) }
    known = { workspace in
      guard A.Input.self is any Equatable.Type, let ready = try? workspace.ready(for: A.self) else {
        return nil
      }
      return (try? A.input(from: ready)).map { KnownInput(value: $0) }
    }
    computed = { workspace, before throws(InputErrors) in
      let input = try A.input(from: try workspace.ready(for: A.self))
      if let before = before?.value as? A.Input, A.isSame(input, as: before) { return nil }
      return ResultEncoder.encode(A.compute(input))
    }
    measured = { workspace throws(InputErrors) in
      let ready = try workspace.ready(for: A.self)
      let input = try A.input(from: ready)
      return A.measurements(of: A.compute(input), for: input)
    }
  }

  /// Whether a workspace gives it what it needs.
  public func isFed(by workspace: Workspace) -> Bool { fed(workspace) }

  /// The columns of tables that it will ask for, by table.
  public func columns(in workspace: Workspace) -> [String: [ColumnUse]] { uses(workspace) }

  /// Reads its input and no more, for the sake of the keys that it asks for.
  func readInput(from workspace: Workspace) throws(InputErrors) { try reads(workspace) }

  /// Computes it alone over a workspace: what `run` does, and refused are a workspace without the section that it is
  /// about, and a setting of a section that it does not read.
  public func runAlone(_ workspace: Workspace, _ share: Outcome.Share = .all) throws(InputErrors) -> Outcome {
    let readers = workspace.registry.withMeasuring([self], in: workspace).analyses
    let sections = ["company", "data"] + readers.flatMap(\.sections)
    var workspace = workspace
    if needsSection, let own = self.sections.first,
      !workspace.has(own) || workspace.sections[own]?.entries.isEmpty == true
    {
      workspace.problems.append(
        Diagnostic(
          "workspace.section-missing",
          "'\(key)' needs a section '\(own)', and '\(printable(workspace.path))' has none",
          hint: "'revops schema \(own)' lists what it may say"))
    }
    for setting in workspace.options.settings {
      guard let name = try? workspace.section(of: setting.path).name, !sections.contains(name) else {
        continue
      }
      workspace.problems.append(
        Diagnostic(
          "set.path", "'\(key)' does not read the section '\(name)'", at: setting.path.place,
          hint: "the setting would change no figure of it"))
    }
    return try run(workspace, share)
  }

  /// Computes it over a workspace, or names every problem of the workspace.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - share: How much of it is wanted.
  /// - Returns: What it found.
  /// - Throws: What is wrong with the workspace.
  public func run(_ workspace: Workspace, _ share: Outcome.Share = .all) throws(InputErrors) -> Outcome {
    try outcome(workspace, share)
  }

  /// Keeps in a workspace what it makes of the tables.
  func keep(in workspace: inout Workspace) { keeping(&workspace) }

  /// Its input, for an analysis whose inputs can be compared; nil for others, and where there is none.
  func knownInput(from workspace: Workspace) -> KnownInput? { known(workspace) }

  /// Computes its figures alone, without judging them or laying them out; nil where its input is what it was before.
  func figures(
    _ workspace: Workspace, unlike before: KnownInput?
  ) throws(InputErrors) -> ResultEncoder.Encoded? {
    try computed(workspace, before)
  }

  /// What a workspace does not give it: `the table 'opportunities' under 'data'`.
  func lack(in workspace: Workspace) -> String {
    let missing = tables.filter { workspace.sources[$0] == nil }
    guard missing.isEmpty else { return "the table '" + missing.joined(separator: "', '") + "' under 'data'" }
    return "a section '\(sections.first ?? key)'"
  }

  /// Whether some of these metrics may be among what it measures.
  func measures(anyOf metrics: Set<String>) -> Bool {
    !metrics.isEmpty && measurable().contains(where: metrics.contains)
  }

  /// What it measures from data.
  public func measurements(in workspace: Workspace) throws(InputErrors) -> [Measurement] {
    try measured(workspace)
  }
}

extension Workspace {
  /// Runs one analysis: its input, its result, what that means and how it is shown.
  func outcome<A: Analysis>(of analysis: A.Type, _ share: Outcome.Share = .all) throws(InputErrors) -> Outcome
  {
    var ready = self
    if A.looksAtAllSections {
      ready.problems += problemsOfSections()
      ready.warnings += unreadSections().map(\.asWarning)
    }
    ready = try ready.ready(for: A.self)
    let input = try A.input(from: ready)
    let result = A.compute(input)
    let findings = A.findings(of: result, for: input)
    var report =
      share == .findings
      ? Report(title: A.title, sections: []) : A.report(result, findings: findings, for: input)
    if let remark = ready.asOf.remark {
      report.subtitle = report.subtitle.isEmpty ? remark : "\(report.subtitle); \(remark)"
    }
    return Outcome(
      key: A.key, asOf: "\(ready.asOf.date)", currency: "\(company.currency)",
      result: share == .all ? ResultEncoder.encode(result) : .none, findings: findings,
      report: report, inputs: ready.inputs, warnings: ready.warnings.uniqued(),
      definitions: definitions(in: A.metrics),
      assumptions: A.assumptions(of: result, for: input))
  }

  /// The workspace with the tables that an analysis reads, or every problem that keeps it from running.
  fileprivate func ready<A: Analysis>(for analysis: A.Type) throws(InputErrors) -> Workspace {
    let missing = A.tables.filter { sources[$0] == nil }
    var ready = self
    let taken = given.sorted { $0.key < $1.key }.map { "'\($1.file)' is taken for '\($0)'" }
    for table in missing {
      let lack = taken.isEmpty ? "'data' does not give it" : taken.joined(separator: ", ")
      let hint =
        taken.isEmpty
        ? nil : "'revops inspect FILE' says what a file is; 'data' of a workspace can say otherwise"
      ready.problems.append(
        Diagnostic(
          "workspace.table-missing", "'\(A.key)' needs the table '\(table)', and \(lack)", hint: hint))
    }
    let measuring = registry.measuring(A.weighs, in: self)
    if (A.sections + measuring.analyses.flatMap(\.sections)).contains("pipeline") {
      ready.keepPipelineSettings()
    }
    let columns = A.columns(in: ready).merging(measuring.columns(in: ready)) { ($0 + $1).uniqued() }
    ready.readTables(
      A.tables + A.optionalTables + measuring.tables(for: self), keeping: columns, lookups: A.lookups,
      folding: { measuring.analyses.isEmpty ? A.folds(in: $0) : [:] })
    // Of another table than the opportunities rows of one deal say nothing.
    if !A.looksAtRepeatedDeals, !ready.problems.contains(where: { $0.id == "data.other-table" }) {
      ready.settleRepeatedDeals(in: A.tables + A.optionalTables, keeping: columns)
    }
    ready.tellRowsWithoutID(in: A.tables + A.optionalTables, asking: columns)
    guard !ready.problems.isEmpty else {
      // A day that is given puts deals back by their history, which the analysis then asks for once more.
      if ready.tables["stage_history"] != nil,
        [.option, .file].contains(ready.asOf.origin),
        let settings = try? ready.pipelineSettings()
      {
        ready.keepHistory(settings)
      }
      return ready
    }
    // What is wrong with the sections belongs in the same list.
    do throws(InputErrors) { _ = try A.input(from: ready) } catch { ready.problems += error.diagnostics }
    throw InputErrors(ready.problems.uniqued()) ?? InputErrors(ready.problems[0])
  }

  /// The definition in force of each metric of an analysis that has several.
  private func definitions(in ids: [String]) -> [JSONValue.Member] {
    ids.compactMap { id in company.definition(of: id).map { JSONValue.Member(id, .string($0)) } }
  }
}

extension Array where Element: Hashable {
  /// The elements without those that stand there before: problems that say the same of the same place.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Sequence {
  /// The elements without those whose value an earlier one has.
  func uniqued<Value: Hashable>(by value: (Element) -> Value) -> [Element] {
    var seen: Set<Value> = []
    return filter { seen.insert(value($0)).inserted }
  }
}

extension Analysis {
  /// The tables in which it looks something up for rows of deals or calls: people whose deals they are.
  fileprivate static var lookups: Set<String> {
    let others = tables + optionalTables
    let isAboutDeals = others.contains("opportunities") || others.contains("forecasts")
    return isAboutDeals && !tables.contains("reps") ? ["reps"] : []
  }
}
