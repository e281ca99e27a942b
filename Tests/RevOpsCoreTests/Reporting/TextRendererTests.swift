import Testing

@testable import RevOpsCore

@Suite struct TextRendererTests {
  private func text(_ blocks: [Report.Block], _ options: RenderOptions) -> String {
    let report = Report(title: "T", sections: [Report.Section("s", "Part", blocks)])
    return TextRenderer.render(report, options)
  }

  private let figures: Report.Block = .figures([
    .init(
      "velocity", "Bookings a day", .money(.value(6_250)), verdict: .init("top quartile", .good),
      note: "50 deals"),
    .init("cycle", "Cycle", .duration(.absent(because: "needs closed deals"), .days)),
    .init("stage", "Slowest stage", .text("Negotiation"), verdict: .init("by median", .neutral)),
  ])

  @Test func figuresStandInColumnsWithTheirVerdicts() {
    #expect(
      text([figures], RenderOptions(width: 60)) == """
        T

        Part
        ────
          Bookings a day  $6,250  ✓ top quartile  50 deals
          Cycle                –  needs closed deals
          Slowest stage   Negotiation  · by median

        """)
  }

  @Test func asciiSaysTheSame() {
    #expect(
      text([figures], RenderOptions(width: 60, ascii: true)) == """
        T

        Part
        ----
          Bookings a day  $6,250  + top quartile  50 deals
          Cycle                -  needs closed deals
          Slowest stage   Negotiation  - by median

        """)
  }

  @Test func aFigureTooLongForItsLineGoesOnBelow() {
    #expect(
      text([figures], RenderOptions(width: 40)) == """
        T

        Part
        ────
          Bookings a day  $6,250
            ✓ top quartile  50 deals
          Cycle                –
            needs closed deals
          Slowest stage
            Negotiation  · by median

        """)
  }

  @Test func colourOnlyRepeatsWhatASignSays() {
    let colored = text([figures], RenderOptions(width: 60, color: true))
    #expect(colored.contains("\u{1B}[32m✓ top quartile\u{1B}[0m"))
    #expect(colored.replacing(/\x1B\[[0-9]+m/, with: "") == text([figures], RenderOptions(width: 60)))
  }

  private let owners = Report.Table(
    "rows",
    columns: [
      .init("owner", "Owner"), .init("deals", "Open deals"), .init("amount", "Amount"),
      .init("rate", "Win rate"),
    ],
    rows: [
      [.text("Ann Lee"), .count(.value(12)), .money(.value(1_234_567)), .rate(.value(0.25))],
      [
        .text("Zoë 東京"), .count(.value(3)), .money(.value(-500)),
        .rate(.absent(because: "needs closed deals")),
      ],
    ],
    total: [.text("Total"), .count(.value(15)), .money(.value(1_234_067)), .blank])

  @Test func tablesAlignFiguresRightAndWordsLeft() {
    #expect(
      text([.table(owners)], RenderOptions(width: 60)) == """
        T

        Part
        ────
          Owner     Open deals      Amount  Win rate
          ────────  ──────────  ──────────  ────────
          Ann Lee           12  $1,234,567     25.0%
          Zoë 東京           3       -$500         –
          ────────  ──────────  ──────────  ────────
          Total             15  $1,234,067
          – Win rate: needs closed deals

        """)
  }

  @Test func headingsWrapBeforeFiguresLoseDigits() {
    #expect(
      text([.table(owners)], RenderOptions(width: 40)) == """
        T

        Part
        ────
                       Open                  Win
          Owner       deals      Amount     rate
          ────────  ───────  ──────────  ───────
          Ann Lee        12  $1,234,567    25.0%
          Zoë 東京        3       -$500        –
          ────────  ───────  ──────────  ───────
          Total          15  $1,234,067
          – Win rate: needs closed deals

        """)
  }

  @Test func aTableThatDoesNotFitStandsRowByRow() {
    let columns = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"].map { Report.Column($0, $0) }
    let row: [Report.Cell] = [1, 2, 3, 4, 5, 6].map { .count(.value($0 * 1e9)) }
    #expect(
      text([.table(Report.Table("rows", columns: columns, rows: [row]))], RenderOptions(width: 40)) == """
        T

        Part
        ────
          Alpha    1,000,000,000
          Beta     2,000,000,000
          Gamma    3,000,000,000
          Delta    4,000,000,000
          Epsilon  5,000,000,000
          Zeta     6,000,000,000

        """)
  }

  @Test func whatALimitLeavesOutIsSaid() {
    let lines = text([.table(owners)], RenderOptions(width: 60, limit: 1)).split(separator: "\n")
    #expect(!lines.contains { $0.contains("Zoë") })
    #expect(lines.last == "  and 1 more row")
    #expect(lines.contains { $0.contains("$1,234,067") })  // the total is of all rows
  }

  @Test func aLongTableIsShownInPartUnlessAllIsAskedFor() {
    var table = Report.Table(
      "rows", columns: [.init("name", "Name")], rows: ["Ann", "Bo", "Cy"].map { [.text($0)] })
    table.brief = [2, 0]
    table.wayToAll = "--limit 0 shows all"
    func shown(_ limit: Int?) -> [String] {
      let shown = ShownTable(table, limit: limit)
      return shown.rows.map { CellText.people($0[0], "USD") } + shown.notes
    }
    #expect(shown(nil) == ["Cy", "Ann", "and 1 more row: --limit 0 shows all"])
    #expect(shown(0) == ["Ann", "Bo", "Cy"])
    #expect(shown(1) == ["Ann", "and 2 more rows: --limit 0 shows all"])
    #expect(ShownTable(table, limit: nil, isForPeople: false).rows.count == 3)
    table.isWhole = true
    #expect(ShownTable(table, limit: 1).rows.count == 3)
  }

  @Test func findingsSayWhatToDoAndWhere() {
    #expect(
      text([.findings([SampleReport.finding])], RenderOptions(width: 60)) == """
        T

        Part
        ────
          [warning] Ann Lee: 4 of 12 deals have not moved for 30
            days
            stale deals 4, share 0.3333
            → ask for a next step with a date on each
            deals.csv:12:3 · pipeline.stale · revops pipeline
            hygiene

        """)
  }

  @Test func chartsAreDrawnToScale() {
    // 40 columns: 2 of indent, 9 for names, 4 for values and 6 of gaps leave 21 for the bars.
    #expect(
      text([.chart(SampleReport.bars)], RenderOptions(width: 40)) == """
        T

        Part
        ────
          What +10% adds
          Win rate   █████████████████████  $625
          Deal size  ██████████▌            $312
          Nothing                             $0

        """)
    #expect(
      text([.chart(SampleReport.gauge)], RenderOptions(width: 40, ascii: true)) == """
        T

        Part
        ----
          Maturity
          Total  18
          |---------+-------O---+------------|
          foundation 6 | building 13 | scaling
          21

        """)
  }

  @Test func aWaterfallHangsEachStepFromTheOneBefore() {
    // 150 at most over 23 columns: 100 ends at 15.3, 150 at 23, 120 at 18.4.
    #expect(
      text([.chart(SampleReport.waterfall)], RenderOptions(width: 40, ascii: true)) == """
        T

        Part
        ----
          ARR
          Start    ###############          $100
          New                     ########   $50
          Churned                    =====  -$30
          End      ##################       $120

        """)
  }

  @Test func aCourseStartsAtItsLowestValue() {
    #expect(
      text([.chart(SampleReport.line)], RenderOptions(width: 40, ascii: true)) == """
        T

        Part
        ----
          Bookings by month
          $30 |    ###
              |    ###
              |    ###
              |    ### ###
              |    ### ###
          $10 |    ### ###
               2026-01 -> 2026-03

        """)
  }

  @Test(
    arguments: [
      ([1, 2, 3, 8], "▁▂▃█"), ([4, 4], "▅▅"), ([], ""), ([.nan, 1, 2], " ▁█"), ([-1e308, 1e308], "▁█"),
      ([0, .leastNonzeroMagnitude], "▅▅"),
    ] as [([Double], String)])
  func aSparklineRunsFromItsLowestToItsHighest(values: [Double], text: String) {
    #expect(CellText.sparkline(values) == text)
  }

  @Test func noLineIsWiderThanAskedForWhateverTheReport() {
    for seed in 0..<25 {
      var random = RandomReport(seed: UInt64(seed))
      let report = random.report()
      for (width, ascii) in [(40, false), (60, true), (60, false), (97, false), (200, true)] {
        let text = TextRenderer.render(report, RenderOptions(width: width, ascii: ascii, limit: 7))
        for line in text.split(separator: "\n") {
          let line = String(line)
          #expect(DisplayWidth.of(line) <= width, "seed \(seed), width \(width): \(line)")
          #expect(
            !line.unicodeScalars.contains(where: SafeText.isUnsafe), "seed \(seed): \(line.debugDescription)")
          #expect(line.last != " ", "seed \(seed): \(line.debugDescription)")
          #expect(LogCommand.disarmed(line) == line, "seed \(seed)")
          if ascii { #expect(line.utf8.allSatisfy { $0 < 0x80 }, "seed \(seed): \(line)") }
        }
      }
    }
  }
}
