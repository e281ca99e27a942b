import Testing

@testable import RevOpsCore

/// Which metric of the catalogue stands for each one that the field's literature names.
@Suite struct CatalogueCoverageTests {
  private typealias Named = (name: String, id: String)

  @Test func everyMetricOfTheEngineIsHere() {
    let phases: [(phase: String, metrics: [Named])] = [
      ("phase 1", [("Maturity score", "maturity_total"), ("Data accuracy", "crm_data_quality")]),
      (
        "phase 2",
        [
          ("Duplicate accounts", "duplicate_rate"),
          ("Missing fields on open opps", "required_field_completeness"),
          ("Stale opportunities", "stale_rate"), ("Contact bounce rate", "bounce_rate"),
          ("Lead-to-account matching", "lead_match_rate"),
          ("Closed-lost reason populated", "loss_reason_completeness"),
          ("Closed-won deals per year", "won_per_year"),
        ]
      ),
      (
        "phase 3",
        [
          ("Visitor to Known", "visitor_to_known"), ("Known to MQL", "known_to_mql"),
          ("MQL to SAL", "mql_to_sal"), ("SAL to SQL", "sal_to_sql"), ("SQL to Opp Created", "sql_to_opp"),
          ("Opp to Closed Won", "opp_to_closed_won"), ("Full funnel", "full_funnel"),
          ("Lead score", "lead_score"), ("Behavioral signals", "behavioural_score"),
          ("Firmographic signals", "firmographic_score"), ("Negative signals", "negative_score"),
          ("BANT score", "bant_score"), ("Accept or reject", "mql_acceptance_time"),
          ("First meeting", "first_meeting_time"), ("CS kickoff", "kickoff_time"),
        ]
      ),
      (
        "phase 4",
        [
          ("Required pipeline", "required_pipeline"), ("Pipeline coverage (total)", "coverage"),
          ("Pipeline coverage (weighted)", "coverage_weighted"), ("Deal age", "aged_pipeline"),
          ("New pipeline created/month", "pipeline_created_ratio"),
          ("Deals in negotiation stage", "negotiation_share"), ("Sales velocity", "velocity"),
          ("Commit", "commit"), ("Best case", "best_case"), ("Pipeline category", "pipeline_category"),
          ("Confidence", "deal_probability"), ("MAPE", "mape"), ("Deals pushed", "pipeline_pushed_out"),
          ("Deals lost", "pipeline_lost"), ("Change from last week", "forecast_change"),
        ]
      ),
      (
        "phase 5",
        [
          ("ARR", "arr"), ("NRR", "nrr"), ("GRR", "grr"), ("CAC", "cac"), ("LTV", "ltv"),
          ("LTV:CAC", "ltv_cac"), ("CAC Payback", "cac_payback"), ("Magic Number", "magic_number"),
          ("Burn Multiple", "burn_multiple"), ("MQL volume", "mql_volume"), ("MQL to SQL", "mql_to_sql"),
          ("Pipeline created ($)", "pipeline_created"), ("Pipeline created (#)", "opps_created"),
          ("Win rate", "win_rate"), ("Average deal size", "average_deal"),
          ("Sales cycle length", "sales_cycle"), ("Stage-to-stage conversion", "stage_conversion"),
          ("Time in stage", "days_in_stage"), ("Activity metrics", "activities_per_opp"),
          ("Lead response time", "lead_response_time"), ("Feature adoption rates", "feature_adoption"),
          ("Support ticket velocity", "ticket_velocity"), ("Logo retention", "logo_retention"),
          ("Weighted pipeline", "weighted_pipeline"), ("Total value", "open_pipeline"),
          ("Total deals", "open_deals"), ("Actual vs forecast", "forecast_accuracy"),
        ]
      ),
      (
        "phase 6",
        [
          ("S&M % of revenue", "sm_share"), ("Required AEs", "required_aes"), ("Ramp schedule", "ramp_share"),
          ("Attainment", "attainment"), ("Quota", "quota"), ("Calls per day", "calls_per_day"),
          ("Emails per day", "emails_per_day"), ("Meetings booked per week", "meetings_booked_per_week"),
          ("Demos per week", "demos_per_week"), ("Cost per meeting", "cost_per_meeting"),
          ("Revenue per activity", "revenue_per_activity"), ("Pipeline to close ratio", "pipeline_to_close"),
        ]
      ),
      (
        "phase 7",
        [
          ("Lead data completeness", "lead_completeness"), ("Routing", "lead_routing_time"),
          ("6-touch sequence", "follow_up_touches"), ("Rejection reason", "rejection_feedback_time"),
          ("Dispositioned within 48 hours", "disposition_time"),
          ("Handoff document", "handoff_document_time"), ("Joint kickoff call", "joint_kickoff_time"),
          ("Acknowledge handoff", "handoff_acknowledgement_time"), ("Welcome email", "welcome_time"),
        ]
      ),
      (
        "phase 8",
        [
          ("Escalation", "escalation_time"), ("Renewal reminders", "renewal_lead"),
          ("Seat/usage limit", "seat_utilisation"), ("API usage growth", "usage_growth"),
          ("NPS", "nps"), ("Months since last price increase", "price_age"),
          ("Automated processes", "automation_coverage"),
        ]
      ),
      (
        "phase 9",
        [
          ("Base:Variable", "base_share"), ("OTE range", "ote"), ("Quota multiple", "quota_to_ote"),
          ("Components", "comp_components"), ("Accelerators", "accelerator"),
          ("Accelerators kick in at", "accelerator_start"), ("Decelerators", "decelerator"),
          ("SPIFs", "spif_share"), ("Clawback", "clawback_days"), ("TAM of reps", "tam_ratio"),
          ("Pipeline seed", "territory_seed"), ("AEs for an overlay rep", "aes_per_se"),
          ("Balancing criteria", "territory_score"),
        ]
      ),
      (
        "phase 11",
        [
          ("Total ARR target", "arr_target"), ("New business share", "new_business_share"),
          ("Expansion share", "expansion_share"), ("Gross churn rate", "revenue_churn"),
          ("Expansion rate", "expansion_rate"), ("Average expansion deal size", "average_expansion_deal"),
          ("Expansion win rate", "expansion_win_rate"), ("Expansion win multiple", "expansion_win_multiple"),
          ("Average expansion cycle", "expansion_cycle"), ("New deals needed", "new_deals_needed"),
          ("Opps needed", "opps_needed"), ("SQLs needed", "sqls_needed"), ("MQLs needed", "mqls_needed"),
          ("Pipeline needed", "pipeline_needed"), ("Productive capacity", "productive_capacity"),
          ("Gap", "capacity_gap"), ("Hires needed", "hires_needed"), ("Scenarios", "scenario_delta"),
        ]
      ),
      (
        "phases 12 to 14, rubric and edge cases",
        [
          ("Net new ARR", "net_new_arr"), ("Attrition", "attrition"), ("Ramp", "ramp_time"),
          ("Multi-threading", "contacts_engaged"), ("Metrics per team", "metrics_per_team"),
          ("Quality rubric", "rubric_score"), ("Activation rate", "activation_rate"),
          ("Time to value", "time_to_value"), ("Conversion from free", "free_to_paid"),
          ("Net dollar expansion", "net_dollar_expansion"), ("Cross-sell pipeline", "cross_sell_pipeline"),
          ("PQL must have", "pql_must_haves"), ("PQL nice to have", "pql_nice_to_haves"),
          ("CSAT", "csat"), ("Cohort retention", "cohort_logo_retention"),
        ]
      ),
    ]
    for (phase, metrics) in phases { expectAll(metrics, of: "RevOps Engine, \(phase)") }
  }

