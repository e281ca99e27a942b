extension PipelineHygiene {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [summary(result, input), checks(result), owners(result)]
    for cut in result.cuts {
      let table = groups(cut.groups, named: "groups", by: cut.by)
      sections.append(Report.Section("cuts.\(cut.by)", "By \(cut.by)", [.table(table)]))
    }
    if !result.duplicateAccounts.isEmpty { sections.append(duplicates(result, input)) }
    sections.append(
      Report.Section("", "To be mended", [.table(rows(result, file: input.table.data.source.file))]))
    sections.append(Report.Section("findings", "Findings", [.findings(findings)]))
    return Report(
      title: title, subtitle: "\(result.deals) deals, \(result.openDeals) of them open",
      currency: "\(input.table.currency)", sections: sections.filter { !$0.blocks.isEmpty })
  }

  private static func summary(_ result: Result, _ input: Input) -> Report.Section {
    func figure(_ key: String, _ label: String, _ figure: Figure) -> Report.KeyFigure {
      let verdict = figure.value.flatMap { input.benchmarks.judge(key, $0) }
      return .init(
        key, label, .rate(figure), verdict: verdict?.level.verdict,
        note: verdict?.next.map { "\($0.level.title) at \(NumberFormat.rate($0.edge))" })
    }
    return Report.Section(
      "", "In short",
      [
        .figures([
          figure("crm_data_quality", "Deals without a fault", result.crmDataQuality),
          figure("duplicate_rate", "Doubled accounts", result.duplicateRate),
          figure("required_field_completeness", "Required fields filled", result.requiredFieldCompleteness),
          figure("loss_reason_completeness", "Losses with a reason", result.lossReasonCompleteness),
          figure("stale_rate", "Stale deals", result.staleRate),
          figure("past_close_rate", "Past their close date", result.pastCloseRate),
          figure("impossible_date_rate", "Impossible dates", result.impossibleDateRate),
          figure("contradiction_rate", "Contradictions", result.contradictionRate),
        ])
      ])
  }

  private static func checks(_ result: Result) -> Report.Section {
    // Why a check could not be made is said once a row.
    func known(_ figure: Figure, _ cell: (Figure) -> Report.Cell) -> Report.Cell {
      figure.value == nil ? .blank : cell(figure)
    }
    let rows: [[Report.Cell]] = result.checks.map { check in
      let verdict: Report.Verdict? = check.pass.map { $0 ? .init("pass", .good) : .init("fail", .poor) }
      return [
        .text(check.check.title), known(check.count) { .count($0) }, .count(.value(Double(check.of))),
        .rate(check.rate), known(check.openValue) { .money($0) }, verdict.map { .verdict($0) } ?? .blank,
      ]
    }
    let columns: [Report.Column] = [
      .init("check", "Check"), .init("count", "Fail"), .init("of", "Of"), .init("rate", "Share"),
      .init("open_value", "Open value"), .init("pass", "Threshold"),
    ]
    var table = Report.Table("checks", columns: columns, rows: rows)
    table.isWhole = true
    return Report.Section("", "Checks", [.table(table)])
  }

  private static func owners(_ result: Result) -> Report.Section {
    let blocks: [Report.Block] =
      result.owners.isEmpty ? [] : [.table(groups(result.owners, named: "owners", by: "owner"))]
    return Report.Section("", "Who has most to mend", blocks)
  }

  private static func groups(_ groups: [Group], named key: String, by column: String) -> Report.Table {
    let rows: [[Report.Cell]] = groups.map { group in
      [
        .text(group.group.isEmpty ? "(none)" : group.group), .count(.value(Double(group.flagged))),
        .count(.value(Double(group.deals))), .rate(group.rate), .count(.value(Double(group.issues))),
      ]
    }
    let heading = column.prefix(1).uppercased() + column.dropFirst()
    let flagged = groups.reduce(0) { $0 + $1.flagged }
    let deals = groups.reduce(0) { $0 + $1.deals }
    let issues = groups.reduce(0) { $0 + $1.issues }
    return Report.Table(
      key,
      columns: [
        .init("group", heading), .init("flagged", "To mend"), .init("deals", "Of deals"),
        .init("rate", "Share"), .init("issues", "Faults"),
      ], rows: rows,
      total: [
        .text("all"), .count(.value(Double(flagged))), .count(.value(Double(deals))),
        .rate(share(flagged, deals, "there are no deals")), .count(.value(Double(issues))),
      ])
  }

  private static func duplicates(_ result: Result, _ input: Input) -> Report.Section {
    let file = input.accountTable.source.file
    let rows: [[Report.Cell]] = result.duplicateAccounts.map { company in
      [
        .text(company.accounts.joined(separator: " · ")),
        .count(.value(Double(company.accounts.count))),
        .text(company.sameBy.map(\.rawValue).joined(separator: ", ")), .text(file),
        .text(company.lines.map { "\($0)" }.joined(separator: "; ")),
      ]
    }
    let columns: [Report.Column] = [
      .init("accounts", "One company"), .init("records", "Records"), .init("same_by", "By"),
      .init("file", "File", isDetail: true), .init("lines", "Lines", isDetail: true),
    ]
    var table = Report.Table("duplicate_accounts", columns: columns, rows: rows)
    if rows.count > shownWhole { table.brief = Array(rows.indices.prefix(shownWhole)) }
    table.wayToAll = wayToAll(table)
    return Report.Section("", "Doubled accounts", [.table(table)])
  }

  /// The fix list: a row a fault, in CSV with all that the one who mends it needs.
  private static func rows(_ result: Result, file: String) -> Report.Table {
    let rows: [[Report.Cell]] = result.rows.map { row in
      [
        .text(file), .text(row.id), .text(row.name), .text(row.owner), .money(row.amount),
        .text(row.check.title), .text(row.detail), .text(row.column), .text(row.found), .text(row.action),
        .count(.value(Double(row.line))),
      ]
    }
    let columns: [Report.Column] = [
      .init("file", "File", isDetail: true), .init("id", "Deal"), .init("name", "Name", isDetail: true),
      .init("owner", "Owner"), .init("amount", "Amount"), .init("check", "Check"),
      .init("detail", "What is wrong"), .init("column", "Column", isDetail: true),
      .init("found", "Found", isDetail: true), .init("action", "What to do", isDetail: true),
      .init("line", "Line"),
    ]
    var table = Report.Table("rows", columns: columns, rows: rows, hidden: result.faults - result.rows.count)
    table.brief = brief(result)
    table.wayToAll = wayToAll(table)
    return table
  }

  private static func wayToAll(_ table: Report.Table) -> String {
    "--section \(table.key) --format csv has all, --limit 0 shows them"
  }

  /// Up to so many faults are shown whole; of more, the first few of each check, in the order of the checks.
  static let (shownWhole, shownPerCheck) = (20, 5)

  private static func brief(_ result: Result) -> [Int]? {
    guard result.faults > shownWhole else { return nil }
    var places: [Check: [Int]] = [:]
    for (place, row) in result.rows.enumerated() where places[row.check]?.count ?? 0 < shownPerCheck {
      places[row.check, default: []].append(place)
    }
    return Check.allCases.flatMap { places[$0] ?? [] }
  }
}
