import Foundation
import Testing

@testable import RevOpsCore

/// Exact arithmetic and the reading of numbers, row by row of public tables.
@Suite(.enabled(if: ConformanceTable.areThere, "../shared/conformance is not there"))
struct DecimalConformanceTests {
  private func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal.parse(text) }

  @Test func sumsAreExact() throws {
    try ConformanceTable("decimal/add").holds { [(try decimal($0[0]) + decimal($0[1])).description] }
  }

  @Test func differencesAreExact() throws {
    try ConformanceTable("decimal/subtract").holds { [(try decimal($0[0]) - decimal($0[1])).description] }
  }

  @Test func productsAreExact() throws {
    try ConformanceTable("decimal/multiply").holds { [(try decimal($0[0]) * decimal($0[1])).description] }
  }

  @Test func comparesByValue() throws {
    try ConformanceTable("decimal/compare").holds {
      let (a, b) = (try decimal($0[0]), try decimal($0[1]))
      return [a < b ? "-1" : a == b ? "0" : "1"]
    }
  }

  @Test func roundsToPlacesInEveryMode() throws {
    try ConformanceTable("decimal/quantize").holds {
      let mode = try #require(RoundingMode(rawValue: $0[2]))
      return [try decimal($0[0]).rounded(to: #require(Int($0[1])), mode).description]
    }
  }

  @Test func roundsQuotientsOnce() throws {
    try ConformanceTable("decimal/divide_round").holds {
      let mode = try #require(RoundingMode(rawValue: $0[3]))
      let quotient = try decimal($0[0]).divided(by: decimal($0[1]), places: #require(Int($0[2])), mode)
      return [try #require(quotient).description]
    }
  }

  @Test func roundsProductsOnce() throws {
    try ConformanceTable("decimal/multiply_round").holds {
      let mode = try #require(RoundingMode(rawValue: $0[3]))
      let product = try decimal($0[0]) * decimal($0[1])
      return [try product.rounded(to: #require(Int($0[2])), mode).description]
    }
  }

  @Test(arguments: [
    "freetype-2-7", "google-wuffs", "lemire-fast-float", "more-test-cases", "tencent-rapidjson",
  ])
  func readsNumbersToTheNearestDouble(table: String) throws {
    let folder = try #require(SharedFiles.folder("conformance/numbers"))
    let text = String(
      decoding: try Data(contentsOf: folder.appendingPathComponent("\(table).tsv")), as: UTF8.self)
    var (right, refused, wrong) = (0, 0, [String]())
    for line in text.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t").map(String.init)
      let bits = try #require(UInt64(columns[1], radix: 16))
      let isInfinite = bits & 0x7FFF_FFFF_FFFF_FFFF == 0x7FF0_0000_0000_0000
      switch try? Number.parse(columns[0]) {
      case let number? where number.bitPattern == bits && !isInfinite: right += 1
      case nil where isInfinite: refused += 1
      case let number: wrong.append("\(columns[0]) is read as \(String(describing: number))")
      }
    }
    print(
      "numbers/\(table): \(right) read to the bit, \(refused) beyond a double refused, \(wrong.count) wrong")
    #expect(right > 0)
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }
}
