import Testing

@testable import RevOpsCore

/// The figures the literature gives, value by value, against the catalogue's bands.
@Suite struct CatalogueBandTests {
  private typealias Case = (id: String, scope: Scope, value: Double, level: Level)

  /// RevOps Engine, phase 3: <1 | 2-3 | 4-6 | 8+ and so on; a gap belongs to the band below it.
  private static let funnel: [Case] = [
    ("visitor_to_known", .general, 0.009, .bottomQuartile),
    ("visitor_to_known", .general, 0.01, .belowMedian),
    ("visitor_to_known", .general, 0.019, .belowMedian), ("visitor_to_known", .general, 0.02, .median),
    ("visitor_to_known", .general, 0.035, .median), ("visitor_to_known", .general, 0.04, .topQuartile),
    ("visitor_to_known", .general, 0.07, .topQuartile), ("visitor_to_known", .general, 0.08, .worldClass),
    ("known_to_mql", .general, 0.049, .bottomQuartile), ("known_to_mql", .general, 0.07, .belowMedian),
    ("known_to_mql", .general, 0.08, .median), ("known_to_mql", .general, 0.13, .median),
    ("known_to_mql", .general, 0.15, .topQuartile), ("known_to_mql", .general, 0.25, .worldClass),
    ("mql_to_sal", .general, 0.39, .bottomQuartile), ("mql_to_sal", .general, 0.45, .belowMedian),
    ("mql_to_sal", .general, 0.5, .median), ("mql_to_sal", .general, 0.7, .topQuartile),
    ("mql_to_sal", .general, 0.85, .worldClass),
    ("sal_to_sql", .general, 0.29, .bottomQuartile), ("sal_to_sql", .general, 0.35, .belowMedian),
    ("sal_to_sql", .general, 0.4, .median), ("sal_to_sql", .general, 0.55, .topQuartile),
    ("sal_to_sql", .general, 0.7, .worldClass),
    ("sql_to_opp", .general, 0.49, .bottomQuartile), ("sql_to_opp", .general, 0.55, .belowMedian),
    ("sql_to_opp", .general, 0.6, .median), ("sql_to_opp", .general, 0.75, .topQuartile),
    ("sql_to_opp", .general, 0.9, .worldClass),
    ("opp_to_closed_won", .general, 0.14, .bottomQuartile),
    ("opp_to_closed_won", .general, 0.17, .belowMedian), ("opp_to_closed_won", .general, 0.2, .median),
    ("opp_to_closed_won", .general, 0.27, .median), ("opp_to_closed_won", .general, 0.3, .topQuartile),
    ("opp_to_closed_won", .general, 0.45, .worldClass),
    ("full_funnel", .general, 0.019, .bottomQuartile), ("full_funnel", .general, 0.025, .belowMedian),
    ("full_funnel", .general, 0.03, .median), ("full_funnel", .general, 0.06, .topQuartile),
    ("full_funnel", .general, 0.12, .worldClass),
    ("win_rate", .general, 0.14, .bottomQuartile), ("win_rate", .general, 0.25, .median),
    ("win_rate", .general, 0.45, .worldClass),
    ("mql_to_sql", .operating, 0.39, .offTarget), ("mql_to_sql", .operating, 0.4, .onTarget),
    ("sql_to_opp", .operating, 0.59, .offTarget), ("sql_to_opp", .operating, 0.6, .onTarget),
    ("win_rate", .operating, 0.24, .offTarget), ("win_rate", .operating, 0.25, .onTarget),
    // Revenue Operating System: 20-30% typical, 35%+ strong.
    ("late_stage_win_rate", .general, 0.19, .poor), ("late_stage_win_rate", .general, 0.2, .typical),
    ("late_stage_win_rate", .general, 0.32, .typical), ("late_stage_win_rate", .general, 0.35, .strong),
    // RevOps Engine, phase 3: MQL at 50, hot at 75; three of four in BANT.
    ("lead_score", .general, 49, .unqualified), ("lead_score", .general, 50, .mql),
    ("lead_score", .general, 75, .hot), ("bant_score", .general, 2, .offTarget),
    ("bant_score", .general, 3, .onTarget),
  ]

