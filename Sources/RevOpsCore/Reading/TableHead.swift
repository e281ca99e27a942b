/// The first records of a file, cut before it is known which of them names the columns.
struct HeadCut {
  /// Records with something in them; of a long file as many as are looked at.
  private(set) var records: [TableLayout.Record] = []
  /// Where each starts.
  private(set) var starts: [Int] = []
  /// The line behind the last.
  private(set) var endLine = 1
  private let bytes: [UInt8]
  private let first: Int
  private let separator: UInt8

  /// Cuts the records of the first bytes of a file from an offset on.
  ///
  /// - Throws: What is not CSV; where it stands cannot be told from here.
  init(
    _ bytes: [UInt8], from first: Int, separator: UInt8, upTo line: Int?, isWhole: Bool, name: String
  ) throws(InputErrors) {
    self.bytes = bytes
    self.first = first
    self.separator = separator
    var scanner = CSVScanner(separator: separator, allowsSpaceBeforeQuotes: true)
    scanner.skipLines(first > 0 ? 1 : 0)
    var batch = CSVBatch()
    var problem: CSVProblem?
    bytes.withUnsafeBytes { all in
      let block = UnsafeRawBufferPointer(rebasing: all[first...])
      do throws(CSVProblem) {
        _ = try scanner.scan(block, isLast: isWhole, into: &batch)
      } catch {
        problem = error
        return
      }
      for index in batch.records.indices {
        let record = batch.records[index]
        guard records.count <= TableLayout.sample || records.last.map({ $0.line <= line ?? 0 }) == true else {
          break
        }
        let fields = batch.fields(of: index).indices.map {
          batch.field($0 - batch.fields(of: index).lowerBound, of: index)
        }
        guard fields.contains(where: { $0.end > $0.start }) else { continue }
        let cells = fields.map { field in
          let content = field.content(in: block)
          return content.hasDoubledQuotes
            ? CSVField.undoubled(block[content.range]) : Array(block[content.range])
        }
        records.append(TableLayout.Record(cells: cells, line: record.line))
        starts.append(first + Int(record.start))
      }
    }
    endLine = scanner.line
    if let problem {
      throw InputErrors(problem.diagnostic(at: Place(file: name, line: 1, column: 1, length: 0, excerpt: "")))
    }
  }

  /// Whether these are as many records as the header is looked for by.
  var isEnough: Bool { records.count > TableLayout.sample }

  /// Records and lines without anything in them, up to an offset.
  func blankRows(before end: Int) -> Int {
    var scanner = CSVScanner(separator: separator, allowsSpaceBeforeQuotes: true)
    var batch = CSVBatch()
    bytes.withUnsafeBytes { all in
      _ = try? scanner.scan(UnsafeRawBufferPointer(rebasing: all[first..<end]), isLast: true, into: &batch)
    }
    let blank = batch.records.indices.count { index in
      let fields = batch.fields(of: index)
      return (0..<fields.count).allSatisfy { field in
        let field = batch.field(field, of: index)
        return field.start == field.end
      }
    }
    return scanner.blankLines + blank
  }
}

extension TextEncoding {
  /// Where the text of a file begins that seems to be UTF-8 by its first bytes; nil for one that may be anything
  /// else, and has to be seen whole.
  static func startOfUTF8(in first: UnsafeRawBufferPointer) -> Int? {
    let start = first.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let others: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x50, 0x4B], [0xD0, 0xCF], [0x1F, 0x8B]]
    guard !others.contains(where: { first.starts(with: $0) }), !first.contains(0) else { return nil }
    let text = first[min(start, first.count)...].first { $0 > CSVByte.space }
    return text == UInt8(ascii: "<") ? nil : start
  }
}

extension Diagnostic {
  /// That the header of a table seems to be a row of it, by one of its cells.
  static func noNames(in table: Table, _ column: Int) -> Diagnostic {
    Diagnostic(
      "csv.no-names",
      "'\(printable(table.columns[column]))' is read as the name of a column, but this line looks like a row",
      at: table.place(column: column), severity: .warning, hint: "put a line with the names above it")
  }
}

extension Table {
  /// Whether what is read as the header seems to be a row.
  var lacksNames: Bool { notes.warnings.contains { $0.id == "csv.no-names" } }

  /// Every row that has more cells than the header; nil for none.
  func tooLong(_ rows: [Int]) -> InputErrors? {
    var diagnostics = rows.prefix(CSVWidthCheck.listed).map { row in
      Diagnostic(
        "csv.long-row",
        "this record has \(cells(row).count) fields, the one on line \(notes.headerLine) has \(columns.count)",
        at: outerPlace(row, columns.count),
        hint: "put a field that holds a \(CSVSeparator.name(notes.separator)) in quotes")
    }
    let unlisted = rows.count - CSVWidthCheck.listed
    if unlisted > 0 {
      diagnostics.append(
        .more("\(unlisted) more records have more fields than the first one", than: diagnostics))
    }
    return InputErrors(diagnostics)
  }
}
