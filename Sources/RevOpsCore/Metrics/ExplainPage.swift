/// The page of a finding or an error: what it means, why it costs money and how to mend it.
///
/// The area that raises the id writes the page, and adds its list to `Explanations.pages`.
public struct ExplainPage: Hashable, Sendable, Encodable {
  /// The id of the finding or error, `area.problem`.
  public let id: String
  /// The problem in a few words.
  public let title: String
  /// What was found.
  public let what: String
  /// Why it costs money, or what goes wrong because of it.
  public let why: String
  /// A case of it.
  public let example: String
  /// How to mend it.
  public let remedy: String
  /// Where the check may be wrong.
  public let limits: String

  /// Makes a page.
  public init(
    id: String, title: String, what: String, why: String, example: String, remedy: String, limits: String
  ) {
    self.id = id
    self.title = title
    self.what = what
    self.why = why
    self.example = example
    self.remedy = remedy
    self.limits = limits
  }
}

/// Every page of a finding or error id.
public enum Explanations {
  /// The pages area by area; an area adds its list here.
  public static let pages: [ExplainPage] = [
    ExplainPage.files,
    ExplainPage.reading,
    ExplainPage.yaml,
    ExplainPage.tables,
    ExplainPage.cells,
    ExplainPage.decoding,
    ExplainPage.workspace,
    ExplainPage.checks,
    ExplainPage.whatIf,
    AuditPages.all,
    PipelinePages.all, DealsPages.all,
    ForecastPages.all,
    CapacityPages.all,
    PlanPages.all, RecoveryPages.all,
    QuotaPages.all,
    DemandPages.all,
    Expression.pages,
  ].flatMap(\.self)

  /// The page of an id.
  public static func page(_ id: String) -> ExplainPage? {
    index[id].map { pages[$0] }
  }

  private static let index: [String: Int] = {
    var index: [String: Int] = [:]
    for (position, page) in pages.enumerated() { index[page.id] = position }
    return index
  }()
}
