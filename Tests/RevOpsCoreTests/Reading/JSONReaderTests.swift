import Testing

@testable import RevOpsCore

/// What RFC 8259 does not allow, and where it is pointed at.
@Suite struct JSONReaderTests {
  private func errors(_ text: String) throws -> InputErrors {
    try #require(throws: InputErrors.self) {
      try Document.read(SourceText(name: "plan.json", text: text), as: .json)
    }
  }

  @Test(
    "what is wrong is pointed at, with the way out",
    arguments: [
      ("", "json.syntax", 1, 1, ""), ("[1,\n 2", "json.unclosed", 2, 3, "']' is missing"),
      ("{\"a\": 1", "json.unclosed", 1, 8, "'}' is missing"),
      ("[1,]", "json.syntax", 1, 4, "remove the comma"),
      ("{\"a\": 1,\n}", "json.syntax", 2, 1, "remove the comma"),
      ("[1, ,2]", "json.syntax", 1, 5, ""), ("[}", "json.syntax", 1, 2, ""),
      ("{]", "json.syntax", 1, 2, "quotes"),
      ("[tru]", "json.syntax", 1, 2, "double quotes"), ("[NaN]", "json.syntax", 1, 2, "true, false and null"),
      ("['a']", "json.syntax", 1, 2, "double quotes only"), ("[+1]", "json.syntax", 1, 2, "without '+'"),
      ("[.5]", "json.syntax", 1, 2, "digit before the point"),
      ("[01]", "json.number", 1, 2, "only before a point"),
      ("[-01]", "json.number", 1, 2, "only before a point"), ("[1.]", "json.number", 1, 2, "-0.5"),
      ("[-]", "json.number", 1, 2, "-0.5"), ("[1e]", "json.number", 1, 2, "-0.5"),
      ("{a: 1}", "json.syntax", 1, 2, "double quotes"), ("{\"a\" 1}", "json.syntax", 1, 6, "colon"),
      ("[1 2]", "json.syntax", 1, 4, "comma or ']'"),
      ("{\"a\": 1 \"b\": 2}", "json.syntax", 1, 9, "comma or '}'"),
      ("[1] 2", "json.syntax", 1, 5, "one value"), ("\"a", "json.unclosed", 1, 1, "close it"),
      ("\"a\nb\"", "json.unclosed", 1, 1, "\\n"), ("\"a\tb\"", "json.control-character", 1, 3, "\\t"),
      ("\"a\u{1}\"", "json.control-character", 1, 3, "\\u0001"), ("\"\\x\"", "json.escape", 1, 2, "\\\\"),
      ("\"\\u12\"", "json.escape", 1, 2, ""), ("\"\\ud800\"", "json.escape", 1, 2, "two escapes"),
      ("[// c\n1]", "json.syntax", 1, 2, "no comments"), ("[1 # c\n]", "json.syntax", 1, 4, "no comments"),
      ("{// c\n}", "json.syntax", 1, 2, "no comments"), ("[] // c", "json.syntax", 1, 4, "no comments"),
      ("{\"a\" /* c */: 1}", "json.syntax", 1, 6, "no comments"),
      ("{\"a\":1,\"a\":2}", "reading.duplicate-key", 1, 8, "rename"),
    ])
  func pointsAtProblems(text: String, id: String, line: Int, column: Int, hint: String) throws {
    let first = try #require(try errors(text).diagnostics.first)
    #expect(first.id == id)
    #expect(first.place.map { [$0.line, $0.column] } == [line, column], "\(first.message)")
    #expect(hint.isEmpty || first.hint?.contains(hint) == true, "\(first.hint ?? "no hint")")
  }

  @Test("the comma that should not be there, and the bracket that was opened, are told beside it")
  func notesTheOtherEnd() throws {
    #expect(
      try errors("{\"a\": 1 ,\n }").diagnostics.first?.notes.first?.place.map { [$0.line, $0.column] } == [
        1, 9,
      ])
    #expect(
      try errors("{\"b\":\n [1 2]}").diagnostics.first?.notes.first?.place.map { [$0.line, $0.column] } == [
        2, 2,
      ])
  }

  @Test("keys that stand twice are told with what stops the reading, and not without end")
  func tellsDuplicatesToo() throws {
    let both = try errors("{\"b\": {\"a\": 1, \"a\": 2},\n x}").diagnostics
    #expect(both.map(\.id) == ["reading.duplicate-key", "json.syntax"])
    let twice = (0..<500).map { "{\"k\($0)\": 1, \"k\($0)\": 2}" }.joined(separator: ",\n")
    #expect(try errors("[\(twice)]").diagnostics.count == 20)
    #expect(throws: InputErrors.self) { try Document.read(SourceText(name: "a.yaml", text: "[\(twice)]")) }
  }

  @Test("a message shows no control character of a key")
  func showsKeysSafely() throws {
    let message =
      try errors("{\"a\\u0007\\u202eb\": 1, \"a\\u0007\\u202eb\": 2}").diagnostics.first?.message ?? ""
    #expect(message == "key 'a  b' stands twice in one mapping")
  }
}
