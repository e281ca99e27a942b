extension Audit {
  static func alignmentFindings(_ result: Result, _ input: Input) -> [Finding] {
    disagreementFindings(result, input) + conflictFindings(result, input) + agreementFindings(input)
      + artefactFindings(result, input)
  }

  private static func disagreementFindings(_ result: Result, _ input: Input) -> [Finding] {
    result.alignment.disagreements.map { disagreement in
      let isSource = disagreement.term == Alignment.sourceTerm
      let names = disagreement.teams.map(\.team.title).joined(separator: " and ")
      let evidence = disagreement.teams.map { JSONValue.Member($0.team.rawValue, .string($0.answer)) }
      let last = disagreement.teams.last.flatMap { answer in
        isSource
          ? input.alignment.teams[answer.team]?.sourceOfTruth?.place
          : input.alignment.teams[answer.team]?.definitions[disagreement.term]?.place
      }
      return isSource
        ? Finding(
          "audit.sources-differ", .warning, subject: disagreement.term,
          "\(names) take their numbers from different systems", evidence: evidence,
          advice: "name one system of record and reconcile the others to it", place: last)
        : Finding(
          "audit.definitions-differ", .warning, subject: disagreement.term,
          "\(names) define '\(disagreement.term)' differently", evidence: evidence,
          advice: "agree on one definition with an observable exit criterion", place: last)
    }
  }

  private static func conflictFindings(_ result: Result, _ input: Input) -> [Finding] {
    result.alignment.conflicts.filter { $0.team != .sales }.map { conflict in
      Finding(
        "audit.incentives-conflict", .warning, subject: conflict.team.rawValue, conflict.effect,
        evidence: [.init("paid_on", .array(conflict.paidOn.map(JSONValue.string)))],
        advice: conflict.team == .marketing
          ? "pay marketing in part on pipeline that closes" : "pay CS on net revenue retention or expansion",
        place: input.alignment.teams[conflict.team]?.place)
    }
  }

  private static func agreementFindings(_ input: Input) -> [Finding] {
    (input.alignment.agreements ?? []).compactMap { agreement in
      let lacks = [
        agreement.measure == nil ? "measure" : nil, agreement.consequence == nil ? "consequence" : nil,
      ]
      .compactMap(\.self)
      guard !lacks.isEmpty else { return nil }
      return Finding(
        "audit.agreement-toothless", .warning, subject: agreement.name,
        "the agreement '\(agreement.name)' has no \(lacks.joined(separator: " and no "))",
        advice: "write down how it is measured and what follows when it is missed", place: agreement.place)
    }
  }

  private static func artefactFindings(_ result: Result, _ input: Input) -> [Finding] {
    var findings: [Finding] = []
    let place = input.places["stage_definitions"] ?? input.places["alignment"]
    if input.alignment.definitionsWritten == false {
      findings.append(
        Finding(
          "audit.stages-undefined", .warning, subject: "stage_definitions",
          "the stages are not defined in writing",
          advice: "write what must be true for a deal to enter each stage", place: place))
    } else if input.alignment.exitCriteria == false {
      findings.append(
        Finding(
          "audit.no-exit-criteria", .warning, subject: "stage_definitions",
          "the stages have no exit criteria",
          advice: "give each stage one criterion that somebody else can check", place: place))
    }
    return findings
  }

  static func mistakeFindings(_ result: Result) -> [Finding] {
    result.mistakes.filter { $0.status == .found }.map { mistake in
      let words = String(mistake.id.map { $0 == "_" ? "-" : $0 })
      return Finding(
        "audit.\(words)", .warning, subject: mistake.id, mistake.evidence.joined(separator: "; "),
        advice: Mistake.advice[mistake.id] ?? "", place: mistake.place)
    }
  }
}

extension Mistake {
  /// Their names for people, by key.
  static let titles: [String: String] = [
    "too_many_metrics": "Too many metrics a team",
    "loose_mql": "Leads qualify too easily",
    "loose_pql": "Product leads qualify too easily",
    "no_agreements": "No agreements between teams",
    "required_fields_not_enforced": "Required fields not enforced",
    "no_forecast_method": "Forecast without a method",
    "automation_before_process": "Automation before its process",
    "new_logo_only_pay": "Pay for new business alone",
    "no_loss_reasons": "Losses without a reason",
    "reports_to_sales": "RevOps reports to sales",
    "dashboards_without_question": "Dashboards nobody asked for",
  ]

  /// How to mend each, by key.
  static let advice: [String: String] = [
    "too_many_metrics": "keep at most five metrics a team, all in the service of one goal",
    "loose_mql": "ask for a score of 50 or more, a fit with the ideal customer, and interest shown",
    "loose_pql": "ask for use of the product that predicts paying, and a fit with the ideal customer",
    "no_agreements": "write what each team owes the next and review it every month",
    "required_fields_not_enforced": "validate required fields at stage changes and check them weekly",
    "no_forecast_method": "tie categories to qualification evidence and score every call against the actual",
    "automation_before_process": "write the process, run it by hand, then automate what works",
    "new_logo_only_pay": "tie part of sales pay to first-year retention or net revenue retention",
    "no_loss_reasons": "require a loss reason when a deal closes and review the reasons monthly",
    "reports_to_sales": "let RevOps report to a CRO or CEO who answers for all three teams",
    "dashboards_without_question": "give each dashboard an owner and the question it answers, or retire it",
  ]
}
