import Testing

@testable import RevOpsCore

/// Which of the four parts caps a plan, and whether its mix is usual: each case worked by hand.
@Suite("What caps a plan, and its mix")
struct RevenuePlanBindingTests {
  /// Beside each other in RevenuePlanTests: leads carry 3,258,638.63, capacity 3,571,200, pipeline 3,616,673.51 and
  /// territory 3,936,240 of 3,360,000.
  @Test(
    "each of the four can be the tightest, and by how much",
    arguments: [
      // 7 × 720,000 × 0.62 = 3,124,800
      ("aes_at_full_ramp: 8", "aes_at_full_ramp: 7", "capacity", 235_200.0),
      // (2M + 1.3M × 9.568789) × 0.22 = 3,176,673.511294
      ("open_pipeline: $4M", "open_pipeline: $2M", "pipeline", 183_326.488706),
      // 1,200 × 0.28 × 0.22 × 42,600 = 3,148,992
      ("account_coverage: 35%", "account_coverage: 28%", "territory", 211_008.0),
      // 300 leads carry 4,073,298.28, so that the sellers are next: more than is wanted, by 211,200.
      ("mqls_per_month: 240", "mqls_per_month: 300", "capacity", -211_200.0),
    ])
  func binds(old: String, new: String, part: String, gap: Double) throws {
    let plan = RevenuePlanTests.filled.replacingOccurrence(of: old, by: new)
    let result = try RevenuePlanTests.outcome(plan).result
    #expect(result["binding_constraint"] == .string(part))
    let found = try #require(RevenuePlanTests.number(result["binding_gap"]))
    #expect(abs(found - gap) < 0.01)  // worked to the cent
  }

  @Test(
    "a part whose inputs are not given is not judged, and says what it needs",
    arguments: [
      ("mqls_per_month: 240", 2, "needs supply.mqls_per_month", "capacity"),
      ("accounts: 1200", 3, "needs supply.accounts and supply.account_coverage", "leads"),
      (
        "aes_at_full_ramp: 8, quota_per_ae: $720K, ", 0,
        "needs capacity.aes_at_full_ramp, people or hires", "leads"
      ),
      ("quota_per_ae: $720K, ", 0, "needs capacity.quota_per_ae above 0", "leads"),
      (", expected_attainment: 62%", 0, "needs capacity.expected_attainment above 0", "leads"),
      ("new_win_rate: 22%", 1, "needs assumptions.new_win_rate", "capacity"),
      ("avg_sales_cycle_new: 74 days", 2, "needs assumptions.avg_sales_cycle_new", "capacity"),
    ])
  func notGiven(line: String, place: Int, reason: String, binding: String) throws {
    let outcome = try RevenuePlanTests.outcome(
      RevenuePlanTests.filled.replacingOccurrence(of: line, by: line.contains(", ") ? "" : "x-none: 1"))
    #expect(outcome.absent.first { $0.key == "constraints[\(place)].cap" }?.value == .string(reason))
    #expect(outcome.result["binding_constraint"] == .string(binding))
  }

  @Test(
    "a rate of nothing carries nothing, rather than leaving its part unjudged",
    arguments: [
      ("new_win_rate: 22%", "new_win_rate: 0%", "pipeline"),
      ("sql_to_opp_rate: 55%", "sql_to_opp_rate: 0%", "leads"),
      ("mqls_per_month: 240", "mqls_per_month: 0", "leads"),
      ("avg_new_deal_size: $42,600", "avg_new_deal_size: 0", "leads"),
    ])
  func carriesNothing(old: String, new: String, part: String) throws {
    let outcome = try RevenuePlanTests.outcome(RevenuePlanTests.filled.replacingOccurrence(of: old, by: new))
    #expect(outcome.result["binding_constraint"] == .string(part))
    // 12M × 0.92 + 1.6M and no new business: all of the target is missing.
    #expect(RevenuePlanTests.number(outcome.result["arr"]?["carried_arr"]) == 12_640_000)
    #expect(RevenuePlanTests.number(outcome.result["binding_gap"]) == 3_360_000)
  }

  @Test(
    "half of what a part needs is told, and neither counted as nothing nor passed over",
    arguments: [
      ("pipeline_per_month: $1.3M", "supply.pipeline_per_month"),
      ("open_pipeline: $4M", "supply.open_pipeline"),
      ("account_coverage: 35%", "supply.accounts and supply.account_coverage"),
      ("new_win_rate: 22%", "assumptions.new_win_rate"),
    ])
  func halfGiven(line: String, need: String) throws {
    let outcome = try RevenuePlanTests.outcome(
      RevenuePlanTests.filled.replacingOccurrence(of: line, by: "x-none: 1"))
    #expect(outcome.findings.first?.id == "plan.incomplete")
    #expect(outcome.findings.first?.message == "the plan leaves out \(need)")
  }

  /// E: 60–70% of the growth is new business; expansion is won two to three times as often.
  @Test(
    "the edges of the usual mix are within it",
    arguments: [
      ("$6M", "$4M", "20%", "40%", []), ("$7M", "$3M", "22%", "66%", []),
      ("$2.94M", "$1.26M", "22%", "44%", []),
      ("$5.9M", "$4.1M", "20%", "40%", ["plan.mix"]), ("$7.1M", "$2.9M", "20%", "40%", ["plan.mix"]),
      ("$6.5M", "$3.5M", "20%", "39%", ["plan.expansion-win-rate"]),
      ("$6.5M", "$3.5M", "20%", "61%", ["plan.expansion-win-rate"]),
    ])
  func mix(new: String, expansion: String, winRate: String, expansionRate: String, findings: [String]) throws
  {
    let outcome = try RevenuePlanTests.outcome(
      """
      targets: {new_business: \(new), expansion: \(expansion)}
      assumptions: {new_win_rate: \(winRate), expansion_win_rate: \(expansionRate)}
      """)
    #expect(outcome.findings.map(\.id).filter { $0 != "plan.incomplete" } == findings)
  }
}
