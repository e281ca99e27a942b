@testable import RevOpsCore

/// Reports of any shape and content, from a seed.
struct RandomReport {
  /// SplitMix64.
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private static let words = [
    "deal", "Zoë", "東京都", "::error::x", "##[group]", "\u{1B}[31mred", "a|b", "<b>", "\"q\"", "=1+2", "-5",
    "👩‍💻", "e\u{301}",
    "line\nbreak", "\r", "tab\there", "averyveryverylongwordthatnolinecanholdwithoutbeingcutsomewhere", "",
    "it's",
    "&amp;", "\u{A0}::warning::y", "x\n ::notice::z", "##vso[task.complete]", "\u{202E}rtl", "@sum", "x,y",
    "`code`", "*star*", "\u{0}",
  ]

  mutating func text() -> String {
    (0..<(1 + next(6))).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
  }

  mutating func number() -> Double {
    let choices: [Double] = [
      0, 0.25, -0.5, 1_234_567.891, -98_765, 1e12, -1e300, .nan, .infinity, 3, 1e-9, 0.1 + 0.2, 1e308,
    ]
    return choices[next(choices.count)]
  }

  mutating func figure() -> Figure { next(5) == 0 ? .absent(because: text()) : .value(number()) }

  mutating func verdict() -> Report.Verdict {
    let standings: [Report.Verdict.Standing] = [.good, .fair, .poor, .neutral]
    return Report.Verdict(text(), standings[next(4)])
  }

  mutating func cell() -> Report.Cell {
    switch next(13) {
    case 0: .count(figure())
    case 1: .number(figure(), places: next(6))
    case 2: .money(figure())
    case 3: .cents(figure())
    case 4: .rate(figure())
    case 5: .ratio(figure())
    case 6: .duration(figure(), .months)
    case 7: .date("2026-03-31")
    case 8: .verdict(verdict())
    case 9: .sparkline((0..<next(60)).map { _ in number() })
    case 10: .bar(number())
    case 11: .blank
    default: .text(text())
    }
  }

  mutating func table() -> Report.Table {
    let columns = (0..<(1 + next(8))).map { Report.Column("key\($0)", text()) }
    let rows = (0..<next(12)).map { _ in (0..<(columns.count + next(3) - 1)).map { _ in cell() } }
    return Report.Table(
      "rows", columns: columns, rows: rows, total: next(2) == 0 ? columns.map { _ in cell() } : nil)
  }

  mutating func chart() -> Report.Chart {
    let points = (0..<next(90)).map { _ in
      Report.Chart.Point(text(), number(), to: next(2) == 0 ? number() : nil, cell())
    }
    let edges = (0..<next(4)).map { _ in Report.Chart.Edge(number(), text()) }
    let kinds: [Report.Chart.Kind] = [
      .bars, .line, .waterfall, .histogram, .gauge(low: number(), high: number(), edges: edges),
      .tornado(base: number()), .fan(mark: number()), .fan(mark: nil),
    ]
    return Report.Chart(text(), kinds[next(kinds.count)], points: points)
  }

  mutating func finding() -> Finding {
    Finding(
      "area.problem", .warning, subject: text(), text(),
      evidence: [.init("a_b", .number(number())), .init(text(), .string(text()))], advice: text(),
      place: Place(file: text(), line: 3, column: 4, length: 2, excerpt: ""), command: text())
  }

  mutating func block() -> Report.Block {
    switch next(6) {
    case 0:
      .figures(
        (0..<next(6)).map { _ in
          .init(
            "k", text(), cell(), verdict: next(2) == 0 ? verdict() : nil, note: next(2) == 0 ? text() : nil)
        })
    case 1: .table(table())
    case 2: .findings((0..<next(3)).map { _ in finding() })
    case 3: .chart(chart())
    case 4: .paragraph(text())
    default: .list((0..<next(3)).map { _ in text() })
    }
  }

  mutating func report() -> Report {
    let sections = (0..<(1 + next(4))).map { _ in
      Report.Section("s", text(), (0..<(1 + next(4))).map { _ in block() })
    }
    return Report(
      title: text(), subtitle: text(), currency: ["USD", "EUR", "CHF"][next(3)], sections: sections)
  }
}
