import Testing

@testable import RevOpsCore

/// The amounts of a history that does not say their currency are in that of their deal.
@Suite struct HistoryCurrencyTests {
  private static let section =
    "period: 2026-Q3, movement: {from: 2026-06-30, to: 2026-09-30}, \(Movements.stages)"
  private static let rows = """
    opportunity_id,stage,entered_at,amount,close_date
    A,Discovery,2026-05-01,100,2026-08-01
    A,Discovery,2026-07-05,200,2026-08-01

    """
  private static let fields = """
    OpportunityId,Field,OldValue,NewValue,CreatedDate
    A,created,,,2026-05-01
    A,Amount,100,200,2026-07-05

    """

  private static func bridge(
    _ history: String, _ deals: String, source: String = "", company: String
  ) throws -> PipelineMovement.Bridge {
    var workspace = try workspace([
      "revops.yaml": """
      company: {as_of: 2026-10-31, \(company)}
      pipeline: {\(section)}
      data: {opportunities: {file: deals.csv\(source)}, stage_history: history.csv}
      """, "deals.csv": deals, "history.csv": history,
    ])
    workspace.readTables(PipelineMovement.optionalTables)
    if let errors = InputErrors(workspace.problems) { throw errors }
    return PipelineMovement.compute(try PipelineMovement.input(from: workspace)).bridge
  }

  /// By hand: 100 euros at 1.1 dollars were 110 and are 220, however the file says that they are euros.
  @Test(arguments: [rows, fields]) func euros(history: String) throws {
    let header = "id,stage,amount,close_date"
    let files: [(deals: String, source: String)] = [
      ("\(header),currency\nA,Discovery,200,2026-08-01,EUR\n", ""),
      ("\(header),currency\nA,Discovery,200,2026-08-01,Euro\n", ""),
      ("\(header)\nA,Discovery,€200,2026-08-01\n", ""),
      ("\(header)\nA,Discovery,200,2026-08-01\n", ", currency: EUR"),
    ]
    for file in files {
      let bridge = try Self.bridge(history, file.deals, source: file.source, company: "fx: {EUR: 1.1}")
      #expect((bridge.start, bridge.grown, bridge.end) == (110, 110, 220), "\(file.deals)")
    }
  }

  /// A deal in a currency without a rate, which the CRM has converted: its row, and what the history of it comes to.
  struct Converted: Sendable {
    var row: String
    var home: String
    var history: String
    var start: Double
    var grown: Double
  }

  /// By hand: of 200 euros the CRM has made 250 dollars, so that 100 were 125; of 1.50 dollars 227 yen, so that 1.00 was
  /// 151.33, to even 151.
  private static let converted = [
    Converted(row: "200,2026-08-01,EUR,250", home: "USD", history: rows, start: 125, grown: 125),
    Converted(row: "200,2026-08-01,EUR,250", home: "USD", history: fields, start: 125, grown: 125),
    Converted(
      row: "1.50,2026-08-01,USD,227", home: "JPY",
      history: """
        opportunity_id,stage,entered_at,amount,close_date
        A,Discovery,2026-05-01,1.00,2026-08-01
        A,Discovery,2026-07-27,1.50,2026-08-01

        """, start: 151, grown: 76),
    Converted(
      row: "1.50,2026-08-01,USD,227", home: "JPY",
      history: """
        OpportunityId,Field,OldValue,NewValue,CreatedDate
        A,created,,,2026-05-01
        A,Amount,1.00,1.50,2026-07-27

        """, start: 151, grown: 76),
  ]

  @Test(arguments: converted) func whatTheCRMHasConvertedCountsWhereThereIsNoRate(deal: Converted) throws {
    let bridge = try Self.bridge(
      deal.history,
      "Id,StageName,Amount,CloseDate,CurrencyIsoCode,ConvertedAmount\nA,Discovery,\(deal.row)\n",
      source: ", columns: {amount_home: ConvertedAmount}", company: "currency: \(deal.home)")
    #expect((bridge.start, bridge.grown) == (deal.start, deal.grown))
    #expect(bridge.end == deal.start + deal.grown)
  }

