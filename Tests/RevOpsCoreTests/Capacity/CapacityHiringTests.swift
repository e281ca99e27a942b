import Testing

@testable import RevOpsCore

@Suite("Cheapest hires of a capacity document")
struct CapacityHiringTests {
  /// A ramped seller brings 10K a month, costs 5K a month and 3K to hire.
  static let document = """
    fiscal_year: "2026"
    target: $240K
    quota_per_ae: $120K
    expected_attainment: 100%
    ramp: [0%, 50%]
    aes_at_full_ramp: 1
    loaded_cost: {ae: 60K}
    hiring: {max_hires_per_month: 9, cost_per_hire: 3K, budget: 100K}

    """

  static func hires(_ outcome: Outcome) -> [Int]? {
    guard case .array(let roles)? = outcome.result["hiring"]?["hires"],
      case .array(let starts)? = roles.first?["by_month"]
    else { return nil }
    return starts.map { start in
      if case .integer(let count) = start { count } else { -1 }
    }
  }

  @Test func carriesTheYearWithTheFewestMonthsOfPay() throws {
    // 240K less one seller's 120K leaves twelve ramped months. A start in month s brings 10.5 − s of them:
    // two starts can bring 12 in all with s + s' = 9, 15 months of pay: 2 × 3K + 15 × 5K = 81K. Three
    // starts: s + s' + s" = 19 makes 17 months of pay, more.
    let outcome = try CapacityTests.outcome(Self.document)
    let starts = try #require(Self.hires(outcome))
    #expect(starts.reduce(0, +) == 2)
    #expect(starts.indices.reduce(0) { $0 + $1 * starts[$1] } == 9)
    #expect(CapacityTests.number(outcome, "hiring", "cost") == 81_000)
    #expect(CapacityTests.number(outcome, "hiring", "budget_left") == 19_000)
    #expect(outcome.result["hiring"]?["proved"] == .bool(true))
  }

  @Test func carriesWhatTheMonthModelCarries() throws {
    // The hires found, written as planned hires, close the gap of the document without a plan.
    let found = try CapacityTests.outcome(
      Self.document + "attrition: 20%\nseasonality: [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n")
    let starts = try #require(Self.hires(found))
    let lines = starts.indices.filter { starts[$0] > 0 }.map { month in
      "  - {start_date: 2026-\(month < 9 ? "0" : "")\(month + 1)-01, count: \(starts[month])}"
    }
    let planned = try CapacityTests.outcome(
      Self.document + "attrition: 20%\nseasonality: [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\nhires:\n"
        + lines.joined(separator: "\n") + "\n")
    #expect(try #require(CapacityTests.number(planned, "gap")) < 1e-3)
    #expect(Self.hires(planned)?.reduce(0, +) == 0)
  }

  @Test func namesTheSpanThatNoHiringReaches() throws {
    let text = Self.document.replacing("max_hires", with: "meets: quarter, max_hires")
    let outcome = try CapacityTests.outcome(text.replacing("9,", with: "1,"))
    #expect(outcome.result["hiring"]?["cost"] == .null)
    let reasons = outcome.report.sections.first { $0.key == "hiring" }.map { "\($0)" }
    #expect(reasons?.contains("2026-01 to 2026-03") == true)
  }

  @Test func needsWhatASellerCosts() throws {
    let outcome = try CapacityTests.outcome(Self.document.replacing("loaded_cost: {ae: 60K}", with: ""))
    #expect(outcome.result["hiring"]?["cost"] == .null)
  }

  @Test func refusesACostBelowZeroAndASpanItDoesNotKnow() {
    let text = Self.document.replacing("cost_per_hire: 3K", with: "cost_per_hire: -3K, meets: week")
    #expect(throws: InputErrors.self) { try CapacityTests.outcome(text) }
  }
}
