extension AnalysisRegistry {
  /// The analyses of the program.
  public static var standard: AnalysisRegistry {
    AnalysisRegistry([
      AnyAnalysis(Audit.self),
      AnyAnalysis(PipelineVelocity.self),
      AnyAnalysis(ForecastAccuracy.self), AnyAnalysis(ForecastCalibration.self),
    ])
  }
}
