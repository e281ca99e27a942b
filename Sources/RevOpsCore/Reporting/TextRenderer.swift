/// Writes a report for a terminal: no line is wider than asked for, and nothing in the data can act on it.
public enum TextRenderer {
  /// The report as lines, ending in a line feed.
  public static func render(_ report: Report, _ options: RenderOptions) -> String {
    var page = TextPage(report, options)
    page.title()
    for section in report.sections { page.add(section) }
    return page.text
  }
}

/// The lines of a report in the making.
private struct TextPage {
  let report: Report
  let options: RenderOptions
  let style: TextStyle
  let width: Int
  var lines: [String] = []

  init(_ report: Report, _ options: RenderOptions) {
    self.report = report
    self.options = options
    style = TextStyle(options)
    width = max(options.width, 40)
  }

  var text: String {
    lines.map { LogCommand.disarmed(trimmed($0)) + "\n" }.joined()
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  mutating func title() {
    add(report.title, .strong)
    if !report.subtitle.isEmpty { add(report.subtitle, .faint) }
  }

  mutating func add(_ section: Report.Section) {
    lines.append("")
    if !section.title.isEmpty {
      let heading = TextLines.wrapped(style.safe(section.title), width: width)
      lines += heading.map { style.painted($0, .strong) }
      let ruleWidth = heading.map { DisplayWidth.of($0) }.max() ?? 0
      lines.append(style.painted(String(repeating: style.rule, count: ruleWidth), .faint))
    }
    for (index, block) in section.blocks.enumerated() {
      if index > 0 { lines.append("") }
      add(block)
    }
  }

  private mutating func add(_ block: Report.Block) {
    switch block {
    case .figures(let figures): addFigures(figures)
    case .table(let table):
      let shown = ShownTable(table, limit: options.limit)
      lines += TextTable(shown: shown, currency: report.currency, style: style, width: width).lines()
    case .findings(let findings):
      for finding in findings { addFinding(finding) }
    case .chart(let chart):
      lines += TextChart(chart: chart, currency: report.currency, style: style, width: width).lines()
    case .paragraph(let text): add(text, .plain)
    case .list(let items):
      for item in items { add(item, .plain, first: "  \(style.bullet) ", rest: "    ") }
    case .lines(let texts): lines += texts.map { "  " + style.safe($0) }
    }
  }

  /// Wraps a text under what stands before its first line and before the others.
  private mutating func add(
    _ text: String, _ tone: TextStyle.Tone, first: String = "", rest: String? = nil
  ) {
    let rest = rest ?? first
    let indent = max(DisplayWidth.of(first), DisplayWidth.of(rest))
    for (index, line) in TextLines.wrapped(style.safe(text), width: width - indent).enumerated() {
      lines.append((index == 0 ? first : rest) + style.painted(line, tone))
    }
  }

  // MARK: Figures

  private mutating func addFigures(_ figures: [Report.KeyFigure]) {
    let labels = figures.map { style.safe($0.label) }
    let values = figures.map { style.text($0.cell, report.currency) }
    let labelWidth = min(labels.map { DisplayWidth.of($0) }.max() ?? 0, (width - 4) * 9 / 20)
    let numbers = zip(figures, values).filter { $0.0.cell.figure != nil }.map { DisplayWidth.of($0.1) }
    let valueWidth = min(numbers.max() ?? 0, width - labelWidth - 4)
    for (index, figure) in figures.enumerated() {
      var row = FigureRow(
        label: TextLines.wrapped(labels[index], width: labelWidth), labelWidth: labelWidth,
        value: values[index], valueWidth: valueWidth)
      row.verdict = figure.verdict.map { (style.verdict($0), style.tone($0.standing)) }
      row.note = style.safe([figure.cell.absence, figure.note].compactMap(\.self).joined(separator: "; "))
      row.isWords = figure.cell.figure == nil || DisplayWidth.of(values[index]) > valueWidth
      lines += row.lines(width: width, style, tone: style.tone(figure.cell))
    }
  }

  // MARK: Findings

  private mutating func addFinding(_ finding: Finding) {
    let word = "[\(finding.severity.rawValue)]"
    let about = finding.subject.isEmpty ? "" : finding.subject + ": "
    let message = TextLines.wrapped(style.safe("\(word) \(about)\(finding.message)"), width: width - 4)
    for (index, line) in message.enumerated() {
      // The severity is the first word of the first line, however that line was filled.
      let start = index == 0 ? "  " + style.painted(word, style.tone(finding.severity)) : "    "
      lines.append(start + (index == 0 ? String(line.dropFirst(word.count)) : line))
    }
    if !finding.evidence.isEmpty { add(Self.evidence(finding.evidence), .faint, first: "    ") }
    if !finding.advice.isEmpty {
      let arrow = "    \(style.arrow) "
      add(finding.advice, .plain, first: arrow, rest: String(repeating: " ", count: DisplayWidth.of(arrow)))
    }
    let place = finding.place?.text
    let sources = [place, finding.id, finding.command].compactMap(\.self)
    add(sources.joined(separator: " \(style.dot) "), .faint, first: "    ")
  }

  private static func evidence(_ members: [JSONValue.Member]) -> String {
    members.map { member in
      let name = String(member.key.map { $0 == "_" ? " " : $0 })
      return switch member.value {
      case .number(let number): "\(name) \(RoundedDecimal(number).text(places: 4, trimming: 0))"
      case .integer(let number): "\(name) \(NumberFormat.number(Double(number), places: 0))"
      case .string(let text): "\(name) \(text)"
      default: "\(name) \(JSONText.compact(member.value))"
      }
    }.joined(separator: ", ")
  }
}

/// A key figure on its line: name, value, verdict and note, the last two below it where there is no room.
private struct FigureRow {
  let label: [String]
  let labelWidth: Int
  let value: String
  let valueWidth: Int
  var verdict: (text: String, tone: TextStyle.Tone)?
  var note = ""
  /// Whether the value is words, which run on into the room of the verdict.
  var isWords = false

