@testable import RevOpsCore

/// A report that holds every kind of block and cell.
enum SampleReport {
  static let hostile = "Ann\u{1B}[31m|<b>\"O'Neil\"\n::error::x"

  static let report = Report(
    title: "Pipeline velocity: Northwind Cloud", subtitle: "As of 2026-03-31", currency: "USD",
    sections: [
      Report.Section(
        "velocity", "Velocity",
        [
          .figures([
            .init(
              "velocity", "Bookings a day", .money(.value(6_250)), verdict: .init("top quartile", .good),
              note: "50 deals"),
            .init("win_rate", "Win rate", .rate(.value(0.25)), verdict: .init("below median", .poor)),
            .init("coverage", "Coverage", .ratio(.value(3.5)), verdict: .init("median", .fair)),
            .init("cycle_days", "Cycle", .duration(.absent(because: "needs closed deals"), .days)),
            .init("stage", "Slowest stage", .text("Negotiation"), verdict: .init("by median days", .neutral)),
          ]),
          .paragraph("The four levers are shown with what ten percent more of each adds."),
          .list(["win rate is the lever nearest to hand", "the cycle is next"]),
        ]),
      Report.Section("owners", "Owners", [.table(owners)]),
      Report.Section("charts", "Charts", [.chart(bars), .chart(waterfall), .chart(gauge), .chart(line)]),
      Report.Section("findings", "Findings", [.findings([finding])]),
    ])

  static let owners = Report.Table(
    "rows",
    columns: [
      .init("owner", "Owner"), .init("deals", "Open deals"), .init("amount", "Amount"),
      .init("win_rate", "Win rate"),
      .init("trend", "Trend"), .init("share", "Share"), .init("standing", "Standing"),
    ],
    rows: [
      [
        .text("Ann Lee"), .count(.value(12)), .money(.value(1_234_567)), .rate(.value(0.25)),
        .sparkline([1, 2, 3, 8]), .bar(0.75), .verdict(.init("on pace", .good)),
      ],
      [
        .text("Zoë 東京"), .count(.value(3)), .money(.value(-500)),
        .rate(.absent(because: "needs closed deals")),
        .sparkline([4, 4]), .bar(0.25), .blank,
      ],
    ],
    total: [
      .text("Total"), .count(.value(15)), .money(.value(1_234_067)), .rate(.value(0.25)), .blank, .blank,
      .blank,
    ])

  static let bars = Report.Chart(
    "What +10% adds", .bars,
    points: [
      .init("Win rate", 625, .money(.value(625))), .init("Deal size", 312.5, .money(.value(312.5))),
      .init("Nothing", 0, .money(.value(0))),
    ])

  static let waterfall = Report.Chart(
    "ARR", .waterfall,
    points: [
      .init("Start", 100, .money(.value(100))), .init("New", 50, .money(.value(50))),
      .init("Churned", -30, .money(.value(-30))), .init("End", 120, .money(.value(120))),
    ])

  static let gauge = Report.Chart(
    "Maturity",
    .gauge(low: 6, high: 30, edges: [.init(6, "foundation"), .init(13, "building"), .init(21, "scaling")]),
    points: [.init("Total", 18, .count(.value(18)))])

  static let line = Report.Chart(
    "Bookings by month", .line,
    points: [
      .init("2026-01", 10, .money(.value(10))), .init("2026-02", 30, .money(.value(30))),
      .init("2026-03", 20, .money(.value(20))),
    ])

  static let finding = Finding(
    "pipeline.stale", .warning, subject: "Ann Lee", "4 of 12 deals have not moved for 30 days",
    evidence: [.init("stale_deals", 4), .init("share", 0.333_333)],
    advice: "ask for a next step with a date on each",
    place: Place(file: "deals.csv", line: 12, column: 3, length: 7, excerpt: ""),
    command: "revops pipeline hygiene")
}
