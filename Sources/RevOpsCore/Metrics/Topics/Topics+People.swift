extension Topics {
  /// The roles; `related` are their KPIs.
  static func roles() -> [Topic] {
    Role.allCases.map { role in
      Topic("role_\(role.rawValue)", role.title, .role, role.duty, aliases: role.aliases, related: role.kpis)
    }
  }

  /// The meetings of the operating rhythm.
  @TopicList static func meetings() -> [Topic] {
    Topic(
      "pipeline_review", "Pipeline review", .meeting,
      """
      Every two weeks, 60 to 75 minutes, manager and sellers; the level above with its managers. Coverage, pace, \
      balance and quality, never the forecast. Out come coaching, escalations and prospecting.
      """, aliases: ["pr"],
      related: ["coverage", "stalled_share", "linearity", "missing_next_step_share", "pipeline_created"])
    Topic(
      "weekly_forecast_call", "Weekly forecast call", .meeting,
      """
      Every week, 30 to 45 minutes, every level. Each states worst case, forecast and best case for month and \
      quarter with named deals; the manager passes a number of their own up within the hour.
      """, aliases: ["wfc", "forecast call"],
      related: ["worst_case", "forecast", "best_case_call", "forecast_change", "quota_remaining"])
    Topic(
      "top_deal_review", "Top deal review", .meeting,
      """
      Every two weeks to monthly, 60 minutes. The top fifth by value and nominated deals: how to win, closing \
      plan, mutual action plan, who else must step in.
      """, aliases: ["tdr"], related: ["closing_plan_share", "action_plan_share", "meddicc_score"])
    Topic(
      "demand_board", "Demand generation board", .meeting,
      """
      Monthly, 90 minutes, regional heads and leadership with marketing. Does the pipeline of the next three \
      quarters suffice, which source falls short, what is done and what accepted as risk.
      """, aliases: ["dgb", "dg board"],
      related: ["sufficiency", "sufficiency_gap", "source_mix_accuracy", "cost_per_opportunity"])
    Topic(
      "executive_forecast_call", "Executive forecast call", .meeting,
      """
      Every week, 45 minutes, CRO and regional heads. Each commits in the room, changes are explained by deals, \
      and the CRO commits the company's number.
      """, aliases: ["efc"], related: ["forecast", "forecast_change", "hit_rate"])
    Topic(
      "quarterly_business_review", "Quarterly business review", .meeting,
      """
      Every quarter, half a day, with the level above. What happened and why, the next quarter's pipeline and \
      plan, what is needed, and the first commitment for it.
      """, aliases: ["qbr", "business review"],
      related: ["attainment", "forecast_accuracy", "coverage", "nrr", "cac_payback"])
    Topic(
      "recovery_session", "Recovery plan session", .meeting,
      "In the quarter after a miss, 60 minutes: how the gap closes on top of the new target, deal by deal.",
      aliases: ["rps", "recovery plan session"], related: ["recovery_gap", "recovery_pipeline"])
    Topic(
      "pipeline_generation_review", "Pipeline generation review", .meeting,
      "Mondays, 30 minutes, SDR managers and marketing: lead quality, outbound, campaigns.",
      related: ["mql_volume", "mql_to_sql", "pipeline_created"])
    Topic(
      "deal_review", "Deal review", .meeting,
      "Tuesdays, 45 minutes, AE managers: the largest deals, the stuck ones, changes to the forecast.",
      related: ["stalled_share", "push_count"])
    Topic(
      "cross_functional_sync", "Cross-functional sync", .meeting,
      "Wednesdays, 30 minutes, RevOps with the leads of all teams: funnel, SLAs, what blocks them.",
      related: ["full_funnel", "sla_compliance"])
    Topic(
      "data_quality_review", "Data quality and process", .meeting,
      "Fridays, 30 minutes, the RevOps team: hygiene, automation, tools.",
      related: ["crm_data_quality", "duplicate_rate", "automation_coverage"])
    Topic(
      "monthly_review", "Monthly RevOps review", .meeting,
      "Monthly, 60 minutes: headline metrics, funnel, what worked and what did not, process changes, next steps.",
      related: ["arr", "net_new_arr", "nrr", "cac_payback", "coverage", "mape"])
    Topic(
      "one_on_one", "Manager and AE", .meeting,
      "Every week, 30 minutes: forecast and its change, five deals in depth, health of the pipeline, actions.",
      aliases: ["weekly pipeline review", "1:1"], related: ["commit", "best_case", "coverage", "push_count"])
  }
}

