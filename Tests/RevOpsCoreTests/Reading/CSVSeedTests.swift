import Foundation
import Testing

@testable import RevOpsCore

/// The files from which the CSV fuzzer starts, and those that once broke the reader.
@Suite struct CSVSeedTests {
  private func seeds() throws -> [SourceText] {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../Seeds/csv").standardizedFileURL
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      SourceText(name: $0, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  @Test func recordsReadBackFromWhatIsWritten() throws {
    var read = 0
    for seed in try seeds() {
      guard let records = try? CSVRecords.read(seed) else { continue }
      read += 1
      var writer = CSVWriter(isGuarding: false)
      for row in records.rows { writer.row(row) }
      let again = try CSVRecords.read(
        SourceText(name: seed.name, bytes: writer.bytes), separator: UInt8(ascii: ","))
      #expect(again.rows == records.rows, "\(seed.name)")
    }
    #expect(read >= 12)
  }

  @Test func everyCellOfATableHasAPlaceAndEveryColumnIsReadOrRefused() throws {
    var tables = 0
    for seed in try seeds() {
      guard let table = try? Table.read(seed) else { continue }
      tables += 1
      for column in table.columns.indices {
        for row in 0..<table.rowCount { #expect(table.place(row, column).line > table.notes.headerLine) }
        _ = try? table.dates(column)
        _ = try? table.amounts(column)
        _ = try? table.rates(column, isPercent: true)
      }
      #expect(try ImportInspection.inspect(table).columns == table.columns.count)
    }
    #expect(tables >= 16)
  }
}
