import Testing

@testable import RevOpsCore

/// What `revops eval` prints for an expression: its value and the name of its type.
func evaluated(_ text: String, _ environment: ExpressionEnvironment = .northwind) throws -> (String, String) {
  let result = try Eval.run(text, environment: environment)
  guard case .value(let value) = result.outcome else { return ("", "") }
  return (value.description, result.type.name)
}

extension ExpressionEnvironment {
  /// A company in dollars whose year begins in February, on the last day of March 2026.
  static let northwind: ExpressionEnvironment = {
    var rates = ExchangeRates(home: .usd)
    if let euro = Currency("EUR") { try? rates.add(euro, ExactDecimal.parse("1.08")) }
    return ExpressionEnvironment(
      asOf: CalendarDate(year: 2026, month: 3, day: 31), rates: rates,
      fiscal: FiscalCalendar(startMonth: 2) ?? FiscalCalendar())
  }()
}

@Suite struct ExpressionValueTests {
  @Test(arguments: [
    ("1.2M", "1200000", "number"), ("800k", "800000", "number"), ("3B", "3000000000", "number"),
    ("1_200", "1200", "number"), ("1.5e6", "1500000", "number"), ("2e-3", "0.002", "number"),
    ("3x", "3", "number"), ("25%", "25%", "rate"), ("2.5 points", "2.5%", "rate"), ("5pts", "5%", "rate"),
    ("$1.2M", "1200000 USD", "money"), ("€500", "500 EUR", "money"), ("100 EUR", "100 EUR", "money"),
    ("USD 1.5k", "1500 USD", "money"), ("60 days", "60 days", "duration"), ("14d", "14 days", "duration"),
    ("18mo", "18 months", "duration"), ("4 business hours", "4 business hours", "duration"),
    ("2026-03-31", "2026-03-31", "date"), ("2026-03-31T14:05+02:00", "2026-03-31T12:05Z", "moment"),
    ("2026-Q1", "2026-Q1", "period"), ("2026-03", "2026-03", "period"), ("FY26", "FY2026", "period"),
    ("FY2026-Q3", "FY2026-Q3", "period"), ("'it''s'", "it's", "text"), ("\"a 'b'\"", "a 'b'", "text"),
    ("[1, 2]", "[1, 2]", "list"), ("TRUE", "true", "boolean"), ("null", "", "missing"),
  ])
  func readsTheQuantitiesOfPlanFiles(text: String, value: String, type: String) throws {
    #expect(try evaluated(text) == (value, type))
  }

  @Test(arguments: [
    // Exact decimals, as on paper.
    ("0.1 + 0.2 = 0.3", "true"), ("49.43 = 49.430", "true"), ("1.1 * 1.1", "1.21"), ("7 / 2", "3.5"),
    ("9223372036854775807 + 1", "9223372036854775808"),
    ("99999999999 * 99999999999", "9999999999800000000001"), ("1 / 3 * 3", "1"),
    // Units.
    ("$100 + $20", "120 USD"), ("$200 * 25%", "50 USD"), ("25% * $200", "50 USD"), ("$1M / 4", "250000 USD"),
    ("$1M / $250k", "4"), ("$100 + 100 EUR", "208 USD"), ("100 EUR > $107", "true"),
    ("100 EUR > $108", "false"), ("25% + 5 points", "30%"), ("1 - 5%", "0.95"), ("25% / 5%", "5"),
    ("100 * 25%", "25"), ("50% * 50%", "25%"), ("$5 > 4", "true"), ("25% = 0.25", "true"),
    ("-$5 + $5 = $0", "true"),
    // Dates and spans.
    ("2026-01-31 + 1 month", "2026-02-28"), ("2026-03-31 - 60 days", "2026-01-30"),
    ("2026-03-31 - 2026-01-30", "60 days"), ("60 days > 8 weeks", "true"), ("12 months = 1 year", "true"),
    ("2 weeks = 14d", "true"), ("1 month > 30 days", "true"), ("2 * 30 days", "60 days"),
    ("60 days / 2", "30 days"), ("60 days / 30 days", "2"), ("1 week + 3 days", "10 days"),
    ("2026-03-27 + 2 business days", "2026-03-31"), ("2026-03-31 IN 2026-Q1", "true"),
    ("2026-04-01 IN 2026-Q1", "false"), ("2026-03-31T23:30Z <= 2026-03-31", "true"),
    ("2026-03-31T09:00Z - 2026-03-30T09:00Z", "24 hours"),
    ("2026-03-31T09:00Z + 90 min", "2026-03-31T10:30Z"),
    ("'2026-03-31' = 2026-03-31", "true"), ("FY26-Q1 < FY26-Q2", "true"),
    // Texts.
    ("'Acme GmbH' contains 'GmbH'", "true"), ("'Acme' contains 'acme'", "false"),
    ("lower('ACME') = 'acme'", "true"), ("'Acme' starts with 'Ac'", "true"), ("'Acme' ends with 'e'", "true"),
    ("'Acme' not ends with 'e'", "false"), ("'abc' matches '^a.c$'", "true"), ("'B' < 'a'", "true"),
    ("'é' = 'e\u{301}'", "true"), ("['a', 'b'] contains 'b'", "true"),
    // Conditions.
    ("2 in (1, 2)", "true"), ("2 NOT IN [1, 2]", "false"), ("5 not between 1 and 3", "true"),
    ("1 is missing", "false"), ("null is missing", "true"), ("NULL IS NOT NULL", "false"),
    ("1 ≤ 2 and 2 ≠ 3", "true"), ("1 <> 2 and 1 == 1", "true"),
  ])
  func computesAsOnPaper(text: String, value: String) throws {
    #expect(try evaluated(text).0 == value)
  }

