/// The year's revenue plan: what its targets ask for, whether the engine can carry it, and what caps it.
///
/// Source: RevOps Engine, phase 11.
public enum RevenuePlan: Analysis {
  public static let key = "plan"
  public static let title = "Revenue plan"
  public static let sections = ["plan", "capacity"]
  public static let needsSection = true
  public static let optionalTables = ["reps", "credits"]
  public static let metrics = [
    "arr_target", "planned_arr", "carried_new_business", "carried_arr", "new_business_share",
    "expansion_share", "expansion_win_multiple", "new_deals_needed", "opps_needed", "sqls_needed",
    "mqls_needed", "pipeline_needed",
    "productive_capacity", "required_aes", "hires_needed",
  ]
  public static let measures: [String] = []
  /// The figure that what-ifs compare where none is asked for.
  static let headline = "plan.arr.carried_arr"

  /// The document, decoded.
  public struct Input: Sendable {
    var plan: PlanStatement
    /// The team of the workspace's `capacity` section, where the plan states one of its own beside it.
    var otherTeam: Team?
    var fiscal: FiscalCalendar
    var currency: String
    var benchmarks: Benchmarks
  }

  /// Everything that follows from the document.
  public struct Result: Encodable, Sendable {
    var fiscalYear: String
    var targets: Targets
    var derived: PlanDerived
    var capacity: TeamCapacity
    var arr: EndingARR
    var mix: Mix
    var constraints: [PlanConstraint]
    /// The tightest constraint; null where none is known.
    var bindingConstraint: PlanConstraint.Kind?
    /// The target less what the tightest constraint carries; below zero where it carries more.
    var bindingGap: Figure
    /// The whole year, its quarters and its months; the calendar begins earlier where leads have to.
    var year: PlanCalendar.Row
    var quarters: [PlanCalendar.Row]
    var months: [PlanCalendar.Row]
  }

  /// What is aimed at, in currency units.
  struct Targets: Encodable, Sendable {
    var totalArrTarget: Figure
    var newBusiness: Figure
    var expansion: Figure
  }

  /// The team against new business.
  struct TeamCapacity: Encodable, Sendable {
    /// Sellers through their ramp in the first month.
    var aesAtFullRamp: Figure
    var quotaPerAe: Figure
    var expectedAttainment: Figure
    var requiredAes: Figure
    /// Expected bookings of the year; where all are ramped and nobody leaves, AEs × quota × attainment.
    var productiveCapacity: Figure
    var gap: Figure
    var hiresNeeded: Figure
    var hireFrom: String
  }

  /// From the ARR of the year's first day to that of its last.
  ///
  ///     planned ARR = current × (1 - churn) + expansion + new
  struct EndingARR: Encodable, Sendable {
    var current: Figure
    var churned: Figure
    var expansion: Figure
    var newBusiness: Figure
    var plannedArr: Figure
    /// The ARR target less the planned ARR.
    var gap: Figure
    /// The new business that the tightest constraint carries, be it less or more than the target.
    var carriedNewBusiness: Figure
    /// The ARR at the end if the year brings what is carried: current × (1 - churn) + expansion + carried.
    var carriedArr: Figure
  }

  /// How net new ARR divides.
  struct Mix: Encodable, Sendable {
    var newBusinessShare: Figure
    var expansionShare: Figure
    /// How many times as often expansion is won.
    var expansionWinMultiple: Figure
  }

  public static func compute(_ input: Input) -> Result {
    let plan = input.plan
    let derived = PlanDerived(plan)
    let model = MonthModel(plan.team, in: plan.year, target: plan.newBusiness)
    let constraints = PlanConstraint.all(plan, capacity: model.capacity)
    let binding = PlanConstraint.binding(of: constraints)
    let unknown =
      PlanConstraint.halfGiven(plan, constraints).first?.cap
      ?? PlanStatement.missing("the team with its quota, or one of supply")
    let carried = binding?.cap ?? unknown
    let calendar = PlanCalendar(plan, derived, capacity: model.months, fiscal: input.fiscal)
    return Result(
      fiscalYear: "\(plan.year)",
      targets: Targets(
        totalArrTarget: plan.totalTarget, newBusiness: plan.newBusiness, expansion: plan.expansion),
      derived: derived, capacity: capacity(plan, model), arr: endingARR(plan, carried: carried),
      mix: mix(plan), constraints: constraints, bindingConstraint: binding?.constraint,
      bindingGap: binding?.headroom.map { 0 - $0 } ?? unknown,
      year: calendar.year, quarters: calendar.quarters, months: calendar.months)
  }

  private static func capacity(_ plan: PlanStatement, _ model: MonthModel) -> TeamCapacity {
    let need = CapacityNeed(
      plan.team, in: plan.year, target: plan.newBusiness, hireFrom: plan.hireFrom, capacity: model.capacity)
    return TeamCapacity(
      aesAtFullRamp: model.months.first?.ramped.map { $0.rounded() } ?? .value(0),
      quotaPerAe: plan.team.quota > 0
        ? .value(plan.team.quota) : PlanStatement.missing("capacity.quota_per_ae"),
      expectedAttainment: plan.team.attainment > 0
        ? .value(plan.team.attainment) : PlanStatement.missing("capacity.expected_attainment"),
      requiredAes: need.required,
      productiveCapacity: model.capacity, gap: need.gap, hiresNeeded: need.hiresNeeded,
      hireFrom: "\(need.hireFrom)")
  }

  private static func endingARR(_ plan: PlanStatement, carried: Figure) -> EndingARR {
    let kept = plan.currentARR.times(plan.churn.map { 1 - $0 }).adding(plan.expansion)
    let planned = kept.adding(plan.newBusiness)
    return EndingARR(
      current: plan.currentARR, churned: plan.currentARR.times(plan.churn), expansion: plan.expansion,
      newBusiness: plan.newBusiness, plannedArr: planned, gap: plan.totalTarget.less(planned),
      carriedNewBusiness: carried, carriedArr: kept.adding(carried))
  }

  private static func mix(_ plan: PlanStatement) -> Mix {
    let both = plan.newBusiness.adding(plan.expansion)
    func share(_ part: Figure) -> Figure {
      part.flatMap { part in
        both.flatMap { $0 > 0 ? .value(part / $0) : .absent(because: "no growth is planned") }
      }
    }
    return Mix(
      newBusinessShare: share(plan.newBusiness), expansionShare: share(plan.expansion),
      expansionWinMultiple: plan.expansionWinRate.flatMap { expansion in
        plan.winRate.flatMap {
          $0 > 0 ? .value(expansion / $0) : PlanStatement.missing("assumptions.new_win_rate above 0")
        }
      }
    )
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var assumed: [JSONValue.Member] = []
    if input.plan.isExpansionByRate {
      assumed.append(.init("plan.targets.expansion", .string("current_arr × expansion_rate")))
    }
    if input.plan.isTeamOfWorkspace {
      assumed.append(.init("plan.capacity", .string("the team of the section 'capacity'")))
    }
    let leads = [
      ("sql_to_opp_days", input.plan.sqlToOppDays, result.derived.sqlsNeeded),
      ("mql_to_sql_days", input.plan.mqlToSQLDays, result.derived.mqlsNeeded),
    ]
    for (key, days, needed) in leads where days == nil && needed.value != nil {
      assumed.append(.init("plan.assumptions.\(key)", 0))
    }
    return assumed
  }
}
