/// What all deals that were open were worth at the end of each day, in coins.
///
/// Amounts are whole coins, so that the sums are those of adding up the deals of a day.
struct OpenCourse: Sendable {
  /// The days on which it changed, in order.
  private var days: [CalendarDate] = []
  /// What it was from each of them on.
  private var coins: [Double] = []

  /// Adds up what was recorded of some deals.
  init(_ deals: [PastDeals.Deal]) {
    var changes: [CalendarDate: Double] = [:]
    for deal in deals {
      for (index, step) in deal.steps.enumerated() where step.outcome == .open && step.worth != 0 {
        let from = max(step.day, deal.opened)
        let end = index + 1 < deal.steps.count ? deal.steps[index + 1].day : nil
        if let end, end <= from { continue }
        changes[from, default: 0] += step.worth
        if let end { changes[end, default: 0] -= step.worth }
      }
    }
    var sum = 0.0
    for (day, change) in changes.sorted(by: { $0.key < $1.key }) {
      sum += change
      days.append(day)
      coins.append(sum)
    }
  }

  /// What was open at the end of a day.
  subscript(day: CalendarDate) -> Double {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = low + (high - low) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : coins[low - 1]
  }
}
