/// The smallest cases of what the areas refuse.
extension ErrorExampleTests {
  static let areas = pipeline + movement + forecast + people + demand + recovery + whatIf

  static let pipeline: [ErrorExample] = [
    .deals("pipeline.unknown-stage", "deals.csv:2:3", "id,stage,amount,close_date", "1,Pilot,5,2026-01-01"),
    .deals("pipeline.no-stage", "deals.csv:2:3", "id,stage,amount,close_date", "1,,5,2026-01-01"),
    .cell("pipeline.no-rate", "deals.csv:2:28", "amount,close_date,currency", "5,2026-01-01,EUR"),
    .cell(
      "pipeline.converted-currency", "deals.csv:2:34",
      "amount,close_date,currency,Amount (converted),Amount (converted) Currency", "5,2026-01-01,EUR,6,GBP"),
    .cell("pipeline.unknown-currency", "deals.csv:2:28", "amount,close_date,currency", "5,2026-01-01,money"),
    .cell("pipeline.unknown-flag", "deals.csv:2:28", "amount,close_date,is_closed", "5,2026-01-01,soon"),
    .cell(
      "pipeline.unknown-category", "deals.csv:2:28", "amount,close_date,forecast_category",
      "5,2026-01-01,maybe"),
    .deals(
      "csv.damaged-id", "deals.csv:2:1", "id,stage,amount,close_date", "1.00E+15,Prospecting,5,2026-01-01"),
    .cell("pipeline.probability", "deals.csv:2:28", "amount,close_date,probability", "5,2026-01-01,150%"),
    .cell("pipeline.two-currencies", "deals.csv:2:15", "amount,close_date,currency", "$5,2026-01-01,EUR"),
    .deals(
      "pipeline.probability-scale", "deals.csv:2:28", "id,stage,amount,close_date,probability",
      "1,Prospecting,5,2026-01-01,0.5\n2,Prospecting,5,2026-01-01,60"),
    .workspace(
      "pipeline.no-cut", "revops.yaml:2:18", "data:\n  opportunities: d.csv\n",
      ["pipeline", "hygiene", "--by", "regoin"], with: ["d.csv": deal]),
    .workspace(
      "pipeline.unknown-owner", "d.csv:2:28", "data: {opportunities: d.csv, reps: r.csv}\n",
      ["pipeline", "review"],
      with: [
        "d.csv": "id,stage,amount,close_date,owner\n1,Negotiation,5,2026-01-01,Bo\n",
        "r.csv": "name,role,quota\nAna,AE,5\n",
      ]),
  ]

  static let movement: [ErrorExample] = [
    ErrorExample(
      "pipeline.doubled-deal", ["pipeline", "movement", "a.csv", "b.csv"], at: "b.csv:3:15",
      ["a.csv": deal, "b.csv": deal + "1,Prospecting,6,2026-01-01\n"]),
    ErrorExample(
      "pipeline.no-id", ["pipeline", "movement", "a.csv", "b.csv"], at: "b.csv:3:1",
      ["a.csv": deal, "b.csv": deal + ",Prospecting,6,2026-01-01\n"]),
    ErrorExample("pipeline.one-day", ["pipeline", "movement", "a.csv"], at: "", ["a.csv": deal]),
    ErrorExample(
      "pipeline.no-moment", ["pipeline", "movement", "a.csv", "h.csv"], at: "h.csv:2:3",
      ["a.csv": deal, "h.csv": "opportunity_id,entered_at,stage\n1,,Prospecting\n"]),
  ]

  static let forecast: [ErrorExample] = [
    .workspace("forecast.no-deals", "", "forecast: {target: 5}\n", ["forecast", "simulate"]),
    .workspace("forecast.nothing-called", "", "forecast: {}\n", ["forecast", "rollup"]),
    .workspace("forecast.no-record", "", "forecast: {}\n", ["forecast", "backtest"]),
    .workspace(
      "forecast.correlation", "revops.yaml:1:25", "forecast: {correlation: 100%}\n", ["forecast", "simulate"]
    ),
    .workspace(
      "forecast.created", "revops.yaml:1:40", "forecast: {created_and_closed: {deals: 5}}\n",
      ["forecast", "simulate"]),
    .workspace(
      "forecast.deal-range", "revops.yaml:1:54",
      "forecast: {deals: [{name: a, amount: 5, probability: 120%}]}\n", ["forecast", "simulate"]),
    .workspace(
      "forecast.cut", "", "forecast: {deals: [{name: a, amount: 5, probability: 50%}]}\n",
      ["forecast", "simulate", "--by", "owner"]),
    .calls("forecast.row", "f.csv:2:1", "person,period,forecast", ",2026-Q1,5"),
    .calls("forecast.period", "f.csv:2:5", "person,period,forecast", "Ana,spring,5"),
    .calls("forecast.undated", "f.csv:3:1", "person,period,forecast", "Ana,2026-Q1,5", "Ana,2026-Q1,6"),
    .calls(
      "forecast.one-day", "f.csv:3:1", "person,period,forecast,called_date", "Ana,2026-Q1,5,2026-01-02",
      "Ana,2026-Q1,6,2026-01-02"),
    .calls(
      "forecast.actuals-differ", "f.csv:3:1", "person,period,forecast,called_date,actual",
      "Ana,2026-Q1,5,2026-01-01,7", "Ana,2026-Q1,6,2026-01-02,8"),
    .calls(
      "forecast.currency", "f.csv:1:15", "person,period,forecast", "Ana,2026-Q1,5 EUR", "Bo,2026-Q1,5 USD"),
    .calls(
      "forecast.circle", "f.csv:2:1", "person,period,forecast,called_date,manager",
      "Ana,2026-Q1,5,2026-01-01,Bo", "Bo,2026-Q1,5,2026-01-01,Ana", command: "rollup"),
  ]

