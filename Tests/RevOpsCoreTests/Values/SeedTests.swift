import Foundation
import Testing

@testable import RevOpsCore

/// The inputs from which the fuzzers start, and those that once broke a reader.
@Suite struct SeedTests {
  private func seeds(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let url = URL(fileURLWithPath: #filePath).appendingPathComponent("../../Seeds/\(folder)")
      .standardizedFileURL
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: url.appendingPathComponent($0))))
    }
  }

  /// Says that a text, if it is read at all, reads back from its own description.
  private func check<Value: Equatable & CustomStringConvertible>(
    _ text: String, _ parse: (String) throws -> Value
  ) {
    guard let value = try? parse(text) else { return }
    #expect((try? parse(value.description)) == value, "'\(text)' is read as \(value)")
  }

  @Test func quantitiesReadBackFromWhatTheyWrite() throws {
    var rates = ExchangeRates()
    for code in ["EUR", "GBP", "JPY"] { try rates.add(Currency.parse(code), .one) }
    let seeds = try seeds("quantity")
    #expect(seeds.count >= 30)
    for (_, bytes) in seeds {
      let text = String(decoding: bytes, as: UTF8.self)
      check(text) { try ExactDecimal.parse($0) }
      check(text) { try Money.parse($0, rates: rates) }
      check(text) { try Rate.parse($0) }
      check(text) { try RatePerPeriod.parse($0) }
      check(text) { try MoneyPerPeriod.parse($0, rates: rates) }
      check(text) { try Ratio.parse($0) }
      check(text) { try TimeSpan.parse($0) }
      check(text) { try ValueBand.parse($0, rates: rates) }
    }
  }

  @Test func datesReadBackFromWhatTheyWrite() throws {
    let seeds = try seeds("date")
    #expect(seeds.count >= 15)
    for (name, bytes) in seeds {
      let text = String(decoding: bytes, as: UTF8.self)
      check(text) { try CalendarDate.parse($0) }
      check(text) { try Moment.parse($0) }
      check(text) { try Period.parse($0) }
      #expect(!name.hasSuffix(".tzif") || ZoneRules(tzif: bytes) != nil, "\(name)")
    }
  }
}