  /// RevOps Engine, phases 4 and 5; Revenue Operating System, pipeline and forecast.
  private static let pipelineAndForecast: [Case] = [
    ("coverage", .general, 2.9, .belowMinimum), ("coverage", .general, 3, .minimum),
    ("coverage", .general, 3.4, .minimum), ("coverage", .general, 3.5, .healthy),
    ("coverage", .general, 4, .optimal), ("coverage", .general, 5, .optimal),
    ("coverage", .operatingSystem, 2.4, .critical), ("coverage", .operatingSystem, 2.5, .belowTarget),
    ("coverage", .operatingSystem, 3, .onTarget), ("coverage", .operatingSystem, 4, .onTarget),
    ("coverage", .operatingSystem, 4.1, .tooHigh), ("coverage", .operating, 3.4, .offTarget),
    ("coverage", .operating, 3.5, .onTarget),
    ("coverage_weighted", .general, 1.4, .belowMinimum), ("coverage_weighted", .general, 1.5, .minimum),
    ("coverage_weighted", .general, 2, .healthy), ("coverage_weighted", .general, 2.7, .healthy),
    ("coverage_weighted", .general, 3, .optimal),
    ("forecast_coverage", .general, 2.9, .offTarget), ("forecast_coverage", .general, 3, .onTarget),
    ("pipeline_created_ratio", .general, 0.9, .belowMinimum),
    ("pipeline_created_ratio", .general, 1, .minimum), ("pipeline_created_ratio", .general, 1.5, .healthy),
    ("pipeline_created_ratio", .general, 2, .optimal),
    ("pipeline_created_ratio", .operating, 1.4, .offTarget),
    ("pipeline_created_ratio", .operating, 1.5, .onTarget),
    ("negotiation_share", .general, 0.14, .belowMinimum), ("negotiation_share", .general, 0.22, .minimum),
    ("negotiation_share", .general, 0.25, .healthy), ("negotiation_share", .general, 0.35, .optimal),
    ("push_count", .general, 1, .onTarget), ("push_count", .general, 2, .offTarget),
    // U.S. Horizontal Merger Guidelines (2010), 5.3: 1,500 and 2,500 of 10,000.
    ("herfindahl", .general, 0.149, .onTarget), ("herfindahl", .general, 0.15, .tooHigh),
    ("herfindahl", .general, 0.24, .tooHigh), ("herfindahl", .general, 0.25, .critical),
    ("contacts_engaged", .general, 2, .belowTarget), ("contacts_engaged", .general, 3, .onTarget),
    ("mape", .general, 0.09, .excellent), ("mape", .general, 0.1, .good), ("mape", .general, 0.149, .good),
    ("mape", .general, 0.15, .needsWork), ("mape", .general, 0.24, .needsWork),
    ("mape", .general, 0.26, .broken), ("mape", .operating, 0.14, .onTarget),
    ("mape", .operating, 0.15, .offTarget), ("forecast_error", .general, 0.12, .good),
    ("wmape", .general, 0.3, .broken),
    ("forecast_change", .general, 0.1, .onTarget), ("forecast_change", .general, 0.11, .offTarget),
    ("forecast_accuracy", .general, 0.89, .tooLow), ("forecast_accuracy", .general, 0.92, .good),
    ("forecast_accuracy", .general, 1, .great), ("forecast_accuracy", .general, 1.05, .great),
    ("forecast_accuracy", .general, 1.08, .good), ("forecast_accuracy", .general, 1.1, .good),
    ("forecast_accuracy", .general, 1.11, .tooHigh),
    ("forecast_accuracy", .knowledgeMap, 0.9, .onTarget),
    ("forecast_accuracy", .knowledgeMap, 1.11, .tooHigh), ("forecast_bias", .general, -0.2, .tooLow),
    ("forecast_bias", .general, 0.1, .inRange), ("forecast_bias", .general, 0.2, .tooHigh),
    ("hit_rate", .general, 0.74, .offTarget), ("hit_rate", .general, 0.75, .onTarget),
    ("best_case_reached", .general, 0.2, .tooLow), ("best_case_reached", .general, 0.25, .inRange),
    ("best_case_reached", .general, 0.3, .inRange), ("best_case_reached", .general, 0.31, .tooHigh),
    ("range_hit_rate", .general, 0.69, .tooLow), ("range_hit_rate", .general, 0.7, .inRange),
    ("range_hit_rate", .general, 0.9, .inRange), ("range_hit_rate", .general, 0.91, .tooHigh),
  ]

