/// One assertion of the `checks` section over the figures of the workspace.
public struct Check: Sendable {
  /// What the check is called.
  public var name: String
  /// What has to hold.
  public var assertion: Expression
  /// How much it matters if it does not.
  public var severity: Severity
  /// What to say then; the assertion itself with its figures where nothing is given.
  public var message: String?
  /// Who answers for it not holding, and until when.
  public var waiver: Waiver?
  /// Where the assertion stands.
  public var place: Place?
}

/// That somebody takes a failure on, for a reason and until a day.
public struct Waiver: Hashable, Sendable {
  /// Who takes it on.
  public var owner: String
  /// Why.
  public var reason: String
  /// The last day on which it holds.
  public var expires: CalendarDate
  /// Where it stands.
  public var place: Place?
  /// Where its last day stands.
  var expiryPlace: Place?

  /// Whether it still holds on a day.
  public func holds(on day: CalendarDate) -> Bool { day <= expires }

  /// The waiver as an outcome tells it.
  var words: String { "\(owner), until \(expires): \(reason)" }
}

extension Waiver {
  init(_ fields: inout Fields) {
    place = fields.place(of: "reason")
    expiryPlace = fields.place(of: "expires")
    owner = fields.text("owner")
    reason = fields.text("reason")
    expires = fields.date("expires")
  }
}

/// A waiver for what an analysis finds rather than for an assertion.
public struct FindingWaiver: Hashable, Sendable {
  /// The id of the finding.
  public var id: String
  /// Whom or what the finding is about; any, where nothing is given.
  public var subject: String?
  /// Who takes it on.
  public var waiver: Waiver

  /// Whether it is meant for a finding.
  func covers(_ finding: Finding) -> Bool {
    finding.id == id && (subject == nil || finding.subject == subject)
  }
}

extension FindingWaiver {
  init(_ fields: inout Fields) {
    id = fields.text("finding")
    if let unknown = Finding.unknown(id) {
      fields.refuse("finding", unknown.id, unknown.message, hint: unknown.hint)
    }
    subject = fields.textIfGiven("subject")
    waiver = Waiver(&fields)
    waiver.place = fields.place(of: "finding")
  }
}

/// The `checks` section: a list of assertions, or a mapping with what else is to be said about checking.
///
///     checks:
///       assertions:
///         - {name: coverage, assert: pipeline.coverage >= 3, severity: warning}
///         - audit.rubric.score >= 60
///       waivers:
///         - {finding: audit.no-agreements, owner: Dana, reason: starts in May, expires: 2026-05-31}
///       severities: {pipeline.thin-coverage: warning}
public struct CheckSection: Sendable {
  /// The assertions in the order of the file.
  public var checks: [Check] = []
  /// The waivers of findings.
  public var waivers: [FindingWaiver] = []
  /// How much a finding matters here, by its id, where that differs from what the analysis says.
  public var severities: [String: Severity] = [:]

  /// A section that says nothing.
  init() {}

  /// Reads the section of a workspace; one without it has no assertions.
  public static func decode(from workspace: Workspace) throws(InputErrors) -> CheckSection {
    let (section, problems) = read(from: workspace)
    if let errors = InputErrors(problems) { throw errors }
    return section
  }

  /// Reads the section of a workspace: what can be read of it, and what is wrong with the rest.
  static func read(from workspace: Workspace) -> (section: CheckSection, problems: [Diagnostic]) {
    guard let node = workspace.sections["checks"], !node.isNotGiven else { return (CheckSection(), []) }
    var section = CheckSection()
    guard node.kind == .sequence else {
      var fields = workspace.fields(of: "checks")
      section = CheckSection(&fields)
      return (section, fields.problemsOfAll())
    }
    var fields = Fields(nil, path: "checks", owner: node, context: workspace.company.fieldContext)
    section.readChecks(node, &fields, "checks")
    return (section, fields.problemsOfAll())
  }

  /// Reads the section where it is a mapping.
  init(_ fields: inout Fields) {
    if let list = fields.node(Self.listKey, "list") { readChecks(list, &fields, "checks.\(Self.listKey)") }
    waivers = fields.sections("waivers", FindingWaiver.init)
    for (id, severity) in fields.map("severities", of: .choice(Severity.self)) {
      severities[id] = severity
      guard let unknown = Finding.unknown(id) else { continue }
      fields.refuseKey("severities.\(id)", unknown.id, unknown.message, hint: unknown.hint)
    }
  }

  /// The key of the mapping under which the list stands that may also be the whole section.
  static let listKey = "assertions"

  private mutating func readChecks(_ list: Node, _ fields: inout Fields, _ path: String) {
    guard list.kind == .sequence else {
      let message = "'\(path)' is \(list.inWords), but a list of assertions is wanted"
      fields.refuse(at: list, "decode.wrong-shape", message)
      return
    }
    var places: [String: Place] = [:]
    for (index, item) in list.items.enumerated() where !item.isNotGiven {
      let check =
        item.isCollection
        ? fields.item(item, at: "\(path)[\(index)]") { Check.decode(&$0) }
        : Check.decode(item, &fields)
      guard let check else { continue }
      checks.append(check)
      guard let first = places.updateValue(item.place, forKey: check.name) else { continue }
      let message = "there are two checks named '\(printable(check.name))'"
      let note = Diagnostic.Note("the first one is here", at: first)
      fields.add(Diagnostic("check.duplicate", message, at: item.place, notes: [note]))
    }
  }
}

extension Check {
  /// Reads a check written as a mapping; nil where its assertion cannot be read.
  static func decode(_ fields: inout Fields) -> Check? {
    let wanted = "an assertion such as audit.rubric.score >= 60"
    let assertion = fields.value("assert", as: .expression(wanted))
    let severity: Severity = fields.choice("severity", default: .error)
    let name = fields.textIfGiven("name")
    let message = fields.textIfGiven("message")
    let waiver = fields.sectionIfGiven("waiver", Waiver.init)
    guard let assertion else { return nil }
    return Check(
      name: name ?? assertion.text, assertion: assertion, severity: severity, message: message,
      waiver: waiver,
      place: fields.place(of: "assert"))
  }

  /// Reads a check that is nothing but its assertion.
  fileprivate static func decode(_ node: Node, _ fields: inout Fields) -> Check? {
    do throws(InputErrors) {
      let assertion = try Expression.parse(node)
      return Check(name: assertion.text, assertion: assertion, severity: .error, place: node.place)
    } catch {
      error.diagnostics.forEach { fields.add($0) }
      return nil
    }
  }
}
