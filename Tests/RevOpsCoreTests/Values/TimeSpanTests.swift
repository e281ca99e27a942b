import Testing

@testable import RevOpsCore

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("60 days", 60, TimeSpan.Unit.days), ("60d", 60, .days), ("2 weeks", 2, .weeks),
    ("18 months", 18, .months),
    ("18mo", 18, .months), ("4 hours", 4, .hours), ("5 minutes", 5, .minutes), ("1 year", 1, .years),
    ("4 business hours", 4, .businessHours), ("5 Business Days", 5, .businessDays),
    ("24 working hours", 24, .businessHours), ("30s", 30, .seconds), ("1.5h", 1.5, .hours),
    ("-10 days", -10, .days),
    ("1,000 days", 1_000, .days), ("15 min", 15, .minutes), ("2q", 2, .quarters), ("1 DAY", 1, .days),
  ])
  func readsDurations(text: String, amount: Double, unit: TimeSpan.Unit) throws {
    #expect(try TimeSpan.parse(text) == TimeSpan(amount, unit))
  }

  @Test func readsABareNumberOnlyWhereTheKeyCarriesTheUnit() throws {
    #expect(try TimeSpan.parse("60", unit: .days) == TimeSpan(60, .days))
    #expect(try TimeSpan.parse("2 months", unit: .days) == TimeSpan(2, .months))
    let error = #expect(throws: QuantityError.self) { try TimeSpan.parse("60") }
    #expect(error?.message == "found '60', but a duration needs its unit")
    #expect(error?.hint == "did you mean 60 days?")
  }

  @Test func asksWhetherAnMIsAMinuteOrAMonth() {
    let error = #expect(throws: QuantityError.self) { try TimeSpan.parse("18m") }
    #expect(error?.wanted == "'m' could be minutes or months")
  }

  @Test(arguments: [
    "", "days", "sixty days", "60 fortnights", "4 business weeks", "1 year 6 months", "60-days", "5 business",
    "1,20 days", "60 days!", "1e400 days", "P60D",
  ])
  func refusesWhatIsNoDuration(text: String) {
    #expect(throws: QuantityError.self) { try TimeSpan.parse(text) }
  }

  @Test func convertsExactlyWhereTheUnitsAllowIt() {
    #expect(TimeSpan(2, .weeks).days == 14)
    #expect(TimeSpan(1, .years).months == 12)
    #expect(TimeSpan(1, .quarters).months == 3)
    #expect(TimeSpan(36, .hours).days == 1.5)
    #expect(TimeSpan(1, .months).days == 30.4375)  // 365.25 / 12
    #expect(TimeSpan(5, .businessDays).days == 7)
    #expect(TimeSpan(40, .businessHours).days == 7)
    #expect(TimeSpan(2_400, .businessMinutes).days == 7)
    #expect(TimeSpan(2, .hours).minutes == 120)
    #expect(TimeSpan(90, .minutes).hours == 1.5)
    #expect(TimeSpan(6, .months).years == 0.5)
    #expect(TimeSpan(.infinity, .days).description == "inf days")
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func readsBackWhatItWrites(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for unit in TimeSpan.Unit.allCases {
      let span = TimeSpan(Double.random(in: -1e6...1e6, using: &generator), unit)
      #expect(try TimeSpan.parse(span.description) == span)
    }
  }
}
