/// Lays a table out in columns, or row by row where the columns do not fit.
struct TextTable {
  let shown: ShownTable
  let currency: String
  let style: TextStyle
  let width: Int

  /// The lines under an indent of two columns.
  func lines() -> [String] {
    guard !shown.table.columns.isEmpty else { return [] }
    guard !shown.all.isEmpty else { return ["  " + style.painted("no rows", .faint)] }
    // Numbers lose digits before words lose letters to narrow columns.
    for (isCompact, narrowest) in [(false, 16), (true, 16), (true, 8)] {
      let grid = Grid(self, isCompact: isCompact)
      if let widths = grid.widths(room: width - 2, narrowest: narrowest) {
        return grid.lines(widths) + notes()
      }
    }
    return stacked() + notes()
  }

  /// What was left out, and why cells are empty.
  private func notes() -> [String] {
    shown.notes.flatMap { note in
      TextLines.wrapped(style.safe(note), width: width - 2).map { "  " + style.painted($0, .faint) }
    }
  }

  /// Each row as a block of its own, a line a column.
  private func stacked() -> [String] {
    let labels = shown.table.columns.map { style.safe($0.title) }
    let labelWidth = min(labels.map { DisplayWidth.of($0) }.max() ?? 0, (width - 6) / 2)
    var lines: [String] = []
    for row in shown.all {
      if !lines.isEmpty { lines.append("") }
      for (index, label) in labels.enumerated() {
        let cell = row[index]
        if cell == .blank { continue }
        let names = TextLines.wrapped(label, width: labelWidth)
        let values = TextLines.wrapped(style.text(cell, currency), width: width - labelWidth - 4)
        for line in 0..<max(names.count, values.count) {
          let name = TextLines.padded(line < names.count ? names[line] : "", width: labelWidth)
          let value = line < values.count ? style.painted(values[line], style.tone(cell)) : ""
          lines.append("  " + name + "  " + value)
        }
      }
    }
    return lines
  }
}

/// The texts of a table with the widths they ask for.
private struct Grid {
  struct Entry {
    var text: String
    var tone: TextStyle.Tone
  }

  let style: TextStyle
  let heads: [String]
  let rows: [[Entry]]
  let total: [Entry]?
  /// Whether a column holds figures, which are aligned right.
  let isNumeric: [Bool]
  /// Whether a column holds what cannot be wrapped: figures and pictures.
  let isRigid: [Bool]

  init(_ table: TextTable, isCompact: Bool) {
    style = table.style
    heads = table.shown.table.columns.map { table.style.safe($0.title) }
    func entries(_ row: [Report.Cell]) -> [Entry] {
      row.map { cell in
        let text = table.style.text(cell, table.currency, isCompact: isCompact)
        return Entry(text: text, tone: table.style.tone(cell))
      }
    }
    rows = table.shown.rows.map(entries)
    total = table.shown.total.map(entries)
    let columns = table.shown.table.columns.indices
    isNumeric = columns.map(table.shown.isNumeric)
    isRigid = columns.map { column in
      table.shown.isNumeric(column) || table.shown.all.contains { $0[column].isPicture }
    }
  }

  /// A width for each column so that a line takes at most `room` columns, or nil where none do.
  func widths(room: Int, narrowest: Int) -> [Int]? {
    let room = room - 2 * (heads.count - 1)
    var natural = heads.map { _ in 1 }
    for row in rows + (total.map { [$0] } ?? []) {
      for (column, entry) in row.enumerated() {
        natural[column] = max(natural[column], DisplayWidth.of(entry.text))
      }
    }
    var widths: [Int] = []
    var floors: [Int] = []
    for (column, head) in heads.enumerated() {
      let word = min(head.split(separator: " ").map { DisplayWidth.of($0) }.max() ?? 0, 12)
      widths.append(min(max(natural[column], DisplayWidth.of(head)), room))
      let wanted = max(natural[column], word)
      floors.append(isRigid[column] ? wanted : min(wanted, narrowest))
    }
    guard floors.reduce(0, +) <= room else { return nil }
    for column in widths.indices { widths[column] = max(widths[column], floors[column]) }
    var excess = widths.reduce(0, +) - room
    // Headings give way first, since they wrap without loss, then the widest column of words.
    while excess > 0 {
      let slack = widths.indices.filter { widths[$0] > max(natural[$0], floors[$0]) }
      let candidates = slack.isEmpty ? widths.indices.filter { widths[$0] > floors[$0] } : slack
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  func lines(_ widths: [Int]) -> [String] {
    let rule =
      "  "
      + style.painted(widths.map { String(repeating: style.rule, count: $0) }.joined(separator: "  "), .faint)
    let head = heads.map { Entry(text: $0, tone: .strong) }
    var lines = self.lines(of: head, widths, fromBottom: true) + [rule]
    for row in rows { lines += self.lines(of: row, widths) }
    if let total { lines += [rule] + self.lines(of: total, widths) }
    return lines
  }

  private func lines(of row: [Entry], _ widths: [Int], fromBottom: Bool = false) -> [String] {
    let cells = zip(row, widths).map { TextLines.wrapped($0.text, width: $1) }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = "  "
      var gap = 0
      for (column, cell) in cells.enumerated() {
        let index = fromBottom ? line - (height - cell.count) : line
        let piece = cell.indices.contains(index) ? cell[index] : ""
        let rest = max(0, widths[column] - DisplayWidth.of(piece))
        if isNumeric[column] { gap += rest }
        if !piece.isEmpty {
          text += String(repeating: " ", count: gap) + style.painted(piece, row[column].tone)
          gap = 0
        }
        gap += 2 + (isNumeric[column] ? 0 : rest)
      }
      return text
    }
  }
}
