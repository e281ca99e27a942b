/// Whose export a file is, told by headers that only this vendor writes.
public enum ImportVendor: String, Hashable, Sendable, CaseIterable, Encodable {
  case salesforceAPI = "salesforce_api"
  case salesforceReport = "salesforce_report"
  case hubspotLabels = "hubspot_labels"
  case hubspotNames = "hubspot_names"
  case pipedrive
  case dynamics
  case zoho
  case generic

  /// The vendor as it is called in a sentence.
  public var title: String {
    switch self {
    case .salesforceAPI: "Salesforce (API names)"
    case .salesforceReport: "Salesforce report"
    case .hubspotLabels: "HubSpot (labels)"
    case .hubspotNames: "HubSpot (internal names)"
    case .pipedrive: "Pipedrive"
    case .dynamics: "Dynamics 365"
    case .zoho: "Zoho"
    case .generic: "no known vendor"
    }
  }

  /// Headers that this vendor writes and others do not, in small letters.
  var distinctive: [String] {
    switch self {
    case .salesforceAPI:
      [
        "stagename", "isclosed", "iswon", "ownerid", "owner.name", "account.name", "systemmodstamp",
        "isdeleted",
        "forecastcategoryname", "forecastcategory", "lastmodifiedbyid", "createdbyid", "whoid", "whatid",
        "leadsource",
      ]
    case .salesforceReport:
      [
        "opportunity name", "opportunity owner", "fiscal period", "owner role", "probability (%)",
        "opportunity id",
        "opportunity record type", "opportunity type", "amount (converted)", "last stage change date",
      ]
    case .hubspotLabels:
      [
        "deal name", "deal stage", "deal owner", "record id", "deal id", "deal type", "closed lost reason",
        "create date", "associated company", "associated company (primary)", "lifecycle stage",
        "contact owner",
        "company owner", "activity assigned to", "hubspot team", "is deal closed?",
      ]
    case .hubspotNames:
      [
        "dealname", "dealstage", "hs_object_id", "hubspot_owner_id", "closedate", "dealtype", "createdate",
        "hs_lastmodifieddate", "notes_last_updated", "hs_deal_stage_probability", "hs_is_closed_won",
        "closed_lost_reason", "lifecyclestage",
      ]
    case .dynamics:
      [
        "(do not modify) opportunity", "(do not modify) row checksum", "(do not modify) modified on",
        "opportunityid", "estimatedvalue", "estimatedclosedate", "actualclosedate", "statecode",
        "closeprobability",
        "est. close date", "est. revenue", "potential customer",
      ]
    case .zoho:
      [
        "deal owner.id", "account name.id", "record id", "deal name", "deal owner", "deal_name",
        "closing_date", "closing date", "potential name",
        "potential owner", "lead owner", "reason for loss",
      ]
    case .pipedrive, .generic: []
    }
  }

  /// How many of a file's headers are this vendor's own.
  func score(_ headers: [String]) -> Int { evidence(headers).count }

  /// Those headers.
  func evidence(_ headers: [String]) -> [String] {
    if self == .pipedrive { return headers.filter { $0.lowercased().hasPrefix("deal - ") } }
    let own = Set(distinctive)
    return headers.filter { header in
      let name = header.lowercased()
      // One writes `Record Id` and the other `Record ID`.
      if name == "record id" { return own.contains(name) && (self == .zoho) == (header == "Record Id") }
      return own.contains(name) || (self == .hubspotNames && own.contains(Self.withoutLoader(name)))
    }
  }

  /// The vendor of a file: at least two distinctive headers, and more than any other vendor's.
  static func detect(_ headers: [String]) -> ImportVendor {
    let scores = allCases.map { ($0, $0.score(headers)) }.sorted { $0.1 > $1.1 }
    // One header of Pipedrive's is enough: nobody else writes `Deal - `.
    guard let best = scores.first, best.1 >= (best.0 == .pipedrive ? 1 : 2) else { return .generic }
    return scores.count > 1 && scores[1].1 == best.1 ? .generic : best.0
  }

  /// A HubSpot name without what Airbyte and Fivetran put before it.
  static func withoutLoader(_ name: String) -> String {
    for prefix in ["properties_", "property_"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.utf8.count))
    }
    return name
  }
}
