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
      #expect(measured.isEmpty || analysis.measures(anyOf: Set(measured)), "\(analysis.key)")
      count += measured.count
    }
    #expect(count > 50)
  }

  @Test(
    "an analysis depends on no section that it does not say it reads",
    arguments: AnalysisRegistry.standard.analyses.filter { $0.findingsOnDemand == nil })
  func readsWhatItSays(analysis: AnyAnalysis) throws {
    let whole = try Northwind.workspace()
    var part = whole
    let readers = whole.registry.withMeasuring([analysis], in: whole).analyses.flatMap(\.sections)
    part.sections = whole.sections.filter {
      ["company", "data"].contains($0.key) || readers.contains($0.key)
    }
    part.registry = AnalysisRegistry(whole.registry.withMeasuring([analysis], in: whole).analyses)
    #expect(try analysis.run(part).result == analysis.run(whole).result)
  }

  @Test("everything that a check finds stands somewhere in the files")
  func findingsHavePlaces() throws {
    let run = try CheckRun.evaluate(try Northwind.workspace())
    #expect(run.context.findings.count > 60)
    for finding in run.context.findings { #expect(finding.place != nil, "\(finding.id)") }
  }

  @Test("the audit weighs what the example's data measures, and the figures stand beside what is stated")
  func auditWeighsMeasurements() throws {
    let loaded = try Northwind.workspace()
    let result = try #require(try loaded.registry["audit"]?.run(loaded).result)
    guard case .array(let measured)? = result["measured"] else {
      Issue.record("nothing is measured")
      return
    }
    let sources = measured.compactMap { $0["source"] }
    for area in ["pipeline.coverage", "pipeline.velocity", "forecast.accuracy", "demand"] {
      #expect(
        sources.contains { if case .string(let path) = $0 { path.hasPrefix(area) } else { false } }, "\(area)"
      )
    }
    let deal = measured.first { $0["metric"] == "average_deal" }
    #expect(deal?["stated"] == .number(42_600))
    #expect(result["profile"]?["contract_value"] == deal?["value"])
  }
}
