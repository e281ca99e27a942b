extension HelpPage {
  /// What `revops --help` shows: all commands in their groups, and where to read on.
  init(overview commands: [CommandSpec]) {
    var blocks: [Block] = [
      .paragraph(
        "revops: plan-as-code for a revenue team. Plain files in; figures, findings and checks out."),
      .heading("Usage"),
      .terms([Term("revops COMMAND [FILE] [options]", "")]),
    ]
    for group in CommandSpec.Group.allCases {
      let terms = commands.filter { $0.group == group }.map { Term($0.usage, $0.summary) }
      if !terms.isEmpty { blocks += [.heading(group.rawValue), .terms(terms)] }
    }
    blocks += [
      .heading("Examples"), .examples(commands.compactMap(\.examples.first)),
      .heading("More"),
      .terms([
        Term("revops COMMAND --help", "a command's options and examples"),
        Term("revops help TOPIC", HelpTopic.all.map(\.name).joined(separator: ", ")),
        Term("revops --version", "the version"),
      ]),
    ]
    self.blocks = blocks
  }

  /// What `revops COMMAND --help` shows.
  init(command: CommandSpec) {
    blocks = [.paragraph("revops \(command.name): \(command.summary)")]
    let options = command.options.isEmpty ? "" : " [options]"
    blocks += [.heading("Usage"), .terms([Term("revops \(command.usage)\(options)", "")])]
    if !command.operands.isEmpty {
      blocks += [.heading("Arguments"), .terms(command.operands.map { Term($0.name, $0.summary) })]
    }
    blocks += [.heading("Options"), .terms(command.allOptions.map { Term($0.usage, $0.meaning) })]
    for note in command.notes { blocks.append(.paragraph(note)) }
    if !command.examples.isEmpty { blocks += [.heading("Examples"), .examples(command.examples)] }
  }
}

extension OptionSpec {
  /// The summary with what its value may be.
  var meaning: String {
    var text = summary
    if !choices.isEmpty { text += ": " + choices.joined(separator: ", ") }
    if let range { text += ": \(range.lowerBound) to \(range.upperBound)" }
    if isRepeatable { text += "; may be given more than once" }
    return text
  }
}

/// The README's table of commands, in Markdown.
func commandTable(_ commands: [CommandSpec]) -> String {
  var lines = ["| command | does |", "| --- | --- |"]
  for group in CommandSpec.Group.allCases {
    for command in commands where command.group == group {
      lines.append("| `revops \(command.usage)` | \(command.summary) |")
    }
  }
  return lines.map { $0 + "\n" }.joined()
}
