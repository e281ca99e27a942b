/// How much the open pipeline is expected to book a day, and what each of its four levers would add.
///
/// Source: RevOps Engine, phase 4; Revenue Operating System, pipeline levers.
public enum PipelineVelocity: Analysis {
  public static let key = "pipeline.velocity"
  public static let title = "Pipeline velocity"
  public static let sections = ["pipeline"]
  public static let optionalTables = ["opportunities", "reps", "stage_history"]
  public static let metrics = ["velocity", "win_rate", "average_deal", "sales_cycle", "lever_gain"]

  /// The four factors, each stated in the section or measured from the opportunities.
  public struct Input: Hashable, Sendable {
    var opportunities: Double
    var winRate: Figure
    var averageDeal: Figure
    var cycleDays: Figure
    /// The deals closed in the window, where there is a table.
    var record: WinRecord?
    /// The window they were closed in.
    var window: Period?
    /// The factors that the table says, by key.
    var measured: [String]
    var benchmarks: Benchmarks
    var currency: String
    /// The factors of each value of the columns asked for.
    var cuts: [CutFactors] = []
    /// What is said of deals closed after the day of the run.
    var later: [Finding] = []
  }

  /// The factors of each value of one column, all measured: what the section states holds for the whole.
  struct CutFactors: Hashable, Sendable {
    /// One value; empty for deals that have none.
    struct Group: Hashable, Sendable {
      var name: String
      var open: Int
      var record: WinRecord
    }

    var by: String
    var groups: [Group]
  }

  /// The figures of one run.
  public struct Result: Hashable, Sendable, Encodable {
    var opportunities: Double
    var winRate: Figure
    /// The band of the win rate; nil where its interval reaches over more than one, since chance alone may explain it.
    var winRateBand: Level?
    /// In currency units.
    var averageDeal: Figure
    var cycleDays: Figure
    /// Expected bookings a day, in currency units.
    var velocity: Figure
    /// What each lever adds, largest first.
    var levers: [Lever]
    /// The deals closed in the window; nil without a table.
    var record: WinRecord?
    var cuts: [Cut]

    enum CodingKeys: String, CodingKey {
      case opportunities, winRate = "win_rate", winRateBand = "win_rate_band"
      case averageDeal = "average_deal", cycleDays = "cycle_days"
      case velocity, levers, record, cuts
    }
  }

