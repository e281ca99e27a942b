import Testing

@testable import RevOpsCore

/// What is added up of deals while a file is read is what the table read whole says, however the file is cut.
@Suite struct DealFoldTests {
  private static let header = """
    id,name,account,owner,segment,stage,amount,close_date,created_date,last_activity_date,next_step,next_step_date,\
    forecast_category,is_closed,is_won,loss_reason,push_count,stage_entered_date,icp_tier,contacts

    """

  private static let section = """
    period: 2026-Q4, quota: 90k, hygiene: {required: [amount, next_step]}, stages: {Discovery: {probability: 25%}, \
    Proposal: {probability: 50%, required: [contacts]}, Negotiation: {probability: 0.7}}
    """

  /// What a file may be made of beside plain rows.
  private enum Trait: CaseIterable {
    case plain, slashedDates, doubledIDs, repeatedRows, commas, badAmount, unknownStage, currencies,
      missingOwners, statuses, blanks
  }

  private func rows(_ generator: inout SplitMix64, _ count: Int, _ trait: Trait) -> [String] {
    func one(_ of: [String]) -> String { of[Int.random(in: of.indices, using: &generator)] }
    func date(_ days: Range<Int>) -> String {
      guard Int.random(in: 0..<9, using: &generator) > 0 else { return "" }
      let day = day("2026-10-31").adding(days: Int.random(in: days, using: &generator))
      guard trait == .slashedDates else { return "\(day)" }
      let parts = day.parts
      return "\(parts.month)/\(parts.day)/\(parts.year)"
    }
    return (0..<count).map { row in
      let stage = one(["Discovery", "Proposal", "Negotiation", "Closed Won", "Closed Lost"])
      let isOpen = !stage.hasPrefix("Closed")
      var amount = one(["", "0", "1200", "99.5", "87000.25", "12345"])
      if trait == .commas { amount = one(["\"1,200.50\"", "\"12,000\"", "7"]) }
      if trait == .badAmount, row == count - 1 { amount = "12..5" }
      if trait == .currencies, row % 7 == 0 { amount = "EUR 40" }
      let account = one(["Acme", "\"Acme, Inc.\"", "Beta LLC", "Übermut AG", "Gamma", ""])
      let name = one(["Renewal", "renewal!", "\"Two\nlines\"", "\"New \"\"deal\"\"\"", ""])
      func padded(_ cell: String) -> String {
        let ends = ["", " ", "\t", "\u{A0}", " \u{A0} "]
        return trait == .blanks && !cell.hasPrefix("\"") ? one(ends) + cell + one(ends) : cell
      }
      let id = trait == .doubledIDs && row % 11 == 3 ? "D1" : "D\(row)"
      return [
        padded(trait == .blanks && row % 11 == 3 ? "D3" : id), padded(name), padded(account),
        trait == .missingOwners ? "" : padded(one(["Ana", "Bo", "Çem", ""])),
        padded(one(["SMB", "Ent", "-"])),
        trait == .unknownStage && row == 5 ? "Somewhere" : padded(stage), amount, date(-60..<80),
        date(-200..<3),
        date(-60..<1), one(["", "Call"]), date(-9..<9), isOpen ? one(["Pipeline", "Commit", ""]) : "Closed",
        trait == .statuses ? one(["Open", "Won", "Lost"]) : one([isOpen ? "false" : "true", "false"]),
        stage == "Closed Won" ? "true" : "false",
        one(["", "Price"]), one(["", "0", "3"]), date(-90..<2), one(["A", "c", "n/a"]), one(["", "1", "4"]),
      ].joined(separator: ",")
    }
  }

  private func parts(of bytes: [UInt8]) -> FileParts {
    FileParts(size: bytes.count) { offset, room in
      let end = min(offset + room.count, bytes.count)
      guard offset < end else { return 0 }
      room.copyBytes(from: bytes[offset..<end])
      return end - offset
    }
  }

  private func machine(hands: Int, block: Int, _ files: [String: String]) -> Machine {
    var machine = Machine(
      hands: hands,
      open: { path in
        guard let text = files[path], path.hasSuffix(".csv") else { return nil }
        return parts(of: Array(text.utf8))
      }, putAway: { parts(of: Array($0)) }
    ) { pieces, work in
      for piece in (0..<pieces).reversed() { work(piece) }
    }
    // So little that some of what finds copies is put away.
    machine.memoryShare = 400
    machine.smallestShare = 1
    machine.blockSize = block
    return machine
  }

