import Testing

@testable import RevOpsCore

/// Every section of a workspace is read, or it is said that nothing reads it.
@Suite struct SectionTests {
  static let registry = AnalysisRegistry.standard.analyses
  private static let audited = "audit: {arr_current: 5M}\nchecks: [audit.profile.arr_current >= 5M]\n"

  private func loaded(_ text: String, set settings: [String] = []) throws(InputErrors) -> Workspace {
    try workspace(["revops.yaml": text], set: settings, registry: Self.registry)
  }

  private func audit(_ text: String) throws(InputErrors) -> Outcome {
    let workspace = try loaded(text)
    guard let audit = workspace.registry["audit"] else { throw InputErrors(Diagnostic("test", "no audit")) }
    return try audit.run(workspace)
  }

  /// What is told of a key that nobody knows, by a check and by the audit alike.
  @Test(arguments: [
    "pipeline", "forecast", "plan", "capacity", "quota", "deals", "demand", "alignment", "scenarios",
    "sensitivity",
  ])
  func anUnknownKeyIsRefusedWhateverIsComputed(section: String) {
    let text = Self.audited + "\(section): {nonsense_key: 1}\n"
    for found in [
      problems { () throws(InputErrors) in try CheckRun.evaluate(try loaded(text)) },
      problems { () throws(InputErrors) in try audit(text) },
    ] {
      // A capacity or a demand that gives nothing else is missed more of.
      let unknown = found.filter { $0.contains("unknown key") }
      #expect(unknown.count == 1)
      let message = "revops.yaml:3:\(section.count + 4): unknown key 'nonsense_key' in '\(section)'"
      #expect(unknown.first?.hasPrefix(message) == true, "\(found)")
    }
  }

  @Test(arguments: Workspace.sectionNames.filter { !Workspace.readSections.contains($0) })
  func aSectionThatNothingReadsIsSaid(section: String) throws {
    let text = Self.audited + "\(section): {nonsense_key: 1}\n"
    let message = "nothing in this version reads the section '\(section)'"
    let found = try CheckRun.evaluate(loaded(text)).outcomes.filter { $0.id == "workspace.section-unread" }
    #expect(found.map(\.message) == [message])
    #expect(found.first?.status == .failed && found.first?.severity == .warning)
    #expect(found.first?.place.map { "\($0.line):\($0.column)" } == "3:1")
    #expect(
      try audit(text).warnings.map(line) == [
        "revops.yaml:3:1: \(message) (no figure and no check counts it; 'revops schema' lists the sections that are read)"
      ])
    // Nothing would change by a setting in it.
    let set = try loaded(Self.audited, set: ["\(section).foo=1"]).problems
    #expect(set.map(\.id) == ["set.path"] && set.first?.message == message)
  }

  @Test func whatNothingReadsCanBeWeighedAndWaived() throws {
    let text = "audit: {arr_current: 5M}\ncomp: {a: 1}\nchecks: "
    func outcome(_ section: String) throws -> CheckOutcome? {
      try CheckRun.evaluate(loaded(text + section)).outcomes.first { $0.id == "workspace.section-unread" }
    }
    #expect(try outcome("{severities: {workspace.section-unread: info}}")?.severity == .info)
    let waiver = "{finding: workspace.section-unread, owner: Dana, reason: later, expires: 2026-12-31}"
    #expect(try outcome("{waivers: [\(waiver)]}")?.stands == false)
  }

  /// What is read is what the schema lists: a section that lands is no longer said to be unread.
  @Test func theSectionsReadAreThoseOfTheSchema() {
    #expect(Set(WorkspaceSchema().sections.map(\.name)) == Workspace.readSections)
  }

  @Test func allSectionsAreRefusedInOneRun() {
    let text = """
      company: {c1: 1}
      audit: {arr_current: 5M, a1: 1}
      data: {d1: a.csv}
      forecast: {f1: 2}
      pipeline: {win_rate: 25, p1: 1}
      quota: {q1: 3}
      plan: {targets: {t1: 1}}
      scenarios: [{name: x, overides: {}}]
      checks: [{assert: audit.profile.arr_current > 1, k1: 1}]
      """
    let found = problems { () throws(InputErrors) in try CheckRun.evaluate(try loaded(text)) }
    for part in [
      "'c1'", "'a1'", "'d1'", "'f1'", "'pipeline.win_rate' is 25", "'p1'", "'q1'", "'t1'", "'overides'",
      "'k1'",
    ] {
      #expect(found.count { $0.contains(part) } == 1, "\(part)")
    }
    #expect(found.count == 10)
  }

  @Test func aSettingOfASectionThatIsNotComputedIsReadToo() {
    let found = problems { () throws(InputErrors) in
      let workspace = try loaded(Self.audited, set: ["plan.foo=1"])
      guard let audit = workspace.registry["audit"] else { return }
      _ = try audit.run(workspace)
    }
    #expect(found.count == 1 && found.first?.hasPrefix("--set:1:6: unknown key 'foo' in 'plan'") == true)
  }

  /// What a section leaves to a table or to another section is no mistake where nothing is computed from it.
  @Test func whatIsMissingIsLeftToTheAnalyses() throws {
    let text = Self.audited + "quota: {over_assignment: 5%}\npipeline: {quota: 1M}\nforecast: {target: 5M}\n"
    #expect(try CheckRun.evaluate(loaded(text)).outcomes.first?.status == .passed)
    #expect(try audit(text).warnings == [])
  }
}
