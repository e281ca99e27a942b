import Testing

@testable import revops

@Suite struct AppearanceTests {
  func appearance(
    _ arguments: [String] = [], terminal: Bool, columns: Int? = nil, _ environment: [String: String] = [:]
  ) throws -> Appearance {
    let command = CommandSpec("x", group: .program, summary: "x", options: OptionSpec.presentation) { _ in
      Answer()
    }
    guard case .run(let invocation) = try parse(["x"] + arguments, commands: [command]) else {
      throw UsageError("is no command to run")
    }
    let surroundings = Surroundings(
      outputIsTerminal: terminal, errorIsTerminal: terminal, terminalColumns: columns,
      environment: environment)
    return Appearance(surroundings, invocation)
  }

  @Test(
    arguments: [
      ([], false, [:], false), ([], true, [:], true), ([], true, ["NO_COLOR": "1"], false),
      ([], true, ["TERM": "dumb"], false), ([], false, ["CLICOLOR_FORCE": "1"], true),
      ([], false, ["CLICOLOR_FORCE": "0"], false),
      ([], false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (["--color=always"], false, ["NO_COLOR": "1"], true), (["--color=never"], true, [:], false),
      (["--color=auto"], true, [:], true), (["-o", "x"], true, [:], false), (["-o", "-"], true, [:], true),
    ] as [([String], Bool, [String: String], Bool)])
  func coloursOnlyWhereItIsWelcome(
    arguments: [String], terminal: Bool, environment: [String: String], expected: Bool
  ) throws {
    #expect(try appearance(arguments, terminal: terminal, environment).outputColor == expected)
  }

  @Test(
    arguments: [
      ([], nil, [:], 80), ([], 132, [:], 132), ([], 132, ["COLUMNS": "90"], 90),
      ([], nil, ["COLUMNS": "x"], 80),
      ([], nil, ["COLUMNS": "7"], 80), (["--width", "70"], 132, ["COLUMNS": "90"], 70),
    ] as [([String], Int?, [String: String], Int)])
  func takesTheWidthFromOptionThenEnvironmentThenTerminal(
    arguments: [String], columns: Int?, environment: [String: String], expected: Int
  ) throws {
    #expect(
      try appearance(arguments, terminal: columns != nil, columns: columns, environment).width == expected)
  }

  @Test(
    arguments: [
      ([], true, ["LANG": "C"], true), ([], true, ["LANG": "de_DE.UTF-8"], false),
      ([], true, ["LANG": "C.utf8"], false), ([], true, [:], false),
      ([], true, ["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], true),
      ([], true, ["LC_CTYPE": "en_US.UTF-8", "LANG": "C"], false),
      ([], false, ["LANG": "C"], false), (["--ascii"], false, ["LANG": "C.UTF-8"], true),
    ] as [([String], Bool, [String: String], Bool)])
  func letsTheLocaleDecideOnATerminalOnly(
    arguments: [String], terminal: Bool, environment: [String: String], expected: Bool
  ) throws {
    #expect(try appearance(arguments, terminal: terminal, environment).ascii == expected)
  }
}