extension Role {
  /// The metrics this role answers for.
  public var kpis: [String] {
    switch self {
    case .accountExecutive:
      ["new_arr", "attainment", "coverage", "win_rate", "sales_cycle", "forecast_accuracy"]
    case .accountManager: ["nrr", "expansion_arr", "renewal_rate", "attainment", "account_growth"]
    case .mixedExecutive: ["booked_arr", "new_arr", "renewal_rate", "coverage", "win_rate"]
    case .salesEngineer:
      ["supported_win_rate", "poc_success_rate", "aes_per_se", "time_to_technical_win"]
    case .sdr:
      ["meetings_booked_per_week", "sals_accepted", "pipeline_created", "activity_volume", "show_rate"]
    case .demandManager:
      [
        "forward_coverage", "created_to_plan", "source_mix_accuracy", "demand_plan_completion", "mql_to_sal",
      ]
    case .revOps:
      ["crm_data_quality", "mape", "stack_adoption", "time_to_insight", "process_compliance"]
    case .csm: ["nrr", "logo_churn", "health_distribution", "time_to_value", "expansion_signals"]
    case .firstLineManager: ["forecast", "hit_rate", "forecast_accuracy", "win_rate", "coverage"]
    case .regionalHead: ["forecast_accuracy", "attainment", "coverage"]
    case .headOfSales:
      [
        "budget_attainment", "forecast_accuracy", "attaining_share", "coverage", "win_rate", "ramp_time",
      ]
    case .cro: ["forecast", "probability_of_target", "magic_number", "nrr"]
    case .marketing: ["mql_volume", "pipeline_sourced", "marketing_contribution", "cost_per_opportunity"]
    case .finance: ["cac", "cac_payback", "ltv_cac", "burn_multiple", "rule_of_40"]
    }
  }

  /// What the role is there for, in a sentence.
  var duty: String {
    switch self {
    case .accountExecutive:
      "Wins new customers, from qualification to signature, and keeps coverage at 3 to 4 times quota."
    case .accountManager: "Keeps and grows a portfolio of customers, with a plan for each account."
    case .mixedExecutive:
      "Wins and grows customers in one territory; the pay plan must weigh new business higher."
    case .salesEngineer: "Designs solutions and proves them on deals with a technical decision."
    case .sdr: "Creates qualified pipeline, outbound and from inbound leads, and books the first meetings."
    case .demandManager: "Sees to it that every quarter ahead has the pipeline it needs, from every source."
    case .revOps: "Owns process, systems, data, planning and enablement across marketing, sales and success."
    case .csm: "Brings customers to value, watches their health, and raises risks and room to grow."
    case .firstLineManager: "Leads sellers: coaches, challenges, and commits a number of their own."
    case .regionalHead: "Leads first-line managers and commits for the region."
    case .headOfSales: "Owns the revenue number: strategy, team, operating model and forecast."
    case .cro: "Answers for all revenue, and commits the number that finance and the board use."
    case .marketing: "Creates demand and qualified leads, and answers for the pipeline they become."
    case .finance: "Answers for what growth costs and whether it pays."
    }
  }

  fileprivate var aliases: [String] {
    switch self {
    case .accountExecutive: ["ae", "hunter"]
    case .accountManager: ["am", "farmer"]
    case .mixedExecutive: ["mixed_account_executive"]
    case .salesEngineer: ["se", "presales"]
    case .sdr: ["sdr", "bdr"]
    case .demandManager: ["dm"]
    case .revOps: ["revenue operations", "revops specialist"]
    case .csm: ["csm", "customer success"]
    case .firstLineManager: ["flm", "first line manager"]
    case .regionalHead: ["rh"]
    case .headOfSales: ["vp sales"]
    case .cro: ["cro"]
    case .marketing, .finance: []
    }
  }
}
