/// What a bookings target asks of the funnel, from its end backwards.
///
///     deals = ceil(bookings / average deal)      opportunities = ceil(deals / win rate)
///     SQLs = ceil(opportunities / SQL to opp)    MQLs = ceil(SQLs / MQL to SQL)
///     pipeline = opportunities × average deal
///
/// Deals, opportunities and leads are whole: each line is rounded up before the next is derived from it.
///
/// Source: RevOps Engine, phase 11.
public struct PlanDerived: Hashable, Sendable, Encodable {
  /// New deals to win.
  var newDealsNeeded: Figure
  /// New opportunities to open.
  var oppsNeeded: Figure
  /// Sales-qualified leads.
  var sqlsNeeded: Figure
  /// Marketing-qualified leads.
  var mqlsNeeded: Figure
  /// Pipeline to create for new business, in currency units.
  var pipelineNeeded: Figure
  /// The same for expansion.
  var expansionDealsNeeded: Figure
  var expansionOppsNeeded: Figure
  var expansionPipelineNeeded: Figure

  init(_ plan: PlanStatement) {
    newDealsNeeded = Self.whole(.value(plan.newBusiness), plan.averageDeal, "assumptions.avg_new_deal_size")
    oppsNeeded = Self.whole(newDealsNeeded, plan.winRate, "assumptions.new_win_rate")
    sqlsNeeded = Self.whole(oppsNeeded, plan.sqlToOpp, "assumptions.sql_to_opp_rate")
    mqlsNeeded = Self.whole(sqlsNeeded, plan.mqlToSQL, "assumptions.mql_to_sql_rate")
    pipelineNeeded = oppsNeeded.times(plan.averageDeal)
    expansionDealsNeeded = Self.whole(
      .value(plan.expansion), plan.averageExpansionDeal, "assumptions.avg_expansion_deal_size")
    expansionOppsNeeded = Self.whole(
      expansionDealsNeeded, plan.expansionWinRate, "assumptions.expansion_win_rate")
    expansionPipelineNeeded = expansionOppsNeeded.times(plan.averageExpansionDeal)
  }

  private static func whole(_ amount: Figure, _ divisor: Double, _ key: String) -> Figure {
    guard let value = amount.value else { return amount }
    guard divisor > 0 else { return .absent(because: "needs \(key)") }
    let count = wholeUp(value / divisor)
    return count < 1e12 ? .value(count) : .absent(because: "needs \(key) in proportion to the target")
  }
}

extension Figure {
  /// So many times the figure; absent where it is.
  fileprivate func times(_ factor: Double) -> Figure { value.map { .value($0 * factor) } ?? self }
}
