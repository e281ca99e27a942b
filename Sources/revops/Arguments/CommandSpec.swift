import RevOpsCore

/// A command as data: its words, what it takes and what it runs.
///
/// Parsing, help, man page, completions and the README's table all read this and nothing else.
struct CommandSpec: Sendable {
  /// Where a command stands in the overview.
  enum Group: String, CaseIterable, Sendable {
    case analyses = "Analyses"
    case looking = "Looking things up"
    case files = "Files"
    case program = "The program itself"
  }

  /// What stands beside the options.
  struct Operand: Sendable {
    /// How many may be given.
    enum Arity: Sendable { case one, optional, any }

    /// What completes it.
    enum Completion: Sendable {
      case path
      case words(@Sendable () -> [String])
      case nothing
    }

    /// What help calls it.
    let name: String
    let arity: Arity
    let summary: String
    var completion: Completion = .path
  }

  /// A line to copy, and what it does.
  struct Example: Sendable {
    let line: String
    let does: String

    init(_ line: String, _ does: String) {
      self.line = line
      self.does = does
    }
  }

  let area: String
  let verb: String?
  let summary: String
  let group: Group
  let operands: [Operand]
  let options: [OptionSpec]
  let examples: [Example]
  let notes: [String]
  let run: @Sendable (Request) throws(Failure) -> Answer

  /// Declares a command.
  ///
  /// - Parameters:
  ///   - area: The first word.
  ///   - verb: The second word, for an area with several commands.
  ///   - group: Where it stands in the overview.
  ///   - summary: What it does, in half a line that starts in lower case.
  ///   - operands: What stands beside the options, in order; only the last may be given any number of times.
  ///   - options: What it takes; `--help` is taken everywhere.
  ///   - examples: Lines to copy.
  ///   - notes: Paragraphs for its help page.
  ///   - run: What it does, as a function of the request.
  init(
    _ area: String, _ verb: String? = nil, group: Group, summary: String, operands: [Operand] = [],
    options: [OptionSpec] = [], examples: [Example] = [], notes: [String] = [],
    run: @escaping @Sendable (Request) throws(Failure) -> Answer
  ) {
    self.area = area
    self.verb = verb
    self.summary = summary
    self.group = group
    self.operands = operands
    self.options = options
    self.examples = examples
    self.notes = notes
    self.run = run
  }

  /// The words that call it: `pipeline velocity`.
  var name: String { verb.map { "\(area) \($0)" } ?? area }

  /// Name and operands as help shows them: `check [FILE...]`.
  var usage: String {
    ([name] + operands.map(\.usage)).joined(separator: " ")
  }

  /// Everything it takes, with what is taken everywhere.
  var allOptions: [OptionSpec] { options + [.help] }

  /// The options of its own and the shared ones, or nil where it does not take that name.
  func option(named name: String) -> OptionSpec? {
    allOptions.first { $0.name == name || $0.alias == name }
  }
}

extension CommandSpec.Operand {
  /// As help shows it: `[FILE...]`.
  var usage: String {
    switch arity {
    case .one: name
    case .optional: "[\(name)]"
    case .any: "[\(name)...]"
    }
  }
}
