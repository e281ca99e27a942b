extension Catalogue {
  /// What sellers earn for what, and what that costs.
  static func compensation() -> [Metric] { payPlan() + payout() }

  @MetricList private static func payPlan() -> [Metric] {
    Metric(
      "ote", "On-target earnings", .money, .target, .operating, .finance,
      "What a role earns a year at 100% of quota, base and variable together.",
      "base + target_variable", terms: ["base": .money, "target_variable": .money],
      bands: [
        earnings(.sdr, 55_000, 85_000), earnings(.aeSMB, 100_000, 150_000),
        earnings(.aeMidMarket, 150_000, 250_000), earnings(.aeEnterprise, 200_000, 350_000),
        earnings(.cs, 80_000, 150_000),
      ],
      aliases: ["on target earnings"], related: ["base_share", "quota_to_ote"], command: "comp lint")
    Metric(
      "base_share", "Base share", .rate, .target, .operating, .finance,
      "Share of on-target earnings that is salary; the less a role decides the deal, the more.",
      "base / ote", terms: ["base": .money, "ote": .money],
      bands: [
        split(.sdr, 0.7, 0.7, Source.engine(9)), split(.ae, 0.5, 0.6, Source.map(7)),
        split(.aeSMB, 0.5, 0.5, Source.engine(9)), split(.aeMidMarket, 0.5, 0.5, Source.engine(9)),
        split(.aeEnterprise, 0.6, 0.6, Source.engine(9)), split(.cs, 0.7, 0.8, Source.map(7)),
      ],
      aliases: ["base:variable", "split", "pay mix"], related: ["ote"], command: "comp lint")
    Metric(
      "comp_components", "Components of a plan", .count, .lowerIsBetter, .operating, .finance,
      "How many measures a plan pays variable money for.",
      "count of components",
      bands: [BandList(.general, Source.engine(9), .onTarget, .above(3, .offTarget))],
      aliases: ["components"], related: ["ote"], command: "comp lint")
    Metric(
      "commission_rate", "Base commission rate", .rate, .neutral, .operating, .finance,
      "Variable pay for each dollar of quota, before any accelerator.",
      "target_variable / quota", terms: ["target_variable": .money, "quota": .money],
      aliases: ["base commission rate"], related: ["effective_commission_rate", "accelerator"],
      command: "comp model")
    Metric(
      "accelerator", "Accelerator", .ratio, .target, .operating, .finance,
      "Commission rate above quota as a multiple of the base rate.",
      "rate_above_quota / commission_rate", terms: ["rate_above_quota": .rate, "commission_rate": .rate],
      bands: [BandList(.general, Source.engine(9), .tooLow, .at(1.5, .inRange), .above(2, .tooHigh))],
      aliases: ["accelerators", "accelerator multiple"], related: ["commission_rate", "decelerator"],
      command: "comp lint")
    Metric(
      "accelerator_start", "Start of the accelerator", .rate, .target, .operating, .finance,
      "Attainment from which a plan pays its accelerated rate.",
      "stated in the plan",
      bands: [BandList(.general, Source.engine(9), .tooLow, .at(1, .inRange), .above(1, .tooHigh))],
      aliases: ["accelerator threshold"], related: ["accelerator", "commission_threshold"],
      command: "comp lint")
    Metric(
      "decelerator", "Decelerator", .ratio, .neutral, .diagnostic, .finance,
      "Commission rate at low attainment as a multiple of the base rate: half of it below 50%.",
      "rate_below_edge / commission_rate", terms: ["rate_below_edge": .rate, "commission_rate": .rate],
      aliases: ["decelerators"], related: ["accelerator", "commission_threshold"], command: "comp lint")
    Metric(
      "commission_threshold", "Commission threshold", .rate, .neutral, .diagnostic, .finance,
      "Attainment below which a plan pays no commission.",
      "stated in the plan", aliases: ["threshold"], related: ["decelerator"], command: "comp lint")
    Metric(
      "payout_cap", "Payout cap", .rate, .neutral, .diagnostic, .finance,
      "Attainment above which a plan pays no more; reps hold deals back there.",
      "stated in the plan", aliases: ["cap", "commission cap"], related: ["accelerator"],
      command: "comp lint")
    Metric(
      "spif_share", "SPIF share", .rate, .lowerIsBetter, .operating, .finance,
      "Share of total pay that comes from short contests.",
      "spifs / total_pay", terms: ["spifs": .money, "total_pay": .money],
      bands: [BandList(.general, Source.engine(9), .onTarget, .above(0.1, .offTarget))],
      aliases: ["spif", "spifs"], related: ["ote"], command: "comp lint")
    Metric(
      "clawback_days", "Clawback window", .days, .lowerIsBetter, .operating, .finance,
      "Days after a deal within which a churned customer takes the commission back.",
      "stated in the plan",
      bands: [BandList(.general, Source.engine(9), .onTarget, .above(90, .offTarget))],
      aliases: ["clawback", "clawback window"], related: ["payout"], command: "comp lint")
    Metric(
      "new_business_weight", "New-business weight", .rate, .higherIsBetter, .diagnostic, .headOfSales,
      "Share of a mixed role's variable pay that only new customers earn.",
      "weight of new-business components / weights", terms: ["weight": .rate],
      aliases: ["hunting weight"], related: ["comp_components"], command: "comp lint")
  }

  @MetricList private static func payout() -> [Metric] {
    Metric(
      "payout", "Payout", .money, .neutral, .operating, .finance,
      "Variable pay of a seller for a period, by the plan's rate table.",
      "sum of credited slices × their rates, within threshold and cap",
      terms: ["credited": .money, "rate": .rate],
      aliases: ["commission", "variable pay"], related: ["attainment", "effective_commission_rate"],
      command: "comp pay")
    Metric(
      "effective_commission_rate", "Effective commission rate", .rate, .lowerIsBetter, .operating, .finance,
      "Variable pay for each dollar credited, accelerators and floors included.",
      "payout / credited", terms: ["payout": .money, "credited": .money],
      aliases: ["effective rate"], related: ["commission_rate", "compensation_cost"],
      command: "comp model")
    Metric(
      "compensation_cost", "Compensation cost of sales", .ratio, .lowerIsBetter, .operating, .finance,
      "Base and variable pay of sellers for each dollar booked.",
      "(base + payout) / bookings", terms: ["base": .money, "payout": .money, "bookings": .money],
      aliases: ["cost of sales", "ccos"], related: ["effective_commission_rate", "sm_share"],
      command: "comp model")
    Metric(
      "holdback_gain", "Gain from holding a deal back", .money, .lowerIsBetter, .diagnostic, .revOps,
      "What a seller earns more by closing a deal next period instead of now; a sound plan has none.",
      "payout when held - payout when closed", terms: ["held": .money, "closed_now": .money],
      aliases: ["sandbagging incentive"], related: ["payout_cap", "accelerator"], command: "comp lint")
  }

  private static func earnings(_ role: Scope, _ from: Double, _ to: Double) -> BandList {
    BandList(role, Source.engine(9), .tooLow, .at(from, .inRange), .above(to, .tooHigh))
  }

  private static func split(_ role: Scope, _ from: Double, _ to: Double, _ source: String) -> BandList {
    BandList(role, source, .tooLow, .at(from, .inRange), .above(to, .tooHigh))
  }
}
