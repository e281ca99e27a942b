import Foundation
import Testing

@testable import RevOpsCore

/// Five public suites of CSV files, where they lie beside the package.
@Suite struct CSVConformanceTests {
  private static let folder = SharedFiles.folder("conformance")

  private struct Case {
    var name: String
    var kind: String
    var bytes: [UInt8]
    var readings: [[[String]]]
    var mustFail: Bool
    var separator: UInt8?
  }

  @Test(
    .enabled(if: folder != nil, "../shared/conformance is not there"),
    arguments: ["csv-spectrum", "csv-sineemore", "csv-go", "csv-papaparse", "csv-duckdb"])
  func readsASuiteWithoutMisreading(suite: String) throws {
    var counts: [String: (exact: Int, refused: Int, misread: Int)] = [:]
    for test in try cases(of: suite) {
      // A given separator and a guessed one must both come out right, and so must the guess of an encoding.
      let ways = Set([test.separator, nil]).map { ($0, false) } + [(nil, true)]
      for (separator, guessing) in ways {
        let rows = try? CSVRecords.read(
          SourceText(name: test.name, bytes: test.bytes), separator: separator, guessing: guessing
        ).rows
        let key = test.kind + (guessing ? ", guessed" : separator == nil ? "" : ", given")
        if let rows {
          let isExact = test.readings.contains(rows) && !test.mustFail
          counts[key, default: (0, 0, 0)].exact += isExact ? 1 : 0
          counts[key, default: (0, 0, 0)].misread += isExact ? 0 : 1
          #expect(isExact, "\(suite)/\(test.name) is misread: \(rows.prefix(3))")
        } else {
          counts[key, default: (0, 0, 0)].refused += 1
          #expect(test.kind != "a", "\(suite)/\(test.name) must be read")
          #expect(test.kind != "d" || test.readings.isEmpty, "\(suite)/\(test.name) can be read")
        }
      }
    }
    #expect(!counts.isEmpty)
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
      print(
        "\(suite), class \(kind): \(count.exact) exact, \(count.refused) refused, \(count.misread) misread")
    }
  }

  private func cases(of suite: String) throws -> [Case] {
    let folder = try #require(Self.folder).appendingPathComponent(suite)
    let index = try CSVRecords.read(
      SourceText(
        name: "index.csv", bytes: Array(Data(contentsOf: folder.appendingPathComponent("index.csv")))))
    return try index.rows.dropFirst().map { row in
      let files = folder.appendingPathComponent(row[0])
      let names = try FileManager.default.contentsOfDirectory(atPath: files.path).sorted()
      var readings = try names.filter { $0 == "expected.json" || $0.hasPrefix("alt.") }.map {
        try JSONDecoder().decode([[String]].self, from: Data(contentsOf: files.appendingPathComponent($0)))
      }
      if row[3] == "none" { readings.append([]) }
      let meta = try? JSONDecoder().decode(
        [String: String].self, from: Data(contentsOf: files.appendingPathComponent("meta.json")))
      return Case(
        name: row[0], kind: row[1],
        bytes: Array(try Data(contentsOf: files.appendingPathComponent("in.csv"))), readings: readings,
        mustFail: names.contains("error"), separator: meta?["delimiter"]?.utf8.first)
    }
  }
}
