/// Which deals fail which checks of hygiene, found out once for all figures.
///
/// What is wrong is put in words only for those deals that are listed.
struct DealFaults: Sendable {
  typealias Check = PipelineHygiene.Check

  /// The checks that a deal fails, a bit each.
  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ check: Check) { rawValue = 1 << UInt8(truncatingIfNeeded: check.place) }

    /// Calls for the place of each of the checks.
    @inline(__always)
    func forEachPlace(_ body: (Int) -> Void) {
      var bits = rawValue
      while bits != 0 {
        body(bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  let table: OpportunityTable
  let settings: PipelineSettings
  let asOf: CalendarDate
  /// One for each deal.
  private(set) var marks: [Marks]
  /// Deals asked, by check.
  private(set) var asked: [Check: Int] = [:]
  /// Why a check could not be made, by check.
  private(set) var disabled: [Check: String] = [:]
  /// Required fields of open deals, and how many of them are filled.
  private(set) var fieldsRequired = 0
  private(set) var fieldsFilled = 0
  private let copies: DealCopies?
  private let required: RequiredFields

  /// Looks at all deals of a table.
  ///
  /// - Parameters:
  ///   - table: The deals.
  ///   - settings: What is asked of them.
  ///   - asOf: The day.
  ///   - copies: Those that repeat another; nil where they are counted elsewhere.
  init(_ table: OpportunityTable, _ settings: PipelineSettings, asOf: CalendarDate, copies: DealCopies?) {
    self.table = table
    self.settings = settings
    self.asOf = asOf
    marks = [Marks](repeating: [], count: table.count)
    self.copies = copies
    required = RequiredFields(of: table, settings)
    for check in [Check.duplicateDeals, .impossibleDates, .contradictions] { asked[check] = table.count }
    for row in copies?.rows ?? [] { marks[row].insert(Marks(.duplicateDeals)) }
    if !table.has("last_activity_date") { disabled[.stale] = "needs the column 'last_activity_date'" }
    findFaultsOfOpenDeals()
    findLossesWithoutReason()
    findImpossibleDates()
    findContradictions()
    findUndatedClosings()
    if !table.has("forecast_category"), !table.has("is_closed") {
      disable(.contradictions, "needs the column 'forecast_category' or 'is_closed'")
    }
  }

  private mutating func disable(_ check: Check, _ reason: String) {
    disabled[check] = reason
    asked[check] = nil
  }

  /// Deals that lack a field, went stale or are past their close date.
  ///
  /// Stale by its last activity; where none was ever logged, by the day it was created.
  private mutating func findFaultsOfOpenDeals() {
    let missing = DateColumn.missing
    let activity = table.dates["last_activity_date"]?.days
    let created = table.dates["created_date"]?.days
    let close = table.dates["close_date"]?.days
    let outcomes = table.outcomes
    let today = asOf.dayNumber
    var marks = marks
    self.marks = []
    var open = 0
    var dated = 0
    var staleAsked = 0
    for row in outcomes.indices where outcomes[row] == .open {
      open += 1
      if let activity {
        let last = activity[row] == missing ? created?[row] ?? missing : activity[row]
        if last != missing {
          staleAsked += 1
          if Int(today) - Int(last) >= settings.staleDays { marks[row].insert(Marks(.stale)) }
        }
      }
      if let close, close[row] != missing {
        dated += 1
        if close[row] < today { marks[row].insert(Marks(.pastClose)) }
      }
    }
    (fieldsRequired, fieldsFilled) = required.tally { marks[$0].insert(Marks(.missingFields)) }
    self.marks = marks
    asked[.missingFields] = open
    asked[.pastClose] = dated
    if disabled[.stale] == nil { asked[.stale] = staleAsked }
  }

  private mutating func findLossesWithoutReason() {
    guard let filled = table.filled("loss_reason") else {
      disabled[.noLossReason] = "needs the column 'loss_reason'"
      return
    }
    let outcomes = table.outcomes
    var marks = marks
    self.marks = []
    var lost = 0
    for row in outcomes.indices where outcomes[row] == .lost {
      lost += 1
      if !filled[row] { marks[row].insert(Marks(.noLossReason)) }
    }
    self.marks = marks
    asked[.noLossReason] = lost
  }

  /// The columns of days that have gone by, and what each says of a deal.
  private static let past = [
    ("created_date", "created"), ("last_activity_date", "last active"),
    ("stage_entered_date", "entered its stage"), ("closed_date", "closed"),
  ]

  private mutating func findImpossibleDates() {
    guard Self.past.contains(where: { table.has($0.0) }) else {
      disable(.impossibleDates, "needs the column 'created_date'")
      return
    }
    let missing = DateColumn.missing
    let created = table.dates["created_date"]?.days
    let close = table.dates["close_date"]?.days
    let today = asOf.dayNumber
    var marks = marks
    self.marks = []
    defer { self.marks = marks }
    for (column, _) in Self.past {
      guard let days = table.dates[column]?.days else { continue }
      for row in days.indices {
        let day = days[row]
        guard day != missing else { continue }
        if day > today || (created.map { $0[row] != missing && day < $0[row] } ?? false) {
          marks[row].insert(Marks(.impossibleDates))
        }
      }
    }
    guard let created, let close else { return }
    for row in created.indices
    where close[row] != missing && created[row] != missing && close[row] < created[row] {
      marks[row].insert(Marks(.impossibleDates))
    }
  }

  private mutating func findContradictions() {
    let (outcomes, categories, disagree) = (table.outcomes, table.categories, table.flagsDisagree)
    var marks = marks
    self.marks = []
    for row in outcomes.indices
    where disagree[row] || categories[row].map({ Self.contradict(outcomes[row], $0) }) == true {
      marks[row].insert(Marks(.contradictions))
    }
    self.marks = marks
  }

  private mutating func findUndatedClosings() {
    let (outcomes, closings) = (table.outcomes, table.closings)
    var marks = marks
    self.marks = []
    var closed = 0
    for row in outcomes.indices where outcomes[row] != .open {
      closed += 1
      if closings[row] == nil { marks[row].insert(Marks(.undatedClosings)) }
    }
    self.marks = marks
    asked[.undatedClosings] = closed
  }

  private static func contradict(_ outcome: DealOutcome, _ category: DealCategory) -> Bool {
    switch (outcome, category) {
    case (.open, .closed): true
    case (.won, .closed), (.lost, .closed), (.lost, .omitted), (.open, _): false
    default: true
    }
  }

  // MARK: In words

  /// What is wrong with a deal that fails a check.
  func details(_ row: Int, _ check: Check) -> String {
    switch check {
    case .duplicateDeals: return copies?.detail(row) ?? ""
    case .missingFields: return "no " + required.missing(row).joined(separator: ", no ")
    case .stale:
      let activity = table.date("last_activity_date", row)
      let days = (activity ?? table.date("created_date", row)).map { asOf - $0 } ?? 0
      return activity == nil
        ? "no activity since it was created \(days) days ago" : "no activity for \(days) days"
    case .pastClose: return "was to close on \(table.date("close_date", row) ?? asOf)"
    case .noLossReason: return "lost without a reason"
    case .impossibleDates: return impossibleDate(row)
    case .contradictions: return contradiction(row)
    case .undatedClosings: return "\(table.outcomes[row].rawValue) on no day that the file says"
    }
  }

  private func impossibleDate(_ row: Int) -> String {
    let created = table.date("created_date", row) ?? asOf
    let columns = impossibleDates(row)
    let day = table.date(columns[0], row) ?? asOf
    guard let name = Self.past.first(where: { $0.0 == columns[0] })?.1 else {
      return "its close date \(day) lies before it was created on \(created)"
    }
    return columns.count == 1
      ? "\(name) on \(day), after \(asOf)" : "\(name) on \(day), before it was created on \(created)"
  }

  /// The column of the first date that cannot be, with that of the date it contradicts.
  private func impossibleDates(_ row: Int) -> [String] {
    let created = table.date("created_date", row)
    for (column, _) in Self.past {
      guard let day = table.date(column, row) else { continue }
      if day > asOf { return [column] }
      if column != "created_date", let created, day < created { return [column, "created_date"] }
    }
    return ["close_date", "created_date"]
  }

  /// Our columns that are to be mended.
  private func columns(_ row: Int, _ check: Check) -> [String] {
    switch check {
    case .duplicateDeals: copies.map { [$0.column(row)] } ?? []
    case .missingFields: required.missing(row)
    case .stale: ["last_activity_date"]
    case .pastClose: ["close_date"]
    case .noLossReason: ["loss_reason"]
    case .impossibleDates: impossibleDates(row)
    case .contradictions:
      table.flagsDisagree[row] ? ["stage", "is_closed", "is_won"] : ["stage", "forecast_category"]
    case .undatedClosings: ["close_date"]
    }
  }

  /// The columns to be mended, as the file calls them, and what stands there; `; ` between several.
  func mended(_ row: Int, _ check: Check) -> (column: String, found: String) {
    var headers: [String] = []
    var texts: [String] = []
    for column in columns(row, check) {
      // A status that says both closed and won is one column.
      guard let header = table.header(column), !headers.contains(header) else { continue }
      headers.append(header)
      texts.append(table.text(column, row) ?? "")
    }
    let found = texts.allSatisfy(\.isEmpty) ? "" : texts.joined(separator: "; ")
    return (headers.joined(separator: "; "), found)
  }

  private func contradiction(_ row: Int) -> String {
    let outcome = table.outcomes[row]
    let stage = table.stages[row] ?? ""
    if table.flagsDisagree[row] {
      let byStage = table.rule(row)?.outcome ?? outcome
      return byStage == outcome
        ? "stage '\(stage)' is \(outcome.rawValue), its flags say otherwise"
        : "stage '\(stage)' is \(byStage.rawValue), its status is \(outcome.rawValue)"
    }
    guard outcome != .open else { return "open in stage '\(stage)', but its category is closed" }
    return "\(outcome.rawValue), but its category is \(table.categories[row]?.rawValue ?? "")"
  }
}

extension PipelineHygiene.Check {
  /// Its place in the order of all checks.
  var place: Int {
    switch self {
    case .duplicateDeals: 0
    case .missingFields: 1
    case .stale: 2
    case .pastClose: 3
    case .noLossReason: 4
    case .impossibleDates: 5
    case .contradictions: 6
    case .undatedClosings: 7
    }
  }
}

/// The fields that open deals need, by stage.
private struct RequiredFields: Sendable {
  private let table: OpportunityTable
  /// The fields of each stage, in the order of its names; the last for deals without a stage.
  private let fields: [[Field]]

  private struct Field: Sendable {
    var name: String
    var filled: [Bool]
  }

  init(of table: OpportunityTable, _ settings: PipelineSettings) {
    self.table = table
    var known: [String: [Bool]] = [:]
    let byStage = table.rules.map { $0?.required ?? [] } + [[]]
    for name in settings.required + byStage.flatMap(\.self) where known[name] == nil {
      known[name] = table.filled(name)
    }
    fields = byStage.map { ofStage in
      (settings.required + ofStage.filter { !settings.required.contains($0) }).compactMap { name in
        known[name].map { Field(name: name, filled: $0) }
      }
    }
  }

  private func fields(_ row: Int) -> [Field] {
    let code = Int(table.stages.codes[row])
    return fields[code >= 0 && code < fields.count ? code : fields.count - 1]
  }

  /// How many fields open deals need of those that the file has, and how many of them are filled; calls for each
  /// deal and field that is empty.
  func tally(isEmpty: (_ row: Int) -> Void) -> (required: Int, filled: Int) {
    var (required, filled) = (0, 0)
    let (outcomes, codes, last) = (table.outcomes, table.stages.codes, fields.count - 1)
    for name in fields.flatMap({ $0.map(\.name) }).uniqued() {
      let isNeeded = fields.map { $0.contains { $0.name == name } }
      guard let cells = fields.joined().first(where: { $0.name == name })?.filled else { continue }
      for row in outcomes.indices where outcomes[row] == .open {
        let code = Int(codes[row])
        guard isNeeded[code >= 0 && code < last ? code : last] else { continue }
        required += 1
        if cells[row] { filled += 1 } else { isEmpty(row) }
      }
    }
    return (required, filled)
  }

  /// The fields that are empty.
  func missing(_ row: Int) -> [String] { fields(row).filter { !$0.filled[row] }.map(\.name) }
}
