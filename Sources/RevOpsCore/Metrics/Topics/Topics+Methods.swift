extension Topics {
  /// How figures are computed where a formula alone does not say it.
  @TopicList static func methods() -> [Topic] {
    Topic(
      "simulation", "Simulation of bookings", .method,
      """
      Every open deal is won with its chance or not at all; adding them up gives how likely each total is. \
      Without spread of amounts or correlation this is computed exactly, by convolution; otherwise by drawing \
      with a fixed seed, and the standard error is stated.
      """, aliases: ["monte carlo", "simulate"], related: ["p10", "p50", "p90", "probability_of_target"])
    Topic(
      "wilson_interval", "Wilson interval", .method,
      """
      The range in which a true rate lies with 95% confidence, given how many cases were seen; it stays within \
      0 and 100% and holds for few cases. A band is claimed only where the interval keeps to one side of the \
      bottom quartile's edge. Source: Wilson, JASA 22 (1927), 209-212.
      """, aliases: ["wilson", "wilson score interval", "confidence interval"],
      related: ["win_rate", "stage_conversion"])
    Topic(
      "lead_decay", "Decay of lead points", .method,
      """
      Points for an event are lost with time: '5 points/week after 14 days' takes 5 off for each full week past \
      day 14, 5 at 21 days and 10 at 28, never below 0 for that event.
      """, aliases: ["decay", "score decay"], related: ["lead_score", "behavioural_score"])
    Topic(
      "round_robin", "Round robin", .method,
      """
      Leads go to the members of a pool in turn, by weight and capacity; the turn follows from the lead itself \
      or from a sequence, so that the same leads give the same owners.
      """, related: ["unmatched_lead_share", "lead_routing_time"])
    Topic(
      "calibration", "Calibration", .method,
      """
      Comparing what was predicted with what came: a forecaster's calls with results, a score with conversions. \
      With few periods a person's ratio is drawn towards 1.
      """, aliases: ["calibrate"], related: ["calibrated_call", "score_auc"])
    Topic(
      "sandbagging_pattern", "Sandbagging", .method,
      """
      Calling low and delivering more, period after period: actual above 110% of the call in most of them. Also \
      holding deals back where a cap or a reset makes it pay.
      """, related: ["sandbag_share", "calibrated_call", "holdback_gain"])
    Topic(
      "reverse_funnel", "Reverse funnel", .method,
      """
      From a bookings target back to deals, opportunities, SQLs and MQLs, each rounded up before the next is \
      derived, and each stage moved earlier by its lag.
      """, aliases: ["funnel math", "backwards funnel"],
      related: ["new_deals_needed", "opps_needed", "sqls_needed", "mqls_needed"])
    Topic(
      "bottleneck", "Bottleneck", .method,
      """
      Among the transitions in the bottom quartile, the one whose rise to its median wins the most deals, all \
      others held. Where none is that low, the one farthest below its median is merely the weakest.
      """, aliases: ["weakest"], related: ["extra_won", "extra_arr", "stage_conversion"])
    Topic(
      "arr_waterfall", "ARR waterfall", .method,
      "The bridge from beginning to ending ARR: new and expansion added, contraction and churn taken off.",
      aliases: ["waterfall", "arr bridge"],
      related: ["net_new_arr", "beginning_arr", "ending_arr", "new_arr", "expansion_arr"])
    Topic(
      "pipeline_bridge", "Pipeline bridge", .method,
      """
      How pipeline got from one snapshot to the next. Every deal counts under the largest cause of its change, \
      amount changes first, so that the parts add up to the end exactly.
      """, aliases: ["pipeline movement tracking"],
      related: ["pipeline_start", "pipeline_end", "pipeline_created", "pipeline_pushed_out"])
    Topic(
      "four_levers", "The four levers", .method,
      """
      Deal size, win rate, number of deals and length of the cycle: what a team sells changes only through \
      these. A project that moves none of them is overhead.
      """, aliases: ["levers of productivity"],
      related: ["average_deal", "win_rate", "deal_capacity", "sales_cycle", "velocity"])
    Topic(
      "cohort_analysis", "Cohort analysis", .method,
      """
      Customers grouped by when they came, by contract value, cycle length, source or industry, and followed \
      month by month: it shows what an average hides.
      """, aliases: ["cohort", "cohorts"], related: ["cohort_logo_retention", "cohort_revenue_retention"])
    Topic(
      "ramp_schedule", "Ramp schedule", .method,
      """
      What share of a full quota a seller yields by month of tenure: nothing in the first two, a quarter in the \
      third, half in the fourth and fifth, all from the sixth.
      """, related: ["ramp_share", "ramp_time", "rre"])
    Topic(
      "ramp_fit", "Fitted ramp", .method,
      """
      What sellers were credited with in each month of tenure, as a share of a month after their first year; a month \
      below an earlier one is pooled with it, so that the course never falls. It counts where enough sellers were seen \
      in every month up to a full one, and the spread is shown beside it. Source: Ayer and others, Annals of \
      Mathematical Statistics 26 (1955), 641-647.
      """, aliases: ["measured ramp", "isotonic regression"], related: ["ramp_share", "ramp_schedule"])
    Topic(
      "largest_remainder", "Largest remainder", .method,
      """
      Sharing a whole number out by weights so that the parts are whole and sum to it: each part is rounded down, and \
      what is left goes one by one to those with the largest remainders. Quotas, deals and leads are shared out so; what \
      a target has below the rounding unit stays on its largest part.
      """, aliases: ["rounding with exact sums", "hamilton method"], related: ["quota", "over_assignment"])
    Topic(
      "demand_mix", "Mix of sources", .method,
      """
      Which share of a segment's new pipeline sellers, SDRs, marketing and partners are each to bring: 80/15/5/0 in \
      strategic accounts, 55/30/10/5 in enterprise, 30/40/20/10 in mid-market. A source far below its share is a matter \
      of structure before it is one of effort. Source: Revenue Operating System.
      """, aliases: ["sources of demand"], related: ["source_mix_accuracy", "sufficiency"])
    Topic(
      "scenarios", "Scenarios", .method,
      """
      The plan computed again under other assumptions. Bear: win rate 5 points down, cycle 15 days longer, churn \
      2 points up, with a 70% chance of doing better; base, even odds; bull: 5 points up and 10 days shorter, 30%.
      """, aliases: ["scenario planning"], related: ["scenario_delta", "sensitivity_swing"])
    Topic(
      "recovery_plan", "Recovery plan", .method,
      """
      After a missed quarter: the miss added to the next target, the named deals that cover it, and the pipeline \
      still to be created. It stands only if the arithmetic does.
      """, related: ["recovery_gap", "recovery_pipeline"])
    Topic(
      "rate_table", "Rate table", .method,
      """
      Commission rates by attainment. Marginal: each slice at its own rate. Retroactive: the rate reached holds \
      for everything, which makes a cliff at every edge.
      """, aliases: ["marginal", "retroactive"], related: ["commission_rate", "accelerator", "payout"])
    Topic(
      "draw", "Draw and guarantee", .method,
      """
      A draw is an advance on commission that later commission pays back; a guarantee is paid while a seller \
      ramps and is kept.
      """, aliases: ["guarantee", "recoverable draw"], related: ["payout", "ramp_time"])
    Topic(
      "win_loss_review", "Win/loss review", .method,
      """
      A structured look at closed deals: the top fifth by value, and every loss to a competitor. Somebody other \
      than the AE asks the buyer; patterns are gathered monthly and routed to those who can act on them.
      """, aliases: ["win/loss analysis"],
      related: ["win_loss_coverage", "loss_reason_share", "competitive_win_rate"])
    Topic(
      "health_scoring", "Health scoring", .method,
      """
      Signals weighted into one score a customer. A missing signal's weight goes to the others, and that is \
      said. It is worth what it sets off, so it is checked against who in fact left.
      """, related: ["customer_health", "at_risk_arr"])
    Topic(
      "ai_pipeline", "AI pipeline", .method,
      """
      Trigger, process, output: what starts it, what the model does, where the result goes. Judged by its \
      precision, its false alarms and what a run costs.
      """, aliases: ["trigger process output"],
      related: ["alert_precision", "false_positive_rate", "cost_per_run"])
    Topic(
      "percentile_bands", "Bands", .method,
      """
      What counts as good for a metric. A band begins at its edge and reaches up to the next, so a gap in the \
      source belongs to the band below. A target range holds both its ends. A workspace replaces bands under \
      company.benchmarks.
      """, aliases: ["bands", "benchmarks", "benchmark"], related: ["wilson_interval"])
  }

  /// The attribution models, simplest first.
  @TopicList static func attributionModels() -> [Topic] {
    Topic(
      "first_touch", "First touch", .attribution,
      """
      All credit to the first touch: what made the buyer aware. Simple, and with self-reported answers beside \
      it the honest choice while touch data is thin.
      """, related: ["attributed_value", "self_reported_share"])
    Topic(
      "last_touch", "Last touch", .attribution,
      "All credit to the touch before the conversion: what closed, nothing of what led there.",
      related: ["attributed_value"])
    Topic(
      "last_non_direct", "Last non-direct touch", .attribution,
      "All credit to the last touch that is not a direct visit; to the last where all are direct.",
      related: ["attributed_value"])
    Topic(
      "linear", "Linear", .attribution, "Every touch gets the same credit: fair, and silent on what works.",
      related: ["attributed_value"])
    Topic(
      "u_shaped", "U-shaped", .attribution,
      """
      40% to the first touch, 40% to the one that made the lead (to the last where that is unknown), 20% to \
      those between. Where to begin in B2B.
      """, aliases: ["position based"], related: ["attributed_value"])
    Topic(
      "w_shaped", "W-shaped", .attribution,
      """
      30% each to first touch, lead creation and opportunity creation, 10% to the rest. Needs opportunity \
      creation to be tracked.
      """, related: ["attributed_value"])
    Topic(
      "full_path", "Full path", .attribution,
      "22.5% each to first touch, lead, opportunity and win, 10% to the rest. Needs good data throughout.",
      related: ["attributed_value"])
    Topic(
      "time_decay", "Time decay", .attribution,
      "Credit halves with every 7 days (a setting) that a touch lies before the win.",
      related: ["attributed_value"])
    Topic(
      "markov", "Markov chain", .attribution,
      """
      A channel's credit is what share of conversions would be lost without it, in a chain of the last one to \
      three touches.
      """, aliases: ["data driven", "data-driven attribution"], related: ["removal_effect", "won_per_year"])
    Topic(
      "shapley", "Shapley value", .attribution,
      """
      A channel's credit is what it adds on average over every order in which channels could join. Exact up to \
      15 channels, sampled above. Source: Shapley, A value for n-person games (1953).
      """, related: ["attributed_value"])
    Topic(
      "self_reported_attribution", "Self-reported attribution", .attribution,
      "Asking the buyer how they heard of you: it catches what no tool sees.",
      aliases: ["how did you hear about us"],
      related: ["self_reported_share", "dark_share"])
    Topic(
      "dark_funnel", "Dark funnel", .attribution,
      "What moves buyers where nothing is tracked: podcasts, communities, colleagues.",
      related: ["dark_share", "self_reported_share"])
  }
}
