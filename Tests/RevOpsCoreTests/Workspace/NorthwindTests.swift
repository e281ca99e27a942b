import Testing

@testable import RevOpsCore

@Suite("The example workspace")
struct NorthwindTests {
  @Test("its sections and the tables of its pipeline are read without a problem")
  func loads() throws {
    var loaded = try Northwind.workspace()
    loaded.readTables(["opportunities", "stage_history"])
    #expect(loaded.problems.map(line) == [])
    #expect(loaded.company.name == "Northwind Cloud")
    #expect(loaded.table("opportunities")?.rowCount ?? 0 > 100)
    #expect(loaded.table("stage_history")?.rowCount ?? 0 > 100)
  }
}
