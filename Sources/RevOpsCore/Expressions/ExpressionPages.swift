extension Expression {
  /// What `revops explain` says about the problems of expressions.
  public static let pages: [ExplainPage] = [
    ExplainPage(
      id: ExpressionProblem.Kind.syntax.rawValue,
      title: "An expression that cannot be read",
      what:
        "The text breaks off, has a sign or a word where none can stand, or leaves a bracket or a quote open.",
      why: "A rule that is not read is a rule that nobody follows: leads wait, deals pass a gate unseen.",
      example: "company_size >= 500 && icp_tier = 'A'",
      remedy: "Join conditions with AND, OR and NOT, put texts in quotes and names with spaces in backticks: "
        + "company_size >= 500 AND icp_tier = 'A'.",
      limits:
        "A sentence meant for people is no expression; where a document allows both, it stays a statement."),
    ExplainPage(
      id: ExpressionProblem.Kind.size.rawValue,
      title: "An expression too large or too deep",
      what:
        "It is longer than 65,536 bytes, has more than 200 brackets inside one another, or goes through lists "
        + "within lists too often.",
      why: "The bounds keep any file from making a report hang or break off.",
      example: "account IN ['Acme', 'Initech', ... thousands of names]",
      remedy: "Give the list a name of its own and write account IN named_accounts.",
      limits: "None of the bounds is met by a rule that a person can still review."),
    ExplainPage(
      id: ExpressionProblem.Kind.literal.rawValue,
      title: "A value that is no quantity",
      what:
        "A number with a unit, an amount, a date or a period is written in a form with no or several meanings.",
      why: "A unit read wrongly moves a threshold by a factor of 7 or of 30, and every row after it.",
      example: "stage_age > 5 m",
      remedy: "Write 5 min or 5 mo; 1.2M, 25%, $500, 60 days, 2026-03-31, 2026-Q1 and FY26 are understood.",
      limits: "Group commas are not, since a comma parts the items of a list: write 1_200 or 1.2k."),
    ExplainPage(
      id: ExpressionProblem.Kind.pattern.rawValue,
      title: "A pattern that cannot be used",
      what:
        "The regular expression behind 'matches' is malformed, stands in no quotes, or asks for something whose "
        + "time has no bound, such as a reference back.",
      why: "A pattern that takes minutes on one odd name stops a whole import.",
      example: "domain matches '(edu|student'",
      remedy:
        "Close the group: domain matches '(edu|student)'. Groups, classes, | * + ? {2,5}, ^ $ \\b and a leading "
        + "(?i) are there.",
      limits: "For a fixed part of a text, 'contains', 'starts with' and 'ends with' need no pattern."),
    ExplainPage(
      id: ExpressionProblem.Kind.unknownName.rawValue,
      title: "A name that nothing has",
      what: "The expression asks for a column, a figure or a list that is not there.",
      why: "A rule over a missing column would silently hold for no row, and look like good news.",
      example: "comapny_size > 50",
      remedy:
        "Take the name that is suggested, map the column under 'data', or put quotes around what is a text.",
      limits:
        "Case and separators do not matter as long as only one column fits: Company Size is company_size."),
    ExplainPage(
      id: ExpressionProblem.Kind.unknownFunction.rawValue,
      title: "A function that does not exist",
      what: "A word before a bracket is none of the functions of the language.",
      why: "Nothing is guessed: a wrong function would compute something else than was meant.",
      example: "averge(deals, amount)",
      remedy: "Take the one that is suggested: avg(deals, amount).",
      limits: "Functions cannot be added by a file."),
    ExplainPage(
      id: ExpressionProblem.Kind.arguments.rawValue,
      title: "Too few or too many arguments",
      what: "A function is given another number of arguments than it takes.",
      why: "An argument that is left out would have to be guessed.",
      example: "days_between(created_date)",
      remedy: "Give what the message shows: days_between(created_date, closed_date).",
      limits: "Arguments in [ ] of the form shown can be left out."),
    ExplainPage(
      id: ExpressionProblem.Kind.type.rawValue,
      title: "Values that do not go together",
      what:
        "An operator or a function meets a kind of value that it cannot work on, such as money and a duration.",
      why:
        "Text compared with numbers, or euros added to days, gives an answer that is wrong and looks right.",
      example: "close_date + 30 > today()",
      remedy: "Say the unit, close_date + 30 days, or convert: number(x), date(x), text(x), days(x).",
      limits: "A column is what all of its cells are: one stray text makes a column of numbers text."),
    ExplainPage(
      id: ExpressionProblem.Kind.calendar.rawValue,
      title: "A day that no calendar has",
      what:
        "A date and a duration that are both written out lead to a day before 0001-01-01 or after 9999-12-31.",
      why: "The last day of the calendar in its place would look like an answer.",
      example: "close_date < 2026-01-01 + 10000 years",
      remedy:
        "Write the duration that was meant, such as 10 years; for no end at all leave the condition out.",
      limits: "Where the date comes from a row, the result is missing for that row."),
  ]
}
