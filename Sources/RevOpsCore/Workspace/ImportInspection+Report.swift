extension ImportInspection {
  /// What the file is, laid out for people.
  public var report: Report {
    let sections = [
      fileSection, columnSection, valueSection, timeSection, stageSection,
      wordSection("currencies", "Currencies", "Currency", currencies, note: currencyRule),
      wordSection("categories", "Forecast categories", "Category", categories),
      wordSection("owners", "Owners", "Owner", owners, note: ownerRule), missingSection, dataSection,
    ]
    return Report(title: "Export: \(file)", sections: sections.compactMap(\.self))
  }

  private var fileSection: Report.Section? {
    var figures = [
      Report.KeyFigure("table", "Table", .text(table?.rawValue ?? "none that is known"), note: tableNote),
      Report.KeyFigure("vendor", "Vendor", .text(vendor.title), note: evidence),
      Report.KeyFigure("rows", "Rows", .count(.value(Double(rows)))),
      Report.KeyFigure("encoding", "Encoding", .text(reading.encoding.rawValue)),
      Report.KeyFigure("separator", "Separator", .text(CSVSeparator.name(reading.separator))),
      Report.KeyFigure("header_line", "Header on line", .count(.value(Double(reading.headerLine)))),
    ]
    let left = [
      ("preamble_lines", "Lines above it", reading.preambleLines, nil),
      ("footer_rows", "Totals and notices", reading.footerRows, reading.firstFooterLine),
      ("blank_rows", "Blank rows", reading.blankRows, nil),
      ("short_rows", "Rows cut short", reading.shortRows, reading.firstShortLine),
    ]
    for (key, label, count, line) in left where count > 0 {
      let note = line.map { count == 1 ? "line \($0)" : "from line \($0) on" }
      figures.append(Report.KeyFigure(key, label, .count(.value(Double(count))), note: note))
    }
    if let deletedRows {
      figures.append(
        .init(
          "deleted_rows", "Deleted in the CRM", .count(.value(Double(deletedRows))),
          note: deletedRows > 0 ? "counted nowhere" : nil))
    }
    if let repeats {
      let lines = repeats.lines.map { "\($0)" }.joined(separator: ", ")
      let more = repeats.rows > repeats.lines.count ? " and more" : ""
      figures.append(
        .init(
          "repeats", "Rows that repeat an id", .count(.value(Double(repeats.rows))),
          note: repeats.rows > 0 ? "\(repeats.lines.count == 1 ? "line" : "lines") \(lines)\(more)" : nil))
    }
    return Report.Section("file", "File", [.figures(figures)])
  }

  private var tableNote: String? { table == nil ? "say --table NAME to have it read as one" : nil }

  private var evidence: String? {
    vendorEvidence.isEmpty ? nil : "by " + vendorEvidence.prefix(4).map { "'\($0)'" }.joined(separator: ", ")
  }

  private var columnSection: Report.Section? {
    guard !mapping.isEmpty || !unused.isEmpty || !stageDates.isEmpty else { return nil }
    let rows = mapping.map { match in
      [Report.Cell.text(match.column), .text(match.header), .text(match.kind.rawValue)]
    }
    let columns = [Report.Column("column", "Column"), .init("header", "In the file"), .init("kind", "Holds")]
    var blocks: [Report.Block] =
      mapping.isEmpty ? [] : [.table(Report.Table("mapping", columns: columns, rows: rows))]
    if !stageDates.isEmpty {
      blocks.append(.paragraph("read as a stage history: " + stageDates.joined(separator: ", ")))
    }
    if !unused.isEmpty { blocks.append(.paragraph("not read: " + unused.joined(separator: ", "))) }
    return Report.Section("mapping", "Columns", blocks)
  }

  /// How dates, numbers and rates are read, and which cells show it.
  private var valueSection: Report.Section? {
    let rows =
      dates.map { row($0.header, $0.order.words, $0.examples.map { ($0.line, $0.text) }) }
      + numbers.map {
        row($0.header, $0.decimal.words(readAs: $0.readAs), $0.examples.map { ($0.line, $0.text) })
      }
      + rates.map { row($0.header, "\($0.isPercent ? "25 is 25%" : "0.25 is 25%"): \($0.because)", []) }
    guard !rows.isEmpty else { return nil }
    let columns = [
      Report.Column("header", "Column"), .init("read_as", "Read as"), .init("proof", "Shown by"),
    ]
    return Report.Section(
      "values", "Dates and numbers", [.table(Report.Table("values", columns: columns, rows: rows))])
  }

  /// The columns with times of day, and whose day they count for.
  private var timeSection: Report.Section? {
    guard !times.isEmpty else { return nil }
    let rows = times.map { column in
      [
        Report.Cell.text(column.header), .count(.value(Double(column.withOffset))),
        .count(.value(Double(column.withoutOffset))),
        .text("'\(column.example.text)' on line \(column.example.line)"),
      ]
    }
    let columns = [
      Report.Column("header", "Column"), .init("with_offset", "With an offset"),
      .init("without_offset", "Without"), .init("example", "Shown by"),
    ]
    let rule =
      "A moment with an offset from UTC counts for its day in 'company.timezone', which is UTC unless the workspace "
      + "says otherwise; a time without one counts for the day that is written."
    return Report.Section(
      "times", "Times of day",
      [.table(Report.Table("times", columns: columns, rows: rows)), .paragraph(rule)])
  }

  private func row(_ header: String, _ words: String, _ examples: [(line: Int, text: String)]) -> [Report
    .Cell]
  {
    let proof = examples.map { "'\($0.text)' on line \($0.line)" }.joined(separator: ", ")
    return [.text(header), .text(words), proof.isEmpty ? .blank : .text(proof)]
  }

  private var stageSection: Report.Section? {
    guard !stages.isEmpty else { return nil }
    let rows = stages.map { [Report.Cell.text($0.stage), .count(.value(Double($0.rows)))] }
    let columns = [Report.Column("stage", "Stage"), .init("rows", "Rows")]
    return Report.Section("stages", "Stages", [.table(Report.Table("stages", columns: columns, rows: rows))])
  }

  /// The words of a column with their rows, the first twenty of them.
  private func wordSection(
    _ key: String, _ title: String, _ heading: String, _ words: [Word], note: String? = nil
  ) -> Report.Section? {
    guard !words.isEmpty else { return nil }
    let rows = words.prefix(20).map { word in
      [Report.Cell.text(word.name.isEmpty ? "(none)" : word.name), .count(.value(Double(word.rows)))]
    }
    let columns = [Report.Column("name", heading), .init("rows", "Rows")]
    let table = Report.Table(key, columns: columns, rows: rows, hidden: words.count - rows.count)
    return Report.Section(key, title, [.table(table)] + (note.map { [.paragraph($0)] } ?? []))
  }

  private var currencyRule: String? {
    guard currencies.contains(where: { !$0.name.isEmpty && Currency($0.name) != .usd }) else { return nil }
    return
      "No rate is known, and 'company.currency' is USD unless a workspace says otherwise: name the currency of all "
      + "amounts there, or give the rates of others under 'company.fx'."
  }

  private var ownerRule: String? {
    guard table == .opportunities else { return nil }
    return
      "Where 'data' gives 'reps', an owner who is not among them is an error. Rows without an owner count as "
      + "(none)."
  }

  private var missingSection: Report.Section? {
    guard !missing.isEmpty else { return nil }
    let rows = missing.map { missing in
      [
        Report.Cell.text(missing.column), .text(missing.isRequired ? "needed" : "optional"),
        missing.feeds.isEmpty ? .blank : .text(missing.feeds.joined(separator: ", ")),
      ]
    }
    let columns = [
      Report.Column("column", "Column"), .init("is_required", "Is"), .init("feeds", "Without it, less of"),
    ]
    var blocks: [Report.Block] = [.table(Report.Table("missing", columns: columns, rows: rows))]
    if !disabled.isEmpty {
      blocks.append(.paragraph("cannot run without what is needed: " + disabled.joined(separator: ", ")))
    }
    return Report.Section("missing", "Missing", blocks)
  }

  private var dataSection: Report.Section? {
    guard !data.isEmpty else { return nil }
    let lines = data.split(separator: "\n").map(String.init)
    return Report.Section("data", "For revops.yaml", [.lines(lines)])
  }
}

extension DateOrderProof.Verdict {
  fileprivate var words: String {
    switch self {
    case .settled: "dates that leave nothing open"
    case .dmy: "day first"
    case .mdy: "month first"
    case .ambiguous: "day or month first: say date_order"
    case .contradictory: "day first and month first, mixed"
    }
  }
}

extension DecimalProof.Verdict {
  fileprivate func words(readAs mark: String) -> String {
    switch self {
    case .none: "whole numbers"
    case .point, .comma: "decimal \(mark)"
    case .grouped: "decimal \(mark): groups of three are thousands in such a file"
    case .ambiguous: "thousands or three decimals: say decimal"
    case .contradictory: "decimal point and decimal comma, mixed"
    }
  }
}
