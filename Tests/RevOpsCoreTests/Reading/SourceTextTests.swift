import Testing

@testable import RevOpsCore

@Suite struct SourceTextTests {
  @Test(arguments: [
    (offset: 0, line: 1, column: 1),
    (3, 2, 1),  // after CRLF
    (5, 3, 1),  // after a lone CR
    (8, 3, 3),  // é and ü take two bytes each; the column counts scalars
  ])
  func countsLinesAndColumnsAsPeopleDo(offset: Int, line: Int, column: Int) {
    let source = SourceText(name: "a.yaml", text: "a\r\nb\réü=x\n")
    let place = source.place(offset..<(offset + 1))
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test("of a very long line the part around the place is kept, and the caret stands under it")
  func cutsLongLines() {
    let line = String(repeating: "é", count: 50_000) + "WRONG" + String(repeating: "ü", count: 50_000)
    let place = SourceText(name: "a.json", text: "[\n" + line + "\n]").place(100_002..<100_007)
    #expect(place.line == 2)
    #expect(place.column == 50_001)
    #expect(place.length == 5)
    #expect(place.excerpt.utf8.count < 10_000)
    #expect(
      place.excerpt.unicodeScalars.dropFirst(place.column - place.excerptColumn).starts(
        with: "WRONG".unicodeScalars))
    let shown = DiagnosticRenderer.render([Diagnostic("a.b", "no", at: place)], RenderOptions(width: 60))
    let lines = shown.split(separator: "\n").map(Array.init)
    let caret = lines.last?.firstIndex(of: "^") ?? 0
    #expect(lines.count == 4 && lines[2].dropFirst(caret).starts(with: "WRONG"))
  }

  @Test("bytes that are no text have a place as well", arguments: [0, 1, 2, 3, 5_000])
  func placesBadBytes(offset: Int) {
    let source = SourceText(name: "a", bytes: [0x0A] + [UInt8](repeating: 0x80, count: 10_000))
    #expect(source.place(offset..<(offset + 1)).line == (offset == 0 ? 1 : 2))
  }
}
