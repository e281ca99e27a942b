/// The script that completes `revops` in zsh.
func zshCompletion(_ commands: [CommandSpec]) -> String {
  let described = commands.filter { $0.verb == nil }.map { ($0.area, $0.summary) }
  let areas = unique(commands.map(\.area)).map { area in
    zshWord(area, described.first { $0.0 == area }?.1 ?? "\(area) commands")
  }
  let cases = unique(commands.map(\.area)).map { area in
    zshCase(area, commands.filter { $0.area == area })
  }
  return """
    #compdef revops
    # zsh completion for revops; put it in a folder of $fpath as _revops
    _revops() {
      local curcontext=$curcontext
      local -a commands
      commands=(
    \(areas.map { "    " + $0 }.joined(separator: "\n"))
      )
      if (( CURRENT == 2 )); then
        _describe command commands
        _arguments '--help[show the overview]' '--version[print the version]'
        return
      fi
      shift words
      (( CURRENT-- ))
      case $words[1] in
    \(cases.joined(separator: "\n"))
      esac
    }
    if [[ $funcstack[1] == _revops ]]; then _revops "$@"; else compdef _revops revops; fi

    """
}

private func zshCase(_ area: String, _ commands: [CommandSpec]) -> String {
  guard commands.contains(where: { $0.verb != nil }) else {
    return "    \(area)) \(commands.map(zshArguments).joined()) ;;"
  }
  let verbs = commands.compactMap { command in command.verb.map { zshWord($0, command.summary) } }
  let cases = commands.map { "        \($0.verb ?? "*")) \(zshArguments($0)) ;;" }
  return """
        \(area))
          commands=(\(verbs.joined(separator: " ")))
          if (( CURRENT == 2 )); then _describe command commands; return; fi
          shift words
          (( CURRENT-- ))
          case $words[1] in
    \(cases.joined(separator: "\n"))
          esac ;;
    """
}

private func zshArguments(_ command: CommandSpec) -> String {
  let options = command.allOptions.map { option in
    let summary = zshEscaped(option.summary)
    let repeats = option.isRepeatable ? "*" : ""
    let action = option.value.map { value in
      ":\(value):"
        + (option.isPath
          ? "_files" : option.choices.isEmpty ? " " : "(\(option.choices.joined(separator: " ")))")
    }
    let name = option.value == nil ? option.name : option.name + "="
    let long = "'\(repeats)\(name)[\(summary)]\(action ?? "")'"
    let short = option.alias.map { " '\(repeats)\($0)[\(summary)]\(action ?? "")'" }
    return long + (short ?? "")
  }
  let operands = command.operands.enumerated().map { index, operand in
    let position = operand.arity == .any ? "*" : "\(index + 1)"
    let action =
      switch operand.completion {
      case .path: "_files"
      case .words(let list): "(\(list().map(zshEscaped).joined(separator: " ")))"
      case .nothing: " "
      }
    return "'\(position):\(operand.name):\(action)'"
  }
  return "_arguments " + (options + operands).joined(separator: " ")
}

private func zshWord(_ word: String, _ summary: String) -> String { "'\(word):\(zshEscaped(summary))'" }

/// Text inside single quotes and brackets of a specification.
private func zshEscaped(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "'": escaped += "'\\''"
    case "[", "]", ":", "\\": escaped += "\\" + String(scalar)
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
