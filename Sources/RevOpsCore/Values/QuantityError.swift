/// Why a text is not the quantity that its place wants.
///
/// The decoder knows the key and the place, and builds the located diagnostic from this.
public struct QuantityError: Error, Hashable, Sendable {
  /// The text as found, fit for a message: no control characters, cut where it is long.
  public let text: String
  /// What is wanted, a clause of its own: `a rate is a percentage or a fraction`.
  public let wanted: String
  /// The way out, to stand beside the caret: `did you mean 25%?`.
  public let hint: String?

  /// Says that a text is not what is wanted.
  public init(_ text: String, _ wanted: String, hint: String? = nil) {
    self.text = QuantityError.printable(text)
    self.wanted = wanted
    self.hint = hint
  }

  /// The whole problem where no key is known: `found '25', but a rate is a percentage or a fraction`.
  public var message: String { "found \(text.isEmpty ? "nothing" : "'\(text)'"), but \(wanted)" }

  /// The whole problem of a key: `'win_rate' is 25, but a rate is a percentage or a fraction`.
  public func message(for key: String) -> String {
    guard !text.isEmpty else { return "'\(key)' is empty, but \(wanted)" }
    let isPlain = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    return "'\(key)' is \(isPlain ? text : "'\(text)'"), but \(wanted)"
  }

  private static func printable(_ text: String) -> String {
    var shown = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < 60 else { return shown + "…" }
      shown.unicodeScalars.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
    }
    return shown
  }

  /// Whether a scalar neither steers a terminal nor changes the direction or the lines of a text.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
    default: true
    }
  }
}
