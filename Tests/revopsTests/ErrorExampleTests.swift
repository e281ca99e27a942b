import Testing

@testable import RevOpsCore
@testable import revops

/// Every error of the program by its smallest case, with its place.
@Suite struct ErrorExampleTests {
  static let examples = files + json + yaml + tables + sections + workspaces + expressions + areas

  @Test(arguments: examples) func isRaisedWhereItStands(example: ErrorExample) throws {
    let problems = try example.problems()
    let match = try #require(
      problems.first { $0.id == example.id }, "\(problems.map { "\($0.id): \($0.message)" })")
    #expect(match.severity == .error)
    // A message without a place stands for a file as a whole, or for the command line.
    let place = match.place.map { "\($0.file.split(separator: "/").last ?? ""):\($0.line):\($0.column)" }
    #expect((place ?? "") == example.place)
    #expect(match.hint?.isEmpty != true)
    let text = DiagnosticRenderer.render(problems, RenderOptions())
    #expect(text.contains(match.message) && !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  /// What needs a file of gigabytes, a failing disk or much time, or what something else refuses first.
  static let cannotBeShown: Set<String> = [
    "file.too-large", "reading.too-large", "csv.too-large",  // 2 or 4 GiB
    "file.unreadable", "file.output-is-input",  // FaultTests has the disk that fails, and what would be lost
    "set.too-many",  // 65,536 settings take a minute in a debug build
    // warnings beside an answer
    "csv.no-rows", "csv.no-names", "csv.short-row", "csv.lone-cell", "csv.thousands",
    "pipeline.repeated-rows", "pipeline.rows-without-id",
    "data.deleted-rows", "data.no-such-word", "where.no-rows", "csv.doubled-column",
    "csv.separator",  // the command line and the decoder refuse it first; TableTests has the reader
  ]

