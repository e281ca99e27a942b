extension PipelineHygiene {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let deals = result.checks.compactMap { check in
      check.count.value.flatMap { $0 > 0 ? finding(check, Int($0), result, input) : nil }
    }
    let later = input.deals.later.finding(
      after: input.deals.terms.asOf, coinsPerUnit: input.table.coinsPerUnit, "revops pipeline hygiene",
      leavesOut: false)
    let others = [accountFinding(result, input), ownerFinding(input), later].compactMap(\.self)
    return (others + deals).sorted { a, b in
      (a.severity, b.worth, a.id) < (b.severity, a.worth, b.id)
    }
  }

  private static func finding(
    _ check: CheckResult, _ count: Int, _ result: Result, _ input: Input
  ) -> Finding {
    var evidence: [JSONValue.Member] = [
      .init("deals", .integer(count)), .init("of", .integer(check.of)),
    ]
    if let worst = result.worst[check.check] {
      evidence.append(.init("first", .string(input.table.text("id", worst) ?? "")))
    }
    return Finding(
      check.check.findingID, .warning, subject: check.check.rawValue,
      "\(count) of \(check.of) \(check.check.deals(check.of)) \(check.check.fault(count))",
      evidence: evidence, advice: check.check.advice,
      place: result.worst[check.check].flatMap { input.table.place($0, check.check.column) },
      stake: check.openValue.value.flatMap { $0 > 0 ? .money($0) : nil }, command: "revops pipeline hygiene")
  }

  /// Doubled account records, where they are more than the catalogue allows.
  private static func accountFinding(_ result: Result, _ input: Input) -> Finding? {
    guard let first = result.duplicateAccounts.first, let rate = result.duplicateRate.value else {
      return nil
    }
    let doubled = result.duplicateAccounts.reduce(0) { $0 + $1.accounts.count - 1 }
    let isHigh = input.benchmarks.judge("duplicate_rate", rate)?.status != .green
    return Finding(
      "pipeline.duplicate-accounts", isHigh ? .warning : .info, subject: input.accountTable.name,
      "\(doubled) of \(input.accounts.count) account records \(doubled == 1 ? "stands" : "stand") "
        + "for a company that another one holds",
      evidence: [
        .init("duplicate_rate", .number(rate)), .init("first", .array(first.accounts.map(JSONValue.string))),
      ],
      advice: "merge them, and match new accounts by domain before they are created",
      command: "revops pipeline hygiene")
  }

  /// Owners whose names differ from another in letter case and blanks alone, and who are two everywhere.
  private static func ownerFinding(_ input: Input) -> Finding? {
    guard let owners = input.table.labels("owner") else { return nil }
    let spellings = owners.spellings(in: owners.codes.indices)
    guard let first = spellings.first else { return nil }
    let people = spellings.count == 1 ? "1 owner stands" : "\(spellings.count) owners stand"
    return Finding(
      "pipeline.owner-spellings", .warning, subject: "owner",
      "\(people) in several spellings, and each of them counts as another person",
      evidence: [.init("first", .array(first.map { .string(owners.names[$0]) }))],
      advice: "give all deals of a person one spelling of the name",
      place: input.table.place(owners.firstRows[first[1]], "owner"), command: "revops pipeline hygiene")
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    let figures: [(String, Figure)] = [
      ("duplicate_rate", result.duplicateRate),
      ("required_field_completeness", result.requiredFieldCompleteness),
      ("stale_rate", result.staleRate), ("past_close_rate", result.pastCloseRate),
      ("loss_reason_completeness", result.lossReasonCompleteness),
      ("impossible_date_rate", result.impossibleDateRate),
      ("contradiction_rate", result.contradictionRate), ("crm_data_quality", result.crmDataQuality),
    ]
    return figures.map { Measurement($0.0, $0.1, source: "pipeline.hygiene.\($0.0)") }
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members = [
      JSONValue.Member("required", .array(input.settings.required.map(JSONValue.string))),
      JSONValue.Member("stale_days", .integer(input.settings.staleDays)),
      JSONValue.Member("accounts_from", .string(input.accountTable.name)),
    ]
    let absent = input.settings.required.filter { !input.table.has($0) }
    if !absent.isEmpty {
      members.append(JSONValue.Member("columns_not_in_the_file", .array(absent.map(JSONValue.string))))
    }
    return members
  }
}