  @Test func everyMetricOfTheKnowledgeMapIsHere() {
    let blocks: [(block: Int, metrics: [Named])] = [
      (
        1,
        [
          ("LTV:CAC", "ltv_cac"), ("CAC payback", "cac_payback"), ("Magic number", "magic_number"),
          ("Rule of 40", "rule_of_40"), ("Logo churn", "logo_churn"), ("Revenue churn", "revenue_churn"),
          ("GRR", "grr"), ("NRR", "nrr"),
        ]
      ),
      (
        2,
        [
          ("New ARR", "new_arr"), ("Expansion ARR", "expansion_arr"), ("Contraction ARR", "contraction_arr"),
          ("Churned ARR", "churned_arr"), ("Net new ARR", "net_new_arr"),
        ]
      ),
      (
        3,
        [
          ("Weighted pipeline", "weighted_pipeline"), ("Unweighted pipeline", "open_pipeline"),
          ("Pipeline coverage ratio", "coverage"), ("Forecast accuracy", "forecast_accuracy"),
          ("Movement: advanced", "advanced_deals"), ("Movement: regressed", "regressed_deals"),
          ("Movement: stalled", "stalled_deals"), ("Stage duration", "days_in_stage"),
          ("Stakeholder count", "contacts_engaged"), ("Calibrated call", "calibrated_call"),
          ("Independent view variance", "forecast_variance"), ("Sandbagging", "sandbag_share"),
        ]
      ),
      (
        4,
        [
          ("Customer health score", "customer_health"), ("NPS", "nps"), ("CSAT", "csat"),
          ("Renewal trigger timing", "renewal_lead"), ("Expansion rate", "expansion_rate"),
          ("Contraction rate", "contraction_rate"), ("ARR per CSM", "arr_per_csm"),
          ("Accounts per CSM", "accounts_per_csm"), ("VOC loop", "feedback_closed"),
        ]
      ),
      (5, [("CRM adoption", "stack_adoption"), ("Data quality", "crm_data_quality")]),
      (
        6,
        [
          ("Pipeline sourced", "pipeline_sourced"), ("Pipeline influenced", "pipeline_influenced"),
          ("Attribution credit", "attributed_value"), ("Self-reported", "self_reported_share"),
          ("Dark funnel", "dark_share"),
        ]
      ),
      (
        7,
        [
          ("OTE", "ote"), ("Base/variable", "base_share"), ("Quota-to-OTE", "quota_to_ote"),
          ("Accelerators", "accelerator"), ("Cap", "payout_cap"), ("Quota inflation", "quota_inflation"),
          ("Org scaling model", "revops_headcount"), ("Whitespace", "whitespace"),
        ]
      ),
      (
        8,
        [
          ("Discount", "discount"), ("Approval steps", "approval_steps"),
          ("Turnaround SLA", "approval_time"), ("Discount patterns", "quarter_end_discount"),
          ("Churn of discounted customers", "discounted_churn"),
        ]
      ),
      (
        10,
        [
          ("Alert accuracy rate", "alert_precision"), ("False positive rate", "false_positive_rate"),
          ("Time saved per user", "time_saved"), ("Decisions influenced", "decisions_influenced"),
          ("Cost of a pipeline run", "cost_per_run"), ("API bill a month", "ai_cost_per_month"),
        ]
      ),
      (13, [("Study hours", "study_hours"), ("Pass/fail gates", "gates_passed")]),
    ]
    for (block, metrics) in blocks { expectAll(metrics, of: "RevOps Knowledge Map, block \(block)") }
  }

