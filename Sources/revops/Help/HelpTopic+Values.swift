import RevOpsCore

/// How one kind of value is written: forms that are read, and forms that are refused with the way out.
///
/// The tests read every form of the lists.
struct WrittenForm: Sendable {
  let kind: String
  let accepted: [String]
  let refused: [String]
  let note: String

  static let quantities = [
    WrittenForm(
      kind: "number", accepted: ["1200", "1_200", "1,200", "1.5e6", "1.2M", "800k", "3B", "(500)"],
      refused: ["1,20", "12..3"], note: "brackets mean minus; k, M and B mean thousands, millions, billions"),
    WrittenForm(
      kind: "money", accepted: ["$1.2M", "1,200 EUR", "EUR 500", "($300)", "1200"], refused: ["12 XXZ"],
      note: "in the workspace's currency where none stands there; another one needs a rate in company.fx"),
    WrittenForm(
      kind: "rate", accepted: ["25%", "0.25", "130%"], refused: ["25"],
      note: "a percentage or a fraction; a bare number above 10 is refused, since 25 may mean 25%"),
    WrittenForm(kind: "ratio", accepted: ["3x", "3:1", "3"], refused: ["3:0"], note: "how many times"),
    WrittenForm(
      kind: "duration",
      accepted: ["60 days", "60d", "2 weeks", "18 months", "18mo", "4 hours", "4 business hours", "1 year"],
      refused: ["60"], note: "a bare number only where the key names the unit, as cycle_days does"),
    WrittenForm(
      kind: "band", accepted: ["<$1M", "$1-5M", "$20M+"], refused: ["1..5"],
      note: "the lower edge belongs to it, the upper one does not"),
    WrittenForm(
      kind: "not given", accepted: [], refused: [],
      note: "a missing key, an empty text, null and ~ all mean that nothing is given; a zero is a zero"),
  ]

  static let dates = [
    WrittenForm(
      kind: "date", accepted: ["2026-03-31"], refused: ["31.03.2026", "2026-02-30"],
      note: "in documents and options; years first"),
    WrittenForm(
      kind: "period", accepted: ["2026-03", "2026-Q1", "2026", "FY26", "FY2026-Q3"], refused: ["Q1 2026"],
      note: "with FY by the company's fiscal year, without it by the calendar"),
  ]

  /// The form as a line of help.
  var term: HelpPage.Term {
    var parts: [String] = []
    if !accepted.isEmpty { parts.append(accepted.joined(separator: " | ") + ";") }
    if !refused.isEmpty { parts.append("not \(refused.joined(separator: " | "));") }
    parts.append(note)
    return HelpPage.Term(kind, parts.joined(separator: " "))
  }
}

extension HelpTopic {
  static let quantities = HelpTopic(name: "quantities", title: "how numbers, money and time are written") {
    _ in
    [.terms(WrittenForm.quantities.map(\.term))]
  }

  static let dates = HelpTopic(name: "dates", title: "how days and periods are written and settled") { _ in
    [
      .terms(WrittenForm.dates.map(\.term)),
      .heading("In exports"),
      .paragraph(
        "Tables hold dates in the forms of the program that wrote them. Whether the day or the month comes "
          + "first is settled once for a whole column, by a cell that proves it. Where none does, nothing is "
          + "guessed: 'date_order: dmy' or 'mdy' under the table says it, and 'revops inspect FILE' shows it. A moment "
          + "with an offset from UTC, as CRMs export it, counts for its day in 'company.timezone' (UTC)."),
      .heading("The day of a report"),
      .paragraph(
        "--as-of DATE, else as_of of the company or the document, else the latest day that the data knows, "
          + "else today (UTC), and then the report says so."),
    ]
  }

  static let expressions = HelpTopic(name: "expressions", title: "the language of rules, filters and checks")
  { _ in
    [
      .terms([
        HelpPage.Term(
          "comparison", "= != < <= > >=, IN (a, b), BETWEEN a AND b, contains, matches, is missing"),
        HelpPage.Term("logic", "AND, OR, NOT, in words; NOT binds tighter than AND, AND tighter than OR"),
        HelpPage.Term(
          "arithmetic", "+ - * / with units: money by a rate is money, a date less a date is days"),
        HelpPage.Term(
          "values",
          "as 'revops help quantities' has them, but no commas between thousands (1200, 1_200, $1200.50) and ratios "
            + "as 3x; texts in quotes, dates as 2026-03-31"),
        HelpPage.Term(
          "lists",
          "any(list, it > 2), all(list, it > 2), count(list, it > 2), sum(list, it * 2), avg, min, max; 'it' is the "
            + "element, whose own members go by their names: sum(deals, amount)"),
        HelpPage.Term(
          "choices", "if(condition, then, else); coalesce(x, otherwise), the first that is not missing"),
        HelpPage.Term(
          "columns",
          "--where and a table's where: read dates, amounts, rates and flags as the commands do; an amount and a number "
            + "beside it are in the currency shown, in where: in the company's"),
        HelpPage.Term("missing", "a comparison with a missing value is neither true nor false, as in SQL"),
      ]),
      .heading("Functions"),
      .terms(Expression.functions.map { HelpPage.Term($0.signature, $0.summary) }),
      .heading("Examples"),
      .examples([
        CommandSpec.Example("revops eval '$1.2M * 25%'", "a value and its type"),
        CommandSpec.Example("revops eval 'Amount > 10000' deals.csv", "the rows for which it is true"),
      ]),
    ]
  }
}
