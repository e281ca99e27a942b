/// The script that completes `revops` in fish.
func fishCompletion(_ commands: [CommandSpec]) -> String {
  var lines = [
    "# fish completion for revops; use it with: revops completions fish | source",
    "complete -c revops -f",
    "complete -c revops -n __fish_use_subcommand -l help -s h -d 'show the overview'",
    "complete -c revops -n __fish_use_subcommand -l version -d 'print the version'",
  ]
  for area in unique(commands.map(\.area)) {
    let summary = commands.first { $0.area == area && $0.verb == nil }?.summary ?? "\(area) commands"
    lines.append("complete -c revops -n __fish_use_subcommand -a \(area) -d \(fishQuoted(summary))")
  }
  for command in commands { lines += fishLines(command) }
  return lines.map { $0 + "\n" }.joined()
}

private func fishLines(_ command: CommandSpec) -> [String] {
  let seen = "__fish_seen_subcommand_from"
  var condition = "\(seen) \(command.area)"
  var lines: [String] = []
  if let verb = command.verb {
    let verbs = "\(condition); and not \(seen) \(verb)"
    lines.append("complete -c revops -n '\(verbs)' -a \(verb) -d \(fishQuoted(command.summary))")
    condition += "; and \(seen) \(verb)"
  }
  let start = "complete -c revops -n '\(condition)'"
  lines += command.allOptions.map { option in
    var line = start + " -l \(option.name.dropFirst(2))"
    if let alias = option.alias { line += " -s \(alias.dropFirst())" }
    if option.value != nil { line += option.isPath ? " -r -F" : " -x" }
    if !option.choices.isEmpty { line += " -a '\(option.choices.joined(separator: " "))'" }
    return line + " -d \(fishQuoted(option.summary))"
  }
  lines += command.operands.compactMap { operand in
    switch operand.completion {
    case .path: start + " -F"
    case .words(let list): start + " -a \(fishQuoted(list().joined(separator: " ")))"
    case .nothing: nil
    }
  }
  return lines
}

private func fishQuoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
}
