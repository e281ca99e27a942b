import Testing

@testable import RevOpsCore

@Suite struct CSVWriterTests {
  private func written(_ text: String) -> String {
    var writer = CSVWriter()
    writer.text(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), (" edges ", " edges "), ("", ""),
  ])
  func quotesOnlyWhatAReaderCouldMistake(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(arguments: ["=1+2", "+49 30 1", "-5", "@sum", "\tx", "\rx", "＝1"])
  func makesATextThatLooksLikeAFormulaHarmless(text: String) {
    #expect(written(text) == "\"'\(text)\"")
    #expect(!CSVWriter.looksLikeFormula(String(written(text).dropFirst())))
  }

  @Test func leavesNumbersAndEveryByteInPipelinesAlone() {
    var writer = CSVWriter()
    writer.typed("-5")
    writer.empty()
    writer.typed("2026-03-31")
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "-5,,2026-03-31\n")
    #expect(writer.guardedCells == 0)
    var raw = CSVWriter(isGuarding: false)
    raw.text("=1+2")
    #expect(String(decoding: raw.bytes, as: UTF8.self) == "=1+2")
  }

  @Test func writesForExcelWithAMarkAndCRLF() {
    var writer = CSVWriter(separator: UInt8(ascii: ";"), forExcel: true)
    writer.row(["ä", "1;2"])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("ä;\"1;2\"\r\n".utf8))
  }

  @Test func whatItWritesReadsBackTheSame() throws {
    var random = SplitMix64(seed: 20_260_331)
    let alphabet = ["a", ",", "\"", "\n", "\r", ";", " ", "é", "=", "'", "\t", "|"]
    for _ in 0..<400 {
      let width = Int(random.next() % 4) + 1
      let rows = (0..<Int(random.next() % 6) + 1).map { _ in
        (0..<width).map { _ in
          (0..<Int(random.next() % 5)).map { _ in alphabet[Int(random.next() % 12)] }.joined()
        }
      }
      var writer = CSVWriter(isGuarding: false)
      for row in rows { writer.row(row) }
      let read = try CSVRecords.read(
        SourceText(name: "t.csv", bytes: writer.bytes), separator: UInt8(ascii: ","))
      #expect(read.rows.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }
}
