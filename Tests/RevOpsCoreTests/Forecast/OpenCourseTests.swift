import Testing

@testable import RevOpsCore

@Suite struct OpenCourseTests {
  private static func step(_ date: String, _ outcome: DealOutcome?, _ coins: Double) -> PastDeals.Step {
    PastDeals.Step(day: day(date), stage: "Demo", outcome: outcome, coins: coins, close: nil, category: nil)
  }

  /// By hand: A is 100 from 3 May, 150 from 5 May and won on 9 May; B, created on 4 May, is 20 though its first row is
  /// older; C changes twice on 6 May, of which the last counts, and has no amount before.
  @Test func whatIsOpenOnEachDay() {
    let deals = [
      PastDeals.Deal(
        opened: day("2026-05-03"),
        steps: [
          Self.step("2026-05-03", .open, 100), Self.step("2026-05-05", .open, 150),
          Self.step("2026-05-09", .won, 150),
        ]),
      PastDeals.Deal(opened: day("2026-05-04"), steps: [Self.step("2026-05-01", .open, 20)]),
      PastDeals.Deal(
        opened: day("2026-05-05"),
        steps: [
          Self.step("2026-05-05", .open, .nan), Self.step("2026-05-06", .open, 7),
          Self.step("2026-05-06", .open, 9),
        ]),
    ]
    let course = OpenCourse(deals)
    let expected = [
      "2026-05-02": 0, "2026-05-03": 100, "2026-05-04": 120, "2026-05-05": 170, "2026-05-06": 179,
      "2026-05-08": 179, "2026-05-09": 29, "2027-01-01": 29,
    ]
    for (date, coins) in expected { #expect(course[day(date)] == Double(coins), "\(date)") }
  }

  /// On random deals each day is what the deals of that day add up to.
  @Test func isTheSumOfTheDealsOfADay() {
    var generator = SplitMix64(seed: 23)
    let start = day("2026-01-01")
    let outcomes: [DealOutcome?] = [.open, .open, .won, .lost, nil]
    let deals = (0..<60).map { _ -> PastDeals.Deal in
      var time = start.adding(days: Int.random(in: 0..<40, using: &generator))
      let opened = time.adding(days: Int.random(in: -3...3, using: &generator))
      let steps = (0..<Int.random(in: 1...5, using: &generator)).map { _ -> PastDeals.Step in
        defer { time = time.adding(days: Int.random(in: 0..<9, using: &generator)) }
        return Self.step(
          "\(time)", outcomes.randomElement(using: &generator) ?? nil,
          Double(Int.random(in: 0...99_999, using: &generator)))
      }
      return PastDeals.Deal(opened: opened, steps: steps)
    }
    let course = OpenCourse(deals)
    for offset in -5..<90 {
      let date = start.adding(days: offset)
      let sum = deals.reduce(0.0) { sum, deal in
        guard let step = deal.step(on: date), step.outcome == .open else { return sum }
        return sum + step.worth
      }
      #expect(course[date] == sum, "\(date)")
    }
  }
}
