import Testing

@testable import RevOpsCore

@Suite struct CheckOutcomeTests {
  private func outcome(_ file: String, line: Int, key: String = "targets.q3.coverage") -> CheckOutcome {
    CheckOutcome(
      "checks.coverage", name: "coverage", .failed, "coverage is 2.1x, below 3x",
      place: Place(file: file, line: line, column: 5, length: 8, excerpt: ""), keyPath: key)
  }

  @Test func theFingerprintIsThatOfRuleFileAndKey() {
    // printf 'checks.coverage\nplan/fy27.yaml\ntargets.q3.coverage' | sha256sum | cut -c1-32
    #expect(outcome("plan/fy27.yaml", line: 12).fingerprint == "30de7c7ff89ea43da85766a60aaa2fa7")
    #expect(
      outcome("./plan/fy27.yaml", line: 99).fingerprint == outcome("plan/fy27.yaml", line: 12).fingerprint)
  }

  @Test func alikeProblemsAreNumberedInOrder() {
    let all = [outcome("a", line: 1), outcome("a", line: 2), outcome("b", line: 1), outcome("a", line: 3)]
    let prints = CheckOutcome.fingerprints(of: all)
    #expect(prints[1] == prints[0] + ":2")
    #expect(prints[3] == prints[0] + ":3")
    #expect(prints[2] == all[2].fingerprint)
  }

  @Test func thePlaceEndsBehindItsLastCharacter() {
    #expect(outcome("a", line: 7).endLine == 7)
    #expect(outcome("a", line: 7).endColumn == 13)
  }
}
