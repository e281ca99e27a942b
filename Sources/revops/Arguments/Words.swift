import RevOpsCore

/// A command line cut into options and operands, before it is known which command it calls.
struct Words {
  private(set) var operands: [String] = []
  private(set) var values: [String: [String]] = [:]
  private(set) var problems: [UsageError.Problem] = []
  /// Whether an operand may really be the value of an option that is not known.
  private(set) var hasUnknownOption = false
  private let arguments: [String]
  private let options: [String: OptionSpec]
  private var order: [String] = []

  /// Takes the arguments after the program's name, and every option there is by each of its names.
  init(_ arguments: [String], options: [String: OptionSpec]) {
    self.arguments = arguments
    self.options = options
  }

  /// All options of all commands; those that share a name take a value all or none.
  static func table(of commands: [CommandSpec]) -> [String: OptionSpec] {
    var table: [String: OptionSpec] = [:]
    for option in commands.flatMap(\.allOptions) + [.version] {
      table[option.name] = option
      if let alias = option.alias { table[alias] = option }
    }
    return table
  }

  /// Whether an option stands on the line.
  func given(_ option: OptionSpec) -> Bool { values[option.name] != nil }

  /// Goes over the line once.
  mutating func split() {
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      index += 1
      if word == "--" {
        operands += arguments[index...]
        return
      }
      guard word.utf8.first == UInt8(ascii: "-"), word != "-", !startsLikeNumber(word) else {
        operands.append(word)
        continue
      }
      take(word, next: index < arguments.count ? arguments[index] : nil, at: &index)
    }
  }

  private mutating func take(_ word: String, next: String?, at index: inout Int) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    guard let option = options[name] else {
      problems.append(.init("unknown option '\(name)'", hint: wayOut(of: name)))
      hasUnknownOption = true
      return
    }
    guard let value = option.value else {
      if parts.count > 1 { problems.append(.init("'\(name)' takes no value, but '\(word)' gives one")) }
      add("", to: option)
      return
    }
    if parts.count > 1 {
      add(parts[1], to: option)
    } else if let next, !looksLikeOption(next) {
      index += 1
      add(next, to: option)
    } else {
      problems.append(.init("'\(name)' needs a value", hint: "write '\(option.name)=\(value)'"))
    }
  }

  /// The option that was meant, or how to give what is none, such as `-$5`.
  private func wayOut(of name: String) -> String? {
    let isName =
      name.utf8.dropFirst().first.map { $0 == UInt8(ascii: "-") || 0x61...0x7A ~= $0 | 0x20 } ?? false
    if isName, let near = nearest(to: name, among: options.keys.sorted()) { return "did you mean '\(near)'?" }
    return name.hasPrefix("--") ? nil : "where it is no option, put -- before it"
  }

  private mutating func add(_ value: String, to option: OptionSpec) {
    if values[option.name] == nil { order.append(option.name) }
    values[option.name, default: []].append(value)
  }

  /// What a command cannot do with the options given: not its own, too often, or not one of the choices.
  func misuse(by command: CommandSpec) -> [UsageError.Problem] {
    order.flatMap { name -> [UsageError.Problem] in
      let given = values[name] ?? []
      guard let option = command.option(named: name) else {
        return [.init("'\(command.name)' does not use '\(name)'")]
      }
      if given.count > 1, !option.isRepeatable, option.value != nil {
        return [.init("'\(name)' is given \(given.count) times, but counts once")]
      }
      return given.compactMap { option.problem(with: $0) }
    }
  }

  private func looksLikeOption(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: "-") && word != "-" && !startsLikeNumber(word)
  }
}

/// Whether a word is a negative number such as `-5%` rather than an option.
private func startsLikeNumber(_ word: String) -> Bool {
  let bytes = Array(word.utf8.prefix(2))
  return bytes.count == 2 && bytes[0] == UInt8(ascii: "-")
    && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[1])
}

extension OptionSpec {
  /// What is wrong with a value given to it, or nil.
  func problem(with given: String) -> UsageError.Problem? {
    if value == nil { return nil }
    if !choices.isEmpty, !choices.contains(given) {
      let near = nearest(to: given, among: choices).map { "did you mean '\($0)'?" }
      let list = choices.joined(separator: ", ")
      return .init("'\(name)' takes one of \(list), not '\(given)'", hint: near)
    }
    if let range, Int(given).map(range.contains) != true {
      return .init(
        "'\(name)' takes a whole number from \(range.lowerBound) to \(range.upperBound), not '\(given)'")
    }
    return given.isEmpty ? .init("'\(name)' needs a value that is not empty") : nil
  }
}
