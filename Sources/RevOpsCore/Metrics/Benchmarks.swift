/// The bands in force: the catalogue's, replaced where a workspace has its own.
///
/// A workspace writes them under `company.benchmarks`, by metric, in the metric's unit. A level is reached at
/// its value where higher is better, and below it where lower is; what is worse than the least of them is the
/// metric's worst level. A metric with a target takes a range. A scope of the catalogue may stand between.
///
///     benchmarks:
///       nrr: {good: 100%, great: 110%, world_class: 120%}
///       cac_payback: {great: 10 months, good: 15 months}
///       quota_to_ote: {from: 4, to: 5.5}
///       sm_share:
///         acv_10k_50k: {from: 35%, to: 55%}
public struct Benchmarks: Hashable, Sendable {
  private let own: [String: [BandList]]

  /// Takes the lists of a workspace by metric id; without any, the catalogue holds.
  public init(_ own: [String: [BandList]] = [:]) {
    self.own = own
  }

  /// All lists that hold for a metric, the one that holds where no scope is known first.
  public func bandLists(of metric: Metric) -> [BandList] {
    let replaced = own[metric.id] ?? []
    guard !replaced.contains(where: { $0.scope == .company }) else { return replaced }
    let kept = metric.bands.filter { list in !replaced.contains { $0.scope == list.scope } }
    return kept + replaced
  }

  /// The list that holds for a metric in a scope; nil for an id without bands.
  public func bandList(of id: String, in scope: Scope = .general) -> BandList? {
    guard let metric = Metrics[id] else { return nil }
    let lists = bandLists(of: metric)
    return lists.first { $0.scope == scope } ?? lists.first { $0.scope == .company } ?? lists.first
  }

  /// Judges a figure; nil where its metric has no bands.
  ///
  /// - Parameters:
  ///   - id: The metric's id.
  ///   - value: The figure in the metric's unit.
  ///   - low: The lower end of its interval; nil where it is known exactly.
  ///   - high: The upper end.
  ///   - scope: Where it was measured, such as the company's contract value tier.
  /// - Returns: The band, its traffic light and whether the interval allows to claim it.
  public func judge(
    _ id: String, _ value: Double, low: Double? = nil, high: Double? = nil, in scope: Scope = .general
  ) -> BandVerdict? {
    assert(Metrics[id] != nil, "no metric '\(id)' in the catalogue")
    guard let metric = Metrics[id], let list = bandList(of: id, in: scope) else { return nil }
    return list.verdict(for: value, low: low, high: high, direction: metric.direction)
  }

  /// The bands of pipeline coverage at a known win rate.
  ///
  /// The catalogue's bands are those of a win rate of 25 %, where 4x covers the quota; another win rate moves
  /// every edge in proportion to 1 / win rate. A workspace's own bands stay as they are.
  public func coverageBands(winRate: Double) -> BandList? {
    guard let list = bandList(of: "coverage") else { return nil }
    guard own["coverage"] == nil, winRate > 0, winRate <= 1 else { return list }
    let bands = list.bands.map { band in
      BandList.Band(level: band.level, from: band.from.map { $0 * 0.25 / winRate }, open: band.open)
    }
    return BandList(
      scope: list.scope, source: list.source + "; scaled to 1 / win rate: " + Source.map(3), bands: bands)
  }
}
