/// The three teams that share one customer.
public enum RevenueTeam: String, CaseIterable, Hashable, Sendable, Encodable {
  case marketing, sales, cs

  /// Its name for people.
  var title: String {
    switch self {
    case .marketing: "Marketing"
    case .sales: "Sales"
    case .cs: "CS"
    }
  }
}

/// What a team says of itself.
public struct TeamStatement: Hashable, Sendable {
  /// What its variable pay depends on, as metric names.
  var paidOn: [String] = []
  /// The metrics it looks at.
  var metrics: [String] = []
  /// Where they stand.
  var metricsPlace: Place?
  /// Its own definition of a stage or a term, by name.
  var definitions: [String: Stated<String>] = [:]
  /// The system it takes its numbers from.
  var sourceOfTruth: Stated<String>?
  /// Where the team's block stands.
  var place: Place?
}

/// An answer with the place it stands at.
public struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What was answered.
  var value: Value
  /// Where.
  var place: Place?
}

/// A written agreement between two teams.
public struct AgreementStatement: Hashable, Sendable {
  /// Which agreement.
  var name: String
  /// How it is measured.
  var measure: String?
  /// What happens when it is missed.
  var consequence: String?
  /// Where it stands.
  var place: Place?
}

/// What the document says about the four artefacts of alignment.
public struct AlignmentStatement: Hashable, Sendable {
  /// Whether stage definitions are written down.
  var definitionsWritten: Bool?
  /// Whether each has an exit criterion.
  var exitCriteria: Bool?
  /// The agreements between teams; nil where the document does not say.
  var agreements: [AgreementStatement]?
  /// The system that everybody is meant to read from.
  var sourceOfTruth: Stated<String>?
  /// What the teams say.
  var teams: [RevenueTeam: TeamStatement] = [:]
}

/// Whether the teams share one funnel, one set of agreements, one set of numbers and incentives that agree.
///
/// Four artefacts make alignment a matter of record: written stage definitions with exit criteria, agreements
/// with a measure and a consequence, one source of truth, incentives that do not conflict.
///
/// Source: Field Manual, module 1; RevOps Engine, phases 7 and 14.
public struct Alignment: Hashable, Sendable, Encodable {
  /// One of the four artefacts.
  public struct Artefact: Hashable, Sendable, Encodable {
    /// Its key.
    var id: String
    /// Whether it stands; nil where the document does not say.
    var present: Bool?
    /// What keeps it from standing, in words.
    var missing: [String]
  }

  /// Two teams that mean different things by one word.
  public struct Disagreement: Hashable, Sendable, Encodable {
    /// The word.
    var term: String
    /// Each team with what it says, teams in order.
    var teams: [TeamAnswer]
  }

  /// What one team says.
  public struct TeamAnswer: Hashable, Sendable, Encodable {
    /// The team.
    var team: RevenueTeam
    /// Its answer.
    var answer: String
  }

  /// Pay that rewards one team for what harms another.
  public struct Conflict: Hashable, Sendable, Encodable {
    /// The team that is paid so.
    var team: RevenueTeam
    /// What it is paid on.
    var paidOn: [String]
    /// What it leads to.
    var effect: String
  }

  /// The four artefacts in order.
  var artefacts: [Artefact]
  /// How many stand.
  var present: Int
  /// Words that the teams define differently, and sources that differ.
  var disagreements: [Disagreement]
  /// Pay that works against another team.
  var conflicts: [Conflict]
}

extension Alignment {
  init(_ statement: AlignmentStatement) {
    disagreements = Self.disagreements(statement.teams)
    conflicts = Self.conflicts(statement.teams)
    artefacts = [
      Self.definitions(statement, differing: disagreements.filter { $0.term != Self.sourceTerm }),
      Self.agreements(statement.agreements),
      Self.sourceOfTruth(statement, differing: disagreements.contains { $0.term == Self.sourceTerm }),
      Self.incentives(statement.teams, conflicts),
    ]
    present = artefacts.count { $0.present == true }
  }

  /// The word under which differing systems of record are listed.
  static let sourceTerm = "source_of_truth"

  private static func definitions(_ statement: AlignmentStatement, differing: [Disagreement]) -> Artefact {
    var missing: [String] = []
    if statement.definitionsWritten == false { missing.append("stages are not defined in writing") }
    if statement.exitCriteria == false { missing.append("stages have no exit criteria") }
    missing += differing.map { "'\($0.term)' means different things to different teams" }
    let known = statement.definitionsWritten != nil && statement.exitCriteria != nil
    return Artefact(
      id: "stage_definitions", present: missing.isEmpty ? (known ? true : nil) : false, missing: missing)
  }

  private static func agreements(_ agreements: [AgreementStatement]?) -> Artefact {
    guard let agreements else { return Artefact(id: "agreements", present: nil, missing: []) }
    var missing: [String] = agreements.isEmpty ? ["there is no agreement between the teams"] : []
    for agreement in agreements {
      if agreement.measure == nil { missing.append("'\(agreement.name)' has no measure") }
      if agreement.consequence == nil { missing.append("'\(agreement.name)' has no consequence") }
    }
    return Artefact(id: "agreements", present: missing.isEmpty, missing: missing)
  }

  private static func sourceOfTruth(_ statement: AlignmentStatement, differing: Bool) -> Artefact {
    if differing {
      return Artefact(
        id: sourceTerm, present: false, missing: ["the teams read their numbers from different systems"])
    }
    return Artefact(id: sourceTerm, present: statement.sourceOfTruth.map { _ in true }, missing: [])
  }

  private static func incentives(_ teams: [RevenueTeam: TeamStatement], _ conflicts: [Conflict]) -> Artefact {
    let known = RevenueTeam.allCases.allSatisfy { teams[$0]?.paidOn.isEmpty == false }
    return Artefact(
      id: "incentives", present: conflicts.isEmpty ? (known ? true : nil) : false,
      missing: conflicts.map(\.effect))
  }

  private static func disagreements(_ teams: [RevenueTeam: TeamStatement]) -> [Disagreement] {
    let terms = Set(teams.values.flatMap(\.definitions.keys)).sorted()
    var found = terms.compactMap { term in
      disagreement(on: term, answers: answers(teams) { $0.definitions[term]?.value })
    }
    if let sources = disagreement(on: sourceTerm, answers: answers(teams) { $0.sourceOfTruth?.value }) {
      found.append(sources)
    }
    return found
  }

  private static func answers(
    _ teams: [RevenueTeam: TeamStatement], _ answer: (TeamStatement) -> String?
  ) -> [TeamAnswer] {
    RevenueTeam.allCases.compactMap { team in
      teams[team].flatMap(answer).map { TeamAnswer(team: team, answer: $0) }
    }
  }

  /// A disagreement where two answers differ by more than case, spaces and punctuation.
  static func disagreement(on term: String, answers: [TeamAnswer]) -> Disagreement? {
    let distinct = Set(answers.map { plain($0.answer) })
    return distinct.count > 1 ? Disagreement(term: term, teams: answers) : nil
  }

  /// Letters, digits and comparison signs of a definition in lower case: what its meaning hangs on.
  static func plain(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber || "<>=%".contains($0) })
  }
}
