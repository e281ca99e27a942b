extension Catalogue {
  /// Whether meetings and owners keep the system going.
  @MetricList static func rhythm() -> [Metric] {
    Metric(
      "unowned_metrics", "Metrics without an owner", .count, .lowerIsBetter, .operating, .revOps,
      "Metrics in use that nobody answers for by name.",
      "count of metrics without an owner",
      bands: [BandList(.general, Source.operatingSystem, .onTarget, .above(0, .offTarget))],
      aliases: ["metrics without owners"], related: ["metrics_per_team"], command: "rhythm")
    Metric(
      "meeting_hours", "Meeting hours a week", .hours, .lowerIsBetter, .diagnostic, .revOps,
      "Hours a week that the operating rhythm takes of a role.",
      "sum of duration × times a week", terms: ["duration": .hours, "times": .count],
      related: ["unowned_metrics"], command: "rhythm")
    Metric(
      "study_hours", "Study hours", .hours, .neutral, .diagnostic, .revOps,
      "Hours the chosen blocks of the knowledge map take: about 20 for the core, 42 to 51 for all.",
      "sum of hours over blocks chosen", terms: ["hours": .hours],
      aliases: ["study plan hours"], related: ["gates_passed"], command: "study")
    Metric(
      "gates_passed", "Gates passed", .rate, .higherIsBetter, .diagnostic, .revOps,
      "Share of the self-scored gates of a study plan that are passed.",
      "gates_passed / gates", terms: ["gates_passed": .count, "gates": .count],
      aliases: ["self-scored gates"], related: ["study_hours"], command: "study")
  }
}
