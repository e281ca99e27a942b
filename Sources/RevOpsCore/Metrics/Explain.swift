/// What `revops explain` says about a word of the field.
public enum Explain {
  /// A group of the index: an area's metrics, a sort of topic, the pages of an area's findings.
  public struct Group: Hashable, Sendable, Encodable {
    public let title: String
    public let entries: [Entry]
  }

  /// One word that has a page.
  public struct Entry: Hashable, Sendable, Encodable {
    public let id: String
    public let title: String
  }

  /// The page of a word: of a finding, a metric or a topic, by id or by another name, else what is near it.
  ///
  /// The path of a figure, such as `pipeline.health.linearity`, leads to its metric.
  ///
  /// - Parameters:
  ///   - term: What was asked for.
  ///   - benchmarks: The bands in force.
  /// - Returns: The explanation; one without a page lists the nearest known words.
  public static func lookup(_ term: String, benchmarks: Benchmarks = Benchmarks()) -> Explanation {
    if let found = page(of: term, benchmarks) { return found }
    let last = term.split(separator: ".").last.map(String.init) ?? term
    if last.utf8.count < term.utf8.count, let found = page(of: last, benchmarks) { return found }
    return Explanation(term: term, content: nil, suggestions: suggestions(for: term))
  }

  /// Every word that has a page: metrics by area, topics by kind, findings by the first word of their id.
  public static var index: [Group] {
    var groups: [Group] = MetricArea.allCases.map { area in
      Group(
        title: area.title,
        entries: Metrics.all.filter { $0.area == area }.map { Entry(id: $0.id, title: $0.title) })
    }
    for kind in Topic.Kind.allCases {
      let topics = Topics.all.filter { $0.kind == kind }
      groups.append(Group(title: kind.title, entries: topics.map { Entry(id: $0.id, title: $0.title) }))
    }
    let pages = Explanations.pages.map { Entry(id: $0.id, title: $0.title) }.sorted { $0.id < $1.id }
    if !pages.isEmpty { groups.append(Group(title: "Findings and errors", entries: pages)) }
    return groups
  }

  private static func page(of term: String, _ benchmarks: Benchmarks) -> Explanation? {
    if let page = Explanations.page(term) { return Explanation(term: term, content: .page(page)) }
    if let metric = Metrics[term] ?? (Topics[term] == nil ? Metrics.named(term) : nil) {
      var metric = metric
      metric.bands = benchmarks.bandLists(of: metric)
      metric.command = metric.presentCommand
      return Explanation(term: term, content: .metric(metric))
    }
    return Topics.named(term).map { Explanation(term: term, content: .topic($0)) }
  }

  /// Up to five words: those a typing error may have meant, then those that contain the term.
  private static func suggestions(for term: String) -> [String] {
    let limit = 5
    var ids: [String] = []
    func add(_ id: String?) {
      if let id, !ids.contains(id), ids.count < limit { ids.append(id) }
    }
    // A check and a test are the workspace's own: what is said of one that fails has a page.
    let failures = ["checks": "check.failed", "tests": "test.failed"]
    add(term.split(separator: ".").first.flatMap { failures[String($0)] })
    let names = vocabulary
    for name in RevOpsCore.suggestions(for: term, among: names.map(\.name), limit: limit) {
      add(names.first { $0.name == name }?.id)
    }
    let part = folded(term)
    guard (2...60).contains(part.count) else { return ids }
    for entry in names where contains(folded(entry.name), part) { add(entry.id) }
    return ids
  }

  private static var vocabulary: [(name: String, id: String)] {
    var names: [(name: String, id: String)] = []
    for metric in Metrics.all {
      names += ([metric.id, metric.title] + metric.aliases).map { ($0, metric.id) }
    }
    for topic in Topics.all { names += ([topic.id, topic.title] + topic.aliases).map { ($0, topic.id) } }
    return names + Explanations.pages.map { ($0.id, $0.id) }
  }

  private static func contains(_ whole: [UInt32], _ part: [UInt32]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
  }
}

/// The answer to one word.
public struct Explanation: Hashable, Sendable {
  /// What was asked for.
  public let term: String
  /// The page found; nil where there is none.
  public let content: Content?
  /// Ids that may have been meant, best first; empty where a page was found.
  public let suggestions: [String]

  /// What a page is about.
  public enum Content: Hashable, Sendable {
    /// A metric, with the bands in force.
    case metric(Metric)
    case topic(Topic)
    case page(ExplainPage)
  }

  init(term: String, content: Content?, suggestions: [String] = []) {
    self.term = term
    self.content = content
    self.suggestions = suggestions
  }
}

extension Explanation: Encodable {
  private enum CodingKeys: String, CodingKey {
    case term, kind, metric, topic, page, suggestions
  }

  /// Writes the term, the kind of page and the page under the name of its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(term, forKey: .term)
    switch content {
    case .metric(let metric):
      try container.encode("metric", forKey: .kind)
      try container.encode(metric, forKey: .metric)
    case .topic(let topic):
      try container.encode("topic", forKey: .kind)
      try container.encode(topic, forKey: .topic)
    case .page(let page):
      try container.encode("page", forKey: .kind)
      try container.encode(page, forKey: .page)
    case nil:
      try container.encodeNil(forKey: .kind)
    }
    try container.encode(suggestions, forKey: .suggestions)
  }
}
