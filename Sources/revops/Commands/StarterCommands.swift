import RevOpsCore

/// Commands that give a new user something to begin with.
extension CommandSpec {
  static let start = CommandSpec(
    "init", group: .files,
    summary: "a small workspace that runs as it stands; never overwrites",
    operands: [
      Operand(
        name: "DIR", arity: .optional,
        summary: "the folder for it, made if it is not there; this one without it")
    ],
    options: [.starter],
    examples: [
      Example("revops init demo", "then: cd demo && revops audit"),
      Example("revops init demo --template plan", "with a plan, its scenarios and tests: revops plan"),
    ]
  ) { request throws(Failure) in
    let folder = request.invocation.operands.first ?? "."
    let starter = request.invocation.value(of: .starter).flatMap(Starter.init(rawValue:)) ?? .audit
    let files = starter.files.map { Answer.NewFile(path: joinPath(folder, $0.name), text: $0.text) }
    let entered = folder == "." ? "" : "cd \(folder) && "
    let lines = files.map { "wrote \($0.path)" } + ["now run: \(entered)revops \(starter.rawValue)"]
    return Answer(output: Array(lines.map { $0 + "\n" }.joined().utf8), files: files)
  }

  static let template = CommandSpec(
    "template", group: .files,
    summary: "a starter document to fill in",
    operands: [
      Operand(
        name: "NAME", arity: .optional, summary: "which document; the list of them without it",
        completion: .words { Template.all.map(\.name) })
    ],
    options: [.output],
    examples: [Example("revops template audit -o revops-audit.yaml", "the questions of the check-up")]
  ) { request throws(Failure) in
    guard let name = request.invocation.operands.first else {
      let terms = Template.all.map { HelpPage.Term($0.name, $0.summary) }
      return .text(HelpPage(blocks: [.terms(terms)]).text(width: request.surroundings.columns))
    }
    if let template = Template.all.first(where: { $0.name == name }) { return .text(template.form) }
    let names = Template.all.map(\.name)
    let hint = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw .usage(
      UsageError(
        "no template '\(name)'", hint: hint ?? "there are: \(names.joined(separator: ", "))",
        command: "template"))
  }
}

extension OptionSpec {
  static let starter = OptionSpec(
    "--template", value: "NAME", choices: Starter.allCases.map(\.rawValue),
    "what the workspace is to begin with (audit)")
}

/// What a new workspace can begin with, by the command that it runs.
enum Starter: String, CaseIterable {
  case audit, plan

  /// The files, which run as they stand.
  var files: [(name: String, text: String)] {
    let workspace = Template.workspace.filled
    let audit = ("revops-audit.yaml", Template.audit.filled)
    switch self {
    case .audit: return [("revops.yaml", workspace), audit]
    case .plan:
      return [
        ("revops.yaml", Template.withPlan(workspace)), audit, ("revenue-plan.yaml", Template.plan.filled),
      ]
    }
  }
}

extension Template {
  /// The workspace with the lines in force that its comments offer to whoever has a plan.
  fileprivate static func withPlan(_ workspace: String) -> String {
    var isOffered = false
    let lines = workspace.split(separator: "\n", omittingEmptySubsequences: false).compactMap {
      line -> Substring? in
      if line.hasPrefix("# What could become of the plan") { isOffered = true }
      guard isOffered, line.hasPrefix("#") else { return line }
      let text = line.dropFirst(line.hasPrefix("# ") ? 2 : 1)
      // The two lines that make the offer say how to take it.
      return text.first?.isUppercase == true || text.first == "`" ? nil : text
    }
    return lines.joined(separator: "\n").replacing("\n\n\n", with: "\n\n")
  }
}
