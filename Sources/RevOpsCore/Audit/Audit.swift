/// The check-up of a revenue operation: how mature it is, what it scores, and what to mend first.
///
/// Statements come from the audit document; where the workspace's data measures what somebody stated, the
/// measurement counts and a disagreement is a finding.
///
/// Source: RevOps Engine, phases 1, 10 and 14 and its rubric; Field Manual, module 1; RevOps Knowledge Map, org scaling;
/// Revenue Operating System, prerequisites.
public enum Audit: Analysis {
  public static let key = "audit"
  public static let title = "RevOps audit"
  public static let sections = ["audit", "alignment"]
  public static let looksAtAllSections = true

  /// The document, decoded, with what the rest of the workspace measures.
  public struct Input: Sendable {
    var company: CompanyStatement
    var currency: String
    var benchmarks: Benchmarks
    var maturity: [MaturityDimension: Stated<Int>]
    var rubric: [String: Stated<Int>]
    var measured: [Measured]
    var tools: [ToolCategory: Stated<[String]>]
    var alignment: AlignmentStatement
    var practices: Practices
    var prerequisites: [Prerequisite: Stated<Bool>]
    /// Where the document's keys stand, for findings that have no narrower place.
    var places: [String: Place]
  }

  /// The whole check-up.
  public struct Result: Encodable, Sendable {
    var company: String
    var profile: CompanyProfile
    var maturity: Maturity
    var rubric: Rubric
    /// What the data measures, in the order of the catalogue.
    var measured: [Measured]
    /// Absent while neither ARR nor stage is known.
    var stack: TechStack?
    var org: OrgScaling
    var alignment: Alignment
    /// What an operating rhythm stands on.
    var prerequisites: [PrerequisiteAnswer]
    var mistakes: [Mistake]
    /// What hurts, in the company's own words.
    var pains: [String]
    /// Keys that would sharpen the audit.
    var unanswered: [String]
    /// What to do, most urgent first.
    var actions: [Action]
  }

  /// One thing to do, out of one finding.
  public struct Action: Hashable, Sendable, Encodable {
    /// From 1.
    var rank: Int
    /// The finding it answers.
    var finding: String
    var severity: String
    var subject: String
    var action: String
    /// Points of the rubric at stake.
    var points: Figure
    /// Currency units at stake.
    var money: Figure
    /// What shows more.
    var command: String?
  }

  public static func compute(_ input: Input) -> Result {
    let company = input.company
    let skipped: Set<String> = company.actualStage?.isEarly == true ? [RubricDimension.compensationID] : []
    let alignment = Alignment(input.alignment)
    let rubric = Rubric(
      stated: input.rubric.mapValues(\.value), measured: evidence(input.measured), skipped: skipped,
      benchmarks: input.benchmarks)
    var result = Result(
      company: company.name ?? "",
      profile: CompanyProfile(company, measured: input.measured),
      maturity: Maturity(ratings: input.maturity.mapValues(\.value), benchmarks: input.benchmarks),
      rubric: rubric, measured: input.measured,
      stack: company.actualStage.map { TechStack(stated: input.tools.mapValues(\.value), stage: $0) },
      org: OrgScaling(
        arr: company.arrCurrent?.value, dollar: company.dollar ?? 1, revopsHeads: company.team["revops"],
        benchmarks: input.benchmarks),
      alignment: alignment,
      prerequisites: Prerequisite.allCases.map {
        PrerequisiteAnswer(id: $0, met: input.prerequisites[$0]?.value)
      },
      mistakes: Mistake.all(
        practices: input.practices, alignment: input.alignment, conflicts: alignment.conflicts,
        requiredFields: rubric.points(of: "required_fields_enforced"), model: company.model,
        benchmarks: input.benchmarks),
      pains: company.pains, unanswered: [], actions: [])
    result.unanswered = unanswered(result)
    result.actions = actions(for: judge(result, input))
    return result
  }

  public static func findings(of result: Result, for input: Input) -> [Finding] {
    ranked(judge(result, input))
  }

  /// Findings by severity, then by what is at stake (money before points), largest first, then by id and subject.
  static func ranked(_ findings: [Finding]) -> [Finding] {
    findings.sorted { a, b in
      if a.severity != b.severity { return a.severity < b.severity }
      let (x, y) = (stake(a), stake(b))
      if x != y { return x > y }
      return (a.id, a.subject) < (b.id, b.subject)
    }
  }

  private static func stake(_ finding: Finding) -> (Double, Double) {
    switch finding.stake {
    case .money(let units): (units, 0)
    case .points(let points): (0, points)
    case nil: (0, 0)
    }
  }

  private static func actions(for findings: [Finding]) -> [Action] {
    ranked(findings).enumerated().map { index, finding in
      var points: Figure = .absent(because: "not a matter of the rubric")
      var money: Figure = .absent(because: "its worth in money is not known")
      switch finding.stake {
      case .points(let value): points = .value(value)
      case .money(let value): money = .value(value)
      case nil: break
      }
      return Action(
        rank: index + 1, finding: finding.id, severity: finding.severity.rawValue, subject: finding.subject,
        action: finding.advice, points: points, money: money,
        command: finding.command ?? "revops explain \(finding.id)")
    }
  }

  /// What the document could still answer, by key.
  private static func unanswered(_ result: Result) -> [String] {
    let ratings = result.maturity.dimensions.filter { $0.rating.value == nil }
      .map { "maturity.\($0.dimension.rawValue)" }
    let criteria = result.rubric.dimensions.filter(\.asked).flatMap { dimension in
      dimension.criteria.filter { $0.points.value == nil }.map { "rubric.\(dimension.id).\($0.id)" }
    }
    let stage = result.stack == nil ? ["arr_current"] : []
    let tools = result.stack?.unanswered.map { "tech_stack.\($0.rawValue)" } ?? []
    let mistakes = result.mistakes.filter { $0.status == .unknown }.flatMap(\.evidence).map {
      $0.replacingPrefix("needs ")
    }
    let prerequisites = result.prerequisites.filter { $0.met == nil }.map {
      "prerequisites.\($0.id.rawValue)"
    }
    return stage + ratings + criteria + tools + mistakes.filter { !criteria.contains($0) } + prerequisites
  }
}

extension Rubric {
  /// The points of a criterion, or nil where it is open.
  func points(of criterion: String) -> Int? {
    dimensions.lazy.flatMap(\.criteria).first { $0.id == criterion }?.points.value.map { Int($0) }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
