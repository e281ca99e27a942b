import Testing

@testable import RevOpsCore

@Suite("A condition on rows sees what the analyses compute with")
struct FilterTests {
  /// The rows of a file that a condition keeps, from 1; the problems where there are any.
  private func kept(
    _ file: String, _ condition: String, company: String = "", table: String = "", currency: Currency? = nil
  ) throws(InputErrors) -> (rows: [Int], problems: [String]) {
    let files = [
      "revops.yaml": "company: {name: X\(company)}\ndata:\n  opportunities: {file: deals.csv\(table)}",
      "deals.csv": file,
    ]
    let options = RunOptions(filter: condition, asOf: day("2026-05-01"), currency: currency)
    var loaded = try workspace(
      files, "revops.yaml", options: options, registry: [AnyAnalysis(FakeHygiene.self)])
    loaded.readTables(["opportunities"])
    let rows = loaded.table("opportunities")?.rows.map { $0 + 1 } ?? []
    return (rows, loaded.problems.map(line))
  }

  static let head = "id,stage,amount,close_date"

  @Test(
    "blanks around a word are none of it", arguments: [("owner = 'Ana'", [1, 2, 3]), ("owner = 'Bo'", [4])])
  func blanks(condition: String, rows: [Int]) throws {
    let cells = ["Ana", "Ana ", "\u{A0}Ana\u{A0}", " Bo", "\u{A0}"]
    let lines = cells.enumerated().map { "\($0),Demo,5,2026-06-01,\($1)" }
    let file = ([Self.head + ",owner"] + lines).joined(separator: "\n")
    #expect(try kept(file, condition).rows == rows)
  }

  @Test(
    "a chance of 25 is 25%, whatever the file writes it as",
    arguments: [
      // 25 and 50 in whole per cent, for one of them is above 1.
      ("probability", ["25", "50"], "probability > 30%", [2]),
      ("probability", ["25", "50"], "probability < 30%", [1]),
      ("probability", ["25", "50"], "probability = 25%", [1]),
      ("probability", ["25", "50"], "probability > 0.3", [2]),
      // Fractions, for none is above 1, and hundredths where the header says so.
      ("probability", ["0.25", "0.5"], "probability > 30%", [2]),
      ("Probability (%)", ["0.25", "0.5"], "probability > 30%", []),
      ("Probability (%)", ["25", "50"], "`Probability (%)` > 30%", [2]),
      ("probability", ["33.3", "50"], "probability = 33.3%", [1]),
      ("discount", ["5", "20"], "discount > 10%", [2]),
      ("discount", ["5%", "20%"], "discount > 10%", [2]),
      ("discount", ["0.05", "0.2"], "discount > 10%", [2]),
    ])
  func rates(header: String, cells: [String], condition: String, rows: [Int]) throws {
    let file =
      "\(Self.head),\(header)\n1,Proposal,100,2026-06-01,\(cells[0])\n2,Proposal,100,2026-06-01,\(cells[1])"
    let found = try kept(file, condition)
    #expect(found.problems == [])
    #expect(found.rows == rows)
  }

  @Test(
    "a share is not compared with a number that no share reaches",
    arguments: [
      ("probability > 30", "--where:1:15: 'probability' is a rate, and '30' is 3000% (did you mean 30%?)"),
      (
        "probability BETWEEN 5 AND 50%",
        "--where:1:21: 'probability' is a rate, and '5' is 500% (did you mean 5%?)"
      ),
      ("10 <= discount", "--where:1:1: 'discount' is a rate, and '10' is 1000% (did you mean 10%?)"),
    ])
  func shares(condition: String, problem: String) throws {
    let file =
      "\(Self.head),probability,discount\n1,Proposal,100,2026-06-01,25,5%\n2,Proposal,100,2026-06-01,50,20%"
    #expect(try kept(file, condition).problems == [problem])
    #expect(try kept(file, "probability <= 1 AND discount < 1").rows == [1, 2])
  }

  /// EUR 1,000 are $1,250 at 1.25, EUR 800 are $1,000.
  static let foreign = """
    id,stage,amount,close_date,currency
    1,Proposal,1000,2026-06-01,EUR
    2,Proposal,1100,2026-06-01,USD
    3,Proposal,800,2026-06-01,EUR
    4,Proposal,900,2026-06-01,
    """

  @Test(
    "an amount counts in the company's currency, whatever its row is in",
    arguments: [
      ("amount > $1100", [1]), ("amount > 1100", [1]), ("amount >= $1100", [1, 2]),
      ("amount = $1000", [3]), ("amount = 1250", [1]), ("amount >= 800 EUR", [1, 2, 3]),
      ("amount - $100 < $1000", [3, 4]), ("amount BETWEEN $950 AND $1200", [2, 3]),
    ])
  func currencies(condition: String, rows: [Int]) throws {
    let found = try kept(Self.foreign, condition, company: ", fx: {EUR: 1.25}")
    #expect(found.problems == [])
    #expect(found.rows == rows)
    // The condition of the table reads its rows likewise.
    let own = try kept(
      Self.foreign, "id != 0", company: ", fx: {EUR: 1.25}", table: ", where: '\(condition)'")
    #expect(own.problems == [])
    #expect(own.rows == rows)
  }

