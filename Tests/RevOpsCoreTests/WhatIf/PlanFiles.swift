@testable import RevOpsCore

/// A plan and a capacity model of a made-up company, for questions of what would be.
enum PlanFiles {
  static let plan = """
    fiscal_year: FY2028
    current_arr: $12M
    targets: {total_arr_target: $16M, new_business: $3.36M, expansion: $1.6M}
    assumptions:
      gross_churn_rate: 8%
      avg_new_deal_size: $42,600
      new_win_rate: 22%
      avg_sales_cycle_new: 74 days
      sql_to_opp_rate: 55%
      mql_to_sql_rate: 30%
      sql_to_opp_days: 10
      mql_to_sql_days: 14
    supply: {mqls_per_month: 240, accounts: 1200, account_coverage: 35%}
    capacity: {aes_at_full_ramp: 8, quota_per_ae: $700K, expected_attainment: 62%}
    """

  static let registry = [AnyAnalysis(RevenuePlan.self), AnyAnalysis(Capacity.self)]

  /// A workspace of the plan and whatever else is written into it.
  static func files(_ more: String = "", plan: String = plan) -> [String: String] {
    [
      "revops.yaml": "company: {fiscal_year_start: February, as_of: 2026-10-31}\nplan: plan.yaml\n" + more,
      "plan.yaml": plan,
    ]
  }

  static func workspace(
    _ more: String = "", plan: String = plan, set settings: [String] = []
  ) throws(InputErrors) -> Workspace {
    try RevOpsCoreTests.workspace(files(more, plan: plan), set: settings, registry: registry)
  }

  /// The figures of a workspace as `--format json` shows them.
  static func figures(_ workspace: Workspace) throws(InputErrors) -> FigureTree {
    var outcomes: [Outcome] = []
    for analysis in workspace.registry.fed(by: workspace) { outcomes.append(try analysis.run(workspace)) }
    return FigureTree(outcomes)
  }

  /// A figure of a tree by its path.
  static func figure(_ path: String, _ tree: FigureTree) -> Double? {
    guard let path = try? ValuePath(path, of: "test"), let (value, _) = tree.find(path.steps) else {
      return nil
    }
    switch value {
    case .number(let number): return number
    case .integer(let whole): return Double(whole)
    default: return nil
    }
  }

  /// A plan of seeded random quantities.
  static func random(_ random: inout SplitMix64) -> String {
    func rate(_ range: ClosedRange<Int>) -> String { "\(Int.random(in: range, using: &random))%" }
    // Tens, so that a tenth more or less is whole and what is shown is what is computed.
    func amount(_ range: ClosedRange<Int>) -> String {
      "$\(Int.random(in: (range.lowerBound / 10)...(range.upperBound / 10), using: &random) * 10)"
    }
    return """
      fiscal_year: FY2028
      current_arr: \(amount(1_000_000...90_000_000))
      targets: {total_arr_target: \(amount(2_000_000...99_000_000)), new_business: \(amount(100_000...20_000_000)), expansion: \(amount(50_000...9_000_000))}
      assumptions:
        gross_churn_rate: \(rate(0...30))
        avg_new_deal_size: \(amount(5_000...200_000))
        avg_expansion_deal_size: \(amount(5_000...90_000))
        new_win_rate: \(rate(5...60))
        expansion_win_rate: \(rate(10...90))
        avg_sales_cycle_new: \(Int.random(in: 5...200, using: &random)) days
        sql_to_opp_rate: \(rate(10...99))
        mql_to_sql_rate: \(rate(5...99))
      supply: {mqls_per_month: \(Int.random(in: 20...900, using: &random)), open_pipeline: \(amount(100_000...9_000_000))}
      capacity: {aes_at_full_ramp: \(Int.random(in: 1...30, using: &random)), quota_per_ae: \(amount(300_000...900_000)), expected_attainment: \(rate(40...95))}
      """
  }
}
