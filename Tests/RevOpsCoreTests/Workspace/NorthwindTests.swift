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

  @Test("an analysis measures only metrics that it says it reports")
  func measuresWhatItReports() throws {
    let loaded = try Northwind.workspace()
    var count = 0
    for analysis in loaded.registry.fed(by: loaded) {
      let measured = try analysis.measurements(in: loaded).map(\.metric)
      #expect(Set(measured).subtracting(analysis.metrics) == [], "\(analysis.key)")
      count += measured.count
    }
    #expect(count > 50)
  }
}
