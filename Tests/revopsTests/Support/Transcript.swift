/// A session on paper: commands, what they wrote and how they ended.
///
///     # a line for the reader, before the first command
///     $ revops adit
///     > (a command may go on over lines that start like this)
///     what standard output showed
///     2| what standard error showed
///     exit 2
///
/// A last line without a line end is followed by `(no line end)`.
struct Transcript {
  /// One command of it.
  struct Step {
    var command: String
    /// Everything between the command and the next, the exit line with it.
    var shown: String
  }

  /// The lines before the first command.
  var preamble: String
  var steps: [Step]

  /// Reads one; lines belong to the command above them.
  init(_ text: String) {
    preamble = ""
    steps = []
    var isCommand = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), shown: ""))
        isCommand = true
      } else if isCommand, line.hasPrefix("> "), !steps.isEmpty {
        steps[steps.count - 1].command += "\n" + line.dropFirst(2)
      } else if steps.isEmpty {
        preamble += line + "\n"
      } else {
        isCommand = false
        steps[steps.count - 1].shown += line + "\n"
      }
    }
    for index in steps.indices { steps[index].shown = Self.trimmed(steps[index].shown) }
  }

  /// As the file holds it.
  var text: String {
    let texts = steps.map { step in
      let lines = step.command.split(separator: "\n", omittingEmptySubsequences: false)
      return "$ " + lines.joined(separator: "\n> ") + "\n" + step.shown
    }
    return preamble + texts.joined(separator: "\n")
  }

  /// The programs this transcript needs, from lines `# needs jq`; `a clone` stands for one of the project.
  var needs: [String] {
    preamble.split(separator: "\n").filter { $0.hasPrefix("# needs ") }.map { String($0.dropFirst(8)) }
  }

  /// A result as a step shows it.
  static func shown(_ result: Session.Result) -> String {
    var text = closed(result.output)
    for line in closed(result.messages).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      text += line.isEmpty ? "2|\n" : "2| \(line)\n"
    }
    return text + "exit \(result.exit)\n"
  }

  private static func closed(_ text: String) -> String {
    text.isEmpty || text.utf8.last == 0x0A ? text : text + "\n(no line end)\n"
  }

  /// Without the empty lines that set steps apart.
  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text == "\n" ? "" : String(text)
  }
}
