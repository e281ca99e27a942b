import Testing

@testable import RevOpsCore

@Suite struct TextEncodingTests {
  private let text = "Name,Größe\nŽižek 😀,1\n"

  private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return littleEndian ? bytes : bytes.reversed()
    }
  }

  private func decode(_ bytes: [UInt8], guessing: Bool = true) throws -> DecodedText {
    try TextEncoding.decode(SourceText(name: "t.csv", bytes: bytes), guessing: guessing)
  }

  @Test func readsUTF16WithAMarkAndWithoutOne() throws {
    for (littleEndian, mark) in [(true, [0xFF, 0xFE] as [UInt8]), (false, [0xFE, 0xFF])] {
      let marked = try decode(mark + utf16(text, littleEndian: littleEndian), guessing: false)
      #expect(marked.source.bytes == Array(text.utf8))
      let bare = try decode(utf16(text, littleEndian: littleEndian))
      #expect(bare.source.bytes == Array(text.utf8))
      #expect(bare.encoding == (littleEndian ? .utf16LittleEndian : .utf16BigEndian))
    }
  }

  @Test func leavesTheMarkOutOfTheFirstHeader() throws {
    #expect(try decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)).source.bytes == Array(text.utf8))
  }

  @Test func readsWindows1252WithAWarningAtTheFirstLetterConcerned() throws {
    // é, €, ’ as Windows-1252 has them.
    let decoded = try decode(Array("a,b\nx,caf".utf8) + [0xE9, 0x20, 0x80, 0x92, 0x0A])
    #expect(String(decoding: decoded.source.bytes, as: UTF8.self) == "a,b\nx,café €’\n")
    #expect(decoded.warnings.first?.place?.line == 2)
    #expect(decoded.warnings.first?.place?.column == 6)
    #expect(decoded.warnings.first?.severity == .warning)
  }

  @Test func readsTheEncodingThatIsNamed() throws {
    func decode(_ bytes: [UInt8], as encoding: TextEncoding) throws -> String {
      let source = SourceText(name: "t.csv", bytes: bytes)
      return String(
        decoding: try TextEncoding.decode(source, as: encoding, guessing: true).source.bytes, as: UTF8.self)
    }
    #expect(try decode([0xC3, 0xA9], as: .windows1252) == "Ã©")  // two letters there, é in UTF-8
    #expect(try decode([0x61, 0x00], as: .utf16LittleEndian) == "a")
    // A mark of another encoding is text like any other.
    #expect(try decode([0xFF, 0xFE], as: .windows1252) == "ÿþ")
    #expect(throws: InputErrors.self) { try decode([0xE9], as: .utf8) }
    #expect(try decode(Array("<b".utf8), as: .utf8) == "<b")
  }

  @Test func refusesWhatIsNoUTF8WhereNothingMayBeGuessed() {
    #expect(throws: InputErrors.self) { try decode([0x61, 0xE9, 0x0A], guessing: false) }
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3], [0xFF],
    ] as [[UInt8]])
  func knowsWhatIsNotUTF8(bytes: [UInt8]) {
    for before in 0..<9 {
      let text = [UInt8](repeating: 0x61, count: before) + bytes
      #expect(TextEncoding.firstInvalidUTF8(in: text) == before)
      #expect(String(validating: text, as: UTF8.self) == nil)
    }
  }

  @Test(
    "a letter beside another is writing, a byte that makes no sense where it stands is damage",
    arguments: [
      ([0x4D, 0xFC, 0x6C], true), ([0xC4, 0x72], true), ([0x69, 0xE9, 0x0A], true),  // Mül, Är, ié
      ([0x6F, 0x92, 0x44], true), ([0x20, 0x96, 0x20], true),  // o’D, a dash
      ([0xA3, 0x35], true), ([0x80, 0x35], true),  // £5, €5
      ([0xC3, 0xA9], true), ([], true),  // UTF-8
      ([0x5F, 0xFF, 0xFF, 0x70], false), ([0xCB, 0x0D, 0x0A], false), ([0x63, 0x8B, 0x6D], false),
      ([0x41, 0xB4, 0x1C], false), ([0x35, 0x80], false),
    ] as [([UInt8], Bool)])
  func tellsWritingFromDamage(bytes: [UInt8], isWritten: Bool) {
    #expect(TextEncoding.mayBeWritten(bytes) == isWritten)
  }

  @Test func acceptsEveryScalar() {
    var all: [UInt8] = []
    for value in stride(from: UInt32(0), to: 0x110000, by: 7) {
      if let scalar = Unicode.Scalar(value) { all += Array(String(Character(scalar)).utf8) }
    }
    #expect(TextEncoding.firstInvalidUTF8(in: all) == nil)
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61] as [UInt8], "middle of a character"),
    ([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], "middle of a character"),
    ([0x61, 0x81, 0x0A], "neither UTF-8 nor Windows-1252"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14], "a workbook"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
    (Array("\n <HTML><body><table>".utf8), "a web page"), ([0x1F, 0x8B, 0x08], "a gzip file"),
    (Array("<?xml version='1.0'?>".utf8), "a web page"),
  ])
  func refusesWithTheWayOut(bytes: [UInt8], words: String) throws {
    let errors = try #require(throws: InputErrors.self) { try decode(bytes) }
    #expect(errors.diagnostics.first?.message.contains(words) == true)
    #expect(errors.diagnostics.first?.hint?.isEmpty == false)
  }
}
