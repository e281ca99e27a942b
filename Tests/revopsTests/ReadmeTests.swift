import Foundation
import Testing

@testable import revops

/// The README shows what the program does, and nothing else.
@Suite struct ReadmeTests {
  /// A command of a `console` block with what stands under it; a line `...` stands for any lines.
  struct Shown: CustomTestStringConvertible {
    var command: String
    var lines: [String]
    var testDescription: String { command }
  }

  static let shown: [Shown] = {
    var found: [Shown] = []
    var isInside = false
    for line in ((try? Project.text(of: "README.md")) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        found.append(Shown(command: String(line.dropFirst(2)), lines: []))
      } else if isInside, !found.isEmpty {
        found[found.count - 1].lines.append(String(line))
      }
    }
    return found
  }()

  @Test func hasCommandsToRun() { #expect(!Self.shown.isEmpty) }

  @Test(arguments: shown) func showsRealOutput(shown: Shown) throws {
    let result = try Session().run("(\(shown.command)) 2>&1")
    var lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    #expect(Self.matches(lines[...], shown.lines[...]), "$ \(shown.command)\n\(result.output)")
  }

  @Test func listsEveryCommand() throws {
    let readme = try Project.text(of: "README.md")
    let table = commandTable(CommandSpec.all)
    let marks = ("<!-- commands -->\n", "<!-- end of commands -->")
    let start = try #require(readme.range(of: marks.0)).upperBound
    let end = try #require(readme.range(of: marks.1)).lowerBound
    if Project.isRecording {
      let text = readme[..<start] + table + readme[end...]
      try String(text).write(
        to: Project.root.appendingPathComponent("README.md"), atomically: true, encoding: .utf8)
    } else {
      #expect(String(readme[start..<end]) == table)
    }
  }

  private static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "..." {
      return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], pattern.dropFirst()) }
    }
    return lines.first == first && matches(lines.dropFirst(), pattern.dropFirst())
  }
}
