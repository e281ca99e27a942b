/// What is wrong with the bands a workspace gives for a metric.
public struct BandProblem: Error, Hashable, Sendable {
  /// The key of the faulty edge; nil where the list as a whole is at fault.
  public let key: String?
  /// What was found and what is wanted, ready for a diagnostic.
  public let message: String
  /// The way out, where one is known.
  public let hint: String?
}

extension BandList {
  /// The bands a workspace gives for a metric, as `Benchmarks` describes them.
  ///
  /// - Parameters:
  ///   - metric: The metric they judge.
  ///   - scope: Where they hold; `company` where the workspace names no scope.
  ///   - edges: Level names, or `from` and `to` for a target, with values in the metric's unit.
  /// - Returns: The list, which replaces the catalogue's for that scope.
  /// - Throws: The first problem found.
  public static func own(
    for metric: Metric, in scope: Scope = .company, edges: [(key: String, value: Double)]
  ) throws(BandProblem) -> BandList {
    guard metric.direction != .neutral else {
      throw BandProblem(
        key: nil, message: "'\(metric.id)' says nothing about good or bad, so it takes no bands", hint: nil)
    }
    guard !edges.isEmpty else {
      throw BandProblem(key: nil, message: "the bands of '\(metric.id)' are empty", hint: nil)
    }
    if let edge = edges.first(where: { !$0.value.isFinite }) {
      throw BandProblem(key: edge.key, message: "the edge of '\(edge.key)' is not a number", hint: nil)
    }
    let bands =
      metric.direction == .target
      ? try range(edges, metric) : try ladder(edges, metric, in: scope)
    return BandList(scope: scope, source: "company.benchmarks", bands: bands)
  }

  private static func range(
    _ edges: [(key: String, value: Double)], _ metric: Metric
  ) throws(BandProblem) -> [Band] {
    if let edge = edges.first(where: { $0.key != "from" && $0.key != "to" }) {
      throw BandProblem(
        key: edge.key, message: "'\(metric.id)' has a target range, which has no '\(edge.key)'",
        hint: "give 'from' and 'to'")
    }
    let from = edges.first { $0.key == "from" }?.value
    let to = edges.first { $0.key == "to" }?.value
    if let from, let to, from > to {
      throw BandProblem(key: "to", message: "the range of '\(metric.id)' ends before it begins", hint: nil)
    }
    let lower: [Band] =
      from.map { [Band(level: .tooLow, from: nil, open: false), .at($0, .inRange)] }
      ?? [Band(level: .inRange, from: nil, open: false)]
    return lower + (to.map { [.above($0, .tooHigh)] } ?? [])
  }

  /// Bands from worst to best, put in the order of their values.
  private static func ladder(
    _ edges: [(key: String, value: Double)], _ metric: Metric, in scope: Scope
  ) throws(BandProblem) -> [Band] {
    var steps: [(level: Level, edge: Double)] = []
    for edge in edges {
      guard let level = Level(rawValue: edge.key) else {
        throw BandProblem(
          key: edge.key, message: "'\(edge.key)' is not the name of a band",
          hint: nearest(to: edge.key, among: Level.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" })
      }
      steps.append((level, edge.value))
    }
    steps.sort { $0.level.merit < $1.level.merit }
    let rises = metric.direction == .higherIsBetter
    for (worse, better) in zip(steps, steps.dropFirst())
    where worse.level == better.level || (rises ? better.edge <= worse.edge : better.edge >= worse.edge) {
      throw BandProblem(
        key: better.level.rawValue,
        message: "'\(better.level.rawValue)' is better than '\(worse.level.rawValue)', so its edge must be "
          + (rises ? "higher" : "lower"), hint: nil)
    }
    let worst = worstLevel(below: steps[0].level, metric.bandList(in: scope))
    let others = steps.drop { $0.level == worst }
    if rises {
      return [Band(level: worst, from: nil, open: false)] + others.map { .at($0.edge, $0.level) }
    }
    let levels = others.reversed().map(\.level) + [worst]
    let starts: [Double?] = [nil] + others.reversed().map(\.edge)
    return zip(levels, starts).map { Band(level: $0, from: $1, open: false) }
  }

  /// The level of what misses every edge: the least one given where it is red, else the catalogue's.
  private static func worstLevel(below least: Level, _ catalogue: BandList?) -> Level {
    guard least.status != .red else { return least }
    let own = catalogue?.bands.map(\.level).min { $0.merit < $1.merit }
    return own.flatMap { $0.merit < least.merit ? $0 : nil } ?? .poor
  }
}
