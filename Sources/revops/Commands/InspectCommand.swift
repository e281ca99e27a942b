import RevOpsCore

extension CommandSpec {
  static let inspect = CommandSpec(
    "inspect", group: .files,
    summary: "what an export is: vendor, columns, dates, stages, and what is missing",
    operands: [Operand(name: "FILE", arity: .one, summary: "a CSV file, or - for standard input")],
    options: OptionSpec.report + [.table, .delimiter, .encoding],
    examples: [
      Example("revops inspect deals.csv", "how the file is read, with lines to paste into revops.yaml"),
      Example("revops inspect --table leads contacts.csv", "the same, taken for a table of leads"),
    ]
  ) { request throws(Failure) in
    let path = request.invocation.operands[0]
    if let kind = FileKind(path: path), kind != .csv {
      let message = "'\(path)' holds \(kind.rawValue.uppercased()), and an export is a CSV file"
      throw .usage(UsageError(message, hint: "'revops check' looks at a workspace", command: "inspect"))
    }
    let table = try request.table(path)
    let wanted = request.invocation.value(of: .table).flatMap(ImportTable.init(rawValue:))
    let inspection: ImportInspection
    do throws(InputErrors) {
      inspection = try ImportInspection.inspect(table, as: wanted)
    } catch {
      throw .input(error)
    }
    return try request.answer(
      inspection.report, schema: "inspect", result: ResultEncoder.encode(inspection).value,
      inputs: [table.inputFile(as: inspection.table?.rawValue ?? "table")], warnings: table.notes.warnings)
  }
}

extension OptionSpec {
  static let table = OptionSpec(
    "--table", value: "NAME", choices: ImportTable.allCases.map(\.rawValue),
    "the table that the file is taken for")
}
