/// Writes a report as GitHub-flavoured Markdown; words of the data never become markup.
public enum MarkdownRenderer {
  /// The report as Markdown, ending in a line feed.
  public static func render(_ report: Report, _ options: RenderOptions = RenderOptions()) -> String {
    var lines = ["# " + escaped(report.title)]
    if !report.subtitle.isEmpty { lines += ["", escaped(report.subtitle)] }
    for section in report.sections {
      if !section.title.isEmpty { lines += ["", "## " + escaped(section.title)] }
      for block in section.blocks { lines += [""] + self.lines(of: block, report.currency, options.limit) }
    }
    return lines.map { LogCommand.disarmed($0) + "\n" }.joined()
  }

  private static func lines(of block: Report.Block, _ currency: String, _ limit: Int?) -> [String] {
    switch block {
    case .figures(let figures): table(of: figures, currency)
    case .table(let table): lines(of: table, currency, limit)
    case .findings(let findings): findings.flatMap(lines)
    case .chart(let chart): lines(of: chart, currency)
    case .paragraph(let text): [escaped(text)]
    case .list(let items): items.map { "- " + escaped($0) }
    case .lines(let texts): texts.map { "    " + SafeText.escaped($0) }
    }
  }

  private static func table(of figures: [Report.KeyFigure], _ currency: String) -> [String] {
    rows(
      head: ["Figure", "Value", "Standing", "Note"], isNumeric: [false, true, false, false],
      figures.map { figure in
        let verdict = figure.verdict.map { CellText.people(.verdict($0), currency) } ?? ""
        let note = [figure.cell.absence, figure.note].compactMap(\.self).joined(separator: "; ")
        return [figure.label, CellText.people(figure.cell, currency), verdict, note]
      })
  }

  private static func lines(of table: Report.Table, _ currency: String, _ limit: Int?) -> [String] {
    let shown = ShownTable(table, limit: limit)
    var cells = shown.rows.map { row in row.map { CellText.people($0, currency) } }
    if let total = shown.total {
      cells.append(total.map { CellText.people($0, currency) })
    }
    let isNumeric = shown.table.columns.indices.map(shown.isNumeric)
    var lines = rows(
      head: shown.table.columns.map(\.title), isNumeric: isNumeric, cells, lastIsStrong: shown.total != nil)
    let notes = shown.notes
    if !notes.isEmpty { lines += [""] + notes.map { "- " + escaped($0) } }
    return lines
  }

  private static func lines(of finding: Finding) -> [String] {
    let about = finding.subject.isEmpty ? "" : finding.subject + ": "
    var lines = ["- **\(finding.severity.rawValue)** \(escaped(about + finding.message))"]
    if !finding.advice.isEmpty { lines.append("  - " + escaped(finding.advice)) }
    let place = finding.place?.text
    let sources = [place, finding.id, finding.command].compactMap(\.self)
    lines.append("  - " + escaped(sources.joined(separator: " · ")))
    return lines
  }

  private static func lines(of chart: Report.Chart, _ currency: String) -> [String] {
    let title = chart.title.isEmpty ? [] : ["**\(escaped(chart.title))**", ""]
    let isDrawn = chart.kind == .bars || chart.kind == .histogram
    let style = TextStyle(RenderOptions())
    let spans = ChartScale.spans(of: chart)
    let names = chart.points.first.map { chart.values(of: $0).map(\.name) } ?? ["Value"]
    return title
      + rows(
        head: [""] + names + (isDrawn ? [""] : []),
        isNumeric: [false] + names.map { _ in true } + (isDrawn ? [false] : []),
        zip(chart.points, spans).map { point, span in
          [point.label] + chart.values(of: point).map { CellText.people($0.cell, currency) }
            + (isDrawn ? [style.bar(span.length, width: 20)] : [])
        })
  }

  private static func rows(
    head: [String], isNumeric: [Bool], _ rows: [[String]], lastIsStrong: Bool = false
  ) -> [String] {
    let rule = "| " + isNumeric.map { $0 ? "---:" : "---" }.joined(separator: " | ") + " |"
    var lines = [line(head.map(escaped)), rule]
    for (index, row) in rows.enumerated() {
      let isStrong = lastIsStrong && index == rows.count - 1
      lines.append(line(row.map { isStrong && !$0.isEmpty ? "**\(escaped($0))**" : escaped($0) }))
    }
    return lines
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// The text so that Markdown shows it as it is.
  static func escaped(_ text: String) -> String {
    let scalars = Array(SafeText.escaped(text).unicodeScalars)
    var safe = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if isMarkup(scalar, index, scalars) { safe.append("\\") }
      safe.append(scalar)
    }
    return String(safe)
  }

  /// Whether a scalar would be markup where it stands.
  private static func isMarkup(_ scalar: Unicode.Scalar, _ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "&": return true
    case "_":
      guard index > 0, index + 1 < scalars.count else { return true }
      return !scalars[index - 1].properties.isAlphabetic || !scalars[index + 1].properties.isAlphabetic
    // A heading, an item of a list, an underline.
    case "#", "=", ":": return index == 0
    case "+", "-": return index == 0 && (scalars.count == 1 || scalars[1] == " " || scalars[1] == scalar)
    case ".", ")":
      let follows = index + 1 == scalars.count || scalars[index + 1] == " "
      return index > 0 && follows && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
    default: return false
    }
  }
}