  @Test func everyMetricOfTheOperatingSystemIsHere() {
    let metrics: [Named] = [
      ("Target / quota", "quota"), ("Attainment rate across team", "attaining_share"),
      ("Verbal forecast", "forecast"), ("Worst case", "worst_case"), ("Best case", "best_case_call"),
      ("Best case achieved", "best_case_reached"), ("Forecast hit", "hit_rate"),
      ("Forecast accuracy", "forecast_accuracy"), ("Win rate", "late_stage_win_rate"),
      ("Quota coverage", "coverage"), ("Forecast coverage", "forecast_coverage"),
      ("Sales cycle length", "sales_cycle"), ("Average deal size", "average_deal"),
      ("Deal capacity", "deal_capacity"), ("Gap to target", "quota_remaining"),
      ("Deal slippage", "slippage_rate"), ("Stalled pipeline", "stalled_share"),
      ("Leads awaiting acceptance", "mqls_waiting"), ("Days in stage vs. benchmark", "stage_age_ratio"),
      ("Push count", "push_count"), ("Linearity", "linearity"), ("Concentration risk", "concentration"),
      ("Early stage %", "early_stage_share"), ("Mid stage", "mid_stage_share"),
      ("Late stage", "late_stage_share"), ("Zero-value opportunities", "zero_amount_share"),
      ("Untouched pipeline", "untouched_share"), ("Missing next step date", "missing_next_step_share"),
      ("ICP fit", "icp_share"), ("Closing plan status", "closing_plan_share"),
      ("MAP status", "action_plan_share"), ("Economic buyer engaged", "buyer_engaged_share"),
      ("Champion strength", "meddicc_score"), ("Pipeline sufficiency", "sufficiency"),
      ("Gap of Z", "sufficiency_gap"), ("Source: sales", "source_share_sales"),
      ("Source: SDRs", "source_share_sdr"), ("Source: marketing", "source_share_marketing"),
      ("Source: partner", "source_share_partner"), ("Cost per opportunity", "cost_per_opportunity"),
      ("Loss reasons", "loss_reason_share"), ("Win rate by competitor", "competitive_win_rate"),
      ("Win/loss reviews", "win_loss_coverage"), ("MQL response time", "mql_acceptance_time"),
      ("Breaches a month", "sla_breaches"), ("SLA compliance", "sla_compliance"),
      ("Rejection reason codes", "rejection_reason_share"),
      ("Pipeline contribution target", "marketing_contribution"), ("New logo ARR", "new_arr"),
      ("Quota attainment", "attainment"), ("NRR", "nrr"), ("Expansion ARR", "expansion_arr"),
      ("Renewal rate", "renewal_rate"), ("Account growth %", "account_growth"),
      ("Total ARR (new + expansion)", "booked_arr"), ("Win rate on supported deals", "supported_win_rate"),
      ("PoC success rate", "poc_success_rate"), ("Coverage (AEs per SE)", "aes_per_se"),
      ("Time-to-technical win", "time_to_technical_win"), ("Meetings booked", "meetings_booked_per_week"),
      ("SAL accepted by AE", "sals_accepted"), ("Pipeline created", "pipeline_created"),
      ("Activity volume", "activity_volume"), ("Show rate", "show_rate"),
      ("Pipeline coverage Q+1/Q+2/Q+3", "forward_coverage"),
      ("Pipeline created vs. plan", "created_to_plan"), ("Source mix accuracy", "source_mix_accuracy"),
      ("DG plan completion rate", "demand_plan_completion"), ("MQL to SAL conversion", "mql_to_sal"),
      ("CRM data quality", "crm_data_quality"), ("Tech stack adoption", "stack_adoption"),
      ("Time-to-insight", "time_to_insight"), ("Process compliance", "process_compliance"),
      ("Churn rate", "logo_churn"), ("Health score distribution", "health_distribution"),
      ("Time-to-value", "time_to_value"), ("Expansion signals surfaced", "expansion_signals"),
      ("Revenue vs. budget", "budget_attainment"), ("Team attainment distribution", "attaining_share"),
      ("Ramp time for new hires", "ramp_time"), ("Commission threshold", "commission_threshold"),
      ("Named accounts per seller", "named_accounts"), ("Recovery plan", "recovery_gap"),
      ("Metrics without owners", "unowned_metrics"),
    ]
    expectAll(metrics, of: "Revenue Operating System")
  }

