import Testing

@testable import RevOpsCore

/// What a build runner would take for a command, read as actions/runner's ActionCommand.cs reads a line.
enum Runner {
  static func obeys(_ line: some StringProtocol) -> Bool {
    var rest = line.unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    return rest.starts(with: "::".unicodeScalars) || String(line).contains(/##[A-Za-z]*\[/)
  }

  /// The first line of a text that would be obeyed.
  static func firstCommand(in text: String) -> String? {
    text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map(String.init).first(where: obeys)
  }
}

@Suite struct LogCommandTests {
  @Test(arguments: [
    ("::error::x", ".:error::x"), ("  ::set-output", "  .:set-output"), ("a ::error::", "a ::error::"),
    ("a ##[group]b", "a ##(group]b"), ("##[", "##("), ("plain", "plain"), ("", ""), (":", ":"),
    ("\u{A0}\t::x", "\u{A0}\t.:x"), ("##vso[task.complete]", "##vso(task.complete]"), ("# # [x]", "# # [x]"),
    ("###a[b][c]", "###a(b][c]"), ("#1[x]", "#1[x]"),
  ])
  func noLineIsACommand(line: String, safe: String) {
    #expect(LogCommand.disarmed(line) == safe)
  }

  @Test(arguments: [
    ("::error::x", "\"::error::x\"", 0), (" ::error::x", "\" ::error::x\"", 0), ("a ::b", "a ::b", 0),
    ("##[error]x", "\"##'[error]x\"", 1), ("a ##vso[x]", "\"a ##vso'[x]\"", 1),
    ("a\n::error::x", "\"a\n'::error::x\"", 1), ("a\r\n  ::b\rc", "\"a\r\n  '::b\rc\"", 1),
    ("=1##[x]", "\"'=1##'[x]\"", 1), ("a[1] # b", "a[1] # b", 0),
  ])
  func csvKeepsTheTextAndTakesItsForce(text: String, written: String, guarded: Int) {
    var writer = CSVWriter()
    writer.text(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == written)
    #expect(writer.guardedCells == guarded)
    var exact = CSVWriter(isGuarding: false)
    exact.text("::x")
    #expect(exact.bytes == Array("::x".utf8))
  }

  @Test func jsonAndItsYAMLEscapeTheBracketAndReadBack() throws {
    var bytes: [UInt8] = []
    appendJSONString("##[x] ##vso[y] a[1]".utf8, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"##\\u005bx] ##vso\\u005by] a[1]\"")
    #expect(JSONText.quoted("##[x] ##vso[y] a[1]") == "\"##\\u005bx] ##vso\\u005by] a[1]\"")
  }

  @Test func noReportInAnyFormatHoldsACommand() {
    for seed in 0..<80 {
      var random = RandomReport(seed: UInt64(seed))
      let report = random.report()
      let pages = [
        TextRenderer.render(report, RenderOptions()), MarkdownRenderer.render(report),
        HTMLRenderer.render(report), CSVRenderer.render(report),
      ]
      for page in pages { #expect(Runner.firstCommand(in: page) == nil, "seed \(seed)") }
    }
  }

  @Test(arguments: CheckFormat.allCases.filter { $0 != .github }) func noCheckRunHoldsACommand(
    format: CheckFormat
  ) {
    for seed in 0..<80 {
      var random = RandomReport(seed: UInt64(seed))
      let statuses: [CheckOutcome.Status] = [
        .passed, .failed, .waived(because: random.text()), .skipped(because: random.text()), .errored,
      ]
      let outcomes = statuses.map { status in
        CheckOutcome(
          "checks." + random.text(), name: random.text(), status, random.text(),
          place: Place(file: random.text(), line: 2, column: 1, length: 3, excerpt: random.text()),
          help: random.text())
      }
      let run = CheckReport(outcomes, file: random.text(), asOf: "2026-03-31", version: "1.0")
      #expect(Runner.firstCommand(in: run.rendered(as: format)) == nil, "seed \(seed)")
    }
  }
}
