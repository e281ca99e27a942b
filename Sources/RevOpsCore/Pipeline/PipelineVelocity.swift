/// How much the open pipeline is expected to book a day, and what each of its four levers would add.
///
/// Source: RevOps Engine, phase 4; Revenue Operating System, pipeline levers.
public enum PipelineVelocity: Analysis {
  public static let key = "pipeline.velocity"
  public static let title = "Pipeline velocity"
  public static let sections = ["pipeline"]
  public static let optionalTables = ["opportunities", "reps"]
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
  }

  /// The figures of one run.
  public struct Result: Hashable, Sendable, Encodable {
    var opportunities: Double
    var winRate: Figure
    /// In currency units.
    var averageDeal: Figure
    var cycleDays: Figure
    /// Expected bookings a day, in currency units.
    var velocity: Figure
    /// What each lever adds, largest first.
    var levers: [Lever]
    /// The deals closed in the window; nil without a table.
    var record: WinRecord?

    enum CodingKeys: String, CodingKey {
      case opportunities, winRate = "win_rate", averageDeal = "average_deal", cycleDays = "cycle_days"
      case velocity, levers, record
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
      opportunities: input.opportunities, winRate: input.winRate, averageDeal: input.averageDeal,
      cycleDays: input.cycleDays, velocity: .absent(because: "needs a sales cycle longer than 0 days"),
      levers: [], record: input.record)
    for factor in [input.winRate, input.averageDeal, input.cycleDays] {
      if let reason = factor.reason { result.velocity = .absent(because: reason) }
    }
    guard let winRate = input.winRate.value, let averageDeal = input.averageDeal.value,
      let cycleDays = input.cycleDays.value, cycleDays > 0
    else { return result }
    let factors = Factors(
      opportunities: input.opportunities, winRate: winRate, averageDeal: averageDeal, cycleDays: cycleDays)
    result.velocity = .value(factors.velocity)
    result.levers = levers(factors, input.benchmarks)
    return result
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
