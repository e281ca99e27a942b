import Testing

@testable import RevOpsCore

@Suite struct AlignmentTests {
  static func team(_ paidOn: [String], mql: String? = nil, source: String? = nil) -> TeamStatement {
    var team = TeamStatement()
    team.paidOn = paidOn
    if let mql { team.definitions["MQL"] = Stated(value: mql, place: nil) }
    team.sourceOfTruth = source.map { Stated(value: $0, place: nil) }
    return team
  }

  // Field Manual, module 1: marketing on volume, sales on bookings, CS on logos each work against another team.
  @Test(arguments: [
    (team: RevenueTeam.marketing, paidOn: ["mql_volume", "cost_per_lead"], conflicts: true),
    (.marketing, ["mql_volume", "pipeline_closed_won"], false),
    (.marketing, ["mql_to_sql_conversion"], false),
    (.sales, ["bookings"], true), (.sales, ["new ARR", "new logos"], true),
    (.sales, ["bookings", "first_year_retention"], false), (.sales, ["bookings", "NRR"], false),
    (.cs, ["logo_retention"], true), (.cs, ["logo_retention", "net_revenue_retention"], false),
    (.cs, ["csat"], false),
    (.sales, [], false),
  ])
  func payThatRewardsOneTeamForWhatHarmsAnother(team: RevenueTeam, paidOn: [String], conflicts: Bool) {
    let found = Alignment.conflicts([team: Self.team(paidOn)])
    #expect(found.map(\.team) == (conflicts ? [team] : []))
  }

  @Test func teamsThatDefineAStageDifferentlyDisagree() {
    var statement = AlignmentStatement()
    statement.teams = [
      .marketing: Self.team([], mql: "Score >= 40"), .sales: Self.team([], mql: "score >= 50"),
    ]
    let alignment = Alignment(statement)
    #expect(alignment.disagreements.map(\.term) == ["MQL"])
    #expect(alignment.artefacts[0].present == false)
  }

  @Test func caseSpacesAndFullStopsAreNoDisagreement() {
    var statement = AlignmentStatement()
    statement.teams = [
      .marketing: Self.team([], mql: "Score >= 50.", source: "Salesforce"),
      .sales: Self.team([], mql: "score >=50", source: "salesforce"),
    ]
    #expect(Alignment(statement).disagreements.isEmpty)
  }

  @Test func anAgreementNeedsAMeasureAndAConsequence() {
    var statement = AlignmentStatement()
    statement.agreements = [
      AgreementStatement(name: "Sales to CS", measure: "48 hours", consequence: nil, place: nil)
    ]
    let artefact = Alignment(statement).artefacts[1]
    #expect(artefact.present == false)
    #expect(artefact.missing == ["'Sales to CS' has no consequence"])
    statement.agreements = nil
    #expect(Alignment(statement).artefacts[1].present == nil)
    statement.agreements = []
    #expect(Alignment(statement).artefacts[1].present == false)
  }

  @Test func allFourStandWhereEverythingIsStatedAndAgrees() {
    var statement = AlignmentStatement()
    (statement.definitionsWritten, statement.exitCriteria) = (true, true)
    statement.agreements = [
      AgreementStatement(name: "Sales to CS", measure: "48 hours", consequence: "credit waits", place: nil)
    ]
    statement.sourceOfTruth = Stated(value: "Salesforce", place: nil)
    statement.teams = [
      .marketing: Self.team(["pipeline_won"]), .sales: Self.team(["bookings", "NRR"]),
      .cs: Self.team(["NRR"]),
    ]
    #expect(Alignment(statement).present == 4)
  }
}
