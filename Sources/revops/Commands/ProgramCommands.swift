import RevOpsCore

/// Commands about the program itself, all of them derived from the list of commands.
extension CommandSpec {
  static let help = CommandSpec(
    "help", group: .program,
    summary: "a command or a topic explained",
    operands: [
      Operand(
        name: "WORD", arity: .any, summary: "a topic, or the words of a command; the overview without one",
        completion: .words { HelpTopic.all.map(\.name) + unique(CommandSpec.all.map(\.area)) })
    ],
    options: [.width],
    examples: [Example("revops help exit-codes", "what a script can tell from the exit code")]
  ) { request throws(Failure) in
    .text(try helpPage(request).text(width: Appearance(request.surroundings, request.invocation).width))
  }

  static let completions = CommandSpec(
    "completions", group: .program,
    summary: "a completion script for a shell",
    operands: [
      Operand(
        name: "SHELL", arity: .one, summary: "bash, zsh or fish",
        completion: .words { ["bash", "zsh", "fish"] })
    ],
    options: [.output],
    examples: [
      Example("revops completions bash -o ~/.bash_completion.d/revops", "complete commands and options")
    ]
  ) { request throws(Failure) in
    let shell = request.invocation.operands[0]
    switch shell {
    case "bash": return .text(bashCompletion(request.commands))
    case "zsh": return .text(zshCompletion(request.commands))
    case "fish": return .text(fishCompletion(request.commands))
    default:
      throw .usage(
        UsageError(
          "no completions for '\(shell)'", hint: "SHELL is bash, zsh or fish", command: "completions"))
    }
  }

  static let man = CommandSpec(
    "man", group: .program,
    summary: "the manual page, in roff",
    options: [.output],
    examples: [Example("revops man -o revops.1", "write the page; read it with: man -l revops.1")]
  ) { request in .text(manPage(request.commands)) }
}

private func helpPage(_ request: Request) throws(Failure) -> HelpPage {
  let words = request.invocation.operands
  guard let first = words.first else { return HelpPage(overview: request.commands) }
  if words.count == 1, let topic = HelpTopic.all.first(where: { $0.name == first }) {
    return topic.page(request.commands)
  }
  let name = words.joined(separator: " ")
  if let command = request.commands.first(where: { $0.name == name }) { return HelpPage(command: command) }
  let area = request.commands.filter { $0.area == name }
  if !area.isEmpty { return HelpPage(area: area) }
  let known = HelpTopic.all.map(\.name) + request.commands.map(\.name)
  let hint = nearest(to: name, among: known).map { "did you mean '\($0)'?" }
  throw .usage(UsageError("no command or topic '\(name)'", hint: hint, command: "help"))
}
