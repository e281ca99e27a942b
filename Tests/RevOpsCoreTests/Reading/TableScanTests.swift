import Testing

@testable import RevOpsCore

/// However a file is cut into blocks and shared out, the table is the same.
@Suite struct TableScanTests {
  /// A machine with so many hands that come one after the other, over files that exist only here.
  private func machine(hands: Int, block: Int) -> Machine {
    var machine = Machine(hands: hands, open: { _ in nil }) { pieces, work in
      for piece in (0..<pieces).reversed() { work(piece) }
    }
    machine.smallestShare = 1
    machine.blockSize = block
    return machine
  }

  private func parts(_ bytes: [UInt8]) -> FileParts {
    FileParts(size: bytes.count) { offset, room in
      guard offset < bytes.count else { return 0 }
      // Never more than seven bytes at a time, as a slow disk may give.
      let end = min(offset + min(room.count, 7), bytes.count)
      bytes.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<end])) }
      return end - offset
    }
  }

  /// Everything that is known of a table, as text.
  private func told(_ table: Table, _ kept: KeptColumns, _ requests: [ColumnRequest]) -> [String] {
    var lines = ["\(table.columns)", "\(table.notes)"]
    for row in 0..<table.rowCount {
      let cells = table.columns.indices.map { table.text(row, $0) }
      lines.append("\(table.line(of: row)) \(table.place(row, 1).column) \(cells)")
    }
    for request in requests { lines.append(told(kept[request])) }
    return lines
  }

  private func told(_ column: Result<Column, InputErrors>?) -> String {
    switch column {
    case .success(.labels(let labels)):
      "\((0..<labels.words.count).map { labels.words.text($0) }) \(labels.codes) \(labels.firstRows)"
    case .success(.dates(let dates)): "\(dates.days)"
    case .success(.amounts(let amounts)): "\(amounts.minorUnits) \(amounts.currencies)"
    case .success(.numbers(let numbers)): "\(numbers)"
    case .success(.filled(let filled)): "\(filled)"
    case .success(.keys(let keys)): "\(keys)"
    case .failure(let errors): "\(errors.diagnostics.map(line))"
    case nil: "not kept"
    }
  }

  private let requests = [
    ColumnRequest(column: 0, form: .labels), ColumnRequest(column: 0, form: .keys(plain: true)),
    ColumnRequest(column: 1, form: .amounts(nil, home: .usd)),
    ColumnRequest(column: 2, form: .dates(nil, zone: .utc)),
    ColumnRequest(column: 3, form: .numbers(nil)),
    ColumnRequest(column: 3, form: .rates(nil, isPercent: true)),
    ColumnRequest(column: 4, form: .filled),
    ColumnRequest(column: 0, form: .keys(plain: false)), ColumnRequest(column: 4, form: .labels),
  ]

  private func told(_ text: String, hands: Int, block: Int) throws -> [String] {
    let machine = machine(hands: hands, block: block)
    let read = try Table.read("t.csv", parts(Array(text.utf8)), options: .init(), machine: machine) { _ in
      ReadingPlan(columns: requests)
    }
    let (table, kept) = try #require(read)
    return told(table, kept, requests)
  }

  /// Takes rows for nothing, until it is out of breath.
  private struct Breath: RowFold {
    var parts: Int
    let requests: [ColumnRequest] = []
    mutating func add(_ part: TablePart) -> Bool {
      parts -= 1
      return parts >= 0
    }
    mutating func name(_ words: [ColumnRequest: Words]) {}
    mutating func append(_ next: any RowFold) {}
  }

  /// The same of a table whose rows a fold took, all of them or some: cells are found by reading on, then columns.
  private func toldFolded(_ text: String, hands: Int, block: Int, parts: Int) throws -> (
    thin: [String], [String]
  ) {
    let machine = machine(hands: hands, block: block)
    let read = try Table.read("t.csv", self.parts(Array(text.utf8)), options: .init(), machine: machine) {
      _ in
      ReadingPlan(columns: requests, folds: [Breath(parts: parts)])
    }
    let (table, kept) = try #require(read)
    guard kept.fold != nil else { return ([], told(table, kept, requests)) }
    let (whole, columns) = try table.whole(keeping: requests)
    return (told(table, kept, []), told(whole, columns, requests))
  }

  private func toldWhole(_ text: String) throws -> [String] {
    let source = SourceText(name: "t.csv", text: text)
    let (table, kept) = try Table.read(source, options: .init(), machine: .plain) { _ in
      ReadingPlan(columns: requests)
    }
    return told(table, kept, requests)
  }

  /// Rows with everything that may stand between two commas.
  private func randomText(_ generator: inout SplitMix64, rows: Int) -> String {
    func one(_ of: [String]) -> String { of[Int.random(in: of.indices, using: &generator)] }
    let end = one(["\n", "\r\n"])
    var text = "name,amount,day,count,note\(end)"
    let amounts = ["", "12", "1234.5", "1,234", "$7", "-", "n/a", "x"].filter { $0 != "x" || rows % 3 == 0 }
    let days = ["2026-01-31", "1/2/2026", "3/4/26", "", "2026-02-01T10:00:00Z"]
    for row in 0..<rows {
      let note = one([
        "", "plain", "\"a, b\"", "\"two\nlines\"", "\"say \"\"no\"\"\"", "\"\r\n,\"", "é", "\"\"",
      ])
      let amount = one(amounts)
      text += one(["Ana", "Bo", "\"Cy, Inc\"", "", "Ångström", "ana"]) + ","
      text += amount.contains(",") ? "\"\(amount)\"," : amount + ","
      text += (row == rows - 1 ? one(["13/4/2026", "4/13/2026"]) : one(days)) + ","
      text += one(["0", "3", "17", "", "2.5"]) + "," + note + end
      if Int.random(in: 0..<9, using: &generator) == 0 { text += one([end, ",,,,\(end)", "Dee,1\(end)"]) }
    }
    if Bool.random(using: &generator) { text += "Total,100,,,\(end)" }
    return text
  }

  @Test func blocksAndHandsChangeNothing() throws {
    var generator = SplitMix64(seed: 21)
    for round in 0..<60 {
      let text = randomText(&generator, rows: 1 + round)
      let whole = try toldWhole(text)
      for (hands, block) in [(1, 8), (1, 64), (2, 1 << 18), (2, 16), (3, 100), (7, 8)] {
        #expect(
          try told(text, hands: hands, block: block) == whole, "\(hands) hands, \(block) bytes: \(text)")
      }
    }
  }

  @Test func aFoldChangesNothing() throws {
    var generator = SplitMix64(seed: 22)
    for round in 0..<24 {
      let text = randomText(&generator, rows: 1 + round * 2)
      let whole = try toldWhole(text)
      for (hands, block) in [(1, 64), (2, 1 << 18), (3, 100)] {
        let (thin, kept) = try toldFolded(text, hands: hands, block: block, parts: .max)
        #expect(thin == Array(whole.dropLast(requests.count)) && kept == whole, "\(hands), \(block): \(text)")
        for parts in [0, 3] {
          #expect(
            try toldFolded(text, hands: hands, block: block, parts: parts).1 == whole, "\(parts): \(text)")
        }
      }
    }
  }

  /// The order of day and month, and the mark before decimals, may show in the very last row only.
  @Test(arguments: [("13/02/2026", "1.234,5"), ("02/13/2026", "1,234.5")])
  func theLastRowSettlesTheWholeColumn(day: String, amount: String) throws {
    let rows = (0..<200).map { _ in "a,\"1,234\",1/2/2026,1,n" } + ["b,\"\(amount)\",\(day),1,n"]
    let text = "name,amount,day,count,note\n" + rows.joined(separator: "\n")
    let whole = try toldWhole(text)
    let isDayFirst = day.hasPrefix("13")
    let first = RevOpsCoreTests.day(isDayFirst ? "2026-02-01" : "2026-01-02").dayNumber
    #expect(whole.contains { $0.hasPrefix("[\(first), \(first),") })
    #expect(whole.contains { $0.hasPrefix(isDayFirst ? "[123, 123," : "[123400, 123400,") })
    for hands in 1...3 { #expect(try told(text, hands: hands, block: 64) == whole) }
  }

  /// The second share seems to begin with records of five fields, and lies inside quotes.
  @Test func aGuessThatIsWrongIsFoundOut() throws {
    let inner = String(repeating: "p,q,r,s,t\n", count: 400)
    let text = "name,amount,day,count,note\nAna,1,2026-01-01,1,\"\(inner)\"\nBo,2,2026-01-02,2,end\n"
    let whole = try toldWhole(text)
    #expect(whole.count == 2 + 2 + requests.count)
    for hands in 2...5 { #expect(try told(text, hands: hands, block: 512) == whole) }
  }

  @Test func whatIsNotUTF8OrNotCSVHasToBeSeenWhole() throws {
    for bytes: [UInt8] in [
      Array("a,b\n".utf8) + [0xE9, 0x2C, 0x31], Array("a,b\n1,x\"y\n".utf8), [0xFF, 0xFE, 0x61, 0x00],
      Array("<html>".utf8), Array("a,b\n\"open".utf8),
    ] {
      #expect(
        try Table.read("t", parts(bytes), options: .init(), machine: .plain) { _ in ReadingPlan() } == nil)
    }
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("name,x\nAna,1\n".utf8)
    let read = try Table.read("t", parts(bytes), options: .init(), machine: .plain) { _ in ReadingPlan() }
    let table = try #require(read?.table)
    #expect(table.columns == ["name", "x"])
    #expect(table.place(column: 0).column == 1)
    #expect(table.place(column: 1).column == 6)
  }

  @Test func aFileThatBecomesShorterIsReadAsFarAsItGoes() throws {
    let text = Array("a,b\n1,2\n3,4\n".utf8)
    let shrunk = FileParts(size: text.count + 100) { offset, room in
      guard offset < text.count else { return 0 }
      text.withUnsafeBytes { bytes in
        room.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + room.count, text.count)]))
      }
      return min(room.count, text.count - offset)
    }
    let read = try Table.read("t", shrunk, options: .init(), machine: .plain) { _ in ReadingPlan() }
    #expect(read?.table.rowCount == 2)
    #expect(read?.table.text(1, 1) == "4")
  }
}

extension Optional where Wrapped == (table: Table, kept: KeptColumns) {
  fileprivate static func == (read: Self, none: _OptionalNilComparisonType) -> Bool {
    if case .none = read { true } else { false }
  }
}
