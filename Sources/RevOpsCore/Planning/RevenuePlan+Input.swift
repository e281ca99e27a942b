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
    keep(fields.amountIfGiven("current_arr"), in: &plan.currentARR)
    fields.section("targets") { targets in
      // The target of the seed's empty document is 0: nobody aims at that.
      keep(targets.amountIfGiven("total_arr_target").flatMap { $0 > 0 ? $0 : nil }, in: &plan.totalTarget)
      keep(targets.amountIfGiven("new_business"), in: &plan.newBusiness)
      keep(targets.amountIfGiven("expansion"), in: &plan.expansion)
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
    if plan.expansion.value ?? 0 == 0, let rate = plan.expansionRate, rate > 0 {
      plan.expansion = plan.currentARR.map { $0 * rate }
      plan.isExpansionByRate = true
    }
    return plan
  }

  /// Keeps a figure that is given; one that is not stays absent with its key.
  private static func keep(_ value: Double?, in figure: inout Figure) {
    if let value { figure = .value(value) }
  }

  private static func assumptions(_ fields: inout Fields, _ plan: inout PlanStatement) {
    keep(fields.shareIfGiven("gross_churn_rate"), in: &plan.churn)
    plan.expansionRate = fields.rateIfGiven("expansion_rate").map {
      fields.notNegative($0.fraction, "expansion_rate")
    }
    keep(fields.amountIfGiven("avg_new_deal_size"), in: &plan.averageDeal)
    keep(fields.amountIfGiven("avg_expansion_deal_size"), in: &plan.averageExpansionDeal)
    keep(fields.shareIfGiven("new_win_rate"), in: &plan.winRate)
    keep(fields.shareIfGiven("expansion_win_rate"), in: &plan.expansionWinRate)
    keep(days(&fields, "avg_sales_cycle_new"), in: &plan.cycleDays)
    keep(days(&fields, "avg_sales_cycle_expansion"), in: &plan.expansionCycleDays)
    keep(fields.shareIfGiven("sql_to_opp_rate"), in: &plan.sqlToOpp)
    keep(fields.shareIfGiven("mql_to_sql_rate"), in: &plan.mqlToSQL)
    plan.sqlToOppDays = days(&fields, "sql_to_opp_days")
    plan.mqlToSQLDays = days(&fields, "mql_to_sql_days")
    plan.places["expansion_win_rate"] = fields.place(of: "expansion_win_rate")
  }

  private static func supply(_ fields: inout Fields, _ plan: inout PlanStatement) {
    plan.openPipeline = fields.amountIfGiven("open_pipeline")
    plan.pipelinePerMonth = fields.amountIfGiven("pipeline_per_month")
    plan.mqlsPerMonth = fields.numberIfGiven("mqls_per_month").map {
      fields.notNegative($0, "mqls_per_month")
    }
    plan.accounts = fields.countIfGiven("accounts").map { Double($0) }
    plan.accountCoverage = fields.shareIfGiven("account_coverage")
  }

  private static func stated(_ fields: inout Fields, _ key: String) -> StatedFigure? {
    guard let value = fields.moneyIfGiven(key)?.units, value != 0 else { return nil }
    return StatedFigure(value: value, place: fields.place(of: key))
  }

  private static func days(_ fields: inout Fields, _ key: String) -> Double? {
    guard let days = fields.daysIfGiven(key) else { return nil }
    guard days > 3660 else { return days }
    fields.refuse(key, "decode.wrong-value", "'\(key)' is longer than ten years")
    return nil
  }
}
