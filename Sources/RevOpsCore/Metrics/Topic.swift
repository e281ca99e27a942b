/// A word of the field that is no figure: a stage, a method, a role, a meeting.
public struct Topic: Hashable, Sendable, Encodable {
  /// Its key, apart from those of all metrics.
  public let id: String
  /// Its name as a heading.
  public let title: String
  /// What sort of thing it is.
  public let kind: Kind
  /// What it means and what to know about it.
  public let text: String
  /// Ids of metrics and topics to read beside it; those of a role are its KPIs.
  public let related: [String]
  /// Other names people use.
  public let aliases: [String]

  /// The sorts of topics, in the order of the index.
  public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable {
    case stage
    case forecastCategory = "forecast_category"
    case method, attribution, methodology, qualification, maturity, motion, role, meeting

    /// The sort as a heading.
    public var title: String {
      switch self {
      case .stage: "Stages"
      case .forecastCategory: "Forecast categories"
      case .method: "Methods"
      case .attribution: "Attribution models"
      case .methodology: "Sales methodologies"
      case .qualification: "Qualification fields"
      case .maturity: "Maturity dimensions"
      case .motion: "Motions and coverage"
      case .role: "Roles and their KPIs"
      case .meeting: "Meetings"
      }
    }
  }

  init(
    _ id: String, _ title: String, _ kind: Kind, _ text: String, aliases: [String] = [],
    related: [String] = []
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.text = text
    self.aliases = aliases
    self.related = related
  }
}

/// All topics, by id and by the names people use; built at first use.
public enum Topics {
  /// The topics kind by kind.
  public static let all: [Topic] =
    stages() + categories() + methods() + attributionModels() + methodologies() + maturity() + motions()
    + roles() + meetings()

  /// The topic of an id.
  public static subscript(id: String) -> Topic? {
    named(id).flatMap { $0.id == id ? $0 : nil }
  }

  /// The topic of an id or of another name for it, whatever its letter case and separators.
  public static func named(_ name: String) -> Topic? {
    index[folded(name)].map { all[$0] }
  }

  private static let index: [[UInt32]: Int] = {
    var index: [[UInt32]: Int] = [:]
    for (position, topic) in all.enumerated() {
      for name in [topic.id, topic.title] + topic.aliases { index[folded(name)] = position }
    }
    return index
  }()
}

/// Gathers topics, one statement each.
@resultBuilder
enum TopicList {
  static func buildBlock(_ topics: Topic...) -> [Topic] { topics }
}