  /// By hand: the history's own sign counts, at 1.1 dollars; the second row is in the deal's pounds at 2 dollars.
  @Test func aSignInTheHistoryIsBelieved() throws {
    let history = """
      opportunity_id,stage,entered_at,amount,close_date
      A,Discovery,2026-05-01,€100,2026-08-01
      A,Discovery,2026-07-05,100,2026-08-01

      """
    let bridge = try Self.bridge(
      history, "id,stage,amount,close_date,currency\nA,Discovery,100,2026-08-01,GBP\n",
      company: "fx: {EUR: 1.1, GBP: 2}")
    #expect((bridge.start, bridge.grown, bridge.end) == (110, 90, 200))
  }

  private static func history(_ amount: String, byField: Bool) -> String {
    byField
      ? "OpportunityId,Field,OldValue,NewValue,CreatedDate\nA,created,,,2026-05-01\nA,Amount,\(amount),200,2026-07-05\n"
      : """
      opportunity_id,stage,entered_at,amount,close_date
      A,Discovery,2026-05-01,\(amount),2026-08-01
      A,Discovery,2026-07-05,200,2026-08-01

      """
  }

  /// A dollar sign in the history of a deal in euros is refused, as in the opportunities, whichever is home.
  @Test(arguments: [true, false], ["fx: {EUR: 1.1}", "currency: EUR, fx: {USD: 0.9}"])
  func aDollarSignIsNotThatOfEuros(byField: Bool, company: String) throws {
    let deals = "id,stage,amount,close_date,currency\nA,Discovery,200,2026-08-01,EUR\n"
    let errors = #expect(throws: InputErrors.self) {
      try Self.bridge(Self.history("$100", byField: byField), deals, company: company)
    }
    #expect(errors?.ids == ["pipeline.two-currencies"])
    #expect(errors?.diagnostics.first?.place?.line == (byField ? 3 : 2))
    #expect(errors?.diagnostics.first?.message.hasSuffix("the opportunities have its deal in EUR") == true)
  }

  /// By hand: a code is what the deal was in then, 100 dollars; a sign is the deal's Canadian dollar, 100 x 0.75.
  ///
  /// 200 of them are 150. Without a word of the deal's currency it is a dollar.
  @Test(arguments: [true, false]) func aCodeIsBelievedAndASignIsThatOfTheDealsDollar(byField: Bool) throws {
    let header = "id,stage,amount,close_date"
    let euros = try Self.bridge(
      Self.history("USD 100", byField: byField), "\(header),currency\nA,Discovery,200,2026-08-01,EUR\n",
      company: "fx: {EUR: 1.1}")
    #expect((euros.start, euros.end) == (100, 220))
    let canadian = try Self.bridge(
      Self.history("$100", byField: byField),
      "\(header),currency\nA,Discovery,200,2026-08-01,Canadian Dollar\n", company: "fx: {CAD: 0.75}")
    #expect((canadian.start, canadian.end) == (75, 150))
    let silent = try Self.bridge(
      Self.history("$100", byField: byField), "\(header)\nA,Discovery,200,2026-08-01\n",
      company: "currency: EUR, fx: {USD: 0.9}")
    #expect((silent.start, silent.end) == (90, 200))
  }

  /// By hand: 1,000.49 dollars at 150 yen are 150,073.5, to even 150,074; a yen has no smaller coin, a dollar has cents.
  @Test func centsAreKeptUntilTheyAreConverted() throws {
    let csv = """
      id,stage,amount,close_date,currency
      A,Discovery,1000.49,2026-11-01,USD
      B,Discovery,1000.5,2026-11-01,JPY
      C,Discovery,,2026-11-01,USD

      """
    let table = try Deals.table(
      csv, pipeline: Movements.stages, company: "currency: JPY, fx: {USD: 150}")
    #expect(table.coins[0] == 150_074)
    #expect(table.coins[1] == 1000)
    #expect(table.coins[2].isNaN)
    let large = try Deals.table(
      csv, pipeline: Movements.stages, company: "currency: JPY, fx: {USD: 150}",
      options: RunOptions(filter: "amount > JPY 150000"))
    #expect(large.coins == [150_074])
    let history = """
      opportunity_id,stage,entered_at,amount,close_date
      A,Discovery,2026-05-01,1000.49,2026-08-01

      """
    let bridge = try Self.bridge(
      history, "id,stage,amount,close_date,currency\nA,Discovery,1000.49,2026-08-01,USD\n",
      company: "currency: JPY, fx: {USD: 150}")
    #expect((bridge.start, bridge.end) == (150_074, 150_074))
  }
}
