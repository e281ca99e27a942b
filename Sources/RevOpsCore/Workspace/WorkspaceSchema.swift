/// What a workspace may hold: the keys of each section.
///
/// They are found by letting every reader of the program read a workspace that gives nothing. There is no second list that could differ from what is read.
public struct WorkspaceSchema: Sendable {
  /// A section with its keys.
  public struct Section: Hashable, Sendable {
    /// The name in the workspace: `pipeline`.
    public var name: String
    /// The keys of the mapping.
    public var fields: [FieldSpec]
    /// The keys of an item, where the section may also be a list; empty where it may not.
    public var items: [FieldSpec] = []
    /// The key of the mapping that holds such a list too; nil where the section is nothing but a list.
    public var listKey: String?

    /// Whether nothing but a list may stand there.
    public var isList: Bool { !items.isEmpty && listKey == nil }
  }

  /// The sections that somebody reads, in the order in which people read them.
  public let sections: [Section]

  /// Asks every analysis of a registry, and the readers that all areas share, which keys they ask for.
  public init(of registry: AnalysisRegistry = .standard) {
    let notes = SectionNotes()
    let nobody: FileReader = { path throws(InputErrors) in
      throw InputErrors(Diagnostic("file.missing", "'\(path)' is not read", at: nil))
    }
    let workspace = Workspace(
      path: "", document: nil, company: Company(), options: RunOptions(), sections: [:],
      asOf: AsOf(.latest.adding(days: -36_525), from: .today), registry: registry, reader: nobody,
      machine: .plain, notes: notes)
    for analysis in registry.analyses {
      do throws(InputErrors) { try analysis.readInput(from: workspace) } catch { continue }
    }
    var known = notes.sections
    known["alignment"] = FieldSpec.known { Audit.alignmentStatement(&$0) }
    known["company"] = FieldSpec.known { Company(&$0, reader: nobody) }
    known["data"] = FieldSpec.known { TableSource.decode(&$0, folder: "") }
    known["checks"] = FieldSpec.known { CheckSection(&$0) }
    known["scenarios"] = FieldSpec.known { ScenarioSection(&$0) }
    known["sensitivity"] = FieldSpec.known { SensitivitySection(&$0) }
    known["tests"] = []
    sections = Workspace.sectionNames.compactMap { name in
      guard let fields = known[name] else { return nil }
      let (items, listKey) = Self.list(name)
      return Section(name: name, fields: fields, items: items, listKey: listKey)
    }
  }

  /// The keys of an item of a section that may be a list, and the key that holds the list in a mapping.
  private static func list(_ section: String) -> (items: [FieldSpec], key: String?) {
    switch section {
    case "checks": (FieldSpec.known { Check.decode(&$0) }, CheckSection.listKey)
    case "scenarios": (FieldSpec.known { Scenarios.Scenario(&$0) }, ScenarioSection.listKey)
    case "tests": (FieldSpec.known { PlanTest(&$0) }, nil)
    default: ([], nil)
    }
  }
}
