/// Where a company stands by annual recurring revenue: what the audit may ask of it depends on this.
public enum CompanyStage: String, CaseIterable, Hashable, Sendable, Encodable {
  case preRevenue = "pre-revenue"
  case under1M = "<$1M"
  case from1To5M = "$1-5M"
  case from5To20M = "$5-20M"
  case over20M = "$20M+"

  /// The stage of a company with this much ARR; lower edges are closed.
  ///
  /// - Parameters:
  ///   - arr: ARR in currency units.
  ///   - dollar: What one US dollar is worth in that currency, since the edges are in dollars.
  init(arr: Double, dollar: Double = 1) {
    switch arr / dollar {
    case 20_000_000...: self = .over20M
    case 5_000_000...: self = .from5To20M
    case 1_000_000...: self = .from1To5M
    case let arr where arr > 0: self = .under1M
    default: self = .preRevenue
    }
  }

  /// Before $1M nobody needs territories, pay plans or a second pair of hands in operations.
  var isEarly: Bool { self == .preRevenue || self == .under1M }
}

/// How the company goes to market.
public enum RevenueModel: String, CaseIterable, Hashable, Sendable, Encodable {
  case plg = "PLG"
  case salesLed = "sales-led"
  case hybrid = "hybrid"
  case marketplace = "marketplace"

  /// The name of the lead that marketing or the product hands to sales.
  var qualifiedLead: String { self == .plg ? "PQL" : "MQL" }
}

/// How customers are charged.
public enum PricingModel: String, CaseIterable, Hashable, Sendable, Encodable {
  case subscription
  case usageBased = "usage-based"
}
