import Testing

@testable import RevOpsCore

@Suite struct ConvertTests {
  /// No reader of CSV takes one.
  @Test func aZeroByteIsInNoTable() throws {
    let rows = try Document.read(
      SourceText(name: "a.json", text: "[{\"a\": \"x\\u0000\"}, {\"b\\u0000\": 1}]")
    ).root
    let errors = try #require(throws: InputErrors.self) { try rows.tableRows() }
    #expect(errors.diagnostics.map { $0.place?.column } == [8, 21])
    #expect(errors.diagnostics.allSatisfy { $0.message.contains("zero byte") })
  }

  @Test("JSON keeps the digits of numbers, and YAML's own forms become the number of the same value")
  func writesJSON() throws {
    let yaml = """
      big: 12345678901234567890123.4500
      forms: [0o14, 0x1F, +1, 1., .5, -.5e3, 012, "012", -0, 1e400]
      words: [~, TRUE, no, "", {}, []]
      text: "a\\u0007\\"b\\n"

      """
    let node = try Document.read(SourceText(name: "a.yaml", text: yaml)).root
    #expect(
      String(decoding: try node.jsonText(), as: UTF8.self) == """
        {
          "big": 12345678901234567890123.4500,
          "forms": [
            12,
            31,
            1,
            1.0,
            0.5,
            -0.5e3,
            12,
            "012",
            -0,
            1e400
          ],
          "words": [
            null,
            true,
            "no",
            "",
            {},
            []
          ],
          "text": "a\\u0007\\"b\\n"
        }

        """)
  }

  @Test(
    "what JSON cannot say is refused where it stands",
    arguments: [
      ("a: .inf", 4), ("a: -.INF", 4), ("a: .nan", 4), ("1: a", 1), ("true: a", 1),
      ("a: 0x1FFFFFFFFFFFFFFFF", 4),
    ])
  func refusesJSON(yaml: String, column: Int) throws {
    let node = try Document.read(SourceText(name: "a.yaml", text: yaml)).root
    let errors = #expect(throws: InputErrors.self) { try node.jsonText() }
    #expect(errors?.diagnostics.map { $0.place?.column } == [column])
  }

  @Test("YAML has quotes where text would be read as something else, and no others")
  func writesYAML() throws {
    let json = """
      {"name": "Northwind Cloud", "when": "2026-03-31", "at": "12:30", "flag": "no", "null": "null", "n": 1.50,
       "empty": {}, "list": [[1, [2]], {"a": "x: y", "b": ["# c", " d", "é", "a:b"]}], "x: ": "- a", "t": "a\\nb"}
      """
    let node = try Document.read(SourceText(name: "a.json", text: json)).root
    #expect(
      String(decoding: node.yamlText(), as: UTF8.self) == """
        name: Northwind Cloud
        when: 2026-03-31
        at: "12:30"
        flag: "no"
        "null": "null"
        "n": 1.50
        empty: {}
        list:
          - - 1
            - - 2
          - a: "x: y"
            b:
              - "# c"
              - " d"
              - "é"
              - a:b
        "x: ": "- a"
        t: "a\\nb"

        """)
  }

  @Test("a list of flat mappings or lists is a table")
  func writesRows() throws {
    func rows(_ yaml: String) throws -> [[String]] {
      try Document.read(SourceText(name: "a.yaml", text: yaml)).root.tableRows()
    }
    #expect(
      try rows("- {id: 1, name: 'a, b'}\n- {name: ~, owner: x}")
        == [["id", "name", "owner"], ["1", "a, b", ""], ["", "", "x"]])
    #expect(try rows("- [a, 1.50]\n- []") == [["a", "1.50"], []])
  }

  @Test(
    "what is no table is refused where it stands",
    arguments: [
      ("a: 1", 1, 1), ("- a", 1, 1), ("[]", 1, 1), ("- {a: 1}\n- [2]", 2, 3), ("- {a: {b: 1}}", 1, 7),
      ("- a: 1\n  b:\n    - 2", 3, 5),
    ])
  func refusesRows(yaml: String, line: Int, column: Int) throws {
    let node = try Document.read(SourceText(name: "a.yaml", text: yaml)).root
    let errors = #expect(throws: InputErrors.self) { try node.tableRows() }
    #expect(errors?.diagnostics.map { $0.place?.line } == [line])
    #expect(errors?.diagnostics.map { $0.place?.column } == [column])
  }

  // MARK: Laws

  private func expectRoundTrip(_ node: Node, _ name: String) throws {
    let yaml = try Document.read(SourceText(name: "\(name).yaml", bytes: node.yamlText())).root
    #expect(PlainJSON(yaml) == PlainJSON(node), "\(name) as YAML")
    guard let text = try? node.jsonText() else { return }
    let json = try Document.read(SourceText(name: "\(name).json", bytes: text)).root
    #expect(PlainJSON(json) == PlainJSON(node), "\(name) as JSON")
    #expect(PlainJSON(bytes: text) == PlainJSON(node), "\(name) as JSON for another reader")
  }

  @Test("what is written reads back as the same, on every case of the suites")
  func writesSuitesBack() throws {
    for (suite, format) in [("yaml", Document.Format.yaml), ("json", .json)] {
      for test in try ConformanceCase.all(of: suite) {
        guard let document = try? Document.read(SourceText(name: test.id, bytes: test.bytes), as: format)
        else { continue }
        try expectRoundTrip(document.root, test.id)
      }
    }
  }

  @Test("what is written reads back as the same, on random trees", arguments: 0..<200)
  func writesRandomTreesBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = randomTree(&random, depth: 5)
    let node = try Document.read(SourceText(name: "seed \(seed)", text: text), as: .json).root
    #expect(PlainJSON(node) == PlainJSON(bytes: Array(text.utf8)))
    try expectRoundTrip(node, "seed \(seed)")
  }

  private func randomTree(_ random: inout SplitMix64, depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0:
      return ["null", "true", "false", "0", "-1", "1.50", "1e-7"].randomElement(using: &random) ?? "null"
    case 1...4: return randomText(&random)
    case 5:
      let count = Int.random(in: 0..<4, using: &random)
      return "[" + (0..<count).map { _ in randomTree(&random, depth: depth - 1) }.joined(separator: ",") + "]"
    default:
      let count = Int.random(in: 0..<4, using: &random)
      let members = (0..<count).map {
        "\"\($0)\(randomText(&random).dropFirst()):\(randomTree(&random, depth: depth - 1))"
      }
      return "{" + members.joined(separator: ",") + "}"
    }
  }

  private func randomText(_ random: inout SplitMix64) -> String {
    let parts = [
      "a", "no", "12", "-", "?", ":", " ", "#", "\n", "\t", "\r", "'", "\"", "\\", "[", "]", "{", "}", ",",
      "&", "*",
      "!", "|", ">", "%", "@", "`", "é", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7F}", "😀", "0x1F", "1.",
      ".inf", "~",
      "null", "true", "---", "...", "\u{0}", "  ",
    ]
    let count = Int.random(in: 0..<4, using: &random)
    var out: [UInt8] = []
    appendJSONString(
      (0..<count).flatMap { _ in Array((parts.randomElement(using: &random) ?? "").utf8) }, to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
