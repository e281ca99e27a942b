import RevOpsCore
import Testing

@testable import revops

@Suite struct ExitCodeTests {
  @Test(
    arguments: [
      ([], .error, .fine), ([], .warning, .fine), ([], .never, .fine),
      ([.error], .error, .failed), ([.error], .warning, .failed), ([.error], .never, .fine),
      ([.warning], .error, .fine), ([.warning], .warning, .warned), ([.warning], .never, .fine),
      ([.info], .warning, .fine), ([.info, .warning, .info], .warning, .warned),
      ([.info, .warning, .error], .warning, .failed), ([.warning, .error], .error, .failed),
    ] as [([Severity], FailOn, ExitCode)])
  func followsTheGravestFinding(severities: [Severity], threshold: FailOn, expected: ExitCode) {
    #expect(ExitCode.judging(severities, failOn: threshold) == expected)
  }

  @Test func numbersAreThoseThatScriptsRelyOn() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 70])
  }
}
