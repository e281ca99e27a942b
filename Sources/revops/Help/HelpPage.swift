/// A page of help before it is text for a terminal or a part of the man page.
struct HelpPage {
  /// One thing on a page.
  enum Block {
    case heading(String)
    case paragraph(String)
    /// Names with what they mean.
    case terms([Term])
    /// Lines to copy, each with what it does.
    case examples([CommandSpec.Example])
  }

  /// A name and what it means.
  struct Term {
    let name: String
    let meaning: String

    init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  var blocks: [Block]

  /// The page as text no wider than 100 columns, and readable from 40 on.
  func text(width: Int) -> String {
    let width = min(max(width, 40), 100)
    var lines: [String] = []
    for block in blocks {
      if case .heading = block, !lines.isEmpty { lines.append("") }
      if case .paragraph = block, lines.last?.isEmpty == false, lines.count > 1 { lines.append("") }
      lines += block.lines(width: width)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension HelpPage {
  /// The commands of one area.
  init(area: [CommandSpec]) {
    self.init(blocks: [.terms(area.map { Term($0.usage, $0.summary) })])
  }
}

extension HelpPage.Block {
  fileprivate func lines(width: Int) -> [String] {
    switch self {
    case .heading(let title): [title]
    case .paragraph(let text): wrap(text, width: width)
    case .terms(let terms): terms.flatMap { $0.lines(nameWidth: nameWidth(of: terms, width), width: width) }
    case .examples(let examples):
      examples.flatMap { example in
        folded(example.line, width: width) + wrap(example.does, width: width - 6).map { "      " + $0 }
      }
    }
  }

  /// How wide the names are that have their meaning beside them; on a narrow terminal few have room for it.
  private func nameWidth(of terms: [HelpPage.Term], _ width: Int) -> Int {
    terms.map(\.name.utf8.count).filter { $0 <= (width < 60 ? width / 3 : 24) }.max() ?? 0
  }
}

extension HelpPage.Term {
  /// The name, and beside it the meaning; below it where the name is longer than others.
  fileprivate func lines(nameWidth: Int, width: Int) -> [String] {
    let indent = nameWidth + 4
    let meaning = wrap(meaning, width: width - indent)
    let padding = String(repeating: " ", count: indent)
    guard name.utf8.count <= nameWidth, let first = meaning.first else {
      return ["  " + name] + meaning.map { padding + $0 }
    }
    let gap = String(repeating: " ", count: nameWidth - name.utf8.count + 2)
    return ["  " + name + gap + first] + meaning.dropFirst().map { padding + $0 }
  }
}

/// A line to copy, indented; one that is too long goes on behind a backslash, cut between words outside of quotes.
private func folded(_ line: String, width: Int) -> [String] {
  guard line.utf8.count + 2 > width else { return ["  " + line] }
  var words: [String] = [""]
  var isQuoted = false
  for character in line {
    if character == "'" || character == "\"" { isQuoted.toggle() }
    if character == " ", !isQuoted { words.append("") } else { words[words.count - 1].append(character) }
  }
  // An option stays with its value.
  var parts: [String] = []
  for word in words {
    let follows = parts.last.map { $0.hasPrefix("--") && !$0.contains(" ") && !$0.contains("=") } ?? false
    if follows, !word.hasPrefix("-") { parts[parts.count - 1] += " " + word } else { parts.append(word) }
  }
  var lines: [String] = []
  for part in parts {
    if let last = lines.last, last.count + 3 + part.count + (lines.count > 1 ? 4 : 2) <= width {
      lines[lines.count - 1] = last + " " + part
    } else {
      lines.append(part)
    }
  }
  return lines.enumerated().map { index, text in
    (index == 0 ? "  " : "      ") + text + (index < lines.count - 1 ? " \\" : "")
  }
}

/// Lines of at most `width` bytes, cut between words; a longer word stands alone.
func wrap(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return line.isEmpty ? lines : lines + [line]
}
