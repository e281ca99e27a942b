import Testing

@testable import RevOpsCore

/// Recoveries held against Tests/Oracles/recovery.py, which searches the levers by what a period brings.
@Suite("Recoveries beside an independent search")
struct PlanRecoveryOracleTests {
  private static let keys = [
    "miss", "target", "closed", "", "open_pipeline", "pipeline_per_month", "win_rate", "cycle_days",
  ]
  private static let figures = [
    "recovery_gap", "recovery_pipeline", "pipeline_to_create", "months_to_create", "per_month_needed",
    "expected", "recovery_shortfall",
  ]
  private static let levers: [JSONValue] = ["average_deal", "win_rate", "pipeline_per_month", "cycle_days"]

  private static func isNear(_ value: JSONValue?, _ expected: Double?) -> Bool {
    guard let expected else { return value == .null }
    // The oracle prints nine decimals.
    return abs(PlanRecoveryTests.number(value) - expected) <= 1e-8 * max(1, abs(expected))
  }

  @Test("gap, pipeline, months, levers, their common share and the verdict", arguments: recoveryCases.indices)
  func agree(index: Int) throws {
    let known = recoveryCases[index]
    let lines = zip(Self.keys, known.inputs).filter { !$0.0.isEmpty }.map { key, value in
      "\(key): \(value)" + (key == "win_rate" ? "%" : "")
    }
    let rest = [
      "period: \(known.period)", "average_deal: 50", "named: [{name: A, amount: \(known.inputs[3])}]",
    ]
    let outcome = try PlanRecoveryTests.outcome((rest + lines).joined(separator: "\n"))
    for (key, value) in zip(Self.figures, known.figures) {
      #expect(Self.isNear(outcome.result[key], value), "\(key)")
    }
    #expect(outcome.result["verdict"] == .string(known.verdict))
    for (lever, change) in zip(Self.levers, known.levers) where known.figures[2] != 0 {
      let row = PlanRecoveryTests.row("levers", "lever", lever, of: outcome)
      #expect(Self.isNear(row?["change"], change), "\(lever)")
    }
    let all = DemandTests.rows(outcome.result["combinations"]).first {
      DemandTests.rows($0["levers"]).count == 4
    }
    guard known.verdict != "on_course" else { return }
    #expect(Self.isNear(all?["share"], known.share))
  }
}
