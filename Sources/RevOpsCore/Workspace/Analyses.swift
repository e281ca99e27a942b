extension AnalysisRegistry {
  /// The analyses of the program.
  public static var standard: AnalysisRegistry {
    AnalysisRegistry([
      AnyAnalysis(Audit.self),
      AnyAnalysis(PipelineCoverage.self), AnyAnalysis(PipelineHygiene.self),
      AnyAnalysis(PipelineHealth.self), AnyAnalysis(PipelineVelocity.self),
      AnyAnalysis(PipelineMovement.self), AnyAnalysis(PipelineReview.self),
      AnyAnalysis(WinLoss.self),
      AnyAnalysis(ForecastRollup.self), AnyAnalysis(ForecastAccuracy.self),
      AnyAnalysis(ForecastCalibration.self),
      AnyAnalysis(ForecastSimulation.self), AnyAnalysis(ForecastBacktest.self),
      AnyAnalysis(RevenuePlan.self), AnyAnalysis(PlanRecovery.self),
      AnyAnalysis(Capacity.self), AnyAnalysis(Quota.self),
      AnyAnalysis(Demand.self),
    ])
  }
}
