/// What the document says about daily practice, as far as the common mistakes ask for it.
public struct Practices: Hashable, Sendable {
  /// The written rule by which a lead counts as qualified.
  public struct LeadRule: Hashable, Sendable {
    /// The score that it takes.
    var score: Double?
    /// Whether it asks for a fit with the ideal customer.
    var firmographic: Bool?
    /// Whether it asks for interest shown.
    var behavioral: Bool?
    /// Where it stands.
    var place: Place?
  }

  /// Something that runs by itself.
  public struct Automation: Hashable, Sendable {
    /// What.
    var name: String
    /// Whether the process was written down first.
    var processWritten: Bool?
    /// Where it stands.
    var place: Place?
  }

  /// A dashboard somebody keeps up.
  public struct Dashboard: Hashable, Sendable {
    /// Which.
    var name: String
    /// Who answers for it.
    var owner: String?
    /// The question it answers.
    var question: String?
    /// Where it stands.
    var place: Place?
  }

  /// Whether a lost deal needs a reason.
  public enum LossReasons: String, CaseIterable, Hashable, Sendable {
    case required, optional, none
  }

  var qualifiedLead: LeadRule?
  var forecastMethod: Stated<String>?
  var forecastAccuracyTracked: Bool?
  var automations: [Automation] = []
  var lossReasons: Stated<LossReasons>?
  var reportsTo: Stated<String>?
  var dashboards: [Dashboard] = []
}

/// One of the ten common mistakes, looked for in what the document says.
///
/// Source: RevOps Engine, phase 14.
public struct Mistake: Hashable, Sendable, Encodable {
  /// What was found out.
  public enum Status: String, Hashable, Sendable, Encodable {
    case found, clear, unknown
  }

  /// Its key; the finding's id is `audit.` with this key in words.
  var id: String
  /// Whether it is made.
  var status: Status
  /// What shows it, or which key would answer it.
  var evidence: [String]
  /// Where it shows.
  var place: Place?

  private enum CodingKeys: CodingKey { case id, status, evidence }

  /// A mistake with what shows it: made where there is something, clear where it was looked for in vain.
  init(_ id: String, shown: [(text: String, place: Place?)], answered: Bool, asking key: String) {
    self.id = id
    status = shown.isEmpty ? (answered ? .clear : .unknown) : .found
    evidence = shown.isEmpty && !answered ? ["needs \(key)"] : shown.map(\.text)
    place = shown.first?.place
  }
}

extension Mistake {
  /// Looks for all ten, in the source's order.
  static func all(
    practices: Practices, alignment: AlignmentStatement, conflicts: [Alignment.Conflict],
    requiredFields: Int?,
    model: RevenueModel?, benchmarks: Benchmarks
  ) -> [Mistake] {
    let teams = alignment.teams
    return [
      tooManyMetrics(teams, benchmarks), looseQualifiedLead(practices.qualifiedLead, model, benchmarks),
      noAgreements(alignment.agreements),
      Mistake(
        "required_fields_not_enforced",
        shown: requiredFields == 0 ? [("required fields are not enforced", nil)] : [],
        answered: requiredFields != nil,
        asking: "rubric.data_integrity.required_fields_enforced"),
      noForecastMethod(practices), automationBeforeProcess(practices.automations),
      newLogoOnlyPay(teams, conflicts),
      Mistake(
        "no_loss_reasons",
        shown: practices.lossReasons.map { stated in
          stated.value == .required ? [] : [("loss reasons are '\(stated.value.rawValue)'", stated.place)]
        } ?? [],
        answered: practices.lossReasons != nil, asking: "practices.closed_lost_reasons"),
      reportsToSales(practices.reportsTo), dashboardsWithoutQuestion(practices.dashboards),
    ]
  }

  private static func tooManyMetrics(
    _ teams: [RevenueTeam: TeamStatement], _ benchmarks: Benchmarks
  ) -> Mistake {
    let crowded = RevenueTeam.allCases.compactMap { team -> (String, Place?)? in
      guard let statement = teams[team],
        benchmarks.judge("metrics_per_team", Double(statement.metrics.count))?.level == .offTarget
      else { return nil }
      return ("\(team.title) follows \(statement.metrics.count) metrics", statement.metricsPlace)
    }
    return Mistake(
      "too_many_metrics", shown: crowded, answered: teams.values.contains { !$0.metrics.isEmpty },
      asking: "alignment.teams.TEAM.metrics")
  }

