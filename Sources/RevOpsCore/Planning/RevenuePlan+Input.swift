extension RevenuePlan {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepRoster()
  }

  /// Reads the `plan` section: the RevOps Engine's revenue-plan document, with `current_arr`, `supply`, the rates
  /// of the leads and the team's months added to it.
  ///
  /// A workspace that describes its team under `capacity` need not do so again: a plan that names nobody counts on
  /// that team.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    var plan = try workspace.decode("plan") { fields in statement(&fields, workspace) }
    let other = try workspace.statedTeam(in: plan.year)
    var isStatedTwice = false
    if let other {
      isStatedTwice = !plan.team.isEmpty
      if plan.team.isEmpty {
        plan.team = other
        plan.isTeamOfWorkspace = true
        plan.hireFrom = other.hireFrom ?? plan.hireFrom
      }
    }
    return Input(
      plan: plan, otherTeam: isStatedTwice ? other : nil, fiscal: workspace.company.fiscal,
      currency: "\(workspace.company.currency)",
      benchmarks: workspace.company.benchmarks)
  }

  /// Reads the document itself, without the team of the section `capacity`.
  static func statement(_ fields: inout Fields, _ workspace: Workspace) -> PlanStatement {
    let day = workspace.asOf.date
    let year =
      fields.valueIfGiven("fiscal_year", as: .fiscalYear) ?? workspace.company.fiscal.year(containing: day)
    var plan = PlanStatement(year: year, hireFrom: CapacityNeed.firstStart(in: year, asOf: day))
    plan.currentARR = fields.amountIfGiven("current_arr")
    fields.section("targets") { targets in
      plan.totalTarget = amount(&targets, "total_arr_target")
      plan.newBusiness = amount(&targets, "new_business")
      plan.expansion = amount(&targets, "expansion")
      for key in ["total_arr_target", "new_business", "expansion"] {
        plan.places[key] = targets.place(of: key)
      }
    }
    fields.section("assumptions") { assumptions(&$0, &plan) }
    fields.section("supply") { supply(&$0, &plan) }
    plan.recovery = fields.sectionIfGiven("recovery") { RecoveryStatement(&$0) }
    fields.section("derived") { derived in
      for key in ["new_deals_needed", "opps_needed", "sqls_needed", "mqls_needed", "pipeline_needed"] {
        plan.stated["derived.\(key)"] = stated(&derived, key)
      }
    }
    plan.places["capacity"] = fields.place(of: "capacity")
    fields.section("capacity") { capacity in
      plan.team = Team(&capacity)
      plan.hireFrom = plan.team.hireFrom ?? plan.hireFrom
      for key in ["productive_capacity", "gap", "hires_needed"] {
        plan.stated["capacity.\(key)"] = stated(&capacity, key)
      }
    }
    if plan.expansion == 0, plan.expansionRate > 0, let current = plan.currentARR {
      plan.expansion = current * plan.expansionRate
      plan.isExpansionByRate = true
    }
    return plan
  }

  private static func assumptions(_ fields: inout Fields, _ plan: inout PlanStatement) {
    plan.churn = share(&fields, "gross_churn_rate")
    plan.expansionRate = notNegative(
      &fields, "expansion_rate", fields.rateIfGiven("expansion_rate")?.fraction ?? 0)
    plan.averageDeal = amount(&fields, "avg_new_deal_size")
    plan.averageExpansionDeal = amount(&fields, "avg_expansion_deal_size")
    plan.winRate = share(&fields, "new_win_rate")
    plan.expansionWinRate = share(&fields, "expansion_win_rate")
    plan.cycleDays = days(&fields, "avg_sales_cycle_new")
    plan.expansionCycleDays = days(&fields, "avg_sales_cycle_expansion")
    plan.sqlToOpp = share(&fields, "sql_to_opp_rate")
    plan.mqlToSQL = share(&fields, "mql_to_sql_rate")
    plan.sqlToOppDays = days(&fields, "sql_to_opp_days")
    plan.mqlToSQLDays = days(&fields, "mql_to_sql_days")
    plan.places["expansion_win_rate"] = fields.place(of: "expansion_win_rate")
  }

  private static func supply(_ fields: inout Fields, _ plan: inout PlanStatement) {
    plan.openPipeline = fields.moneyIfGiven("open_pipeline")?.units
    plan.pipelinePerMonth = fields.moneyIfGiven("pipeline_per_month")?.units
    plan.mqlsPerMonth = fields.numberIfGiven("mqls_per_month")
    plan.accounts = fields.countIfGiven("accounts").map { Double($0) }
    plan.accountCoverage = fields.shareIfGiven("account_coverage")
    for (key, value) in [
      ("open_pipeline", plan.openPipeline), ("pipeline_per_month", plan.pipelinePerMonth),
      ("mqls_per_month", plan.mqlsPerMonth), ("account_coverage", plan.accountCoverage),
    ] {
      _ = notNegative(&fields, key, value ?? 0)
    }
  }

  private static func stated(_ fields: inout Fields, _ key: String) -> StatedFigure? {
    guard let value = fields.moneyIfGiven(key)?.units, value != 0 else { return nil }
    return StatedFigure(value: value, place: fields.place(of: key))
  }

  private static func amount(_ fields: inout Fields, _ key: String) -> Double {
    notNegative(&fields, key, fields.moneyIfGiven(key)?.units ?? 0)
  }

  private static func days(_ fields: inout Fields, _ key: String) -> Double {
    let days = notNegative(&fields, key, fields.durationIfGiven(key)?.days ?? 0)
    guard days > 3660 else { return days }
    fields.refuse(key, "decode.wrong-value", "'\(key)' is longer than ten years")
    return 0
  }

  /// A share of a whole.
  private static func share(_ fields: inout Fields, _ key: String) -> Double {
    let share = notNegative(&fields, key, fields.rateIfGiven(key)?.fraction ?? 0)
    if share > 1 { fields.refuse(key, "decode.wrong-value", "'\(key)' cannot be above 100%") }
    return min(1, share)
  }

  private static func notNegative(_ fields: inout Fields, _ key: String, _ value: Double) -> Double {
    if value < 0 { fields.refuse(key, "decode.wrong-value", "'\(key)' cannot be negative") }
    return max(0, value)
  }
}
