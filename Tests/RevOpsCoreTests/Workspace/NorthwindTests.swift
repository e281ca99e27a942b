import Foundation
import Testing

@testable import RevOpsCore

@Suite("The example workspace")
struct NorthwindTests {
  private static let folder = URL(fileURLWithPath: #filePath + "/../../../../Examples/northwind").standardized
    .path

  @Test("its sections and the tables of its pipeline are read without a problem")
  func loads() throws {
    var loaded = try Workspace.load(Self.folder + "/revops.yaml", today: day("2026-01-01")) {
      path throws(InputErrors) in
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InputErrors(Diagnostic("file.missing", "no file '\(path)'"))
      }
      return Array(data)
    }
    loaded.readTables(["opportunities", "stage_history"])
    #expect(loaded.problems.map(line) == [])
    #expect(loaded.company.name == "Northwind Cloud")
    #expect(loaded.table("opportunities")?.rowCount ?? 0 > 100)
    #expect(loaded.table("stage_history")?.rowCount ?? 0 > 100)
  }
}
