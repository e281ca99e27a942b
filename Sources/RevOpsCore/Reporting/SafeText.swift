/// Text of a user's file made safe for a terminal and a build log.
enum SafeText {
  /// Whether a scalar acts on what shows it rather than being seen.
  ///
  /// Control characters, line and paragraph separators, and the overrides and isolates that reorder a line. All
  /// of them lie below U+10000.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text with each unsafe scalar shown as an escape: `\n`, `\u{1b}`.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) { safe += escape(scalar).unicodeScalars } else { safe.append(scalar) }
    }
    return String(safe)
  }

  /// The text with everything outside ASCII shown as an escape too, apart from what has an ASCII twin.
  static func ascii(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      if let twin = asciiTwins[scalar] {
        safe += twin
      } else if scalar.isASCII, !isUnsafe(scalar) {
        safe.unicodeScalars.append(scalar)
      } else {
        safe += escape(scalar)
      }
    }
    return safe
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16))}"
    }
  }

  /// Signs our own texts use, with what stands for them where only ASCII may.
  private static let asciiTwins: [Unicode.Scalar: String] = [
    "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "…": "...", "·": "-", "×": "x",
    "→": "->", "≥": ">=", "≤": "<=", "≈": "~", "±": "+/-", "÷": "/", "€": "EUR ", "£": "GBP ", "¥": "JPY ",
    "₹": "INR ", "₩": "KRW ", "₪": "ILS ", "\u{A0}": " ", "\u{202F}": " ",
  ]
}