  /// RevOps Engine, phases 5 and 6; RevOps Knowledge Map, block 1.
  private static let economics: [Case] = [
    ("nrr", .board, 0.99, .poor), ("nrr", .board, 1.04, .belowGood), ("nrr", .board, 1.05, .good),
    ("nrr", .board, 1.15, .great), ("nrr", .board, 1.29, .great), ("nrr", .board, 1.3, .worldClass),
    ("nrr", .knowledgeMap, 0.99, .poor), ("nrr", .knowledgeMap, 1, .good),
    ("nrr", .knowledgeMap, 1.2, .elite),
    ("grr", .board, 0.84, .poor), ("grr", .board, 0.85, .good), ("grr", .board, 0.9, .great),
    ("grr", .board, 0.95, .worldClass), ("grr", .knowledgeMap, 0.84, .poor),
    ("grr", .knowledgeMap, 0.85, .healthy),
    ("ltv_cac", .board, 0.9, .losing), ("ltv_cac", .board, 1, .belowGood),
    ("ltv_cac", .board, 2.9, .belowGood), ("ltv_cac", .board, 3, .healthy),
    ("cac_payback", .board, 11.9, .great), ("cac_payback", .board, 12, .good),
    ("cac_payback", .board, 17.9, .good), ("cac_payback", .board, 18, .belowGood),
    ("cac_payback", .board, 24, .poor), ("cac_payback", .acvUnder1K, 2.9, .onTarget),
    ("cac_payback", .acvUnder1K, 3, .offTarget), ("cac_payback", .acv1KTo10K, 5.9, .onTarget),
    ("cac_payback", .acv1KTo10K, 6, .offTarget), ("cac_payback", .acv10KTo50K, 11.9, .onTarget),
    ("cac_payback", .acv10KTo50K, 12, .offTarget), ("cac_payback", .acv50KTo100K, 17.9, .onTarget),
    ("cac_payback", .acv50KTo100K, 18, .offTarget), ("cac_payback", .acv100KUp, 23.9, .onTarget),
    ("cac_payback", .acv100KUp, 24, .offTarget), ("cac_payback", .smb, 17.9, .healthy),
    ("cac_payback", .smb, 18, .poor), ("cac_payback", .midMarket, 23.9, .healthy),
    ("cac_payback", .midMarket, 24, .poor),
    ("magic_number", .board, 0.49, .fix), ("magic_number", .board, 0.5, .belowGood),
    ("magic_number", .board, 0.8, .good), ("magic_number", .board, 1, .great),
    ("magic_number", .knowledgeMap, 0.49, .fix), ("magic_number", .knowledgeMap, 0.6, .optimize),
    ("magic_number", .knowledgeMap, 0.8, .invest),
    ("burn_multiple", .board, 0.9, .elite), ("burn_multiple", .board, 1, .great),
    ("burn_multiple", .board, 1.5, .good), ("burn_multiple", .board, 1.9, .good),
    ("burn_multiple", .board, 2, .poor),
    // 50% growth at -15% margin is 35; 25% at 20% is 45.
    ("rule_of_40", .board, 35, .poor), ("rule_of_40", .board, 40, .healthy),
    ("rule_of_40", .board, 45, .healthy), ("quick_ratio", .board, 0.9, .losing),
    ("quick_ratio", .board, 3.9, .belowGood), ("quick_ratio", .board, 4, .good),
    ("cac", .acvUnder1K, 499, .typical), ("cac", .acvUnder1K, 500, .aboveTypical),
    ("cac", .acv1KTo10K, 1_999, .belowTypical), ("cac", .acv1KTo10K, 5_000, .typical),
    ("cac", .acv1KTo10K, 5_001, .aboveTypical), ("cac", .acv10KTo50K, 10_000, .typical),
    ("cac", .acv10KTo50K, 25_001, .aboveTypical), ("cac", .acv50KTo100K, 60_000, .typical),
    ("cac", .acv50KTo100K, 60_001, .aboveTypical), ("cac", .acv100KUp, 49_999, .belowTypical),
    ("cac", .acv100KUp, 150_000, .typical),
    ("sm_share", .acvUnder1K, 0.29, .inRange), ("sm_share", .acvUnder1K, 0.3, .tooHigh),
    ("sm_share", .acv1KTo10K, 0.29, .tooLow), ("sm_share", .acv1KTo10K, 0.5, .inRange),
    ("sm_share", .acv10KTo50K, 0.4, .inRange), ("sm_share", .acv10KTo50K, 0.61, .tooHigh),
    ("sm_share", .acv50KTo100K, 0.7, .inRange), ("sm_share", .acv50KTo100K, 0.49, .tooLow),
    ("sm_share", .acv100KUp, 0.6, .inRange), ("sm_share", .acv100KUp, 0.61, .tooHigh),
  ]

