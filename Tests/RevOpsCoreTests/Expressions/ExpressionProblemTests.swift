import Testing

@testable import RevOpsCore

@Suite struct ExpressionProblemTests {
  static let schema = ExpressionSchema(
    [
      .init("company_size", .number), .init("icp_tier", .text), .init("amount", .money),
      .init("win_rate", .rate), .init("close_date", .date), .init("cycle_days", .timed(.days)),
      .init("is_won", .truth), .init("cycle", .span),
      .init("deals", .list(.record([.init("amount", .number)]))),
    ],
    constants: ["named_account_list": .list([.text("Acme"), .text("Initech")])])

  static func problem(_ text: String) -> Diagnostic? {
    do throws(InputErrors) {
      _ = try Expression.parse(text).check(against: schema, wanted: .truth)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test(arguments: [
    (
      "company_sise > 5", "unknown-name", 1, "there is no field 'company_sise'",
      "did you mean 'company_size'?"
    ),
    ("1 < 2 and tier = 'A'", "unknown-name", 11, "there is no field 'tier'", "a text stands in quotes"),
    ("any(deals, amuont > 1)", "unknown-name", 12, "there is no field 'amuont'", "did you mean 'amount'?"),
    ("deals.amuont is missing", "unknown-name", 1, "'deals' has no field 'amuont'", "did you mean 'amount'?"),
    ("rond(1) = 1", "unknown-function", 1, "there is no function 'rond'", "did you mean 'round'?"),
    ("round() = 1", "arguments", 1, "'round' is given 0 arguments", "round(x[, places])"),
    (
      "sum([$1, 2]) > $1", "type", 10,
      "a list holds values of one kind, but '$1' is money and '2' is a number",
      nil
    ),
    ("any(deals)", "arguments", 1, "'any' wants a condition", "any(list, condition)"),
    ("company_size = 'A'", "type", 16, "'company_size' is a number, but 'A' is text", nil),
    ("icp_tier = 5", "type", 12, "'icp_tier' is text, but '5' is a number", "compare it with text: '5'"),
    (
      "amount + 5 > $1", "type", 10, "'5' is a number and cannot be added to 'amount', which is money",
      "like $500"
    ),
    ("amount + 5% > $1", "type", 10, "'5%' is a rate and cannot be added", "amount * (1 + 5%)"),
    ("close_date + 30 > today()", "type", 14, "'30' is a number and cannot be added", "close_date + 30 days"),
    ("amount * amount > $1", "type", 10, "cannot be multiplied", nil),
    ("cycle > 60", "type", 9, "'cycle' is a duration, but '60' is a number", "say the unit: 60 days"),
    ("close_date = 2026-Q1", "type", 14, "but '2026-Q1' is a period", "close_date IN 2026-Q1"),
    (
      "company_size", "type", 1, "'company_size' is a number, but true or false is wanted", "company_size > 0"
    ),
    ("company_size and is_won", "type", 1, "AND wants a condition", nil),
    ("is_won > true", "type", 10, "'is_won' is true or false", "only = and !="),
    ("icp_tier = null", "type", 12, "nothing is ever equal to NULL", "icp_tier IS NULL"),
    ("icp_tier in ['A', null]", "type", 19, "nothing is ever equal to NULL", "icp_tier IS NULL"),
    ("icp_tier != ''", "type", 13, "never an empty text", "icp_tier is not missing"),
    ("company_size in 5", "type", 17, "IN wants a list or a period", "write [5]"),
    ("company_size in named_account_list", "type", 17, "'named_account_list' lists texts", nil),
    ("icp_tier in ['A', 5]", "type", 19, "'icp_tier' is text, but '5' is a number", "'5'"),
    ("company_size contains 'x'", "type", 1, "'contains' wants text", "text(company_size)"),
    ("icp_tier matches icp_tier", "pattern", 18, "wants a pattern in quotes", nil),
    ("icp_tier matches '(a'", "pattern", 18, "a '(' is never closed", "\\("),
    ("amount > 5 dogs", "literal", 10, "found '5 dogs'", nil),
    ("close_date > 2026-02-30", "literal", 14, "February 2026 has the days 1 to 28", nil),
    ("amount > £5", "literal", 10, "no rate for GBP", "company.fx"),
    ("icp_tier = 'A", "syntax", 12, "is never closed", "add '"),
    ("(is_won", "syntax", 1, "the bracket that opens here is never closed", nil),
    ("is_won and", "syntax", 11, "the expression ends where", nil),
    ("is_won && is_won", "syntax", 8, "'&&' means nothing here", "write AND"),
    ("1 < 2 < 3", "syntax", 7, "follows a comparison", "join two comparisons with AND"),
    ("Completed onboarding", "syntax", 11, "found 'onboarding'", nil),
    ("", "syntax", 1, "the expression is empty", nil),
    (
      "sum(deals) > 5", "type", 5, "'deals' is a group of figures, of which there is no sum",
      "sum(deals, amount)"
    ),
    ("if(is_won, 1, 'a') = 1", "type", 15, "either may come out", nil),
    ("close_date = '31.01.2026'", "type", 14, "is text", "a date is written 2026-03-31"),
    ("win_rate > 25", "type", 12, "'win_rate' is a rate, and '25' is 2500%", "did you mean 25%?"),
    // The calendar has its ends.
    ("close_date < 9999-12-31 + 1 day", "calendar", 14, "the calendar ends on 9999-12-31", "shorter"),
    ("close_date < 2026-01-01 + 1e9 days", "calendar", 14, "the calendar ends on 9999-12-31", "shorter"),
    ("close_date > 0001-01-01 - 1 day", "calendar", 14, "the calendar begins on 0001-01-01", "shorter"),
    ("close_date < 2026-01-01 + 7974 years", "calendar", 14, "the calendar ends on 9999-12-31", "shorter"),
    // Friday the 24th and 6 business days, of which the year has 5.
    ("close_date < 9999-12-24 + 6 business days", "calendar", 14, "the calendar ends", "shorter"),
    ("close_date < 9999-12-31T23:00Z + 2 hours", "calendar", 14, "the calendar ends", "shorter"),
    // Business time is no calendar time.
    (
      "4 business hours + 1 hour > 2 hours", "type", 20, "'4 business hours' is business time, but '1 hour'",
      "business_hours(start, end)"
    ),
    (
      "cycle_days > 4 business hours", "type", 14, "'4 business hours' is business time, but 'cycle_days' is",
      "write both in the same"
    ),
    (
      "hours(4 business hours) > 2", "type", 7, "is business time, but 'hours' counts calendar time",
      "divide it"
    ),
    ("1 day / 1 business day > 2", "type", 9, "is business time, but '1 day' is calendar time", nil),
    (
      "max(1 day, 1 business day) > 2 days", "type", 12, "is business time, but '1 day' is calendar time", nil
    ),
    ("1 day in (1 business day)", "type", 11, "is business time, but '1 day' is calendar time", nil),
    // Numbers as they are written elsewhere.
    (
      "sum((1,2,3), it) > 1", "syntax", 7, "found ',' where a closing bracket is wanted",
      "a list is written [1, 2, 3]"
    ),
    ("company_size > 1,200", "syntax", 17, "found ','", "no commas stand between thousands: write 1200"),
    ("amount > $1,200,000.50", "syntax", 12, "found ','", "write $1200000.50"),
    ("(company_size > 1,200)", "syntax", 18, "found ','", "write 1200"),
    ("company_size > 3:1", "syntax", 17, "':' means nothing here", "a ratio is written 3x"),
    (
      "close_date > 2026-3-1", "literal", 14, "may be a date or a subtraction", "a date is written 2026-03-01"
    ),
    ("close_date > 2026-03-1", "literal", 14, "may be a date or a subtraction", "2026 - 3 - 1"),
    ("amount > $1.2mm", "literal", 10, "found '$1.2mm', but thousands, millions", "did you mean $1.2M?"),
    ("company_size > 1.2 M", "literal", 16, "right behind the number", "did you mean 1.2M?"),
    ("company_size > 1.2 million", "literal", 16, "right behind the number", "did you mean 1.2M?"),
    ("company_size > 0x10", "literal", 16, "found '0x10', but a quantity is written like", nil),
    ("cycle > 5 m", "literal", 9, "'m' could be minutes or months", "write min or mo"),
  ])
  func saysWhatIsWrongWhereAndTheWayOut(
    text: String, id: String, column: Int, message: String, hint: String?
  ) throws {
    let problem = try #require(Self.problem(text))
    #expect(problem.id == "expression.\(id)")
    #expect(problem.place?.column == column)
    #expect(problem.message.contains(message), "\(problem.message)")
    if let hint { #expect(problem.hint?.contains(hint) == true, "\(problem.hint ?? "no hint")") }
  }

  @Test(arguments: [
    "company_size >= 500 AND icp_tier IN ['A', 'B']", "company_size BETWEEN 50 AND 499",
    "company_size < 50 AND company_size >= 50", "company_size < 50", "icp_tier IN named_account_list",
    "icp_tier in (named_account_list)", "cycle_days > 60", "cycle_days > 60 days",
    "cycle_days + 2 weeks < 90 days",
    "amount > 50000", "win_rate >= 0.25", "win_rate >= 25%", "close_date >= '2026-01-01'",
    "close_date - today() < 30 days", "company_size = '500'", "NOT is_won", "sum(deals.amount) > 5",
    "any(deals, amount > 100k)", "4 business hours + 1 business day > 2 business hours",
    "company_size > 2026 - 3 - 1",
    "close_date < 9999-12-30 + 1 day", "close_date < 9999-12-24 + 5 business days", "max(1, 200) > 5",
    "close_date - 2026-01-01 > 5 days", "company_size in (1,200)", "`company_size` > 5", "Company_Size > 5",
    "close_date IN FY26",
  ])
  func acceptsWhatHasOneMeaning(text: String) {
    #expect(Self.problem(text) == nil)
  }

  @Test func listsEveryProblemAtOnce() throws {
    do throws(InputErrors) {
      _ = try Expression.parse("a > 1 and b < 5 dogs and rond(2) = 2").check(against: Self.schema)
      Issue.record("was accepted")
    } catch {
      #expect(error.diagnostics.map(\.place?.column) == [1, 11, 15, 26])
    }
  }

  @Test func pointsIntoTheFileThatHoldsTheExpression() throws {
    let line = "    condition: \"größe > 5 and b = 1\""
    let place = Place(file: "lead-routing.yaml", line: 4, column: 16, length: 21, excerpt: line)
    let expression = try Expression.parse("größe > 5 and b = 1", at: place)
    do throws(InputErrors) {
      _ = try expression.check(against: ExpressionSchema([.init("größe", .number)]))
      Issue.record("was accepted")
    } catch {
      let found = try #require(error.diagnostics.first?.place)
      // The quote stands in column 16, so the text begins in 17 and 'b' 14 scalars on.
      #expect((found.line, found.column, found.length) == (4, 31, 1))
      #expect(found.excerpt == line)
    }
  }

  @Test func pointsAtTheWholeValueWhereTheFileHasItFolded() throws {
    let place = Place(file: "a.yaml", line: 2, column: 3, length: 4, excerpt: "  a >")
    do throws(InputErrors) {
      _ = try Expression.parse("a > )", at: place)
      Issue.record("was accepted")
    } catch {
      #expect(error.diagnostics.first?.place == place)
    }
  }

  @Test(arguments: ["(", "not ", "- ", "abs(", "["])
  func refusesWhatIsTooDeepAndReadsTwoHundredLevels(opener: String) {
    let deep = String(repeating: opener, count: 10_000) + "1"
    #expect(Self.problem(deep)?.id == "expression.size")
    let closer = opener.contains("(") ? ")" : opener == "[" ? "]" : ""
    let inner = opener == "not " ? "is_won" : "1"
    let allowed = String(repeating: opener, count: 200) + inner + String(repeating: closer, count: 200)
    let problem = Self.problem(allowed)
    #expect(problem?.id != "expression.size" && problem?.id != "expression.syntax")
  }

  @Test func refusesWhatIsTooLong() {
    let long = Array(repeating: "is_won", count: 20_000).joined(separator: " and ")
    #expect(Self.problem(long)?.id == "expression.size")
    let allowed = Array(repeating: "is_won", count: 5_900).joined(separator: " and ")
    #expect(Self.problem(allowed) == nil)
  }

  @Test func everyProblemHasItsPage() {
    let pages = Expression.pages.map(\.id)
    #expect(Set(pages) == Set(ExpressionProblem.Kind.allCases.map(\.rawValue)))
    #expect(pages.count == Set(pages).count)
  }

  /// Without a bound these take time in a power of their length.
  @Test func refusesListsWithinListsBeyondABound() {
    let list = "[" + Array(repeating: "1", count: 200).joined(separator: ", ") + "]"
    #expect(Self.problem("any(\(list), any(\(list), any(\(list), it > 5)))")?.id == "expression.size")
    #expect(Self.problem("any(\(list), any(\(list), it > 5))") == nil)
    #expect(Self.problem("any([1], any([1], any([1], any([1], it > 1))))")?.id == "expression.size")
  }

  @Test func decidesConditionsWithinConditionsOnce() throws {
    // Were each level evaluated twice, this would take 2 to the power of 150.
    let deep =
      String(repeating: "if(", count: 150) + "1 > 1 / 0" + String(repeating: ", true, false)", count: 150)
    #expect(try evaluated("\(deep) is missing").0 == "true")
  }

  @Test func listsNoMoreProblemsThanAPersonReads() {
    let many = Array(repeating: "nowhere > 1", count: 1_000).joined(separator: " and ")
    do throws(InputErrors) {
      _ = try Expression.parse(many).check(against: Self.schema)
    } catch {
      #expect(error.diagnostics.count == 20)
    }
  }
}
