import Testing

@testable import RevOpsCore

@Suite struct JSONStringTests {
  @Test(
    "a string is escaped as RFC 8259 demands and no further",
    arguments: [
      ("", #""""#),
      ("Northwind / Zürich", #""Northwind / Zürich""#),
      ("say \"yes\" \\ no", #""say \"yes\" \\ no""#),
      ("\u{8}\t\n\u{c}\r", #""\b\t\n\f\r""#),
      ("\u{0}\u{1b}\u{1f}\u{7f}", "\"\\u0000\\u001b\\u001f\u{7f}\""),
    ])
  func escapes(text: String, expected: String) {
    var out: [UInt8] = []
    appendJSONString(text.utf8, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }
}
