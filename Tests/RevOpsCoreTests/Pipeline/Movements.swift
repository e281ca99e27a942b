@testable import RevOpsCore

/// Pipelines on several days that exist only here.
enum Movements {
  /// The movement of a workspace of tables, each given as CSV under its name.
  static func result(
    _ tables: [String: String], pipeline: String = "", company: String = "", by cuts: [String] = [],
    where filter: String? = nil
  ) throws(InputErrors) -> PipelineMovement.Result {
    PipelineMovement.compute(try input(tables, pipeline: pipeline, company: company, by: cuts, where: filter))
  }

  /// The deals as they are read, or what is wrong with them.
  static func input(
    _ tables: [String: String], pipeline: String = "", company: String = "", by cuts: [String] = [],
    where filter: String? = nil
  ) throws(InputErrors) -> PipelineMovement.Input {
    var files = tables.reduce(into: [String: String]()) { $0["\($1.key).csv"] = $1.value }
    files["revops.yaml"] = """
      company: {as_of: 2026-10-31\(company.isEmpty ? "" : ", " + company)}
      pipeline: {\(pipeline)}
      data: {\(tables.keys.sorted().map { "\($0): \($0).csv" }.joined(separator: ", "))}
      """
    var workspace = try workspace(files, options: RunOptions(filter: filter, cuts: cuts))
    workspace.readTables(PipelineMovement.optionalTables)
    if let errors = InputErrors(workspace.problems) { throw errors }
    return try PipelineMovement.input(from: workspace)
  }

  /// A deal on some days: what a CRM would have said of it.
  struct Deal {
    var id: String
    var owner: String
    /// Day, stage, amount in cents and close date, in order of time.
    var changes: [(day: CalendarDate, stage: String, cents: Int, close: CalendarDate)]

    func state(on day: CalendarDate) -> (stage: String, cents: Int, close: CalendarDate)? {
      changes.last { $0.day <= day }.map { ($0.stage, $0.cents, $0.close) }
    }
  }

  static let stages = "stages: {Discovery: {}, Proposal: {}, Negotiation: {}}"

  /// Random deals that are created, moved, grown, shrunk, pushed, won, lost and reopened over two quarters.
  static func random(_ generator: inout SplitMix64, deals: Int) -> [Deal] {
    let names = ["Discovery", "Proposal", "Negotiation", "Closed Won", "Closed Lost"]
    return (0..<deals).map { index in
      var time = day("2026-06-01").adding(days: Int.random(in: 0..<120, using: &generator))
      var cents = Int.random(in: 1...9_999_999, using: &generator)
      var close = time.adding(days: Int.random(in: 5..<120, using: &generator))
      var deal = Deal(
        id: "D\(100 + index)", owner: ["Ana", "Bo", "Cy", ""][Int.random(in: 0..<4, using: &generator)],
        changes: [])
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let stage = names[Int.random(in: 0..<5, using: &generator)]
        // A CRM closes a deal on the day it says.
        if stage.hasPrefix("Closed") { close = time }
        deal.changes.append((time, stage, cents, close))
        time = time.adding(days: Int.random(in: 1..<40, using: &generator))
        if Bool.random(using: &generator) { cents = Int.random(in: 1...9_999_999, using: &generator) }
        if Bool.random(using: &generator) {
          close = time.adding(days: Int.random(in: 0..<90, using: &generator))
        }
      }
      return deal
    }
  }

  static let snapshotHeader = "snapshot_date,id,owner,stage,amount,close_date,created_date"

  /// The rows of a snapshot; closed deals are in it too.
  static func snapshot(_ deals: [Deal], on day: CalendarDate) -> [String] {
    deals.compactMap { deal in
      deal.state(on: day).map {
        "\(day),\(deal.id),\(deal.owner),\($0.stage),\(amount($0.cents)),\($0.close),\(deal.changes[0].day)"
      }
    }
  }

  static let historyHeader = "opportunity_id,stage,amount,close_date,entered_at"

  /// The rows of a history of the deals.
  static func history(_ deals: [Deal]) -> [String] {
    deals.flatMap { deal in
      deal.changes.map { "\(deal.id),\($0.stage),\(amount($0.cents)),\($0.close),\($0.day)T09:00" }
    }
  }

  /// The rows of an export on a day.
  static let exportHeader = "id,owner,stage,amount,close_date,created_date"
  static func export(_ deals: [Deal], on day: CalendarDate) -> [String] {
    snapshot(deals, on: day).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst().joined(separator: ",")
    }
  }

  static func amount(_ cents: Int) -> String {
    "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }

  static func csv(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }
}

extension PipelineMovement.Bridge {
  /// Both sides of the sum in whole cents.
  var sides: (left: Int, right: Int) {
    func cents(_ units: Double) -> Int { Int((units * 100).rounded()) }
    let gains = cents(created) + cents(pulledIn) + cents(reopened) + cents(grown)
    let falls = cents(shrunk) + cents(pushedOut) + cents(lost) + cents(won) + cents(removed)
    return (cents(start) + gains - falls, cents(end))
  }
}
