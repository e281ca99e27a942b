extension CommandSpec {
  /// Every command, in the order of the overview: the one list that all else is derived from.
  static let all: [CommandSpec] = [
    .audit, .check,
    .pipelineCoverage, .pipelineHealth, .pipelineHygiene, .pipelineVelocity,
    .pipelineMovement, .pipelineReview, .dealsWinloss,
    .forecastRollup, .forecastAccuracy, .forecastCalibrate, .forecastSimulate, .forecastBacktest,
    .plan, .planScenarios, .planSensitivity, .planSolve, .planRecover, .planDiff, .capacity, .quota, .demand,
    .explain, .eval, .schema,
    .inspect, .convert, .start, .template,
    .help, .completions, .man,
  ]
}
