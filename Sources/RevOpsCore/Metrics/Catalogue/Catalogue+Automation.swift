extension Catalogue {
  /// What runs by itself, and whether it does so well.
  @MetricList static func automation() -> [Metric] {
    Metric(
      "automation_coverage", "Automation coverage", .rate, .higherIsBetter, .operating, .revOps,
      "Share of the processes worth automating that are automated.",
      "automated / processes", terms: ["automated": .count, "processes": .count],
      aliases: ["automated processes"], related: ["alert_precision", "process_compliance"],
      command: "audit")
    Metric(
      "alert_precision", "Alert precision", .rate, .higherIsBetter, .operating, .revOps,
      "Share of the alerts a system raised that were right.",
      "true_alerts / alerts", terms: ["true_alerts": .count, "alerts": .count],
      aliases: ["alert accuracy rate", "precision"], related: ["false_positive_rate"], command: "audit")
    Metric(
      "false_positive_rate", "False positive rate", .rate, .lowerIsBetter, .operating, .revOps,
      "Share of the cases without a cause in which a system raised an alert.",
      "false_alerts / cases_without_cause", terms: ["false_alerts": .count, "cases_without_cause": .count],
      aliases: ["false positives"], related: ["alert_precision"], command: "audit")
    Metric(
      "cost_per_run", "Cost per run", .money, .lowerIsBetter, .diagnostic, .revOps,
      "Token cost of one run of an AI pipeline.",
      "input_tokens × input_price + output_tokens × output_price",
      terms: [
        "input_tokens": .count, "input_price": .money, "output_tokens": .count, "output_price": .money,
      ],
      aliases: ["token cost"], related: ["ai_cost_per_month"], command: "audit")
    Metric(
      "ai_cost_per_month", "AI cost a month", .money, .lowerIsBetter, .operating, .revOps,
      "What an AI pipeline costs a month at its volume.",
      "cost_per_run × runs_per_month", terms: ["cost_per_run": .money, "runs_per_month": .count],
      aliases: ["api bill", "monthly token cost"], related: ["cost_per_run"], command: "audit")
    Metric(
      "time_saved", "Time saved per user", .hours, .higherIsBetter, .diagnostic, .revOps,
      "Hours a month that a system saves each of its users.",
      "hours_saved / users", terms: ["hours_saved": .hours, "users": .count],
      related: ["decisions_influenced"], command: "audit")
    Metric(
      "decisions_influenced", "Decisions influenced", .count, .higherIsBetter, .diagnostic, .revOps,
      "Decisions of a period that a system's output changed or confirmed.",
      "count of decisions", related: ["time_saved", "alert_precision"], command: "audit")
  }
}