  static let people: [ErrorExample] = [
    .reps("reps.no-name", "r.csv:2:1", "name,role,quota", ",AE,5"),
    .reps("reps.two-places", "r.csv:3:1", "name,role,quota", "Ana,AE,5", "Ana,AE,6"),
    .reps("reps.below-zero", "r.csv:2:1", "name,role,quota", "Ana,AE,-5"),
    .reps(
      "reps.dates-swapped", "r.csv:2:1", "name,role,quota,start_date,end_date",
      "Ana,AE,5,2026-02-01,2026-01-01"
    ),
    .reps("reps.mixed-currencies", "r.csv:1:11", "name,role,quota", "Ana,AE,5 USD", "Bo,AE,5 EUR"),
    .reps(
      "quota.nobody", "revops.yaml:2:28", "name,role,quota,end_date", "Ana,AE,5,2020-01-01",
      section: "{target: 5, period: FY2026}"),
    .reps(
      "quota.unknown-name", "revops.yaml:2:32", "name,role,quota", "Ana,AE,5",
      section: "{target: 5, potential: {Ann: 9}}"),
    .reps(
      "quota.unknown-factor", "revops.yaml:2:41", "name,role,quota", "Ana,AE,5",
      section: "{target: 5, weights: {potential: 1}}"),
    .reps("quota.circle", "r.csv:3:1", "name,role,manager,quota", "Ana,AE,Bo,5", "Bo,Manager,Bo,"),
    .reps("quota.no-cut", "revops.yaml:1:14", "name,role,quota", "Ana,AE,5", by: "regoin"),
    .workspace(
      "credits.mixed-currencies", "c.csv:1:10", "data: {reps: r.csv, credits: c.csv}\nquota: {target: 5}\n",
      ["quota"],
      with: [
        "r.csv": "name,role,quota\nAna,AE,5\n",
        "c.csv": "deal,rep,amount,date\n1,Ana,5 USD,2026-01-01\n2,Ana,5 EUR,2026-01-01\n",
      ]),
    .workspace(
      "capacity.no-target", "revops.yaml:1:11", "capacity: {quota_per_ae: $800K}\n", ["capacity"]),
    .workspace(
      "capacity.unknown-role", "revops.yaml:4:13",
      "capacity:\n  people: [{name: Ana, role: AE, start: 2025-01-01}]\n  quota: 5\n  by_role: {AM: {quota: 6}}\n",
      ["capacity"]),
    .workspace(
      "capacity.hired-role", "revops.yaml:1:47",
      "capacity: {target: 5, hiring: {roles: {clerk: {loaded_cost: 5}}}}\n", ["capacity"]),
  ]

  static let demand: [ErrorExample] = [
    .workspace("demand.no-deals", "revops.yaml:1:9", "demand: {win_rate: 25%}\n", ["demand"]),
    .workspace(
      "demand.no-cut", "", "demand: {created: {sales: 5}}\n", ["demand", "--by", "owner"]),
    .workspace(
      "decode.no-quarter", "revops.yaml:1:41", "demand: {created: {sales: 5}, targets: {spring: 5}}\n",
      ["demand"]),
    .workspace(
      "demand.source-twice", "revops.yaml:1:44",
      "demand: {sources: {sales: [Outbound], sdr: [Outbound]}}\n", ["demand"]),
    .workspace(
      "demand.mix-sum", "revops.yaml:1:21", "demand: {mix: {SMB: {sales: 60%}}}\n", ["demand"]),
  ]

  static let recovery: [ErrorExample] = [
    .workspace(
      "recovery.unknown", "revops.yaml:1:18", "plan: {recovery: {target: 9}}\n", ["plan", "recover"]),
    .workspace(
      "recovery.unnamed", "revops.yaml:1:58",
      "plan: {recovery: {miss: 1, target: 9, closed: 0, named: [{amount: 5}]}}\n", ["plan", "recover"]),
    .workspace(
      "recovery.named-twice", "revops.yaml:1:69",
      "plan: {recovery: {miss: 1, target: 9, closed: 0, named: [{name: X}, {name: X}]}}\n",
      ["plan", "recover"]),
    .workspace(
      "recovery.unknown-deal", "revops.yaml:2:54",
      "data: {opportunities: d.csv}\nplan: {recovery: {miss: 1, target: 9, named: [{deal: 2}]}}\n",
      ["plan", "recover"],
      with: ["d.csv": "id,stage,amount,close_date\n1,Closed Won,5,2026-01-01\n"]),
  ]

