import Testing

@testable import RevOpsCore

@Suite struct JSONStringTests {
  @Test(
    "a string is escaped as RFC 8259 demands, and where a terminal or a reader of YAML would not see it as it is",
    arguments: [
      ("", #""""#),
      ("Northwind / Zürich", #""Northwind / Zürich""#),
      ("say \"yes\" \\ no", #""say \"yes\" \\ no""#),
      ("\u{8}\t\n\u{c}\r", #""\b\t\n\f\r""#),
      ("\u{0}\u{1b}\u{1f}\u{7f}", #""\u0000\u001b\u001f\u007f""#),
      ("a\u{85}b\u{9b}\u{a0}ã", "\"a\\u0085b\\u009b\u{a0}ã\""),
      ("\u{2027}\u{2028}\u{2029}\u{202e}\u{2066}", "\"\u{2027}\\u2028\\u2029\\u202e\\u2066\""),
      ("\u{FEFF}\u{FFFD}\u{FFFE}\u{FFFF}😀", "\"\\ufeff\u{FFFD}\\ufffe\\uffff😀\""),
    ])
  func escapes(text: String, expected: String) {
    var out: [UInt8] = []
    appendJSONString(text.utf8, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }
}