  @Test("a bare number is in the currency shown, in a condition of the table in the company's")
  func shownCurrency() throws {
    // In euros: 1000, 880, 800, 720.
    let eur = Currency("EUR")
    let shown = try kept(Self.foreign, "amount > 900", company: ", fx: {EUR: 1.25}", currency: eur)
    #expect(shown.rows == [1])
    let own = try kept(
      Self.foreign, "id != 0", company: ", fx: {EUR: 1.25}", table: ", where: amount > 900", currency: eur)
    #expect(own.rows == [1, 2, 3])
    let cells = "\(Self.head)\n1,Proposal,€1000,2026-06-01\n2,Proposal,$1100,2026-06-01"
    #expect(try kept(cells, "amount > $1200", company: ", fx: {EUR: 1.25}").rows == [1])
  }

  @Test("an amount without a rate is refused where the condition turns on it, and only there")
  func withoutRate() throws {
    let file = "\(Self.foreign)\n5,Proposal,500,2026-06-01,CHF"
    let found = try kept(file, "amount > 100", company: ", fx: {EUR: 1.25}")
    #expect(
      found.problems == [
        "deals.csv:6:27: an amount is in 'CHF', and there is no rate from it to USD "
          + "(give 1 CHF in USD under company.fx, such as {CHF: 1.1}; or say company.currency: CHF)"
      ])
    let others = try kept(file, "amount > $1100 AND currency != 'CHF'", company: ", fx: {EUR: 1.25}")
    #expect(others.problems == [])
    #expect(others.rows == [1])
    // What the CRM has made of the amount counts where there is no rate.
    let converted =
      "\(Self.head),currency,Amount (converted)\n1,Proposal,500,2026-06-01,CHF,600\n2,Proposal,500,2026-06-01,USD,500"
    let home = try kept(converted, "amount > 550", table: ", columns: {amount_home: Amount (converted)}")
    #expect(home.problems == [])
    #expect(home.rows == [1])
  }

  static let german = """
    id;stage;amount;close_date;Rabatt;Bonus;Besuch
    1;Angebot;1.200,50;31.01.2026;5,5%;1.000,25;30.01.2026
    2;Angebot;800,00;28.02.2026;12,5%;999,75;01.03.2026
    """

  @Test(
    "decimal commas and days first are read as the file has them",
    arguments: [
      ("amount > 1000", [1]), ("amount = 1200.5", [1]), ("close_date > 2026-02-01", [2]),
      ("close_date = '2026-01-31'", [1]), ("Bonus > 1000", [1]), ("Bonus < 1000", [2]), ("Rabatt > 10%", [2]),
      ("Besuch > close_date", [2]), ("Besuch < 2026-02-01", [1]), ("close_date - Besuch = 1 day", [1]),
    ])
  func germanFile(condition: String, rows: [Int]) throws {
    for table in ["", ", decimal: comma", ", date_order: dmy"] {
      let found = try kept(Self.german, condition, table: table)
      #expect(found.problems == [])
      #expect(found.rows == rows, "\(condition) with '\(table)'")
    }
  }

  @Test(
    "what can be read in two ways is refused as a figure, and is text beside a text",
    arguments: [
      ("amount", "1.200", "amount > 1000", "'1.200' of 'amount' can be thousands or have three decimals"),
      ("Bonus", "1.200", "Bonus > 1000", "'1.200' of 'Bonus' can be thousands or have three decimals"),
      (
        "Besuch", "03/04/2026", "Besuch > 2026-03-01",
        "the dates of 'Besuch' can be read with the day first or with the month first"
      ),
    ])
  func open(header: String, cell: String, condition: String, message: String) throws {
    let file =
      header == "amount"
      ? "id,stage,amount,close_date\n1,Proposal,\(cell),2026-06-01"
      : "\(Self.head),\(header)\n1,Proposal,100,2026-06-01,\(cell)"
    let found = try kept(file, condition).problems
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
    #expect(try kept(file, "\(header) = '\(cell)'").rows == [1])
    // The table says which it is.
    let settled = try kept(file, condition, table: ", decimal: comma, date_order: dmy")
    #expect(settled.problems == [])
    #expect(settled.rows == [1])
  }

  @Test("a cell that is no amount is named, rather than the column called text")
  func unreadable() throws {
    let file = "\(Self.head)\n1,Proposal,100,2026-06-01\n2,Proposal,much,2026-06-01"
    #expect(try kept(file, "amount > 50").problems.first?.hasPrefix("deals.csv:3:12: ") == true)
  }

  @Test(
    "flags are true or false in any of the words that exports have",
    arguments: [
      ("is_closed,is_won", ["Yes,Yes", "Yes,No", ",No"], "is_won", [1]),
      ("is_closed,is_won", ["1,1", "1,0", "0,0"], "is_closed = true", [1, 2]),
      ("is_closed,is_won", ["Yes,Yes", "Yes,No", ",No"], "NOT is_closed", [3]),
      ("Status", ["Won", "Lost", "Open"], "Status = 'Lost'", [2]),
    ])
  func flags(header: String, cells: [String], condition: String, rows: [Int]) throws {
    let lines = cells.enumerated().map { "\($0.offset + 1),Proposal,100,2026-06-01,\($0.element)" }
    let found = try kept("\(Self.head),\(header)\n" + lines.joined(separator: "\n"), condition)
    #expect(found.problems == [])
    #expect(found.rows == rows)
  }
}
