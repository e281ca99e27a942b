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
}
