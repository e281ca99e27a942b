/// How much something found in a file matters.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case error, warning, info

  /// The word for it in the line of a message, as compilers have it.
  var word: String { self == .info ? "note" : rawValue }

  /// Errors come before warnings, warnings before information.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}

/// A problem of the input: where it stands, what was found, what is wanted and the way out.
public struct Diagnostic: Hashable, Sendable {
  /// A second place that belongs to the problem, such as the first of two definitions.
  public struct Note: Hashable, Sendable {
    /// What stands there, in the words of the user's file.
    public var message: String
    /// Where it stands.
    public var place: Place?

    /// Makes a note.
    public init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// Words that name the kind of problem, `area.problem`; `revops explain ID` prints its page.
  public var id: String
  /// Whether the input can be used in spite of it.
  public var severity: Severity
  /// One sentence, lower case, no full stop, the user's words in single quotes.
  public var message: String
  /// Where it stands; absent only for what has no file, such as a missing one.
  public var place: Place?
  /// What stands beside the caret: the way out (`did you mean 25%?`).
  public var hint: String?
  /// Other places that belong to it.
  public var notes: [Note]
  /// Whether nothing is wrong with what is there: an analysis lacks something that it cannot do without.
  var isLack = false

  /// Makes a diagnostic.
  public init(
    _ id: String, _ message: String, at place: Place? = nil, severity: Severity = .error,
    hint: String? = nil, notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.hint = hint
    self.notes = notes
  }
}

extension Diagnostic {
  /// That there are more problems of a kind than those that are listed, said behind the last of these.
  static func more(_ message: String, than listed: [Diagnostic]) -> Diagnostic {
    var place = listed.last?.place
    place?.excerpt = ""
    return Diagnostic(listed.last?.id ?? "", message, at: place)
  }

  /// The same problem as one of what is not there, which keeps one analysis from running and no other.
  var asLack: Diagnostic {
    var lack = self
    lack.isLack = true
    return lack
  }

  /// What a check tells of an analysis that lacks something.
  func finding(about key: String) -> Finding {
    Finding(id, .error, subject: key, message, advice: hint ?? "see 'revops explain \(id)'", place: place)
  }

  /// The same problem with a place where it has none of its own.
  func placed(at place: Place?) -> Diagnostic {
    var placed = self
    placed.place = self.place ?? place
    return placed
  }
}

/// Everything that keeps an input from being used, all of it at once.
public struct InputErrors: Error, Hashable, Sendable {
  /// The problems in the order of their places; never empty.
  public private(set) var diagnostics: [Diagnostic]

  /// Takes one problem.
  public init(_ diagnostic: Diagnostic) {
    diagnostics = [diagnostic]
  }

  /// Takes all problems, or nothing where there are none.
  public init?(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return nil }
    self.diagnostics = diagnostics
  }

  /// The same problems, those without a place of their own put at one.
  func placed(at place: Place?) -> InputErrors {
    InputErrors(diagnostics.map { $0.placed(at: place) }) ?? self
  }

  /// Adds the problems of another part of the input.
  public mutating func add(_ other: InputErrors) {
    diagnostics += other.diagnostics
  }
}

extension [Diagnostic] {
  /// File by file as they come, and within a file from top to bottom; what has no place comes first, and options stay
  /// as they come.
  public var inFileOrder: [Diagnostic] {
    var files: [String: Int] = [:]
    for file in compactMap(\.place?.file) where files[file] == nil { files[file] = files.count + 1 }
    return enumerated().map { order, problem -> (problem: Diagnostic, rank: [Int]) in
      guard let place = problem.place else { return (problem, [0, order]) }
      let isOption = place.file.hasPrefix("--")
      return (
        problem, [files[place.file] ?? 0] + (isOption ? [order] : [place.line, place.column, order])
      )
    }
    .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.problem)
  }
}
