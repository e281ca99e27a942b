import Testing

@testable import revops

/// What is derived from the list of commands holds for each of them.
@Suite struct HelpTests {
  static let pages: [(name: String, page: HelpPage)] =
    [("the overview", HelpPage(overview: CommandSpec.all))]
    + CommandSpec.all.map { ($0.name, HelpPage(command: $0)) }
    + HelpTopic.all.map { ($0.name, $0.page(CommandSpec.all)) }

  /// On the narrowest terminals a few parts of examples stay whole, so that they can be copied.
  @Test(arguments: [(40, 54), (60, 60), (72, 72), (80, 80), (100, 100)])
  func everyPageFitsTheWidth(width: Int, longest: Int) {
    for (name, page) in Self.pages {
      for line in page.text(width: width).split(separator: "\n") {
        #expect(line.unicodeScalars.count <= longest, "\(name): \(line)")
      }
    }
  }

  @Test func everyCommandHasAnExampleThatParses() throws {
    for command in CommandSpec.all {
      #expect(!command.examples.isEmpty, "\(command.name)")
      for example in command.examples {
        let words = shellWords(example.line.split { $0 == "|" || $0 == "<" }[0])
        #expect(words.first == "revops", "\(example.line)")
        guard case .run(let invocation) = try parse(Array(words.dropFirst()), commands: CommandSpec.all)
        else {
          Issue.record("'\(example.line)' runs nothing")
          continue
        }
        #expect(invocation.command.name == command.name)
      }
    }
  }

  @Test func optionsOfOneNameAgreeOnTakingAValue() {
    var takes: [String: Bool] = [:]
    for option in CommandSpec.all.flatMap(\.allOptions) {
      #expect(takes[option.name, default: option.value != nil] == (option.value != nil), "\(option.name)")
      takes[option.name] = option.value != nil
    }
  }

  @Test func onlyTheLastOperandMayRepeat() {
    for command in CommandSpec.all {
      #expect(command.operands.dropLast().allSatisfy { $0.arity != .any }, "\(command.name)")
    }
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("", 10, []), ("abcdefghij k", 4, ["abcdefghij", "k"]),
  ])
  func wrapsBetweenWords(text: String, width: Int, expected: [String]) {
    #expect(wrap(text, width: width) == expected)
  }

  /// The words of a simple shell line, quotes resolved.
  private func shellWords(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
