import RevOpsCore

/// The commands of the pipeline.
extension CommandSpec {
  static let pipelineCoverage = CommandSpec(
    "pipeline", "coverage",
    summary: "whether the open pipeline is enough for what is left of the quota",
    examples: [
      Example("revops pipeline coverage --by owner", "with the open pipeline of each owner"),
      Example("revops pipeline coverage --set pipeline.period=2026-Q4", "of another period"),
    ],
    runs: PipelineCoverage.self)

  static let pipelineHealth = CommandSpec(
    "pipeline", "health",
    summary: "whether the open pipeline is enough, moving, balanced and real, in all and by owner",
    examples: [
      Example("revops pipeline health", "coverage, pace, balance and quality, by owner too"),
      Example(
        "revops pipeline health deals.csv --by segment --format csv", "of a CRM's export alone, as a table"),
    ],
    runs: PipelineHealth.self)

  static let pipelineHygiene = CommandSpec(
    "pipeline", "hygiene",
    summary: "doubled, incomplete, stale and contradictory deals, and who is to mend them",
    examples: [
      Example("revops pipeline hygiene", "every fault with its deal, owner and line"),
      Example("revops pipeline hygiene --by segment --format json", "for a program, by segment too"),
      Example(
        "revops pipeline hygiene --format csv --section rows -o fix-list.csv",
        "the fix list: a row a fault with its file, line, owner, column, what stands there and what to do"),
    ],
    runs: PipelineHygiene.self)

  static let pipelineVelocity = CommandSpec(
    "pipeline", "velocity",
    summary: "expected bookings a day, and what each lever adds",
    examples: [
      Example("revops pipeline velocity", "measured from the opportunities of this folder's workspace"),
      Example("revops pipeline velocity --set pipeline.win_rate=30%", "what if 30% of the deals were won?"),
      Example("revops pipeline velocity deals.csv", "measured from an export alone"),
    ],
    runs: PipelineVelocity.self, tables: [.opportunities])

  static let pipelineMovement = CommandSpec(
    "pipeline", "movement",
    summary: "how the pipeline of one day became that of another, deal by deal; stages, days and moves",
    examples: [
      Example("revops pipeline movement", "over the period, by the snapshots of this folder's workspace"),
      Example("revops pipeline movement --by owner", "with a bridge of each owner's own"),
      Example("revops pipeline movement monday.csv today.csv", "between two exports of the opportunities"),
      Example("revops pipeline movement History.csv Deals.csv", "by the stage history that the CRM exports"),
    ],
    notes: [
      "start + created + pulled in + reopened + grown - shrunk - pushed out - lost - won - removed = end, to the cent. "
        + "Only deals that are to close in the period count, unless pipeline.movement.scope is all; from, to and using "
        + "beside it name the days and what is to say how the pipeline stood: snapshots, exports or history. With --where "
        + "a deal counts if the condition holds on every day that has it."
    ],
    runs: PipelineMovement.self,
    tables: [.opportunities, .opportunitiesBefore, .snapshots, .stageHistory])

  static let pipelineReview = CommandSpec(
    "pipeline", "review",
    summary: "the pack for the weekly meeting: forecast, change, largest deals, health, actions",
    examples: [
      Example("revops pipeline review", "this folder's workspace, against a week ago"),
      Example("revops pipeline review --where \"owner = 'Ana'\"", "for the meeting with one seller"),
      Example("revops pipeline review monday.csv today.csv", "two exports of the opportunities"),
    ],
    notes: [
      "Compared is with the last snapshot that is at least seven days old, with an earlier export, or with what the stage "
        + "history says of seven days ago; without any of them, what was created, won and lost in seven days is shown."
    ],
    runs: PipelineReview.self, tables: [.opportunities, .opportunitiesBefore, .snapshots, .stageHistory])
}
