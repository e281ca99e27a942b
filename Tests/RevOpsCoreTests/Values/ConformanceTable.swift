import Foundation
import Testing

/// A table of inputs and of answers that programs other than this one gave.
struct ConformanceTable {
  private static let folder = SharedFiles.folder("conformance")
  /// Whether the tables lie beside the package.
  static let areThere = folder != nil

  /// The columns of the input and those of the answer, whose names begin with `=`, row by row.
  let rows: [(input: [String], answer: [String])]
  private let name: String

  /// Reads a table such as `dates/add_days`.
  init(_ name: String) throws {
    let file = try #require(Self.folder).appendingPathComponent(name + ".tsv")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    let isAnswer = try #require(lines.first).map { $0.hasPrefix("=") }
    self.name = name
    rows = lines.dropFirst().map { line in
      let columns = zip(line, isAnswer)
      return (columns.filter { !$0.1 }.map(\.0), columns.filter(\.1).map(\.0))
    }
  }

  /// Holds every row against what a function of its input gives, and prints how many agree.
  func holds(_ answer: ([String]) throws -> [String]) {
    var differing: [String] = []
    for row in rows {
      let found = (try? answer(row.input)) ?? ["error"]
      if found != row.answer { differing.append("\(row.input): \(found), not \(row.answer)") }
    }
    print("\(name): \(rows.count - differing.count) of \(rows.count) rows hold")
    #expect(!rows.isEmpty)
    #expect(differing.isEmpty, "\(name): \(differing.prefix(5).joined(separator: "\n"))")
  }
}
