extension CheckReport {
  /// The run as a report: how many checks there are of each kind, and every check with its place.
  var report: Report {
    Report(
      title: "Checks of \(file)", subtitle: asOf.isEmpty ? totals : "\(totals); as of \(asOf)",
      currency: context.currency ?? "USD",
      sections: [Report.Section("check", "Checks", [.table(table)])])
  }

  private var table: Report.Table {
    var table = Report.Table(
      "checks",
      columns: [
        .init("status", "Status"), .init("severity", "Severity"), .init("id", "Id"), .init("name", "Name"),
        .init("place", "Place"), .init("message", "Message"), .init("reason", "Reason", isDetail: true),
        .init("help", "Help", isDetail: true),
      ],
      rows: outcomes.map { outcome in
        [
          .text(word(for: outcome)), .text(outcome.severity.rawValue), .text(outcome.id),
          .text(outcome.name), .text(outcome.place?.text ?? ""),
          .text(outcome.message), .text(outcome.status.reason ?? ""), .text(outcome.help),
        ]
      })
    table.isWhole = true
    return table
  }
}
