extension Catalogue {
  /// How grown-up the function is.
  @MetricList static func audit() -> [Metric] {
    Metric(
      "maturity_total", "Maturity", .score, .higherIsBetter, .board, .revOps,
      "Six dimensions of revenue operations scored 1 to 5 and added, 6 to 30.",
      "data + process + technology + analytics + alignment + enablement",
      terms: [
        "data": .score, "process": .score, "technology": .score, "analytics": .score, "alignment": .score,
        "enablement": .score,
      ],
      bands: [
        BandList(
          .general, Source.audit, .foundation, .at(13, .building), .at(21, .scaling), .at(26, .worldClass))
      ],
      aliases: ["maturity", "maturity model", "maturity score"], related: ["rubric_score"],
      command: "audit")
    Metric(
      "rubric_score", "Quality rubric", .score, .higherIsBetter, .board, .revOps,
      "Eight weighted dimensions of sub-criteria scored 0 to 2, from data where it measures them.",
      "sum over dimensions of weight × points / (2 × criteria)",
      terms: ["weight": .points, "points": .points, "criteria": .count],
      bands: [
        BandList(
          .general, Source.rubric, .titleOnly, .at(40, .gaps), .at(60, .strong), .at(80, .worldClass))
      ],
      aliases: ["rubric", "100-point rubric", "quality score"], related: ["maturity_total"],
      command: "audit")
    Metric(
      "revops_headcount", "RevOps headcount", .count, .target, .operating, .revOps,
      "People in revenue operations, full-time.",
      "count of people", terms: ["people": .count],
      bands: [
        BandList(.arrUnder10M, Source.map(7), .tooLow, .at(1, .inRange), .above(1, .tooHigh)),
        BandList(.arr10MTo30M, Source.map(7), .tooLow, .at(2, .inRange), .above(3, .tooHigh)),
        BandList(.arr30MTo75M, Source.map(7), .tooLow, .at(4, .inRange), .above(5, .tooHigh)),
        BandList(.arr75MUp, Source.map(7), .tooLow, .at(5, .inRange)),
      ],
      aliases: ["org scaling model", "revops team size"], related: ["maturity_total"], command: "audit")
    Metric(
      "alignment_artefacts", "Alignment artefacts", .count, .higherIsBetter, .operating, .revOps,
      "How many of four stand: stage definitions, SLAs, one source of truth, incentives in accord.",
      "count of artefacts in place",
      bands: [BandList(.general, Source.fieldManual, .offTarget, .at(4, .onTarget))],
      aliases: ["alignment", "alignment artifacts"], related: ["sla_compliance", "maturity_total"],
      command: "audit")
    Metric(
      "stack_gaps", "Gaps in the stack", .count, .lowerIsBetter, .operating, .revOps,
      "Must-have tool categories for the company's ARR that it does not have.",
      "count of must-haves missing", aliases: ["missing tools"], related: ["stack_excess"],
      command: "audit")
    Metric(
      "stack_excess", "Excess in the stack", .count, .lowerIsBetter, .operating, .revOps,
      "Tools beyond the company's stage, or beyond one a category.",
      "count of tools in excess", aliases: ["tool sprawl"], related: ["stack_gaps", "stack_adoption"],
      command: "audit")
    Metric(
      "metrics_per_team", "Metrics a team", .count, .lowerIsBetter, .diagnostic, .revOps,
      "How many metrics a team is steered by.",
      "metrics / teams", terms: ["metrics": .count, "teams": .count],
      bands: [BandList(.general, Source.engine(14), .onTarget, .above(5, .offTarget))],
      aliases: ["too many metrics"], related: ["unowned_metrics"], command: "audit")
  }
}
