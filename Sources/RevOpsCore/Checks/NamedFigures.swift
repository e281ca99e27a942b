/// What the checks, tests and what-ifs of a workspace name, so that no more is computed than they and the findings need.
struct NamedFigures {
  /// The analyses of which a figure is named; nil where a name is that of none, so that the nearest can be told.
  private let analyses: Set<String>?
  /// The ids of findings that are waived or weighed.
  private let findings: Set<String>

  init(
    _ section: CheckSection, _ tests: [PlanTest], _ whatIfs: DeclaredWhatIfs, _ registry: AnalysisRegistry
  ) {
    let names = section.checks.flatMap(\.assertion.names)
    let expected = tests.flatMap(\.expectations).flatMap(\.names)
    let checked = names.map { registry.analysis(of: $0)?.key }
    // A test's figure without an analysis is one of the plan, and looked for there.
    let tested =
      (expected + whatIfs.names).compactMap { registry.analysis(of: $0)?.key }
      + (tests.isEmpty && whatIfs.isEmpty ? [] : [RevenuePlan.key])
    analyses = checked.contains(nil) ? nil : Set(checked.compactMap(\.self) + tested)
    findings = Set(section.waivers.map(\.id)).union(section.severities.keys)
  }

  /// Whether figures of an analysis are named.
  func figures(of analysis: AnyAnalysis) -> Bool { analyses?.contains(analysis.key) ?? true }

  /// Whether an analysis is to be computed: for a figure of it, or for what it finds.
  func wants(_ analysis: AnyAnalysis) -> Bool {
    guard let ids = analysis.findingsOnDemand else { return true }
    return analyses?.contains(analysis.key) == true || !findings.isDisjoint(with: ids)
  }
}
