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
    newDealsNeeded = Self.whole(plan.newBusiness, by: plan.averageDeal, "assumptions.avg_new_deal_size")
    oppsNeeded = Self.whole(newDealsNeeded, by: plan.winRate, "assumptions.new_win_rate")
    sqlsNeeded = Self.whole(oppsNeeded, by: plan.sqlToOpp, "assumptions.sql_to_opp_rate")
    mqlsNeeded = Self.whole(sqlsNeeded, by: plan.mqlToSQL, "assumptions.mql_to_sql_rate")
    pipelineNeeded = oppsNeeded.times(plan.averageDeal)
    expansionDealsNeeded = Self.whole(
      plan.expansion, by: plan.averageExpansionDeal, "assumptions.avg_expansion_deal_size")
    expansionOppsNeeded = Self.whole(
      expansionDealsNeeded, by: plan.expansionWinRate, "assumptions.expansion_win_rate")
    expansionPipelineNeeded = expansionOppsNeeded.times(plan.averageExpansionDeal)
  }

  private static func whole(_ amount: Figure, by divisor: Figure, _ key: String) -> Figure {
    amount.flatMap { amount in
      divisor.flatMap { divisor in
        guard divisor > 0 else { return PlanStatement.missing("\(key) above 0") }
        let count = wholeUp(amount / divisor)
        return count < 1e12
          ? .value(count) : .absent(because: "is beyond counting: sizes and rates are out of proportion")
      }
    }
  }
}
