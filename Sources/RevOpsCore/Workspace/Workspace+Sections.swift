extension Workspace {
  /// The sections that no analysis has for its own, each with what reads it.
  ///
  /// The company and the data are read with the workspace itself.
  private static let readers: [(section: String, read: @Sendable (Workspace) throws(InputErrors) -> Void)] = [
    ("company", { _ in }), ("data", { _ in }),
    ("checks", { workspace throws(InputErrors) in _ = try CheckSection.decode(from: workspace) }),
    ("scenarios", { workspace throws(InputErrors) in _ = try ScenarioSection.decode(from: workspace) }),
    ("sensitivity", { workspace throws(InputErrors) in _ = try SensitivitySection.decode(from: workspace) }),
    ("tests", { workspace throws(InputErrors) in _ = try PlanTest.decode(from: workspace) }),
  ]

  /// The sections that something in this version reads.
  static let readSections = Set(
    readers.map(\.section) + AnalysisRegistry.standard.analyses.flatMap(\.sections))

  /// What is wrong with the sections themselves: keys that nothing reads, and values that cannot be.
  ///
  /// Every section is read that has a reader, whether or not anything is computed from it. No table is read for that,
  /// so that what is missing, and what is held against a table, is left to the analyses.
  ///
  /// - Returns: The problems, each once.
  func problemsOfSections() -> [Diagnostic] {
    var bare = self
    bare.problems = []
    bare.sources = [:]
    bare.tables = [:]
    bare.options.cuts = []
    bare.options.filter = nil
    bare.registry = AnalysisRegistry([])
    bare.keepPipelineSettings()
    var found: [Diagnostic] = []
    for (section, read) in Self.readers where has(section) {
      do throws(InputErrors) { try read(bare) } catch { found += error.diagnostics }
    }
    for analysis in registry.analyses where analysis.sections.contains(where: has) {
      do throws(InputErrors) { try analysis.readInput(from: bare) } catch {
        found += error.diagnostics.filter { $0.place != nil && $0.isOfAValue }
      }
    }
    return found.uniqued()
  }

  /// The sections that nothing in this version reads, as findings.
  ///
  /// - Returns: One finding a section, in the order in which people read them.
  func unreadSections() -> [Finding] {
    Self.sectionNames.filter { has($0) && !Self.readSections.contains($0) }.map { name in
      Finding(
        "workspace.section-unread", .warning, subject: name,
        "nothing in this version reads the section '\(name)'",
        advice: "no figure and no check counts it; 'revops schema' lists the sections that are read",
        place: sectionKeys[name] ?? sections[name]?.place)
    }
  }
}

extension Diagnostic {
  /// Whether it lies in a key or a value alone, whatever tables and other sections say.
  fileprivate var isOfAValue: Bool {
    (id.hasPrefix("decode.") && id != "decode.missing-key") || id.hasPrefix("expression.")
  }
}
