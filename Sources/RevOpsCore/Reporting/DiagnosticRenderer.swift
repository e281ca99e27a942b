/// Writes problems of an input the way compilers do, with the user's own line and a caret under what is meant.
///
///     plan.yaml:14:17: error: 'new_win_rate' is 25, but a rate is a percentage or a fraction
///        |
///     14 |   new_win_rate: 25
///        |                 ^^ did you mean 25%?
public enum DiagnosticRenderer {
  /// All problems as text for standard error, each ending in a line feed.
  public static func render(_ diagnostics: [Diagnostic], _ options: RenderOptions) -> String {
    let style = TextStyle(options)
    let lines = diagnostics.flatMap { self.lines(of: $0, style, width: options.width) }
    return lines.map { LogCommand.disarmed($0) + "\n" }.joined()
  }

  /// All problems as a JSON document.
  public static func json(_ diagnostics: [Diagnostic]) -> String {
    JSONText.pretty(
      .object([.init("schema", "revops.diagnostics/1"), .init("diagnostics", .array(diagnostics.map(value)))])
    )
  }

  private static func lines(of diagnostic: Diagnostic, _ style: TextStyle, width: Int) -> [String] {
    let tone = style.tone(diagnostic.severity)
    var lines = [head(diagnostic.place, diagnostic.severity.word, tone, diagnostic.message, style)]
    if let place = diagnostic.place, !place.excerpt.isEmpty {
      lines += Excerpt(place, style, width: width).lines(hint: diagnostic.hint, tone)
    } else if let hint = diagnostic.hint {
      lines.append("  " + style.safe(hint))
    }
    for note in diagnostic.notes { lines.append(head(note.place, "note", .note, note.message, style)) }
    return lines
  }

  private static func head(
    _ place: Place?, _ kind: String, _ tone: TextStyle.Tone, _ message: String, _ style: TextStyle
  ) -> String {
    let start =
      place.map { style.painted(style.safe("\($0.text):"), .strong) + " " } ?? ""
    return start + style.painted(kind + ":", tone) + " " + style.safe(message)
  }

  private static func value(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      .init("id", .string(diagnostic.id)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("message", .string(diagnostic.message)),
      .init("location", diagnostic.place.map(JSONRenderer.location) ?? .null),
      .init("hint", diagnostic.hint.map(JSONValue.string) ?? .null),
      .init(
        "notes",
        .array(
          diagnostic.notes.map { note in
            .object([
              .init("message", .string(note.message)),
              .init("location", note.place.map(JSONRenderer.location) ?? .null),
            ])
          })),
    ])
  }
}

/// The line a problem stands on, cut around it where it is long, with the caret by columns of the terminal.
private struct Excerpt {
  let line: Int
  let style: TextStyle
  let text: String
  let caretStart: Int
  let caretWidth: Int

  init(_ place: Place, _ style: TextStyle, width: Int) {
    line = place.line
    self.style = style
    let digits = "\(place.line)".utf8.count
    let pieces = Self.pieces(of: place.excerpt, style)
    let first = min(max(place.column - place.excerptColumn, 0), pieces.count)
    let last = min(first + max(place.length, 0), pieces.count)
    let columns = Self.columns(of: pieces)
    let start = columns[first]
    let end = max(columns[last], start + 1)
    let room = max(width, 40) - digits - 3
    guard columns[pieces.count] > room else {
      text = pieces.joined()
      caretStart = start
      caretWidth = end - start
      return
    }
    // The caret's start is shown with a third of the room before it, and cut marks where text is missing.
    let mark = style.ascii ? "..." : "…"
    let markWidth = DisplayWidth.of(mark)
    let from =
      columns.firstIndex { $0 >= max(0, min(start - room / 3, columns[pieces.count] - room + markWidth)) }
      ?? 0
    let lead = from > 0 ? markWidth : 0
    var to = from
    while to < pieces.count, columns[to + 1] - columns[from] + lead + markWidth <= room { to += 1 }
    if columns[pieces.count] - columns[from] + lead <= room { to = pieces.count }
    text = (from > 0 ? mark : "") + pieces[from..<to].joined() + (to < pieces.count ? mark : "")
    caretStart = start - columns[from] + lead
    caretWidth = max(1, min(end, columns[to]) - start)
  }

  func lines(hint: String?, _ tone: TextStyle.Tone) -> [String] {
    let number = "\(line)"
    let gutter = String(repeating: " ", count: number.utf8.count) + " |"
    let carets = String(repeating: "^", count: caretWidth) + (hint.map { " " + style.safe($0) } ?? "")
    let pad = String(repeating: " ", count: caretStart)
    return [
      style.painted(gutter, .faint), style.painted("\(number) |", .faint) + " " + text,
      style.painted(gutter, .faint) + " " + pad + style.painted(carets, tone),
    ]
  }

  /// What is shown for each scalar of the line: a tab as spaces up to the next fourth column.
  private static func pieces(of excerpt: String, _ style: TextStyle) -> [String] {
    var meter = DisplayWidth.Meter()
    return excerpt.unicodeScalars.map { scalar in
      let piece =
        scalar == "\t" ? String(repeating: " ", count: 4 - meter.columns % 4) : style.safe(String(scalar))
      for scalar in piece.unicodeScalars { meter.add(scalar) }
      return piece
    }
  }

  /// The column before each piece, and after the last.
  private static func columns(of pieces: [String]) -> [Int] {
    var meter = DisplayWidth.Meter()
    var columns = [0]
    for piece in pieces {
      for scalar in piece.unicodeScalars { meter.add(scalar) }
      columns.append(meter.columns)
    }
    return columns
  }
}
