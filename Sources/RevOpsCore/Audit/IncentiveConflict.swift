/// A kind of thing a team can be paid on.
enum PayBasis: Hashable {
  /// Leads, meetings, activity: how much, not what becomes of it.
  case volume
  /// Bookings and new logos: the signature.
  case bookings
  /// Customers kept, whatever they pay.
  case logoRetention
  /// What stays or grows: revenue retention, expansion, pipeline that closes.
  case outcome

  /// What a metric's name says about it; anything unknown counts as an outcome, so that it accuses nobody.
  init(metric: String) {
    let words = metric.lowercased()
    func says(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
    if says(
      "nrr", "grr", "net_revenue", "net revenue", "net retention", "revenue_retention", "expansion",
      "first_year", "first year")
    {
      self = .outcome
    } else if says("logo_retention", "logo retention", "customer_retention", "logo churn", "logo_churn") {
      self = .logoRetention
    } else if says("booking", "arr", "logo", "acv", "closed", "won", "deals") {
      self = .bookings
    } else if says("mql", "lead", "volume", "meeting", "call", "activit", "traffic", "cost_per", "cost per"),
      !says("quality", "conversion", "rate")
    {
      self = .volume
    } else {
      self = .outcome
    }
  }
}

extension Alignment {
  /// Teams all of whose pay rewards what another team pays for.
  static func conflicts(_ teams: [RevenueTeam: TeamStatement]) -> [Conflict] {
    RevenueTeam.allCases.compactMap { team in
      guard let paidOn = teams[team]?.paidOn, !paidOn.isEmpty else { return nil }
      let harmful: PayBasis
      let effect: String
      switch team {
      case .marketing:
        (harmful, effect) = (
          .volume, "marketing is paid on volume alone, so sales gets many leads and few buyers"
        )
      case .sales:
        (harmful, effect) = (
          .bookings, "sales is paid on bookings alone, so CS inherits customers who will not stay"
        )
      case .cs:
        (harmful, effect) = (
          .logoRetention,
          "CS is paid on keeping logos alone, so shrinking and flat accounts look like success"
        )
      }
      guard paidOn.allSatisfy({ PayBasis(metric: $0) == harmful }) else { return nil }
      return Conflict(team: team, paidOn: paidOn, effect: effect)
    }
  }
}
