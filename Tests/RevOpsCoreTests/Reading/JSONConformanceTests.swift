import Testing

@testable import RevOpsCore

/// The public suite of JSON files, where it lies beside the package.
@Suite struct JSONConformanceTests {
  @Test("no case of the suite is misread, and what is invalid is refused with its place")
  func readsTheSuite() throws {
    var counts: [String: [ConformanceCase.Outcome: Int]] = [:]
    for test in try ConformanceCase.all(of: "json") {
      let (outcome, refusal) = test.outcome(as: .json)
      counts["\(test.kind), \(test.verdict)", default: [:]][outcome, default: 0] += 1
      #expect(outcome != .misread, "\(test.id) is misread")
      #expect(refusal == nil || refusal?.place != nil, "\(test.id) is refused without a place")
      switch test.verdict {
      case "valid": #expect(outcome == .exact, "\(test.id): \(refusal?.message ?? "")")
      case "error": #expect(outcome == .refused, "\(test.id) is invalid")
      default: break
      }
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
      let parts = ConformanceCase.Outcome.allCases.map { "\(count[$0] ?? 0) \($0.rawValue)" }
      print("json, class \(kind): \(parts.joined(separator: ", "))")
    }
  }
}
