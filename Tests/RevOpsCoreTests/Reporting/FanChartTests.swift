import Testing

@testable import RevOpsCore

/// A fan in text: a range a point, its middle on it, a rule at the mark.
@Suite struct FanChartTests {
  private static let chart = Report.Chart(
    "How it moved", .fan(mark: 80),
    points: [
      .init("w1", 0, to: 100, .count(.value(40)), middle: 40),
      .init("week two", 50, to: 70, .count(.value(60)), middle: 60),
    ])

  private func lines(ascii: Bool, width: Int) -> [String] {
    let options = RenderOptions(width: width, ascii: ascii)
    return TextChart(chart: Self.chart, currency: "USD", style: TextStyle(options), width: width).lines()
  }

  /// Of 27 columns 26 make the range of 100: 40 lies at 10.4, 80 at 20.8, 50 at 13, 60 at 15.6, 70 at 18.2.
  @Test func rangesLieOnOneScale() {
    let ascii = [
      "  How it moved", "  w1        |---------O----------!----|  40",
      "  week two               |--O-|  !       60", "  ! $80",
    ]
    #expect(lines(ascii: true, width: 43) == ascii)
    let signs: [Character: Character] = ["|": "├", "-": "─", "O": "●", "!": "┊"]
    let drawn = lines(ascii: false, width: 43).map { $0.replacing("┤", with: "├") }
    #expect(drawn == ascii.map { String($0.map { signs[$0] ?? $0 }) })
  }

  @Test func narrowRoomKeepsEveryPoint() {
    for width in [20, 60, 100] {
      let drawn = lines(ascii: false, width: width)
      #expect(drawn.count == 4 && drawn.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(drawn[1].contains("●") && drawn[2].contains("●"))
    }
  }

  /// Documents have no room to read a range off a line: its ends stand in figures.
  @Test func namedEndsStandInFiguresInDocuments() {
    var chart = Self.chart
    chart.ends = ["P10", "P50", "P90"]
    let report = Report(title: "T", currency: "USD", sections: [.init("now", "Now", [.chart(chart)])])
    let options = RenderOptions()
    let markdown = MarkdownRenderer.render(report, options)
    #expect(markdown.contains("|  | P10 | P50 | P90 |\n| --- | ---: | ---: | ---: |\n| w1 | 0 | 40 | 100 |"))
    #expect(markdown.contains("| week two | 50 | 60 | 70 |"))
    let csv = CSVRenderer.render(report).split(separator: "\n")
    #expect(
      csv.contains { $0.hasPrefix("now,1,w1 P10,0,") }
        && csv.contains { $0.hasPrefix("now,2,week two P90,70,") })
    let page = HTMLRenderer.render(report, options)
    #expect(page.contains(#"<th scope="col" class="number">P90</th>"#))
    #expect(page.contains(#"<td class="number">50</td><td class="number">60</td><td class="number">70</td>"#))
  }
}
