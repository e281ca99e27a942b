import Testing

@testable import RevOpsCore

@Suite struct CSVStreamTests {
  /// Hands out bytes a few at a time, as a pipe does.
  private final class Pipe {
    private var rest: ArraySlice<UInt8>
    private let step: Int

    init(_ bytes: [UInt8], step: Int) {
      rest = bytes[...]
      self.step = step
    }

    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
      let part = rest.prefix(min(step, room.count))
      room.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
  }

  private func read(
    _ bytes: [UInt8], step: Int, block: Int, limit: Int = 1 << 26
  ) throws -> (rows: [[String]], places: [[Place]]) {
    var rows: [[String]] = []
    var places: [[Place]] = []
    let pipe = Pipe(bytes, step: step)
    let stream = CSVStream(name: "t.csv", separator: UInt8(ascii: ","), blockSize: block, recordLimit: limit)
    try stream.forEach(read: { pipe.read(into: $0) }) { block in
      for record in block.batch.records.indices {
        let fields = 0..<block.batch.fields(of: record).count
        rows.append(fields.map { block.text($0, of: record) })
        places.append(fields.map { block.place($0, of: record) })
      }
    }
    return (rows, places)
  }

  private let text = "id,note\n1,\"two\r\nlines, é\",x\r\n\n2,\"a \"\"b\"\"\"\r3,ü\n"

  @Test(arguments: [8, 9, 16, 64, 4096], [1, 5, 100])
  func readsTheSameWhateverABlockHolds(block: Int, step: Int) throws {
    let (rows, places) = try read([0xEF, 0xBB, 0xBF] + Array(text.utf8), step: step, block: block)
    #expect(rows == [["id", "note"], ["1", "two\r\nlines, é", "x"], ["2", "a \"b\""], ["3", "ü"]])
    #expect(places.map { $0.map(\.line) } == [[1, 1], [2, 2, 3], [5, 5], [6, 6]])
    #expect(places.map { $0.map(\.column) } == [[1, 4], [1, 4, 11], [1, 4], [1, 3]])
    #expect(places[3][1].excerpt == "3,ü")
    #expect(places[1][2].length == 1)
  }

  @Test func refusesWithThePlaceInTheFile() throws {
    let wrong = Array("a,b\n1,2\n\n3,x\"y\n".utf8)
    let errors = try #require(throws: InputErrors.self) { try read(wrong, step: 3, block: 8) }
    #expect(errors.diagnostics.first?.place?.line == 4)
    #expect(errors.diagnostics.first?.place?.column == 4)
    let latin = Array("a,b\n1,caf".utf8) + [0xE9, 0x0A]
    let bad = try #require(throws: InputErrors.self) { try read(latin, step: 100, block: 8) }
    #expect(bad.diagnostics.first?.place?.line == 2)
    #expect(bad.diagnostics.first?.message == "byte 0xE9 is not UTF-8")
  }

  @Test func keepsNoMoreThanTheLimitOfARecordThatNeverEnds() throws {
    let open = Array("a,b\n1,\"".utf8) + [UInt8](repeating: 0x78, count: 10_000)
    let errors = try #require(throws: InputErrors.self) { try read(open, step: 64, block: 64, limit: 1024) }
    #expect(errors.diagnostics.first?.message.contains("does not end within") == true)
    #expect(errors.diagnostics.first?.place?.line == 2)
  }
}
