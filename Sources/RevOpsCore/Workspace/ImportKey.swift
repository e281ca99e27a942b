/// The form in which a header is compared: what people and vendors vary is gone.
///
/// Small letters and digits of ASCII alone; accents are dropped, `&` is `and`, `(%)` is `pct`, and `*` and
/// what stands in square brackets is left out. `Probability (%)` is `probabilitypct`, `StageName` is
/// `stagename`. A header in another script has an empty key, which matches nothing.
struct ImportKey: Hashable, Sendable {
  let text: String

  init(_ header: String) {
    var key: [UInt8] = []
    key.reserveCapacity(header.utf8.count)
    var brackets = 0
    for scalar in header.unicodeScalars {
      switch scalar {
      case "[": brackets += 1
      case "]": brackets = max(0, brackets - 1)
      case _ where brackets > 0: continue
      case "&": key += "and".utf8
      case "%": key += "pct".utf8
      default: Self.add(scalar, to: &key)
      }
    }
    text = String(decoding: key, as: UTF8.self)
  }

  /// Adds the ASCII letters or digits that a scalar stands for, in small letters; nothing for a sign or a blank.
  static func add(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: key.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: key.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
    case 0..<0x80: break
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:  // full width
      if let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { add(narrow, to: &key) }
    case 0xDF, 0x1E9E: key += "ss".utf8
    default: key += latinLetter(scalar.properties.name ?? "").utf8
    }
  }

  /// The letter in a Unicode name such as `LATIN SMALL LETTER E WITH ACUTE`.
  private static func latinLetter(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count <= 2 else {
      return ""
    }
    return words[3].lowercased()
  }
}
