import Foundation
import Testing

@testable import RevOpsCore

/// Inputs that the fuzzers start from and that they once broke something with.
@Suite struct DocumentSeedTests {
  @Test("every seed is read and written back, or refused with its place", arguments: ["yaml", "json"])
  func replaysSeeds(language: String) throws {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../Seeds/\(language)")
      .standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      do throws(InputErrors) {
        let document = try Document.read(
          SourceText(name: name, bytes: bytes), as: language == "json" ? .json : .yaml)
        let text = document.root.yamlText()
        let again = try Document.read(SourceText(name: name, bytes: text), as: .yaml)
        #expect(PlainJSON(again.root) == PlainJSON(document.root), "\(name)")
        #expect(!name.hasPrefix("refused") && !name.hasPrefix("twice"), "\(name) is invalid")
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.place != nil }, "\(name)")
        #expect(
          name.hasPrefix("refused") || name.hasPrefix("twice"), "\(name): \(error.diagnostics[0].message)")
      }
    }
  }
}
