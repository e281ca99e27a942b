import Foundation
import Testing

@testable import RevOpsCore

/// The tables of expressions with known values, which stand beside the package, not in it.
private enum Suite {
  static let folder = SharedFiles.folder("conformance/expr")

  static func file(_ name: String) throws -> URL { try #require(folder).appendingPathComponent(name) }

  static func rows(_ name: String) throws -> [[String]] {
    let text = try String(decoding: Data(contentsOf: file(name)), as: UTF8.self)
    return text.split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static func table(_ name: String) throws -> Table {
    try Table.read(SourceText(name: name, bytes: Array(Data(contentsOf: file(name)))))
  }

  /// The value of an expression, with true and false as the tables write them.
  static func value(of text: String) throws -> String {
    guard case .value(let value) = try Eval.run(text).outcome else { return "" }
    if case .truth(let truth) = value { return truth ? "1" : "0" }
    return value.description
  }
}

@Suite(.enabled(if: Suite.folder != nil, "../shared/conformance/expr is not there"))
struct ExpressionConformanceTests {
  @Test(arguments: ["arith", "logic", "precedence"])
  func everyValueOfATableIsSQLs(table: String) throws {
    let rows = try Suite.rows("\(table).tsv")
    var held = 0
    for row in rows {
      let value = Result { try Suite.value(of: row[0]) }
      if case .success(row[row.count - 1]) = value { held += 1 } else { Issue.record("\(row): \(value)") }
    }
    print("expressions: \(table) \(held) of \(rows.count)")
    #expect(held == rows.count && held > 0)
  }

  @Test func everyFilterKeepsTheRowsThatSQLKeeps() throws {
    let rows = try Suite.rows("filter.tsv")
    var tables: [String: Table] = [:]
    var held = 0
    for row in rows {
      let table = try tables[row[0]] ?? Suite.table(row[0])
      tables[row[0]] = table
      guard case .rows(let kept) = try Eval.run(row[1], table).outcome else { continue }
      let keys = kept.cells.map { $0[0] }.joined(separator: " ")
      if (keys.isEmpty ? "-" : keys) == row[3] { held += 1 } else { Issue.record("\(row): \(keys)") }
    }
    print("expressions: filter \(held) of \(rows.count)")
    #expect(held == rows.count && held > 0)
  }
}
