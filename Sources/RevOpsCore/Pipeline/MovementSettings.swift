/// The `pipeline.movement` section: between which days, and over which deals.
///
///     movement: {from: 2026-08-01, to: 2026-10-31, scope: period, using: snapshots}
struct MovementSettings: Hashable, Sendable {
  /// Which open deals are in the pipeline.
  enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Those that are to close in the period.
    case period
    /// All of them.
    case all
  }

  /// The day whose end is the start; nil for the day before the period, or the snapshot nearest to it.
  var from: CalendarDate?
  /// The last day; nil for the last day of the period that is known.
  var to: CalendarDate?
  var scope = Scope.period
  /// What is to say how the pipeline stood; nil for the first there is of snapshots, exports and history.
  var using: PipelineMovement.Origin?

  /// Reads the section; its problems stay in `fields`.
  init(_ fields: inout Fields) {
    from = fields.dateIfGiven("from")
    to = fields.dateIfGiven("to")
    scope = fields.choice("scope", default: .period)
    using = fields.choiceIfGiven("using")
    if let from, let to, from >= to {
      fields.refuse("to", "decode.wrong-value", "'\(fields.path(of: "to"))' is not after 'from', \(from)")
    }
  }

  init() {}
}
