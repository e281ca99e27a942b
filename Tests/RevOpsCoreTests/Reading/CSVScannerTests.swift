import Testing

@testable import RevOpsCore

@Suite struct CSVScannerTests {
  /// The grammar of RFC 4180 read one byte after the other: slow and plain, what the scanner is held against.
  ///
  /// Takes every line end and leaves blank lines out; nil where the grammar does not hold.
  private func plainReading(_ text: [UInt8], separator: UInt8) -> [[[UInt8]]]? {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var field: [UInt8] = []
    var index = 0
    var isRecordOpen = false
    func peek(_ at: Int) -> UInt8? { at < text.count ? text[at] : nil }
    while index < text.count {
      isRecordOpen = true
      var wasQuoted = false
      field = []
      if text[index] == 0x22 {
        wasQuoted = true
        index += 1
        while true {
          guard let byte = peek(index) else { return nil }
          index += 1
          if byte != 0x22 { field.append(byte); continue }
          guard peek(index) == 0x22 else { break }
          field.append(0x22)
          index += 1
        }
        while peek(index) == 0x20 { index += 1 }
      } else {
        while let byte = peek(index), byte != separator, byte != 0x0A, byte != 0x0D {
          guard byte != 0x22 else { return nil }
          field.append(byte)
          index += 1
        }
      }
      row.append(field)
      guard let byte = peek(index) else { break }
      index += 1
      if byte == separator {
        if index == text.count { row.append([]) }
        continue
      }
      guard byte == 0x0A || byte == 0x0D else { return nil }
      if byte == 0x0D, peek(index) == 0x0A { index += 1 }
      if row.count > 1 || !field.isEmpty || wasQuoted { rows.append(row) }
      row = []
      isRecordOpen = false
    }
    if isRecordOpen, !row.isEmpty { rows.append(row) }
    return rows
  }

  private func scanned(_ text: [UInt8], blockSize: Int) -> [[[UInt8]]]? {
    var rows: [[[UInt8]]] = []
    let blocks = CSVBlocks(
      source: SourceText(name: "t.csv", bytes: text), separator: UInt8(ascii: ","), blockSize: blockSize)
    let scanner = try? blocks.forEach { block, batch, _ in
      for record in batch.records.indices {
        rows.append(
          (0..<batch.fields(of: record).count).map { Array(batch.field($0, of: record).text(in: block).utf8) }
        )
      }
    }
    return scanner == nil ? nil : rows
  }

  @Test func readsAsTheGrammarDoesWhereverABlockEnds() {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "a", "bcd", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\"x,\n y\"", "0123456789abcdef",
    ]
    var readable = 0
    for _ in 0..<3_000 {
      let text = Array(
        (0..<Int(random.next() % 40)).map { _ in pieces[Int(random.next() % 12)] }.joined().utf8)
      let expected = plainReading(text, separator: UInt8(ascii: ","))
      if expected != nil { readable += 1 }
      for blockSize in [1, 2, 7, 63, 64, 65, 1 << 16] {
        #expect(
          scanned(text, blockSize: blockSize) == expected,
          "\(String(decoding: text, as: UTF8.self).debugDescription) in blocks of \(blockSize)")
      }
    }
    #expect(readable > 300, "enough of the texts are right CSV")
  }

  @Test func everyRecordKnowsItsLine() throws {
    let text = "a,b\r\n\"x\ny\",2\n\n\r3,\"p\r\nq\r\"\r4,5"
    for blockSize in [3, 64, 1024] {
      var lines: [Int] = []
      let blocks = CSVBlocks(
        source: SourceText(name: "t.csv", text: text), separator: UInt8(ascii: ","), blockSize: blockSize)
      let scanner = try blocks.forEach { _, batch, _ in lines += batch.records.map(\.line) }
      // Lines: 1 a,b; 2-3 x y; 4 and 5 blank; 6-8 p q; 9.
      #expect(lines == [1, 2, 6, 9])
      #expect(scanner.blankLines == 2)
    }
  }

  @Test(arguments: [
    (text: "a,b\n1,x\"y\"\n", line: 2, column: 4, words: "does not begin with one"),
    ("a,b\n\"1\" x,2\n", 2, 5, "text follows the quote"),
    ("a,b\nPipe 5\",2\n1,2\n", 2, 7, "does not begin with one"),
    ("a,b\né,\"open\n1,2\n", 2, 3, "none closes it"),
    ("a,b\n1,\0\n", 2, 3, "zero byte"),
    ("a,b\n1,2,3\n", 2, 5, "3 fields, the one on line 1 has 2"),
    ("a\n1;2\n1,2\n", 3, 3, "2 fields"),
  ])
  func refusesWithThePlace(text: String, line: Int, column: Int, words: String) throws {
    let errors = try #require(throws: InputErrors.self) {
      try CSVRecords.read(SourceText(name: "t.csv", text: text))
    }
    let problem = try #require(errors.diagnostics.first)
    #expect(problem.place?.line == line)
    #expect(problem.place?.column == column)
    #expect(problem.message.contains(words))
  }

  @Test func listsManyLongRowsAndCountsTheRest() throws {
    let text = "a\n" + String(repeating: "1,2\n", count: 25)
    let errors = try #require(throws: InputErrors.self) {
      try CSVRecords.read(SourceText(name: "t.csv", text: text), separator: UInt8(ascii: ","))
    }
    #expect(errors.diagnostics.count == 21)
    #expect(errors.diagnostics.last?.message.contains("5 more records") == true)
  }
}
