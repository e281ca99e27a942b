/// Where new pipeline comes from against where it was to come from, and whether the coming quarters have enough.
///
/// Source: Revenue Operating System, on the sources of demand and the Demand Generation Board.
public enum Demand: Analysis {
  public static let key = "demand"
  public static let title = "Demand"
  public static let sections = ["demand", "pipeline", "plan", "capacity"]
  public static let optionalTables = ["opportunities", "stage_history"]
  public static let metrics = [
    "source_mix_accuracy", "sufficiency", "sufficiency_gap", "created_to_plan", "marketing_contribution",
  ]
  public static let measures = ["sufficiency"]

  /// Pipeline created, pipeline open, and what is asked of both.
  public struct Input: Sendable {
    /// When the pipeline was created that the mix is measured on.
    var period: Period
    var asOf: CalendarDate
    /// Pipeline created in the period, by segment and source.
    var created: [Cell]
    /// Whether deals or the document say what was created.
    var isCreatedKnown: Bool
    /// The planned mix of each segment; a segment without one has none.
    var mixes: [String: DemandMix]
    /// The part of the targets that each segment carries; they sum to 1.
    var segmentShares: [(segment: String, share: Double)]
    /// The same of each region; empty where nothing says so.
    var regionShares: [(segment: String, share: Double)] = []
    var quarters: [Quarter]
    var winRate: Figure
    var isWinRateMeasured: Bool
    var safety: Double
    /// From opening a deal to winning it.
    var cycleDays: Figure
    /// Pipeline that was to be created in the period.
    var pipelineTarget: Double?
    /// How far below its plan a source may lie.
    var tolerance: Double
    /// Deals of the period without an amount.
    var missingAmounts: Int
    var cuts: [Cut]
    var currency: String
    var benchmarks: Benchmarks
    var places: [String: Place]
  }

  /// Pipeline of one segment and source, in currency units.
  struct Cell: Hashable, Sendable {
    var segment: String
    /// nil for a word that stands for no source.
    var source: DemandSource?
    /// The word of the CRM.
    var word: String
    var deals: Int
    var amount: Double
  }

  /// A coming quarter.
  struct Quarter: Hashable, Sendable {
    var period: Period
    /// What is to be won in it; absent where nothing says so.
    var target: Figure
    /// Open pipeline that closes in it, by source, under nil what stands for none; nil where it is not known.
    var open: [DemandSource?: Double]?
    /// The same by segment and by region; nil where the deals do not say it.
    var openBySegment: [String: [DemandSource?: Double]]?
    var openByRegion: [String: [DemandSource?: Double]]?
    var place: Place?
  }

  /// The pipeline of each value of a column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]

