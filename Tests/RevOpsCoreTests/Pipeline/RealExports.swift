import Foundation
import Testing

@testable import RevOpsCore

/// A real export with the workspace that it needs.
struct RealExport: Sendable, CustomTestStringConvertible {
  let name: String
  private let document: String

  init(_ name: String, _ document: String) {
    self.name = name
    self.document = document
  }

  var testDescription: String { name }

  func workspace() throws -> Workspace {
    let folder = try #require(SharedFiles.folder("data")).path
    let document = Array(document.utf8)
    return try Workspace.load("revops.yaml", today: day("2026-01-01")) { path throws(InputErrors) in
      if path == "revops.yaml" { return document }
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        throw InputErrors(Diagnostic("file.missing", "no file '\(path)'"))
      }
      return Array(data)
    }
  }

  /// What the oracle says of it; nil for a figure that is to be absent.
  var figures: [String: Double?] {
    var figures: [String: Double?] = [:]
    var isMine = false
    for line in RealExportFigures.text.split(separator: "\n") {
      guard let equals = line.range(of: " = ", options: .backwards) else {
        isMine = line == name
        continue
      }
      let key = line[..<equals.lowerBound].drop { $0 == " " }
      if isMine { figures.updateValue(Double(line[equals.upperBound...]), forKey: String(key)) }
    }
    return figures
  }

  /// With the settings that the oracle was given.
  static let all = [
    RealExport(
      "maven-crm-opportunities",
      """
      company: {as_of: 2017-12-31}
      data:
        opportunities:
          file: maven-crm-opportunities/sales_pipeline.csv
          columns: {amount: close_value, created_date: engage_date}
        accounts: maven-crm-opportunities/accounts.csv
        reps: maven-crm-opportunities/sales_teams.csv
      pipeline:
        quota: $3M
        stages: {Prospecting: {probability: 10%}, Engaging: {probability: 50%}}
      """),
    RealExport(
      "salesforce-api-exports/devorg",
      """
      company: {as_of: 2024-06-30}
      data:
        opportunities: salesforce-api-exports/devorg/Opportunity.csv
        accounts: salesforce-api-exports/devorg/Account.csv
      pipeline: {quota: $4M, period: 2024-Q1}
      forecast: {period: 2024-Q1}
      """),
    RealExport(
      "salesforce-api-exports/devorg/history",
      """
      company: {as_of: 2026-03-25}
      data:
        opportunities: salesforce-api-exports/devorg/Opportunity.csv
        stage_history: salesforce-api-exports/devorg/OpportunityHistory.csv
      pipeline:
        quota: $4M
        period: 2024-Q1
        movement: {from: 2026-02-23, to: 2026-03-10, scope: all}
      deals: {winloss: {period: 2024-02-01..2024-02-29}}
      forecast: {period: 2024-Q1}
      """),
    RealExport(
      "salesforce-api-exports/workshop",
      """
      company: {as_of: 2024-01-22}
      data:
        opportunities: salesforce-api-exports/workshop/Opportunity.csv
        accounts: salesforce-api-exports/workshop/Account.csv
      pipeline: {quota: $10M}
      """),
    RealExport(
      "salesforce-report-labels",
      """
      company: {as_of: 2024-08-31}
      data: {opportunities: salesforce-report-labels/sales_cloud_data_output.csv}
      pipeline:
        quota: $2B
        stages: {Qualification: {}, Discovery: {}, Proposal/Quote: {}, Negotiation: {late: true}}
      """),
    RealExport(
      "salesforce-report-labels/last-day",
      """
      company: {as_of: 2025-07-04}
      data: {opportunities: salesforce-report-labels/sales_cloud_data_output.csv}
      pipeline:
        quota: $2B
        period: 2024-Q3
        stages: {Qualification: {}, Discovery: {}, Proposal/Quote: {}, Negotiation: {late: true}}
      forecast: {period: 2024-Q3}
      """),
    RealExport(
      "zoho-crm",
      """
      company: {as_of: 2021-04-15}
      data:
        opportunities: {file: zoho-crm/Potentials.csv, columns: {id: LEADID}}
        accounts: zoho-crm/Accounts.csv
        reps: {file: zoho-crm/Users.csv, columns: {name: Last Name}}
      pipeline:
        quota: $20M
        stages:
          Prospect: {}
          Qualification: {}
          Needs Analysis: {}
          Initial Offer: {}
          Proposal/Price Quote: {}
          Negotiation/Review: {late: true}
      """),
    RealExport(
      "hubspot-labels",
      """
      company: {as_of: 2025-05-01}
      data:
        opportunities: hubspot-labels/hubspot_deals.csv
        accounts: hubspot-labels/hubspot_companies.csv
      pipeline: {quota: $20M}
      """),
  ]
}
