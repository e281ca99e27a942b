/// Everything that is wrong with a command line, all of it at once.
struct UsageError: Error, Hashable {
  /// One thing that is wrong.
  struct Problem: Hashable {
    /// One sentence, lower case, no full stop, the user's words in single quotes.
    var message: String
    /// The way out, such as `did you mean '--format'?`.
    var hint: String?

    init(_ message: String, hint: String? = nil) {
      self.message = message
      self.hint = hint
    }
  }

  /// What is wrong, in the order of the command line; never empty.
  var problems: [Problem]
  /// The command that was meant, as far as it was found: the help to point at.
  var command: String?

  /// Takes one problem.
  init(_ message: String, hint: String? = nil, command: String? = nil) {
    problems = [Problem(message, hint: hint)]
    self.command = command
  }

  /// Takes all problems, or nothing where there are none.
  init?(_ problems: [Problem], command: String?) {
    guard !problems.isEmpty else { return nil }
    self.problems = problems
    self.command = command
  }

  /// What standard error shows.
  var text: String {
    let lines = problems.map { problem in
      "revops: error: \(problem.message)" + (problem.hint.map { "; \($0)" } ?? "")
    }
    let help = command.map { "revops \($0) --help" } ?? "revops --help"
    return (lines + ["'\(help)' shows what there is"]).map { $0 + "\n" }.joined()
  }
}