  private static func looseQualifiedLead(
    _ rule: Practices.LeadRule?, _ model: RevenueModel?, _ benchmarks: Benchmarks
  ) -> Mistake {
    var shown: [(String, Place?)] = []
    if let score = rule?.score, benchmarks.judge("lead_score", score)?.level == .unqualified {
      let edge = benchmarks.bandList(of: "lead_score")?.edge(of: .mql) ?? score
      shown.append(
        ("a score of \(JSONText.number(score)) is enough, below \(JSONText.number(edge))", rule?.place))
    }
    if rule?.firmographic == false {
      shown.append(("no fit with the ideal customer is asked for", rule?.place))
    }
    if rule?.behavioral == false { shown.append(("no sign of interest is asked for", rule?.place)) }
    return Mistake(
      "loose_\((model ?? .salesLed).qualifiedLead.lowercased())", shown: shown, answered: rule != nil,
      asking: "practices.qualified_lead")
  }

  private static func noAgreements(_ agreements: [AgreementStatement]?) -> Mistake {
    Mistake(
      "no_agreements",
      shown: agreements?.isEmpty == true ? [("no agreement between the teams is written", nil)] : [],
      answered: agreements != nil, asking: "alignment.agreements")
  }

  private static func noForecastMethod(_ practices: Practices) -> Mistake {
    var shown: [(String, Place?)] = []
    if let method = practices.forecastMethod, method.value.lowercased() == "none" {
      shown.append(("the forecast follows no method", method.place))
    }
    if practices.forecastAccuracyTracked == false {
      shown.append(("nobody compares the forecast with what came", practices.forecastMethod?.place))
    }
    return Mistake(
      "no_forecast_method", shown: shown,
      answered: practices.forecastMethod != nil && practices.forecastAccuracyTracked != nil,
      asking: "practices.forecast.method and practices.forecast.accuracy_tracked")
  }

  private static func automationBeforeProcess(_ automations: [Practices.Automation]) -> Mistake {
    Mistake(
      "automation_before_process",
      shown: automations.filter { $0.processWritten == false }.map {
        ("'\($0.name)' runs without a written process", $0.place)
      },
      answered: !automations.isEmpty, asking: "practices.automations")
  }

  private static func newLogoOnlyPay(
    _ teams: [RevenueTeam: TeamStatement], _ conflicts: [Alignment.Conflict]
  ) -> Mistake {
    let sales = conflicts.first { $0.team == .sales }
    return Mistake(
      "new_logo_only_pay",
      shown: sales.map {
        [("sales is paid on \($0.paidOn.joined(separator: ", ")) alone", teams[.sales]?.place)]
      } ?? [],
      answered: teams[.sales]?.paidOn.isEmpty == false, asking: "alignment.teams.sales.paid_on")
  }

  private static func reportsToSales(_ reportsTo: Stated<String>?) -> Mistake {
    let words = reportsTo?.value.lowercased() ?? ""
    let isNeutral = ["cro", "ceo", "coo", "cfo", "chief"].contains { words.contains($0) }
    return Mistake(
      "reports_to_sales",
      shown: words.contains("sales") && !isNeutral
        ? [("RevOps reports to '\(reportsTo?.value ?? "")'", reportsTo?.place)] : [],
      answered: reportsTo != nil, asking: "practices.revops_reports_to")
  }

  private static func dashboardsWithoutQuestion(_ dashboards: [Practices.Dashboard]) -> Mistake {
    let shown = dashboards.compactMap { dashboard -> (String, Place?)? in
      let lacks = [dashboard.owner == nil ? "an owner" : nil, dashboard.question == nil ? "a question" : nil]
        .compactMap(\.self)
      return lacks.isEmpty
        ? nil : ("'\(dashboard.name)' lacks \(lacks.joined(separator: " and "))", dashboard.place)
    }
    return Mistake(
      "dashboards_without_question", shown: shown, answered: !dashboards.isEmpty,
      asking: "practices.dashboards")
  }
}
