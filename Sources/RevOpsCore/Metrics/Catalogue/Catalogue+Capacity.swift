extension Catalogue {
  /// How much the team can sell, and the quotas that ask for it.
  static func capacity() -> [Metric] { heads() + quotas() }

  @MetricList private static func heads() -> [Metric] {
    Metric(
      "required_aes", "AEs required", .count, .neutral, .operating, .headOfSales,
      "Fully ramped AEs a target asks for, rounded up: $5M at $600K and 70% needs 12.",
      "ceil(target / (quota × attainment))",
      terms: ["target": .money, "quota": .money, "attainment": .rate],
      aliases: ["aes_at_full_ramp", "aes needed"], related: ["hires_needed", "productive_capacity"],
      command: "capacity")
    Metric(
      "heads", "Sellers", .count, .neutral, .operating, .headOfSales,
      "Sellers employed, in person-months over a period.",
      "sum of the days employed / days in the month", aliases: ["headcount", "person-months"],
      related: ["ramped_heads", "ramping_heads", "rre"], command: "capacity")
    Metric(
      "ramped_heads", "Ramped sellers", .count, .higherIsBetter, .operating, .headOfSales,
      "Sellers who are through their ramp.",
      "count of sellers past ramp_time", aliases: ["ramped"], related: ["ramping_heads"],
      command: "capacity")
    Metric(
      "ramping_heads", "Ramping sellers", .count, .neutral, .operating, .headOfSales,
      "Sellers who are still in their ramp.",
      "count of sellers within ramp_time", aliases: ["ramping"], related: ["ramped_heads", "ramp_time"],
      command: "capacity")
    Metric(
      "rre", "Ramped-rep equivalents", .count, .higherIsBetter, .operating, .revOps,
      "Sellers counted at the share of a full quota their tenure yields.",
      "sum of ramp(tenure month)", terms: ["ramp": .rate],
      aliases: ["ramped rep equivalents", "productive"], related: ["heads", "productive_capacity"],
      command: "capacity")
    Metric(
      "ramp_share", "Ramp", .rate, .higherIsBetter, .diagnostic, .headOfSales,
      "Share of full productivity in a month of tenure: 0, 0, 25, 50, 50 and then 100% by default.",
      "productivity / full productivity", terms: ["productivity": .money],
      aliases: ["ramp"], related: ["ramp_time", "rre"], command: "capacity")
    Metric(
      "ramp_time", "Ramp time", .months, .lowerIsBetter, .operating, .headOfSales,
      "Months from a seller's start to full productivity.",
      "first month with ramp_share of 100%",
      bands: [BandList(.general, Source.engine(6), .onTarget, .above(6, .offTarget))],
      aliases: ["ramp time for new hires"], related: ["ramp_share", "time_to_fill"], command: "capacity")
    Metric(
      "productive_capacity", "Productive capacity", .money, .higherIsBetter, .operating, .revOps,
      "Bookings the team can be expected to bring.",
      "aes × quota × attainment", terms: ["aes": .count, "quota": .money, "attainment": .rate],
      standard: "ramped", standardSource: Source.engine(11),
      variants: [
        Metric.Variant(
          "monthly", "sum over sellers and months of ramp × quota / 12 × attainment × seasonality",
          Source.engine(6), ["ramp": .rate, "quota": .money, "attainment": .rate, "seasonality": .ratio])
      ],
      aliases: ["capacity", "sales capacity"], related: ["capacity_gap", "rre"], command: "capacity")
    Metric(
      "capacity_gap", "Capacity gap", .money, .lowerIsBetter, .operating, .revOps,
      "How far a target lies above what the team can bring.",
      "target - productive_capacity", terms: ["target": .money, "productive_capacity": .money],
      aliases: ["cumulative gap"], related: ["hires_needed", "productive_capacity"],
      command: "capacity")
    Metric(
      "hires_needed", "Hires needed", .count, .neutral, .operating, .headOfSales,
      "Sellers to hire for the target, with ramp and attrition counted.",
      "least whole hires by month with capacity ≥ target",
      terms: ["capacity": .money, "target": .money],
      aliases: ["hires"], related: ["required_aes", "capacity_gap", "attrition"], command: "capacity")
    Metric(
      "attrition", "Attrition", .rate, .lowerIsBetter, .operating, .headOfSales,
      "Share of a team that leaves in a year; of it 1 - (1 - a)^(1/12) goes a month.",
      "leavers / average heads", terms: ["leavers": .count, "heads": .count],
      aliases: ["attrition rate", "rep turnover"], related: ["time_to_fill", "hires_needed"],
      command: "capacity")
    Metric(
      "time_to_fill", "Time to fill", .months, .lowerIsBetter, .diagnostic, .headOfSales,
      "Months from a seller's leaving to the start of the one who follows.",
      "mean of start - vacancy", terms: ["start": .months, "vacancy": .months],
      aliases: ["backfill time"], related: ["attrition", "ramp_time"], command: "capacity")
    Metric(
      "aes_per_se", "AEs for a sales engineer", .ratio, .lowerIsBetter, .operating, .salesEngineer,
      "How many AEs share one sales engineer.",
      "aes / sales_engineers", terms: ["aes": .count, "sales_engineers": .count],
      bands: [BandList(.general, Source.engine(9), .onTarget, .above(4, .offTarget))],
      aliases: ["coverage (aes per se)", "se ratio"], related: ["supported_win_rate"],
      command: "capacity")
    Metric(
      "span_of_control", "Span of control", .ratio, .neutral, .diagnostic, .headOfSales,
      "How many sellers report to one manager.",
      "sellers / managers", terms: ["sellers": .count, "managers": .count],
      aliases: ["manager span"], related: ["heads"], command: "capacity")
    Metric(
      "loaded_cost", "Loaded cost", .money, .lowerIsBetter, .operating, .finance,
      "What a seller costs a year with pay, on-costs, tools and overhead.",
      "base + variable + on_costs", terms: ["base": .money, "variable": .money, "on_costs": .money],
      aliases: ["fully loaded cost"], related: ["cost_of_capacity", "cost_per_meeting"],
      command: "capacity")
    Metric(
      "cost_of_capacity", "Cost of capacity", .ratio, .lowerIsBetter, .operating, .finance,
      "Loaded cost of the team for each dollar of bookings it can bring.",
      "loaded_cost / productive_capacity", terms: ["loaded_cost": .money, "productive_capacity": .money],
      aliases: ["cost per $ of capacity"], related: ["loaded_cost", "cac"], command: "capacity")
  }

  @MetricList private static func quotas() -> [Metric] {
    Metric(
      "quota", "Quota", .money, .neutral, .operating, .headOfSales,
      "What a seller, team or region is to book in a period; attainment is measured against it.",
      "stated, or target × weight / sum of weights", terms: ["target": .money, "weight": .ratio],
      aliases: ["quota_per_ae", "sales target", "target / quota"],
      related: ["attainment", "quota_to_ote", "over_assignment"], command: "quota")
    Metric(
      "attainment", "Quota attainment", .rate, .higherIsBetter, .operating, .accountExecutive,
      "Bookings credited to a seller or team as a share of quota.",
      "credited / quota", terms: ["credited": .money, "quota": .money],
      aliases: ["quota attainment", "expected_attainment"], related: ["attaining_share", "quota"],
      command: "reps")
    Metric(
      "attaining_share", "Share of sellers at quota", .rate, .target, .operating, .headOfSales,
      "Share of sellers who reach their quota.",
      "sellers with attainment ≥ 100% / sellers", terms: ["attaining": .count, "sellers": .count],
      bands: [BandList(.general, Source.operatingSystem, .tooLow, .at(0.6, .inRange), .above(0.7, .tooHigh))],
      aliases: ["team attainment distribution", "share of reps attaining"], related: ["attainment", "quota"],
      command: "quota")
    Metric(
      "over_assignment", "Over-assignment", .rate, .target, .operating, .revOps,
      "How far quotas handed out add up to more than the target above them.",
      "sum of quotas / target - 1", terms: ["quotas": .money, "target": .money],
      bands: [BandList(.general, "field practice", .tooLow, .at(0, .inRange), .above(0.2, .tooHigh))],
      aliases: ["quota over-assignment", "quota cushion"], related: ["quota", "attaining_share"],
      command: "quota")
    Metric(
      "quota_to_ote", "Quota to OTE", .ratio, .target, .operating, .finance,
      "A seller's yearly quota against their on-target earnings: $1M on $200K is 5x.",
      "quota / ote", terms: ["quota": .money, "ote": .money],
      bands: [
        BandList(.general, Source.map(7), .tooLow, .at(4, .inRange), .above(6, .tooHigh)),
        BandList(.sdr, Source.engine(9), .tooLow, .at(3, .inRange), .above(5, .tooHigh)),
        BandList(.aeSMB, Source.engine(9), .tooLow, .at(4, .inRange), .above(6, .tooHigh)),
        BandList(.aeMidMarket, Source.engine(9), .tooLow, .at(4, .inRange), .above(5, .tooHigh)),
        BandList(.aeEnterprise, Source.engine(9), .tooLow, .at(3, .inRange), .above(4, .tooHigh)),
      ],
      aliases: ["quota:ote", "quota-to-ote ratio", "quota multiple"], related: ["quota", "ote"],
      command: "quota")
    Metric(
      "quota_inflation", "Quota growth over last year", .rate, .lowerIsBetter, .diagnostic, .revOps,
      "How far a quota rose over last year's; a flat 20% on everyone names no market behind it.",
      "quota / last_quota - 1", terms: ["quota": .money, "last_quota": .money],
      bands: [BandList(.general, Source.map(7), .onTarget, .at(0.2, .tooHigh))],
      aliases: ["quota inflation"], related: ["quota", "attaining_share"], command: "quota")
  }
}
