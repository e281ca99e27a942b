import Testing

@testable import RevOpsCore

@Suite struct DiagnosticRendererTests {
  private func place(_ excerpt: String, line: Int = 14, column: Int, length: Int) -> Place {
    Place(file: "plan.yaml", line: line, column: column, length: length, excerpt: excerpt)
  }

  private func render(_ diagnostic: Diagnostic, width: Int = 80, ascii: Bool = false) -> String {
    DiagnosticRenderer.render([diagnostic], RenderOptions(width: width, ascii: ascii))
  }

  @Test func showsTheLineAndPointsAtWhatIsMeant() {
    let diagnostic = Diagnostic(
      "value.rate", "'new_win_rate' is 25, but a rate is a percentage or a fraction",
      at: place("  new_win_rate: 25", column: 17, length: 2), hint: "did you mean 25%?")
    #expect(
      render(diagnostic) == """
        plan.yaml:14:17: error: 'new_win_rate' is 25, but a rate is a percentage or a fraction
           |
        14 |   new_win_rate: 25
           |                 ^^ did you mean 25%?

        """)
  }

  @Test func countsColumnsAsTheTerminalDoes() {
    let diagnostic = Diagnostic("a.b", "bad", at: place("\t東京: \u{1B}x", line: 7, column: 6, length: 2))
    #expect(
      render(diagnostic) == """
        plan.yaml:7:6: error: bad
          |
        7 |     東京: \\u{1b}x
          |           ^^^^^^^

        """)
  }

  @Test func aPointBetweenTwoScalarsIsOneCaret() {
    #expect(render(Diagnostic("a.b", "bad", at: place("ab", column: 3, length: 0))).hasSuffix("   |   ^\n"))
  }

  @Test func aLongLineIsCutAroundTheCaret() {
    // 40 columns less "14 | " leave 35; the caret's start has 11 before it, one of them the mark.
    let line = String(repeating: "a", count: 100) + "HERE" + String(repeating: "b", count: 100)
    #expect(
      render(Diagnostic("a.b", "bad", at: place(line, column: 101, length: 4)), width: 40) == """
        plan.yaml:14:101: error: bad
           |
        14 | …aaaaaaaaaaaHEREbbbbbbbbbbbbbbbbbb…
           |             ^^^^

        """)
    let end = render(Diagnostic("a.b", "bad", at: place(line, column: 204, length: 1)), width: 40)
    #expect(
      end.hasSuffix(
        "14 | …" + String(repeating: "b", count: 34) + "\n   | " + String(repeating: " ", count: 34) + "^\n"))
    let start = render(
      Diagnostic("a.b", "bad", at: place(line, column: 1, length: 1)), width: 40, ascii: true)
    #expect(start.contains("14 | " + String(repeating: "a", count: 32) + "...\n   | ^\n"))
  }

  @Test func notesFollowWithTheirPlaces() {
    let diagnostic = Diagnostic(
      "territory.twice", "'NA-East' is defined twice", severity: .warning, hint: "rename one",
      notes: [.init("'NA-East' is first defined here", at: place("", line: 4, column: 9, length: 7))])
    #expect(
      render(diagnostic) == """
        warning: 'NA-East' is defined twice
          rename one
        plan.yaml:4:9: note: 'NA-East' is first defined here

        """)
  }

  @Test func nothingInTheDataActsOnTheTerminalOrTheBuild() {
    let place = Place(file: "::error::\u{1B}]0;x", line: 1, column: 1, length: 1, excerpt: "##[group]\u{7}")
    let text = render(Diagnostic("a.b", "bad '\r\n::set-env::x'", at: place, hint: "\u{9B}2J"))
    for line in text.split(separator: "\n") {
      #expect(!line.unicodeScalars.contains(where: SafeText.isUnsafe))
      #expect(LogCommand.disarmed(String(line)) == line)
    }
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test func jsonSaysTheSame() {
    let diagnostic = Diagnostic(
      "value.rate", "bad", at: place("x", column: 1, length: 1), hint: "25%", notes: [.init("here")])
    #expect(
      DiagnosticRenderer.json([diagnostic]) == """
        {
          "schema": "revops.diagnostics/1",
          "diagnostics": [
            {
              "id": "value.rate",
              "severity": "error",
              "message": "bad",
              "location": {
                "file": "plan.yaml",
                "line": 14,
                "column": 1
              },
              "hint": "25%",
              "notes": [
                {
                  "message": "here",
                  "location": null
                }
              ]
            }
          ]
        }

        """)
  }

  @Test func caretsAlwaysFitTheWidth() {
    for seed in 0..<200 {
      var random = RandomReport(seed: UInt64(seed))
      let excerpt = random.text() + random.text() + random.text()
      let place = Place(
        file: "f", line: 9, column: 1 + random.next(200), length: random.next(80), excerpt: excerpt)
      let lines = render(Diagnostic("a.b", "m", at: place), width: 50).split(separator: "\n").dropFirst()
      for line in lines {
        // A caret behind the end takes one more.
        #expect(DisplayWidth.of(line) <= 51, "seed \(seed): \(line)")
      }
    }
  }
}
