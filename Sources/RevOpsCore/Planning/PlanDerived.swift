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
    newDealsNeeded = Self.whole(plan.newBusiness, by: plan.averageDeal)
    oppsNeeded = Self.whole(newDealsNeeded, by: plan.winRate)
    sqlsNeeded = Self.whole(oppsNeeded, by: plan.sqlToOpp)
    mqlsNeeded = Self.whole(sqlsNeeded, by: plan.mqlToSQL)
    pipelineNeeded = oppsNeeded.times(plan.averageDeal)
    expansionDealsNeeded = Self.whole(plan.expansion, by: plan.averageExpansionDeal)
    expansionOppsNeeded = Self.whole(expansionDealsNeeded, by: plan.expansionWinRate)
    expansionPipelineNeeded = expansionOppsNeeded.times(plan.averageExpansionDeal)
  }

  private static func whole(_ amount: Figure, by divisor: Figure) -> Figure {
    amount.flatMap { amount in
      divisor.flatMap { divisor in
        let count = wholeUp(amount / divisor)
        return count < 1e12
          ? .value(count) : .absent(because: "is beyond counting: sizes and rates are out of proportion")
      }
    }
  }
}