  /// What its own source raises is what a program can say.
  @Test func everyErrorOfTheProgramHasAnExampleAndAPage() throws {
    let raised = try RaisedErrors.ids().union(Expression.pages.map(\.id))
    #expect(raised.count > 100)
    let shown = Set(Self.examples.map(\.id))
    for id in raised.union(shown).sorted() {
      #expect(Explanations.page(id) != nil, "\(id) has no page")
      #expect(shown.contains(id) || Self.cannotBeShown.contains(id), "\(id) has no example")
    }
    for id in Self.cannotBeShown { #expect(raised.contains(id), "\(id) is raised nowhere") }
  }

  // MARK: Files

  static let files: [ErrorExample] = [
    ErrorExample("file.missing", ["convert", "nowhere.yaml"], at: ""),
    ErrorExample("file.folder", ["convert", "folder"], at: "", ["folder/x": ""]),
    ErrorExample("file.none", ["audit"], at: ""),
    ErrorExample("file.empty", ["audit", "plan.yaml"], at: "", ["plan.yaml": " \n"]),
    ErrorExample("file.table", ["audit", "deals.csv"], at: "", ["deals.csv": "a,b\n"]),
    ErrorExample(
      "reading.encoding", ["convert", "a.yaml"], at: "a.yaml:1:4", bytes: [0x61, 0x3A, 0x20, 0xE9]),
    .file("reading.too-deep", "a.yaml:1:513", String(repeating: "[", count: 600)),
    .file("reading.duplicate-key", "a.yaml:2:1", "win_rate: 25%\nwin_rate: 30%\n"),
  ]

  static let json: [ErrorExample] = [
    .file("json.syntax", "a.json:1:17", "{\"quota\": 60000,}"),
    .file("json.unclosed", "a.json:1:25", "{\"stages\": [\"mql\", \"sql\""),
    .file("json.number", "a.json:1:11", "{\"quota\": 0600}"),
    .file("json.escape", "a.json:1:4", "\"C:\\data\""),
    .file("json.control-character", "a.json:1:3", "\"a\tb\""),
  ]

  static let yaml: [ErrorExample] = [
    .file("yaml.syntax", "a.yaml:1:14", "name: \"Acme\" North\n"),
    .file("yaml.tab", "a.yaml:2:1", "stages:\n\t- Visitor\n"),
    .file("yaml.indentation", "a.yaml:3:2", "plan:\n  quota: 1\n win_rate: 2\n"),
    .file("yaml.missing-colon", "a.yaml:2:1", "quota: 600000\nwin_rate 25%\n"),
    .file("yaml.colon-in-value", "a.yaml:1:24", "note: agreed with sales: 4 hours\n"),
    .file("yaml.long-key", "a.yaml:1:1", String(repeating: "k", count: 1_025) + ": 1\n"),
    .file("yaml.unclosed", "a.yaml:1:9", "owners: [Ana, Ben\n"),
    .file("yaml.character", "a.yaml:1:8", "name: a\u{7}b\n"),
    .file("yaml.escape", "a.yaml:1:10", "path: \"C:\\data\"\n"),
    .file("yaml.block-scalar", "a.yaml:1:8", "note: |soon\n  text\n"),
    .file("yaml.alias", "a.yaml:1:7", "rate: *base\n"),
    .file(
      "yaml.alias-expansion", "a.yaml:6:45",
      "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + (1...9).map { "a\($0): &a\($0) [" + (0..<10).map { _ in "*a" }.joined(separator: ", ") + "]\n" }
        .enumerated().map { $1.replacing("*a", with: "*a\($0)") }.joined()),
    .file("yaml.tag", "a.yaml:1:14", "quota: !!int many\n"),
    .file("yaml.directive", "a.yaml:1:1", "%YAML 2.0\n---\na: 1\n"),
    .file("yaml.not-supported", "a.yaml:2:1", "a: 1\n---\nb: 2\n"),
  ]

  // MARK: Tables

  static let tables: [ErrorExample] = [
    ErrorExample("csv.empty", ["inspect", "deals.csv"], at: "", ["deals.csv": ",,\n"]),
    ErrorExample("csv.not-text", ["inspect", "deals.csv"], at: "", bytes: [0x50, 0x4B, 0x03, 0x04]),
    ErrorExample(
      "csv.encoding", ["convert", "--encoding", "utf-8", "d.csv"], at: "d.csv:1:2", bytes: [0x61, 0xE9, 0x0A]),
    ErrorExample(
      "csv.quote", ["convert", "d.csv"], at: "d.csv:2:6", ["d.csv": "a,b\nAcme \"North\" Ltd,1\n"]),
    ErrorExample(
      "csv.header-twice", ["pipeline", "hygiene", "deals.csv"], at: "deals.csv:3:1",
      ["deals.csv": "id,stage,amount,close_date\n1,Negotiation,5,2026-01-01\nid,stage,amount,close_date\n"]),
    .cell("csv.long-row", "deals.csv:2:17", "amount", "5,x"),
    .cell("csv.amount", "deals.csv:2:15", "amount,close_date", "soon,2026-01-01"),
    .cell(
      "csv.decimal-mark", "deals.csv:2:16", "amount,close_date", "\"1,200.50\",2026-01-01",
      "\"1.200,50\",2026-01-01"),
    .cell("csv.date", "deals.csv:2:17", "amount,close_date", "5,2026-02-30"),
    .cell("csv.date-order", "deals.csv:2:17", "amount,close_date", "5,03/04/2026"),
    .cell("csv.rate", "deals.csv:2:28", "amount,close_date,probability", "5,2026-01-01,high"),
    ErrorExample(
      "csv.number", ["pipeline", "health", "deals.csv"], at: "deals.csv:2:28",
      ["deals.csv": "id,stage,amount,close_date,contacts\n1,Negotiation,5,2026-01-01,many\n"]),
    .workspace(
      "data.unknown-column", "revops.yaml:2:42",
      "data:\n  opportunities: {file: d.csv, columns: {amout: a}}\n",
      with: ["d.csv": "id,a\n1,2\n"]),
    .workspace(
      "data.missing-column", "d.csv:1:1",
      "data:\n  opportunities: {file: d.csv, columns: {amount: Deal Value}}\n",
      with: ["d.csv": "id,a\n1,2\n"]),
    ErrorExample(
      "convert.not-a-table", ["convert", "--to", "csv", "a.yaml"], at: "a.yaml:1:23",
      ["a.yaml": "[{stage: mql, owners: [Ana, Ben]}]"]),
    .file("convert.not-json", "a.yaml:1:2", "{2026: 1.2M}"),
  ]

  // MARK: Sections

  static let sections: [ErrorExample] = [
    .workspace("decode.unknown-key", "revops.yaml:1:9", "audit: {arr_curent: 5}\n"),
    .workspace(
      "decode.missing-key", "revops.yaml:1:10", "checks: [{name: a}]\naudit: {arr_current: 5}\n", ["check"]),
    .workspace("decode.wrong-value", "revops.yaml:1:22", "audit: {arr_current: soon}\n"),
    .workspace("decode.wrong-shape", "revops.yaml:1:8", "audit: [1]\n"),
    .workspace("decode.unknown-choice", "revops.yaml:1:16", "audit: {model: salesled}\n"),
  ]

  static let workspaces: [ErrorExample] = [
    .workspace("workspace.self", "revops.yaml:1:8", "audit: revops.yaml\n"),
    .workspace(
      "workspace.two-days", "revops.yaml:2:15", "audit: {as_of: 2026-01-01}\nplan: {as_of: 2026-02-01}\n"),
    .workspace("workspace.no-section", "a.yaml:1:8", "audit: a.yaml\n", with: ["a.yaml": "audit: b.yaml\n"]),
    .workspace(
      "workspace.not-read", "a.yaml:2:1", "audit: a.yaml\n",
      with: ["a.yaml": "audit: {arr_current: 5}\nplan: {}\n"]),
    .workspace("workspace.no-rate", "", "audit: {arr_current: 5}\n", ["audit", "--currency", "EUR"]),
    .workspace("workspace.section-missing", "", "company: {name: a}\n", ["plan"]),
    .workspace("workspace.table-missing", "", "company: {name: a}\n", ["pipeline", "hygiene"]),
    .workspace(
      "workspace.column-missing", "revops.yaml:2:18", "data:\n  opportunities: d.csv\n",
      ["pipeline", "hygiene"],
      with: ["d.csv": "id,stage\n1,Negotiation\n"]),
    .workspace(
      "where.columns", "--where:1:1", "data:\n  opportunities: d.csv\n",
      ["pipeline", "hygiene", "--where", "segmnt = 'SMB'"],
      with: ["d.csv": "id,stage,amount,close_date\n1,Negotiation,5,2026-01-01\n"]),
    .workspace(
      "where.no-column", "--where:1:1", "data:\n  opportunities: d.csv\n",
      ["pipeline", "hygiene", "--where", "'Deal - Stage' = 'Negotiation'"],
      with: ["d.csv": "id,stage,amount,close_date\n1,Negotiation,5,2026-01-01\n"]),
    .workspace(
      "data.other-table", "d.csv:3:1", "data:\n  opportunities: d.csv\n", ["pipeline", "coverage"],
      with: [
        "d.csv":
          "snapshot_date,id,stage,amount,close_date\n2026-06-01,1,Negotiation,5,2026-08-01\n2026-06-08,2,Negotiation,6,2026-08-01\n"
      ]),
    .workspace("company.timezone", "revops.yaml:1:21", "company: {timezone: Berlin}\naudit: {}\n"),
    .workspace(
      "company.unknown-metric", "revops.yaml:1:24",
      "company: {benchmarks: {netretention: {good: 100%}}}\naudit: {}\n"),
    .workspace(
      "company.unknown-definition", "revops.yaml:1:30", "company: {definitions: {nrr: cohorts}}\naudit: {}\n"),
    .workspace(
      "company.unknown-scope", "revops.yaml:1:35",
      "company: {benchmarks: {sm_share: {acv_15k: {from: 35%, to: 55%}}}}\naudit: {}\n"),
    .workspace(
      "company.benchmarks", "revops.yaml:1:42",
      "company: {benchmarks: {nrr: {good: 110%, great: 100%}}}\naudit: {}\n"),
    .workspace(
      "set.path", "--set:1:15", "audit: {arr_current: 5}\n", ["audit", "--set", "audit.maturity[name=x].y=1"]),
    .workspace(
      "set.comment", "--set:1:16", "audit: {arr_current: 5}\n", ["audit", "--set", "audit={a: \"x\"} #b"]),
    .workspace(
      "check.unknown-finding", "revops.yaml:1:23",
      "checks: {severities: {audit.rubrik-gap: info}}\naudit: {arr_current: 5}\n", ["check"]),
    .workspace(
      "check.no-name", "", "checks: [{name: a, assert: audit.rubric.score > 1}]\naudit: {arr_current: 5}\n",
      ["explain", "checks.b"]),
    .workspace("check.nothing", "", "company: {name: a}\n", ["check"]),
    .workspace(
      "check.duplicate", "revops.yaml:3:5",
      "checks:\n  - {name: a, assert: audit.rubric.score > 1}\n  - {name: a, assert: audit.rubric.score > 2}\n"
        + "audit: {arr_current: 5}\n", ["check"]),
  ]

  // MARK: Expressions

  static let expressions: [ErrorExample] = [
    .expression("expression.syntax", 9, "amount >"),
    .expression("expression.size", 201, String(repeating: "(", count: 20_000) + "1"),
    .expression("expression.literal", 1, "2026-02-30 = 1"),
    .expression("expression.pattern", 14, "name matches \"(\""),
    .expression("expression.unknown-name", 1, "amuont > 5"),
    .expression("expression.unknown-function", 1, "totl(amount)"),
    .expression("expression.arguments", 1, "round()"),
    .expression("expression.type", 10, "amount = \"x\""),
    .expression("expression.calendar", 1, "9999-12-31 + 1 day = 2026-01-01"),
  ]
}
