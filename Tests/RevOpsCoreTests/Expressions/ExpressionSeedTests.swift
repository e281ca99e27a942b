import Foundation
import Testing

@testable import RevOpsCore

/// The inputs from which the fuzzer of expressions starts, and those that once broke something.
@Suite struct ExpressionSeedTests {
  static let result: JSONValue = .object([
    .init("a", 1), .init("b", 2.5), .init("c", "x"), .init("d", .null), .init("e", "2026-03-31"),
    .init("f_days", 9), .init("g", .array([.object([.init("h", 1), .init("i", "y")])])),
    .init("k", .array([1, 2, .null])), .init("l", .object([.init("m", .number(1e300))])),
  ])

  @Test func aFilterDecidesAsTheValueDoesOnEverySeed() throws {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../Seeds/expression")
      .standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 18)
    let schema = ExpressionSchema(of: Self.result)
    for name in names {
      let text = String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
      guard let typed = try? Expression.parse(text).check(against: schema), typed.type == .truth else {
        continue
      }
      let truth = typed.truth(for: ResultRow(Self.result))
      let value = typed.value(for: ResultRow(Self.result))
      #expect(
        value == truth.map(ExpressionValue.truth) || (truth == nil && value.isMissing), "\(name): \(text)")
    }
  }
}
