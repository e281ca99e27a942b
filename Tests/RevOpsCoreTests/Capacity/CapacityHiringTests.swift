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

  /// Two sellers are there and four are to carry 40K in each month, so that two start in January: 2 × 3K + 24 × 5K are
  /// 126K.
  ///
  /// One engineer for four of them: 3K + 12 × 10K. From July on an SDR: 3K + 6 × 4K. Together 276K, of which
  /// 2 × 18K + 33K fall on the first quarter and 30K + 30K + 15K on the third.
  static let several = """
    fiscal_year: "2026"
    target: $480K
    quota_per_ae: $120K
    expected_attainment: 100%
    ramp: [100%]
    aes_at_full_ramp: 2
    loaded_cost: {ae: 60K, se: 120K}
    hiring:
      meets: month
      cost_per_hire: 3K
      budget: 300K
      budget_per_quarter: 75K
      roles:
        ae: {max_hires_per_month: 2}
        se: {}
        sdr: {at_least: 1, from: 2026-07-01, loaded_cost: 48K}

    """

  @Test func hiresSeveralRolesWithinBudgetsOfQuarters() throws {
    let outcome = try CapacityTests.outcome(Self.several)
    #expect(CapacityTests.number(outcome, "hiring", "cost") == 276_000)
    #expect(CapacityTests.number(outcome, "hiring", "budget_left") == 24_000)
    guard case .array(let roles)? = outcome.result["hiring"]?["hires"], roles.count == 3 else { return }
    let starts = roles.map { role -> [JSONValue] in
      if case .array(let months)? = role["by_month"] { months } else { [] }
    }
    #expect(starts[0].first == .integer(2) && starts[1].first == .integer(1))
    #expect(starts[2].firstIndex(of: .integer(1)) == 6)
  }

  @Test(arguments: [
    (
      "budget_per_quarter: 75K", "budget_per_quarter: 60K",
      "no hires keep the budget of '2026-01 to 2026-03': without it the cheapest spend 69,000 there, 9,000 more"
    ),
    (
      "budget: 300K", "budget: 270K", "the cheapest hires cost 276,000, 6,000 more than the budget of 270,000"
    ),
    (
      "ae: {max_hires_per_month: 2}", "ae: {max_hires_per_month: 1}",
      "no hiring reaches the target '2026-01' of 40,000: as many and as early as allowed carry 30,000"
    ),
    ("ae: 60K, ", "", "needs loaded_cost.ae"),
  ])
  func saysWhatIsMissing(line: String, other: String, reason: String) throws {
    let outcome = try CapacityTests.outcome(Self.several.replacing(line, with: other))
    #expect(outcome.result["hiring"]?["cost"] == .null)
    #expect(outcome.absent.contains(.init("hiring.cost", .string(reason))))
    #expect(outcome.findings.contains { ["capacity.no-hires", "capacity.over-budget"].contains($0.id) })
  }

  @Test func refusesARoleThatIsHiredForNothing() {
    let text = Self.several.replacing("    se: {}\n", with: "    se: {of: [ea]}\n    clerk: {}\n")
    let found = problems { () throws(InputErrors) in try CapacityTests.outcome(text) }
    #expect(found.count == 2)
    #expect(
      found[0].hasSuffix("'se' is there for 'ea', which is no role of hiring.roles (did you mean 'ae'?)"))
    #expect(
      found[1].hasSuffix(
        "'clerk' has no quota, and is there for nobody (give it a quota, one_for with a number of sellers, or at_least)"
      ))
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
