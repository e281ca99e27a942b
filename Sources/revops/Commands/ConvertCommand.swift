import RevOpsCore

extension CommandSpec {
  static let convert = CommandSpec(
    "convert", group: .files,
    summary: "a file as JSON, YAML or CSV, with the values it holds and no others",
    operands: [
      Operand(name: "FILE", arity: .one, summary: "a YAML, JSON or CSV file, or - for standard input")
    ],
    options: [.to, .from, .delimiter, .encoding, .exact, .output],
    examples: [
      Example("revops convert --to json revops.yaml", "a workspace for programs that read JSON"),
      Example(
        "revops convert --from csv - < deals.txt", "rows of a table, each a list"),
      Example("revops convert --to csv deals.json -o deals.csv", "a list of records as a table"),
    ],
    notes: [
      "Standard input is taken as YAML, of which JSON is a part, unless --from says otherwise. A table is a list "
        + "of rows, the header among them; every field of it is text. What a spreadsheet would run as a "
        + "formula, or a build log as a command, is written to CSV with an apostrophe before it, unless --exact is "
        + "given."
    ],
    run: convertFile)
}

@Sendable private func convertFile(_ request: Request) throws(Failure) -> Answer {
  let invocation = request.invocation
  let path = invocation.operands[0]
  let format = invocation.value(of: .to).flatMap(FileKind.init(rawValue:)) ?? .json
  let exactly = invocation.has(.exact)
  let delimiter = try delimiter(of: invocation)
  let source = try request.source(path)
  let kind = try FileKind(invocation, path: path)
  try refuseTableOptions(invocation, of: kind)
  do throws(InputErrors) {
    switch kind {
    case .csv:
      let encoding = invocation.value(of: .encoding).flatMap(TextEncoding.init(rawValue:))
      let records = try CSVRecords.read(source, separator: delimiter, encoding: encoding)
      return written(records.rows, as: format, exactly: exactly)
    case .yaml: return try written(Document.read(source, as: .yaml).root, as: format, exactly: exactly)
    case .json: return try written(Document.read(source, as: .json).root, as: format, exactly: exactly)
    }
  } catch {
    throw .input(error)
  }
}

/// An option that says how to read a table is a mistake beside a document, not to be passed over.
private func refuseTableOptions(_ invocation: Invocation, of kind: FileKind) throws(Failure) {
  guard kind != .csv else { return }
  let given = [OptionSpec.delimiter, .encoding].filter(invocation.has)
  let problems = given.map { option in
    UsageError.Problem(
      "'\(option.name)' says how to read a CSV file, but this one holds \(kind.rawValue.uppercased())")
  }
  if let error = UsageError(problems, command: "convert") { throw .usage(error) }
}

private func written(_ rows: [[String]], as format: FileKind, exactly: Bool) -> Answer {
  switch format {
  case .json: Answer(output: jsonBytes(rows))
  case .yaml: Answer(output: yamlBytes(rows))
  case .csv: csvAnswer(rows, exactly: exactly)
  }
}

private func written(_ root: Node, as format: FileKind, exactly: Bool) throws(InputErrors) -> Answer {
  switch format {
  case .json: Answer(output: try root.jsonText())
  case .yaml: Answer(output: root.yamlText())
  case .csv: csvAnswer(try root.tableRows(), exactly: exactly)
  }
}
