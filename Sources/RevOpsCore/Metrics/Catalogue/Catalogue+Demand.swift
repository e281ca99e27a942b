extension Catalogue {
  /// Where pipeline is to come from, and whether it does.
  static func demand() -> [Metric] { sources() + sufficiency() }

  @MetricList private static func sources() -> [Metric] {
    sourceShare(
      "sales", "Sales-sourced share", "the sellers themselves brought about.", .headOfSales,
      strategic: 0.8, enterprise: 0.55, midMarket: 0.3)
    sourceShare(
      "sdr", "SDR-sourced share", "SDRs brought about.", .sdr, strategic: 0.15, enterprise: 0.3,
      midMarket: 0.4)
    sourceShare(
      "marketing", "Marketing-sourced share", "marketing brought about.", .marketing, strategic: 0.05,
      enterprise: 0.1, midMarket: 0.2)
    sourceShare(
      "partner", "Partner-sourced share", "partners brought about.", .demandManager, strategic: 0,
      enterprise: 0.05, midMarket: 0.1)
    Metric(
      "source_mix_accuracy", "Source mix accuracy", .rate, .higherIsBetter, .operating, .demandManager,
      "How closely the sources of new pipeline follow the planned mix; 100% is exactly.",
      "1 - sum of |actual_share - planned_share| / 2",
      terms: ["actual_share": .rate, "planned_share": .rate],
      aliases: ["source mix"], related: ["source_share_sales", "created_to_plan"], command: "demand")
    Metric(
      "marketing_contribution", "Marketing's share of the pipeline target", .rate, .higherIsBetter,
      .operating, .marketing,
      "Pipeline that marketing created as a share of a quarter's pipeline target.",
      "pipeline_sourced / pipeline_target", terms: ["pipeline_sourced": .money, "pipeline_target": .money],
      aliases: ["pipeline contribution target"], related: ["pipeline_sourced", "source_share_marketing"],
      command: "demand")
    Metric(
      "cost_per_lead", "Cost per lead", .money, .lowerIsBetter, .operating, .marketing,
      "Program spend for each lead it brought.",
      "program_spend / leads", terms: ["program_spend": .money, "leads": .count],
      aliases: ["cpl"], related: ["cost_per_opportunity", "cac"], command: "demand")
    Metric(
      "cost_per_opportunity", "Cost per opportunity", .money, .lowerIsBetter, .operating, .marketing,
      "Program spend for each opportunity it brought.",
      "program_spend / opportunities", terms: ["program_spend": .money, "opportunities": .count],
      aliases: ["cpo"], related: ["cost_per_lead", "cac"], command: "demand")
  }

  @MetricList private static func sufficiency() -> [Metric] {
    Metric(
      "sufficiency", "Pipeline sufficiency", .rate, .higherIsBetter, .operating, .demandManager,
      "Pipeline a coming quarter has today as a share of what it needs by then.",
      "have / needed", terms: ["have": .money, "needed": .money],
      bands: [BandList(.general, Source.operatingSystem, .offTarget, .at(1, .onTarget))],
      aliases: ["pipeline sufficiency scorecard"], related: ["sufficiency_gap", "forward_coverage"],
      command: "demand")
    Metric(
      "sufficiency_gap", "Sufficiency gap", .money, .lowerIsBetter, .operating, .demandManager,
      "Pipeline a coming quarter still lacks, in all and by source.",
      "needed - have", terms: ["needed": .money, "have": .money],
      aliases: ["demand gap"], related: ["sufficiency"], command: "demand")
    Metric(
      "created_to_plan", "Pipeline created against plan", .rate, .higherIsBetter, .operating,
      .demandManager,
      "Pipeline created in a period as a share of what was planned.",
      "pipeline_created / planned_pipeline",
      terms: ["pipeline_created": .money, "planned_pipeline": .money],
      aliases: ["pipeline created vs. plan", "pipeline created vs plan"],
      related: ["pipeline_created", "source_mix_accuracy"], command: "demand")
    Metric(
      "demand_plan_completion", "Demand plans completed", .rate, .higherIsBetter, .operating,
      .demandManager,
      "Share of the demand generation plans due that are written and agreed.",
      "plans_completed / plans_due", terms: ["plans_completed": .count, "plans_due": .count],
      aliases: ["dg plan completion rate"], related: ["created_to_plan"], command: "demand")
  }

  private static func sourceShare(
    _ source: String, _ title: String, _ text: String, _ owner: Role, strategic: Double,
    enterprise: Double, midMarket: Double
  ) -> Metric {
    Metric(
      "source_share_\(source)", title, .rate, .target, .operating, owner,
      "Share of new pipeline that \(text)",
      "pipeline_from_\(source) / pipeline_created",
      terms: ["pipeline_from_\(source)": .money, "pipeline_created": .money],
      bands: [
        planned(.strategic, strategic), planned(.enterprise, enterprise), planned(.midMarket, midMarket),
      ],
      aliases: ["\(source) source share"], related: ["source_mix_accuracy"], command: "demand")
  }

  /// The planned share of a source is its least: falling short is a question for the board of that source.
  private static func planned(_ segment: Scope, _ share: Double) -> BandList {
    BandList(segment, Source.operatingSystem, .belowTarget, .at(share, .onTarget))
  }
}