  @Test(arguments: [
    ("today()", "2026-03-31"), ("days_between(2026-01-30, today())", "60"), ("year(today())", "2026"),
    ("quarter(2026-04-01)", "2"), ("month(today())", "3"), ("day(today())", "31"),
    ("weekday(2026-03-30)", "1"),
    // The fiscal year begins in February and is named for the year in which it ends.
    ("fiscal_year(2026-01-31)", "FY2026"), ("fiscal_year(2026-02-01)", "FY2027"),
    ("fiscal_quarter(2026-03-31)", "FY2027-Q1"), ("fiscal_quarter(today()) = FY27-Q1", "true"),
    ("start_of(FY27-Q1)", "2026-02-01"), ("end_of(2026-Q1)", "2026-03-31"),
    // Friday 16:00 to Monday 10:00 is one working hour on either day.
    ("business_hours(2026-03-27T16:00Z, 2026-03-30T10:00Z)", "2"),
    ("business_days(2026-03-27, 2026-03-31)", "2"), ("days(2 weeks)", "14"), ("hours(1 day)", "24"),
    ("months(1 year)", "12"), ("date('2026-03-31') + 1 day", "2026-04-01"),
    ("date(2026-03-31T10:00Z)", "2026-03-31"),
    ("abs(-3)", "3"), ("abs(-$3)", "3 USD"), ("round(2.5)", "3"), ("round(-2.5)", "-3"),
    ("round(1.005, 2)", "1.01"),
    ("round(1234, -2)", "1200"), ("floor(-1.5)", "-2"), ("ceil(1.2)", "2"), ("round($1.005, 2)", "1.01 USD"),
    ("min(3, 1, 2)", "1"), ("max(2026-01-01, today())", "2026-03-31"), ("number('1.5')", "1.5"),
    ("number(25%)", "0.25"), ("number('25%')", "0.25"), ("number('$1.2M')", "1200000"),
    ("number('1,200')", "1200"),
    ("date('2026-03-31T23:30:00-05:00')", "2026-04-01"), ("date('2026-03-31 23:30')", "2026-03-31"),
    ("4 business hours / 1 business hour", "4"), ("2026 - 3 - 1", "2022"),
    ("2026-03-31 + 1 business day - 2026-03-31", "1 days"), ("text(5)", "5"), ("upper('é')", "É"),
    ("trim(' a ')", "a"),
    ("length('naïve')", "5"),
    ("if(1 < 2, 'yes', 'no')", "yes"), ("coalesce(null, 3)", "3"),
    ("sum([1, 2, 3])", "6"), ("avg([1, 2])", "1.5"), ("min([3, 1])", "1"), ("max([3, 1])", "3"),
    ("count([3, 1])", "2"),
    ("any([1, 5], it > 4)", "true"), ("all([1, 5], it > 4)", "false"), ("count([1, 5, 7], it > 4)", "2"),
    ("sum([1, 2], it * 10)", "30"), ("any([], it > 1)", "false"), ("all([], it > 1)", "true"),
    ("sum([])", "0"),
    ("any([1, 2], any([2, 3], it = 2))", "true"), ("sum([$5, $7])", "12 USD"),
    ("max([60 days, 10 weeks])", "10 weeks"),
  ])
  func knowsTheFunctions(text: String, value: String) throws {
    #expect(try evaluated(text).0 == value)
  }

  @Test(arguments: [
    ("1 / 0", "it divides by zero"), ("$5 / $0", "it divides by zero"), ("1 / 0 > 3", "it divides by zero"),
    ("avg([])", "the list holds no values"), ("date('31.12.9999')", "a text is no date such as 2026-03-31"),
    ("date('9999-12-31') + 1 day", "the calendar ends on 9999-12-31"),
    ("date('0001-01-02') - 2 days", "the calendar begins on 0001-01-01"),
    ("number('x')", "a text is no number"),
    ("1e99 * 1e99 * 1e99 * 1e99", "the result is too large for a number"),
  ])
  func saysWhyThereIsNoValue(text: String, reason: String) throws {
    guard case .value(.missing(let because)) = try Eval.run(text).outcome else {
      Issue.record("'\(text)' has a value")
      return
    }
    #expect(because == reason)
  }

  @Test func todayIsMissingWhereNobodyGaveADate() throws {
    #expect(try evaluated("today()", ExpressionEnvironment()).1 == "date")
    #expect(try evaluated("today() is missing", ExpressionEnvironment()).0 == "true")
  }

  /// Kleene's tables, where the third value is a missing one: SQL and this language agree on them.
  @Test func joinsTruthAndAbsenceAsSQLDoes() throws {
    let values = ["true", "false", "null"]
    let and = ["true", "false", "", "false", "false", "false", "", "false", ""]
    let or = ["true", "true", "true", "true", "false", "", "true", "", ""]
    for (i, a) in values.enumerated() {
      for (j, b) in values.enumerated() {
        #expect(try evaluated("\(a) and \(b)").0 == and[i * 3 + j], "\(a) and \(b)")
        #expect(try evaluated("\(a) or \(b)").0 == or[i * 3 + j], "\(a) or \(b)")
      }
    }
    #expect(try evaluated("not null").0 == "")
    #expect(try evaluated("5 in [1, 1 + null]").0 == "")
    #expect(try evaluated("1 in [1, 1 + null]").0 == "true")
    #expect(try evaluated("5 between 6 and 1 + null").0 == "false")
    #expect(try evaluated("5 between 4 and 1 + null").0 == "")
  }

  /// Python's fractions as the oracle of the exact sums: the digits of both agree.
  @Test func sumsOfTenthsStayExact() throws {
    let tenths = Array(repeating: "0.1", count: 1_000).joined(separator: " + ")
    #expect(try evaluated(tenths).0 == "100")
  }
}
