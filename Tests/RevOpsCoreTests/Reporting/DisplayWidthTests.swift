import Foundation
import Testing

@testable import RevOpsCore

@Suite struct DisplayWidthTests {
  private static let table = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "../shared/conformance/width/width.tsv")

  // Terminals differ on emoji sequences; the other classes must match, and so do these three here.
  private static let strict: Set = [
    "ascii", "latin", "wide", "combining", "zero", "control", "emoji", "vs16", "zwj",
  ]

  @Test func takesTheColumnsOfTheWidthTable() throws {
    guard let text = try? String(contentsOf: Self.table, encoding: .utf8) else {
      print("skipped: the width table is not beside the package")
      return
    }
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t")
      try #require(fields.count == 3)
      let sample = try JSONDecoder().decode(String.self, from: Data(fields[0].utf8))
      let kind = String(fields[1])
      let columns = Int(fields[2])
      guard Self.strict.contains(kind) else { continue }
      counts[kind, default: 0] += 1
      if columns == -1 {
        #expect(SafeText.escaped(sample) != sample, "\(fields[0])")
      } else {
        #expect(DisplayWidth.of(sample) == columns, "\(fields[0])")
      }
    }
    let held = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    print("width table: \(held)")
    #expect(counts.count == Self.strict.count)
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("ｱ", 1), ("Ａ", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("👩‍💻", 2),
    ("👍🏽", 2),
    ("❤️", 2), ("❤", 1), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("", 0), ("\u{AD}", 1),
  ])
  func countsColumnsAsATerminalDoes(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}

@Suite struct TextLinesTests {
  @Test func wordsFillLines() {
    #expect(TextLines.wrapped("one two three four", width: 9) == ["one two", "three", "four"])
    #expect(TextLines.wrapped("", width: 9) == [""])
    #expect(TextLines.wrapped("ab abcdefghij k", width: 4) == ["ab", "abcd", "efgh", "ij k"])
    #expect(TextLines.wrapped("東京東京 x", width: 5) == ["東京", "東京", "x"])
  }

  @Test func aLongTextEndsInAMark() {
    #expect(TextLines.shortened("abcdefgh", width: 5, mark: "…") == "abcd…")
    #expect(TextLines.shortened("東京東京", width: 6, mark: "…") == "東京…")
    #expect(TextLines.shortened("abc", width: 3, mark: "…") == "abc")
  }
}

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain – text", "plain – text", "plain - text"), ("a\u{1B}[31m", "a\\u{1b}[31m", "a\\u{1b}[31m"),
    ("a\r\nb\tc", "a\\r\\nb\\tc", "a\\r\\nb\\tc"), ("\u{202E}x", "\\u{202e}x", "\\u{202e}x"),
    ("€5 é", "€5 é", "EUR 5 \\u{e9}"),
  ])
  func whatActsOnATerminalIsShownInstead(text: String, safe: String, ascii: String) {
    #expect(SafeText.escaped(text) == safe)
    #expect(SafeText.ascii(text) == ascii)
  }
}
