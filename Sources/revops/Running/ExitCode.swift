import RevOpsCore

/// How the program ends, for scripts and CI.
enum ExitCode: Int32, Sendable, CaseIterable {
  case fine = 0
  case failed = 1
  case couldNotRun = 2
  case warned = 3
  case bug = 70

  /// What it says, as `help exit-codes` lists it.
  var meaning: String {
    switch self {
    case .fine: "fine: everything given was read, and nothing stands against it"
    case .failed: "a check failed, or a finding of severity error stands"
    case .couldNotRun:
      "could not run: the command line, an input that cannot be read or is not valid, output that could "
        + "not be written, or 'check' with nothing to check"
    case .warned: "warnings only, and only under --fail-on warning"
    case .bug: "a bug of revops, and it says so"
    }
  }

  /// The exit code for the severities of what was found, under `--fail-on`.
  static func judging(_ severities: some Sequence<Severity>, failOn threshold: FailOn) -> ExitCode {
    switch (threshold, severities.min()) {
    case (.never, _), (_, nil): .fine
    case (_, .error): .failed
    case (.warning, .warning): .warned
    case (_, .warning), (_, .info): .fine
    }
  }
}
