import Testing

@testable import RevOpsCore

@Suite struct JSONTextTests {
  @Test(arguments: [
    (0.25, "0.25"), (100, "100"), (-0.0, "0"), (0.1 + 0.2, "0.30000000000000004"), (1e16, "1e+16"),
    (-2.5, "-2.5"),
    (.leastNonzeroMagnitude, "5e-324"), (123_456_789, "123456789"), (.nan, "null"), (-.infinity, "null"),
  ])
  func numbersTakeTheFewestDigitsThatReadBack(number: Double, text: String) {
    #expect(JSONText.compact(.number(number)) == text)
  }

  @Test(arguments: [
    ("say \"hi\" \\", #""say \"hi\" \\""#), ("a\r\n\tb", #""a\r\n\tb""#),
    ("\u{0}\u{1B}[31m", #""\u0000\u001b[31m""#),
    ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("\u{2028}\u{2029}\u{202E}", #""\u2028\u2029\u202e""#),
    ("Zürich 東京 😀", #""Zürich 東京 😀""#),
  ])
  func textsAreEscapedAsFarAsJSONAndATerminalAsk(text: String, json: String) {
    #expect(JSONText.quoted(text) == json)
  }

  @Test func aDocumentIsIndentedByTwoSpaces() {
    let value = JSONValue.object([
      .init("b", .array([1, .object([.init("c", .null)]), .array([])])), .init("a", .object([])),
    ])
    #expect(
      JSONText.pretty(value) == """
        {
          "b": [
            1,
            {
              "c": null
            },
            []
          ],
          "a": {}
        }

        """)
    #expect(JSONText.compact(value) == #"{"b":[1,{"c":null},[]],"a":{}}"#)
  }
}
