import Testing

@testable import RevOpsCore

/// Lines that are to be copied keep their form in every format.
@Suite struct LinesTests {
  private static let report = Report(
    title: "T",
    sections: [Report.Section("data", "Data", [.lines(["data:", "  deals: {file: <a>.csv}", "\u{1B}"])])])

  @Test func textShowsThemWithoutWrappingAndWithoutControls() {
    let text = TextRenderer.render(Self.report, RenderOptions(width: 40))
    #expect(text.contains("  data:\n    deals: {file: <a>.csv}\n  \\u{1b}\n"))
  }

  @Test func markdownShowsThemAsCode() {
    #expect(
      MarkdownRenderer.render(Self.report).contains("    data:\n      deals: {file: <a>.csv}\n    \\u{1b}"))
  }

  @Test func htmlEscapesThem() {
    #expect(HTMLRenderer.render(Self.report).contains("<pre>data:\n  deals: {file: &lt;a&gt;.csv}\n"))
  }
}
