import Testing

@testable import RevOpsCore
@testable import revops

/// What `explain` says of the command that computes a metric.
@Suite struct MetricCommandTests {
  /// Nobody is sent to a command that is not there, a command that lands is named, and until then another that has
  /// the figure.
  @Test func namesTheCommandsThatThereAre() throws {
    let words = Set(CommandSpec.all.map(\.name))
    for metric in Metrics.all {
      let command = try #require(metric.command)
      guard case .metric(let shown)? = Explain.lookup(metric.id).content else { continue }
      let others = AnalysisRegistry.standard.analyses.filter { $0.metrics.contains(metric.id) }
        .map { $0.key.split(separator: ".").joined(separator: " ") }
      #expect(shown.command == (words.contains(command) ? command : others.first), "\(metric.id)")
      #expect(shown.command.map(words.contains) ?? true, "\(metric.id)")
    }
    guard case .metric(let opps)? = Explain.lookup("opps_needed").content else { return #expect(Bool(false)) }
    #expect(opps.command == "plan")
    #expect(
      Explain.lookup("magic_number").report.sections.first.map { "\($0)" }?.contains("computes it yet")
        == true)
  }
}
