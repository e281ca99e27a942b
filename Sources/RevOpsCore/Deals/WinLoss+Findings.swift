extension WinLoss {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [
      unexplained(result, input), unrouted(result, input), reviews(result),
    ].compactMap(\.self) + spellings(result)
      + input.table.findings(after: input.asOf, in: input.settings.period, "revops deals winloss")
      + result.patterns.filter { !$0.isAbove && !$0.group.isEmpty }.map { weakSpot($0, result) }
  }

  /// Losses of which nobody says why.
  private static func unexplained(_ result: Result, _ input: Input) -> Finding? {
    guard let share = result.lossReasonCompleteness.value,
      let none = result.reasons.first(where: { $0.reason.isEmpty }),
      input.benchmarks.judge("loss_reason_completeness", share)?.status != .green
    else { return nil }
    return Finding(
      "deals.unexplained-losses", .warning, subject: "\(result.from)..\(result.to)",
      "\(none.deals) of the \(result.lost) lost deals \(none.deals == 1 ? "gives" : "give") no reason",
      evidence: [.init("deals", .integer(none.deals))] + value(none.value.value),
      advice: "require a reason when a deal is lost, and ask the owners for these",
      stake: none.value.value.map { .money($0) },
      command: "revops pipeline hygiene")
  }

  /// Reasons that no team is known to act on.
  private static func unrouted(_ result: Result, _ input: Input) -> Finding? {
    let reasons = result.reasons.filter { !$0.reason.isEmpty && $0.team == nil }
    guard let first = reasons.first else { return nil }
    let values = reasons.compactMap(\.value.value)
    let sum = values.isEmpty ? nil : values.reduce(0, +)
    return Finding(
      "deals.unrouted-reasons", .info, subject: first.reason,
      "\(reasons.count) loss \(reasons.count == 1 ? "reason is" : "reasons are") on nobody's list",
      evidence: [.init("reasons", .array(reasons.map { .string($0.reason) }))] + value(sum),
      advice: "name the team that can act on it under 'deals.winloss.routes'",
      stake: sum.map { .money($0) }, command: "revops deals winloss")
  }

  /// A sum as evidence, where there is one.
  private static func value(_ units: Double?) -> [JSONValue.Member] {
    units.map { [.init("value", .number($0))] } ?? []
  }

  /// Words of a column that count as one, told once for each column.
  private static func spellings(_ result: Result) -> [Finding] {
    result.spellings.map(\.column).uniqued().map { column in
      let words = result.spellings.filter { $0.column == column }
      let others = words.count == 1 ? "" : ", and \(words.count - 1) more likewise"
      return Finding(
        "deals.spellings", .info, subject: column,
        "'\(words[0].shown)' also stands as '\(words[0].also.joined(separator: "', '"))'\(others); "
          + "spellings of a word count as one",
        evidence: [.init("others", .array(words.flatMap(\.also).map(JSONValue.string)))],
        advice: "offer a list of words in the CRM, and correct the others there",
        command: "revops deals winloss")
    }
  }

  /// Deals whose review is still to be held.
  private static func reviews(_ result: Result) -> Finding? {
    guard let coverage = result.winLossCoverage.value, coverage < 1 else { return nil }
    let open = result.interviews.filter { !$0.isReviewed }
    return Finding(
      "deals.reviews-due", .warning, subject: "\(result.from)..\(result.to)",
      "\(open.count) of the \(result.interviews.count) deals that call for a review had none",
      evidence: [
        .init("win_loss_coverage", .number(coverage)), .init("first", .string(open.first?.id ?? "")),
      ],
      advice: "ask the buyers of the losses while they remember, the largest deal first",
      command: "revops deals winloss")
  }

  /// A group that surely wins less often than all do.
  private static func weakSpot(_ pattern: Pattern, _ result: Result) -> Finding {
    Finding(
      "deals.weak-spot", .info, subject: "\(pattern.by) \(pattern.group)",
      "\(NumberFormat.rate(pattern.winRate)) of its deals are won, less than the others' beyond chance",
      evidence: [
        .init("win_rate", .number(pattern.winRate)), .init("win_rate_high", .number(pattern.winRateHigh)),
        .init("win_rate_of_all", .number(result.winRate.value ?? 0)),
      ],
      advice: "read the losses there one by one before anything is changed", command: "revops deals winloss")
  }
}

/// What `revops explain` says of the findings of single deals.
enum DealsPages {
  static let all: [ExplainPage] = [
    ExplainPage(
      id: "deals.unexplained-losses", title: "Losses that nobody explains",
      what: "Deals were lost in the period and their loss reason is empty.",
      why: "What is not written down is lost again: product, price and pitch learn nothing from it.",
      example: "66 of 436 losses without a reason, $2M of value.",
      remedy:
        "Require the reason in the CRM when a deal is lost; ask the owners for those of the last quarter.",
      limits: "A reason such as 'Other' counts as one."),
    ExplainPage(
      id: "deals.unrouted-reasons", title: "A loss reason on nobody's list",
      what: "Deals were lost for a reason of which nothing says which team can act on it.",
      why: "Win/loss analysis pays only where its findings reach somebody who can change something.",
      example: "Losses for 'Legal', which is neither price, feature, competitor, timing nor fit.",
      remedy: "Name the team under 'deals.winloss.routes': {Legal: sales}.",
      limits: "Reasons are told apart by English words in them."),
    ExplainPage(
      id: "deals.spellings", title: "One word in several spellings",
      what:
        "Words of a column differ in letter case or blanks alone, such as 'Price' and 'price', and count as one.",
      why: "Elsewhere they are two: a list of loss reasons in the CRM shows each smaller than it is.",
      example: "'Price' also stands as 'price', 'PRICE'.",
      remedy: "Offer a list of words in the CRM in place of free text, and correct the others there.",
      limits:
        "The most frequent spelling is shown. Reasons, competitors, segments, sources, products and types are looked at; "
        + "names of people are told apart."),
    ExplainPage(
      id: "deals.reviews-due", title: "Reviews still to be held",
      what: "Deals among the most valuable, or lost to a competitor, are not among the reviewed ones.",
      why: "Buyers forget within weeks, and what they would have said with them.",
      example: "12 of 40 deals that call for a review had one.",
      remedy: "Hold them, the largest first, by somebody other than the owner; list them under 'reviewed'.",
      limits: "'deals.winloss.interview_share' moves what counts as most valuable, 20% unless said."),
    ExplainPage(
      id: "deals.weak-spot", title: "Where deals are won less often",
      what: "The 95% interval of a group's win rate lies below the win rate of all deals.",
      why: "Effort spent where little is won is missing where more would be.",
      example: "15% of the deals from paid search are won, 24% of all.",
      remedy:
        "Read the losses one by one, and tell whether it is the lead, the pitch, the product or the person.",
      limits: "With twenty groups one stands out by chance alone every now and then."),
  ]
}
