import RevOpsCore

extension CommandSpec {
  static let schema = CommandSpec(
    "schema", group: .looking,
    summary: "the keys of a section: what each takes; as JSON a schema for editors",
    operands: [
      Operand(
        name: "SECTION", arity: .optional, summary: "a section of the workspace; all of them without it",
        completion: .words { WorkspaceSchema().sections.map(\.name) })
    ],
    options: OptionSpec.report + [.output],
    examples: [
      Example("revops schema plan", "every key a plan may hold, with its default"),
      Example("revops schema --format json -o revops.schema.json", "completion and checks while you type"),
    ],
    notes: [
      "The JSON is a JSON Schema, draft 7. An editor with YAML support uses it when the first line of the workspace is "
        + "'# yaml-language-server: $schema=revops.schema.json'. It is made from the readers themselves, and lets "
        + "through whatever they do."
    ]
  ) { request throws(Failure) in
    let schema = WorkspaceSchema()
    guard let name = request.invocation.operands.first else {
      return try written(schema.report, schema.json, request)
    }
    if let section = schema.sections.first(where: { $0.name == name }) {
      return try written(WorkspaceSchema.report(of: section), WorkspaceSchema.json(of: section), request)
    }
    let names = schema.sections.map(\.name)
    let hint = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw .usage(
      UsageError(
        "no section '\(name)'", hint: hint ?? "there are: \(names.joined(separator: ", "))", command: "schema"
      ))
  }
}

private func written(_ report: Report, _ json: JSONValue, _ request: Request) throws(Failure) -> Answer {
  guard request.format == .json else { return try request.answer(report, schema: "schema", result: json) }
  return .text(JSONText.pretty(json))
}
