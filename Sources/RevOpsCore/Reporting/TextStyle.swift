/// Which signs and colours a text may use.
struct TextStyle {
  /// How a piece of text is meant; colour only ever repeats what a word or sign says.
  enum Tone {
    case plain, strong, faint, good, fair, poor, note
  }

  let ascii: Bool
  let color: Bool

  init(_ options: RenderOptions) {
    ascii = options.ascii
    color = options.color
  }

  var rule: String { ascii ? "-" : "─" }
  var bullet: String { ascii ? "*" : "•" }
  var arrow: String { ascii ? "->" : "→" }
  var dot: String { ascii ? "|" : "·" }

  /// The text with every unsafe scalar escaped, in ASCII where only that may be written.
  func safe(_ text: String) -> String {
    ascii ? SafeText.ascii(text) : SafeText.escaped(text)
  }

  /// The text in the colour of its tone.
  func painted(_ text: String, _ tone: Tone) -> String {
    guard color, !text.isEmpty else { return text }
    let code: String
    switch tone {
    case .plain: return text
    case .strong: code = "1"
    case .faint: code = "2"
    case .good: code = "32"
    case .fair: code = "33"
    case .poor: code = "31"
    case .note: code = "36"
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// A cell as text of this style.
  func text(_ cell: Report.Cell, _ currency: String, isCompact: Bool = false) -> String {
    switch cell {
    case .verdict(let verdict): self.verdict(verdict)
    case .sparkline(let values): CellText.sparkline(values, ascii: ascii)
    case .bar(let share): bar(share, width: isCompact ? 5 : 10, track: true)
    default: safe(CellText.people(cell, currency, isCompact: isCompact))
    }
  }

  /// A verdict behind the sign of its standing.
  func verdict(_ verdict: Report.Verdict) -> String {
    CellText.sign(verdict.standing, ascii: ascii) + " " + safe(verdict.label)
  }

  /// The tone of a cell.
  func tone(_ cell: Report.Cell) -> Tone {
    if case .verdict(let verdict) = cell { return tone(verdict.standing) }
    return cell.absence == nil ? .plain : .faint
  }

  /// The tone of a standing.
  func tone(_ standing: Report.Verdict.Standing) -> Tone {
    switch standing {
    case .good: .good
    case .fair: .fair
    case .poor: .poor
    case .neutral: .plain
    }
  }

  /// The tone of a severity.
  func tone(_ severity: Severity) -> Tone {
    switch severity {
    case .error: .poor
    case .warning: .fair
    case .info: .note
    }
  }

  /// A share of a width as a bar, to an eighth of a column; the rest as a track where asked for.
  func bar(_ share: Double, width: Int, track: Bool = false, isFaint: Bool = false) -> String {
    let eighths = ChartScale.columns(share, of: width * 8)
    let full = ascii ? (eighths + 4) / 8 : eighths / 8
    let block = isFaint ? (ascii ? "=" : "░") : (ascii ? "#" : "█")
    var text = String(repeating: block, count: full)
    let part = eighths % 8
    if !ascii, !isFaint, part > 0 { text += ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][part] }
    guard track else { return text }
    return TextLines.padded(text, width: width).replacingSpaces(with: ascii ? "." : "░")
  }
}

extension String {
  /// The text with another sign for each space.
  fileprivate func replacingSpaces(with sign: Character) -> String {
    String(map { $0 == " " ? sign : $0 })
  }
}
