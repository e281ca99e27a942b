/// One of the eight dimensions of the quality rubric, with its weight and what it asks.
///
/// Source: RevOps Engine, the 100-point rubric: weights and criteria.
struct RubricDimension: Hashable, Sendable {
  /// Its key.
  var id: String
  /// Its name.
  var title: String
  /// Points of 100.
  var weight: Int
  /// What is scored 0, 1 or 2.
  var criteria: [RubricCriterion]

  /// Points of 100 that one of the criterion's two points is worth: weight / (2 × criteria).
  var pointValue: Double { Double(weight) / Double(2 * criteria.count) }
}

/// One thing the rubric scores: 0 missing, 1 in part, 2 in full.
struct RubricCriterion: Hashable, Sendable {
  /// Its key in the document.
  var id: String
  /// What holds when it earns both points.
  var title: String
  /// What to do to earn them.
  var advice: String
  /// The metric that measures it, if data can.
  var metric: String?

  init(_ id: String, _ title: String, _ advice: String, metric: String? = nil) {
    self.id = id
    self.title = title
    self.advice = advice
    self.metric = metric
  }
}

extension RubricDimension {
  /// The whole rubric; weights sum to 100.
  static let all: [RubricDimension] = [
    dataIntegrity, funnelDefinitions, pipelineManagement, crossTeamAlignment, automation, analytics,
    compensation,
    processDocumentation,
  ]

  /// The key of the dimension that is not asked of a company below $1M.
  static let compensationID = "compensation"

  private static let dataIntegrity = RubricDimension(
    id: "data_integrity", title: "Data integrity", weight: 20,
    criteria: [
      RubricCriterion(
        "single_source_of_truth", "one system everybody reads the numbers from",
        "name the system of record for each number and retire the copies"),
      RubricCriterion(
        "duplicates_under_2_percent", "fewer than 2% duplicate accounts",
        "merge the duplicates and match new accounts on domain before they are created",
        metric: "duplicate_rate"),
      RubricCriterion(
        "required_fields_enforced", "required fields complete on every open opportunity",
        "require amount, close date, stage and next step in the CRM at the stage that needs them",
        metric: "required_field_completeness"),
      RubricCriterion(
        "hygiene_automated", "hygiene checks that run by themselves",
        "schedule the duplicate, stale-deal and missing-field reports and send them to their owners"),
    ])

  private static let funnelDefinitions = RubricDimension(
    id: "funnel_definitions", title: "Funnel definitions", weight: 15,
    criteria: [
      RubricCriterion(
        "stages_defined", "every stage defined with an exit criterion",
        "write one observable exit criterion for each stage"),
      RubricCriterion(
        "agreed_cross_functionally", "definitions signed by marketing, sales and success",
        "have the three leaders sign one page of definitions"),
      RubricCriterion(
        "conversion_tracked_weekly", "conversion looked at every week",
        "put stage-to-stage conversion on the weekly agenda"),
    ])

  private static let pipelineManagement = RubricDimension(
    id: "pipeline_management", title: "Pipeline management", weight: 15,
    criteria: [
      RubricCriterion(
        "coverage_tracked", "coverage known for this quarter and the next",
        "compute coverage against what is left of the quota every week"),
      RubricCriterion(
        "velocity_measured", "velocity measured with its four levers",
        "measure deals, win rate, deal size and cycle together"),
      RubricCriterion(
        "forecast_error_under_15_percent", "forecast error (MAPE) below 15%",
        "write every call down and score it against the actual", metric: "mape"),
    ])

  private static let crossTeamAlignment = RubricDimension(
    id: "cross_team_alignment", title: "Cross-team alignment", weight: 15,
    criteria: [
      RubricCriterion(
        "slas_exist", "agreements between the teams in writing",
        "write what each team owes the next one, with a number and a consequence"),
      RubricCriterion(
        "reviewed_monthly", "agreements reviewed every month", "put compliance on a monthly agenda"),
      RubricCriterion(
        "handoffs_documented", "handoffs that carry a written record",
        "make the handoff record a condition of the stage change"),
      RubricCriterion(
        "shared_metrics", "metrics that the teams share",
        "give all three teams one figure they are all judged by"),
    ])

  private static let automation = RubricDimension(
    id: "automation", title: "Automation", weight: 10,
    criteria: [
      RubricCriterion(
        "lead_routing_under_5_minutes", "leads routed in under 5 minutes",
        "route by rule the moment a lead qualifies", metric: "lead_routing_time"),
      RubricCriterion(
        "renewal_alerts_automated", "renewal alerts at 90, 60 and 30 days",
        "alert the account's owner 90, 60 and 30 days ahead"),
      RubricCriterion(
        "key_workflows_built", "key workflows automated",
        "automate the written processes that take most hours first"),
    ])

  private static let analytics = RubricDimension(
    id: "analytics", title: "Analytics", weight: 10,
    criteria: [
      RubricCriterion(
        "dashboard_updated_weekly", "a dashboard no older than a week",
        "refresh the dashboard from the source weekly"),
      RubricCriterion(
        "cohort_analysis_running", "retention followed by cohort", "follow retention by month of acquisition"),
      RubricCriterion(
        "leading_indicators_tracked", "leading indicators beside results",
        "track pipeline created, response time and activation beside bookings"),
    ])

  private static let compensation = RubricDimension(
    id: compensationID, title: "Compensation", weight: 8,
    criteria: [
      RubricCriterion(
        "plans_documented", "pay plans in writing", "give every seller the plan in writing with examples"),
      RubricCriterion(
        "aligned_to_strategy", "pay that rewards the strategy",
        "pay for retained and expanded revenue where the plan counts on it"),
      RubricCriterion(
        "accelerators_at_100_percent", "accelerators that start at 100%",
        "start the higher rate at 100% of quota", metric: "accelerator_start"),
      RubricCriterion(
        "at_most_3_components", "no more than three components",
        "cut each plan to three measures or fewer", metric: "comp_components"),
    ])

  private static let processDocumentation = RubricDimension(
    id: "process_documentation", title: "Process documentation", weight: 7,
    criteria: [
      RubricCriterion("playbooks_exist", "playbooks for each role", "write the playbook of each role"),
      RubricCriterion(
        "onboarding_covers_them", "onboarding that teaches them", "make the playbooks the onboarding"),
      RubricCriterion(
        "quarterly_review_cycle", "a review every quarter",
        "review each playbook once a quarter with its owner"),
    ])
}
