import Testing

@testable import RevOpsCore

/// The public suite of YAML files, where it lies beside the package.
@Suite struct YAMLConformanceTests {
  @Test("no case of the suite is misread, and what is invalid is refused with its place")
  func readsTheSuite() throws {
    var counts: [String: [ConformanceCase.Outcome: Int]] = [:]
    var refused: [String] = []
    for test in try ConformanceCase.all(of: "yaml") {
      let (outcome, refusal) = test.outcome(as: .yaml)
      counts["\(test.kind), \(test.verdict)", default: [:]][outcome, default: 0] += 1
      #expect(refusal == nil || refusal?.place != nil, "\(test.id) is refused without a place")
      switch (test.verdict, test.kind) {
      case ("valid", "a"), ("valid", "a+"):
        #expect(outcome == .exact, "\(test.id): \(refusal?.message ?? "misread")")
      case ("error", _), ("unrepresentable", _):
        #expect(outcome == .refused, "\(test.id) must be refused")
      default:
        #expect(outcome != .misread, "\(test.id) is misread")
        if outcome == .refused { refused.append("\(test.id) (\(refusal?.message ?? ""))") }
      }
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
      let parts = ConformanceCase.Outcome.allCases.map { "\(count[$0] ?? 0) \($0.rawValue)" }
      print("yaml, class \(kind): \(parts.joined(separator: ", "))")
    }
    if !refused.isEmpty {
      print("yaml, class b refused as not supported: \(refused.joined(separator: ", "))")
    }
  }
}
