/// Who brought a deal about.
enum DemandSource: String, Hashable, Sendable, Encodable, CaseIterable {
  case sales, sdr, marketing, partner

  /// Its name for people.
  var title: String {
    switch self {
    case .sales: "Sales"
    case .sdr: "SDRs"
    case .marketing: "Marketing"
    case .partner: "Partners"
    }
  }

  /// The metric that is its share of new pipeline.
  var metric: String { "source_share_\(rawValue)" }
}

/// Which words of a CRM stand for which source.
struct DemandSources: Hashable, Sendable {
  /// What the workspace says, by the key of the word.
  private var own: [String: DemandSource] = [:]

  /// Takes a word for a source; false where it stands for another one already.
  mutating func add(_ word: String, _ source: DemandSource) -> Bool {
    let key = ImportKey(word).text
    if let known = own[key], known != source { return false }
    own[key] = source
    return true
  }

  /// The source of a word: the workspace's own, else one that means the same in every CRM; nil for a word that may
  /// mean several, such as Outbound, which sellers and SDRs do alike.
  func source(of word: String) -> DemandSource? {
    let key = ImportKey(word).text
    return own[key] ?? Self.usual[key]
  }

  private static let usual: [String: DemandSource] = {
    var words: [String: DemandSource] = [:]
    let lists: [(DemandSource, [String])] = [
      (.sales, ["sales", "ae", "selfsourced", "salessourced", "accountexecutive"]),
      (.sdr, ["sdr", "bdr", "sdrs", "sdroutbound", "coldcall"]),
      (
        .marketing,
        [
          "marketing", "inbound", "web", "website", "webinar", "event", "tradeshow", "paidsearch",
          "paidsocial", "organicsearch", "organicsocial", "socialmedia", "emailmarketing", "advertisement",
          "directtraffic", "othercampaigns", "content", "seminar", "publicrelations", "webdownload",
        ]
      ),
      (.partner, ["partner", "partners", "partnerreferral", "reseller", "channel", "seminarpartner"]),
    ]
    for (source, list) in lists { for word in list { words[word] = source } }
    return words
  }()
}

/// Planned shares of the sources in one segment; they sum to 1.
struct DemandMix: Hashable, Sendable {
  var shares: [DemandSource: Double]

  /// The planned mix of a segment by the benchmarks in force; nil for one that they do not name.
  static func usual(of segment: String, _ benchmarks: Benchmarks) -> DemandMix? {
    let key = ImportKey(segment).text
    let scope: Scope
    switch key {
    case "strategic", "keyaccount", "keyaccounts", "key": scope = .strategic
    case "enterprise": scope = .enterprise
    case "midmarket": scope = .midMarket
    default: return nil
    }
    var shares: [DemandSource: Double] = [:]
    for source in DemandSource.allCases {
      guard let list = benchmarks.bandList(of: source.metric, in: scope), list.scope == scope,
        let share = list.bands.last?.from
      else { return nil }
      shares[source] = share
    }
    return DemandMix(shares: shares)
  }
}
