/// The `deals.winloss` section.
///
///     deals:
///       winloss:
///         period: FY26
///         interview_share: 20%
///         size_bands: [<$10K, $10-50K, $50K+]
///         routes: {Price: product, Timing: sales}
///         reviewed: [OPP-00001, OPP-00017]
struct WinLossSettings: Hashable, Sendable {
  /// When the deals were closed; nil for the twelve months up to the day.
  var period: Period?
  /// The share of the closed deals that count as the most valuable.
  var interviewShare = 0.2
  /// The sizes of deals; those of the catalogue's tiers unless given.
  var sizes: [ValueBand] = []
  /// The team that hears of a loss reason, by the reason's key.
  var routes: [String: WinLoss.Team] = [:]
  /// The deals whose review was held; nil where nothing is said of reviews.
  var reviewed: Set<DealKey>?

  /// Reads the section; its problems stay in `fields`.
  init(_ fields: inout Fields) {
    period = fields.periodIfGiven("period")
    interviewShare = fields.rate("interview_share", default: Rate(fraction: 0.2)).fraction
    if interviewShare < 0 || interviewShare > 1 {
      fields.refuse(
        "interview_share", "decode.wrong-value",
        "'\(fields.path(of: "interview_share"))' is a share of deals and lies between 0% and 100%")
    }
    sizes = fields.listIfGiven("size_bands", of: .sizeBand) ?? Self.tiers
    for (reason, team) in fields.map("routes", of: .choice(WinLoss.Team.self)) {
      routes[ImportKey(reason).text] = team
    }
    reviewed = fields.listIfGiven("reviewed", of: .text).map { Set($0.map { DealKey($0) }) }
  }

  /// Source: RevOps Engine, phase 6, the tiers of contract value.
  private static let tiers = ["<1K", "1-10K", "10-50K", "50-100K", "100K+"].compactMap {
    try? ValueBand.parse($0)
  }
}

extension FieldKind where Value == ValueBand {
  /// A range of amounts: `<$10K`, `$10-50K`, `$50K+`.
  static var sizeBand: FieldKind {
    let any = ValueBand(low: nil, high: nil)
    return quantity("band", "a range of amounts such as $10-50K", placeholder: any) {
      text, context throws(QuantityError) in
      let band = try ValueBand.parse(text, rates: context.rates)
      guard band.currency == nil || band.currency == context.currency else {
        throw QuantityError(text, "sizes are in \(context.currency), as the amounts are shown")
      }
      return band
    }
  }
}

extension WinLoss.Team {
  /// The team that can act on a loss reason, by its words; nil for one that says nothing known.
  ///
  /// Source: Revenue Operating System, distribution of insights: feature gaps, prices and competitors to product, objections
  /// and skill to sales, messages and fit to marketing.
  init?(reason: String) {
    let words = ImportKey(reason).text
    func speaks(of stems: [String]) -> Bool { stems.contains { words.contains($0) } }
    if speaks(of: [
      "compet", "incumbent", "rival", "feature", "function", "missing", "capabilit", "integrat", "product",
    ])
      || speaks(of: ["price", "pricing", "cost", "expensive", "packag"])
    {
      self = .product
    } else if speaks(of: ["messag", "position", "brand", "aware", "fit", "icp", "persona", "lead"]) {
      self = .marketing
    } else if speaks(of: [
      "decision", "timing", "budget", "priorit", "respons", "ghost", "champion", "relation", "follow",
      "qualif",
      "objection", "internal", "process", "sponsor", "authority",
    ]) {
      self = .sales
    } else {
      return nil
    }
  }

  /// The team for people.
  var title: String {
    switch self {
    case .sales: "sales and coaching"
    case .product: "product"
    case .marketing: "marketing"
    }
  }
}
