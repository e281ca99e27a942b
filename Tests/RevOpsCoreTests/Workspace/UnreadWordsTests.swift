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
}
