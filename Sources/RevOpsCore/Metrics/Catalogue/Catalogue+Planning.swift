extension Catalogue {
  /// The year's plan, what it rests on, and the way back after a miss.
  @MetricList static func planning() -> [Metric] {
    Metric(
      "arr_target", "ARR target", .money, .neutral, .board, .cro,
      "ARR a plan wants to have at the end of its year.",
      "stated in the plan", aliases: ["total_arr_target"],
      related: ["planned_arr", "capacity_gap"], command: "plan")
    Metric(
      "planned_arr", "Planned ending ARR", .money, .higherIsBetter, .board, .cro,
      "ARR at the year's end if every assumption of the plan holds.",
      "arr × (1 - churn) + expansion + new",
      terms: ["arr": .money, "churn": .rate, "expansion": .money, "new": .money],
      aliases: ["plan ending arr"], related: ["ending_arr", "arr_target"], command: "plan")
    Metric(
      "carried_new_business", "New business carried", .money, .higherIsBetter, .operating, .cro,
      "New business that the tightest of sellers, pipeline, leads and accounts lets a plan book in its year.",
      "min(capacity, pipeline, leads, territory)",
      terms: ["capacity": .money, "pipeline": .money, "leads": .money, "territory": .money],
      related: ["carried_arr", "capacity_gap"], command: "plan")
    Metric(
      "carried_arr", "ARR carried", .money, .higherIsBetter, .board, .cro,
      "ARR at the year's end if new business comes to what the engine carries rather than to the target.",
      "arr × (1 - churn) + expansion + carried_new_business",
      terms: ["arr": .money, "churn": .rate, "expansion": .money, "carried_new_business": .money],
      related: ["carried_new_business", "planned_arr", "scenario_delta"], command: "plan")
    Metric(
      "new_business_share", "New-business share of net new ARR", .rate, .target, .board, .cro,
      "Share of a plan's net new ARR that comes from new customers.",
      "new_business / (new_business + expansion)", terms: ["new_business": .money, "expansion": .money],
      bands: [BandList(.general, Source.engine(11), .tooLow, .at(0.6, .inRange), .above(0.7, .tooHigh))],
      related: ["expansion_share"], command: "plan")
    Metric(
      "expansion_share", "Expansion share of net new ARR", .rate, .target, .board, .cro,
      "Share of a plan's net new ARR that comes from existing customers.",
      "expansion / (new_business + expansion)", terms: ["new_business": .money, "expansion": .money],
      bands: [BandList(.general, Source.engine(11), .tooLow, .at(0.3, .inRange), .above(0.4, .tooHigh))],
      related: ["new_business_share", "expansion_rate"], command: "plan")
    Metric(
      "average_expansion_deal", "Average expansion deal", .money, .higherIsBetter, .operating,
      .accountManager,
      "Value of the average expansion deal won.",
      "expansion_value / expansion_deals", terms: ["expansion_value": .money, "expansion_deals": .count],
      aliases: ["avg_expansion_deal_size"], related: ["average_deal", "expansion_arr"], command: "plan")
    Metric(
      "expansion_win_rate", "Expansion win rate", .rate, .higherIsBetter, .operating, .accountManager,
      "Share of the expansion deals closed in a period that were won.",
      "won / (won + lost), of expansion deals", terms: ["won": .count, "lost": .count],
      related: ["expansion_win_multiple", "win_rate"], command: "plan")
    Metric(
      "expansion_win_multiple", "Expansion win rate to new", .ratio, .target, .diagnostic, .revOps,
      "How many times as often expansion deals are won as new ones.",
      "expansion_win_rate / win_rate", terms: ["expansion_win_rate": .rate, "win_rate": .rate],
      bands: [BandList(.general, Source.engine(11), .tooLow, .at(2, .inRange), .above(3, .tooHigh))],
      related: ["expansion_win_rate"], command: "plan")
    Metric(
      "expansion_cycle", "Expansion sales cycle", .days, .lowerIsBetter, .operating, .accountManager,
      "Days from opening an expansion opportunity to winning it, on average.",
      "mean of won_date - created_date, of expansion deals",
      terms: ["won_date": .days, "created_date": .days],
      aliases: ["avg_sales_cycle_expansion"], related: ["sales_cycle"], command: "plan")
    Metric(
      "budget_attainment", "Revenue against budget", .rate, .higherIsBetter, .board, .headOfSales,
      "Revenue of a period as a share of its budget.",
      "revenue / budget", terms: ["revenue": .money, "budget": .money],
      aliases: ["revenue vs budget", "plan attainment"], related: ["attainment", "scenario_delta"],
      command: "plan")
    Metric(
      "scenario_delta", "Scenario against plan", .rate, .neutral, .operating, .revOps,
      "How far a scenario's result lies from the plan's, every input recomputed.",
      "scenario_result / plan_result - 1", terms: ["scenario_result": .money, "plan_result": .money],
      aliases: ["bear", "bull"], related: ["sensitivity_swing"], command: "plan scenarios")
    Metric(
      "sensitivity_swing", "Swing of an input", .money, .neutral, .diagnostic, .revOps,
      "How far a result moves between the low and the high end of one input's range.",
      "result at high - result at low", terms: ["high": .money, "low": .money],
      aliases: ["tornado", "swing"], related: ["scenario_delta"], command: "plan sensitivity")
    Metric(
      "recovery_gap", "Recovery gap", .money, .lowerIsBetter, .operating, .headOfSales,
      "Last quarter's miss and this quarter's target, less what is won and named for it.",
      "miss + target - closed - named_deals",
      terms: ["miss": .money, "target": .money, "closed": .money, "named_deals": .money],
      aliases: ["gap close plan"], related: ["recovery_pipeline", "required_pipeline"],
      command: "plan recover")
    Metric(
      "recovery_pipeline", "Pipeline to create for recovery", .money, .neutral, .operating, .headOfSales,
      "New pipeline that closes the recovery gap at the win rate.",
      "recovery_gap / win_rate", terms: ["recovery_gap": .money, "win_rate": .rate],
      related: ["recovery_gap", "pipeline_created"], command: "plan recover")
    Metric(
      "recovery_shortfall", "Recovery shortfall", .money, .lowerIsBetter, .operating, .headOfSales,
      "What is missing of last quarter's miss and this quarter's target if every lever stays as it is.",
      "miss + target - closed - named_deals - win_rate × (open + created_in_time)",
      terms: [
        "miss": .money, "target": .money, "closed": .money, "named_deals": .money, "win_rate": .rate,
        "open": .money, "created_in_time": .money,
      ],
      related: ["recovery_gap", "recovery_pipeline", "velocity"], command: "plan recover")
  }
}
