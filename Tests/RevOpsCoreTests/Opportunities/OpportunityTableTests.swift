import Testing

@testable import RevOpsCore

@Suite struct OpportunityTableTests {
  private let header = "id,stage,amount,close_date"

  @Test func aStageIsPlacedByTheWorkspaceElseByTheNamesThatVendorsDeliver() throws {
    let table = try Deals.table(
      "\(header)\n1,Closed Won,10,2026-10-01\n2,prospecting,20,2026-11-01\n3,Closed-Lost,30,2026-09-01\n")
    #expect(table.outcomes == [.won, .open, .lost])
    #expect(table.probabilities == [1, 0.1, 0])
    let own = try Deals.table(
      "\(header)\n1,Signed,10,2026-10-01\n2,PILOT,20,2026-11-01\n3,Closed Lost,30,2026-09-01\n",
      pipeline: "stages: {Signed: {outcome: won, probability: 100%}, Pilot: {probability: 40%, late: true}}")
    #expect(own.outcomes == [.won, .open, .lost])
    #expect(own.probabilities == [1, 0.4, 0])
    #expect(own.rule(1)?.isLate == true)
  }

  @Test func aStageThatNothingPlacesIsRefusedAtItsFirstRowWithItsCount() {
    let problems = problems { () throws(InputErrors) in
      try Deals.table("\(header)\n1,Pilot,10,2026-10-01\n2,Engaging,20,2026-11-01\n3,Pilot,30,2026-09-01\n")
    }
    #expect(
      problems == [
        "deals.csv:2:3: stage 'Pilot' of 2 rows is none of the known stages (name it under "
          + "'pipeline.stages', such as {\"Pilot\": {outcome: open}})",
        "deals.csv:3:3: stage 'Engaging' of 1 row is none of the known stages (name it under "
          + "'pipeline.stages', such as {\"Engaging\": {outcome: open}})",
      ])
    let mistyped = RevOpsCoreTests.problems { () throws(InputErrors) in
      try Deals.table(
        "\(header)\n1,Porposal,10,2026-10-01\n", pipeline: "stages: {Proposal: {probability: 50%}}")
    }
    #expect(
      mistyped == [
        "deals.csv:2:3: stage 'Porposal' of 1 row is not among 'pipeline.stages' (did you mean 'Proposal'?)"
      ])
  }

  @Test func flagsPlaceAStageThatNoNameDoesAndDisagreeWithOneThatIs() throws {
    let table = try Deals.table(
      """
      id,stage,amount,close_date,is_closed,is_won
      1,Signed,10,2026-10-01,true,true
      2,Dropped,10,2026-10-01,TRUE,
      3,Pilot,10,2026-12-01,,
      4,Closed Won,10,2026-10-01,true,false
      """)
    #expect(table.outcomes == [.won, .lost, .open, .won])
    #expect(table.flagsDisagree == [false, false, false, true])
    let problem = problems { () throws(InputErrors) in
      try Deals.table("id,stage,amount,close_date,is_closed\n1,Won,10,2026-10-01,perhaps\n")
    }
    #expect(
      problem == [
        "deals.csv:2:21: 'perhaps' of 'is_closed' is not true or false (mend the cell, or map another column under 'columns')"
      ])
  }

  @Test func aDealClosesOnTheDayOfItsOutcomeAndANumberBeforeAStageDoesNotCount() throws {
    let table = try Deals.table(
      """
      id,stage,amount,close_date,won_date,lost_date
      1,Won,10,2026-10-01,2026-09-20,
      2,Lost,10,2026-10-01,,2026-09-21
      3,Lost,10,2026-10-01,,
      4,2-Propose,10,2026-10-01,,
      """)
    #expect(
      (0..<3).map { table.closedDate($0) } == [day("2026-09-20"), day("2026-09-21"), day("2026-10-01")])
    #expect(table.outcomes == [.won, .lost, .lost, .open])
  }

  @Test func oneStatusColumnSaysWhetherADealIsClosedAndHow() throws {
    let table = try Deals.table(
      """
      Deal - ID,Deal - Stage,Deal - Value,Deal - Expected close date,Deal - Status
      1,Talks,10,2026-10-01,Won
      2,Talks,20,2026-10-01,Lost
      3,Talks,30,2026-12-01,Open
      """)
    #expect(table.outcomes == [.won, .lost, .open])
  }

  @Test func amountsAreTurnedIntoOneCurrencyByTheCellTheRowOrTheCompany() throws {
    // 100 EUR at 1.08 are 108.00 dollars; 1,000 JPY at 0.0067 are 6.70.
    let rows = """
      id,stage,amount,close_date,currency
      1,Won,100,2026-10-01,USD
      2,Won,100,2026-10-01,EUR
      3,Won,1000,2026-10-01,JPY
      4,Won,€50,2026-10-01,
      5,Won,,2026-10-01,EUR
      """
    let table = try Deals.table(rows, company: "fx: {EUR: 1.08, JPY: 0.0067}")
    #expect(Array(table.coins.prefix(4)) == [10_000, 10_800, 670, 5_400])
    #expect(table.coins[4].isNaN)
    // The same in euros: 100 / 1.08 = 92.59, 1000 × 0.0067 / 1.08 = 6.2037.
    let euros = try Deals.table(
      rows, company: "fx: {EUR: 1.08, JPY: 0.0067}", options: RunOptions(currency: Currency("EUR")))
    #expect(Array(euros.coins.prefix(4)) == [9_259, 10_000, 620, 5_000])
  }

  @Test func aCurrencyWithoutARateOrACodeIsRefusedOnce() {
    let problems = problems { () throws(InputErrors) in
      try Deals.table(
        "id,stage,amount,close_date,currency\n1,Won,1,2026-10-01,GBP\n2,Won,2,2026-10-01,GBP\n3,Won,3,2026-10-01,Taler\n"
      )
    }
    #expect(
      problems == [
        "deals.csv:4:20: 'Taler' is no ISO 4217 currency code (write a code such as USD or EUR)",
        "deals.csv:2:20: an amount is in 'GBP', and there is no rate from it to USD "
          + "(give 1 GBP in USD under company.fx, such as {GBP: 1.1}; or say company.currency: GBP)",
      ])
  }

  @Test(arguments: [
    ("probability", "0.25", 0.25), ("probability", "25", 0.25), ("probability", "25%", 0.25),
    ("Probability (%)", "1", 0.01),
  ])
  func chancesArePercentagesWhereTheHeaderOrTheColumnSaysSo(header: String, cell: String, expected: Double)
    throws
  {
    let table = try Deals.table(
      "id,stage,amount,close_date,\(header)\n1,Qualify,10,2026-10-01,\(cell)\n",
      pipeline: "", company: "")
    #expect(abs(table.probabilities[0] - expected) < 1e-15)
  }

  @Test func aChanceOutsideZeroAndOneAndACategoryOfNoNameAreRefused() {
    let problems = problems { () throws(InputErrors) in
      try Deals.table(
        """
        id,stage,amount,close_date,probability,forecast_category
        1,Qualify,10,2026-10-01,-5,Best Case
        2,Qualify,10,2026-10-01,20,Hopeful
        """)
    }
    #expect(problems.count == 2)
    #expect(
      problems[0].hasPrefix("deals.csv:3:28: 'Hopeful' of 1 row is no forecast category"), "\(problems)")
    #expect(problems[1].hasPrefix("deals.csv:2:25: 'probability' is -5, but a chance"), "\(problems)")
  }

  @Test func wordsAreToldApartByTheirBytesAndNumberedAsTheyComeUp() throws {
    let names = (0..<500).map { "Owner \($0 % 137)" }
    let rows = names.enumerated().map { "\($0.offset),Won,1,2026-10-01,\($0.element)" }
    let table = try Deals.table("\(header),owner\n" + rows.joined(separator: "\n"))
    let labels = try #require(table.labels("owner"))
    #expect(labels.names.count == 137)
    #expect(names.indices.allSatisfy { labels[$0] == names[$0] })
    #expect(labels.firstRows == Array(0..<137))
    #expect(labels[500] == nil)
  }

  @Test func aWeightedSumNeverExceedsTheTotalAndForgetsTheOrder() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<50 {
      let deals = (0..<60).map { _ in
        (
          Double(Int.random(in: 0...9_999_999, using: &generator)),
          Double.random(in: 0...1, using: &generator)
        )
      }
      func sums(_ deals: [(Double, Double)]) -> DealSums {
        var sums = DealSums()
        for (coins, chance) in deals { sums.add(coins: coins, chance: chance) }
        return sums
      }
      let all = sums(deals)
      let shuffled = sums(deals.shuffled(using: &generator))
      #expect(all.weightedCoins <= all.coins)
      #expect(all.weightedCoins == shuffled.weightedCoins)
      #expect(all.coins == shuffled.coins)
    }
  }
}
