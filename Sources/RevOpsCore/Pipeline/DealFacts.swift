/// What health asks of every deal, found out once.
struct DealFacts {
  /// What holds for a deal, a bit each.
  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let open = Marks(rawValue: 1 << 0)
    /// Open, and closes in the period.
    static let inPeriod = Marks(rawValue: 1 << 1)
    static let lastMonth = Marks(rawValue: 1 << 2)
    static let committed = Marks(rawValue: 1 << 3)
    static let wonInPeriod = Marks(rawValue: 1 << 4)
    static let createdLately = Marks(rawValue: 1 << 5)
    static let stalled = Marks(rawValue: 1 << 6)
    static let untouched = Marks(rawValue: 1 << 7)
    static let pushed = Marks(rawValue: 1 << 8)
    static let early = Marks(rawValue: 1 << 9)
    static let mid = Marks(rawValue: 1 << 10)
    static let late = Marks(rawValue: 1 << 11)
    static let negotiation = Marks(rawValue: 1 << 12)
    static let noAmount = Marks(rawValue: 1 << 13)
    static let noNextStep = Marks(rawValue: 1 << 14)
    static let fitsProfile = Marks(rawValue: 1 << 15)
    static let singleThreaded = Marks(rawValue: 1 << 16)

    /// Closed after the day of the run.
    static let closedLater = Marks(rawValue: 1 << 17)

    /// Created after the day of the run, and not closed by it.
    static let createdLater = Marks(rawValue: 1 << 18)

    /// Whether any figure counts the deal.
    var counts: Bool {
      !isDisjoint(with: [.open, .wonInPeriod, .createdLately, .closedLater, .createdLater])
    }
  }

  let table: OpportunityTable
  /// What hygiene finds of them, copies left out.
  let faults: DealFaults
  private(set) var marks: [Marks]
  /// Days in its stage, by row; negative where unknown or not open.
  private(set) var daysInStage: [Int32]
  /// The median days of won deals in its stage, by row; not a number where unknown.
  private(set) var medianDays: [Double] = []
  /// Contacts, by row; not a number where unknown, empty for a file that does not tell them.
  let contacts: [Double]
  /// Whether some stage is one of negotiation.
  let hasNegotiation: Bool

  init(_ table: OpportunityTable, _ terms: HealthTerms) {
    self.table = table
    faults = DealFaults(table, terms.settings, asOf: terms.asOf, copies: nil)
    contacts = table.contacts ?? []
    marks = [Marks](repeating: [], count: table.count)
    daysInStage = [Int32](repeating: -1, count: table.count)
    let negotiations = table.stages.names.map(Self.isNegotiation)
    hasNegotiation =
      negotiations.contains(true) || terms.settings.stages.names.contains(where: Self.isNegotiation)
    let medians = table.stages.names.map { terms.medians?[ImportKey($0).text] ?? .nan }
    if terms.medians != nil { medianDays = [Double](repeating: .nan, count: table.count) }
    let judge = DealJudge(table, terms)
    for row in 0..<table.count {
      marks[row] = judge.marks(of: row)
      guard marks[row].contains(.open) else { continue }
      let stage = Int(table.stages.codes[row])
      if negotiations.indices.contains(stage), negotiations[stage] { marks[row].insert(.negotiation) }
      if let entered = judge.entered?[row], entered <= terms.asOf {
        daysInStage[row] = Int32(clamping: terms.asOf - entered)
        if terms.medians != nil, medians.indices.contains(stage) { medianDays[row] = medians[stage] }
      }
    }
  }
}

extension DealFacts {
  /// Whether the name of a stage says that it is one of negotiation.
  private static func isNegotiation(_ stage: String) -> Bool {
    let (key, word) = (Array(ImportKey(stage).text.utf8), Array("negotiat".utf8))
    return key.count >= word.count
      && (0...key.count - word.count).contains { key[$0...].starts(with: word) }
  }
}

