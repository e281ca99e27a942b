import Foundation

@testable import RevOpsCore

/// The example workspace with everything in it, as a user would run it.
enum Northwind {
  private static let folder = URL(fileURLWithPath: #filePath + "/../../../../Examples/northwind").standardized
    .path

  /// Loads it, with some values in place of its own, and the text of some files, by their names, edited.
  static func workspace(
    set settings: [String] = [], editing edits: [String: @Sendable (String) -> String] = [:],
    registry: AnalysisRegistry = .standard
  ) throws(InputErrors) -> Workspace {
    var options = RunOptions()
    options.wantsDigests = false
    for text in settings { options.settings.append(try Setting(text)) }
    return try Workspace.load(
      folder + "/revops.yaml", options: options, today: day("2026-01-01"), registry: registry
    ) { path throws(InputErrors) in
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InputErrors(Diagnostic("file.missing", "no file '\(path)'"))
      }
      guard let edit = edits[String(path.dropFirst(folder.count + 1))] else { return Array(data) }
      return Array(edit(String(decoding: data, as: UTF8.self)).utf8)
    }
  }
}