  private func workspace(
    _ files: [String: String], _ machine: Machine = .plain,
    _ options: RunOptions = RunOptions(cuts: ["segment"])
  ) throws -> Workspace {
    try RevOpsCoreTests.workspace(files, options: options, machine: machine)
  }

  /// The result as JSON with what is found and said of the files, or the problems.
  private func told<A: Analysis>(_ workspace: Workspace, _ analysis: A.Type = PipelineHealth.self) -> String {
    do throws(InputErrors) {
      let outcome = try AnyAnalysis(A.self).run(workspace)
      return
        ([JSONText.compact(outcome.result)] + outcome.findings.map { "\($0)" }
        + outcome.warnings.map(line)).joined(separator: "\n")
    } catch {
      return error.diagnostics.map(line).joined(separator: "\n")
    }
  }

  /// The day is given, or the latest that the file knows of.
  @Test(arguments: [11, 12, 13], ["as_of: 2026-10-31, ", ""])
  func healthIsThatOfTheTableReadWhole(seed: Int, day: String) throws {
    try check(PipelineHealth.self, HealthTally.self, RunOptions(cuts: ["segment"]), seed, day)
  }

  /// Of the faults so many are listed, or the first of each check, or all where they are few.
  @Test(arguments: [21, 22], ["as_of: 2026-10-31, ", ""])
  func hygieneIsThatOfTheTableReadWhole(seed: Int, day: String) throws {
    var options = RunOptions(cuts: ["segment"])
    options.isBrief = true
    try check(PipelineHygiene.self, HygieneTally.self, options, seed, day)
    try check(PipelineHygiene.self, HygieneTally.self, options, seed, day, rows: 9)
    options.isBrief = false
    options.limit = 7
    try check(PipelineHygiene.self, HygieneTally.self, options, seed, day)
  }