  /// RevOps Engine, phases 6, 9 and 11; RevOps Knowledge Map, block 7; Revenue Operating System.
  private static let people: [Case] = [
    ("ramp_time", .general, 6, .onTarget), ("ramp_time", .general, 7, .offTarget),
    ("aes_per_se", .general, 4, .onTarget), ("aes_per_se", .general, 4.5, .offTarget),
    ("attaining_share", .general, 0.59, .tooLow), ("attaining_share", .general, 0.6, .inRange),
    ("attaining_share", .general, 0.7, .inRange), ("attaining_share", .general, 0.71, .tooHigh),
    ("over_assignment", .general, -0.01, .tooLow), ("over_assignment", .general, 0, .inRange),
    ("over_assignment", .general, 0.2, .inRange), ("over_assignment", .general, 0.21, .tooHigh),
    ("quota_to_ote", .general, 3.9, .tooLow), ("quota_to_ote", .general, 4, .inRange),
    ("quota_to_ote", .general, 6, .inRange), ("quota_to_ote", .general, 6.1, .tooHigh),
    ("quota_to_ote", .sdr, 3, .inRange), ("quota_to_ote", .sdr, 5.1, .tooHigh),
    ("quota_to_ote", .aeSMB, 6, .inRange), ("quota_to_ote", .aeSMB, 3.9, .tooLow),
    ("quota_to_ote", .aeMidMarket, 5, .inRange), ("quota_to_ote", .aeMidMarket, 5.1, .tooHigh),
    ("quota_to_ote", .aeEnterprise, 3, .inRange), ("quota_to_ote", .aeEnterprise, 4.1, .tooHigh),
    ("quota_inflation", .general, 0.19, .onTarget), ("quota_inflation", .general, 0.2, .tooHigh),
    ("calls_per_day", .sdr, 39, .belowTarget), ("calls_per_day", .sdr, 40, .onTarget),
    ("calls_per_day", .sdr, 60, .onTarget), ("calls_per_day", .sdr, 61, .aboveTarget),
    ("calls_per_day", .ae, 8, .onTarget), ("calls_per_day", .ae, 13, .aboveTarget),
    ("emails_per_day", .sdr, 30, .onTarget), ("emails_per_day", .sdr, 51, .aboveTarget),
    ("emails_per_day", .ae, 14, .belowTarget), ("emails_per_day", .ae, 20, .onTarget),
    ("meetings_booked_per_week", .sdr, 8, .onTarget), ("meetings_booked_per_week", .sdr, 7, .belowTarget),
    ("meetings_booked_per_week", .ae, 10, .onTarget), ("meetings_booked_per_week", .ae, 16, .aboveTarget),
    ("demos_per_week", .ae, 4, .belowTarget), ("demos_per_week", .ae, 8, .onTarget),
    ("ote", .sdr, 55_000, .inRange), ("ote", .sdr, 85_001, .tooHigh), ("ote", .aeSMB, 99_999, .tooLow),
    ("ote", .aeSMB, 150_000, .inRange), ("ote", .aeMidMarket, 250_000, .inRange),
    ("ote", .aeMidMarket, 149_999, .tooLow), ("ote", .aeEnterprise, 350_000, .inRange),
    ("ote", .aeEnterprise, 350_001, .tooHigh), ("ote", .cs, 80_000, .inRange),
    ("ote", .cs, 150_001, .tooHigh),
    ("base_share", .sdr, 0.7, .inRange), ("base_share", .sdr, 0.5, .tooLow),
    ("base_share", .ae, 0.5, .inRange), ("base_share", .ae, 0.6, .inRange),
    ("base_share", .ae, 0.7, .tooHigh),
    ("base_share", .aeSMB, 0.5, .inRange), ("base_share", .aeMidMarket, 0.6, .tooHigh),
    ("base_share", .aeEnterprise, 0.6, .inRange), ("base_share", .aeEnterprise, 0.5, .tooLow),
    ("base_share", .cs, 0.8, .inRange), ("base_share", .cs, 0.6, .tooLow),
    ("comp_components", .general, 3, .onTarget), ("comp_components", .general, 4, .offTarget),
    ("accelerator", .general, 1.4, .tooLow), ("accelerator", .general, 1.5, .inRange),
    ("accelerator", .general, 2, .inRange), ("accelerator", .general, 2.1, .tooHigh),
    ("accelerator_start", .general, 0.9, .tooLow), ("accelerator_start", .general, 1, .inRange),
    ("accelerator_start", .general, 1.1, .tooHigh),
    ("spif_share", .general, 0.1, .onTarget), ("spif_share", .general, 0.11, .offTarget),
    ("clawback_days", .general, 90, .onTarget), ("clawback_days", .general, 91, .offTarget),
    ("tam_ratio", .general, 2, .onTarget), ("tam_ratio", .general, 2.1, .offTarget),
    ("named_accounts", .general, 9, .tooLow), ("named_accounts", .general, 10, .inRange),
    ("named_accounts", .general, 51, .tooHigh), ("territory_seed", .general, 0.24, .offTarget),
    ("territory_seed", .general, 0.25, .onTarget),
    ("new_business_share", .general, 0.59, .tooLow), ("new_business_share", .general, 0.7, .inRange),
    ("expansion_share", .general, 0.3, .inRange), ("expansion_share", .general, 0.41, .tooHigh),
    ("expansion_win_multiple", .general, 1.9, .tooLow), ("expansion_win_multiple", .general, 3, .inRange),
    ("discount", .general, 0.1, .aeApproves), ("discount", .general, 0.15, .managerApproves),
    ("discount", .general, 0.3, .vpApproves), ("discount", .general, 0.31, .croApproves),
  ]

