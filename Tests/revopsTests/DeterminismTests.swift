import Foundation
import Testing

@testable import revops

@Suite struct DeterminismTests {
  /// Surroundings that must not show in what is written to a file or a pipe.
  static let surroundings: [[String: String]] = [
    [:], ["LANG": "C"], ["LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "tr_TR.UTF-8", "LANG": "C"],
    ["TZ": "Asia/Tokyo"],
    ["TZ": "America/Los_Angeles"], ["TERM": "xterm-256color"], ["HOME": "/"],
  ]

  @Test(arguments: [
    "audit \"$W\" --as-of 2026-10-31", "audit \"$W\" --as-of 2026-10-31 --format json",
    "check \"$W\" --format sarif",
    "explain --format json", "convert \"$D\"", "--help",
  ])
  func givesTheSameBytesTwentyTimesAnywhere(arguments: String) throws {
    let session = try Session()
    try FileManager.default.createDirectory(
      at: session.folder.appendingPathComponent("elsewhere/deep"), withIntermediateDirectories: true)
    var seen: Set<String> = []
    for run in 0..<20 {
      // The file is named alike from every folder, since its name is part of the output.
      let folder = ["", "elsewhere", "elsewhere/deep"][run % 3]
      var environment = Self.surroundings[run % Self.surroundings.count]
      environment["W"] = session.folder.appendingPathComponent("Examples/northwind/revops.yaml").path
      environment["D"] = session.folder.appendingPathComponent("deals.csv").path
      let result = try session.run("revops \(arguments)", environment: environment, in: folder)
      #expect(result.exit < 2)
      seen.insert(result.output)
    }
    #expect(seen.count == 1)
    #expect(seen.first?.isEmpty == false)
  }

  @Test func everyCommandHasATranscript() throws {
    let texts = try TranscriptTests.names.map { name in
      try String(contentsOf: TranscriptTests.folder.appendingPathComponent(name), encoding: .utf8)
    }
    let commands = texts.flatMap { Transcript($0).steps.map(\.command) }
    for command in CommandSpec.all {
      #expect(commands.contains { $0.contains("revops \(command.name)") }, "\(command.name)")
    }
  }
}
