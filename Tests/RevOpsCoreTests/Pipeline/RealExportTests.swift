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
    "undated": "pipeline.coverage undated_deals", "commit": "pipeline.coverage commit",
    "past_close": "pipeline.hygiene checks.past_close.count",
    "impossible_dates": "pipeline.hygiene checks.impossible_dates.count",
    "contradictions": "pipeline.hygiene checks.contradictions.count",
    "missing_fields": "pipeline.hygiene checks.missing_fields.count",
    "stale": "pipeline.hygiene checks.stale.count",
    "duplicate_deals": "pipeline.hygiene checks.duplicate_deals.count",
    "duplicate_accounts": "pipeline.hygiene duplicate_rate",
    "required_filled": "pipeline.hygiene required_field_completeness",
    "lost_without_reason": "pipeline.hygiene checks.no_loss_reason.count",
    "linearity": "pipeline.health balance.linearity", "early": "pipeline.health balance.early_stage_share",
    "mid": "pipeline.health balance.mid_stage_share", "late": "pipeline.health balance.late_stage_share",
    "negotiation": "pipeline.health balance.negotiation_share",
    "largest": "pipeline.health balance.concentration", "herfindahl": "pipeline.health balance.herfindahl",
    "no_amount": "pipeline.health quality.zero_amount_count",
    "no_next_step": "pipeline.health quality.missing_next_step_count",
    "untouched": "pipeline.health quality.untouched_count",
    "untouched_share": "pipeline.health quality.untouched_share",
    "stalled": "pipeline.health pace.stalled_count", "created": "pipeline.health coverage.pipeline_created",
    "created_ratio": "pipeline.health coverage.pipeline_created_ratio",
    "won_value": "deals.winloss won_value", "lost_value": "deals.winloss lost_value",
    "win_rate_low": "deals.winloss win_rate_low", "win_rate_high": "deals.winloss win_rate_high",
    "reasons_given": "deals.winloss loss_reason_completeness",
    "interview_from": "deals.winloss interview_threshold", "interviews": "deals.winloss interviews.count",
    "advanced": "pipeline.movement advanced", "regressed": "pipeline.movement regressed",
    "stood_still": "pipeline.movement stalled", "so_far": "pipeline.review won",
  ]

  @Test(arguments: RealExport.all)
  func figuresAreThoseOfAnIndependentProgram(export: RealExport) throws {
    let expected = export.figures
    #expect(expected.count >= 40)
    var results: [String: JSONValue] = [:]
    for (name, value) in expected.sorted(by: { $0.key < $1.key }) {
      let path = try #require(Self.path(of: name), "\(name)")
      if results[path[0]] == nil {
        let analysis = try #require(AnalysisRegistry.standard[path[0]])
        let workspace = try export.workspace()
        results[path[0]] = try analysis.run(workspace).result
      }
      let found = try #require(results[path[0]]?.value(at: path.dropFirst()), "\(name)")
      guard let value else {
        #expect(found == .null, "\(export.name): \(name)")
        continue
      }
      let number = try #require(found.number, "\(export.name): \(name) is \(found)")
      // The oracle prints 12 digits, and either program divides and adds in doubles.
      #expect(abs(number - value) <= 1e-9 * max(1, abs(value)), "\(export.name): \(name) is \(number)")
    }
  }

  /// The analysis and the keys that lead to a figure; nil for one that is not known.
  private static func path(of name: String) -> [String]? {
    let words = name.components(separatedBy: "/")
    switch words.count {
    case 1: return paths[name].map { $0.split { " .".contains($0) }.map(String.init) }.map(joined)
    case 2 where words[0] == "reason": return ["deals.winloss", "reasons", words[1], "deals"]
    case 2 where ["rollup", "simulate"].contains(words[0]): return ["forecast.\(words[0])", words[1]]
    case 3 where words[0] == "week": return ["pipeline.review", "week", words[1], words[2]]
    case 2 where words[0] == "bridge": return ["pipeline.movement", "bridge", words[1]]
    case 3 where words[0] == "bridge": return ["pipeline.movement", "bridge", "deals", words[1]]
    case 3: return ["deals.winloss", "cuts", words[0], "groups", words[1], words[2]]
    default: return nil
    }
  }

  /// The first two words of a path are the area and the name of the analysis.
  private static func joined(_ words: [String]) -> [String] {
    [words.prefix(2).joined(separator: ".")] + words.dropFirst(2)
  }

  /// The stages of the connector's sample are blank: 44 of 44 rows, counted with Python's csv.
  @Test func theConnectorsSampleHasNoStagesAndSaysSo() throws {
    let export = RealExport(
      "fivetran-hubspot-shapes", "data: {opportunities: fivetran-hubspot-shapes/deal_data.csv}")
    let errors = try #require(throws: InputErrors.self) { try Self.run("pipeline.hygiene", export) }
    #expect(errors.ids == ["pipeline.no-stage"])
    #expect(errors.diagnostics[0].message == "44 rows without a stage, this one first")
  }

  /// Its history of stages has three, hashed, first on lines 2, 3 and 11: counted with Python's csv.
  @Test func theConnectorsHistoryHasHashedStagesAndListsThem() throws {
    let export = RealExport(
      "fivetran-hubspot-shapes",
      """
      company: {as_of: 2021-06-30}
      data:
        stage_history:
          file: fivetran-hubspot-shapes/deal_stage_data.csv
          columns: {opportunity_id: deal_id, stage: value, entered_at: date_entered}
      """)
    let errors = try #require(throws: InputErrors.self) { try Self.run("pipeline.movement", export) }
    #expect(errors.diagnostics.map { $0.place?.line } == [2, 3, 11])
    #expect(errors.diagnostics.allSatisfy { $0.message.contains("is none of the known stages") })
  }

  @discardableResult
  private static func run(_ key: String, _ export: RealExport) throws -> JSONValue {
    let analysis = try #require(AnalysisRegistry.standard[key])
    let workspace = try export.workspace()
    return try analysis.run(workspace).result
  }
}

extension JSONValue {
  /// What stands at the end of a path; an item of a list is named by what it is about, `count` is the length of one.
  fileprivate func value(at path: some Sequence<String>) -> JSONValue? {
    path.reduce(self) { (value: JSONValue?, step: String) in
      guard case .array(let items)? = value else { return value?[step] }
      if step == "count" { return .integer(items.count) }
      return items.first { item in
        ["check", "by", "group", "reason"].contains { item[$0] == .string(step) }
      }
    }
  }

  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
