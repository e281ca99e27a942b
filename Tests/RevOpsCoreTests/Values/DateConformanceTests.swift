import Foundation
import Testing

@testable import RevOpsCore

/// Dates, business time and zones, row by row of tables that other programs computed.
@Suite(.enabled(if: ConformanceTable.areThere, "../shared/conformance is not there"))
struct DateConformanceTests {
  private func date(_ text: String) throws -> CalendarDate { try CalendarDate.parse(text) }
  private func number(_ text: String) throws -> Int { try #require(Int(text)) }

  @Test func readsOnlyISODates() throws {
    try ConformanceTable("dates/date_text").holds { [try date($0[0]).description] }
  }

  @Test func addsDays() throws {
    try ConformanceTable("dates/add_days").holds { [try date($0[0]).adding(days: number($0[1])).description] }
  }

  @Test func countsDaysBetween() throws {
    try ConformanceTable("dates/days_between").holds { ["\(try date($0[1]) - date($0[0]))"] }
  }

  @Test func addsMonthsWithinTheMonth() throws {
    try ConformanceTable("dates/add_months").holds {
      [try date($0[0]).adding(months: number($0[1])).description]
    }
  }

  @Test func knowsWeekdayAndDayOfYear() throws {
    try ConformanceTable("dates/day_parts").holds {
      let date = try date($0[0])
      return ["\(date.weekday)", "\(date.dayOfYear)"]
    }
  }

  @Test func knowsISOWeeks() throws {
    try ConformanceTable("dates/iso_week").holds {
      let (year, week) = try date($0[0]).isoWeek
      return ["\(year)", "\(week)"]
    }
  }

  @Test func knowsFiscalQuarters() throws {
    try ConformanceTable("dates/fiscal_quarter").holds {
      let calendar = try #require(FiscalCalendar(startMonth: number($0[1])))
      let period = try calendar.quarter(containing: date($0[0]))
      guard case .fiscalQuarter(let year, let quarter) = period.kind else { return [] }
      #expect(calendar.quarter(quarter, of: year) == period)
      return ["\(year)", "\(quarter)", "\(period.start)", "\(period.lastDay)"]
    }
  }

  @Test func knowsYearsOfWholeWeeks() throws {
    try ConformanceTable("dates/fy5253").holds {
      let rule = FiscalWeeks(
        ending: try #require(FiscalWeeks.Ending(rawValue: $0[0])), weekday: try number($0[1]),
        extraWeekQuarter: try number($0[3]))
      let startMonth = try number($0[2]) % 12 + 1
      let calendar = try #require(FiscalCalendar(startMonth: startMonth, weeks: rule))
      return [calendar.quarter(containing: try date($0[4]).adding(days: 1)).lastDay.description]
    }
  }

  // MARK: Business time

  private func holidays(_ name: String) throws -> Set<CalendarDate> {
    guard name == "us" else { return [] }
    let file = try #require(SharedFiles.folder("conformance/dates/us_holidays.txt"))
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    return Set(try lines.map { try CalendarDate.parse(String($0)) })
  }

  private func calendar(mask: String, _ names: String) throws -> WorkCalendar {
    try #require(WorkCalendar(minutes: mask.map { $0 == "1" ? 540..<1_020 : nil }, holidays: holidays(names)))
  }

  private func calendar(_ open: String, _ close: String, _ names: String) throws -> WorkCalendar {
    try WorkCalendar.parse("Mon-Fri \(open)-\(close)", holidays: holidays(names))
  }

  private func local(_ text: String) throws -> LocalTime { try Moment.parse(text).local(in: .utc) }

  @Test func countsBusinessDays() throws {
    try ConformanceTable("dates/busday_count").holds {
      ["\(try calendar(mask: $0[2], $0[3]).businessDays(from: date($0[0]), to: date($0[1])))"]
    }
  }

  @Test func addsBusinessDays() throws {
    let rolls: [String: WorkCalendar.Roll] = [
      "forward": .following, "following": .following, "backward": .preceding, "preceding": .preceding,
      "modifiedfollowing": .modifiedFollowing, "modifiedpreceding": .modifiedPreceding,
    ]
    try ConformanceTable("dates/busday_offset").holds {
      let calendar = try calendar(mask: $0[3], $0[4])
      let roll = try #require(rolls[$0[2]])
      return [try calendar.adding(businessDays: number($0[1]), to: date($0[0]), roll: roll).description]
    }
  }

  @Test func addsBusinessMinutes() throws {
    try ConformanceTable("dates/business_minutes_add").holds {
      let calendar = try calendar($0[2], $0[3], $0[4])
      return [try calendar.adding(businessMinutes: Double(number($0[1])), to: local($0[0])).description]
    }
  }

  @Test func countsBusinessMinutes() throws {
    try ConformanceTable("dates/business_minutes_between").holds {
      let calendar = try calendar($0[2], $0[3], $0[4])
      return ["\(Int(calendar.businessMinutes(from: try local($0[0]), to: try local($0[1]))))"]
    }
  }

  // MARK: Zones

  private static let zones = URL(fileURLWithPath: "/usr/share/zoneinfo")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: zones.path), "the system has no zone files"))
  func knowsTheClocksOfZones() throws {
    try ConformanceTable("dates/utc_to_local").holds {
      let bytes = [UInt8](try Data(contentsOf: Self.zones.appendingPathComponent($0[1])))
      let zone = try #require(ZoneRules(tzif: bytes))
      let moment = try Moment.parse($0[0])
      return [moment.local(in: zone).description, "\(zone.offset(at: moment) / 60)"]
    }
  }
}
