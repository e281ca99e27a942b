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

  @Test func whatIsTooLongForItsLineIsCutBehindASeam() {
    let path = "Examples/northwind/data/opportunities.csv"
    #expect(TextLines.wrapped(path, width: 30) == ["Examples/northwind/data/", "opportunities.csv"])
    #expect(
      TextLines.wrapped("pipeline.movement.bridge.pushed_out_of_the_period", width: 26)
        == ["pipeline.movement.bridge.", "pushed_out_of_the_period"])
    // Without one in the second half of the line it is cut where the line ends.
    #expect(TextLines.wrapped("a/" + String(repeating: "b", count: 30), width: 20).map(\.count) == [20, 12])
    #expect(TextLines.shortened(path, width: 12, mark: "…") == "Examples/no…")
  }

  @Test func cutLinesPutTogetherAreTheText() {
    var generator = SplitMix64(seed: 5)
    let letters = Array("abc/._-é漢👩‍👩‍👧")
    for _ in 0..<500 {
      let word = String(
        (0..<Int.random(in: 1...80, using: &generator)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &generator)]
        })
      let width = Int.random(in: 2...30, using: &generator)
      let lines = TextLines.wrapped(word, width: width)
      #expect(lines.joined() == word && lines.allSatisfy { DisplayWidth.of($0) <= width })
    }
  }
}
