extension Template {
  static let workspace = Template(
    "workspace", "revops.yaml: which files describe the company",
    """
    # The table of contents of a revenue plan: each section stands here or in a file named here.
    company:
      name: {{Larkspur Labs}}
      currency: USD
      fiscal_year_start: January
      as_of: {{2026-03-31}}   # the day all figures are for

    audit: revops-audit.yaml

    # What has to hold; `revops check` fails in CI when it does not.
    checks:
      - name: the rubric does not fall
        assert: audit.rubric.score >= 20

    # What could become of the plan: take the first mark off each line below, and write the plan with
    # `revops template plan -o revenue-plan.yaml`.
    #
    # plan: revenue-plan.yaml
    #
    # scenarios:                    # `revops plan scenarios`: side by side, and what drives each difference
    #   figures: [plan.arr.carried_arr, plan.derived.opps_needed]
    #   cases:
    #     - {name: Base, chance: 50%}
    #     - name: Bear
    #       chance: 70%
    #       overrides:
    #         plan.assumptions.new_win_rate: -5pts
    #         plan.assumptions.avg_sales_cycle_new: +15 days
    #       actions: ["hire less"]
    #
    # sensitivity:                  # `revops plan sensitivity`: how far each input moves a figure
    #   figures: [plan.arr.carried_arr]
    #   range: ±10%
    #   inputs:
    #     plan.assumptions.new_win_rate: 18%..25%
    #     plan.supply.mqls_per_month:
    #
    # tests:                        # `revops check`: how the plan is meant to behave
    #   - name: fewer wins ask for more opportunities
    #     given: {plan.assumptions.new_win_rate: 20%}
    #     expect: {plan.derived.opps_needed: 420}

    """)

  static let audit = Template(
    "audit", "revops-audit.yaml: what the check-up asks a company",
    """
    # The check-up: answer what you know and leave the rest empty. `revops audit` scores it and ranks what to mend.
    company_name: {{Larkspur Labs}}
    arr_current: {{"$3.2M"}}
    arr_target: {{"$5M"}}
    stage: {{"$1-5M"}}            # pre-revenue | <$1M | $1-5M | $5-20M | $20M+
    model: {{hybrid}}             # PLG | sales-led | hybrid | marketplace
    avg_deal_size: {{"$18,000"}}
    sales_cycle_days: {{45}}
    team_size:
      marketing: {{3}}
      sales: {{6}}
      cs: {{2}}
      revops: {{0}}

    tech_stack:                 # the product's name, or none
      crm: {{HubSpot}}
      marketing_automation: {{HubSpot}}
      cs_platform: {{none}}
      billing: {{Stripe}}
      data_warehouse: {{none}}
      bi_tool: {{none}}

    current_pain:
      - {{marketing and sales count leads differently}}

    maturity:                   # 1 improvised, 3 defined, 5 optimised
      data: {{2}}
      process: {{2}}
      technology: {{3}}
      analytics: {{2}}
      alignment: {{1}}
      enablement: {{2}}

    rubric:                     # 0 missing, 1 in part, 2 in full
      data_integrity:
        single_source_of_truth: {{1}}
        duplicates_under_2_percent: {{1}}
        required_fields_enforced: {{0}}
        hygiene_automated: {{0}}
      funnel_definitions:
        stages_defined: {{1}}
        agreed_cross_functionally: {{0}}
        conversion_tracked_weekly: {{1}}
      pipeline_management:
        coverage_tracked: {{1}}
        velocity_measured: {{0}}
        forecast_error_under_15_percent: {{0}}
      cross_team_alignment:
        slas_exist: {{0}}
        reviewed_monthly: {{0}}
        handoffs_documented: {{1}}
        shared_metrics: {{0}}
      automation:
        lead_routing_under_5_minutes: {{1}}
        renewal_alerts_automated: {{1}}
        key_workflows_built: {{1}}
      analytics:
        dashboard_updated_weekly: {{2}}
        cohort_analysis_running: {{0}}
        leading_indicators_tracked: {{1}}
      compensation:
        plans_documented: {{1}}
        aligned_to_strategy: {{1}}
        accelerators_at_100_percent: {{1}}
        at_most_3_components: {{2}}
      process_documentation:
        playbooks_exist: {{1}}
        onboarding_covers_them: {{0}}
        quarterly_review_cycle: {{0}}

    """)
}
