/// Safe text cut into lines by the columns it takes.
enum TextLines {
  /// Words filled into lines of at most `width` columns; a longer word is cut, a path or key behind one of its parts.
  static func wrapped(_ text: String, width: Int) -> [String] {
    let width = max(width, 2)
    if DisplayWidth.of(text) <= width { return [text] }
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ").map(String.init) {
      let size = DisplayWidth.of(word)
      if columns > 0, columns + 1 + size <= width {
        line += " " + word
        columns += 1 + size
        continue
      }
      if columns > 0 { lines.append(line) }
      var pieces = size <= width ? [word] : cut(word, width: width, atSeams: true)
      line = pieces.popLast() ?? ""
      columns = DisplayWidth.of(line)
      lines += pieces
    }
    if columns > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The text in at most `width` columns, its end replaced by the mark where it is longer.
  static func shortened(_ text: String, width: Int, mark: String) -> String {
    if DisplayWidth.of(text) <= width { return text }
    let room = width - DisplayWidth.of(mark)
    guard room > 0 else { return String(repeating: ".", count: max(width, 0)) }
    return (cut(text, width: room).first ?? "") + mark
  }

  /// The text with spaces behind it up to `width` columns, or before it where it is aligned right.
  static func padded(_ text: String, width: Int, alignedRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return alignedRight ? spaces + text : text + spaces
  }

  /// Pieces of at most `width` columns; what a reader sees as one character stays whole.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The columns of a piece.
  ///   - atSeams: Whether a piece ends behind a sign that joins parts, where half of the columns at least are filled.
  /// - Returns: The pieces, one at least.
  private static func cut(_ text: String, width: Int, atSeams: Bool = false) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var columns = 0
    // How much of the piece ends behind a seam, in characters and in columns.
    var seam = (length: 0, columns: 0)
    for character in text {
      let size = DisplayWidth.of(String(character))
      if columns + size > width, columns > 0 {
        let rest = atSeams && seam.columns * 2 >= width ? String(piece.dropFirst(seam.length)) : ""
        pieces.append(String(piece.dropLast(rest.count)))
        piece = rest
        columns = DisplayWidth.of(rest)
        if columns + size > width, columns > 0 {
          pieces.append(piece)
          piece = ""
          columns = 0
        }
        seam = (0, 0)
      }
      piece.append(character)
      columns += size
      if seams.contains(character) { seam = (piece.count, columns) }
    }
    pieces.append(piece)
    return pieces
  }

  /// The signs between the parts of paths, keys and addresses.
  private static let seams: Set<Character> = ["/", "\\", ".", "_", "-", ":", ",", ";", "=", "&", "?", "@"]
}
