import RevOpsCore
import Testing

@testable import revops

/// A command line against three made-up commands.
@Suite struct ParsingTests {
  static let format = OptionSpec("--format", value: "FORMAT", choices: ["text", "json"], "how it is written")
  static let set = OptionSpec("--set", value: "PATH=VALUE", isRepeatable: true, "an override")

  static let commands: [CommandSpec] = [
    CommandSpec(
      "audit", group: .analyses, summary: "audits",
      operands: [.init(name: "FILE", arity: .optional, summary: "a workspace")],
      options: [format, set, .output]
    ) { _ in Answer() },
    CommandSpec(
      "pipeline", "velocity", group: .analyses, summary: "computes",
      operands: [.init(name: "FILE", arity: .any, summary: "tables")], options: [format]
    ) { _ in Answer() },
    CommandSpec(
      "eval", group: .looking, summary: "evaluates",
      operands: [
        .init(name: "EXPR", arity: .one, summary: "an expression"),
        .init(name: "FILE", arity: .optional, summary: "a table"),
      ], options: [.quiet]
    ) { _ in Answer() },
  ]

  func invocation(_ arguments: [String]) throws -> Invocation {
    guard case .run(let invocation) = try parse(arguments, commands: Self.commands) else {
      throw UsageError("is no command to run")
    }
    return invocation
  }

  @Test(arguments: [
    ["audit", "--format", "json", "a.yaml"], ["audit", "--format=json", "a.yaml"],
    ["--format", "json", "audit", "a.yaml"], ["audit", "a.yaml", "--format=json"],
    ["audit", "--format", "json", "--", "a.yaml"],
  ])
  func readsAnOptionWhereverItStands(arguments: [String]) throws {
    let invocation = try invocation(arguments)
    #expect(invocation.command.name == "audit")
    #expect(invocation.value(of: Self.format) == "json")
    #expect(invocation.operands == ["a.yaml"])
  }

  @Test func keepsTheValuesOfARepeatableOptionInOrder() throws {
    let invocation = try invocation(["audit", "--set", "a=1", "--set=b=2=3"])
    #expect(invocation.values(of: Self.set) == ["a=1", "b=2=3"])
  }

  @Test func knowsAnOptionByItsShortName() throws {
    #expect(try invocation(["audit", "-o", "x.txt"]).value(of: .output) == "x.txt")
    #expect(try invocation(["audit", "-o=x.txt"]).value(of: .output) == "x.txt")
  }

  @Test func takesWhatFollowsTwoDashesAndALoneDashAsOperands() throws {
    #expect(try invocation(["audit", "-"]).operands == ["-"])
    #expect(try invocation(["audit", "--", "--format"]).operands == ["--format"])
    #expect(try invocation(["eval", "-5% + 1"]).operands == ["-5% + 1"])
    #expect(try invocation(["audit", "--set", "-1"]).values(of: Self.set) == ["-1"])
  }

  @Test func aVerbWrittenWronglyIsToldFromAFile() {
    let verbs =
      Self.commands + [CommandSpec("audit", "mistakes", group: .analyses, summary: "lists") { _ in Answer() }]
    for line in [["audit", "mistaks"], ["audit", "mistaks", "a.yaml"]] {
      let error = #expect(throws: UsageError.self) {
        try parse(line, commands: verbs, fileExists: { $0 == "a.yaml" })
      }
      #expect(error?.problems.map(\.message) == ["no file 'mistaks'"])
      #expect(error?.problems.first?.hint == "did you mean the command 'audit mistakes'?")
    }
    #expect(throws: Never.self) {
      try parse(["audit", "mistaks"], commands: verbs, fileExists: { _ in true })
    }
    #expect(throws: Never.self) {
      try parse(["audit", "a.yml"], commands: verbs, fileExists: { _ in false })
    }
  }

  @Test func findsACommandOfTwoWords() throws {
    let invocation = try invocation(["pipeline", "velocity", "a.csv", "b.csv"])
    #expect(invocation.command.name == "pipeline velocity")
    #expect(invocation.operands == ["a.csv", "b.csv"])
  }

  @Test(
    arguments: [
      (["adit"], ["no command 'adit'"], "did you mean 'audit'?"),
      (["pipeline"], ["'pipeline' needs one of: velocity"], nil),
      (["pipeline", "velocty"], ["'pipeline' has no 'velocty'"], "did you mean 'pipeline velocity'?"),
      (["pipeline", "q"], ["'pipeline' has no 'q'"], "it has: velocity"),
      (["audit", "--fromat=json"], ["unknown option '--fromat'"], "did you mean '--format'?"),
      (["eval", "-$5"], ["unknown option '-$5'"], "where it is no option, put -- before it"),
      (["eval", "-(1 + 2)"], ["unknown option '-(1 + 2)'"], "where it is no option, put -- before it"),
      (
        ["audit", "--format", "jsn"], ["'--format' takes one of text, json, not 'jsn'"],
        "did you mean 'json'?"
      ),
      (["audit", "--format"], ["'--format' needs a value"], "write '--format=FORMAT'"),
      (["audit", "--format", "--set", "a=1"], ["'--format' needs a value"], "write '--format=FORMAT'"),
      (["audit", "--quiet"], ["'audit' does not use '--quiet'"], nil),
      (["eval", "1", "--quiet=yes"], ["'--quiet' takes no value, but '--quiet=yes' gives one"], nil),
      (["audit", "--format=text", "--format=json"], ["'--format' is given 2 times, but counts once"], nil),
      (["audit", "a", "b"], ["unexpected 'b'"], "'audit' takes [FILE]"),
      (["eval"], ["'eval' needs EXPR: an expression"], nil),
      (
        ["audit", "a", "b", "--format=x", "--quiet"],
        [
          "'--format' takes one of text, json, not 'x'", "'audit' does not use '--quiet'", "unexpected 'b'",
        ], nil
      ),
    ] as [([String], [String], String?)])
  func refusesWithEveryReasonAtOnce(arguments: [String], messages: [String], hint: String?) {
    let error = #expect(throws: UsageError.self) { try invocation(arguments) }
    #expect(error?.problems.map(\.message) == messages)
    if let hint { #expect(error?.problems.first?.hint == hint) }
  }

  @Test(arguments: [["--help"], ["-h"], ["audit", "--help"], ["audit", "--bogus", "-h"]])
  func showsHelpWhateverElseIsWrong(arguments: [String]) throws {
    guard case .help(let command) = try parse(arguments, commands: Self.commands) else {
      Issue.record("no help")
      return
    }
    #expect(command?.name == (arguments[0] == "audit" ? "audit" : nil))
  }

  @Test func aVerbThatThereIsNotIsNoFile() {
    func plan(_ verb: String?) -> CommandSpec {
      CommandSpec(
        "plan", verb, group: .analyses, summary: "plans",
        operands: [.init(name: "FILE", arity: .optional, summary: "a workspace")]
      ) { _ in Answer() }
    }
    let error = #expect(throws: UsageError.self) {
      try parse(
        ["plan", "goal", "revops.yaml"], commands: [plan(nil), plan("solve"), plan("diff")],
        fileExists: { $0 == "revops.yaml" })
    }
    #expect(error?.problems.map(\.message) == ["'plan' has no 'goal'"])
    #expect(error?.problems.map(\.hint) == ["it has: solve, diff"])
  }
}
