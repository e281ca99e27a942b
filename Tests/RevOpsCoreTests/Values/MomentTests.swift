import Foundation
import Testing

@testable import RevOpsCore

@Suite struct MomentTests {
  @Test(arguments: [
    ("2026-03-31T14:05Z", "2026-03-31T14:05Z"), ("2026-03-31T14:05:09Z", "2026-03-31T14:05:09Z"),
    ("2026-03-31 14:05:09.250Z", "2026-03-31T14:05:09Z"), ("2026-03-31T14:05+02:00", "2026-03-31T12:05Z"),
    ("2026-03-31T14:05+0200", "2026-03-31T12:05Z"), ("2026-03-31T23:05-01", "2026-04-01T00:05Z"),
    ("2026-03-31t14:05 z", "2026-03-31T14:05Z"), ("2016-12-31T23:59:60Z", "2017-01-01T00:00Z"),
    ("2026-03-31T14:05", "2026-03-31T12:05Z"), ("2026-03-31", "2026-03-30T22:00Z"),
  ])
  func readsInstants(text: String, expected: String) throws {
    let zone = try #require(ZoneRules(fixed: "+02:00"))
    #expect(try Moment.parse(text, zone: zone).description == expected)
  }

  @Test(arguments: [
    "", "2026-02-30T10:00Z", "2026-03-31T24:00Z", "2026-03-31T14:60Z", "2026-03-31T14Z",
    "2026-03-31T14:05:61Z",
    "2026-03-31T14:05:09.Z", "2026-03-31T14:05+25:00", "2026-03-31T14:05+02:60", "2026-03-31T14:05+2",
    "2026-03-31T14:05ZZ", "2026-03-31X14:05", "2026-03-31T", "14:05", "1774965900",
  ])
  func refusesWhatIsNoInstant(text: String) {
    #expect(throws: QuantityError.self) { try Moment.parse(text) }
  }

  @Test func instantsHaveAnOrderAndADistance() throws {
    let first = try Moment.parse("2026-03-31T23:59:30Z")
    let second = try Moment.parse("2026-04-01T00:01Z")
    #expect(first < second && second - first == 90)
    #expect(first.local(in: .utc) < second.local(in: .utc))
  }

  @Test func staysWithinTheCalendar() {
    #expect(Moment(seconds: .max).description == "9999-12-31T23:59:59Z")
    #expect(Moment(seconds: .min).description == "0001-01-01T00:00Z")
    #expect(Moment(seconds: .min).local(in: ZoneRules(offset: -86_399)).date == .earliest)
  }

  @Test(arguments: [("UTC", 0), ("Z", 0), ("+02:00", 7_200), ("-0530", -19_800), ("+14", 50_400)])
  func knowsZonesThatNeedNoFile(text: String, offset: Int) throws {
    #expect(try #require(ZoneRules(fixed: text)).offset(at: Moment(seconds: 0)) == offset)
  }

  @Test(arguments: ["", "+2", "Europe/Berlin", "+24:00", "+02:00x", "UTC+2"])
  func takesNoOtherTextForAnOffset(text: String) {
    #expect(ZoneRules(fixed: text) == nil)
  }

  @Test(arguments: [
    ("Europe/Berlin", true), ("America/Argentina/Buenos_Aires", true), ("Etc/GMT+5", true), ("UTC", true),
    ("../../etc/passwd", false), ("/etc/passwd", false), ("Europe//Berlin", false), ("", false),
    ("Europe/..", false),
  ])
  func takesNoPathForTheNameOfAZone(name: String, isName: Bool) {
    #expect(ZoneRules.isName(name) == isName)
  }

  // MARK: Rules of a place

