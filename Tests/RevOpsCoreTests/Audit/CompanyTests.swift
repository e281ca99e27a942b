import Testing

@testable import RevOpsCore

@Suite struct CompanyTests {
  @Test(arguments: [
    (arr: 0.0, stage: CompanyStage.preRevenue), (1, .under1M), (999_999, .under1M), (1_000_000, .from1To5M),
    (4_999_999, .from1To5M), (5_000_000, .from5To20M), (20_000_000, .over20M), (75_000_000, .over20M),
  ])
  func aStageStartsAtItsLowerEdge(arr: Double, stage: CompanyStage) {
    #expect(CompanyStage(arr: arr) == stage)
  }

  // The edges are in dollars: 500M yen at 150 a dollar are $3.3M.
  @Test func aStageIsThatOfTheARRInDollars() {
    #expect(CompanyStage(arr: 500e6, dollar: 150) == .from1To5M)
    #expect(CompanyStage(arr: 4.5e6, dollar: 0.9) == .from5To20M)
    #expect(OrgScaling(arr: 900e6, dollar: 150, revopsHeads: 1, benchmarks: Benchmarks()).verdict == .within)
  }

  // RevOps Knowledge Map: 0-10M 1; 10-30M 2-3; 30-75M 4-5; 75M+ specialised.
  @Test(arguments: [
    (arr: 6e6, heads: 1, verdict: OrgScaling.Verdict.within), (12e6, 1, .under), (12e6, 2, .within),
    (12e6, 4, .over),
    (30e6, 3, .under), (74e6, 5, .within), (80e6, 4, .under), (80e6, 40, .within), (0.5e6, 0, .within),
  ])
  func headcountIsHeldAgainstCompaniesOfTheSameARR(arr: Double, heads: Int, verdict: OrgScaling.Verdict) {
    #expect(OrgScaling(arr: arr, revopsHeads: heads, benchmarks: Benchmarks()).verdict == verdict)
  }

  @Test func nobodyInRevOpsHasNoARRAHead() {
    let org = OrgScaling(arr: 12e6, revopsHeads: 0, benchmarks: Benchmarks())
    #expect(org.arrPerRevopsHead.reason == "nobody works in RevOps")
    #expect(OrgScaling(arr: 12e6, revopsHeads: nil, benchmarks: Benchmarks()).verdict == nil)
  }

  @Test func toolsAreMissingEarlyOrTwiceByTheStage() {
    let stated: [ToolCategory: [String]] = [
      .crm: ["Salesforce"], .billing: ["Stripe", "Chargebee"], .dataWarehouse: [], .biTool: ["Looker"],
      .aiForecasting: ["Clari"], .csPlatform: ["Gainsight"],
    ]
    let stack = TechStack(stated: stated, stage: .from5To20M)
    #expect(stack.gaps == [.dataWarehouse])
    #expect(stack.unanswered == [.marketingAutomation])
    #expect(stack.excess == [.aiForecasting])
    #expect(stack.overlaps == [.billing])
  }

  @Test func aToolOfALaterStageIsExcessOnlyUntilThatStage() {
    let stated: [ToolCategory: [String]] = [.csPlatform: ["Gainsight"]]
    #expect(TechStack(stated: stated, stage: .from1To5M).excess == [.csPlatform])
    #expect(TechStack(stated: stated, stage: .from5To20M).excess.isEmpty)
    #expect(TechStack(stated: stated, stage: .over20M).excess.isEmpty)
  }
}
