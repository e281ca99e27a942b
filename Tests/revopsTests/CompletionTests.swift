import Foundation
import Testing

@testable import revops

@Suite struct CompletionTests {
  /// What bash offers at the end of a line; the words are as bash splits them, `=` a word of its own.
  private func offered(_ words: [String]) throws -> [String] {
    let session = try Session()
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let line = """
      source <(revops completions bash) && COMP_WORDS=(\(list)) && COMP_CWORD=\(words.count - 1) && _revops \
      && printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try session.run(line)
    #expect(result.messages == "")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func completesCommandsInBash() throws {
    #expect(try offered(["revops", "comp"]) == ["completions"])
    #expect(Set(try offered(["revops", ""])).isSuperset(of: Set(CommandSpec.all.map(\.area))))
  }

  @Test(arguments: [
    (["revops", "man", "--o"], ["--output"]), (["revops", "completions", "z"], ["zsh"]),
    (["revops", "help", "exit"], ["exit-codes"]),
  ])
  func completesOptionsAndWordsInBash(words: [String], expected: [String]) throws {
    #expect(try offered(words) == expected)
  }

  @Test func completesEveryCommandsOptionsInBash() throws {
    for command in CommandSpec.all {
      let words = ["revops"] + command.name.split(separator: " ").map(String.init) + ["--"]
      #expect(try offered(words) == command.allOptions.map(\.name), "\(command.name)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func isAScriptTheShellAccepts(shell: String) throws {
    guard Project.hasOrSays(shell) else { return }
    let result = try Session().run("revops completions \(shell) -o script && \(shell) -n script")
    #expect(result == Session.Result(output: "", messages: "", exit: 0))
  }

  @Test func offersChoicesInFish() throws {
    guard Project.hasOrSays("fish") else { return }
    let line =
      "revops completions fish -o s.fish && fish -c 'source s.fish; complete -C \"revops completions \"'"
    let offered = try Session().run(line).output.split(separator: "\n").map { $0.split(separator: "\t")[0] }
    #expect(Set(offered).isSuperset(of: ["bash", "zsh", "fish"]))
  }

  @Test func theManualPageIsReadWithoutComplaint() throws {
    guard Project.hasOrSays("groff") else { return }
    let result = try Session().run("revops man | groff -man -ww -z -Tutf8")
    #expect(result == Session.Result(output: "", messages: "", exit: 0))
  }
}
