import Testing

@testable import RevOpsCore

/// One run in every format that build servers read; shapes after the services' own documents.
@Suite struct CheckRendererTests {
  private func place(_ line: Int, _ column: Int, _ length: Int, file: String = "./plan/fy 27.yaml") -> Place {
    Place(file: file, line: line, column: column, length: length, excerpt: "  coverage: 2.1")
  }

  private var run: CheckReport {
    CheckReport(
      [
        CheckOutcome("checks.targets", name: "targets present", .passed, "3 targets", place: place(4, 1, 7)),
        CheckOutcome(
          "checks.coverage", name: "coverage", .failed, "coverage is 2.1x, below 3x", place: place(12, 3, 8),
          keyPath: "checks.coverage", help: "add pipeline or lower the target"),
        CheckOutcome(
          "audit.no-sla", name: "agreements", .failed, severity: .warning, "no SLA & no owner",
          place: place(20, 1, 3)),
        CheckOutcome(
          "checks.seasonality", name: "seasonality", .skipped(because: "no history file"), "",
          place: place(30, 1, 1)),
        CheckOutcome("checks.burn", name: "burn", .errored, "the expression divides by zero"),
        CheckOutcome(
          "checks.quota", name: "quota", .waived(because: "agreed until July"), "quota is 9x",
          place: place(8, 2, 5)),
      ], file: "revops.yaml", asOf: "2026-03-31", version: "1.2.0")
  }

  // printf 'checks.coverage\nplan/fy 27.yaml\nchecks.coverage' | sha256sum | cut -c1-32, and so on
  private let prints = (
    coverage: "6ae245f8f98a246eb11b2aa9a19885f2", sla: "8a54a96f5cf4b15bf4db76d3b0c331fb",
    season: "d5bd767a92354e9400f416951b1e3437", burn: "12912c1d5f6d2d291b0229de260dd568",
    quota: "9cfcded8ef9ced16c235958e50c19e56"
  )

  @Test func junitIsASuiteAFile() {
    #expect(
      run.rendered(as: .junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="revops check" tests="6" failures="1" errors="1" skipped="1" time="0">
          <testsuite name="plan/fy 27.yaml" tests="5" failures="1" errors="0" skipped="1" time="0" \
        file="plan/fy 27.yaml">
            <properties><property name="revops.version" value="1.2.0"/><property name="as-of" \
        value="2026-03-31"/></properties>
            <testcase classname="revops.checks" name="checks.targets targets present" time="0" \
        file="plan/fy 27.yaml" line="4"/>
            <testcase classname="revops.checks" name="checks.coverage" time="0" file="plan/fy \
        27.yaml" line="12">
              <failure type="checks.coverage" message="coverage is 2.1x, below 3x">plan/fy 27.yaml:12:3: \
        error: coverage is 2.1x, below 3x&#10;help: add pipeline or lower the target</failure>
            </testcase>
            <testcase classname="revops.audit" name="audit.no-sla agreements" time="0" file="plan/fy \
        27.yaml" line="20">
              <system-out>plan/fy 27.yaml:20:1: warning: no SLA &amp; no owner</system-out>
            </testcase>
            <testcase classname="revops.checks" name="checks.seasonality" time="0" \
        file="plan/fy 27.yaml" line="30">
              <skipped message="no history file"/>
            </testcase>
            <testcase classname="revops.checks" name="checks.quota" time="0" file="plan/fy 27.yaml" \
        line="8">
              <system-out>waived: agreed until July</system-out>
            </testcase>
          </testsuite>
          <testsuite name="revops.yaml" tests="1" failures="0" errors="1" skipped="0" time="0" \
        file="revops.yaml">
            <properties><property name="revops.version" value="1.2.0"/><property name="as-of" \
        value="2026-03-31"/></properties>
            <testcase classname="revops.checks" name="checks.burn" time="0">
              <error type="checks.burn" message="the expression divides by zero">error: the expression \
        divides by zero</error>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func aWarningFailsOnlyWhereAskedTo() {
    var strict = run
    strict.failsOnWarnings = true
    #expect(strict.rendered(as: .junit).contains(#"tests="6" failures="2" errors="1" skipped="1""#))
    #expect(strict.rendered(as: .tap).contains("not ok 3 - audit.no-sla agreements"))
  }

  @Test func xmlHoldsNothingItForbids() {
    #expect(
      XMLText.escaped("a\u{0}\u{8}\u{1F}b\u{FFFE}\u{FFFF}<&>\"\t\r\n\u{7F}é")
        == "ab&lt;&amp;&gt;&quot;&#9;&#13;&#10;\u{7F}é")
  }

  @Test func githubShowsProblemsBesideTheirLines() {
    #expect(
      run.rendered(as: .github) == """
        ::error file=plan/fy 27.yaml,line=12,endLine=12,col=3,endColumn=11,title=checks.coverage::coverage \
        is 2.1x, below 3x%0Aadd pipeline or lower the target
        ::error file=revops.yaml,title=checks.burn::the expression divides by zero
        ::warning file=plan/fy 27.yaml,line=20,endLine=20,col=1,endColumn=4,title=audit.no-sla \
        agreements::no SLA & no owner
        ::notice title=revops check::6 checks: 1 passed, 1 failed, 1 warned, 1 waived, 1 skipped, 1 broken
        ::remove-matcher owner=revops::

        """ + run.rendered(as: .text))
  }

