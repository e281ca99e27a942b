import Testing

@testable import RevOpsCore

@Suite struct JSONRendererTests {
  struct Result: Encodable {
    var velocity: Figure
    var openDeals: Int
  }

  @Test func anOutcomeIsOneDocumentInTheOrderOfTheContract() {
    let place = Place(file: "deals.csv", line: 12, column: 3, length: 4, excerpt: "")
    let outcome = Outcome(
      key: "pipeline.velocity", asOf: "2026-03-31", currency: "USD",
      result: Result(velocity: .absent(because: "needs won deals"), openDeals: 12),
      findings: [
        Finding(
          "pipeline.stale", .warning, subject: "Ann", "4 deals have not moved for 30 days",
          evidence: [.init("deals", 4), .init("share", 0.25)], advice: "ask for a next step", place: place),
        Finding("pipeline.no-won", .info, subject: "all", "nothing was won", advice: "widen the period"),
      ],
      report: Report(title: "Velocity", sections: []),
      inputs: [
        .init(name: "deals.csv", role: "opportunities", rows: 14, rowsLeftOut: 2, sha256: "ab"),
        .init(name: "revops.yaml", role: "pipeline", sha256: "cd"),
      ],
      definitions: [.init("win_rate", "by_count")], assumptions: [.init("pipeline.safety", 1)])
    #expect(
      JSONText.pretty(JSONRenderer.envelope(of: outcome)) == """
        {
          "schema": "revops.pipeline.velocity/1",
          "as_of": "2026-03-31",
          "currency": "USD",
          "result": {
            "velocity": null,
            "open_deals": 12
          },
          "absent": {
            "velocity": "needs won deals"
          },
          "findings": [
            {
              "id": "pipeline.stale",
              "severity": "warning",
              "subject": "Ann",
              "message": "4 deals have not moved for 30 days",
              "evidence": {
                "deals": 4,
                "share": 0.25
              },
              "advice": "ask for a next step",
              "location": {
                "file": "deals.csv",
                "line": 12,
                "column": 3
              }
            },
            {
              "id": "pipeline.no-won",
              "severity": "info",
              "subject": "all",
              "message": "nothing was won",
              "evidence": {},
              "advice": "widen the period",
              "location": null
            }
          ],
          "inputs": [
            {
              "file": "deals.csv",
              "role": "opportunities",
              "rows": 14,
              "rows_left_out": 2,
              "sha256": "ab"
            },
            {
              "file": "revops.yaml",
              "role": "pipeline",
              "rows": null,
              "rows_left_out": 0,
              "sha256": "cd"
            }
          ],
          "definitions": {
            "win_rate": "by_count"
          },
          "assumptions": {
            "pipeline.safety": 1
          }
        }

        """)
  }
}
