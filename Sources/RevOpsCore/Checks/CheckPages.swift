extension ExplainPage {
  /// The pages of what checking finds or refuses.
  static let checks: [ExplainPage] = [
    ExplainPage(
      id: "check.failed", title: "An assertion that does not hold",
      what: "An assertion of the 'checks' section is false, or could not be evaluated.",
      why: "Somebody wrote down what must hold for the plan to work, and it does not.",
      example: "'audit.rubric.score >= 60' with a score of 48.",
      remedy: """
        Mend the cause, or agree on a waiver with an owner, a reason and a last day. Where a figure is absent, the \
        message says what it needs.
        """,
      limits: """
        An assertion over an absent figure fails with its own severity: a check never passes for want of data, and \
        a mere warning stays one.
        """),
    ExplainPage(
      id: "check.no-name", title: "No check of this name",
      what: "`explain` was asked for a check or a test that the workspace does not have.",
      why: "Checks are the workspace's own: only its files say what each asks for.",
      example: "`revops explain checks.covrage`, where the check is called `coverage`.",
      remedy: "Take one of the names that the message lists.",
      limits: "A finding, such as `plan.incomplete`, has its page without a workspace."),
    ExplainPage(
      id: "check.nothing", title: "Nothing to check",
      what: "'revops check' was given files with no assertion and nothing that an analysis reads.",
      why: "A run that checks nothing and passes is worse than none.",
      example: "A workspace that holds only 'company'.",
      remedy: "Add a 'checks' section, or the sections and tables whose findings are to be checked.",
      limits: "None."),
    ExplainPage(
      id: "check.duplicate", title: "Two checks of one name",
      what: "Two assertions have the same name; one without a name is called by its text.",
      why: "Reports and waivers tell checks apart by their names.",
      example: "Two entries '{name: coverage, ...}'.",
      remedy: "Give each a name of its own.",
      limits: "None."),
    ExplainPage(
      id: "check.unknown-finding", title: "A finding that there is not",
      what: "A waiver, or an entry under 'checks.severities', names an id that no analysis can find.",
      why: "It would have no effect, and whoever wrote it believes that it has.",
      example: "'severities: {audit.rubrik-gap: info}' for 'audit.rubric-gap'.",
      remedy: "Take the spelling that the message suggests; 'revops explain' lists the ids of all findings.",
      limits: "The id of an error is known too, though an error cannot be waived."),
    ExplainPage(
      id: "check.waiver-expired", title: "A waiver that has run out",
      what: "The last day of a waiver lies before the day of the run.",
      why: "The problem was to be solved by then, and nobody may remember it.",
      example: "A waiver 'until 2026-03-31' in a run of April.",
      remedy: "Mend the cause and take the waiver out, or agree with its owner on a new day.",
      limits:
        "The day is that of '--as-of' or of the files, so an old snapshot may still be within the waiver."),
    ExplainPage(
      id: "check.waiver-unused", title: "A waiver that covers nothing",
      what: "A waiver names a finding that no analysis found, or stands under a check that passes.",
      why: "It would hide the next real one.",
      example: "A waiver for 'audit.no-agreements' after the agreements were written.",
      remedy: "Take the waiver out.",
      limits:
        "A run on other data, or one that leaves a table out, may find what it covers. Under a check it is only noted."
    ),
  ]
}
