extension Catalogue {
  /// Who stays, who grows, who is about to leave.
  static func customers() -> [Metric] { renewals() + signals() }

  @MetricList private static func renewals() -> [Metric] {
    Metric(
      "renewal_rate", "Renewal rate", .rate, .higherIsBetter, .operating, .accountManager,
      "Share of the ARR due for renewal in a period that was renewed.",
      "renewed_arr / arr_due", terms: ["renewed_arr": .money, "arr_due": .money],
      related: ["grr", "arr_due", "at_risk_arr"], command: "customers renewals")
    Metric(
      "arr_due", "ARR due for renewal", .money, .neutral, .operating, .csm,
      "ARR of the contracts that end within 30, 60 or 90 days.",
      "sum of arr over contracts ending", terms: ["arr": .money],
      aliases: ["renewals due"], related: ["at_risk_arr", "renewal_lead"], command: "customers renewals")
    Metric(
      "at_risk_arr", "ARR at risk", .money, .lowerIsBetter, .operating, .csm,
      "ARR due for renewal with customers whose health is poor.",
      "sum of arr_due over customers in poor health", terms: ["arr_due": .money],
      aliases: ["at-risk arr"], related: ["customer_health", "expected_grr"], command: "customers renewals")
    Metric(
      "expected_grr", "Expected GRR", .rate, .higherIsBetter, .operating, .csm,
      "GRR to expect if contracts due renew at the chance their health suggests.",
      "1 - sum of arr × chance of loss / beginning", terms: ["arr": .money, "beginning": .money],
      aliases: ["expected gross revenue retention"], related: ["grr", "at_risk_arr"],
      command: "customers renewals")
    Metric(
      "renewal_lead", "Renewal lead time", .days, .higherIsBetter, .diagnostic, .csm,
      "Days before a contract ends at which work on its renewal begins.",
      "contract_end - renewal_start", terms: ["contract_end": .days, "renewal_start": .days],
      bands: [BandList(.general, Source.engine(8), .offTarget, .at(30, .minimum), .at(90, .onTarget))],
      aliases: ["trigger timing", "renewal trigger"], related: ["arr_due"], command: "customers renewals")
    Metric(
      "cohort_logo_retention", "Logo retention of a cohort", .rate, .higherIsBetter, .diagnostic, .csm,
      "Share of the customers won together who are still there after so many months.",
      "retained_customers / cohort_customers",
      terms: ["retained_customers": .count, "cohort_customers": .count],
      aliases: ["cohort retention"], related: ["logo_retention", "cohort_revenue_retention"],
      command: "customers retention")
    Metric(
      "cohort_revenue_retention", "Revenue retention of a cohort", .rate, .higherIsBetter, .diagnostic, .csm,
      "ARR of the customers won together after so many months, as a share of what they began with.",
      "arr_now / arr_at_start, of the cohort", terms: ["arr_now": .money, "arr_at_start": .money],
      aliases: ["cohort nrr"], related: ["nrr", "cohort_logo_retention"], command: "customers retention")
    Metric(
      "account_growth", "Account growth", .rate, .higherIsBetter, .operating, .accountManager,
      "How much the ARR of a portfolio of accounts rose over a period.",
      "arr_now / arr_then - 1, over the accounts", terms: ["arr_now": .money, "arr_then": .money],
      aliases: ["account growth %"], related: ["expansion_rate", "nrr"], command: "customers expansion")
    Metric(
      "arr_per_csm", "ARR per CSM", .money, .neutral, .operating, .csm,
      "ARR one customer success manager looks after.",
      "arr / csms", terms: ["arr": .money, "csms": .count],
      aliases: ["cs coverage"], related: ["accounts_per_csm"], command: "customers health")
    Metric(
      "accounts_per_csm", "Accounts per CSM", .ratio, .neutral, .operating, .csm,
      "Accounts one customer success manager looks after.",
      "accounts / csms", terms: ["accounts": .count, "csms": .count],
      aliases: ["csm ratio"], related: ["arr_per_csm", "named_accounts"], command: "customers health")
  }

