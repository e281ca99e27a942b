/// What `revops explain` says of each finding of the audit.
enum AuditPages {
  /// All of them.
  static let all = areas + mistakes

  static let areas: [ExplainPage] = [
    ExplainPage(
      id: "audit.stage-disagrees", title: "The stage and the ARR disagree",
      what: "The stage stated in the document is not the one that the stated ARR lies in.",
      why: "Advice by stage (tools, people, what is asked at all) would be for another company.",
      example: "`stage: \"$1-5M\"` beside `arr_current: \"$12M\"`.",
      remedy: "Correct the one that is out of date; until then the audit goes by the ARR.",
      limits: "The edges are $1M, $5M and $20M of ARR, at the workspace's rate for the dollar."),
    ExplainPage(
      id: "audit.no-dollar-rate", title: "No rate for the dollar",
      what: "The company's currency is not the dollar, and the workspace gives no rate between the two.",
      why: "Stages and team sizes have edges in dollars: ¥300M would pass for a company of $300M.",
      example: "`company: {currency: JPY}` beside `arr_current: 300M`.",
      remedy: "Give the rate: `fx: {USD: 150}` under `company`.",
      limits: "Until then one dollar counts as one unit of the currency."),
    ExplainPage(
      id: "audit.arr-counted-twice", title: "ARR counted twice",
      what: "The product lines add up to more ARR than the company has.",
      why: "A contract for two products that stands in full under both makes growth by product look "
        + "better than it is.",
      example: "Platform $9M and Analytics $5M in a company of $12M.",
      remedy: "Give each contract to one line, or split its value between them.",
      limits: "Lines that add up to less are not reported: some ARR may belong to no line."),
    ExplainPage(
      id: "audit.definition-sets-differ", title: "Joined companies define a word differently",
      what: "After a merger the two funnels use one word for two things, or only one of them defines it.",
      why: "Adding up their figures adds up different things; conversion and forecast of the whole "
        + "mean nothing.",
      example: "One side's SQL has had a discovery call, the other's has only replied.",
      remedy: "Agree on one definition, restate both histories by it, then add up.",
      limits: "Only wording is compared: case, spaces and punctuation do not count, other words for one "
        + "meaning do."),
    ExplainPage(
      id: "audit.maturity-low", title: "A dimension of maturity is low",
      what: "A dimension is rated 1 or 2 of 5.",
      why: "The lowest dimension holds back the others: automation of a process nobody wrote down "
        + "automates its mistakes.",
      example: "`alignment: 1`: each team has its own numbers.",
      remedy: "Take the one next step named in the finding before improving what is already at 3.",
      limits: "Ratings are a judgement; have two people rate apart and compare."),
    ExplainPage(
      id: "audit.rubric-gap", title: "A criterion of the rubric earns no or half its points",
      what: "The criterion is missing (0) or holds in part (1).",
      why: "The finding names how many of 100 points are at stake, so gaps can be worked on by their worth.",
      example: "`hygiene_automated: 0` costs 5 points.",
      remedy: "Do what the finding advises, then raise the statement; where data measures it, the data "
        + "raises it.",
      limits: "Criteria of one dimension weigh the same, whatever they cost to fulfil."),
    ExplainPage(
      id: "audit.stated-vs-measured", title: "Statement and data disagree",
      what:
        "Somebody stated points, a deal size or a cycle that the workspace's data does not bear out, or the other way round.",
      why: "A plan built on a stated figure that is not so fails where nobody looks.",
      example: "Duplicates are stated as below 2%, the account table has 3.5%.",
      remedy: "Correct the statement, or mend the data; the audit counts what was measured.",
      limits:
        "A deal size or a cycle within a tenth of what is measured passes for right. The data may cover only part of the company: look at the rows left out first."
    ),
    ExplainPage(
      id: "audit.stack-gap", title: "A tool that the stage needs is missing",
      what: "The document says there is no tool of a kind that companies of this ARR must have.",
      why: "Its work is done by hand or not at all, and every figure that depends on it comes late.",
      example: "No data warehouse at $12M ARR.",
      remedy: "Choose one before any tool of a later stage.",
      limits: "The list is by ARR alone; a business model may need less or more."),
    ExplainPage(
      id: "audit.stack-excess", title: "A tool ahead of the stage",
      what: "A tool is in use that companies of this ARR seldom need.",
      why: "It costs licences and upkeep and has little data to work on.",
      example: "AI forecasting at $3M ARR with 40 closed deals a year.",
      remedy: "Ask which decision it changes; let it lapse at its renewal if none.",
      limits: "A tool bought for growth within the year can be right."),
    ExplainPage(
      id: "audit.stack-overlap", title: "Two tools for one job",
      what: "More than one tool of a kind is in use.",
      why: "Two systems hold two truths, and somebody reconciles them by hand.",
      example: "Stripe and Chargebee both bill customers.",
      remedy: "Keep one, move the data, cancel the other.",
      limits: "A move that is under way shows the same for a while."),
    ExplainPage(
      id: "audit.org-understaffed", title: "Fewer people in RevOps than usual",
      what: "RevOps has fewer people than companies of this ARR.",
      why: "The work that is not done first is prevention: definitions, hygiene, planning.",
      example: "One person at $12M ARR, where two or three are usual.",
      remedy: "Plan the next hire, and say which work waits until then.",
      limits: "Part-time help in the teams does not show in the headcount."),
    ExplainPage(
      id: "audit.org-overstaffed", title: "More people in RevOps than usual",
      what: "RevOps has more people than companies of this ARR.",
      why: "Cost ahead of revenue, and often work without an owner of its outcome.",
      example: "Six people at $12M ARR.",
      remedy: "Check that each person owns an outcome.",
      limits: "A company that is about to grow fast hires ahead on purpose."),
    ExplainPage(
      id: "audit.prerequisite-missing", title: "An operating rhythm lacks what it stands on",
      what: "Something that a commitment-driven cadence needs does not hold.",
      why: "Meetings then produce noise in place of accountability.",
      example: "Deals go to whoever is free, so no seller answers for a market.",
      remedy: "Put it in place before adding a meeting.",
      limits: "Asked as yes or no; the document can say more beside it under an `x-` key."),
    ExplainPage(
      id: "audit.sources-differ", title: "Teams take their numbers from different systems",
      what: "Two teams name different sources of truth.",
      why: "The board sees two pipelines; the meeting is about whose number is right.",
      example: "Marketing reports from HubSpot, sales from Salesforce.",
      remedy: "Name one system of record for each number and reconcile the others to it.",
      limits: "Names are compared, not contents: two names of one system look like two."),
    ExplainPage(
      id: "audit.definitions-differ", title: "Teams define a stage differently",
      what: "Two teams mean different things by the name of a stage.",
      why: "Conversion between the stages measures the difference of opinion, not the market.",
      example: "MQL at a score of 40 for marketing, 50 and fit for sales.",
      remedy: "Write one definition with a criterion that somebody else can check.",
      limits: "Only wording is compared: other words for the same meaning are reported as well."),
    ExplainPage(
      id: "audit.incentives-conflict", title: "A team is paid for what harms another",
      what: "All of a team's variable pay rewards volume, or logos kept.",
      why: "People do what they are paid for: more leads that do not buy, more accounts that do not grow.",
      example: "Marketing is paid on MQL volume and cost per lead.",
      remedy: "Tie part of the pay to what the next team needs: pipeline that closes, net revenue retention.",
      limits: "Judged by the names of the measures under `paid_on`; an unknown name accuses nobody."),
    ExplainPage(
      id: "audit.agreement-toothless", title: "An agreement without measure or consequence",
      what: "A written agreement between teams does not say how it is measured, or what follows when it "
        + "is missed.",
      why: "An agreement nobody can fail is not kept.",
      example: "Leads are to be routed quickly, and nothing happens when they are not.",
      remedy: "Add a number with its unit, who measures it and what follows.",
      limits: "The consequence is not judged, only that there is one."),
    ExplainPage(
      id: "audit.stages-undefined", title: "Stages are not defined in writing",
      what: "The document says that stage definitions are not written down.",
      why: "Every figure of the funnel then counts something else in each head.",
      example: "Three people give three meanings of SQL.",
      remedy: "Write one sentence and one exit criterion a stage; `funnel` holds them.",
      limits: "Asked as yes or no here; the `funnel` section holds the definitions themselves."),
    ExplainPage(
      id: "audit.no-exit-criteria", title: "Stages have no exit criteria",
      what: "Stages are defined, but nothing says when a deal leaves one.",
      why: "Deals move by mood, so stage probabilities and coverage mean little.",
      example: "A deal is in negotiation since it feels good.",
      remedy: "Give each stage one observable condition: a field, an event, a person who said yes.",
      limits: "Asked as yes or no here."),
    ExplainPage(
      id: "audit.alignment-twice", title: "Alignment is given twice",
      what: "The audit document has an `alignment` block, and the workspace has an `alignment` section.",
      why: "Two answers to one question; whichever is read, the other is not.",
      example: "`alignment:` in revops-audit.yaml and in revops.yaml.",
      remedy: "Keep one of them; the workspace's own section serves other commands as well.",
      limits: "Both are refused even where they say the same."),
  ]
}
