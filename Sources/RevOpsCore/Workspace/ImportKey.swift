/// The form in which a header is compared: what people and vendors vary is gone.
///
/// Small letters and digits of ASCII alone; accents are dropped, `&` is `and`, `(%)` is `pct`, and `*` and
/// what stands in square brackets is left out. `Probability (%)` is `probabilitypct`, `StageName` is
/// `stagename`. A header in another script has an empty key, which matches nothing.
struct ImportKey: Hashable, Sendable {
  let text: String

  init(_ header: String) {
    var key = ""
    var brackets = 0
    for scalar in header.unicodeScalars {
      switch scalar {
      case "[": brackets += 1
      case "]": brackets = max(0, brackets - 1)
      case _ where brackets > 0: continue
      case "&": key += "and"
      case "%": key += "pct"
      default: key += Self.base(of: scalar)
      }
    }
    text = key
  }

  /// The ASCII letters or digits that a scalar stands for, in small letters; nothing for a sign or a blank.
  static func base(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return String(scalar)
    case 0x41...0x5A: return Unicode.Scalar(scalar.value | 0x20).map { String($0) } ?? ""
    case 0..<0x80: return ""
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:  // full width
      return Unicode.Scalar(scalar.value - 0xFEE0).map { base(of: $0) } ?? ""
    case 0xDF, 0x1E9E: return "ss"
    default: return latinLetter(scalar.properties.name ?? "")
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
