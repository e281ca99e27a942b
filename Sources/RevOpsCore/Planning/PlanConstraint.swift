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

  init(_ kind: Kind, cap: Figure, target: Figure) {
    constraint = kind
    self.cap = cap
    headroom = cap.less(target)
  }

  /// All four.
  ///
  /// - Capacity: what the month model expects of the team.
  /// - Pipeline: (open + created a month × months that can still close) × win rate.
  /// - Lead supply: MQLs a month × months that can still close × the rates from MQL to won × average deal.
  /// - Territory: accounts × coverage × win rate × average deal.
  ///
  /// Months that can still close are those of the year less the time it takes to get to won.
  static func all(_ plan: PlanStatement, capacity: Figure) -> [PlanConstraint] {
    [
      PlanConstraint(.capacity, cap: capacity, target: plan.newBusiness),
      PlanConstraint(.pipeline, cap: pipeline(plan), target: plan.newBusiness),
      PlanConstraint(.leads, cap: leads(plan), target: plan.newBusiness),
      PlanConstraint(.territory, cap: territory(plan), target: plan.newBusiness),
    ]
  }

  /// The tightest of those that are known; the first where two are alike.
  static func binding(of constraints: [PlanConstraint]) -> PlanConstraint? {
    constraints.filter { $0.cap.value != nil }.min { ($0.cap.value ?? 0) < ($1.cap.value ?? 0) }
  }

  /// Those of which the plan gives a part, and not what else they need.
  static func halfGiven(_ plan: PlanStatement, _ all: [PlanConstraint]) -> [PlanConstraint] {
    all.filter { one in
      guard one.cap.value == nil else { return false }
      return switch one.constraint {
      case .capacity: !plan.team.isEmpty
      case .pipeline: plan.openPipeline != nil || plan.pipelinePerMonth != nil
      case .leads: plan.mqlsPerMonth != nil
      case .territory: plan.accounts != nil || plan.accountCoverage != nil
      }
    }
  }

  private static func closingMonths(afterDays days: Double) -> Double {
    max(0, 12 - TimeSpan(days, .days).count(of: .months))
  }

  private static func pipeline(_ plan: PlanStatement) -> Figure {
    guard let open = plan.openPipeline, let perMonth = plan.pipelinePerMonth else {
      let missing = [
        plan.openPipeline == nil ? "supply.open_pipeline" : nil,
        plan.pipelinePerMonth == nil ? "supply.pipeline_per_month" : nil,
      ]
      return PlanStatement.missing(missing.compactMap(\.self).joined(separator: " and "))
    }
    let created = plan.cycleDays.map { perMonth * closingMonths(afterDays: $0) }
    return created.map { open + $0 }.times(plan.winRate)
  }

  private static func leads(_ plan: PlanStatement) -> Figure {
    guard let mqls = plan.mqlsPerMonth else { return PlanStatement.missing("supply.mqls_per_month") }
    let won = plan.mqlToSQL.times(plan.sqlToOpp).times(plan.winRate)
    let months = plan.cycleDays.map {
      closingMonths(afterDays: $0 + (plan.sqlToOppDays ?? 0) + (plan.mqlToSQLDays ?? 0))
    }
    return won.times(plan.averageDeal).times(months).map { mqls * $0 }
  }

  private static func territory(_ plan: PlanStatement) -> Figure {
    guard let accounts = plan.accounts, let coverage = plan.accountCoverage else {
      return PlanStatement.missing("supply.accounts and supply.account_coverage")
    }
    return plan.winRate.times(plan.averageDeal).map { accounts * coverage * $0 }
  }
}
