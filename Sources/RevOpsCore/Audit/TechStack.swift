/// The tools in use held against what the stage needs.
public struct TechStack: Hashable, Sendable, Encodable {
  /// One kind of tool.
  public struct Row: Hashable, Sendable, Encodable {
    /// The kind.
    var category: ToolCategory
    /// What is in use; empty where there is none.
    var tools: [String]
    /// How much the stage needs it.
    var need: ToolCategory.Need
    /// Whether the document says anything about it.
    var stated: Bool
  }

  /// Kinds that are in use, needed, or spoken of, in the order of the document's keys.
  var tools: [Row]
  /// Kinds that the stage must have and the company says it has not.
  var gaps: [ToolCategory]
  /// Kinds in use that belong to a later stage.
  var excess: [ToolCategory]
  /// Kinds with more than one tool in use.
  var overlaps: [ToolCategory]
  /// Kinds that the stage must have and the document is silent about.
  var unanswered: [ToolCategory]

  /// Compares the tools with the needs of a stage.
  ///
  /// - Parameters:
  ///   - stated: Tools by kind; an empty list says that there is none.
  ///   - stage: The company's stage.
  init(stated: [ToolCategory: [String]], stage: CompanyStage) {
    tools = ToolCategory.allCases.map { category in
      Row(
        category: category, tools: stated[category] ?? [], need: category.need(at: stage),
        stated: stated[category] != nil)
    }
    .filter { $0.stated || $0.need == .mustHave }
    gaps = tools.filter { $0.need == .mustHave && $0.stated && $0.tools.isEmpty }.map(\.category)
    unanswered = tools.filter { $0.need == .mustHave && !$0.stated }.map(\.category)
    excess = tools.filter { $0.need == .aboveStage && !$0.tools.isEmpty }.map(\.category)
    overlaps = tools.filter { $0.tools.count > 1 }.map(\.category)
  }
}
