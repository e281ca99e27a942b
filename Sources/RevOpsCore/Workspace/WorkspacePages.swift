extension ExplainPage {
  /// The pages of what is refused about a workspace, its company and the values set for one run.
  static let workspace: [ExplainPage] = [
    ExplainPage(
      id: "workspace.self", title: "A section that names the workspace itself",
      what: "A section is given by path, and the path leads back to the workspace file.",
      why: "The file would have to contain itself.",
      example: "'plan: revops.yaml' inside revops.yaml.",
      remedy: "Name the file that holds the section, or write the section in place.",
      limits: "Two spellings of one file through a link are not seen as one."),
    ExplainPage(
      id: "workspace.no-section", title: "A section file without the section",
      what:
        "The file that a section's path leads to holds a text or another path where the section is wanted.",
      why:
        "A path leads to a section in one step, so that it is always clear which file a figure comes from.",
      example: "'audit: audit.yaml', and audit.yaml says 'audit: other.yaml'.",
      remedy: "Let the workspace name the last file directly.",
      limits: "None."),
    ExplainPage(
      id: "workspace.section-missing", title: "A section that an analysis is about",
      what: "A command was given a workspace without the section whose figures it computes.",
      why: "A report of zeros looks like a plan, and is none.",
      example: "'revops plan' over a workspace of 'company' and 'data'.",
      remedy: "Write the section, name the file that holds it, or start from 'revops template'.",
      limits:
        "A command that measures from data does without its section, and takes defaults for what it says."),
    ExplainPage(
      id: "set.comment", title: "A comment in a value of the command line",
      what: "The value of a setting is a list, a mapping or a text in quotes, and '#' stands behind it.",
      why: "YAML leaves out a comment, and part of what was given would be dropped without a word.",
      example: "--set 'plan.capacity={quota_per_ae: 700K} # for now'.",
      remedy: "Take the comment out, or put the text that holds '#' in quotes.",
      limits: "A plain text is taken whole: 'company.name=a #b' names the company 'a #b'."),
    ExplainPage(
      id: "workspace.two-days", title: "Sections of two days",
      what:
        "Two sections say different days under 'as_of', or one says another than the workspace, and no '--as-of' chooses.",
      why:
        "All figures of a run are for one day; the plan would be computed for the day of the audit, unsaid.",
      example: "'audit: {as_of: 2026-01-01}' beside 'plan: {as_of: 2026-02-01}'.",
      remedy: "Write 'as_of' once, in the workspace or under 'company', or give '--as-of' for one run.",
      limits: "A warning where the workspace or 'company' gives the day, which then counts; else an error."),
    ExplainPage(
      id: "workspace.not-read", title: "A part of a file that would be left unread",
      what: "A section file holds its section under its own name, and other keys beside it.",
      why: "Whoever wrote them believes that they count.",
      example: "audit.yaml with 'audit' and 'plan', named by the workspace for 'audit' only.",
      remedy: "Move the other keys to the workspace or to files of their own.",
      limits: "'as_of', '$schema' and keys that begin with 'x-' may stand there."),
    ExplainPage(
      id: "workspace.section-unread", title: "A section that nothing reads yet",
      what: "The workspace has a section whose area no command of this version computes.",
      why: "Whoever wrote it believes that it counts, and not even its keys are looked at.",
      example: "'comp: {plans: ...}' in a version without commands for pay plans.",
      remedy: """
        Take the section out, or leave it for a later version and set the severity of this id to info under \
        'checks.severities'. 'revops schema' lists the sections that are read.
        """,
      limits: "'revops check' and 'revops audit' tell it; a command of one area looks at its own sections."),
    ExplainPage(
      id: "workspace.no-rate", title: "A currency without a rate",
      what: "Money is to be shown in a currency for which the company gives no rate.",
      why: "Amounts in two currencies cannot be added up without one.",
      example: "'--currency EUR' in a workspace of dollars without 'company.fx'.",
      remedy: "Write what one unit is worth in the company's currency: 'fx: {EUR: 1.08}'.",
      limits: "One rate holds for the whole workspace, whatever the date of an amount."),
    ExplainPage(
      id: "workspace.table-missing", title: "A data table that an analysis needs",
      what: "An analysis was asked for that works on a table, and the workspace does not declare it.",
      why: "Without the rows there is nothing to compute from.",
      example: "'revops pipeline hygiene' in a workspace without 'data.opportunities'.",
      remedy: "Add the file under 'data'; 'revops inspect FILE' prints the lines to paste.",
      limits: "None."),
    ExplainPage(
      id: "workspace.column-missing", title: "A column that the file does not have",
      what: "'columns' says which column of a file holds a value, and the file has no column of that name.",
      why: "Every figure of that column would be missing without a word.",
      example: "'columns: {amount: Deal Value}' for an export whose column is 'Deal value (USD)'.",
      remedy: "Write the name as it stands in the header; 'revops inspect FILE' lists the columns.",
      limits: "Names are compared letter by letter."),
    ExplainPage(
      id: "where.no-rows", title: "A condition that no row meets",
      what: "--where leaves all rows of a table out.",
      why: "A pipeline of zero then says something of the condition, and nothing of the deals.",
      example: "--where \"owner = 'ann'\" over deals of Ann",
      remedy: "Write words as the file has them; 'revops inspect FILE' shows the columns.",
      limits: "A warning: that there are no such deals may be the answer."),
    ExplainPage(
      id: "where.no-column", title: "A condition that speaks of no column",
      what: "A condition on rows compares texts or numbers with one another, and nothing of the rows.",
      why: "It holds for all rows or for none; whoever meant a column would see figures of other rows.",
      example: "--where '\"Deal - Status\" = \"Open\"'",
      remedy: "Put a column whose name has blanks in backticks: '`Deal - Status` = \"Open\"'.",
      limits: "A condition that names a column beside such a comparison is taken as it is."),
    ExplainPage(
      id: "where.columns", title: "A condition over columns that no table has",
      what: "'--where' speaks of columns that are not all in one of the tables read.",
      why: "The condition would leave nothing out, and the figures would pass for those of a part.",
      example: "'--where \"segmnt = 'SMB'\"' where the column is 'segment'.",
      remedy: "'revops inspect FILE' lists the columns of a file.",
      limits: "A table without the columns stays whole; the list of inputs says how many rows each left out."),
    ExplainPage(
      id: "company.timezone", title: "A time zone that is not known",
      what: "'company.timezone' is neither an offset nor a zone that the machine has rules for.",
      why: "Without it business hours and the day of a moment would be off by hours.",
      example: "'timezone: Berlin'.",
      remedy: "Write the zone's full name, Europe/Berlin, or an offset such as +02:00.",
      limits:
        "Names need the zone files of the operating system; an offset works everywhere but knows no summer time."
    ),
    ExplainPage(
      id: "company.unknown-metric", title: "A metric that is not in the catalogue",
      what: "'company.definitions' or 'company.benchmarks' names a metric that there is not.",
      why: "The choice would have no effect, and the figures would go on by the default.",
      example: "'benchmarks: {netretention: {good: 100%}}' for 'nrr'.",
      remedy: "'revops explain' lists the ids of all metrics.",
      limits: "None."),
    ExplainPage(
      id: "company.unknown-definition", title: "A definition that the metric does not have",
      what: "'company.definitions' picks a variant that the metric does not know.",
      why: "The figure would be computed by another definition than the one believed in.",
      example: "'definitions: {nrr: cohorts}'.",
      remedy: "'revops explain METRIC' lists the variants with their formulas.",
      limits: "None."),
    ExplainPage(
      id: "company.unknown-scope", title: "A scope of bands that there is not",
      what: "Bands under 'company.benchmarks' are put under a scope that is not one of the catalogue's.",
      why: "They would never be used.",
      example: "'benchmarks: {sm_share: {acv_15k: {from: 35%, to: 55%}}}'.",
      remedy:
        "Leave the scope out, so that the bands hold everywhere, or take a name that 'revops explain' shows.",
      limits: "None."),
    ExplainPage(
      id: "company.benchmarks", title: "Bands that contradict themselves",
      what: "The edges of a metric's bands are not in an order that fits their names.",
      why: "A figure would be good and great at once, or neither.",
      example: "'nrr: {good: 110%, great: 100%}', where higher is better.",
      remedy: "Give better levels edges further in the metric's good direction.",
      limits: "None."),
    ExplainPage(
      id: "set.path", title: "A setting whose path leads nowhere",
      what: "The path of '--set PATH=VALUE' is not written as one, or names an item that is not there.",
      why: "A what-if that changes nothing gives yesterday's answer to today's question.",
      example: "'--set stages[name=Vistor].sla=1h' where the stage is called Visitor.",
      remedy:
        "Name keys from the section on: plan.assumptions.win_rate, stages[0].sla, stages[name=Visitor].sla.",
      limits: "A key that holds a dot or a bracket cannot be named."),
    ExplainPage(
      id: "set.too-many", title: "More settings than one run takes",
      what: "More than 32,767 values are set in one run.",
      why: "Each is remembered with its place, and there are places for no more.",
      example: "A script that passes a whole table through '--set'.",
      remedy: "Put the values in a file.",
      limits: "None."),
  ]
}
