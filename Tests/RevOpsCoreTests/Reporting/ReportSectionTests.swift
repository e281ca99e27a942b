import Testing

@testable import RevOpsCore

@Suite struct ReportSectionTests {
  private let report: Report = {
    func table(_ key: String) -> Report.Table {
      Report.Table(
        key, columns: [.init("id", "Id"), .init("file", "File", isDetail: true)],
        rows: [[.text("=1+1"), .text("a.csv")]])
    }
    return Report(
      title: "Deals",
      sections: [
        Report.Section("", "In short", [.figures([.init("n", "N", .count(.value(1)))])]),
        Report.Section("", "Rows", [.paragraph("All of them."), .table(table("rows"))]),
        Report.Section("cuts.segment", "By segment", [.table(table("groups"))]),
        Report.Section("cuts.region", "By region", [.table(table("groups"))]),
      ])
  }()

  @Test func aTableIsCalledByItsKeyOrWhereTwoShareItByItsPath() {
    #expect(report.tableNames == ["rows", "cuts.segment.groups", "cuts.region.groups"])
    #expect(report.only("groups") == nil && report.only("row") == nil)
    #expect(report.only("cuts.region.groups")?.sections.map(\.title) == ["By region"])
  }

  @Test func aloneItIsAPlainTableOfWhichPeopleAreNotShownTheDetails() throws {
    let part = try #require(report.only("rows"))
    #expect(CSVRenderer.render(part) == "id,file\n\"'=1+1\",a.csv\n")
    #expect(TextRenderer.render(part, RenderOptions()).contains("a.csv") == false)
    #expect(MarkdownRenderer.render(part).contains("a.csv") == false)
    #expect(HTMLRenderer.render(part).contains("a.csv") == false)
  }
}
