import Testing

@testable import RevOpsCore

@Suite struct ExpressionScopeTests {
  static let result: JSONValue = .object([
    .init(
      "pipeline",
      .object([
        .init("coverage", .object([.init("total", 3.2), .init("weighted", .null)])),
        .init("cycle_days", .number(62.5)), .init("as_of", "2026-03-31"), .init("note", "late"),
      ])),
    .init(
      "audit",
      .object([
        .init(
          "dimensions",
          .array([
            .object([.init("name", "data"), .init("score", 4), .init("due", "2026-05-01")]),
            .object([.init("name", "process"), .init("score", .null), .init("due", "2026-04-01")]),
            .object([.init("name", "people"), .init("score", .number(7.5)), .init("due", .null)]),
          ])),
        .init("actions", .array([])), .init("scores", .array([1, 2, .null])),
      ])),
  ])

  @Test(arguments: [
    ("pipeline.coverage.total >= 3", true), ("pipeline.coverage.total > 3.2", false),
    ("pipeline.coverage.total = 3.2", true), ("pipeline.coverage.weighted > 1", nil),
    ("pipeline.coverage.weighted is missing", true), ("pipeline.cycle_days < 90 days", true),
    ("pipeline.cycle_days < 2 months", false), ("pipeline.cycle_days * 2 = 125", true),
    ("pipeline.as_of + 1 day = 2026-04-01", true), ("pipeline.note = 'late'", true),
    ("pipeline.coverage.total >= $3", true), ("any(audit.dimensions, score < 5)", true),
    ("all(audit.dimensions, score > 3)", nil), ("all(audit.dimensions, score > 5)", false),
    ("any(audit.dimensions, name = 'people' and score > 7)", true), ("count(audit.dimensions) = 3", true),
    ("count(audit.dimensions, score is missing) = 1", true), ("sum(audit.dimensions, score) = 11.5", true),
    ("avg(audit.dimensions.score) = 5.75", true), ("min(audit.dimensions.due) = 2026-04-01", true),
    ("max(audit.dimensions, due) IN 2026-Q2", true), ("audit.dimensions.name contains 'data'", true),
    ("'data' in audit.dimensions.name", true), ("any(audit.actions, cost > $5)", false),
    ("all(audit.actions, cost > pipeline.cycle_days)", true), ("sum(audit.scores) = 3", true),
    ("any(audit.dimensions, score > pipeline.coverage.total)", true),
    ("any(audit.dimensions, it.score > 7 and due is missing)", true),
  ])
  func assertsOverAResult(text: String, isTrue: Bool?) throws {
    let typed = try Expression.parse(text).check(against: ExpressionSchema(of: Self.result), wanted: .truth)
    #expect(typed.truth(for: ResultRow(Self.result)) == isTrue)
  }

