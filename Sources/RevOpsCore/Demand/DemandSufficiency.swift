extension Demand {
  /// What a coming quarter needs, has and lacks, in currency units.
  struct Sufficiency: Hashable, Sendable, Encodable {
    var period: String
    var target: Figure
    /// target / win rate × safety.
    var needed: Figure
    /// Open pipeline that closes in it today.
    var have: Figure
    /// Needed less have; below zero where there is more than enough.
    var gap: Figure
    /// have / needed.
    var sufficiency: Figure
    /// The last day on which a deal can be opened and still close in it, and what is to be created a month until then.
    var createBy: String?
    var perMonth: Figure
    var sources: [Part]
    /// Each segment and each region by its part of the target; together they are the quarter.
    var segments: [Group]
    var regions: [Group]
  }

  /// A segment or a region of a quarter.
  struct Group: Hashable, Sendable, Encodable {
    /// Empty for deals that name none.
    var group: String
    /// The part of the target that it carries.
    var share: Double
    var needed: Figure
    var have: Figure
    var gap: Figure
    var sufficiency: Figure
    /// Each source by the segment's planned mix; none for a region.
    var sources: [Part]
  }

  /// One source of a quarter.
  struct Part: Hashable, Sendable, Encodable {
    /// A source, or `unmapped`.
    var source: String
    var needed: Figure
    var have: Figure
    var gap: Figure
  }

  private static let unknownOpen = "needs the opportunities, or the quarter under demand.open"

  static func sufficiency(_ quarter: Quarter, _ input: Input) -> Sufficiency {
    let needed = quarter.target.flatMap { target in
      input.winRate.flatMap {
        $0 > 0
          ? .value(target / $0 * input.safety) : .absent(because: "no pipeline is enough at a win rate of 0%")
      }
    }
    let parts = parts(quarter, needed, input)
    let have: Figure =
      quarter.open == nil
      ? .absent(because: unknownOpen) : .value(parts.reduce(0) { $0 + ($1.have.value ?? 0) })
    let gap = needed.flatMap { needed in have.map { needed - $0 } }
    // What is opened on that day closes on the quarter's last.
    let createBy = input.cycleDays.value.map { quarter.period.lastDay.adding(days: -Int($0.rounded(.up))) }
    return Sufficiency(
      period: "\(quarter.period)", target: quarter.target, needed: needed, have: have, gap: gap,
      sufficiency: filled(needed, have),
      createBy: createBy.map { "\($0)" },
      perMonth: input.cycleDays.value == nil
        ? input.cycleDays : gap.flatMap { perMonth($0, until: createBy, asOf: input.asOf) },
      sources: parts,
      segments: groups(input.segmentShares, needed, quarter.openBySegment) { segment in
        input.mixes[segment] ?? nil
      },
      regions: groups(input.regionShares, needed, quarter.openByRegion) { _ in nil })
  }

  private static func filled(_ needed: Figure, _ have: Figure) -> Figure {
    needed.flatMap { needed in
      have.flatMap { needed > 0 ? .value($0 / needed) : .absent(because: "nothing is needed") }
    }
  }

  /// What a quarter needs by the shares of some groups, beside what each has; the largest part first.
  private static func groups(
    _ shares: [(segment: String, share: Double)], _ needed: Figure,
    _ open: [String: [DemandSource?: Double]]?, mix: (String) -> DemandMix?
  ) -> [Group] {
    let known = shares.map(\.segment)
    let others = (open?.keys.sorted() ?? []).filter { !known.contains($0) }.map { (segment: $0, share: 0.0) }
    guard !shares.isEmpty else { return [] }
    return (shares + others).map { name, share -> Group in
      let own = open.map { $0[name] ?? [:] }
      let part = needed.map { $0 * share }
      let amounts = own?.sorted { ($0.key?.rawValue ?? "~") < ($1.key?.rawValue ?? "~") }.map(\.value)
      let have: Figure = amounts.map { .value($0.reduce(0, +)) } ?? .absent(because: unknownOpen)
      return Group(
        group: name, share: share, needed: part, have: have,
        gap: part.flatMap { part in have.map { part - $0 } }, sufficiency: filled(part, have),
        sources: mix(name).map { sources($0, part, own) } ?? [])
    }.sorted { ($1.share, $0.group) < ($0.share, $1.group) }
  }

  /// The sources of a segment by its mix.
  private static func sources(
    _ mix: DemandMix, _ needed: Figure, _ open: [DemandSource?: Double]?
  ) -> [Part] {
    let all = DemandSource.allCases.map(Optional.some) + (open?[nil] == nil ? [] : [nil])
    return all.map { source in
      let part = needed.map { $0 * (source.flatMap { mix.shares[$0] } ?? 0) }
      let have: Figure = open.map { .value($0[source] ?? 0) } ?? .absent(because: unknownOpen)
      return Part(
        source: source?.rawValue ?? "unmapped", needed: part, have: have,
        gap: part.flatMap { part in have.map { part - $0 } })
    }
  }

  private static func perMonth(_ gap: Double, until day: CalendarDate?, asOf: CalendarDate) -> Figure {
    guard gap > 0, let day else { return .value(0) }
    let months = Double(day - asOf) / (365.25 / 12)
    return months > 0
      ? .value(gap / max(1, months))
      : .absent(because: "a deal opened now does not close in the quarter by the usual cycle")
  }

  /// Each source by the planned mix of the segments that carry the target.
  private static func parts(_ quarter: Quarter, _ needed: Figure, _ input: Input) -> [Part] {
    let sources = DemandSource.allCases.map(Optional.some) + [nil]
    return sources.compactMap { source in
      guard source != nil || quarter.open?[nil] != nil else { return nil }
      let have: Figure =
        quarter.open.map { .value($0[source] ?? 0) } ?? .absent(because: unknownOpen)
      let share = source.map { plannedShare(of: $0, input) } ?? .value(0)
      let part = needed.flatMap { needed in share.map { needed * $0 } }
      return Part(
        source: source?.rawValue ?? "unmapped", needed: part, have: have,
        gap: part.flatMap { part in have.map { part - $0 } })
    }
  }

  private static func plannedShare(of source: DemandSource, _ input: Input) -> Figure {
    guard !input.segmentShares.isEmpty else { return .absent(because: "needs demand.segments") }
    var sum = 0.0
    for (segment, share) in input.segmentShares {
      guard let mix = input.mixes[segment] else {
        return .absent(because: "needs demand.mix.\(segment.isEmpty ? "SEGMENT" : segment)")
      }
      sum += share * (mix.shares[source] ?? 0)
    }
    return .value(sum)
  }
}
