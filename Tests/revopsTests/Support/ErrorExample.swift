import Foundation
import Testing

@testable import RevOpsCore
@testable import revops

/// The smallest case of an error: files, a command line, and where the error is pointed at.
struct ErrorExample: Sendable, CustomTestStringConvertible {
  /// The id that the error must have.
  var id: String
  /// The command line behind `revops`.
  var words: [String]
  /// `file:line:column`; empty for an error without a place.
  var place: String
  /// The files, by name.
  var files: [String: [UInt8]]

  var testDescription: String { "\(id): revops \(words.joined(separator: " ").prefix(80))" }

  init(_ id: String, _ words: [String], at place: String, _ files: [String: String] = [:]) {
    self.id = id
    self.words = words
    self.place = place
    self.files = files.mapValues { Array($0.utf8) }
  }

  /// The same of a file that is no text.
  init(_ id: String, _ words: [String], at place: String, bytes: [UInt8]) {
    self.init(id, words, at: place)
    files = [words[words.count - 1]: bytes]
  }

  /// A file that cannot be converted.
  static func file(_ id: String, _ place: String, _ text: String) -> ErrorExample {
    let name = String(place.prefix { $0 != ":" })
    return ErrorExample(id, ["convert", "--to", "json", name], at: place, [name: text])
  }

  /// A workspace, `revops.yaml`, that cannot be read.
  static func workspace(
    _ id: String, _ place: String, _ text: String, _ words: [String] = ["audit"],
    with files: [String: String] = [:]
  ) -> ErrorExample {
    ErrorExample(id, words, at: place, files.merging(["revops.yaml": text]) { $1 })
  }

  /// One row of deals whose column holds something else than it should.
  static func cell(_ id: String, _ place: String, _ header: String, _ rows: String...) -> ErrorExample {
    let text = (["id,stage," + header] + rows.map { "1,Negotiation,\($0)" }).joined(separator: "\n")
    return ErrorExample(id, ["pipeline", "hygiene", "deals.csv"], at: place, ["deals.csv": text + "\n"])
  }

  /// An expression over one row.
  static func expression(_ id: String, _ column: Int, _ text: String) -> ErrorExample {
    ErrorExample(
      id, ["eval", text, "deals.csv"], at: "expression:1:\(column)", ["deals.csv": "name,amount\na,5\n"])
  }

  /// Runs the command and tells why it could not run; empty where it could.
  func problems() throws -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("revops-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    guard case .run(let invocation) = try parse(words, commands: CommandSpec.all) else { return [] }
    let path = folder.path
    let request = Request(
      invocation: invocation, surroundings: Surroundings(), commands: CommandSpec.all,
      read: { file throws(InputErrors) in try readFile("\(path)/\(file)") },
      fileExists: { fileExists("\(path)/\($0)") })
    do throws(Failure) {
      _ = try invocation.command.run(request)
      return []
    } catch {
      guard case .input(let errors) = error else { return [] }
      return errors.diagnostics
    }
  }
}