  private func check<A: Analysis, Tally: DealTally>(
    _ analysis: A.Type, _ tally: Tally.Type, _ options: RunOptions, _ seed: Int, _ day: String,
    rows count: Int = 240
  ) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    for trait in Trait.allCases {
      var rows = rows(&generator, count, trait)
      if trait == .repeatedRows { rows += rows.prefix(count / 4) }
      let columns = trait == .statuses ? ", columns: {is_closed: is_closed, is_won: is_closed}" : ""
      let files = [
        "revops.yaml": """
        company: {\(day)fx: {EUR: 1.25}}
        pipeline: {\(Self.section)}
        data: {opportunities: {file: deals.csv\(columns)}}
        """, "deals.csv": Self.header + rows.joined(separator: "\n") + "\n",
      ]
      var whole = try workspace(files, .plain, options)
      whole.readTables(["opportunities"])
      let wanted = told(whole, A.self)
      for (hands, block) in [(1, 1 << 18), (2, 1 << 18), (1, 700), (3, 900), (2, 400)] {
        let workspace = try workspace(files, machine(hands: hands, block: block, files), options)
        #expect(told(workspace, A.self) == wanted, "\(trait), \(hands) hands, \(block) bytes")
        var folded = workspace
        folded.readTables(["opportunities"], folding: A.folds)
        // A few rows with 12,000 and no decimals do not prove what the comma is.
        let isProved = trait != .commas || block == 1 << 18
        let isTellable = ![.badAmount, .unknownStage].contains(trait) && isProved
        #expect(folded.asOf == whole.asOf)
        guard trait != .commas || count > 200 else { continue }
        #expect((folded.table("opportunities")?.fold is DealFold<Tally>) == isTellable, "\(trait)")
      }
    }
  }

  /// Blanks around words are none of them, be the file added up as it goes by or its columns kept.
  @Test func blanksAroundWordsChangeNothing() throws {
    let clean = [
      "Ana,SMB,Acme,Discovery", "Bo,Ent,Beta,Discovery", "Ana,,Acme,Proposal", ",SMB,Acme,Discovery",
    ]
    let padded = [
      "Ana ,\u{A0}SMB,Acme,Discovery", "\tBo,Ent\u{A0} ,Beta ,\u{A0}Discovery",
      " Ana,\u{A0},Acme\u{A0},Proposal ",
      "\u{A0}\u{A0},SMB, Acme,Discovery",
    ]
    func told(_ rows: [String], folding: Bool) throws -> String {
      let files = [
        "revops.yaml":
          "company: {as_of: 2026-10-31}\npipeline: {\(Self.section)}\ndata: {opportunities: deals.csv}",
        "deals.csv": "owner,segment,account,stage,amount,close_date,id,name\n"
          + rows.enumerated().map { "\($1),\(100 + $0),2026-11-0\($0 + 1),D\($0),Deal\n" }.joined(),
      ]
      var workspace = try workspace(files, folding ? machine(hands: 2, block: 90, files) : .plain)
      workspace.readTables(["opportunities"], folding: folding ? PipelineHealth.folds : { _ in [:] })
      #expect((workspace.table("opportunities")?.fold is DealFold<HealthTally>) == folding)
      return self.told(workspace)
    }
    let wanted = try told(clean, folding: false)
    // Ana's deals are 100 and 102, Bo's is 101, and that of nobody 103; three of account and name are two copies.
    #expect(wanted.contains("\"group\":\"Ana\""))
    for folding in [false, true] { #expect(try told(padded, folding: folding) == wanted) }
  }

  /// An export of Salesforce has a chance with each deal, in hundredths, which is read of each part by itself.
  @Test func chancesOfTheDealsAreReadPartByPart() throws {
    var generator = SplitMix64(seed: 14)
    let rows = (0..<300).map { row in
      let stage = ["Prospecting", "Negotiation/Review", "Closed Won", "Closed Lost"].randomElement(
        using: &generator)
      let chance = ["10", "35.5", "", "90%", "100"].randomElement(using: &generator) ?? ""
      return
        "006A\(row),Deal \(row),\(stage ?? ""),\(row * 10),2026-11-0\(row % 9 + 1),\(chance),2026-10-01,A\(row % 4)"
    }
    let files = [
      "revops.yaml":
        "company: {as_of: 2026-10-31}\npipeline: {period: 2026-Q4}\ndata: {opportunities: deals.csv}",
      "deals.csv": "Id,Name,StageName,Amount,CloseDate,Probability,CreatedDate,OwnerId\n"
        + rows.joined(separator: "\n") + "\n",
    ]
    func told(_ machine: Machine, folding: Bool) throws -> String {
      var workspace = try RevOpsCoreTests.workspace(files, machine: machine)
      workspace.readTables(["opportunities"], folding: folding ? PipelineHealth.folds : { _ in [:] })
      #expect((workspace.table("opportunities")?.fold is DealFold<HealthTally>) == folding)
      return self.told(workspace)
    }
    let wanted = try told(.plain, folding: false)
    #expect(wanted.contains("\"weighted\":"))
    for (hands, block) in [(1, 1 << 18), (1, 500), (3, 700)] {
      #expect(try told(machine(hands: hands, block: block, files), folding: true) == wanted)
    }
  }

  /// What hygiene lists is read again of the rows that are listed, each on its line; the others are counted alone.
  @Test func onlyTheDealsThatAreListedAreKept() throws {
    var generator = SplitMix64(seed: 31)
    let files = [
      "revops.yaml":
        "company: {as_of: 2026-10-31}\npipeline: {\(Self.section)}\ndata: {opportunities: deals.csv}",
      "deals.csv": Self.header + rows(&generator, 300, .plain).joined(separator: "\n") + "\n",
    ]
    var options = RunOptions()
    options.limit = 3
    var workspace = try workspace(files, machine(hands: 2, block: 600, files), options)
    workspace.readTables(["opportunities"], folding: PipelineHygiene.folds)
    let input = try PipelineHygiene.input(from: workspace)
    let result = PipelineHygiene.compute(input)
    // Three that are worth most, and the first of each of eight checks.
    #expect(input.table.count <= 11 && result.deals == 300 && result.rows.count == 3)
    let lines = try #require(files["deals.csv"]).split(separator: "\n", omittingEmptySubsequences: false)
    for row in result.rows { #expect(lines[row.line - 1].hasPrefix("\(row.id),"), "\(row)") }
  }
}
