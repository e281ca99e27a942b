extension Demand {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    result.quarters.compactMap { insufficient($0, input) }
      + result.segments.flatMap { segment in segment.sources.compactMap { short($0, segment, input) } }
      + [unmapped(result, input), unplanned(result, input)].compactMap(\.self)
  }

  /// A coming quarter with less pipeline than it needs.
  private static func insufficient(_ quarter: Sufficiency, _ input: Input) -> Finding? {
    guard let gap = quarter.gap.value, let needed = quarter.needed.value,
      let ratio = quarter.sufficiency.value,
      let have = quarter.have.value,
      let verdict = input.benchmarks.judge("sufficiency", ratio), verdict.status != .green, gap > 0
    else { return nil }
    let largest = quarter.sources.filter { $0.source != "unmapped" }.max {
      ($0.gap.value ?? -1) < ($1.gap.value ?? -1)
    }
    let from =
      largest.flatMap { part in
        part.gap.value.flatMap { $0 > 0 ? ", most of it from \(part.source)" : nil }
      } ?? ""
    let money = { NumberFormat.compactMoney($0, input.currency) }
    let advice: String
    if let rate = quarter.perMonth.value, let day = quarter.createBy {
      advice = "create \(money(rate)) a month until \(day)\(from), or accept the gap as a risk"
    } else {
      advice = "pull deals in from later quarters or lower the call: what is opened now closes too late"
    }
    return Finding(
      "demand.insufficient", .warning, subject: quarter.period,
      "\(quarter.period) needs \(money(needed)) of pipeline and has \(money(have)): \(money(gap)) are missing",
      evidence: [
        .init("needed", .number(needed)), .init("have", .number(have)), .init("gap", .number(gap)),
      ],
      advice: advice,
      place: input.quarters.first { "\($0.period)" == quarter.period }?.place ?? input.places["targets"],
      stake: .money(gap), command: "revops demand")
  }

  /// A source of a segment that brings less than its planned share.
  private static func short(_ share: Share, _ segment: Segment, _ input: Input) -> Finding? {
    guard let planned = share.plannedShare.value, let actual = share.actualShare.value,
      planned - actual > input.tolerance, let gap = share.gap.value,
      let source = DemandSource(rawValue: share.source)
    else { return nil }
    let name = segment.segment.isEmpty ? "deals without a segment" : "'\(printable(segment.segment))'"
    return Finding(
      "demand.source-short", .warning, subject: "\(segment.segment) \(share.source)",
      "\(who(source)) \(NumberFormat.rate(actual)) of the pipeline of \(name), and "
        + "\(NumberFormat.rate(planned)) is planned",
      evidence: [
        .init("planned_share", .number(planned)), .init("actual_share", .number(actual)),
        .init("gap", .number(gap)),
      ],
      advice: "give the source a plan with an owner and a date, or change the mix under demand.mix",
      place: input.places["mix.\(segment.segment)"] ?? input.places["mix"] ?? input.places["sources"],
      stake: .money(gap),
      command: "revops explain \(source.metric)")
  }

  private static func who(_ source: DemandSource) -> String {
    switch source {
    case .sales: "sellers bring"
    case .sdr: "SDRs bring"
    case .marketing: "marketing brings"
    case .partner: "partners bring"
    }
  }

  private static func unmapped(_ result: Result, _ input: Input) -> Finding? {
    guard !result.unmapped.isEmpty else { return nil }
    let words = result.unmapped.prefix(5).map { $0.source.isEmpty ? "no source" : printable($0.source) }
    let deals = result.unmapped.reduce(0) { $0 + $1.deals }
    return Finding(
      "demand.unmapped-source", .warning, subject: words[0],
      "\(deals) \(deals == 1 ? "deal stands" : "deals stand") for none of the four sources",
      evidence: [.init("words", .array(words.map { .string($0) }))],
      advice: "name the words under demand.sources, such as {sdr: [\(words[0])]}",
      place: input.places["sources"], stake: .money(result.unmapped.reduce(0) { $0 + $1.created }),
      command: "revops demand")
  }

  private static func unplanned(_ result: Result, _ input: Input) -> Finding? {
    let open = result.segments.filter { input.mixes[$0.segment] == nil }
    guard !open.isEmpty else { return nil }
    let names = open.map { $0.segment.isEmpty ? "(none)" : printable($0.segment) }
    return Finding(
      "demand.no-mix", .info, subject: names[0], "no mix of sources is planned for every segment",
      evidence: [.init("segments", .array(names.map { .string($0) }))],
      advice: "state its shares under demand.mix, so that each source has a number to bring",
      place: input.places["mix"], command: "revops explain demand.no-mix")
  }
}
