extension ExplainPage {
  /// The pages of what is found or refused about what-ifs.
  static let whatIf: [ExplainPage] = [
    ExplainPage(
      id: "what-if.nothing-there", title: "A change of a value that is not given",
      what: "A change such as -5pts or x1.1 names a path at which the files give nothing.",
      why: "A what-if that changes nothing gives yesterday's answer to today's question.",
      example: "'plan.assumptions.new_winrate: -5pts' where the key is 'new_win_rate'.",
      remedy: "Correct the path, or write the value itself, 17%, which is put in place.",
      limits: "Defaults that stand in for silent files cannot be changed by an amount."),
    ExplainPage(
      id: "what-if.no-quantity", title: "A change of something that is no quantity",
      what: "What stands at the path is a text, a list or a mapping, and the change is an amount.",
      why: "There is nothing to add to or to multiply.",
      example: "'plan.capacity.seasonality: +10%', which is a list of twelve weights.",
      remedy: "Name one item, plan.capacity.seasonality[0], or write the whole value.",
      limits: "Quantities of two units, such as 5% a month, are not taken apart."),
    ExplainPage(
      id: "what-if.change", title: "A change that does not fit its value",
      what: "A change is not written as one, or is of another kind than the value it changes.",
      why: "Points on an amount or days on a rate have no meaning, and a guess would be a wrong figure.",
      example: "'plan.targets.new_business: -5pts', where the target is $3.36M.",
      remedy:
        "Write -5pts of a rate, -20% or x0.8 of anything, +15 days of a duration or a date, +$50K of an amount.",
      limits: "A value that itself begins with a sign is written behind '=': =-500."),
    ExplainPage(
      id: "what-if.range", title: "A range that is none",
      what: """
        The ends between which an input is tried or searched are not written as a range, do not rise, or are a bare \
        number that may mean a share, points or an amount.
        """,
      why: "A figure would be looked at where nobody asked.",
      example: "'--input plan.assumptions.new_win_rate=25%..18%'.",
      remedy: "Write -10%..+10%, 18%..25%, ±5pts or ±15 days.",
      limits: "An input that is 0 has no tenth, and needs its range written out."),
    ExplainPage(
      id: "what-if.no-figure", title: "A figure that there is not",
      what: "A path leads to no figure of the analyses that the files feed, or to a group of them.",
      why: "The answer would be about something else.",
      example: "'--figure plan.capacity.gpa'.",
      remedy: "'--format json' of the analysis shows every figure under its path.",
      limits: "Items of lists are named by place, months[0], or by a key, constraints[constraint=leads]."),
    ExplainPage(
      id: "what-if.not-fed", title: "Figures of an analysis that the files do not feed",
      what: "A figure belongs to an analysis whose section or table is not in the workspace.",
      why: "Without its inputs there is nothing to compute, let alone to change.",
      example: "'revops plan scenarios' over a workspace without 'plan'.",
      remedy: "Add the section or the table, or ask for the figures of another analysis with '--figure'.",
      limits: "None."),
    ExplainPage(
      id: "what-if.not-read", title: "A change that no figure asked for can feel",
      what: "A path leads into a section that the analyses of the figures do not read.",
      why: "Every figure would stay as it is, and pass for proof that the input does not matter.",
      example: "A scenario that changes 'pipeline.quota' and asks for 'plan.capacity.gap'.",
      remedy: "Ask for a figure that depends on the section, or change the input that the figure reads.",
      limits: "A key inside a section that is read may still have no effect; sensitivity lists those."),
    ExplainPage(
      id: "what-if.computed", title: "A change of a figure that is computed",
      what:
        "A scenario, a test or a tornado puts a value where the files may state a figure that an analysis computes.",
      why:
        "What is stated there is only held against what is computed, and every figure would stay as it is.",
      example:
        "'plan.derived.opps_needed: 5', which follows from the target, the deal size and the win rate.",
      remedy: "Change an input that the figure is computed from, or ask for the figure itself.",
      limits: "A value equal to the figure is taken."),
    ExplainPage(
      id: "scenarios.none", title: "No scenarios to compare",
      what: "The files give no scenarios, and the standard ones change nothing that the figures depend on.",
      why: "A table of one column compares nothing.",
      example: "'revops plan scenarios --figure capacity.gap', since bear and bull change the plan.",
      remedy: "Write a 'scenarios' section, or --scenario 'Late hires: capacity.time_to_fill=+2 months'.",
      limits: "None."),
    ExplainPage(
      id: "scenarios.unknown", title: "A scenario that there is not",
      what: "'--scenario' names none of the scenarios of the files, and writes none out.",
      why: "The table would lack what was asked for.",
      example: "'--scenario bare' for 'Bear'.",
      remedy: "Name one as the files do, or write it out: 'NAME: PATH=CHANGE, PATH=CHANGE'.",
      limits: "A change that holds a comma has to stand in the 'scenarios' section."),
    ExplainPage(
      id: "scenarios.duplicate", title: "Two scenarios of one name",
      what: "Two entries of the 'scenarios' section have the same name.",
      why: "Their columns could not be told apart.",
      example: "Two entries '{name: Bear, ...}'.",
      remedy: "Give each a name of its own.",
      limits: "None."),
    ExplainPage(
      id: "scenarios.out-of-order", title: "Chances that say the contrary of the scenarios",
      what: "A scenario is given the higher chance of being exceeded, and ends at the higher ARR.",
      why: "Who reads 70% prepares for a floor; a floor above the plan prepares for nothing.",
      example: "A bear of 70% that ends at $16.2M beside a base of 50% at $15.9M.",
      remedy: "Look at the changes of both scenarios, or swap their chances.",
      limits: "Only the ARR carried at the end is compared."),
    ExplainPage(
      id: "test.failed", title: "A test of the plan that fails",
      what: "With the values that a test gives in place, a figure is not what the test expects.",
      why: "Somebody pinned how the plan is to behave, and a change of it behaves otherwise.",
      example: "'plan.derived.opps_needed: 395' at a win rate of 20%, and 400 are needed.",
      remedy: "Mend the plan, or write the new value into the test if the change is meant.",
      limits:
        "Without a tolerance a figure agrees that is shown alike: money to the unit, rates to a tenth of a per cent."
    ),
    ExplainPage(
      id: "test.empty", title: "A test that expects nothing",
      what: "A test of the 'tests' section has no 'expect'.",
      why: "It would pass whatever the plan says.",
      example: "'- {name: fewer wins, given: {plan.assumptions.new_win_rate: 20%}}'.",
      remedy: "Add figures with their values, or a list of expressions that have to hold.",
      limits: "None."),
    ExplainPage(
      id: "test.value", title: "An expected value that is none",
      what: """
        What a test expects of a figure is a list or a quantity of another kind than the figure, or its tolerance is \
        not written as one.
        """,
      why: "Nothing could be compared with it.",
      example: "'plan.derived.opps_needed: 395 ± few', or 'plan.derived.opps_needed: $395'.",
      remedy: "Write 395, 395 ± 2, $2.96M ± $10K, or 'absent' for a figure that is not to be there.",
      limits: """
        A plain number is of the figure's own kind: money of the currency shown, or the unit that the key ends in. A \
        figure whose kind no report shows takes any.
        """),
    ExplainPage(
      id: "test.duplicate", title: "Two tests of one name",
      what: "Two entries of the 'tests' section have the same name.",
      why: "Reports tell tests apart by their names.",
      example: "Two entries '{name: fewer wins, ...}'.",
      remedy: "Give each a name of its own.",
      limits: "None."),
  ]
}
