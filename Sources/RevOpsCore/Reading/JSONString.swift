/// Writes UTF-8 text as a JSON string, quotes included.
///
/// Escaped are the quote, the backslash and the controls below U+0020, as RFC 8259 demands; the bracket of `##[`, which
/// a build runner would obey; and what a terminal obeys or a reader of YAML takes for a line break, drops or refuses.
func appendJSONString(_ text: some Collection<UInt8>, to out: inout [UInt8]) {
  out.append(UInt8(ascii: "\""))
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "[") where LogCommand.opens(behind: out): out += "\\u005b".utf8
    case 0x08: out += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
    case 0x09: out += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case 0x0A: out += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case 0x0C: out += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
    case 0x0D: out += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case ..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      out += "\\u00".utf8
      out += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    case 0x80...0xBF:
      out.append(byte)
      escapeUnsafeEnd(of: &out)
    default: out.append(byte)
    }
  }
  out.append(UInt8(ascii: "\""))
}

/// Puts an escape in place of the scalar that text ends with, where it must not stand there itself.
private func escapeUnsafeEnd(of out: inout [UInt8]) {
  guard let start = out.suffix(3).lastIndex(where: { $0 >= 0xC0 }), [0xC2, 0xE2, 0xEF].contains(out[start]),
    let scalar = String(decoding: out[start...], as: UTF8.self).unicodeScalars.first,
    SafeText.isUnsafe(scalar) || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
  else { return }
  out.removeSubrange(start...)
  let digits = String(scalar.value, radix: 16)
  out += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
}
