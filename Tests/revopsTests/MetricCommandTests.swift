import Testing

@testable import RevOpsCore
@testable import revops

/// What `explain` says of the command that computes a metric.
@Suite struct MetricCommandTests {
  /// Nobody is sent to a command that is not there, and a command that lands is named.
  @Test func namesTheCommandsThatThereAre() throws {
    let words = Set(CommandSpec.all.map(\.name))
    for metric in Metrics.all {
      let command = try #require(metric.command)
      guard case .metric(let shown)? = Explain.lookup(metric.id).content else { continue }
      #expect(shown.command == (words.contains(command) ? command : nil), "\(metric.id)")
    }
    #expect(
      Explain.lookup("magic_number").report.sections.first.map { "\($0)" }?.contains("computes it yet")
        == true)
  }
}
