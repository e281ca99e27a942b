/// The script that completes `revops` in bash, 3.2 and later.
func bashCompletion(_ commands: [CommandSpec]) -> String {
  let areas = unique(commands.map(\.area)).joined(separator: " ")
  let cases =
    commands.filter { $0.verb != nil }.map { bashCase($0, []) } + verbCases(commands)
    + commands.filter { $0.verb == nil }.map { command in
      bashCase(command, commands.filter { $0.area == command.area }.compactMap(\.verb))
    }
  return """
    # bash completion for revops; use it with: source <(revops completions bash)
    _revops_words() {
      local word
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
    }
    _revops_files() {
      local file
      compopt -o filenames 2>/dev/null
      while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$cur")
    }
    _revops() {
      COMPREPLY=()
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} area= verb= word
      if [[ $cur == = ]]; then
        cur=
      elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -* ]] && continue
        if [[ -z $area ]]; then area=$word; elif [[ -z $verb ]]; then verb=$word; fi
      done
      if [[ -z $area ]]; then
        _revops_words "\(areas) --help --version"
        return
      fi
      case "$area $verb" in
    \(cases.joined(separator: "\n"))
      esac
    }
    complete -F _revops revops

    """
}

/// For an area that has commands with a second word only: that word.
private func verbCases(_ commands: [CommandSpec]) -> [String] {
  let plain = Set(commands.filter { $0.verb == nil }.map(\.area))
  return unique(commands.filter { $0.verb != nil }.map(\.area)).filter { !plain.contains($0) }.map { area in
    let verbs = commands.filter { $0.area == area }.compactMap(\.verb).joined(separator: " ")
    return "    \"\(area) \") _revops_words \"\(verbs)\" ;;"
  }
}

/// A command's options and operands, and for one that others extend by a second word those words.
private func bashCase(_ command: CommandSpec, _ verbs: [String]) -> String {
  let pattern = command.verb == nil ? "\"\(command.area) \"*" : "\"\(command.name)\""
  let values = command.allOptions.filter { $0.value != nil }.map { option in
    let names = [option.name, option.alias].compactMap(\.self).joined(separator: "|")
    let action =
      option.isPath ? "_revops_files" : "_revops_words \"\(option.choices.joined(separator: " "))\""
    return "        \(names)) \(action); return ;;"
  }
  let options = command.allOptions.flatMap { [$0.alias, $0.name].compactMap(\.self) }
  return """
        \(pattern))
          case $prev in
    \(values.joined(separator: "\n"))
          esac
          if [[ $cur == -* ]]; then _revops_words "\(options.joined(separator: " "))"; return; fi
          \(bashOperand(command, verbs)) ;;
    """
}

private func bashOperand(_ command: CommandSpec, _ verbs: [String]) -> String {
  let words = command.operands.compactMap { operand in
    if case .words(let list) = operand.completion { list().joined(separator: " ") } else { nil }
  }
  let takesPath = command.operands.contains { if case .path = $0.completion { true } else { false } }
  let offered = (verbs.isEmpty ? [] : [verbs.joined(separator: " ")]) + words
  let actions = offered.map { "_revops_words \"\($0)\"" } + (takesPath ? ["_revops_files"] : [])
  return actions.isEmpty ? ":" : actions.joined(separator: "; ")
}

/// The words in order, each once.
func unique(_ words: [String]) -> [String] {
  var seen: Set<String> = []
  return words.filter { seen.insert($0).inserted }
}
