extension ByteCursor {
  /// Says why a text is no number, and what was probably meant.
  func refusedNumber(_ style: NumberStyle = NumberStyle()) -> QuantityError {
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
