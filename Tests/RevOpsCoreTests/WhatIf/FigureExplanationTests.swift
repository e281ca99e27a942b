import Testing

@testable import RevOpsCore

@Suite("Where a figure comes from")
struct FigureExplanationTests {
  private func explained(
    _ path: String, _ more: String = "", set settings: [String] = []
  ) throws(InputErrors) -> JSONValue {
    let outcome = try FigureExplanation.run(path, in: PlanFiles.workspace(more, set: settings))
    return outcome.result["figure"] ?? .null
  }

  private func rows(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items)? = value { items } else { [] }
  }

  /// By hand: $3.36M / $42,600 = 78.9, so 79 deals; 79 / 22% = 359.1, so 360 opportunities.
  @Test("the steps are worked out with the values of the files, and each input stands at its line")
  func steps() throws {
    let figure = try explained("plan.derived.opps_needed")
    #expect(figure["value"] == .number(360) && figure["metric"] == "opps_needed")
    #expect(
      rows(figure["steps"]).map { $0["worked"] } == ["ceil($3,360,000 / $42,600)", "ceil(79 / 22%)"])
    #expect(
      rows(figure["inputs"]).map { $0["path"] } == [
        "plan.targets.new_business", "plan.assumptions.avg_new_deal_size", "plan.assumptions.new_win_rate",
      ])
    #expect(rows(figure["inputs"]).map { $0["value"] } == ["$3.36M", "$42,600", "22%"])
    #expect(rows(figure["inputs"]).map { $0["location"]?["line"] } == [3, 6, 7])
    #expect(rows(figure["inputs"]).allSatisfy { $0["location"]?["file"] == "plan.yaml" })
  }

  @Test("a setting of the run stands in it like a value of the files")
  func set() throws {
    let figure = try explained(
      "plan.derived.opps_needed", set: ["plan.assumptions.new_win_rate=25%"])
    #expect(figure["value"] == .number(316))
    #expect(rows(figure["steps"]).last?["worked"] == "ceil(79 / 25%)")
    #expect(rows(figure["inputs"]).last?["location"]?["file"] == "--set")
  }

  @Test("a formula whose terms are not all found is shown and not worked out")
  func unworked() throws {
    let figure = try explained("plan.mix.new_business_share")
    for step in rows(figure["steps"]) { #expect(step["formula"] != .null) }
    // Nothing but the two targets is in a share of the mix.
    #expect(
      rows(figure["inputs"]).map { $0["path"] } == ["plan.targets.new_business", "plan.targets.expansion"])
  }

  @Test("an absent figure says why, and a word is explained like a number")
  func others() throws {
    let absent = try explained("plan.mix.expansion_win_multiple")
    #expect(absent["value"] == .null)
    let word = try explained("plan.binding_constraint")
    #expect(word["value"] == "leads")
    #expect(rows(word["inputs"]).contains { $0["path"] == "plan.supply.mqls_per_month" })
  }

  @Test("what is no figure is answered with the nearest")
  func unknown() {
    #expect(
      problems { () throws(InputErrors) in try explained("plan.derived.ops_needed") } == [
        "TERM:1:1: there is no figure 'plan.derived.ops_needed' (did you mean 'plan.derived.opps_needed'?)"
      ])
    for word in ["win_rate", "plan.incomplete", "plan", "nonsense.figure"] {
      #expect(FigureExplanation.analysis(of: word)?.key == nil, "\(word)")
    }
    #expect(FigureExplanation.analysis(of: "plan.quarters[0].deals")?.key == "plan")
    #expect(FigureExplanation.analysis(of: "pipeline.coverage.total")?.key == "pipeline.coverage")
  }

  /// Worked from the text that people see, in which money and counts are rounded.
  @Test("what is shown as worked out gives the figure, over all figures of a plan and its capacity")
  func everyFigure() throws {
    let workspace = try PlanFiles.workspace()
    let tree = try PlanFiles.figures(workspace)
    var worked: Set<String> = []
    for leaf in tree.leaves where leaf.utf8.count % 3 == 0 || leaf.hasPrefix("plan.derived") {
      for step in rows(try explained(leaf)["steps"]) {
        guard case .string(let text)? = step["worked"], case .string(let path)? = step["figure"],
          let value = PlanFiles.figure(path, tree),
          let again = WorkedFormula(String(text.filter { $0 != "$" && $0 != "," }), of: [])?.result([:])
        else { continue }
        worked.insert(path)
        #expect(abs(again - value) <= 0.001 * max(1, abs(value)), "\(path): \(text)")
      }
    }
    #expect(worked.count >= 5, "\(worked.sorted())")
  }

  /// Fresh runs of files in which the value is written otherwise, beside what the explanation found by trying.
  @Test(
    "each input that is listed moves the figure, and no other value of the plan does",
    arguments: [
      "plan.derived.opps_needed", "plan.mix.new_business_share", "plan.arr.planned_arr",
      "plan.arr.carried_arr",
    ])
  func moves(figure: String) throws {
    let before = PlanFiles.figure(figure, try PlanFiles.figures(try PlanFiles.workspace()))
    let others = [
      "current_arr": ["24M"], "targets.total_arr_target": ["20M"], "targets.new_business": ["1.68M"],
      "targets.expansion": ["3.2M"], "assumptions.gross_churn_rate": ["16%"],
      "assumptions.avg_new_deal_size": ["$85,200"], "assumptions.new_win_rate": ["11%"],
      "assumptions.avg_sales_cycle_new": ["148 days"], "assumptions.sql_to_opp_rate": ["27.5%"],
      "assumptions.mql_to_sql_rate": ["15%"], "assumptions.sql_to_opp_days": ["20"],
      "assumptions.mql_to_sql_days": ["28"], "supply.mqls_per_month": ["120"], "supply.accounts": ["600"],
      "supply.account_coverage": ["17.5%"], "capacity.aes_at_full_ramp": ["4"],
      "capacity.quota_per_ae": ["$350K"], "capacity.expected_attainment": ["31%"],
    ]
    var moving: [String] = []
    for (key, values) in others {
      for value in values {
        let files = try PlanFiles.workspace(set: ["plan.\(key)=\(value)"])
        if PlanFiles.figure(figure, try PlanFiles.figures(files)) != before { moving.append("plan.\(key)") }
      }
    }
    let listed = rows(try explained(figure)["inputs"]).compactMap { input -> String? in
      if case .string(let path)? = input["path"] { path } else { nil }
    }
    #expect(!listed.isEmpty && Set(moving).isSubset(of: listed))
    #expect(listed.count <= others.count && Set(listed).isSubset(of: others.keys.map { "plan.\($0)" }))
    if figure != "plan.arr.carried_arr" { #expect(Set(listed) == Set(moving)) }
  }

  @Test("one less of a whole number and another day move it too, and every input that is listed does")
  func trials() throws {
    let workspace = try PlanFiles.workspace(
      "capacity: {quota_per_ae: $700K, expected_attainment: 62%, ramp: [0, 50%, 100%], attrition: 0%, people: [{name: A, role: AE, start_date: 2024-01-01}], hires: [{role: AE, count: 1, start_date: 2027-03-01}]}\n"
    )
    let figure = try FigureExplanation.run("capacity.productive_capacity", in: workspace).result["figure"]
    let paths = rows(figure?["inputs"]).map { $0["path"] }
    #expect(paths.contains("capacity.hires[0].count") && paths.contains("capacity.hires[0].start_date"))
  }

  /// By hand, at $1.25 to the euro: $3.36M are €2.688M, $42,600 are €34,080, and both come to 79 deals.
  @Test("amounts of a worked line are all in the currency that is shown")
  func currency() throws {
    let workspace = try RevOpsCoreTests.workspace(
      PlanFiles.files().merging([
        "revops.yaml":
          "company: {fiscal_year_start: February, as_of: 2026-10-31, fx: {EUR: 1.25}}\nplan: plan.yaml\n"
      ]) { $1 }, options: RunOptions(currency: try Currency.parse("EUR")), registry: PlanFiles.registry)
    let outcome = try FigureExplanation.run("plan.derived.new_deals_needed", in: workspace)
    let figure = outcome.result["figure"]
    #expect(figure?["value"] == .number(79))
    #expect(rows(figure?["steps"]).last?["worked"] == "ceil(€2,688,000 / €34,080)")
  }

  @Test("what a test expects is told with its range and tolerance")
  func expectation() throws {
    let workspace = try PlanFiles.workspace(
      "tests: [{name: t, expect: {plan.derived.opps_needed: 300..350 ± 10}}]\n")
    let result = try CheckExplanation.run("tests.t", in: workspace).result
    #expect(rows(result["checks"]).map { $0["assertion"] } == ["plan.derived.opps_needed: 300..350 ± 10"])
    #expect(rows(result["checks"]).map { $0["status"] } == ["holds"])
  }

  @Test("a check says what has to hold, what was seen and where it stands")
  func check() throws {
    let checks = """
      checks:
        - {name: leads, assert: plan.derived.mqls_needed <= 2000, severity: warning}
        - {name: arr, assert: plan.arr.planned_arr >= 16M}

      """
    let workspace = try PlanFiles.workspace(checks)
    let result = try CheckExplanation.run("checks.leads", in: workspace).result
    let found = try #require(rows(result["checks"]).first)
    #expect(found["assertion"] == "plan.derived.mqls_needed <= 2000" && found["severity"] == "warning")
    #expect(found["status"] == "does not hold" && found["location"]?["line"] == 4)
    #expect(
      problems { () throws(InputErrors) in try CheckExplanation.run("checks.lead", in: workspace) } == [
        "'revops.yaml' has no 'checks.lead' (did you mean 'checks.leads'?)"
      ])
  }
}
