import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import RevOpsCore

@Suite struct YAMLReaderTests {
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func read(_ text: String) throws(InputErrors) -> Node {
    try Document.read(SourceText(name: "plan.yaml", text: text)).root
  }

  private func kinds(_ text: String) throws -> [Node.Kind] { try read(text).items.map { $0.kind } }

  @Test("unquoted text is resolved by the core schema of YAML 1.2 alone")
  func resolvesTheCoreSchema() throws {
    #expect(
      try kinds("[no, yes, on, Off, y, 2026-03-31, 12:30, 1_000, 0b1, 1e, .]").allSatisfy { $0 == .string })
    #expect(try kinds("[1, -1, +1, 007, 0o17, 0xfF, -0]").allSatisfy { $0 == .integer })
    #expect(try kinds("[1., .5, -.5e-3, 1e5, .inf, +.INF, .NaN]").allSatisfy { $0 == .float })
    #expect(try kinds("[true, True, FALSE]").allSatisfy { $0 == .bool })
    #expect(try kinds("- ~\n- null\n- Null\n- NULL\n-").allSatisfy { $0 == .null })
    #expect(try kinds("[tRUE, nuLL, nULL, 0o8, 0xg, -0x1, +.nan, '1', \"~\"]").allSatisfy { $0 == .string })
  }

  @Test(
    "spaces that end the file behind a text block are a line of it only where they are deeper",
    arguments: [
      ("|\n  x\n  ", "x\n"), ("|+\n  x\n  ", "x\n"), ("|+\n  x\n\n  ", "x\n\n"), ("|-\n  x\n   ", "x\n "),
      ("|\n  x\n   ", "x\n \n"), (">\n  x\n   ", "x\n \n"), ("|\n  x", "x"), ("|+\n   ", "\n"),
    ])
  func endsInSpaces(block: String, expected: String) throws {
    #expect(try read("note: \(block)")["note"]?.text == expected)
  }

  @Test("every value knows its line, its column and its length")
  func keepsPlaces() throws {
    let root = try read("# plan\nname: 'Zoë'  # who\nquota:\n  ä: [1, \"two\\n\"]\n  text: |\n    x\n")
    func spot(_ node: Node?) -> [Int] {
      node.map { [$0.place.line, $0.place.column, $0.place.length] } ?? []
    }
    #expect(spot(root) == [2, 1, 4])
    #expect(spot(root["name"]) == [2, 7, 5])
    #expect(spot(root["quota"]) == [4, 3, 1])
    #expect(spot(root["quota"]?["ä"]) == [4, 6, 12])
    #expect(spot(root["quota"]?["ä"]?.items.last) == [4, 10, 7])
    #expect(spot(root["quota"]?["text"]) == [5, 9, 1])
    #expect(root["quota"]?["text"]?.text == "x\n")
  }

  @Test(
    "what is wrong is pointed at, with the way out",
    arguments: [
      ("a: 1\n\tb: 2", "yaml.tab", 2, 1, "spaces"),
      ("a:\n\tb: 2", "yaml.tab", 2, 1, "spaces"),
      ("a: note: this", "yaml.colon-in-value", 1, 8, "quotes"),
      ("a: 'x': y", "yaml.colon-in-value", 1, 7, "quotes"),
      ("a: \"open\nb: 1", "yaml.indentation", 2, 1, "close the quote"),
      ("a: 'it's'", "yaml.syntax", 1, 8, "quotes go around"),
      ("a: \"open", "yaml.unclosed", 1, 4, "close it"),
      ("a: [1, 2", "yaml.unclosed", 1, 4, "']' is missing"),
      ("a: [1 }", "yaml.syntax", 1, 7, "']' is wanted"),
      ("a: [\n  1\n]", "yaml.indentation", 3, 1, "closing bracket"),
      ("a:\n    b: 1\n  c: 2", "yaml.indentation", 3, 3, "0 spaces"),
      ("a:\n  - 1\n   - 2\n  - 3: 4\n   5", "yaml.indentation", 5, 4, "2 spaces"),
      ("a\nb: 1", "yaml.colon-in-value", 2, 2, ""),
      ("a: 1\nb", "yaml.missing-colon", 2, 1, "key: value"),
      ("a: 1\nb:2", "yaml.missing-colon", 2, 1, "key: value"),
      ("\"a\":1\nb: 2", "yaml.colon-in-value", 1, 4, ""),
      ("a: \"\\q\"", "yaml.escape", 1, 5, "\\\\"),
      ("a: \"\\ud800\"", "yaml.escape", 1, 5, "hexadecimal"),
      ("a: 1\nb: 2\na: 3", "reading.duplicate-key", 3, 1, "rename"),
      ("a: *x", "yaml.alias", 1, 4, "quotes"),
      ("a: &x [*x]", "yaml.alias", 1, 8, ""),
      ("a: !include b.yaml", "yaml.not-supported", 1, 4, "!!str"),
      ("a: !!int x", "yaml.tag", 1, 10, "tag"),
      ("a: 1\n---\nb: 2", "yaml.not-supported", 2, 1, "file of its own"),
      ("? [a]\n: b", "yaml.not-supported", 1, 3, "key"),
      ("~: b", "yaml.not-supported", 1, 1, "key"),
      ("a: @b", "yaml.syntax", 1, 4, "quotes"),
      ("a: |x\n  b", "yaml.block-scalar", 1, 5, "next line"),
      ("a: \"b\u{1}\"", "yaml.character", 1, 6, "escape"),
      ("a: b\u{7F}", "yaml.character", 1, 5, "double quotes"),
      ("%YAML 2.0\n---\na: 1", "yaml.directive", 1, 1, "remove"),
    ])
  func pointsAtProblems(text: String, id: String, line: Int, column: Int, hint: String) throws {
    let errors = #expect(throws: InputErrors.self) { try read(text) }
    let first = try #require(errors?.diagnostics.first)
    #expect(first.id == id)
    #expect(first.place.map { [$0.line, $0.column] } == [line, column], "\(first.message)")
    #expect(hint.isEmpty || first.hint?.contains(hint) == true, "\(first.hint ?? "no hint")")
  }

  @Test(
    "anchors, tags, keys and directives that cannot stand are pointed at",
    arguments: [
      ("a: &x &y 1", "yaml.syntax", 1, 7, "remove one"), ("a: &x\n  &y 1", "yaml.syntax", 2, 3, "remove one"),
      ("a: !!str !!int 1", "yaml.syntax", 1, 10, "remove one"),
      ("a: !!str\n  !!int 1", "yaml.syntax", 2, 3, "remove one"),
      ("a: & b", "yaml.syntax", 1, 4, "quotes"), ("a: !!str[1]", "yaml.syntax", 1, 4, "quotes"),
      ("a: !<tag b", "yaml.syntax", 1, 4, "quotes"), ("a: !e!x b", "yaml.not-supported", 1, 4, "!!str"),
      ("a: !!seq {b: 1}", "yaml.tag", 1, 4, ""), ("a: !!float 0x1F", "yaml.tag", 1, 12, ""),
      ("a: !!bool 'maybe'", "yaml.tag", 1, 11, ""),
      ("a: &x 1\n&y *x : 2", "yaml.syntax", 2, 4, "before the '*'"),
      ("a: &x 1\nb: &y *x", "yaml.syntax", 2, 7, "before the '*'"),
      ("a: &x 1\nb: &y\n  *x", "yaml.syntax", 3, 3, "before the '*'"),
      ("a: &x 1\nb: [&y *x]", "yaml.syntax", 2, 8, "before the '*'"),
      ("a: &x 1\nb: *x : 2", "yaml.colon-in-value", 2, 7, "quotes"),
      ("a: &x 1\n*x :b", "yaml.missing-colon", 2, 4, "': '"), ("a: &x 1\n*x", "yaml.missing-colon", 2, 1, ""),
      ("a: &x [1]\n*x : 2", "yaml.not-supported", 2, 1, "one word"),
      ("a: 1\n[b]: 2", "yaml.not-supported", 2, 1, "one word"),
      ("{a: 1}: 2", "yaml.not-supported", 1, 1, "one word"),
      ("a: [: b]", "yaml.not-supported", 1, 5, "key"), (": b", "yaml.not-supported", 1, 1, "key"),
      ("a: 1\n: b", "yaml.not-supported", 2, 1, "key"), ("a: {? : b}", "yaml.not-supported", 1, 7, "key"),
      ("a: 1\n- b", "yaml.indentation", 2, 1, "below a key"),
      ("a:\n  - 1\n  b: 2", "yaml.indentation", 3, 3, "'- '"),
      ("a: 1\n# c\n? - b\n: c", "yaml.not-supported", 3, 3, "one word"),
      ("%YAML 1.2\na: 1", "yaml.directive", 1, 1, "'---'"),
      ("%YAML 1.2\n...", "yaml.directive", 1, 1, "'---'"),
      ("%YAML 1.2\n%YAML 1.2\n---\na", "yaml.directive", 2, 1, "remove"),
      ("%TAG !e\n---\na", "yaml.directive", 1, 1, "remove"),
      ("%TAG e! p\n---\na", "yaml.directive", 1, 1, "remove"),
      ("%TAG !e_! p\n---\na", "yaml.directive", 1, 1, "remove"),
      ("%TAG !e! p\n%TAG !e! p\n---\na", "yaml.directive", 2, 1, "remove"),
    ])
  func pointsAtProperties(text: String, id: String, line: Int, column: Int, hint: String) throws {
    try pointsAtProblems(text: text, id: id, line: line, column: column, hint: hint)
  }

  @Test(
    "tabs, brackets and quotes that do not fit are pointed at",
    arguments: [
      ("-\t- a", "yaml.tab", 1, 2, "spaces"), ("-\tb: 1", "yaml.tab", 1, 2, "spaces"),
      ("a: &x 1\nb:\n  -\t*x : 1", "yaml.tab", 3, 4, "spaces"), ("- 'a'\n \t- b", "yaml.tab", 2, 2, "spaces"),
      ("a: [\n\t1]", "yaml.tab", 2, 1, "spaces"), ("a: \"b\n\tc\"", "yaml.tab", 2, 1, "spaces"),
      ("a: |\n\tb", "yaml.tab", 2, 1, "spaces"), ("a: ['b' ? c]", "yaml.syntax", 1, 9, "comma"),
      ("a: {'b' 'c'}", "yaml.syntax", 1, 9, "': ' or a comma"),
      ("a: [b\n  c: d]", "yaml.syntax", 1, 5, "braces"),
      ("a: [,]", "yaml.syntax", 1, 5, "comma"), ("a: ['b', , c]", "yaml.syntax", 1, 10, "comma"),
      ("a: ['b': 'c': d]", "yaml.colon-in-value", 1, 13, "quotes"),
      ("a: ['b'#c\n]", "yaml.syntax", 1, 8, "space"), ("a: [b\n---\n]", "yaml.unclosed", 2, 1, "brackets"),
      ("a: 'open", "yaml.unclosed", 1, 4, "apostrophe"),
      ("a: \"b\n---\nc\"", "yaml.unclosed", 1, 4, "close it"),
      ("a: \"\\x4g\"", "yaml.escape", 1, 5, "hexadecimal"),
      ("a: \"\\U00110000\"", "yaml.escape", 1, 5, "hexadecimal"),
      ("'a'\nb", "yaml.syntax", 2, 1, "one mapping"), ("a: [1]\u{e9}", "yaml.syntax", 1, 7, "new line"),
      ("a: |\u{e9}\n  b", "yaml.block-scalar", 1, 5, "next line"),
      ("a: |\n   \n  b", "yaml.block-scalar", 2, 1, "remove the spaces"),
      ("a: - b", "yaml.syntax", 1, 4, "line of its own"), ("a: ? b", "yaml.syntax", 1, 4, "line of its own"),
      ("a: 1\n|\n  b", "yaml.missing-colon", 2, 1, "key: value"),
      ("a: b #\u{7F}", "yaml.character", 1, 7, ""),
    ])
  func pointsAtSigns(text: String, id: String, line: Int, column: Int, hint: String) throws {
    try pointsAtProblems(text: text, id: id, line: line, column: column, hint: hint)
  }

  @Test("a key has at most 1,024 characters, not bytes, unless '? ' announces it")
  func boundsKeys() throws {
    for (character, length) in [("k", 1024), ("é", 1024)] {
      let key = String(repeating: character, count: length)
      #expect(try read("\(key): 1").entries.first?.key.text == key)
      #expect(try read("[\(key): 1]").items.first?.entries.first?.key.text == key)
      #expect(try read("? \(key)k\n: 1").entries.first?.key.text == key + "k")
      for text in ["\(key)k: 1", "a: 1\n\(key)k: 1", "[\(key)k: 1]"] {
        let errors = #expect(throws: InputErrors.self) { try read(text) }
        #expect(errors?.diagnostics.first?.id == "yaml.long-key")
        #expect(errors?.diagnostics.first?.place?.length == 1025)
      }
    }
  }

  @Test("a value that an alias repeats counts with the levels it stands in")
  func boundsDepthOfAliases() throws {
    func text(_ levels: Int) -> String {
      let open = String(repeating: "[", count: 300)
      let close = String(repeating: "]", count: 300)
      let outer = String(repeating: "[", count: levels)
      return "a: &x \(open)\(close)\nb: \(outer)*x" + String(repeating: "]", count: levels)
    }
    // The mapping, 211 lists and 300 more are 512 levels.
    #expect(try read(text(211)).entries.count == 2)
    let errors = #expect(throws: InputErrors.self) { try read(text(212)) }
    #expect(errors?.diagnostics.first?.id == "reading.too-deep")
    #expect(errors?.diagnostics.first?.place?.line == 2)
  }

  @Test("the whole of a line that does not fit is marked, without its comment")
  func marksTheContentOfALine() throws {
    let errors = #expect(throws: InputErrors.self) { try read("a:\n    b: 1\n  c#d: 2  # x") }
    #expect(errors?.diagnostics.first?.place.map { [$0.line, $0.column, $0.length] } == [3, 3, 6])
  }

  @Test(
    "keys, pairs, aliases and tags in every place they may have; as PyYAML reads them, but for '! 1', which 1.2.2 settles",
    arguments: [
      ("? a", #"{"a":null}"#), ("x:\n  ? a\ny: 1", #"{"x":{"a":null},"y":1}"#),
      ("- ? a\n- b", #"[{"a":null},"b"]"#), ("? a\n? b\n: 1", #"{"a":null,"b":1}"#),
      ("a: &x b\n*x : 1", #"{"a":"b","b":1}"#), ("- &x b\n- *x : 1", #"["b",{"b":1}]"#),
      ("a: &x b\nc: [*x : 1]", #"{"a":"b","c":[{"b":1}]}"#),
      ("a: &x b\nc: {*x : 1}", #"{"a":"b","c":{"b":1}}"#),
      ("[a: ]", #"[{"a":null}]"#), ("[? a : b, c]", #"[{"a":"b"},"c"]"#), ("[? a]", #"[{"a":null}]"#),
      ("{a, b: }", #"{"a":null,"b":null}"#), ("[!!str , b]", #"["","b"]"#), ("{a: !!str }", #"{"a":""}"#),
      ("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 1", #"{"a":"1"}"#),
      ("!<tag:yaml.org,2002:str> 1", #""1""#),
      ("[!!null ~, !!bool true, !!float 1.5, !!float 1, !!float \"2\", !!int '3']", "[null,true,1.5,1,2,3]"),
      ("[! 1, !!str 2]", #"["1","2"]"#), ("&x !!map\n  a: 1", #"{"a":1}"#), ("!!seq\n- a", #"["a"]"#),
      ("a: !!str\nb: 1", #"{"a":"","b":1}"#), ("- &x\n- *x", "[null,null]"), ("%FOO bar\n---\n1", "1"),
    ])
  func reads(text: String, expected: String) throws {
    let root = try read(text)
    #expect(PlainJSON(root) == PlainJSON(bytes: Array(expected.utf8)))
  }

  @Test("all keys that stand twice are told, each with the first of them")
  func tellsAllDuplicates() throws {
    let errors = #expect(throws: InputErrors.self) { try read("a: 1\n'a': 2\nb: {c: 1, \"\\x63\": 2}\nx\n") }
    #expect(
      errors?.diagnostics.map { $0.place?.line } == [3, 4],
      "the mapping of 'a' is not complete: line 4 is no key")
    #expect(errors?.diagnostics.first?.notes.first?.place?.column == 5)
  }

  @Test("a long text that aliases repeat is bounded too")
  func boundsRepeatedText() {
    let text = String(repeating: "x", count: 200_000)
    let lines = String(repeating: "- *a\n", count: 100)
    for value in [text, "'\(text)'", "\"\\n\(text)\"", "|\n    \(text)"] {
      let errors = #expect(throws: InputErrors.self) { try read("- &a \(value)\n\(lines)") }
      #expect(errors?.diagnostics.first?.id == "yaml.alias-expansion")
    }
  }

  @Test("aliases repeat a value, and a bomb of them is refused where it goes off")
  func boundsAliases() throws {
    #expect(try read("a: &x {b: 1}\nc: *x\n")["c"]?["b"]?.text == "1")
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      bomb += "a\(level): &a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
    }
    let start = threadSeconds()
    let errors = #expect(throws: InputErrors.self) { try read(bomb) }
    // Processor time of this thread, so that a busy machine changes nothing: written out it would take hours.
    let seconds = threadSeconds() - start
    #expect(errors?.diagnostics.first?.id == "yaml.alias-expansion")
    // Line n adds ten times 111…1 of n digits: 110 on line 2, above a million in all on line 6.
    #expect(errors?.diagnostics.first?.place?.line == 6)
    // A sanitizer's build takes three to four times as long.
    let isWatched = dlsym(nil, "__tsan_init") != nil || dlsym(nil, "__asan_init") != nil
    #expect(seconds < (isWatched ? 10 : 1))
  }

  @Test(
    "nesting beyond 512 levels is refused where it stands, however deep",
    arguments: [512, 513, 10_000, 1_000_000])
  func boundsDepth(levels: Int) throws {
    let brackets = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    for (text, name) in [
      (brackets, "a.json"), (brackets, "a.yaml"), (String(repeating: "- ", count: levels) + "x", "a.yaml"),
      (String(repeating: "{a: ", count: levels) + "x" + String(repeating: "}", count: levels), "a.yaml"),
    ] {
      // A million of the last two takes seconds in a debug build and shows nothing that 10,000 do not.
      guard levels <= 10_000 || text == brackets else { continue }
      let source = SourceText(name: name, text: text)
      if levels <= 512 {
        #expect(try Document.read(source).root.kind != .string)
      } else {
        let errors = #expect(throws: InputErrors.self) { try Document.read(source) }
        #expect(errors?.diagnostics.first?.id == "reading.too-deep")
        #expect(errors?.diagnostics.first?.place?.line == 1)
      }
    }
  }

  @Test("200,000 keys are read, and the one that stands twice is found")
  func readsManyKeys() throws {
    let text = (0..<200_000).map { "key_\($0): \($0)\n" }.joined()
    #expect(try read(text).entries.count == 200_000)
    let errors = #expect(throws: InputErrors.self) { try read(text + "key_777: 1\n") }
    #expect(errors?.diagnostics.first?.notes.first?.place?.line == 778)
  }

  @Test("byte-order marks and UTF-16 are read, and bytes that are no text are refused with their place")
  func readsEncodings() throws {
    func read(_ bytes: [UInt8]) throws(InputErrors) -> Node {
      try Document.read(SourceText(name: "a.yaml", bytes: bytes)).root
    }
    let text = "a: é"
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).entries.first?.key.place.column == 1)
    #expect(
      try read([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })["a"]?.text == "é")
    #expect(
      try read([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })["a"]?.text == "é")
    let errors = #expect(throws: InputErrors.self) { try read(Array("a: é\nb: ".utf8) + [0xC3, 0x28]) }
    #expect(errors?.diagnostics.first?.place.map { [$0.line, $0.column] } == [2, 4])
    #expect(errors?.diagnostics.first?.id == "reading.encoding")
  }
}
