/// The manual page `revops(1)` in roff: commands, options and topics as help shows them.
func manPage(_ commands: [CommandSpec]) -> String {
  var lines = [
    ".TH REVOPS 1 \"\" \"revops \(version)\" \"User Commands\"",
    ".SH NAME", "revops \\- plan\\-as\\-code for a revenue team",
    ".SH SYNOPSIS", ".B revops", "\\fICOMMAND\\fR [\\fIFILE\\fR] [\\fIoptions\\fR]",
    ".SH DESCRIPTION",
    roff(
      "Computes, diagnoses, plans and checks a revenue engine that a few plain files describe, with the facts "
        + "from CRM exports. It runs offline and gives the same answer for the same files."),
    ".SH COMMANDS",
  ]
  for group in CommandSpec.Group.allCases {
    let members = commands.filter { $0.group == group }
    for command in members { lines += [".SS revops \(roff(command.usage))"] + manLines(command) }
  }
  for topic in HelpTopic.all {
    lines.append(".SH \(roff(topic.name.uppercased()))")
    lines += topic.page(commands).blocks.dropFirst().flatMap(manLines)
  }
  return lines.map { $0 + "\n" }.joined()
}

private func manLines(_ command: CommandSpec) -> [String] {
  var lines = [roff(command.summary + ".")]
  lines += (command.operands.map { HelpPage.Term($0.name, $0.summary) }).flatMap(manLines)
  lines += command.options.map { HelpPage.Term($0.usage, $0.meaning) }.flatMap(manLines)
  for note in command.notes { lines += [".PP", roff(note)] }
  if !command.examples.isEmpty {
    lines += manLines(.heading("Examples")) + manLines(.examples(command.examples))
  }
  return lines
}

private func manLines(_ term: HelpPage.Term) -> [String] {
  [".TP", "\\fB\(roff(term.name))\\fR", roff(term.meaning)]
}

private func manLines(_ block: HelpPage.Block) -> [String] {
  switch block {
  case .heading(let title): [".PP", "\\fI\(roff(title))\\fR"]
  case .paragraph(let text): [".PP", roff(text)]
  case .terms(let terms): terms.flatMap(manLines)
  case .examples(let examples): examples.flatMap { manLines(HelpPage.Term($0.line, $0.does)) }
  }
}

/// Text as roff reads it back: no hyphen, quote or leading dot of it means anything.
private func roff(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": escaped += "\\e"
    case "-": escaped += "\\-"
    case "'": escaped += "\\(aq"
    case "~": escaped += "\\(ti"
    case "^": escaped += "\\(ha"
    case "`": escaped += "\\(ga"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
}