  @Test func saysWhyAnAssertionCannotBeDecided() throws {
    let typed = try Expression.parse("pipeline.coverage.weighted >= 1.5 and 1 = 1")
      .check(against: ExpressionSchema(of: Self.result), wanted: .truth)
    let path = "pipeline.coverage.weighted"
    let row = ResultRow(Self.result, reasons: [path: "needs probabilities"])
    #expect(typed.value(for: row) == .missing(because: "'\(path)' is absent: needs probabilities"))
    #expect(
      typed.value(for: ResultRow(Self.result)) == .missing(because: "'pipeline.coverage.weighted' is absent"))
  }

  static let csv = """
    Account,company_size,Amount,Win Rate,close_date,is_won,tier,zip,seen
    Acme,600,"$1,200",25%,2026-03-31,TRUE,A,01234,2026-03-31T10:00Z
    Initech,N/A,$800,10%,2026-04-15,false,,94105,2026-04-01T10:00Z
    Globex,49,$50k,,2026-01-02,false,B,n/k,

    """

  @Test(arguments: [
    ("company_size >= 500 AND tier IN ['A', 'B']", ["Acme"]), ("company_size BETWEEN 10 AND 499", ["Globex"]),
    ("company_size is missing", ["Initech"]), ("NOT company_size > 500", ["Globex"]),
    ("Amount > $1k", ["Acme", "Globex"]), ("amount > 1000", ["Acme", "Globex"]),
    ("`Win Rate` >= 25%", ["Acme"]),
    ("win_rate < 0.2", ["Initech"]), ("close_date IN 2026-Q1", ["Acme", "Globex"]),
    ("close_date >= '2026-03-31'", ["Acme", "Initech"]), ("is_won", ["Acme"]),
    ("not is_won", ["Initech", "Globex"]),
    ("zip = '94105'", ["Initech"]), ("tier is not missing", ["Acme", "Globex"]),
    ("seen < 2026-04-01", ["Acme"]),
    ("Account in named", ["Globex"]), ("account matches '^[A-H]'", ["Acme", "Globex"]),
    ("account IN ['a', 'b', 'c', 'd', 'e', 'Acme']", ["Acme"]), ("amount * win_rate > $250", ["Acme"]),
    ("company_size > 1 or tier = 'A'", ["Acme", "Globex"]),
    ("close_date - 2026-03-31 > 10 days", ["Initech"]),
  ])
  func picksTheRowsOfATable(text: String, accounts: [String]) throws {
    let table = try Table.read(SourceText(name: "leads.csv", text: Self.csv))
    let schema = ExpressionSchema(of: table, constants: ["named": .list([.text("Globex")])])
    let typed = try Expression.parse(text).check(against: schema, wanted: .truth)
    let kept = (0..<table.rowCount).filter { typed.holds(for: TableRow(table, schema, index: $0)) }
    #expect(kept.map { table.text($0, 0) } == accounts)
  }

  @Test func readsAColumnAsWhatAllItsCellsAre() throws {
    let table = try Table.read(SourceText(name: "leads.csv", text: Self.csv))
    let types = ExpressionSchema(of: table).fields.map(\.type)
    #expect(types == [.text, .number, .money, .rate, .date, .truth, .text, .text, .moment])
    let asked = ExpressionSchema(of: table, names: ["company_size"]).fields.map(\.type)
    #expect(asked[1] == .number && asked[2] == .text)
  }

  @Test func tellsATableWhatItCountedAndLeftOut() throws {
    let table = try Table.read(SourceText(name: "leads.csv", text: Self.csv))
    let result = try Eval.run("company_size > 500", table)
    #expect(
      JSONText.compact(result.json)
        == #"{"expression":"company_size > 500","type":"boolean","rows":[{"Account":"Acme","company_size":600,"#
        + #""Amount":1200,"Win Rate":0.25,"close_date":"2026-03-31","is_won":true,"tier":"A","zip":"01234","#
        + #""seen":"2026-03-31T10:00Z"}],"matched":1,"total":3,"unknown":1}"#)
    #expect(
      JSONText.compact(try Eval.run("$5 * 2").json)
        == #"{"expression":"$5 * 2","type":"money","value":10,"currency":"USD"}"#)
    #expect(throws: InputErrors.self) { try Eval.run("company_size * 2", table) }
  }
}

@Suite struct ExpressionLawTests {
  /// A condition over a and b, which may be missing, of random shape.
  static func condition(_ random: inout SplitMix64, depth: Int) -> String {
    let operands = ["a", "b", "1", "2", "0.5", "null + 1"]
    func operand() -> String { operands.randomElement(using: &random) ?? "a" }
    guard depth > 0 else {
      let sign = ["=", "!=", "<", "<=", ">", ">="].randomElement(using: &random) ?? "="
      return "\(operand()) \(sign) \(operand())"
    }
    let left = condition(&random, depth: depth - 1)
    let right = condition(&random, depth: depth - 1)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "(\(left)) and (\(right))"
    case 1: return "(\(left)) or (\(right))"
    case 2: return "not (\(left))"
    case 3: return "\(operand()) between \(operand()) and \(operand())"
    default: return "\(operand()) in [\(operand()), \(operand())]"
    }
  }

  struct Row: ExpressionRow {
    var values: [ExpressionValue]
    func value(_ field: Int) -> ExpressionValue { values[field] }
  }

  @Test(arguments: 0..<50)
  func deMorganHoldsWithMissingValues(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let schema = ExpressionSchema([.init("a", .number), .init("b", .number)])
    for _ in 0..<20 {
      let p = Self.condition(&random, depth: 3)
      let q = Self.condition(&random, depth: 2)
      let left = try Expression.parse("not ((\(p)) and (\(q)))").check(against: schema)
      let right = try Expression.parse("not (\(p)) or not (\(q))").check(against: schema)
      let values: [ExpressionValue] = [.nothing, .number(Numeral(1)), .number(Numeral(2))]
      for a in values {
        for b in values {
          let row = Row(values: [a, b])
          #expect(left.truth(for: row) == right.truth(for: row), "\(p) | \(q) at seed \(seed)")
          // The value says the same as the truth that filters use.
          let truth = left.truth(for: row)
          #expect(
            left.value(for: row) == truth.map(ExpressionValue.truth)
              || (truth == nil && left.value(for: row).isMissing))
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func moneyAndDatesComeBackToWhereTheyWere(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let cents = Int.random(in: -1_000_000...1_000_000, using: &random)
      let other = Int.random(in: 1...1_000_000, using: &random)
      let days = Int.random(in: -100_000...100_000, using: &random)
      #expect(try evaluated("$0.01 * \(cents) + $0.\(other) - $0.\(other) = $0.01 * \(cents)").0 == "true")
      #expect(try evaluated("2026-03-31 + \(days) days - 2026-03-31 = \(days) days").0 == "true")
    }
  }
}