  static let whatIf: [ErrorExample] = [
    .whatIf("scenarios.none", "", []),
    .whatIf("scenarios.unknown", "--scenario:1:1", ["--scenario", "Bull"]),
    .whatIf(
      "scenarios.duplicate", "revops.yaml:3:85", [],
      "scenarios: [{name: a, overrides: {audit.arr_current: 6}}, {name: b, overrides: {}}, {name: b, overrides: {}}]"
    ),
    .whatIf(
      "what-if.no-figure", "--figure:1:1", ["--scenario", "a: audit.arr_current=6"],
      figure: "audit.rubric.scor"),
    .whatIf("what-if.not-fed", "", [], figure: "pipeline.velocity.velocity"),
    .whatIf(
      "what-if.not-read", "--scenario:1:1", ["--scenario", "a: audit.arr_current=6"],
      "pipeline: {opportunities: 5, win_rate: 25%, average_deal: 5, cycle_days: 5 days}",
      figure: "pipeline.velocity.velocity"),
    .whatIf("what-if.nothing-there", "--scenario:1:1", ["--scenario", "a: audit.nrr_current=+5%"]),
    .whatIf("what-if.no-quantity", "--scenario:1:13", ["--scenario", "a: audit.model=+5"]),
    .whatIf("what-if.change", "--scenario:1:19", ["--scenario", "a: audit.arr_current=+5 days"]),
    ErrorExample(
      "what-if.computed", ["plan", "scenarios", "--scenario", "a: plan.derived.opps_needed=5"],
      at: "--scenario:1:1",
      [
        "revops.yaml":
          "plan: {targets: {new_business: $3M}, assumptions: {avg_new_deal_size: $30K, new_win_rate: 25%}}\n"
      ]),
    ErrorExample(
      "what-if.range", ["plan", "sensitivity", "--figure", "audit.rubric.score", "--range", "wide"],
      at: "--range:1:1", ["revops.yaml": ErrorExample.audited]),
    .workspace(
      "test.duplicate", "revops.yaml:3:5",
      "tests:\n  - {name: a, expect: {audit.rubric.score: 0}}\n  - {name: a, expect: {audit.rubric.score: 0}}\naudit: {arr_current: 5}\n",
      ["check"]),
    .workspace(
      "test.empty", "revops.yaml:1:27", "tests: [{name: a, expect: {}}]\naudit: {arr_current: 5}\n", ["check"]
    ),
    .workspace(
      "test.value", "revops.yaml:1:48",
      "tests: [{name: a, expect: {audit.rubric.score: [1]}}]\naudit: {arr_current: 5}\n",
      ["check"]),
    .workspace(
      "audit.alignment-twice", "revops.yaml:1:20", "audit: {alignment: {slas: []}}\nalignment: {slas: []}\n"),
  ]

  private static let deal = "id,stage,amount,close_date\n1,Prospecting,5,2026-01-01\n"
}

extension ErrorExample {
  /// Rows of deals in a file of their own.
  fileprivate static func deals(_ id: String, _ place: String, _ lines: String...) -> ErrorExample {
    ErrorExample(
      id, ["pipeline", "hygiene", "deals.csv"], at: place, ["deals.csv": lines.joined(separator: "\n") + "\n"]
    )
  }

  /// A table of forecast calls.
  fileprivate static func calls(
    _ id: String, _ place: String, _ lines: String..., command: String = "accuracy"
  ) -> ErrorExample {
    .workspace(
      id, place, "data: {forecasts: f.csv}\n", ["forecast", command],
      with: ["f.csv": lines.joined(separator: "\n") + "\n"])
  }

  /// A table of people who carry a quota.
  fileprivate static func reps(
    _ id: String, _ place: String, _ lines: String..., section: String = "{target: 5}", by cut: String? = nil
  ) -> ErrorExample {
    .workspace(
      id, place, "data: {reps: r.csv}\nquota: \(section)\n", ["quota"] + (cut.map { ["--by", $0] } ?? []),
      with: ["r.csv": lines.joined(separator: "\n") + "\n"])
  }

  /// A workspace with something to vary.
  fileprivate static let audited = "company: {name: a}\naudit: {arr_current: 5, model: hybrid}\n"

  /// Scenarios of a figure.
  fileprivate static func whatIf(
    _ id: String, _ place: String, _ words: [String], _ line: String = "",
    figure: String = "audit.rubric.score"
  ) -> ErrorExample {
    ErrorExample(
      id, ["plan", "scenarios", "--figure", figure] + words, at: place, ["revops.yaml": audited + line + "\n"]
    )
  }
}
