/// What a workspace holds that says how the pipeline stood on two days.
struct MovementSources {
  var snapshots: OpportunityTable?
  var history: StageHistory?
  /// The opportunities as they are on the day of the run.
  var now: DealRegister?
  /// The opportunities of an earlier export.
  var before: DealRegister?
  var cuts: [String] = []
  var asOf = CalendarDate.earliest
  var period = Period(from: .earliest, to: .earliest)
  /// Whether a condition of the run may have left rows of one table out and not those of another.
  var isFiltered = false
  /// Where the section stands.
  var place: Place?

  /// What is to be used: what the section says, else the first of snapshots, exports and history that suffices.
  func origin(_ settings: MovementSettings) throws(InputErrors) -> PipelineMovement.Origin {
    let usable = PipelineMovement.Origin.allCases.filter(suffices)
    if let wanted = settings.using {
      guard !usable.contains(wanted) else { return wanted }
      throw refused(
        "'pipeline.movement.using' is '\(wanted.rawValue)', and 'data' does not give \(Self.need(wanted))")
    }
    guard let first = usable.first else {
      throw refused(
        "how the pipeline moved needs it on two days",
        hint: "give 'snapshots', 'stage_history', or an earlier export as 'opportunities_before'")
    }
    return first
  }

  private func suffices(_ origin: PipelineMovement.Origin) -> Bool {
    switch origin {
    case .snapshots: days.count > 1
    case .exports: now != nil && before != nil
    case .history: history != nil
    }
  }

  private static func need(_ origin: PipelineMovement.Origin) -> String {
    switch origin {
    case .snapshots: "'snapshots' of two days"
    case .exports: "'opportunities' and 'opportunities_before'"
    case .history: "'stage_history'"
    }
  }

  /// The days on which the pipeline is known by that of the run, the day of the run with them where the opportunities say it.
  var days: [CalendarDate] {
    guard let snapshots else { return [] }
    var days = snapshots.days.filter { $0 <= asOf }
    if now != nil, let last = days.max(), asOf > last { days.insert(asOf) }
    return days.sorted()
  }

  /// The history of the deals that count alone.
  ///
  /// A condition of the run holds for a deal where it does in the opportunities of today, else in any table that knows the
  /// columns of it.
  func counted(_ history: StageHistory) -> StageHistory {
    let narrowed = [now?.table, before?.table, snapshots].compactMap(\.self).filter(\.data.isNarrowed)
    let tables = now?.table.data.isNarrowed == true ? Array(narrowed.prefix(1)) : narrowed
    let hidden = now?.hidden ?? []
    guard !tables.isEmpty || !hidden.isEmpty else { return history }
    let known = tables.reduce(into: Set<DealKey>()) { keys, table in
      keys.formUnion(table.labels("id")?.names.map { DealKey($0) } ?? [])
    }
    return history.keeping { !hidden.contains($0) && (tables.isEmpty || known.contains($0)) }
  }

  func refused(_ message: String, hint: String? = nil) -> InputErrors {
    InputErrors(Diagnostic("pipeline.one-day", message, at: place, hint: hint))
  }

  /// The words of each column to cut by; one that no table has is refused.
  func groups(_ registers: [DealRegister?]) throws(InputErrors) -> [DealGroups] {
    let known = registers.compactMap(\.self)
    var groups: [DealGroups] = []
    var problems: [Diagnostic] = []
    for cut in cuts {
      if let group = DealGroups(cut, in: known) {
        groups.append(group)
        continue
      }
      let columns = known.flatMap {
        $0.table.data.mapping.matches.map(\.column) + $0.table.data.table.columns
      }
      let files = known.map { "'\($0.table.data.source.file)'" }.joined(separator: " nor ")
      problems.append(
        Diagnostic(
          "pipeline.no-cut",
          "no column '\(printable(cut))' to cut figures by is in \(files.isEmpty ? "the history" : files)",
          hint: didYouMean(cut, among: columns)
            ?? (known.isEmpty ? "give the opportunities too: they say whose each deal is" : nil)))
    }
    if let errors = InputErrors(problems) { throw errors }
    return groups
  }
}

extension OpportunityTable {
  /// The days that a table of snapshots has rows of.
  var days: Set<CalendarDate> {
    let column = dates["snapshot_date"] ?? DateColumn(days: [])
    return Set(
      Set(column.days).lazy.filter { $0 != DateColumn.missing }.map { CalendarDate(dayNumber: Int($0)) })
  }
}
