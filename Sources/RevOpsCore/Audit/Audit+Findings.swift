extension Audit {
  /// Everything worth acting on, in no particular order.
  static func judge(_ result: Result, _ input: Input) -> [Finding] {
    companyFindings(result, input) + measuredFindings(input) + maturityFindings(result, input)
      + rubricFindings(result, input)
      + stackFindings(result, input) + orgFindings(result, input) + alignmentFindings(result, input)
      + mistakeFindings(result) + prerequisiteFindings(result, input)
  }

  private static func companyFindings(_ result: Result, _ input: Input) -> [Finding] {
    var findings: [Finding] = []
    let company = input.company
    if let stated = company.stage, let actual = company.actualStage, stated.value != actual {
      findings.append(
        Finding(
          "audit.stage-disagrees", .warning, subject: "stage",
          "the stage is stated as '\(stated.value.rawValue)', but the ARR lies in '\(actual.rawValue)'",
          evidence: [
            .init("stated", .string(stated.value.rawValue)), .init("by_arr", .string(actual.rawValue)),
          ],
          advice: "correct 'stage' or 'arr_current'; the audit went by the ARR", place: stated.place))
    }
    if company.dollar == nil, let arr = company.arrCurrent {
      findings.append(
        Finding(
          "audit.no-dollar-rate", .warning, subject: "fx",
          "stages and team sizes lie between dollars, and without a rate 1 USD counts as 1 \(input.currency)",
          evidence: [.init("arr_current", .number(arr.value))],
          advice: "give the rate, such as --set 'company.fx={USD: ...}'", place: arr.place))
    }
    let parts = [("products", "product line", company.products), ("regions", "region", company.regions)]
    for (key, noun, parts) in parts {
      let sum = parts.compactMap(\.arr).reduce(0, +)
      // Half a coin more is what converting leaves.
      guard let arr = company.arrCurrent, sum - arr.value > 0.005 else { continue }
      findings.append(
        Finding(
          "audit.arr-counted-twice", .error, subject: key,
          "the \(noun)s add up to more ARR than the company has",
          evidence: [.init("\(key)_arr", .number(sum)), .init("arr_current", .number(arr.value))],
          advice: "give each contract's ARR to one \(noun), or split it", place: input.places[key],
          stake: .money(sum - arr.value)))
    }
    return findings + definitionSetFindings(company, place: input.places["definition_sets"])
  }

  /// After a merger: the same word under two definitions.
  private static func definitionSetFindings(_ company: CompanyStatement, place: Place?) -> [Finding] {
    let terms = Set(company.definitionSets.flatMap(\.terms.keys)).sorted()
    return terms.compactMap { term in
      let answers = company.definitionSets.compactMap { set in
        set.terms[term].map { JSONValue.Member(set.company, .string($0)) }
      }
      let silent = company.definitionSets.filter { $0.terms[term] == nil }
        .map { "'\(printable($0.company))'" }
      let meanings = Set(company.definitionSets.compactMap { $0.terms[term].map(Alignment.plain) })
      guard meanings.count > 1 else {
        guard !silent.isEmpty, company.definitionSets.count > 1 else { return nil }
        return Finding(
          "audit.definition-sets-differ", .info, subject: term,
          "'\(term)' is not defined by \(silent.joined(separator: " and "))", evidence: answers,
          advice: "write down what they mean by it, or that they have no such step", place: place)
      }
      return Finding(
        "audit.definition-sets-differ", .warning, subject: term,
        "the joined companies define '\(term)' differently",
        evidence: answers, advice: "agree on one definition before the two funnels are added up", place: place
      )
    }
  }

  private static func maturityFindings(_ result: Result, _ input: Input) -> [Finding] {
    MaturityDimension.allCases.compactMap { dimension in
      guard let rating = input.maturity[dimension], rating.value <= 2 else { return nil }
      return Finding(
        "audit.maturity-low", rating.value == 1 ? .warning : .info, subject: dimension.rawValue,
        "\(dimension.rawValue) is rated \(rating.value) of 5",
        evidence: [.init("rating", .integer(rating.value))],
        advice: dimension.nextStep, place: rating.place)
    }
  }

  private static func rubricFindings(_ result: Result, _ input: Input) -> [Finding] {
    var findings: [Finding] = []
    for (definition, dimension) in zip(RubricDimension.all, result.rubric.dimensions) where dimension.asked {
      for (criterion, scored) in zip(definition.criteria, dimension.criteria) {
        let place = input.rubric[criterion.id]?.place ?? input.places["rubric"]
        if scored.isDisputed { findings.append(disputed(criterion, scored, place)) }
        guard let points = scored.points.value, points < 2 else { continue }
        findings.append(
          Finding(
            "audit.rubric-gap", points == 0 ? .warning : .info, subject: "\(definition.id).\(criterion.id)",
            "\(points == 0 ? "not there" : "only in part"): \(criterion.title)",
            evidence: [.init("points", .integer(Int(points))), .init("of", 2)],
            advice: criterion.advice, place: place, stake: .points((2 - points) * definition.pointValue),
            command: scored.source.map { "revops explain \($0)" }))
      }
    }
    return findings
  }

  private static func disputed(
    _ criterion: RubricCriterion, _ scored: Rubric.Criterion, _ place: Place?
  ) -> Finding {
    let (stated, measured) = (scored.stated ?? 0, scored.measured ?? 0)
    return Finding(
      "audit.stated-vs-measured", .warning, subject: criterion.id,
      "'\(criterion.id)' is stated as \(stated) of 2, but '\(scored.source ?? "the data")' makes it \(measured)",
      evidence: [.init("stated", .integer(stated)), .init("measured", .integer(measured))],
      advice: "the measured points were counted; correct the statement or mend the data", place: place)
  }

  private static func stackFindings(_ result: Result, _ input: Input) -> [Finding] {
    guard let stack = result.stack, let stage = result.profile.stage else { return [] }
    func place(_ category: ToolCategory) -> Place? {
      input.tools[category]?.place ?? input.places["tech_stack"]
    }
    let gaps = stack.gaps.map { category in
      Finding(
        "audit.stack-gap", .warning, subject: category.rawValue,
        "there is no \(category.noun), which a company at \(stage.rawValue) needs",
        advice: "choose a \(category.noun) before adding any other tool", place: place(category))
    }
    let excess = stack.excess.map { category in
      Finding(
        "audit.stack-excess", .info, subject: category.rawValue,
        "\(category.noun) is in use, though a company at \(stage.rawValue) seldom needs one yet",
        advice: "ask what it decides; if nothing, let it lapse at its renewal", place: place(category))
    }
    let overlaps = stack.overlaps.map { category in
      let tools = input.tools[category]?.value ?? []
      return Finding(
        "audit.stack-overlap", .warning, subject: category.rawValue,
        "\(tools.count) tools do the work of one \(category.noun): \(tools.joined(separator: ", "))",
        evidence: [.init("tools", .array(tools.map(JSONValue.string)))],
        advice: "keep one, move the data, cancel the rest", place: place(category))
    }
    return gaps + excess + overlaps
  }

  private static func orgFindings(_ result: Result, _ input: Input) -> [Finding] {
    guard let verdict = result.org.verdict, verdict != .within, let heads = result.org.revopsHeadcount.value,
      let low = result.org.expectedLow.value
    else { return [] }
    let expected =
      result.org.expectedHigh.value.map { $0 == low ? "\(Int(low))" : "\(Int(low)) to \(Int($0))" }
      ?? "\(Int(low)) or more"
    let evidence: [JSONValue.Member] = [
      .init("revops", .integer(Int(heads))), .init("expected", .string(expected)),
    ]
    return [
      Finding(
        verdict == .under ? "audit.org-understaffed" : "audit.org-overstaffed",
        verdict == .under ? .warning : .info,
        subject: "revops",
        "RevOps has \(Int(heads)) \(heads == 1 ? "person" : "people"); companies of this ARR have \(expected)",
        evidence: evidence,
        advice: verdict == .under
          ? "plan the next RevOps hire, and say what waits until then"
          : "check that each person in RevOps owns an outcome",
        place: input.places["revops"])
    ]
  }

  private static func prerequisiteFindings(_ result: Result, _ input: Input) -> [Finding] {
    Prerequisite.allCases.compactMap { prerequisite in
      guard let met = input.prerequisites[prerequisite], !met.value else { return nil }
      return Finding(
        "audit.prerequisite-missing", .warning, subject: prerequisite.rawValue,
        "this does not hold: \(prerequisite.title)", advice: prerequisite.advice, place: met.place)
    }
  }
}

extension MaturityDimension {
  /// What takes the dimension from improvised towards defined.
  var nextStep: String {
    switch self {
    case .data: "make the CRM the system of record and measure its accuracy weekly"
    case .process: "write the playbook and the agreements that people follow from memory today"
    case .technology: "connect the tools to the CRM and end entry by hand"
    case .analytics: "review leading indicators every week beside the results"
    case .alignment: "hold one joint meeting on shared definitions every week"
    case .enablement: "write playbooks and train on them every quarter"
    }
  }
}