  /// The velocity of each value of one column, the fastest first.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]
  }

  /// What the deals of one owner, segment or other value are expected to book a day, in currency units.
  ///
  /// The groups do not add up to the whole: each has a win rate, a deal size and a cycle of its own.
  struct Group: Hashable, Sendable, Encodable {
    /// The value; empty for deals that have none.
    var group: String
    var opportunities: Int
    var won: Int
    var lost: Int
    var winRate: Figure
    var averageDeal: Figure
    var cycleDays: Figure
    var velocity: Figure

    enum CodingKeys: String, CodingKey {
      case group, opportunities, won, lost, winRate = "win_rate", averageDeal = "average_deal"
      case cycleDays = "cycle_days", velocity
    }
  }

  /// One factor moved, the others held.
  public struct Lever: Hashable, Sendable, Encodable {
    /// What a lever is moved to.
    public enum Aim: String, Hashable, Sendable, Encodable {
      /// A tenth better: more of three, fewer days.
      case tenth
      /// Where the next better band of the catalogue begins.
      case benchmark
    }

    /// The factor's key.
    var lever: String
    var aim: Aim
    /// Its value now.
    var from: Double
    /// Its value then.
    var to: Double
    /// Bookings a day then.
    var velocity: Double
    /// What that is more than now.
    var gain: Double
  }

  /// Expected bookings a day.
  ///
  ///     velocity = opportunities × win rate × average deal / cycle in days
  ///
  /// 50 deals at 25 % and $30,000 over 60 days yield $6,250 a day.
  public static func compute(_ input: Input) -> Result {
    var result = Result(
      opportunities: input.opportunities, winRate: input.winRate, winRateBand: winRateBand(input),
      averageDeal: input.averageDeal, cycleDays: input.cycleDays,
      velocity: velocity(input.opportunities, input.winRate, input.averageDeal, input.cycleDays), levers: [],
      record: input.record, cuts: input.cuts.map(cut))
    guard result.velocity.value != nil, let winRate = input.winRate.value,
      let averageDeal = input.averageDeal.value, let cycleDays = input.cycleDays.value
    else { return result }
    let factors = Factors(
      opportunities: input.opportunities, winRate: winRate, averageDeal: averageDeal, cycleDays: cycleDays)
    result.levers = levers(factors, input.benchmarks)
    return result
  }

  /// The band that the win rate lies in; nil where its interval reaches over an edge of alarm.
  private static func winRateBand(_ input: Input) -> Level? {
    let record = input.measured.contains("win_rate") ? input.record : nil
    let (low, high) = (record?.low ?? input.winRate, record?.high ?? input.winRate)
    return input.benchmarks.level(of: "win_rate", input.winRate, low: low, high: high)
  }

  private static func velocity(
    _ opportunities: Double, _ winRate: Figure, _ averageDeal: Figure, _ cycleDays: Figure
  ) -> Figure {
    cycleDays.flatMap { days in
      guard days > 0 else { return .absent(because: "needs a sales cycle longer than 0 days") }
      return averageDeal.flatMap { deal in
        winRate.map { rate in
          Factors(opportunities: opportunities, winRate: rate, averageDeal: deal, cycleDays: days).velocity
        }
      }
    }
  }

  /// The groups in order of their velocity; those of which none can be told come last, by their open deals.
  private static func cut(_ factors: CutFactors) -> Cut {
    let groups = factors.groups.map { group in
      let record = group.record
      return Group(
        group: group.name, opportunities: group.open, won: record.won, lost: record.lost,
        winRate: record.rate,
        averageDeal: record.averageDeal, cycleDays: record.cycleDays,
        velocity: velocity(Double(group.open), record.rate, record.averageDeal, record.cycleDays))
    }
    func rank(_ group: Group) -> (Double, Int) { (group.velocity.value ?? -1, group.opportunities) }
    return Cut(
      by: factors.by,
      groups: groups.sorted { rank($0) == rank($1) ? $0.group < $1.group : rank($0) > rank($1) })
  }

  private struct Factors {
    var opportunities: Double
    var winRate: Double
    var averageDeal: Double
    var cycleDays: Double

    var velocity: Double { opportunities * winRate * averageDeal / cycleDays }
  }

  /// Velocity goes with three factors and against the fourth, so a lever that turns one by a factor turns it too.
  private static func levers(_ now: Factors, _ benchmarks: Benchmarks) -> [Lever] {
    func lever(
      _ key: String, _ from: Double, to: Double, times factor: Double, _ aim: Lever.Aim = .tenth
    ) -> Lever {
      let velocity = now.velocity * factor
      return Lever(
        lever: key, aim: aim, from: from, to: to, velocity: velocity, gain: velocity - now.velocity)
    }
    var levers = [
      lever("opportunities", now.opportunities, to: now.opportunities * 1.1, times: 1.1),
      lever("average_deal", now.averageDeal, to: now.averageDeal * 1.1, times: 1.1),
      lever("cycle_days", now.cycleDays, to: now.cycleDays * 0.9, times: 1 / 0.9),
    ]
    if now.winRate > 0 {
      let higher = min(1, now.winRate * 1.1)
      levers.append(lever("win_rate", now.winRate, to: higher, times: min(1.1, 1 / now.winRate)))
      if let next = benchmarks.judge("win_rate", now.winRate)?.next {
        let factor = next.edge / now.winRate
        levers.append(lever("win_rate", now.winRate, to: next.edge, times: factor, .benchmark))
      }
    }
    return levers.sorted { ($1.gain, $0.lever, $0.aim.rawValue) < ($0.gain, $1.lever, $1.aim.rawValue) }
  }
}
