/// What deals are held against to tell their health.
struct HealthTerms: Hashable, Sendable {
  var settings: PipelineSettings
  /// The period that coverage and linearity are asked for.
  var period: Period
  var asOf: CalendarDate
  /// The median days that won deals spent in each stage, by its key; nil without a stage history.
  var medians: [String: Double]?
}

/// What health adds up over deals, in all or by the words of a column; made of any number of parts of a table.
struct HealthTally: DealTally {
  let terms: HealthTerms
  var settings: PipelineSettings { terms.settings }
  /// The currency of all amounts.
  let currency: Currency
  let coinsPerUnit: Double
  let hasCategories: Bool
  /// Why a figure cannot be computed, by the column it lacks.
  private(set) var lacking: [String: String] = [:]
  /// Why a check of hygiene could not be made.
  private(set) var disabled: [PipelineHygiene.Check: String] = [:]
  /// Whether some stage is one of negotiation.
  private(set) var hasNegotiation = false
  /// The sums by each column that figures are cut by; by none where the file does not tell whose the deals are.
  var cuts: [WordSums<HealthSums>]

  /// A tally of no deals.
  ///
  /// - Parameters:
  ///   - columns: The columns to cut by, those that the file has.
  ///   - data: The file.
  ///   - currency: The currency that amounts are in.
  ///   - terms: What deals are held against.
  init(by columns: [String], of data: DataTable, in currency: Currency, _ terms: HealthTerms) {
    self.terms = terms
    self.currency = currency
    coinsPerUnit = currency.coinsPerUnit
    hasCategories = data.has("forecast_category")
    cuts = columns.isEmpty ? [WordSums(column: nil)] : columns.map { WordSums(column: $0) }
    let needed = [
      "created_date", "last_activity_date", "push_count", "stage_entered_date", "icp_tier", "contacts",
    ]
    for column in needed where !data.has(column) { lacking[column] = "needs the column '\(column)'" }
    if !data.has("next_step"), !data.has("next_step_date") {
      lacking["next_step"] = "needs the column 'next_step'"
    }
  }

  /// Takes note that something else than the file tells what a column would.
  mutating func find(_ column: String) { lacking[column] = nil }

  mutating func add(_ table: OpportunityTable) -> DealFaults { take(table).faults }

  /// Takes the deals of a table, or of a part of one.
  ///
  /// - Parameter table: The deals.
  /// - Returns: What hygiene finds of them, copies left out, and the number of each deal's word by each column.
  mutating func take(_ table: OpportunityTable) -> (faults: DealFaults, codes: [[Int32]]) {
    let facts = DealFacts(table, terms)
    disabled = facts.faults.disabled
    hasNegotiation = hasNegotiation || facts.hasNegotiation
    let codes = cuts.map { cut in cut.column.flatMap { table.data.codes($0) } ?? [] }
    for index in cuts.indices { cuts[index].add(table.count, codes[index]) { $0.add(facts, $1) } }
    return (facts.faults, codes)
  }

  /// Counts a deal that repeats another, by the number of its word in each cut, which was counted already but for that.
  mutating func addCopy(_ codes: [Int32], isFlagged: Bool) {
    for index in cuts.indices { cuts[index].change(codes[index]) { $0.faults.addCopy(isFlagged: isFlagged) } }
  }

  mutating func addCopy(_ deal: DealCopy) {
    for index in cuts.indices {
      let word = cuts[index].column.flatMap { deal.words[$0] }
      cuts[index].change(word) { $0.faults.addCopy(isFlagged: deal.isFlagged) }
    }
  }

  mutating func append(_ next: HealthTally) {
    hasNegotiation = hasNegotiation || next.hasNegotiation
    for index in cuts.indices { cuts[index].append(next.cuts[index]) }
  }

  /// An amount of coins in units of the currency.
  func units(_ coins: Double) -> Double { coins / coinsPerUnit }
}
