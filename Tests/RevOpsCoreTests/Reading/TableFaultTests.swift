import Testing

@testable import RevOpsCore

@Suite struct TableFaultTests {
  private func table(_ text: String) throws -> Table {
    try Table.read(SourceText(name: "deals.csv", text: text))
  }

  /// The days are those of the Gregorian calendar; 1900 and 2026 are no leap years.
  @Test(arguments: [
    ("2026-02-30", "the calendar has no such day"), ("2026-13-01", "the calendar has no such day"),
    ("31/11/2026", "the calendar has no such day"), ("29.2.1900", "the calendar has no such day"),
    ("2026-02-30T10:00:00Z", "the calendar has no such day"), ("1-Mar", "a date has its year"),
    ("Mar-26", "a date has its year"), ("soon", "a date is written like"),
    ("########", "a date is written like"),
    ("2026-02", "a date is written like"), ("12345678901-1-1", "a date is written like"),
  ])
  func tellsWhatIsWrongWithADate(cell: String, wanted: String) throws {
    let file = try table("date,other\n2026-01-31,x\n\(cell),x\n")
    let errors = try #require(throws: InputErrors.self) { try file.dates(0) }
    #expect(errors.diagnostics.map(\.id) == ["csv.date"])
    #expect(errors.diagnostics[0].message.contains("but \(wanted)"))
    #expect(errors.diagnostics[0].place?.line == 3)
  }

  /// How many more there are is said behind those that are listed, in the order of the file.
  @Test func thatThereAreMoreIsSaidBehindThoseThatAreListed() throws {
    let file = try table("date,amount\n" + String(repeating: "soon,many\n", count: 25))
    var errors = try #require(throws: InputErrors.self) { try file.dates(0) }
    errors.add(try #require(throws: InputErrors.self) { try file.numbers(1) })
    let messages = errors.diagnostics.inFileOrder.map(\.message)
    #expect(messages.count == 42)
    #expect(messages.suffix(3).filter { $0.hasPrefix("5 more cells of ") }.count == 2)
    #expect(!messages[0].hasPrefix("5 more"))
  }

  @Test func seesTheHeaderAmongTheRowsOnceAndNotWhereARowIsLikeIt() throws {
    let file = try table("id,amount,date\n1,10,2026-01-31\nid, amount ,date\nid,amount,2026-01-31\n")
    let repeated = try #require(file.repeatedHeader(1))
    #expect(repeated.id == "csv.header-twice")
    #expect(repeated.place?.line == 3)
    #expect(file.repeatedHeader(0) == nil)
    #expect(file.repeatedHeader(2) == nil)
    let errors = try #require(throws: InputErrors.self) { try file.dates(2) }
    #expect(errors.diagnostics == [repeated])
    #expect(throws: InputErrors.self) { try file.amounts(1) }
  }

  @Test func saysWhatCanBeUsedInSpiteOfIt() throws {
    #expect(try table("id,amount\n1,2\n").warnings.isEmpty)
    #expect(try table("id,amount\n").warnings.map(\.id) == ["csv.no-rows"])
    let short = try table("id,amount,date\n1,2,2026-01-31\n\n2,3\n3\n").warnings
    #expect(short.map(\.id) == ["csv.short-row"])
    #expect(short.map(\.severity) == [.warning])
    #expect(short[0].message.hasPrefix("2 rows are cut short"))
    #expect(short[0].place?.line == 4)
  }
}
