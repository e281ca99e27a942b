/// Something to read about that is no command: `revops help TOPIC`.
struct HelpTopic: Sendable {
  let name: String
  let title: String
  let blocks: @Sendable ([CommandSpec]) -> [HelpPage.Block]

  /// The topic as a page; the first block is its title.
  func page(_ commands: [CommandSpec]) -> HelpPage {
    HelpPage(blocks: [.paragraph("\(name): \(title)")] + blocks(commands))
  }

  /// All topics in the order of the overview.
  static let all: [HelpTopic] = [
    formats, quantities, dates, expressions, columns, exitCodes, environment,
  ]
}

extension HelpTopic {
  static let exitCodes = HelpTopic(name: "exit-codes", title: "how a run ends") { _ in
    [
      .terms(ExitCode.allCases.map { HelpPage.Term(String($0.rawValue), $0.meaning) }),
      .paragraph(
        "It is never 0 when something given was not read, or when output was lost. A reader that goes away, "
          + "as in '| head -1', changes nothing."),
    ]
  }

  static let environment = HelpTopic(name: "environment", title: "what the surroundings change") { _ in
    [
      .terms(Surroundings.variables.map { HelpPage.Term($0.name, $0.meaning) }),
      .paragraph(
        "Nothing else counts: no configuration outside the files given, no network, no locale, no time zone. "
          + "Into a file or a pipe the same files give the same bytes everywhere."),
    ]
  }
}
