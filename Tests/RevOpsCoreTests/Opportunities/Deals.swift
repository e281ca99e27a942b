@testable import RevOpsCore

/// Workspaces of opportunities that exist only here, and the example's.
enum Deals {
  /// A workspace of one table and a pipeline section, each given as text.
  static func workspace(
    _ csv: String, pipeline: String = "", company: String = "", options: RunOptions = RunOptions()
  ) throws(InputErrors) -> Workspace {
    let document = """
      company: {as_of: 2026-10-31\(company.isEmpty ? "" : ", " + company)}
      pipeline: {\(pipeline)}
      data: {opportunities: deals.csv}
      """
    return try RevOpsCoreTests.workspace(["revops.yaml": document, "deals.csv": csv], options: options)
  }

  /// The opportunities as they are read, or the problems of reading them.
  static func table(
    _ csv: String, pipeline: String = "", company: String = "", options: RunOptions = RunOptions()
  ) throws(InputErrors) -> OpportunityTable {
    var workspace = try workspace(csv, pipeline: pipeline, company: company, options: options)
    workspace.readTables(["opportunities"])
    if let errors = InputErrors(workspace.problems) { throw errors }
    return try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
  }

  /// The outcome of an analysis over the example company.
  static func northwind<A: Analysis>(_ analysis: A.Type) throws -> A.Result {
    var workspace = try Northwind.workspace(registry: AnalysisRegistry([]))
    workspace.readTables(A.tables + A.optionalTables)
    return A.compute(try A.input(from: workspace))
  }

  /// A random table: some deals open, won or lost, some amounts and owners missing.
  static func random(_ generator: inout SplitMix64, rows: Int) -> [String] {
    let stages = ["Discovery", "Proposal", "Negotiation", "Closed Won", "Closed Lost"]
    return (0..<rows).map { row in
      let amount =
        Int.random(in: 0..<8, using: &generator) == 0
        ? "" : "\(Int.random(in: 1...9_999_999, using: &generator))"
      let cents = amount.isEmpty ? "" : ".\(Int.random(in: 10...99, using: &generator))"
      let stage = stages[Int.random(in: 0..<5, using: &generator)]
      let owner = ["Ana", "Bo", "Cy", ""][Int.random(in: 0..<4, using: &generator)]
      let close = day("2026-08-01").adding(days: Int.random(in: 0..<120, using: &generator))
      let opened = close.adding(days: -Int.random(in: 0..<200, using: &generator))
      let account = "Account \(Int.random(in: 0..<12, using: &generator))"
      return "D\(row),\(account),\(stage),\(amount)\(cents),\(close),\(opened),\(owner)"
    }
  }

  static let randomHeader = "id,account,stage,amount,close_date,created_date,owner"
  static let randomStages = """
    stages: {Discovery: {probability: 25%}, Proposal: {probability: 50%}, Negotiation: {probability: 0.7}}
    """
}

extension InputErrors {
  /// The ids of the problems.
  var ids: [String] { diagnostics.map(\.id) }
}