  @Test func everyMetricOfTheFieldManualIsHere() {
    let metrics: [Named] = [
      ("MQLs generated", "mql_volume"), ("Pipeline sourced", "pipeline_sourced"),
      ("Cost per lead", "cost_per_lead"), ("Speed to lead", "lead_response_time"),
      ("Closed revenue", "closed_bookings"), ("Net expansion", "nrr"), ("Renewal", "renewal_rate"),
      ("First-year retention", "cohort_logo_retention"), ("Pipeline coverage", "coverage"),
      ("Four artefacts of alignment", "alignment_artefacts"), ("Close dates passed", "past_close_rate"),
      ("Tool sprawl", "stack_excess"), ("Duplicate contact records", "duplicate_rate"),
    ]
    expectAll(metrics, of: "Field Manual, module 1")
  }

  /// Keys of results as the design of the domain names them, with the metric behind each.
  @Test func everyFigureOfTheDomainHasItsMetric() {
    let keys: [Named] = [
      ("maturity.total", "maturity_total"), ("rubric.score", "rubric_score"),
      ("conversions[].rate", "stage_conversion"), ("extra_won", "extra_won"), ("extra_arr", "extra_arr"),
      ("new_deals_needed", "new_deals_needed"), ("opps_needed", "opps_needed"),
      ("sqls_needed", "sqls_needed"), ("mqls_needed", "mqls_needed"),
      ("pipeline_needed", "pipeline_needed"), ("score AUC", "score_auc"), ("score lift", "score_lift"),
      ("coverage.total", "open_pipeline"), ("coverage.weighted", "weighted_pipeline"),
      ("coverage.aged", "aged_pipeline"), ("quota_remaining", "quota_remaining"),
      ("coverage_weighted", "coverage_weighted"), ("coverage_aged", "coverage_aged"),
      ("forecast_coverage", "forecast_coverage"), ("coverage.required", "required_pipeline"),
      ("coverage.gap", "pipeline_gap"), ("linearity", "linearity"), ("concentration", "concentration"),
      ("velocity", "velocity"), ("velocity.levers[]", "lever_gain"), ("win_rate", "win_rate"),
      ("movement.start", "pipeline_start"), ("movement.created", "pipeline_created"),
      ("movement.pulled_in", "pipeline_pulled_in"), ("movement.reopened", "pipeline_reopened"),
      ("movement.grown", "pipeline_grown"), ("movement.shrunk", "pipeline_shrunk"),
      ("movement.pushed_out", "pipeline_pushed_out"), ("movement.lost", "pipeline_lost"),
      ("movement.won", "pipeline_won"), ("movement.removed", "pipeline_removed"),
      ("movement.end", "pipeline_end"), ("rollup.closed", "closed_bookings"), ("rollup.commit", "commit"),
      ("rollup.base", "base_forecast"), ("rollup.upside", "upside_forecast"),
      ("rollup.weighted", "weighted_forecast"), ("p10", "p10"), ("p25", "p25"), ("p50", "p50"),
      ("p75", "p75"), ("p90", "p90"), ("mean", "forecast_mean"), ("sd", "forecast_sd"),
      ("probability_of_target", "probability_of_target"), ("accuracy", "forecast_accuracy"),
      ("error %", "forecast_error"), ("MAPE", "mape"), ("weighted MAPE", "wmape"),
      ("bias", "forecast_bias"), ("hit_rate", "hit_rate"), ("best-case reached", "best_case_reached"),
      ("calibrate", "calibrated_call"), ("arr_waterfall.beginning", "beginning_arr"),
      ("arr_waterfall.new", "new_arr"), ("arr_waterfall.expansion", "expansion_arr"),
      ("arr_waterfall.contraction", "contraction_arr"), ("arr_waterfall.churned", "churned_arr"),
      ("arr_waterfall.ending", "ending_arr"), ("net_new", "net_new_arr"), ("nrr", "nrr"), ("grr", "grr"),
      ("logo_churn", "logo_churn"), ("revenue_churn", "revenue_churn"), ("cac", "cac"), ("arpa", "arpa"),
      ("ltv", "ltv"), ("ltv_cac", "ltv_cac"), ("cac_payback_months", "cac_payback"),
      ("magic_number", "magic_number"), ("burn_multiple", "burn_multiple"), ("rule_of_40", "rule_of_40"),
      ("quick_ratio", "quick_ratio"), ("arr_per_fte", "arr_per_fte"), ("S&M % of revenue", "sm_share"),
      ("new-customer CAC ratio", "new_cac_ratio"), ("blended CAC ratio", "blended_cac_ratio"),
      ("at-risk ARR", "at_risk_arr"), ("expected GRR", "expected_grr"), ("required_aes", "required_aes"),
      ("rre", "rre"), ("months[].heads", "heads"), ("months[].ramped", "ramped_heads"),
      ("months[].ramping", "ramping_heads"), ("productive_capacity", "productive_capacity"),
      ("capacity.gap", "capacity_gap"), ("hires_needed", "hires_needed"), ("time_to_fill", "time_to_fill"),
      ("quota:OTE", "quota_to_ote"), ("over-assignment", "over_assignment"),
      ("balance_index", "balance_index"), ("sla compliance %", "sla_compliance"),
      ("sufficiency gap", "sufficiency_gap"), ("cost per $ of capacity", "cost_of_capacity"),
      ("false-positive rate", "false_positive_rate"), ("effective rate", "effective_commission_rate"),
      ("ending ARR of a plan", "planned_arr"), ("touches removal effect", "removal_effect"),
    ]
    expectAll(keys, of: "the domain")
    // Keys that stand at the top of a result lead to their metric by themselves.
    for key in [
      "coverage_total", "cac_payback_months", "net_new", "pulled_in", "pushed_out", "new_business",
      "new_created_this_month", "velocity_per_day", "weighted", "aged", "ltv_cac_ratio", "coverage_ratio",
    ] {
      #expect(Metrics.named(key) != nil, "\(key)")
    }
  }

  private func expectAll(_ metrics: [Named], of source: String) {
    for (name, id) in metrics { #expect(Metrics[id] != nil, "\(source): \(name) -> \(id)") }
    #expect(Set(metrics.map(\.name)).count == metrics.count, "\(source): each once")
  }
}