    struct Group: Hashable, Sendable, Encodable {
      /// The value; empty for deals that have none.
      var group: String
      /// Created in the period.
      var created: Double
      /// Open in each coming quarter, in their order.
      var open: [Double]
    }
  }

  /// The mix and the coming quarters, in currency units.
  public struct Result: Encodable, Sendable {
    var from: String
    var to: String
    var created: Figure
    var createdPerMonth: Figure
    var missingAmounts: Int
    /// How closely the mix follows its plan, over all segments that have one.
    var sourceMixAccuracy: Figure
    var createdToPlan: Figure
    var marketingContribution: Figure
    var sources: [Share]
    var segments: [Segment]
    var unmapped: [Unmapped]
    var winRate: Figure
    var quarters: [Sufficiency]
    var cuts: [Cut]
  }

  /// A source against its plan.
  struct Share: Hashable, Sendable, Encodable {
    /// A source, or `unmapped`.
    var source: String
    var created: Double
    var plannedShare: Figure
    var actualShare: Figure
    /// Planned less actual, in pipeline of the period; below zero where it brought more.
    var gap: Figure
  }

  struct Segment: Hashable, Sendable, Encodable {
    var segment: String
    var deals: Int
    var created: Double
    var sourceMixAccuracy: Figure
    var sources: [Share]
  }

  /// A word of the CRM that stands for no source.
  struct Unmapped: Hashable, Sendable, Encodable {
    /// Empty for deals that name none.
    var source: String
    var deals: Int
    var created: Double
  }

  public static func compute(_ input: Input) -> Result {
    let segments = segments(input)
    let created: Figure =
      input.isCreatedKnown
      ? .value(input.created.reduce(0) { $0 + $1.amount })
      : .absent(because: "needs the opportunities, or demand.created")
    let planned = segments.filter { $0.sourceMixAccuracy.value != nil }
    let months = max(1, Double(input.period.days) / (365.25 / 12))
    return Result(
      from: "\(input.period.start)", to: "\(input.period.lastDay)", created: created,
      createdPerMonth: created.map { $0 / months }, missingAmounts: input.missingAmounts,
      sourceMixAccuracy: accuracy(total(of: planned), created: planned.reduce(0) { $0 + $1.created }),
      createdToPlan: against(input.pipelineTarget, created),
      marketingContribution: against(
        input.pipelineTarget,
        created.map { _ in input.created.filter { $0.source == .marketing }.reduce(0) { $0 + $1.amount } }),
      sources: total(of: segments), segments: segments, unmapped: unmapped(input), winRate: input.winRate,
      quarters: input.quarters.map { sufficiency($0, input) }, cuts: input.cuts)
  }

  private static func against(_ target: Double?, _ amount: Figure) -> Figure {
    guard let target else { return .absent(because: "needs demand.pipeline_target") }
    return amount.flatMap {
      target > 0 ? .value($0 / target) : .absent(because: "needs demand.pipeline_target above 0")
    }
  }

  private static func segments(_ input: Input) -> [Segment] {
    var order: [String] = []
    var cells: [String: [Cell]] = [:]
    for cell in input.created {
      if cells[cell.segment] == nil { order.append(cell.segment) }
      cells[cell.segment, default: []].append(cell)
    }
    return order.map { name in
      let own = cells[name] ?? []
      let created = own.reduce(0) { $0 + $1.amount }
      let mix = input.mixes[name]
      let shares = (DemandSource.allCases.map(Optional.some) + [nil]).compactMap { source in
        share(source, own, created, mix, of: name)
      }
      return Segment(
        segment: name, deals: own.reduce(0) { $0 + $1.deals }, created: created,
        sourceMixAccuracy: mix == nil
          ? .absent(because: unplanned(name)) : accuracy(shares, created: created), sources: shares)
    }.sorted { ($1.created, $0.segment) < ($0.created, $1.segment) }
  }

  private static func unplanned(_ segment: String) -> String {
    "needs demand.mix.\(segment.isEmpty ? "SEGMENT" : segment)"
  }

  /// One source of a segment; nil for the deals that stand for no source where there are none.
  private static func share(
    _ source: DemandSource?, _ cells: [Cell], _ created: Double, _ mix: DemandMix?, of segment: String
  ) -> Share? {
    let own = cells.filter { $0.source == source }
    guard source != nil || !own.isEmpty else { return nil }
    let amount = own.reduce(0) { $0 + $1.amount }
    let planned: Figure =
      mix.map { mix in .value(source.flatMap { mix.shares[$0] } ?? 0) }
      ?? .absent(because: unplanned(segment))
    return Share(
      source: source?.rawValue ?? "unmapped", created: amount, plannedShare: planned,
      actualShare: created > 0
        ? .value(amount / created) : .absent(because: "no pipeline was created in the period"),
      gap: planned.map { $0 * created - amount })
  }

  /// The sources over some segments; the planned share is that of the pipeline which the segments created.
  private static func total(of segments: [Segment]) -> [Share] {
    let created = segments.reduce(0) { $0 + $1.created }
    let names = DemandSource.allCases.map(\.rawValue) + ["unmapped"]
    return names.compactMap { name in
      let shares = segments.flatMap(\.sources).filter { $0.source == name }
      guard name != "unmapped" || !shares.isEmpty else { return nil }
      let amount = shares.reduce(0) { $0 + $1.created }
      let gap = shares.reduce(Figure.value(0)) { $0.adding($1.gap) }
      return Share(
        source: name, created: amount,
        plannedShare: created > 0
          ? gap.map { ($0 + amount) / created } : .absent(because: "no pipeline was created in the period"),
        actualShare: created > 0
          ? .value(amount / created) : .absent(because: "no pipeline was created in the period"), gap: gap)
    }
  }

  /// How closely a mix follows its plan.
  ///
  ///     1 - Σ |actual share - planned share| / 2
  private static func accuracy(_ shares: [Share], created: Double) -> Figure {
    guard !shares.isEmpty, created > 0 else {
      return .absent(because: "needs pipeline of a segment with a planned mix")
    }
    var off = 0.0
    for share in shares {
      guard let planned = share.plannedShare.value, let actual = share.actualShare.value else {
        return .absent(because: "needs a planned mix")
      }
      off += abs(actual - planned)
    }
    return .value(1 - off / 2)
  }

  private static func unmapped(_ input: Input) -> [Unmapped] {
    var words: [String: Unmapped] = [:]
    for cell in input.created where cell.source == nil {
      words[cell.word, default: Unmapped(source: cell.word, deals: 0, created: 0)].deals += cell.deals
      words[cell.word]?.created += cell.amount
    }
    return words.values.sorted { ($1.created, $0.source) < ($0.created, $1.source) }
  }
}
