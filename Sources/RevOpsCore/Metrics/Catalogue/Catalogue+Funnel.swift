extension Catalogue {
  /// Conversion between stages, and the volumes a target asks for.
  static func funnel() -> [Metric] { conversions() + productLedConversions() + volumes() }

  @MetricList private static func conversions() -> [Metric] {
    Metric(
      "visitor_to_known", "Visitor to known", .rate, .higherIsBetter, .diagnostic, .marketing,
      "Share of anonymous visitors who leave an address.",
      "known / visitors", terms: ["known": .count, "visitors": .count],
      bands: [quartiles(0.01, 0.02, 0.04, 0.08)],
      aliases: ["visitor conversion"], related: ["known_to_mql"], command: "funnel diagnose")
    Metric(
      "known_to_mql", "Known to MQL", .rate, .higherIsBetter, .diagnostic, .marketing,
      "Share of identified people who reach the agreed threshold of a qualified lead.",
      "mqls / known", terms: ["mqls": .count, "known": .count],
      bands: [quartiles(0.05, 0.08, 0.15, 0.25)],
      aliases: ["lead to mql", "lead-to-mql conversion"], related: ["mql_to_sal", "mql_volume"],
      command: "funnel diagnose")
    Metric(
      "mql_to_sal", "MQL to SAL", .rate, .higherIsBetter, .operating, .sdr,
      "Share of marketing's qualified leads that sales accepts.",
      "sals / mqls", terms: ["sals": .count, "mqls": .count],
      bands: [quartiles(0.4, 0.5, 0.7, 0.85)],
      aliases: ["mql acceptance rate"], related: ["sal_to_sql", "mql_acceptance_time"],
      command: "funnel diagnose")
    Metric(
      "sal_to_sql", "SAL to SQL", .rate, .higherIsBetter, .operating, .sdr,
      "Share of accepted leads that discovery confirms.",
      "sqls / sals", terms: ["sqls": .count, "sals": .count],
      bands: [quartiles(0.3, 0.4, 0.55, 0.7)],
      related: ["sql_to_opp", "bant_score"], command: "funnel diagnose")
    Metric(
      "mql_to_sql", "MQL to SQL", .rate, .higherIsBetter, .operating, .sdr,
      "Share of marketing's qualified leads that become sales qualified.",
      "sqls / mqls", terms: ["sqls": .count, "mqls": .count],
      bands: [BandList(.operating, Source.engine(5), .offTarget, .at(0.4, .onTarget))],
      aliases: ["mql quality"], related: ["mql_to_sal", "sal_to_sql", "mqls_needed"],
      command: "funnel diagnose")
    Metric(
      "sql_to_opp", "SQL to opportunity", .rate, .higherIsBetter, .operating, .accountExecutive,
      "Share of sales-qualified leads for which an opportunity is opened.",
      "opportunities / sqls", terms: ["opportunities": .count, "sqls": .count],
      bands: [
        quartiles(0.5, 0.6, 0.75, 0.9),
        BandList(.operating, Source.engine(5), .offTarget, .at(0.6, .onTarget)),
      ],
      aliases: ["sql_to_opportunity", "sql to opp created"], related: ["opp_to_closed_won", "sqls_needed"],
      command: "funnel diagnose")
    Metric(
      "opp_to_closed_won", "Opportunity to closed won", .rate, .higherIsBetter, .operating,
      .accountExecutive,
      "Share of the opportunities opened that end as wins.",
      "won / opportunities", terms: ["won": .count, "opportunities": .count],
      bands: [quartiles(0.15, 0.2, 0.3, 0.45)],
      aliases: ["opportunity_to_won", "opp to closed won"], related: ["win_rate", "full_funnel"],
      command: "funnel diagnose")
    Metric(
      "full_funnel", "Full funnel, MQL to won", .rate, .higherIsBetter, .operating, .revOps,
      "Share of marketing's qualified leads that end as customers.",
      "won / mqls", terms: ["won": .count, "mqls": .count],
      bands: [quartiles(0.02, 0.03, 0.06, 0.12)],
      aliases: ["mql_to_won", "mql to closed won", "full funnel conversion"],
      related: ["mql_to_sal", "opp_to_closed_won"], command: "funnel diagnose")
    Metric(
      "stage_conversion", "Stage-to-stage conversion", .rate, .higherIsBetter, .diagnostic, .revOps,
      "Share of what entered a stage that went on to the next, by segment, rep or source.",
      "entered_next / entered", terms: ["entered_next": .count, "entered": .count],
      related: ["full_funnel", "stage_days"], command: "funnel diagnose")
    Metric(
      "stage_days", "Days in a funnel stage", .days, .lowerIsBetter, .diagnostic, .revOps,
      "Median time from entering a funnel stage to entering the next.",
      "median of next_entered - entered", terms: ["next_entered": .days, "entered": .days],
      aliases: ["velocity by stage", "stage lag"], related: ["days_in_stage", "sales_cycle"],
      command: "funnel diagnose")
    Metric(
      "extra_won", "Extra deals won", .count, .higherIsBetter, .operating, .revOps,
      "Deals a period would gain if the bottleneck converted at its median, all else held.",
      "entries × other conversions × (median_rate - rate)",
      terms: ["entries": .count, "median_rate": .rate, "rate": .rate],
      related: ["extra_arr", "full_funnel"], command: "funnel diagnose")
    Metric(
      "extra_arr", "Extra ARR", .money, .higherIsBetter, .operating, .revOps,
      "What the extra deals of a mended bottleneck are worth.",
      "extra_won × average_deal", terms: ["extra_won": .count, "average_deal": .money],
      related: ["extra_won"], command: "funnel diagnose")
  }

  @MetricList private static func productLedConversions() -> [Metric] {
    Metric(
      "activation_rate", "Activation rate", .rate, .higherIsBetter, .operating, .marketing,
      "Share of sign-ups that reach the product's core milestone.",
      "activated / signups", terms: ["activated": .count, "signups": .count],
      aliases: ["signup_to_activated"], related: ["time_to_value", "activated_to_pql"],
      command: "funnel diagnose")
    Metric(
      "activated_to_pql", "Activated to PQL", .rate, .higherIsBetter, .operating, .marketing,
      "Share of activated accounts whose usage qualifies them for sales.",
      "pqls / activated", terms: ["pqls": .count, "activated": .count],
      related: ["pql_to_opp", "pql_must_haves"], command: "funnel diagnose")
    Metric(
      "pql_to_opp", "PQL to opportunity", .rate, .higherIsBetter, .operating, .accountExecutive,
      "Share of product-qualified accounts for which an opportunity is opened.",
      "opportunities / pqls", terms: ["opportunities": .count, "pqls": .count],
      aliases: ["pql_to_opportunity"], related: ["opp_to_closed_won"], command: "funnel diagnose")
    Metric(
      "free_to_paid", "Free to paid", .rate, .higherIsBetter, .operating, .marketing,
      "Share of free accounts that start to pay.",
      "paying / free_accounts", terms: ["paying": .count, "free_accounts": .count],
      aliases: ["conversion from free", "free trial conversion"], related: ["activation_rate"],
      command: "funnel diagnose")
  }

  @MetricList private static func volumes() -> [Metric] {
    Metric(
      "mql_volume", "MQL volume", .count, .higherIsBetter, .operating, .marketing,
      "Leads that became marketing qualified in a period; the target comes from the reverse funnel.",
      "count of leads reaching mql", aliases: ["mqls", "number of mqls"],
      related: ["mqls_needed", "mql_to_sql"], command: "funnel diagnose")
    Metric(
      "new_deals_needed", "New deals needed", .count, .neutral, .operating, .revOps,
      "Deals a new-business target asks for, rounded up.",
      "ceil(new_business / avg_new_deal_size)",
      terms: ["new_business": .money, "avg_new_deal_size": .money],
      aliases: ["deals needed"], related: ["opps_needed", "average_deal"], command: "funnel plan")
    Metric(
      "opps_needed", "Opportunities needed", .count, .neutral, .operating, .revOps,
      "Opportunities to open for the deals needed, rounded up.",
      "ceil(new_deals_needed / win_rate)", terms: ["new_deals_needed": .count, "win_rate": .rate],
      aliases: ["opportunities needed"], related: ["pipeline_needed", "sqls_needed"],
      command: "funnel plan")
    Metric(
      "sqls_needed", "SQLs needed", .count, .neutral, .operating, .sdr,
      "Sales-qualified leads for the opportunities needed, rounded up.",
      "ceil(opps_needed / sql_to_opp)", terms: ["opps_needed": .count, "sql_to_opp": .rate],
      related: ["mqls_needed", "opps_needed"], command: "funnel plan")
    Metric(
      "mqls_needed", "MQLs needed", .count, .neutral, .operating, .marketing,
      "Marketing-qualified leads for the SQLs needed, rounded up.",
      "ceil(sqls_needed / mql_to_sql)", terms: ["sqls_needed": .count, "mql_to_sql": .rate],
      related: ["mql_volume", "sqls_needed"], command: "funnel plan")
    Metric(
      "pipeline_needed", "Pipeline needed", .money, .neutral, .operating, .revOps,
      "Value of the opportunities a target asks for.",
      "opps_needed × avg_new_deal_size", terms: ["opps_needed": .count, "avg_new_deal_size": .money],
      related: ["required_pipeline", "opps_needed"], command: "funnel plan")
  }

  /// The quartiles of B2B SaaS for a transition: where each band above the bottom quartile begins.
  private static func quartiles(
    _ belowMedian: Double, _ median: Double, _ topQuartile: Double, _ worldClass: Double
  ) -> BandList {
    BandList(
      .general, Source.engine(3), .bottomQuartile, .at(belowMedian, .belowMedian), .at(median, .median),
      .at(topQuartile, .topQuartile), .at(worldClass, .worldClass))
  }
}
