import RevOpsCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program is told by where it runs, taken once and passed on as a value.
struct Surroundings: Sendable {
  /// Whether somebody looks at standard output directly.
  var outputIsTerminal = false
  /// Whether somebody looks at standard error directly.
  var errorIsTerminal = false
  /// Columns of the terminal, if there is one.
  var terminalColumns: Int?
  /// The day it is, in UTC.
  var today = CalendarDate(dayNumber: 0)
  /// The folder that the program runs in, as a full path; empty where the system does not say.
  var folder = ""
  /// The root of the repository that a build server or the folders above say, as a full path; nil without one.
  var repository: String?
  /// The environment variables that count, by name; those not set or empty are not in it.
  var environment: [String: String] = [:]

  /// The variables that are looked at, with what they do, as `help environment` lists them.
  static let variables: [(name: String, meaning: String)] = [
    ("NO_COLOR", "set to anything: no colour unless --color always asks for it"),
    ("CLICOLOR_FORCE", "set to anything but 0: colour even where the output is no terminal"),
    ("TERM", "'dumb' means a terminal without colour"),
    ("COLUMNS", "the width of text output where --width is not given"),
    (
      "TMPDIR",
      "the folder, else /tmp, where nameless files take what memory should not hold of millions of rows; they are "
        + "gone when the program ends, and no folder is needed"
    ),
    (
      "GITHUB_WORKSPACE, CI_PROJECT_DIR",
      "the root of the repository, which paths in github, sarif and gitlab output start from; without them it is the "
        + "nearest folder upward that holds .git"
    ),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "the first that is set decides whether a terminal is sent Unicode; output to files and pipes does not "
        + "depend on them"
    ),
  ]

  /// Asks the system.
  static func current() -> Surroundings {
    var surroundings = Surroundings()
    surroundings.outputIsTerminal = isatty(STDOUT_FILENO) == 1
    surroundings.errorIsTerminal = isatty(STDERR_FILENO) == 1
    surroundings.today = CalendarDate(dayNumber: time(nil) / 86_400)
    for name in [
      "NO_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "LC_ALL", "LC_CTYPE", "LANG", "GITHUB_WORKSPACE",
      "CI_PROJECT_DIR",
    ] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      surroundings.environment[name] = String(cString: value)
    }
    surroundings.folder = realPath(".") ?? ""
    surroundings.repository = surroundings.findRepository()
    if surroundings.outputIsTerminal {
      var size = winsize()
      if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        surroundings.terminalColumns = Int(size.ws_col)
      }
    }
    return surroundings
  }

  /// The root of the repository: what a build server says, where that is above this folder, else the nearest folder
  /// upward that holds `.git`.
  ///
  /// - Returns: A full path; nil where there is none.
  private func findRepository() -> String? {
    for name in ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
      guard let named = environment[name], let root = realPath(named) else { continue }
      if folder == root || folder.hasPrefix(root + "/") { return root }
    }
    var above = folder
    while above.utf8.first == UInt8(ascii: "/") {
      if fileExists(joinPath(above, ".git")) { return above }
      guard above != "/" else { return nil }
      above = splitPath(above).folder
    }
    return nil
  }

  /// Columns for text output where no option says so.
  var columns: Int {
    if let text = environment["COLUMNS"], let columns = Int(text), (40...1_000).contains(columns) {
      return columns
    }
    return terminalColumns ?? 80
  }

  /// Whether colour is welcome on a stream where no option says so.
  func wantsColor(isTerminal: Bool) -> Bool {
    if environment["NO_COLOR"] != nil { return false }
    if let force = environment["CLICOLOR_FORCE"], force != "0" { return true }
    return isTerminal && environment["TERM"] != "dumb"
  }

  /// Whether a terminal shows ASCII only; files and pipes get the same bytes in every locale.
  var wantsASCII: Bool {
    guard outputIsTerminal else { return false }
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "UTF-8"
    let name = locale.lowercased()
    return !name.hasSuffix("utf-8") && !name.hasSuffix("utf8")
  }
}
