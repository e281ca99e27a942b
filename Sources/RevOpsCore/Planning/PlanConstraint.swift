/// What one part of the engine lets the plan book of new business.
public struct PlanConstraint: Hashable, Sendable, Encodable {
  /// The parts that can cap a plan.
  public enum Kind: String, Hashable, Sendable, Encodable {
    case capacity, pipeline, leads, territory

    /// Its name for people.
    var title: String {
      switch self {
      case .capacity: "Sales capacity"
      case .pipeline: "Pipeline"
      case .leads: "Lead supply"
      case .territory: "Territory"
      }
    }
  }

  var constraint: Kind
  /// The most new business that it carries in the year.
  var cap: Figure
  /// The cap less the target; below zero where it is short.
  var headroom: Figure

  init(_ kind: Kind, cap: Figure, target: Double) {
    constraint = kind
    self.cap = cap
    headroom = cap.value.map { .value($0 - target) } ?? cap
  }

  /// All four.
  ///
  /// - Capacity: what the month model expects of the team.
  /// - Pipeline: (open + created a month × months that can still close) × win rate.
  /// - Lead supply: MQLs a month × months that can still close × the rates from MQL to won × average deal.
  /// - Territory: accounts × coverage × win rate × average deal.
  ///
  /// Months that can still close are those of the year less the time it takes to get to won.
  static func all(_ plan: PlanStatement, capacity: Double) -> [PlanConstraint] {
    let team: Figure =
      plan.team.perRampedSeller > 0
      ? .value(capacity) : .absent(because: "needs capacity.quota_per_ae and expected_attainment")
    return [
      PlanConstraint(.capacity, cap: team, target: plan.newBusiness),
      PlanConstraint(.pipeline, cap: pipeline(plan), target: plan.newBusiness),
      PlanConstraint(.leads, cap: leads(plan), target: plan.newBusiness),
      PlanConstraint(.territory, cap: territory(plan), target: plan.newBusiness),
    ]
  }

  /// The tightest of those that are known; the first where two are alike.
  static func binding(of constraints: [PlanConstraint]) -> PlanConstraint? {
    constraints.filter { $0.cap.value != nil }.min { ($0.cap.value ?? 0) < ($1.cap.value ?? 0) }
  }

  private static func closingMonths(afterDays days: Double) -> Double {
    max(0, 12 - TimeSpan(days, .days).count(of: .months))
  }

  private static func pipeline(_ plan: PlanStatement) -> Figure {
    guard plan.openPipeline != nil || plan.pipelinePerMonth != nil else {
      return .absent(because: "needs supply.open_pipeline or supply.pipeline_per_month")
    }
    guard plan.winRate > 0 else { return .absent(because: "needs assumptions.new_win_rate") }
    let created = (plan.pipelinePerMonth ?? 0) * closingMonths(afterDays: plan.cycleDays)
    return .value(((plan.openPipeline ?? 0) + created) * plan.winRate)
  }

  private static func leads(_ plan: PlanStatement) -> Figure {
    guard let mqls = plan.mqlsPerMonth else { return .absent(because: "needs supply.mqls_per_month") }
    let rates = plan.mqlToSQL * plan.sqlToOpp * plan.winRate
    guard rates > 0, plan.averageDeal > 0 else {
      return .absent(because: "needs the rates from MQL to won and avg_new_deal_size")
    }
    let lag = plan.cycleDays + plan.sqlToOppDays + plan.mqlToSQLDays
    return .value(mqls * closingMonths(afterDays: lag) * rates * plan.averageDeal)
  }

  private static func territory(_ plan: PlanStatement) -> Figure {
    guard let accounts = plan.accounts, let coverage = plan.accountCoverage else {
      return .absent(because: "needs supply.accounts and supply.account_coverage")
    }
    guard plan.winRate > 0, plan.averageDeal > 0 else {
      return .absent(because: "needs assumptions.new_win_rate and avg_new_deal_size")
    }
    return .value(accounts * coverage * plan.winRate * plan.averageDeal)
  }
}
