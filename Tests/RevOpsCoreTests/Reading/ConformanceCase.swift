import Foundation

@testable import RevOpsCore

/// One case of the YAML or the JSON suite, where they lie beside the package.
struct ConformanceCase {
  var id: String
  var kind: String
  var verdict: String
  var bytes: [UInt8]
  /// The one value of the input, where it has one.
  var expected: PlainJSON?

  /// All cases of a suite; empty where it is absent.
  static func all(of suite: String) throws -> [ConformanceCase] {
    guard let folder = SharedFiles.folder("conformance/\(suite)") else { return [] }
    let index = try String(contentsOf: folder.appendingPathComponent("index.csv"), encoding: .utf8)
    return try index.split(separator: "\n").dropFirst().map { line in
      // No column before the title holds a comma.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let files = folder.appendingPathComponent(fields[0])
      let expected = try? Data(contentsOf: files.appendingPathComponent("expected.json"))
      return ConformanceCase(
        id: fields[0], kind: fields[1], verdict: fields[3],
        bytes: Array(try Data(contentsOf: files.appendingPathComponent("in.\(suite)"))),
        // A file without a document is taken for null, as an empty configuration is.
        expected: fields[3] == "none" ? .null : expected.map { PlainJSON(bytes: Array($0)) })
    }
  }

  /// What a reader may make of a case.
  enum Outcome: String, CaseIterable { case exact, refused, misread }

  /// Reads the case and holds the result to its expected value; a refusal must have its place.
  func outcome(as format: Document.Format) -> (Outcome, refusal: Diagnostic?) {
    do throws(InputErrors) {
      let document = try Document.read(SourceText(name: id, bytes: bytes), as: format)
      return (PlainJSON(document.root) == expected ? .exact : .misread, nil)
    } catch {
      return (.refused, error.diagnostics[0])
    }
  }
}
