extension Catalogue {
  /// How fairly accounts are dealt out.
  @MetricList static func territory() -> [Metric] {
    Metric(
      "territory_score", "Territory score", .score, .neutral, .operating, .revOps,
      "What a territory is worth: accounts, potential, open pipeline and density by weight.",
      "sum of weight × normalised factor", terms: ["weight": .rate, "factor": .ratio],
      aliases: ["book score"], related: ["balance_index"], command: "territory score")
    Metric(
      "balance_index", "Balance index", .ratio, .lowerIsBetter, .operating, .revOps,
      "Score of the largest territory against that of the smallest; 1 is even.",
      "largest_score / smallest_score", terms: ["largest_score": .score, "smallest_score": .score],
      aliases: ["territory balance"], related: ["balance_variation", "tam_ratio"],
      command: "territory balance")
    Metric(
      "balance_variation", "Variation of territories", .rate, .lowerIsBetter, .diagnostic, .revOps,
      "Standard deviation of territory scores as a share of their mean.",
      "sd of scores / mean of scores", terms: ["score": .score],
      aliases: ["coefficient of variation"], related: ["balance_index"], command: "territory balance")
    Metric(
      "tam_ratio", "Largest to smallest TAM", .ratio, .lowerIsBetter, .operating, .revOps,
      "Addressable market of the best-served seller against that of the worst.",
      "largest_tam / smallest_tam", terms: ["largest_tam": .money, "smallest_tam": .money],
      bands: [BandList(.general, Source.engine(9), .onTarget, .above(2, .offTarget))],
      aliases: ["tam balance"], related: ["balance_index"], command: "territory balance")
    Metric(
      "named_accounts", "Named accounts per seller", .ratio, .target, .operating, .firstLineManager,
      "Accounts a seller with named accounts looks after.",
      "named_accounts / sellers", terms: ["named_accounts": .count, "sellers": .count],
      bands: [
        BandList(.general, Source.operatingSystem, .tooLow, .at(10, .inRange), .above(50, .tooHigh))
      ],
      aliases: ["accounts per seller", "book of business"], related: ["accounts_per_csm"],
      command: "territory score")
    Metric(
      "territory_seed", "Pipeline seed of a new territory", .rate, .higherIsBetter, .diagnostic, .marketing,
      "Share of a new territory's pipeline target that marketing provides at its start.",
      "seeded_pipeline / pipeline_target", terms: ["seeded_pipeline": .money, "pipeline_target": .money],
      bands: [BandList(.general, Source.engine(9), .offTarget, .at(0.25, .onTarget))],
      aliases: ["pipeline seed"], related: ["pipeline_created"], command: "territory score")
    Metric(
      "whitespace", "Whitespace", .money, .higherIsBetter, .diagnostic, .accountManager,
      "What an account could still buy beyond what it has.",
      "potential - arr", terms: ["potential": .money, "arr": .money],
      aliases: ["white space", "account potential"], related: ["expansion_arr", "territory_score"],
      command: "territory score")
  }
}
