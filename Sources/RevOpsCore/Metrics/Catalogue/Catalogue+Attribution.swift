extension Catalogue {
  /// Which channels earn the credit.
  @MetricList static func attribution() -> [Metric] {
    Metric(
      "attributed_value", "Attributed value", .money, .higherIsBetter, .operating, .marketing,
      "Share of won value that a model credits to a channel; all channels add up to the whole.",
      "sum over wins of value × credit", terms: ["value": .money, "credit": .rate],
      aliases: ["attributed revenue", "channel credit"], related: ["pipeline_sourced", "removal_effect"],
      command: "attribution")
    Metric(
      "attributed_conversions", "Attributed conversions", .count, .higherIsBetter, .operating, .marketing,
      "Share of conversions that a model credits to a channel; all channels add up to the whole.",
      "sum over wins of credit", terms: ["credit": .rate], related: ["attributed_value"],
      command: "attribution")
    Metric(
      "pipeline_sourced", "Pipeline sourced", .money, .higherIsBetter, .operating, .marketing,
      "Pipeline from opportunities that a team or channel brought about.",
      "sum of amount over opportunities sourced", terms: ["amount": .money],
      aliases: ["marketing sourced pipeline", "sourced"],
      related: ["pipeline_influenced", "marketing_contribution"], command: "attribution")
    Metric(
      "pipeline_influenced", "Pipeline influenced", .money, .higherIsBetter, .operating, .marketing,
      "Pipeline from opportunities that a team or channel touched at any time.",
      "sum of amount over opportunities touched", terms: ["amount": .money],
      aliases: ["marketing influenced pipeline", "influenced"], related: ["pipeline_sourced"],
      command: "attribution")
    Metric(
      "self_reported_share", "Self-reported answers", .rate, .higherIsBetter, .diagnostic, .marketing,
      "Share of wins whose buyer said how they heard of the company.",
      "answers / wins", terms: ["answers": .count, "wins": .count],
      aliases: ["self_reported", "self-reported attribution coverage"], related: ["dark_share"],
      command: "attribution")
    Metric(
      "dark_share", "Dark funnel share", .rate, .neutral, .diagnostic, .marketing,
      "Share of answering buyers who name a source that no tracked touch shows.",
      "answers without a matching touch / answers", terms: ["unmatched": .count, "answers": .count],
      aliases: ["dark funnel share"], related: ["self_reported_share"], command: "attribution")
    Metric(
      "removal_effect", "Removal effect", .rate, .higherIsBetter, .diagnostic, .marketing,
      "Share of conversions a Markov chain loses when a channel is taken out.",
      "1 - conversion without the channel / conversion",
      terms: ["conversion": .rate], related: ["attributed_value"], command: "attribution")
    Metric(
      "touches_per_win", "Touches per win", .ratio, .neutral, .diagnostic, .marketing,
      "Tracked touches before a win, on average.",
      "touches / wins", terms: ["touches": .count, "wins": .count],
      aliases: ["journey length"], related: ["attributed_conversions"], command: "attribution")
    Metric(
      "won_per_year", "Deals won a year", .perYear, .higherIsBetter, .operating, .headOfSales,
      "Deals won over twelve months; a data-driven attribution model needs 500.",
      "count of deals won in 12 months",
      bands: [BandList(.general, Source.engine(2), .belowTarget, .at(500, .onTarget))],
      aliases: ["closed-won deals per year"], related: ["attributed_value"], command: "attribution")
  }
}
