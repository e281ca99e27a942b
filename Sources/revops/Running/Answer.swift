import RevOpsCore

/// What a command is asked: the checked command line, and how to read what it names.
struct Request: Sendable {
  let invocation: Invocation
  let surroundings: Surroundings
  /// Every command there is, for those that describe them.
  let commands: [CommandSpec]
  /// Reads a file by the path the user gave, or standard input for `-`.
  var read: FileReader
  /// Who helps with large tables.
  var machine = Machine.plain
  /// Whether something has a name.
  let fileExists: @Sendable (String) -> Bool

  /// A file as text with places.
  func source(_ path: String) throws(Failure) -> SourceText {
    do throws(InputErrors) {
      return SourceText(name: path, bytes: try read(path))
    } catch {
      throw .input(error)
    }
  }
}

/// What a command answers; one place writes it.
struct Answer: Hashable, Sendable {
  /// A file of a new workspace.
  struct NewFile: Hashable, Sendable {
    var path: String
    var text: String
  }

  /// What goes to standard output, or to the file of `--output`.
  var output: [UInt8] = []
  /// What goes to standard error beside it.
  var messages = ""
  /// Files to make; none of them may be there already.
  var files: [NewFile] = []
  /// How the program ends.
  var exit: ExitCode = .fine

  /// Text for standard output.
  static func text(_ text: String, messages: String = "", exit: ExitCode = .fine) -> Answer {
    Answer(output: Array(text.utf8), messages: messages, exit: exit)
  }
}

/// Why a command could not run.
enum Failure: Error {
  case usage(UsageError)
  case input(InputErrors)
}
