extension Audit {
  static func alignment(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.alignment.artefacts.map { artefact in
      let name = artefact.id.first.map {
        String($0).uppercased() + artefact.id.dropFirst().map { $0 == "_" ? " " : String($0) }.joined()
      }
      return [
        .text(name ?? artefact.id), .verdict(answer(artefact.present)),
        .text(artefact.missing.joined(separator: "; ")),
      ]
    }
    let columns: [Report.Column] = [
      .init("artefact", "Artefact"), .init("present", "Stands"), .init("missing", "What is missing"),
    ]
    let prerequisites: [[Report.Cell]] = result.prerequisites.filter { $0.met != nil }.map { item in
      [.text(item.id.title), .verdict(answer(item.met))]
    }
    var blocks: [Report.Block] = [.table(.init("artefacts", columns: columns, rows: rows))]
    if !prerequisites.isEmpty {
      blocks.append(
        .table(
          .init(
            "prerequisites",
            columns: [.init("prerequisite", "What a rhythm stands on"), .init("met", "Met")],
            rows: prerequisites)))
    }
    return Report.Section("alignment", "Alignment", blocks)
  }

  private static func answer(_ value: Bool?) -> Report.Verdict {
    switch value {
    case true?: .init("yes", .good)
    case false?: .init("no", .poor)
    case nil: .init("not stated", .neutral)
    }
  }

  static func mistakes(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.mistakes.map { mistake in
      let verdict: Report.Verdict =
        switch mistake.status {
        case .found: .init("found", .poor)
        case .clear: .init("clear", .good)
        case .unknown: .init("not known", .neutral)
        }
      return [
        .text(Mistake.titles[mistake.id] ?? mistake.id), .verdict(verdict),
        .text(mistake.evidence.joined(separator: "; ")),
      ]
    }
    let columns: [Report.Column] = [
      .init("mistake", "Common mistake"), .init("status", "Verdict"), .init("evidence", "What shows it"),
    ]
    return Report.Section(
      "mistakes", "Common mistakes", [.table(.init("mistakes", columns: columns, rows: rows))])
  }

  /// Product lines, regions and pains, where the document has any.
  static func profileParts(_ result: Result) -> [Report.Section] {
    var sections: [Report.Section] = []
    for (key, title, parts) in [
      ("products", "Product lines", result.profile.products), ("regions", "Regions", result.profile.regions),
    ]
    where !parts.isEmpty {
      let rows: [[Report.Cell]] = parts.map {
        [
          .text($0.name), .text($0.currency ?? ""), .money($0.arr), .rate($0.share),
          $0.share.value.map { .bar($0) } ?? .blank,
        ]
      }
      let columns: [Report.Column] = [
        .init("name", title), .init("currency", "Sells in"), .init("arr", "ARR"), .init("share", "Share"),
        .init("bar", ""),
      ]
      sections.append(Report.Section(key, title, [.table(.init(key, columns: columns, rows: rows))]))
    }
    if !result.pains.isEmpty {
      sections.append(Report.Section("pains", "What hurts, in their words", [.list(result.pains)]))
    }
    return sections
  }
}

extension Level {
  /// The band's name, with how it is to be taken.
  var verdict: Report.Verdict { Report.Verdict(title, status.standing) }
}

extension Maturity {
  /// What a company of the band works on next.
  var focus: String? {
    switch band {
    case .foundation: "agree on definitions and clean the data before anything else"
    case .building: "make the processes standard and connect the tools"
    case .scaling: "automate, predict and tune"
    case .worldClass: "keep improving what already runs"
    default: nil
    }
  }
}

extension ToolCategory.Need {
  /// The need in words.
  var title: String {
    switch self {
    case .mustHave: "must have"
    case .niceToHave: "nice to have"
    case .premium: "premium"
    case .aboveStage: "for a later stage"
    }
  }
}

extension TechStack.Row {
  /// How the kind of tool is to be taken.
  var verdict: Report.Verdict {
    switch (need, tools.count) {
    case (_, 2...): .init("more than one", .fair)
    case (.aboveStage, 1...): .init("ahead of the stage", .fair)
    case (.mustHave, 0): stated ? .init("missing", .poor) : .init("not stated", .neutral)
    case (_, 0): .init("not needed yet", .neutral)
    default: .init("fits", .good)
    }
  }
}
