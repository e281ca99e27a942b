import Foundation
import Testing

/// The executable as a user runs it; `REVOPS_RECORD=1 swift test --filter TranscriptTests` writes anew.
@Suite struct TranscriptTests {
  static let folder = Project.tests.appendingPathComponent("Transcripts")

  static var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test(arguments: names) func showsWhatTheTranscriptShows(name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    var transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    try #require(!transcript.steps.isEmpty)
    let isAtHand = transcript.needs.allSatisfy { need in
      need == "a clone" ? Project.canBeCloned : Project.hasOrSays(need)
    }
    guard isAtHand else { return }
    let session = try Session()
    for (index, step) in transcript.steps.enumerated() {
      let shown = Transcript.shown(try session.run(step.command))
      if Project.isRecording {
        transcript.steps[index].shown = shown
      } else {
        #expect(shown == step.shown, "\(name): $ \(step.command)")
      }
    }
    if Project.isRecording { try transcript.text.write(to: file, atomically: true, encoding: .utf8) }
  }
}