  /// RevOps Engine, phases 1 to 3, 5, 7, 8, 14 and rubric; Revenue Operating System.
  private static let operations: [Case] = [
    ("maturity_total", .general, 6, .foundation), ("maturity_total", .general, 12, .foundation),
    ("maturity_total", .general, 13, .building), ("maturity_total", .general, 20, .building),
    ("maturity_total", .general, 21, .scaling), ("maturity_total", .general, 25, .scaling),
    ("maturity_total", .general, 26, .worldClass), ("maturity_total", .general, 30, .worldClass),
    ("rubric_score", .general, 39.9, .titleOnly), ("rubric_score", .general, 40, .gaps),
    ("rubric_score", .general, 59.9, .gaps), ("rubric_score", .general, 60, .strong),
    ("rubric_score", .general, 80, .worldClass),
    ("revops_headcount", .arrUnder10M, 0, .tooLow), ("revops_headcount", .arrUnder10M, 1, .inRange),
    ("revops_headcount", .arr10MTo30M, 3, .inRange), ("revops_headcount", .arr10MTo30M, 4, .tooHigh),
    ("revops_headcount", .arr30MTo75M, 4, .inRange), ("revops_headcount", .arr30MTo75M, 3, .tooLow),
    ("revops_headcount", .arr75MUp, 9, .inRange), ("alignment_artefacts", .general, 3, .offTarget),
    ("alignment_artefacts", .general, 4, .onTarget), ("metrics_per_team", .general, 5, .onTarget),
    ("metrics_per_team", .general, 6, .offTarget), ("unowned_metrics", .general, 0, .onTarget),
    ("unowned_metrics", .general, 1, .offTarget),
    ("duplicate_rate", .general, 0.019, .onTarget), ("duplicate_rate", .general, 0.02, .offTarget),
    ("required_field_completeness", .general, 0.99, .offTarget),
    ("required_field_completeness", .general, 1, .onTarget),
    ("loss_reason_completeness", .general, 0.99, .offTarget),
    ("loss_reason_completeness", .general, 1, .onTarget), ("bounce_rate", .general, 0.049, .onTarget),
    ("bounce_rate", .general, 0.05, .offTarget), ("lead_match_rate", .general, 0.94, .offTarget),
    ("lead_match_rate", .general, 0.95, .onTarget), ("crm_data_quality", .general, 0.94, .belowTarget),
    ("crm_data_quality", .general, 0.95, .onTarget), ("won_per_year", .general, 499, .belowTarget),
    ("won_per_year", .general, 500, .onTarget), ("lead_response_time", .general, 4.9, .onTarget),
    ("lead_response_time", .general, 5, .offTarget), ("lead_routing_time", .general, 5, .onTarget),
    ("lead_routing_time", .general, 5.1, .offTarget), ("lead_routing_time", .smb, 15, .onTarget),
    ("lead_routing_time", .smb, 16, .offTarget), ("escalation_time", .general, 30, .onTarget),
    ("escalation_time", .general, 31, .offTarget), ("mql_acceptance_time", .general, 4, .onTarget),
    ("mql_acceptance_time", .general, 4.1, .offTarget),
    ("mql_acceptance_time", .operatingSystem, 24, .onTarget),
    ("mql_acceptance_time", .operatingSystem, 25, .offTarget),
    ("first_meeting_time", .general, 48, .onTarget),
    ("first_meeting_time", .general, 49, .offTarget), ("disposition_time", .general, 48, .onTarget),
    ("disposition_time", .general, 49, .offTarget), ("rejection_feedback_time", .general, 48, .onTarget),
    ("rejection_reason_share", .general, 0.99, .offTarget),
    ("rejection_reason_share", .general, 1, .onTarget),
    ("lead_completeness", .general, 0.99, .offTarget), ("lead_completeness", .general, 1, .onTarget),
    ("handoff_document_time", .general, 24, .onTarget), ("handoff_document_time", .general, 25, .offTarget),
    ("handoff_acknowledgement_time", .general, 4, .onTarget), ("welcome_time", .general, 24, .onTarget),
    ("handoff_acknowledgement_time", .general, 5, .offTarget), ("kickoff_time", .general, 48, .onTarget),
    ("kickoff_time", .general, 49, .offTarget), ("joint_kickoff_time", .general, 5, .onTarget),
    ("joint_kickoff_time", .general, 6, .offTarget), ("sla_breaches", .general, 3, .onTarget),
    ("sla_breaches", .general, 4, .offTarget), ("follow_up_touches", .general, 5, .offTarget),
    ("follow_up_touches", .general, 6, .onTarget), ("renewal_lead", .general, 29, .offTarget),
    ("renewal_lead", .general, 60, .minimum), ("renewal_lead", .general, 90, .onTarget),
    ("sufficiency", .general, 0.99, .offTarget), ("sufficiency", .general, 1, .onTarget),
    ("source_share_sales", .strategic, 0.79, .belowTarget),
    ("source_share_sales", .strategic, 0.8, .onTarget),
    ("source_share_sales", .enterprise, 0.3, .belowTarget),
    ("source_share_sales", .enterprise, 0.55, .onTarget), ("source_share_sales", .midMarket, 0.3, .onTarget),
    ("source_share_sdr", .strategic, 0.15, .onTarget), ("source_share_sdr", .enterprise, 0.29, .belowTarget),
    ("source_share_sdr", .midMarket, 0.4, .onTarget), ("source_share_marketing", .strategic, 0.05, .onTarget),
    ("source_share_marketing", .enterprise, 0.1, .onTarget),
    ("source_share_marketing", .midMarket, 0.19, .belowTarget),
    ("source_share_partner", .strategic, 0, .onTarget),
    ("source_share_partner", .enterprise, 0.05, .onTarget),
    ("source_share_partner", .midMarket, 0.09, .belowTarget),
  ]

