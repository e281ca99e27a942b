import Testing

@testable import RevOpsCore

@Suite("Pages of errors and findings")
struct PagesTests {
  @Test("an id has one page, and all but its limits, which may be none, says something")
  func complete() {
    #expect(Set(Explanations.pages.map(\.id)).count == Explanations.pages.count)
    for page in Explanations.pages {
      for text in [page.title, page.what, page.why, page.example, page.remedy] {
        #expect(!text.isEmpty, "\(page.id)")
      }
    }
  }

  @Test(
    "what decoding, workspaces and checks raise is explained",
    arguments: [
      "decode.unknown-key", "decode.missing-key", "decode.wrong-value", "decode.wrong-shape",
      "decode.unknown-choice",
      "workspace.self", "workspace.no-section", "workspace.not-read", "workspace.no-rate",
      "workspace.table-missing",
      "workspace.column-missing", "where.columns", "company.timezone", "company.unknown-metric",
      "company.unknown-definition", "company.unknown-scope", "company.benchmarks", "set.path", "set.too-many",
      "check.failed", "check.nothing", "check.duplicate", "check.waiver-expired", "check.waiver-unused",
    ])
  func explained(id: String) {
    #expect(Explanations.page(id) != nil)
  }
}
