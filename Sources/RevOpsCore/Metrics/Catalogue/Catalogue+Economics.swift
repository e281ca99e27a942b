extension Catalogue {
  /// Recurring revenue, retention of it, and what growth costs.
  static func economics() -> [Metric] { recurringRevenue() + retention() + unitEconomics() }

  @MetricList private static func recurringRevenue() -> [Metric] {
    Metric(
      "arr", "Annual recurring revenue", .money, .higherIsBetter, .board, .headOfSales,
      "Yearly value of all subscription contracts in force on a date.",
      "sum of contract_value over contracts in force", terms: ["contract_value": .money],
      standard: "contract", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "usage", "trailing_usage a month × 12", Source.edgeCases, ["trailing_usage": .money])
      ],
      aliases: ["annual recurring revenue", "current_arr"],
      related: ["net_new_arr", "mrr", "arr_growth"], command: "economics")
    Metric(
      "mrr", "Monthly recurring revenue", .money, .higherIsBetter, .operating, .headOfSales,
      "Monthly value of all subscriptions in force on a date.",
      "arr / 12", terms: ["arr": .money],
      aliases: ["monthly recurring revenue"], related: ["arr"], command: "customers retention")
    Metric(
      "beginning_arr", "Beginning ARR", .money, .neutral, .board, .finance,
      "ARR on the first day of a period, the base that retention is measured on.",
      "arr at the start of the period", terms: ["arr": .money],
      aliases: ["beginning", "beginning_of_quarter", "opening ARR"], related: ["ending_arr", "nrr", "grr"],
      command: "economics waterfall")
    Metric(
      "new_arr", "New ARR", .money, .higherIsBetter, .board, .accountExecutive,
      "ARR of customers won in a period who had none before.",
      "sum of arr over new customers", terms: ["arr": .money],
      aliases: ["new_business", "new logo ARR", "new"], related: ["expansion_arr", "net_new_arr", "cac"],
      command: "economics waterfall")
    Metric(
      "expansion_arr", "Expansion ARR", .money, .higherIsBetter, .board, .accountManager,
      "ARR added in a period by customers who were there at its start.",
      "sum of positive arr changes of existing customers", terms: ["arr": .money],
      aliases: ["expansion", "upsell ARR"], related: ["expansion_rate", "nrr", "contraction_arr"],
      command: "economics waterfall")
    Metric(
      "contraction_arr", "Contraction ARR", .money, .lowerIsBetter, .board, .csm,
      "ARR given up in a period by customers who stayed.",
      "sum of negative arr changes of customers who stay", terms: ["arr": .money],
      aliases: ["contraction", "downsell ARR"], related: ["contraction_rate", "churned_arr", "grr"],
      command: "economics waterfall")
    Metric(
      "churned_arr", "Churned ARR", .money, .lowerIsBetter, .board, .csm,
      "ARR of the customers who left in a period.",
      "sum of arr over customers who left", terms: ["arr": .money],
      aliases: ["churned", "lost ARR"], related: ["revenue_churn", "logo_churn", "grr"],
      command: "economics waterfall")
    Metric(
      "net_new_arr", "Net new ARR", .money, .higherIsBetter, .board, .headOfSales,
      "What a period added to ARR after all losses.",
      "new + expansion - contraction - churned",
      terms: ["new": .money, "expansion": .money, "contraction": .money, "churned": .money],
      aliases: ["net_new"], related: ["magic_number", "burn_multiple", "quick_ratio"],
      command: "economics waterfall")
    Metric(
      "ending_arr", "Ending ARR", .money, .higherIsBetter, .board, .finance,
      "ARR on the last day of a period; the waterfall adds up to it exactly.",
      "beginning + new + expansion - contraction - churned",
      terms: [
        "beginning": .money, "new": .money, "expansion": .money, "contraction": .money, "churned": .money,
      ],
      aliases: ["ending", "closing ARR"], related: ["beginning_arr", "net_new_arr"],
      command: "economics waterfall")
    Metric(
      "booked_arr", "Booked ARR", .money, .higherIsBetter, .operating, .mixedExecutive,
      "ARR a seller or team signed in a period, new and expansion together.",
      "new + expansion", terms: ["new": .money, "expansion": .money],
      aliases: ["total ARR (new + expansion)", "bookings"],
      related: ["new_arr", "expansion_arr", "attainment"],
      command: "reps")
    Metric(
      "arr_growth", "ARR growth", .rate, .higherIsBetter, .board, .headOfSales,
      "How much ARR rose over a period, as a share of where it began.",
      "(ending - beginning) / beginning", terms: ["ending": .money, "beginning": .money],
      aliases: ["growth rate", "revenue growth"], related: ["rule_of_40", "net_new_arr"],
      command: "economics")
  }

  @MetricList private static func retention() -> [Metric] {
    Metric(
      "nrr", "Net revenue retention", .rate, .higherIsBetter, .board, .csm,
      "What the customers of the start are worth at the end, expansion included, as a share of then.",
      "(beginning + expansion - contraction - churned) / beginning",
      terms: ["beginning": .money, "expansion": .money, "contraction": .money, "churned": .money],
      standard: "waterfall", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "residual", "(ending - new) / beginning", "ARR waterfall, rearranged",
          ["ending": .money, "new": .money, "beginning": .money]),
        Metric.Variant(
          "cohort", "arr_now / arr_then, over the customers of a year ago", "cohort practice",
          ["arr_now": .money, "arr_then": .money]),
      ],
      bands: [
        BandList(
          .board, Source.engine(5) + "; alarm under 100%: " + Source.map(1), .poor, .at(1, .belowGood),
          .at(1.05, .good), .at(1.15, .great), .at(1.3, .worldClass)),
        BandList(.knowledgeMap, Source.map(1), .poor, .at(1, .good), .at(1.2, .elite)),
      ],
      aliases: ["net dollar retention", "ndr", "net retention"],
      related: ["grr", "expansion_rate", "revenue_churn"], command: "economics")
    Metric(
      "grr", "Gross revenue retention", .rate, .higherIsBetter, .board, .csm,
      "What is left of the ARR of the start before any expansion; never above 100%.",
      "(beginning - contraction - churned) / beginning",
      terms: ["beginning": .money, "contraction": .money, "churned": .money],
      standard: "portfolio", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "capped", "sum of min(arr_now, arr_then) by customer / sum of arr_then", "cohort practice",
          ["arr_now": .money, "arr_then": .money])
      ],
      bands: [
        BandList(
          .board, Source.engine(5), .poor, .at(0.85, .good), .at(0.9, .great), .at(0.95, .worldClass)),
        BandList(.knowledgeMap, Source.map(1), .poor, .at(0.85, .healthy)),
      ],
      aliases: ["gross dollar retention", "gdr", "gross retention"],
      related: ["nrr", "revenue_churn", "logo_retention"], command: "economics")
    Metric(
      "revenue_churn", "Revenue churn", .rate, .lowerIsBetter, .board, .csm,
      "Share of the ARR of the start that left with customers; shrinking contracts are contraction.",
      "churned / beginning", terms: ["churned": .money, "beginning": .money],
      aliases: ["dollar churn", "arr churn", "gross_churn_rate"],
      related: ["logo_churn", "grr", "ltv"], command: "economics")
    Metric(
      "logo_churn", "Logo churn", .rate, .lowerIsBetter, .board, .csm,
      "Share of the customers of the start who left, whatever they paid.",
      "lost_customers / beginning_customers",
      terms: ["lost_customers": .count, "beginning_customers": .count],
      aliases: ["customer churn", "churn rate"], related: ["revenue_churn", "logo_retention"],
      command: "economics")
    Metric(
      "logo_retention", "Logo retention", .rate, .higherIsBetter, .board, .csm,
      "Share of the customers of the start who are still there at the end.",
      "1 - lost_customers / beginning_customers",
      terms: ["lost_customers": .count, "beginning_customers": .count],
      aliases: ["customer retention"], related: ["logo_churn", "grr"], command: "customers retention")
    Metric(
      "expansion_rate", "Expansion rate", .rate, .higherIsBetter, .operating, .accountManager,
      "Expansion of a period as a share of the ARR it began with.",
      "expansion / beginning", terms: ["expansion": .money, "beginning": .money],
      aliases: ["upsell rate"], related: ["nrr", "expansion_arr"], command: "economics")
    Metric(
      "contraction_rate", "Contraction rate", .rate, .lowerIsBetter, .operating, .csm,
      "ARR given up by customers who stayed, as a share of the ARR of the start.",
      "contraction / beginning", terms: ["contraction": .money, "beginning": .money],
      aliases: ["downgrade rate"], related: ["grr", "contraction_arr"], command: "economics")
    Metric(
      "net_dollar_expansion", "Net dollar expansion", .rate, .higherIsBetter, .operating, .csm,
      "Growth of what existing customers consume under usage pricing, where nobody signs an upsell.",
      "usage_now / usage_then - 1, over the customers of then",
      terms: ["usage_now": .money, "usage_then": .money],
      aliases: ["usage expansion", "organic expansion"], related: ["nrr", "usage_growth"],
      command: "customers retention")
  }

  @MetricList private static func unitEconomics() -> [Metric] {
    Metric(
      "sm_spend", "Sales and marketing spend", .money, .neutral, .board, .finance,
      "All that a period spent on winning customers: pay, programs, tools and overhead of both teams.",
      "sum of sales and marketing cost", terms: ["cost": .money],
      aliases: ["s&m spend", "sales and marketing expense"], related: ["cac", "magic_number"],
      command: "economics")
    Metric(
      "cac", "Customer acquisition cost", .money, .lowerIsBetter, .board, .finance,
      "What one new customer costs in sales and marketing.",
      "spend / new_customers", terms: ["spend": .money, "new_customers": .count],
      standard: "all_in", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "new_only", "new_business_spend / new_customers", "field practice",
          ["new_business_spend": .money, "new_customers": .count])
      ],
      bands: [
        BandList(.acvUnder1K, Source.engine(6), .typical, .at(500, .aboveTypical)),
        BandList(
          .acv1KTo10K, Source.engine(6), .belowTypical, .at(2_000, .typical), .above(5_000, .aboveTypical)),
        BandList(
          .acv10KTo50K, Source.engine(6), .belowTypical, .at(10_000, .typical),
          .above(25_000, .aboveTypical)),
        BandList(
          .acv50KTo100K, Source.engine(6), .belowTypical, .at(30_000, .typical),
          .above(60_000, .aboveTypical)),
        BandList(.acv100KUp, Source.engine(6), .belowTypical, .at(50_000, .typical)),
      ],
      aliases: ["cost of acquisition"], related: ["cac_payback", "ltv_cac", "new_cac_ratio"],
      command: "economics")
    Metric(
      "arpa", "Average revenue per account", .money, .higherIsBetter, .operating, .finance,
      "ARR of the average customer, a year.",
      "arr / customers", terms: ["arr": .money, "customers": .count],
      aliases: ["average revenue per customer", "arpc"], related: ["ltv", "average_deal"],
      command: "economics")
    Metric(
      "gross_margin", "Gross margin", .rate, .higherIsBetter, .board, .finance,
      "Share of revenue left after the cost of delivering the service.",
      "(revenue - cost_of_revenue) / revenue", terms: ["revenue": .money, "cost_of_revenue": .money],
      related: ["ltv", "cac_payback"], command: "economics")
    Metric(
      "ltv", "Customer lifetime value", .money, .higherIsBetter, .board, .finance,
      "Gross profit to expect from a customer until it leaves; unbounded where nobody leaves.",
      "arpa × gross_margin / churn", terms: ["arpa": .money, "gross_margin": .rate, "churn": .rate],
      standard: "revenue", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "logo", "arpa × gross_margin / logo_churn", "field practice",
          ["arpa": .money, "gross_margin": .rate, "logo_churn": .rate]),
        Metric.Variant(
          "bounded", "arpa × gross_margin × min(1 / churn, horizon of 5 years)", "field practice",
          ["arpa": .money, "gross_margin": .rate, "churn": .rate, "horizon": .years]),
      ],
      aliases: ["lifetime value", "clv"], related: ["ltv_cac", "arpa", "revenue_churn"],
      command: "economics")
    Metric(
      "ltv_cac", "LTV to CAC", .ratio, .higherIsBetter, .board, .finance,
      "How many times over a customer pays back what it cost to win.",
      "ltv / cac", terms: ["ltv": .money, "cac": .money],
      bands: [
        BandList(
          .board, Source.engine(5) + "; losing under 1: " + Source.map(1), .losing, .at(1, .belowGood),
          .at(3, .healthy))
      ],
      aliases: ["ltv:cac", "ltv_cac_ratio", "ltv to cac ratio"], related: ["ltv", "cac", "cac_payback"],
      command: "economics")
    Metric(
      "cac_payback", "CAC payback", .months, .lowerIsBetter, .board, .finance,
      "Months of a customer's gross profit until its acquisition is paid for.",
      "cac / (arpa / 12 × gross_margin)", terms: ["cac": .money, "arpa": .money, "gross_margin": .rate],
      standard: "margin", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "no_margin", "cac / (arpa / 12)", "field practice", ["cac": .money, "arpa": .money])
      ],
      bands: [
        BandList(
          .board, Source.engine(5) + "; alarm from 24: " + Source.map(1), .great, .at(12, .good),
          .at(18, .belowGood), .at(24, .poor)),
        BandList(.acvUnder1K, Source.engine(6), .onTarget, .at(3, .offTarget)),
        BandList(.acv1KTo10K, Source.engine(6), .onTarget, .at(6, .offTarget)),
        BandList(.acv10KTo50K, Source.engine(6), .onTarget, .at(12, .offTarget)),
        BandList(.acv50KTo100K, Source.engine(6), .onTarget, .at(18, .offTarget)),
        BandList(.acv100KUp, Source.engine(6), .onTarget, .at(24, .offTarget)),
        BandList(.smb, Source.map(1), .healthy, .at(18, .poor)),
        BandList(.midMarket, Source.map(1), .healthy, .at(24, .poor)),
      ],
      aliases: ["cac_payback_months", "payback period", "cac payback period"],
      related: ["cac", "gross_margin", "ltv_cac"], command: "economics")
    Metric(
      "magic_number", "Magic number", .ratio, .higherIsBetter, .board, .cro,
      "Net new ARR of a quarter for each dollar of sales and marketing spent in the quarter before.",
      "net_new_arr / prior_spend", terms: ["net_new_arr": .money, "prior_spend": .money],
      standard: "arr", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "revenue", "(revenue - prior_revenue) × 4 / prior_spend", "field practice",
          ["revenue": .money, "prior_revenue": .money, "prior_spend": .money])
      ],
      bands: [
        BandList(
          .board, Source.engine(5) + "; fix under 0.5: " + Source.map(1), .fix, .at(0.5, .belowGood),
          .at(0.75, .good), .at(1, .great)),
        BandList(.knowledgeMap, Source.map(1), .fix, .at(0.5, .optimize), .at(0.75, .invest)),
      ],
      aliases: ["sales efficiency"], related: ["net_new_arr", "burn_multiple", "new_cac_ratio"],
      command: "economics")
    Metric(
      "net_burn", "Net burn", .money, .lowerIsBetter, .board, .finance,
      "Cash a period used up beyond what came in.",
      "cash_out - cash_in", terms: ["cash_out": .money, "cash_in": .money],
      related: ["burn_multiple"], command: "economics")
    Metric(
      "burn_multiple", "Burn multiple", .ratio, .lowerIsBetter, .board, .finance,
      "Cash burnt for each dollar of net new ARR; not meaningful, and bad, where ARR shrinks.",
      "net_burn / net_new_arr", terms: ["net_burn": .money, "net_new_arr": .money],
      bands: [
        BandList(.board, Source.engine(5), .elite, .at(1, .great), .at(1.5, .good), .at(2, .poor))
      ],
      related: ["net_burn", "magic_number", "rule_of_40"], command: "economics")
    Metric(
      "rule_of_40", "Rule of 40", .points, .higherIsBetter, .board, .finance,
      "Growth and margin added, in points, so that companies at different stages compare.",
      "growth + margin", terms: ["growth": .rate, "margin": .rate],
      standard: "profit", standardSource: Source.map(1),
      variants: [
        Metric.Variant(
          "fcf", "growth + free_cash_flow_margin", "field practice",
          ["growth": .rate, "free_cash_flow_margin": .rate]),
        Metric.Variant(
          "ebitda", "growth + ebitda_margin", "field practice",
          ["growth": .rate, "ebitda_margin": .rate]),
      ],
      bands: [BandList(.board, Source.map(1), .poor, .at(40, .healthy))],
      aliases: ["r40"], related: ["arr_growth", "burn_multiple"], command: "economics")
    Metric(
      "quick_ratio", "Quick ratio", .ratio, .higherIsBetter, .board, .finance,
      "ARR gained for each dollar of ARR lost.",
      "(new + expansion) / (contraction + churned)",
      terms: ["new": .money, "expansion": .money, "contraction": .money, "churned": .money],
      bands: [
        BandList(
          .board, "Mamoon Hamid, Numbers That Actually Matter (2015)", .losing, .at(1, .belowGood),
          .at(4, .good))
      ],
      aliases: ["saas quick ratio"], related: ["net_new_arr", "grr"], command: "economics")
    Metric(
      "new_cac_ratio", "New-customer CAC ratio", .ratio, .lowerIsBetter, .board, .finance,
      "Sales and marketing spent for each dollar of ARR from new customers.",
      "new_business_spend / new", terms: ["new_business_spend": .money, "new": .money],
      aliases: ["new customer cac ratio"], related: ["blended_cac_ratio", "cac"], command: "economics")
    Metric(
      "blended_cac_ratio", "Blended CAC ratio", .ratio, .lowerIsBetter, .board, .finance,
      "Sales and marketing spent for each dollar of ARR signed, new and expansion.",
      "spend / (new + expansion)", terms: ["spend": .money, "new": .money, "expansion": .money],
      related: ["new_cac_ratio", "magic_number"], command: "economics")
    Metric(
      "sm_share", "Sales and marketing share of revenue", .rate, .target, .board, .finance,
      "Sales and marketing spend as a share of revenue.",
      "spend / revenue", terms: ["spend": .money, "revenue": .money],
      bands: [
        BandList(.acvUnder1K, Source.engine(6), .inRange, .at(0.3, .tooHigh)),
        BandList(.acv1KTo10K, Source.engine(6), .tooLow, .at(0.3, .inRange), .above(0.5, .tooHigh)),
        BandList(.acv10KTo50K, Source.engine(6), .tooLow, .at(0.4, .inRange), .above(0.6, .tooHigh)),
        BandList(.acv50KTo100K, Source.engine(6), .tooLow, .at(0.5, .inRange), .above(0.7, .tooHigh)),
        BandList(.acv100KUp, Source.engine(6), .tooLow, .at(0.4, .inRange), .above(0.6, .tooHigh)),
      ],
      aliases: ["s&m % of revenue", "sm_percent_of_revenue"], related: ["cac", "arr_per_fte"],
      command: "economics")
    Metric(
      "arr_per_fte", "ARR per employee", .money, .higherIsBetter, .board, .finance,
      "ARR for each full-time employee.",
      "arr / employees", terms: ["arr": .money, "employees": .count],
      aliases: ["arr per head", "revenue per employee"], related: ["sm_share", "arr"],
      command: "economics")
  }
}
