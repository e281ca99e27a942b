/// Where a figure stands among the bands of its metric.
public struct BandVerdict: Hashable, Sendable, Encodable {
  /// The band the value lies in.
  public let level: Level
  /// The traffic light of that band.
  public let status: Status
  /// False where the value's interval reaches over an edge of alarm, so that chance alone may explain it.
  public let certain: Bool
  /// Where the bands hold.
  public let scope: Scope
  /// Who drew them.
  public let source: String
  /// The next better band; nil in the best one.
  public let next: Goal?

  /// A better band, and the value at which it begins when coming from the one below it.
  public struct Goal: Hashable, Sendable, Encodable {
    public let level: Level
    public let edge: Double
  }
}

extension BandList {
  /// Judges a value, and says whether its interval allows the judgement.
  ///
  /// An edge of alarm separates the list's worst traffic light from the others: for a conversion rate it is
  /// the edge of the bottom quartile. A verdict is certain where no such edge lies within the interval.
  ///
  /// - Parameters:
  ///   - value: The figure, in the metric's unit.
  ///   - low: The lower end of its interval; nil where it is known exactly.
  ///   - high: The upper end.
  ///   - direction: Which way is better.
  /// - Returns: The verdict, or nil for a value that is no number.
  public func verdict(
    for value: Double, low: Double? = nil, high: Double? = nil, direction: Direction
  ) -> BandVerdict? {
    guard let index = bands.lastIndex(where: { $0.begins(by: value) }), !value.isNaN else { return nil }
    let level = bands[index].level
    return BandVerdict(
      level: level, status: level.status,
      certain: isCertain(low: low ?? value, high: high ?? value), scope: scope, source: source,
      next: goal(from: index, direction: direction))
  }

  private func isCertain(low: Double, high: Double) -> Bool {
    let worst = bands.map(\.level.status).min()
    return !zip(bands, bands.dropFirst()).contains { below, above in
      let alarms = (below.level.status == worst) != (above.level.status == worst)
      return alarms && !above.begins(by: low) && above.begins(by: high)
    }
  }

  /// The neighbouring band that is better; in a target list only out of a band that is not green.
  private func goal(from index: Int, direction: Direction) -> BandVerdict.Goal? {
    let below = index > 0 ? bands[index].from.map { (bands[index - 1].level, $0) } : nil
    let above = index + 1 < bands.count ? bands[index + 1].from.map { (bands[index + 1].level, $0) } : nil
    let level = bands[index].level
    let better: (Level, Double)? =
      switch direction {
      case .higherIsBetter: [above, below].compactMap(\.self).first { $0.0.merit > level.merit }
      case .lowerIsBetter: [below, above].compactMap(\.self).first { $0.0.merit > level.merit }
      case .target: [above, below].compactMap(\.self).first { $0.0.status > level.status }
      case .neutral: nil
      }
    return better.map { BandVerdict.Goal(level: $0.0, edge: $0.1) }
  }
}

extension Metric {
  /// The bands that hold in a scope: those of that scope, else the metric's first list.
  public func bandList(in scope: Scope = .general) -> BandList? {
    bands.first { $0.scope == scope } ?? bands.first
  }

  /// Judges a value by the catalogue's own bands; `Benchmarks` also knows those of a workspace.
  public func band(
    for value: Double, low: Double? = nil, high: Double? = nil, in scope: Scope = .general
  ) -> BandVerdict? {
    bandList(in: scope)?.verdict(for: value, low: low, high: high, direction: direction)
  }
}

extension Benchmarks {
  /// The band of a rate; nil where there is none, or its interval reaches over an edge of alarm.
  func level(of metric: String, _ rate: Figure, low: Figure, high: Figure) -> Level? {
    let verdict = rate.value.flatMap { judge(metric, $0, low: low.value, high: high.value) }
    return verdict?.certain == true ? verdict?.level : nil
  }
}
