extension WorkspaceSchema {
  /// The sections with how many keys each may hold, for people.
  public var report: Report {
    let rows = sections.map { section -> [Report.Cell] in
      let keys = Self.lines(of: section).count
      return [.text(section.name), .count(.value(Double(keys))), .text(Self.shape(of: section))]
    }
    let columns: [Report.Column] = [
      .init("section", "Section"), .init("keys", "Keys"), .init("holds", "Holds"),
    ]
    return Report(
      title: "The sections of a workspace", subtitle: "revops schema SECTION lists the keys of one",
      sections: [
        Report.Section("sections", "Sections", [.table(.init("sections", columns: columns, rows: rows))])
      ])
  }

  /// The keys of a section, one a line with its path, for people.
  public static func report(of section: Section) -> Report {
    let columns: [Report.Column] = [
      .init("key", "Key"), .init("wanted", "What it takes"), .init("default", "Without it"),
    ]
    let rows = lines(of: section).map { line -> [Report.Cell] in
      [
        .text(line.path), .text(line.wanted),
        .text(line.field.isRequired ? "needed" : line.field.fallback ?? ""),
      ]
    }
    return Report(
      title: "The keys of '\(section.name)'",
      subtitle: "NAME stands for names of your own, [] for the items of a list",
      sections: [Report.Section("keys", "Keys", [.table(.init("keys", columns: columns, rows: rows))])])
  }

  private static func shape(of section: Section) -> String {
    if section.isList { return "a list" }
    return section.items.isEmpty ? "keys with values" : "a list, or keys with values"
  }

  /// A key that takes a value, with its path from the section down.
  private struct Line {
    var path: String
    var field: FieldSpec

    var wanted: String {
      let wanted = field.wanted.isEmpty ? field.kind : field.wanted
      return switch field.shape {
      case .list: "a list: \(wanted)"
      case .map: "by names of your own: \(wanted)"
      case _ where field.isAlsoValue: "one value for all, or the keys below"
      default: wanted
      }
    }
  }

  private static func lines(of section: Section) -> [Line] {
    let own = section.fields.filter { $0.key != section.listKey }
    let prefix = section.listKey.map { "\($0)[]." } ?? "[]."
    return lines(own, "") + lines(section.items, prefix)
  }

  private static func lines(_ fields: [FieldSpec], _ prefix: String) -> [Line] {
    fields.flatMap { field -> [Line] in
      let path = prefix + field.key
      let below =
        switch field.shape {
        case .sections: path + "[]."
        case .namedSections: path + ".NAME."
        default: path + "."
        }
      let own = field.fields.isEmpty || field.isAlsoValue ? [Line(path: path, field: field)] : []
      return own + lines(field.fields, below)
    }
  }
}
