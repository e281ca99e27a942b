extension Audit {
  static func alignmentStatement(_ fields: inout Fields) -> AlignmentStatement {
    var statement = AlignmentStatement()
    fields.section("stage_definitions") { section in
      statement.definitionsWritten = section.flagIfGiven("written")
      statement.exitCriteria = section.flagIfGiven("exit_criteria")
    }
    let agreements = fields.sections("agreements", agreement)
    statement.agreements = fields.node("agreements") == nil ? nil : agreements
    statement.sourceOfTruth = stated(&fields, "source_of_truth") { $0.textIfGiven("source_of_truth") }
    fields.section("teams") { teams in
      for team in RevenueTeam.allCases {
        let place = teams.place(of: team.rawValue)
        statement.teams[team] = teams.sectionIfGiven(team.rawValue) { teamStatement(&$0, place) }
      }
    }
    return statement
  }

  private static func agreement(_ fields: inout Fields) -> AgreementStatement {
    AgreementStatement(
      name: fields.text("name"), measure: fields.textIfGiven("measure"),
      consequence: fields.textIfGiven("consequence"), place: fields.place(of: "name"))
  }

  private static func teamStatement(_ fields: inout Fields, _ place: Place?) -> TeamStatement {
    var team = TeamStatement()
    team.paidOn = fields.list("paid_on", of: .text)
    team.metrics = fields.list("metrics", of: .text)
    team.metricsPlace = fields.place(of: "metrics")
    let definitions = fields.node("definitions")
    for (term, definition) in fields.map("definitions", of: .text) {
      team.definitions[term] = Stated(value: definition, place: definitions?[term]?.place)
    }
    team.sourceOfTruth = stated(&fields, "source_of_truth") { $0.textIfGiven("source_of_truth") }
    team.place = place
    return team
  }

  static func practices(_ fields: inout Fields) -> Practices {
    var practices = Practices()
    let lead = fields.place(of: "qualified_lead")
    practices.qualifiedLead = fields.sectionIfGiven("qualified_lead") { rule in
      let score = rule.numberIfGiven("score")
      if let score, !(0...100).contains(score) {
        rule.refuse(
          "score", "decode.wrong-value",
          "'\(rule.path(of: "score"))' is a lead score and lies between 0 and 100")
      }
      return Practices.LeadRule(
        score: score, firmographic: rule.flagIfGiven("firmographic"),
        behavioral: rule.flagIfGiven("behavioral"), place: lead)
    }
    fields.section("forecast") { forecast in
      practices.forecastMethod = stated(&forecast, "method") { $0.textIfGiven("method") }
      practices.forecastAccuracyTracked = forecast.flagIfGiven("accuracy_tracked")
    }
    practices.automations = fields.sections("automations") { automation in
      Practices.Automation(
        name: automation.text("name"), processWritten: automation.flagIfGiven("process_written"),
        place: automation.place(of: "name"))
    }
    practices.lossReasons = stated(&fields, "closed_lost_reasons") { $0.choiceIfGiven("closed_lost_reasons") }
    practices.reportsTo = stated(&fields, "revops_reports_to") { $0.textIfGiven("revops_reports_to") }
    practices.dashboards = fields.sections("dashboards") { dashboard in
      Practices.Dashboard(
        name: dashboard.text("name"), owner: dashboard.textIfGiven("owner"),
        question: dashboard.textIfGiven("question"), place: dashboard.place(of: "name"))
    }
    return practices
  }
}
