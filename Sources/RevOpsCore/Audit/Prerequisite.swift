/// What a commitment-driven operating rhythm stands on; the raw value is its key under `prerequisites`.
///
/// Source: Revenue Operating System, prerequisites.
public enum Prerequisite: String, CaseIterable, Hashable, Sendable, Encodable {
  case namedOwnership = "named_ownership"
  case leadsApartFromOpportunities = "leads_apart_from_opportunities"
  case salesMethodology = "sales_methodology"
  case closingPlans = "closing_plans"
  case accountPlanning = "account_planning"

  /// What holds where it is met.
  var title: String {
    switch self {
    case .namedOwnership: "every seller owns a named territory, segment or list of accounts"
    case .leadsApartFromOpportunities:
      "sales works opportunities only; leads stay with marketing until accepted"
    case .salesMethodology: "one sales methodology qualifies every deal"
    case .closingPlans: "significant deals have a closing plan and a plan agreed with the buyer"
    case .accountPlanning: "demand, account and territory plans are made before the quarter starts"
    }
  }

  /// How to meet it.
  var advice: String {
    switch self {
    case .namedOwnership: "give each seller a book of business and stop assigning deals by who is free"
    case .leadsApartFromOpportunities:
      "turn a lead into an early-stage opportunity the moment sales accepts it"
    case .salesMethodology:
      "adopt one methodology (MEDDICC for complex deals, SPICED for lighter ones) and coach by it"
    case .closingPlans: "ask for both plans in the review of the top deals"
    case .accountPlanning: "hold the planning round a month before the quarter starts"
    }
  }
}

/// Whether a prerequisite is met.
public struct PrerequisiteAnswer: Hashable, Sendable, Encodable {
  /// Which.
  var id: Prerequisite
  /// Nil where the document does not say.
  var met: Bool?
}
