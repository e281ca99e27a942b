import Foundation
import Testing

@testable import RevOpsCore

@Suite struct TableValuesTests {
  private func column(_ cells: [String], header: String = "c", separator: String = ",") throws -> Table {
    var writer = CSVWriter(separator: separator.utf8.first ?? 0x2C, isGuarding: false)
    writer.row([header, "other"])
    for cell in cells { writer.row([cell, "x"]) }
    return try Table.read(SourceText(name: "t.csv", bytes: writer.bytes))
  }

  private func days(_ text: String, _ order: TableDate.Order = .mdy) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      TableDate(bytes)?.dayNumber(order).map { CalendarDate(dayNumber: Int($0)).description }
    }
  }

  @Test(arguments: [
    ("2026-03-31", "2026-03-31"), ("2026/3/1", "2026-03-01"), ("20260331", "2026-03-31"),
    ("2024-01-23T02:46:11.000Z", "2024-01-23"), ("2024-01-23T23:30:00-02:00", "2024-01-24"),
    ("2024-01-23 00:30 +0100", "2024-01-22"), ("2024-01-23 23:30:00", "2024-01-23"),
    ("3/31/2026", "2026-03-31"), ("3/31/2026, 9:05 AM", "2026-03-31"), ("03/31/26 11:59 PM", "2026-03-31"),
    ("12/31/69", "1969-12-31"), ("12/31/68", "2068-12-31"), ("31.3.2026", "2026-03-31"),
    ("31-Mar-2026", "2026-03-31"), ("16 Apr, 2021 00:03:00", "2021-04-16"), ("Apr 16, 2021", "2021-04-16"),
    ("September 1, 2021 1:00 PM", "2021-09-01"), ("46341", "2026-11-15"), ("46341.5", "2026-11-15"),
    ("1774915200000", "2026-03-31"), (" 2026-03-31 ", "2026-03-31"), ("2026-03-31 10:00 UTC", "2026-03-31"),
    ("2026-03-31T23:30:00.123456-0200", "2026-04-01"), ("2026-03-31 01:00 +02:30", "2026-03-30"),
    ("2026-03-31 01:00-02", "2026-03-31"), ("3/31/2026 12:05 am", "2026-03-31"),
    ("2016-12-31T23:59:60Z", "2017-01-01"),
    ("31.12.99", "1999-12-31"), ("1 March 2026", "2026-03-01"), ("12/31/2026T23:00", "2026-12-31"),
  ])
  func readsTheDatesOfExports(text: String, date: String) {
    #expect(days(text) == date)
  }

  @Test(arguments: [
    "", "x", "2026-02-30", "13/32/2026", "2026-3", "3/31/026", "12345", "2026-03-31T", "2026-03-31 25:00",
    "2026-03-31x", "31 Foo 2026", "1-Mar", "99999999", "2026-03/31", "2026-03-31 10:00 +99:00", "10:30",
    "31.2.2026", "123/4/2026", "12345-1-1", "3/31/", "3/31/12345", "1-Mar-", "1-Mar 2026", "Mar", "Mar 3",
    "Apr 16,2021", "Apr 16 021", "2026-03-31 10:0", "2026-03-31 10:60", "2026-03-31 10:00:6",
    "2026-03-31 10:00:61", "2026-03-31 10:00:00.", "2026-03-31 10:00 xm", "2026-03-31 10:00 ax",
    "2026-03-31 13:00 PM", "2026-03-31 0:00 AM", "2026-03-31 10:00 UT", "2026-03-31 10:00 UX",
    "2026-03-31 10:00 U", "2026-03-31 10:00 +", "2026-03-31 10:00 +02:75", "2026-03-31 10:00 +020",
    "2026-03-31 10:00 Zx", "19999", "80001", "46341.x",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(days(text) == nil)
  }

  @Test(arguments: [
    (["03/04/2026", "13/04/2026", ""], DateOrderProof.Verdict.dmy, [3]),
    (["03/04/2026", "04/13/2026"], .mdy, [3]), (["31.3.2026"], .dmy, [2]),
    (["03/04/2026", "2026-01-01", "05/06/2026", "01/02/2026"], .ambiguous, [2, 4]),
    (["13/04/2026", "01/02/2026", "04/13/2026"], .contradictory, [2, 4]),
    (["2026-03-04", "4 Mar 2026"], .settled, []), (["", "-"], .settled, []),
  ])
  func provesTheOrderOnceForAColumn(cells: [String], verdict: DateOrderProof.Verdict, lines: [Int]) throws {
    let proof = try column(cells).dateOrder(of: 0)
    #expect(proof.verdict == verdict)
    #expect(proof.examples.map(\.line) == lines)
  }

  @Test func readsAColumnOfDatesOrAsksForTheOrder() throws {
    let proved = try column(["03/04/2026", "04/13/2026", "N/A", ""]).dates(0)
    #expect(proved[0] == CalendarDate(year: 2026, month: 3, day: 4))
    #expect(proved[2] == nil)
    #expect(proved.days.count { $0 == DateColumn.missing } == 2)
    let open = try column(["03/04/2026", "05/06/2026"])
    let errors = try #require(throws: InputErrors.self) { try open.dates(0) }
    #expect(errors.diagnostics.first?.id == "csv.date-order")
    #expect(errors.diagnostics.first?.place?.line == 2)
    #expect(errors.diagnostics.first?.notes.first?.place?.line == 3)
    #expect(errors.diagnostics.first?.hint?.contains("date_order: dmy") == true)
    #expect(try open.dates(0, order: .dmy)[0] == CalendarDate(year: 2026, month: 4, day: 3))
    #expect(throws: InputErrors.self) { try column(["13/04/2026", "04/13/2026"]).dates(0) }
  }

  /// By hand: 4 March 2026 is day 20 516, and 13 April day 20 556.
  @Test func readsMomentsByTheOrderThatTheColumnProves() throws {
    let monthFirst = try column(["03/04/2026 10:00", "04/13/2026", "", "soon"]).seconds(0)
    #expect(monthFirst == [20_516 * 86_400 + 36_000, 20_556 * 86_400, nil, nil])
    let dayFirst = try column(["04/03/2026 10:00", "13/04/2026"]).seconds(0)
    #expect(dayFirst == [20_516 * 86_400 + 36_000, 20_556 * 86_400])
    #expect(throws: InputErrors.self) { try column(["03/04/2026", "05/06/2026"]).seconds(0) }
    #expect(try column(["03/04/2026"]).seconds(0, order: .mdy) == [20_516 * 86_400])
  }

  @Test func listsEveryCellThatIsNoDateWithItsPlace() throws {
    let errors = try #require(throws: InputErrors.self) {
      try column(["2026-01-01", "soon", "\u{FC}, 2026-02-30"], header: "Close Date").dates(0)
    }
    #expect(errors.diagnostics.map { $0.place?.line } == [3, 4])
    #expect(errors.diagnostics.first?.place?.excerpt == "soon,x")
    #expect(
      errors.diagnostics.first?.message
        == "'Close Date' is 'soon', but a date is written like 2026-03-31 or as the rest of the column is")
    let many = try #require(throws: InputErrors.self) {
      try column([String](repeating: "x", count: 30)).dates(0)
    }
    #expect(many.diagnostics.count == 21)
    #expect(many.diagnostics.last?.message == "10 more cells of 'c' have the same problem")
  }

  @Test(arguments: [
    (["1,234.50", "7"], ",", DecimalProof.Verdict.point, "point"), (["1.234,50"], ",", .comma, "comma"),
    (["1,234,567"], ",", .point, "point"), (["1.234.567"], ",", .comma, "comma"),
    (["12,5"], ",", .comma, "comma"),
    (["0.25"], ",", .point, "point"), (["1234.567"], ",", .point, "point"),
    (["1,234", "5"], ",", .grouped, "point"), (["1.234"], ";", .grouped, "comma"),
    (["1.234"], ",", .ambiguous, "point"), (["1,234"], ";", .ambiguous, "comma"),
    (["1,234"], "|", .ambiguous, "point"), (["1,234", "1.234"], ",", .ambiguous, "point"),
    (["0.125"], ",", .point, "point"), (["0,125"], ";", .comma, "comma"), (["1234"], ",", .none, "point"),
    (["1.5", "1,5"], ",", .contradictory, "point"),
  ])
  func provesTheDecimalMarkOnceForAColumn(
    cells: [String], separator: String, verdict: DecimalProof.Verdict, mark: String
  ) throws {
    let proof = try column(cells, separator: separator).decimalMark(of: 0)
    #expect(proof.verdict == verdict)
    #expect(proof.mark.rawValue == mark)
  }

  @Test(
    arguments: [
      (["1200", "1200.5", "1200.55", "0"], [120_000, 120_050, 120_055, 0]),
      (["$1,200.50", "(500)", "-5", "7-"], [120_050, -50_000, -500, -700]),
      (["1.234,56", "0,5"], [123_456, 50]),
      (["1 200.50", "1\u{A0}200", "1'200"], [120_050, 120_000, 120_000]),
      (["$342.09K", "1.2M"], [34_209_000, 120_000_000]), (["1200 USD", "USD 3"], [120_000, 300]),
      (["0,5", "12,25"], [50, 1_225]),
      (["0.125", "0.135", "0.1250000001", "-0.125"], [12, 14, 13, -12]),  // half to even
      (["1e-60", "1e-3", "5e-3", "15e-3", "0e99", "2e2"], [0, 0, 0, 2, 0, 20_000]),
    ] as [([String], [Int64])])
  func readsAmountsToTheCent(cells: [String], expected: [Int64]) throws {
    #expect(try column(cells).amounts(0).minorUnits == expected)
  }

  @Test func proofsAreShownAsTheirWords() throws {
    let proof = try column(["1.234,50"]).decimalMark(of: 0)
    let json = String(decoding: try JSONEncoder().encode(proof), as: UTF8.self)
    #expect(json.contains("\"mark\":\"comma\"") && json.contains("\"verdict\":\"comma\""))
    #expect(try JSONEncoder().encode([Figure.value(1.5), .absent(because: "x")]) == Data("[1.5,null]".utf8))
  }

  @Test func amountsKnowMissingFromZeroAndWhichCurrencyIsNamed() throws {
    let amounts = try column(["", "N/A", "0", "€5", "$1", "5 JPY"]).amounts(0)
    #expect(amounts.minorUnits == [AmountColumn.missing, AmountColumn.missing, 0, 500, 100, 5])
    #expect(amounts.currencies.map(\.description) == ["EUR", "USD", "JPY"])
    #expect(try column(["5"]).amounts(0, home: #require(Currency("JPY"))).minorUnits == [5])
  }

  @Test(arguments: [
    ["12..3"], ["1,20,5.5"], ["abc"], ["#REF!"], ["99999999999999999999"], ["1.5", "1,5"],
    ["1e30"], ["92233720368547758.08"], ["9300000000000000000"],
  ])
  func refusesWhatIsNoAmountWithItsPlace(cells: [String]) throws {
    let errors = try #require(throws: InputErrors.self) { try column(cells).amounts(0) }
    #expect(errors.diagnostics.first?.place?.line == 2)
  }

  @Test func groupsThatMayBeDecimalsAreReadByNobodyUntilItIsSaid() throws {
    for (cells, separator) in [
      (["1.234", "5"], ","), (["1,234"], ";"), (["1,234"], "|"), (["1,234", "1.234"], ","),
    ] {
      let errors = try #require(throws: InputErrors.self) {
        try column(cells, separator: separator).amounts(0)
      }
      #expect(errors.diagnostics.map(\.id) == ["csv.decimal-mark"])
      #expect(throws: InputErrors.self) { try column(cells, separator: separator).numbers(0) }
      #expect(throws: InputErrors.self) { try column(cells, separator: separator).rates(0, isPercent: true) }
    }
    #expect(try column(["1.234", "5"]).amounts(0, decimal: .comma).minorUnits == [123_400, 500])
    #expect(try column(["1.234", "5"]).amounts(0, decimal: .point).minorUnits == [123, 500])
  }

  @Test func groupsOfThousandsAreReadAsTheFileReadsOrAsIsSaid() throws {
    #expect(try column(["1,234"]).amounts(0).minorUnits == [123_400])
    #expect(try column(["1,234"]).amounts(0, decimal: .comma).minorUnits == [123])
    #expect(try column(["1.234"], separator: ";").amounts(0).minorUnits == [123_400])
    #expect(try column(["12.34", "1.234"]).amounts(0).minorUnits == [1_234, 123])
    // Where the comma is said to stand before decimals, a point cannot.
    #expect(throws: InputErrors.self) { try column(["12.34"]).amounts(0, decimal: .comma) }
    #expect(throws: InputErrors.self) { try column(["12,34"]).amounts(0, decimal: .point) }
  }

  @Test func readsNumbersAndRates() throws {
    let numbers = try column(["3", "", "1,200.5"]).numbers(0)
    #expect(numbers[0] == 3)
    #expect(numbers[1].isNaN)
    #expect(numbers[2] == 1200.5)
    #expect(try column(["25%", "0.5"]).rates(0, isPercent: false) == [0.25, 0.5])
    #expect(try column(["25", "100 %"]).rates(0, isPercent: true) == [0.25, 1])
  }

  @Test func anAmountWrittenAndReadIsTheSame() throws {
    var random = SplitMix64(seed: 11)
    let cents = (0..<2_000).map { _ in Int64(random.next() >> 24) * (random.next() % 4 == 0 ? -1 : 1) }
    let cells = cents.map { cent in
      let digits = String(cent.magnitude)
      let text = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      return (cent < 0 ? "-" : "") + text.dropLast(2) + "." + text.suffix(2)
    }
    #expect(try column(cells).amounts(0).minorUnits == cents)
  }
}
