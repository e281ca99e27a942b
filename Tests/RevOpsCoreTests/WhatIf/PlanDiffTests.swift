import Testing

@testable import RevOpsCore

@Suite("What changed between two plans")
struct PlanDiffTests {
  private func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let whole): Double(whole)
    default: nil
    }
  }

  private func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items)? = value { items } else { [] }
  }

  private func figure(_ result: JSONValue, _ path: String) -> JSONValue? {
    list(result["figures"]).first { $0["figure"] == .string(path) }
  }

  /// Of 360 opportunities at 22% and 79 deals to 450 at 20% and 90 deals, halves worked by hand: 395 with the win rate
  /// alone, 410 with the target alone; so 35 and 50, then 55 and 40.
  @Test("two changes share what they do together, worked by hand")
  func byHand() throws {
    var plan = PlanFiles.plan.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    plan[2] = "targets: {total_arr_target: $16M, new_business: 3.8M, expansion: 1_600_000}"
    plan[6] = "  new_win_rate: 20%"
    let result = try PlanDiff.run(
      PlanFiles.workspace(), PlanFiles.workspace(plan: plan.joined(separator: "\n")), figures: []
    ).result
    #expect(result["attribution"] == "shapley")
    #expect(
      list(result["inputs"]).map { $0["path"] } == [
        "plan.targets.new_business", "plan.assumptions.new_win_rate",
      ])
    #expect(list(result["inputs"]).map { $0["line"] } == [3, 7])
    let opps = figure(result, "plan.derived.opps_needed")
    #expect(number(opps?["change"]) == 90)
    #expect(list(opps?["drivers"]).map { number($0["share"]) } == [52.5, 37.5])
  }

  @Test("the shares of every figure sum to its change, money to the cent, on random plans", arguments: 0..<12)
  func sums(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(100 + seed))
    let old = PlanFiles.random(&random).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    var new = PlanFiles.random(&random).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    // Few differences for exact shares, all for averages.
    if seed % 2 == 0 {
      for line in old.indices where line > 6 { new[line] = old[line] }
    }
    let outcome = try PlanDiff.run(
      PlanFiles.workspace(plan: old.joined(separator: "\n")),
      PlanFiles.workspace(plan: new.joined(separator: "\n")),
      figures: [])
    let result = outcome.result
    #expect(result["attribution"] == (seed % 2 == 0 ? "shapley" : "sequential_average"))
    let (before, after) = (
      try PlanFiles.figures(PlanFiles.workspace(plan: old.joined(separator: "\n"))),
      try PlanFiles.figures(PlanFiles.workspace(plan: new.joined(separator: "\n")))
    )
    var divided = 0
    for entry in list(result["figures"]) {
      guard case .string(let path)? = entry["figure"], let change = number(entry["change"]) else { continue }
      let a = try #require(PlanFiles.figure(path, before))
      let b = try #require(PlanFiles.figure(path, after))
      #expect(number(entry["before"]) == a && number(entry["after"]) == b)
      #expect(abs(change - (b - a)) <= 0.005 + 1e-9 * abs(b - a), "\(path)")
      let shares = list(entry["drivers"]).compactMap { number($0["share"]) }
      guard !shares.isEmpty else { continue }
      divided += 1
      let cents = shares.map { ($0 * 100).rounded() }.reduce(0, +)
      if path.contains("deals") || path.contains("opps") || path.contains("qls") || path.contains("hires") {
        #expect(abs(shares.reduce(0, +) - change) < 1e-6, "\(path)")
      } else {
        #expect(cents == (change * 100).rounded(), "\(path)")
      }
    }
    #expect(divided > 10)
  }

  @Test("keys that come and go, lists and the company count, texts that say the same do not")
  func differences() throws {
    let old = PlanFiles.plan + "\nx-note: a"
    let new =
      PlanFiles.plan.split(separator: "\n").map { line in
        line.hasPrefix("current_arr")
          ? "current_arr: 12,000,000" : line == "  new_win_rate: 22%" ? "  new_win_rate: 0.22" : line
      }.joined(separator: "\n") + "\nx-note: b"
    #expect(
      try PlanDiff.run(PlanFiles.workspace(plan: old), PlanFiles.workspace(plan: new), figures: []).result[
        "inputs"]
        == .array([]))
    let changed =
      PlanFiles.plan.split(separator: "\n").filter { !$0.contains("sql_to_opp_days") }
      .joined(separator: "\n").split(separator: "62%}").joined(
        separator: "62%, hires: [{start_date: 2027-03-01, count: 1}]}")
      + "62%, hires: [{start_date: 2027-03-01, count: 1}]}"
    let result = try PlanDiff.run(PlanFiles.workspace(), PlanFiles.workspace(plan: changed), figures: [])
      .result
    #expect(
      list(result["inputs"]).map { $0["path"] } == [
        "plan.assumptions.sql_to_opp_days", "plan.capacity.hires",
      ])
    #expect(list(result["inputs"]).map { $0["to"] } == [.null, "1 item"])
  }

  @Test("a data table that differs is one input, and its share is the whole of what it moves")
  func tables() throws {
    func files(_ amount: Int, quota: Int) -> [String: String] {
      [
        "revops.yaml": """
        company: {as_of: 2026-10-15}
        pipeline: {quota: \(quota), period: 2026-Q4, stages: {Open: {probability: 10%}}}
        data: {opportunities: deals.csv}
        """,
        "deals.csv": "id,stage,amount,close_date\n1,Open,\(amount),2026-11-30\n2,Open,1000,2026-12-01\n",
      ]
    }
    let registry = [AnyAnalysis(PipelineCoverage.self)]
    let result = try PlanDiff.run(
      workspace(files(5_000, quota: 10_000), registry: registry),
      workspace(files(7_000, quota: 12_000), registry: registry),
      figures: ["pipeline.coverage.total", "pipeline.coverage.quota_remaining"]
    ).result
    #expect(list(result["inputs"]).map { $0["path"] } == ["pipeline.quota", "data.opportunities"])
    #expect(
      list(figure(result, "pipeline.coverage.total")?["drivers"]).map { number($0["share"]) } == [0, 2_000])
    #expect(
      list(figure(result, "pipeline.coverage.quota_remaining")?["drivers"]).map { number($0["share"]) } == [
        2_000, 0,
      ])
  }
}
