import Testing

@testable import RevOpsCore

@Suite struct RecordIDTests {
  /// Pairs that are published: Salesforce's own documentation and importers' test suites.
  @Test(arguments: [
    ("0014000000Lmabc", "0014000000LmabcAAB"), ("0067E0000028LZP", "0067E0000028LZPQA2"),
  ])
  func theLongFormOfAnIDIsTheShortOne(short: String, long: String) {
    #expect(RecordID.plain(long) == short)
    #expect(RecordID.plain(short) == short)
    #expect(RecordID.isSalesforce(short) && RecordID.isSalesforce(long))
  }

  @Test(arguments: [
    "0014000000LmabcAAA", "0014000000LmabcaAB", "zcrm_5040000000123", "12345678901234567-",
    "opportunity-0001",
  ])
  func whatOnlyLooksLikeOneStandsForItself(id: String) {
    #expect(RecordID.plain(id) == id)
  }

  /// The checksum worked bit by bit from its definition, over seeded ids.
  @Test func everyIDIsFoundByItsLongForm() {
    var generator = SplitMix64(seed: 3)
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    let table = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")
    for _ in 0..<2_000 {
      let short = (0..<15).map { _ in letters[Int.random(in: 0..<62, using: &generator)] }
      let suffix = (0..<3).map { block in
        table[(0..<5).reduce(0) { $0 + (short[block * 5 + $1].isUppercase ? 1 << $1 : 0) }]
      }
      #expect(RecordID.plain(String(short + suffix)) == String(short))
    }
  }

  @Test(arguments: [
    ("1.00E+15", true), ("1E+5", true), ("1,23E+17", true), ("6.0e+14", true), ("#NAME?", true),
    ("#REF!", true),
    ("#DIV/0!", true), ("1.00E15", false), ("006E000000Abc12", false), ("A+15", false), ("E+15", false),
    ("+15", false),
    ("why not?", false), ("Ben E+15", false), ("", false), ("1+15", false), ("x1e+", false),
  ])
  func aSpreadsheetsNumbersAreNoIDs(cell: String, isDamaged: Bool) {
    #expect(Array(cell.utf8).withUnsafeBufferPointer { RecordID.isDamaged($0) } == isDamaged)
  }
}
