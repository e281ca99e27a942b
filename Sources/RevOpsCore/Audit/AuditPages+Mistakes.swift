extension AuditPages {
  /// The pages of the ten common mistakes.
  static let mistakes: [ExplainPage] = [
    ExplainPage(
      id: "audit.too-many-metrics", title: "A team follows too many metrics",
      what: "A team steers by more than five metrics.",
      why: "What everybody watches nobody moves.",
      example: "Seven marketing metrics, none of them owned.",
      remedy: "Keep at most five, all in the service of one goal.",
      limits: "Metrics that are only looked up now and then need not be listed."),
    ExplainPage(
      id: "audit.loose-mql", title: "Leads qualify too easily",
      what: "The rule for a qualified lead asks for too low a score, no fit, or no sign of interest.",
      why: "Sales stops working leads it does not believe in, the good ones with the rest.",
      example: "A score of 40 is enough, whatever the company's size.",
      remedy: "Ask for a score of 50 or more, fit and interest together.",
      limits: "A company with few leads may want a wider gate for a while, on purpose."),
    ExplainPage(
      id: "audit.loose-pql", title: "Product leads qualify too easily",
      what: "The rule for a product-qualified lead asks for too little use, no fit, or no sign of value "
        + "found.",
      why: "Sales calls people who only looked around.",
      example: "Any sign-up counts.",
      remedy: "Ask for the use that came before paying in past customers.",
      limits: "The score that tells payers apart is each product's own."),
    ExplainPage(
      id: "audit.no-agreements", title: "No agreements between the teams",
      what: "The document says that there is none.",
      why: "Leads and handoffs are dropped where nobody promised to catch them.",
      example: "`agreements: []`.",
      remedy: "Write what marketing, sales and CS owe one another; review it monthly.",
      limits: "Agreements kept elsewhere do not count until the document names them."),
    ExplainPage(
      id: "audit.required-fields-not-enforced", title: "Required fields are not enforced",
      what: "The CRM lets deals on without amount, close date, stage or next step.",
      why: "Coverage and forecast are computed from blanks.",
      example: "`required_fields_enforced: 0`.",
      remedy: "Validate them at the stage change and check them weekly.",
      limits: "Where the opportunity table is given, the data decides."),
    ExplainPage(
      id: "audit.no-forecast-method", title: "The forecast follows no method",
      what: "There is no method, or nobody compares the call with what came.",
      why: "Without a record nobody knows whose call to believe.",
      example: "`accuracy_tracked: false`.",
      remedy: "Tie categories to evidence, write each call down, score it against the actual.",
      limits: "How good the method is shows in the forecast's track record, not here."),
    ExplainPage(
      id: "audit.automation-before-process", title: "Automation before its process",
      what: "Something runs by itself though its process was never written down.",
      why: "The automation makes the unwritten exceptions at full speed.",
      example: "Lead routing runs, and nobody can say by which rule.",
      remedy: "Write the process, run it by hand, automate what works.",
      limits: "Asked of the automations that the document lists."),
    ExplainPage(
      id: "audit.new-logo-only-pay", title: "Sales is paid on new business alone",
      what: "Nothing in sales pay depends on what becomes of a customer.",
      why: "Deals are closed that will not stay, and CS inherits them.",
      example: "`paid_on: [bookings, new_arr]`.",
      remedy: "Tie part of it to first-year retention or net revenue retention.",
      limits: "Judged by the names of the measures."),
    ExplainPage(
      id: "audit.no-loss-reasons", title: "Losses without a reason",
      what: "A deal can be lost without saying why.",
      why: "Product, price and pitch cannot learn from what was lost.",
      example: "`closed_lost_reasons: optional`.",
      remedy: "Require a reason at closing and review the reasons monthly.",
      limits: "Required reasons can still be wrong: look for one reason that takes most of them."),
    ExplainPage(
      id: "audit.reports-to-sales", title: "RevOps reports to sales",
      what: "RevOps answers to the head of sales alone.",
      why: "Definitions and forecasts bend towards one team.",
      example: "`revops_reports_to: VP Sales`.",
      remedy: "Let it report to a CRO or CEO who answers for all three teams.",
      limits: "Judged by the title: one with sales in it and neither chief, CRO nor CEO."),
    ExplainPage(
      id: "audit.dashboards-without-question", title: "Dashboards without an owner or a question",
      what: "A dashboard is kept up for nobody, or answers nothing.",
      why: "It takes hours to keep and decides nothing.",
      example: "Executive KPIs, owner unknown.",
      remedy: "Give each an owner and its question, or retire it.",
      limits: "Asked of the dashboards that the document lists."),
  ]
}