extension Finding {
  fileprivate var worth: Double {
    guard case .money(let units) = stake else { return 0 }
    return units
  }
}

extension PipelineHygiene.Check {
  /// The id of the finding that it raises.
  var findingID: String {
    switch self {
    case .duplicateDeals: "pipeline.duplicate-deals"
    case .missingFields: "pipeline.missing-fields"
    case .stale: "pipeline.stale-deals"
    case .pastClose: "pipeline.past-close"
    case .noLossReason: "pipeline.no-loss-reason"
    case .impossibleDates: "pipeline.impossible-dates"
    case .contradictions: "pipeline.contradictory-deals"
    case .undatedClosings: "pipeline.undated-closings"
    }
  }

  /// The column whose cell shows it.
  fileprivate var column: String {
    switch self {
    case .duplicateDeals, .missingFields: "id"
    case .stale: "last_activity_date"
    case .pastClose, .undatedClosings: "close_date"
    case .noLossReason: "loss_reason"
    case .impossibleDates: "created_date"
    case .contradictions: "stage"
    }
  }

  /// The deals it is asked of, as a noun.
  fileprivate func deals(_ count: Int) -> String {
    let noun = count == 1 ? "deal" : "deals"
    return switch self {
    case .missingFields, .stale, .pastClose: "open \(noun)"
    case .noLossReason: "lost \(noun)"
    case .undatedClosings: "closed \(noun)"
    case .duplicateDeals, .impossibleDates, .contradictions: noun
    }
  }

  fileprivate func fault(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .duplicateDeals: isOne ? "repeats another" : "repeat others"
    case .missingFields: isOne ? "lacks a required field" : "lack a required field"
    case .stale: isOne ? "has been without activity for too long" : "have been without activity for too long"
    case .pastClose: isOne ? "was to close before today" : "were to close before today"
    case .noLossReason: isOne ? "gives no reason" : "give no reason"
    case .impossibleDates: isOne ? "has dates that cannot all be true" : "have dates that cannot all be true"
    case .contradictions: isOne ? "contradicts itself" : "contradict themselves"
    case .undatedClosings:
      isOne ? "has no date, and so is in no period" : "have no date, and so are in no period"
    }
  }

  /// What is to be done about one deal that fails it.
  var action: String {
    switch self {
    case .duplicateDeals: "merge it into the deal it repeats"
    case .missingFields: "fill the empty fields"
    case .stale: "agree on a next step with the buyer, or close the deal"
    case .pastClose: "set a close date the buyer has confirmed, or close the deal"
    case .noLossReason: "enter why it was lost"
    case .impossibleDates: "correct the date that is wrong"
    case .contradictions: "let the stage decide, or correct it"
    case .undatedClosings: "enter the day it was won or lost"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .duplicateDeals: "merge each into the deal it repeats, so that its value counts once"
    case .missingFields: "have the owners fill them, and require them in the CRM at the stage that needs them"
    case .stale: "agree on a next step with the buyer this week, or close the deal"
    case .pastClose: "set a close date the buyer has confirmed, or close the deal"
    case .noLossReason:
      "require a reason when a deal is lost, and ask the owners for those of the last quarter"
    case .impossibleDates: "correct the dates; look for an import that wrote them"
    case .contradictions: "let the stage decide the category and the flags, or correct the stage"
    case .undatedClosings: "enter the day each was won or lost; until then no figure of a period counts them"
    }
  }
}
