import RevOpsCore

/// A command line that holds: the command, and what it was given.
struct Invocation: Sendable {
  let command: CommandSpec
  let operands: [String]
  /// The values of each option given, in order; a switch has one empty value.
  let values: [String: [String]]

  /// Whether an option was given.
  func has(_ option: OptionSpec) -> Bool { values[option.name] != nil }

  /// The value of an option, or nil where it was not given.
  func value(of option: OptionSpec) -> String? { values[option.name]?.last }

  /// All values of a repeatable option in order.
  func values(of option: OptionSpec) -> [String] { values[option.name] ?? [] }

  /// The whole number of an option, or nil where it was not given; the parser has checked it.
  func number(of option: OptionSpec) -> Int? { value(of: option).flatMap { Int($0) } }
}

/// What a command line asks for.
enum Intent: Sendable {
  case run(Invocation)
  /// The overview, or the page of one command.
  case help(CommandSpec?)
  /// The commands of an area that is none by itself.
  case helpOnArea([CommandSpec])
  case version
}

/// Reads a command line against the commands there are, or names everything that is wrong with it.
///
/// An option's value follows after `=` or as the next word; `--` ends the options. Options may stand
/// anywhere, before the command's words too. Whether a file is there tells it from a verb that is written wrongly.
func parse(
  _ arguments: [String], commands: [CommandSpec], fileExists: (String) -> Bool = { _ in true }
) throws(UsageError) -> Intent {
  var words = Words(arguments, options: Words.table(of: commands))
  words.split()
  guard let first = words.operands.first else {
    if words.given(.help) { return .help(nil) }
    if words.given(.version), words.problems.isEmpty { return .version }
    throw UsageError(words.problems, command: nil) ?? UsageError("no command given")
  }
  if words.given(.help), words.operands.count == 1 {
    let area = commands.filter { $0.area == first }
    if !area.isEmpty, area.allSatisfy({ $0.verb != nil }) { return .helpOnArea(area) }
  }
  let command = try findCommand(words.operands, first, commands, fileExists)
  if words.given(.help) { return .help(command) }
  let operands = Array(words.operands.dropFirst(command.verb == nil ? 1 : 2))
  let problems =
    words.problems + words.misuse(by: command)
    + (words.hasUnknownOption ? [] : miscount(operands, command))
  if let error = UsageError(problems, command: command.name) { throw error }
  return .run(Invocation(command: command, operands: operands, values: words.values))
}

private func findCommand(
  _ operands: [String], _ first: String, _ commands: [CommandSpec], _ fileExists: (String) -> Bool
) throws(UsageError) -> CommandSpec {
  let area = commands.filter { $0.area == first }
  guard !area.isEmpty else {
    let near = nearest(to: first, among: commands.map(\.area))
    throw UsageError("no command '\(first)'", hint: near.map { "did you mean '\($0)'?" })
  }
  if operands.count > 1, let exact = area.first(where: { $0.verb == operands[1] }) { return exact }
  let verbs = area.compactMap(\.verb)
  if let plain = area.first(where: { $0.verb == nil }) {
    if operands.count > 1, let near = nearest(to: operands[1], among: verbs), !fileExists(operands[1]) {
      throw UsageError(
        "no file '\(operands[1])'", hint: "did you mean the command '\(first) \(near)'?", command: first)
    }
    if operands.count - 1 > plain.operands.count, plain.operands.last?.arity != .any, !verbs.isEmpty,
      !fileExists(operands[1])
    {
      let list = verbs.joined(separator: ", ")
      throw UsageError("'\(first)' has no '\(operands[1])'", hint: "it has: \(list)", command: first)
    }
    return plain
  }
  let list = verbs.joined(separator: ", ")
  guard operands.count > 1 else { throw UsageError("'\(first)' needs one of: \(list)", command: first) }
  let near = nearest(to: operands[1], among: verbs).map { "did you mean '\(first) \($0)'?" }
  throw UsageError("'\(first)' has no '\(operands[1])'", hint: near ?? "it has: \(list)", command: first)
}

private func miscount(_ operands: [String], _ command: CommandSpec) -> [UsageError.Problem] {
  let wanted = command.operands
  let needed = wanted.filter { $0.arity == .one }
  if operands.count < needed.count {
    return needed.dropFirst(operands.count).map { .init("'\(command.name)' needs \($0.name): \($0.summary)") }
  }
  guard wanted.last?.arity != .any, operands.count > wanted.count else { return [] }
  let takes = wanted.isEmpty ? "takes no argument" : "takes \(wanted.map(\.usage).joined(separator: " "))"
  return operands.dropFirst(wanted.count).map {
    .init("unexpected '\($0)'", hint: "'\(command.name)' \(takes)")
  }
}
