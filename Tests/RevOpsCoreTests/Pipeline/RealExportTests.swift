import Foundation
import Testing

@testable import RevOpsCore

/// The exports of `../shared/data` read as an analyst would, each figure against an independent program's.
@Suite(.enabled(if: SharedFiles.folder("data") != nil, "../shared/data is not there"))
struct RealExportTests {
  /// Where each figure of the oracle stands in the results.
  private static let paths: [String: String] = [
    "rows": "pipeline.hygiene deals", "open": "pipeline.hygiene open_deals",
    "open_total": "pipeline.health coverage.open_pipeline", "won": "pipeline.velocity record.won",
    "lost": "pipeline.velocity record.lost", "win_rate": "pipeline.velocity win_rate",
    "win_rate_by_value": "pipeline.velocity record.rate_by_value",
    "average_deal": "pipeline.velocity average_deal", "cycle_days": "pipeline.velocity cycle_days",
    "velocity": "pipeline.velocity velocity", "due": "pipeline.coverage deals",
    "total": "pipeline.coverage total", "missing_amounts": "pipeline.coverage missing_amounts",
    "weighted": "pipeline.coverage weighted", "aged": "pipeline.coverage aged",
    "booked": "pipeline.coverage won", "coverage": "pipeline.coverage coverage_total",
    "commit": "pipeline.coverage commit", "past_close": "pipeline.hygiene checks.past_close",
    "impossible_dates": "pipeline.hygiene checks.impossible_dates",
    "contradictions": "pipeline.hygiene checks.contradictions",
    "required_filled": "pipeline.hygiene required_field_completeness",
    "lost_without_reason": "pipeline.hygiene checks.no_loss_reason",
  ]

  @Test(arguments: RealExport.all)
  func figuresAreThoseOfAnIndependentProgram(export: RealExport) throws {
    var results: [String: JSONValue] = [:]
    for key in ["coverage", "health", "hygiene", "velocity"] {
      let analysis = try #require(AnalysisRegistry.standard["pipeline.\(key)"])
      results[analysis.key] = try analysis.run(export.workspace()).result
    }
    let expected = export.figures
    #expect(expected.count >= 15)
    for (name, value) in expected {
      let path = try #require(Self.paths[name], "\(name)").split(separator: " ").map(String.init)
      let result = try #require(results[path[0]])
      let found = try #require(Self.number(at: path[1], in: result), "\(name)")
      // The oracle prints 12 digits, and either program divides and adds in doubles.
      #expect(abs(found - value) <= 1e-9 * max(1, abs(value)), "\(export.name): \(name)")
    }
  }

  /// A number of a result; of the checks of hygiene, the count of one.
  private static func number(at path: String, in result: JSONValue) -> Double? {
    var value: JSONValue? = result
    for step in path.split(separator: ".").map(String.init) {
      if case .array(let items)? = value {
        value = items.first { $0["check"] == .string(step) }?["count"]
      } else {
        value = value?[step]
      }
    }
    switch value {
    case .integer(let number)?: return Double(number)
    case .number(let number)?: return number
    default: return nil
    }
  }

  /// The stages of the connector's sample are blank: 44 of 44 rows, counted with Python's csv.
  @Test func theConnectorsSampleHasNoStagesAndSaysSo() throws {
    let export = RealExport(
      "fivetran-hubspot-shapes", "data: {opportunities: fivetran-hubspot-shapes/deal_data.csv}")
    let hygiene = try #require(AnalysisRegistry.standard["pipeline.hygiene"])
    let errors = try #require(throws: InputErrors.self) { _ = try hygiene.run(export.workspace()) }
    #expect(errors.ids == ["pipeline.no-stage"])
    #expect(errors.diagnostics[0].message == "44 rows without a stage, this one first")
  }
}

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

  /// What the oracle says of it.
  var figures: [String: Double] {
    var figures: [String: Double] = [:]
    var isMine = false
    for line in RealExportFigures.text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 1 { isMine = words[0] == name }
      if isMine, words.count == 3 { figures[String(words[0])] = Double(words[2]) }
    }
    return figures
  }

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
