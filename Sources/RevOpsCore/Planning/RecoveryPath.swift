/// What a period brings if nothing changes, and what each lever changes of it.
///
///     expected = win rate × deal size × (open + created a month × months in which deals can be opened)
///
/// Deal size counts as a multiple of today's. Deals can be opened from tomorrow, or from the first day whose deals
/// close in the period, until the cycle before its last day: what is opened later closes too late.
///
/// Source: Revenue Operating System, on the recovery plan and the four levers of productivity.
struct RecoveryPath: Hashable, Sendable {
  /// What has to be won beside what is closed and named, in currency units.
  var gap: Double
  /// Pipeline that is due in the period.
  var open: Double
  var createdPerMonth: Double
  var winRate: Double
  var cycleDays: Double
  /// Days from tomorrow to the period's last, and days of the period itself.
  var daysLeft: Double
  var periodDays: Double

  static let daysPerMonth = 365.25 / 12

  /// What the levers come to, each as a multiple of what it is: the cycle below 1, the others above.
  struct Setting: Hashable, Sendable {
    var averageDeal = 1.0
    var winRate = 1.0
    var created = 1.0
    var cycle = 1.0
  }

  /// Days on which a deal can be opened that closes in the period.
  func creationDays(_ setting: Setting = Setting()) -> Double {
    max(0, min(daysLeft - cycleDays * setting.cycle, periodDays))
  }

  /// Pipeline that is created in time.
  func creatable(_ setting: Setting = Setting()) -> Double {
    createdPerMonth * setting.created * creationDays(setting) / Self.daysPerMonth
  }

  /// What the period wins of what is open and of what is created in time.
  func expected(_ setting: Setting = Setting()) -> Double {
    min(1, winRate * setting.winRate) * setting.averageDeal * (open + creatable(setting))
  }

  /// What a lever has to become, alone, for the gap to close: a multiple of what it is, or why none is enough.
  func multiple(of lever: RecoveryLever) -> Figure {
    switch lever {
    case .averageDeal:
      let won = expected()
      return won > 0
        ? .value(gap / won) : .absent(because: "nothing is open and nothing can be opened in time")
    case .winRate:
      guard open + creatable() > 0 else {
        return .absent(because: "nothing is open and nothing can be opened in time")
      }
      let rate = gap / (open + creatable())
      guard rate <= 1 else { return .absent(because: "not even if every deal is won") }
      return winRate > 0 ? .value(rate / winRate) : .absent(because: "nothing is won today")
    case .created:
      guard winRate > 0 else { return .absent(because: "nothing is won today") }
      guard creationDays() > 0 else {
        return .absent(because: "a deal opened now does not close in time by the usual cycle")
      }
      guard createdPerMonth > 0 else { return .absent(because: "nothing is created today") }
      return .value(max(0, gap / winRate - open) / creatable())
    case .cycle: return cycleMultiple
    }
  }

  /// The longest cycle that leaves days enough to create what is missing.
  private var cycleMultiple: Figure {
    guard winRate > 0 else { return .absent(because: "nothing is won today") }
    guard createdPerMonth > 0 else { return .absent(because: "nothing is created today") }
    guard cycleDays > 0 else { return .absent(because: "the cycle has no days to lose") }
    let days = max(0, gap / winRate - open) / createdPerMonth * Self.daysPerMonth
    guard days <= min(periodDays, daysLeft) else {
      return .absent(because: "not even if deals closed on the day they are opened")
    }
    return .value((daysLeft - days) / cycleDays)
  }

  /// Some levers each moved by one share of what they are.
  func setting(of levers: [RecoveryLever], movedBy share: Double) -> Setting {
    var setting = Setting()
    for lever in levers {
      switch lever {
      case .averageDeal: setting.averageDeal = 1 + share
      case .winRate: setting.winRate = 1 + share
      case .created: setting.created = 1 + share
      case .cycle: setting.cycle = max(0, 1 - share)
      }
    }
    return setting
  }

  /// The least share by which some levers have to move together for the gap to close; absent where none is enough.
  ///
  /// What is expected only grows with the share, so that halving finds it.
  func share(of levers: [RecoveryLever]) -> Figure {
    guard expected() < gap else { return .value(0) }
    func closes(_ share: Double) -> Bool { expected(setting(of: levers, movedBy: share)) >= gap }
    var (low, high) = (0.0, 0.01)
    while !closes(high) {
      (low, high) = (high, high * 2)
      guard high < 1e6 else { return .absent(because: "no change of them is enough") }
    }
    for _ in 0..<200 where high - low > 1e-15 * high {
      let middle = low + (high - low) / 2
      if closes(middle) { high = middle } else { low = middle }
    }
    return .value(high)
  }
}

/// What a sales team can move: the four levers of productivity.
enum RecoveryLever: String, Hashable, Sendable, Encodable, CaseIterable {
  case averageDeal = "average_deal"
  case winRate = "win_rate"
  case created = "pipeline_per_month"
  case cycle = "cycle_days"

  /// Its name for people.
  var title: String {
    switch self {
    case .averageDeal: "Deal size"
    case .winRate: "Win rate"
    case .created: "Pipeline a month"
    case .cycle: "Sales cycle"
    }
  }

  /// Each choice of two or more, the shorter first.
  static let combinations: [[RecoveryLever]] = (1..<16).map { set in
    allCases.enumerated().filter { set & (1 << $0.offset) != 0 }.map(\.element)
  }.filter { $0.count > 1 }
}