  /// A zone file with only the line for the years to come, put together by hand after RFC 8536.
  private func zone(_ rule: String, offset: Int32 = 0) throws -> ZoneRules {
    func head(_ types: UInt8) -> [UInt8] {
      Array("TZif2".utf8) + Array(repeating: 0, count: 15) + Array(repeating: 0, count: 19) + [
        types, 0, 0, 0, 4,
      ]
    }
    func block(_ offset: Int32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: offset >> (24 - 8 * $0)) } + [0, 0] + Array("LMT\0".utf8)
    }
    let bytes = head(1) + block(offset) + head(1) + block(offset) + [10] + Array(rule.utf8) + [10]
    return try #require(ZoneRules(tzif: bytes))
  }

  @Test(arguments: [
    // New York changes on the second Sunday of March and the first of November, at two o'clock.
    ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T06:59Z", -300),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00Z", -240),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T05:59Z", -240),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T06:00Z", -300),
    // Chatham, in the south: summer spans the new year, at a quarter to three.
    ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "2026-01-01T00:00Z", 825),
    ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "2026-07-01T00:00Z", 765),
    // Dublin counts its winter as the exception.
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-15T12:00Z", 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-15T12:00Z", 60),
    // Days of the year, with and without the leap day: from 2024-03-01 and from 2024-02-29.
    ("AAA0BBB,J60/0,J300/0", "2024-02-29T12:00Z", 0), ("AAA0BBB,J60/0,J300/0", "2024-03-01T12:00Z", 60),
    ("AAA0BBB,59/0,300/0", "2024-02-29T12:00Z", 60),
    ("<-03>3", "2026-06-01T00:00Z", -180), ("JST-9", "2026-06-01T00:00Z", 540),
  ])
  func followsTheRuleForYearsToCome(rule: String, moment: String, minutes: Int) throws {
    #expect(try zone(rule).offset(at: Moment.parse(moment)) == minutes * 60)
  }

  @Test(arguments: [
    "", "EST", "E5", "EST5EDT", "EST5EDT,M13.1.0,M11.1.0", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0,",
  ])
  func fallsBackOnTheLastOffsetWhereTheRuleCannotBeRead(rule: String) throws {
    #expect(try zone(rule, offset: 3_600).offset(at: Moment(seconds: 0)) == 3_600)
  }

  @Test func readsAnOldFileOfThirtyTwoBits() throws {
    let change: [UInt8] = [0x65, 0x53, 0xF1, 0x00]  // 2023-11-14T22:13:20Z
    let head =
      Array("TZif".utf8) + Array(repeating: 0, count: 16) + Array(repeating: 0, count: 15) + [
        1, 0, 0, 0, 2, 0, 0, 0, 4,
      ]
    let types: [UInt8] = [0, 0, 0, 0, 0, 0] + [0, 0, 0x0E, 0x10, 1, 0]
    let zone = try #require(ZoneRules(tzif: head + change + [1] + types + Array("GMT\0".utf8)))
    #expect(zone.offset(at: Moment(seconds: 1_700_000_000 - 1)) == 0)
    #expect(zone.offset(at: Moment(seconds: 1_700_000_000)) == 3_600)
  }

  @Test func takesTheFirstOfTwoTimesAndShiftsOneThatNeverComes() throws {
    let zone = try zone("EST5EDT,M3.2.0,M11.1.0", offset: -18_000)
    func utc(_ text: String) throws -> String { try Moment.parse(text, zone: zone).description }
    #expect(try utc("2026-11-01T01:30") == "2026-11-01T05:30Z")  // the first 01:30, still summer time
    #expect(try utc("2026-03-08T02:30") == "2026-03-08T07:30Z")  // 03:30 in summer time
    #expect(try utc("2026-03-08T01:59") == "2026-03-08T06:59Z")
    #expect(try utc("2026-11-01T02:00") == "2026-11-01T07:00Z")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func comesBackFromEveryClockThatShowsAnInstantOnce(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let zones = [
      try zone("EST5EDT,M3.2.0,M11.1.0"), try zone("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45"), .utc,
    ]
    for zone in zones {
      for _ in 0..<200 {
        let moment = Moment(seconds: Int.random(in: 1_600_000_000...2_000_000_000, using: &generator))
        let back = zone.moment(of: moment.local(in: zone))
        // Only in the hour that comes twice is it the earlier instant with the same clock.
        #expect(back == moment || (back < moment && back.local(in: zone) == moment.local(in: zone)))
        #expect(try Moment.parse(moment.description) == moment)
      }
    }
  }

  @Test func refusesFilesThatAreNoZones() throws {
    #expect(ZoneRules(tzif: []) == nil)
    #expect(ZoneRules(tzif: Array("TZif2".utf8)) == nil)
    #expect(ZoneRules(tzif: Array("TZif2".utf8) + Array(repeating: 0xFF, count: 400)) == nil)
    let path = "/usr/share/zoneinfo/Europe/Berlin"
    guard let data = FileManager.default.contents(atPath: path) else { return print("left out: no \(path)") }
    let whole = [UInt8](data)
    for length in 0..<whole.count { _ = ZoneRules(tzif: Array(whole.prefix(length))) }
    #expect(ZoneRules(tzif: Array(whole.prefix(whole.count / 2))) == nil)
  }
}
