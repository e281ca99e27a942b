import RevOpsCore

/// Commands that look something up.
extension CommandSpec {
  static let explain = CommandSpec(
    "explain", group: .looking,
    summary: "a metric, a method or a finding; or where a figure of a workspace comes from",
    operands: [
      Operand(
        name: "TERM", arity: .optional,
        summary: "its id or another name for it, a figure's path, a check; the list of all words without it",
        completion: .words { Explain.index.flatMap { $0.entries.map(\.id) } }),
      Operand(
        name: "FILE", arity: .optional,
        summary: "the workspace of a figure or a check, or whose bands count; revops.yaml without it"),
    ],
    options: OptionSpec.report + [.asOf, .set, .currency],
    examples: [
      Example("revops explain nrr", "what counts as net revenue retention, and what is good"),
      Example("revops explain plan.derived.opps_needed", "the steps that lead to a figure, and its inputs"),
      Example("revops explain checks.coverage", "what a check of this workspace asks for, and what it saw"),
      Example("revops explain --format json win_rate", "the same for a program"),
    ],
    notes: [
      "A figure is named as in --format json, from its analysis on: plan.arr.carried_arr, pipeline.coverage.gap. Each "
        + "quantity that its analysis reads is changed, and what moves the figure is listed with file, line and column."
    ]
  ) { request throws(Failure) in
    guard let term = request.invocation.operands.first else { return try index(request) }
    return try explained(term, request)
  }

  static let eval = CommandSpec(
    "eval", group: .looking,
    summary: "an expression tried: its value and type, or the rows for which it holds",
    operands: [
      Operand(
        name: "EXPR", arity: .one, summary: "an expression, as rules, filters and checks are written",
        completion: .nothing),
      Operand(
        name: "FILE", arity: .optional, summary: "a CSV file whose rows it picks, or - for standard input"),
    ],
    options: OptionSpec.report + [.asOf, .delimiter, .encoding, .decimal, .dateOrder],
    examples: [
      Example("revops eval '$1.2M * 25% / 60'", "what the parts come to"),
      Example(
        "revops eval 'Amount > 10000 AND Owner = \"j.doe\"' deals.csv", "the rows for which it is true"),
    ],
    run: evaluate)
}

/// A figure or a check of a workspace, where the word names one and there is one, else the page of the word.
private func explained(_ term: String, _ request: Request) throws(Failure) -> Answer {
  let given = request.invocation.operands.dropFirst().first
  let request = try request.keepingStandardInput(of: given.map { [$0] } ?? [])
  var warnings: [Diagnostic] = []
  if let file = given ?? request.workspaceOfFolder {
    if CheckExplanation.isNamed(by: term) {
      let workspace = try request.workspace(file)
      return try request.answer { () throws(InputErrors) in try CheckExplanation.run(term, in: workspace) }
    }
    if let analysis = FigureExplanation.analysis(of: term) {
      let workspace = try request.workspace(file, as: analysis.sections.first, tables: analysis.tables)
      do throws(Failure) {
        return try request.answer { () throws(InputErrors) in try FigureExplanation.run(term, in: workspace) }
      } catch {
        // Where the workspace of this folder has no such figure, there is still the page of its metric.
        guard given == nil, let lacks = error.lacksOfFigure else { throw error }
        warnings = lacks
      }
    }
  }
  var explanation = Explain.lookup(term)
  if let given, warnings.isEmpty {
    let workspace = try request.workspace(given)
    if let errors = InputErrors(workspace.problems) { throw .input(errors) }
    explanation = Explain.lookup(term, benchmarks: workspace.company.benchmarks)
  } else if let option = [OptionSpec.asOf, .set, .currency].first(where: request.invocation.has) {
    throw .usage(
      UsageError(
        "'\(option.name)' is for a figure of a workspace, and '\(term)' is none", command: "explain"))
  }
  guard explanation.content != nil else { throw .usage(unknown(explanation)) }
  let result = ResultEncoder.encode(explanation).value
  return try request.answer(explanation.report, schema: "explain", result: result, warnings: warnings)
}

extension Failure {
  /// That files have no such figure, as warnings; nil for anything else.
  fileprivate var lacksOfFigure: [Diagnostic]? {
    guard case .input(let errors) = self,
      errors.diagnostics.allSatisfy({ ["what-if.no-figure", "what-if.not-fed"].contains($0.id) })
    else { return nil }
    return errors.diagnostics.map { diagnostic in
      var lack = diagnostic
      lack.severity = .warning
      return lack
    }
  }
}

