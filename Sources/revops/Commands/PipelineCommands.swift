import RevOpsCore

/// The commands of the pipeline.
extension CommandSpec {
  static let pipelineVelocity = CommandSpec(
    "pipeline", "velocity",
    summary: "expected bookings a day, and what each lever adds",
    examples: [
      Example("revops pipeline velocity", "measured from the opportunities of this folder's workspace"),
      Example("revops pipeline velocity --set pipeline.win_rate=30%", "what if 30% of the deals were won?"),
    ],
    runs: PipelineVelocity.self)
}
