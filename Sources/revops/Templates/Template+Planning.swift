extension Template {
  static let plan = Template(
    "plan", "revenue-plan.yaml: the year's targets, what they rest on and what feeds them",
    """
    # The year's plan: fill in what you know. `revops plan` derives deals, opportunities, leads and pipeline by month.
    fiscal_year: {{"2026"}}
    current_arr: {{$3.2M}}

    targets:
      total_arr_target: {{$5M}}
      new_business: {{$1.5M}}       # 60 to 70% of net new is usual
      expansion: {{$620K}}

    assumptions:
      gross_churn_rate: {{10%}}
      avg_new_deal_size: {{$18,000}}
      avg_expansion_deal_size: {{$9,000}}
      new_win_rate: {{22%}}
      expansion_win_rate: {{50%}}   # two to three times that of new business is usual
      avg_sales_cycle_new: {{60 days}}
      avg_sales_cycle_expansion: {{30 days}}
      sql_to_opp_rate: {{55%}}
      mql_to_sql_rate: {{30%}}

    # What feeds the plan: it caps new business where it carries less than the target.
    supply:
      open_pipeline: {{$1.1M}}
      pipeline_per_month: {{$620K}}
      mqls_per_month: {{190}}
      accounts: {{900}}
      account_coverage: {{45%}}

    """)

  static let capacity = Template(
    "capacity", "capacity.yaml: who sells, how they ramp, and what hires cost",
    """
    # Who can carry the plan. People come from the reps table, the year and the target from the plan, where a workspace
    # has them; give `people` or `aes_at_full_ramp` where it has not.
    fiscal_year: {{"2026"}}
    target: {{$1.5M}}
    aes_at_full_ramp: {{4}}
    quota_per_ae: {{$600K}}
    expected_attainment: {{65%}}
    attrition: {{20%}}              # a year
    time_to_fill: {{2 months}}

    loaded_cost:
      ae: {{$210K}}
      se: {{$190K}}
      manager: {{$280K}}

    # The cheapest hires that carry the target.
    hiring:
      meets: {{year}}               # month | quarter | year
      max_hires_per_month: {{2}}
      cost_per_hire: {{$20K}}
      recruiting_lead: {{2 months}}
      budget: {{$300K}}

    """)

  static let quota = Template(
    "quota", "quota.yaml: the target handed out to managers and sellers",
    """
    # The target handed out to the people of the reps table. Managers and sellers add up to it at every level.
    period: {{"2026"}}
    target: {{$2.1M}}
    unit: {{$1,000}}                # what quotas are rounded to
    weights:
      tenure: {{1}}                 # days there, at the share of the ramp; potential and history need their values
    over_assignment:
      managers: {{0%}}
      reps: {{10%}}

    # Attainment of last year's quotas; measured where credits of five people over a year are there.
    attainment:
      mean: {{80%}}
      sd: {{25%}}

    """)

  static let demand = Template(
    "demand", "demand.yaml: who is to bring the pipeline, and what the coming quarters need",
    """
    # Where pipeline is to come from, by segment, and what the next three quarters have to win. With opportunities in the
    # workspace all else is measured; without them it is stated here.
    sources:                      # the words of your CRM
      sales: [{{Outbound}}]
      sdr: [{{SDR}}]
      marketing: [{{Inbound}}]
      partner: [{{Partner}}]

    created:
      Mid-Market:
        sales: {{$900K}}
        sdr: {{$1.1M}}
        marketing: {{$700K}}
        partner: {{$200K}}

    win_rate: {{22%}}
    cycle_days: {{60}}

    """)
}