  func lines(width: Int, _ style: TextStyle, tone: TextStyle.Tone) -> [String] {
    let start = 2 + labelWidth + 2
    var pieces: [(text: String, tone: TextStyle.Tone)] = verdict.map { [$0] } ?? []
    if !note.isEmpty { pieces.append((note, .faint)) }
    if isWords, !value.isEmpty { pieces.insert((value, tone), at: 0) }
    let indent = isWords ? start : start + valueWidth + 2
    let plain = isWords ? "" : TextLines.padded(value, width: valueWidth, alignedRight: true)
    let size = pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } + 2 * max(0, pieces.count - 1)
    var lines = label.map { "  " + $0 }
    let last = lines.count - 1
    let head = TextLines.padded(lines[last], width: start - 2)
    let filled = plain.isEmpty ? head : head + "  " + style.painted(plain, tone)
    let isBeside = width - indent >= 24 || indent + size <= width
    let margin = String(repeating: " ", count: isBeside ? indent : 4)
    var rest = Self.filled(pieces, size, width: width - margin.count, style)
    lines[last] = filled
    // Too long for one line: what can be read well beside the value stays there, else it goes below.
    if isBeside, !rest.isEmpty { lines[last] += "  " + rest.removeFirst() }
    return lines + rest.map { margin + $0 }
  }

  /// The pieces on one line where they fit, else each on lines of its own.
  private static func filled(
    _ pieces: [(text: String, tone: TextStyle.Tone)], _ size: Int, width: Int, _ style: TextStyle
  ) -> [String] {
    guard !pieces.isEmpty else { return [] }
    guard size > width else {
      return [pieces.map { style.painted($0.text, $0.tone) }.joined(separator: "  ")]
    }
    return pieces.flatMap { piece in
      TextLines.wrapped(piece.text, width: width).map { style.painted($0, piece.tone) }
    }
  }
}
