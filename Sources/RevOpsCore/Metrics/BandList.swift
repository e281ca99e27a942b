/// What counts as good for a metric, within a scope, by one source.
///
/// Bands follow one another by value. Each begins at its edge and ends where the next one begins; the first
/// takes every value below the second. So a gap that a source leaves belongs to the band below it.
public struct BandList: Hashable, Sendable, Encodable {
  /// Where the list holds.
  public let scope: Scope
  /// The bands by value, ascending, whichever way is better.
  public let bands: [Band]
  /// Who says so.
  public let source: String

  /// A named stretch of values.
  public struct Band: Hashable, Sendable, Encodable {
    public let level: Level
    /// Where it begins; nil for the first.
    public let from: Double?
    /// Whether it begins above its edge rather than at it, as where "at most 5 minutes" ends.
    public let open: Bool

    static func at(_ edge: Double, _ level: Level) -> Band { Band(level: level, from: edge, open: false) }
    static func above(_ edge: Double, _ level: Level) -> Band { Band(level: level, from: edge, open: true) }

    func begins(by value: Double) -> Bool {
      guard let from else { return true }
      return open ? value > from : value >= from
    }
  }

  init(_ scope: Scope, _ source: String, _ first: Level, _ others: Band...) {
    self.init(scope: scope, source: source, bands: [Band(level: first, from: nil, open: false)] + others)
  }

  init(scope: Scope, source: String, bands: [Band]) {
    self.scope = scope
    self.source = source
    self.bands = bands
  }

  /// The band a value lies in; nil for a value that is no number.
  public func band(of value: Double) -> Band? {
    guard !value.isNaN else { return nil }
    return bands.last { $0.begins(by: value) }
  }

  /// Where the band of a level begins by value; nil where the list has none, or it is the first.
  public func edge(of level: Level) -> Double? {
    bands.first { $0.level == level }?.from
  }
}

/// Where a band list holds.
public enum Scope: String, Hashable, Sendable, Encodable, CaseIterable {
  case general, board, operating
  case knowledgeMap = "knowledge_map"
  case operatingSystem = "revenue_operating_system"
  case acvUnder1K = "acv_under_1k"
  case acv1KTo10K = "acv_1k_10k"
  case acv10KTo50K = "acv_10k_50k"
  case acv50KTo100K = "acv_50k_100k"
  case acv100KUp = "acv_100k_plus"
  case arrUnder10M = "arr_under_10m"
  case arr10MTo30M = "arr_10m_30m"
  case arr30MTo75M = "arr_30m_75m"
  case arr75MUp = "arr_75m_plus"
  case smb
  case midMarket = "mid_market"
  case enterprise, strategic
  case sdr, ae
  case aeSMB = "ae_smb"
  case aeMidMarket = "ae_mid_market"
  case aeEnterprise = "ae_enterprise"
  case cs
  /// Bands of the workspace's own, under `company.benchmarks`.
  case company

  /// The contract value tier an average yearly deal falls in, in US dollars.
  public static func acv(_ dollars: Double) -> Scope {
    switch dollars {
    case ..<1_000: .acvUnder1K
    case ..<10_000: .acv1KTo10K
    case ..<50_000: .acv10KTo50K
    case ..<100_000: .acv50KTo100K
    default: .acv100KUp
    }
  }

  /// The stage a company's ARR puts it in, in US dollars.
  public static func arr(_ dollars: Double) -> Scope {
    switch dollars {
    case ..<10_000_000: .arrUnder10M
    case ..<30_000_000: .arr10MTo30M
    case ..<75_000_000: .arr30MTo75M
    default: .arr75MUp
    }
  }

  /// The scope in words.
  public var title: String {
    switch self {
    case .general: "in general"
    case .board: "board"
    case .operating: "weekly target"
    case .knowledgeMap: "RevOps Knowledge Map"
    case .operatingSystem: "Revenue Operating System"
    case .acvUnder1K: "ACV under $1K"
    case .acv1KTo10K: "ACV $1-10K"
    case .acv10KTo50K: "ACV $10-50K"
    case .acv50KTo100K: "ACV $50-100K"
    case .acv100KUp: "ACV $100K and more"
    case .arrUnder10M: "ARR under $10M"
    case .arr10MTo30M: "ARR $10-30M"
    case .arr30MTo75M: "ARR $30-75M"
    case .arr75MUp: "ARR $75M and more"
    case .smb: "small business"
    case .midMarket: "mid-market"
    case .enterprise: "enterprise"
    case .strategic: "strategic accounts"
    case .sdr: "SDR"
    case .ae: "AE"
    case .aeSMB: "AE, small business"
    case .aeMidMarket: "AE, mid-market"
    case .aeEnterprise: "AE, enterprise"
    case .cs: "CS and account management"
    case .company: "this company"
    }
  }
}
