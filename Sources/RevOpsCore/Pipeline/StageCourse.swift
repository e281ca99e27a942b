extension PipelineMovement {
  /// How long deals stay in a stage, and what becomes of those that enter it.
  struct StageRecord: Hashable, Sendable, Encodable {
    var stage: String
    /// How often a deal came into it.
    var entered: Int
    /// How often one has left it again.
    var left: Int
    /// Days from coming to leaving, over those that left.
    var p25Days: Figure
    var p50Days: Figure
    var p75Days: Figure
    var p90Days: Figure
    /// The deals that were ever in it and have ended since.
    var won: Int
    var lost: Int
    /// won / (won + lost), with the ends of its 95 % interval.
    var winRate: Figure
    var winRateLow: Figure
    var winRateHigh: Figure

    enum CodingKeys: String, CodingKey {
      case stage, entered, left, p25Days = "p25_days", p50Days = "p50_days", p75Days = "p75_days"
      case p90Days = "p90_days", won, lost, winRate = "win_rate", winRateLow = "win_rate_low"
      case winRateHigh = "win_rate_high"
    }
  }

  /// How many of the deals that went on from a stage went to another.
  struct Conversion: Hashable, Sendable, Encodable {
    var from: String
    var to: String
    var deals: Int
    /// deals / all that went on from the stage.
    var rate: Double
  }
}

/// What the history says of the stages, up to the last day: how long deals stay, where they go, how they end.
struct StageCourse {
  private(set) var records: [PipelineMovement.StageRecord] = []
  private(set) var conversions: [PipelineMovement.Conversion] = []

  /// What is known of one stage.
  private struct Tally {
    var entered = 0
    var left = 0
    /// How long those stayed that left and of which it is known when they came.
    var days: [Double] = []
    var next: [String: Int] = [:]
    var won = 0
    var lost = 0
  }

  init(_ input: PipelineMovement.Input) {
    guard let history = input.history else { return }
    var tallies: [String: Tally] = [:]
    for deal in history.deals {
      let stays = deal.stays(through: input.scope.to)
      for (index, stay) in stays.enumerated() {
        tallies[stay.stage, default: Tally()].entered += 1
        let next = index + 1 < stays.count ? stays[index + 1] : nil
        let exit = stay.exit.flatMap { $0 < input.scope.to.endOfDay ? $0 : nil }
        let ending = deal.ending(by: input.scope.to, in: input.outcomes[stay.stage])
        if let end = exit ?? next?.second ?? ending.map({ Int($0.day.dayNumber) * 86_400 }) {
          tallies[stay.stage]?.left += 1
          if let start = stay.second {
            tallies[stay.stage]?.days.append(Double(max(end - start, 0)) / 86_400)
          }
        }
        if let next { tallies[stay.stage]?.next[next.stage, default: 0] += 1 }
      }
      guard let last = stays.last else { continue }
      let ofStage = input.outcomes[last.stage]
      guard let outcome = deal.ending(by: input.scope.to, in: ofStage)?.outcome ?? ofStage, outcome != .open
      else { continue }
      for stage in Set(stays.map(\.stage)) where input.outcomes[stage] == .open {
        if outcome == .won { tallies[stage]?.won += 1 } else { tallies[stage]?.lost += 1 }
      }
    }
    let order = StageOrder(input)
    for (stage, tally) in tallies.sorted(by: { order.precedes($0.key, $1.key) }) {
      let moved = tally.next.values.reduce(0, +)
      let isOpen = input.outcomes[stage] == .open
      // Deals end in the others; one that any deal has left was reopened, and is shown.
      if isOpen || tally.left > 0 { records.append(Self.record(stage, tally, isOpen: isOpen)) }
      for (next, deals) in tally.next.sorted(by: { order.precedes($0.key, $1.key) }) {
        conversions.append(
          .init(from: stage, to: next, deals: deals, rate: Double(deals) / Double(moved)))
      }
    }
  }

  private static func record(_ stage: String, _ tally: Tally, isOpen: Bool) -> PipelineMovement.StageRecord {
    let days = Percentiles(tally.days)
    func figure(_ share: Double) -> Figure {
      days.map { .value($0[share]) }
        ?? .absent(
          because: tally.left == 0
            ? "no deal has left the stage" : "nothing says when the deals that left came into the stage")
    }
    let ended = tally.won + tally.lost
    let none: Figure = .absent(
      because: isOpen ? "no deal that was in the stage has ended" : "deals end in this stage")
    let interval = WilsonInterval(successes: tally.won, of: ended)
    return .init(
      stage: stage, entered: tally.entered, left: tally.left, p25Days: figure(0.25),
      p50Days: figure(0.5),
      p75Days: figure(0.75), p90Days: figure(0.9), won: tally.won, lost: tally.lost,
      winRate: ended > 0 ? .value(Double(tally.won) / Double(ended)) : none,
      winRateLow: interval.map { .value($0.low) } ?? none,
      winRateHigh: interval.map { .value($0.high) } ?? none)
  }
}

extension CalendarDate {
  /// The second at which the next day begins, in UTC.
  fileprivate var endOfDay: Int { (Int(dayNumber) + 1) * 86_400 }
}

/// Some numbers in order, of which any share lies below one of them.
struct Percentiles: Sendable {
  private let sorted: [Double]

  /// Nil without any number.
  init?(_ numbers: [Double]) {
    guard !numbers.isEmpty else { return nil }
    sorted = numbers.sorted()
  }

  /// The number below which a share of them lies, between two of them in proportion.
  ///
  ///     x = numbers[h], h = (n − 1) × share, the first number at 0
  ///
  /// Source: type 7 of Hyndman & Fan, The American Statistician 50 (1996), 361–365, as in R, numpy and pandas.
  subscript(share: Double) -> Double {
    let place = Double(sorted.count - 1) * min(max(share, 0), 1)
    let low = Int(place)
    guard low + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[low] + (sorted[low + 1] - sorted[low]) * (place - Double(low))
  }
}
