import Testing

@testable import RevOpsCore

@Suite struct MarkdownRendererTests {
  @Test func figuresAndTablesAreTables() {
    let report = Report(
      title: "Velocity", subtitle: "As of 2026-03-31",
      sections: [
        Report.Section(
          "velocity", "The figures",
          [
            .figures([
              .init(
                "velocity", "Bookings a day", .money(.value(6_250)), verdict: .init("top", .good),
                note: "50 deals"),
              .init("cycle", "Cycle", .duration(.absent(because: "needs deals"), .days)),
            ]),
            .table(
              Report.Table(
                "rows", columns: [.init("owner", "Owner"), .init("amount", "Amount")],
                rows: [
                  [.text("A|B"), .money(.value(-500))],
                  [.text("*C*"), .money(.absent(because: "needs a price"))],
                ],
                total: [.text("Total"), .money(.value(-500))])),
            .findings([SampleReport.finding]),
          ])
      ])
    #expect(
      MarkdownRenderer.render(report) == #"""
        # Velocity

        As of 2026-03-31

        ## The figures

        | Figure | Value | Standing | Note |
        | --- | ---: | --- | --- |
        | Bookings a day | $6,250 | ✓ top | 50 deals |
        | Cycle | – |  | needs deals |

        | Owner | Amount |
        | --- | ---: |
        | A\|B | -$500 |
        | \*C\* | – |
        | **Total** | **-$500** |

        - – Amount: needs a price

        - **warning** Ann Lee: 4 of 12 deals have not moved for 30 days
          - ask for a next step with a date on each
          - deals.csv:12:3 · pipeline.stale · revops pipeline hygiene

        """#)
  }

  @Test(arguments: [
    ("win_rate", "win_rate"), ("_x_", #"\_x\_"#), ("# head", "\\# head"), ("C# 7", "C# 7"),
    ("- item", #"\- item"#),
    ("---", #"\---"#), ("-5", "-5"), ("1. one", #"1\. one"#), ("25.0%", "25.0%"),
    ("<b>&amp;", #"\<b\>\&amp;"#),
    ("a\nb", #"a\\nb"#), ("[x](y)", #"\[x\](y)"#),
  ])
  func wordsNeverBecomeMarkup(text: String, escaped: String) {
    #expect(MarkdownRenderer.escaped(text) == escaped)
  }
}

@Suite struct CSVRendererTests {
  private let table = Report.Table(
    "rows",
    columns: [
      .init("owner", "Owner"), .init("amount", "Amount"), .init("win_rate", "Win rate"), .init("due", "Due"),
    ],
    rows: [
      [.text("Lee, Ann"), .money(.value(1_234_567.5)), .rate(.value(0.25)), .date("2026-03-31")],
      [.text("=SUM(A1)"), .money(.value(-500)), .rate(.absent(because: "needs deals")), .blank],
    ],
    total: [.text("Total"), .money(.value(1_234_067.5)), .rate(.value(0.25)), .blank])

  @Test func computedNumbersArePlainAndWordsAreGuarded() {
    let figures: [Report.KeyFigure] = [
      .init("difference", "Difference", .computed("-5", plain: "-5", unit: "number")),
      .init("change", "Change", .computed("-25%", plain: "-0.25", unit: "rate")),
      .init("words", "Words", .text("-5")),
    ]
    let report = Report(title: "T", sections: [Report.Section("o", "O", [.figures(figures)])])
    #expect(
      CSVRenderer.render(report) == """
        section,row,key,value,unit,verdict,note
        o,,difference,-5,number,,
        o,,change,-0.25,rate,,
        o,,words,"'-5",text,,

        """)
    #expect(TextRenderer.render(report, RenderOptions()).contains("-25%"))
  }

  @Test func aReportOfOneTableIsThatTable() {
    let report = Report(title: "T", sections: [Report.Section("o", "O", [.paragraph("p"), .table(table)])])
    #expect(
      CSVRenderer.render(report) == """
        owner,amount,win_rate,due
        "Lee, Ann",1234567.5,0.25,2026-03-31
        "'=SUM(A1)",-500,,
        Total,1234067.5,0.25,

        """)
  }

  @Test func anyOtherReportIsALineAValue() {
    let figures: Report.Block = .figures([
      .init("coverage", "Coverage", .ratio(.value(3.5)), verdict: .init("median", .fair), note: "open"),
      .init("cycle_days", "Cycle", .duration(.absent(because: "needs deals"), .days)),
    ])
    let report = Report(
      title: "T", currency: "EUR",
      sections: [
        Report.Section("pipeline", "P", [figures, .chart(SampleReport.bars)]),
        Report.Section("o", "O", [.table(table)]),
      ])
    #expect(
      CSVRenderer.render(report) == """
        section,row,key,value,unit,verdict,note
        pipeline,,coverage,3.5,ratio,median,open
        pipeline,,cycle_days,,days,,needs deals
        pipeline,1,Win rate,625,EUR,,What +10% adds
        pipeline,2,Deal size,312.5,EUR,,What +10% adds
        pipeline,3,Nothing,0,EUR,,What +10% adds
        o.rows,1,owner,"Lee, Ann",text,,
        o.rows,1,amount,1234567.5,EUR,,
        o.rows,1,win_rate,0.25,rate,,
        o.rows,1,due,2026-03-31,date,,
        o.rows,2,owner,"'=SUM(A1)",text,,
        o.rows,2,amount,-500,EUR,,
        o.rows,2,win_rate,,rate,,needs deals
        o.rows,total,owner,Total,text,,
        o.rows,total,amount,1234067.5,EUR,,
        o.rows,total,win_rate,0.25,rate,,

        """)
  }

  @Test func wordsReadBackAsTheyWereButForTheGuard() throws {
    for seed in 0..<60 {
      var random = RandomReport(seed: UInt64(seed))
      let words = (0..<20).map { _ in (0..<3).map { _ in random.text().filter { $0 != "\0" } } }
      let columns = ["a", "b", "c"].map { Report.Column($0, $0) }
      let table = Report.Table("rows", columns: columns, rows: words.map { $0.map(Report.Cell.text) })
      let text = CSVRenderer.render(Report(title: "T", sections: [Report.Section("s", "S", [.table(table)])]))
      let records = try CSVRecords.read(SourceText(name: "out.csv", text: text), separator: 0x2C)
      let plain = records.rows.dropFirst().map { $0.map { $0.filter { $0 != "'" } } }
      let shown = words.map {
        $0.map { $0.replacing("\u{1B}", with: "\\u{1b}").replacing("\u{202E}", with: "\\u{202e}") }
      }
      #expect(plain == shown.map { $0.map { $0.filter { $0 != "'" } } }, "seed \(seed)")
    }
  }

  /// As in text; a conversion of a file writes its bytes as they are.
  @Test func whatSteersATerminalIsShownInstead() {
    let cells: [Report.Cell] = [.text("a\u{1B}[31m\tb"), .text("\u{9B}2J"), .text("é\u{0}\u{7}")]
    let columns = ["a", "b", "c"].map { Report.Column($0, $0) }
    let table = Report.Table("rows", columns: columns, rows: [cells])
    let text = CSVRenderer.render(Report(title: "T", sections: [Report.Section("s", "S", [.table(table)])]))
    #expect(text == "a,b,c\na\\u{1b}[31m\tb,\\u{9b}2J,é\\u{7}\n")
  }

  @Test func everyReportReadsBackAsARectangle() throws {
    for seed in 0..<60 {
      var random = RandomReport(seed: UInt64(seed))
      let text = CSVRenderer.render(random.report())
      let records = try CSVRecords.read(SourceText(name: "out.csv", text: text), separator: 0x2C)
      let width = try #require(records.rows.first?.count)
      #expect(records.rows.allSatisfy { $0.count == width }, "seed \(seed)")
    }
  }
}

@Suite struct HTMLRendererTests {
  @Test func markupOfTheDataIsShownNotObeyed() {
    let report = Report(
      title: "</title><script>alert(1)</script>",
      sections: [
        Report.Section(
          "s", "A & B",
          [.figures([.init("k", SampleReport.hostile, .rate(.absent(because: "<i>why</i>")))])])
      ])
    let page = HTMLRenderer.render(report)
    #expect(!page.contains("<script"))
    #expect(page.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>"))
    #expect(page.contains("<h2>A &amp; B</h2>"))
    #expect(
      page.contains(
        #"<tr><th scope="row">Ann\u{1b}[31m|&lt;b&gt;&quot;O&#39;Neil&quot;\n::error::x</th>"#
          + #"<td class="number">–</td><td></td><td class="note">&lt;i&gt;why&lt;/i&gt;</td></tr>"#))
  }

  @Test func tablesSayWhatTheirHeadingsAre() {
    let page = HTMLRenderer.render(
      Report(title: "T", sections: [Report.Section("o", "O", [.table(SampleReport.owners)])]))
    #expect(page.contains(#"<th scope="col">Owner</th><th scope="col" class="number">Open deals</th>"#))
    #expect(
      page.contains(#"<tr><td>Ann Lee</td><td class="number">12</td><td class="number">$1,234,567</td>"#))
    #expect(page.contains("<tfoot><tr><td>Total</td>"))
    #expect(page.contains(#"<p class="note">– Win rate: needs closed deals</p>"#))
  }

  @Test func everyPageIsWellFormedAndAsksForNothing() {
    for seed in 0..<60 {
      var random = RandomReport(seed: UInt64(seed))
      let page = HTMLRenderer.render(random.report(), RenderOptions(limit: 5))
      #expect(MarkupCheck.problem(in: page) == nil, "seed \(seed)")
      #expect(
        !page.contains("http:") && !page.contains("https:") && !page.contains("<script"), "seed \(seed)")
      let acts = page.unicodeScalars.filter { SafeText.isUnsafe($0) && $0 != "\n" }
      #expect(acts.isEmpty, "seed \(seed)")
    }
  }
}

/// Whether elements nest, attributes are quoted, and only known references stand in the text.
enum MarkupCheck {
  static func problem(in page: String) -> String? {
    var open: [Substring] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      if let problem = textProblem(rest[..<start]) { return problem }
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without an end" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.contains("<") { return "a tag in a tag: \(tag)" }
      if tag.hasPrefix("!") || tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      let name = tag.prefix { $0 != " " }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else {
          return "</\(name.dropFirst())> closes another element"
        }
      } else {
        open.append(name)
        if tag.filter({ $0 == "\"" }).count % 2 != 0 { return "an attribute without its quote: \(tag)" }
      }
    }
    return open.isEmpty ? textProblem(rest) : "open at the end: \(open)"
  }

  private static func textProblem(_ text: Substring) -> String? {
    if text.contains(">") { return "a bare > in \(text)" }
    let references = text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
    let known = ["amp;", "lt;", "gt;", "quot;", "#39;", "#9;", "#10;", "#13;", "#58;", "#91;"]
    return references.allSatisfy { piece in known.contains { piece.hasPrefix($0) } }
      ? nil : "a bare & in \(text)"
  }
}
