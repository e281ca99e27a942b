/// Writes a report as one HTML page that needs nothing but itself: no script, no request, fit to print.
///
/// It is well-formed XML too, so that any tool can read it.
public enum HTMLRenderer {
  /// The whole page.
  public static func render(_ report: Report, _ options: RenderOptions = RenderOptions()) -> String {
    var body: [String] = ["<header>", "<h1>\(escaped(report.title))</h1>"]
    if !report.subtitle.isEmpty { body.append("<p>\(escaped(report.subtitle))</p>") }
    body.append("</header>")
    for section in report.sections {
      body.append("<section>")
      if !section.title.isEmpty { body.append("<h2>\(escaped(section.title))</h2>") }
      for block in section.blocks { body += lines(of: block, report.currency, options.limit) }
      body.append("</section>")
    }
    let head = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>\(escaped(report.title))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <main>
      """
    return head + "\n" + body.joined(separator: "\n") + "\n</main>\n</body>\n</html>\n"
  }

  private static func lines(of block: Report.Block, _ currency: String, _ limit: Int?) -> [String] {
    switch block {
    case .figures(let figures): table(of: figures, currency)
    case .table(let table): lines(of: ShownTable(table, limit: limit), currency)
    case .findings(let findings):
      findings.isEmpty ? [] : ["<ul class=\"findings\">"] + findings.map(item) + ["</ul>"]
    case .chart(let chart): HTMLChart(chart: chart, currency: currency).lines()
    case .paragraph(let text): ["<p>\(escaped(text))</p>"]
    case .list(let items):
      items.isEmpty ? [] : ["<ul>"] + items.map { "<li>\(escaped($0))</li>" } + ["</ul>"]
    case .lines(let texts): ["<pre>" + texts.map(escaped).joined(separator: "\n") + "</pre>"]
    }
  }

  private static func table(of figures: [Report.KeyFigure], _ currency: String) -> [String] {
    let rows = figures.map { figure in
      let note = [figure.cell.absence, figure.note].compactMap(\.self).joined(separator: "; ")
      let name = figure.cell.figure == nil ? "" : " class=\"number\""
      return
        "<tr><th scope=\"row\">\(escaped(figure.label))</th><td\(name)>\(content(figure.cell, currency))</td>"
        + "<td>\(figure.verdict.map(verdict) ?? "")</td><td class=\"note\">\(escaped(note))</td></tr>"
    }
    return ["<table class=\"figures\">", "<tbody>"] + rows + ["</tbody>", "</table>"]
  }

  private static func lines(of shown: ShownTable, _ currency: String) -> [String] {
    guard !shown.table.columns.isEmpty else { return [] }
    let isNumeric = shown.table.columns.indices.map(shown.isNumeric)
    func row(_ cells: [Report.Cell]) -> String {
      let items = zip(cells, isNumeric).map { cell, isNumeric in
        "<td\(isNumeric ? " class=\"number\"" : "")>\(content(cell, currency))</td>"
      }
      return "<tr>\(items.joined())</tr>"
    }
    let heads = zip(shown.table.columns, isNumeric).map { column, isNumeric in
      "<th scope=\"col\"\(isNumeric ? " class=\"number\"" : "")>\(escaped(column.title))</th>"
    }
    var lines = ["<div class=\"wide\">", "<table>", "<thead><tr>\(heads.joined())</tr></thead>", "<tbody>"]
    lines += shown.rows.map(row) + ["</tbody>"]
    if let total = shown.total { lines.append("<tfoot>\(row(total))</tfoot>") }
    lines += ["</table>", "</div>"]
    return lines + shown.notes.map { "<p class=\"note\">\(escaped($0))</p>" }
  }

  private static func item(_ finding: Finding) -> String {
    let about = finding.subject.isEmpty ? "" : finding.subject + ": "
    let place = finding.place?.text
    let sources = [place, finding.id, finding.command].compactMap(\.self)
    return "<li><strong class=\"\(finding.severity.rawValue)\">\(finding.severity.rawValue)</strong> "
      + escaped(about + finding.message)
      + (finding.advice.isEmpty ? "" : "<br />\(escaped(finding.advice))")
      + "<br /><span class=\"note\">\(escaped(sources.joined(separator: " · ")))</span></li>"
  }

  /// A cell's content.
  static func content(_ cell: Report.Cell, _ currency: String) -> String {
    switch cell {
    case .verdict(let verdict): self.verdict(verdict)
    case .bar(let share):
      "<span class=\"track\" role=\"img\" aria-label=\"\(escaped(CellText.people(cell, currency)))\">"
        + bar(0, share.isFinite ? min(max(share, 0), 1) : 0) + "</span>"
    default: escaped(CellText.people(cell, currency))
    }
  }

  /// A bar between two shares of its room.
  static func bar(_ start: Double, _ length: Double, isFall: Bool = false) -> String {
    let left = RoundedDecimal(start * 100).text(places: 2, trimming: 0, isGrouped: false)
    let width = RoundedDecimal(length * 100).text(places: 2, trimming: 0, isGrouped: false)
    return
      "<span class=\"bar\(isFall ? " fall" : "")\" style=\"margin-left:\(left)%;width:\(width)%\"></span>"
  }

  private static func verdict(_ verdict: Report.Verdict) -> String {
    "<span class=\"\(verdict.standing.rawValue)\">\(escaped(CellText.people(.verdict(verdict), "")))</span>"
  }

  /// The text so that HTML and XML show it as it is, in elements and in quoted attributes, and no runner obeys it.
  static func escaped(_ text: String) -> String {
    let shown = SafeText.escaped(text).unicodeScalars
    let colons = LogCommand.colons(opening: shown)
    var safe = String.UnicodeScalarView()
    for (index, scalar) in shown.enumerated() {
      switch scalar {
      case ":" where index == colons: safe += "&#58;".unicodeScalars
      case "[" where LogCommand.opens(behind: safe): safe += "&#91;".unicodeScalars
      case "&": safe += "&amp;".unicodeScalars
      case "<": safe += "&lt;".unicodeScalars
      case ">": safe += "&gt;".unicodeScalars
      case "\"": safe += "&quot;".unicodeScalars
      case "'": safe += "&#39;".unicodeScalars
      case "\u{FFFE}", "\u{FFFF}": safe.append("\u{FFFD}")
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }
}
