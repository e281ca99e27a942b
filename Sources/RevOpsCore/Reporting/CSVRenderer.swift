/// Writes a report as one rectangular table for spreadsheets and scripts.
///
/// A report with one table and no other figures is that table, under its keys. Any other is a long list, a line
/// a value, with the columns `section,row,key,value,unit,verdict,note`: `section.key` is the path of the figure
/// in the JSON result, `row` counts from 1, `total` is the last row. Numbers are plain, rates fractions, absent
/// figures empty with the reason as the note. No row limit applies.
public enum CSVRenderer {
  /// The report as CSV with a header line.
  public static func render(_ report: Report) -> String {
    String(decoding: bytes(of: report), as: UTF8.self)
  }

  /// The same in UTF-8.
  static func bytes(of report: Report) -> [UInt8] {
    var writer = CSVWriter()
    if let table = onlyTable(of: report) {
      write(table, to: &writer)
    } else {
      writer.row(["section", "row", "key", "value", "unit", "verdict", "note"])
      for section in report.sections {
        for block in section.blocks { write(block, of: section, report.currency, to: &writer) }
      }
    }
    return writer.bytes
  }

  private static func onlyTable(of report: Report) -> Report.Table? {
    var tables: [Report.Table] = []
    for block in report.sections.flatMap(\.blocks) {
      switch block {
      case .figures, .chart: return nil
      case .table(let table): tables.append(table)
      case .findings, .paragraph, .list, .lines: continue
      }
    }
    return tables.count == 1 ? tables.first : nil
  }

  private static func write(_ table: Report.Table, to writer: inout CSVWriter) {
    writer.row(table.columns.map(\.key))
    for row in ShownTable(table, limit: nil, isForPeople: false).all {
      for cell in row { write(cell, to: &writer) }
      writer.endRow()
    }
  }

  private static func write(
    _ block: Report.Block, of section: Report.Section, _ currency: String, to writer: inout CSVWriter
  ) {
    switch block {
    case .figures(let figures):
      for figure in figures {
        let line = Line(section: section.key, key: figure.key, verdict: figure.verdict, note: figure.note)
        write(line, figure.cell, currency, to: &writer)
      }
    case .table(let table):
      let shown = ShownTable(table, limit: nil, isForPeople: false)
      let path = writer.field(words([section.key, table.key].filter { !$0.isEmpty }.joined(separator: ".")))
      let keys = table.columns.map { writer.field(words($0.key)) }
      var ends = table.columns.map { _ in LineEnd() }
      for (index, row) in shown.all.enumerated() {
        let name = writer.field(index < shown.rows.count ? "\(index + 1)" : "total")
        for (column, cell) in row.enumerated() {
          if case .blank = cell { continue }
          writer.written(path)
          writer.written(name)
          writer.written(keys[column])
          write(cell, to: &writer)
          ends[column].write(cell.unit(currency), cell.absence, to: &writer)
        }
      }
    case .chart(let chart):
      for (index, point) in chart.points.enumerated() {
        for (name, cell) in chart.values(of: point) {
          let key = chart.ends.isEmpty ? point.label : "\(point.label) \(name)"
          let line = Line(section: section.key, row: "\(index + 1)", key: key, note: chart.title)
          write(line, cell, currency, to: &writer)
        }
      }
    case .findings(let findings):
      for (index, finding) in findings.enumerated() {
        let place = finding.place?.text
        let values = [
          ("id", finding.id), ("severity", finding.severity.rawValue), ("subject", finding.subject),
          ("message", finding.message), ("advice", finding.advice), ("location", place ?? ""),
        ]
        for (key, value) in values {
          write(Line(section: "findings", row: "\(index + 1)", key: key), .text(value), currency, to: &writer)
        }
      }
    case .paragraph, .list, .lines: break
    }
  }

  /// What a line says apart from its value.
  private struct Line {
    var section: String
    var row = ""
    var key: String
    var verdict: Report.Verdict?
    var note: String?
  }

  /// The end of a line of a table, behind the value; most of those of a column are alike.
  private struct LineEnd {
    private var unit = ""
    private var absence: String?
    private var unitField: [UInt8] = []
    private var absenceField: [UInt8] = []

    mutating func write(_ unit: String, _ absence: String?, to writer: inout CSVWriter) {
      if unit != self.unit {
        self.unit = unit
        unitField = writer.field(unit)
      }
      if absence != self.absence {
        self.absence = absence
        absenceField = writer.field(words(absence ?? ""))
      }
      writer.written(unitField)
      writer.empty()
      writer.written(absenceField)
      writer.endRow()
    }
  }

  private static func write(
    _ line: Line, _ cell: Report.Cell, _ currency: String, to writer: inout CSVWriter
  ) {
    writer.text(words(line.section))
    writer.typed(line.row)
    writer.text(words(line.key))
    write(cell, currency, verdict: line.verdict, note: line.note, to: &writer)
  }

  /// The rest of a line, from the value on.
  private static func write(
    _ cell: Report.Cell, _ currency: String, verdict: Report.Verdict?, note: String?,
    to writer: inout CSVWriter
  ) {
    write(cell, to: &writer)
    writer.text(cell.unit(currency))
    if let verdict { writer.text(words(verdict.label)) } else { writer.empty() }
    switch (cell.absence, note) {
    case (nil, nil): writer.empty()
    case (let reason?, let note?): writer.text(words("\(reason); \(note)"))
    case (let only?, nil), (nil, let only?): writer.text(words(only))
    }
    writer.endRow()
  }

  private static func write(_ cell: Report.Cell, to writer: inout CSVWriter) {
    if let figure = cell.figure {
      guard let number = figure.value, number.isFinite else { return writer.empty() }
      return writer.number(number)
    }
    switch cell {
    case .text(let text), .date(let text): writer.text(words(text))
    case .computed(_, let plain, _): writer.typed(plain)
    case .verdict(let verdict): writer.text(words(verdict.label))
    case .bar(let share) where share.isFinite: writer.number(share)
    case .sparkline(let values):
      writer.typed(values.map { $0.isFinite ? JSONText.number($0) : "" }.joined(separator: " "))
    default: writer.empty()
    }
  }

  /// The text without zero bytes, which no reader of CSV takes, and with what steers a terminal shown as the escape that
  /// text has; tabs and line ends are words of a cell.
  private static func words(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\0" {
      let isWord = ["\t", "\n", "\r"].contains(scalar) || !SafeText.isUnsafe(scalar)
      if isWord { safe.append(scalar) } else { safe += SafeText.escaped(String(scalar)).unicodeScalars }
    }
    return String(safe)
  }
}
