import Testing

@testable import RevOpsCore

/// What a file has and nothing reads, and what a setting names and no file has, is told.
@Suite struct UnreadWordsTests {
  private static func warnings<A: Analysis>(
    _ analysis: A.Type, _ document: String, _ csv: String
  ) throws -> [Diagnostic] {
    var workspace = try workspace(["revops.yaml": document, "d.csv": csv])
    workspace.readTables(A.tables + A.optionalTables, keeping: A.columns(in: workspace))
    if let errors = InputErrors(workspace.problems) { throw errors }
    return workspace.warnings
  }

  @Test func aWordThatNoRowHasIsTold() throws {
    let csv = """
      id,stage,amount,close_date,type,icp_tier,loss_reason
      D1,Prospecting,5,2026-01-01,New Business,A,
      D2,Closed Lost,5,2026-01-01,Renewal,B,Price

      """
    let document = """
      data: {opportunities: d.csv}
      demand: {types: [new business, Renewl]}
      pipeline: {health: {icp_tiers: [A, Gold]}}
      deals: {winloss: {routes: {price: product, Prise: sales}, reviewed: [d1, D2, D7]}}
      """
    let demand = try Self.warnings(Demand.self, document, csv)
    #expect(demand.map(\.id) == ["data.no-such-word"])
    #expect(demand.first?.place?.line == 2 && demand.first?.place?.column == 32)
    #expect(demand.first?.hint == "did you mean 'Renewal'?")
    let health = try Self.warnings(PipelineHealth.self, document, csv)
    #expect(health.map(\.message) == ["no row of 'd.csv' has 'Gold' as its icp_tier"])
    let winloss = try Self.warnings(WinLoss.self, document, csv).map(\.message)
    #expect(
      winloss == [
        "no row of 'd.csv' has 'Prise' as its loss_reason", "no row of 'd.csv' has 'D7' as its id",
      ])
    // What an analysis does not read it does not speak of.
    #expect(try Self.warnings(PipelineVelocity.self, document, csv).isEmpty)
  }

  @Test(arguments: [("amount", "amount (2)"), ("Amount", "Amount")])
  func aNamesakeOfAColumnThatIsReadIsTold(namesake: String, name: String) throws {
    let csv = "id,stage,amount,close_date,\(namesake),note,note\n1,Prospecting,5,2026-01-01,7,a,b\n"
    let told = try Self.warnings(PipelineHygiene.self, "data: {opportunities: d.csv}\n", csv)
    #expect(told.map(\.id) == ["csv.doubled-column"])
    #expect(told.first?.place?.column == 28)
    let settled = "data: {opportunities: {file: d.csv, columns: {amount: \"\(name)\"}}}\n"
    #expect(try Self.warnings(PipelineHygiene.self, settled, csv).isEmpty)
  }

  /// By hand: 0.5 among 60 may be a half; with percent signs, or where all are fractions, there is no question.
  @Test(arguments: [
    ("probability", "0.5", "60", true), ("probability", "0.5%", "60", false),
    ("Probability (%)", "0.5", "60", false), ("probability", "0.5", "0.6", false),
    ("probability", "0.005", "0.6", false), ("probability", "1", "60", false),
    ("probability", "0", "60", false),
  ])
  func aFractionAmongHundredthsIsAsked(header: String, first: String, second: String, isAsked: Bool) throws {
    let csv =
      "id,stage,amount,close_date,\(header)\n1,Prospecting,5,2026-01-01,\(first)\n2,Prospecting,5,2026-01-01,\(second)\n"
    if isAsked {
      #expect(throws: InputErrors.self) { try Deals.table(csv) }
    } else {
      _ = try Deals.table(csv)
    }
  }

  /// Salesforce writes hundredths: a column of halves was made by someone else, 0.5% beside 60% by Salesforce.
  @Test func fractionsAloneAreAskedWhereAVendorWritesHundredths() throws {
    func csv(_ chances: [String]) -> String {
      "Id,AccountId,StageName,Amount,CloseDate,IsClosed,IsWon,Probability\n"
        + chances.map { "1,A,Prospecting,5,2026-01-01,false,false,\($0)\n" }.joined()
    }
    #expect(throws: InputErrors.self) { try Deals.table(csv(["0.5", "0.9"])) }
    #expect(try Deals.table(csv(["0.5", "60"])).probabilities == [0.005, 0.6])
    #expect(try Deals.table(csv(["0", "100"])).probabilities == [0, 1])
  }

  /// By hand: a dollar sign is Canadian beside CAD, 100 x 0.75; a code is what it says, 100; the third row is 40 of home.
  @Test func aDollarSignIsThatOfItsRow() throws {
    let csv = """
      id,stage,amount,close_date,currency
      1,Prospecting,$100,2026-01-01,CAD
      2,Prospecting,USD 100,2026-01-01,USD
      3,Prospecting,$40,2026-01-01,

      """
    let table = try Deals.table(csv, company: "fx: {CAD: 0.75}")
    #expect(table.coins == [7_500, 10_000, 4_000])
    let filtered = try Deals.table(
      csv, company: "fx: {CAD: 0.75}", options: RunOptions(filter: "amount < $80"))
    #expect(filtered.coins == [7_500, 4_000])
    for cell in ["$100", "USD 100"] {
      let errors = #expect(throws: InputErrors.self) {
        try Deals.table(
          "id,stage,amount,close_date,currency\n1,Prospecting,\(cell),2026-01-01,EUR\n",
          company: "fx: {EUR: 1.1}")
      }
      #expect(errors?.ids == ["pipeline.two-currencies"])
    }
  }

  /// The words of CRMs for currencies, and a word that is none.
  @Test func currenciesAreKnownByTheirNames() {
    let names = [
      ("Canadian Dollar", "CAD"), ("Australian Dollar", "AUD"), ("US Dollar", "USD"), ("U.S. Dollars", "USD"),
      ("Pound Sterling", "GBP"), ("British pound", "GBP"), ("Euro", "EUR"), ("Japanese Yen", "JPY"),
      ("Swiss Franc", "CHF"), ("Polish Złoty", "PLN"), ("Indian Rupee", "INR"), ("New Zealand Dollar", "NZD"),
      ("Singapore Dollar", "SGD"), ("Brazilian Real", "BRL"), ("South African Rand", "ZAR"), ("cad", "CAD"),
    ]
    for (name, code) in names { #expect(Currency(named: name)?.description == code, "\(name)") }
    for name in ["Dollar", "Krone", "Moon Dollar", "s", ""] {
      #expect(Currency(named: name) == nil, "\(name)")
    }
  }

  /// A table that no analysis of the workspace reads is still there, or it is told.
  @Test func aCheckTellsATableThatCannotBeHad() throws {
    let document = "data: {touches: touchs.csv}\nchecks: [{name: one, assert: 1 = 1}]\n"
    let missing = try workspace(["revops.yaml": document])
    let errors = #expect(throws: InputErrors.self) { try CheckRun.evaluate(missing) }
    #expect(errors?.diagnostics.first?.place?.column == 17)
    let there = try workspace(["revops.yaml": document, "touchs.csv": "id\n1\n"])
    #expect(try CheckRun.evaluate(there).outcomes.count == 1)
  }

  @Test func aConditionThatNoRowMeetsIsTold() throws {
    var workspace = try Deals.workspace(
      "id,stage,amount,close_date,owner\n1,Prospecting,5,2026-01-01,Ann\n",
      options: RunOptions(filter: "owner = 'ann'"))
    workspace.readTables(["opportunities"])
    #expect(workspace.warnings.map(\.id) == ["where.no-rows"])
    #expect(workspace.warnings.first?.hint == "did you mean 'Ann'?")
  }

  /// By hand: a spreadsheet's 1.5E+05 is 150,000, and its mark is a decimal one.
  @Test func aPowerOfTenProvesTheMark() throws {
    let table = try Deals.table(
      "id,stage,amount,close_date\n1,Prospecting,1.5E+05,2026-01-01\n2,Prospecting,1.234E+05,2026-01-01\n")
    #expect(table.coins == [15_000_000, 12_340_000])
  }

  /// By hand: of 200 - 150 the largest deal is four times the whole, which is no share.
  @Test func amountsBelowZeroHaveNoShares() throws {
    let csv = "id,stage,amount,close_date\n1,Prospecting,200,2026-12-01\n2,Prospecting,-150,2026-12-01\n"
    var workspace = try Deals.workspace(csv)
    workspace.readTables(PipelineHealth.tables)
    let health = PipelineHealth.compute(try PipelineHealth.input(from: workspace))
    #expect(health.coverage.openPipeline == 50)
    let reason = Figure.absent(because: "1 open deal has an amount below zero")
    #expect(health.balance.concentration == reason && health.balance.herfindahl == reason)
    #expect(health.balance.linearity == reason && health.balance.earlyStageShare == reason)
  }
}
