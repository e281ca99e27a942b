extension ByteCursor {
  /// Says why a text is no number, and what was probably meant.
  func refusedNumber(_ style: NumberStyle = NumberStyle()) -> QuantityError {
    if let meant = withMagnitudeLetter {
      return refused(ByteCursor.magnitudes, hint: "did you mean \(QuantityError(meant, "").text)?")
    }
    let points = bytes.count { $0 == UInt8(ascii: ".") }
    let commas = bytes.count { $0 == UInt8(ascii: ",") }
    guard style.decimalMark == .point, isMostlyDigits, points + commas > 0 else {
      return refused("a number is written like 1200, 1,200, 1.5e6 or 1.2M")
    }
    let settle = "where the comma is the decimal mark, say decimal: comma on the table"
    if points > 1, commas == 0 {
      let isDoubled = text.utf8.elementsEqual(collapsed) == false
      let meant = isDoubled ? "did you mean \(String(decoding: collapsed, as: UTF8.self))?" : settle
      return refused("a number has one decimal point", hint: meant)
    }
    if points > 0, let point = bytes.firstIndex(of: UInt8(ascii: ".")),
      let comma = bytes.firstIndex(of: UInt8(ascii: ",")), point < comma
    {
      return refused("a comma groups the digits before the decimal point", hint: settle)
    }
    return refused("a comma stands before each group of three digits", hint: commaHint(settle))
  }

  static let magnitudes = "thousands, millions and billions are k, M and B right behind the number"

  /// A number behind which its magnitude stands in words or apart, with the letter: `$1.2M` for `$1.2 million`.
  ///
  /// Nil for any other text.
  var withMagnitudeLetter: String? {
    let word = bytes.reversed().prefix { $0.isLetter }
    let number = bytes.dropLast(word.count)
    guard number.contains(where: \.isDigit), !number.contains(where: \.isLetter) else { return nil }
    let letter: String
    switch String(decoding: word.reversed().map(\.lowercased), as: UTF8.self) {
    case "k", "thousand", "thousands": letter = "k"
    case "m", "mm", "mn", "mio", "mil", "million", "millions": letter = "M"
    case "b", "bn", "mrd", "billion", "billions": letter = "B"
    default: return nil
    }
    let digits = number.reversed().drop { $0.isSpace }.reversed()
    // With the letter alone right behind the number something else is wrong.
    guard word.count > 1 || digits.count < number.count else { return nil }
    return String(decoding: Array(digits), as: UTF8.self) + letter
  }

  /// Whether the text is digits and their marks, so that advice about marks makes sense.
  private var isMostlyDigits: Bool {
    bytes.contains { $0.isDigit }
      && bytes.allSatisfy { !$0.isLetter || "kmb".utf8.contains($0.lowercased) }
  }

  /// The text with each run of points as one.
  private var collapsed: [UInt8] {
    var kept: [UInt8] = []
    for byte in bytes where byte != UInt8(ascii: ".") || kept.last != byte { kept.append(byte) }
    return kept
  }

  /// For one comma among digits, the same with a point.
  private func commaHint(_ settle: String) -> String {
    let meant = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    guard meant.count(where: { $0 == UInt8(ascii: ".") }) == 1 else { return settle }
    return "did you mean \(QuantityError(String(decoding: meant, as: UTF8.self), "").text)? \(settle)"
  }
}
