/// The traffic light of a figure.
public enum Status: String, Hashable, Sendable, Encodable, CaseIterable, Comparable {
  case red, yellow, green

  /// Red comes first, green last.
  public static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .red: 0
    case .yellow: 1
    case .green: 2
    }
  }
}

/// The name of a band.
///
/// Lists keep the names of the source they come from, so that a reader finds them there. Of two levels that
/// show the same light, the one declared later is the better.
public enum Level: String, Hashable, Sendable, Encodable, CaseIterable {
  // Maturity and rubric.
  case foundation, building, scaling
  case titleOnly = "title_only"
  case gaps
  // Quartiles of peers, and board grades.
  case bottomQuartile = "bottom_quartile"
  case belowMedian = "below_median"
  case median
  case topQuartile = "top_quartile"
  case poor
  case belowGood = "below_good"
  case aboveTypical = "above_typical"
  case typical
  case belowTypical = "below_typical"
  case good, great, excellent, strong, elite
  case worldClass = "world_class"
  // Health of a pipeline.
  case critical
  case belowMinimum = "below_minimum"
  case minimum, healthy, optimal
  // What to do with the money.
  case losing, fix, optimize, invest
  // Forecast error.
  case needsWork = "needs_work"
  case broken
  // A target or a range.
  case offTarget = "off_target"
  case belowTarget = "below_target"
  case onTarget = "on_target"
  case aboveTarget = "above_target"
  case tooLow = "too_low"
  case inRange = "in_range"
  case tooHigh = "too_high"
  // Leads.
  case unqualified, mql, hot
  // Who may grant a discount.
  case croApproves = "cro_approves"
  case vpApproves = "vp_approves"
  case managerApproves = "manager_approves"
  case aeApproves = "ae_approves"

  /// The traffic light this band shows.
  public var status: Status {
    switch self {
    case .bottomQuartile, .poor, .critical, .belowMinimum, .losing, .fix, .broken, .foundation, .titleOnly,
      .offTarget, .croApproves:
      .red
    case .belowMedian, .belowGood, .aboveTypical, .minimum, .optimize, .needsWork, .building, .gaps,
      .belowTarget, .tooLow, .tooHigh, .unqualified, .vpApproves:
      .yellow
    case .median, .topQuartile, .worldClass, .good, .great, .elite, .strong, .typical, .belowTypical,
      .healthy, .optimal, .invest, .excellent, .scaling, .onTarget, .aboveTarget, .inRange, .mql, .hot,
      .aeApproves, .managerApproves:
      .green
    }
  }

  /// The name in words.
  public var title: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

extension Level {
  /// The place of a level in the order from worst to best.
  var merit: Int {
    let place = Level.allCases.firstIndex(of: self) ?? 0
    return switch status {
    case .red: place
    case .yellow: 1_000 + place
    case .green: 2_000 + place
    }
  }
}
