import RevOpsCore

extension CommandSpec {
  static let convert = CommandSpec(
    "convert", group: .files,
    summary: "a file as JSON, YAML or CSV, with the values it holds and no others",
    operands: [
      Operand(name: "FILE", arity: .one, summary: "a YAML, JSON or CSV file, or - for standard input")
    ],
    options: [.to, .from, .delimiter, .encoding, .headerLine, .exact, .output],
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
        + "given.",
      "Every record of a table is kept. Of a report, whose titles an empty line parts from a header of words, titles and "
        + "totals are left out, and it is said how many; --header-line does the same for any other.",
    ],
    run: convertFile)
}

@Sendable private func convertFile(_ request: Request) throws(Failure) -> Answer {
  let invocation = request.invocation
  let path = invocation.operands[0]
  let format = invocation.value(of: .to).flatMap(FileKind.init(rawValue:)) ?? .json
  let exactly = invocation.has(.exact)
  let options = Table.Options(
    separator: try delimiter(of: invocation),
    encoding: invocation.value(of: .encoding).flatMap(TextEncoding.init(rawValue:)),
    headerLine: invocation.number(of: .headerLine), hasOptions: true)
  let source = try request.source(path)
  let kind = try FileKind(invocation, path: path)
  if path == "-", !invocation.has(.from), FileKind.beginsTable(source.bytes) {
    throw .usage(
      UsageError(
        "standard input begins like a table, and is taken as YAML unless '--from' says otherwise",
        hint: "say --from csv, or --from yaml for a text with commas", command: "convert"))
  }
  try refuseTableOptions(invocation, of: kind)
  do throws(InputErrors) {
    switch kind {
    case .csv:
      let (rows, warnings, note) = try records(of: source, options)
      var answer = written(rows, as: format, exactly: exactly)
      answer.messages = request.messages(of: warnings) + note + answer.messages
      return answer
    case .yaml: return try written(Document.read(source, as: .yaml).root, as: format, exactly: exactly)
    case .json: return try written(Document.read(source, as: .json).root, as: format, exactly: exactly)
    }
  } catch {
    throw .input(error)
  }
}

/// The records of a table; those of a report, or below a line that is said to hold the names, without what stands
/// around them.
private func records(
  of source: SourceText, _ options: Table.Options
) throws(InputErrors) -> (rows: [[String]], warnings: [Diagnostic], note: String) {
  guard options.headerLine == nil else { return try Table.read(source, options: options).unwrapped }
  if let report = try? Table.read(source, options: options), report.notes.isReport { return report.unwrapped }
  let records = try CSVRecords.read(
    source, separator: options.separator, encoding: options.encoding, guessing: true)
  return (records.rows, records.warnings, "")
}

extension Table {
  /// Its records, and what standard error says of what stands around them.
  fileprivate var unwrapped: (rows: [[String]], warnings: [Diagnostic], note: String) {
    let parts = [(notes.preambleLines, "above the header"), (notes.footerRows, "below the rows")]
      .filter { $0.0 > 0 }.map { "\($0) \($0 == 1 ? "line" : "lines") \($1)" }
    let note = parts.isEmpty ? "" : "revops: note: left out: \(parts.joined(separator: " and "))\n"
    return (records, notes.warnings, note)
  }
}

/// An option that says how to read a table is a mistake beside a document, not to be passed over.
private func refuseTableOptions(_ invocation: Invocation, of kind: FileKind) throws(Failure) {
  guard kind != .csv else { return }
  let given = [OptionSpec.delimiter, .encoding, .headerLine].filter(invocation.has)
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
