/// Writes UTF-8 text as a JSON string, quotes included.
///
/// Escaped are the quote, the backslash and the controls below U+0020, as RFC 8259 demands, and the bracket of
/// `##[`, which a build runner would obey.
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
    case ..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      out += "\\u00".utf8
      out += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    default: out.append(byte)
    }
  }
  out.append(UInt8(ascii: "\""))
}