/// All words that have a page.
private func index(_ request: Request) throws(Failure) -> Answer {
  let groups = Explain.index
  let sections = groups.map { group in
    let rows = group.entries.map { [Report.Cell.text($0.id), .text($0.title)] }
    let table = Report.Table("entries", columns: [.init("id", "id"), .init("title", "title")], rows: rows)
    return Report.Section(group.title.lowercased(), group.title, [.table(table)])
  }
  let report = Report(title: "What revops explains", subtitle: "revops explain ID", sections: sections)
  return try request.answer(report, schema: "explain", result: ResultEncoder.encode(groups).value)
}

private func unknown(_ explanation: Explanation) -> UsageError {
  let near = explanation.suggestions.map { "'\($0)'" }.joined(separator: ", ")
  let hint = near.isEmpty ? "'revops explain' lists all" : "near it: \(near)"
  return UsageError("nothing is known by the name '\(explanation.term)'", hint: hint, command: "explain")
}

@Sendable private func evaluate(_ request: Request) throws(Failure) -> Answer {
  let operands = request.invocation.operands
  let environment = ExpressionEnvironment(asOf: try request.asOf())
  var table: Table?
  if operands.count > 1 {
    table = try request.table(operands[1], hasOptions: true)
  } else {
    try request.refuseTableOptions()
  }
  let result: Eval.Result
  do throws(InputErrors) {
    result = try Eval.run(
      operands[0], table, environment: environment,
      decimal: request.invocation.value(of: .decimal).flatMap(NumberStyle.DecimalMark.init(rawValue:)),
      dateOrder: request.invocation.value(of: .dateOrder).flatMap(TableDate.Order.init(rawValue:)))
  } catch {
    throw .input(error)
  }
  return try request.answer(
    result.report, schema: "eval", result: result.json, asOf: environment.asOf,
    inputs: table.map { [$0.inputFile()] } ?? [], warnings: table?.notes.warnings ?? [])
}

extension Request {
  /// A table by itself, read as `--delimiter` and `--encoding` say; `hasOptions` where others say how to read its cells.
  func table(_ path: String, hasOptions: Bool = false) throws(Failure) -> Table {
    let options = Table.Options(
      separator: try delimiter(of: invocation),
      encoding: invocation.value(of: .encoding).flatMap(TextEncoding.init(rawValue:)),
      hasOptions: hasOptions)
    let source = try source(path)
    do throws(InputErrors) {
      return try Table.read(source, options: options)
    } catch {
      throw .input(error)
    }
  }

  fileprivate func refuseTableOptions() throws(Failure) {
    let given = [OptionSpec.delimiter, .encoding, .decimal, .dateOrder].filter(invocation.has)
    let problems = given.map { UsageError.Problem("'\($0.name)' says how to read a FILE, but none is given") }
    if let error = UsageError(problems, command: "eval") { throw .usage(error) }
  }
}

extension Eval.Result {
  /// The value, or the rows, laid out for people.
  var report: Report {
    let block: [Report.Block] =
      switch outcome {
      case .value(let value): [.figures(figures(value))]
      case .rows(let rows): [.paragraph(rows.summary), .table(rows.table)]
      }
    return Report(title: expression, sections: [Report.Section("eval", "Result", block)])
  }

  private func figures(_ value: ExpressionValue) -> [Report.KeyFigure] {
    let kind = Report.KeyFigure("type", "Type", .text(type.name))
    guard case .missing(let reason) = value else {
      return [Report.KeyFigure("value", "Value", value.cell(value.description)), kind]
    }
    return [Report.KeyFigure("value", "Value", .text("missing"), note: reason), kind]
  }
}

extension Eval.Rows {
  fileprivate var summary: String {
    let base = "\(indices.count) of \(total) \(total == 1 ? "row" : "rows")"
    return unknown == 0 ? base : base + "; \(unknown) cannot be told, since a value is missing"
  }

  fileprivate var table: Report.Table {
    Report.Table(
      "rows", columns: columns.map { Report.Column($0, $0) },
      rows: zip(cells, values).map { texts, values in zip(texts, values).map { $1.cell($0, plain: $0) } })
  }
}

extension ExpressionValue {
  /// The value written in some way; words of a file stay words.
  ///
  /// - Parameters:
  ///   - text: The way.
  ///   - plain: How CSV has it; nil for numbers and fractions as JSON has them.
  /// - Returns: The cell.
  fileprivate func cell(_ text: String, plain: String? = nil) -> Report.Cell {
    switch self {
    case .number, .rate: .computed(text, plain: plain ?? JSONText.compact(json), unit: type.name)
    case .money(_, let currency):
      .computed(text, plain: plain ?? JSONText.compact(json), unit: "\(currency)")
    case .span: .computed(text, plain: text, unit: type.name)
    case .date: .date(text)
    case .missing, .truth, .moment, .period, .text, .list, .record: .text(text)
    }
  }
}