  @Test func githubShowsTenOfAKindAndSaysHowManyThereAre() {
    func many(_ severity: Severity) -> [CheckOutcome] {
      (1...15).map {
        CheckOutcome("a.b", name: "n\($0)", .failed, severity: severity, "m", place: place($0, 1, 1))
      }
    }
    let run = CheckReport(many(.info) + many(.error) + many(.warning), file: "f", asOf: "", version: "")
    let lines = GitHubRenderer.render(run).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("::error ") }.count == 10)
    #expect(lines.filter { $0.hasPrefix("::warning ") }.count == 10)
    #expect(lines.filter { $0.hasPrefix("::notice ") }.count == 10)
    #expect(lines.first?.contains("n1::") == true)
    #expect(lines.last == "::notice title=revops check::45 checks: 15 failed, 15 warned, 15 noted")
  }

  @Test func githubSeesNoCommandInTheData() {
    #expect(GitHubRenderer.escaped(message: "50%\r\n::error::\u{1B}x") == "50%25%0D%0A::error::\\u{1b}x")
    #expect(GitHubRenderer.escaped(property: "a:b,c%") == "a%3Ab%2Cc%25")
  }

  @Test func ofTooManyWarningsGitHubGetsThoseWithTheMostMoney() {
    let outcomes = (0..<20).map { index in
      CheckOutcome(
        "a.b", name: "n\(index)", .failed, severity: .warning, "m\(index)",
        stake: index % 5 == 0 ? Double(index) * 1000 : 0)
    }
    let run = CheckReport(outcomes, file: "f", asOf: "", version: "1")
    let shown = GitHubRenderer.render(run).split(separator: "\n").compactMap { $0.split(separator: ":").last }
    // 15, 10 and 5 thousand, then the others in their order; the totals come last.
    #expect(shown.prefix(10) == ["m15", "m10", "m5", "m0", "m1", "m2", "m3", "m4", "m6", "m7"])
    #expect(shown.count == 11)
  }

  @Test func aCleanRunIsQuiet() {
    let clean = CheckReport([CheckOutcome("a.b", name: "n", .passed, "m")], file: "f", asOf: "", version: "1")
    #expect(clean.rendered(as: .github) == "1 check: 1 passed\n")
    #expect(clean.rendered(as: .gitlab) == "[]\n")
    #expect(clean.rendered(as: .text) == "1 check: 1 passed\n")
    #expect(clean.rendered(as: .sarif).contains(#""results": []"#))
    #expect(
      CheckReport([], file: "f", asOf: "", version: "1").rendered(as: .tap)
        == "TAP version 14\n1..0 # SKIP no checks\n")
  }

  @Test func aNameWithControlCharactersIsShownAsOneLine() {
    let check = CheckOutcome("checks.a\n\u{1}b", name: "a\n\u{1}b", .failed, "m")
    let report = CheckReport([check], file: "f", asOf: "", version: "1")
    #expect(report.rendered(as: .gitlab).contains(#""check_name": "revops/checks.a\\n\\u{1}b""#))
    let sarif = report.rendered(as: .sarif)
    #expect(
      sarif.contains(#""ruleId": "checks.a\\n\\u{1}b""#) && sarif.contains(#""id": "checks.a\\n\\u{1}b""#))
    #expect(sarif.contains(#""name": "a\\n\\u{1}b""#))
  }

  @Test func gitlabListsProblemsByFingerprint() {
    #expect(
      run.rendered(as: .gitlab) == """
        [
          {
            "description": "coverage is 2.1x, below 3x",
            "check_name": "revops/checks.coverage",
            "fingerprint": "\(prints.coverage)",
            "severity": "major",
            "location": {
              "path": "plan/fy 27.yaml",
              "lines": {
                "begin": 12
              }
            }
          },
          {
            "description": "no SLA & no owner",
            "check_name": "revops/audit.no-sla",
            "fingerprint": "\(prints.sla)",
            "severity": "minor",
            "location": {
              "path": "plan/fy 27.yaml",
              "lines": {
                "begin": 20
              }
            }
          },
          {
            "description": "the expression divides by zero",
            "check_name": "revops/checks.burn",
            "fingerprint": "\(prints.burn)",
            "severity": "critical",
            "location": {
              "path": "revops.yaml",
              "lines": {
                "begin": 1
              }
            }
          }
        ]

        """)
  }

  @Test func tapListsEveryCheck() {
    #expect(
      run.rendered(as: .tap) == """
        TAP version 14
        1..6
        ok 1 - checks.targets targets present
        not ok 2 - checks.coverage
          ---
          message: "coverage is 2.1x, below 3x"
          severity: error
          at: {file: "plan/fy 27.yaml", line: 12, column: 3}
          help: "add pipeline or lower the target"
          ...
        ok 3 - audit.no-sla agreements
          ---
          message: "no SLA & no owner"
          severity: warning
          at: {file: "plan/fy 27.yaml", line: 20, column: 1}
          ...
        ok 4 - checks.seasonality # SKIP no history file
        not ok 5 - checks.burn
          ---
          message: "the expression divides by zero"
          severity: error
          ...
        ok 6 - checks.quota # TODO agreed until July

        """)
    #expect(TAPRenderer.escaped("a # b \\ c\n") == ##"a \# b \\ c\\n"##)
  }

  @Test func textPointsAtProblemsAndEndsWithTheTotals() {
    #expect(
      run.rendered(as: .text) == """
        ./plan/fy 27.yaml:12:3: error: coverage is 2.1x, below 3x [checks.coverage]
           |
        12 |   coverage: 2.1
           |   ^^^^^^^^ add pipeline or lower the target
        ./plan/fy 27.yaml:20:1: warning: no SLA & no owner [audit.no-sla]
           |
        20 |   coverage: 2.1
           | ^^^
        error: the expression divides by zero [checks.burn]
        skipped: checks.seasonality: no history file
        waived: checks.quota: agreed until July
        6 checks: 1 passed, 1 failed, 1 warned, 1 waived, 1 skipped, 1 broken

        """)
  }

  @Test func sarifHasOneResultForEachCheckThatDidNotPass() {
    let small = CheckReport(
      [run.outcomes[0], run.outcomes[1]], file: "revops.yaml", asOf: "2026-03-31", version: "1.2.0")
    #expect(
      small.rendered(as: .sarif) == """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "revops",
                  "semanticVersion": "1.2.0",
                  "rules": [
                    {
                      "id": "checks.targets",
                      "name": "targets",
                      "shortDescription": {
                        "text": "targets"
                      },
                      "fullDescription": {
                        "text": "An assertion of the 'checks' section is false, or could not be evaluated."
                      },
                      "help": {
                        "text": "see 'revops explain check.failed'"
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      },
                      "properties": {
                        "tags": [
                          "checks"
                        ],
                        "precision": "very-high",
                        "problem.severity": "error"
                      }
                    },
                    {
                      "id": "checks.coverage",
                      "name": "coverage",
                      "shortDescription": {
                        "text": "coverage"
                      },
                      "fullDescription": {
                        "text": "An assertion of the 'checks' section is false, or could not be evaluated."
                      },
                      "help": {
                        "text": "add pipeline or lower the target"
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      },
                      "properties": {
                        "tags": [
                          "checks"
                        ],
                        "precision": "very-high",
                        "problem.severity": "error"
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "automationDetails": {
                "id": "revops-check/"
              },
              "invocations": [
                {
                  "executionSuccessful": true,
                  "toolExecutionNotifications": []
                }
              ],
              "results": [
                {
                  "ruleId": "checks.coverage",
                  "ruleIndex": 1,
                  "level": "error",
                  "message": {
                    "text": "coverage is 2.1x, below 3x"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "plan/fy%2027.yaml"
                        },
                        "region": {
                          "startLine": 12,
                          "startColumn": 3,
                          "endLine": 12,
                          "endColumn": 11
                        }
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "primaryLocationLineHash": "\(prints.coverage)"
                  }
                }
              ]
            }
          ]
        }

        """)
  }

  /// Two results of one rule: what the rule says is its page, not the first of them.
  @Test func aRuleOfSARIFSaysWhatItsPageSays() throws {
    let findings = ["data.duplicates", "process.agreements"].map {
      CheckOutcome(
        "audit.rubric-gap", name: $0, .failed, severity: .warning, "not there", help: "merge \($0)")
    }
    let sarif = CheckReport(findings, file: "f", asOf: "", version: "1").rendered(as: .sarif)
    let page = try #require(Explanations.page("audit.rubric-gap"))
    #expect(sarif.contains(#""name": "rubric-gap""#))
    for text in [page.title, page.what, page.remedy] { #expect(sarif.contains("\"text\": \"\(text)\"")) }
    #expect(!sarif.contains("merge data.duplicates") && !sarif.contains(#""name": "data.duplicates""#))
  }

  @Test func sarifSaysWhyACheckDidNotCount() {
    let sarif = run.rendered(as: .sarif)
    #expect(sarif.contains(#""executionSuccessful": false"#))
    #expect(sarif.contains(#""kind": "notApplicable""#))
    #expect(sarif.contains(#""text": "no history file""#))
    #expect(sarif.contains(#""justification": "agreed until July""#))
    #expect(sarif.contains(prints.quota) && sarif.contains(prints.season))
    #expect(SARIFRenderer.encoded(path: "a b/ü%#?.yaml") == "a%20b/%C3%BC%25%23%3F.yaml")
  }

  @Test(arguments: [
    (path: "../demo/plan.yaml", folder: "/repo/a/b", root: "/repo", expected: "a/demo/plan.yaml"),
    ("plan.yaml", "/repo", "/repo", "plan.yaml"),
    ("./plan.yaml", "/repo/a", "/repo/", "a/plan.yaml"),
    ("/repo/a/plan.yaml", "/home", "/repo", "a/plan.yaml"),
    ("../../elsewhere/plan.yaml", "/repo/a", "/repo", "/elsewhere/plan.yaml"),
    ("plan.yaml", "/repository", "/repo", "/repository/plan.yaml"),
    ("plan.yaml", "/repo", "/", "repo/plan.yaml"),
    ("-", "/repo/a", "/repo", "-"),
    ("../plan.yaml", "/repo/a", nil, "../plan.yaml"), ("w/../deals.csv", "/repo/a", nil, "deals.csv"),
  ])
  func pathsStartFromTheRepository(path: String, folder: String, root: String?, expected: String) {
    let outcome = CheckOutcome("a.b", name: "n", .failed, "m", place: place(1, 1, 1, file: path))
    let report = CheckReport([outcome], file: path, asOf: "", version: "1").named(from: root, in: folder)
    #expect(report.file == expected)
    #expect(report.outcomes[0].place?.file == expected)
  }

  @Test func jsonListsEveryCheck() {
    var context = CheckRun.Context()
    context.currency = "USD"
    context.inputs = [Outcome.InputFile(name: "revops.yaml", role: "workspace", sha256: nil)]
    context.definitions = [.init("nrr", "waterfall")]
    context.assumptions = [.init("plan.ramp", .integer(6))]
    let one = CheckReport(
      [run.outcomes[3]], file: "revops.yaml", asOf: "2026-03-31", version: "1.2.0", context: context)
    #expect(
      one.rendered(as: .json) == """
        {
          "schema": "revops.check/1",
          "as_of": "2026-03-31",
          "currency": "USD",
          "result": {
            "passed": true,
            "total": 1,
            "failed": 0,
            "warned": 0,
            "checks": [
              {
                "id": "checks.seasonality",
                "name": "seasonality",
                "status": "skipped",
                "reason": "no history file",
                "severity": "error",
                "message": "",
                "key_path": "",
                "help": "",
                "location": {
                  "file": "./plan/fy 27.yaml",
                  "line": 30,
                  "column": 1
                },
                "fingerprint": "\(prints.season)"
              }
            ]
          },
          "absent": {},
          "findings": [],
          "inputs": [
            {
              "file": "revops.yaml",
              "role": "workspace",
              "rows": null,
              "rows_left_out": 0,
              "sha256": null
            }
          ],
          "definitions": {
            "nrr": "waterfall"
          },
          "assumptions": {
            "plan.ramp": 6
          }
        }

        """)
  }

  @Test func aWarningIsCalledFailedOnlyWhereItStopsTheBuild() {
    func words(_ report: CheckReport) -> [String] { report.outcomes.map(report.word) }
    #expect(words(run) == ["passed", "failed", "warned", "skipped", "errored", "waived"])
    var strict = run
    strict.failsOnWarnings = true
    #expect(words(strict) == ["passed", "failed", "failed", "skipped", "errored", "waived"])
    let noted = CheckReport(
      [CheckOutcome("a.b", name: "n", .failed, severity: .info, "m")], file: "f", asOf: "", version: "1",
      failsOnWarnings: true)
    #expect(words(noted) == ["noted"])
    #expect(run.rendered(as: .json).contains("\"failed\": 2,\n    \"warned\": 1,"))
  }

  @Test func aTableHasEveryCheckWithItsPlace() {
    let lines = run.rendered(as: .csv).split(separator: "\n").map(String.init)
    #expect(lines.count == 7)
    #expect(lines[0] == "status,severity,id,name,place,message,reason,help")
    #expect(
      lines[2]
        == "failed,error,checks.coverage,coverage,./plan/fy 27.yaml:12:3,\"coverage is 2.1x, below 3x\",,add pipeline or lower the target"
    )
    #expect(lines[4].hasPrefix("skipped,error,checks.seasonality,") && lines[4].contains("no history file"))
    #expect(run.rendered(as: .markdown).contains("| failed | error | checks.coverage | coverage |"))
    #expect(run.rendered(as: .html).contains("coverage is 2.1x, below 3x"))
  }
}
