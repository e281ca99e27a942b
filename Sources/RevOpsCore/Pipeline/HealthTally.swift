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
struct HealthTally: Sendable {
  let terms: HealthTerms
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
  private(set) var cuts: [Cut]

  /// The sums by the words of one column.
  struct Cut: Sendable {
    /// The column; nil for all deals together.
    let column: String?
    /// The words; empty until all deals have gone by.
    fileprivate(set) var names: [String] = [] {
      didSet { numbers = Dictionary(uniqueKeysWithValues: names.indices.map { (names[$0], Int32($0)) }) }
    }
    /// The number of each word.
    fileprivate private(set) var numbers: [String: Int32] = [:]
    /// The sums of the deals without a word, then of those of each word.
    fileprivate(set) var sums = [HealthSums()]
  }

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
    cuts = columns.isEmpty ? [Cut(column: nil)] : columns.map { Cut(column: $0) }
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

  /// Takes the deals of a table, or of a part of one.
  ///
  /// - Parameter table: The deals.
  /// - Returns: What hygiene finds of them, copies left out, and the number of each deal's word by each column.
  @discardableResult
  mutating func add(_ table: OpportunityTable) -> (faults: DealFaults, codes: [[Int32]]) {
    let facts = DealFacts(table, terms)
    disabled = facts.faults.disabled
    hasNegotiation = hasNegotiation || facts.hasNegotiation
    let codes = cuts.map { cut in cut.column.flatMap { table.data.codes($0) } ?? [] }
    for index in cuts.indices { cuts[index].add(facts, codes[index]) }
    return (facts.faults, codes)
  }

  /// Counts a deal that repeats another, by its word in each cut, which was counted already but for that.
  mutating func addCopy(_ codes: [Int32], isFlagged: Bool) {
    for index in cuts.indices {
      cuts[index].sums[cuts[index].place(of: codes[index])].faults.addCopy(isFlagged: isFlagged)
    }
  }

  /// The same of a deal with these words.
  mutating func addCopy(_ words: [String?], isFlagged: Bool) {
    let codes = cuts.indices.map { index in
      words.indices.contains(index) ? words[index].flatMap { cuts[index].numbers[$0] } : nil
    }
    addCopy(codes.map { $0 ?? Labels.missing }, isFlagged: isFlagged)
  }

  /// Names the words of a cut.
  mutating func name(_ cut: Int, _ names: [String]) { cuts[cut].names = names }

  /// Takes in what another tally counted, in which words may have other numbers.
  mutating func append(_ next: HealthTally) {
    hasNegotiation = hasNegotiation || next.hasNegotiation
    for index in cuts.indices { cuts[index].append(next.cuts[index]) }
  }

  /// The sums by one column; nil where the deals are not cut by it.
  func cut(by column: String) -> Cut? { cuts.first { $0.column == column } }

  /// The sums over all deals.
  var total: HealthSums {
    var total = HealthSums()
    for sums in cuts.first?.sums ?? [] { total.add(sums) }
    return total
  }

  /// An amount of coins in units of the currency.
  func units(_ coins: Double) -> Double { coins / coinsPerUnit }
}

extension HealthTally.Cut {
  /// Where the sums of a word stand.
  fileprivate func place(of code: Int32) -> Int { code == Labels.missing ? 0 : Int(code) + 1 }

  fileprivate mutating func add(_ facts: DealFacts, _ codes: [Int32]) {
    for row in 0..<facts.table.count {
      let place = column == nil ? 0 : place(of: codes[row])
      while place >= sums.count { sums.append(HealthSums()) }
      sums[place].add(facts, row)
    }
  }

  /// Takes in the sums of another cut by the same column.
  fileprivate mutating func append(_ next: Self) {
    sums += (sums.count..<max(names.count + 1, sums.count)).map { _ in HealthSums() }
    sums[0].add(next.sums[0])
    names += next.names.filter { numbers[$0] == nil }
    sums += (sums.count..<names.count + 1).map { _ in HealthSums() }
    for (index, name) in next.names.enumerated() where index + 1 < next.sums.count {
      if let number = numbers[name] { sums[Int(number) + 1].add(next.sums[index + 1]) }
    }
  }
}