  private static let all = funnel + pipelineAndForecast + economics + people + operations

  @Test func everyFigureOfTheLiteratureLandsInItsBand() throws {
    for (id, scope, value, level) in Self.all {
      let metric = try #require(Metrics[id], "\(id)")
      let verdict = metric.band(for: value, in: scope)
      #expect(verdict?.level == level, "\(id) \(scope) at \(value)")
      #expect(verdict?.scope == scope, "\(id) has no list for \(scope)")
    }
  }

  @Test func everyBandListIsHeldAgainstFigures() {
    for metric in Metrics.all {
      for list in metric.bands {
        #expect(
          Self.all.contains { $0.id == metric.id && $0.scope == list.scope }, "\(metric.id) \(list.scope)")
      }
    }
  }

  @Test(arguments: [
    ("nrr", 0.98, Status.red), ("nrr", 1.02, .yellow), ("nrr", 1.1, .green), ("grr", 0.8, .red),
    ("magic_number", 0.6, .yellow), ("cac_payback", 20, .yellow), ("burn_multiple", 2.5, .red),
    ("mape", 0.2, .yellow), ("coverage", 3.2, .yellow), ("win_rate", 0.1, .red), ("ltv_cac", 2, .yellow),
  ])
  func aDashboardShowsItsLight(id: String, value: Double, status: Status) {
    #expect(Benchmarks().judge(id, value)?.status == status)
  }
}
