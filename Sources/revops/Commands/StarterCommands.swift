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
    examples: [Example("revops init demo", "then: cd demo && revops audit")]
  ) { request throws(Failure) in
    let folder = request.invocation.operands.first ?? "."
    let files = [("revops.yaml", Template.workspace), ("revops-audit.yaml", .audit)].map { name, template in
      Answer.NewFile(path: joinPath(folder, name), text: template.filled)
    }
    let entered = folder == "." ? "" : "cd \(folder) && "
    let lines = files.map { "wrote \($0.path)" } + ["now run: \(entered)revops audit"]
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