  @MetricList private static func signals() -> [Metric] {
    Metric(
      "customer_health", "Customer health score", .score, .higherIsBetter, .operating, .csm,
      "How likely a customer renews, from usage, engagement, tickets, surveys and people, 0 to 100.",
      "sum of weight × signal / sum of the weights known", terms: ["weight": .rate, "signal": .score],
      aliases: ["health_score", "health score", "customer health scoring"],
      related: ["at_risk_arr", "health_distribution", "nps"], command: "customers health")
    Metric(
      "health_distribution", "Share of ARR in good health", .rate, .higherIsBetter, .operating, .csm,
      "Share of ARR with customers whose health is good.",
      "arr in good health / arr", terms: ["healthy_arr": .money, "arr": .money],
      aliases: ["health score distribution"], related: ["customer_health"], command: "customers health")
    Metric(
      "nps", "Net promoter score", .points, .higherIsBetter, .operating, .csm,
      "Share of customers who would recommend the product less the share who would not, -100 to 100.",
      "promoters - detractors, in points", terms: ["promoters": .rate, "detractors": .rate],
      aliases: ["net promoter"], related: ["csat", "customer_health"], command: "customers health")
    Metric(
      "csat", "Customer satisfaction", .rate, .higherIsBetter, .diagnostic, .csm,
      "Share of support answers or surveys that customers rate as good.",
      "satisfied / answers", terms: ["satisfied": .count, "answers": .count],
      aliases: ["csat score"], related: ["nps", "ticket_velocity"], command: "customers health")
    Metric(
      "time_to_value", "Time to value", .days, .lowerIsBetter, .operating, .csm,
      "Days from a contract's start to the customer's first agreed result.",
      "first_result - contract_start", terms: ["first_result": .days, "contract_start": .days],
      aliases: ["ttv"], related: ["activation_rate", "kickoff_time"], command: "customers health")
    Metric(
      "feature_adoption", "Feature adoption", .rate, .higherIsBetter, .diagnostic, .csm,
      "Share of the product's core features a customer uses.",
      "features_used / core_features", terms: ["features_used": .count, "core_features": .count],
      aliases: ["adoption rate", "feature adoption rates"], related: ["usage_growth", "customer_health"],
      command: "customers expansion")
    Metric(
      "seat_utilisation", "Use of the limit", .rate, .neutral, .operating, .csm,
      "Share of the seats or usage bought that a customer uses; past 80% an upgrade is due.",
      "used / limit", terms: ["used": .count, "limit": .count],
      aliases: ["seat utilization", "usage limit", "seat/usage limit"],
      related: ["expansion_signals", "usage_growth"], command: "customers expansion")
    Metric(
      "usage_growth", "Usage growth", .rate, .higherIsBetter, .operating, .csm,
      "How much a customer's usage rose over a month; past 20% a larger tier fits, a fall foretells churn.",
      "usage_now / usage_last_month - 1", terms: ["usage_now": .count, "usage_last_month": .count],
      aliases: ["api usage growth", "product usage trend"], related: ["seat_utilisation", "customer_health"],
      command: "customers expansion")
    Metric(
      "ticket_velocity", "Ticket velocity", .perMonth, .lowerIsBetter, .diagnostic, .csm,
      "Support tickets of a customer in a month.",
      "tickets / months", terms: ["tickets": .count, "months": .months],
      aliases: ["support ticket velocity"], related: ["csat", "customer_health"],
      command: "customers health")
    Metric(
      "expansion_signals", "Expansion signals", .count, .higherIsBetter, .operating, .csm,
      "Signs of room to grow that were raised and routed in a period.",
      "count of signals raised", aliases: ["expansion signals surfaced"],
      related: ["seat_utilisation", "expansion_arr"], command: "customers expansion")
    Metric(
      "price_age", "Months since the last price rise", .months, .neutral, .diagnostic, .accountManager,
      "Months a customer has paid the same price; from 12 on a renewal should look at it.",
      "as_of - last_price_increase", terms: ["as_of": .months, "last_price_increase": .months],
      aliases: ["months since last price increase"], related: ["renewal_lead"],
      command: "customers expansion")
    Metric(
      "feedback_closed", "Feedback acted on", .rate, .higherIsBetter, .diagnostic, .csm,
      "Share of the customer insights routed to a team that led to an action.",
      "insights_acted_on / insights_routed",
      terms: ["insights_acted_on": .count, "insights_routed": .count],
      aliases: ["voc loop", "voice of customer"], related: ["customer_health"], command: "customers health")
  }
}