/// Judges one deal at a time by the columns that the file has.
private struct DealJudge {
  let table: OpportunityTable
  let settings: PipelineSettings
  let period: Period
  let asOf: CalendarDate
  let lastMonth: Period
  let lately: Period
  let closings: ClosingDays
  let created: DateColumn?
  let close: DateColumn?
  let activity: DateColumn?
  let nextStep: DateColumn?
  let entered: DateColumn?
  let hasNextStep: [Bool]?
  let fitsProfile: [Bool]
  /// Whether each stage is marked late.
  let isLate: [Bool]

  init(_ table: OpportunityTable, _ terms: HealthTerms) {
    self.table = table
    settings = terms.settings
    period = terms.period
    asOf = terms.asOf
    let end = terms.period.end
    lastMonth = Period(from: max(end.adding(months: -1), terms.period.start), to: end)
    let tomorrow = terms.asOf.adding(days: 1)
    lately = Period(from: tomorrow.adding(months: -1), to: tomorrow)
    isLate = table.rules.map { $0?.isLate == true }
    closings = table.closings
    created = table.dates["created_date"]
    close = table.dates["close_date"]
    activity = table.dates["last_activity_date"]
    nextStep = table.dates["next_step_date"]
    entered = table.dates["stage_entered_date"] ?? table.stageEntries
    hasNextStep = table.filled("next_step")
    let tiers = Set(terms.settings.icpTiers.map { ImportKey($0).text })
    let labels = table.labels("icp_tier")
    let fits = labels?.names.map { tiers.contains(ImportKey($0).text) } ?? []
    fitsProfile = labels?.codes.map { $0 != Labels.missing && fits[Int($0)] } ?? []
  }

  func marks(of row: Int) -> DealFacts.Marks {
    var marks: DealFacts.Marks = []
    if let created = created?[row], created > asOf,
      table.outcomes[row] == .open || closings.isLater(row, than: asOf)
    {
      return .createdLater
    }
    if let created = created?[row], lately.contains(created) { marks.insert(.createdLately) }
    switch table.outcomes[row] {
    case .won, .lost:
      guard let closed = closings[row] else { return marks }
      if closed > asOf {
        marks.insert(.closedLater)
      } else if table.outcomes[row] == .won, period.contains(closed) {
        marks.insert(.wonInPeriod)
      }
      return marks
    case .open: marks.insert(.open)
    }
    if let close = close?[row], period.contains(close) {
      marks.insert(.inPeriod)
      if lastMonth.contains(close) { marks.insert(.lastMonth) }
      if table.categories[row] == .commit { marks.insert(.committed) }
    }
    if let activity, let last = activity[row] ?? created?[row] {
      if asOf - last >= settings.staleDays { marks.insert(.stalled) }
      if asOf - last >= settings.untouchedDays { marks.insert(.untouched) }
    }
    if let pushes = table.pushes?[row], pushes >= 2 { marks.insert(.pushed) }
    marks.formUnion(phase(row))
    if table.coins[row].isNaN || table.coins[row] == 0 { marks.insert(.noAmount) }
    if lacksNextStep(row) { marks.insert(.noNextStep) }
    if fitsProfile.indices.contains(row), fitsProfile[row] { marks.insert(.fitsProfile) }
    if let contacts = table.contacts?[row], contacts <= 1 { marks.insert(.singleThreaded) }
    return marks
  }

  /// A stage marked late is late; else a third of the way to certainty parts early from mid and mid from late.
  private func phase(_ row: Int) -> DealFacts.Marks {
    let stage = Int(table.stages.codes[row])
    if isLate.indices.contains(stage), isLate[stage] { return .late }
    let chance = table.probabilities[row]
    guard !chance.isNaN else { return [] }
    return chance < 1.0 / 3 ? .early : chance < 2.0 / 3 ? .mid : .late
  }

  private func lacksNextStep(_ row: Int) -> Bool {
    let date = nextStep?[row]
    if let date, date < asOf { return true }
    if let hasNextStep { return !hasNextStep[row] }
    return nextStep != nil && date == nil
  }
}
