/// What is wrong with a cell of dates that holds none, told from its shape.
struct DateFault: Hashable {
  /// What is wanted, or what the calendar says.
  private(set) var wanted = "a date is written like 2026-03-31 or as the rest of the column is"
  /// The way out, where the shape tells the cause.
  private(set) var hint: String?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.first == UInt8(ascii: "#") {
      hint = "a spreadsheet saved what it showed: widen the column or mend the cell there, and export again"
      return
    }
    let words = bytes.split { Self.separators.contains($0) }
    let isNumber = words.prefix(3).map { word in word.allSatisfy { 0x30...0x39 ~= $0 } }
    if words.count >= 3, isNumber == [true, true, true],
      [words[0].count, words[1].count, words[2].count].allSatisfy({ $0 <= 4 })
    {
      wanted = "the calendar has no such day"
    } else if words.count == 2, isNumber[0] != isNumber[1], bytes.count <= 9 {
      wanted = "a date has its year"
      hint = "a spreadsheet makes such days of 3-1 or 3/1; export again without opening the file there"
    }
  }

  private static let separators: Set<UInt8> = [
    UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "T"), UInt8(ascii: ":"),
    CSVByte.space,
  ]
}

extension Table {
  /// That a row holds the names of the columns, as it does where two exports stand one below the other.
  func repeatedHeader(_ row: Int) -> Diagnostic? {
    let isHeader = columns.indices.allSatisfy { column in
      HeaderName.trimmed(text(row, column)) == columns[column]
        || notes.renamedColumns.contains(columns[column])
    }
    guard isHeader, columns.count > notes.renamedColumns.count else { return nil }
    return Diagnostic(
      "csv.header-twice", "the header stands here again, as in two exports put one below the other",
      at: place(row: row), hint: "remove this line",
      notes: [.init("it stands here first", at: place(column: 0))])
  }
}
