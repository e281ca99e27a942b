import RevOpsCore

/// An option as the user writes it, declared once for all commands that take it.
struct OptionSpec: Hashable, Sendable {
  /// The long form: `--format`, except where there is only a short one.
  let name: String
  /// A second form: `-o`.
  let alias: String?
  /// What its value is called in help; nil for a switch.
  let value: String?
  /// The values it takes; empty where any may be given.
  let choices: [String]
  /// The whole numbers it takes; nil where its value is no number.
  let range: ClosedRange<Int>?
  /// Whether it may be given more than once.
  let isRepeatable: Bool
  /// Whether its value is a path, for completion.
  let isPath: Bool
  /// What it does, in half a line.
  let summary: String

  /// Declares an option.
  init(
    _ name: String, alias: String? = nil, value: String? = nil, choices: [String] = [],
    range: ClosedRange<Int>? = nil, isRepeatable: Bool = false, isPath: Bool = false, _ summary: String
  ) {
    self.name = name
    self.alias = alias
    self.value = value
    self.choices = choices
    self.range = range
    self.isRepeatable = isRepeatable
    self.isPath = isPath
    self.summary = summary
  }

  /// The form for help: `-o, --output FILE`.
  var usage: String {
    let names = alias.map { "\($0), \(name)" } ?? name
    return value.map { "\(names) \($0)" } ?? names
  }
}

extension OptionSpec {
  static let help = OptionSpec("--help", alias: "-h", "show what the command does and takes")
  static let version = OptionSpec("--version", "print the version")

  static let output = OptionSpec(
    "--output", alias: "-o", value: "FILE", isPath: true, "write to FILE, whole or not at all")
  static let width = OptionSpec("--width", value: "N", range: 40...1_000, "columns of text output")
  static let color = OptionSpec(
    "--color", value: "WHEN", choices: ["auto", "always", "never"], "colour in text output (auto)")
  static let ascii = OptionSpec("--ascii", "no characters beyond ASCII in text output")
  static let quiet = OptionSpec("--quiet", "no report in text; the exit code answers, and a format asked for")

  /// How every command's output looks and where it goes.
  static let presentation: [OptionSpec] = [.output, .width, .color, .ascii, .quiet]
}

extension OptionSpec {
  static let to = OptionSpec(
    "--to", value: "FORMAT", choices: ["json", "yaml", "csv"], "what to write (json)")
  static let from = OptionSpec(
    "--from", value: "FORMAT", choices: FileKind.allCases.map(\.rawValue),
    "what FILE holds, where its name does not say it")
  static let delimiter = OptionSpec(
    "--delimiter", value: "CHAR",
    "what stands between the fields of a CSV file, where it is not to be found out")
  static let encoding = OptionSpec(
    "--encoding", value: "NAME", choices: TextEncoding.allCases.map(\.rawValue),
    "what a CSV file is encoded in")
  static let headerLine = OptionSpec(
    "--header-line", value: "N", range: 1...1_000_000,
    "the line that names the columns of a CSV file, where titles stand above it")
  static let decimal = OptionSpec(
    "--decimal", value: "MARK", choices: NumberStyle.DecimalMark.allCases.map(\.rawValue),
    "the mark before decimals in a CSV file, where its cells do not tell")
  static let dateOrder = OptionSpec(
    "--date-order", value: "ORDER", choices: TableDate.Order.allCases.map(\.rawValue),
    "whether the day or the month comes first in a CSV file, likewise")
  static let exact = OptionSpec(
    "--exact", "leave cells of CSV output as they are, formulas and commands of build logs too")
}
